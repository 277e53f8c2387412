/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ambiguity-proxy.h"

#include <signal.h>
#include <string.h>

#define CHUNK 4096

struct _AmbiguityProxy {
  GSocketService *service;
  GCancellable *cancellable;
  char *base_url;
  GSocketConnectable *server;
  char *authority;
  AmbiguityEnd end;
  gboolean kills;
  GSubprocess *victim;
  gboolean is_over;
  gboolean is_dead;
  char *held;
  GIOStream *held_stream;
  char *spent_key;
  gboolean saw_spent_key;
  guint n_changes;
};

typedef struct {
  AmbiguityProxy *proxy;
  GIOStream *stream;
  GString *received;
  char chunk[CHUNK];
} Peer;

static void
peer_free (Peer *peer)
{
  g_object_unref (peer->stream);
  g_string_free (peer->received, TRUE);
  g_free (peer);
}

static char *
dup_header (const char *request, const char *name)
{
  g_autofree char *start = g_strdup_printf ("\r\n%s: ", name);
  const char *value = strstr (request, start);

  if (value == NULL)
    return NULL;
  value += strlen (start);
  return g_strndup (value, strcspn (value, "\r"));
}

static gboolean
is_whole (const char *received)
{
  const char *body = strstr (received, "\r\n\r\n");
  g_autofree char *length = dup_header (received, "Content-Length");

  return body != NULL &&
         strlen (body + 4) >= (length != NULL ? g_ascii_strtoull (length, NULL, 10) : 0);
}

/* The answer of the server to a request, asked for on a connection of its own. */
static GString *
forward (AmbiguityProxy *self, const char *request)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect (client, self->server, NULL, &error);
  GString *answer = g_string_new (NULL);
  GString *question = g_string_new (NULL);
  g_autofree char *host = dup_header (request, "Host");
  char chunk[CHUNK];
  gssize size;

  g_assert_no_error (error);
  g_string_append (question, request);
  g_string_replace (question, host, self->authority, 1);
  g_string_replace (question, "\r\n\r\n", "\r\nConnection: close\r\n\r\n", 1);
  g_string_replace (question, "\r\nConnection: Keep-Alive", "", 1);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                             question->str, question->len, NULL, NULL, &error);
  g_assert_no_error (error);
  while ((size = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                                      chunk, sizeof chunk, NULL, NULL)) > 0)
    g_string_append_len (answer, chunk, size);
  g_string_free (question, TRUE);
  return answer;
}

static void
discard (AmbiguityProxy *self, const char *request)
{
  g_string_free (forward (self, request), TRUE);
}

static void
reply (Peer *peer, const char *answer, gsize length)
{
  g_output_stream_write_all (g_io_stream_get_output_stream (peer->stream), answer, length, NULL,
                             NULL, NULL);
  g_io_stream_close (peer->stream, NULL, NULL);
}

static void
kill_victim (AmbiguityProxy *self)
{
  const char *pid = g_subprocess_get_identifier (self->victim);

  /* GSubprocess would send the signal from another thread, some time later. */
  self->is_dead = TRUE;
  g_assert_nonnull (pid);
  g_assert_cmpint (kill ((pid_t) g_ascii_strtoll (pid, NULL, 10), SIGKILL), ==, 0);
}

static void
spoil (Peer *peer)
{
  static const char failure[] = "HTTP/1.1 500 Oh\r\nContent-Type: application/json\r\n"
                                "Content-Length: 2\r\nConnection: close\r\n\r\n{}";
  AmbiguityProxy *self = peer->proxy;
  const char *request = peer->received->str;

  self->is_over = TRUE;
  switch (self->end) {
  case AMBIGUITY_CUT_AFTER:
    discard (self, request);
    break;
  case AMBIGUITY_FAILED:
    discard (self, request);
    self->spent_key = dup_header (request, "Idempotency-Key");
    reply (peer, failure, strlen (failure));
    return;
  case AMBIGUITY_LATE:
    self->held = g_strdup (request);
    self->held_stream = g_object_ref (peer->stream);
    if (self->kills)
      kill_victim (self);
    return;
  case AMBIGUITY_KILLED:
    if (self->kills)
      discard (self, request);
    kill_victim (self);
    break;
  case AMBIGUITY_CUT_BEFORE:
  case AMBIGUITY_CUT_MIDDLE:
  case AMBIGUITY_N_ENDS:
  default:
    break;
  }
  g_io_stream_close (peer->stream, NULL, NULL);
}

static void
pass_on (Peer *peer)
{
  AmbiguityProxy *self = peer->proxy;
  GString *answer;

  if (self->is_over && self->kills && !self->is_dead && self->victim != NULL) {
    kill_victim (self);
    return;
  }
  if (!g_str_has_prefix (peer->received->str, "GET ")) {
    g_autofree char *key = dup_header (peer->received->str, "Idempotency-Key");

    self->saw_spent_key |= key != NULL && g_strcmp0 (key, self->spent_key) == 0;
    ambiguity_proxy_deliver_late (self);
  }
  answer = forward (self, peer->received->str);
  reply (peer, answer->str, answer->len);
  g_string_free (answer, TRUE);
}

static void read_more (Peer *peer);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Peer *peer = data;
  gssize size = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  gboolean is_change;

  if (size <= 0) {
    peer_free (peer);
    return;
  }
  g_string_append_len (peer->received, peer->chunk, size);
  is_change = !g_str_has_prefix (peer->received->str, "GET ");
  if (!is_whole (peer->received->str) &&
      !(is_change && !peer->proxy->is_over && peer->proxy->end == AMBIGUITY_CUT_MIDDLE)) {
    read_more (peer);
    return;
  }
  peer->proxy->n_changes += is_change;
  if (is_change && !peer->proxy->is_over)
    spoil (peer);
  else
    pass_on (peer);
  peer_free (peer);
}

static void
read_more (Peer *peer)
{
  AmbiguityProxy *self = peer->proxy;
  /* Few enough bytes for a request that stops in its middle. */
  gsize size = self->end == AMBIGUITY_CUT_MIDDLE && !self->is_over ? 40 : CHUNK;

  g_input_stream_read_async (g_io_stream_get_input_stream (peer->stream), peer->chunk, size,
                             G_PRIORITY_DEFAULT, self->cancellable, read_cb, peer);
}

static gboolean
incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  Peer *peer = g_new0 (Peer, 1);

  peer->proxy = data;
  peer->stream = g_object_ref (G_IO_STREAM (connection));
  peer->received = g_string_new (NULL);
  read_more (peer);
  return TRUE;
}

const char *
ambiguity_end_get_name (AmbiguityEnd end)
{
  static const char *const names[] = { "cut-before", "cut-middle", "cut-after",
                                       "failed",     "late",       "killed" };

  return names[end];
}

AmbiguityProxy *
ambiguity_proxy_new (const char *server_url, AmbiguityEnd end)
{
  AmbiguityProxy *self = g_new0 (AmbiguityProxy, 1);
  g_autoptr (GError) error = NULL;
  guint port;

  self->end = end;
  self->authority = g_strdup (server_url + strlen ("http://"));
  self->server = g_network_address_parse (self->authority, 80, &error);
  g_assert_no_error (error);
  self->cancellable = g_cancellable_new ();
  self->service = g_socket_service_new ();
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  self->base_url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  return self;
}

void
ambiguity_proxy_free (AmbiguityProxy *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->service);
  g_object_unref (self->cancellable);
  g_object_unref (self->server);
  g_clear_object (&self->held_stream);
  g_clear_object (&self->victim);
  g_free (self->base_url);
  g_free (self->authority);
  g_free (self->held);
  g_free (self->spent_key);
  g_free (self);
}

const char *
ambiguity_proxy_get_base_url (AmbiguityProxy *self)
{
  return self->base_url;
}

void
ambiguity_proxy_begin_again (AmbiguityProxy *self, AmbiguityEnd end)
{
  self->end = end;
  self->is_over = FALSE;
  self->is_dead = FALSE;
}

void
ambiguity_proxy_set_kills (AmbiguityProxy *self, gboolean kills)
{
  self->kills = kills;
}

void
ambiguity_proxy_set_victim (AmbiguityProxy *self, GSubprocess *victim)
{
  g_set_object (&self->victim, victim);
}

gboolean
ambiguity_proxy_is_holding (AmbiguityProxy *self)
{
  return self->held != NULL;
}

gboolean
ambiguity_proxy_is_over (AmbiguityProxy *self)
{
  return self->is_over;
}

guint
ambiguity_proxy_get_n_changes (AmbiguityProxy *self)
{
  return self->n_changes;
}

gboolean
ambiguity_proxy_saw_spent_key (AmbiguityProxy *self)
{
  return self->saw_spent_key;
}

void
ambiguity_proxy_deliver_late (AmbiguityProxy *self)
{
  g_autofree char *held = g_steal_pointer (&self->held);

  if (held != NULL)
    discard (self, held);
}

void
ambiguity_proxy_cut_held (AmbiguityProxy *self)
{
  g_return_if_fail (self->held_stream != NULL);
  g_io_stream_close (self->held_stream, NULL, NULL);
}
