/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-question.h"

/* What a watch asks, over and over. Owned by what is watched and by who wants to know.
 * Main thread only.
 */
typedef enum {
  ASK_CONNECTION,
  ASK_CONNECTIONS,
  ASK_DATA,
} Ask;

typedef struct {
  Ask ask;
  char *key;           /* (owned) */
  char *title;         /* (owned) */
  CodatClient *client; /* (owned) (nullable) */
  char *company_id;    /* (owned) (nullable) */
  char *connection_id; /* (owned) (nullable): of ASK_CONNECTION */
} TribModelQuestionPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TribModelQuestion, trib_model_question, G_TYPE_OBJECT)

static TribModelQuestionPrivate *
get_private (TribModelQuestion *self)
{
  return trib_model_question_get_instance_private (self);
}

static void
trib_model_question_real_ask_async (TribModelQuestion *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  TribModelQuestionPrivate *priv = get_private (self);

  switch (priv->ask) {
  case ASK_CONNECTION:
    codat_client_get_connection_async (priv->client, priv->company_id, priv->connection_id,
                                       cancellable, callback, data);
    break;
  case ASK_CONNECTIONS:
    codat_client_list_connections_async (priv->client, priv->company_id, cancellable, callback,
                                         data);
    break;
  case ASK_DATA:
  default:
    codat_client_get_data_status_async (priv->client, priv->company_id, cancellable, callback,
                                        data);
  }
}

static GObject *
trib_model_question_real_ask_finish (TribModelQuestion *self, GAsyncResult *result, GError **error)
{
  TribModelQuestionPrivate *priv = get_private (self);

  switch (priv->ask) {
  case ASK_CONNECTION:
    return (GObject *) codat_client_get_connection_finish (priv->client, result, error);
  case ASK_CONNECTIONS:
    return (GObject *) codat_client_list_connections_finish (priv->client, result, error);
  case ASK_DATA:
  default:
    return (GObject *) codat_client_get_data_status_finish (priv->client, result, error);
  }
}

static void
trib_model_question_finalize (GObject *object)
{
  TribModelQuestionPrivate *priv = get_private (TRIB_MODEL_QUESTION (object));

  g_clear_object (&priv->client);
  g_free (priv->key);
  g_free (priv->title);
  g_free (priv->company_id);
  g_free (priv->connection_id);
  G_OBJECT_CLASS (trib_model_question_parent_class)->finalize (object);
}

static void
trib_model_question_class_init (TribModelQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_model_question_finalize;
  klass->ask_async = trib_model_question_real_ask_async;
  klass->ask_finish = trib_model_question_real_ask_finish;
}

static void
trib_model_question_init (TribModelQuestion *self)
{
}

static TribModelQuestion *
question_new (CodatClient *client,
              Ask ask,
              const char *company_id,
              const char *connection_id,
              const char *title)
{
  static const char *const names[] = {
    [ASK_CONNECTION] = "connection",
    [ASK_CONNECTIONS] = "connections",
    [ASK_DATA] = "data",
  };
  TribModelQuestion *self = g_object_new (TRIB_MODEL_TYPE_QUESTION, NULL);
  TribModelQuestionPrivate *priv = get_private (self);
  g_autofree char *key = g_strdup_printf ("%s %s %s", names[ask], company_id,
                                          connection_id != NULL ? connection_id : "");

  priv->ask = ask;
  priv->client = g_object_ref (client);
  priv->company_id = g_strdup (company_id);
  priv->connection_id = g_strdup (connection_id);
  trib_model_question_set_key (self, key, title);
  return self;
}

/**
 * trib_model_question_new_connection:
 * @client: asks the server
 * @company_id: whose connection
 * @connection_id: which one
 * @title: what a person calls it
 *
 * Returns: (transfer full): what the state of a connection is
 */
TribModelQuestion *
trib_model_question_new_connection (CodatClient *client,
                                    const char *company_id,
                                    const char *connection_id,
                                    const char *title)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (company_id != NULL && connection_id != NULL, NULL);
  return question_new (client, ASK_CONNECTION, company_id, connection_id, title);
}

/**
 * trib_model_question_new_connections:
 * @client: asks the server
 * @company_id: whose connections
 * @title: what a person calls it
 *
 * Returns: (transfer full): which connections a company has
 */
TribModelQuestion *
trib_model_question_new_connections (CodatClient *client, const char *company_id, const char *title)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (company_id != NULL, NULL);
  return question_new (client, ASK_CONNECTIONS, company_id, NULL, title);
}

/**
 * trib_model_question_new_data:
 * @client: asks the server
 * @company_id: whose data
 * @title: what a person calls it
 *
 * Returns: (transfer full): how far the reading of a company's data is
 */
TribModelQuestion *
trib_model_question_new_data (CodatClient *client, const char *company_id, const char *title)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (company_id != NULL, NULL);
  return question_new (client, ASK_DATA, company_id, NULL, title);
}

/**
 * trib_model_question_get_key:
 * @self: a question
 *
 * Returns: what tells it from others
 */
const char *
trib_model_question_get_key (TribModelQuestion *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_QUESTION (self), NULL);
  return get_private (self)->key;
}

/**
 * trib_model_question_get_title:
 * @self: a question
 *
 * Returns: what it is about, fit to be shown
 */
const char *
trib_model_question_get_title (TribModelQuestion *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_QUESTION (self), NULL);
  return get_private (self)->title;
}

/**
 * trib_model_question_ask_async:
 * @self: a question
 * @cancellable: (nullable): to give up
 * @callback: told of the answer
 * @data: for @callback
 *
 * Asks once.
 */
void
trib_model_question_ask_async (TribModelQuestion *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (TRIB_MODEL_IS_QUESTION (self));
  TRIB_MODEL_QUESTION_GET_CLASS (self)->ask_async (self, cancellable, callback, data);
}

/**
 * trib_model_question_ask_finish:
 * @self: a question
 * @result: the result
 * @error: where an error goes
 *
 * Returns: (transfer full): the answer, or %NULL with @error set (%CODAT_ERROR, %G_IO_ERROR)
 */
GObject *
trib_model_question_ask_finish (TribModelQuestion *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRIB_MODEL_IS_QUESTION (self), NULL);
  return TRIB_MODEL_QUESTION_GET_CLASS (self)->ask_finish (self, result, error);
}

/**
 * trib_model_question_set_key:
 * @self: a question that nobody asked yet
 * @key: what tells it from others
 * @title: what a person calls it
 */
void
trib_model_question_set_key (TribModelQuestion *self, const char *key, const char *title)
{
  TribModelQuestionPrivate *priv;

  g_return_if_fail (TRIB_MODEL_IS_QUESTION (self));
  priv = get_private (self);
  g_free (priv->key);
  g_free (priv->title);
  priv->key = g_strdup (key);
  priv->title = g_strdup (title);
}
