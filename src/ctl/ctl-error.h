/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program ends with: a promise to scripts. */
typedef enum {
  CTL_EXIT_DONE = 0,
  CTL_EXIT_FAILED = 1,
  CTL_EXIT_USAGE = 2,
  CTL_EXIT_NOT_AUTHORIZED = 3,
  CTL_EXIT_NOT_FOUND = 4,
  CTL_EXIT_REFUSED = 5,
  CTL_EXIT_NETWORK = 6,
  CTL_EXIT_BAD_ANSWER = 7,
  CTL_EXIT_ATTENTION = 8,
  CTL_EXIT_INTERRUPTED = 130,
} CtlExit;

/**
 * CTL_ERROR:
 *
 * Errors of the room ctl/: the code is the exit code.
 */
#define CTL_ERROR (ctl_error_quark ())

GQuark ctl_error_quark (void);

CtlExit ctl_error_get_exit (const GError *error);
char *ctl_error_to_sentence (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
char *ctl_error_to_json (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
