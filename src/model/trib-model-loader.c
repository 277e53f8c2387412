/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-loader.h"

#include "trib-model-brand.h"

/* Fetches what the grid shows, from this computer or from the server, a few at a time.
 * Owned by the platforms of an account and by what it loads.
 * Main thread only.
 */
struct _TribModelLoader {
  GObject parent_instance;

  CodatClient *client; /* (owned) */
  TribStore *store;    /* (owned) (nullable) */
  TribClock *clock;    /* (owned) */
  char *account_id;    /* (owned) */
  GQueue waiting;      /* of GTask (owned) */
  guint n_active;
};

G_DEFINE_FINAL_TYPE (TribModelLoader, trib_model_loader, G_TYPE_OBJECT)

#define MAX_ACTIVE 6
#define FRESH (G_GINT64_CONSTANT (7) * 24 * 60 * 60 * G_USEC_PER_SEC)

typedef struct {
  TribModelLoad what;
  char *name;
  char *blob_name;
  GBytes *kept; /* (nullable): older than it should be */
} Job;

static void
job_free (Job *job)
{
  g_free (job->name);
  g_free (job->blob_name);
  g_clear_pointer (&job->kept, g_bytes_unref);
  g_free (job);
}

static void start_next (TribModelLoader *self);

/* The queue moves on before the caller hears of it, because the caller may ask for more. */
static void
job_end (GTask *task, GBytes *bytes, GError *error)
{
  g_autoptr (GTask) keep = task;
  TribModelLoader *self = g_task_get_source_object (task);

  self->n_active--;
  start_next (self);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
fetched (GTask *task, GBytes *bytes, GError *error)
{
  TribModelLoader *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  if (bytes != NULL && self->store != NULL)
    trib_store_save_blob_async (self->store, self->account_id, job->blob_name, bytes, NULL, NULL,
                                NULL);
  if (bytes == NULL && job->kept != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_error (&error);
    bytes = g_steal_pointer (&job->kept);
  }
  job_end (task, bytes, error);
}

static void
image_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  GBytes *bytes = codat_client_fetch_image_finish (CODAT_CLIENT (source), result, &error);

  fetched (data, bytes, error);
}

static void
branding_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (CodatBranding) branding =
      codat_client_get_branding_finish (CODAT_CLIENT (source), result, &error);

  fetched (data, branding != NULL ? trib_model_brand_to_bytes (branding) : NULL, error);
}

static void
fetch (GTask *task)
{
  TribModelLoader *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (job->what == TRIB_MODEL_LOAD_IMAGE)
    codat_client_fetch_image_async (self->client, job->name, cancellable, image_cb, task);
  else
    codat_client_get_branding_async (self->client, job->name, cancellable, branding_cb, task);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  TribModelLoader *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gint64 saved_at = 0;
  gint64 age;

  job->kept = trib_store_load_blob_finish (TRIB_STORE (source), result, &saved_at, &error);
  age = trib_clock_get_real_time (self->clock) - saved_at;
  /* A cache that cannot be read is as good as an empty one. */
  if (job->kept != NULL && ABS (age) < FRESH)
    job_end (task, g_steal_pointer (&job->kept), NULL);
  else
    fetch (task);
}

static void
start (GTask *task)
{
  TribModelLoader *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  if (self->store == NULL)
    fetch (task);
  else
    trib_store_load_blob_async (self->store, self->account_id, job->blob_name,
                                g_task_get_cancellable (task), kept_cb, task);
}

static void
start_next (TribModelLoader *self)
{
  while (self->n_active < MAX_ACTIVE && !g_queue_is_empty (&self->waiting)) {
    GTask *task = g_queue_pop_head (&self->waiting);

    if (g_task_return_error_if_cancelled (task)) {
      g_clear_object (&task);
      continue;
    }
    self->n_active++;
    start (task);
  }
}

static void
trib_model_loader_finalize (GObject *object)
{
  TribModelLoader *self = TRIB_MODEL_LOADER (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_free (self->account_id);
  /* Every waiting task holds this object, so none can be left here. */
  g_assert (g_queue_is_empty (&self->waiting));
  G_OBJECT_CLASS (trib_model_loader_parent_class)->finalize (object);
}

static void
trib_model_loader_class_init (TribModelLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_model_loader_finalize;
}

static void
trib_model_loader_init (TribModelLoader *self)
{
  g_queue_init (&self->waiting);
}

/**
 * trib_model_loader_new:
 * @client: fetches
 * @store: (nullable): keeps
 * @clock: tells how old is too old
 * @account_id: whose things these are
 *
 * Returns: (transfer full): a loader
 */
TribModelLoader *
trib_model_loader_new (CodatClient *client,
                       TribStore *store,
                       TribClock *clock,
                       const char *account_id)
{
  TribModelLoader *self = g_object_new (TRIB_MODEL_TYPE_LOADER, NULL);

  self->client = g_object_ref (client);
  g_set_object (&self->store, store);
  self->clock = g_object_ref (clock);
  self->account_id = g_strdup (account_id);
  return self;
}

/**
 * trib_model_loader_load_async:
 * @self: a loader
 * @what: what is wanted
 * @name: an image address, or a platform's key
 * @cancellable: (nullable): to give up
 * @callback: called when there is an answer
 * @data: for @callback
 */
void
trib_model_loader_load_async (TribModelLoader *self,
                              TribModelLoad what,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (TRIB_MODEL_IS_LOADER (self));
  g_return_if_fail (name != NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_loader_load_async);
  job = g_new0 (Job, 1);
  job->what = what;
  job->name = g_strdup (name);
  job->blob_name = g_strconcat (what == TRIB_MODEL_LOAD_BRANDING ? "branding:" : "", name, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

/**
 * trib_model_loader_load_finish:
 * @self: a loader
 * @result: what the callback got
 * @error: why there is nothing: an error of the client
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 */
GBytes *
trib_model_loader_load_finish (TribModelLoader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
