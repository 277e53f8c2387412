/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client-private.h"
#include "test-wire.h"

#include "codat.h"

G_BEGIN_DECLS

#define COMPANY_ID "8a210b68-6988-11ed-a1eb-0242ac120002"
#define CONNECTION_ID "2e9d2c44-f675-40ba-8049-353bfcb5e171"
#define SOURCE_ID "35b92968-9851-4095-ad60-395c95cbcba4"
#define API_KEY "CANARYKEYq7Zt2Lw9"

#define COMPANY_JSON                                                                               \
  "{\"id\":\"" COMPANY_ID "\",\"name\":\"Acme\",\"redirect\":\"https://link.codat.io/company/x\"}"
#define CONNECTION_JSON(status)                                                                    \
  "{\"id\":\"" CONNECTION_ID "\",\"status\":\"" status "\","                                       \
  "\"linkUrl\":\"https://link-api.codat.io/x?otp=CANARYOTP\",\"platformName\":\"Xero\"}"
#define INTEGRATION_JSON "{\"key\":\"gbol\",\"name\":\"Xero\",\"enabled\":true}"
#define PAGE_JSON(rows, links)                                                                     \
  "{\"results\":[" rows "],\"pageNumber\":1,\"pageSize\":100,"                                     \
  "\"totalResults\":1,\"_links\":{" links "}}"
#define OPERATION_JSON                                                                             \
  "{\"id\":\"" SOURCE_ID "\",\"dataType\":\"invoices\",\"status\":\"Fetching\",\"progress\":40}"
#define WEBHOOK_JSON(id) "{\"id\":\"" id "\",\"url\":\"https://h.example/\"}"
#define KEY_JSON(id) "{\"id\":\"" id "\",\"name\":\"Till\",\"apiKey\":\"CANARYOTP\"}"
#define LIST_JSON(rows) "{\"results\":[" rows "]}"
#define NEXT_LINK "\"next\":{\"href\":\"http://127.0.0.1:1/evil?page=9\"}"

/* One verb of the client, so that every verb goes through the same ends. */
typedef struct {
  const char *name;
  void (*start) (CodatClient *client,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data);
  gpointer (*finish) (CodatClient *client, GAsyncResult *result, GError **error);
  const char *good[3]; /* the bodies of a success, in order */
  guint good_status[3];
  gboolean result_is_object;
  gboolean body_is_free;    /* the first body is not read, and a second request follows */
  gboolean body_is_nothing; /* no body is read at all */
} Verb;

extern const Verb verbs[];
extern const guint n_verbs;

typedef struct {
  TestWire *wire;
  CodatClient *client;
} Fixture;

/* What came of one call. */
typedef struct {
  const Verb *verb;
  gpointer value;
  GError *error;
  gboolean done;
} Outcome;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
const Verb *verb_find (const char *name);
/* Runs the main loop until flag is set, for a bounded time. */
void wait_for (gboolean *flag);
void
outcome_start (Outcome *outcome, CodatClient *client, const Verb *verb, GCancellable *cancellable);
/* For a call that the test starts itself; the outcome names the verb that finishes it. */
void outcome_cb (GObject *source, GAsyncResult *result, gpointer data);
/* Starts, waits, and leaves value or error in the outcome. */
void outcome_run (Outcome *outcome, CodatClient *client, const Verb *verb);
void outcome_clear (Outcome *outcome);

G_END_DECLS
