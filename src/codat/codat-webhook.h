/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_WEBHOOK (codat_webhook_get_type ())

G_DECLARE_FINAL_TYPE (CodatWebhook, codat_webhook, CODAT, WEBHOOK, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_webhook_get_id (CodatWebhook *self);  /* not nullable, a GUID */
const char *codat_webhook_get_url (CodatWebhook *self); /* not nullable */
gboolean codat_webhook_get_disabled (CodatWebhook *self);
const char *const *codat_webhook_get_event_types (CodatWebhook *self);  /* not nullable */
const char *const *codat_webhook_get_company_tags (CodatWebhook *self); /* not nullable */

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatWebhook *codat_webhook_new_from_data (const char *json,
                                           gssize length,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
