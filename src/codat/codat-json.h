/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-access-token.h"
#include "codat-api-key.h"
#include "codat-branding.h"
#include "codat-company.h"
#include "codat-connection.h"
#include "codat-data-status.h"
#include "codat-error.h"
#include "codat-integration.h"
#include "codat-json-reader.h"
#include "codat-page.h"
#include "codat-profile.h"
#include "codat-pull-operation.h"
#include "codat-sync-setting.h"
#include "codat-validation-issue.h"
#include "codat-webhook.h"

G_BEGIN_DECLS

/* Private to the room. A missing, null or wrongly typed member is absent; only what a caller cannot
 * do without is required, and its absence is CODAT_ERROR_BAD_ANSWER with the path of the field. */
void codat_json_set_error (GError **error, const char *field, const char *problem);
CodatJson *
codat_json_parse (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CodatJson *codat_json_node_get_object (CodatJson *node, const char *field, GError **error);
const char *codat_json_get_string (CodatJson *object, const char *member);
const char *codat_json_get_guid (CodatJson *object, const char *member);
const char *
codat_json_require_guid (CodatJson *object, const char *type, const char *member, GError **error);
gboolean codat_json_get_boolean (CodatJson *object, const char *member);
gint64 codat_json_get_integer (CodatJson *object, const char *member, gint64 fallback);
CodatJson *codat_json_get_object (CodatJson *object, const char *member);
CodatJson *codat_json_get_array (CodatJson *object, const char *member);
char *codat_json_dup_text (CodatJson *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
char *codat_json_dup_scalar (CodatJson *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
/* A copy for codat_secret_free(); the text of the document is wiped. */
char *codat_json_take_secret (CodatJson *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
char **codat_json_dup_strv (CodatJson *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
/* Copies the texts that the places point to into one block of memory, for g_free(), and lets the
 * places point there: a list has hundreds of thousands of them. NULL stays NULL. */
char *codat_json_pack (const char **const *places, guint n_places) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *codat_json_dup_string_map (CodatJson *object,
                                       const char *member) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *codat_json_dup_date (CodatJson *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *codat_date_new_from_string (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The constructors of the value objects; (transfer full), NULL with error set. */
CodatConnection *codat_connection_new_from_json (CodatJson *object, GError **error);
CodatConnection *codat_connection_new_from_node (CodatJson *node, GError **error);
CodatCompany *codat_company_new_from_json (CodatJson *object, GError **error);
CodatCompany *codat_company_new_from_node (CodatJson *node, GError **error);
CodatIntegration *codat_integration_new_from_json (CodatJson *object, GError **error);
CodatIntegration *codat_integration_new_from_node (CodatJson *node, GError **error);
CodatBranding *codat_branding_new_from_json (CodatJson *object, GError **error);
CodatBranding *codat_branding_new_from_node (CodatJson *node, GError **error);
CodatDataStatus *
codat_data_status_new_from_json (CodatJson *object, const char *fallback, GError **error);
CodatDataStatus *codat_data_status_new_from_node (CodatJson *node, GError **error);
GListModel *codat_data_statuses_new_from_node (CodatJson *node, GError **error);
CodatProfile *codat_profile_new_from_node (CodatJson *node, GError **error);
CodatPullOperation *codat_pull_operation_new_from_json (CodatJson *object, GError **error);
CodatPullOperation *codat_pull_operation_new_from_node (CodatJson *node, GError **error);
CodatAccessToken *codat_access_token_new_from_json (CodatJson *object, GError **error);
CodatAccessToken *codat_access_token_new_from_node (CodatJson *node, GError **error);
CodatValidationIssue *codat_validation_issue_new_from_json (CodatJson *object, GError **error);
CodatValidationIssue *codat_validation_issue_new_from_node (CodatJson *node, GError **error);
GListModel *codat_validation_issues_new_from_node (CodatJson *node, GError **error);
CodatSyncSetting *codat_sync_setting_new_from_json (CodatJson *object, GError **error);
CodatSyncSetting *codat_sync_setting_new_from_node (CodatJson *node, GError **error);
CodatWebhook *codat_webhook_new_from_json (CodatJson *object, GError **error);
CodatWebhook *codat_webhook_new_from_node (CodatJson *node, GError **error);
CodatApiKey *codat_api_key_new_from_json (CodatJson *object, GError **error);
CodatApiKey *codat_api_key_new_from_node (CodatJson *node, GError **error);
CodatApiKey *codat_api_key_new_listed_from_json (CodatJson *object, GError **error);

/* One page of companies, connections or integrations; rows that are none are left out. */
typedef gpointer (*CodatRowFunc) (CodatJson *object, GError **error);
CodatPage *codat_page_read (char *text, gsize length, GType type, CodatRowFunc row, GError **error);
CodatPage *codat_page_new_from_member (
    CodatJson *node, const char *member, GType type, CodatRowFunc row, GError **error);

/* How many rows the server sent, with those that were left out. */
guint codat_page_get_n_received (CodatPage *self);

G_END_DECLS
