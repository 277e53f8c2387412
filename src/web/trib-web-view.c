/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-view-private.h"

#include "trib-web-downloads.h"
#include "trib-web-hardening.h"
#include "trib-web-loads.h"
#include "trib-web-refusals.h"
#include "trib-web-rules.h"
#include "trib-web-watch.h"
#include "trib-web-windows.h"

#include "trib-link-browser.h"

/* The embedded view: one WebKit view with a network session of its own, for one sign-in after the
 * other until it is shut down; or a window that such a page opened, in the same session. Owned by
 * the page that shows it; main thread only. */

/* Hidden, because it stays on the screen until the first page comes. */
#define READY_PAGE                                                                                 \
  "<!doctype html><body style=\"visibility:hidden\"><p style=\"font-family:system-ui\">Aa "        \
  "<b>Aa</b>"                                                                                      \
  "<p style=\"font-family:sans-serif\">Aa <b>Aa</b>"

typedef enum {
  PROP_HOST = 1,
  PROP_SECURE,
  PROP_PROGRESS,
  PROP_LOADING,
  PROP_CAN_GO_BACK,
  PROP_CERTIFICATE,
  PROP_OFFERED_FILE,
  PROP_OFFERING_HOST,
} Property;

/* In microseconds; longer than WebKit takes a script for the doing of a click. */
#define OUTSIDE_PAUSE (2 * G_USEC_PER_SEC)

static void trib_web_view_init_browser (TribLinkBrowserInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribWebView,
                               trib_web_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRIB_LINK_TYPE_BROWSER,
                                                      trib_web_view_init_browser))

static void
follow_session (TribWebView *self)
{
  guint serial = trib_link_session_get_link_serial (self->session);
  TribLinkState state = trib_link_session_get_state (self->session);

  if (state == TRIB_LINK_STATE_OPEN && serial != self->shown_serial) {
    self->shown_serial = serial;
    trib_web_loads_open (self, trib_link_session_get_link_uri (self->session));
  } else if (self->link_origin != NULL && state != TRIB_LINK_STATE_OPEN &&
             state != TRIB_LINK_STATE_CONFIRMING) {
    trib_web_loads_end (self);
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

/* One click can ask for any number of letters; a person wants one. */
void
trib_web_view_open_outside (TribWebView *self, const char *uri)
{
  TribWebView *top = self->is_window && self->opener != NULL ? self->opener : self;
  gint64 now = g_get_monotonic_time ();

  if (top->outside_at != 0 && now - top->outside_at < OUTSIDE_PAUSE)
    return;
  top->outside_at = now;
  g_signal_emit_by_name (self, "open-outside", uri);
}

static gboolean
decide_policy_cb (TribWebView *self, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type)
{
  g_autoptr (TribWebView) keep = g_object_ref (self);
  g_autoptr (TribLinkSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;
  TribWebRuling ruling = trib_web_rule_decision (session, self->link_origin, decision, type);
  g_autofree char *outside = ruling.outside;

  if (outside != NULL)
    trib_web_view_open_outside (self, outside);
  if (ruling.expired)
    trib_web_loads_report (self, TRIB_LINK_PAGE_PROBLEM_EXPIRED);
  return ruling.handled;
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

/* It starts the process that the pages will need, and its letters make that find the fonts of
 * nearly all of them. */
static void
get_ready (TribWebView *self)
{
  if (self->link_origin != NULL)
    trib_web_loads_end (self);
  if (self->view != NULL)
    webkit_web_view_load_html (self->view, READY_PAGE, NULL);
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
    get_ready (self);
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

  if (trib_web_loads_can_go_back (self))
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
  g_clear_object (&self->before);
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
    g_value_set_boolean (value, trib_web_loads_can_go_back (self));
    break;
  case PROP_CERTIFICATE:
    g_value_set_object (value, self->certificate);
    break;
  case PROP_OFFERED_FILE:
    g_value_set_string (value, self->file_name);
    break;
  case PROP_OFFERING_HOST:
    g_value_set_string (value, self->file_host);
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
  g_object_class_override_property (object_class, PROP_OFFERING_HOST, "offering-host");
}

static void
take_view (TribWebView *self, WebKitWebView *view)
{
  self->view = g_object_ref_sink (view);
  trib_web_refuse_extras (view);
  trib_web_loads_follow (self);
  g_signal_connect_swapped (view, "decide-policy", G_CALLBACK (decide_policy_cb), self);
  g_signal_connect_swapped (view, "create", G_CALLBACK (trib_web_windows_create), self);
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
  return trib_web_view_new_limited (TRIB_WEB_MEGABYTES);
}

/**
 * trib_web_view_new_limited:
 * @megabytes: what its pages may use before they are ended
 *
 * Returns: (transfer floating): as [ctor@TribWeb.View.new]
 */
GtkWidget *
trib_web_view_new_limited (guint megabytes)
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
  self->context = trib_web_context_new (megabytes);
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
  trib_web_view_show_window_page (self);
  return self;
}
