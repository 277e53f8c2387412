/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "codat-pull-operation.h"
#include "codat-sync-setting.h"
#include "codat-validation-issue.h"

G_BEGIN_DECLS

/* The verbs about fetched data. */

void codat_client_refresh_all_async (CodatClient *self,
                                     const char *company_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean codat_client_refresh_all_finish (CodatClient *self, GAsyncResult *result, GError **error);

/* connection_id is (nullable). */
void codat_client_refresh_data_type_async (CodatClient *self,
                                           const char *company_id,
                                           const char *data_type,
                                           const char *connection_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
CodatPullOperation *codat_client_refresh_data_type_finish (
    CodatClient *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A page of CodatPullOperation; query and order_by are (nullable). */
void codat_client_list_pull_operations_async (CodatClient *self,
                                              const char *company_id,
                                              const char *query,
                                              const char *order_by,
                                              guint page,
                                              guint page_size,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer data);
CodatPage *codat_client_list_pull_operations_finish (CodatClient *self,
                                                     GAsyncResult *result,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_get_pull_operation_async (CodatClient *self,
                                            const char *company_id,
                                            const char *dataset_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer data);
CodatPullOperation *codat_client_get_pull_operation_finish (
    CodatClient *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A list of CodatValidationIssue, errors before warnings. */
void codat_client_get_validation_async (CodatClient *self,
                                        const char *company_id,
                                        const char *dataset_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
GListModel *codat_client_get_validation_finish (CodatClient *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A list of CodatSyncSetting. */
void codat_client_get_sync_settings_async (CodatClient *self,
                                           const char *company_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
GListModel *codat_client_get_sync_settings_finish (CodatClient *self,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
