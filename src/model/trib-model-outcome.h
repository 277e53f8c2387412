/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "trib-clock.h"
#include "trib-link-session.h"

G_BEGIN_DECLS

/* The words of a result page. Every text is (owned). */
typedef struct {
  char *title;          /* translated */
  char *sentence;       /* translated */
  char *platform_words; /* (nullable): plain text */
  char *details;        /* (nullable): lines to copy */
  gboolean can_retry;
} TribModelOutcome;

TribModelOutcome *trib_model_outcome_new (TribLinkSession *session,
                                          const char *company_id,
                                          const char *platform_name,
                                          TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_outcome_free (TribModelOutcome *outcome);

/* What a page that cannot be shown comes to. */
TribLinkOutcome trib_model_outcome_from_problem (TribLinkPageProblem problem);
/* The words alone, for a table of all outcomes. organisation is (nullable). */
char *trib_model_outcome_title (TribLinkOutcome outcome,
                                const char *platform_name) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_outcome_sentence (TribLinkOutcome outcome,
                                   const char *platform_name,
                                   const char *organisation) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_model_outcome_can_retry (TribLinkOutcome outcome);

G_END_DECLS
