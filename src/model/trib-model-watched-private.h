/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-watch.h"

G_BEGIN_DECLS

/* Somebody who wants to know. */
typedef struct {
  guint id;
  TribModelWatchKind kind;
  gint64 since; /* monotonic, in microseconds */
  gboolean once;
  gboolean waits; /* for an answer to a call that is not sent yet */
  TribModelWatchFunc func;
  gpointer data;
} TribModelListener;

/* Private to the watch and its test. */
struct _TribModelWatched {
  GObject parent_instance;

  TribModelQuestion *question; /* (owned) */
  TribClock *clock;            /* (owned) */
  GArray *listeners;           /* (owned) (element-type TribModelListener) */
  GCancellable *cancellable;   /* (owned) (nullable): of the call in flight */
  gint64 asked;                /* monotonic, in microseconds; 0 for never */
  gint64 due;                  /* the same */
  guint n_asked;
  guint n_errors;      /* in a row */
  gboolean again;      /* whether somebody wants an answer that is newer than the call in flight */
  GDateTime *answered; /* (owned) (nullable) */
  TribModelWatchState state;
};

TribModelWatched *trib_model_watched_new (TribModelQuestion *question,
                                          TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;
TribModelListener *trib_model_watched_find_listener (TribModelWatched *self, guint id);
/* Says when to ask next, counted from now; wait is what the server asks for, in microseconds. */
void trib_model_watched_plan (TribModelWatched *self, gint64 wait);
/* Writes an answer, or that there was none, down. */
void trib_model_watched_take (TribModelWatched *self, const GError *error);
void trib_model_watched_set_state (TribModelWatched *self, TribModelWatchState state);
gboolean trib_model_watched_get_polls (TribModelWatched *self);

G_END_DECLS
