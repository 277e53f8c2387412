/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"

#include "ctl-json.h"

static char *
make_tags (CodatCompany *company)
{
  const char *const *names = codat_company_get_tag_names (company);
  GString *text = g_string_new ("{");

  for (guint i = 0; names[i] != NULL; i++) {
    ctl_json_member (text, names[i]);
    ctl_json_string (text, codat_company_get_tag (company, names[i]));
  }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static char *
make_connections (CodatCompany *company, gboolean with_links)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < codat_company_get_n_connections (company); i++) {
    g_autoptr (CtlRecord) record =
        ctl_fields_connection (codat_company_get_connection (company, i), with_links);

    ctl_json_comma (text);
    ctl_record_to_json (record, text);
  }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
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
  ctl_record_take_json (record, "tags", make_tags (company));
  ctl_record_add_strings (record, "products", codat_company_get_products (company));
  ctl_record_take_json (record, "dataConnections", make_connections (company, with_links));
  return record;
}

static char *
make_faults (CodatConnection *connection)
{
  GString *text = g_string_new ("[");

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
  return g_string_free (text, FALSE);
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
  ctl_record_take_json (record, "dataConnectionErrors", make_faults (connection));
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

static char *
make_pair (CodatBranding *branding,
           const char *first_name,
           CodatBrandImage first,
           const char *second_name,
           CodatBrandImage second)
{
  GString *text = g_string_new ("{");

  add_image (text, first_name, branding, first);
  add_image (text, second_name, branding, second);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

CtlRecord *
ctl_fields_branding (CodatBranding *branding)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_take_json (record, "logo",
                        make_pair (branding, "full", CODAT_BRAND_IMAGE_LOGO_FULL, "square",
                                   CODAT_BRAND_IMAGE_LOGO_SQUARE));
  ctl_record_take_json (record, "button",
                        make_pair (branding, "default", CODAT_BRAND_IMAGE_BUTTON_DEFAULT, "hover",
                                   CODAT_BRAND_IMAGE_BUTTON_HOVER));
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
