/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-api-key.h"
#include "codat-client.h"
#include "codat-webhook.h"

G_BEGIN_DECLS

/* The verbs of the people who look after the account. */

/* A list of CodatWebhook. */
void codat_client_list_webhooks_async (CodatClient *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
GListModel *codat_client_list_webhooks_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* event_types and company_tags are (nullable). A disabled one gets no messages. */
void codat_client_create_webhook_async (CodatClient *self,
                                        const char *url,
                                        const char *const *event_types,
                                        const char *const *company_tags,
                                        gboolean disabled,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatWebhook *codat_client_create_webhook_finish (CodatClient *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A fresh list must not have it. */
void codat_client_delete_webhook_async (CodatClient *self,
                                        const char *webhook_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
gboolean
codat_client_delete_webhook_finish (CodatClient *self, GAsyncResult *result, GError **error);

/* A list of CodatApiKey without their secrets. */
void codat_client_list_api_keys_async (CodatClient *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
GListModel *codat_client_list_api_keys_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

void codat_client_create_api_key_async (CodatClient *self,
                                        const char *name,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatApiKey *codat_client_create_api_key_finish (CodatClient *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A fresh list must not have it. */
void codat_client_delete_api_key_async (CodatClient *self,
                                        const char *api_key_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
gboolean
codat_client_delete_api_key_finish (CodatClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
