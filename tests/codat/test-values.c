/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json.h"

#include "codat.h"

#include <string.h>

#define GUID "8a210b68-6988-11ed-a1eb-0242ac120002"

static GObject *
parse_company (const char *json, GError **error)
{
  return (GObject *) codat_company_new_from_data (json, -1, error);
}

static GObject *
parse_connection (const char *json, GError **error)
{
  return (GObject *) codat_connection_new_from_data (json, -1, error);
}

static GObject *
parse_integration (const char *json, GError **error)
{
  return (GObject *) codat_integration_new_from_data (json, -1, error);
}

static GObject *
parse_branding (const char *json, GError **error)
{
  return (GObject *) codat_branding_new_from_data (json, -1, error);
}

static GObject *
parse_data_status (const char *json, GError **error)
{
  return (GObject *) codat_data_status_new_from_data (json, -1, error);
}

static GObject *
parse_pull_operation (const char *json, GError **error)
{
  return (GObject *) codat_pull_operation_new_from_data (json, -1, error);
}

static GObject *
parse_sync_setting (const char *json, GError **error)
{
  return (GObject *) codat_sync_setting_new_from_data (json, -1, error);
}

static GObject *
parse_webhook (const char *json, GError **error)
{
  return (GObject *) codat_webhook_new_from_data (json, -1, error);
}

static GObject *
parse_access_token (const char *json, GError **error)
{
  g_autoptr (CodatJson) root = codat_json_parse (json, -1, error);

  return root != NULL ? (GObject *) codat_access_token_new_from_node (root, error) : NULL;
}

static GObject *
parse_api_key (const char *json, GError **error)
{
  g_autoptr (CodatJson) root = codat_json_parse (json, -1, error);

  return root != NULL ? (GObject *) codat_api_key_new_from_node (root, error) : NULL;
}

static GObject *
parse_validation_issue (const char *json, GError **error)
{
  g_autoptr (CodatJson) root = codat_json_parse (json, -1, error);

  return root != NULL ? (GObject *) codat_validation_issue_new_from_node (root, error) : NULL;
}

static GObject *
parse_profile (const char *json, GError **error)
{
  g_autoptr (CodatJson) root = codat_json_parse (json, -1, error);

  return root != NULL ? (GObject *) codat_profile_new_from_node (root, error) : NULL;
}

/* Every value object with all its fields. */
static const struct {
  const char *type;
  GObject *(*parse) (const char *json, GError **error);
  const char *json;
} types[] = {
  { "company", parse_company,
    "{\"id\":\"" GUID "\",\"name\":\"n\",\"redirect\":\"r\",\"description\":\"d\",\"lastSync\":"
    "\"2022-01-01T12:00:00Z\","
    "\"created\":\"2022-01-01T12:00:00\",\"createdByUserName\":\"u\",\"products\":[\"p\"],\"tags\":"
    "{\"b\":\"2\",\"a\":\"1\"},"
    "\"dataConnections\":[{\"id\":\"" GUID "\"},{\"id\":\"x\"},3]}" },
  { "connection", parse_connection,
    "{\"id\":\"" GUID "\",\"integrationId\":\"" GUID "\",\"sourceId\":\"" GUID
    "\",\"platformName\":\"p\",\"linkUrl\":\"l\","
    "\"status\":\"Linked\",\"created\":\"2022-01-01T12:00:00+02:00\",\"sourceType\":\"Banking\","
    "\"integrationKey\":\"gbol\","
    "\"lastSync\":\"2022-01-01T12:00:00.1234567Z\",\"dataConnectionErrors\":[{\"statusCode\":"
    "\"401\",\"statusText\":\"t\","
    "\"errorMessage\":\"m\",\"erroredOnUtc\":\"2022-01-01T12:00:00\",\"status\":\"Active\","
    "\"resolvedOnUtc\":null}],"
    "\"connectionInfo\":{\"a\":\"b\",\"n\":1}}" },
  { "integration", parse_integration,
    "{\"key\":\"gbol\",\"logoUrl\":\"l\",\"name\":\"Xero\",\"enabled\":true,\"sourceId\":\"" GUID
    "\",\"sourceType\":\"Accounting\","
    "\"integrationId\":\"" GUID
    "\",\"isOfflineConnector\":true,\"isBeta\":true,\"dataProvidedBy\":\"d\"}" },
  { "branding", parse_branding,
    "{\"logo\":{\"full\":{\"image\":{\"src\":\"s\",\"alt\":\"a\"}},\"square\":{}},\"button\":{"
    "\"default\":{\"image\":{\"src\":\"t\"}}},\"sourceId\":\"" GUID "\"}" },
  { "data-status", parse_data_status,
    "{\"dataType\":\"bills\",\"currentStatus\":\"Complete\",\"lastSuccessfulSync\":\"2022-01-01T12:"
    "00:00Z\"}" },
  { "profile", parse_profile,
    "{\"name\":\"n\",\"redirectUrl\":\"r\",\"logoUrl\":\"l\",\"iconUrl\":\"i\",\"apiKey\":\"k\"}" },
  { "pull-operation", parse_pull_operation,
    "{\"id\":\"" GUID "\",\"companyId\":\"" GUID "\",\"connectionId\":\"" GUID
    "\",\"dataType\":\"bills\",\"status\":\"FetchError\",\"statusDescription\":\"d\","
    "\"errorMessage\":\"m\",\"requested\":\"2022-01-01T12:00:00Z\",\"completed\":"
    "\"2022-01-01T12:00:01Z\",\"progress\":100,\"isCompleted\":false,\"isErrored\":true}" },
  { "sync-setting", parse_sync_setting,
    "{\"dataType\":\"bills\",\"fetchOnFirstLink\":true,\"syncSchedule\":24,\"syncOrder\":2,"
    "\"syncFromUtc\":\"2022-01-01T12:00:00Z\",\"syncFromWindow\":12,\"monthsToSync\":24,"
    "\"isLocked\":true}" },
  { "webhook", parse_webhook,
    "{\"id\":\"" GUID "\",\"url\":\"u\",\"disabled\":true,\"eventTypes\":[\"a\",3],"
    "\"companyTags\":[\"r:uk\"]}" },
  { "access-token", parse_access_token,
    "{\"accessToken\":\"t\",\"expiresIn\":5,\"tokenType\":\"Bearer\"}" },
  { "api-key", parse_api_key,
    "{\"id\":\"i\",\"name\":\"n\",\"apiKey\":\"k\",\"createdDate\":\"2022-01-01T12:00:00Z\"}" },
  { "validation-issue", parse_validation_issue,
    "{\"ruleId\":\"r\",\"itemId\":\"i\",\"message\":\"m\",\"validatorName\":\"v\"}" },
};

static void
test_not_objects (void)
{
  static const char *const bad[] = { "[]", "null", "3", "\"x\"", "true", "", "{", "nul" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (bad); j++) {
      g_autoptr (GError) error = NULL;

      g_assert_null (types[i].parse (bad[j], &error));
      g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
    }
  }
}

static void
test_company (void)
{
  g_autoptr (GError) error = NULL;
  CodatCompany *company = codat_company_new_from_data (types[0].json, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (codat_company_get_id (company), ==, GUID);
  g_assert_cmpstr (codat_company_get_name (company), ==, "n");
  g_assert_cmpstr (codat_company_get_description (company), ==, "d");
  g_assert_cmpstr (codat_company_get_redirect (company), ==, "r");
  g_assert_cmpstr (codat_company_get_created_by (company), ==, "u");
  g_assert_cmpint (g_date_time_to_unix (codat_company_get_created (company)), ==, 1641038400);
  g_assert_cmpint (g_date_time_to_unix (codat_company_get_last_sync (company)), ==, 1641038400);
  g_assert_cmpstr (codat_company_get_tag (company, "a"), ==, "1");
  g_assert_null (codat_company_get_tag (company, "c"));
  g_assert_cmpstr (codat_company_get_tag_names (company)[0], ==, "a");
  g_assert_cmpstr (codat_company_get_tag_names (company)[1], ==, "b");
  g_assert_null (codat_company_get_tag_names (company)[2]);
  g_assert_cmpstr (codat_company_get_products (company)[0], ==, "p");
  g_assert_cmpuint (codat_company_get_n_connections (company), ==, 1);
  g_assert_nonnull (codat_company_get_connection (company, 0));
  g_assert_null (codat_company_get_connection (company, 1));
  g_assert_finalize_object (company);
}

static void
test_connection (void)
{
  g_autoptr (GError) error = NULL;
  CodatConnection *connection = codat_connection_new_from_data (types[1].json, -1, &error);
  const CodatConnectionFault *fault;

  g_assert_no_error (error);
  g_assert_cmpstr (codat_connection_get_id (connection), ==, GUID);
  g_assert_cmpstr (codat_connection_get_integration_id (connection), ==, GUID);
  g_assert_cmpstr (codat_connection_get_source_id (connection), ==, GUID);
  g_assert_cmpstr (codat_connection_get_integration_key (connection), ==, "gbol");
  g_assert_cmpstr (codat_connection_get_platform_name (connection), ==, "p");
  g_assert_cmpstr (codat_connection_get_link_url (connection), ==, "l");
  g_assert_cmpint (codat_connection_get_status (connection), ==, CODAT_CONNECTION_STATUS_LINKED);
  g_assert_cmpstr (codat_connection_get_status_text (connection), ==, "Linked");
  g_assert_cmpint (codat_connection_get_source_type (connection), ==, CODAT_SOURCE_TYPE_BANKING);
  g_assert_cmpint (g_date_time_to_unix (codat_connection_get_created (connection)), ==, 1641031200);
  g_assert_cmpint (g_date_time_get_microsecond (codat_connection_get_last_sync (connection)), ==,
                   123456);
  g_assert_cmpuint (codat_connection_get_n_faults (connection), ==, 1);
  fault = codat_connection_get_fault (connection, 0);
  g_assert_cmpstr (fault->status_code, ==, "401");
  g_assert_cmpstr (fault->status_text, ==, "t");
  g_assert_cmpstr (fault->message, ==, "m");
  g_assert_nonnull (fault->errored_on);
  g_assert_null (fault->resolved_on);
  g_assert_true (fault->is_active);
  g_assert_null (codat_connection_get_fault (connection, 1));
  g_assert_cmpstr (codat_connection_get_info (connection, "a"), ==, "b");
  g_assert_null (codat_connection_get_info (connection, "n"));
  g_assert_finalize_object (connection);
}

static void
test_others (void)
{
  CodatIntegration *integration = codat_integration_new_from_data (types[2].json, -1, NULL);
  CodatBranding *branding = codat_branding_new_from_data (types[3].json, -1, NULL);
  CodatDataStatus *status = codat_data_status_new_from_data (types[4].json, -1, NULL);

  g_assert_cmpstr (codat_integration_get_key (integration), ==, "gbol");
  g_assert_cmpstr (codat_integration_get_name (integration), ==, "Xero");
  g_assert_cmpstr (codat_integration_get_logo_url (integration), ==, "l");
  g_assert_true (codat_integration_get_enabled (integration));
  g_assert_cmpstr (codat_integration_get_source_id (integration), ==, GUID);
  g_assert_cmpstr (codat_integration_get_integration_id (integration), ==, GUID);
  g_assert_cmpint (codat_integration_get_source_type (integration), ==,
                   CODAT_SOURCE_TYPE_ACCOUNTING);
  g_assert_cmpstr (codat_integration_get_source_type_text (integration), ==, "Accounting");
  g_assert_true (codat_integration_get_is_beta (integration));
  g_assert_true (codat_integration_get_is_offline_connector (integration));
  g_assert_cmpstr (codat_integration_get_data_provided_by (integration), ==, "d");
  g_assert_cmpstr (codat_branding_get_image_url (branding, CODAT_BRAND_IMAGE_LOGO_FULL), ==, "s");
  g_assert_cmpstr (codat_branding_get_image_alt (branding, CODAT_BRAND_IMAGE_LOGO_FULL), ==, "a");
  g_assert_null (codat_branding_get_image_url (branding, CODAT_BRAND_IMAGE_LOGO_SQUARE));
  g_assert_cmpstr (codat_branding_get_image_url (branding, CODAT_BRAND_IMAGE_BUTTON_DEFAULT), ==,
                   "t");
  g_assert_null (codat_branding_get_image_url (branding, CODAT_BRAND_IMAGE_BUTTON_HOVER));
  g_assert_cmpstr (codat_branding_get_source_id (branding), ==, GUID);
  g_assert_cmpstr (codat_data_status_get_data_type (status), ==, "bills");
  g_assert_cmpint (codat_data_status_get_status (status), ==, CODAT_DATASET_STATUS_COMPLETE);
  g_assert_cmpstr (codat_data_status_get_status_text (status), ==, "Complete");
  g_assert_nonnull (codat_data_status_get_last_successful_sync (status));
  g_assert_finalize_object (integration);
  g_assert_finalize_object (branding);
  g_assert_finalize_object (status);
}

static void
test_data_objects (void)
{
  CodatPullOperation *operation = (CodatPullOperation *) parse_pull_operation (types[6].json, NULL);
  CodatSyncSetting *setting = (CodatSyncSetting *) parse_sync_setting (types[7].json, NULL);
  CodatWebhook *webhook = (CodatWebhook *) parse_webhook (types[8].json, NULL);

  g_assert_cmpstr (codat_pull_operation_get_id (operation), ==, GUID);
  g_assert_cmpstr (codat_pull_operation_get_company_id (operation), ==, GUID);
  g_assert_cmpstr (codat_pull_operation_get_connection_id (operation), ==, GUID);
  g_assert_cmpstr (codat_pull_operation_get_data_type (operation), ==, "bills");
  g_assert_cmpint (codat_pull_operation_get_status (operation), ==,
                   CODAT_DATASET_STATUS_FETCH_ERROR);
  g_assert_cmpstr (codat_pull_operation_get_status_text (operation), ==, "FetchError");
  g_assert_cmpstr (codat_pull_operation_get_status_description (operation), ==, "d");
  g_assert_cmpstr (codat_pull_operation_get_error_message (operation), ==, "m");
  g_assert_nonnull (codat_pull_operation_get_requested (operation));
  g_assert_nonnull (codat_pull_operation_get_completed (operation));
  g_assert_cmpint (codat_pull_operation_get_progress (operation), ==, 100);
  g_assert_false (codat_pull_operation_get_is_completed (operation));
  g_assert_true (codat_pull_operation_get_is_errored (operation));
  g_assert_true (codat_sync_setting_get_fetch_on_first_link (setting));
  g_assert_cmpint (codat_sync_setting_get_schedule (setting), ==, 24);
  g_assert_cmpint (codat_sync_setting_get_order (setting), ==, 2);
  g_assert_cmpint (codat_sync_setting_get_from_window (setting), ==, 12);
  g_assert_cmpint (codat_sync_setting_get_months_to_sync (setting), ==, 24);
  g_assert_nonnull (codat_sync_setting_get_from (setting));
  g_assert_true (codat_sync_setting_get_is_locked (setting));
  g_assert_cmpstr (codat_webhook_get_url (webhook), ==, "u");
  g_assert_true (codat_webhook_get_disabled (webhook));
  g_assert_cmpuint (g_strv_length ((char **) codat_webhook_get_event_types (webhook)), ==, 1);
  g_assert_cmpstr (codat_webhook_get_company_tags (webhook)[0], ==, "r:uk");
  g_assert_finalize_object (operation);
  g_assert_finalize_object (setting);
  g_assert_finalize_object (webhook);
}

static void
assert_tags (CodatCompany *company,
             const char *const *changes,
             const char *const *less,
             const char *expected)
{
  g_auto (GStrv) tags = codat_company_dup_tags_with (company, changes, less);
  g_autofree char *joined = g_strjoinv (" ", tags);

  g_assert_cmpstr (joined, ==, expected);
}

/* A company of a=1 and b=2. */
static void
test_tags_with (void)
{
  g_autoptr (CodatCompany) company = codat_company_new_from_data (types[0].json, -1, NULL);

  assert_tags (company, NULL, NULL, "a 1 b 2");
  assert_tags (company, (const char *const[]){ "c", "3", NULL }, NULL, "c 3 a 1 b 2");
  assert_tags (company, (const char *const[]){ "b", "9", NULL }, NULL, "b 9 a 1");
  assert_tags (company, NULL, (const char *const[]){ "a", "x", NULL }, "b 2");
  assert_tags (company, (const char *const[]){ "a", "5", NULL },
               (const char *const[]){ "a", "b", NULL }, "a 5");
  assert_tags (company, NULL, (const char *const[]){ "a", "b", NULL }, "");
}

static void
test_unknown_words (void)
{
  g_autoptr (CodatConnection) connection = codat_connection_new_from_data (
      "{\"id\":\"" GUID "\",\"status\":\"Frozen\",\"sourceType\":\"Crypto\"}", -1, NULL);

  g_assert_cmpint (codat_connection_get_status (connection), ==, CODAT_CONNECTION_STATUS_UNKNOWN);
  g_assert_cmpstr (codat_connection_get_status_text (connection), ==, "Frozen");
  g_assert_cmpint (codat_connection_get_source_type (connection), ==, CODAT_SOURCE_TYPE_UNKNOWN);
  for (guint i = 1; i <= CODAT_DATASET_STATUS_PREREQUISITE_NOT_MET; i++)
    g_assert_cmpint (codat_dataset_status_from_string (codat_dataset_status_to_string (i)), ==, i);
  for (guint i = 1; i <= CODAT_CONNECTION_STATUS_DEAUTHORIZED; i++)
    g_assert_cmpint (codat_connection_status_from_string (codat_connection_status_to_string (i)),
                     ==, i);
  for (guint i = 1; i <= CODAT_SOURCE_TYPE_OTHER; i++)
    g_assert_cmpint (codat_source_type_from_string (codat_source_type_to_string (i)), ==, i);
  g_assert_cmpstr (codat_source_type_to_string (99), ==, "Unknown");
  g_assert_cmpint (codat_source_type_from_string (NULL), ==, CODAT_SOURCE_TYPE_UNKNOWN);
  g_assert_true (codat_dataset_status_is_final (CODAT_DATASET_STATUS_COMPLETE));
  g_assert_false (codat_dataset_status_is_final (CODAT_DATASET_STATUS_FETCHING));
}

static void
test_dates (void)
{
  static const struct {
    const char *text;
    gint64 unix_time;
  } good[] = {
    { "2021-01-01T00:00:00Z", 1609459200 },
    { "2021-01-01T00:00:00", 1609459200 },
    { "2021-01-01", 1609459200 },
    { "2021-01-01T00:00:00+01:30", 1609453800 },
    { "2021-01-01T00:00:00-01:00", 1609462800 },
    { "2021-01-01T00:00:00.6076495Z", 1609459200 },
    { "2021-01-01T00:00:00.6", 1609459200 },
    { "2021-01-01T00:00:00.123+00:00", 1609459200 },
  };
  static const char *const bad[] = { "0001-01-01T00:00:00+14:00",
                                     "9999-12-31T23:59:59-14:00",
                                     "",
                                     "2021-01-0",
                                     "2021-01-01Z",
                                     "2021-13-01",
                                     "2021-13-01T00:00:00Z",
                                     "2021-02-30T00:00:00Z",
                                     "2021-01-01T25:00:00Z",
                                     "2021-01-01 00:00:00",
                                     "2021-01-01T00:00:00z",
                                     "2021-01-01T00:00:00.12345678Z",
                                     "2021-01-01T00:00:00.Z",
                                     "20210101T000000Z",
                                     "2021-W01-1T00:00:00Z",
                                     "2021-01-01T00:00:00+1",
                                     "2021-01-01T00:00:00ZZ",
                                     "x" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GDateTime) date = codat_date_new_from_string (good[i].text);

    g_assert_nonnull (date);
    g_assert_cmpint (g_date_time_to_unix (date), ==, good[i].unix_time);
  }
  g_assert_null (codat_date_new_from_string (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (codat_date_new_from_string (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/values/not-objects", test_not_objects);
  g_test_add_func ("/codat/values/company", test_company);
  g_test_add_func ("/codat/values/connection", test_connection);
  g_test_add_func ("/codat/values/others", test_others);
  g_test_add_func ("/codat/values/unknown-words", test_unknown_words);
  g_test_add_func ("/codat/values/data-objects", test_data_objects);
  g_test_add_func ("/codat/values/tags-with", test_tags_with);
  g_test_add_func ("/codat/values/dates", test_dates);
  return g_test_run ();
}
