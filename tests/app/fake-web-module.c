/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-browser.h"

#include <gio/gio.h>
#include <gmodule.h>
#include <gtk/gtk.h>

/* The module with the embedded view, without WebKit: a view that fetches its link, follows where it
 * is sent as far as a page, and asks its session for a verdict on the way, as the real one does. */

#define FAKE_TYPE_VIEW (fake_view_get_type ())

G_DECLARE_FINAL_TYPE (FakeView, fake_view, FAKE, VIEW, GtkWidget)

struct _FakeView {
  GtkWidget parent_instance;

  TribLinkSession *session; /* (owned) (nullable) */
  guint serial;
  guint idle;
  char *host;
  guint n_reloads;
  guint n_sessions;
  char *offered_file;
  char *saved_to;
  gboolean is_busy;
};

typedef enum {
  PROP_HOST = 1,
  PROP_SECURE,
  PROP_PROGRESS,
  PROP_LOADING,
  PROP_CAN_GO_BACK,
  PROP_CERTIFICATE,
  PROP_OFFERED_FILE,
  PROP_OFFERING_HOST,
  PROP_N_RELOADS,
  PROP_N_SESSIONS,
  PROP_OFFER,
  PROP_PLACE,
  PROP_BUSY,
  PROP_SAVED_TO,
} FakeViewProperty;

static void fake_view_init_browser (TribLinkBrowserInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeView,
                               fake_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRIB_LINK_TYPE_BROWSER,
                                                      fake_view_init_browser))

G_MODULE_EXPORT GtkWidget *trib_web_module_new_view (void);

/* One GET over a socket of its own: the status, and where it is sent. */
static guint
fetch (const char *uri, char **location)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (
      client, g_uri_get_host (parsed), g_uri_get_port (parsed), NULL, NULL);
  g_autoptr (GDataInputStream) input = NULL;
  g_autofree char *request =
      g_strdup_printf ("GET %s%s%s HTTP/1.0\r\nHost: %s:%d\r\n\r\n", g_uri_get_path (parsed),
                       g_uri_get_query (parsed) != NULL ? "?" : "",
                       g_uri_get_query (parsed) != NULL ? g_uri_get_query (parsed) : "",
                       g_uri_get_host (parsed), g_uri_get_port (parsed));
  guint status = 0;

  g_assert_nonnull (connection);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                             strlen (request), NULL, NULL, NULL);
  input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  for (;;) {
    g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

    if (line == NULL || *line == '\0')
      break;
    if (status == 0)
      status = (guint) g_ascii_strtoull (line + strlen ("HTTP/1.x "), NULL, 10);
    else if (g_ascii_strncasecmp (line, "location: ", 10) == 0)
      *location = g_strdup (line + 10);
  }
  return status;
}

static void
set_host (FakeView *self, const char *host)
{
  if (g_strcmp0 (self->host, host) == 0)
    return;
  g_free (self->host);
  self->host = g_strdup (host);
  g_object_notify (G_OBJECT (self), "host");
}

static gboolean
load_cb (gpointer data)
{
  FakeView *self = data;
  g_autofree char *location = NULL;
  const char *uri = trib_link_session_get_link_uri (self->session);
  guint status;

  self->idle = 0;
  if (uri == NULL)
    return G_SOURCE_REMOVE;
  status = fetch (uri, &location);
  set_host (self, "login.xero.com");
  if (status == 401)
    trib_link_session_report_page_problem (self->session, TRIB_LINK_PAGE_PROBLEM_EXPIRED);
  else if (location != NULL && trib_link_session_judge (self->session, location, "GET", FALSE) ==
                                   TRIB_LINK_VERDICT_CAPTURE)
    trib_link_session_capture (self->session, location, "GET");
  return G_SOURCE_REMOVE;
}

static void
session_cb (FakeView *self)
{
  guint serial = trib_link_session_get_link_serial (self->session);

  if (trib_link_session_get_state (self->session) != TRIB_LINK_STATE_OPEN || serial == self->serial)
    return;
  self->serial = serial;
  if (self->idle == 0)
    self->idle = g_idle_add (load_cb, self);
}

static void
fake_view_set_session (TribLinkBrowser *browser, TribLinkSession *session)
{
  FakeView *self = FAKE_VIEW (browser);

  self->n_sessions++;
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::state", G_CALLBACK (session_cb), self,
                           G_CONNECT_SWAPPED);
  session_cb (self);
}

static void
fake_view_reload (TribLinkBrowser *browser)
{
  FakeView *self = FAKE_VIEW (browser);

  self->n_reloads++;
  g_object_notify (G_OBJECT (self), "n-reloads");
}

static void
fake_view_go_back (TribLinkBrowser *browser)
{
}

static void
fake_view_shut_down (TribLinkBrowser *browser)
{
  FakeView *self = FAKE_VIEW (browser);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, session_cb, self);
  g_clear_object (&self->session);
}

static void
fake_view_save_file (TribLinkBrowser *browser, const char *path)
{
  FakeView *self = FAKE_VIEW (browser);

  g_free (self->saved_to);
  self->saved_to = g_strdup (path);
  g_clear_pointer (&self->offered_file, g_free);
  g_object_notify (G_OBJECT (self), "offered-file");
  g_signal_emit_by_name (self, "file-ended", path != NULL);
}

static void
fake_view_init_browser (TribLinkBrowserInterface *iface)
{
  iface->set_session = fake_view_set_session;
  iface->reload = fake_view_reload;
  iface->go_back = fake_view_go_back;
  iface->shut_down = fake_view_shut_down;
  iface->save_file = fake_view_save_file;
}

static void
fake_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FakeView *self = FAKE_VIEW (object);

  switch ((FakeViewProperty) id) {
  case PROP_OFFER:
  case PROP_PLACE:
  case PROP_BUSY:
    break;
  case PROP_HOST:
    g_value_set_string (value, self->host);
    break;
  case PROP_SECURE:
    g_value_set_boolean (value, self->host != NULL);
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, 0.5);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, self->is_busy);
    break;
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, FALSE);
    break;
  case PROP_CERTIFICATE:
    g_value_set_object (value, NULL);
    break;
  case PROP_OFFERED_FILE:
    g_value_set_string (value, self->offered_file);
    break;
  case PROP_OFFERING_HOST:
    g_value_set_string (value, self->offered_file != NULL ? "files.example" : NULL);
    break;
  case PROP_SAVED_TO:
    g_value_set_string (value, self->saved_to);
    break;
  case PROP_N_RELOADS:
    g_value_set_uint (value, self->n_reloads);
    break;
  case PROP_N_SESSIONS:
    g_value_set_uint (value, self->n_sessions);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* A test says where the page is, whether more is to come, and what it hands over. */
static void
fake_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FakeView *self = FAKE_VIEW (object);

  if (id == PROP_PLACE) {
    set_host (self, g_value_get_string (value));
    return;
  }
  if (id == PROP_BUSY) {
    self->is_busy = g_value_get_boolean (value);
    g_object_notify (object, "loading");
    return;
  }
  g_free (self->offered_file);
  self->offered_file = g_value_dup_string (value);
  g_object_notify (object, "offered-file");
  trib_link_watchdog_report_download (trib_link_session_get_watchdog (self->session));
}

static void
fake_view_dispose (GObject *object)
{
  FakeView *self = FAKE_VIEW (object);

  fake_view_shut_down (TRIB_LINK_BROWSER (self));
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->offered_file, g_free);
  g_clear_pointer (&self->saved_to, g_free);
  G_OBJECT_CLASS (fake_view_parent_class)->dispose (object);
}

static void
fake_view_class_init (FakeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_view_get_property;
  object_class->set_property = fake_view_set_property;
  object_class->dispose = fake_view_dispose;
  g_object_class_override_property (object_class, PROP_HOST, "host");
  g_object_class_override_property (object_class, PROP_SECURE, "secure");
  g_object_class_override_property (object_class, PROP_PROGRESS, "progress");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");
  g_object_class_override_property (object_class, PROP_CAN_GO_BACK, "can-go-back");
  g_object_class_override_property (object_class, PROP_CERTIFICATE, "certificate");
  g_object_class_override_property (object_class, PROP_OFFERED_FILE, "offered-file");
  g_object_class_override_property (object_class, PROP_OFFERING_HOST, "offering-host");
  g_object_class_install_property (
      object_class, PROP_OFFER, g_param_spec_string ("offer", NULL, NULL, NULL, G_PARAM_WRITABLE));
  g_object_class_install_property (
      object_class, PROP_PLACE, g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_WRITABLE));
  g_object_class_install_property (
      object_class, PROP_BUSY, g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_WRITABLE));
  g_object_class_install_property (
      object_class, PROP_SAVED_TO,
      g_param_spec_string ("saved-to", NULL, NULL, NULL, G_PARAM_READABLE));
  g_object_class_install_property (
      object_class, PROP_N_RELOADS,
      g_param_spec_uint ("n-reloads", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE));
  g_object_class_install_property (
      object_class, PROP_N_SESSIONS,
      g_param_spec_uint ("n-sessions", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE));
}

static void
fake_view_init (FakeView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
trib_web_module_new_view (void)
{
  return g_object_new (FAKE_TYPE_VIEW, NULL);
}
