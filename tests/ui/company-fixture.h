/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

/* What the pages of a company need: the company and the platforms, loaded. Both are borrowed. */
TribModelCompany *company_fixture_get (UiWorld *world, const char *name);
TribModelPlatform *company_fixture_get_platform (UiWorld *world, const char *key);
/* Loads the connections of a company until they are there. */
void company_fixture_load (TribModelCompany *company);
TribModelConnection *company_fixture_get_connection (UiWorld *world,
                                                     TribModelCompany *company,
                                                     const char *platform_key);
/* Until a boolean property is as wanted. */
void company_fixture_wait_for (gpointer object, const char *property, gboolean wanted);
void company_fixture_settle (void);

G_END_DECLS
