/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-fault.h"

#define CONNECT TEST_FAULT_CONNECT
#define HEADER TEST_FAULT_HEADER, TEST_FAULT_AT_ANSWER
#define BODY TEST_FAULT_BODY, TEST_FAULT_AT_ANSWER
#define JSON TEST_FAULT_JSON, TEST_FAULT_AT_ANSWER
#define STATUS TEST_FAULT_STATUS, TEST_FAULT_AT_REQUEST
#define BEARABLE .is_bearable = TRUE

/* Everything that a server, or whoever stands before it, can do to a client. */
const TestFault test_faults[] = {
  { 1, "nxdomain", CONNECT, TEST_FAULT_AT_NAME },
  { 2, "dns-silence", CONNECT, TEST_FAULT_AT_NAME },
  { 3, "refused", CONNECT, TEST_FAULT_AT_ADDRESS },
  { 4, "accept-silence", CONNECT, TEST_FAULT_AT_ACCEPT, test_fault_silence },
  { 5, "accept-reset", CONNECT, TEST_FAULT_AT_ACCEPT, test_fault_reset },
  { 6, "handshake-closed", CONNECT, TEST_FAULT_AT_ACCEPT, test_fault_handshake, .is_tls = TRUE },
  { 7, "self-signed", CONNECT, TEST_FAULT_AT_CERTIFICATE, NULL, "self-signed", .is_tls = TRUE },
  { 8, "expired", CONNECT, TEST_FAULT_AT_CERTIFICATE, NULL, "expired", .is_tls = TRUE },
  { 9, "wrong-host", CONNECT, TEST_FAULT_AT_CERTIFICATE, NULL, "other-host", .is_tls = TRUE },
  { 10, "tls-garbage", CONNECT, TEST_FAULT_AT_ANSWER, test_fault_records, .is_tls = TRUE },

  { 11, "closed", HEADER, test_fault_close },
  { 12, "not-http", HEADER, test_fault_raw, "SSH-2.0-OpenSSH_9.2\r\n\r\n" },
  { 13, "header-5mb", HEADER, test_fault_long_header, BEARABLE },
  { 14, "headers-2000", HEADER, test_fault_many_headers, BEARABLE },
  { 15, "two-lengths", HEADER, test_fault_two_lengths },
  { 16, "continue-1000", HEADER, test_fault_continues, BEARABLE },
  { 17, "header-drip", HEADER, test_fault_header_drip },
  { 18, "header-bytes", HEADER, test_fault_bad_header, BEARABLE },

  { 19, "short-length", BODY, test_fault_short_body },
  { 20, "cut-chunk", BODY, test_fault_cut_chunk },
  { 21, "cut-close", BODY, test_fault_cut_close },
  { 22, "body-drip", BODY, test_fault_body_drip },
  { 23, "body-stall", BODY, test_fault_half },
  { 24, "gzip-bomb", BODY, test_fault_bomb },
  { 25, "gzip-corrupt", BODY, test_fault_bad_gzip },
  { 26, "no-content-with-body", BODY, test_fault_nothing_with_body },
  { 27, "body-64mib", BODY, test_fault_large_body, BEARABLE },
  { 28, "captive-portal", BODY, test_fault_page },
  { 29, "latin-1", BODY, test_fault_latin },
  { 30, "byte-order-mark", BODY, test_fault_mark },

  { 31, "json-empty", JSON, test_fault_document, "" },
  { 32, "json-blanks", JSON, test_fault_document, " \r\n\t " },
  { 33, "json-null", JSON, test_fault_document, "null" },
  { 34, "json-depth-65", JSON, test_fault_deep, .status = 65 },
  { 35, "json-depth-100000", JSON, test_fault_deep, .status = 100000 },
  { 36, "json-million-items", JSON, test_fault_items, BEARABLE },
  { 37, "json-twice", JSON, test_fault_member,
    "\"id\":\"11111111-1111-4111-8111-111111111111\","
    "\"id\":\"22222222-2222-4222-8222-222222222222\"" },
  { 38, "json-nul", JSON, test_fault_member, "\"x\":\"a\\u0000b\"" },
  { 39, "json-surrogate", JSON, test_fault_member, "\"x\":\"\\ud800\"" },
  { 40, "json-nan", JSON, test_fault_member, "\"x\":NaN" },
  { 41, "json-30-digits", JSON, test_fault_member, "\"x\":123456789012345678901234567890",
    BEARABLE },
  { 42, "json-1e999", JSON, test_fault_member, "\"x\":1e999", BEARABLE },
  { 43, "json-comment", JSON, test_fault_member, "/* x */ 'x':1" },
  { 44, "json-trailing", JSON, test_fault_trailing },

  { 45, "301", STATUS, test_fault_redirect, .status = 301 },
  { 45, "301-elsewhere", STATUS, test_fault_redirect, "elsewhere", .status = 301 },
  { 45, "301-downgrade", STATUS, test_fault_redirect, "downgrade", .status = 301, .is_tls = TRUE },
  { 46, "302", STATUS, test_fault_redirect, .status = 302 },
  { 46, "302-elsewhere", STATUS, test_fault_redirect, "elsewhere", .status = 302 },
  { 46, "302-downgrade", STATUS, test_fault_redirect, "downgrade", .status = 302, .is_tls = TRUE },
  { 47, "303", STATUS, test_fault_redirect, .status = 303 },
  { 47, "303-elsewhere", STATUS, test_fault_redirect, "elsewhere", .status = 303 },
  { 47, "303-downgrade", STATUS, test_fault_redirect, "downgrade", .status = 303, .is_tls = TRUE },
  { 48, "307", STATUS, test_fault_redirect, .status = 307 },
  { 48, "307-elsewhere", STATUS, test_fault_redirect, "elsewhere", .status = 307 },
  { 48, "307-downgrade", STATUS, test_fault_redirect, "downgrade", .status = 307, .is_tls = TRUE },
  { 49, "308", STATUS, test_fault_redirect, .status = 308 },
  { 49, "308-elsewhere", STATUS, test_fault_redirect, "elsewhere", .status = 308 },
  { 49, "308-downgrade", STATUS, test_fault_redirect, "downgrade", .status = 308, .is_tls = TRUE },
  { 50, "400", STATUS, test_fault_refusal, .status = 400 },
  { 51, "401", STATUS, test_fault_refusal, .status = 401 },
  { 51, "401-challenge", STATUS, test_fault_refusal, "WWW-Authenticate: Basic realm=\"x\"\r\n",
    .status = 401 },
  { 52, "402", STATUS, test_fault_refusal, .status = 402 },
  { 53, "403", STATUS, test_fault_refusal, .status = 403 },
  { 54, "404", STATUS, test_fault_refusal, .status = 404 },
  { 55, "408", STATUS, test_fault_refusal, .status = 408 },
  { 56, "409", STATUS, test_fault_refusal, .status = 409 },
  { 57, "422", STATUS, test_fault_refusal, .status = 422 },
  { 58, "429", STATUS, test_fault_refusal, .status = 429 },
  { 58, "429-retry-after", STATUS, test_fault_refusal, "Retry-After: 2\r\n", .status = 429 },
  { 59, "451", STATUS, test_fault_refusal, .status = 451 },
  { 60, "500", STATUS, test_fault_refusal, .status = 500 },
  { 61, "502", STATUS, test_fault_refusal, .status = 502 },
  { 62, "503", STATUS, test_fault_refusal, .status = 503 },
  { 63, "504", STATUS, test_fault_refusal, .status = 504 },
  { 64, "407", STATUS, test_fault_refusal, "Proxy-Authenticate: Basic realm=\"x\"\r\n",
    .status = 407 },
  { 64, "418", STATUS, test_fault_refusal, .status = 418 },
  { 64, "599", STATUS, test_fault_refusal, .status = 599 },
};
const guint test_n_faults = G_N_ELEMENTS (test_faults);

const TestFault *
test_fault_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (test_faults); i++) {
    if (g_strcmp0 (test_faults[i].name, name) == 0)
      return &test_faults[i];
  }
  return NULL;
}
