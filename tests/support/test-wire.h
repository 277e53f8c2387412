/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What happens to the connection behind the scripted bytes. */
typedef enum {
  TEST_WIRE_CLOSE,
  TEST_WIRE_KEEP,
  TEST_WIRE_HANG,
  TEST_WIRE_DRIP,
} TestWireThen;

#define TEST_TYPE_WIRE (test_wire_get_type ())

G_DECLARE_FINAL_TYPE (TestWire, test_wire, TEST, WIRE, GObject)

/* A server without manners: it listens on a free port of this computer, answers each request with
 * the next scripted bytes, whatever they are, and records what came in. It lives in the main
 * context of the test. */
TestWire *test_wire_new (void);
/* The same behind TLS, with the certificate and key of a PEM text. */
TestWire *test_wire_new_tls (const char *pem);
const char *test_wire_get_base_url (TestWire *self);
void test_wire_add (TestWire *self, const char *bytes, gssize length, TestWireThen then);
/* A whole answer with a length and a body of JSON; the connection stays open. */
void test_wire_add_json (TestWire *self, guint status, const char *body);
guint test_wire_get_n_connections (TestWire *self);
guint test_wire_get_n_requests (TestWire *self);
/* The request as it came, head and body; NULL behind the last one. */
const char *test_wire_get_request (TestWire *self, guint position);
void test_wire_stop (TestWire *self);

G_END_DECLS
