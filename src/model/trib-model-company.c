/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-company.h"

#include "trib-model-company-private.h"
#include "trib-model-connections-private.h"
#include "trib-model-status.h"
#include "trib-model-time.h"
#include "trib-model-words.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* One company, kept current: what a row shows. Owned by the companies of an account.
 * Main thread only. There can be 100,000 of them, so what only some need is made on demand.
 */
G_DEFINE_FINAL_TYPE (TribModelCompany, trib_model_company, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_NAME,
  PROP_REFERENCE,
  PROP_STATUS,
  PROP_STATUS_TEXT,
  PROP_LAST_SYNC_TEXT,
  PROP_LAST_SYNC_EXACT,
  PROP_CONNECTIONS,
  PROP_WAITING_TEXT,
} Property;

static GParamSpec *props[PROP_WAITING_TEXT + 1];

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define MAX_NAME 200
#define MAX_REFERENCE 100

static void
notify (TribModelCompany *self, Property property)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static char *
find_reference (CodatCompany *value)
{
  static const char *const tags[] = { "reference", "ref", "customerId", "customer_id",
                                      "externalId" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++) {
    g_autofree char *text =
        trib_text_for_display (codat_company_get_tag (value, tags[i]), MAX_REFERENCE);

    if (*text != '\0')
      return g_steal_pointer (&text);
  }
  return g_strdup ("");
}

static GDateTime *
later (GDateTime *one, GDateTime *other)
{
  if (one == NULL || other == NULL)
    return one != NULL ? one : other;
  return g_date_time_compare (one, other) >= 0 ? one : other;
}

/* The list of companies can be older than what its connections were heard to say since. */
static GDateTime *
find_last_sync (TribModelCompany *self)
{
  GDateTime *last = codat_company_get_last_sync (self->value);
  guint n = codat_company_get_n_connections (self->value);

  /* What was read went with the last connection. */
  if (n > 0 && self->connections != NULL &&
      g_list_model_get_n_items (G_LIST_MODEL (self->connections)) == 0)
    return NULL;
  if (self->connections != NULL)
    return later (last, trib_model_connections_get_last_sync (self->connections));
  for (guint i = 0; i < n; i++)
    last = later (last,
                  codat_connection_get_last_sync (codat_company_get_connection (self->value, i)));
  return last;
}

static gboolean
set_status (TribModelCompany *self, TribModelStatus status)
{
  if (self->status == status)
    return FALSE;
  self->status = status;
  notify (self, PROP_STATUS);
  notify (self, PROP_STATUS_TEXT);
  return TRUE;
}

static void
connections_changed_cb (TribModelCompany *self)
{
  g_clear_pointer (&self->search_text, g_free);
  notify (self, PROP_LAST_SYNC_TEXT);
  notify (self, PROP_LAST_SYNC_EXACT);
  notify (self, PROP_WAITING_TEXT);
  if (set_status (self, trib_model_connections_get_status (self->connections)))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_text (GString *all, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_c (all, ' ');
  g_string_append (all, text);
}

static void
add_value (GString *all, CodatConnection *value)
{
  add_text (all, codat_connection_get_id (value));
  add_text (all, codat_connection_get_platform_name (value));
}

static const char *
ensure_search_text (TribModelCompany *self)
{
  g_autoptr (GString) all = NULL;
  guint n;

  if (self->search_text != NULL)
    return self->search_text;
  all = g_string_new (self->name);
  add_text (all, self->reference);
  add_text (all, codat_company_get_id (self->value));
  n = self->connections != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->connections))
                                : codat_company_get_n_connections (self->value);
  for (guint i = 0; i < n; i++) {
    g_autoptr (TribModelConnection) row = NULL;

    if (self->connections == NULL) {
      add_value (all, codat_company_get_connection (self->value, i));
      continue;
    }
    row = g_list_model_get_item (G_LIST_MODEL (self->connections), i);
    add_text (all, trib_model_connection_get_id (row));
    add_text (all, trib_model_connection_get_platform_name (row));
  }
  self->search_text = trib_model_fold (all->str);
  return self->search_text;
}

static void
trib_model_company_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelCompany *self = TRIB_MODEL_COMPANY (object);

  switch ((Property) id) {
  case PROP_ID:
    g_value_set_string (value, trib_model_company_get_id (self));
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_REFERENCE:
    g_value_set_string (value, self->reference);
    break;
  case PROP_STATUS:
    g_value_set_enum (value, (int) self->status);
    break;
  case PROP_STATUS_TEXT:
    g_value_set_string (value, trib_model_company_get_status_text (self));
    break;
  case PROP_LAST_SYNC_TEXT:
    g_value_take_string (value, trib_model_time_ago (self->clock, find_last_sync (self)));
    break;
  case PROP_LAST_SYNC_EXACT:
    g_value_take_string (value, trib_model_time_exact (find_last_sync (self)));
    break;
  case PROP_CONNECTIONS:
    g_value_set_object (value, trib_model_company_get_connections (self));
    break;
  case PROP_WAITING_TEXT:
    g_value_take_string (value, trib_model_company_dup_waiting_text (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_company_dispose (GObject *object)
{
  TribModelCompany *self = TRIB_MODEL_COMPANY (object);

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  g_clear_object (&self->connections);
  g_clear_object (&self->turns);
  g_clear_object (&self->client);
  g_clear_object (&self->platforms);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (trib_model_company_parent_class)->dispose (object);
}

static void
trib_model_company_finalize (GObject *object)
{
  TribModelCompany *self = TRIB_MODEL_COMPANY (object);

  g_clear_object (&self->value);
  g_clear_object (&self->clock);
  g_clear_object (&self->watch);
  g_free (self->name);
  g_free (self->reference);
  g_free (self->folded_name);
  g_free (self->collate_key);
  g_free (self->search_text);
  G_OBJECT_CLASS (trib_model_company_parent_class)->finalize (object);
}

static void
trib_model_company_class_init (TribModelCompanyClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_company_get_property;
  object_class->dispose = trib_model_company_dispose;
  object_class->finalize = trib_model_company_finalize;
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, TRIB_MODEL_TYPE_STATUS,
                                          TRIB_MODEL_STATUS_NOT_STARTED, flags);
  props[PROP_STATUS_TEXT] = g_param_spec_string ("status-text", NULL, NULL, NULL, flags);
  props[PROP_LAST_SYNC_TEXT] = g_param_spec_string ("last-sync-text", NULL, NULL, NULL, flags);
  props[PROP_LAST_SYNC_EXACT] = g_param_spec_string ("last-sync-exact", NULL, NULL, NULL, flags);
  props[PROP_CONNECTIONS] =
      g_param_spec_object ("connections", NULL, NULL, TRIB_MODEL_TYPE_CONNECTIONS, flags);
  props[PROP_WAITING_TEXT] = g_param_spec_string ("waiting-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_MODEL_TYPE_COMPANY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_model_company_init (TribModelCompany *self)
{
  self->turns = trib_model_link_turns_new ();
}

/**
 * trib_model_company_new:
 * @value: what the server says of it
 * @client: asks the server
 * @clock: tells the time
 * @watch: asks again and again
 * @platforms: the platforms of the account
 * @notes: what this computer knows of its connections
 *
 * Returns: (transfer full): a company
 */
TribModelCompany *
trib_model_company_new (CodatCompany *value,
                        CodatClient *client,
                        TribClock *clock,
                        TribModelWatch *watch,
                        TribModelPlatforms *platforms,
                        TribModelNotes *notes)
{
  TribModelCompany *self = g_object_new (TRIB_MODEL_TYPE_COMPANY, NULL);

  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->watch = g_object_ref (watch);
  self->platforms = g_object_ref (platforms);
  self->notes = g_object_ref (notes);
  trib_model_company_take (self, value);
  return self;
}

/* Whether a connection is connected now that was not, or the other way round. */
static gboolean
has_turned (CodatCompany *before, CodatCompany *value)
{
  guint n = codat_company_get_n_connections (before);

  for (guint i = 0; i < n; i++) {
    CodatConnection *old = codat_company_get_connection (before, i);

    for (guint k = 0; k < codat_company_get_n_connections (value); k++) {
      CodatConnection *new = codat_company_get_connection (value, k);

      if (g_strcmp0 (codat_connection_get_id (old), codat_connection_get_id (new)) == 0 &&
          codat_connection_get_status (old) != codat_connection_get_status (new))
        return TRUE;
    }
  }
  return FALSE;
}

/**
 * trib_model_company_take:
 * @self: a company
 * @value: what the server says of it now
 */
void
trib_model_company_take (TribModelCompany *self, CodatCompany *value)
{
  g_autofree char *name = trib_text_for_display (codat_company_get_name (value), MAX_NAME);
  g_autofree char *reference = find_reference (value);

  g_object_freeze_notify (G_OBJECT (self));
  /* A connection tells of its turns; few companies have needed the objects before. */
  if (self->value != NULL && has_turned (self->value, value))
    trib_model_company_get_connections (self);
  g_set_object (&self->value, value);
  g_clear_pointer (&self->search_text, g_free);
  if (trib_set_str (&self->name, name)) {
    g_free (self->folded_name);
    self->folded_name = trib_model_fold (name);
    g_free (self->collate_key);
    self->collate_key = g_utf8_collate_key (name, -1);
    notify (self, PROP_NAME);
  }
  if (trib_set_str (&self->reference, reference))
    notify (self, PROP_REFERENCE);
  if (self->connections != NULL) {
    g_signal_handlers_block_by_func (self->connections, connections_changed_cb, self);
    trib_model_connections_take_company (self->connections, value);
    g_signal_handlers_unblock_by_func (self->connections, connections_changed_cb, self);
  }
  set_status (self, trib_model_status_of_company (value));
  notify (self, PROP_LAST_SYNC_TEXT);
  notify (self, PROP_LAST_SYNC_EXACT);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * trib_model_company_tell_times:
 * @self: a company
 *
 * Says anew what changes with time, or with what is written down.
 */
void
trib_model_company_tell_times (TribModelCompany *self)
{
  notify (self, PROP_LAST_SYNC_TEXT);
  notify (self, PROP_WAITING_TEXT);
}

/**
 * trib_model_company_matches_words:
 * @self: a company
 * @words: folded words
 *
 * Returns: whether each of them is in what the company is known by
 */
gboolean
trib_model_company_matches_words (TribModelCompany *self, const char *const *words)
{
  return words[0] == NULL || trib_model_words_match (words, ensure_search_text (self));
}

/**
 * trib_model_company_get_connections:
 * @self: a company
 *
 * Returns: its connections, as the list of companies told of them until they are loaded
 */
TribModelConnections *
trib_model_company_get_connections (TribModelCompany *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  if (self->connections == NULL) {
    self->connections =
        trib_model_connections_new (self->client, self->clock, self->watch, self->platforms,
                                    self->notes, trib_model_company_get_id (self), self->name);
    trib_model_connections_take_company (self->connections, self->value);
    g_signal_connect_object (self->connections, "changed", G_CALLBACK (connections_changed_cb),
                             self, G_CONNECT_SWAPPED);
  }
  return self->connections;
}
