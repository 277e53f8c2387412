/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-server.h"

#include "sandbox-server-private.h"

#define DEFAULT_REDIRECT                                                                           \
  "/codat-done?status={statusCode}&message={errorMessage}&text={statusText}"                       \
  "&connection={connectionId}&company={companyId}&platform={platformName}&type={sourceType}"       \
  "&organisation={data.company.companyName}&state={state}"

/* A look-alike of Codat on a loopback port. Owned by the demo, the program or a test; answers in
 * a thread of its own, and everything it knows is under one lock.
 */
G_DEFINE_FINAL_TYPE (SandboxServer, sandbox_server, G_TYPE_OBJECT)

G_DEFINE_QUARK (sandbox - server - error - quark, sandbox_server_error)

/* What is handed to the thread at its start, and the answer that comes back. */
typedef struct {
  SandboxServer *self;
  GMutex lock;
  GCond changed;
  gboolean done;
  GError *error;
} Start;

static char *
dup_address (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char *address =
      g_strdup_printf ("http://127.0.0.1:%d", uris != NULL ? g_uri_get_port (uris->data) : 0);

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return address;
}

static gboolean
listen (SandboxServer *self, GError **error)
{
  SandboxWorld *world = self->world;
  g_autofree char *base_url = NULL;
  g_autofree char *target = NULL;
  g_autofree char *redirect_url = NULL;
  g_autofree char *untrusted_url = NULL;

  self->api = soup_server_new ("server-header", "tributary-sandbox", NULL);
  self->target = soup_server_new (NULL, NULL);
  sandbox_http_attach (self);
  if (!soup_server_listen_local (self->api, self->port, SOUP_SERVER_LISTEN_IPV4_ONLY, error) ||
      !soup_server_listen_local (self->target, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  self->untrusted = sandbox_untrusted_new (&untrusted_url);
  world->untrusted_url = g_intern_string (untrusted_url);
  base_url = dup_address (self->api);
  target = dup_address (self->target);
  redirect_url = g_strconcat (target, DEFAULT_REDIRECT, NULL);
  world->base_url = g_intern_string (base_url);
  if (world->redirect_url == NULL)
    world->redirect_url = g_intern_string (redirect_url);
  return TRUE;
}

static void
report (Start *start, GError *error)
{
  g_mutex_lock (&start->lock);
  start->done = TRUE;
  start->error = error;
  g_cond_signal (&start->changed);
  g_mutex_unlock (&start->lock);
}

/* The start structure is the caller's and gone after the report. */
static gpointer
run (gpointer data)
{
  Start *start = data;
  SandboxServer *self = start->self;
  GError *error = NULL;
  gboolean listening;

  g_main_context_push_thread_default (self->context);
  g_mutex_lock (&self->lock);
  listening = listen (self, &error);
  g_mutex_unlock (&self->lock);
  report (start, error);
  if (listening)
    g_main_loop_run (self->loop);
  soup_server_disconnect (self->api);
  soup_server_disconnect (self->target);
  if (self->untrusted != NULL)
    soup_server_disconnect (self->untrusted);
  g_clear_object (&self->api);
  g_clear_object (&self->target);
  g_clear_object (&self->untrusted);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
join (SandboxServer *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static void
sandbox_server_finalize (GObject *object)
{
  SandboxServer *self = SANDBOX_SERVER (object);

  sandbox_server_stop (self);
  g_clear_pointer (&self->world, sandbox_world_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (sandbox_server_parent_class)->finalize (object);
}

static void
sandbox_server_class_init (SandboxServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sandbox_server_finalize;
}

static void
sandbox_server_init (SandboxServer *self)
{
  g_mutex_init (&self->lock);
  self->world = sandbox_world_new ();
}

/**
 * sandbox_server_new:
 *
 * Returns: (transfer full): a server that is not started yet
 */
SandboxServer *
sandbox_server_new (void)
{
  return g_object_new (SANDBOX_TYPE_SERVER, NULL);
}

/**
 * sandbox_server_set_port:
 * @self: a server that is not started
 * @port: the port to listen on, 0 for any that is free
 */
void
sandbox_server_set_port (SandboxServer *self, guint port)
{
  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (port <= G_MAXUINT16);

  self->port = port;
}

/**
 * sandbox_server_set_seed:
 * @self: a server that was never started
 * @seed: the same seed gives the same companies, the same ids and the same key
 */
void
sandbox_server_set_seed (SandboxServer *self, guint64 seed)
{
  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (self->world->seeded->len == 0);

  self->world->seed = seed;
}

/**
 * sandbox_server_set_n_companies:
 * @self: a server that was never started
 * @n_companies: how many synthetic companies there are beside the seeded ones
 *
 * They are made when asked for and cost nothing until then.
 */
void
sandbox_server_set_n_companies (SandboxServer *self, guint n_companies)
{
  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (n_companies <= SANDBOX_MAX_COMPANIES);
  g_return_if_fail (self->world->seeded->len == 0);

  self->world->n_synthetic = n_companies;
}

/**
 * sandbox_server_set_time_scale:
 * @self: a server that was never started
 * @time_scale: how fast the sandbox's time runs; at 1 a first sync takes eight seconds
 */
void
sandbox_server_set_time_scale (SandboxServer *self, double time_scale)
{
  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (time_scale > 0);
  g_return_if_fail (self->world->seeded->len == 0);

  self->world->time_scale = time_scale;
}

/**
 * sandbox_server_set_clock:
 * @self: a server that was never started
 * @clock: the clock to tell the time by; it is read in the server's thread
 */
void
sandbox_server_set_clock (SandboxServer *self, TribClock *clock)
{
  g_return_if_fail (SANDBOX_IS_SERVER (self));
  g_return_if_fail (TRIB_IS_CLOCK (clock));
  g_return_if_fail (self->world->seeded->len == 0);

  g_set_object (&self->world->clock, clock);
}

static void
wait_for_report (Start *start)
{
  g_mutex_lock (&start->lock);
  while (!start->done)
    g_cond_wait (&start->changed, &start->lock);
  g_mutex_unlock (&start->lock);
}

/**
 * sandbox_server_start:
 * @self: a server
 * @error: return location for an error
 *
 * Listens on the loopback address and returns when it does. A server that was stopped may start
 * again and still knows its world.
 *
 * Returns: whether it listens; %SANDBOX_SERVER_ERROR_RUNNING when it did already, or a %G_IO_ERROR
 *   when the port is taken
 */
gboolean
sandbox_server_start (SandboxServer *self, GError **error)
{
  Start start = { .self = self };

  g_return_val_if_fail (SANDBOX_IS_SERVER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->thread != NULL) {
    g_set_error_literal (error, SANDBOX_SERVER_ERROR, SANDBOX_SERVER_ERROR_RUNNING,
                         "The sandbox is running already");
    return FALSE;
  }
  if (self->world->seeded->len == 0)
    sandbox_world_populate (self->world);
  g_mutex_init (&start.lock);
  g_cond_init (&start.changed);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("sandbox", run, &start);
  wait_for_report (&start);
  g_mutex_clear (&start.lock);
  g_cond_clear (&start.changed);
  if (start.error != NULL) {
    join (self);
    g_propagate_error (error, start.error);
    return FALSE;
  }
  return TRUE;
}

/**
 * sandbox_server_stop:
 * @self: a server
 *
 * Closes every connection and waits for the thread to end. The world can still be looked into.
 */
void
sandbox_server_stop (SandboxServer *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_return_if_fail (SANDBOX_IS_SERVER (self));

  if (self->thread == NULL)
    return;
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, quit_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  join (self);
}
