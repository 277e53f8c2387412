/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connections.h"

#include "trib-model-connection-private.h"
#include "trib-model-connections-private.h"
#include "trib-model-platforms-private.h"
#include "trib-model-status.h"

/* The connections of one company. Owned by the company, which follows it.
 * Main thread only.
 */
G_DEFINE_FINAL_TYPE (TribModelConnections, trib_model_connections, TRIB_MODEL_TYPE_REMOTE_LIST)

typedef enum {
  PROP_N_ATTENTION = 1,
} Property;

static GParamSpec *props[PROP_N_ATTENTION + 1];

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static int
compare (gconstpointer a, gconstpointer b)
{
  TribModelConnection *one = *(TribModelConnection *const *) a;
  TribModelConnection *other = *(TribModelConnection *const *) b;
  guint first = trib_model_status_rank (one->status);
  guint second = trib_model_status_rank (other->status);
  int order;

  if (first != second)
    return first < second ? -1 : 1;
  order = g_utf8_collate (one->platform_name, other->platform_name);
  if (order != 0)
    return order;
  return g_strcmp0 (trib_model_connection_get_id (one), trib_model_connection_get_id (other));
}

static void
changed (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  guint n_attention = 0;

  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    if (connection->status == TRIB_MODEL_STATUS_ATTENTION)
      n_attention++;
  }
  if (self->n_attention != n_attention) {
    self->n_attention = n_attention;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ATTENTION]);
  }
  trib_model_connections_pace (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_items (TribModelConnections *self, GPtrArray *items)
{
  TribModelRemoteList *list = TRIB_MODEL_REMOTE_LIST (self);
  TribModelState state = trib_model_remote_list_get_state (list);

  g_ptr_array_sort (items, compare);
  trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
  if (state == TRIB_MODEL_STATE_READY || state == TRIB_MODEL_STATE_EMPTY)
    trib_model_remote_list_set_state (
        list, items->len > 0 ? TRIB_MODEL_STATE_READY : TRIB_MODEL_STATE_EMPTY,
        trib_model_remote_list_get_problem (list));
  changed (self);
}

static void
gone_cb (TribModelConnection *connection, TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_copy_items (TRIB_MODEL_LIST (self));

  trib_model_connections_outdate (self);
  if (g_ptr_array_remove (items, connection))
    take_items (self, items);
  else
    g_ptr_array_unref (items);
}

static void
status_cb (TribModelConnections *self)
{
  trib_model_connections_outdate (self);
  take_items (self, trib_model_list_copy_items (TRIB_MODEL_LIST (self)));
}

static void
add_value (TribModelConnections *self, GPtrArray *items, CodatConnection *value)
{
  TribModelPlatform *platform = trib_model_platforms_match (self->platforms, value);
  TribModelConnection *known = trib_model_connections_find (self, codat_connection_get_id (value));
  g_autoptr (TribModelConnection) connection = NULL;

  if (known != NULL) {
    g_signal_handlers_block_by_func (known, status_cb, self);
    trib_model_connection_take (known, value, platform);
    g_signal_handlers_unblock_by_func (known, status_cb, self);
    g_ptr_array_add (items, g_object_ref (known));
    return;
  }
  connection = trib_model_connection_new (self->client, self->watch, self->notes, self->company_id,
                                          self->company_name);
  trib_model_connection_take (connection, value, platform);
  g_signal_connect_object (connection, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (connection, "notify::status", G_CALLBACK (status_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (items, g_steal_pointer (&connection));
}

static void
set_loaded (TribModelConnections *self, guint n)
{
  trib_model_remote_list_set_state (TRIB_MODEL_REMOTE_LIST (self),
                                    n > 0 ? TRIB_MODEL_STATE_READY : TRIB_MODEL_STATE_EMPTY, NULL);
}

void
trib_model_connections_take_answer (TribModelConnections *self,
                                    GObject *answer,
                                    const GError *error)
{
  GListModel *list = (GListModel *) answer;
  GPtrArray *items;
  guint n;

  if (list == NULL) {
    trib_model_remote_list_fail (TRIB_MODEL_REMOTE_LIST (self), error);
    return;
  }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatConnection) value = g_list_model_get_item (list, i);

    add_value (self, items, value);
  }
  take_items (self, items);
  set_loaded (self, n);
}

static void
platforms_changed_cb (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribModelConnection *connection = g_ptr_array_index (items, i);

    trib_model_connection_set_platform (
        connection, trib_model_platforms_match (self->platforms, connection->value));
  }
  /* Some may have learned their names, and the rows are in the order of these. */
  take_items (self, trib_model_list_copy_items (TRIB_MODEL_LIST (self)));
}

static void
notes_changed_cb (TribModelConnections *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++)
    trib_model_connection_heed_notes (g_ptr_array_index (items, i));
}

static void
trib_model_connections_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelConnections *self = TRIB_MODEL_CONNECTIONS (object);

  if (id == PROP_N_ATTENTION)
    g_value_set_uint (value, self->n_attention);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trib_model_connections_dispose (GObject *object)
{
  TribModelConnections *self = TRIB_MODEL_CONNECTIONS (object);

  if (self->watch != NULL)
    trib_model_connections_stop_asking (self);
  g_clear_object (&self->question);
  g_clear_object (&self->watch);
  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  g_clear_object (&self->platforms);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (trib_model_connections_parent_class)->dispose (object);
}

static void
trib_model_connections_finalize (GObject *object)
{
  g_free (TRIB_MODEL_CONNECTIONS (object)->company_id);
  g_free (TRIB_MODEL_CONNECTIONS (object)->company_name);
  G_OBJECT_CLASS (trib_model_connections_parent_class)->finalize (object);
}

static void
trib_model_connections_class_init (TribModelConnectionsClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_connections_get_property;
  object_class->dispose = trib_model_connections_dispose;
  object_class->finalize = trib_model_connections_finalize;
  TRIB_MODEL_LIST_CLASS (klass)->item_type = TRIB_MODEL_TYPE_CONNECTION;
  props[PROP_N_ATTENTION] = g_param_spec_uint ("n-attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_MODEL_TYPE_CONNECTIONS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_model_connections_init (TribModelConnections *self)
{
}

/**
 * trib_model_connections_new:
 * @client: asks the server
 * @clock: tells the time
 * @watch: asks again and again
 * @platforms: the platforms of the account
 * @notes: what this computer knows of its connections
 * @company_id: the company
 * @company_name: what a person calls it
 *
 * Returns: (transfer full): a list that is not loaded yet
 */
TribModelConnections *
trib_model_connections_new (CodatClient *client,
                            TribClock *clock,
                            TribModelWatch *watch,
                            TribModelPlatforms *platforms,
                            TribModelNotes *notes,
                            const char *company_id,
                            const char *company_name)
{
  TribModelConnections *self = g_object_new (TRIB_MODEL_TYPE_CONNECTIONS, NULL);

  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->platforms = g_object_ref (platforms);
  self->notes = g_object_ref (notes);
  self->company_id = g_strdup (company_id);
  self->company_name = g_strdup (company_name);
  self->watch = g_object_ref (watch);
  self->question = trib_model_question_new_connections (client, company_id, company_name);
  g_signal_connect_object (platforms, "items-changed", G_CALLBACK (platforms_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (notes, "changed", G_CALLBACK (notes_changed_cb), self,
                           G_CONNECT_SWAPPED);
  trib_model_notes_load (notes);
  return self;
}

/**
 * trib_model_connections_take_company:
 * @self: the connections
 * @company: what the server says of their company
 */
void
trib_model_connections_take_company (TribModelConnections *self, CodatCompany *company)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = codat_company_get_n_connections (company);

  for (guint i = 0; i < n; i++)
    add_value (self, items, codat_company_get_connection (company, i));
  take_items (self, items);
  if (trib_model_connections_get_state (self) == TRIB_MODEL_STATE_IDLE)
    set_loaded (self, n);
}

/**
 * trib_model_connections_take_one:
 * @self: the connections
 * @value: what the server says of one of them
 */
void
trib_model_connections_take_one (TribModelConnections *self, CodatConnection *value)
{
  GPtrArray *items = trib_model_list_copy_items (TRIB_MODEL_LIST (self));
  TribModelConnection *known = trib_model_connections_find (self, codat_connection_get_id (value));

  /* Only news: the same answer again must not delay the list. */
  if (known == NULL ||
      codat_connection_get_status (known->value) != codat_connection_get_status (value))
    trib_model_connections_outdate (self);
  if (known != NULL)
    g_ptr_array_remove (items, known);
  add_value (self, items, value);
  take_items (self, items);
}
