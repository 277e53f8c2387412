/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-downloads.h"

#include "trib-text.h"

#include <string.h>

/* Part of TribWebView: a file that a page hands over. Nothing is kept, and nothing is asked of its
 * server beyond the first bytes, before a person has said where it goes; one at a time, so that a
 * page cannot flood anybody with questions. */

/* In bytes, which is what file systems count: most end at 255, and WebKit adds a suffix of its own
 * while the file is on its way. */
#define MAX_NAME 200
#define MAX_SUFFIX 16

static void
forget_file (TribWebView *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
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
  g_debug ("A file was not saved: %s %d", g_quark_to_string (error->domain), error->code);
  forget_file (self);
  g_signal_emit_by_name (self, "file-ended", FALSE);
}

static gboolean
decide_destination_cb (TribWebView *self, const char *suggested)
{
  self->file_name = trib_web_dup_file_name (suggested);
  g_object_notify (G_OBJECT (self), "offered-file");
  if (self->session != NULL)
    trib_link_watchdog_report_download (trib_link_session_get_watchdog (self->session));
  /* It waits until a place is set. */
  return TRUE;
}

static void
started_cb (TribWebView *self, WebKitDownload *download)
{
  if (self->session == NULL || self->file != NULL) {
    webkit_download_cancel (download);
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
  /* Whoever chose the place was asked about what is there. */
  webkit_download_set_allow_overwrite (file, TRUE);
  webkit_download_set_destination (file, path);
}
