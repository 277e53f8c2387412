/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-enums.h"

G_BEGIN_DECLS

/* The data types and their states in plain words, translated. */
char *trib_model_data_type_to_text (const char *data_type) G_GNUC_WARN_UNUSED_RESULT;
const char *trib_model_dataset_status_to_text (CodatDatasetStatus status);
/* Whether a state is an end that somebody should look at. */
gboolean trib_model_dataset_status_is_failure (CodatDatasetStatus status);
gboolean trib_model_data_type_is_of (const char *data_type, CodatSourceType kind);

G_END_DECLS
