/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-connection.h"

G_BEGIN_DECLS

/* Gives a connection up now, and waits for it; one that is gone already counts as given up. */
void trib_model_unlink_async (TribModelConnection *connection,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* Sets error: that it is busy, or the sentence of the connection's problem (translated). */
gboolean
trib_model_unlink_finish (TribModelConnection *connection, GAsyncResult *result, GError **error);

G_END_DECLS
