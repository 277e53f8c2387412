/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "trib-clock.h"

G_BEGIN_DECLS

/**
 * SANDBOX_SERVER_ERROR:
 *
 * Why the sandbox did not start; the system's own reason is a %G_IO_ERROR.
 */
#define SANDBOX_SERVER_ERROR (sandbox_server_error_quark ())

typedef enum {
  SANDBOX_SERVER_ERROR_RUNNING,
} SandboxServerError;

GQuark sandbox_server_error_quark (void);

#define SANDBOX_MAX_COMPANIES 1000000

#define SANDBOX_TYPE_SERVER (sandbox_server_get_type ())

G_DECLARE_FINAL_TYPE (SandboxServer, sandbox_server, SANDBOX, SERVER, GObject)

/* Every function may be called from any thread; the server answers in a thread of its own. */
SandboxServer *sandbox_server_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Before the start. */
void sandbox_server_set_port (SandboxServer *self, guint port);
void sandbox_server_set_seed (SandboxServer *self, guint64 seed);
void sandbox_server_set_n_companies (SandboxServer *self, guint n_companies);
void sandbox_server_set_time_scale (SandboxServer *self, double time_scale);
void sandbox_server_set_clock (SandboxServer *self, TribClock *clock);

gboolean sandbox_server_start (SandboxServer *self, GError **error);
void sandbox_server_stop (SandboxServer *self);

/* After the start; the texts live as long as the server object. */
const char *sandbox_server_get_base_url (SandboxServer *self);
const char *sandbox_server_get_api_key (SandboxServer *self);
const char *sandbox_server_get_redirect_url (SandboxServer *self);

/* At any time. A name that is not in the list changes nothing and returns FALSE. */
gboolean sandbox_server_set_scenario (SandboxServer *self, const char *name);
const char *sandbox_server_get_scenario (SandboxServer *self);
gboolean sandbox_server_set_fault (SandboxServer *self, const char *name);
void sandbox_server_set_redirect_url (SandboxServer *self, const char *redirect_template);
void sandbox_server_set_rate_limit (SandboxServer *self, guint n_requests, guint seconds);
/* Moves the sandbox's own time on: passwords expire and first syncs go ahead at once. */
void sandbox_server_advance (SandboxServer *self, guint seconds);

/* The lists, each ended by NULL; the description is one English sentence without a full stop. */
const char *const *sandbox_server_list_scenarios (void);
const char *const *sandbox_server_list_faults (void);
const char *sandbox_server_describe_scenario (const char *name);
const char *sandbox_server_describe_fault (const char *name);

/* Looking into the world, past HTTP. */
char *sandbox_server_dup_connection_status (SandboxServer *self,
                                            const char *company_id,
                                            const char *connection_id) G_GNUC_WARN_UNUSED_RESULT;
char *sandbox_server_dup_company_id (SandboxServer *self,
                                     const char *name) G_GNUC_WARN_UNUSED_RESULT;
guint sandbox_server_get_n_connections (SandboxServer *self, const char *company_id);
guint sandbox_server_get_n_companies (SandboxServer *self);
guint sandbox_server_get_redirect_hits (SandboxServer *self);
guint
sandbox_server_get_n_requests (SandboxServer *self, const char *method, const char *path_prefix);

G_END_DECLS
