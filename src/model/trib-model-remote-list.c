/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-remote-list.h"

/* A list that comes from the server: what a page shows of its coming. Abstract.
 * Main thread only.
 */
typedef struct {
  TribModelState state;
  TribModelProblem *problem; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): cancelled when the list goes */
} TribModelRemoteListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TribModelRemoteList,
                                     trib_model_remote_list,
                                     TRIB_MODEL_TYPE_LIST)

typedef enum {
  PROP_STATE = 1,
  PROP_PROBLEM,
} Property;

static GParamSpec *props[PROP_PROBLEM + 1];

static void
trib_model_remote_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelRemoteList *self = TRIB_MODEL_REMOTE_LIST (object);

  switch ((Property) id) {
  case PROP_STATE:
    g_value_set_enum (value, (int) trib_model_remote_list_get_state (self));
    break;
  case PROP_PROBLEM:
    g_value_set_object (value, trib_model_remote_list_get_problem (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_remote_list_dispose (GObject *object)
{
  TribModelRemoteListPrivate *priv =
      trib_model_remote_list_get_instance_private (TRIB_MODEL_REMOTE_LIST (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->problem);
  G_OBJECT_CLASS (trib_model_remote_list_parent_class)->dispose (object);
}

static void
trib_model_remote_list_finalize (GObject *object)
{
  TribModelRemoteListPrivate *priv =
      trib_model_remote_list_get_instance_private (TRIB_MODEL_REMOTE_LIST (object));

  g_clear_object (&priv->cancellable);
  G_OBJECT_CLASS (trib_model_remote_list_parent_class)->finalize (object);
}

static void
trib_model_remote_list_class_init (TribModelRemoteListClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_remote_list_get_property;
  object_class->dispose = trib_model_remote_list_dispose;
  object_class->finalize = trib_model_remote_list_finalize;
  props[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, TRIB_MODEL_TYPE_STATE, TRIB_MODEL_STATE_IDLE, flags);
  props[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, TRIB_MODEL_TYPE_PROBLEM, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_remote_list_init (TribModelRemoteList *self)
{
  TribModelRemoteListPrivate *priv = trib_model_remote_list_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
}

/**
 * trib_model_remote_list_get_state:
 * @self: a list
 *
 * Returns: what the page shows
 */
TribModelState
trib_model_remote_list_get_state (TribModelRemoteList *self)
{
  TribModelRemoteListPrivate *priv = trib_model_remote_list_get_instance_private (self);

  g_return_val_if_fail (TRIB_MODEL_IS_REMOTE_LIST (self), TRIB_MODEL_STATE_IDLE);
  return priv->state;
}

/**
 * trib_model_remote_list_get_problem:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last load failed
 */
TribModelProblem *
trib_model_remote_list_get_problem (TribModelRemoteList *self)
{
  TribModelRemoteListPrivate *priv = trib_model_remote_list_get_instance_private (self);

  g_return_val_if_fail (TRIB_MODEL_IS_REMOTE_LIST (self), NULL);
  return priv->problem;
}

/**
 * trib_model_remote_list_set_state:
 * @self: a list
 * @state: what the page shows from now on
 * @problem: (nullable): why the last load failed
 */
void
trib_model_remote_list_set_state (TribModelRemoteList *self,
                                  TribModelState state,
                                  TribModelProblem *problem)
{
  TribModelRemoteListPrivate *priv = trib_model_remote_list_get_instance_private (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&priv->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  if (priv->state != state) {
    priv->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * trib_model_remote_list_fail:
 * @self: a list
 * @error: why a load failed
 *
 * Says so; what is shown stays.
 */
void
trib_model_remote_list_fail (TribModelRemoteList *self, const GError *error)
{
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  trib_model_remote_list_set_state (self, n > 0 ? TRIB_MODEL_STATE_READY : TRIB_MODEL_STATE_FAILED,
                                    problem);
}

/**
 * trib_model_remote_list_get_cancellable:
 * @self: a list
 *
 * Returns: (transfer none): cancelled when the list goes
 */
GCancellable *
trib_model_remote_list_get_cancellable (TribModelRemoteList *self)
{
  TribModelRemoteListPrivate *priv = trib_model_remote_list_get_instance_private (self);

  return priv->cancellable;
}
