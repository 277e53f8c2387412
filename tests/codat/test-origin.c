/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-fixture.h"

#include <string.h>

/* The bearing of the client towards the other end: who may be spoken to, and what libsoup does by
 * itself on a connection that died. */

static const char *const certificates[] = { "tls-unknown-issuer", "tls-other-host", "tls-expired",
                                            "tls-not-yet-valid" };

static CodatClient *
new_client (const char *base_url, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (key, &error);
  CodatClient *client;

  g_assert_no_error (error);
  client = codat_client_new (base_url, authorizer, &error);
  g_assert_no_error (error);
  return client;
}

/* No certificate but a good one gets a request, not even the head of one. */
static void
test_certificate (gconstpointer data)
{
  static const char *const some[] = { "get_profile", "create_company", "update_company",
                                      "replace_company", "delete_connection" };
  g_autofree char *name = g_strconcat (data, ".pem", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "codat", "data", name, NULL);
  g_autofree char *pem = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TestWire) wire = NULL;
  g_autoptr (CodatClient) client = NULL;

  g_file_get_contents (path, &pem, NULL, &error);
  g_assert_no_error (error);
  wire = test_wire_new_tls (pem);
  client = new_client (test_wire_get_base_url (wire), API_KEY);
  for (guint i = 0; i < G_N_ELEMENTS (some); i++) {
    Outcome outcome;

    test_wire_add_json (wire, 200, "{}");
    outcome_run (&outcome, client, verb_find (some[i]));
    g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_TLS);
    outcome_clear (&outcome);
  }
  g_assert_cmpuint (test_wire_get_n_connections (wire), >=, G_N_ELEMENTS (some));
  g_assert_cmpuint (test_wire_get_n_requests (wire), ==, 0);
  test_wire_stop (wire);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A kept connection that dies while a DELETE is on it: libsoup sends the DELETE again, and the
 * second one finds nothing. That is a success. */
static void
test_resent_delete (Fixture *fixture, gconstpointer data)
{
  Outcome outcome;

  test_wire_add_json (fixture->wire, 200, "{}");
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  test_wire_add (fixture->wire, "", -1, TEST_WIRE_CLOSE);
  test_wire_add_json (fixture->wire, 404, "{}");
  test_wire_add_json (fixture->wire, 404, "{}");
  outcome_run (&outcome, fixture->client, verb_find ("delete_connection"));
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
  g_assert_cmpuint (test_wire_get_n_requests (fixture->wire), ==, 4);
  for (guint i = 1; i <= 2; i++)
    g_assert_true (g_str_has_prefix (test_wire_get_request (fixture->wire, i), "DELETE "));
  g_assert_true (g_str_has_prefix (test_wire_get_request (fixture->wire, 3), "GET "));
}

/* A POST is never sent again behind our back. */
static void
test_post_once (Fixture *fixture, gconstpointer data)
{
  guint n_posts = 0;
  Outcome outcome;

  test_wire_add_json (fixture->wire, 200, "{}");
  outcome_run (&outcome, fixture->client, verb_find ("get_profile"));
  outcome_clear (&outcome);
  for (guint i = 0; i < 8; i++)
    test_wire_add (fixture->wire, "", -1, TEST_WIRE_CLOSE);
  outcome_run (&outcome, fixture->client, verb_find ("create_connection"));
  g_assert_error (outcome.error, CODAT_ERROR, CODAT_ERROR_NO_NETWORK);
  outcome_clear (&outcome);
  for (guint i = 0; i < test_wire_get_n_requests (fixture->wire); i++)
    n_posts += g_str_has_prefix (test_wire_get_request (fixture->wire, i), "POST ");
  g_assert_cmpuint (n_posts, ==, 1);
}

/* libsoup would drop a header with a newline and send the rest without any key. */
static void
test_key_with_newline (Fixture *fixture, gconstpointer data)
{
  static const char *const pasted[] = { API_KEY "\n", "\r\n" API_KEY "\r\n",
                                        "Basic Q0FOQVJZS0VZcTdadDJMdzk=\n" };
  static const char *const broken[] = { "CANARY\nKEY", "CANARY\r\nX: y", "CANARY\tKEY", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++) {
    g_autoptr (CodatClient) client = new_client (test_wire_get_base_url (fixture->wire), pasted[i]);
    Outcome outcome;

    test_wire_add_json (fixture->wire, 200, "{}");
    outcome_run (&outcome, client, verb_find ("get_profile"));
    g_assert_no_error (outcome.error);
    outcome_clear (&outcome);
    g_assert_nonnull (strstr (test_wire_get_request (fixture->wire, i),
                              "\r\nAuthorization: Basic Q0FOQVJZS0VZcTdadDJMdzk=\r\n"));
  }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (codat_authorizer_new (broken[i], &error));
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_KEY);
    g_assert_null (strstr (error->message, "CANARY"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (certificates); i++) {
    g_autofree char *path = g_strconcat ("/codat/origin/", certificates[i], NULL);

    g_test_add_data_func (path, certificates[i], test_certificate);
  }
#define ADD(path, test)                                                                            \
  g_test_add ("/codat/origin/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("resent-delete", test_resent_delete);
  ADD ("post-once", test_post_once);
  ADD ("key-with-newline", test_key_with_newline);
  return g_test_run ();
}
