/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-governor.h"
#include "codat-transport.h"

G_BEGIN_DECLS

/* Private to the room: one request, with all its tries, within one deadline. */

/* How long to wait before the next try, in milliseconds; -1 when it makes no sense. n_tries is how
 * many there were, chance is from 0 to below 1. */
gint64 codat_delivery_get_delay (
    const char *method, guint status, gint64 retry_after, guint n_tries, double chance);
/* Full jitter: anything up to a time that doubles with each try. */
guint codat_delivery_get_jitter (guint n_tries, double chance);
/* Takes over the request, whose time and tries are those of the whole delivery. */
void codat_delivery_send_async (CodatTransport *transport,
                                CodatGovernor *governor,
                                TribClock *clock,
                                CodatRequest *request,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* n_tries is (out) and set in any case. */
CodatReply *codat_delivery_send_finish (CodatTransport *transport,
                                        GAsyncResult *result,
                                        guint *n_tries,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
