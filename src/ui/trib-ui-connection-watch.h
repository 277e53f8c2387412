/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-model-connections.h"

G_BEGIN_DECLS

#define TRIB_UI_TYPE_CONNECTION_WATCH (trib_ui_connection_watch_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiConnectionWatch, trib_ui_connection_watch, TRIB_UI, CONNECTION_WATCH, GObject)

/* Tells when connections come, go, or change their status: a list model alone says only the first
 * two. Signals: "changed"; "unlink-pending" (TribModelConnection): an unlinking has begun, was
 * taken back or was sent. */
TribUiConnectionWatch *
trib_ui_connection_watch_new (TribModelConnections *connections) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
