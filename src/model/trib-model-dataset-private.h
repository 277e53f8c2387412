/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-data-status.h"

#include "trib-model-sync.h"

G_BEGIN_DECLS

TribModelDataset *trib_model_dataset_new (CodatDataStatus *value) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_dataset_take (TribModelDataset *self, CodatDataStatus *value);

G_END_DECLS
