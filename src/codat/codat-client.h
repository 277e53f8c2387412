/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-authorizer.h"
#include "codat-branding.h"
#include "codat-company.h"
#include "codat-data-status.h"
#include "codat-integration.h"
#include "codat-page.h"
#include "codat-profile.h"
#include "codat-quota.h"

G_BEGIN_DECLS

#define CODAT_DEFAULT_BASE_URL "https://api.codat.io"

/* How often a request is sent at most. */
#define CODAT_MAX_TRIES 4

#define CODAT_TYPE_CLIENT (codat_client_get_type ())

G_DECLARE_FINAL_TYPE (CodatClient, codat_client, CODAT, CLIENT, GObject)

gboolean codat_base_url_is_valid (const char *base_url, GError **error);
gboolean codat_company_name_is_valid (const char *name);

CodatClient *codat_client_new (const char *base_url,
                               CodatAuthorizer *authorizer,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *codat_client_get_base_url (CodatClient *self);
gboolean codat_client_get_is_loopback (CodatClient *self);
CodatQuota *codat_client_get_quota (CodatClient *self);
void codat_client_set_max_tries (CodatClient *self, guint max_tries);

/* Every function below: async, on the thread-default main context, cancellable, source-tagged.
 * Company and connection ids are checked as GUIDs, keys are escaped as one path segment. */

/* One page of companies. query and order_by are (nullable). Page of CodatCompany. */
void codat_client_list_companies_async (CodatClient *self,
                                        const char *query,
                                        const char *order_by,
                                        guint page,
                                        guint page_size,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatPage *codat_client_list_companies_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_get_company_async (CodatClient *self,
                                     const char *company_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
CodatCompany *codat_client_get_company_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* description is (nullable); tags is a (nullable) NULL-terminated list of name, value, name, value.
 */
void codat_client_create_company_async (CodatClient *self,
                                        const char *name,
                                        const char *description,
                                        const char *const *tags,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatCompany *codat_client_create_company_finish (CodatClient *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All pages, enabled ones only (asked for and applied again), without doubles.
 * Returns a GListModel of CodatIntegration. */
void codat_client_list_integrations_async (CodatClient *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
GListModel *codat_client_list_integrations_finish (CodatClient *self,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with those that are switched off. */
void codat_client_list_all_integrations_async (CodatClient *self,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer data);
GListModel *codat_client_list_all_integrations_finish (CodatClient *self,
                                                       GAsyncResult *result,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_get_integration_async (CodatClient *self,
                                         const char *platform_key,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
CodatIntegration *codat_client_get_integration_finish (CodatClient *self,
                                                       GAsyncResult *result,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_get_branding_async (CodatClient *self,
                                      const char *platform_key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
CodatBranding *codat_client_get_branding_finish (CodatClient *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All pages. Returns a GListModel of CodatConnection. */
void codat_client_list_connections_async (CodatClient *self,
                                          const char *company_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
GListModel *codat_client_list_connections_finish (CodatClient *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_get_connection_async (CodatClient *self,
                                        const char *company_id,
                                        const char *connection_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatConnection *codat_client_get_connection_finish (CodatClient *self,
                                                     GAsyncResult *result,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_create_connection_async (CodatClient *self,
                                           const char *company_id,
                                           const char *platform_key,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
CodatConnection *codat_client_create_connection_finish (CodatClient *self,
                                                        GAsyncResult *result,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Success is judged by a fresh GET: the returned connection is what Codat says afterwards. */
void codat_client_unlink_connection_async (CodatClient *self,
                                           const char *company_id,
                                           const char *connection_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
CodatConnection *codat_client_unlink_connection_finish (CodatClient *self,
                                                        GAsyncResult *result,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A 404 is "already gone" and success. Success is judged by a fresh GET that answers 404. */
void codat_client_delete_connection_async (CodatClient *self,
                                           const char *company_id,
                                           const char *connection_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
gboolean
codat_client_delete_connection_finish (CodatClient *self, GAsyncResult *result, GError **error);

/* Returns a GListModel of CodatDataStatus, sorted by data type; entries that are null are left out.
 */
void codat_client_get_data_status_async (CodatClient *self,
                                         const char *company_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
GListModel *codat_client_get_data_status_finish (CodatClient *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_get_profile_async (CodatClient *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
CodatProfile *codat_client_get_profile_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fetches a brand image WITHOUT the key, on a session of its own. Allowed: https on codat.io and
 * its subdomains, https on the host of the base URL, and http on loopback while the base URL itself
 * is on loopback. PNG or JPEG by magic, at most 512 KiB, at most 1024 x 1024; anything else is
 * CODAT_ERROR_BAD_ANSWER. Redirects are not followed. */
void codat_client_fetch_image_async (CodatClient *self,
                                     const char *url,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GBytes *codat_client_fetch_image_finish (CodatClient *self,
                                         GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* The other verbs, by subject. */
#include "codat-client-admin.h"
#include "codat-client-data.h"
#include "codat-client-resume.h"
#include "codat-client-updates.h"
