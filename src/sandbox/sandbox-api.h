/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-exchange.h"
#include "sandbox-list.h"
#include "sandbox-world.h"

G_BEGIN_DECLS

/* One handler per operation of the API; the router has checked the path's shape and the key. */
typedef void (*SandboxHandler) (SandboxWorld *world,
                                const SandboxRequest *request,
                                SandboxResponse *response);

/* sandbox-companies.c */
void sandbox_companies_list (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_companies_create (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_companies_get (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_companies_update (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_companies_delete (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
/* Returns: (nullable): the company that the path names; NULL after the answer 404 was set */
SandboxCompany *
sandbox_companies_require (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-company-json.c */
void sandbox_company_write (SandboxWorld *world, SandboxCompany *company, SandboxJson *json);
void sandbox_connection_write (SandboxWorld *world,
                               SandboxCompany *company,
                               SandboxConnection *connection,
                               gboolean resting,
                               SandboxJson *json);

/* sandbox-connections.c */
void sandbox_connections_list (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_connections_create (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_connections_get (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_connections_unlink (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_connections_delete (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
gboolean
sandbox_connection_get_values (gconstpointer item, const char *property, GPtrArray *values);

/* sandbox-integrations.c */
void sandbox_integrations_list (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_integrations_get (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_integrations_get_branding (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-data.c */
void sandbox_data_get_status (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_data_refresh_all (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* What is known of one pull of one type. */
typedef struct {
  SandboxConnection *connection;
  const char *type;
  const char *status;
  char *id; /* (owned) */
  gint64 requested;
  gint64 completed; /* 0 while it runs */
} SandboxPull;

void sandbox_pull_free (SandboxPull *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxPull, sandbox_pull_free)
/* Returns: (element-type SandboxPull): every pull of the company, the newest first */
GPtrArray *sandbox_data_list_pulls (SandboxWorld *world,
                                    SandboxCompany *company) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: the names of all types that a platform of this kind brings, ended by NULL */
const char *const *sandbox_data_get_types (const SandboxPlatform *platform);
gboolean sandbox_pull_is_running (const SandboxPull *self);

/* sandbox-history.c */
void sandbox_history_queue (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_history_list (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_history_get (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_history_get_validation (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-settings.c */
void sandbox_settings_get_company (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_settings_set_company (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_settings_get_client (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_settings_set_client (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-products.c */
void sandbox_products_add (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_products_remove (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_products_get_token (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-keys.c */
void sandbox_keys_list (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_keys_create (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_keys_delete (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-consumers.c */
void sandbox_consumers_list (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_consumers_create (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_consumers_delete (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-profile.c */
void sandbox_profile_get (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-link.c: what is under /link/ and the pages that it shows */
void sandbox_link_answer (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-assets.c: what is under /assets/ */
void sandbox_assets_answer (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

/* sandbox-replay.c: answers that are kept for an Idempotency-Key */
gboolean sandbox_replay_find (SandboxWorld *, const SandboxRequest *, SandboxResponse *);
void sandbox_replay_keep (SandboxWorld *, const SandboxRequest *, const SandboxResponse *);

/* sandbox-router.c */
void sandbox_router_answer (SandboxWorld *, const SandboxRequest *, SandboxResponse *);

G_END_DECLS
