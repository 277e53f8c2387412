/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-connection.h"
#include "trib-store.h"

#include "trib-model-loader.h"
#include "trib-model-platforms.h"

G_BEGIN_DECLS

TribModelPlatforms *trib_model_platforms_new (CodatClient *client,
                                              TribModelLoader *loader) G_GNUC_WARN_UNUSED_RESULT;
/* The platform of a connection: by integration id, then by key, then by name; (nullable),
 * borrowed. */
TribModelPlatform *trib_model_platforms_match (TribModelPlatforms *self,
                                               CodatConnection *connection);
guint trib_model_platforms_get_link_hours (TribModelPlatforms *self, CodatConnection *connection);

G_END_DECLS
