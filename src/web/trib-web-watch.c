/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-watch.h"

#include <string.h>

/* Whether anything can be seen on a page, told from its picture: nothing of ours runs in a page
 * that takes passwords. */

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribLinkWatchdog) watchdog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
      webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (source), result, &error);

  /* A view that is not on the screen has no picture, which says nothing about its page. */
  if (error != NULL)
    g_debug ("The page has no picture: %s", error->message);
  trib_link_watchdog_report_picture (watchdog, texture != NULL && trib_web_is_blank (texture));
}

/**
 * trib_web_is_blank:
 * @texture: the picture of a page
 *
 * Returns: whether it is all of one colour
 */
gboolean
trib_web_is_blank (GdkTexture *texture)
{
  gsize n_pixels =
      (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n_pixels);
  gboolean blank = TRUE;

  gdk_texture_download (texture, (guchar *) pixels,
                        (gsize) gdk_texture_get_width (texture) * sizeof *pixels);
  for (gsize i = 1; i < n_pixels && blank; i++)
    blank = pixels[i] == pixels[0];
  /* What a person typed may be seen on it. */
  explicit_bzero (pixels, n_pixels * sizeof *pixels);
  return blank;
}

static void
look_cb (WebKitWebView *view, TribLinkWatchdog *watchdog)
{
  webkit_web_view_get_snapshot (view, WEBKIT_SNAPSHOT_REGION_VISIBLE, WEBKIT_SNAPSHOT_OPTIONS_NONE,
                                NULL, snapshot_cb, g_object_ref (watchdog));
}

static void
load_changed_cb (WebKitWebView *view, WebKitLoadEvent event, TribLinkWatchdog *watchdog)
{
  if (event == WEBKIT_LOAD_COMMITTED)
    trib_link_watchdog_report_page (watchdog, webkit_web_view_get_uri (view));
}

static void
progress_cb (WebKitWebView *view, GParamSpec *pspec, TribLinkWatchdog *watchdog)
{
  trib_link_watchdog_report_progress (watchdog, webkit_web_view_get_estimated_load_progress (view),
                                      webkit_web_view_is_loading (view));
}

/**
 * trib_web_watch:
 * @view: a view
 * @watchdog: what wants to know how its pages fare
 */
void
trib_web_watch (WebKitWebView *view, TribLinkWatchdog *watchdog)
{
  g_signal_connect_object (watchdog, "look", G_CALLBACK (look_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "load-changed", G_CALLBACK (load_changed_cb), watchdog, 0);
  g_signal_connect_object (view, "notify::estimated-load-progress", G_CALLBACK (progress_cb),
                           watchdog, 0);
  g_signal_connect_object (view, "notify::is-loading", G_CALLBACK (progress_cb), watchdog, 0);
}

/**
 * trib_web_unwatch:
 * @view: a view
 * @watchdog: what [func@TribWeb.watch] told about it
 */
void
trib_web_unwatch (WebKitWebView *view, TribLinkWatchdog *watchdog)
{
  g_signal_handlers_disconnect_by_data (watchdog, view);
  g_signal_handlers_disconnect_by_data (view, watchdog);
}
