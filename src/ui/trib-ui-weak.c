/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-weak.h"

/**
 * trib_ui_weak_new:
 * @object: a #GObject
 *
 * Returns: (transfer full): for one call of trib_ui_weak_take()
 */
gpointer
trib_ui_weak_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/**
 * trib_ui_weak_take:
 * @weak: (transfer full): what trib_ui_weak_new() gave
 *
 * Returns: (transfer full) (nullable): the object, when it is still there
 */
gpointer
trib_ui_weak_take (gpointer weak)
{
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return object;
}
