/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-fault.h"

G_BEGIN_DECLS

#define TEST_TYPE_FAULT_PORT (test_fault_port_get_type ())

G_DECLARE_FINAL_TYPE (TestFaultPort, test_fault_port, TEST, FAULT_PORT, GObject)

/* A front before a server on this computer, like the sandbox: what comes in is handed on, and a
 * fault that is set strikes on the way. It speaks plain HTTP and TLS, each on a free port, in
 * threads of its own, and records everything that it was told. */
TestFaultPort *test_fault_port_new (const char *upstream_url) G_GNUC_WARN_UNUSED_RESULT;
void test_fault_port_stop (TestFaultPort *self);

/* The address at which the fault is met; (nullable): without one, the address in clear. */
const char *test_fault_port_get_base_url (TestFaultPort *self, const TestFault *fault);
/* From now on the fault strikes every request, or the next ones only: n_times of 0 is every one.
 * method and path_prefix are (nullable): any. A fault of NULL: none. Forgets what was recorded. */
void test_fault_port_set (TestFaultPort *self,
                          const TestFault *fault,
                          const char *method,
                          const char *path_prefix,
                          guint n_times);

/* Whether a connection waits for nothing but that the client gives up; whether none is open. */
gboolean test_fault_port_is_stuck (TestFaultPort *self);
gboolean test_fault_port_is_idle (TestFaultPort *self);

/* Since the fault was set: each request as it came; how often the fault struck; how many
 * connections came to other doors than the one of the fault, which are another origin, and the same
 * one in clear or under TLS; and how many requests came in under a bad certificate. */
char **test_fault_port_dup_requests (TestFaultPort *self) G_GNUC_WARN_UNUSED_RESULT;
guint test_fault_port_get_n_struck (TestFaultPort *self);
guint test_fault_port_get_n_astray (TestFaultPort *self);
guint test_fault_port_get_n_betrayed (TestFaultPort *self);

G_END_DECLS
