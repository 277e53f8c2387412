/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-wire.h"

#include <string.h>

#define DRIP_INTERVAL 5

typedef struct {
  char *bytes; /* (owned) */
  gsize length;
  TestWireThen then;
} Answer;

/* See the header. Owned by the test, which ends it with test_wire_stop(). */
struct _TestWire {
  GObject parent_instance;

  GSocketListener *listener; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GTlsCertificate *identity; /* (owned) (nullable): speaks TLS with it */
  char *base_url;            /* (owned) */
  GQueue answers;            /* (owned) of Answer */
  GPtrArray *requests;       /* (owned) of text */
  guint n_connections;
};

G_DEFINE_FINAL_TYPE (TestWire, test_wire, G_TYPE_OBJECT)

/* One connection; each pending operation holds a reference. */
typedef struct {
  TestWire *wire;    /* (owned) */
  GIOStream *stream; /* (owned) */
  GString *received; /* (owned) */
  char buffer[4096];
  Answer *answer; /* (owned) (nullable) */
} Peer;

static void
answer_free (Answer *answer)
{
  g_free (answer->bytes);
  g_free (answer);
}

static void
peer_clear (gpointer data)
{
  Peer *peer = data;

  g_clear_pointer (&peer->answer, answer_free);
  g_clear_object (&peer->stream);
  g_string_free (peer->received, TRUE);
  g_object_unref (peer->wire);
}

static void
peer_unref (gpointer peer)
{
  g_rc_box_release_full (peer, peer_clear);
}

static void read_more (Peer *peer);

/* The length of the first whole request, or 0. */
static gsize
measure_request (const GString *received)
{
  const char *end = strstr (received->str, "\r\n\r\n");
  g_autofree char *head = NULL;
  const char *field;
  gsize length;

  if (end == NULL)
    return 0;
  length = (gsize) (end - received->str) + 4;
  head = g_ascii_strdown (received->str, (gssize) length);
  field = strstr (head, "\r\ncontent-length:");
  if (field != NULL)
    length += g_ascii_strtoull (field + strlen ("\r\ncontent-length:"), NULL, 10);
  return length <= received->len ? length : 0;
}

static gboolean
drip_cb (gpointer data)
{
  Peer *peer = data;
  GOutputStream *out = g_io_stream_get_output_stream (peer->stream);

  if (g_cancellable_is_cancelled (peer->wire->cancellable))
    return G_SOURCE_REMOVE;
  return g_output_stream_write (out, " ", 1, NULL, NULL) == 1;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Peer *peer = data;
  TestWireThen then = peer->answer->then;
  gboolean good = g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);

  g_clear_pointer (&peer->answer, answer_free);
  if (good && then == TEST_WIRE_DRIP)
    g_timeout_add_full (G_PRIORITY_DEFAULT, DRIP_INTERVAL, drip_cb, g_rc_box_acquire (peer),
                        peer_unref);
  if (!good || then == TEST_WIRE_CLOSE)
    g_io_stream_close (peer->stream, NULL, NULL);
  else
    read_more (g_rc_box_acquire (peer));
  peer_unref (peer);
}

/* Takes over the reference. */
static void
respond (Peer *peer, gsize length)
{
  GOutputStream *out = g_io_stream_get_output_stream (peer->stream);

  g_ptr_array_add (peer->wire->requests, g_strndup (peer->received->str, length));
  g_string_erase (peer->received, 0, (gssize) length);
  peer->answer = g_queue_pop_head (&peer->wire->answers);
  if (peer->answer == NULL) {
    g_io_stream_close (peer->stream, NULL, NULL);
    peer_unref (peer);
    return;
  }
  g_output_stream_write_all_async (out, peer->answer->bytes, peer->answer->length,
                                   G_PRIORITY_DEFAULT, peer->wire->cancellable, written_cb, peer);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Peer *peer = data;
  gssize size = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  gsize length;

  if (size <= 0) {
    g_io_stream_close (peer->stream, NULL, NULL);
    peer_unref (peer);
    return;
  }
  g_string_append_len (peer->received, peer->buffer, size);
  length = measure_request (peer->received);
  if (length == 0)
    read_more (peer);
  else
    respond (peer, length);
}

/* Takes over the reference. */
static void
read_more (Peer *peer)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (peer->stream), peer->buffer,
                             sizeof peer->buffer, G_PRIORITY_DEFAULT, peer->wire->cancellable,
                             read_cb, peer);
}

static void
accepted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TestWire) self = data;
  GSocketConnection *stream =
      g_socket_listener_accept_finish (G_SOCKET_LISTENER (source), result, NULL, NULL);
  Peer *peer;

  if (stream == NULL)
    return;
  self->n_connections++;
  peer = g_rc_box_new0 (Peer);
  peer->wire = g_object_ref (self);
  peer->stream = G_IO_STREAM (stream);
  if (self->identity != NULL) {
    peer->stream = g_tls_server_connection_new (G_IO_STREAM (stream), self->identity, NULL);
    g_object_unref (stream);
  }
  peer->received = g_string_new (NULL);
  read_more (peer);
  g_socket_listener_accept_async (self->listener, self->cancellable, accepted_cb,
                                  g_object_ref (self));
}

static void
test_wire_finalize (GObject *object)
{
  TestWire *self = TEST_WIRE (object);

  g_clear_object (&self->listener);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->identity);
  g_clear_pointer (&self->base_url, g_free);
  g_queue_clear_full (&self->answers, (GDestroyNotify) answer_free);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  G_OBJECT_CLASS (test_wire_parent_class)->finalize (object);
}

static void
test_wire_class_init (TestWireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_wire_finalize;
}

static void
test_wire_init (TestWire *self)
{
  self->listener = g_socket_listener_new ();
  self->cancellable = g_cancellable_new ();
  self->requests = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->answers);
}

TestWire *
test_wire_new (void)
{
  TestWire *self = g_object_new (TEST_TYPE_WIRE, NULL);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->base_url = g_strdup_printf ("http://127.0.0.1:%u",
                                    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  g_socket_listener_accept_async (self->listener, self->cancellable, accepted_cb,
                                  g_object_ref (self));
  return self;
}

TestWire *
test_wire_new_tls (const char *pem)
{
  TestWire *self = test_wire_new ();
  g_autofree char *plain = g_steal_pointer (&self->base_url);
  g_autoptr (GError) error = NULL;

  self->base_url = g_strconcat ("https", plain + strlen ("http"), NULL);
  self->identity = g_tls_certificate_new_from_pem (pem, -1, &error);
  g_assert_no_error (error);
  return self;
}

const char *
test_wire_get_base_url (TestWire *self)
{
  return self->base_url;
}

void
test_wire_add (TestWire *self, const char *bytes, gssize length, TestWireThen then)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->length = length < 0 ? strlen (bytes) : (gsize) length;
  answer->bytes = g_memdup2 (bytes, answer->length);
  answer->then = then;
  g_queue_push_tail (&self->answers, answer);
}

void
test_wire_add_json (TestWire *self, guint status, const char *body)
{
  g_autofree char *text = g_strdup_printf (
      "HTTP/1.1 %u Status\r\nContent-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT
      "\r\n\r\n%s",
      status, strlen (body), body);

  test_wire_add (self, text, -1, TEST_WIRE_KEEP);
}

guint
test_wire_get_n_connections (TestWire *self)
{
  return self->n_connections;
}

guint
test_wire_get_n_requests (TestWire *self)
{
  return self->requests->len;
}

const char *
test_wire_get_request (TestWire *self, guint position)
{
  return position < self->requests->len ? g_ptr_array_index (self->requests, position) : NULL;
}

void
test_wire_stop (TestWire *self)
{
  g_cancellable_cancel (self->cancellable);
  g_socket_listener_close (self->listener);
}
