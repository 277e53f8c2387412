/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-connection.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_ORGANISATION_BOX (trib_ui_organisation_box_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiOrganisationBox, trib_ui_organisation_box, TRIB_UI, ORGANISATION_BOX, AdwBin)

/* Asks what another organisation than before means; it takes no room while there is nothing to ask.
 * Property: "connection" (TribModelConnection, nullable). Actions: "organisation.keep",
 * "organisation.go-back". */
void trib_ui_organisation_box_set_connection (TribUiOrganisationBox *self,
                                              TribModelConnection *connection);

G_END_DECLS
