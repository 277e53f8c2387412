/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-downloads.h"

#include "trib-web-loads.h"
#include "trib-web-rules.h"

#include "trib-text.h"

#include <string.h>

/* Part of TribWebView: a file that a page hands over. Nothing is kept, and nothing is asked of its
 * server beyond the first bytes, before a person has said where it goes; one at a time, so that a
 * page cannot flood anybody with questions. */

/* In bytes, which is what file systems count: most end at 255, and WebKit adds a suffix of its own
 * while the file is on its way. */
#define MAX_NAME 200
#define MAX_SUFFIX 16
/* Each costs this process memory, also when it is refused at once. */
#define MAX_REFUSED 100

static void
forget_file (TribWebView *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->file_host, g_free);
  self->file_wanted = FALSE;
  if (self->file_name == NULL)
    return;
  g_clear_pointer (&self->file_name, g_free);
  g_object_notify (G_OBJECT (self), "offered-file");
}

static void
finished_cb (TribWebView *self)
{
  forget_file (self);
  g_signal_emit_by_name (self, "file-ended", TRUE);
}

static void
failed_cb (TribWebView *self, GError *error)
{
  gboolean was_wanted;

  g_debug ("A file was not saved: %s %d", g_quark_to_string (error->domain), error->code);
  was_wanted = self->file_wanted;
  forget_file (self);
  /* Nobody hears that a file was not saved that nobody wanted. */
  if (was_wanted)
    g_signal_emit_by_name (self, "file-ended", FALSE);
}

/**
 * trib_web_dup_offering_host:
 * @session: the sign-in whose page offers a file
 * @uri: (nullable): where the file comes from in the end, after all redirects
 * @page_host: (nullable): where the page is
 *
 * Returns: (transfer full) (nullable): the host to name; %NULL for a place that no page may be
 *   loaded from either
 */
char *
trib_web_dup_offering_host (TribLinkSession *session, const char *uri, const char *page_host)
{
  g_autofree char *scheme = uri != NULL ? g_uri_parse_scheme (uri) : NULL;

  /* What a page has made itself is the page's. */
  if (g_strcmp0 (scheme, "blob") == 0 || g_strcmp0 (scheme, "data") == 0)
    return g_strdup (page_host);
  if (trib_link_session_judge (session, uri, "GET", FALSE) != TRIB_LINK_VERDICT_ALLOW)
    return NULL;
  return trib_web_dup_host (uri);
}

/* WebKit follows the redirects of a file unasked, so that only its end can be judged. */
static gboolean
decide_destination_cb (TribWebView *self, const char *suggested)
{
  WebKitURIResponse *response = webkit_download_get_response (self->file);
  const char *uri = response != NULL ? webkit_uri_response_get_uri (response) : NULL;

  self->file_host =
      self->session != NULL ? trib_web_dup_offering_host (self->session, uri, self->host) : NULL;
  if (self->file_host == NULL) {
    g_debug ("A file comes from a place that is not allowed");
    webkit_download_cancel (self->file);
    return TRUE;
  }
  self->file_name = trib_web_dup_file_name (suggested);
  g_object_notify (G_OBJECT (self), "offered-file");
  trib_link_watchdog_report_download (trib_link_session_get_watchdog (self->session));
  /* It waits until a place is set. */
  return TRUE;
}

static void
started_cb (TribWebView *self, WebKitDownload *download)
{
  if (self->session == NULL || self->file != NULL) {
    webkit_download_cancel (download);
    if (++self->n_refused_files == MAX_REFUSED)
      trib_web_loads_give_up (self);
    return;
  }
  self->file = g_object_ref (download);
  g_signal_connect_swapped (download, "decide-destination", G_CALLBACK (decide_destination_cb),
                            self);
  g_signal_connect_swapped (download, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (download, "failed", G_CALLBACK (failed_cb), self);
}

/* What a file is stands at the end of its name, so that is what stays. */
static char *
shorten (const char *name)
{
  const char *dot = strrchr (name, '.');
  const char *suffix = dot != NULL && strlen (dot) <= MAX_SUFFIX ? dot : "";
  gsize room = MAX_NAME - strlen (suffix);
  const char *end = name + strlen (name) - strlen (suffix);
  g_autofree char *stem = NULL;

  if ((gsize) (end - name) > room)
    end = g_utf8_find_prev_char (name, name + room + 1);
  stem = g_strndup (name, (gsize) (end - name));
  return g_strconcat (stem, suffix, NULL);
}

/**
 * trib_web_dup_file_name:
 * @suggested: (nullable): what a server calls a file
 *
 * Returns: (transfer full): a name without a path, without what cannot be seen, and not hidden
 */
char *
trib_web_dup_file_name (const char *suggested)
{
  g_autofree char *base = g_path_get_basename (suggested != NULL ? suggested : "");
  g_autofree char *name = trib_text_for_display (base, strlen (base));
  const char *start = name + strspn (name, ". ");

  g_strdelimit (name, "/\\", '_');
  return shorten (*start != '\0' ? start : "file");
}

void
trib_web_downloads_follow (TribWebView *self)
{
  g_signal_connect_object (self->network, "download-started", G_CALLBACK (started_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * trib_web_downloads_save:
 * @self: a view
 * @path: (nullable): where the file goes
 */
void
trib_web_downloads_save (TribWebView *self, const char *path)
{
  g_autoptr (WebKitDownload) file = self->file != NULL ? g_object_ref (self->file) : NULL;

  if (file == NULL)
    return;
  if (path == NULL) {
    forget_file (self);
    webkit_download_cancel (file);
    return;
  }
  if (self->file_name == NULL)
    return;
  g_clear_pointer (&self->file_name, g_free);
  g_object_notify (G_OBJECT (self), "offered-file");
  self->file_wanted = TRUE;
  /* Whoever chose the place was asked about what is there. */
  webkit_download_set_allow_overwrite (file, TRUE);
  webkit_download_set_destination (file, path);
}
