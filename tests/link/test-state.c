/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-browser.h"
#include "trib-link-secret.h"
#include "trib-link-state.h"

#include <string.h>

#include <string.h>

/* One letter for each state: Idle, Preparing, Open, oUtside, Confirming, Ended; a dot where the
 * event means nothing. One line for each event, one column for each state. */
static const char letters[] = "IPOUCE";

static const struct {
  TribLinkEvent event;
  const char *next;
} table[] = {
  { TRIB_LINK_EVENT_START, "P....." },
  { TRIB_LINK_EVENT_TICKET_READY, ".O...." },
  { TRIB_LINK_EVENT_TICKET_READY_OUTSIDE, ".U...." },
  { TRIB_LINK_EVENT_TICKET_FAILED, ".E...." },
  { TRIB_LINK_EVENT_GO_OUTSIDE, "PPPP.." },
  { TRIB_LINK_EVENT_CAPTURED, "..C..." },
  { TRIB_LINK_EVENT_PAGE_PROBLEM, "..C..." },
  { TRIB_LINK_EVENT_POLL_LINKED, "..EE.." },
  { TRIB_LINK_EVENT_POLL_GONE, "..EE.." },
  { TRIB_LINK_EVENT_SETTLED, "....E." },
  { TRIB_LINK_EVENT_CANCEL, ".CCCC." },
  { TRIB_LINK_EVENT_ABANDON, "EE...." },
  { TRIB_LINK_EVENT_EXPIRE, "..CC.." },
  { TRIB_LINK_EVENT_RESTART, "P.PP.P" },
  { TRIB_LINK_EVENT_CHECK_AGAIN, ".....C" },
};

static void
test_table (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (table), ==, TRIB_LINK_N_EVENTS);
  g_assert_cmpuint (strlen (letters), ==, TRIB_LINK_N_STATES);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_assert_cmpuint (table[i].event, ==, i);
    for (guint state = 0; state < TRIB_LINK_N_STATES; state++) {
      char expected = table[i].next[state];
      TribLinkState next;
      gboolean known = trib_link_state_next (state, i, &next);

      if (known != (expected != '.') || letters[next] != (known ? expected : letters[state]))
        g_error ("event %u in state %u leads to %u", i, state, next);
    }
  }
}

/* From every state, "ended" can be reached, and without a person's wish it is never left. */
static void
test_end (void)
{
  TribLinkState next;

  for (guint event = 0; event < TRIB_LINK_N_EVENTS; event++)
    g_assert_cmpint (trib_link_state_next (TRIB_LINK_STATE_ENDED, event, &next), ==,
                     event == TRIB_LINK_EVENT_RESTART || event == TRIB_LINK_EVENT_CHECK_AGAIN);
  for (guint state = 0; state < TRIB_LINK_STATE_ENDED; state++) {
    gboolean leaves = FALSE;

    for (guint event = 0; event < TRIB_LINK_N_EVENTS; event++)
      leaves |= trib_link_state_next (state, event, &next) && next > state;
    g_assert_true (leaves);
  }
}

static void
test_settle (void)
{
  static const struct {
    guint code;
    TribLinkOutcome outcome;
  } codes[] = {
    { 200, TRIB_LINK_OUTCOME_NOT_CONFIRMED }, { 201, TRIB_LINK_OUTCOME_UNCHANGED },
    { 403, TRIB_LINK_OUTCOME_CANCELLED },     { 500, TRIB_LINK_OUTCOME_FAILED },
    { 501, TRIB_LINK_OUTCOME_NOT_SUPPORTED }, { 0, TRIB_LINK_OUTCOME_UNKNOWN },
    { 202, TRIB_LINK_OUTCOME_UNKNOWN },       { 404, TRIB_LINK_OUTCOME_UNKNOWN },
    { 999, TRIB_LINK_OUTCOME_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    TribLinkOutcome claim = trib_link_outcome_from_code (codes[i].code);

    for (guint truth = 0; truth <= TRIB_LINK_TRUTH_GONE; truth++) {
      TribLinkOutcome expected = truth == TRIB_LINK_TRUTH_LINKED ? TRIB_LINK_OUTCOME_CONNECTED
                                 : truth == TRIB_LINK_TRUTH_GONE ? TRIB_LINK_OUTCOME_GONE
                                                                 : codes[i].outcome;

      g_assert_cmpint (trib_link_outcome_settle (claim, truth), ==, expected);
    }
  }
  g_assert_cmpint (trib_link_outcome_from_problem (TRIB_LINK_PAGE_PROBLEM_NETWORK), ==,
                   TRIB_LINK_OUTCOME_NO_NETWORK);
  g_assert_cmpint (trib_link_outcome_from_problem (TRIB_LINK_PAGE_PROBLEM_TLS), ==,
                   TRIB_LINK_OUTCOME_TLS);
  g_assert_cmpint (trib_link_outcome_from_problem (TRIB_LINK_PAGE_PROBLEM_CRASH), ==,
                   TRIB_LINK_OUTCOME_CRASHED);
  g_assert_cmpint (trib_link_outcome_from_problem (TRIB_LINK_PAGE_PROBLEM_EXPIRED), ==,
                   TRIB_LINK_OUTCOME_EXPIRED);
}

static void
test_types (void)
{
  const struct {
    GType type;
    int last;
    const char *nick;
  } types[] = {
    { TRIB_LINK_TYPE_STATE, TRIB_LINK_STATE_ENDED, "ended" },
    { TRIB_LINK_TYPE_OUTCOME, TRIB_LINK_OUTCOME_GONE, "gone" },
    { TRIB_LINK_TYPE_VERDICT, TRIB_LINK_VERDICT_REFUSE, "refuse" },
    { TRIB_LINK_TYPE_TRUTH, TRIB_LINK_TRUTH_GONE, "gone" },
    { TRIB_LINK_TYPE_PAGE_PROBLEM, TRIB_LINK_PAGE_PROBLEM_EXPIRED, "expired" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GEnumClass) klass = g_type_class_ref (types[i].type);

    g_assert_cmpuint (klass->n_values, ==, (guint) types[i].last + 1);
    g_assert_cmpstr (g_enum_get_value (klass, types[i].last)->value_nick, ==, types[i].nick);
  }
}

static void
test_browser_interface (void)
{
  static const char *const names[] = { "host",    "secure",      "progress",
                                       "loading", "can-go-back", "certificate" };
  g_autoptr (GTypeClass) object_class = g_type_class_ref (G_TYPE_OBJECT);
  gpointer iface = g_type_default_interface_ref (TRIB_LINK_TYPE_BROWSER);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GParamSpec *pspec = g_object_interface_find_property (iface, names[i]);

    g_assert_nonnull (pspec);
    g_assert_cmpuint (pspec->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);
  }
  g_assert_cmpuint (g_signal_lookup ("open-outside", TRIB_LINK_TYPE_BROWSER), !=, 0);
  g_type_default_interface_unref (iface);
}

static void
test_secrets (void)
{
  g_autofree char *one = trib_link_secret_new (NULL);
  g_autofree char *other = trib_link_secret_new (NULL);
  g_autofree char *longer = g_strconcat (one, "0", NULL);
  g_autofree char *shorter = g_strndup (one, strlen (one) - 1);

  g_assert_cmpuint (strlen (one), ==, 32);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (trib_link_secret_equal (one, one));
  g_assert_false (trib_link_secret_equal (one, other));
  g_assert_false (trib_link_secret_equal (one, longer));
  g_assert_false (trib_link_secret_equal (one, shorter));
  g_assert_false (trib_link_secret_equal (longer, one));
  g_assert_false (trib_link_secret_equal (NULL, one));
  g_assert_false (trib_link_secret_equal (one, NULL));
  g_assert_false (trib_link_secret_equal ("", ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/state/table", test_table);
  g_test_add_func ("/link/state/end", test_end);
  g_test_add_func ("/link/state/settle", test_settle);
  g_test_add_func ("/link/types", test_types);
  g_test_add_func ("/link/browser/interface", test_browser_interface);
  g_test_add_func ("/link/secret", test_secrets);
  return g_test_run ();
}
