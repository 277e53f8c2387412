/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-view-private.h"

#include "trib-web-downloads.h"
#include "trib-web-hardening.h"
#include "trib-web-refusals.h"
#include "trib-web-rules.h"
#include "trib-web-watch.h"
#include "trib-web-windows.h"

#include "trib-link-browser.h"

/* The embedded view: one WebKit view with a network session of its own, for one sign-in after the
 * other until it is shut down; or a window that such a page opened, in the same session. Owned by
 * the page that shows it; main thread only. */

typedef enum {
  PROP_HOST = 1,
  PROP_SECURE,
  PROP_PROGRESS,
  PROP_LOADING,
  PROP_CAN_GO_BACK,
  PROP_CERTIFICATE,
  PROP_OFFERED_FILE,
} Property;

static void trib_web_view_init_browser (TribLinkBrowserInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribWebView,
                               trib_web_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRIB_LINK_TYPE_BROWSER,
                                                      trib_web_view_init_browser))

/* The blank page that the view was made ready with is nowhere to go back to. */
static gboolean
can_go_back (TribWebView *self)
{
  WebKitBackForwardListItem *item = self->view != NULL
                                        ? webkit_back_forward_list_get_back_item (
                                              webkit_web_view_get_back_forward_list (self->view))
                                        : NULL;

  return item != NULL &&
         g_strcmp0 (webkit_back_forward_list_item_get_uri (item), "about:blank") != 0;
}

static void
report (TribWebView *self, TribLinkPageProblem problem)
{
  /* The session outlives whatever its handlers do to this view. */
  g_autoptr (TribLinkSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;

  if (session != NULL && self->shown_serial == trib_link_session_get_link_serial (session))
    trib_link_session_report_page_problem (session, problem);
}

static void
go_blank (TribWebView *self)
{
  g_clear_pointer (&self->link_origin, g_free);
  if (self->view != NULL)
    webkit_web_view_load_uri (self->view, "about:blank");
}

static void
follow_session (TribWebView *self)
{
  guint serial = trib_link_session_get_link_serial (self->session);
  TribLinkState state = trib_link_session_get_state (self->session);

  if (state == TRIB_LINK_STATE_OPEN && serial != self->shown_serial) {
    const char *uri = trib_link_session_get_link_uri (self->session);

    self->shown_serial = serial;
    self->wants_focus = TRUE;
    g_free (self->link_origin);
    self->link_origin = trib_web_dup_origin (uri);
    if (self->view != NULL)
      webkit_web_view_load_uri (self->view, uri);
    else
      report (self, TRIB_LINK_PAGE_PROBLEM_CRASH);
  } else if (self->link_origin != NULL && state != TRIB_LINK_STATE_OPEN &&
             state != TRIB_LINK_STATE_CONFIRMING) {
    /* Nothing of a sign-in goes on behind a page that is over. */
    go_blank (self);
  }
}

static void
session_notify_cb (TribWebView *self)
{
  if (self->session != NULL && trib_link_session_get_state (self->session) != TRIB_LINK_STATE_OPEN)
    trib_web_windows_close_all (self);
  if (self->session != NULL)
    follow_session (self);
}

static gboolean
decide_policy_cb (TribWebView *self, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type)
{
  g_autoptr (TribWebView) keep = g_object_ref (self);
  g_autoptr (TribLinkSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;
  TribWebRuling ruling = trib_web_rule_decision (session, self->link_origin, decision, type);
  g_autofree char *outside = ruling.outside;

  if (outside != NULL)
    g_signal_emit_by_name (self, "open-outside", outside);
  if (ruling.expired)
    report (self, TRIB_LINK_PAGE_PROBLEM_EXPIRED);
  return ruling.handled;
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
    report (self, TRIB_LINK_PAGE_PROBLEM_NETWORK);
  }
  return TRUE;
}

static gboolean
load_failed_tls_cb (TribWebView *self)
{
  report (self, TRIB_LINK_PAGE_PROBLEM_TLS);
  return TRUE;
}

static void
web_process_terminated_cb (TribWebView *self, WebKitWebProcessTerminationReason reason)
{
  trib_web_view_set_place (self, NULL, NULL, FALSE);
  if (reason != WEBKIT_WEB_PROCESS_TERMINATED_BY_API)
    report (self, TRIB_LINK_PAGE_PROBLEM_CRASH);
}

static void
progress_cb (TribWebView *self)
{
  g_object_notify (G_OBJECT (self), "progress");
}

static void
loading_cb (TribWebView *self)
{
  g_object_notify (G_OBJECT (self), "loading");
}

static void
leave_session (TribWebView *self)
{
  if (self->session == NULL)
    return;
  trib_web_windows_close_all (self);
  trib_web_downloads_save (self, NULL);
  g_signal_handlers_disconnect_by_func (self->session, session_notify_cb, self);
  if (self->view != NULL && !self->is_window)
    trib_web_unwatch (self->view, trib_link_session_get_watchdog (self->session));
  g_clear_object (&self->session);
}

static void
trib_web_view_set_session (TribLinkBrowser *browser, TribLinkSession *session)
{
  TribWebView *self = TRIB_WEB_VIEW (browser);

  if (self->session == session && session != NULL)
    return;
  leave_session (self);
  g_set_object (&self->session, session);
  self->shown_serial = 0;
  self->retried_serial = 0;
  if (session == NULL) {
    go_blank (self);
    return;
  }
  g_signal_connect_object (session, "notify::link-serial", G_CALLBACK (session_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (session_notify_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->view != NULL)
    trib_web_watch (self->view, trib_link_session_get_watchdog (session));
  follow_session (self);
}

static void
trib_web_view_reload (TribLinkBrowser *browser)
{
  TribWebView *self = TRIB_WEB_VIEW (browser);

  if (self->view != NULL)
    webkit_web_view_reload (self->view);
}

static void
trib_web_view_go_back (TribLinkBrowser *browser)
{
  TribWebView *self = TRIB_WEB_VIEW (browser);

  if (can_go_back (self))
    webkit_web_view_go_back (self->view);
}

/* Destroying a view leaves its process running, so that is ended first; a window has the process of
 * the page that opened it. */
static void
trib_web_view_shut_down (TribLinkBrowser *browser)
{
  TribWebView *self = TRIB_WEB_VIEW (browser);
  g_autoptr (WebKitWebView) view = NULL;

  trib_web_windows_forget (self);
  leave_session (self);
  view = g_steal_pointer (&self->view);
  g_clear_pointer (&self->link_origin, g_free);
  if (view != NULL) {
    g_signal_handlers_disconnect_by_data (view, self);
    webkit_web_view_stop_loading (view);
    if (!self->is_window)
      webkit_web_view_terminate_web_process (view);
    gtk_widget_unparent (GTK_WIDGET (view));
  }
  g_clear_object (&self->network);
  g_clear_object (&self->context);
  trib_web_view_set_place (self, NULL, NULL, FALSE);
}

static void
trib_web_view_save_file (TribLinkBrowser *browser, const char *path)
{
  trib_web_downloads_save (TRIB_WEB_VIEW (browser), path);
}

static void
trib_web_view_init_browser (TribLinkBrowserInterface *iface)
{
  iface->set_session = trib_web_view_set_session;
  iface->reload = trib_web_view_reload;
  iface->go_back = trib_web_view_go_back;
  iface->shut_down = trib_web_view_shut_down;
  iface->save_file = trib_web_view_save_file;
}

static gboolean
trib_web_view_grab_focus (GtkWidget *widget)
{
  TribWebView *self = TRIB_WEB_VIEW (widget);

  return self->view != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
trib_web_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribWebView *self = TRIB_WEB_VIEW (object);

  switch ((Property) id) {
  case PROP_HOST:
    g_value_set_string (value, self->host);
    break;
  case PROP_SECURE:
    g_value_set_boolean (value, self->secure);
    break;
  case PROP_PROGRESS:
    g_value_set_double (
        value, self->view != NULL ? webkit_web_view_get_estimated_load_progress (self->view) : 0.0);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, self->view != NULL && webkit_web_view_is_loading (self->view));
    break;
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, can_go_back (self));
    break;
  case PROP_CERTIFICATE:
    g_value_set_object (value, self->certificate);
    break;
  case PROP_OFFERED_FILE:
    g_value_set_string (value, self->file_name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_web_view_dispose (GObject *object)
{
  trib_web_view_shut_down (TRIB_LINK_BROWSER (object));
  G_OBJECT_CLASS (trib_web_view_parent_class)->dispose (object);
}

static void
trib_web_view_finalize (GObject *object)
{
  TribWebView *self = TRIB_WEB_VIEW (object);

  g_clear_weak_pointer (&self->opener);
  g_ptr_array_unref (self->windows);
  g_free (self->host);
  G_OBJECT_CLASS (trib_web_view_parent_class)->finalize (object);
}

static void
trib_web_view_class_init (TribWebViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_web_view_get_property;
  object_class->dispose = trib_web_view_dispose;
  object_class->finalize = trib_web_view_finalize;
  widget_class->grab_focus = trib_web_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_object_class_override_property (object_class, PROP_HOST, "host");
  g_object_class_override_property (object_class, PROP_SECURE, "secure");
  g_object_class_override_property (object_class, PROP_PROGRESS, "progress");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");
  g_object_class_override_property (object_class, PROP_CAN_GO_BACK, "can-go-back");
  g_object_class_override_property (object_class, PROP_CERTIFICATE, "certificate");
  g_object_class_override_property (object_class, PROP_OFFERED_FILE, "offered-file");
}

static void
follow_view (TribWebView *self)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "decide-policy", G_CALLBACK (decide_policy_cb) },
    { "create", G_CALLBACK (trib_web_windows_create) },
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

static void
take_view (TribWebView *self, WebKitWebView *view)
{
  self->view = g_object_ref_sink (view);
  trib_web_refuse_extras (view);
  follow_view (self);
  gtk_widget_set_hexpand (GTK_WIDGET (view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (view), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (view), GTK_WIDGET (self));
}

static void
trib_web_view_init (TribWebView *self)
{
  self->windows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * trib_web_view_new:
 *
 * Returns: (transfer floating): a view with a network session of its own, which keeps nothing
 */
GtkWidget *
trib_web_view_new (void)
{
  TribWebView *self = g_object_new (TRIB_WEB_TYPE_VIEW, NULL);
  g_autoptr (WebKitSettings) settings = NULL;

  /* A page without a sandbox is a page with all that the person may do. */
  if (!TRIB_DEVEL &&
      trib_web_sandbox_is_off (g_getenv ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"))) {
    g_warning ("The sandbox of the sign-in page is switched off; it is not opened");
    return GTK_WIDGET (self);
  }
  self->network = trib_web_network_session_new ();
  self->context = trib_web_context_new ();
  settings = trib_web_settings_new ();
  take_view (self, g_object_new (WEBKIT_TYPE_WEB_VIEW, "network-session", self->network,
                                 "web-context", self->context, "settings", settings, NULL));
  trib_web_downloads_follow (self);
  return GTK_WIDGET (self);
}

/**
 * trib_web_view_new_window:
 * @opener: the view whose page opens it
 *
 * Returns: (transfer floating): a view in the same session, and of the same sign-in, that shows
 *   what WebKit is about to load there
 */
TribWebView *
trib_web_view_new_window (TribWebView *opener)
{
  TribWebView *self = g_object_new (TRIB_WEB_TYPE_VIEW, NULL);
  g_autoptr (WebKitSettings) settings = trib_web_settings_new ();

  self->is_window = TRUE;
  g_set_weak_pointer (&self->opener, opener->is_window ? opener->opener : opener);
  take_view (self, g_object_new (WEBKIT_TYPE_WEB_VIEW, "related-view", opener->view, "settings",
                                 settings, NULL));
  self->session = g_object_ref (opener->session);
  self->shown_serial = opener->shown_serial;
  self->link_origin = g_strdup (opener->link_origin);
  return self;
}
