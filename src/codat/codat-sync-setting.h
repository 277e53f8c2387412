/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_SYNC_SETTING (codat_sync_setting_get_type ())

G_DECLARE_FINAL_TYPE (CodatSyncSetting, codat_sync_setting, CODAT, SYNC_SETTING, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_sync_setting_get_data_type (CodatSyncSetting *self); /* not nullable, not empty */
gboolean codat_sync_setting_get_fetch_on_first_link (CodatSyncSetting *self);
gint64 codat_sync_setting_get_schedule (CodatSyncSetting *self); /* hours */
gint64 codat_sync_setting_get_order (CodatSyncSetting *self);
GDateTime *codat_sync_setting_get_from (CodatSyncSetting *self);
gint64 codat_sync_setting_get_from_window (CodatSyncSetting *self); /* months */
gint64 codat_sync_setting_get_months_to_sync (CodatSyncSetting *self);
gboolean codat_sync_setting_get_is_locked (CodatSyncSetting *self);

/* Reads one from JSON text, under the same rules as an answer; for a cache and for tests. */
CodatSyncSetting *codat_sync_setting_new_from_data (const char *json,
                                                    gssize length,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
