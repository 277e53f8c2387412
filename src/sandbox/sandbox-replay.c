/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

#define LIFETIME (90 * G_TIME_SPAN_MINUTE)
#define MAX_KEPT 10000

typedef struct {
  char *target;     /* (owned): method and path */
  GBytes *question; /* (owned) */
  GBytes *answer;   /* (owned) (nullable) */
  const char *content_type;
  guint status;
  gint64 kept_on;
} Replay;

static void
replay_free (Replay *self)
{
  g_free (self->target);
  g_bytes_unref (self->question);
  g_clear_pointer (&self->answer, g_bytes_unref);
  g_free (self);
}

static gboolean
is_kept_kind (const SandboxRequest *request)
{
  return request->idempotency_key != NULL &&
         (g_str_equal (request->method, "POST") || g_str_equal (request->method, "PATCH"));
}

static gboolean
is_old (gpointer key, gpointer value, gpointer now)
{
  return *(gint64 *) now - ((Replay *) value)->kept_on > LIFETIME;
}

/* Returns TRUE when the answer is set: the old one again, or that the key was used for another. */
gboolean
sandbox_replay_find (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  g_autofree char *target = g_strconcat (request->method, " ", request->path, NULL);
  gint64 now = sandbox_world_now (world);
  Replay *replay;

  if (!is_kept_kind (request) || world->replays == NULL)
    return FALSE;
  replay = g_hash_table_lookup (world->replays, request->idempotency_key);
  if (replay == NULL || is_old (NULL, replay, &now))
    return FALSE;
  if (!g_str_equal (replay->target, target) || !g_bytes_equal (replay->question, request->body)) {
    sandbox_response_set_error (response, 422,
                                "The Idempotency-Key was used with another request already");
    return TRUE;
  }
  g_clear_pointer (&response->body, g_bytes_unref);
  response->status = replay->status;
  response->content_type = replay->content_type;
  response->body = replay->answer != NULL ? g_bytes_ref (replay->answer) : NULL;
  return TRUE;
}

/* A 429 is not kept: the same key may try again. */
void
sandbox_replay_keep (SandboxWorld *world,
                     const SandboxRequest *request,
                     const SandboxResponse *response)
{
  gint64 now = sandbox_world_now (world);
  Replay *replay;

  if (!is_kept_kind (request) || response->status == 429)
    return;
  if (world->replays == NULL)
    world->replays =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) replay_free);
  if (g_hash_table_size (world->replays) >= MAX_KEPT)
    g_hash_table_foreach_remove (world->replays, is_old, &now);
  replay = g_new0 (Replay, 1);
  replay->target = g_strconcat (request->method, " ", request->path, NULL);
  replay->question = g_bytes_ref (request->body);
  replay->answer = response->body != NULL ? g_bytes_ref (response->body) : NULL;
  replay->content_type = response->content_type;
  replay->status = response->status;
  replay->kept_on = now;
  g_hash_table_replace (world->replays, g_strdup (request->idempotency_key), replay);
}
