/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-server-private.h"

/* What may be asked and changed while the server runs: each call takes the lock for a moment. */

/**
 * sandbox_server_get_base_url:
 * @self: a server that was started
 *
 * Returns: (nullable): where the API is, without a slash at the end
 */
const char *
sandbox_server_get_base_url (SandboxServer *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return self->world->base_url;
}

/**
 * sandbox_server_get_api_key:
 * @self: a server that was started
 *
 * Returns: (nullable): the key that the API wants, as it is before its encoding
 */
const char *
sandbox_server_get_api_key (SandboxServer *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return self->world->api_key;
}

/**
 * sandbox_server_get_redirect_url:
 * @self: a server that was started
 *
 * Returns: (nullable): the template that the end of a sign-in redirects to
 */
const char *
sandbox_server_get_redirect_url (SandboxServer *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return self->world->redirect_url;
}

/**
 * sandbox_server_set_scenario:
 * @self: a server
 * @name: one of [func@Sandbox.Server.list_scenarios]
 *
 * Says how the sign-ins go that begin from now on.
 *
 * Returns: whether there is such a scenario
 */
gboolean
sandbox_server_set_scenario (SandboxServer *self, const char *name)
{
  const SandboxScenario *scenario = sandbox_scenarios_find (name);
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), FALSE);

  if (scenario == NULL)
    return FALSE;
  locker = g_mutex_locker_new (&self->lock);
  self->world->scenario = scenario;
  return TRUE;
}

/**
 * sandbox_server_get_scenario:
 * @self: a server
 *
 * Returns: the name of how sign-ins go now; static
 */
const char *
sandbox_server_get_scenario (SandboxServer *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return self->world->scenario->name;
}

/**
 * sandbox_server_set_fault:
 * @self: a server
 * @name: one of [func@Sandbox.Server.list_faults]
 *
 * Breaks the API in one way, and mends the way it was broken before.
 *
 * Returns: whether there is such a fault
 */
gboolean
sandbox_server_set_fault (SandboxServer *self, const char *name)
{
  const SandboxFault *fault = sandbox_faults_find (name);
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), FALSE);

  if (fault == NULL)
    return FALSE;
  locker = g_mutex_locker_new (&self->lock);
  self->world->fault = fault;
  return TRUE;
}

/**
 * sandbox_server_set_redirect_url:
 * @self: a server
 * @redirect_template: a template with {placeholders}
 */
void
sandbox_server_set_redirect_url (SandboxServer *self, const char *redirect_template)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (redirect_template != NULL);

  locker = g_mutex_locker_new (&self->lock);
  self->world->redirect_url = g_intern_string (redirect_template);
}

/**
 * sandbox_server_set_rate_limit:
 * @self: a server
 * @n_requests: how many requests are answered from now on, 0 for Codat's own limit
 * @seconds: how long every request is refused with 429 and Retry-After afterwards, from 1
 */
void
sandbox_server_set_rate_limit (SandboxServer *self, guint n_requests, guint seconds)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (n_requests == 0 || seconds > 0);

  locker = g_mutex_locker_new (&self->lock);
  self->world->limit = n_requests;
  self->world->limit_wait = seconds;
  self->world->limit_used = 0;
  self->world->limit_until = 0;
}

/**
 * sandbox_server_advance:
 * @self: a server
 * @seconds: how far to move the sandbox's own time
 */
void
sandbox_server_advance (SandboxServer *self, guint seconds)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (SANDBOX_IS_SERVER (self));

  locker = g_mutex_locker_new (&self->lock);
  self->world->offset += seconds * G_TIME_SPAN_SECOND;
}

/**
 * sandbox_server_list_scenarios:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names that set_scenario knows
 */
const char *const *
sandbox_server_list_scenarios (void)
{
  return sandbox_scenarios_list ();
}

/**
 * sandbox_server_list_faults:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names that set_fault knows
 */
const char *const *
sandbox_server_list_faults (void)
{
  return sandbox_faults_list ();
}

/**
 * sandbox_server_describe_scenario:
 * @name: the name of a scenario
 *
 * Returns: (nullable): a sentence about it
 */
const char *
sandbox_server_describe_scenario (const char *name)
{
  const SandboxScenario *scenario = sandbox_scenarios_find (name);

  return scenario != NULL ? scenario->description : NULL;
}

/**
 * sandbox_server_describe_fault:
 * @name: the name of a fault
 *
 * Returns: (nullable): a sentence about it
 */
const char *
sandbox_server_describe_fault (const char *name)
{
  const SandboxFault *fault = sandbox_faults_find (name);

  return fault != NULL ? fault->description : NULL;
}

/**
 * sandbox_server_dup_connection_status:
 * @self: a server
 * @company_id: the id of a company
 * @connection_id: the id of a connection
 *
 * Returns: (transfer full) (nullable): its status in Codat's words, or %NULL when there is none
 */
char *
sandbox_server_dup_connection_status (SandboxServer *self,
                                      const char *company_id,
                                      const char *connection_id)
{
  g_autoptr (GMutexLocker) locker = NULL;
  SandboxCompany *company;
  SandboxConnection *connection = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), NULL);
  g_return_val_if_fail (company_id != NULL && connection_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  company = sandbox_world_find_company (self->world, company_id);
  if (company != NULL)
    connection = sandbox_company_find_connection (company, connection_id);
  return connection != NULL ? g_strdup (sandbox_status_to_string (connection->status)) : NULL;
}

static SandboxCompany *
find_by_name (GPtrArray *companies, const char *name)
{
  for (guint i = companies->len; i > 0; i--) {
    SandboxCompany *company = companies->pdata[i - 1];

    if (g_str_equal (company->name, name))
      return company;
  }
  return NULL;
}

/**
 * sandbox_server_dup_company_id:
 * @self: a server
 * @name: the whole name of a company that is not synthetic
 *
 * Returns: (transfer full) (nullable): the id of the newest company of that name
 */
char *
sandbox_server_dup_company_id (SandboxServer *self, const char *name)
{
  g_autoptr (GMutexLocker) locker = NULL;
  SandboxCompany *company;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  company = find_by_name (self->world->made, name);
  if (company == NULL)
    company = find_by_name (self->world->seeded, name);
  return company != NULL ? g_strdup (company->id) : NULL;
}

/**
 * sandbox_server_get_n_connections:
 * @self: a server
 * @company_id: the id of a company
 *
 * Returns: how many connections the company has, 0 when there is no such company
 */
guint
sandbox_server_get_n_connections (SandboxServer *self, const char *company_id)
{
  g_autoptr (GMutexLocker) locker = NULL;
  SandboxCompany *company;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), 0);
  g_return_val_if_fail (company_id != NULL, 0);

  locker = g_mutex_locker_new (&self->lock);
  company = sandbox_world_find_company (self->world, company_id);
  return company != NULL ? company->connections->len : 0;
}

/**
 * sandbox_server_get_n_companies:
 * @self: a server
 *
 * Returns: how many companies there are, the synthetic ones included
 */
guint
sandbox_server_get_n_companies (SandboxServer *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), 0);

  locker = g_mutex_locker_new (&self->lock);
  return sandbox_world_get_n_rows (self->world) - g_hash_table_size (self->world->removed);
}

/**
 * sandbox_server_get_redirect_hits:
 * @self: a server
 *
 * Returns: how many requests reached the redirect's own address: a window that captures the
 *   redirect sends none
 */
guint
sandbox_server_get_redirect_hits (SandboxServer *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), 0);

  locker = g_mutex_locker_new (&self->lock);
  return self->world->redirect_hits;
}

/**
 * sandbox_server_get_n_requests:
 * @self: a server
 * @method: (nullable): the method, or %NULL for any
 * @path_prefix: how the path begins
 *
 * Returns: how many such requests came, whatever they were answered
 */
guint
sandbox_server_get_n_requests (SandboxServer *self, const char *method, const char *path_prefix)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer number;
  guint n = 0;

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), 0);
  g_return_val_if_fail (path_prefix != NULL, 0);

  locker = g_mutex_locker_new (&self->lock);
  g_hash_table_iter_init (&iter, self->world->counts);
  while (g_hash_table_iter_next (&iter, &name, &number)) {
    const char *path = strchr (name, ' ') + 1;

    if (g_str_has_prefix (path, path_prefix) &&
        (method == NULL || (strlen (method) == (gsize) (path - 1 - (const char *) name) &&
                            g_str_has_prefix (name, method))))
      n += GPOINTER_TO_UINT (number);
  }
  return n;
}
