/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window where a presenter picks how the next sign-ins of the demo go. */
GtkWindow *trib_app_scenarios_new (SandboxServer *server, GtkWindow *parent);

G_END_DECLS
