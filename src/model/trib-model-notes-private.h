/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-notes.h"

G_BEGIN_DECLS

struct _TribModelNotes {
  GObject parent_instance;

  TribStore *store;          /* (owned) (nullable) */
  TribClock *clock;          /* (owned) */
  char *account_id;          /* (owned) */
  GListStore *requests;      /* (owned) */
  GHashTable *organisations; /* (owned) (element-type utf8 utf8): by connection */
  GHashTable *sign_ins;      /* (owned) (element-type utf8 gint64): starts, by connection */
  gboolean asked;
  guint n_loading;
};

void trib_model_notes_emit_changed (TribModelNotes *self);
/* Takes a record of the store, unless something newer was noted while the store was being read. */
typedef void (*TribModelNotesTake) (TribModelNotes *self, const char *id, const char *text);
void trib_model_notes_take_sign_in (TribModelNotes *self, const char *id, const char *text);

G_END_DECLS
