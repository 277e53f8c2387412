/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-quota.h"
#include "trib-clock.h"

#include "trib-model-list.h"
#include "trib-model-question.h"
#include "trib-model-watched.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_WATCH (trib_model_watch_get_type ())

G_DECLARE_FINAL_TYPE (TribModelWatch, trib_model_watch, TRIB_MODEL, WATCH, TribModelList)

/* answer is NULL when error is set; both are borrowed. */
typedef void (*TribModelWatchFunc) (GObject *answer, const GError *error, gpointer data);

/* All that is asked of an account again and again: a GListModel of TribModelWatched. Property
 * (read-only, notify): "state" (TribModelWatchState as int). Signal "quota-changed" (run-last): the
 * server has said anew how many requests are left. */
TribModelWatch *trib_model_watch_new (CodatQuota *quota,
                                      TribClock *clock,
                                      GNetworkMonitor *monitor) G_GNUC_WARN_UNUSED_RESULT;
TribModelWatchState trib_model_watch_get_state (TribModelWatch *self);
gint64 trib_model_watch_get_requests_left (TribModelWatch *self, gint64 *limit);
/* Tells of every answer until it is removed. The first question comes after the first delay. */
guint trib_model_watch_add (TribModelWatch *self,
                            TribModelQuestion *question,
                            TribModelWatchKind kind,
                            TribModelWatchFunc func,
                            gpointer data);
/* Asks once, and at once, whatever the quota is; tells of the answer, and is removed by that. */
guint trib_model_watch_ask (TribModelWatch *self,
                            TribModelQuestion *question,
                            TribModelWatchFunc func,
                            gpointer data);
void trib_model_watch_remove (TribModelWatch *self, guint id);
/* The answer under way is older than what is known: nobody is told of it, and it is asked again. */
void trib_model_watch_outdate (TribModelWatch *self, TribModelQuestion *question);
/* Somebody looks again: what is watched is asked now. */
void trib_model_watch_wake (TribModelWatch *self);

G_END_DECLS
