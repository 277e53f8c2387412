/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-access-token.h"
#include "codat-client.h"

G_BEGIN_DECLS

/* The verbs that change a company, and those around it. */

/* A page of CodatCompany. tags is a query of its own, over the names of tags; it, query and
 * order_by are (nullable). */
void codat_client_find_companies_async (CodatClient *self,
                                        const char *query,
                                        const char *tags,
                                        const char *order_by,
                                        guint page,
                                        guint page_size,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatPage *codat_client_find_companies_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* name, description and tags are (nullable): what is NULL stays as it is. tags are all the tags
 * that the company shall have. */
void codat_client_update_company_async (CodatClient *self,
                                        const char *company_id,
                                        const char *name,
                                        const char *description,
                                        const char *const *tags,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
CodatCompany *codat_client_update_company_finish (CodatClient *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is NULL is taken away. */
void codat_client_replace_company_async (CodatClient *self,
                                         const char *company_id,
                                         const char *name,
                                         const char *description,
                                         const char *const *tags,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
CodatCompany *codat_client_replace_company_finish (CodatClient *self,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* With its connections and data, for ever. A fresh GET must answer 404. */
void codat_client_delete_company_async (CodatClient *self,
                                        const char *company_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
gboolean
codat_client_delete_company_finish (CodatClient *self, GAsyncResult *result, GError **error);

void codat_client_get_access_token_async (CodatClient *self,
                                          const char *company_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
CodatAccessToken *codat_client_get_access_token_finish (CodatClient *self,
                                                        GAsyncResult *result,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
