/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-sync-setting.h"

#include "codat-json.h"

/* How often one data type is fetched. Immutable; made from one entry of the sync settings, usable
 * in any thread.
 */
struct _CodatSyncSetting {
  GObject parent_instance;

  char *data_type; /* (owned) (nullable) */
  gboolean fetch_on_first_link;
  gint64 schedule;
  gint64 order;
  GDateTime *from; /* (owned) (nullable) */
  gint64 from_window;
  gint64 months_to_sync;
  gboolean is_locked;
};

G_DEFINE_FINAL_TYPE (CodatSyncSetting, codat_sync_setting, G_TYPE_OBJECT)

static void
codat_sync_setting_finalize (GObject *object)
{
  CodatSyncSetting *self = CODAT_SYNC_SETTING (object);

  g_clear_pointer (&self->data_type, g_free);
  g_clear_pointer (&self->from, g_date_time_unref);
  G_OBJECT_CLASS (codat_sync_setting_parent_class)->finalize (object);
}

static void
codat_sync_setting_class_init (CodatSyncSettingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_sync_setting_finalize;
}

static void
codat_sync_setting_init (CodatSyncSetting *self)
{
}

CodatSyncSetting *
codat_sync_setting_new_from_json (CodatJson *object, GError **error)
{
  const char *data_type = codat_json_get_string (object, "dataType");
  CodatSyncSetting *self;

  if (data_type == NULL || *data_type == '\0') {
    codat_json_set_error (error, "SyncSetting.dataType", "is missing");
    return NULL;
  }
  self = g_object_new (CODAT_TYPE_SYNC_SETTING, NULL);
  self->data_type = g_strdup (codat_json_get_string (object, "dataType"));
  self->fetch_on_first_link = codat_json_get_boolean (object, "fetchOnFirstLink");
  self->schedule = codat_json_get_integer (object, "syncSchedule", -1);
  self->order = codat_json_get_integer (object, "syncOrder", -1);
  self->from = codat_json_dup_date (object, "syncFromUtc");
  self->from_window = codat_json_get_integer (object, "syncFromWindow", -1);
  self->months_to_sync = codat_json_get_integer (object, "monthsToSync", -1);
  self->is_locked = codat_json_get_boolean (object, "isLocked");
  return self;
}

CodatSyncSetting *
codat_sync_setting_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "SyncSetting", error);

  return object != NULL ? codat_sync_setting_new_from_json (object, error) : NULL;
}

/**
 * codat_sync_setting_new_from_data:
 * @json: one SyncSetting of the contract as JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: return location
 *
 * Reads what a server or a file said, under the same rules as an answer. Errors:
 * %CODAT_ERROR_BAD_ANSWER.
 *
 * Returns: (transfer full): the value object, or %NULL with @error set
 */
CodatSyncSetting *
codat_sync_setting_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (CodatJson) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  root = codat_json_parse (json, length, error);
  return root != NULL ? codat_sync_setting_new_from_node (root, error) : NULL;
}

/**
 * codat_sync_setting_get_data_type:
 * @self: a sync setting
 *
 * Returns: (transfer none): the data type, never empty
 */
const char *
codat_sync_setting_get_data_type (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), NULL);
  return self->data_type;
}

/**
 * codat_sync_setting_get_fetch_on_first_link:
 * @self: a sync setting
 *
 * Returns: whether it is fetched as soon as a platform is linked
 */
gboolean
codat_sync_setting_get_fetch_on_first_link (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), FALSE);
  return self->fetch_on_first_link;
}

/**
 * codat_sync_setting_get_schedule:
 * @self: a sync setting
 *
 * Returns: every how many hours it is fetched; 0 for never, -1 when the answer does not say
 */
gint64
codat_sync_setting_get_schedule (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), -1);
  return self->schedule;
}

/**
 * codat_sync_setting_get_order:
 * @self: a sync setting
 *
 * Returns: its place in the order of fetching; -1 when the answer does not say
 */
gint64
codat_sync_setting_get_order (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), -1);
  return self->order;
}

/**
 * codat_sync_setting_get_from:
 * @self: a sync setting
 *
 * Returns: (nullable) (transfer none): from when on data is fetched
 */
GDateTime *
codat_sync_setting_get_from (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), NULL);
  return self->from;
}

/**
 * codat_sync_setting_get_from_window:
 * @self: a sync setting
 *
 * Returns: how many months back data is fetched; -1 when the answer does not say
 */
gint64
codat_sync_setting_get_from_window (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), -1);
  return self->from_window;
}

/**
 * codat_sync_setting_get_months_to_sync:
 * @self: a sync setting
 *
 * Returns: how many months a report covers; -1 when the answer does not say
 */
gint64
codat_sync_setting_get_months_to_sync (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), -1);
  return self->months_to_sync;
}

/**
 * codat_sync_setting_get_is_locked:
 * @self: a sync setting
 *
 * Returns: whether Codat does not let it be changed
 */
gboolean
codat_sync_setting_get_is_locked (CodatSyncSetting *self)
{
  g_return_val_if_fail (CODAT_IS_SYNC_SETTING (self), FALSE);
  return self->is_locked;
}
