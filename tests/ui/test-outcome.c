/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-outcome.h"

#include <gtk/gtk.h>

static void
test_every_outcome_has_a_way_on (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (TRIB_LINK_TYPE_OUTCOME);

  for (guint i = 0; i < klass->n_values; i++) {
    const TribUiOutcome *outcome = trib_ui_outcome_get (klass->values[i].value);

    g_test_message ("%s", klass->values[i].value_nick);
    g_assert_nonnull (outcome);
    g_assert_cmpuint (outcome->ways, !=, 0);
    g_assert_cmpuint (outcome->ways & outcome->first, ==, outcome->first);
    g_assert_cmpuint (outcome->first & (outcome->first - 1), ==, 0);
    g_assert_nonnull (outcome->icon_name);
    g_assert_nonnull (outcome->style_class);
    g_assert_cmpstr (trib_ui_outcome_get_word (outcome), !=, "");
  }
}

static void
test_every_outcome_has_its_own_word (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (TRIB_LINK_TYPE_OUTCOME);
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < klass->n_values; i++) {
    TribLinkOutcome value = klass->values[i].value;

    if (value == TRIB_LINK_OUTCOME_NONE)
      continue;
    g_assert_cmpint (trib_ui_outcome_get (value)->outcome, ==, value);
    g_assert_true (g_hash_table_add (
        words, (gpointer) trib_ui_outcome_get_word (trib_ui_outcome_get (value))));
  }
}

static void
test_only_success_looks_like_success (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (TRIB_LINK_TYPE_OUTCOME);

  for (guint i = 0; i < klass->n_values; i++) {
    const TribUiOutcome *outcome = trib_ui_outcome_get (klass->values[i].value);

    g_assert_cmpint (g_strcmp0 (outcome->style_class, "connected") == 0, ==,
                     klass->values[i].value == TRIB_LINK_OUTCOME_CONNECTED);
  }
}

static void
test_untrusted_page_offers_no_way_round (void)
{
  g_assert_cmpuint (trib_ui_outcome_get (TRIB_LINK_OUTCOME_TLS)->ways & TRIB_UI_OUTCOME_WAY_BROWSER,
                    ==, 0);
}

static void
test_unknown_number_is_unclear (void)
{
  g_assert_cmpint (trib_ui_outcome_get (999)->outcome, ==, TRIB_LINK_OUTCOME_UNKNOWN);
  g_assert_cmpint (trib_ui_outcome_get (TRIB_LINK_OUTCOME_NONE)->outcome, ==,
                   TRIB_LINK_OUTCOME_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/outcome/way-on", test_every_outcome_has_a_way_on);
  g_test_add_func ("/ui/outcome/own-word", test_every_outcome_has_its_own_word);
  g_test_add_func ("/ui/outcome/success", test_only_success_looks_like_success);
  g_test_add_func ("/ui/outcome/untrusted", test_untrusted_page_offers_no_way_round);
  g_test_add_func ("/ui/outcome/unknown-number", test_unknown_number_is_unclear);
  return g_test_run ();
}
