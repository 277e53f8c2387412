/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-world.h"

#define LIFETIME G_TIME_SPAN_DAY
#define MAX_KEPT 256

/* A company at rest keeps nothing: its password follows from the day and wakes it when used. */
static guint
resting_code (SandboxWorld *world, SandboxConnection *connection, gint64 day)
{
  return 100000 + sandbox_world_hash (world, connection->id, (guint64) day) % 900000;
}

static guint
issue (SandboxWorld *world, SandboxConnection *connection)
{
  SandboxPassword password = { 0, sandbox_world_now (world), FALSE };
  gboolean taken;

  do {
    password.code = (guint) g_random_int_range (100000, 1000000);
    taken = FALSE;
    for (guint i = 0; i < connection->passwords->len; i++)
      taken |= g_array_index (connection->passwords, SandboxPassword, i).code == password.code;
  } while (taken);
  if (connection->passwords->len >= MAX_KEPT)
    g_array_remove_index (connection->passwords, 0);
  g_array_append_val (connection->passwords, password);
  return password.code;
}

char *
sandbox_passwords_make_link_url (SandboxWorld *world,
                                 SandboxCompany *company,
                                 SandboxConnection *connection,
                                 gboolean resting)
{
  guint code = resting
                   ? resting_code (world, connection, sandbox_world_now (world) / G_TIME_SPAN_DAY)
                   : issue (world, connection);

  return g_strdup_printf ("%s/link/companies/%s/connections/%s/start?otp=%u", world->base_url,
                          company->id, connection->id, code);
}

static gboolean
use_resting (SandboxWorld *world, SandboxConnection *connection, guint code)
{
  gint64 now = sandbox_world_now (world);
  SandboxPassword password = { code, now, TRUE };

  if (code != resting_code (world, connection, now / G_TIME_SPAN_DAY) &&
      code != resting_code (world, connection, now / G_TIME_SPAN_DAY - 1))
    return FALSE;
  g_array_append_val (connection->passwords, password);
  return TRUE;
}

/* Returns whether the password was good; from then on it is not. */
gboolean
sandbox_passwords_use (SandboxWorld *world,
                       SandboxCompany *company,
                       SandboxConnection *connection,
                       const char *text)
{
  guint64 code;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 100000, 999999, &code, NULL))
    return FALSE;
  for (guint i = 0; i < connection->passwords->len; i++) {
    SandboxPassword *password = &g_array_index (connection->passwords, SandboxPassword, i);

    if (password->code != code)
      continue;
    if (password->used || sandbox_world_now (world) - password->issued > LIFETIME)
      return FALSE;
    password->used = TRUE;
    return TRUE;
  }
  return company->synthetic >= 0 && use_resting (world, connection, (guint) code);
}
