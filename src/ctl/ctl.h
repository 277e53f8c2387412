/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room ctl/ is the program tributaryctl: everything the window can do, in a script. A verb is
 * one row of the table in ctl-verbs.c and one function that starts it; a run carries it to its end
 * and knows the exit code.
 *
 * It may use base/, codat/, store/, link/, model/ and sandbox/, and no GTK. Nothing in it blocks
 * but reading and writing its own three streams, and those give way to an interruption. A key comes
 * from the keyring or from a file, never from the command line or the environment.
 */

#include "ctl-error.h"
#include "ctl-options.h"
#include "ctl-output.h"
#include "ctl-run.h"
#include "ctl-verb.h"
