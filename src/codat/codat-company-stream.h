/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"

G_BEGIN_DECLS

/* All companies, page after page, in memory that does not grow with their number. */

/**
 * CodatCompaniesFunc:
 * @companies: (array length=n_companies) (transfer none): the next companies, none of them twice
 * @n_companies: how many
 * @total: how many the list has as far as the server says; -1 when it does not
 * @data: what was given to [method@Codat.Client.stream_companies_async]
 *
 * Takes a batch, in the thread that asked for the stream.
 *
 * Returns: whether to go on
 */
typedef gboolean (*CodatCompaniesFunc) (CodatCompany *const *companies,
                                        guint n_companies,
                                        gint64 total,
                                        gpointer data);

void codat_client_stream_companies_async (CodatClient *self,
                                          const char *query,
                                          const char *tags,
                                          const char *order_by,
                                          guint page_size,
                                          CodatCompaniesFunc take,
                                          gpointer take_data,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
gboolean codat_client_stream_companies_finish (CodatClient *self,
                                               GAsyncResult *result,
                                               guint64 *n_companies,
                                               GError **error);

G_END_DECLS
