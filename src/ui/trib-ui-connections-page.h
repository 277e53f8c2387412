/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "trib-model-company.h"
#include "trib-model-consent.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_CONNECTIONS_PAGE (trib_ui_connections_page_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiConnectionsPage, trib_ui_connections_page, TRIB_UI, CONNECTIONS_PAGE, AdwBin)

/* The connections of a company, in groups: what needs attention first. Property (construct only):
 * "company", "consents" (nullable). Actions: page.reload, page.undo-unlink (s: connection id). It
 * activates company.show-connect when there is nothing to show. */
GtkWidget *trib_ui_connections_page_new (TribModelCompany *company,
                                         TribModelConsents *consents) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
