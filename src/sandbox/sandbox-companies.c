/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

#define MAX_TAGS 10
#define MAX_TAG_NAME 27
#define MAX_TAG_VALUE 100

SandboxCompany *
sandbox_companies_require (SandboxWorld *world,
                           const SandboxRequest *request,
                           SandboxResponse *response)
{
  SandboxCompany *company = NULL;

  if (g_uuid_string_is_valid (request->segments[1])) {
    g_autofree char *id = g_ascii_strdown (request->segments[1], -1);

    company = sandbox_world_find_company (world, id);
  }
  if (company == NULL)
    sandbox_response_set_error (response, 404, "Company with id %s could not be found",
                                request->segments[1]);
  return company;
}

static void
answer_company (SandboxWorld *world, SandboxCompany *company, SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;

  sandbox_company_write (world, company, &json);
  sandbox_response_set_json (response, 200, &json);
}

static gboolean
get_values (gconstpointer item, const char *property, GPtrArray *values)
{
  SandboxCompany *company = (SandboxCompany *) item;
  gint64 last_sync = sandbox_company_get_last_sync (company);
  gboolean known = TRUE;

  if (g_str_equal (property, "id")) {
    g_ptr_array_add (values, g_strdup (company->id));
  } else if (g_str_equal (property, "name")) {
    g_ptr_array_add (values, g_strdup (company->name));
  } else if (g_str_equal (property, "description")) {
    if (company->description != NULL)
      g_ptr_array_add (values, g_strdup (company->description));
  } else if (g_str_equal (property, "created")) {
    g_ptr_array_add (values, sandbox_time_to_string (company->created, 'z'));
  } else if (g_str_equal (property, "lastSync")) {
    if (last_sync > 0)
      g_ptr_array_add (values, sandbox_time_to_string (last_sync, 'f'));
  } else if (g_str_has_prefix (property, "dataConnections.")) {
    property += strlen ("dataConnections.");
    for (guint i = 0; i < company->connections->len && known; i++)
      known = sandbox_connection_get_values (company->connections->pdata[i], property, values);
  } else {
    known = FALSE;
  }
  return known;
}

static gboolean
get_tag_values (gconstpointer item, const char *property, GPtrArray *values)
{
  const SandboxCompany *company = item;

  for (guint i = 0; i < company->tags->len; i += 2)
    if (g_str_equal (company->tags->pdata[i], property))
      g_ptr_array_add (values, g_strdup (company->tags->pdata[i + 1]));
  return TRUE;
}

static gpointer
get_row (gpointer world, guint row)
{
  return sandbox_world_get_row (world, row);
}

static void
release_row (gpointer world, gpointer company)
{
  sandbox_world_release_row (world, company);
}

static void
write_row (gpointer world, gpointer company, SandboxJson *json)
{
  sandbox_company_write (world, company, json);
}

void
sandbox_companies_list (SandboxWorld *world,
                        const SandboxRequest *request,
                        SandboxResponse *response)
{
  SandboxList list = {
    .type_name = "Company",
    .n_rows = sandbox_world_get_n_rows (world),
    .has_holes = g_hash_table_size (world->removed) > 0,
    .owner = world,
    .get_row = get_row,
    .release_row = release_row,
    .get_values = get_values,
    .get_tag_values = get_tag_values,
    .write_row = write_row,
  };

  sandbox_list_answer (&list, request, response);
}

/* What the pattern of names does not let through is removed, not refused. */
static char *
clean_name (const char *name)
{
  GString *clean = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || g_ascii_isspace (*c) || strchr ("-',&@.?!", *c) != NULL)
      g_string_append_c (clean, *c);
  return g_strstrip (g_string_free (clean, FALSE));
}

/* Returns the member's text; *valid is cleared when it is there and neither text nor null. */
static const char *
read_string (JsonObject *object, const char *name, gboolean *valid)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
    *valid = FALSE;
    return NULL;
  }
  return json_node_get_string (node);
}

static gboolean
check_tags (JsonObject *object, SandboxResponse *response)
{
  JsonNode *node = json_object_get_member (object, "tags");
  g_autoptr (GList) names = NULL;
  gboolean valid = TRUE;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node) ||
      json_object_get_size (json_node_get_object (node)) > MAX_TAGS)
    valid = FALSE;
  else
    names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL && valid; l = l->next) {
    const char *value = read_string (json_node_get_object (node), l->data, &valid);
    glong length = g_utf8_strlen (l->data, -1);

    valid = valid && value != NULL && g_utf8_strlen (value, -1) <= MAX_TAG_VALUE && length >= 1 &&
            length <= MAX_TAG_NAME;
  }
  if (!valid)
    sandbox_response_set_error (response, 400,
                                "A company has at most 10 tags, with names of 1 to 27 characters "
                                "and texts of at most 100.");
  return valid;
}

static void
apply_tags (SandboxCompany *company, JsonObject *object)
{
  JsonObject *tags = json_object_get_object_member (object, "tags");
  g_autoptr (GList) names = json_object_get_members (tags);

  g_ptr_array_set_size (company->tags, 0);
  for (GList *l = names; l != NULL; l = l->next)
    sandbox_company_set_tag (company, l->data, json_object_get_string_member (tags, l->data));
}

/* Checks the body of create, replace and update; name is set when the body has one. */
static gboolean
check_body (JsonObject *object, gboolean need_name, char **name, SandboxResponse *response)
{
  gboolean valid = TRUE;
  const char *text;

  if (object == NULL) {
    sandbox_response_set_error (response, 400, "The body must be a JSON object.");
    return FALSE;
  }
  text = read_string (object, "name", &valid);
  read_string (object, "description", &valid);
  *name = text != NULL ? clean_name (text) : NULL;
  if (!valid || (need_name && *name == NULL) || (*name != NULL && (*name)[0] == '\0')) {
    sandbox_response_set_error (response, 400, "The Name field is required.");
    return FALSE;
  }
  return check_tags (object, response);
}

static void
apply_body (SandboxCompany *company, JsonObject *object, gboolean replace)
{
  gboolean valid = TRUE;
  const char *description = read_string (object, "description", &valid);
  JsonNode *tags = json_object_get_member (object, "tags");

  if (description != NULL || replace) {
    g_free (company->description);
    company->description = g_strdup (description);
  }
  if (tags != NULL && JSON_NODE_HOLDS_OBJECT (tags))
    apply_tags (company, object);
  else if (replace)
    g_ptr_array_set_size (company->tags, 0);
}

void
sandbox_companies_create (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  g_autofree char *name = NULL;
  SandboxCompany *company;

  if (!check_body (object, TRUE, &name, response))
    return;
  company = sandbox_world_add_company (world, name);
  apply_body (company, object, FALSE);
  answer_company (world, company, response);
}

void
sandbox_companies_get (SandboxWorld *world,
                       const SandboxRequest *request,
                       SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);

  if (company != NULL)
    answer_company (world, company, response);
}

/* PATCH changes what is sent, PUT resets what is not. */
void
sandbox_companies_update (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  g_autoptr (JsonObject) object = sandbox_request_parse_object (request);
  gboolean replace = g_str_equal (request->method, "PUT");
  g_autofree char *name = NULL;

  if (company == NULL || !check_body (object, replace, &name, response))
    return;
  if (name != NULL) {
    g_free (company->name);
    company->name = g_steal_pointer (&name);
  }
  apply_body (company, object, replace);
  answer_company (world, company, response);
}

void
sandbox_companies_delete (SandboxWorld *world,
                          const SandboxRequest *request,
                          SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);

  if (company == NULL)
    return;
  sandbox_world_remove_company (world, company);
  sandbox_response_set_empty (response, 204);
}
