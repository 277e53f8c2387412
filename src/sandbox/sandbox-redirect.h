/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-world.h"

G_BEGIN_DECLS

/* Fills the redirect template: every {name} becomes its value, percent-encoded, or nothing. */
char *sandbox_redirect_fill (SandboxWorld *world,
                             SandboxCompany *company,
                             SandboxConnection *connection,
                             const SandboxScenario *ending,
                             GHashTable *parameters,
                             const char *connection_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
