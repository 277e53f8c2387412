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

typedef struct _TribStoreRequest TribStoreRequest;
/* Runs in the thread. */
typedef gboolean (*TribStoreQuery) (TribStoreDatabase *database,
                                    TribStoreRequest *request,
                                    GError **error);

/* What one call needs in the thread, and what it brings back. */
struct _TribStoreRequest {
  TribStoreQuery query;
  char *place;               /* (owned) (nullable) a folder or an account's id */
  char *name;                /* (owned) (nullable) */
  TribStoreAccount *account; /* (owned) (nullable) */
  GBytes *bytes;             /* (owned) (nullable) */
  gint64 saved_at;
  TribStoreJournal journal;
  TribStoreRecord *record; /* (owned) (nullable) */
  GListModel *accounts;    /* (owned) (nullable) */
  GListModel *records;     /* (owned) (nullable) */
  char *text;              /* (owned) (nullable) */
};

TribStoreRequest *trib_store_request_new (const char *place,
                                          const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the request; the task is tagged with the function that the caller's caller called. */
GTask *trib_store_make_task (TribStore *self,
                             TribStoreRequest *request,
                             gpointer tag,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the task; answers at once when the store is closed. */
void trib_store_push (TribStore *self, GTask *task, TribStoreJob job);
/* Both, for what is one query. */
void trib_store_ask (TribStore *self,
                     TribStoreRequest *request,
                     TribStoreQuery query,
                     gpointer tag,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data);
/* The request with its answer, still owned by the result; NULL when it failed. */
TribStoreRequest *
trib_store_finish (TribStore *self, GAsyncResult *result, gpointer tag, GError **error);

G_END_DECLS
