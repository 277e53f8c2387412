/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-company.h"

#include "trib-model-connections.h"
#include "trib-model-sync.h"
#include "trib-model-types.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_COMPANY (trib_model_company_get_type ())

G_DECLARE_FINAL_TYPE (TribModelCompany, trib_model_company, TRIB_MODEL, COMPANY, GObject)

/* One company, kept current. Properties (read-only, notify): "id", "name", "reference"
 * (own-reference tag or description, "" when none), "status" (TribModelStatus), "status-text"
 * (translated: "Sign in again", "Connected", "Not started" …), "last-sync-text" ("2 days ago",
 * "—"), "last-sync-exact" (nullable, for the tooltip), "connections" (TribModelConnections: filled
 * from the list answer, reloaded on demand), "waiting-text" (nullable: the sign-in that was begun
 * first and whose end nobody saw). */
const char *trib_model_company_get_id (TribModelCompany *self);
const char *trib_model_company_get_name (TribModelCompany *self);
const char *trib_model_company_get_reference (TribModelCompany *self);
TribModelStatus trib_model_company_get_status (TribModelCompany *self);
const char *trib_model_company_get_status_text (TribModelCompany *self);
/* "Waiting for Xero · 12 minutes", "Waiting for your accountant · Xero", from what is written down:
 * it asks nobody. */
char *trib_model_company_dup_waiting_text (TribModelCompany *self) G_GNUC_WARN_UNUSED_RESULT;
TribModelConnections *trib_model_company_get_connections (TribModelCompany *self);
/* How far the reading of its data is; it asks nothing before it is started. */
/* kind: whose kinds of data, or CODAT_SOURCE_TYPE_UNKNOWN for all. */
TribModelSync *trib_model_company_new_sync (TribModelCompany *self,
                                            CodatSourceType kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean trib_model_company_passes (TribModelCompany *self, TribModelFilter filter);
/* Whether a search text is in its name, reference, ids or platforms (case-folded, all words). */
gboolean trib_model_company_matches (TribModelCompany *self, const char *search);

G_END_DECLS
