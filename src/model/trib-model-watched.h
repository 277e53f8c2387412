/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-clock.h"

#include "trib-model-question.h"

G_BEGIN_DECLS

/* Why somebody wants to know, which says how often is enough. */
typedef enum {
  TRIB_MODEL_WATCH_KIND_SIGN_IN,
  TRIB_MODEL_WATCH_KIND_FIRST_SYNC,
  TRIB_MODEL_WATCH_KIND_SOMEBODY_ELSE,
  TRIB_MODEL_WATCH_KIND_IDLE,
} TribModelWatchKind;

/* Whether anything is asked that nobody waits for. */
typedef enum {
  TRIB_MODEL_WATCH_STATE_ON,
  TRIB_MODEL_WATCH_STATE_NO_QUOTA,
  TRIB_MODEL_WATCH_STATE_NO_NETWORK,
} TribModelWatchState;

#define TRIB_MODEL_TYPE_WATCHED (trib_model_watched_get_type ())

G_DECLARE_FINAL_TYPE (TribModelWatched, trib_model_watched, TRIB_MODEL, WATCHED, GObject)

/* One question that is asked again and again. Properties (read-only, notify): "title", "rhythm",
 * "last-answer", all translated. */
const char *trib_model_watched_get_title (TribModelWatched *self);
/* "Checking every 2 seconds", or why not. */
char *trib_model_watched_dup_rhythm (TribModelWatched *self) G_GNUC_WARN_UNUSED_RESULT;
/* "Last answer: just now", "No answer yet", or that the last try failed. */
char *trib_model_watched_dup_last_answer (TribModelWatched *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
