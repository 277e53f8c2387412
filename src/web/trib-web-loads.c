/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-loads.h"

#include "trib-web-rules.h"

/* Part of TribWebView: the pages of a sign-in, from its link to their end, and what may go wrong
 * with them. */

static WebKitBackForwardListItem *
get_current_item (TribWebView *self)
{
  return webkit_back_forward_list_get_current_item (
      webkit_web_view_get_back_forward_list (self->view));
}

static void
load_changed_cb (TribWebView *self, WebKitLoadEvent event)
{
  if (event != WEBKIT_LOAD_COMMITTED)
    return;
  trib_web_view_update_place (self);
  g_object_notify (G_OBJECT (self), "can-go-back");
  /* A page's own autofocus does nothing in a view without the focus. */
  if (self->wants_focus && self->host != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view))) {
    self->wants_focus = FALSE;
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  }
}

/* A load that meets a network process that has just died fails before it was sent, and the next
 * one has a new process. Once for each link, so that a process that dies of it is not fed for ever.
 */
static gboolean
try_again (TribWebView *self, WebKitLoadEvent event, const char *uri, GError *error)
{
  if (event != WEBKIT_LOAD_STARTED || !trib_web_is_process_failure (error) ||
      self->session == NULL || self->retried_serial == self->shown_serial ||
      self->shown_serial != trib_link_session_get_link_serial (self->session))
    return FALSE;
  self->retried_serial = self->shown_serial;
  webkit_web_view_load_uri (self->view, uri);
  return TRUE;
}

static gboolean
load_failed_cb (TribWebView *self, WebKitLoadEvent event, const char *uri, GError *error)
{
  if (try_again (self, event, uri, error))
    return TRUE;
  if (trib_web_is_page_failure (error)) {
    g_debug ("A page did not load: %s %d", g_quark_to_string (error->domain), error->code);
    trib_web_loads_report (self, TRIB_LINK_PAGE_PROBLEM_NETWORK);
  }
  return TRUE;
}

static gboolean
load_failed_tls_cb (TribWebView *self)
{
  trib_web_loads_report (self, TRIB_LINK_PAGE_PROBLEM_TLS);
  return TRUE;
}

static void
web_process_terminated_cb (TribWebView *self, WebKitWebProcessTerminationReason reason)
{
  trib_web_view_set_place (self, NULL, NULL, FALSE);
  if (reason != WEBKIT_WEB_PROCESS_TERMINATED_BY_API)
    trib_web_loads_report (self, TRIB_LINK_PAGE_PROBLEM_CRASH);
}

static void
progress_cb (TribWebView *self)
{
  g_object_notify (G_OBJECT (self), "progress");
}

static void
loading_cb (TribWebView *self)
{
  trib_web_view_settle_place (self);
  g_object_notify (G_OBJECT (self), "loading");
}

/**
 * trib_web_loads_follow:
 * @self: a view that has just got WebKit's
 */
void
trib_web_loads_follow (TribWebView *self)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "load-changed", G_CALLBACK (load_changed_cb) },
    { "load-failed", G_CALLBACK (load_failed_cb) },
    { "load-failed-with-tls-errors", G_CALLBACK (load_failed_tls_cb) },
    { "web-process-terminated", G_CALLBACK (web_process_terminated_cb) },
    { "notify::estimated-load-progress", G_CALLBACK (progress_cb) },
    { "notify::is-loading", G_CALLBACK (loading_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_swapped (self->view, handlers[i].signal, handlers[i].callback, self);
}

/**
 * trib_web_loads_open:
 * @self: a view
 * @uri: a fresh link
 */
void
trib_web_loads_open (TribWebView *self, const char *uri)
{
  self->wants_focus = TRUE;
  self->n_refused_files = 0;
  g_free (self->link_origin);
  self->link_origin = trib_web_dup_origin (uri);
  if (self->view == NULL) {
    trib_web_loads_report (self, TRIB_LINK_PAGE_PROBLEM_CRASH);
    return;
  }
  g_set_object (&self->before, get_current_item (self));
  webkit_web_view_load_uri (self->view, uri);
}

/**
 * trib_web_loads_end:
 * @self: a view
 *
 * Nothing of a sign-in goes on behind a page that is over, so its process ends. A blank page in its
 * place would have to come through that process, and may do so after the next link, which is lost
 * then; a link that is opened now has a process of its own.
 */
void
trib_web_loads_end (TribWebView *self)
{
  g_clear_pointer (&self->link_origin, g_free);
  if (self->view != NULL)
    webkit_web_view_terminate_web_process (self->view);
}

/**
 * trib_web_loads_give_up:
 * @self: a view whose page does harm
 *
 * Ends the page as one that crashed.
 */
void
trib_web_loads_give_up (TribWebView *self)
{
  g_autoptr (TribWebView) keep = g_object_ref (self);

  g_debug ("A page is ended because it asks for too much");
  if (self->view != NULL)
    webkit_web_view_terminate_web_process (self->view);
  trib_web_loads_report (self, TRIB_LINK_PAGE_PROBLEM_CRASH);
}

/**
 * trib_web_loads_can_go_back:
 * @self: a view
 *
 * Returns: whether there is a page of this link to go back to; neither the blank one that the view
 *   was made ready with nor one of a link before is
 */
gboolean
trib_web_loads_can_go_back (TribWebView *self)
{
  WebKitBackForwardListItem *item = self->view != NULL
                                        ? webkit_back_forward_list_get_back_item (
                                              webkit_web_view_get_back_forward_list (self->view))
                                        : NULL;

  return item != NULL && item != self->before &&
         g_strcmp0 (webkit_back_forward_list_item_get_uri (item), "about:blank") != 0;
}

/**
 * trib_web_loads_report:
 * @self: a view
 * @problem: what is wrong with its page
 */
void
trib_web_loads_report (TribWebView *self, TribLinkPageProblem problem)
{
  /* The session outlives whatever its handlers do to this view. */
  g_autoptr (TribLinkSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;

  /* The page that opened a window may well do without it. */
  if (self->is_window)
    g_signal_emit_by_name (self, "failed", problem);
  else if (session != NULL && self->shown_serial == trib_link_session_get_link_serial (session))
    trib_link_session_report_page_problem (session, problem);
}
