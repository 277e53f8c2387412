/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-model-company.h"
#include "trib-model-remote-list.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_COMPANIES (trib_model_companies_get_type ())

G_DECLARE_FINAL_TYPE (
    TribModelCompanies, trib_model_companies, TRIB_MODEL, COMPANIES, TribModelRemoteList)

/* The companies of an account: a GListModel of TribModelCompany, page after page, needing attention
 * first, then by name; doubles by id are dropped.
 * Properties (notify): "state" (read-only), "problem" (read-only, nullable), "total" (read-only,
 * guint, what the server counts), "search" (read-write string: filters at once, on this side),
 * "filter" (read-write TribModelFilter, together with the search), "n-all", "n-attention",
 * "n-waiting" (read-only, guint: how many of those that are here pass a filter),
 * "no-match" (read-only: there are companies but none matches), "loading-more" (read-only). */
TribModelState trib_model_companies_get_state (TribModelCompanies *self);
TribModelProblem *trib_model_companies_get_problem (TribModelCompanies *self);
guint trib_model_companies_get_total (TribModelCompanies *self);
void trib_model_companies_set_search (TribModelCompanies *self, const char *search);
const char *trib_model_companies_get_search (TribModelCompanies *self);
void trib_model_companies_set_filter (TribModelCompanies *self, TribModelFilter filter);
TribModelFilter trib_model_companies_get_filter (TribModelCompanies *self);
guint trib_model_companies_get_count (TribModelCompanies *self, TribModelFilter filter);
/* Keeps what changes with time true, without a request; each follow has its unfollow. */
void trib_model_companies_follow (TribModelCompanies *self);
void trib_model_companies_unfollow (TribModelCompanies *self);
/* Loads, or loads again: what is shown stays until the answer is there. */
void trib_model_companies_load (TribModelCompanies *self);
TribModelCompany *trib_model_companies_find (TribModelCompanies *self,
                                             const char *company_id); /* (nullable), borrowed */

/* A3: a company with this name (case-folded, white space folded) or this reference, here or at the
 * server. NULL without error: there is none. */
void trib_model_companies_look_up_async (TribModelCompanies *self,
                                         const char *name,
                                         const char *reference,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
TribModelCompany *trib_model_companies_look_up_finish (TribModelCompanies *self,
                                                       GAsyncResult *result,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A1. reference is (nullable): kept as the tag "reference"; description is (nullable). */
void trib_model_companies_create_async (TribModelCompanies *self,
                                        const char *name,
                                        const char *reference,
                                        const char *description,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
TribModelCompany *trib_model_companies_create_finish (TribModelCompanies *self,
                                                      GAsyncResult *result,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A2: whether Codat takes the name as it is. stripped: (out) (optional) (transfer full): the name
 * as Codat would keep it. */
gboolean trib_model_company_name_check (const char *name, char **stripped);

G_END_DECLS
