/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

#define TIME_LIMIT 20

void
fixture_set_up (Fixture *self, gconstpointer n_companies)
{
  g_autoptr (GError) error = NULL;

  self->server = sandbox_server_new ();
  self->session = soup_session_new_with_options ("timeout", TIME_LIMIT, NULL);
  sandbox_server_set_n_companies (self->server, GPOINTER_TO_UINT (n_companies));
  sandbox_server_start (self->server, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *self, gconstpointer n_companies)
{
  g_clear_object (&self->session);
  sandbox_server_stop (self->server);
  g_assert_finalize_object (g_steal_pointer (&self->server));
}

void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->json, json_node_unref);
}

static void
authorize (Fixture *self, SoupMessage *message)
{
  const char *key = sandbox_server_get_api_key (self->server);
  g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));
  g_autofree char *value = g_strconcat ("Basic ", encoded, NULL);

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
}

static void
read_json (Answer *answer)
{
  const char *type = soup_message_headers_get_content_type (answer->headers, NULL);
  gsize size;
  const char *data = g_bytes_get_data (answer->body, &size);
  g_autofree char *text = g_strndup (data, size);

  if (g_strcmp0 (type, "application/json") == 0)
    answer->json = json_from_string (text, NULL);
}

Answer
fixture_call_with (Fixture *self,
                   const char *method,
                   const char *path,
                   const char *body,
                   const char *header,
                   const char *value)
{
  const char *base = sandbox_server_get_base_url (self->server);
  g_autofree char *address = path[0] == '/' ? g_strconcat (base, path, NULL) : g_strdup (path);
  g_autoptr (SoupMessage) message = soup_message_new (method, address);
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  g_assert_nonnull (message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (!g_str_has_prefix (path, "/link/") && !g_str_has_prefix (path, "/assets/") && path[0] == '/')
    authorize (self, message);
  if (header != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), header, value);
  if (body != NULL) {
    g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  }
  answer.body = soup_session_send_and_read (self->session, message, NULL, &error);
  g_assert_no_error (error);
  answer.status = soup_message_get_status (message);
  answer.headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  read_json (&answer);
  return answer;
}

Answer
fixture_call (Fixture *self, const char *method, const char *path, const char *body)
{
  return fixture_call_with (self, method, path, body, NULL, NULL);
}

char *
fixture_call_raw (Fixture *self, const char *text)
{
  const char *base = sandbox_server_get_base_url (self->server);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char buffer[4096];
  gssize size;

  g_socket_client_set_timeout (client, TIME_LIMIT);
  connection =
      g_socket_client_connect_to_host (client, base + strlen ("http://"), 80, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text,
                             strlen (text), NULL, NULL, NULL);
  while ((size = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                                      buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (all, buffer, size);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

JsonObject *
answer_object (const Answer *self)
{
  g_assert_nonnull (self->json);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (self->json));
  return json_node_get_object (self->json);
}

JsonArray *
answer_results (const Answer *self)
{
  g_assert_cmpuint (self->status, ==, 200);
  return json_object_get_array_member (answer_object (self), "results");
}

const char *
answer_text (const Answer *self)
{
  return g_bytes_get_data (self->body, NULL);
}

const char *
answer_location (const Answer *self)
{
  const char *location = soup_message_headers_get_one (self->headers, "Location");

  g_assert_cmpuint (self->status, ==, 302);
  g_assert_nonnull (location);
  return location;
}

void
answer_assert_error (const Answer *self, guint status, const char *part)
{
  JsonObject *object = answer_object (self);
  const char *correlation = json_object_get_string_member (object, "correlationId");

  g_assert_cmpuint (self->status, ==, status);
  g_assert_cmpint (json_object_get_int_member (object, "statusCode"), ==, status);
  g_assert_cmpstr (json_object_get_string_member (object, "service"), ==, "ClientsApi");
  g_assert_true (g_uuid_string_is_valid (correlation));
  g_assert_cmpstr (json_object_get_string_member (object, "canBeRetried"), ==, "Unknown");
  g_assert_cmpint (json_object_get_int_member (object, "detailedErrorCode"), ==, 0);
  if (strstr (json_object_get_string_member (object, "error"), part) == NULL)
    g_error ("%s is not in: %s", part, answer_text (self));
}

static char *
dup_id (const Answer *answer)
{
  g_assert_cmpuint (answer->status, ==, 200);
  return g_strdup (json_object_get_string_member (answer_object (answer), "id"));
}

char *
fixture_create_company (Fixture *self, const char *name)
{
  g_autofree char *body = g_strdup_printf ("{\"name\":\"%s\"}", name);
  g_auto (Answer) answer = fixture_call (self, "POST", "/companies", body);

  return dup_id (&answer);
}

char *
fixture_create_connection (Fixture *self, const char *company, const char *key)
{
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections", company);
  g_autofree char *body = g_strdup_printf ("{\"platformKey\":\"%s\"}", key);
  g_auto (Answer) answer = fixture_call (self, "POST", path, body);

  return dup_id (&answer);
}

char *
fixture_get_link_url (Fixture *self, const char *company, const char *connection)
{
  g_autofree char *path = g_strdup_printf ("/companies/%s/connections/%s", company, connection);
  g_auto (Answer) answer = fixture_call (self, "GET", path, NULL);

  g_assert_cmpuint (answer.status, ==, 200);
  return g_strdup (json_object_get_string_member (answer_object (&answer), "linkUrl"));
}

char *
fixture_sign_in (Fixture *self, const char *company, const char *connection, const char *decision)
{
  g_autofree char *url = fixture_get_link_url (self, company, connection);
  g_auto (Answer) start = fixture_call (self, "GET", url, NULL);
  g_auto (Answer) page = fixture_call (self, "GET", answer_location (&start), NULL);
  g_autofree char *action = g_strconcat (answer_location (&start), "/", decision, NULL);
  g_auto (Answer) end = fixture_call (self, "POST", action, "");

  g_assert_cmpuint (page.status, ==, 200);
  return g_strdup (answer_location (&end));
}

char *
fixture_get_query_member (const char *address, const char *name)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GHashTable) query = NULL;

  g_assert_nonnull (uri);
  query = soup_form_decode (g_uri_get_query (uri));
  return g_strdup (g_hash_table_lookup (query, name));
}
