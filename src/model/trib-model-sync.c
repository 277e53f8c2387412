/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-sync.h"

#include "trib-model-data-words.h"
#include "trib-model-dataset-private.h"

#include <glib/gi18n.h>

/* Follows the first sync of a company until it is complete. Owned by the sign-in or the page
 * that shows it.
 * Main thread only.
 */
struct _TribModelSync {
  TribModelList parent_instance;

  TribModelWatch *watch;       /* (owned) */
  TribModelQuestion *question; /* (owned) */
  CodatSourceType kind;
  guint n_finished;
  guint n_total;
  gboolean complete;
  TribModelProblem *problem; /* (owned) (nullable) */
  guint listener;            /* of the watch, while it is followed */
  guint first;               /* the same, for the answer that is wanted at once */
};

G_DEFINE_FINAL_TYPE (TribModelSync, trib_model_sync, TRIB_MODEL_TYPE_LIST)

typedef enum {
  PROP_N_FINISHED = 1,
  PROP_N_TOTAL,
  PROP_FRACTION,
  PROP_COMPLETE,
  PROP_PROBLEM,
} Property;

static GParamSpec *props[PROP_PROBLEM + 1];

static void
set_problem (TribModelSync *self, const GError *error)
{
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);

  if (g_set_object (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static TribModelDataset *
take_up (TribModelSync *self, CodatDataStatus *value)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribModelDataset *dataset = g_ptr_array_index (items, i);

    if (g_strcmp0 (trib_model_dataset_get_data_type (dataset),
                   codat_data_status_get_data_type (value)) != 0)
      continue;
    trib_model_dataset_take (dataset, value);
    return g_object_ref (dataset);
  }
  return trib_model_dataset_new (value);
}

static void
count (TribModelSync *self)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  guint old_total = self->n_total;
  guint n = 0;
  gboolean complete;

  self->n_total = 0;
  for (guint i = 0; i < items->len; i++) {
    if (trib_model_dataset_get_absent (items->pdata[i]))
      continue;
    self->n_total++;
    n += trib_model_dataset_get_finished (items->pdata[i]) ? 1 : 0;
  }
  complete = items->len > 0 && n == self->n_total;
  if (self->n_total != old_total)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
  if (self->n_total != old_total || self->n_finished != n) {
    self->n_finished = n;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_FINISHED]);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  }
  if (self->complete != complete) {
    self->complete = complete;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
  }
}

static void
take_list (TribModelSync *self, GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (list);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatDataStatus) value = g_list_model_get_item (list, i);

    if (trib_model_data_type_is_of (codat_data_status_get_data_type (value), self->kind))
      g_ptr_array_add (items, take_up (self, value));
  }
  trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
  count (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
answered_cb (GObject *answer, const GError *error, gpointer data)
{
  g_autoptr (TribModelSync) self = g_object_ref (data);

  if (answer != NULL)
    take_list (self, G_LIST_MODEL (answer));
  set_problem (self, error);
  if (self->complete ||
      (self->problem != NULL && !trib_model_problem_get_can_retry (self->problem)))
    trib_model_sync_stop (self);
}

/* What it brings, the other listener has heard already. */
static void
first_cb (GObject *answer, const GError *error, gpointer data)
{
  TribModelSync *self = data;

  self->first = 0;
}

static void
trib_model_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelSync *self = TRIB_MODEL_SYNC (object);
  guint n_total = trib_model_sync_get_n_total (self);

  switch ((Property) id) {
  case PROP_N_FINISHED:
    g_value_set_uint (value, self->n_finished);
    break;
  case PROP_N_TOTAL:
    g_value_set_uint (value, n_total);
    break;
  case PROP_FRACTION:
    g_value_set_double (value, n_total > 0 ? (double) self->n_finished / (double) n_total : 0.0);
    break;
  case PROP_COMPLETE:
    g_value_set_boolean (value, self->complete);
    break;
  case PROP_PROBLEM:
    g_value_set_object (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_sync_dispose (GObject *object)
{
  TribModelSync *self = TRIB_MODEL_SYNC (object);

  if (self->watch != NULL)
    trib_model_sync_stop (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->question);
  g_clear_object (&self->problem);
  G_OBJECT_CLASS (trib_model_sync_parent_class)->dispose (object);
}

static void
trib_model_sync_class_init (TribModelSyncClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_sync_get_property;
  object_class->dispose = trib_model_sync_dispose;
  TRIB_MODEL_LIST_CLASS (klass)->item_type = TRIB_MODEL_TYPE_DATASET;
  props[PROP_N_FINISHED] = g_param_spec_uint ("n-finished", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, flags);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  props[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, TRIB_MODEL_TYPE_PROBLEM, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_sync_init (TribModelSync *self)
{
}

/**
 * trib_model_sync_new:
 * @client: asks the server
 * @company_id: the company
 * @company_name: what a person calls it
 * @kind: of which platforms, or %CODAT_SOURCE_TYPE_UNKNOWN for all
 * @watch: says when to ask
 *
 * Returns: (transfer full): a sync that is not followed yet
 */
TribModelSync *
trib_model_sync_new (CodatClient *client,
                     const char *company_id,
                     const char *company_name,
                     CodatSourceType kind,
                     TribModelWatch *watch)
{
  TribModelSync *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CODAT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (company_id != NULL, NULL);
  g_return_val_if_fail (company_name != NULL, NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_WATCH (watch), NULL);
  self = g_object_new (TRIB_MODEL_TYPE_SYNC, NULL);
  /* Translators: %s is a company. */
  title = g_strdup_printf (_ ("Data of %s"), company_name);
  self->question = trib_model_question_new_data (client, company_id, title);
  self->watch = g_object_ref (watch);
  self->kind = kind;
  return self;
}

/**
 * trib_model_sync_start:
 * @self: a sync
 *
 * Asks at once, and then again and again until all is finished.
 */
void
trib_model_sync_start (TribModelSync *self)
{
  g_return_if_fail (TRIB_MODEL_IS_SYNC (self));
  if (self->listener != 0)
    return;
  self->listener = trib_model_watch_add (self->watch, self->question,
                                         TRIB_MODEL_WATCH_KIND_FIRST_SYNC, answered_cb, self);
  self->first = trib_model_watch_ask (self->watch, self->question, first_cb, self);
}

/**
 * trib_model_sync_stop:
 * @self: a sync
 *
 * Asks no more.
 */
void
trib_model_sync_stop (TribModelSync *self)
{
  g_return_if_fail (TRIB_MODEL_IS_SYNC (self));
  trib_model_watch_remove (self->watch, self->listener);
  trib_model_watch_remove (self->watch, self->first);
  self->listener = 0;
  self->first = 0;
}

/**
 * trib_model_sync_get_n_finished:
 * @self: a sync
 *
 * Returns: how many data types are finished
 */
guint
trib_model_sync_get_n_finished (TribModelSync *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SYNC (self), 0);
  return self->n_finished;
}

/**
 * trib_model_sync_get_n_total:
 * @self: a sync
 *
 * Returns: how many data types the platforms have
 */
guint
trib_model_sync_get_n_total (TribModelSync *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SYNC (self), 0);
  return self->n_total;
}

/**
 * trib_model_sync_get_n_failed:
 * @self: a sync
 *
 * Returns: how many of the finished data types ended with an error
 */
guint
trib_model_sync_get_n_failed (TribModelSync *self)
{
  GPtrArray *items;
  guint n = 0;

  g_return_val_if_fail (TRIB_MODEL_IS_SYNC (self), 0);
  items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  for (guint i = 0; i < items->len; i++)
    n += trib_model_dataset_get_failed (items->pdata[i]) ? 1 : 0;
  return n;
}

/**
 * trib_model_sync_get_complete:
 * @self: a sync
 *
 * Returns: whether all of them are finished
 */
gboolean
trib_model_sync_get_complete (TribModelSync *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SYNC (self), FALSE);
  return self->complete;
}
