/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-store-worker.h"
#include "trib-store.h"

#include "trib-clock.h"

G_BEGIN_DECLS

struct _TribStore {
  GObject parent_instance;

  TribClock *clock;        /* (owned) */
  TribStoreWorker *worker; /* (owned) (nullable) NULL when closed */
  char *moved_aside;       /* (owned) (nullable) */
};

/* What one call needs in the thread, and what it brings back. */
typedef struct {
  char *place;               /* (owned) (nullable) a folder or an account's id */
  char *name;                /* (owned) (nullable) */
  TribStoreAccount *account; /* (owned) (nullable) */
  GBytes *bytes;             /* (owned) (nullable) */
  gint64 saved_at;
} TribStoreRequest;

TribStoreRequest *trib_store_request_new (const char *place,
                                          const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the task and the request; answers at once when the store is closed. */
void trib_store_submit (TribStore *self, GTask *task, TribStoreRequest *request, TribStoreJob job);
/* In a job: answers with what came of it. */
void trib_store_return_boolean (GTask *task, gboolean done, GError *error);
void trib_store_return_pointer (GTask *task, gpointer value, GDestroyNotify notify, GError *error);
gboolean
trib_store_finish_boolean (TribStore *self, GAsyncResult *result, gpointer tag, GError **error);
gpointer
trib_store_finish_pointer (TribStore *self, GAsyncResult *result, gpointer tag, GError **error);

G_END_DECLS
