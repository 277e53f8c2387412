/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room base/ holds the few words that every other room shares: the clock, the redacting log,
 * small text helpers, and the one place where a problem becomes a sentence for a person.
 *
 * It may use GLib and GIO and nothing else. It knows no server, no account, no widget and no file
 * format. What only two rooms need does not belong here.
 */

#include "trib-clock.h"
#include "trib-log.h"
#include "trib-problem.h"
#include "trib-text.h"
#include "trib-weak.h"
