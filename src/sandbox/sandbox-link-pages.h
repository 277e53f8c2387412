/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-exchange.h"
#include "sandbox-world.h"

G_BEGIN_DECLS

/* The page where a person allows or cancels. forged: (nullable): an address it goes to first;
 * framed: (nullable): an address that a frame in it goes to. */
GString *sandbox_link_pages_make_attempt (SandboxCompany *company,
                                          SandboxConnection *connection,
                                          const char *token,
                                          const char *forged,
                                          const char *framed);
/* A page that only says something. */
GString *sandbox_link_pages_make_notice (const char *title, const char *sentence);

/* The page before the platform's own window, or before the file that it hands over: a step that is
 * opened by a link to /link/attempt/{token}/{step}. */
GString *
sandbox_link_pages_make_step (SandboxConnection *connection, const char *token, const char *step);
/* Pages that are of no use: busy for ever, or greedy until they are stopped. */
GString *sandbox_link_pages_make_hang (void);
GString *sandbox_link_pages_make_crash (void);

G_END_DECLS
