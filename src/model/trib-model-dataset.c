/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-data-words.h"
#include "trib-model-dataset-private.h"
#include "trib-model-sync.h"

#include "trib-text.h"

/* One data type of a company on its way. Owned by the sync that follows it.
 * Main thread only.
 */
struct _TribModelDataset {
  GObject parent_instance;

  char *data_type;   /* (owned) */
  char *name;        /* (owned) */
  char *status_text; /* (owned) */
  gboolean finished;
  gboolean failed;
  gboolean absent;
};

G_DEFINE_FINAL_TYPE (TribModelDataset, trib_model_dataset, G_TYPE_OBJECT)

typedef enum {
  PROP_DATA_TYPE = 1,
  PROP_NAME,
  PROP_STATUS_TEXT,
  PROP_FINISHED,
  PROP_FAILED,
  PROP_ABSENT,
} Property;

static GParamSpec *props[PROP_ABSENT + 1];

#define MAX_STATUS 40

static void
set_flag (TribModelDataset *self, gboolean *place, gboolean value, Property property)
{
  if (*place == value)
    return;
  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
trib_model_dataset_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelDataset *self = TRIB_MODEL_DATASET (object);

  switch ((Property) id) {
  case PROP_DATA_TYPE:
    g_value_set_string (value, self->data_type);
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_STATUS_TEXT:
    g_value_set_string (value, self->status_text);
    break;
  case PROP_FINISHED:
    g_value_set_boolean (value, self->finished);
    break;
  case PROP_FAILED:
    g_value_set_boolean (value, self->failed);
    break;
  case PROP_ABSENT:
    g_value_set_boolean (value, self->absent);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_dataset_finalize (GObject *object)
{
  TribModelDataset *self = TRIB_MODEL_DATASET (object);

  g_free (self->data_type);
  g_free (self->name);
  g_free (self->status_text);
  G_OBJECT_CLASS (trib_model_dataset_parent_class)->finalize (object);
}

static void
trib_model_dataset_class_init (TribModelDatasetClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_dataset_get_property;
  object_class->finalize = trib_model_dataset_finalize;
  props[PROP_DATA_TYPE] = g_param_spec_string ("data-type", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_STATUS_TEXT] = g_param_spec_string ("status-text", NULL, NULL, NULL, flags);
  props[PROP_FINISHED] = g_param_spec_boolean ("finished", NULL, NULL, FALSE, flags);
  props[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE, flags);
  props[PROP_ABSENT] = g_param_spec_boolean ("absent", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_dataset_init (TribModelDataset *self)
{
}

/**
 * trib_model_dataset_new:
 * @value: what the server says of it
 *
 * Returns: (transfer full): a data type
 */
TribModelDataset *
trib_model_dataset_new (CodatDataStatus *value)
{
  TribModelDataset *self = g_object_new (TRIB_MODEL_TYPE_DATASET, NULL);

  self->data_type = g_strdup (codat_data_status_get_data_type (value));
  self->name = trib_model_data_type_to_text (self->data_type);
  trib_model_dataset_take (self, value);
  return self;
}

/**
 * trib_model_dataset_take:
 * @self: a data type
 * @value: what the server says of it now
 */
void
trib_model_dataset_take (TribModelDataset *self, CodatDataStatus *value)
{
  CodatDatasetStatus status = codat_data_status_get_status (value);
  const char *known = trib_model_dataset_status_to_text (status);
  g_autofree char *text =
      known != NULL ? g_strdup (known)
                    : trib_text_for_display (codat_data_status_get_status_text (value), MAX_STATUS);

  if (trib_set_str (&self->status_text, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS_TEXT]);
  set_flag (self, &self->failed, trib_model_dataset_status_is_failure (status), PROP_FAILED);
  set_flag (self, &self->absent, status == CODAT_DATASET_STATUS_NOT_SUPPORTED, PROP_ABSENT);
  set_flag (self, &self->finished, codat_dataset_status_is_final (status), PROP_FINISHED);
}

/**
 * trib_model_dataset_get_data_type:
 * @self: a data type
 *
 * Returns: its name at the server
 */
const char *
trib_model_dataset_get_data_type (TribModelDataset *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_DATASET (self), NULL);
  return self->data_type;
}

/**
 * trib_model_dataset_get_name:
 * @self: a data type
 *
 * Returns: its name, translated
 */
const char *
trib_model_dataset_get_name (TribModelDataset *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_DATASET (self), NULL);
  return self->name;
}

/**
 * trib_model_dataset_get_status_text:
 * @self: a data type
 *
 * Returns: how far it is, translated
 */
const char *
trib_model_dataset_get_status_text (TribModelDataset *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_DATASET (self), NULL);
  return self->status_text;
}

/**
 * trib_model_dataset_get_finished:
 * @self: a data type
 *
 * Returns: whether nothing more will happen to it by itself
 */
gboolean
trib_model_dataset_get_finished (TribModelDataset *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_DATASET (self), FALSE);
  return self->finished;
}

/**
 * trib_model_dataset_get_failed:
 * @self: a data type
 *
 * Returns: whether it ended with an error
 */
gboolean
trib_model_dataset_get_failed (TribModelDataset *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_DATASET (self), FALSE);
  return self->failed;
}

/**
 * trib_model_dataset_get_absent:
 * @self: a data type
 *
 * Returns: whether the platform has none of it, so that nothing is missing
 */
gboolean
trib_model_dataset_get_absent (TribModelDataset *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_DATASET (self), FALSE);
  return self->absent;
}
