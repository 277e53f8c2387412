/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-application.h"

#include "trib-app-home.h"
#include "trib-app-request.h"
#include "trib-app-tour.h"
#include "trib-app-web.h"
#include "trib-app-window.h"

#include "trib-ui.h"

#include <glib/gi18n.h>

/* The application: the command line, the actions that belong to no window, and the choice of the
 * classes that do the work. main owns it. */

struct _TribAppApplication {
  AdwApplication parent_instance;

  TribClock *clock;  /* (owned) */
  TribAppTour *tour; /* (owned) (nullable): while it walks */
  int status;
  gboolean options_read; /* whether the command line could be read */

  /* Of our own command line only: whoever calls over D-Bus must not choose where we read and write.
   */
  gboolean demo;
  char *data_dir;    /* (owned) (nullable) */
  char *screenshots; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribAppApplication, trib_app_application, ADW_TYPE_APPLICATION)

#define USAGE_STATUS 2

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Try everything without an account or a network"),
    NULL },
  { "account", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Use an account that was added before"),
    N_ ("NAME") },
  { "company", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open a company"), N_ ("ID") },
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Put everything that is written there"),
    N_ ("DIR") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { "play-main-job", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("With --demo: walk the main job and verify each step"), NULL },
  { "screenshots", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("With --play-main-job: save a picture of each step there"), N_ ("DIR") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, NULL },
  { NULL },
};

static char *
get_data_dir (TribAppApplication *self)
{
  g_autofree char *data_dir = self->data_dir != NULL
                                  ? g_strdup (self->data_dir)
                                  : g_build_filename (g_get_user_data_dir (), "tributary", NULL);

  return self->demo ? g_build_filename (data_dir, "demo", NULL) : g_steal_pointer (&data_dir);
}

static TribAppHome *
make_home (TribAppApplication *self)
{
  g_autofree char *data_dir = get_data_dir (self);
  g_autoptr (TribAppDemo) sandbox = self->demo ? trib_app_demo_new () : NULL;
  g_autoptr (TribStoreKeyring) keyring =
      self->demo ? trib_store_memory_keyring_new () : trib_store_secret_keyring_new ();

  return trib_app_home_new (data_dir, keyring, self->clock, sandbox);
}

static void
tour_said_cb (TribAppTour *tour, const char *line)
{
  g_print ("%s\n", line);
}

static void
tour_ended_cb (TribAppApplication *self)
{
  self->status = trib_app_tour_get_passed (self->tour) ? 0 : 1;
  g_application_quit (G_APPLICATION (self));
}

static void
begin_tour (TribAppApplication *self, TribAppWindow *window, const char *screenshots)
{
  self->tour = trib_app_tour_new (window, self->clock, screenshots);
  g_signal_connect (self->tour, "said", G_CALLBACK (tour_said_cb), NULL);
  g_signal_connect_object (self->tour, "ended", G_CALLBACK (tour_ended_cb), self,
                           G_CONNECT_SWAPPED);
  trib_app_tour_start (self->tour);
}

static TribAppWindow *
find_window (TribAppApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    if (TRIB_APP_IS_WINDOW (l->data))
      return l->data;
  }
  return NULL;
}

/* Shows the window, opening it first where there is none, and what it is asked for. */
static TribAppWindow *
show_window (TribAppApplication *self, const TribAppRequest *request)
{
  TribAppWindow *window = find_window (self);

  if (window == NULL) {
    g_autoptr (TribAppHome) home = make_home (self);
    g_autoptr (TribAppWeb) web = trib_app_web_new (NULL);

    window = trib_app_window_new (GTK_APPLICATION (self), home, web);
    gtk_window_present (GTK_WINDOW (window));
    trib_app_window_start (window, request);
  } else {
    gtk_window_present (GTK_WINDOW (window));
    trib_app_window_handle_request (window, request);
  }
  return window;
}

/* Takes the addresses into the request; the last one that is known counts. */
static gboolean
read_uris (TribAppRequest *request, const char *const *uris)
{
  gboolean all_known = TRUE;

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    if (!trib_app_request_read_uri (request, uris[i], &error)) {
      g_message ("%s", error->message);
      all_known = FALSE;
    }
  }
  return all_known;
}

static void
say_unknown_uri (TribAppWindow *window)
{
  trib_app_window_say (window, _ ("This link leads nowhere in Tributary"));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "The Tributary authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name",
                         _ ("Tributary"), "application-icon", "io.github.tributary.Tributary",
                            "version", PACKAGE_VERSION, "developer-name",
                            _ ("The Tributary authors"), "developers", developers, "license-type",
                               GTK_LICENSE_GPL_3_0, "comments",
                               _ ("Connects a business’s accounting, banking and commerce platforms through Codat, and lets "
         "you see, unlink and delete those connections."),
                                  "copyright",
                                  _ ("© 2026 The Tributary authors"),
                                     /* Translators: your names, each on a line of its own. */
                                     "translator-credits", _ ("translator-credits"), NULL);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (RESOURCE_BASE "/ui/trib-app-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (data)));
  gtk_window_present (window);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TribAppWindow *window = find_window (TRIB_APP_APPLICATION (data));

  if (window == NULL || trib_app_window_may_leave (window, "app.quit"))
    g_application_quit (G_APPLICATION (data));
}

/* What a message on the desktop asks for, and nothing that could do harm. */
static void
open_company_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (TribAppRequest) request = trib_app_request_new ();

  request->company_id = g_variant_dup_string (parameter, NULL);
  request->connections = g_str_equal (g_action_get_name (G_ACTION (action)), "open-connections");
  show_window (TRIB_APP_APPLICATION (data), request);
}

static const GActionEntry actions[] = {
  { .name = "open-company", .activate = open_company_action, .parameter_type = "s" },
  { .name = "open-connections", .activate = open_company_action, .parameter_type = "s" },
  { .name = "about", .activate = about_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "quit", .activate = quit_action },
};

static const struct {
  const char *action;
  const char *const accels[3];
} accels[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "app.shortcuts", { "<Control>question", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.back", { "<Alt>Left", NULL } },
  { "win.new-company", { "<Control>n", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.reload", { "<Control>r", "F5", NULL } },
};

/* A mistyped option must not look as if it had been obeyed. */
static const char *
find_stray (GVariantDict *dict)
{
  g_autofree const char **rest = NULL;

  if (!g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&s", &rest))
    return NULL;
  for (guint i = 0; rest[i] != NULL; i++) {
    if (!g_str_has_prefix (rest[i], "tributary:"))
      return rest[i];
  }
  return NULL;
}

static int
trib_app_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  TribAppApplication *self = TRIB_APP_APPLICATION (application);
  gboolean play = g_variant_dict_contains (dict, "play-main-job");
  const char *stray = find_stray (dict);

  self->options_read = TRUE;
  self->demo = g_variant_dict_contains (dict, "demo");
  g_variant_dict_lookup (dict, "data-dir", "^ay", &self->data_dir);
  g_variant_dict_lookup (dict, "screenshots", "^ay", &self->screenshots);
  if (stray != NULL) {
    /* Translators: %s is what was typed behind the name of the program. */
    g_printerr (_ ("“%s” is not known here; --help lists what is.\n"), stray);
    return USAGE_STATUS;
  }
  if (g_variant_dict_contains (dict, "version")) {
    g_print ("tributary %s\n", PACKAGE_VERSION);
    return 0;
  }
  if (play != g_variant_dict_contains (dict, "screenshots") || (play && !self->demo)) {
    g_printerr ("%s\n", _ ("--play-main-job needs --demo and --screenshots DIR."));
    return USAGE_STATUS;
  }
  if (self->demo && g_variant_dict_contains (dict, "account")) {
    g_printerr ("%s\n", _ ("--demo brings its own account: leave --account out."));
    return USAGE_STATUS;
  }
  /* The demo, and a data folder of one's own, have nothing to do with a copy that runs already. */
  if (self->demo)
    g_application_set_application_id (application, APP_ID ".Demo");
  if (self->demo || g_variant_dict_contains (dict, "data-dir"))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

/* GLib ends with 1 for an option that it does not know, which is wrong usage like any other. */
static gboolean
trib_app_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  GApplicationClass *parent = G_APPLICATION_CLASS (trib_app_application_parent_class);
  gboolean done = parent->local_command_line (application, arguments, status);

  if (done && *status == 1 && !TRIB_APP_APPLICATION (application)->options_read)
    *status = USAGE_STATUS;
  return done;
}

static int
trib_app_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  TribAppApplication *self = TRIB_APP_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  g_autoptr (TribAppRequest) request = trib_app_request_new ();
  g_autofree const char **uris = NULL;
  TribAppWindow *window;
  gboolean known;

  g_variant_dict_lookup (dict, "account", "s", &request->account_name);
  g_variant_dict_lookup (dict, "company", "s", &request->company_id);
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&s", &uris);
  known = read_uris (request, uris);
  window = show_window (self, request);
  if (!known)
    say_unknown_uri (window);
  if (self->tour == NULL && self->screenshots != NULL)
    begin_tour (self, window, self->screenshots);
  return 0;
}

/* The desktop starts the program over D-Bus, without a command line. */
static void
trib_app_application_activate (GApplication *application)
{
  g_autoptr (TribAppRequest) request = trib_app_request_new ();

  show_window (TRIB_APP_APPLICATION (application), request);
}

static void
trib_app_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (TribAppRequest) request = trib_app_request_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;
  TribAppWindow *window;
  gboolean known;

  for (int i = 0; i < n_files; i++) {
    g_autofree char *uri = g_file_get_uri (files[i]);

    g_strv_builder_add (builder, uri);
  }
  uris = g_strv_builder_end (builder);
  known = read_uris (request, (const char *const *) uris);
  window = show_window (TRIB_APP_APPLICATION (application), request);
  if (!known)
    say_unknown_uri (window);
}

static void
trib_app_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (trib_app_application_parent_class)->startup (application);

  trib_ui_init ();
  gtk_window_set_default_icon_name ("io.github.tributary.Tributary");
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
}

static void
trib_app_application_dispose (GObject *object)
{
  TribAppApplication *self = TRIB_APP_APPLICATION (object);

  g_clear_object (&self->tour);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->screenshots, g_free);
  G_OBJECT_CLASS (trib_app_application_parent_class)->dispose (object);
}

static void
trib_app_application_class_init (TribAppApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_app_application_dispose;
  application_class->local_command_line = trib_app_application_local_command_line;
  application_class->handle_local_options = trib_app_application_handle_local_options;
  application_class->command_line = trib_app_application_command_line;
  application_class->activate = trib_app_application_activate;
  application_class->open = trib_app_application_open;
  application_class->startup = trib_app_application_startup;
}

static void
trib_app_application_init (TribAppApplication *self)
{
  self->clock = trib_clock_new_system ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), "[URI]");
}

/**
 * trib_app_application_new:
 *
 * Returns: (transfer full): the application
 */
TribAppApplication *
trib_app_application_new (void)
{
  return g_object_new (TRIB_APP_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       RESOURCE_BASE, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * trib_app_application_get_status:
 * @self: the application
 *
 * Returns: the exit status that the tour asks for; 0 without a tour
 */
int
trib_app_application_get_status (TribAppApplication *self)
{
  g_return_val_if_fail (TRIB_APP_IS_APPLICATION (self), 1);
  return self->status;
}
