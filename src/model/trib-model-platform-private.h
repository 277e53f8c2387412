/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-facts.h"
#include "trib-model-loader.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

TribModelPlatform *trib_model_platform_new (CodatIntegration *integration,
                                            TribModelLoader *loader,
                                            TribModelFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* A newer answer of the same integration: what failed may be asked for again. */
void trib_model_platform_refresh (TribModelPlatform *self);
/* Whether a newer answer says the same, so that the object can stay. */
gboolean trib_model_platform_is_same (TribModelPlatform *self, CodatIntegration *integration);
/* For sorting by name. */
const char *trib_model_platform_get_collate_key (TribModelPlatform *self);

G_END_DECLS
