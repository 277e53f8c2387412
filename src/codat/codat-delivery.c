/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-delivery.h"

#include "codat-error-private.h"

#include <string.h>

#define FIRST_DELAY 250
#define LONGEST_DELAY 8000
#define LONGEST_PAUSE 900 /* seconds: a server cannot switch the client off for good */

/* The state of one delivery; the data of its task. It is waiting to be let out (ticket), on its way
 * (neither), or waiting before another try (timer only). */
typedef struct {
  CodatRequest *request;   /* (owned) */
  CodatGovernor *governor; /* (owned) */
  TribClock *clock;        /* (owned) */
  gint64 give_up_at;
  guint n_tries;
  guint ticket;
  guint timer;
  GSource *cancel_source; /* (owned) (nullable): while nothing is on its way */
} Delivery;

static void
delivery_free (Delivery *delivery)
{
  codat_request_free (delivery->request);
  g_object_unref (delivery->governor);
  g_object_unref (delivery->clock);
  g_free (delivery);
}

/* Ends the waiting, whatever it was for; the task keeps its reference. */
static void
stop_waiting (Delivery *delivery)
{
  trib_clock_clear (delivery->clock, &delivery->timer);
  if (delivery->ticket != 0)
    codat_governor_withdraw (delivery->governor, delivery->ticket);
  delivery->ticket = 0;
  if (delivery->cancel_source != NULL)
    g_source_destroy (delivery->cancel_source);
  g_clear_pointer (&delivery->cancel_source, g_source_unref);
}

static guint
get_time_left (Delivery *delivery)
{
  gint64 left = delivery->give_up_at - trib_clock_get_monotonic_time (delivery->clock);

  return (guint) (MAX (left, 0) / 1000);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_autoptr (GTask) task = data;

  stop_waiting (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static gboolean
too_late_cb (gpointer data)
{
  g_autoptr (GTask) task = data;
  Delivery *delivery = g_task_get_task_data (task);

  delivery->timer = 0;
  stop_waiting (delivery);
  g_task_return_new_error (task, CODAT_ERROR, CODAT_ERROR_TIMED_OUT,
                           "There was no time left to send the request");
  return G_SOURCE_REMOVE;
}

static void
watch_cancellable (GTask *task)
{
  Delivery *delivery = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (cancellable == NULL)
    return;
  delivery->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (delivery->cancel_source, G_SOURCE_FUNC (cancelled_cb), task, NULL);
  g_source_attach (delivery->cancel_source, g_task_get_context (task));
}

static void ask (GTask *task);

static gboolean
waited_cb (gpointer data)
{
  GTask *task = data;
  Delivery *delivery = g_task_get_task_data (task);

  delivery->timer = 0;
  stop_waiting (delivery);
  ask (task);
  return G_SOURCE_REMOVE;
}

/* Takes over the reference. */
static void
try_later (GTask *task, guint delay)
{
  Delivery *delivery = g_task_get_task_data (task);

  watch_cancellable (task);
  delivery->timer = trib_clock_add_timeout (delivery->clock, delay, waited_cb, task, NULL);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Delivery *delivery = g_task_get_task_data (task);
  GError *error = NULL;
  CodatReply *reply = codat_transport_send_finish (CODAT_TRANSPORT (source), result, &error);
  gint64 delay = -1;

  if (reply != NULL)
    delay = codat_delivery_get_delay (delivery->request->method, reply->status, reply->retry_after,
                                      delivery->n_tries, g_random_double ());
  /* Too many requests are the fault of all of them, so all of them wait. */
  if (reply != NULL && reply->status == 429)
    codat_governor_pause (delivery->governor,
                          reply->retry_after >= 0
                              ? (guint) MIN (reply->retry_after, LONGEST_PAUSE) * 1000
                              : (guint) MAX (delay, FIRST_DELAY));
  codat_governor_leave (delivery->governor);
  if (reply == NULL) {
    g_task_return_error (task, error);
  } else if (delay < 0 || delay >= get_time_left (delivery) ||
             delivery->n_tries >= delivery->request->max_tries) {
    g_task_return_pointer (task, reply, (GDestroyNotify) codat_reply_free);
  } else {
    codat_reply_free (reply);
    try_later (g_steal_pointer (&task), (guint) delay);
  }
}

/* Has a reference of its own to the task, which goes on with the request. */
static void
let_out (gpointer data)
{
  GTask *task = data;
  Delivery *delivery = g_task_get_task_data (task);
  CodatRequest *request;

  delivery->ticket = 0;
  stop_waiting (delivery);
  delivery->n_tries++;
  request = codat_request_copy (delivery->request);
  request->milliseconds = MAX (get_time_left (delivery), 1);
  codat_transport_send_async (g_task_get_source_object (task), request,
                              g_task_get_cancellable (task), sent_cb, task);
}

static void
refuse_paused (GTask *task, guint pause)
{
  g_autoptr (GTask) owned = task;
  CodatErrorDetails details = { .http_status = 429, .retry_after = (pause + 999) / 1000 };
  GError *error = g_error_new_literal (CODAT_ERROR, CODAT_ERROR_RATE_LIMITED,
                                       "The server wants to be left alone for longer");

  codat_error_set_details (error, &details);
  g_task_return_error (owned, error);
}

/* Takes over the reference. */
static void
ask (GTask *task)
{
  Delivery *delivery = g_task_get_task_data (task);
  guint pause = codat_governor_get_pause (delivery->governor);
  guint left = get_time_left (delivery);
  guint ticket;

  if (pause > left) {
    refuse_paused (task, pause);
    return;
  }
  watch_cancellable (task);
  delivery->timer = trib_clock_add_timeout (delivery->clock, left, too_late_cb, task, NULL);
  g_object_ref (task);
  ticket = codat_governor_ask (delivery->governor, strcmp (delivery->request->method, "GET") != 0,
                               let_out, task);
  delivery->ticket = ticket;
  g_object_unref (task);
}

guint
codat_delivery_get_jitter (guint n_tries, double chance)
{
  guint longest = MIN (FIRST_DELAY << MIN (n_tries - 1, 16), LONGEST_DELAY);

  return (guint) (longest * chance);
}

gint64
codat_delivery_get_delay (
    const char *method, guint status, gint64 retry_after, guint n_tries, double chance)
{
  static const guint passing[] = { 408, 500, 502, 503, 504 };
  gboolean again = status == 429;

  /* A change that failed may have been made, and Codat repeats a stored 5xx to the same key, so
   * only reads are asked again; a 429 alone is stored by nobody. */
  for (guint i = 0; i < G_N_ELEMENTS (passing) && strcmp (method, "GET") == 0; i++)
    again = again || status == passing[i];
  return again ? MAX (retry_after, 0) * 1000 + codat_delivery_get_jitter (n_tries, chance) : -1;
}

void
codat_delivery_send_async (CodatTransport *transport,
                           CodatGovernor *governor,
                           TribClock *clock,
                           CodatRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (transport, cancellable, callback, data);
  Delivery *delivery = g_new0 (Delivery, 1);

  g_task_set_source_tag (task, codat_delivery_send_async);
  delivery->request = request;
  delivery->governor = g_object_ref (governor);
  delivery->clock = g_object_ref (clock);
  delivery->give_up_at =
      trib_clock_get_monotonic_time (clock) + (gint64) request->milliseconds * 1000;
  g_task_set_task_data (task, delivery, (GDestroyNotify) delivery_free);
  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else if (request->delay > 0)
    try_later (task, request->delay);
  else
    ask (task);
}

CodatReply *
codat_delivery_send_finish (CodatTransport *transport,
                            GAsyncResult *result,
                            guint *n_tries,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, transport), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, codat_delivery_send_async), NULL);
  *n_tries = ((Delivery *) g_task_get_task_data (G_TASK (result)))->n_tries;
  return g_task_propagate_pointer (G_TASK (result), error);
}
