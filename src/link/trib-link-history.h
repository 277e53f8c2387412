/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-types.h"

G_BEGIN_DECLS

/**
 * TribLinkMoment:
 * @what: what happened
 * @at: when, in microseconds since the Unix epoch
 * @host: (nullable): of the page, with neither path nor query
 * @code: of %TRIB_LINK_HAPPENING_RETURNED: the status code that was claimed
 * @outcome: of %TRIB_LINK_HAPPENING_ENDED: how
 *
 * Something that happened in a sign-in.
 */
typedef struct {
  TribLinkHappening what;
  gint64 at;
  char *host;
  guint code;
  TribLinkOutcome outcome;
} TribLinkMoment;

#define TRIB_LINK_TYPE_HISTORY (trib_link_history_get_type ())

G_DECLARE_FINAL_TYPE (TribLinkHistory, trib_link_history, TRIB_LINK, HISTORY, GObject)

/* What happened in one sign-in, in order; without a link and without a secret. Signal "added"
 * (run-last): there is one more moment. */
TribLinkHistory *trib_link_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_link_history_add (TribLinkHistory *self, const TribLinkMoment *moment);
guint trib_link_history_get_n (TribLinkHistory *self);
const TribLinkMoment *trib_link_history_get (TribLinkHistory *self, guint i);

char *trib_link_history_print (TribLinkHistory *self) G_GNUC_WARN_UNUSED_RESULT;
TribLinkHistory *trib_link_history_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
