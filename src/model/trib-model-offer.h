/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-connections.h"
#include "trib-model-platforms.h"
#include "trib-model-policy.h"

G_BEGIN_DECLS

/**
 * TribModelNeed:
 * @TRIB_MODEL_NEED_NONE: nothing is required of a company, so nothing is said
 * @TRIB_MODEL_NEED_REQUIRED: the company is not complete without one
 * @TRIB_MODEL_NEED_OPTIONAL: others are required, this can be skipped
 * @TRIB_MODEL_NEED_DONE: one is connected
 *
 * What an account wants of a company in one category.
 */
typedef enum {
  TRIB_MODEL_NEED_NONE,
  TRIB_MODEL_NEED_REQUIRED,
  TRIB_MODEL_NEED_OPTIONAL,
  TRIB_MODEL_NEED_DONE,
} TribModelNeed;

guint trib_model_offer_count (TribModelPolicy *policy, TribModelPlatforms *platforms);
/* (nullable): there are none, or several. */
TribModelPlatform *trib_model_offer_get_only (TribModelPolicy *policy,
                                              TribModelPlatforms *platforms);
TribModelNeed trib_model_offer_get_need (TribModelPolicy *policy,
                                         TribModelConnections *connections,
                                         TribModelCategory category);
const char *trib_model_need_to_text (TribModelNeed need); /* translated */
gboolean trib_model_offer_find_next (TribModelPolicy *policy,
                                     TribModelPlatforms *platforms,
                                     TribModelConnections *connections,
                                     TribModelCategory *category);

G_END_DECLS
