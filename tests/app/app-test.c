/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-ui-platform-tile.h"
#include "trib-ui.h"

#include <glib/gstdio.h>

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

void
app_test_set_up (AppTest *test, gboolean demo, const char *web_module)
{
  g_autofree char *data_dir = NULL;

  if (test->folder == NULL)
    test->folder = g_dir_make_tmp ("tributary-app-XXXXXX", NULL);
  g_assert_nonnull (test->folder);
  data_dir = g_build_filename (test->folder, "data", NULL);
  if (test->clock == NULL)
    test->clock = trib_clock_new_system ();
  if (test->keyring == NULL)
    test->keyring = trib_store_memory_keyring_new ();
  test->demo = demo ? trib_app_demo_new () : NULL;
  test->home = trib_app_home_new (data_dir, test->keyring, test->clock, test->demo);
  test->web = trib_app_web_new (web_module);
  test->window = trib_app_window_new (NULL, test->home, test->web);
  g_object_add_weak_pointer (G_OBJECT (test->window), (gpointer *) &test->window);
  gtk_window_present (GTK_WINDOW (test->window));
}

static gboolean
window_is_gone (AppTest *test, gconstpointer data)
{
  g_autoptr (GObject) object = g_weak_ref_get ((GWeakRef *) data);

  return object == NULL;
}

char *
app_test_tear_down_but_folder (AppTest *test)
{
  GWeakRef ref;

  /* A test may have closed it, as a person does. */
  g_weak_ref_init (&ref, test->window);
  if (test->window != NULL)
    gtk_window_destroy (GTK_WINDOW (test->window));
  app_test_wait (test, 30, window_is_gone, &ref);
  g_weak_ref_clear (&ref);
  g_clear_object (&test->web);
  g_clear_object (&test->home);
  g_clear_object (&test->demo);
  g_clear_object (&test->keyring);
  g_clear_object (&test->clock);
  return g_steal_pointer (&test->folder);
}

void
app_test_tear_down (AppTest *test)
{
  g_autofree char *folder = app_test_tear_down_but_folder (test);

  remove_folder (folder);
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
app_test_wait (AppTest *test, guint seconds, AppTestFunc func, gconstpointer data)
{
  gint64 deadline = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint id = g_timeout_add (20, look_again_cb, NULL);

  while (!func (test, data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (id);
}

GtkWidget *
app_test_get_page (AppTest *test)
{
  return trib_app_pages_get_visible_page (trib_app_window_get_pages (test->window));
}

TribModelCompanies *
app_test_get_companies (AppTest *test)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return account != NULL ? trib_model_account_get_companies (account) : NULL;
}

static gboolean
shows_page (AppTest *test, gconstpointer data)
{
  GtkWidget *page = app_test_get_page (test);

  return page != NULL && g_type_is_a (G_OBJECT_TYPE (page), *(const GType *) data) &&
         gtk_widget_get_mapped (page);
}

void
app_test_wait_for_page (AppTest *test, GType type)
{
  app_test_wait (test, 30, shows_page, &type);
}

static gboolean
companies_are (AppTest *test, gconstpointer data)
{
  TribModelCompanies *companies = app_test_get_companies (test);

  return companies != NULL &&
         trib_model_companies_get_state (companies) == *(const TribModelState *) data;
}

void
app_test_wait_for_companies (AppTest *test, TribModelState state)
{
  app_test_wait (test, 10, companies_are, &state);
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *top, MatchFunc match, gconstpointer data)
{
  if (!gtk_widget_get_mapped (top))
    return NULL;
  if (match (top, data))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, match, data);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

GtkWidget *
app_test_find (GtkWidget *top, GType type)
{
  return find (top, has_type, &type);
}

static gboolean
has_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static gboolean
has_action (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_ACTIONABLE (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

GtkWidget *
app_test_find_for_action (GtkWidget *top, const char *action)
{
  return find (top, has_action, action);
}

static gboolean
is_tile (GtkWidget *widget, gconstpointer data)
{
  return TRIB_UI_IS_PLATFORM_TILE (widget) &&
         g_strcmp0 (trib_model_platform_get_key (
                        trib_ui_platform_tile_get_platform (TRIB_UI_PLATFORM_TILE (widget))),
                    data) == 0;
}

GtkWidget *
app_test_find_tile (GtkWidget *top, const char *key)
{
  return find (top, is_tile, key);
}

gboolean
app_test_has_text (GtkWidget *top, const char *text)
{
  return find (top, has_text, text) != NULL;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && find (widget, has_text, data) != NULL;
}

GtkWidget *
app_test_find_button (GtkWidget *top, const char *text)
{
  return find (top, is_button, text);
}

void
app_test_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GtkWindow *
find_dialog (AppTest *test)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    if (gtk_window_get_transient_for (window) == GTK_WINDOW (test->window) &&
        gtk_widget_get_mapped (GTK_WIDGET (window)))
      return window;
  }
  return NULL;
}

static gboolean
has_dialog (AppTest *test, gconstpointer data)
{
  return find_dialog (test) != NULL;
}

gboolean
app_test_has_dialog (AppTest *test)
{
  return find_dialog (test) != NULL;
}

GtkWindow *
app_test_wait_for_dialog (AppTest *test)
{
  app_test_wait (test, 10, has_dialog, NULL);
  return find_dialog (test);
}

void
app_test_answer (GtkWindow *dialog, const char *response)
{
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), response));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

void
app_test_activate (AppTest *test, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), action, NULL));
}
