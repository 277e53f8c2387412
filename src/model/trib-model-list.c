/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-list.h"

/**
 * trib_model_list_replace:
 * @model: the list whose content is in @place
 * @place: (inout): an array of objects
 * @next: (transfer full): the array for its place
 *
 * Objects at both ends that stay where they are are not told as changed, so that their rows live
 * on.
 */
void
trib_model_list_replace (GListModel *model, GPtrArray **place, GPtrArray *next)
{
  g_autoptr (GPtrArray) old = *place;
  guint head = 0, tail = 0;
  guint shorter = MIN (old->len, next->len);

  while (head < shorter && old->pdata[head] == next->pdata[head])
    head++;
  while (tail < shorter - head &&
         old->pdata[old->len - 1 - tail] == next->pdata[next->len - 1 - tail])
    tail++;
  *place = next;
  if (old->len - head - tail > 0 || next->len - head - tail > 0)
    g_list_model_items_changed (model, head, old->len - head - tail, next->len - head - tail);
}

/**
 * trib_model_weak_new:
 * @object: the owner of a call
 *
 * Returns: (transfer full): a weak reference to pass as the data of a callback
 */
GWeakRef *
trib_model_weak_new (gpointer object)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/**
 * trib_model_weak_end:
 * @weak: (transfer full): what [func@TribModel.weak_new] returned
 *
 * Returns: (transfer full) (nullable): the owner, unless it is gone
 */
gpointer
trib_model_weak_end (GWeakRef *weak)
{
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return object;
}
