/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"
#include "sandbox-server-private.h"

#define MAX_BODY (1024 * 1024)

static void
add_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

static void
add_number_header (SoupServerMessage *message, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_header (message, name, text);
}

static void
send (SoupServerMessage *message, const SandboxResponse *response)
{
  gsize size = 0;
  const char *data = response->body != NULL ? g_bytes_get_data (response->body, &size) : NULL;

  soup_server_message_set_status (message, response->status, NULL);
  if (data != NULL && response->content_type != NULL)
    soup_server_message_set_response (message, response->content_type, SOUP_MEMORY_COPY, data,
                                      size);
  if (response->location != NULL)
    add_header (message, "Location", response->location);
  if (response->policy != NULL)
    add_header (message, "Content-Security-Policy", response->policy);
  if (response->file_name != NULL) {
    g_autofree char *disposition =
        g_strdup_printf ("attachment; filename=\"%s\"", response->file_name);

    add_header (message, "Content-Disposition", disposition);
  }
  if (response->retry_after > 0)
    add_number_header (message, "Retry-After", response->retry_after);
  if (response->rate_reset != NULL) {
    add_number_header (message, "X-Rate-Limit-Limit", response->rate_limit);
    add_number_header (message, "X-Rate-Limit-Remaining", response->rate_remaining);
    add_header (message, "X-Rate-Limit-Reset", response->rate_reset);
  }
  add_header (message, "Cache-Control", "no-store");
  add_header (message, "X-Content-Type-Options", "nosniff");
  add_header (message, "Referrer-Policy", "no-referrer");
}

static gboolean
unpause_cb (gpointer message)
{
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
cut (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
deliver (SandboxServer *self, SoupServerMessage *message, const SandboxResponse *response)
{
  if (response->cut) {
    cut (message);
    return;
  }
  send (message, response);
  if (response->never) {
    soup_server_message_pause (message);
  } else if (response->delay > 0) {
    g_autoptr (GSource) source = g_timeout_source_new (response->delay);

    soup_server_message_pause (message);
    g_source_set_callback (source, unpause_cb, g_object_ref (message), g_object_unref);
    g_source_attach (source, self->context);
  }
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  SandboxServer *self = SANDBOX_SERVER (user_data);
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_auto (SandboxRequest) request = { 0 };
  g_auto (SandboxResponse) response = { 0 };
  gboolean valid = sandbox_request_init (&request, soup_server_message_get_method (message),
                                         g_uri_get_path (uri), g_uri_get_query (uri), body);

  request.host = soup_message_headers_get_one (headers, "Host");
  request.authorization = soup_message_headers_get_one (headers, "Authorization");
  request.idempotency_key = soup_message_headers_get_one (headers, "Idempotency-Key");
  g_mutex_lock (&self->lock);
  if (valid)
    sandbox_router_answer (self->world, &request, &response);
  else
    sandbox_response_set_error (&response, 400, "Bad Request");
  g_mutex_unlock (&self->lock);
  deliver (self, message, &response);
}

static void
refuse_large (SoupServerMessage *message)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  soup_server_message_set_status (message, 413, NULL);
}

static void
got_headers_cb (SoupServerMessage *message, gpointer user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_content_length (headers) > MAX_BODY)
    refuse_large (message);
}

static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  if (soup_server_message_get_request_body (message)->length > MAX_BODY)
    refuse_large (message);
}

static void
request_started_cb (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), NULL);
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), NULL);
}

/* Whoever signs in with a browser of their own ends here; the window never comes. */
static void
target_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  static const char page[] =
      "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
      "<link rel=\"icon\" href=\"data:,\"><title>Sign-in finished</title>"
      "<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;"
      "max-width:30em;margin:15vh auto;padding:0 18px;text-align:center}</style></head>"
      "<body><h1>You can close this page</h1><p>The sign-in is finished. Go back to the app to "
      "see how it ended.</p></body></html>";
  SandboxServer *self = SANDBOX_SERVER (user_data);

  g_mutex_lock (&self->lock);
  self->world->redirect_hits++;
  g_mutex_unlock (&self->lock);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC, page,
                                    sizeof page - 1);
}

void
sandbox_http_attach (SandboxServer *self)
{
  soup_server_add_handler (self->api, NULL, request_cb, self, NULL);
  soup_server_add_handler (self->target, NULL, target_cb, self, NULL);
  g_signal_connect (self->api, "request-started", G_CALLBACK (request_started_cb), NULL);
}
