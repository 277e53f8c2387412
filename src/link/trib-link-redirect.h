/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TRIB_LINK_REDIRECT_ERROR:
 *
 * Why a text cannot be a redirect template.
 */
#define TRIB_LINK_REDIRECT_ERROR (trib_link_redirect_error_quark ())

typedef enum {
  TRIB_LINK_REDIRECT_ERROR_INVALID,
} TribLinkRedirectError;

GQuark trib_link_redirect_error_quark (void);

/**
 * TribLinkMatch:
 * @TRIB_LINK_MATCH_IGNORE: another address: not our business
 * @TRIB_LINK_MATCH_CAPTURE: our redirect, whole and legal
 * @TRIB_LINK_MATCH_REJECT: it goes to our redirect address but is forged or broken: never load it,
 *   never believe it
 */
typedef enum {
  TRIB_LINK_MATCH_IGNORE,
  TRIB_LINK_MATCH_CAPTURE,
  TRIB_LINK_MATCH_REJECT,
} TribLinkMatch;

#define TRIB_LINK_TYPE_ANSWER (trib_link_answer_get_type ())

/* What a redirect said: an immutable, reference-counted box. Getters are (nullable). */
typedef struct _TribLinkAnswer TribLinkAnswer;

GType trib_link_answer_get_type (void);
TribLinkAnswer *trib_link_answer_ref (TribLinkAnswer *self);
void trib_link_answer_unref (TribLinkAnswer *self);
/* name is a reserved parameter: "clientId" … "statusText", "data.company.companyName", or a custom
 * placeholder of the template like "state". NULL when the template has no such placeholder. */
const char *trib_link_answer_get (TribLinkAnswer *self, const char *name);
/* The number in statusCode, or 0 when there is none or it is no number of three digits. */
guint trib_link_answer_get_status_code (TribLinkAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribLinkAnswer, trib_link_answer_unref)

#define TRIB_LINK_TYPE_REDIRECT (trib_link_redirect_get_type ())

G_DECLARE_FINAL_TYPE (TribLinkRedirect, trib_link_redirect, TRIB_LINK, REDIRECT, GObject)

TribLinkRedirect *trib_link_redirect_new (const char *redirect_template,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *trib_link_redirect_get_template (TribLinkRedirect *self);
/* The name of the custom placeholder that can carry a one-time value, or NULL. */
const char *trib_link_redirect_get_state_name (TribLinkRedirect *self);
/* @method: "GET" … ; @answer: (out) (optional) (nullable) (transfer full): set for CAPTURE;
 * @reason: (out) (optional) (nullable): untranslated static text, set for REJECT */
TribLinkMatch trib_link_redirect_match (TribLinkRedirect *self,
                                        const char *uri,
                                        const char *method,
                                        TribLinkAnswer **answer,
                                        const char **reason);

G_END_DECLS
