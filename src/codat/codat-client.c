/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client.h"

#include "codat-answer.h"
#include "codat-client-private.h"
#include "codat-delivery.h"
#include "codat-error.h"
#include "codat-uri.h"

#include <string.h>

#define MAX_SIZE (8 * 1024 * 1024)
#define READ_DEADLINE 30000
#define WRITE_DEADLINE 60000
/* Three times the largest page that has been seen: 5,000 companies with their connections. */
#define MAX_LIST_SIZE (24 * 1024 * 1024)

/* The Codat Platform API for one key. Owned by an account; lives in the thread that made it.
 * Answers are read in worker threads, results arrive in the thread of the caller.
 */
G_DEFINE_FINAL_TYPE (CodatClient, codat_client, G_TYPE_OBJECT)

/* What a worker thread gets: it owns all of it. */
typedef struct {
  CodatReply *reply; /* (owned) */
  CodatCall *call;   /* (owned) */
} Work;

static void
work_free (Work *work)
{
  GBytes *body = work->reply->body;

  /* One that was read was wiped with its document. */
  if (body != NULL && work->call->operation->is_secret && g_bytes_get_size (body) > 0)
    explicit_bzero ((gpointer) g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  codat_reply_free (work->reply);
  codat_call_free (work->call);
  g_free (work);
}

static gsize
get_max_size (CodatClient *self, gboolean is_list)
{
  if (self->max_size > 0)
    return self->max_size;
  return is_list ? MAX_LIST_SIZE : MAX_SIZE;
}

static void
read_in_thread (GTask *worker, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gpointer value = NULL;
  gsize length = 0;
  char *text;

  if (!codat_call_has_result (work->call)) {
    if (codat_answer_check_status (work->reply, &error))
      g_task_return_pointer (worker, GINT_TO_POINTER (TRUE), NULL);
    else
      g_task_return_error (worker, error);
    return;
  }
  text = codat_answer_take_text (work->reply, &length, &error);
  if (text != NULL)
    value = codat_call_read (work->call, text, length, &error);
  if (value != NULL)
    g_task_return_pointer (worker, value, g_object_unref);
  else
    g_task_return_error (worker, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CodatCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  if (value != NULL && codat_call_has_result (call) &&
      !codat_call_is_answered (call, value, &error))
    g_clear_object (&value);
  if (value == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, codat_call_has_result (call) ? g_object_unref : NULL);
}

static CodatReply *
finish_sending (CodatTransport *transport, GAsyncResult *result, CodatCall *call, GError **error)
{
  call->n_tries = 1;
  if (g_async_result_is_tagged (result, codat_transport_send_async))
    return codat_transport_send_finish (transport, result, error);
  return codat_delivery_send_finish (transport, result, &call->n_tries, error);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) worker = NULL;
  CodatCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  CodatReply *reply = finish_sending (CODAT_TRANSPORT (source), result, call, &error);
  CodatClient *self = g_task_get_source_object (task);
  Work *work;

  if (reply == NULL) {
    g_task_return_error (task, error);
    return;
  }
  codat_quota_update (self->quota, reply);
  work = g_new0 (Work, 1);
  work->reply = reply;
  work->call = codat_call_copy (call);
  /* A task of its own without a source object: the last reference to it may fall in the worker
   * thread, and the client must not die there. */
  worker = g_task_new (NULL, g_task_get_cancellable (task), read_cb, g_object_ref (task));
  g_task_set_source_tag (worker, sent_cb);
  g_task_set_task_data (worker, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (worker, read_in_thread);
}

static void
codat_client_dispose (GObject *object)
{
  CodatClient *self = CODAT_CLIENT (object);

  g_clear_object (&self->api);
  g_clear_object (&self->pictures);
  g_clear_object (&self->governor);
  g_clear_object (&self->quota);
  g_clear_object (&self->clock);
  codat_client_set_journal (self, NULL, NULL, NULL);
  G_OBJECT_CLASS (codat_client_parent_class)->dispose (object);
}

static void
codat_client_finalize (GObject *object)
{
  CodatClient *self = CODAT_CLIENT (object);

  g_hash_table_unref (self->records);
  g_hash_table_unref (self->running);
  g_clear_pointer (&self->base, g_uri_unref);
  g_clear_pointer (&self->base_url, g_free);
  G_OBJECT_CLASS (codat_client_parent_class)->finalize (object);
}

static void
codat_client_class_init (CodatClientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = codat_client_dispose;
  G_OBJECT_CLASS (klass)->finalize = codat_client_finalize;
}

static void
codat_client_init (CodatClient *self)
{
  self->quota = g_object_new (CODAT_TYPE_QUOTA, NULL);
  self->clock = trib_clock_new_system ();
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->read_deadline = READ_DEADLINE;
  self->write_deadline = WRITE_DEADLINE;
  self->max_tries = CODAT_MAX_TRIES;
}

static gboolean
has_method (const CodatCall *call, const char *method)
{
  return g_str_equal (call->operation->method, method);
}

void
codat_client_call_async (CodatClient *self,
                         CodatCall *call,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = NULL;
  CodatRequest *request;
  GError *error = NULL;
  GUri *uri = NULL;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, (gpointer) call->operation);
  g_task_set_task_data (task, call, (GDestroyNotify) codat_call_free);
  if (call->error != NULL)
    error = g_steal_pointer (&call->error);
  else
    uri = codat_base_uri_join (self->base, call->path, call->query, &error);
  if (uri == NULL) {
    g_task_return_error (task, error);
    return;
  }
  request = g_new0 (CodatRequest, 1);
  request->method = call->operation->method;
  request->uri = uri;
  request->body = g_steal_pointer (&call->body);
  request->max_size = get_max_size (self, call->operation->row != NULL);
  if (has_method (call, "POST") || has_method (call, "PATCH"))
    request->key = call->key != NULL ? g_strdup (call->key) : g_uuid_string_random ();
  request->milliseconds = has_method (call, "GET") ? self->read_deadline : self->write_deadline;
  if (call->milliseconds > 0)
    request->milliseconds = MIN (request->milliseconds, call->milliseconds);
  request->delay = call->delay;
  request->max_tries = call->max_tries > 0 ? call->max_tries : self->max_tries;
  if (self->governor == NULL)
    codat_transport_send_async (self->api, request, cancellable, sent_cb, g_steal_pointer (&task));
  else
    codat_delivery_send_async (self->api, self->governor, self->clock, request, cancellable,
                               sent_cb, g_steal_pointer (&task));
}

gpointer
codat_client_call_finish (CodatClient *self, GAsyncResult *result, CodatOp op, GError **error)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) codat_operation_get (op)),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
codat_client_set_deadlines (CodatClient *self,
                            TribClock *clock,
                            guint read_milliseconds,
                            guint write_milliseconds)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_set_object (&self->clock, clock);
  self->read_deadline = read_milliseconds;
  self->write_deadline = write_milliseconds;
  codat_transport_set_clock (self->api, clock, read_milliseconds);
  codat_transport_set_clock (self->pictures, clock, read_milliseconds);
  if (self->governor != NULL)
    codat_client_set_rate (self, CODAT_MAX_PER_SECOND);
}

void
codat_client_set_rate (CodatClient *self, guint per_second)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_clear_object (&self->governor);
  self->governor = codat_governor_new (self->clock, per_second);
}

void
codat_client_drop_rules (CodatClient *self)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_clear_object (&self->governor);
}

void
codat_client_set_max_size (CodatClient *self, gsize max_size)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  self->max_size = max_size;
}

/**
 * codat_client_new:
 * @base_url: where the API is, like %CODAT_DEFAULT_BASE_URL; see [func@Codat.base_url_is_valid]
 * @authorizer: the key
 * @error: return location
 *
 * Nothing is sent yet. Errors: %CODAT_ERROR_BAD_ADDRESS.
 *
 * Returns: (transfer full): the client, or %NULL with @error set
 */
CodatClient *
codat_client_new (const char *base_url, CodatAuthorizer *authorizer, GError **error)
{
  CodatClient *self;
  GUri *base;

  g_return_val_if_fail (base_url != NULL, NULL);
  g_return_val_if_fail (CODAT_IS_AUTHORIZER (authorizer), NULL);
  base = codat_base_uri_new (base_url, error);
  if (base == NULL)
    return NULL;
  self = g_object_new (CODAT_TYPE_CLIENT, NULL);
  self->base = base;
  self->base_url = g_uri_to_string (base);
  if (g_str_has_suffix (self->base_url, "/"))
    self->base_url[strlen (self->base_url) - 1] = '\0';
  self->api = codat_transport_new (base, authorizer);
  self->pictures = codat_transport_new (base, NULL);
  /* A server on this computer has nobody else to serve; the number in flight holds for it too. */
  codat_client_set_rate (self, codat_uri_is_loopback (base) ? 0 : CODAT_MAX_PER_SECOND);
  return self;
}

/**
 * codat_client_get_base_url:
 * @self: a client
 *
 * Returns: (transfer none): where its API is, without a slash at the end
 */
const char *
codat_client_get_base_url (CodatClient *self)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (self), NULL);
  return self->base_url;
}

/**
 * codat_client_get_is_loopback:
 * @self: a client
 *
 * Returns: whether its API is on this computer, as the sandbox is
 */
gboolean
codat_client_get_is_loopback (CodatClient *self)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (self), FALSE);
  return codat_uri_is_loopback (self->base);
}

/**
 * codat_client_get_quota:
 * @self: a client
 *
 * Returns: (transfer none): what the server said last about how much may still be asked
 */
CodatQuota *
codat_client_get_quota (CodatClient *self)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (self), NULL);
  return self->quota;
}

/**
 * codat_client_set_max_tries:
 * @self: a client
 * @max_tries: how often anything is asked for, from 1 to %CODAT_MAX_TRIES, which is where it begins
 *
 * Sets how often a request is sent when the server is busy or the end of it is in doubt. With 1 a
 * change that may have been made is still looked for, which is no second try.
 */
void
codat_client_set_max_tries (CodatClient *self, guint max_tries)
{
  g_return_if_fail (CODAT_IS_CLIENT (self));
  self->max_tries = CLAMP (max_tries, 1, CODAT_MAX_TRIES);
}
