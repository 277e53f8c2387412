/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-world.h"

/* The seeded companies: every state that a connection can be in, alone and with others. */
typedef struct {
  const char *key;
  SandboxStatus status;
  guint age_minutes; /* of the last sync, 0 for never */
  guint trouble_code;
  const char *trouble;
  gboolean fetch_fails;
} SeedConnection;

typedef struct {
  const char *name;
  const char *reference;
  const char *description; /* (nullable) */
  const char *region;      /* (nullable) */
  guint age_days;
  SeedConnection connections[4];
} SeedCompany;

#define PENDING SANDBOX_STATUS_PENDING_AUTH
#define LINKED SANDBOX_STATUS_LINKED
#define UNLINKED SANDBOX_STATUS_UNLINKED
#define LAPSED SANDBOX_STATUS_DEAUTHORIZED

static const SeedCompany companies[] = {
  { "Harbour & Vale Bakery Ltd",
    "HV-20418",
    "Two shops and a stall at the harbour",
    "uk",
    412,
    { { "gbol", LAPSED, 2880, 401, "The sign-in has lapsed. Sign in again." },
      { "fztf", LINKED, 2900 },
      { "exgd", LINKED, 2890 } } },
  { "Okonkwo Logistics",
    "OKL-1177",
    NULL,
    "uk",
    371,
    { { "pqsw", LAPSED, 7200, 503, "The computer with QuickBooks Desktop was not seen." } } },
  { "Pemberton Garage Group",
    "PGG-0093",
    "Four garages",
    "uk",
    350,
    { { "hbql", LINKED, 960 },
      { "upvr", LAPSED, 1000, 403, "The bank's consent ended after 90 days." } } },
  { "Brightwater Dental Practice", "BDP-3310", NULL, "uk", 2, { { "tgff", PENDING, 0 } } },
  { "Lindqvist Interiors",
    "LQ-0551",
    NULL,
    "eu",
    40,
    { { "gbol", LINKED, 12 }, { "upvr", PENDING, 0 } } },
  { "Alderley Craft Brewing",
    "ACB-7742",
    "Brewery with a taproom",
    "uk",
    301,
    { { "qhyg", LINKED, 4 }, { "zsth", LINKED, 6 }, { "upvr", LINKED, 5 } } },
  { "Cobalt Street Studios",
    "CSS-1206",
    NULL,
    "uk",
    288,
    { { "fbrh", LINKED, 9 }, { "exgd", LINKED, 9 } } },
  { "Dunmore Veterinary Centre", "DVC-4409", NULL, "ie", 260, { { "gbol", LINKED, 31 } } },
  { "Elm & Iron Furniture",
    "EIF-2087",
    NULL,
    "us",
    233,
    { { "rwuv", LINKED, 60, 0, NULL, TRUE }, { "ltpp", LINKED, 62 } } },
  { "Fairlight Solar",
    "FLS-6150",
    NULL,
    "us",
    215,
    { { "trji", LINKED, 120 }, { "suuo", LINKED, 118 } } },
  { "Greystone Catering",
    "GSC-0318",
    NULL,
    "uk",
    190,
    { { "gbol", LINKED, 180 }, { "pdvj", UNLINKED, 52000 }, { "xcwv", UNLINKED, 61000 } } },
  { "Hollis & Okafor Architects", "HOA-0027", NULL, NULL, 1, { { NULL } } },
  { "Ivy Lane Nursery", "ILN-5521", NULL, "uk", 150, { { "vxvy", UNLINKED, 9000 } } },
  { "Juniper & Sons Plumbing",
    "JSP-8803",
    NULL,
    "uk",
    3,
    { { "qhyg", PENDING, 0, 403, "The person pressed Cancel on the sign-in page" } } },
  { "Kestrel Cycles",
    "KC-4120",
    NULL,
    "eu",
    5,
    { { "qudb", PENDING, 0, 500, "Your subscription has ended." }, { "ugxp", LINKED, 240 } } },
  { "Caf\303\251 Zo\303\253 (M\303\274nchen) \342\200\223 \346\235\261\344\272\254",
    "CZM-0001",
    "Made in the portal, with letters that the API takes from no one",
    "eu",
    99,
    { { "pbtz", LINKED, 1500 } } },
};

static void
add_connection (SandboxWorld *world,
                SandboxCompany *company,
                const SeedConnection *seed,
                guint number)
{
  gint64 synced = world->epoch - (gint64) seed->age_minutes * G_TIME_SPAN_MINUTE;
  SandboxConnection *connection =
      sandbox_company_add_connection (company, sandbox_world_make_id (world, "connection", number),
                                      sandbox_platforms_find (seed->key));

  connection->status = seed->status;
  connection->created = company->created + G_TIME_SPAN_HOUR;
  connection->fetch_fails = seed->fetch_fails;
  if (seed->age_minutes > 0) {
    connection->organisation = g_strdup (company->name);
    connection->linked_on = connection->created + G_TIME_SPAN_MINUTE;
    connection->last_sync = synced;
  }
  if (seed->trouble != NULL)
    sandbox_connection_add_trouble (connection, seed->trouble_code, seed->trouble,
                                    seed->status == PENDING ? "The connection was not made"
                                                            : "Access was lost",
                                    synced + G_TIME_SPAN_MINUTE);
}

void
sandbox_seed_fill (SandboxWorld *world)
{
  for (guint i = 0; i < G_N_ELEMENTS (companies); i++) {
    const SeedCompany *seed = &companies[i];
    g_autofree char *id = sandbox_world_make_id (world, "company", i);
    SandboxCompany *company = sandbox_company_new (
        id, seed->name, world->epoch - (gint64) seed->age_days * G_TIME_SPAN_DAY);

    company->description = g_strdup (seed->description);
    sandbox_company_set_tag (company, "reference", seed->reference);
    if (seed->region != NULL)
      sandbox_company_set_tag (company, "region", seed->region);
    for (guint j = 0; j < G_N_ELEMENTS (seed->connections) && seed->connections[j].key; j++)
      add_connection (world, company, &seed->connections[j], i * 8 + j);
    g_ptr_array_add (world->seeded, company);
  }
}
