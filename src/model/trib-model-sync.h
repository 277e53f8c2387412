/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-client.h"

#include "trib-model-list.h"
#include "trib-model-problem.h"
#include "trib-model-types.h"
#include "trib-model-watch.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_DATASET (trib_model_dataset_get_type ())

G_DECLARE_FINAL_TYPE (TribModelDataset, trib_model_dataset, TRIB_MODEL, DATASET, GObject)

/* One data type of a company. Properties (read-only, notify): "data-type" (as the API names it),
 * "name" (translated: "Invoices"), "status-text" (translated: "Reading", "Done", "Not available
 * there" …), "finished" (boolean), "failed" (boolean), "absent" (boolean: the platform has none).
 */
const char *trib_model_dataset_get_data_type (TribModelDataset *self);
const char *trib_model_dataset_get_name (TribModelDataset *self);
const char *trib_model_dataset_get_status_text (TribModelDataset *self);
gboolean trib_model_dataset_get_finished (TribModelDataset *self);
gboolean trib_model_dataset_get_failed (TribModelDataset *self);
gboolean trib_model_dataset_get_absent (TribModelDataset *self);

#define TRIB_MODEL_TYPE_SYNC (trib_model_sync_get_type ())

G_DECLARE_FINAL_TYPE (TribModelSync, trib_model_sync, TRIB_MODEL, SYNC, TribModelList)

/* Follows the first sync of a company: a GListModel of TribModelDataset, of the kind alone unless
 * it is CODAT_SOURCE_TYPE_UNKNOWN. What a platform does not have is listed and not counted.
 * Properties (read-only, notify): "n-finished", "n-total" (guint), "fraction" (double), "complete"
 * (boolean), "problem" (nullable). Asks at once, then every 3 s, slowing to 15 s, until complete or
 * stopped. */
TribModelSync *trib_model_sync_new (CodatClient *client,
                                    const char *company_id,
                                    const char *company_name,
                                    CodatSourceType kind,
                                    TribModelWatch *watch) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_sync_start (TribModelSync *self);
void trib_model_sync_stop (TribModelSync *self);
guint trib_model_sync_get_n_finished (TribModelSync *self);
guint trib_model_sync_get_n_total (TribModelSync *self);
guint trib_model_sync_get_n_failed (TribModelSync *self);
gboolean trib_model_sync_get_complete (TribModelSync *self);

G_END_DECLS
