/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-windows.h"

#include "trib-web-rules.h"

/* Part of TribWebView: the windows that its pages open, because many platforms sign people in in a
 * second window that talks to the first one. They are as hardened, and end with the sign-in. */

/* A person has no use for more, and a storm of them no end. */
#define MAX_WINDOWS 3

static void
close_window (TribWebView *self)
{
  g_autoptr (TribWebView) keep = g_object_ref (self);

  trib_link_browser_shut_down (TRIB_LINK_BROWSER (self));
  g_signal_emit_by_name (self, "closed");
}

static void
close_cb (TribWebView *self)
{
  close_window (self);
}

static void
ready_cb (TribWebView *self)
{
  if (self->opener != NULL)
    g_signal_emit_by_name (self->opener, "window", self);
}

/**
 * trib_web_windows_create:
 * @self: a view
 * @action: why its page wants a second window
 *
 * Returns: (nullable) (transfer none): WebKit's view of the window, or %NULL when there is none
 */
WebKitWebView *
trib_web_windows_create (TribWebView *self, WebKitNavigationAction *action)
{
  TribWebView *top = self->is_window ? self->opener : self;
  g_autofree char *outside = NULL;
  TribWebView *window;

  if (top == NULL || self->session == NULL || top->windows->len >= MAX_WINDOWS)
    return NULL;
  if (!trib_web_rule_popup (self->session, action, &outside)) {
    if (outside != NULL)
      trib_web_view_open_outside (self, outside);
    return NULL;
  }
  window = g_object_ref_sink (trib_web_view_new_window (self));
  g_ptr_array_add (top->windows, window);
  g_signal_connect_object (window->view, "ready-to-show", G_CALLBACK (ready_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->view, "close", G_CALLBACK (close_cb), window, G_CONNECT_SWAPPED);
  return window->view;
}

/**
 * trib_web_windows_close_all:
 * @self: a view
 *
 * Closes the windows that its pages have open.
 */
void
trib_web_windows_close_all (TribWebView *self)
{
  while (self->windows->len > 0)
    close_window (g_ptr_array_index (self->windows, self->windows->len - 1));
}

void
trib_web_windows_forget (TribWebView *self)
{
  if (self->is_window && self->opener != NULL)
    g_ptr_array_remove (self->opener->windows, self);
}
