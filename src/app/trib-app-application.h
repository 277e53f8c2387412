/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIB_APP_TYPE_APPLICATION (trib_app_application_get_type ())

G_DECLARE_FINAL_TYPE (
    TribAppApplication, trib_app_application, TRIB_APP, APPLICATION, AdwApplication)

TribAppApplication *trib_app_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What the tour found out: 0 when every step was verified, and without a tour. */
int trib_app_application_get_status (TribAppApplication *self);

G_END_DECLS
