/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"

#include "ctl-json.h"

static void
add_tags (CtlRecord *record, CodatCompany *company)
{
  const char *const *names = codat_company_get_tag_names (company);
  GString *text = ctl_record_begin_json (record, "tags");

  g_string_append_c (text, '{');
  for (guint i = 0; names[i] != NULL; i++) {
    ctl_json_member (text, names[i]);
    ctl_json_string (text, codat_company_get_tag (company, names[i]));
  }
  g_string_append_c (text, '}');
  ctl_record_end_json (record);
}

static void
add_connections (CtlRecord *company_record, CodatCompany *company, gboolean with_links)
{
  GString *text = ctl_record_begin_json (company_record, "dataConnections");

  g_string_append_c (text, '[');
  for (guint i = 0; i < codat_company_get_n_connections (company); i++) {
    g_autoptr (CtlRecord) record =
        ctl_fields_connection (codat_company_get_connection (company, i), with_links);

    ctl_json_comma (text);
    ctl_record_to_json (record, text);
  }
  g_string_append_c (text, ']');
  ctl_record_end_json (company_record);
}

CtlRecord *
ctl_fields_company (CodatCompany *company, gboolean with_links)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_company_get_id (company));
  ctl_record_add (record, "name", codat_company_get_name (company));
  ctl_record_add (record, "description", codat_company_get_description (company));
  if (with_links)
    ctl_record_add (record, "redirect", codat_company_get_redirect (company));
  ctl_record_add_date (record, "created", codat_company_get_created (company));
  ctl_record_add (record, "createdByUserName", codat_company_get_created_by (company));
  ctl_record_add_date (record, "lastSync", codat_company_get_last_sync (company));
  add_tags (record, company);
  ctl_record_add_strings (record, "products", codat_company_get_products (company));
  add_connections (record, company, with_links);
  return record;
}

static void
add_faults (CtlRecord *connection_record, CodatConnection *connection)
{
  GString *text = ctl_record_begin_json (connection_record, "dataConnectionErrors");

  g_string_append_c (text, '[');
  for (guint i = 0; i < codat_connection_get_n_faults (connection); i++) {
    const CodatConnectionFault *fault = codat_connection_get_fault (connection, i);
    g_autoptr (CtlRecord) record = ctl_record_new ();

    ctl_record_add (record, "statusCode", fault->status_code);
    ctl_record_add (record, "statusText", fault->status_text);
    ctl_record_add (record, "errorMessage", fault->message);
    ctl_record_add_date (record, "erroredOnUtc", fault->errored_on);
    ctl_record_add (record, "status", fault->is_active ? "Active" : NULL);
    ctl_record_add_date (record, "resolvedOnUtc", fault->resolved_on);
    ctl_json_comma (text);
    ctl_record_to_json (record, text);
  }
  g_string_append_c (text, ']');
  ctl_record_end_json (connection_record);
}

CtlRecord *
ctl_fields_connection (CodatConnection *connection, gboolean with_links)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_connection_get_id (connection));
  ctl_record_add (record, "integrationId", codat_connection_get_integration_id (connection));
  ctl_record_add (record, "integrationKey", codat_connection_get_integration_key (connection));
  ctl_record_add (record, "sourceId", codat_connection_get_source_id (connection));
  ctl_record_add (record, "sourceType",
                  codat_source_type_to_string (codat_connection_get_source_type (connection)));
  ctl_record_add (record, "platformName", codat_connection_get_platform_name (connection));
  ctl_record_add (record, "status", codat_connection_get_status_text (connection));
  if (with_links)
    ctl_record_add (record, "linkUrl", codat_connection_get_link_url (connection));
  ctl_record_add_date (record, "created", codat_connection_get_created (connection));
  ctl_record_add_date (record, "lastSync", codat_connection_get_last_sync (connection));
  add_faults (record, connection);
  return record;
}

CtlRecord *
ctl_fields_integration (CodatIntegration *integration)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "key", codat_integration_get_key (integration));
  ctl_record_add (record, "name", codat_integration_get_name (integration));
  ctl_record_add (record, "logoUrl", codat_integration_get_logo_url (integration));
  ctl_record_add_boolean (record, "enabled", codat_integration_get_enabled (integration));
  ctl_record_add (record, "sourceId", codat_integration_get_source_id (integration));
  ctl_record_add (record, "integrationId", codat_integration_get_integration_id (integration));
  ctl_record_add (record, "sourceType", codat_integration_get_source_type_text (integration));
  ctl_record_add_boolean (record, "isBeta", codat_integration_get_is_beta (integration));
  ctl_record_add_boolean (record, "isOfflineConnector",
                          codat_integration_get_is_offline_connector (integration));
  ctl_record_add (record, "dataProvidedBy", codat_integration_get_data_provided_by (integration));
  return record;
}

static void
add_image (GString *text, const char *name, CodatBranding *branding, CodatBrandImage image)
{
  const char *src = codat_branding_get_image_url (branding, image);

  if (src == NULL)
    return;
  ctl_json_member (text, name);
  g_string_append (text, "{\"image\":{\"src\":");
  ctl_json_string (text, src);
  if (codat_branding_get_image_alt (branding, image) != NULL) {
    ctl_json_member (text, "alt");
    ctl_json_string (text, codat_branding_get_image_alt (branding, image));
  }
  g_string_append (text, "}}");
}

static void
add_pair (CtlRecord *record,
          const char *name,
          CodatBranding *branding,
          const char *first_name,
          CodatBrandImage first,
          const char *second_name,
          CodatBrandImage second)
{
  GString *text = ctl_record_begin_json (record, name);

  g_string_append_c (text, '{');
  add_image (text, first_name, branding, first);
  add_image (text, second_name, branding, second);
  g_string_append_c (text, '}');
  ctl_record_end_json (record);
}

CtlRecord *
ctl_fields_branding (CodatBranding *branding)
{
  CtlRecord *record = ctl_record_new ();

  add_pair (record, "logo", branding, "full", CODAT_BRAND_IMAGE_LOGO_FULL, "square",
            CODAT_BRAND_IMAGE_LOGO_SQUARE);
  add_pair (record, "button", branding, "default", CODAT_BRAND_IMAGE_BUTTON_DEFAULT, "hover",
            CODAT_BRAND_IMAGE_BUTTON_HOVER);
  ctl_record_add (record, "sourceId", codat_branding_get_source_id (branding));
  return record;
}

CtlRecord *
ctl_fields_data_status (CodatDataStatus *status)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "dataType", codat_data_status_get_data_type (status));
  ctl_record_add (record, "currentStatus", codat_data_status_get_status_text (status));
  ctl_record_add_date (record, "lastSuccessfulSync",
                       codat_data_status_get_last_successful_sync (status));
  return record;
}

CtlRecord *
ctl_fields_profile (CodatProfile *profile)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "name", codat_profile_get_name (profile));
  ctl_record_add (record, "redirectUrl", codat_profile_get_redirect_url (profile));
  ctl_record_add (record, "logoUrl", codat_profile_get_logo_url (profile));
  ctl_record_add (record, "iconUrl", codat_profile_get_icon_url (profile));
  return record;
}
