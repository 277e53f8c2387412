/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "company-fixture.h"

#include "trib-link-session.h"

G_BEGIN_DECLS

/* A sign-in page over a view without WebKit, whose link is open or already followed to its end. */
GtkWidget *sign_in_fixture_open (UiWorld *world, const char *scenario) G_GNUC_WARN_UNUSED_RESULT;
TribLinkSession *sign_in_fixture_get_session (GtkWidget *page);
void sign_in_fixture_wait (GtkWidget *page, TribLinkState state);
/* The page of a result: how a scenario of the sandbox ends, or "no-network", "tls", "crash",
 * "not-started". */
GtkWidget *sign_in_fixture_end (UiWorld *world, const char *ending) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
