/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-model-platform.h"
#include "trib-model-remote-list.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_PLATFORMS (trib_model_platforms_get_type ())

G_DECLARE_FINAL_TYPE (
    TribModelPlatforms, trib_model_platforms, TRIB_MODEL, PLATFORMS, TribModelRemoteList)

/* The enabled platforms of an account: a GListModel of TribModelPlatform, by category, then by
 * name. Properties (read-only, notify): "state", "problem". */
TribModelState trib_model_platforms_get_state (TribModelPlatforms *self);
TribModelProblem *trib_model_platforms_get_problem (TribModelPlatforms *self);
void trib_model_platforms_load (TribModelPlatforms *self);
/* By key, or (for two source types that share a key) by integration id first; (nullable), borrowed.
 */
TribModelPlatform *
trib_model_platforms_find (TribModelPlatforms *self, const char *key, const char *integration_id);

/* Something to read from about a connection whose platform is not on the list. */
TribModelPlatform *trib_model_platforms_make_stand_in (TribModelPlatforms *self,
                                                       const char *key, /* (nullable) */
                                                       CodatSourceType source_type,
                                                       const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
