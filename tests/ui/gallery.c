/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"

#include <locale.h>

/* Shows one page and saves a picture of it, for people to look at. Not a test: nothing is asserted,
 * and nothing is installed. */

typedef GtkWidget *(*MakePage) (UiWorld *world, GtkWindow *window);

static GtkWidget *
make_welcome (UiWorld *world, GtkWindow *window)
{
  return trib_ui_welcome_page_new ();
}

static GtkWidget *
make_companies (UiWorld *world, GtkWindow *window)
{
  return trib_ui_companies_page_new (world->account);
}

static TribModelCompany *
find_company (UiWorld *world, const char *name)
{
  TribModelCompanies *companies = trib_model_account_get_companies (world->account);

  trib_model_companies_load (companies);
  ui_wait_for_state (companies, TRIB_MODEL_STATE_READY);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (companies)); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (G_LIST_MODEL (companies), i);

    if (g_str_has_prefix (trib_model_company_get_name (company), name))
      return company;
  }
  return NULL;
}

static GtkWidget *
make_connections (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Harbour");

  trib_model_platforms_load (trib_model_account_get_platforms (world->account));
  return trib_ui_connections_page_new (company);
}

static GtkWidget *
make_companies_failed (UiWorld *world, GtkWindow *window)
{
  sandbox_server_set_fault (world->server, "companies-500");
  return trib_ui_companies_page_new (world->account);
}

static GtkWidget *
make_companies_no_match (UiWorld *world, GtkWindow *window)
{
  trib_model_companies_load (trib_model_account_get_companies (world->account));
  ui_wait_for_state (trib_model_account_get_companies (world->account), TRIB_MODEL_STATE_READY);
  trib_model_companies_set_search (trib_model_account_get_companies (world->account), "zzz <b>");
  return trib_ui_companies_page_new (world->account);
}

static GtkWidget *
make_skeleton (UiWorld *world, GtkWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *skeleton = g_object_new (TRIB_UI_TYPE_SKELETON, "vexpand", TRUE, NULL);

  gtk_widget_add_css_class (box, "view");
  gtk_box_append (GTK_BOX (box), g_object_new (TRIB_UI_TYPE_COMPANY_HEADINGS, NULL));
  gtk_box_append (GTK_BOX (box), skeleton);
  return box;
}

static GtkWidget *
make_add_account (UiWorld *world, GtkWindow *window)
{
  g_autoptr (TribStoreKeyring) keyring = trib_store_memory_keyring_new ();
  g_autoptr (TribModelAccounts) accounts =
      trib_model_accounts_new (world->store, keyring, world->clock);

  return GTK_WIDGET (trib_ui_add_account_dialog_new (accounts, window));
}

static GtkWidget *
make_add_account_problem (UiWorld *world, GtkWindow *window)
{
  GtkWidget *dialog = make_add_account (world, window);
  GtkWidget *key = ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (key), "not a key at all \xc3\xa9");
  gtk_widget_activate_action (dialog, "account.check", NULL);
  return dialog;
}

static GtkWidget *
make_new_company (UiWorld *world, GtkWindow *window)
{
  return GTK_WIDGET (
      trib_ui_new_company_dialog_new (trib_model_account_get_companies (world->account), window));
}

static GtkWidget *
make_new_company_existing (UiWorld *world, GtkWindow *window)
{
  GListModel *list = G_LIST_MODEL (trib_model_account_get_companies (world->account));
  GtkWidget *dialog = make_new_company (world, window);
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ENTRY_ROW);
  g_autoptr (TribModelCompany) first = NULL;

  trib_model_companies_load (TRIB_MODEL_COMPANIES (list));
  ui_wait_for_state (list, TRIB_MODEL_STATE_READY);
  first = g_list_model_get_item (list, 0);
  gtk_editable_set_text (GTK_EDITABLE (row), trib_model_company_get_name (first));
  return dialog;
}

static GtkWidget *
make_new_company_name (UiWorld *world, GtkWindow *window)
{
  GtkWidget *dialog = make_new_company (world, window);
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), "Smith & Søn <b>\"Ltd\"</b>");
  return dialog;
}

static GtkWidget *
make_widgets (UiWorld *world, GtkWindow *window)
{
  static const char *const words[] = { "Not started",   "Waiting",        "Connected",
                                       "Sign in again", "Platform error", "Unlinked" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "view");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  for (int i = 0; i <= TRIB_MODEL_STATUS_PAST; i++) {
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

    gtk_widget_set_margin_start (line, 24);
    gtk_box_append (GTK_BOX (line), trib_ui_status_pill_new (i, words[i]));
    gtk_box_append (GTK_BOX (line), trib_ui_status_dot_new (i));
    gtk_box_append (GTK_BOX (line), trib_ui_logo_new (NULL, words[i], 26));
    gtk_box_append (GTK_BOX (line), trib_ui_logo_new (NULL, words[i], 40));
    gtk_box_append (GTK_BOX (line), trib_ui_logo_new (NULL, words[i], 64));
    if (i <= TRIB_STORE_ENVIRONMENT_DEMO)
      gtk_box_append (GTK_BOX (line), trib_ui_environment_badge_new (i));
    gtk_box_append (GTK_BOX (box), line);
  }
  return box;
}

static GtkWidget *
make_problem (UiWorld *world, GtkWindow *window)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, "No route to host");
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);
  GtkWidget *page = trib_ui_problem_page_new ();

  trib_ui_problem_page_set_retry_action (TRIB_UI_PROBLEM_PAGE (page), "win.back");
  trib_ui_problem_page_set_problem (TRIB_UI_PROBLEM_PAGE (page), problem);
  return page;
}

static GtkWidget *
make_company_of (UiWorld *world, const char *name, const char *view, const char *search)
{
  GtkWidget *page = trib_ui_company_page_new (world->account, find_company (world, name));
  GtkWidget *entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY);

  g_object_set (page, "view", view, NULL);
  if (search != NULL) {
    ui_wait_for_state (trib_model_account_get_platforms (world->account), TRIB_MODEL_STATE_READY);
    gtk_editable_set_text (GTK_EDITABLE (entry), search);
  }
  return page;
}

static GtkWidget *
make_connect (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connect", NULL);
}

static GtkWidget *
make_connect_search (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connect", "sage");
}

static GtkWidget *
make_connect_no_match (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connect", "zzz <b>");
}

static GtkWidget *
make_connect_loading (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Alderley Craft Brewing");

  sandbox_server_set_fault (world->server, "never");
  return trib_ui_company_page_new (world->account, company);
}

static GtkWidget *
make_connect_failed (UiWorld *world, GtkWindow *window)
{
  TribModelCompany *company = find_company (world, "Alderley Craft Brewing");

  sandbox_server_set_fault (world->server, "integrations-500");
  return trib_ui_company_page_new (world->account, company);
}

static GtkWidget *
make_company_connections (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Alderley Craft Brewing", "connections", NULL);
}

static GtkWidget *
make_connections_empty (UiWorld *world, GtkWindow *window)
{
  return make_company_of (world, "Hollis & Okafor Architects", "connections", NULL);
}

static GtkWidget *
make_before_of (UiWorld *world, const char *name, const char *key)
{
  TribModelCompany *company = find_company (world, name);
  TribModelPlatforms *platforms = trib_model_account_get_platforms (world->account);

  trib_model_platforms_load (platforms);
  ui_wait_for_state (platforms, TRIB_MODEL_STATE_READY);
  return trib_ui_before_dialog_new (world->account, company,
                                    trib_model_platforms_find (platforms, key, NULL));
}

static GtkWidget *
make_before (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "gbol");
}

static GtkWidget *
make_before_windows (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "pqsw");
}

static GtkWidget *
make_before_long (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Hollis & Okafor Architects", "trji");
}

static GtkWidget *
make_before_other (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Alderley Craft Brewing", "gbol");
}

static GtkWidget *
make_before_connected (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Alderley Craft Brewing", "zsth");
}

static GtkWidget *
make_before_waiting (UiWorld *world, GtkWindow *window)
{
  return make_before_of (world, "Juniper & Sons Plumbing", "qhyg");
}

static GtkWidget *
make_sign_in (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = sign_in_fixture_open (world, "ask");

  sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
  return page;
}

static GtkWidget *
make_sign_in_trouble (UiWorld *world, GtkWindow *window)
{
  GtkWidget *page = make_sign_in (world, window);

  trib_link_watchdog_report_page (
      trib_link_session_get_watchdog (sign_in_fixture_get_session (page)),
      "https://login.example.com/signin/rejected");
  return page;
}

#define RESULT(function, ending)                                                                   \
  static GtkWidget *function (UiWorld *world, GtkWindow *window)                                   \
  {                                                                                                \
    return sign_in_fixture_end (world, ending);                                                    \
  }
RESULT (make_result_allow, "allow")
RESULT (make_result_cancel, "cancel")
RESULT (make_result_crash, "crash")
RESULT (make_result_error, "error")
RESULT (make_result_expired, "expired")
RESULT (make_result_hostile, "hostile-text")
RESULT (make_result_lies, "lies")
RESULT (make_result_no_network, "no-network")
RESULT (make_result_not_supported, "not-supported")
RESULT (make_result_tls, "tls")
RESULT (make_result_unchanged, "unchanged")
RESULT (make_result_unknown, "unknown-code")

static const struct {
  const char *name;
  MakePage make;
} pages[] = {
  { "add-account", make_add_account },
  { "add-account-problem", make_add_account_problem },
  { "before", make_before },
  { "before-connected", make_before_connected },
  { "before-long", make_before_long },
  { "before-other", make_before_other },
  { "before-waiting", make_before_waiting },
  { "before-windows", make_before_windows },
  { "companies", make_companies },
  { "companies-failed", make_companies_failed },
  { "companies-no-match", make_companies_no_match },
  { "company-connections", make_company_connections },
  { "connect", make_connect },
  { "connect-failed", make_connect_failed },
  { "connect-loading", make_connect_loading },
  { "connect-no-match", make_connect_no_match },
  { "connect-search", make_connect_search },
  { "connections", make_connections },
  { "connections-empty", make_connections_empty },
  { "new-company", make_new_company },
  { "new-company-existing", make_new_company_existing },
  { "new-company-name", make_new_company_name },
  { "problem", make_problem },
  { "result-allow", make_result_allow },
  { "result-cancel", make_result_cancel },
  { "result-crash", make_result_crash },
  { "result-error", make_result_error },
  { "result-expired", make_result_expired },
  { "result-hostile", make_result_hostile },
  { "result-lies", make_result_lies },
  { "result-no-network", make_result_no_network },
  { "result-not-supported", make_result_not_supported },
  { "result-tls", make_result_tls },
  { "result-unchanged", make_result_unchanged },
  { "result-unknown", make_result_unknown },
  { "sign-in", make_sign_in },
  { "sign-in-trouble", make_sign_in_trouble },
  { "skeleton", make_skeleton },
  { "welcome", make_welcome },
  { "widgets", make_widgets },
};

typedef struct {
  gboolean dark;
  gboolean rtl;
  int width;
  int height;
  double text;
  int wait;
  int n_companies;
  char *out;
} Options;

static gboolean
save (GtkWindow *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_print ("%s: %d × %d\n", path, width, height);
  return gdk_texture_save_to_png (texture, path);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
show (MakePage make, const Options *options)
{
  UiWorld world = { NULL };
  UiWindow window;
  GtkWidget *page;
  GtkWidget *shown_from = NULL;
  GtkWindow *shown;
  gboolean stop = FALSE;
  gboolean saved;

  ui_world_start (&world, (guint) options->n_companies);
  page = make (&world, NULL);
  if (GTK_IS_WINDOW (page)) {
    shown = GTK_WINDOW (page);
    gtk_window_set_default_size (shown, MIN (options->width, 560), options->height);
    if (TRIB_UI_IS_BEFORE_DIALOG (page)) {
      shown_from = adw_window_new ();
      gtk_window_set_default_size (GTK_WINDOW (shown_from), options->width, options->height);
      gtk_window_present (GTK_WINDOW (shown_from));
      while (gtk_widget_get_width (shown_from) == 0)
        g_main_context_iteration (NULL, TRUE);
      trib_ui_before_dialog_present (TRIB_UI_BEFORE_DIALOG (page), shown_from);
    }
    gtk_window_present (shown);
  } else {
    ui_window_open (&window, page, options->width, options->height);
    shown = window.window;
  }
  g_timeout_add ((guint) options->wait, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
  saved = save (shown, options->out);
  if (shown_from != NULL)
    gtk_window_destroy (GTK_WINDOW (shown_from));
  else if (GTK_IS_WINDOW (page))
    gtk_window_destroy (shown);
  else
    ui_window_close (&window);
  ui_world_stop (&world);
  return saved;
}

static void
apply (const Options *options)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, options->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                             : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * options->text),
                "gtk-enable-animations", FALSE, NULL);
  if (options->rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

int
main (int argc, char *argv[])
{
  Options options = { .width = 1100, .height = 720, .text = 1.0, .wait = 1500 };
  const GOptionEntry entries[] = {
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, "Dark style", NULL },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &options.rtl, "Right to left", NULL },
    { "width", 0, 0, G_OPTION_ARG_INT, &options.width, "Width of the window", "PIXELS" },
    { "height", 0, 0, G_OPTION_ARG_INT, &options.height, "Height of the window", "PIXELS" },
    { "text", 0, 0, G_OPTION_ARG_DOUBLE, &options.text, "Size of the text", "FACTOR" },
    { "wait", 0, 0, G_OPTION_ARG_INT, &options.wait, "Before the picture", "MILLISECONDS" },
    { "companies", 0, 0, G_OPTION_ARG_INT, &options.n_companies, "How many companies", "N" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, "Where to save the picture", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("PAGE");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  adw_init ();
  trib_ui_init ();
  apply (&options);
  for (guint i = 0; argc == 2 && options.out != NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, argv[1]))
      return show (pages[i].make, &options) ? 0 : 1;
  g_printerr ("Usage: gallery PAGE --out FILE [OPTION…]; pages:");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_printerr (" %s", pages[i].name);
  g_printerr ("\n");
  return 2;
}
