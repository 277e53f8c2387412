/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "facts.h"

#include "codat.h"

#include <string.h>

const char *const facts_info_names[] = {
  "a", "n", "additionalProp1", "additionalProp2", "property1", "property2", NULL
};

/* Where facts go, and the path of the object that they are about. */
typedef struct {
  GPtrArray *lines; /* (owned) */
  GString *path;    /* (owned) */
} Facts;

static void
add_text (Facts *facts, const char *name, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (facts->lines, g_strconcat (facts->path->str, name, "=", text, NULL));
}

static void
add_word (Facts *facts, const char *name, const char *word)
{
  g_autofree char *understood = g_strconcat ("(", name, ")", NULL);

  add_text (facts, understood, word);
}

static void
add_integer (Facts *facts, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  add_text (facts, name, text);
}

static void
add_boolean (Facts *facts, const char *name, gboolean value)
{
  add_text (facts, name, value ? "true" : "false");
}

static char *
format_date (GDateTime *date)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (date);
  g_autofree char *seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06dZ", seconds, g_date_time_get_microsecond (utc));
}

static void
add_date (Facts *facts, const char *name, GDateTime *date)
{
  g_autofree char *text = date != NULL ? format_date (date) : NULL;

  add_text (facts, name, text);
}

static void
add_texts (Facts *facts, const char *name, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++) {
    g_autofree char *element = g_strdup_printf ("%s[%u]", name, i);

    add_text (facts, element, texts[i]);
  }
}

static void add_object (Facts *facts, gpointer object);

/* Goes one level down, and comes back. */
static void
add_below (Facts *facts, const char *name, guint position, gpointer object)
{
  gsize length = facts->path->len;

  g_string_append_printf (facts->path, "%s[%u].", name, position);
  add_object (facts, object);
  g_string_truncate (facts->path, length);
}

static void
add_fault (Facts *facts, guint position, const CodatConnectionFault *fault)
{
  gsize length = facts->path->len;

  g_string_append_printf (facts->path, "dataConnectionErrors[%u].", position);
  add_text (facts, "statusCode", fault->status_code);
  add_text (facts, "statusText", fault->status_text);
  add_text (facts, "errorMessage", fault->message);
  add_date (facts, "erroredOnUtc", fault->errored_on);
  add_date (facts, "resolvedOnUtc", fault->resolved_on);
  add_word (facts, "status", fault->is_active ? "Active" : "Resolved");
  g_string_truncate (facts->path, length);
}

static void
add_connection (Facts *facts, CodatConnection *self)
{
  add_text (facts, "id", codat_connection_get_id (self));
  add_text (facts, "integrationId", codat_connection_get_integration_id (self));
  add_text (facts, "integrationKey", codat_connection_get_integration_key (self));
  add_text (facts, "sourceId", codat_connection_get_source_id (self));
  add_text (facts, "platformName", codat_connection_get_platform_name (self));
  add_text (facts, "linkUrl", codat_connection_get_link_url (self));
  add_text (facts, "status", codat_connection_get_status_text (self));
  add_word (facts, "status",
            codat_connection_status_to_string (codat_connection_get_status (self)));
  add_word (facts, "sourceType",
            codat_source_type_to_string (codat_connection_get_source_type (self)));
  add_date (facts, "created", codat_connection_get_created (self));
  add_date (facts, "lastSync", codat_connection_get_last_sync (self));
  for (guint i = 0; i < codat_connection_get_n_faults (self); i++)
    add_fault (facts, i, codat_connection_get_fault (self, i));
  for (guint i = 0; facts_info_names[i] != NULL; i++) {
    g_autofree char *name = g_strconcat ("connectionInfo.", facts_info_names[i], NULL);

    add_text (facts, name, codat_connection_get_info (self, facts_info_names[i]));
  }
}

static void
add_company (Facts *facts, CodatCompany *self)
{
  const char *const *tags = codat_company_get_tag_names (self);

  add_text (facts, "id", codat_company_get_id (self));
  add_text (facts, "name", codat_company_get_name (self));
  add_text (facts, "description", codat_company_get_description (self));
  add_text (facts, "redirect", codat_company_get_redirect (self));
  add_text (facts, "createdByUserName", codat_company_get_created_by (self));
  add_date (facts, "created", codat_company_get_created (self));
  add_date (facts, "lastSync", codat_company_get_last_sync (self));
  add_texts (facts, "products", codat_company_get_products (self));
  for (guint i = 0; tags[i] != NULL; i++) {
    g_autofree char *name = g_strconcat ("tags.", tags[i], NULL);

    add_text (facts, name, codat_company_get_tag (self, tags[i]));
  }
  for (guint i = 0; i < codat_company_get_n_connections (self); i++)
    add_below (facts, "dataConnections", i, codat_company_get_connection (self, i));
}

static void
add_integration (Facts *facts, CodatIntegration *self)
{
  add_text (facts, "key", codat_integration_get_key (self));
  add_text (facts, "name", codat_integration_get_name (self));
  add_text (facts, "logoUrl", codat_integration_get_logo_url (self));
  add_boolean (facts, "enabled", codat_integration_get_enabled (self));
  add_text (facts, "sourceId", codat_integration_get_source_id (self));
  add_text (facts, "integrationId", codat_integration_get_integration_id (self));
  add_text (facts, "sourceType", codat_integration_get_source_type_text (self));
  add_word (facts, "sourceType",
            codat_source_type_to_string (codat_integration_get_source_type (self)));
  add_boolean (facts, "isBeta", codat_integration_get_is_beta (self));
  add_boolean (facts, "isOfflineConnector", codat_integration_get_is_offline_connector (self));
  add_text (facts, "dataProvidedBy", codat_integration_get_data_provided_by (self));
}

static void
add_branding (Facts *facts, CodatBranding *self)
{
  static const char *const leaves[] = { "logo.full", "logo.square", "button.default",
                                        "button.hover" };

  for (guint i = 0; i < G_N_ELEMENTS (leaves); i++) {
    g_autofree char *src = g_strconcat (leaves[i], ".image.src", NULL);
    g_autofree char *alt = g_strconcat (leaves[i], ".image.alt", NULL);

    add_text (facts, src, codat_branding_get_image_url (self, (CodatBrandImage) i));
    add_text (facts, alt, codat_branding_get_image_alt (self, (CodatBrandImage) i));
  }
  add_text (facts, "sourceId", codat_branding_get_source_id (self));
}

static void
add_data_status (Facts *facts, CodatDataStatus *self)
{
  add_text (facts, "dataType", codat_data_status_get_data_type (self));
  add_text (facts, "currentStatus", codat_data_status_get_status_text (self));
  add_word (facts, "currentStatus",
            codat_dataset_status_to_string (codat_data_status_get_status (self)));
  add_date (facts, "lastSuccessfulSync", codat_data_status_get_last_successful_sync (self));
}

static void
add_pull_operation (Facts *facts, CodatPullOperation *self)
{
  add_text (facts, "id", codat_pull_operation_get_id (self));
  add_text (facts, "companyId", codat_pull_operation_get_company_id (self));
  add_text (facts, "connectionId", codat_pull_operation_get_connection_id (self));
  add_text (facts, "dataType", codat_pull_operation_get_data_type (self));
  add_text (facts, "status", codat_pull_operation_get_status_text (self));
  add_word (facts, "status",
            codat_dataset_status_to_string (codat_pull_operation_get_status (self)));
  add_text (facts, "statusDescription", codat_pull_operation_get_status_description (self));
  add_text (facts, "errorMessage", codat_pull_operation_get_error_message (self));
  add_date (facts, "requested", codat_pull_operation_get_requested (self));
  add_date (facts, "completed", codat_pull_operation_get_completed (self));
  add_integer (facts, "progress", codat_pull_operation_get_progress (self));
  add_boolean (facts, "isCompleted", codat_pull_operation_get_is_completed (self));
  add_boolean (facts, "isErrored", codat_pull_operation_get_is_errored (self));
}

static void
add_sync_setting (Facts *facts, CodatSyncSetting *self)
{
  add_text (facts, "dataType", codat_sync_setting_get_data_type (self));
  add_boolean (facts, "fetchOnFirstLink", codat_sync_setting_get_fetch_on_first_link (self));
  add_integer (facts, "syncSchedule", codat_sync_setting_get_schedule (self));
  add_integer (facts, "syncOrder", codat_sync_setting_get_order (self));
  add_date (facts, "syncFromUtc", codat_sync_setting_get_from (self));
  add_integer (facts, "syncFromWindow", codat_sync_setting_get_from_window (self));
  add_integer (facts, "monthsToSync", codat_sync_setting_get_months_to_sync (self));
  add_boolean (facts, "isLocked", codat_sync_setting_get_is_locked (self));
}

static void
add_webhook (Facts *facts, CodatWebhook *self)
{
  add_text (facts, "id", codat_webhook_get_id (self));
  add_text (facts, "url", codat_webhook_get_url (self));
  add_boolean (facts, "disabled", codat_webhook_get_disabled (self));
  add_texts (facts, "eventTypes", codat_webhook_get_event_types (self));
  add_texts (facts, "companyTags", codat_webhook_get_company_tags (self));
}

static void
add_small_object (Facts *facts, gpointer self)
{
  if (CODAT_IS_PROFILE (self)) {
    add_text (facts, "name", codat_profile_get_name (self));
    add_text (facts, "redirectUrl", codat_profile_get_redirect_url (self));
    add_text (facts, "logoUrl", codat_profile_get_logo_url (self));
    add_text (facts, "iconUrl", codat_profile_get_icon_url (self));
  } else if (CODAT_IS_ACCESS_TOKEN (self)) {
    add_text (facts, "accessToken", codat_access_token_get_token (self));
    add_text (facts, "tokenType", codat_access_token_get_token_type (self));
    add_integer (facts, "expiresIn", codat_access_token_get_expires_in (self));
  } else if (CODAT_IS_API_KEY (self)) {
    add_text (facts, "id", codat_api_key_get_id (self));
    add_text (facts, "name", codat_api_key_get_name (self));
    add_text (facts, "apiKey", codat_api_key_get_secret (self));
    add_date (facts, "createdDate", codat_api_key_get_created (self));
  } else if (CODAT_IS_VALIDATION_ISSUE (self)) {
    add_text (facts, "ruleId", codat_validation_issue_get_rule_id (self));
    add_text (facts, "itemId", codat_validation_issue_get_item_id (self));
    add_text (facts, "message", codat_validation_issue_get_message (self));
    add_text (facts, "validatorName", codat_validation_issue_get_validator_name (self));
    add_word (facts, "isWarning", codat_validation_issue_get_is_warning (self) ? "true" : "false");
  } else {
    g_error ("%s is a type that the facts do not know", G_OBJECT_TYPE_NAME (self));
  }
}

static void
add_list (Facts *facts, GListModel *self)
{
  if (CODAT_IS_PAGE (self)) {
    CodatPage *page = CODAT_PAGE (self);

    add_integer (facts, "pageNumber", codat_page_get_number (page));
    add_integer (facts, "pageSize", codat_page_get_size (page));
    add_integer (facts, "totalResults", codat_page_get_total_results (page));
    add_word (facts, "_links.next", codat_page_get_has_next (page) ? "true" : "false");
  }
  for (guint i = 0; i < g_list_model_get_n_items (self); i++) {
    g_autoptr (GObject) row = g_list_model_get_item (self, i);

    add_below (facts, "results", i, row);
  }
}

static void
add_object (Facts *facts, gpointer object)
{
  if (G_IS_LIST_MODEL (object))
    add_list (facts, object);
  else if (CODAT_IS_COMPANY (object))
    add_company (facts, object);
  else if (CODAT_IS_CONNECTION (object))
    add_connection (facts, object);
  else if (CODAT_IS_INTEGRATION (object))
    add_integration (facts, object);
  else if (CODAT_IS_BRANDING (object))
    add_branding (facts, object);
  else if (CODAT_IS_DATA_STATUS (object))
    add_data_status (facts, object);
  else if (CODAT_IS_PULL_OPERATION (object))
    add_pull_operation (facts, object);
  else if (CODAT_IS_SYNC_SETTING (object))
    add_sync_setting (facts, object);
  else if (CODAT_IS_WEBHOOK (object))
    add_webhook (facts, object);
  else
    add_small_object (facts, object);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
facts_sort (char **lines)
{
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return lines;
}

char **
facts_new (gpointer object, const GError *error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Facts facts = { .lines = g_ptr_array_new (), .path = path };

  g_assert_true ((object == NULL) == (error != NULL));
  if (error != NULL)
    g_ptr_array_add (facts.lines, g_strconcat ("!", error->message, NULL));
  else
    add_object (&facts, object);
  g_ptr_array_add (facts.lines, NULL);
  return facts_sort ((char **) g_ptr_array_free (facts.lines, FALSE));
}

/* Not by the reader under test: GLib alone says what the text means. */
char *
facts_dup_date (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = g_strconcat (text, strlen (text) == 10 ? "T00:00:00" : "", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (whole, utc);

  return date != NULL ? format_date (date) : NULL;
}

static void
append_text (GString *to, const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  g_string_append_printf (to, "\"%s\"", escaped);
}

/* Both trees are written alike, and numbers that nobody needs as a mark. */
#define SOME_NUMBER "~"

static void
append_value (GString *to, JsonNode *node)
{
  switch (json_node_get_value_type (node)) {
  case G_TYPE_STRING:
    append_text (to, json_node_get_string (node));
    break;
  case G_TYPE_INT64:
    g_string_append_printf (to, "%" G_GINT64_FORMAT, json_node_get_int (node));
    break;
  case G_TYPE_DOUBLE:
    g_string_append (to, SOME_NUMBER);
    break;
  default:
    g_string_append (to, json_node_get_boolean (node) ? "true" : "false");
  }
}

static void
append_node (GString *to, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObjectIter iter;
    const char *name;
    JsonNode *member;

    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    g_string_append_c (to, '{');
    while (json_object_iter_next_ordered (&iter, &name, &member)) {
      append_text (to, name);
      g_string_append_c (to, ':');
      append_node (to, member);
      g_string_append_c (to, ',');
    }
    g_string_append_c (to, '}');
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    g_string_append_c (to, '[');
    for (guint i = 0; i < json_array_get_length (array); i++) {
      append_node (to, json_array_get_element (array, i));
      g_string_append_c (to, ',');
    }
    g_string_append_c (to, ']');
  } else if (JSON_NODE_HOLDS_VALUE (node)) {
    append_value (to, node);
  } else {
    g_string_append (to, "null");
  }
}

static void append_json (GString *to, CodatJson *json);

static void
append_held (GString *to, CodatJson *json)
{
  for (CodatJson *item = codat_json_get_first (json); item; item = codat_json_get_next (item)) {
    if (codat_json_get_name (item) != NULL) {
      append_text (to, codat_json_get_name (item));
      g_string_append_c (to, ':');
    }
    append_json (to, item);
    g_string_append_c (to, ',');
  }
}

static void
append_json (GString *to, CodatJson *json)
{
  if (codat_json_is (json, CODAT_JSON_OBJECT) || codat_json_is (json, CODAT_JSON_ARRAY)) {
    gboolean is_object = codat_json_is (json, CODAT_JSON_OBJECT);

    g_string_append_c (to, is_object ? '{' : '[');
    append_held (to, json);
    g_string_append_c (to, is_object ? '}' : ']');
  } else if (codat_json_is (json, CODAT_JSON_STRING)) {
    append_text (to, codat_json_get_text (json));
  } else if (codat_json_is (json, CODAT_JSON_INTEGER)) {
    g_string_append_printf (to, "%" G_GINT64_FORMAT, codat_json_get_value (json));
  } else if (codat_json_is (json, CODAT_JSON_BOOLEAN)) {
    g_string_append (to, codat_json_get_value (json) != 0 ? "true" : "false");
  } else {
    g_string_append (to, codat_json_is (json, CODAT_JSON_NULL) ? "null" : SOME_NUMBER);
  }
}

char *
facts_dup_tree (CodatJson *root)
{
  GString *text = g_string_new (NULL);

  append_json (text, root);
  return g_string_free (text, FALSE);
}

char *
facts_dup_glib_tree (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  append_node (text, node);
  return g_string_free (text, FALSE);
}
