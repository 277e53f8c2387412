/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-scenarios.h"

#include <glib/gi18n.h>

/* The names are the sandbox's; it speaks English only, so the words are here. */
typedef struct {
  const char *name;
  const char *words;
} Choice;

static const Choice endings[] = {
  { "ask", N_ ("The sign-in page asks what to do") },
  { "allow", N_ ("Access is allowed at once") },
  { "cancel", N_ ("The person cancels") },
  { "unchanged", N_ ("The person leaves without doing anything") },
  { "not-supported", N_ ("The edition is not supported") },
  { "error", N_ ("The platform fails and says why") },
  { "hostile-text", N_ ("The platform’s words try to be more than words") },
  { "unknown-code", N_ ("It ends in a way that nobody knows") },
  { "lies", N_ ("It says yes although nothing was connected") },
  { "other-organisation", N_ ("Another organisation is connected than before") },
  { "no-redirect", N_ ("It ends on Codat’s own page") },
};

static const Choice troubles[] = {
  { "expired", N_ ("The link is too old") },
  { "used", N_ ("The link was used before") },
  { "slow", N_ ("The page takes three seconds") },
  { "never", N_ ("The page never comes") },
  { "blank", N_ ("The page is empty") },
  { "hang", N_ ("The page is busy with itself for ever") },
  { "crash", N_ ("The page takes memory until it is stopped") },
  { "tls", N_ ("The page cannot prove who it is") },
  { "popup", N_ ("The platform signs in in a window of its own") },
  { "download", N_ ("The platform hands over a file first") },
};

static const Choice forgeries[] = {
  { "forged", N_ ("The page goes to a forged end first") },
  { "forged-frame", N_ ("A frame in the page goes to a forged end") },
  { "post", N_ ("The end is posted instead of opened") },
};

/* What a row's button belongs to: the name is the sandbox's own and static. */
#define NAME_KEY "tributary-scenario"
/* What the sandbox plays because a presenter picked it. */
#define PICKED_KEY "tributary-picked"
#define USUAL "ask"

static void
toggled_cb (GtkCheckButton *button, SandboxServer *server)
{
  gpointer name = g_object_get_data (G_OBJECT (button), NAME_KEY);

  if (!gtk_check_button_get_active (button))
    return;
  sandbox_server_set_scenario (server, name);
  g_object_set_data (G_OBJECT (server), PICKED_KEY, name);
}

static GtkWidget *
make_row (SandboxServer *server, const Choice *choice, GtkCheckButton **first)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choice->words));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *first);
  if (*first == NULL)
    *first = GTK_CHECK_BUTTON (button);
  g_object_set_data (G_OBJECT (button), NAME_KEY, (gpointer) choice->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               g_str_equal (choice->name, sandbox_server_get_scenario (server)));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), server, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_group (GtkWidget *page,
           SandboxServer *server,
           const char *title,
           const Choice *choices,
           guint n_choices,
           GtkCheckButton **first)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n_choices; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (server, &choices[i], first));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static GtkWidget *
make_page (SandboxServer *server)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkCheckButton *first = NULL;

  add_group (page, server, _ ("How It Ends"), endings, G_N_ELEMENTS (endings), &first);
  add_group (page, server, _ ("What Gets in the Way"), troubles, G_N_ELEMENTS (troubles), &first);
  add_group (page, server, _ ("What Is Forged"), forgeries, G_N_ELEMENTS (forgeries), &first);
  return page;
}

/**
 * trib_app_scenarios_new:
 * @server: the sandbox of the demo
 * @parent: the window that it is over
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
trib_app_scenarios_new (SandboxServer *server, GtkWindow *parent)
{
  GtkWidget *window;

  g_return_val_if_fail (SANDBOX_IS_SERVER (server), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  window = adw_preferences_window_new ();
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window),
                              ADW_PREFERENCES_PAGE (make_page (server)));
  gtk_window_set_title (GTK_WINDOW (window), _ ("The Next Sign-In"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 560);
  gtk_widget_set_size_request (window, 320, -1);
  return GTK_WINDOW (window);
}

/**
 * trib_app_scenarios_end_sign_in:
 * @server: the sandbox of the demo
 *
 * What was picked was for one sign-in: the next one asks what to do, unless the sandbox was told
 * otherwise by somebody else.
 */
void
trib_app_scenarios_end_sign_in (SandboxServer *server)
{
  const char *picked;

  g_return_if_fail (SANDBOX_IS_SERVER (server));

  picked = g_object_steal_data (G_OBJECT (server), PICKED_KEY);
  if (g_strcmp0 (picked, sandbox_server_get_scenario (server)) == 0)
    sandbox_server_set_scenario (server, USUAL);
}
