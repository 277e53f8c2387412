/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-store-database.h"

G_BEGIN_DECLS

/* One thread and its queue. A job runs in the thread, in order, and answers the task. */
typedef struct _TribStoreWorker TribStoreWorker;
typedef void (*TribStoreJob) (TribStoreDatabase **database, GTask *task);

TribStoreWorker *trib_store_worker_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_store_worker_push (TribStoreWorker *self, GTask *task, TribStoreJob job);
void trib_store_worker_end (TribStoreWorker *self);

G_END_DECLS
