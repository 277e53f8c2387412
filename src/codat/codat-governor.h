/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-clock.h"

G_BEGIN_DECLS

#define CODAT_MAX_IN_FLIGHT 8
#define CODAT_MAX_PER_SECOND 10

#define CODAT_TYPE_GOVERNOR (codat_governor_get_type ())

G_DECLARE_FINAL_TYPE (CodatGovernor, codat_governor, CODAT, GOVERNOR, GObject)

/* Private to the room: lets requests out one by one. A limit of 0 requests in a second is none. */
CodatGovernor *codat_governor_new (TribClock *clock, guint per_second) G_GNUC_WARN_UNUSED_RESULT;
/* Calls function once, maybe before this returns, when a request may go out; changes go before
 * reads. The ticket is for withdrawing; it is 0 when function was called already. */
guint codat_governor_ask (CodatGovernor *self,
                          gboolean is_change,
                          void (*function) (gpointer data),
                          gpointer data);
void codat_governor_withdraw (CodatGovernor *self, guint ticket);
/* Each request that was let out ends with this. */
void codat_governor_leave (CodatGovernor *self);
/* Nothing goes out for a time; a longer pause that is on already stays. */
void codat_governor_pause (CodatGovernor *self, guint milliseconds);
/* How long the pause still is, in milliseconds. */
guint codat_governor_get_pause (CodatGovernor *self);

G_END_DECLS
