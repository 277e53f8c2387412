/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "trib-link-service.h"

#include "trib-model-company.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_LINK_SERVICE (trib_model_link_service_get_type ())

G_DECLARE_FINAL_TYPE (
    TribModelLinkService, trib_model_link_service, TRIB_MODEL, LINK_SERVICE, GObject)

/* The TribLinkService of a sign-in, over the Codat client. It stands apart from TribModelSignIn so
 * that the session, which owns its service, does not own the sign-in that owns the session.
 * platform is (nullable) when the session knows its connection. */
TribModelLinkService *
trib_model_link_service_new (CodatClient *client,
                             TribModelCompany *company,
                             TribModelPlatform *platform) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
