/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client-private.h"
#include "sandbox-server.h"

#include "codat.h"

G_BEGIN_DECLS

/* A sandbox with something in it for each verb, and a client that speaks to it past every fault:
 * the judge of what is true. */
typedef struct {
  SandboxServer *server; /* (owned) */
  CodatClient *judge;    /* (owned) */
  char *company_id;      /* (owned): has a linked connection, and a history */
  char *connection_id;   /* (owned) */
  char *dataset_id;      /* (owned) */
  char *platform_key;    /* (owned) */
  char *image_path;      /* (owned) */
  char *image_url;       /* (owned) (nullable): of the case that runs */
  GQueue linked;         /* (owned) of "company connection": each can be unlinked once */

  /* Of the case that runs. */
  char *scratch_id; /* (owned) (nullable): a company made for it */
  char *target_id;  /* (owned) (nullable): what is to be deleted or unlinked */
  char *text;       /* (owned) (nullable): what is to be written */
  guint before;
  guint serial;
  guint n_streamed; /* companies, and the sum of the hashes of their ids */
  guint streamed;
} FaultWorld;

typedef struct {
  const char *name;
  void (*prepare) (FaultWorld *world); /* (nullable) */
  void (*start) (FaultWorld *world,
                 CodatClient *client,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data);
  gpointer (*finish) (CodatClient *client, GAsyncResult *result, GError **error);
  /* (nullable): for a change, how many times it has been made. */
  guint (*count) (FaultWorld *world);
  gboolean is_true;   /* the result is TRUE and no object */
  gboolean is_blind;  /* does not read the answer to its first request */
  gboolean has_look;  /* a GET follows the change */
  gboolean is_stream; /* the result is what the world got meanwhile */
  gboolean is_bytes;  /* the result is a picture, got without the key */
} FaultVerb;

extern const FaultVerb fault_verbs[];
extern const guint n_fault_verbs;

FaultWorld *fault_world_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fault_world_free (FaultWorld *world);
void fault_world_wait (gboolean *flag);
/* What a result says, without what changes from one look to the next. */
char *fault_world_describe (FaultWorld *world,
                            const FaultVerb *verb,
                            gpointer value) G_GNUC_WARN_UNUSED_RESULT;
/* The same call, asked past every fault. */
char *fault_world_dup_truth (FaultWorld *world, const FaultVerb *verb) G_GNUC_WARN_UNUSED_RESULT;
void fault_verb_free_value (const FaultVerb *verb, gpointer value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultWorld, fault_world_free)

G_END_DECLS
