/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The shape of the database: one script for each user_version, none of which ever changes. */
int trib_store_schema_get_latest (void);
int trib_store_schema_upgrade (sqlite3 *handle, int version);
gboolean trib_store_schema_matches (sqlite3 *handle, int version);

G_END_DECLS
