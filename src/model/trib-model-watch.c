/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-watch.h"

#include "trib-model-watch-private.h"

#include "codat-error.h"

/* The one timer of an account that asks what nobody asked for. Owned by the account.
 * Main thread only.
 */
G_DEFINE_FINAL_TYPE (TribModelWatch, trib_model_watch, TRIB_MODEL_TYPE_LIST)

typedef enum { PROP_STATE = 1 } Property;

static GParamSpec *props[PROP_STATE + 1];

enum { SIGNAL_QUOTA_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define SECOND ((gint64) G_USEC_PER_SEC)
/* Between what is asked when somebody looks again, or when the network is back. */
#define STAGGER (SECOND / 10)
/* How often it is looked whether a quota is back: after it should be, and when nobody said when. */
#define LOOK_AFTER_RESET (300 * SECOND)
#define LOOK_WITHOUT_RESET (3600 * SECOND)

/* A call outlives a watch, but does not keep it alive. */
typedef struct {
  GWeakRef watch;
  TribModelWatched *watched; /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Call;

static void
call_free (Call *call)
{
  g_weak_ref_clear (&call->watch);
  g_object_unref (call->watched);
  g_object_unref (call->cancellable);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static GPtrArray *
get_items (TribModelWatch *self)
{
  return trib_model_list_get_items (TRIB_MODEL_LIST (self));
}

static void answered_cb (GObject *source, GAsyncResult *result, gpointer data);

void
trib_model_watch_send (TribModelWatch *self, TribModelWatched *watched)
{
  Call *call = g_new0 (Call, 1);

  for (guint i = 0; i < watched->listeners->len; i++)
    g_array_index (watched->listeners, TribModelListener, i).waits = FALSE;
  watched->again = FALSE;
  watched->asked = trib_clock_get_monotonic_time (self->clock);
  watched->n_asked++;
  watched->cancellable = g_cancellable_new ();
  g_weak_ref_init (&call->watch, self);
  call->watched = g_object_ref (watched);
  call->cancellable = g_object_ref (watched->cancellable);
  trib_model_question_ask_async (watched->question, watched->cancellable, answered_cb, call);
}

/* A listener may be removed by what another one does with the answer. */
static void
tell (TribModelWatch *self, TribModelWatched *watched, GObject *answer, const GError *error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < watched->listeners->len; i++) {
    const TribModelListener *listener = &g_array_index (watched->listeners, TribModelListener, i);

    if (!listener->waits)
      g_array_append_val (ids, listener->id);
  }
  for (guint i = 0; i < ids->len; i++) {
    guint id = g_array_index (ids, guint, i);
    TribModelListener *found = trib_model_watched_find_listener (watched, id);
    TribModelListener listener;

    if (found == NULL)
      continue;
    listener = *found;
    if (listener.once)
      trib_model_watch_remove (self, id);
    listener.func (answer, error, listener.data);
  }
}

static gint64
get_retry_after (const GError *error)
{
  gint64 seconds = codat_error_get_retry_after (error);

  return CLAMP (seconds, 0, 24 * 3600) * SECOND;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (TribModelWatch) self = g_weak_ref_get (&call->watch);
  TribModelWatched *watched = call->watched;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) answer = trib_model_question_ask_finish (watched->question, result, &error);
  gint64 wait = get_retry_after (error);

  if (self == NULL || watched->cancellable != call->cancellable)
    return;
  g_clear_object (&watched->cancellable);
  if (wait > 0)
    self->not_before = MAX (self->not_before, trib_clock_get_monotonic_time (self->clock) + wait);
  trib_model_watched_take (watched, error);
  trib_model_watched_plan (watched, wait);
  tell (self, watched, answer, error);
  if (watched->again && watched->cancellable == NULL && watched->listeners->len > 0)
    trib_model_watch_send (self, watched);
  trib_model_watch_reschedule (self);
}

static gboolean
is_offline (TribModelWatch *self)
{
  return self->monitor != NULL && !g_network_monitor_get_network_available (self->monitor);
}

/* When one call shall find out whether a used-up quota is back, in real time. */
static gint64
get_look_time (TribModelWatch *self)
{
  GDateTime *reset = codat_quota_get_reset (self->quota);
  gint64 back;

  if (reset == NULL)
    return self->low_since + LOOK_WITHOUT_RESET;
  back = g_date_time_to_unix (reset) * SECOND;
  return back > self->low_since ? back : self->low_since + LOOK_AFTER_RESET;
}

static void
update_state (TribModelWatch *self)
{
  GPtrArray *items = get_items (self);
  TribModelWatchState state = TRIB_MODEL_WATCH_STATE_ON;

  if (!codat_quota_get_is_low (self->quota))
    self->low_since = 0;
  else if (self->low_since == 0)
    self->low_since = trib_clock_get_real_time (self->clock);
  if (is_offline (self))
    state = TRIB_MODEL_WATCH_STATE_NO_NETWORK;
  else if (self->low_since != 0)
    state = TRIB_MODEL_WATCH_STATE_NO_QUOTA;
  for (guint i = 0; i < items->len; i++)
    trib_model_watched_set_state (g_ptr_array_index (items, i), state);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static gboolean
is_ready (TribModelWatched *watched)
{
  return watched->cancellable == NULL && trib_model_watched_get_polls (watched);
}

/* What fell due while nothing was asked is not asked in one go. */
void
trib_model_watch_spread (TribModelWatch *self, gint64 earliest)
{
  GPtrArray *items = get_items (self);
  gint64 next = earliest;

  for (guint i = 0; i < items->len; i++) {
    TribModelWatched *watched = g_ptr_array_index (items, i);

    if (!is_ready (watched) || watched->due > earliest)
      continue;
    watched->due = next;
    next += STAGGER;
  }
}

static TribModelWatched *
find_next (TribModelWatch *self)
{
  GPtrArray *items = get_items (self);
  TribModelWatched *next = NULL;

  for (guint i = 0; i < items->len; i++) {
    TribModelWatched *watched = g_ptr_array_index (items, i);

    if (is_ready (watched) && (next == NULL || watched->due < next->due))
      next = watched;
  }
  return next;
}

static gboolean
timer_cb (gpointer data)
{
  g_autoptr (TribModelWatch) self = g_object_ref (data);
  gint64 now = trib_clock_get_monotonic_time (self->clock);
  TribModelWatched *next;

  self->timer = 0;
  next = find_next (self);
  if (self->state == TRIB_MODEL_WATCH_STATE_NO_QUOTA) {
    self->low_since = trib_clock_get_real_time (self->clock);
    if (next != NULL)
      trib_model_watch_send (self, next);
  } else {
    for (; next != NULL && MAX (next->due, self->not_before) <= now; next = find_next (self))
      trib_model_watch_send (self, next);
  }
  trib_model_watch_reschedule (self);
  return G_SOURCE_REMOVE;
}

void
trib_model_watch_reschedule (TribModelWatch *self)
{
  TribModelWatched *next;
  gint64 delay = 0;

  trib_clock_clear (self->clock, &self->timer);
  update_state (self);
  next = find_next (self);
  if (next == NULL || self->state == TRIB_MODEL_WATCH_STATE_NO_NETWORK)
    return;
  if (self->state == TRIB_MODEL_WATCH_STATE_NO_QUOTA)
    delay = get_look_time (self) - trib_clock_get_real_time (self->clock);
  delay =
      MAX (delay, MAX (next->due, self->not_before) - trib_clock_get_monotonic_time (self->clock));
  delay = CLAMP (delay, 0, 24 * 3600 * SECOND);
  self->timer =
      trib_clock_add_timeout (self->clock, (guint) ((delay + 999) / 1000), timer_cb, self, NULL);
}

static void
quota_cb (TribModelWatch *self)
{
  g_signal_emit (self, signals[SIGNAL_QUOTA_CHANGED], 0);
}

/* The network or the quota is another one. */
static void
changed_cb (TribModelWatch *self)
{
  TribModelWatchState old = self->state;

  update_state (self);
  if (old != TRIB_MODEL_WATCH_STATE_ON && self->state == TRIB_MODEL_WATCH_STATE_ON)
    trib_model_watch_spread (self, trib_clock_get_monotonic_time (self->clock));
  trib_model_watch_reschedule (self);
}

static void
trib_model_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_int (value, (int) TRIB_MODEL_WATCH (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trib_model_watch_dispose (GObject *object)
{
  TribModelWatch *self = TRIB_MODEL_WATCH (object);
  GPtrArray *items = get_items (self);

  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->timer);
  for (guint i = 0; i < items->len; i++) {
    TribModelWatched *watched = g_ptr_array_index (items, i);

    g_cancellable_cancel (watched->cancellable);
    g_clear_object (&watched->cancellable);
    g_array_set_size (watched->listeners, 0);
  }
  g_clear_object (&self->quota);
  g_clear_object (&self->clock);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (trib_model_watch_parent_class)->dispose (object);
}

static void
trib_model_watch_class_init (TribModelWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_watch_get_property;
  object_class->dispose = trib_model_watch_dispose;
  TRIB_MODEL_LIST_CLASS (klass)->item_type = TRIB_MODEL_TYPE_WATCHED;
  props[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, 0, TRIB_MODEL_WATCH_STATE_NO_NETWORK, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  /**
   * TribModelWatch::quota-changed:
   * @self: a watch
   *
   * The server has said anew how many requests are left.
   */
  signals[SIGNAL_QUOTA_CHANGED] =
      g_signal_new ("quota-changed", TRIB_MODEL_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
trib_model_watch_init (TribModelWatch *self)
{
}

/**
 * trib_model_watch_new:
 * @quota: what the account may still ask
 * @clock: says when to ask
 * @monitor: (nullable): knows whether there is a network; %NULL when none is needed
 *
 * Returns: (transfer full): a watch over nothing
 */
TribModelWatch *
trib_model_watch_new (CodatQuota *quota, TribClock *clock, GNetworkMonitor *monitor)
{
  TribModelWatch *self;

  g_return_val_if_fail (CODAT_IS_QUOTA (quota), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (monitor == NULL || G_IS_NETWORK_MONITOR (monitor), NULL);
  self = g_object_new (TRIB_MODEL_TYPE_WATCH, NULL);
  self->quota = g_object_ref (quota);
  self->clock = g_object_ref (clock);
  g_set_object (&self->monitor, monitor);
  g_signal_connect_object (quota, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (quota, "notify", G_CALLBACK (quota_cb), self, G_CONNECT_SWAPPED);
  if (monitor != NULL)
    g_signal_connect_object (monitor, "network-changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  update_state (self);
  return self;
}

/**
 * trib_model_watch_get_state:
 * @self: a watch
 *
 * Returns: whether it asks, or why not
 */
TribModelWatchState
trib_model_watch_get_state (TribModelWatch *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_WATCH (self), TRIB_MODEL_WATCH_STATE_ON);
  return self->state;
}
