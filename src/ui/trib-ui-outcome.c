/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-outcome.h"

#include <glib/gi18n.h>

#define DONE TRIB_UI_OUTCOME_WAY_DONE
#define RETRY TRIB_UI_OUTCOME_WAY_RETRY
#define BROWSER TRIB_UI_OUTCOME_WAY_BROWSER
#define OTHER TRIB_UI_OUTCOME_WAY_OTHER
#define CHECK TRIB_UI_OUTCOME_WAY_CHECK
#define SHARE TRIB_UI_OUTCOME_WAY_SHARE

/* A page whose certificate is not trusted offers no browser: that would be a "go on anyway". */
static const TribUiOutcome outcomes[] = {
  { TRIB_LINK_OUTCOME_CONNECTED, "emblem-ok-symbolic", "connected", N_ ("Connected"), DONE | OTHER,
    DONE },
  { TRIB_LINK_OUTCOME_UNCHANGED, "content-loading-symbolic", "neutral", N_ ("Nothing changed"),
    RETRY | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_CANCELLED, "action-unavailable-symbolic", "neutral", N_ ("Cancelled"),
    RETRY | BROWSER | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_NOT_SUPPORTED, "dialog-warning-symbolic", "attention", N_ ("Not supported"),
    OTHER | RETRY, OTHER },
  { TRIB_LINK_OUTCOME_FAILED, "dialog-error-symbolic", "failed", N_ ("Failed"),
    RETRY | BROWSER | SHARE | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_UNKNOWN, "dialog-question-symbolic", "attention", N_ ("Unclear"),
    RETRY | BROWSER | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_NOT_CONFIRMED, "dialog-warning-symbolic", "attention",
    N_ ("Not connected yet"), CHECK | RETRY | BROWSER | DONE, CHECK },
  { TRIB_LINK_OUTCOME_UNCERTAIN, "dialog-question-symbolic", "attention", N_ ("Not known yet"),
    CHECK | RETRY | DONE, CHECK },
  { TRIB_LINK_OUTCOME_EXPIRED, "document-open-recent-symbolic", "waiting", N_ ("Link expired"),
    RETRY | BROWSER | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_NO_NETWORK, "network-offline-symbolic", "failed", N_ ("No network"),
    RETRY | DONE, RETRY },
  { TRIB_LINK_OUTCOME_TLS, "channel-insecure-symbolic", "failed", N_ ("Not secure"), OTHER | RETRY,
    OTHER },
  { TRIB_LINK_OUTCOME_CRASHED, "dialog-error-symbolic", "failed", N_ ("Page stopped"),
    RETRY | BROWSER | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_TIMED_OUT, "document-open-recent-symbolic", "waiting", N_ ("Timed out"),
    RETRY | CHECK | BROWSER | OTHER, RETRY },
  { TRIB_LINK_OUTCOME_NOT_STARTED, "dialog-error-symbolic", "failed", N_ ("Not started"),
    RETRY | OTHER | DONE, RETRY },
  { TRIB_LINK_OUTCOME_GONE, "user-trash-symbolic", "neutral", N_ ("Deleted"), OTHER | DONE, OTHER },
};

/**
 * trib_ui_outcome_get:
 * @outcome: how a sign-in ended
 *
 * Returns: (transfer none): how that looks; what nobody thought of looks unclear
 */
const TribUiOutcome *
trib_ui_outcome_get (TribLinkOutcome outcome)
{
  const TribUiOutcome *unclear = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    if (outcomes[i].outcome == outcome)
      return &outcomes[i];
    if (outcomes[i].outcome == TRIB_LINK_OUTCOME_UNKNOWN)
      unclear = &outcomes[i];
  }
  return unclear;
}

/**
 * trib_ui_outcome_get_word:
 * @self: how an outcome looks
 *
 * Returns: (transfer none): its word, translated
 */
const char *
trib_ui_outcome_get_word (const TribUiOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return _ (self->word);
}
