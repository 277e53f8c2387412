/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

/* Who helps is one click away, and nobody is named where nobody does. */

typedef struct {
  const char *address;
  const char *uri; /* (nullable) */
} Row;

static void
test_uri (void)
{
  static const Row rows[] = {
    { "020 7946 0000", "tel:02079460000" },
    { "+44 (0)20 7946-0000", "tel:+4402079460000" },
    { "help@example.com", "mailto:help@example.com" },
    { "help@example.com?bcc=x@y.z", "mailto:help@example.com%3Fbcc%3Dx@y.z" },
    { "https://example.com/help", "https://example.com/help" },
    { "http://example.com/help", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "Ask Jo on floor 2", NULL },
    { "2", NULL },
    { "Jo <help@example.com>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *uri = trib_ui_support_dup_uri (rows[i].address);

    g_assert_cmpstr (uri, ==, rows[i].uri);
  }
}

static void
test_button (void)
{
  UiWorld world;
  UiWindow window;
  GtkWidget *support;
  TribModelPolicy *policy;

  ui_world_start (&world, 0);
  policy = trib_model_account_get_policy (world.account);
  support = g_object_ref_sink (g_object_new (TRIB_UI_TYPE_SUPPORT, "account", world.account, NULL));
  ui_window_open (&window, support, 400, 300);
  g_assert_false (gtk_widget_get_visible (support));
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "help@example.com");
  g_assert_true (gtk_widget_get_visible (support));
  ui_assert_names (support);
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (support, GTK_TYPE_MENU_BUTTON)));
  g_assert_true (ui_shows (support, "Questions? Northwind Lending helps."));
  g_assert_true (ui_shows (support, "help@example.com"));
  g_assert_nonnull (ui_find (support, GTK_TYPE_LINK_BUTTON));
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME, "Jo <b>");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "Ask Jo on floor 2");
  g_assert_true (ui_shows (support, "Questions? Jo <b> helps."));
  g_assert_false (gtk_widget_get_visible (ui_find (support, GTK_TYPE_LINK_BUTTON)));
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, NULL);
  g_assert_false (gtk_widget_get_visible (support));
  ui_window_close (&window);
  g_assert_finalize_object (support);
  ui_world_stop (&world);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/support/uri", test_uri);
  g_test_add_func ("/ui/support/button", test_button);
  return g_test_run ();
}
