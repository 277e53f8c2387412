/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who writes records: a number that the kernel knows as held for as long as the store is open. */
typedef struct _TribStoreOwner TribStoreOwner;

TribStoreOwner *trib_store_owner_new (const char *directory) G_GNUC_WARN_UNUSED_RESULT;
void trib_store_owner_free (TribStoreOwner *self);
/* 0 for one that nobody can tell from others. */
gint64 trib_store_owner_get_number (TribStoreOwner *self);
gboolean trib_store_owner_is_elsewhere (TribStoreOwner *self, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribStoreOwner, trib_store_owner_free)

G_END_DECLS
