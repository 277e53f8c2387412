/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-outcome.h"

#include "trib-model-history.h"
#include "trib-model-problem.h"
#include "trib-model-words.h"

#include "trib-link-state.h"

#include "trib-text.h"

#include <glib/gi18n.h>

#define MAX_WORDS 300

typedef struct {
  const char *title;
  const char *sentence;
  gboolean can_retry;
} Words;

/* What happened, whether anything is connected now, what to do next. A %s is the platform. */
/* clang-format off */
static const Words words[] = {
  [TRIB_LINK_OUTCOME_NONE] = { "", "", FALSE },
  [TRIB_LINK_OUTCOME_CONNECTED] = {
    N_ ("%s Is Connected"),
    N_ ("You are connected to %s."),
    FALSE },
  [TRIB_LINK_OUTCOME_UNCHANGED] = {
    N_ ("Nothing Was Changed"),
    N_ ("You came back without finishing, so %s is not connected. You can try again whenever you "
        "like."),
    TRUE },
  [TRIB_LINK_OUTCOME_CANCELLED] = {
    N_ ("You Cancelled the Sign-In"),
    N_ ("%s is not connected and nothing was read. You can try again, or choose another "
        "platform."),
    TRUE },
  [TRIB_LINK_OUTCOME_NOT_SUPPORTED] = {
    N_ ("%s Does Not Support This"),
    N_ ("Your version or plan of %s cannot be connected, so nothing is. Choose another platform, "
        "or ask the provider about your plan."),
    FALSE },
  [TRIB_LINK_OUTCOME_FAILED] = {
    N_ ("%s Reported a Problem"),
    N_ ("%s is not connected. Try again in a few minutes; if it happens again, copy the details "
        "and send them to support."),
    TRUE },
  [TRIB_LINK_OUTCOME_UNKNOWN] = {
    N_ ("The Sign-In Ended in an Unknown Way"),
    N_ ("%s is not connected, and the page gave an answer that is not known here. Try again, or "
        "copy the details for support."),
    TRUE },
  [TRIB_LINK_OUTCOME_NOT_CONFIRMED] = {
    N_ ("The Connection Is Not Confirmed"),
    N_ ("The page says that it worked, but Codat does not say so yet. Treat %s as not connected, "
        "and check again in a few minutes."),
    TRUE },
  [TRIB_LINK_OUTCOME_UNCERTAIN] = {
    N_ ("The Result Is Not Known Yet"),
    N_ ("Codat could not be asked, so nobody knows whether %s is connected. Check again when the "
        "network is back; nothing is lost meanwhile."),
    TRUE },
  [TRIB_LINK_OUTCOME_EXPIRED] = {
    N_ ("The Link Was Used or Is Too Old"),
    N_ ("A link works once and for a limited time. %s is not connected. Try again to get a fresh "
        "one."),
    TRUE },
  [TRIB_LINK_OUTCOME_NO_NETWORK] = {
    N_ ("The Page Could Not Be Reached"),
    N_ ("%s is not connected. Check the network, then try again."),
    TRUE },
  [TRIB_LINK_OUTCOME_TLS] = {
    N_ ("The Page Could Not Prove Who It Is"),
    N_ ("The page was stopped before you could type anything, and %s is not connected. Try again "
        "on a network that you trust."),
    TRUE },
  [TRIB_LINK_OUTCOME_CRASHED] = {
    N_ ("The Page Stopped Working"),
    N_ ("%s is not connected. Try again, or use your own browser."),
    TRUE },
  [TRIB_LINK_OUTCOME_TIMED_OUT] = {
    N_ ("The Sign-In Took Too Long"),
    N_ ("Nothing came back in time, and %s is not connected. Try again with a fresh link."),
    TRUE },
  [TRIB_LINK_OUTCOME_NOT_STARTED] = {
    N_ ("The Sign-In Could Not Begin"),
    N_ ("No page was opened, and %s is not connected. Try again."),
    TRUE },
  [TRIB_LINK_OUTCOME_GONE] = { N_ ("The Connection Was Deleted"),
    N_ ("Somebody deleted it meanwhile, so %s is not connected. Begin anew from the list of "
        "platforms."),
    FALSE },
};
/* clang-format on */

static const Words *
find_words (TribLinkOutcome outcome)
{
  if ((guint) outcome >= G_N_ELEMENTS (words))
    outcome = TRIB_LINK_OUTCOME_UNKNOWN;
  return &words[outcome];
}

/**
 * trib_model_outcome_from_problem:
 * @problem: why a page cannot be shown
 *
 * Returns: how a sign-in of that page alone would have ended, for its words
 */
TribLinkOutcome
trib_model_outcome_from_problem (TribLinkPageProblem problem)
{
  return trib_link_outcome_from_problem (problem);
}

/**
 * trib_model_outcome_title:
 * @outcome: how a sign-in ended
 * @platform_name: where it was
 *
 * Returns: (transfer full): what happened, in header capitalisation, translated
 */
char *
trib_model_outcome_title (TribLinkOutcome outcome, const char *platform_name)
{
  return trib_model_fill (find_words (outcome)->title, platform_name);
}

/**
 * trib_model_outcome_sentence:
 * @outcome: how a sign-in ended
 * @platform_name: where it was
 * @organisation: (nullable): the company name that the platform reported
 *
 * Returns: (transfer full): whether anything is connected now, and what to do next, translated
 */
char *
trib_model_outcome_sentence (TribLinkOutcome outcome,
                             const char *platform_name,
                             const char *organisation)
{
  if (outcome == TRIB_LINK_OUTCOME_CONNECTED && organisation != NULL && *organisation != '\0')
    /* Translators: the name of an organisation, and a platform. */
    return g_strdup_printf (_ ("%s at %s is connected."), organisation, platform_name);
  return trib_model_fill (find_words (outcome)->sentence, platform_name);
}

/**
 * trib_model_outcome_can_retry:
 * @outcome: how a sign-in ended
 *
 * Returns: whether the same sign-in can be tried again
 */
gboolean
trib_model_outcome_can_retry (TribLinkOutcome outcome)
{
  return find_words (outcome)->can_retry;
}

/* The first of the texts that says something. */
static char *
first_words (const char *one, const char *two, const char *three)
{
  const char *const texts[] = { one, two, three };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *shown = trib_text_for_display (texts[i], MAX_WORDS);

    if (*shown != '\0')
      return g_steal_pointer (&shown);
  }
  return NULL;
}

/* A platform that says why knows better than we do what helps. */
static char *
dup_sentence (TribLinkOutcome outcome,
              const char *platform_name,
              const char *organisation,
              const char *own_words)
{
  if (outcome == TRIB_LINK_OUTCOME_FAILED && own_words != NULL)
    /* Translators: %s is a platform; its own words stand below. */
    return trib_model_fill (_ ("%s is not connected, and says why. Try again when that is mended, "
                               "or send the sign-in to somebody who can mend it."),
                               platform_name);
  return trib_model_outcome_sentence (outcome, platform_name, organisation);
}

static const char *
answered (TribLinkAnswer *answer, const char *name)
{
  return answer != NULL ? trib_link_answer_get (answer, name) : NULL;
}

static void
add_line (GString *lines, const char *label, const char *text)
{
  g_autofree char *shown = trib_text_for_display (text, MAX_WORDS);

  if (*shown == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: a line of details: what it is, and its value. */
  g_string_append_printf (lines, _ ("%s: %s"), label, shown);
}

static char *
describe (TribLinkSession *session,
          const char *company_id,
          const char *platform_words,
          TribModelProblem *problem,
          const char *history,
          TribClock *clock)
{
  TribLinkAnswer *answer = trib_link_session_get_answer (session);
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (trib_clock_get_real_time (clock) / G_USEC_PER_SEC);
  g_autofree char *time = g_date_time_format_iso8601 (now);
  GString *lines = g_string_new (NULL);

  add_line (lines, _ ("Status"), answered (answer, "statusCode"));
  add_line (lines, _ ("Codat said"), answered (answer, "errorMessage"));
  add_line (lines, _ ("Platform said"), platform_words);
  add_line (lines, _ ("Connection"), trib_link_session_get_connection_id (session));
  add_line (lines, _ ("Company"), company_id);
  if (problem != NULL && trib_model_problem_get_details (problem) != NULL)
    g_string_append_printf (lines, "\n%s", trib_model_problem_get_details (problem));
  add_line (lines, _ ("Time"), time);
  g_string_append_printf (lines, "\n\n%s", history);
  return g_string_free (lines, FALSE);
}

/**
 * trib_model_outcome_new:
 * @session: a sign-in that has ended
 * @company_id: who signed in
 * @platform_name: where
 * @clock: tells when
 *
 * Returns: (transfer full): the words of its result page
 */
TribModelOutcome *
trib_model_outcome_new (TribLinkSession *session,
                        const char *company_id,
                        const char *platform_name,
                        TribClock *clock)
{
  TribLinkOutcome outcome = trib_link_session_get_outcome (session);
  TribLinkAnswer *answer = trib_link_session_get_answer (session);
  const TribLinkCheck *check = trib_link_session_get_check (session);
  g_autoptr (TribModelProblem) problem =
      trib_model_problem_new (trib_link_session_get_error (session));
  g_autofree char *organisation = NULL;
  g_autofree char *own_words = NULL;
  g_autofree char *history = NULL;
  TribModelOutcome *self = g_new0 (TribModelOutcome, 1);

  organisation = first_words (check != NULL ? check->organisation : NULL,
                              answered (answer, "data.company.companyName"), NULL);
  if (outcome != TRIB_LINK_OUTCOME_CONNECTED)
    self->platform_words =
        first_words (answered (answer, "statusText"),
                     answer != NULL && check != NULL ? check->platform_message : NULL,
                     answered (answer, "errorMessage"));
  self->title = trib_model_outcome_title (outcome, platform_name);
  own_words = first_words (answered (answer, "statusText"),
                           check != NULL ? check->platform_message : NULL, NULL);
  self->sentence = dup_sentence (outcome, platform_name, organisation, own_words);
  self->can_retry = trib_model_outcome_can_retry (outcome);
  if (outcome == TRIB_LINK_OUTCOME_NOT_STARTED && problem != NULL) {
    /* What kept it from beginning says more than that it did not. */
    g_free (self->title);
    self->title = g_strdup (trib_model_problem_get_title (problem));
    g_free (self->sentence);
    self->sentence = g_strdup (trib_model_problem_get_sentence (problem));
    self->can_retry = trib_model_problem_get_can_retry (problem);
  }
  history = trib_model_history_lines (trib_link_session_get_history (session), platform_name);
  self->details = describe (session, company_id, self->platform_words, problem, history, clock);
  return self;
}

/**
 * trib_model_outcome_free:
 * @outcome: (transfer full) (nullable): words
 */
void
trib_model_outcome_free (TribModelOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_free (outcome->title);
  g_free (outcome->sentence);
  g_free (outcome->platform_words);
  g_free (outcome->details);
  g_free (outcome);
}
