/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-fault.h"

#include <string.h>
#include <sys/socket.h>

/* Below and around the message: connection, TLS, head. Everything here blocks, in a thread of the
 * port, until the client has gone. */

gboolean
test_fault_put (TestFaultPeer *peer, const void *bytes, gsize length)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (peer->stream), bytes, length,
                                    NULL, peer->cancellable, NULL);
}

gboolean
test_fault_print (TestFaultPeer *peer, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return test_fault_put (peer, text, strlen (text));
}

/* Waits a millisecond at most; TRUE while the client is there. */
static gboolean
is_there (TestFaultPeer *peer, gint64 wait)
{
  char buffer[4096];

  if (!g_socket_condition_timed_wait (peer->socket, G_IO_IN | G_IO_HUP, wait, peer->cancellable,
                                      NULL))
    return !g_cancellable_is_cancelled (peer->cancellable);
  return g_socket_receive_with_blocking (peer->socket, buffer, sizeof buffer, FALSE,
                                         peer->cancellable, NULL) > 0;
}

void
test_fault_stall (TestFaultPeer *peer, const char *byte)
{
  g_atomic_int_inc (peer->n_stuck);
  while (is_there (peer, byte != NULL ? 1000 : -1)) {
    if (byte != NULL && !test_fault_put (peer, byte, 1))
      break;
  }
  g_atomic_int_add (peer->n_stuck, -1);
}

void
test_fault_close (TestFaultPeer *peer)
{
}

void
test_fault_silence (TestFaultPeer *peer)
{
  test_fault_stall (peer, NULL);
}

void
test_fault_reset (TestFaultPeer *peer)
{
  struct linger linger = { 1, 0 };

  setsockopt (g_socket_get_fd (peer->socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
}

/* Has heard the client's hello, and goes. */
void
test_fault_handshake (TestFaultPeer *peer)
{
  char buffer[4096];

  g_socket_receive (peer->socket, buffer, sizeof buffer, peer->cancellable, NULL);
}

/* The request came in under TLS; what goes back is a record that nobody encrypted. */
void
test_fault_records (TestFaultPeer *peer)
{
  static const char record[] = "\x17\x03\x03\x00\x20not what the keys would have made";

  g_socket_send (peer->socket, record, sizeof record, peer->cancellable, NULL);
  test_fault_stall (peer, NULL);
}

void
test_fault_raw (TestFaultPeer *peer)
{
  test_fault_put (peer, peer->fault->text, strlen (peer->fault->text));
}

/* The true answer behind a head that has been begun. */
static void
finish_truly (TestFaultPeer *peer)
{
  gsize size = 0;
  const char *body = peer->body != NULL ? g_bytes_get_data (peer->body, &size) : NULL;

  if (test_fault_print (peer,
                        "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT
                        "\r\nConnection: close\r\n\r\n",
                        size) &&
      size > 0)
    test_fault_put (peer, body, size);
}

void
test_fault_long_header (TestFaultPeer *peer)
{
  g_autofree char *filler = g_strnfill (1024, 'a');

  test_fault_print (peer, "HTTP/1.1 %u OK\r\nX-Long: ", peer->status);
  for (guint i = 0; i < 5 * 1024; i++) {
    if (!test_fault_put (peer, filler, 1024))
      return;
  }
  test_fault_put (peer, "\r\n", 2);
  finish_truly (peer);
}

void
test_fault_many_headers (TestFaultPeer *peer)
{
  test_fault_print (peer, "HTTP/1.1 %u OK\r\n", peer->status);
  for (guint i = 0; i < 2000; i++)
    test_fault_print (peer, "X-Header-%u: %u\r\n", i, i);
  finish_truly (peer);
}

void
test_fault_two_lengths (TestFaultPeer *peer)
{
  gsize size = peer->body != NULL ? g_bytes_get_size (peer->body) : 0;

  test_fault_print (peer,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    "Content-Length: %" G_GSIZE_FORMAT "\r\nContent-Length: %" G_GSIZE_FORMAT
                    "\r\nConnection: close\r\n\r\n",
                    size, size / 2);
  if (size > 0)
    test_fault_put (peer, g_bytes_get_data (peer->body, NULL), size);
}

void
test_fault_continues (TestFaultPeer *peer)
{
  for (guint i = 0; i < 1000; i++)
    test_fault_print (peer, "HTTP/1.1 100 Continue\r\n\r\n");
  test_fault_print (peer, "HTTP/1.1 %u OK\r\n", peer->status);
  finish_truly (peer);
}

void
test_fault_header_drip (TestFaultPeer *peer)
{
  test_fault_print (peer, "HTTP/1.1 200 OK\r\nX-Drip: ");
  test_fault_stall (peer, "a");
}

void
test_fault_bad_header (TestFaultPeer *peer)
{
  static const char bytes[] = "X-Bad: \xff\xfe\xc3(\r\nX-Null: a\0b\r\n";

  test_fault_print (peer, "HTTP/1.1 %u OK\r\n", peer->status);
  test_fault_put (peer, bytes, sizeof bytes - 1);
  finish_truly (peer);
}

void
test_fault_redirect (TestFaultPeer *peer)
{
  const char *place = peer->own;

  if (g_strcmp0 (peer->fault->text, "elsewhere") == 0)
    place = peer->elsewhere;
  else if (g_strcmp0 (peer->fault->text, "downgrade") == 0)
    place = peer->plain;
  test_fault_print (peer,
                    "HTTP/1.1 %u Moved\r\nLocation: %s/companies\r\nContent-Length: 0\r\n\r\n",
                    peer->fault->status, place);
}

void
test_fault_refusal (TestFaultPeer *peer)
{
  guint status = peer->fault->status;
  g_autofree char *validation = g_strdup (
      status != 400 ? ""
                    : ",\"validation\":{\"errors\":[{\"itemId\":\"name\",\"message\":\"No.\","
                      "\"validatorName\":\"x\"}],\"warnings\":[]}");
  g_autofree char *body = g_strdup_printf (
      "{\"statusCode\":%u,\"service\":\"PublicApi\",\"error\":\"It went wrong\","
      "\"correlationId\":\"" TEST_FAULT_CORRELATION "\",\"canBeRetried\":\"Unknown\","
      "\"detailedErrorCode\":0%s}",
      status, validation);

  test_fault_print (peer,
                    "HTTP/1.1 %u Wrong\r\nContent-Type: application/json\r\n%s"
                    "Content-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n%s",
                    status, peer->fault->text != NULL ? peer->fault->text : "", strlen (body),
                    body);
}
