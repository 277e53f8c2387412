/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-options.h"
#include "ctl-run.h"

G_BEGIN_DECLS

typedef enum {
  CTL_NEEDS_NOTHING,
  CTL_NEEDS_STORE,   /* the accounts of this computer */
  CTL_NEEDS_CLIENT,  /* an account, or an address and a key */
  CTL_NEEDS_JOURNAL, /* the same, and what an earlier run was killed in */
} CtlNeed;

/* One verb. start is called when what it needs is there, and sees to it that the run ends. */
struct _CtlVerb {
  const char *noun;
  const char *name;      /* "" for a noun that is its own verb */
  const char *arguments; /* as the help shows them */
  guint min_arguments;
  guint max_arguments;
  const CtlOption *options; /* (nullable) */
  CtlNeed need;
  void (*start) (CtlRun *run);
  const char *summary;
  const char *example; /* what follows the program's name */
};

/* The table, ended by a row without noun. */
const CtlVerb *ctl_verbs_get (void);
gboolean ctl_verbs_has_noun (const char *noun);
/* name is (nullable): finds a noun that is its own verb. */
const CtlVerb *ctl_verbs_find (const char *noun, const char *name);

/* What --help prints. noun and verb are (nullable). */
char *ctl_help_new (const char *noun, const CtlVerb *verb) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
