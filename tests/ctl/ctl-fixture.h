/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sandbox-server.h"

/* A sandbox in this process, and the built program against it. */
typedef struct {
  SandboxServer *server;
  char *directory;
  char *key_file;
  char *company;        /* one of the world, with connections */
  char *connection;     /* one of its connections */
  const char *base_url; /* (nullable): something between the program and the server */
} Fixture;

typedef struct {
  int exit_code;
  char *out;
  char *err;
} Outcome;

void fixture_set_up (Fixture *self, gconstpointer n_companies);
void fixture_tear_down (Fixture *self, gconstpointer n_companies);
/* Runs a command line, split at spaces; input is (nullable). */
Outcome fixture_run (Fixture *self, const char *input, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* Through a shell; $CTL is the program with address and key. */
Outcome fixture_shell (Fixture *self, const char *script);
/* Its surroundings, for one that is started otherwise. */
GSubprocessLauncher *fixture_new_launcher (Fixture *self, GSubprocessFlags flags);
/* A program that still runs. */
GSubprocess *fixture_spawn (Fixture *self, const char *line);
void outcome_clear (Outcome *self);
void outcome_assert_exit (const Outcome *self, int code);
/* That it failed: so, with nothing on standard output and one sentence on standard error. */
void outcome_assert_failed (const Outcome *self, int code);
void fixture_remove_tree (const char *path);
/* A command line with {company}, {connection} and {dir} filled in. */
char *fixture_fill (Fixture *self, const char *line);
/* What is left of standard error when the leaks that libsecret makes are taken out. */
char *fixture_strip_leaks (const char *err);

#define FIXTURE_NOBODY "00000000-0000-4000-8000-000000000000"
#define FIXTURE_ADD(name, n_companies, test)                                                       \
  g_test_add ("/ctl/" name, Fixture, GUINT_TO_POINTER (n_companies), fixture_set_up, test,         \
              fixture_tear_down)
char *fixture_dup_member (const char *json, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)
