/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-exchange.h"
#include "sandbox-world.h"

G_BEGIN_DECLS

/* The page where a person allows or cancels; forged: (nullable): an address it goes to first. */
GString *sandbox_link_pages_make_attempt (SandboxCompany *company,
                                          SandboxConnection *connection,
                                          const char *token,
                                          const char *forged);
/* A page that only says something. */
GString *sandbox_link_pages_make_notice (const char *title, const char *sentence);

G_END_DECLS
