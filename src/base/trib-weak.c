/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-weak.h"

/**
 * trib_weak_new:
 * @object: the owner of a call
 *
 * Returns: (transfer full): a weak reference to pass as the data of a callback
 */
GWeakRef *
trib_weak_new (gpointer object)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/**
 * trib_weak_end:
 * @weak: (transfer full): what [func@Trib.weak_new] returned
 *
 * Returns: (transfer full) (nullable): the owner, unless it is gone
 */
gpointer
trib_weak_end (GWeakRef *weak)
{
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return object;
}
