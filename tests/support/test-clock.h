/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-clock.h"

G_BEGIN_DECLS

#define TEST_TYPE_CLOCK (test_clock_get_type ())

G_DECLARE_FINAL_TYPE (TestClock, test_clock, TEST, CLOCK, TribClock)

/* A clock that stands still until a test moves it: no test ever sleeps. */
TestClock *test_clock_new (void);
/* Moves the time on and runs what falls due, in order. */
void test_clock_advance (TestClock *self, guint milliseconds);
/* The computer sleeps: only the time of day goes on, and nothing falls due. */
void test_clock_sleep (TestClock *self, guint milliseconds);
guint test_clock_get_n_timeouts (TestClock *self);

G_END_DECLS
