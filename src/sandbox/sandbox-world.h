/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "sandbox-platforms.h"
#include "sandbox-scenarios.h"

#include "trib-clock.h"

G_BEGIN_DECLS

typedef enum {
  SANDBOX_STATUS_PENDING_AUTH,
  SANDBOX_STATUS_LINKED,
  SANDBOX_STATUS_UNLINKED,
  SANDBOX_STATUS_DEAUTHORIZED,
} SandboxStatus;

/* What went wrong with a connection; times are microseconds since the epoch, 0 for never. */
typedef struct {
  guint status_code;
  char *status_text;   /* (owned) */
  char *error_message; /* (owned) */
  gint64 errored_on;
  gint64 resolved_on;
} SandboxTrouble;

/* A one-time password of a Link URL. */
typedef struct {
  guint code;
  gint64 issued;
  gboolean used;
} SandboxPassword;

/* One type that was queued by itself. */
typedef struct {
  guint type; /* its number among the types of the platform */
  gint64 begin;
} SandboxQueued;

typedef struct {
  char *id; /* (owned) */
  const SandboxPlatform *platform;
  SandboxStatus status;
  gint64 created;
  gint64 last_sync;
  gint64 linked_on;
  gint64 refreshed_on;
  gboolean fetch_fails; /* one data type ends in an error */
  char *organisation;   /* (owned) (nullable): the name that the platform reports */
  GPtrArray *troubles;  /* (owned) (element-type SandboxTrouble) */
  GArray *passwords;    /* (owned) (element-type SandboxPassword) */
  GArray *queued;       /* (owned) (nullable) (element-type SandboxQueued) */
} SandboxConnection;

typedef struct {
  char *id;          /* (owned) */
  char *name;        /* (owned) */
  char *description; /* (owned) (nullable) */
  gint64 created;
  GPtrArray *tags;        /* (owned) (element-type utf8): name, value, name, value … */
  GPtrArray *connections; /* (owned) (element-type SandboxConnection) */
  GPtrArray *products;    /* (owned) (nullable) (element-type utf8) */
  JsonObject *settings;   /* (owned) (nullable): the sync settings, as they were posted */
  gint64 synthetic;       /* its number among the synthetic companies, or -1 */
} SandboxCompany;

/* A key of the API that was made over the API, or the first one. */
typedef struct {
  char *id;   /* (owned) */
  char *name; /* (owned) (nullable) */
  char *key;  /* (owned) */
  gint64 created;
} SandboxKey;

/* A consumer of webhooks; nothing is ever delivered. */
typedef struct {
  char *id;  /* (owned) */
  char *url; /* (owned) (nullable) */
  gboolean disabled;
  char **event_types;  /* (owned) */
  char **company_tags; /* (owned) */
} SandboxConsumer;

/* One opening of a Link URL, until it ends. */
typedef struct {
  char *token;            /* (owned) */
  char *company_id;       /* (owned) */
  char *connection_id;    /* (owned) */
  GHashTable *parameters; /* (owned): what the Link URL carried, for the template */
  const SandboxScenario *scenario;
  gboolean shown; /* the page was shown once */
} SandboxAttempt;

/* Everything that the sandbox knows. Owned by the server, touched under its lock only. */
typedef struct {
  guint64 seed;
  guint n_synthetic;
  double time_scale;
  TribClock *clock; /* (owned) */
  gint64 epoch;
  gint64 offset;
  guint64 serial;

  const char *base_url;      /* interned: it is given away without a copy */
  const char *redirect_url;  /* the template, interned */
  const char *untrusted_url; /* (nullable): interned; NULL where GLib cannot serve TLS */
  char *api_key;             /* (owned) */
  char *client_id;           /* (owned) */

  GPtrArray *seeded;   /* (owned) (element-type SandboxCompany) */
  GPtrArray *made;     /* (owned) (element-type SandboxCompany): by create company */
  GHashTable *by_id;   /* (owned): id → SandboxCompany, without the synthetic ones at rest */
  GHashTable *awake;   /* (owned): number → SandboxCompany, (owned) there */
  GHashTable *removed; /* (owned): numbers of deleted synthetic companies */

  const SandboxScenario *scenario;
  const SandboxFault *fault;
  GHashTable *attempts; /* (owned): token → SandboxAttempt */
  GHashTable *assets;   /* (owned): path → GBytes */
  GHashTable *replays;  /* (owned): Idempotency-Key → the kept answer */
  GHashTable *counts;   /* (owned): "METHOD path" → number */
  GPtrArray *keys;      /* (owned) (element-type SandboxKey) */
  GPtrArray *consumers; /* (owned) (element-type SandboxConsumer) */
  JsonObject *settings; /* (owned) (nullable): the client's sync settings, as they were posted */
  guint n_api_requests;

  /* A limit that was set: so many requests, and then none for a while. */
  guint limit; /* 0 for Codat's own */
  guint limit_used;
  guint limit_wait; /* seconds */
  gint64 limit_until;
  guint redirect_hits;
} SandboxWorld;

SandboxWorld *sandbox_world_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sandbox_world_free (SandboxWorld *self);
/* Fills the world from its seed; once. */
void sandbox_world_populate (SandboxWorld *self);

gint64 sandbox_world_now (SandboxWorld *self);
guint64 sandbox_world_hash (SandboxWorld *self, const char *kind, guint64 number);
char *sandbox_world_make_id (SandboxWorld *self, const char *kind, guint64 number);
char *sandbox_world_make_fresh_id (SandboxWorld *self);
gboolean sandbox_world_has_fault (SandboxWorld *self, const char *name);

/* Rows of the list of companies: seeded, synthetic, made. A synthetic company at rest is made for
 * the caller, who gives it back with release; a removed one is NULL. */
guint sandbox_world_get_n_rows (SandboxWorld *self);
SandboxCompany *sandbox_world_get_row (SandboxWorld *self, guint row);
void sandbox_world_release_row (SandboxWorld *self, SandboxCompany *company);
SandboxCompany *sandbox_world_find_company (SandboxWorld *self, const char *id);
SandboxCompany *sandbox_world_add_company (SandboxWorld *self, const char *name);
void sandbox_world_remove_company (SandboxWorld *self, SandboxCompany *company);

SandboxCompany *sandbox_company_new (const char *id, const char *name, gint64 created);
void sandbox_company_free (SandboxCompany *self);
void sandbox_company_set_tag (SandboxCompany *self, const char *name, const char *value);
gint64 sandbox_company_get_last_sync (SandboxCompany *self);
SandboxConnection *sandbox_company_find_connection (SandboxCompany *self, const char *id);
SandboxConnection *
sandbox_company_add_connection (SandboxCompany *self, char *id, const SandboxPlatform *platform);
/* Whether another connection of the only-one kind is linked. */
gboolean sandbox_company_has_linked_accounting (SandboxCompany *self, SandboxConnection *except);

void sandbox_connection_add_trouble (
    SandboxConnection *self, guint code, const char *text, const char *message, gint64 when);
const char *sandbox_status_to_string (SandboxStatus status);
/* Returns: (transfer full): an ISO 8601 text in one of the three shapes that Codat uses */
char *sandbox_time_to_string (gint64 time, char shape);

/* sandbox-synthetic.c: companies that are made when asked for. */
SandboxCompany *sandbox_synthetic_make (SandboxWorld *world, guint number);
gboolean sandbox_synthetic_find (SandboxWorld *world, const char *id, guint *number);

/* sandbox-seed.c: the companies of the table. */
void sandbox_seed_fill (SandboxWorld *world);

/* sandbox-passwords.c: the one-time passwords of Link URLs. */
char *sandbox_passwords_make_link_url (SandboxWorld *world,
                                       SandboxCompany *company,
                                       SandboxConnection *connection,
                                       gboolean resting);
gboolean sandbox_passwords_use (SandboxWorld *world,
                                SandboxCompany *company,
                                SandboxConnection *connection,
                                const char *text);

void sandbox_attempt_free (SandboxAttempt *self);

/* sandbox-keys.c and sandbox-consumers.c */
void sandbox_key_free (SandboxKey *self);
void sandbox_consumer_free (SandboxConsumer *self);
SandboxKey *sandbox_keys_add (SandboxWorld *world, const char *name, const char *key);

G_END_DECLS
