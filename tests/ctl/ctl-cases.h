/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  CTL_CASE_LOCAL = 1 << 0,   /* asks no server */
  CTL_CASE_REMOVES = 1 << 1, /* needs --yes, which the line has not */
  CTL_CASE_READS = 1 << 2,   /* prints something and changes nothing */
  CTL_CASE_EMPTY = 1 << 3,   /* prints nothing when it is done */
} CtlCaseFlags;

/* A line that does what each verb is for; see fixture_fill(). The list ends without a verb. */
typedef struct {
  const char *verb;
  const char *arguments;
  CtlCaseFlags flags;
} CtlCase;

extern const CtlCase ctl_cases[];

G_END_DECLS
