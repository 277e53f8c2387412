/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-world.h"

/* The number of a synthetic company is the scrambled beginning of its id, so that a million of
 * them need no memory: who asks by id or by row gets one made for the occasion.
 */
#define SCRAMBLE 2654435761u
#define UNSCRAMBLE 244002641u

static const char *const first_words[] = {
  "Amber", "Birch",   "Cedar", "Dover",  "Eastgate", "Foxglove",   "Granite", "Hazel",
  "Ivory", "Juniper", "Kite",  "Laurel", "Marlow",   "Northfield", "Orchard", "Pine",
};

static const char *const second_words[] = {
  "Bakery",    "Builders", "Cafe",     "Dental",     "Electrical", "Flowers", "Garage",   "Haulage",
  "Interiors", "Joinery",  "Kitchens", "Landscapes", "Motors",     "Optics",  "Plumbing", "Roofing",
};

static guint32
scramble_key (SandboxWorld *world)
{
  return (guint32) sandbox_world_hash (world, "synthetic", 0);
}

static char *
make_id (SandboxWorld *world, guint number)
{
  g_autofree char *tail = sandbox_world_make_id (world, "synthetic-tail", number);

  return g_strdup_printf ("%08x%s", ((guint32) number * SCRAMBLE) ^ scramble_key (world), tail + 8);
}

gboolean
sandbox_synthetic_find (SandboxWorld *world, const char *id, guint *number)
{
  g_autofree char *expected = NULL;
  g_autofree char *head = g_strndup (id, 8);

  *number = ((guint32) g_ascii_strtoull (head, NULL, 16) ^ scramble_key (world)) * UNSCRAMBLE;
  if (*number >= world->n_synthetic)
    return FALSE;
  expected = make_id (world, *number);
  return g_str_equal (expected, id);
}

static void
add_connection (SandboxWorld *world, SandboxCompany *company, guint number, guint64 dice)
{
  static const char *const keys[] = { "gbol", "qhyg", "tgff", "fbrh", "fztf", "exgd", "upvr" };
  static const SandboxStatus states[] = {
    SANDBOX_STATUS_LINKED,       SANDBOX_STATUS_LINKED,   SANDBOX_STATUS_LINKED,
    SANDBOX_STATUS_PENDING_AUTH, SANDBOX_STATUS_UNLINKED, SANDBOX_STATUS_DEAUTHORIZED,
  };
  SandboxConnection *connection = sandbox_company_add_connection (
      company, sandbox_world_make_id (world, "synthetic-connection", number),
      sandbox_platforms_find (keys[(dice >> 16) % G_N_ELEMENTS (keys)]));

  connection->status = states[(dice >> 24) % G_N_ELEMENTS (states)];
  connection->created = company->created + G_TIME_SPAN_HOUR;
  if (connection->status != SANDBOX_STATUS_PENDING_AUTH) {
    connection->organisation = g_strdup (company->name);
    connection->linked_on = connection->created + G_TIME_SPAN_MINUTE;
    connection->last_sync = world->epoch - (gint64) ((dice >> 32) % 864000) * G_TIME_SPAN_SECOND;
  }
}

SandboxCompany *
sandbox_synthetic_make (SandboxWorld *world, guint number)
{
  guint64 dice = sandbox_world_hash (world, "synthetic-dice", number);
  g_autofree char *id = make_id (world, number);
  g_autofree char *reference = g_strdup_printf ("SYN-%06u", number);
  g_autofree char *name =
      g_strdup_printf ("%s %s %u", first_words[dice % G_N_ELEMENTS (first_words)],
                       second_words[(dice >> 8) % G_N_ELEMENTS (second_words)], number + 1);
  SandboxCompany *company = sandbox_company_new (
      id, name, world->epoch - (gint64) (30 * 86400 + number % 3000000) * G_TIME_SPAN_SECOND);

  company->synthetic = number;
  sandbox_company_set_tag (company, "reference", reference);
  if ((dice >> 40) % 4 != 0)
    add_connection (world, company, number, dice);
  return company;
}
