/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-demo.h"

#include <glib/gi18n.h>

/* The demo: the only class that knows the sandbox. A home owns it; it lives on the main thread,
 * while the server answers in a thread of its own. */

struct _TribAppDemo {
  GObject parent_instance;

  SandboxServer *server; /* (owned) */
  gboolean started;
};

G_DEFINE_FINAL_TYPE (TribAppDemo, trib_app_demo, G_TYPE_OBJECT)

/* One record for ever, whatever port the sandbox gets, so that the demo never fills its own list.
 */
#define DEMO_ACCOUNT_ID "de300000-0000-4000-8000-000000000001"

static void
trib_app_demo_dispose (GObject *object)
{
  TribAppDemo *self = TRIB_APP_DEMO (object);

  if (self->started)
    sandbox_server_stop (self->server);
  self->started = FALSE;
  g_clear_object (&self->server);
  G_OBJECT_CLASS (trib_app_demo_parent_class)->dispose (object);
}

static void
trib_app_demo_class_init (TribAppDemoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trib_app_demo_dispose;
}

static void
trib_app_demo_init (TribAppDemo *self)
{
  self->server = sandbox_server_new ();
}

/**
 * trib_app_demo_new:
 *
 * Returns: (transfer full): a demo that is not started
 */
TribAppDemo *
trib_app_demo_new (void)
{
  return g_object_new (TRIB_APP_TYPE_DEMO, NULL);
}

/**
 * trib_app_demo_start:
 * @self: a demo
 * @error: where to put a `SANDBOX_SERVER_ERROR` or a `G_IO_ERROR`
 *
 * Starts the sandbox on a free port of this computer. Starting twice is once.
 *
 * Returns: whether it runs
 */
gboolean
trib_app_demo_start (TribAppDemo *self, GError **error)
{
  g_return_val_if_fail (TRIB_APP_IS_DEMO (self), FALSE);

  if (!self->started)
    self->started = sandbox_server_start (self->server, error);
  return self->started;
}

/**
 * trib_app_demo_get_server:
 * @self: a demo
 *
 * Returns: (transfer none): the sandbox, to choose a scenario before or after the start
 */
SandboxServer *
trib_app_demo_get_server (TribAppDemo *self)
{
  g_return_val_if_fail (TRIB_APP_IS_DEMO (self), NULL);
  return self->server;
}

/**
 * trib_app_demo_make_record:
 * @self: a demo that runs
 *
 * Returns: (transfer full): the record of the demo's account
 */
TribStoreAccount *
trib_app_demo_make_record (TribAppDemo *self)
{
  g_return_val_if_fail (TRIB_APP_IS_DEMO (self) && self->started, NULL);
  return trib_store_account_new (DEMO_ACCOUNT_ID, _ ("Demo"),
                                                     sandbox_server_get_base_url (self->server),
                                                     sandbox_server_get_redirect_url (self->server),
                                                     TRIB_STORE_ENVIRONMENT_DEMO);
}

/**
 * trib_app_demo_make_account:
 * @self: a demo that runs
 * @store: the demo's own store
 * @clock: a clock
 * @error: where to put a `CODAT_ERROR`
 *
 * Returns: (transfer full): the account, ready for use: its key is kept in memory only
 */
TribModelAccount *
trib_app_demo_make_account (TribAppDemo *self, TribStore *store, TribClock *clock, GError **error)
{
  g_autoptr (TribStoreAccount) record = NULL;
  g_autoptr (CodatAuthorizer) authorizer = NULL;
  g_autoptr (CodatClient) client = NULL;

  g_return_val_if_fail (TRIB_APP_IS_DEMO (self) && self->started, NULL);

  record = trib_app_demo_make_record (self);
  authorizer = codat_authorizer_new (sandbox_server_get_api_key (self->server), error);
  if (authorizer == NULL)
    return NULL;
  client = codat_client_new (sandbox_server_get_base_url (self->server), authorizer, error);
  if (client == NULL)
    return NULL;
  return trib_model_account_new (record, client, store, clock, FALSE);
}
