/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-connection.h"

G_BEGIN_DECLS

#define CODAT_TYPE_COMPANY (codat_company_get_type ())

G_DECLARE_FINAL_TYPE (CodatCompany, codat_company, CODAT, COMPANY, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_company_get_id (CodatCompany *self);   /* not nullable, a GUID */
const char *codat_company_get_name (CodatCompany *self); /* not nullable */
const char *codat_company_get_description (CodatCompany *self);
const char *codat_company_get_redirect (CodatCompany *self); /* a secret: never stored or logged */
const char *codat_company_get_created_by (CodatCompany *self);
GDateTime *codat_company_get_created (CodatCompany *self);
GDateTime *codat_company_get_last_sync (CodatCompany *self);
const char *codat_company_get_tag (CodatCompany *self, const char *name);
const char *const *codat_company_get_tag_names (CodatCompany *self); /* not nullable, sorted */
/* All its tags as name, value, name, value, changed and less some; for an update, which replaces
 * all tags by those it gets. */
char **codat_company_dup_tags_with (CodatCompany *self,
                                    const char *const *changes,
                                    const char *const *less) G_GNUC_WARN_UNUSED_RESULT;
const char *const *codat_company_get_products (CodatCompany *self); /* not nullable */
guint codat_company_get_n_connections (CodatCompany *self);
CodatConnection *codat_company_get_connection (CodatCompany *self, guint position);

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatCompany *codat_company_new_from_data (const char *json,
                                           gssize length,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
