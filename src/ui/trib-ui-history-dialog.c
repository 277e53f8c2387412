/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-history-dialog.h"

#include "trib-ui-reading-dialog.h"

#include "trib-model-history.h"

#include <glib/gi18n.h>

/* What happened in the sign-ins of a connection. */

/**
 * trib_ui_history_dialog_new:
 * @parent: (nullable): the window in front of which it stands
 * @connection: whose sign-ins are shown
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_history_dialog_new (GtkWindow *parent, TribModelConnection *connection)
{
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) trib_ui_reading_part_free);
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), NULL);

  list = trib_model_sign_in_log_list (trib_model_connection_get_sign_in_log (connection),
                                      trib_model_connection_get_id (connection));
  for (guint i = 0; i < list->len; i++) {
    TribUiReadingPart *part = g_new0 (TribUiReadingPart, 1);

    part->heading = trib_model_history_heading (list->pdata[i]);
    part->body = trib_model_history_lines (list->pdata[i],
                                           trib_model_connection_get_platform_name (connection));
    g_ptr_array_add (parts, part);
  }
  return trib_ui_reading_dialog_new (parent, _ ("Sign-Ins on This Computer"), parts);
}
