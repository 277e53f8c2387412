/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-operation.h"
#include "documents.h"

#include "codat.h"

#include <string.h>

#define GUID "8a210b68-6988-11ed-a1eb-0242ac120002"
#define OTHER_GUID "35b92968-9851-4095-ad60-395c95cbcba4"
#define DATE "\"2022-01-01T12:00:00Z\""

#define READER(name)                                                                               \
  static GObject *read_##name (const char *text, gsize length, GError **error)                     \
  {                                                                                                \
    g_autoptr (CodatJson) root = codat_json_parse (text, (gssize) length, error);                  \
    return root != NULL ? (GObject *) codat_##name##_new_from_node (root, error) : NULL;           \
  }
#define PAGE_READER(name, type, row)                                                               \
  static GObject *read_##name (const char *text, gsize length, GError **error)                     \
  {                                                                                                \
    return (GObject *) codat_page_read (g_memdup2 (text, length), length, type,                    \
                                        (CodatRowFunc) row, error);                                \
  }

READER (company)
READER (connection)
READER (integration)
READER (branding)
READER (data_status)
READER (profile)
READER (pull_operation)
READER (sync_setting)
READER (webhook)
READER (access_token)
READER (api_key)
READER (validation_issue)
READER (data_statuses)
READER (validation_issues)
PAGE_READER (companies, CODAT_TYPE_COMPANY, codat_company_new_from_json)
PAGE_READER (connections, CODAT_TYPE_CONNECTION, codat_connection_new_from_json)
PAGE_READER (integrations, CODAT_TYPE_INTEGRATION, codat_integration_new_from_json)
PAGE_READER (pull_operations, CODAT_TYPE_PULL_OPERATION, codat_pull_operation_new_from_json)
PAGE_READER (webhooks, CODAT_TYPE_WEBHOOK, codat_webhook_new_from_json)
PAGE_READER (api_keys, CODAT_TYPE_API_KEY, codat_api_key_new_listed_from_json)

static GObject *
read_sync_settings (const char *text, gsize length, GError **error)
{
  CodatCall call = { .operation = codat_operation_get (CODAT_OP_GET_SYNC_SETTINGS) };

  return codat_call_read (&call, g_memdup2 (text, length), length, error);
}

#define CONNECTION                                                                                 \
  "{\"id\":\"" GUID "\",\"integrationId\":\"" GUID "\",\"integrationKey\":\"gbol\",\"sourceId\":"  \
  "\"" OTHER_GUID "\",\"platformName\":\"p\",\"linkUrl\":\"l\",\"status\":\"Linked\","             \
  "\"sourceType\":\"Banking\",\"created\":" DATE ",\"lastSync\":" DATE                             \
  ",\"dataConnectionErrors\":[{\"statusCode\":\"401\",\"statusText\":\"t\",\"errorMessage\":"      \
  "\"m\",\"erroredOnUtc\":" DATE ",\"resolvedOnUtc\":" DATE ",\"status\":\"Active\"}],"            \
  "\"connectionInfo\":{\"a\":\"b\"}}"
#define COMPANY                                                                                    \
  "{\"id\":\"" GUID "\",\"name\":\"n\",\"description\":\"d\",\"redirect\":\"r\","                  \
  "\"createdByUserName\":\"u\",\"created\":" DATE ",\"lastSync\":" DATE                            \
  ",\"products\":[\"p\"],\"tags\":{\"a\":\"1\",\"b\":\"2\"},\"dataConnections\":[" CONNECTION "]}"
#define INTEGRATION                                                                                \
  "{\"key\":\"gbol\",\"name\":\"Xero\",\"logoUrl\":\"l\",\"enabled\":true,\"sourceId\":\"" GUID    \
  "\",\"integrationId\":\"" GUID "\",\"sourceType\":\"Accounting\",\"isBeta\":true,"               \
  "\"isOfflineConnector\":true,\"dataProvidedBy\":\"d\"}"
#define OPERATION                                                                                  \
  "{\"id\":\"" GUID "\",\"companyId\":\"" GUID "\",\"connectionId\":\"" GUID                       \
  "\",\"dataType\":\"bills\",\"status\":\"FetchError\",\"statusDescription\":\"d\","               \
  "\"errorMessage\":\"m\",\"requested\":" DATE ",\"completed\":" DATE                              \
  ",\"progress\":100,\"isCompleted\":true,\"isErrored\":true}"
#define WEBHOOK                                                                                    \
  "{\"id\":\"" GUID "\",\"url\":\"u\",\"disabled\":true,\"eventTypes\":[\"e\"],"                   \
  "\"companyTags\":[\"r:uk\"]}"
#define IMAGE(n) "{\"image\":{\"src\":\"s" n "\",\"alt\":\"a" n "\"}}"
#define PAGE(row)                                                                                  \
  "{\"results\":[" row "],\"pageNumber\":2,\"pageSize\":50,\"totalResults\":51,"                   \
  "\"_links\":{\"self\":{\"href\":\"/x\"},\"next\":{\"href\":\"/y\"}}}"
#define PAGE_FIELDS                                                                                \
  " results:L pageNumber:P pageSize:P totalResults:T _links:l _links.next:l _links.next.href:l"
#define IMAGE_FIELDS(path) " " path ":o " path ".image:o " path ".image.src:s " path ".image.alt:s"

/* The letter of a field is what becomes of it: g, K and D are needed, R and S are needed by their
 * row, L is a list that is needed; s is a text or nothing, t a text or "", c a text or an integer,
 * G a GUID, d a date, i an integer or -1, P one of int from 0, T one from -1, b a truth; w, v and W
 * are words with and without their text, A and l too; o has members, n is never read, and B is a
 * text or the name of what it is in. Behind a > is where the facts have it. */
const DocumentKind document_kinds[] = {
  { "company", "Company", read_company, COMPANY,
    "id:g name:t description:s redirect:s createdByUserName:s created:d lastSync:d products:o "
    "products[0]:s tags:o tags.a:s tags.b:s dataConnections:o dataConnections[0]:o "
    "dataConnections[0].id:R dataConnections[0].platformName:t" },
  { "connection", "Connection", read_connection, CONNECTION,
    "id:g integrationId:G integrationKey:s sourceId:G platformName:t linkUrl:s status:w "
    "sourceType:W created:d lastSync:d dataConnectionErrors:o dataConnectionErrors[0].statusCode:c "
    "dataConnectionErrors[0].statusText:s dataConnectionErrors[0].errorMessage:s "
    "dataConnectionErrors[0].erroredOnUtc:d dataConnectionErrors[0].resolvedOnUtc:d "
    "dataConnectionErrors[0].status:A connectionInfo:o connectionInfo.a:s" },
  { "integration", "Integration", read_integration, INTEGRATION,
    "key:K name:t logoUrl:s enabled:b sourceId:G integrationId:G sourceType:v isBeta:b "
    "isOfflineConnector:b dataProvidedBy:s" },
  { "branding", "Branding", read_branding,
    "{\"logo\":{\"full\":" IMAGE ("1") ",\"square\":" IMAGE (
        "2") "},\"button\":{\"default\":" IMAGE ("3") ",\"hover\":" IMAGE ("4") "},\"sourceId\":"
                                                                                "\"" GUID "\"}",
    "logo:o button:o sourceId:G" IMAGE_FIELDS ("logo.full") IMAGE_FIELDS ("logo.square")
        IMAGE_FIELDS ("button.default") IMAGE_FIELDS ("button.hover") },
  { "data-status", "DataStatus", read_data_status,
    "{\"dataType\":\"bills\",\"currentStatus\":\"Complete\",\"lastSuccessfulSync\":" DATE "}",
    "dataType:D currentStatus:w lastSuccessfulSync:d" },
  { "profile", "Profile", read_profile,
    "{\"name\":\"n\",\"redirectUrl\":\"r\",\"logoUrl\":\"l\",\"iconUrl\":\"i\",\"apiKey\":\"k\"}",
    "name:s redirectUrl:s logoUrl:s iconUrl:s apiKey:n" },
  { "pull-operation", "PullOperation", read_pull_operation, OPERATION,
    "id:g companyId:G connectionId:G dataType:t status:w statusDescription:s errorMessage:s "
    "requested:d completed:d progress:i isCompleted:b isErrored:b" },
  { "sync-setting", "SyncSetting", read_sync_setting,
    "{\"dataType\":\"bills\",\"fetchOnFirstLink\":true,\"syncSchedule\":24,\"syncOrder\":2,"
    "\"syncFromUtc\":" DATE ",\"syncFromWindow\":12,\"monthsToSync\":24,\"isLocked\":true}",
    "dataType:D fetchOnFirstLink:b syncSchedule:i syncOrder:i syncFromUtc:d syncFromWindow:i "
    "monthsToSync:i isLocked:b" },
  { "webhook", "WebhookConsumer", read_webhook, WEBHOOK,
    "id:g url:t disabled:b eventTypes:o eventTypes[0]:s companyTags:o companyTags[0]:s" },
  { "access-token", "CompanyAccessToken", read_access_token,
    "{\"accessToken\":\"t\",\"expiresIn\":5,\"tokenType\":\"Bearer\"}",
    "accessToken:s expiresIn:i tokenType:t" },
  { "api-key", "ApiKey", read_api_key,
    "{\"id\":\"i\",\"name\":\"n\",\"apiKey\":\"k\",\"createdDate\":" DATE "}",
    "id:D name:t apiKey:s createdDate:d" },
  { "validation-issue", "ValidationItem", read_validation_issue,
    "{\"ruleId\":\"r\",\"itemId\":\"i\",\"message\":\"m\",\"validatorName\":\"v\"}",
    "ruleId:s itemId:s message:t validatorName:s" },
  { "companies", "the page", read_companies, PAGE (COMPANY),
    "results[0]:o results[0].id:R results[0].name:t results[0].tags:o" PAGE_FIELDS },
  { "connections", "the page", read_connections, PAGE (CONNECTION),
    "results[0]:o results[0].id:R results[0].status:w" PAGE_FIELDS },
  { "integrations", "the page", read_integrations, PAGE (INTEGRATION),
    "results[0]:o results[0].name:t" PAGE_FIELDS },
  { "pull-operations", "the page", read_pull_operations, PAGE (OPERATION),
    "results[0]:o results[0].id:R results[0].progress:i" PAGE_FIELDS },
  { "webhooks", "the page", read_webhooks, PAGE (WEBHOOK),
    "results[0]:o results[0].id:R results[0].url:t" PAGE_FIELDS },
  { "api-keys", "the page", read_api_keys,
    PAGE ("{\"id\":\"i\",\"name\":\"n\",\"apiKey\":\"k\",\"createdDate\":" DATE "}"),
    "results[0]:o results[0].apiKey:n results[0].name:t" PAGE_FIELDS },
  /* Lists that come in a form of their own. */
  { "data-statuses", "the data status", read_data_statuses,
    "{\"bills\":{\"dataType\":\"bills\",\"currentStatus\":\"Complete\","
    "\"lastSuccessfulSync\":" DATE "}}",
    "bills.dataType>results[0].dataType:B bills.currentStatus>results[0].currentStatus:w "
    "bills.lastSuccessfulSync>results[0].lastSuccessfulSync:d" },
  { "sync-settings", "the page", read_sync_settings,
    "{\"settings\":[{\"dataType\":\"bills\",\"syncSchedule\":24,\"isLocked\":true}]}",
    "settings>results:o settings[0]>results[0]:o settings[0].dataType>results[0].dataType:S "
    "settings[0].syncSchedule>results[0].syncSchedule:i "
    "settings[0].isLocked>results[0].isLocked:b" },
  { "validation-issues", "the validation", read_validation_issues,
    "{\"errors\":[{\"ruleId\":\"r\",\"itemId\":\"i\",\"message\":\"m\",\"validatorName\":\"v\"}],"
    "\"warnings\":[]}",
    "errors>results:o errors[0].ruleId>results[0].ruleId:s "
    "errors[0].message>results[0].message:t" },
};
const guint n_document_kinds = G_N_ELEMENTS (document_kinds);

const DocumentKind *
document_kind_find (const char *name)
{
  for (guint i = 0; i < n_document_kinds; i++) {
    if (g_str_equal (document_kinds[i].name, name))
      return &document_kinds[i];
  }
  g_error ("There is no kind of document %s", name);
}
