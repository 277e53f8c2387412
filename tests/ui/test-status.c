/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

static const TribModelStatus statuses[] = {
  TRIB_MODEL_STATUS_NOT_STARTED, TRIB_MODEL_STATUS_WAITING, TRIB_MODEL_STATUS_CONNECTED,
  TRIB_MODEL_STATUS_ATTENTION,   TRIB_MODEL_STATUS_FAILED,  TRIB_MODEL_STATUS_PAST,
};

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_pill (void)
{
  GtkWidget *pill =
      g_object_ref_sink (trib_ui_status_pill_new (TRIB_MODEL_STATUS_ATTENTION, "Sign in again"));
  guint notified = 0;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sign in again");
  g_assert_cmpstr (trib_ui_status_pill_get_text (TRIB_UI_STATUS_PILL (pill)), ==, "Sign in again");
  g_assert_true (gtk_widget_has_css_class (pill, "attention"));

  g_signal_connect_swapped (pill, "notify::status", G_CALLBACK (count_cb), &notified);
  g_signal_connect_swapped (pill, "notify::text", G_CALLBACK (count_cb), &notified);
  g_object_set (pill, "status", TRIB_MODEL_STATUS_ATTENTION, "text", "Sign in again", NULL);
  g_assert_cmpuint (notified, ==, 0);
  g_object_set (pill, "status", TRIB_MODEL_STATUS_CONNECTED, "text", "Connected", NULL);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_true (gtk_widget_has_css_class (pill, "connected"));
  g_assert_false (gtk_widget_has_css_class (pill, "attention"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Connected");
  g_assert_finalize_object (pill);
}

/* Text of the server is text: what looks like markup is shown as it is. */
static void
test_pill_plain_text (void)
{
  GtkWidget *pill = g_object_ref_sink (trib_ui_status_pill_new (TRIB_MODEL_STATUS_FAILED, NULL));

  trib_ui_status_pill_set_text (TRIB_UI_STATUS_PILL (pill), "<b>no</b> & so");
  g_assert_cmpstr (trib_ui_status_pill_get_text (TRIB_UI_STATUS_PILL (pill)), ==, "<b>no</b> & so");
  g_assert_finalize_object (pill);
}

/* Colour is never alone: every status has an icon of its own that the theme has. */
static void
test_icons (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    const char *icon = trib_ui_status_get_icon_name (statuses[i]);

    g_assert_true (gtk_icon_theme_has_icon (theme, icon));
    g_assert_true (g_hash_table_add (seen, (gpointer) icon));
  }
  g_assert_true (gtk_icon_theme_has_icon (theme, "io.github.tributary.Tributary"));
}

static void
test_dot (void)
{
  GtkWidget *dot = g_object_ref_sink (trib_ui_status_dot_new (TRIB_MODEL_STATUS_WAITING));
  guint notified = 0;

  g_signal_connect_swapped (dot, "notify::status", G_CALLBACK (count_cb), &notified);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    trib_ui_status_dot_set_status (TRIB_UI_STATUS_DOT (dot), statuses[i]);
    trib_ui_status_dot_set_status (TRIB_UI_STATUS_DOT (dot), statuses[i]);
    g_assert_cmpint (trib_ui_status_dot_get_status (TRIB_UI_STATUS_DOT (dot)), ==, statuses[i]);
    g_assert_true (gtk_widget_has_css_class (dot, trib_ui_status_get_css_class (statuses[i])));
  }
  g_assert_cmpuint (notified, ==, G_N_ELEMENTS (statuses));
  g_assert_finalize_object (dot);
}

static void
test_badge (void)
{
  GtkWidget *badge =
      g_object_ref_sink (trib_ui_environment_badge_new (TRIB_STORE_ENVIRONMENT_LIVE));
  GtkWidget *label = ui_find (badge, GTK_TYPE_LABEL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Live");
  g_object_set (badge, "environment", TRIB_STORE_ENVIRONMENT_TEST, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Test");
  g_assert_true (gtk_widget_has_css_class (badge, "test"));
  g_object_set (badge, "environment", TRIB_STORE_ENVIRONMENT_DEMO, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Demo");
  g_assert_true (gtk_widget_has_css_class (badge, "demo"));
  g_assert_false (gtk_widget_has_css_class (badge, "test"));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Demo: everything here is made up and stays on this computer");
  g_assert_finalize_object (badge);
}

static gboolean
is_shown (gpointer data)
{
  return trib_ui_waiting_get_shown (data);
}

static void
test_waiting (void)
{
  GtkWidget *waiting =
      g_object_ref_sink (g_object_new (TRIB_UI_TYPE_WAITING, "text", "Asking…", NULL));
  TribUiWaiting *self = TRIB_UI_WAITING (waiting);

  /* A short wait shows nothing. */
  trib_ui_waiting_set_active (self, TRUE);
  g_assert_false (trib_ui_waiting_get_shown (self));
  trib_ui_waiting_set_active (self, FALSE);
  g_assert_false (trib_ui_waiting_get_active (self));

  trib_ui_waiting_set_active (self, TRUE);
  ui_wait_for (is_shown, waiting);
  trib_ui_waiting_set_active (self, FALSE);
  g_assert_false (trib_ui_waiting_get_shown (self));

  /* One that goes away while it waits leaves no source behind. */
  trib_ui_waiting_set_active (self, TRUE);
  g_assert_finalize_object (waiting);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/status/pill", test_pill);
  g_test_add_func ("/ui/status/pill-plain-text", test_pill_plain_text);
  g_test_add_func ("/ui/status/icons", test_icons);
  g_test_add_func ("/ui/status/dot", test_dot);
  g_test_add_func ("/ui/status/badge", test_badge);
  g_test_add_func ("/ui/status/waiting", test_waiting);
  return g_test_run ();
}
