/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window where a presenter picks how the next sign-in of the demo goes. */
GtkWindow *trib_app_scenarios_new (SandboxServer *server, GtkWindow *parent);
/* A sign-in has ended: the one after it asks again what to do. */
void trib_app_scenarios_end_sign_in (SandboxServer *server);

G_END_DECLS
