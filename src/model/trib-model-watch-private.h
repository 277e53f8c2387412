/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-watch.h"
#include "trib-model-watched-private.h"

G_BEGIN_DECLS

struct _TribModelWatch {
  TribModelList parent_instance;

  CodatQuota *quota;        /* (owned) */
  TribClock *clock;         /* (owned) */
  GNetworkMonitor *monitor; /* (owned) (nullable) */
  TribModelWatchState state;
  guint timer;
  guint last_id;
  gint64 not_before; /* monotonic, in microseconds: what a server asked for */
  gint64 low_since; /* real time, in microseconds: of the quota's end or the last look; 0 for not */
};

/* Asks one question now. */
void trib_model_watch_send (TribModelWatch *self, TribModelWatched *watched);
/* What fell due before a time is asked from then on, one after the other. */
void trib_model_watch_spread (TribModelWatch *self, gint64 earliest);
/* Sets the timer anew. */
void trib_model_watch_reschedule (TribModelWatch *self);

G_END_DECLS
