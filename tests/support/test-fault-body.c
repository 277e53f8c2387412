/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-fault.h"

#include <string.h>

/* The body: how it is sent, and what is in it. */

#define LARGE (64 * 1024 * 1024)
#define MEMBERS 512

static void
put_head (TestFaultPeer *peer, const char *fields)
{
  guint status = peer->status == 204 || peer->status == 0 ? 200 : peer->status;

  test_fault_print (peer,
                    "HTTP/1.1 %u OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    "%s\r\n",
                    status, fields);
}

static void
put_length (TestFaultPeer *peer, gsize length)
{
  g_autofree char *field = g_strdup_printf ("Content-Length: %" G_GSIZE_FORMAT "\r\n", length);

  put_head (peer, field);
}

/* The true body, or an empty object where there is none. */
static const char *
get_body (TestFaultPeer *peer, gsize *size)
{
  const char *body = peer->body != NULL ? g_bytes_get_data (peer->body, size) : NULL;

  if (body == NULL || *size == 0) {
    *size = 2;
    return "{}";
  }
  return body;
}

void
test_fault_short_body (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  put_length (peer, size);
  test_fault_put (peer, body, size / 2);
}

void
test_fault_cut_chunk (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  put_head (peer, "Transfer-Encoding: chunked\r\n");
  test_fault_print (peer, "%x\r\n", (guint) size / 2);
  test_fault_put (peer, body, size / 2);
  test_fault_print (peer, "\r\n");
}

void
test_fault_cut_close (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  put_head (peer, "");
  test_fault_put (peer, body, size / 2);
}

void
test_fault_body_drip (TestFaultPeer *peer)
{
  put_length (peer, 1000000);
  test_fault_stall (peer, " ");
}

void
test_fault_half (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  put_length (peer, size);
  test_fault_put (peer, body, size / 2);
  test_fault_stall (peer, NULL);
}

/* A mebibyte of blanks in a member, and the member again and again: gzip allows that. */
void
test_fault_bomb (TestFaultPeer *peer)
{
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autofree char *member = g_malloc (64 * 1024);
  g_autofree char *fields = NULL;
  gsize n_read, n_written;

  g_converter_convert (G_CONVERTER (zlib), blanks, 1024 * 1024, member, 64 * 1024,
                       G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
  g_assert_cmpuint (n_read, ==, 1024 * 1024);
  fields = g_strdup_printf ("Content-Encoding: gzip\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n",
                            n_written * MEMBERS);
  put_head (peer, fields);
  for (guint i = 0; i < MEMBERS; i++) {
    if (!test_fault_put (peer, member, n_written))
      return;
  }
}

void
test_fault_bad_gzip (TestFaultPeer *peer)
{
  static const char bytes[] = "\x1f\x8b\x08\0\0\0\0\0\0\3not deflated at all";

  put_head (peer, "Content-Encoding: gzip\r\n");
  test_fault_put (peer, bytes, sizeof bytes - 1);
}

void
test_fault_nothing_with_body (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  test_fault_print (peer,
                    "HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\n"
                    "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                    size);
  test_fault_put (peer, body, size);
}

/* What is put before the true members; the closing brace stays the true one. */
static void
put_around (TestFaultPeer *peer, const char *before, gsize filler, char c, const char *after)
{
  gsize size;
  const char *body = get_body (peer, &size);
  gboolean is_object = body[0] == '{';
  gboolean is_empty = !is_object || (size > 1 && body[1] == '}');
  g_autofree char *block = g_strnfill (64 * 1024, c);
  const char *comma = is_empty ? "" : ",";

  if (!is_object) {
    body = "{}";
    size = 2;
  }
  put_length (peer, 1 + strlen (before) + filler + strlen (after) + strlen (comma) + size - 1);
  test_fault_print (peer, "{%s", before);
  for (gsize n = 0; n < filler; n += MIN (filler - n, 64 * 1024)) {
    if (!test_fault_put (peer, block, MIN (filler - n, 64 * 1024)))
      return;
  }
  test_fault_print (peer, "%s%s", after, comma);
  test_fault_put (peer, body + 1, size - 1);
}

void
test_fault_large_body (TestFaultPeer *peer)
{
  put_around (peer, "\"filler\":\"", LARGE - 64 * 1024, 'a', "\"");
}

void
test_fault_page (TestFaultPeer *peer)
{
  static const char page[] = "<!DOCTYPE html><title>Sign in to the airport</title>";

  test_fault_print (peer,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                    "Content-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n%s",
                    sizeof page - 1, page);
}

void
test_fault_latin (TestFaultPeer *peer)
{
  put_around (peer, "\"x\":\"Caf\xe9\"", 0, ' ', "");
}

void
test_fault_mark (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  put_length (peer, size + 3);
  test_fault_put (peer, "\xef\xbb\xbf", 3);
  test_fault_put (peer, body, size);
}

void
test_fault_document (TestFaultPeer *peer)
{
  put_length (peer, strlen (peer->fault->text));
  test_fault_put (peer, peer->fault->text, strlen (peer->fault->text));
}

void
test_fault_member (TestFaultPeer *peer)
{
  put_around (peer, peer->fault->text, 0, ' ', "");
}

void
test_fault_deep (TestFaultPeer *peer)
{
  guint depth = peer->fault->status;
  g_autofree char *closing = g_strnfill (depth, ']');

  put_around (peer, "\"x\":", depth, '[', closing);
}

/* A million numbers, in a member that nobody asked for. */
void
test_fault_items (TestFaultPeer *peer)
{
  g_autoptr (GString) items = g_string_sized_new (2 * 1000 * 1000 + 16);

  g_string_append (items, "\"x\":[0");
  for (guint i = 1; i < 1000000; i++)
    g_string_append_len (items, ",0", 2);
  g_string_append_c (items, ']');
  put_around (peer, items->str, 0, ' ', "");
}

void
test_fault_trailing (TestFaultPeer *peer)
{
  gsize size;
  const char *body = get_body (peer, &size);

  put_length (peer, size + 6);
  test_fault_put (peer, body, size);
  test_fault_put (peer, " again", 6);
}
