/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-transport.h"

#include "codat-authorizer-private.h"
#include "codat-error.h"
#include "codat-uri.h"

#include <libsoup/soup.h>

#define USUAL_TIME 30000
#define IO_TIMEOUT 30
#define MAX_CONNECTIONS 8
#define CHUNK (32 * 1024)

/* The one place where a request leaves and an answer comes in. Owned by the client; lives in the
 * thread of the client. It bears any server: an answer has a size and a time that it may take, and
 * a redirect is only another status.
 */
struct _CodatTransport {
  GObject parent_instance;

  SoupSession *session;        /* (owned) */
  GUri *base;                  /* (owned) */
  CodatAuthorizer *authorizer; /* (owned) (nullable) */
  TribClock *clock;            /* (owned) */
  guint usual_time;            /* milliseconds */
};

G_DEFINE_FINAL_TYPE (CodatTransport, codat_transport, G_TYPE_OBJECT)

/* One request under way; the data of its task. */
typedef struct {
  CodatRequest *request; /* (owned) */
  SoupMessage *message;  /* (owned) (nullable) */
  GInputStream *stream;  /* (owned) (nullable): set once the head of the answer is here */
  GByteArray *body;      /* (owned): what was read, and room for what is being read */
  guint length;          /* how much of it was read */
  GCancellable *inner;   /* (owned): cancelled by the caller, the deadline, or too many bytes */
  gulong outer_id;
  guint deadline;
  gboolean timed_out;
  gboolean has_left; /* something of the request may have gone out */
} Flight;

static void
flight_free (Flight *flight)
{
  g_clear_pointer (&flight->request, codat_request_free);
  if (flight->message != NULL)
    g_signal_handlers_disconnect_by_data (flight->message, flight);
  g_clear_object (&flight->message);
  g_clear_object (&flight->stream);
  g_clear_pointer (&flight->body, g_byte_array_unref);
  g_clear_object (&flight->inner);
  g_free (flight);
}

/* Ends what belongs to the flight, so that nothing of it runs on behind the result. */
static void
land (GTask *task)
{
  CodatTransport *self = g_task_get_source_object (task);
  Flight *flight = g_task_get_task_data (task);

  trib_clock_clear (self->clock, &flight->deadline);
  g_cancellable_disconnect (g_task_get_cancellable (task), flight->outer_id);
  flight->outer_id = 0;
  if (flight->stream != NULL && !g_input_stream_is_closed (flight->stream))
    g_input_stream_close_async (flight->stream, G_PRIORITY_DEFAULT, flight->inner, NULL, NULL);
}

/* What --verbose shows of a request. A query may hold what a person looks for, so it stays out. */
static void
tell (Flight *flight, const char *outcome)
{
  g_autofree char *uri = g_uri_to_string_partial (
      flight->request->uri, G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);

  g_info ("%s %s: %s", flight->request->method, uri, outcome);
}

static CodatErrorCode
code_for (const GError *error, const Flight *flight)
{
  /* Trouble with TLS behind the handshake comes too late to say that nothing was sent. */
  if (error->domain == G_TLS_ERROR)
    return flight->has_left ? CODAT_ERROR_BAD_ANSWER : CODAT_ERROR_TLS;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return CODAT_ERROR_TIMED_OUT;
  if (error->domain == SOUP_SESSION_ERROR)
    return CODAT_ERROR_BAD_ANSWER;
  /* An answer that began and broke off is the server's fault; one that never began may not be. */
  if (flight->stream != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return CODAT_ERROR_BAD_ANSWER;
  return CODAT_ERROR_NO_NETWORK;
}

static void
fail (GTask *task, const GError *cause)
{
  Flight *flight = g_task_get_task_data (task);
  gboolean cancelled = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  land (task);
  tell (flight, flight->timed_out ? "no answer in time" : cause->message);
  if (flight->timed_out)
    g_task_return_new_error (task, CODAT_ERROR, CODAT_ERROR_TIMED_OUT,
                             "The server did not answer in time");
  else if (cancelled)
    g_task_return_error (task, g_error_copy (cause));
  else
    g_task_return_new_error (task, CODAT_ERROR, (int) code_for (cause, flight), "%s",
                             cause->message);
}

static gint64
read_retry_after (const char *text, gint64 now)
{
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return (gint64) seconds;
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return -1;
  return CLAMP (g_date_time_to_unix (date) - now / G_USEC_PER_SEC, 0, G_MAXINT32);
}

static gint64
read_number (SoupMessageHeaders *headers, const char *name)
{
  const char *text = soup_message_headers_get_one (headers, name);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL))
    return -1;
  return (gint64) number;
}

/* Only called "the date" by the documentation, so each usual way to write one is taken. */
static GDateTime *
read_reset (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "X-Rate-Limit-Reset");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *date;
  guint64 seconds;

  if (text == NULL)
    return NULL;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seconds, NULL))
    return g_date_time_new_from_unix_utc ((gint64) seconds);
  date = g_date_time_new_from_iso8601 (text, utc);
  return date != NULL ? date : soup_date_time_new_from_http_string (text);
}

static void
succeed (GTask *task)
{
  CodatTransport *self = g_task_get_source_object (task);
  Flight *flight = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (flight->message);
  CodatReply *reply = g_new0 (CodatReply, 1);
  g_autofree char *outcome = NULL;

  reply->status = soup_message_get_status (flight->message);
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->retry_after = read_retry_after (soup_message_headers_get_one (headers, "Retry-After"),
                                         trib_clock_get_real_time (self->clock));
  reply->rate_limit = read_number (headers, "X-Rate-Limit-Limit");
  reply->rate_remaining = read_number (headers, "X-Rate-Limit-Remaining");
  reply->rate_reset = read_reset (headers);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&flight->body));
  outcome = g_strdup_printf ("%u, %" G_GSIZE_FORMAT " bytes", reply->status,
                             g_bytes_get_size (reply->body));
  land (task);
  tell (flight, outcome);
  g_task_return_pointer (task, reply, (GDestroyNotify) codat_reply_free);
}

static void read_more (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Flight *flight = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize size = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (size < 0) {
    fail (task, error);
  } else if (size == 0) {
    g_byte_array_set_size (flight->body, flight->length);
    succeed (task);
  } else if ((gsize) size > flight->request->max_size - flight->length) {
    g_cancellable_cancel (flight->inner);
    land (task);
    g_task_return_new_error (task, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, "The answer is too large");
  } else {
    flight->length += (guint) size;
    read_more (g_steal_pointer (&task));
  }
}

/* Takes over the reference. */
static void
read_more (GTask *task)
{
  Flight *flight = g_task_get_task_data (task);

  g_byte_array_set_size (flight->body, flight->length + CHUNK);
  g_input_stream_read_async (flight->stream, flight->body->data + flight->length, CHUNK,
                             G_PRIORITY_DEFAULT, flight->inner, read_cb, task);
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Flight *flight = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  flight->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (flight->stream == NULL)
    fail (task, error);
  else
    read_more (g_steal_pointer (&task));
}

/* The connection stands, its TLS as well, and the request goes out on it. */
static void
starting_cb (SoupMessage *message, gpointer data)
{
  Flight *flight = data;

  flight->has_left = TRUE;
}

static void
cancelled_cb (GCancellable *outer, gpointer data)
{
  g_cancellable_cancel (G_CANCELLABLE (data));
}

static gboolean
deadline_cb (gpointer data)
{
  Flight *flight = data;

  flight->deadline = 0;
  flight->timed_out = TRUE;
  g_cancellable_cancel (flight->inner);
  return G_SOURCE_REMOVE;
}

/* The only function that touches the key: it goes out only to the configured place. */
static gboolean
authorize (CodatTransport *self, SoupMessage *message, GError **error)
{
  char *header;

  if (self->authorizer == NULL)
    return TRUE;
  if (!codat_base_uri_covers (self->base, soup_message_get_uri (message))) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ADDRESS,
                         "The API key must not go to this address");
    return FALSE;
  }
  header = codat_authorizer_dup_header (self->authorizer);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                header);
  codat_secret_free (header);
  return TRUE;
}

static SoupMessage *
new_message (CodatTransport *self, const CodatRequest *request, GError **error)
{
  g_autoptr (SoupMessage) message = soup_message_new_from_uri (request->method, request->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  /* A followed redirect would turn DELETE and PATCH into a GET that looks like success. */
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (self->authorizer != NULL)
    soup_message_headers_replace (headers, "Accept", "application/json");
  if (request->body != NULL) {
    g_autoptr (GBytes) bytes = g_bytes_new (request->body, strlen (request->body));

    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  }
  if (request->key != NULL)
    soup_message_headers_replace (headers, "Idempotency-Key", request->key);
  return authorize (self, message, error) ? g_steal_pointer (&message) : NULL;
}

static void
codat_transport_dispose (GObject *object)
{
  CodatTransport *self = CODAT_TRANSPORT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->authorizer);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->base, g_uri_unref);
  G_OBJECT_CLASS (codat_transport_parent_class)->dispose (object);
}

static void
codat_transport_class_init (CodatTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = codat_transport_dispose;
}

static void
codat_transport_init (CodatTransport *self)
{
  self->session = soup_session_new_with_options (
      "timeout", IO_TIMEOUT, "idle-timeout", IO_TIMEOUT, "max-conns", MAX_CONNECTIONS,
      "max-conns-per-host", MAX_CONNECTIONS, "user-agent", "Tributary/" PACKAGE_VERSION, NULL);
  /* No logger is ever added: it prints a Codat key in clear. What is not there cannot be attacked:
   * no authentication of its own, no sniffing, and no unpacking, so that no bomb grows. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_COOKIE_JAR);
  self->clock = trib_clock_new_system ();
  self->usual_time = USUAL_TIME;
}

CodatRequest *
codat_request_copy (const CodatRequest *request)
{
  CodatRequest *copy = g_memdup2 (request, sizeof *request);

  copy->uri = g_uri_ref (request->uri);
  copy->body = g_strdup (request->body);
  copy->key = g_strdup (request->key);
  return copy;
}

void
codat_request_free (CodatRequest *request)
{
  g_clear_pointer (&request->uri, g_uri_unref);
  g_clear_pointer (&request->body, g_free);
  g_clear_pointer (&request->key, g_free);
  g_free (request);
}

void
codat_reply_free (CodatReply *reply)
{
  g_clear_pointer (&reply->content_type, g_free);
  g_clear_pointer (&reply->rate_reset, g_date_time_unref);
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply);
}

CodatTransport *
codat_transport_new (GUri *base, CodatAuthorizer *authorizer)
{
  CodatTransport *self = g_object_new (CODAT_TYPE_TRANSPORT, NULL);

  self->base = g_uri_ref (base);
  g_set_object (&self->authorizer, authorizer);
  return self;
}

void
codat_transport_set_clock (CodatTransport *self, TribClock *clock, guint usual_time)
{
  g_return_if_fail (CODAT_IS_TRANSPORT (self));
  g_set_object (&self->clock, clock);
  self->usual_time = usual_time;
}

/* Takes over the request. */
void
codat_transport_send_async (CodatTransport *self,
                            CodatRequest *request,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GError) error = NULL;
  Flight *flight = g_new0 (Flight, 1);

  g_task_set_source_tag (task, codat_transport_send_async);
  g_task_set_task_data (task, flight, (GDestroyNotify) flight_free);
  flight->request = request;
  flight->body = g_byte_array_new ();
  flight->inner = g_cancellable_new ();
  if (g_task_return_error_if_cancelled (task))
    return;
  flight->message = new_message (self, request, &error);
  if (flight->message == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  g_signal_connect (flight->message, "starting", G_CALLBACK (starting_cb), flight);
  if (cancellable != NULL)
    flight->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                              g_object_ref (flight->inner), g_object_unref);
  flight->deadline = trib_clock_add_timeout (
      self->clock, request->milliseconds > 0 ? request->milliseconds : self->usual_time,
      deadline_cb, flight, NULL);
  soup_session_send_async (self->session, flight->message, G_PRIORITY_DEFAULT, flight->inner,
                           send_cb, g_steal_pointer (&task));
}

CodatReply *
codat_transport_send_finish (CodatTransport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
