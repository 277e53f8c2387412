/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

#define SLOW_ANSWER 3000
#define MAX_COUNTED 100000
#define REQUESTS_PER_COMPANY 1000

typedef struct {
  const char *method;
  const char *shape;
  const char *operation; /* as the contract names it */
  SandboxHandler handler;
} Route;

static const Route routes[] = {
  { "GET", "companies", "list-companies", sandbox_companies_list },
  { "POST", "companies", "create-company", sandbox_companies_create },
  { "GET", "companies/*", "get-company", sandbox_companies_get },
  { "PATCH", "companies/*", "update-company", sandbox_companies_update },
  { "PUT", "companies/*", "replace-company", sandbox_companies_update },
  { "DELETE", "companies/*", "delete-company", sandbox_companies_delete },
  { "GET", "companies/*/connections", "list-connections", sandbox_connections_list },
  { "POST", "companies/*/connections", "create-connection", sandbox_connections_create },
  { "GET", "companies/*/connections/*", "get-connection", sandbox_connections_get },
  { "PATCH", "companies/*/connections/*", "unlink-connection", sandbox_connections_unlink },
  { "DELETE", "companies/*/connections/*", "delete-connection", sandbox_connections_delete },
  { "GET", "companies/*/dataStatus", "get-company-data-status", sandbox_data_get_status },
  { "POST", "companies/*/data/all", "refresh-company-data", sandbox_data_refresh_all },
  { "POST", "companies/*/data/queue/*", "refresh-data-type", sandbox_history_queue },
  { "GET", "companies/*/data/history", "list-pull-operations", sandbox_history_list },
  { "GET", "companies/*/data/history/*", "get-pull-operation", sandbox_history_get },
  { "GET", "companies/*/sync/*/validation", "get-read-validation-results",
    sandbox_history_get_validation },
  { "GET", "companies/*/syncSettings", "get-company-syncSettings", sandbox_settings_get_company },
  { "POST", "companies/*/syncSettings", "set-company-syncSettings", sandbox_settings_set_company },
  { "GET", "profile/syncSettings", "get-profile-syncSettings", sandbox_settings_get_client },
  { "POST", "profile/syncSettings", "update-profile-syncSettings", sandbox_settings_set_client },
  { "PUT", "companies/*/products/*", "add-product", sandbox_products_add },
  { "DELETE", "companies/*/products/*", "remove-product", sandbox_products_remove },
  { "GET", "companies/*/accessToken", "get-company-access-token", sandbox_products_get_token },
  { "GET", "webhooks", "list-webhook-consumers", sandbox_consumers_list },
  { "POST", "webhooks", "create-webhook-consumer", sandbox_consumers_create },
  { "DELETE", "webhooks/*", "delete-webhook-consumer", sandbox_consumers_delete },
  { "GET", "apiKeys", "list-api-keys", sandbox_keys_list },
  { "POST", "apiKeys", "create-api-key", sandbox_keys_create },
  { "DELETE", "apiKeys/*", "delete-api-key", sandbox_keys_delete },
  { "GET", "integrations", "list-integrations", sandbox_integrations_list },
  { "GET", "integrations/*", "get-integration", sandbox_integrations_get },
  { "GET", "integrations/*/branding", "get-integrations-branding",
    sandbox_integrations_get_branding },
  { "GET", "profile", "get-profile", sandbox_profile_get },
};

static gboolean
has_shape (const SandboxRequest *request, const char *shape)
{
  g_auto (GStrv) parts = g_strsplit (shape, "/", -1);

  if (g_strv_length (parts) != request->n_segments)
    return FALSE;
  for (guint i = 0; i < request->n_segments; i++)
    if (parts[i][0] != '*' && !g_str_equal (parts[i], request->segments[i]))
      return FALSE;
  return TRUE;
}

static const Route *
find_route (const SandboxRequest *request, gboolean *known_path)
{
  *known_path = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    if (!has_shape (request, routes[i].shape))
      continue;
    *known_path = TRUE;
    if (g_str_equal (routes[i].method, request->method))
      return &routes[i];
  }
  return NULL;
}

/* A foreign name that resolves to this machine must not reach the sandbox (DNS rebinding). */
static gboolean
is_own_host (SandboxWorld *world, const char *host)
{
  const char *authority = world->base_url + strlen ("http://");
  g_autofree char *localhost = g_strconcat ("localhost", strrchr (world->base_url, ':'), NULL);

  return host != NULL &&
         (g_ascii_strcasecmp (host, authority) == 0 || g_ascii_strcasecmp (host, localhost) == 0);
}

static gboolean
is_authorized (SandboxWorld *world, const char *authorization)
{
  if (authorization == NULL || g_ascii_strncasecmp (authorization, "Basic ", 6) != 0)
    return FALSE;
  for (guint i = 0; i < world->keys->len; i++) {
    const char *key = ((SandboxKey *) world->keys->pdata[i])->key;
    g_autofree char *encoded = g_base64_encode ((const guchar *) key, strlen (key));

    if (g_str_equal (authorization + 6, encoded))
      return TRUE;
  }
  return FALSE;
}

static void
count (SandboxWorld *world, const SandboxRequest *request)
{
  g_autofree char *name = g_strconcat (request->method, " ", request->path, NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (world->counts, name));

  if (number == 0 && g_hash_table_size (world->counts) >= MAX_COUNTED)
    return;
  g_hash_table_replace (world->counts, g_steal_pointer (&name), GUINT_TO_POINTER (number + 1));
}

static guint
count_connected (GPtrArray *companies)
{
  guint n = 0;

  for (guint i = 0; i < companies->len; i++) {
    SandboxCompany *company = companies->pdata[i];

    for (guint j = 0; j < company->connections->len; j++) {
      if (((SandboxConnection *) company->connections->pdata[j])->status == SANDBOX_STATUS_LINKED) {
        n++;
        break;
      }
    }
  }
  return n;
}

static void
set_rate_limit (SandboxWorld *world, SandboxResponse *response)
{
  gint64 now = sandbox_world_now (world);
  gint64 midnight = now - now % G_TIME_SPAN_DAY + G_TIME_SPAN_DAY;

  world->n_api_requests++;
  response->rate_limit =
      (gint64) REQUESTS_PER_COMPANY * (1 + count_connected (world->seeded) +
                                       count_connected (world->made) + world->n_synthetic / 2);
  response->rate_remaining = MAX (0, response->rate_limit - world->n_api_requests);
  response->rate_reset = sandbox_time_to_string (midnight, 'z');
}

/* Counts against the limit that was set; when it is used up, nothing is done for a while. */
static gboolean
is_over_limit (SandboxWorld *world, SandboxResponse *response)
{
  gint64 now = sandbox_world_now (world);

  if (world->limit == 0)
    return FALSE;
  if (world->limit_until > 0 && now >= world->limit_until) {
    world->limit_until = 0;
    world->limit_used = 0;
  }
  if (world->limit_used < world->limit) {
    world->limit_used++;
  } else {
    if (world->limit_until == 0)
      world->limit_until = now + world->limit_wait * G_TIME_SPAN_SECOND;
    response->retry_after = (guint) ((world->limit_until - now - 1) / G_TIME_SPAN_SECOND) + 1;
    sandbox_response_set_error (response, 429, "The rate limit for your account was reached");
  }
  response->rate_limit = world->limit;
  response->rate_remaining = world->limit - world->limit_used;
  return response->retry_after > 0;
}

static void
break_body (SandboxResponse *response)
{
  gsize size = response->body != NULL ? g_bytes_get_size (response->body) : 0;
  g_autoptr (GBytes) whole = g_steal_pointer (&response->body);

  if (size > 0)
    response->body = g_bytes_new_from_bytes (whole, 0, size / 2);
}

/* What the fault makes of an answer that is ready. */
static void
spoil (const SandboxFault *fault, SandboxResponse *response)
{
  switch (fault->kind) {
  case SANDBOX_FAULT_LOST:
    sandbox_response_set_error (response, fault->status, "%s", fault->error);
    break;
  case SANDBOX_FAULT_SLOW:
    response->delay = SLOW_ANSWER;
    break;
  case SANDBOX_FAULT_NEVER:
    response->never = TRUE;
    break;
  case SANDBOX_FAULT_CUT:
    response->cut = TRUE;
    break;
  case SANDBOX_FAULT_BROKEN_JSON:
    break_body (response);
    break;
  case SANDBOX_FAULT_HTML:
    sandbox_response_set_html (response, 200,
                               g_string_new ("<!DOCTYPE html><title>Hello</title><p>Not the API."));
    break;
  case SANDBOX_FAULT_EMPTY:
    sandbox_response_set_empty (response, response->status);
    break;
  case SANDBOX_FAULT_REDIRECT:
    sandbox_response_set_redirect (response, "http://127.0.0.1:9/elsewhere");
    break;
  case SANDBOX_FAULT_NONE:
  case SANDBOX_FAULT_STATUS:
  case SANDBOX_FAULT_IGNORED:
  case SANDBOX_FAULT_LINK:
  default:
    break;
  }
}

static void
answer_operation (SandboxWorld *world,
                  const Route *route,
                  const SandboxRequest *request,
                  SandboxResponse *response)
{
  const SandboxFault *fault = world->fault;
  gboolean struck = fault->operation == NULL || g_str_equal (fault->operation, route->operation);

  if (struck && fault->kind == SANDBOX_FAULT_STATUS) {
    sandbox_response_set_error (response, fault->status, "%s", fault->error);
    response->retry_after = fault->status == 429 ? 1 : 0;
    return;
  }
  if (!sandbox_replay_find (world, request, response)) {
    route->handler (world, request, response);
    sandbox_replay_keep (world, request, response);
  }
  if (struck)
    spoil (fault, response);
}

static void
answer_api (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  gboolean known_path;
  const Route *route = find_route (request, &known_path);

  set_rate_limit (world, response);
  if (!is_authorized (world, request->authorization))
    sandbox_response_set_error (response, 401, "Unauthorized");
  else if (is_over_limit (world, response))
    return;
  else if (route != NULL)
    answer_operation (world, route, request, response);
  else if (known_path)
    sandbox_response_set_error (response, 405, "Method Not Allowed");
  else
    sandbox_response_set_error (response, 404, "Not Found");
}

void
sandbox_router_answer (SandboxWorld *world,
                       const SandboxRequest *request,
                       SandboxResponse *response)
{
  count (world, request);
  if (!is_own_host (world, request->host))
    sandbox_response_set_error (response, 403, "This host is not served here");
  else if (request->n_segments > 0 && g_str_equal (request->segments[0], "link"))
    sandbox_link_answer (world, request, response);
  else if (request->n_segments > 0 && g_str_equal (request->segments[0], "assets"))
    sandbox_assets_answer (world, request, response);
  else
    answer_api (world, request, response);
}
