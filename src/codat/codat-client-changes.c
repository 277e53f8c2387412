/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-error.h"

/* Changes whose success is not what the answer says but what a fresh look finds. */

/* The part of a path behind a collection is the id of one thing in it. */
static gboolean
path_names (const char *path, const char *collection, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++) {
    if (g_str_equal (parts[i], collection))
      return g_strcmp0 (parts[i + 1], id) == 0;
  }
  return TRUE;
}

gboolean
codat_call_is_answered (const CodatCall *call, gpointer value, GError **error)
{
  gboolean good = TRUE;

  /* A mixed-up answer would show one connection as linked because another one is. */
  if (CODAT_IS_CONNECTION (value))
    good = path_names (call->path, "connections", codat_connection_get_id (value));
  else if (CODAT_IS_COMPANY (value))
    good = path_names (call->path, "companies", codat_company_get_id (value));
  if (!good)
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                         "The answer is about something else than what was asked for");
  return good;
}

void
codat_client_look (GTask *task, CodatConvertFunc convert, GAsyncReadyCallback callback)
{
  CodatCall *call = codat_call_new ("GET", g_strdup (g_task_get_task_data (task)), convert);

  codat_client_call_async (g_task_get_source_object (task), call, NULL, codat_client_look,
                           g_task_get_cancellable (task), callback, task);
}

gpointer
codat_client_look_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  return codat_client_call_finish (self, result, codat_client_look, error);
}

void
codat_client_change (CodatClient *self,
                     CodatCall *call,
                     GError *error,
                     gpointer source_tag,
                     GAsyncReadyCallback changed_cb,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, source_tag);
  if (call == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_set_task_data (task, g_strdup (call->path), g_free);
  codat_client_call_async (self, call, NULL, changed_cb, cancellable, changed_cb,
                           g_steal_pointer (&task));
}

static void
looked_after_remove_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (codat_client_look_finish (CODAT_CLIENT (source), result, &error) != NULL)
    g_task_return_new_error (task, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                             "Codat took the deletion, but the thing is still there");
  else if (g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))
    g_task_return_pointer (task, GINT_TO_POINTER (TRUE), NULL);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  /* libsoup sends a DELETE again when a kept connection dies, so the second answer may well be that
   * nothing is there any more. */
  if (codat_client_call_finish (CODAT_CLIENT (source), result, removed_cb, &error) != NULL ||
      g_error_matches (error, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))
    codat_client_look (g_steal_pointer (&task), NULL, looked_after_remove_cb);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
codat_client_remove_async (CodatClient *self,
                           CodatCall *call,
                           GError *error,
                           gpointer source_tag,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  codat_client_change (self, call, error, source_tag, removed_cb, cancellable, callback, data);
}
