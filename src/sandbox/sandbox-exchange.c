/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-exchange.h"

#include <libsoup/soup.h>

#define MAX_DEPTH 64

/* Returns FALSE when the path is none: a broken escape, or an escape that hides a slash. */
gboolean
sandbox_request_init (SandboxRequest *self,
                      const char *method,
                      const char *path,
                      const char *query_text,
                      GBytes *body)
{
  *self = (SandboxRequest){ .method = method, .path = path, .query_text = query_text };
  self->body = g_bytes_ref (body);
  self->query = query_text != NULL ? soup_form_decode (query_text)
                                   : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (path[0] != '/')
    return FALSE;

  self->segments = g_strsplit (path + 1, "/", -1);
  self->n_segments = g_strv_length (self->segments);
  for (guint i = 0; i < self->n_segments; i++) {
    char *decoded = g_uri_unescape_string (self->segments[i], "/");

    if (decoded == NULL)
      return FALSE;
    g_free (self->segments[i]);
    self->segments[i] = decoded;
  }
  return TRUE;
}

void
sandbox_request_clear (SandboxRequest *self)
{
  g_clear_pointer (&self->segments, g_strfreev);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
}

const char *
sandbox_request_get_query (const SandboxRequest *self, const char *name)
{
  return g_hash_table_lookup (self->query, name);
}

/* json-glib before 1.9 goes down one frame of the stack for each bracket, until there is none. */
static gboolean
is_too_deep (const char *data, gsize size)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < size; i++) {
    char c = data[i];

    if (in_string && c == '\\')
      i++;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '[' || c == '{') && ++depth > MAX_DEPTH)
      return TRUE;
    else if (!in_string && (c == ']' || c == '}') && depth > 0)
      depth--;
  }
  return FALSE;
}

JsonObject *
sandbox_request_parse_object (const SandboxRequest *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (self->body, &size);
  JsonNode *root;

  if (size == 0 || is_too_deep (data, size) ||
      !json_parser_load_from_data (parser, data, size, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return json_object_ref (json_node_get_object (root));
}

void
sandbox_response_clear (SandboxResponse *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->policy, g_free);
  g_clear_pointer (&self->rate_reset, g_free);
}

void
sandbox_response_set_json (SandboxResponse *self, guint status, SandboxJson *json)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  self->status = status;
  self->content_type = "application/json; charset=utf-8";
  self->body = sandbox_json_free_to_bytes (json);
}

void
sandbox_response_set_html (SandboxResponse *self, guint status, GString *html)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  self->status = status;
  self->content_type = "text/html; charset=utf-8";
  self->body = g_string_free_to_bytes (html);
  g_clear_pointer (&self->policy, g_free);
  self->policy = g_strdup ("default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; "
                           "base-uri 'none'; frame-ancestors 'none'");
}

void
sandbox_response_set_empty (SandboxResponse *self, guint status)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  self->status = status;
  self->content_type = NULL;
}

void
sandbox_response_set_redirect (SandboxResponse *self, const char *location)
{
  sandbox_response_set_empty (self, 302);
  g_free (self->location);
  self->location = g_strdup (location);
}

void
sandbox_response_set_error (SandboxResponse *self, guint status, const char *format, ...)
{
  SandboxJson json = SANDBOX_JSON_INIT;
  g_autofree char *correlation = g_uuid_string_random ();
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  sandbox_json_begin_object (&json, NULL);
  sandbox_json_integer (&json, "statusCode", status);
  sandbox_json_string (&json, "service", self->service != NULL ? self->service : "ClientsApi");
  sandbox_json_string (&json, "error", message);
  sandbox_json_string (&json, "correlationId", correlation);
  sandbox_json_string (&json, "canBeRetried", "Unknown");
  sandbox_json_integer (&json, "detailedErrorCode", 0);
  sandbox_json_end_object (&json);
  sandbox_response_set_json (self, status, &json);
}
