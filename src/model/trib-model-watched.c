/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-watched.h"

#include "trib-model-time.h"
#include "trib-model-watched-private.h"

#include <glib/gi18n.h>

/* One question of a watch, who wants its answer, and how often that is worth a call. Owned by the
 * watch.
 * Main thread only.
 */
G_DEFINE_FINAL_TYPE (TribModelWatched, trib_model_watched, G_TYPE_OBJECT)

typedef enum {
  PROP_TITLE = 1,
  PROP_RHYTHM,
  PROP_LAST_ANSWER,
} Property;

static GParamSpec *props[PROP_LAST_ANSWER + 1];

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define LONGEST (5 * MINUTE)

/* How often each kind is asked: at first, how long until it is half as slow again, and at last. A
 * sign-in is at its slowest after five minutes; a first sync after one, so that a short one is seen
 * to end. */
static const struct {
  gint64 first;
  gint64 step;
  gint64 longest;
} paces[] = {
  [TRIB_MODEL_WATCH_KIND_SIGN_IN] = { 2 * SECOND, MINUTE, 15 * SECOND },
  [TRIB_MODEL_WATCH_KIND_FIRST_SYNC] = { 3 * SECOND, 15 * SECOND, 15 * SECOND },
  [TRIB_MODEL_WATCH_KIND_SOMEBODY_ELSE] = { 15 * SECOND, 10 * MINUTE, LONGEST },
  [TRIB_MODEL_WATCH_KIND_IDLE] = { LONGEST, LONGEST, LONGEST },
};

/* A sign-in that takes longer waits in a browser, perhaps until tomorrow. */
#define LONG_SIGN_IN (30 * MINUTE)

static gint64
pace_of (const TribModelListener *listener, gint64 now)
{
  TribModelWatchKind kind = listener->kind;
  gint64 left = now - listener->since;
  gint64 delay;

  if (kind == TRIB_MODEL_WATCH_KIND_SIGN_IN && left >= LONG_SIGN_IN) {
    kind = TRIB_MODEL_WATCH_KIND_SOMEBODY_ELSE;
    left -= LONG_SIGN_IN;
  }
  delay = paces[kind].first;
  for (; left >= paces[kind].step && delay < paces[kind].longest; left -= paces[kind].step)
    delay += delay / 2;
  return MIN (delay, paces[kind].longest);
}

/* The one who wants it soonest sets the pace. */
static gint64
get_delay (TribModelWatched *self)
{
  gint64 now = trib_clock_get_monotonic_time (self->clock);
  gint64 delay = LONGEST;

  for (guint i = 0; i < self->listeners->len; i++) {
    const TribModelListener *listener = &g_array_index (self->listeners, TribModelListener, i);

    if (!listener->once)
      delay = MIN (delay, pace_of (listener, now));
  }
  for (guint i = 0; i < self->n_errors && delay < LONGEST; i++)
    delay *= 2;
  return MIN (delay, LONGEST);
}

/* Up to a tenth of the delay, another part of it for each question and each time. */
static gint64
get_jitter (TribModelWatched *self, gint64 delay)
{
  guint hash =
      (g_str_hash (trib_model_question_get_key (self->question)) + self->n_asked) * 2654435761u;

  return delay / 10 * (gint64) (hash >> 20) / 4096;
}

static void
trib_model_watched_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelWatched *self = TRIB_MODEL_WATCHED (object);

  switch ((Property) id) {
  case PROP_TITLE:
    g_value_set_string (value, trib_model_watched_get_title (self));
    break;
  case PROP_RHYTHM:
    g_value_take_string (value, trib_model_watched_dup_rhythm (self));
    break;
  case PROP_LAST_ANSWER:
    g_value_take_string (value, trib_model_watched_dup_last_answer (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_watched_finalize (GObject *object)
{
  TribModelWatched *self = TRIB_MODEL_WATCHED (object);

  g_clear_object (&self->question);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answered, g_date_time_unref);
  g_array_unref (self->listeners);
  G_OBJECT_CLASS (trib_model_watched_parent_class)->finalize (object);
}

static void
trib_model_watched_class_init (TribModelWatchedClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_watched_get_property;
  object_class->finalize = trib_model_watched_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_RHYTHM] = g_param_spec_string ("rhythm", NULL, NULL, NULL, flags);
  props[PROP_LAST_ANSWER] = g_param_spec_string ("last-answer", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_watched_init (TribModelWatched *self)
{
  self->listeners = g_array_new (FALSE, TRUE, sizeof (TribModelListener));
}

TribModelWatched *
trib_model_watched_new (TribModelQuestion *question, TribClock *clock)
{
  TribModelWatched *self = g_object_new (TRIB_MODEL_TYPE_WATCHED, NULL);

  self->question = g_object_ref (question);
  self->clock = g_object_ref (clock);
  return self;
}

TribModelListener *
trib_model_watched_find_listener (TribModelWatched *self, guint id)
{
  for (guint i = 0; i < self->listeners->len; i++) {
    TribModelListener *listener = &g_array_index (self->listeners, TribModelListener, i);

    if (listener->id == id)
      return listener;
  }
  return NULL;
}

/* Whether somebody wants more than one answer. */
gboolean
trib_model_watched_get_polls (TribModelWatched *self)
{
  for (guint i = 0; i < self->listeners->len; i++) {
    if (!g_array_index (self->listeners, TribModelListener, i).once)
      return TRUE;
  }
  return FALSE;
}

void
trib_model_watched_plan (TribModelWatched *self, gint64 wait)
{
  gint64 delay = MAX (get_delay (self), wait);

  self->due = trib_clock_get_monotonic_time (self->clock) + delay + get_jitter (self, delay);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RHYTHM]);
}

void
trib_model_watched_take (TribModelWatched *self, const GError *error)
{
  if (error != NULL) {
    self->n_errors++;
  } else {
    self->n_errors = 0;
    g_clear_pointer (&self->answered, g_date_time_unref);
    self->answered =
        g_date_time_new_from_unix_utc (trib_clock_get_real_time (self->clock) / G_USEC_PER_SEC);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_ANSWER]);
}

void
trib_model_watched_set_state (TribModelWatched *self, TribModelWatchState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RHYTHM]);
}

/**
 * trib_model_watched_get_title:
 * @self: what is watched
 *
 * Returns: what it is, fit to be shown
 */
const char *
trib_model_watched_get_title (TribModelWatched *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_WATCHED (self), NULL);
  return trib_model_question_get_title (self->question);
}

/**
 * trib_model_watched_dup_rhythm:
 * @self: what is watched
 *
 * Returns: (transfer full): how often it is asked, or why it is not, translated
 */
char *
trib_model_watched_dup_rhythm (TribModelWatched *self)
{
  guint seconds;

  g_return_val_if_fail (TRIB_MODEL_IS_WATCHED (self), NULL);
  if (self->state == TRIB_MODEL_WATCH_STATE_NO_QUOTA)
    return g_strdup (_ ("Paused: the account’s limit is nearly used"));
  if (self->state == TRIB_MODEL_WATCH_STATE_NO_NETWORK)
    return g_strdup (_ ("Paused: there is no network"));
  if (!trib_model_watched_get_polls (self))
    return g_strdup (_ ("Checking once"));
  seconds = (guint) ((get_delay (self) + SECOND / 2) / SECOND);
  if (seconds < 60)
    return g_strdup_printf (
        ngettext ("Checking every second", "Checking every %u seconds", seconds), seconds);
  return g_strdup_printf (
      ngettext ("Checking every minute", "Checking every %u minutes", (seconds + 30) / 60),
      (seconds + 30) / 60);
}

/**
 * trib_model_watched_dup_last_answer:
 * @self: what is watched
 *
 * Returns: (transfer full): when it was answered, translated
 */
char *
trib_model_watched_dup_last_answer (TribModelWatched *self)
{
  g_autofree char *ago = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_WATCHED (self), NULL);
  if (self->answered == NULL)
    return g_strdup (self->n_errors > 0 ? _ ("No answer yet; the last try failed")
                                        : _ ("No answer yet"));
  ago = trib_model_time_ago (self->clock, self->answered);
  if (self->n_errors > 0)
    /* Translators: %s is a time like "2 minutes ago". */
    return g_strdup_printf (_ ("Last answer: %s; the last try failed"), ago);
  /* Translators: %s is a time like "2 minutes ago". */
  return g_strdup_printf (_ ("Last answer: %s"), ago);
}
