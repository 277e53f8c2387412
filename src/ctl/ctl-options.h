/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CtlVerb CtlVerb;

/* One option of a verb, or one that all have. A list of them ends with a row without name. */
typedef struct {
  const char *name;
  const char *value; /* (nullable): the word for its value in the help; without it a switch */
  const char *help;
} CtlOption;

extern const CtlOption ctl_global_options[];

/* A command line, taken apart. */
typedef struct _CtlOptions CtlOptions;

/* Fills in what could be read even on failure, so that the error can be written as was asked. */
CtlOptions *ctl_options_parse (char **arguments, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ctl_options_free (CtlOptions *self);
/* The three below are (nullable): a noun or verb that is not there yet. */
const CtlVerb *ctl_options_get_verb (CtlOptions *self);
const char *ctl_options_get_noun (CtlOptions *self);
const char *ctl_options_get_argument (CtlOptions *self, guint position);
gboolean ctl_options_has (CtlOptions *self, const char *name);
const char *ctl_options_get (CtlOptions *self, const char *name);
/* Every value of an option that may come several times; (nullable). */
const char *const *ctl_options_get_all (CtlOptions *self, const char *name);
/* A number in the given limits; fallback when the option is not there. */
gboolean ctl_options_get_number (CtlOptions *self,
                                 const char *name,
                                 guint least,
                                 guint most,
                                 guint fallback,
                                 guint *number,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlOptions, ctl_options_free)

G_END_DECLS
