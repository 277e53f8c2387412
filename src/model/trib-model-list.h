/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_LIST (trib_model_list_get_type ())

G_DECLARE_DERIVABLE_TYPE (TribModelList, trib_model_list, TRIB_MODEL, LIST, GObject)

/**
 * TribModelListClass:
 * @item_type: what the list holds; a class of its own sets it
 *
 * A GListModel whose objects are all there. For the classes of this room alone.
 */
struct _TribModelListClass {
  GObjectClass parent_class;

  GType item_type;
};

GPtrArray *trib_model_list_get_items (TribModelList *self);
GPtrArray *trib_model_list_copy_items (TribModelList *self) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_list_take_items (TribModelList *self, GPtrArray *items);

G_END_DECLS
