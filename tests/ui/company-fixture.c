/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

TribModelCompany *
company_fixture_get (UiWorld *world, const char *name)
{
  TribModelCompanies *companies = trib_model_account_get_companies (world->account);
  g_autofree char *id = sandbox_server_dup_company_id (world->server, name);
  TribModelCompany *company;

  g_assert_nonnull (id);
  if (g_list_model_get_n_items (G_LIST_MODEL (companies)) == 0)
    trib_model_companies_load (companies);
  ui_wait_for_state (companies, TRIB_MODEL_STATE_READY);
  company = trib_model_companies_find (companies, id);
  g_assert_nonnull (company);
  return company;
}

TribModelPlatform *
company_fixture_get_platform (UiWorld *world, const char *key)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (world->account);
  TribModelPlatform *platform;

  if (g_list_model_get_n_items (G_LIST_MODEL (platforms)) == 0)
    trib_model_platforms_load (platforms);
  ui_wait_for_state (platforms, TRIB_MODEL_STATE_READY);
  platform = trib_model_platforms_find (platforms, key, NULL);
  g_assert_nonnull (platform);
  return platform;
}

static gboolean
is_loaded (gpointer data)
{
  TribModelState state = trib_model_connections_get_state (data);

  return state == TRIB_MODEL_STATE_READY || state == TRIB_MODEL_STATE_EMPTY;
}

void
company_fixture_load (TribModelCompany *company)
{
  TribModelConnections *connections = trib_model_company_get_connections (company);

  trib_model_connections_load (connections);
  ui_wait_for (is_loaded, connections);
}

TribModelConnection *
company_fixture_get_connection (UiWorld *world, TribModelCompany *company, const char *platform_key)
{
  GListModel *list = G_LIST_MODEL (trib_model_company_get_connections (company));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (list, i);

    if (g_strcmp0 (trib_model_connection_get_platform_key (connection), platform_key) == 0)
      return connection;
  }
  g_assert_not_reached ();
  return NULL;
}

typedef struct {
  GObject *object;
  const char *property;
  gboolean wanted;
} Wait;

static gboolean
is_as_wanted (gpointer data)
{
  Wait *wait = data;
  gboolean value;

  g_object_get (wait->object, wait->property, &value, NULL);
  return value == wait->wanted;
}

void
company_fixture_wait_for (gpointer object, const char *property, gboolean wanted)
{
  Wait wait = { object, property, wanted };

  ui_wait_for (is_as_wanted, &wait);
}

/* Everything that is ready to happen has happened. */
void
company_fixture_settle (void)
{
  for (int i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}
