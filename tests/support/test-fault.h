/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the answers of the port carry, for a test to look for. */
#define TEST_FAULT_CORRELATION "c0ffee00-1d1e-4a57-b0a7-5ca1ab1e0001"

#define TEST_N_FAULTS 64

typedef enum {
  TEST_FAULT_CONNECT,
  TEST_FAULT_HEADER,
  TEST_FAULT_BODY,
  TEST_FAULT_JSON,
  TEST_FAULT_STATUS,
} TestFaultKind;

/* Where it strikes. */
typedef enum {
  TEST_FAULT_AT_NAME,        /* the name of the server is not resolved */
  TEST_FAULT_AT_ADDRESS,     /* nobody listens */
  TEST_FAULT_AT_ACCEPT,      /* before a byte was read */
  TEST_FAULT_AT_CERTIFICATE, /* the server cannot prove who it is */
  TEST_FAULT_AT_REQUEST,     /* the server does nothing of what it was asked */
  TEST_FAULT_AT_ANSWER,      /* the server did it, and then the answer is spoiled */
} TestFaultStage;

typedef struct _TestFault TestFault;

/* One connection in the hands of a fault; blocking, in a thread of its own. */
typedef struct {
  const TestFault *fault;
  GIOStream *stream; /* in clear */
  GSocket *socket;   /* below any TLS */
  GCancellable *cancellable;
  int *n_stuck;          /* atomic: how many connections wait for the client to give up */
  const char *own;       /* base URL of the port */
  const char *plain;     /* the same in clear */
  const char *elsewhere; /* base URL of another origin */
  guint status;          /* of the true answer */
  GBytes *body;          /* (nullable): of the true answer */
} TestFaultPeer;

struct _TestFault {
  guint number; /* 1 to TEST_N_FAULTS; two rows with one number are two forms of one fault */
  const char *name;
  TestFaultKind kind;
  TestFaultStage stage;
  void (*serve) (TestFaultPeer *peer); /* (nullable) for what strikes before a connection */
  const char *text;                    /* (nullable): what serve needs */
  guint status;
  gboolean is_tls;
  gboolean is_bearable; /* a client may understand the answer all the same */
};

extern const TestFault test_faults[];
extern const guint test_n_faults;

const TestFault *test_fault_find (const char *name);

/* For those that serve: bytes out; FALSE when nobody listens any more. */
gboolean test_fault_put (TestFaultPeer *peer, const void *bytes, gsize length);
gboolean test_fault_print (TestFaultPeer *peer, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Waits until the client has gone; with a byte, sends it again and again meanwhile. */
void test_fault_stall (TestFaultPeer *peer, const char *byte);

/* The faults themselves, by where they strike; the table is in test-fault.c. */
void test_fault_close (TestFaultPeer *peer);
void test_fault_silence (TestFaultPeer *peer);
void test_fault_reset (TestFaultPeer *peer);
void test_fault_handshake (TestFaultPeer *peer);
void test_fault_records (TestFaultPeer *peer);
void test_fault_raw (TestFaultPeer *peer);
void test_fault_long_header (TestFaultPeer *peer);
void test_fault_many_headers (TestFaultPeer *peer);
void test_fault_two_lengths (TestFaultPeer *peer);
void test_fault_continues (TestFaultPeer *peer);
void test_fault_header_drip (TestFaultPeer *peer);
void test_fault_bad_header (TestFaultPeer *peer);
void test_fault_short_body (TestFaultPeer *peer);
void test_fault_cut_chunk (TestFaultPeer *peer);
void test_fault_cut_close (TestFaultPeer *peer);
void test_fault_body_drip (TestFaultPeer *peer);
void test_fault_half (TestFaultPeer *peer);
void test_fault_bomb (TestFaultPeer *peer);
void test_fault_bad_gzip (TestFaultPeer *peer);
void test_fault_nothing_with_body (TestFaultPeer *peer);
void test_fault_large_body (TestFaultPeer *peer);
void test_fault_page (TestFaultPeer *peer);
void test_fault_latin (TestFaultPeer *peer);
void test_fault_mark (TestFaultPeer *peer);
void test_fault_document (TestFaultPeer *peer);
void test_fault_member (TestFaultPeer *peer);
void test_fault_deep (TestFaultPeer *peer);
void test_fault_items (TestFaultPeer *peer);
void test_fault_trailing (TestFaultPeer *peer);
void test_fault_redirect (TestFaultPeer *peer);
void test_fault_refusal (TestFaultPeer *peer);

G_END_DECLS
