/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

#define COMPANY "Alderley Craft Brewing"

typedef struct {
  UiWorld world;
  UiWindow window;
  TribModelCompany *company; /* (owned) */
  GtkWidget *page;           /* (owned) */
  GtkWidget *search;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer fault)
{
  ui_world_start (&fixture->world, 0);
  fixture->company = g_object_ref (company_fixture_get (&fixture->world, COMPANY));
  if (fault != NULL)
    g_assert_true (sandbox_server_set_fault (fixture->world.server, fault));
  fixture->page =
      g_object_ref_sink (trib_ui_connect_page_new (fixture->world.account, fixture->company));
  fixture->search = ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  ui_window_open (&fixture->window, fixture->page, 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer fault)
{
  ui_window_close (&fixture->window);
  company_fixture_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
  g_clear_object (&fixture->company);
  ui_world_stop (&fixture->world);
}

static const char *
get_view (Fixture *fixture)
{
  return trib_ui_connect_page_get_view (TRIB_UI_CONNECT_PAGE (fixture->page));
}

static gboolean
is_ready (gpointer data)
{
  return g_str_equal (trib_ui_connect_page_get_view (data), "ready");
}

static gboolean
is_failed (gpointer data)
{
  return g_str_equal (trib_ui_connect_page_get_view (data), "failed");
}

static void
wait_for_grid (Fixture *fixture)
{
  ui_wait_for (is_ready, fixture->page);
  company_fixture_load (fixture->company);
  company_fixture_settle ();
}

static void
collect (GtkWidget *widget, GPtrArray *tiles)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (TRIB_UI_IS_PLATFORM_TILE (widget))
    g_ptr_array_add (tiles, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, tiles);
}

static GPtrArray *
get_tiles (Fixture *fixture)
{
  GPtrArray *tiles = g_ptr_array_new ();

  collect (fixture->page, tiles);
  return tiles;
}

static TribUiPlatformTile *
find_tile (Fixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) tiles = get_tiles (fixture);

  for (guint i = 0; i < tiles->len; i++) {
    TribUiPlatformTile *tile = g_ptr_array_index (tiles, i);

    if (g_str_equal (trib_model_platform_get_key (trib_ui_platform_tile_get_platform (tile)), key))
      return tile;
  }
  return NULL;
}

/* Only what the account offers has a tile, from the moment that it says so. */
static void
test_allowed (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "gbol", "zsth", NULL };
  TribModelPolicy *policy = trib_model_account_get_policy (fixture->world.account);
  g_autoptr (GPtrArray) tiles = NULL;

  wait_for_grid (fixture);
  g_assert_nonnull (find_tile (fixture, "qhyg"));
  trib_model_policy_set_allowed (policy, keys);
  company_fixture_settle ();
  g_assert_null (find_tile (fixture, "qhyg"));
  tiles = get_tiles (fixture);
  g_assert_cmpuint (tiles->len, <=, 3);
  g_assert_nonnull (find_tile (fixture, "gbol"));
  trib_model_policy_set_allowed (policy, NULL);
  company_fixture_settle ();
  g_assert_nonnull (find_tile (fixture, "qhyg"));
}

static gboolean
is_hidden (gpointer data)
{
  return g_str_equal (trib_ui_connect_page_get_view (data), "hidden");
}

/* An account that offers nothing says so, and where that is changed; hidden ones are not counted.
 */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  const char *const none[] = { "zzzz", NULL };
  const char *const one[] = { "gbol", NULL };
  TribModelPolicy *policy = trib_model_account_get_policy (fixture->world.account);
  g_autofree char *words = NULL;

  wait_for_grid (fixture);
  trib_model_policy_set_allowed (policy, none);
  ui_wait_for (is_hidden, fixture->page);
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->page, "No Platform Can Be Chosen"));
  g_assert_false (ui_shows (fixture->page, "No Platform Matches"));
  ui_click (ui_find_action (fixture->page, "win.edit-policy"));
  g_assert_nonnull (strstr (fixture->window.activated->str, "edit-policy"));
  trib_model_policy_set_allowed (policy, one);
  ui_wait_for (is_ready, fixture->page);
  g_object_get (fixture->search, "placeholder-text", &words, NULL);
  g_assert_cmpstr (words, ==, "Search 1 platform by name or web address");
}

/* What is required is said, what can be skipped too, and what is done is ticked. */
static void
test_required (Fixture *fixture, gconstpointer data)
{
  TribModelPolicy *policy = trib_model_account_get_policy (fixture->world.account);

  wait_for_grid (fixture);
  g_assert_false (ui_shows (fixture->page, "You can skip this"));
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, TRUE);
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_OTHER, TRUE);
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->page, "Done"));
  g_assert_true (ui_shows (fixture->page, "Required"));
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_OTHER, FALSE);
  company_fixture_settle ();
  g_assert_false (ui_shows (fixture->page, "Required"));
  g_assert_true (ui_shows (fixture->page, "You can skip this"));
}

static void
type_search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->search), text);
  company_fixture_settle ();
}

static void
test_loading (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *skeleton = ui_find (fixture->page, TRIB_UI_TYPE_TILE_SKELETON);

  g_assert_cmpstr (get_view (fixture), ==, "loading");
  g_assert_true (gtk_widget_get_visible (skeleton));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (skeleton), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (skeleton), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Loading platforms");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (skeleton), GTK_ACCESSIBLE_STATE_BUSY, TRUE);
}

/* The places are where the tiles will be: nothing jumps. */
static void
test_placeholders_have_the_right_size (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *skeleton = ui_find (fixture->page, TRIB_UI_TYPE_TILE_SKELETON);
  GtkWidget *section = gtk_widget_get_first_child (skeleton);
  GtkWidget *place = gtk_widget_get_first_child (gtk_widget_get_last_child (section));
  int wanted, height;

  gtk_widget_measure (place, GTK_ORIENTATION_VERTICAL, 320, NULL, &wanted, NULL, NULL);
  wait_for_grid (fixture);
  gtk_widget_measure (GTK_WIDGET (find_tile (fixture, "trji")), GTK_ORIENTATION_VERTICAL, 320, NULL,
                      &height, NULL, NULL);
  g_assert_cmpint (height, ==, wanted);
  company_fixture_wait_for (find_tile (fixture, "fbrh"), "shows-button", TRUE);
  gtk_widget_measure (GTK_WIDGET (find_tile (fixture, "fbrh")), GTK_ORIENTATION_VERTICAL, 320, NULL,
                      &height, NULL, NULL);
  g_assert_cmpint (height, ==, wanted);
}

static void
test_grid (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GPtrArray) tiles = NULL;
  GListModel *platforms = G_LIST_MODEL (trib_model_account_get_platforms (fixture->world.account));
  g_autofree char *words = NULL;

  wait_for_grid (fixture);
  tiles = get_tiles (fixture);
  g_assert_cmpuint (tiles->len, ==, g_list_model_get_n_items (platforms));
  g_assert_true (ui_shows (fixture->page, "Connect " COMPANY));
  g_assert_true (ui_shows (fixture->page, "Accounting"));
  g_assert_true (ui_shows (fixture->page, "Banking"));
  g_assert_true (ui_shows (fixture->page, "Commerce"));
  g_assert_true (ui_shows (fixture->page, "One at a time. Connected to QuickBooks Online."));
  g_assert_true (ui_shows (fixture->page, "Powered by Codat"));
  words = g_strdup_printf ("Search %u platforms by name or web address", tiles->len);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->search),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  /* What is switched off at Codat is not offered. */
  g_assert_null (find_tile (fixture, "rqwd"));
  ui_assert_names (fixture->page);
}

/* Every tile of a section has a name of its own. */
static void
test_names_differ (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GPtrArray) tiles = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  wait_for_grid (fixture);
  tiles = get_tiles (fixture);
  for (guint i = 0; i < tiles->len; i++)
    g_assert_true (g_hash_table_add (
        seen, (gpointer) trib_ui_platform_tile_get_description (g_ptr_array_index (tiles, i))));
}

static void
test_badges_follow (Fixture *fixture, gconstpointer fault)
{
  TribModelConnection *connection;
  TribUiPlatformTile *tile;

  wait_for_grid (fixture);
  tile = find_tile (fixture, "qhyg");
  g_assert_cmpstr (trib_ui_platform_tile_get_description (tile), ==,
                   "QuickBooks Online, qbo.intuit.com, Connected");
  connection = trib_ui_platform_tile_get_connection (tile);
  g_assert_nonnull (connection);
  trib_model_connection_begin_unlink (connection);
  trib_model_connection_commit_unlink (connection);
  company_fixture_wait_for (connection, "busy", TRUE);
  company_fixture_wait_for (connection, "busy", FALSE);
  company_fixture_settle ();
  g_assert_cmpstr (trib_ui_platform_tile_get_description (tile), ==,
                   "QuickBooks Online, qbo.intuit.com");
  g_assert_true (ui_shows (fixture->page, "One at a time."));
}

static void
test_search (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GPtrArray) tiles = NULL;

  wait_for_grid (fixture);
  /* By name, over all categories at once. */
  type_search (fixture, "sANDbox");
  g_assert_nonnull (find_tile (fixture, "ndsk"));
  g_assert_nonnull (find_tile (fixture, "bksb"));
  g_assert_nonnull (find_tile (fixture, "aiwb"));
  g_assert_null (find_tile (fixture, "gbol"));
  g_assert_false (ui_shows (fixture->page, "Connect " COMPANY));

  /* By web address. */
  type_search (fixture, "go.xero");
  tiles = get_tiles (fixture);
  g_assert_cmpuint (tiles->len, ==, 1);
  g_assert_false (ui_shows (fixture->page, "Banking"));
  g_assert_true (gtk_widget_get_mapped (fixture->search));

  type_search (fixture, "");
  g_assert_true (ui_shows (fixture->page, "Connect " COMPANY));
  g_assert_nonnull (find_tile (fixture, "fqly"));
}

static void
test_no_match (Fixture *fixture, gconstpointer fault)
{
  wait_for_grid (fixture);
  type_search (fixture, "zzz <b>");
  g_assert_cmpstr (get_view (fixture), ==, "no-match");
  g_assert_true (ui_shows (fixture->page, "No Platform Matches"));
  ui_click (ui_find_action (fixture->page, "connect.clear-search"));
  g_assert_cmpstr (get_view (fixture), ==, "ready");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), ==, "");
}

static void
test_search_keys (Fixture *fixture, gconstpointer fault)
{
  GtkWidget *focus;

  wait_for_grid (fixture);
  gtk_widget_activate_action (fixture->page, "connect.search", NULL);
  focus = gtk_window_get_focus (fixture->window.window);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->search));

  /* Enter goes to the first that was found. */
  type_search (fixture, "xero");
  g_signal_emit_by_name (fixture->search, "activate");
  g_assert_true (gtk_window_get_focus (fixture->window.window) ==
                 GTK_WIDGET (find_tile (fixture, "gbol")));

  /* Escape clears first, then goes back. */
  g_signal_emit_by_name (fixture->search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), ==, "");
  g_assert_cmpstr (fixture->window.activated->str, ==, "");
  g_signal_emit_by_name (fixture->search, "stop-search");
  g_assert_cmpstr (fixture->window.activated->str, ==, "back()");
}

static void
test_failed (Fixture *fixture, gconstpointer fault)
{
  ui_wait_for (is_failed, fixture->page);
  company_fixture_settle ();
  g_assert_nonnull (trib_ui_problem_page_get_problem (
      TRIB_UI_PROBLEM_PAGE (ui_find (fixture->page, TRIB_UI_TYPE_PROBLEM_PAGE))));
  sandbox_server_set_fault (fixture->world.server, "none");
  ui_click (ui_find_action (fixture->page, "connect.reload"));
  ui_wait_for (is_ready, fixture->page);
}

static gboolean
has_problem (gpointer data)
{
  return trib_model_platforms_get_problem (data) != NULL;
}

static gboolean
has_no_problem (gpointer data)
{
  return trib_model_platforms_get_problem (data) == NULL;
}

/* A reload that fails takes no tile away, and says so. */
static void
test_reload_fails (Fixture *fixture, gconstpointer fault)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (fixture->world.account);
  TribUiPlatformTile *tile;

  wait_for_grid (fixture);
  tile = find_tile (fixture, "gbol");
  gtk_widget_grab_focus (GTK_WIDGET (tile));
  sandbox_server_set_fault (fixture->world.server, "integrations-500");
  gtk_widget_activate_action (fixture->page, "connect.reload", NULL);
  ui_wait_for (has_problem, platforms);
  g_assert_cmpstr (get_view (fixture), ==, "ready");
  g_assert_true (gtk_widget_get_visible (ui_find (fixture->page, TRIB_UI_TYPE_PROBLEM_BOX)));

  sandbox_server_set_fault (fixture->world.server, "none");
  gtk_widget_activate_action (fixture->page, "connect.reload", NULL);
  ui_wait_for (has_no_problem, platforms);
  ui_wait_for_state (platforms, TRIB_MODEL_STATE_READY);
  company_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (ui_find (fixture->page, TRIB_UI_TYPE_PROBLEM_BOX)));
  g_assert_true (find_tile (fixture, "gbol") == tile);
  g_assert_true (gtk_window_get_focus (fixture->window.window) == GTK_WIDGET (tile));
}

static void
test_dialog (Fixture *fixture, gconstpointer fault)
{
  TribUiConnectPage *page = TRIB_UI_CONNECT_PAGE (fixture->page);
  GtkWindow *dialog;

  wait_for_grid (fixture);
  g_assert_null (trib_ui_connect_page_get_dialog (page));
  ui_click (GTK_WIDGET (find_tile (fixture, "fztf")));
  dialog = trib_ui_connect_page_get_dialog (page);
  g_assert_true (TRIB_UI_IS_BEFORE_DIALOG (dialog));
  g_assert_true (gtk_window_get_transient_for (dialog) == fixture->window.window);
  /* A second one is not put on top. */
  ui_click (GTK_WIDGET (find_tile (fixture, "gbol")));
  g_assert_true (trib_ui_connect_page_get_dialog (page) == dialog);
  gtk_window_close (dialog);
  company_fixture_settle ();
  g_assert_null (trib_ui_connect_page_get_dialog (page));
}

static gboolean
shows_hint (gpointer data)
{
  return ui_shows (data,
                   "Choose the platform that they sign in to. You send them a link, and never "
                   "see their password.");
}

/* Somebody else is asked in two presses, except where there is something to be said first. */
static void
test_somebody_else (Fixture *fixture, gconstpointer fault)
{
  TribUiConnectPage *page = TRIB_UI_CONNECT_PAGE (fixture->page);
  GtkWidget *button = GTK_WIDGET (
      gtk_widget_get_template_child (fixture->page, TRIB_UI_TYPE_CONNECT_PAGE, "else_button"));

  wait_for_grid (fixture);
  g_assert_false (
      gtk_revealer_get_reveal_child (GTK_REVEALER (ui_find (fixture->page, GTK_TYPE_REVEALER))));
  ui_click (button);
  g_assert_true (
      gtk_revealer_get_reveal_child (GTK_REVEALER (ui_find (fixture->page, GTK_TYPE_REVEALER))));
  ui_wait_for (shows_hint, fixture->page);
  ui_click (GTK_WIDGET (find_tile (fixture, "fztf")));
  g_assert_nonnull (strstr (fixture->window.activated->str, "share"));
  g_assert_nonnull (strstr (fixture->window.activated->str, "fztf"));
  g_assert_null (trib_ui_connect_page_get_dialog (page));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  ui_click (button);
  ui_click (GTK_WIDGET (find_tile (fixture, "gbol")));
  g_assert_nonnull (trib_ui_connect_page_get_dialog (page));
  gtk_window_close (trib_ui_connect_page_get_dialog (page));
  company_fixture_settle ();
}

static void
test_unknown_platform (Fixture *fixture, gconstpointer fault)
{
  wait_for_grid (fixture);
  gtk_widget_activate_action (fixture->page, "connect.platform", "(ss)", "nope", "");
  g_assert_null (trib_ui_connect_page_get_dialog (TRIB_UI_CONNECT_PAGE (fixture->page)));
}

/* The page goes away with its dialog. */
static void
test_gone_with_dialog (Fixture *fixture, gconstpointer fault)
{
  wait_for_grid (fixture);
  gtk_widget_activate_action (fixture->page, "connect.platform", "(ss)", "fztf", "");
  g_assert_nonnull (trib_ui_connect_page_get_dialog (TRIB_UI_CONNECT_PAGE (fixture->page)));
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy_request (Fixture *fixture, gconstpointer fault)
{
  g_autofree char *text = NULL;

  wait_for_grid (fixture);
  type_search (fixture, "Kashflow");
  gtk_widget_activate_action (ui_find (fixture->page, TRIB_UI_TYPE_MISSING), "missing.copy-request",
                              NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, text_cb, &text);
  ui_wait_for (has_text, &text);
  g_assert_cmpstr (text, ==,
                   "Please switch on the platform “Kashflow” at Codat: " COMPANY
                   " would like to connect it.");
}

/* Whoever helps is asked in a letter that is written already; nobody is named who is not there. */
static void
test_ask (Fixture *fixture, gconstpointer fault)
{
  TribModelPolicy *policy = trib_model_account_get_policy (fixture->world.account);
  TribUiMissing *missing = TRIB_UI_MISSING (ui_find (fixture->page, TRIB_UI_TYPE_MISSING));
  g_autofree char *letter = NULL;
  g_autofree char *phone = NULL;

  wait_for_grid (fixture);
  type_search (fixture, "Kashflow");
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "");
  g_assert_null (trib_ui_missing_dup_uri (missing));
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "help@example.com");
  letter = trib_ui_missing_dup_uri (missing);
  g_assert_true (g_str_has_prefix (letter, "mailto:help@example.com?"));
  g_assert_nonnull (strstr (letter, "Kashflow"));
  trib_model_policy_set_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT, "020 7946 0000");
  phone = trib_ui_missing_dup_uri (missing);
  g_assert_cmpstr (phone, ==, "tel:02079460000");
}

/* When the list is told anew, a platform that stays keeps its tile, and with it picture and focus.
 */
static void
test_section_keeps_tiles (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GListStore) store = g_list_store_new (TRIB_MODEL_TYPE_PLATFORM);
  TribModelPlatform *first = company_fixture_get_platform (&fixture->world, "gbol");
  TribModelPlatform *second = company_fixture_get_platform (&fixture->world, "fbrh");
  TribModelPlatform *shop = company_fixture_get_platform (&fixture->world, "zsth");
  gpointer before[] = { first, second, shop };
  gpointer after[] = { second, first };
  GtkWidget *widget =
      g_object_ref_sink (trib_ui_platform_section_new (TRIB_MODEL_CATEGORY_ACCOUNTING));
  TribUiPlatformSection *section = TRIB_UI_PLATFORM_SECTION (widget);
  GtkWidget *tile;

  trib_ui_platform_section_set_model (section, G_LIST_MODEL (store), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (widget));
  g_list_store_splice (store, 0, 0, before, G_N_ELEMENTS (before));
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_cmpuint (trib_ui_platform_section_get_n_shown (section), ==, 2);
  tile = trib_ui_platform_section_get_first (section);

  g_list_store_splice (store, 0, G_N_ELEMENTS (before), after, G_N_ELEMENTS (after));
  g_assert_cmpuint (trib_ui_platform_section_get_n_shown (section), ==, 2);
  g_assert_true (gtk_widget_get_next_sibling (trib_ui_platform_section_get_first (section)) ==
                 tile);

  trib_ui_platform_section_set_search (section, "freeagent");
  g_assert_cmpuint (trib_ui_platform_section_get_n_shown (section), ==, 1);
  g_list_store_remove_all (store);
  g_assert_null (trib_ui_platform_section_get_first (section));
  g_assert_false (gtk_widget_get_visible (widget));
  g_assert_finalize_object (widget);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
#define ADD(path, fault, function)                                                                 \
  g_test_add ("/ui/connect/" path, Fixture, fault, set_up, function, tear_down)
  ADD ("loading", "never", test_loading);
  ADD ("allowed", NULL, test_allowed);
  ADD ("hidden", NULL, test_hidden);
  ADD ("required", NULL, test_required);
  ADD ("right-size", NULL, test_placeholders_have_the_right_size);
  ADD ("grid", NULL, test_grid);
  ADD ("names-differ", NULL, test_names_differ);
  ADD ("badges-follow", NULL, test_badges_follow);
  ADD ("search", NULL, test_search);
  ADD ("no-match", NULL, test_no_match);
  ADD ("search-keys", NULL, test_search_keys);
  ADD ("failed", "integrations-500", test_failed);
  ADD ("reload-fails", NULL, test_reload_fails);
  ADD ("section-keeps-tiles", NULL, test_section_keeps_tiles);
  ADD ("dialog", NULL, test_dialog);
  ADD ("somebody-else", NULL, test_somebody_else);
  ADD ("unknown-platform", NULL, test_unknown_platform);
  ADD ("gone-with-dialog", NULL, test_gone_with_dialog);
  ADD ("copy-request", NULL, test_copy_request);
  ADD ("ask", NULL, test_ask);
#undef ADD
  return g_test_run ();
}
