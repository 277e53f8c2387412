/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A running sandbox and the smallest client that can ask it anything. */
typedef struct {
  SandboxServer *server; /* (owned) */
  SoupSession *session;  /* (owned) */
} Fixture;

typedef struct {
  guint status;
  GBytes *body;                /* (owned) */
  SoupMessageHeaders *headers; /* (owned) */
  JsonNode *json;              /* (owned) (nullable) */
} Answer;

void answer_clear (Answer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

void fixture_set_up (Fixture *self, gconstpointer n_companies);
void fixture_tear_down (Fixture *self, gconstpointer n_companies);

/* path is a path of the server or a whole address; with the key unless it is no API path. */
Answer fixture_call (Fixture *self, const char *method, const char *path, const char *body);
Answer fixture_call_with (Fixture *self,
                          const char *method,
                          const char *path,
                          const char *body,
                          const char *header,
                          const char *value);
/* Writes the text to the socket as it is and returns what comes until the end. */
char *fixture_call_raw (Fixture *self, const char *text);

/* These stop the test when the answer is not of that kind. */
JsonObject *answer_object (const Answer *self);
JsonArray *answer_results (const Answer *self);
const char *answer_text (const Answer *self);
const char *answer_location (const Answer *self);
void answer_assert_error (const Answer *self, guint status, const char *part);

char *fixture_create_company (Fixture *self, const char *name);
char *fixture_create_connection (Fixture *self, const char *company, const char *key);
char *fixture_get_link_url (Fixture *self, const char *company, const char *connection);
/* Opens a new link and chooses an ending on its page; returns where that leads. */
char *
fixture_sign_in (Fixture *self, const char *company, const char *connection, const char *decision);
char *fixture_get_query_member (const char *address, const char *name);

#define FIXTURE_TEST(path, n, test)                                                                \
  g_test_add (path, Fixture, GUINT_TO_POINTER (n), fixture_set_up, test, fixture_tear_down)

G_END_DECLS
