/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-list.h"

/* A list that is there in full: what the short lists of this room have in common. Abstract.
 * Main thread only.
 */
typedef struct {
  GPtrArray *items; /* (owned) of the class's item type */
} TribModelListPrivate;

static void trib_model_list_iface_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TribModelList,
                                  trib_model_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (TribModelList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             trib_model_list_iface_init))

static GType
trib_model_list_get_item_type (GListModel *model)
{
  return TRIB_MODEL_LIST_GET_CLASS (model)->item_type;
}

static guint
trib_model_list_get_n_items (GListModel *model)
{
  return trib_model_list_get_items (TRIB_MODEL_LIST (model))->len;
}

static gpointer
trib_model_list_get_item (GListModel *model, guint position)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (model));

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
trib_model_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = trib_model_list_get_item_type;
  iface->get_n_items = trib_model_list_get_n_items;
  iface->get_item = trib_model_list_get_item;
}

static void
trib_model_list_finalize (GObject *object)
{
  TribModelListPrivate *priv = trib_model_list_get_instance_private (TRIB_MODEL_LIST (object));

  g_ptr_array_unref (priv->items);
  G_OBJECT_CLASS (trib_model_list_parent_class)->finalize (object);
}

static void
trib_model_list_class_init (TribModelListClass *klass)
{
  klass->item_type = G_TYPE_OBJECT;
  G_OBJECT_CLASS (klass)->finalize = trib_model_list_finalize;
}

static void
trib_model_list_init (TribModelList *self)
{
  TribModelListPrivate *priv = trib_model_list_get_instance_private (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * trib_model_list_get_items:
 * @self: a list
 *
 * Returns: (transfer none): what is in it; only read, and good until the next change
 */
GPtrArray *
trib_model_list_get_items (TribModelList *self)
{
  TribModelListPrivate *priv = trib_model_list_get_instance_private (self);

  return priv->items;
}

/**
 * trib_model_list_copy_items:
 * @self: a list
 *
 * Returns: (transfer full): what is in it, in an array to change and to give back
 */
GPtrArray *
trib_model_list_copy_items (TribModelList *self)
{
  return g_ptr_array_copy (trib_model_list_get_items (self), (GCopyFunc) g_object_ref, NULL);
}

/**
 * trib_model_list_take_items:
 * @self: a list
 * @items: (transfer full): an array of objects that it frees
 *
 * Puts the objects in the place of those that are there. The watchers are told of the smallest
 * stretch that covers the difference, so that the rows of the others live on.
 */
void
trib_model_list_take_items (TribModelList *self, GPtrArray *items)
{
  TribModelListPrivate *priv = trib_model_list_get_instance_private (self);
  g_autoptr (GPtrArray) old = priv->items;
  guint head = 0, tail = 0;
  guint shorter = MIN (old->len, items->len);

  while (head < shorter && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < shorter - head &&
         old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  priv->items = items;
  if (old->len - head - tail > 0 || items->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}
