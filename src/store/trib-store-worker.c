/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-worker.h"

/* TribStoreWorker: the thread in which SQLite runs, and the queue of what it has to do.
 * Owned by a store until it is told to end; from then on by the thread.
 * Push and end from the thread of the store; the rest happens in its own.
 */
struct _TribStoreWorker {
  GAsyncQueue *queue;          /* (owned) of Item */
  TribStoreDatabase *database; /* (owned) (nullable) only touched in the thread */
};

typedef struct {
  GTask *task; /* (owned) (nullable) NULL: the end */
  TribStoreJob job;
} Item;

static void
run_item (TribStoreWorker *self, Item *item)
{
  g_autoptr (GTask) task = g_steal_pointer (&item->task);

  if (self->database != NULL)
    trib_store_database_set_cancellable (self->database, g_task_get_cancellable (task));
  item->job (&self->database, task);
  if (self->database != NULL)
    trib_store_database_set_cancellable (self->database, NULL);
}

static gpointer
work (gpointer data)
{
  TribStoreWorker *self = data;
  gboolean more = TRUE;

  while (more) {
    g_autofree Item *item = g_async_queue_pop (self->queue);

    more = item->task != NULL;
    if (more)
      run_item (self, item);
  }
  g_clear_pointer (&self->database, trib_store_database_close);
  g_async_queue_unref (self->queue);
  g_free (self);
  return NULL;
}

static void
push_item (TribStoreWorker *self, GTask *task, TribStoreJob job)
{
  Item *item = g_new0 (Item, 1);

  item->task = task;
  item->job = job;
  g_async_queue_push (self->queue, item);
}

/**
 * trib_store_worker_new: (skip)
 * @error: %G_THREAD_ERROR when the system has no thread left
 *
 * Starts a thread.
 *
 * Returns: (transfer full): the worker; end it with [method@Trib.StoreWorker.end]
 */
TribStoreWorker *
trib_store_worker_new (GError **error)
{
  TribStoreWorker *self = g_new0 (TribStoreWorker, 1);
  GThread *thread;

  self->queue = g_async_queue_new ();
  thread = g_thread_try_new ("store", work, self, error);
  if (thread == NULL) {
    g_async_queue_unref (self->queue);
    g_free (self);
    return NULL;
  }
  /* Nobody waits for it: the last reference to a store can go in this very thread. */
  g_thread_unref (thread);
  return self;
}

/**
 * trib_store_worker_push: (skip)
 * @self: a worker
 * @task: (transfer full): what the job answers
 * @job: runs in the thread
 *
 * Queues a job.
 */
void
trib_store_worker_push (TribStoreWorker *self, GTask *task, TribStoreJob job)
{
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (job != NULL);

  push_item (self, task, job);
}

/**
 * trib_store_worker_end: (skip)
 * @self: (transfer full): a worker
 *
 * Ends the thread after what was queued is done, and closes the database.
 */
void
trib_store_worker_end (TribStoreWorker *self)
{
  push_item (self, NULL, NULL);
}
