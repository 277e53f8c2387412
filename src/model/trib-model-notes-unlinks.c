/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-notes-private.h"

/* Which connections are given up when their undo time is over, for who leaves before that. Part of
 * TribModelNotes. Main thread only. */

/**
 * trib_model_notes_mark_unlink:
 * @self: notes
 * @connection: a connection; it says so itself before it goes
 * @is_pending: whether it will be given up
 *
 * Notes what a person has agreed to, and can still take back.
 */
void
trib_model_notes_mark_unlink (TribModelNotes *self, GObject *connection, gboolean is_pending)
{
  g_return_if_fail (TRIB_MODEL_IS_NOTES (self));
  g_return_if_fail (G_IS_OBJECT (connection));

  if (is_pending)
    g_hash_table_add (self->unlinks, connection);
  else
    g_hash_table_remove (self->unlinks, connection);
}

/**
 * trib_model_notes_list_unlinks:
 * @self: notes
 *
 * Returns: (transfer full) (element-type TribModelConnection): what will be given up
 */
GPtrArray *
trib_model_notes_list_unlinks (TribModelNotes *self)
{
  GPtrArray *list;
  GHashTableIter iter;
  gpointer connection;

  g_return_val_if_fail (TRIB_MODEL_IS_NOTES (self), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->unlinks);
  while (g_hash_table_iter_next (&iter, &connection, NULL))
    g_ptr_array_add (list, g_object_ref (connection));
  return list;
}
