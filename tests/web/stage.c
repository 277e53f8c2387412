/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stage.h"

#include "trib-web-view-private.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <webkit/webkit.h>

/* The kernel cuts a name after fifteen bytes. */
#define WEB_PROCESS "WebKitWebProces"
#define NETWORK_PROCESS "WebKitNetworkPr"

gboolean
stage_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
open_outside_cb (Stage *self, const char *uri)
{
  self->n_outside++;
}

static void
closed_cb (TribLinkBrowser *popup, Stage *self)
{
  self->n_closed++;
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (popup))));
}

static void
failed_cb (Stage *self, TribLinkPageProblem problem)
{
  self->n_failed++;
  self->failure = problem;
}

static void
window_cb (Stage *self, TribLinkBrowser *popup)
{
  self->n_windows++;
  self->popup = popup;
  self->popup_window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->popup_window), GTK_WIDGET (popup));
  g_signal_connect (popup, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (popup, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (popup, "open-outside", G_CALLBACK (open_outside_cb), self);
  gtk_window_present (GTK_WINDOW (self->popup_window));
}

static void
file_ended_cb (Stage *self, gboolean saved)
{
  self->file_ended = saved;
}

void
stage_renew_view (Stage *self)
{
  GtkWidget *view =
      self->megabytes != 0 ? trib_web_view_new_limited (self->megabytes) : trib_web_view_new ();

  if (self->browser != NULL)
    trib_link_browser_shut_down (self->browser);
  gtk_window_set_child (GTK_WINDOW (self->window), view);
  self->browser = TRIB_LINK_BROWSER (view);
  g_signal_connect_swapped (view, "open-outside", G_CALLBACK (open_outside_cb), self);
  g_signal_connect_swapped (view, "window", G_CALLBACK (window_cb), self);
  g_signal_connect_swapped (view, "file-ended", G_CALLBACK (file_ended_cb), self);
}

void
stage_init (Stage *self)
{
  g_autofree char *redirect_template = NULL;
  g_autoptr (GError) error = NULL;

  memset (self, 0, sizeof *self);
  self->file_ended = -1;
  self->site = site_new ();
  self->service = fake_service_new ();
  self->clock = test_clock_new ();
  redirect_template =
      g_strdup_printf ("%s/done?s={statusCode}&c={connectionId}&k={companyId}&n={state}",
                       site_get_redirect_origin (self->site));
  self->redirect = trib_link_redirect_new (redirect_template, &error);
  g_assert_no_error (error);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  stage_renew_view (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
stage_clear (Stage *self)
{
  gpointer view = self->browser;

  trib_link_browser_shut_down (self->browser);
  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (view == NULL);
  if (self->session != NULL)
    g_assert_finalize_object (self->session);
  fake_service_flush (self->service);
  g_assert_finalize_object (self->service);
  g_assert_finalize_object (self->clock);
  g_assert_finalize_object (self->redirect);
  g_assert_finalize_object (self->site);
}

void
stage_answer_link (Stage *self, const char *path)
{
  g_autofree char *link = g_strconcat (site_get_origin (self->site), path, NULL);

  fake_service_answer_ticket (self->service, CONNECTION, link);
}

void
stage_open (Stage *self, const char *path)
{
  TribLinkSession *session =
      trib_link_session_new (TRIB_LINK_SERVICE (self->service), self->redirect, COMPANY, NULL, TRUE,
                             TRIB_CLOCK (self->clock));

  trib_link_browser_set_session (self->browser, session);
  g_clear_object (&self->session);
  self->session = session;
  trib_link_session_start (session);
  stage_answer_link (self, path);
  g_assert_cmpint (trib_link_session_get_state (session), ==, TRIB_LINK_STATE_OPEN);
}

char *
stage_dup_redirect (Stage *self, const char *code, const char *connection_id)
{
  const char *state = strstr (trib_link_session_get_link_uri (self->session), "state=");

  return g_strdup_printf ("%s/done?s=%s&c=%s&k=%s&n=%s", site_get_redirect_origin (self->site),
                          code, connection_id, COMPANY, state + strlen ("state="));
}

void
stage_wait_state (Stage *self, TribLinkState state)
{
  wait_until (trib_link_session_get_state (self->session) == state);
}

void
stage_wait_hit (Stage *self, const char *path)
{
  wait_until (site_get_hits (self->site, path) > 0);
}

static gboolean
is_loading (Stage *self)
{
  gboolean loading;

  g_object_get (self->browser, "loading", &loading, NULL);
  return loading;
}

void
stage_wait_idle (Stage *self)
{
  wait_until (!is_loading (self));
}

static gboolean
is_shown (Stage *self)
{
  g_autofree char *host = NULL;

  g_object_get (self->browser, "host", &host, NULL);
  return host != NULL;
}

void
stage_wait_shown (Stage *self)
{
  wait_until (is_shown (self));
  stage_wait_idle (self);
}

TribLinkOutcome
stage_end (Stage *self, TribLinkTruth truth)
{
  stage_wait_state (self, TRIB_LINK_STATE_CONFIRMING);
  fake_service_answer_check (self->service, truth);
  return trib_link_session_get_outcome (self->session);
}

static gboolean
has_title (Stage *self, const char *title)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->browser));

  return g_strcmp0 (webkit_web_view_get_title (WEBKIT_WEB_VIEW (view)), title) == 0;
}

/* The title tells that the page before is not the one that is shown any more: a page that is only
 * asked for cannot be asked for again. */
void
stage_sign_in (Stage *self)
{
  g_autofree char *title = g_strdup_printf ("Allow %u", site_get_hits (self->site, "/normal"));
  g_autofree char *page = g_strdup_printf ("<!doctype html><title>%s</title>", title);
  g_autofree char *redirect = NULL;
  g_autofree char *location = NULL;

  site_set_page (self->site, "/normal", page);
  stage_open (self, "/normal");
  wait_until (has_title (self, title));
  stage_wait_idle (self);
  redirect = stage_dup_redirect (self, "200", CONNECTION);
  location = g_strconcat ("=302 ", redirect, NULL);
  site_set_page (self->site, "/normal", location);
  trib_link_browser_reload (self->browser);
  g_assert_cmpint (stage_end (self, TRIB_LINK_TRUTH_LINKED), ==, TRIB_LINK_OUTCOME_CONNECTED);
}

static gboolean
read_process (const char *pid, char **name, int *parent)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/stat", pid);
  g_autofree char *text = NULL;
  char *open;
  char *close;
  char state;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  open = strchr (text, '(');
  close = strrchr (text, ')');
  if (open == NULL || close == NULL || sscanf (close + 1, " %c %d", &state, parent) != 2)
    return FALSE;
  *name = g_strndup (open + 1, (gsize) (close - open - 1));
  return state != 'Z';
}

static gboolean
is_ours (int pid)
{
  while (pid > 1) {
    g_autofree char *text = g_strdup_printf ("%d", pid);
    g_autofree char *name = NULL;

    if (pid == (int) getpid ())
      return TRUE;
    if (!read_process (text, &name, &pid))
      return FALSE;
  }
  return FALSE;
}

static gboolean
end_process (const char *pid)
{
  return kill (atoi (pid), SIGKILL) == 0;
}

/* More than the one that WebKit looks for at once: a bold one, and one of the person's choice. */
static gboolean
has_fonts (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/maps", pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_fonts = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_fonts += g_str_has_suffix (lines[i], ".ttf") || g_str_has_suffix (lines[i], ".otf");
  return n_fonts > 1;
}

/* Returns: of how many processes the visit was a success */
static guint
visit_processes (const char *prefix, gboolean (*visit) (const char *pid))
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *entry;
  guint count = 0;

  while ((entry = g_dir_read_name (processes)) != NULL) {
    g_autofree char *name = NULL;
    int parent;

    if (!g_ascii_isdigit (*entry) || !read_process (entry, &name, &parent) ||
        !g_str_has_prefix (name, prefix) || !is_ours (parent))
      continue;
    count += visit == NULL || visit (entry);
  }
  return count;
}

guint
stage_count_web_processes (void)
{
  return visit_processes (WEB_PROCESS, NULL);
}

guint
stage_kill_web_processes (void)
{
  return visit_processes (WEB_PROCESS, end_process);
}

guint
stage_count_web_processes_with_fonts (void)
{
  return visit_processes (WEB_PROCESS, has_fonts);
}

guint
stage_count_network_processes (void)
{
  return visit_processes (NETWORK_PROCESS, NULL);
}

guint
stage_kill_network_processes (void)
{
  return visit_processes (NETWORK_PROCESS, end_process);
}
