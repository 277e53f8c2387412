/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "sandbox-json.h"

G_BEGIN_DECLS

/* One question, freed from HTTP's machinery: the segments of the path are decoded one by one. */
typedef struct {
  const char *method;
  const char *path;            /* as it came */
  const char *query_text;      /* (nullable): as it came */
  const char *host;            /* (nullable) */
  const char *authorization;   /* (nullable) */
  const char *idempotency_key; /* (nullable) */
  char **segments;             /* (owned) */
  guint n_segments;
  GHashTable *query; /* (owned): decoded name → decoded value */
  GBytes *body;      /* (owned) */
} SandboxRequest;

/* One answer; content_type is static. */
typedef struct {
  guint status;
  const char *service;      /* (nullable): who speaks in an error, NULL for ClientsApi */
  const char *content_type; /* (nullable) */
  GBytes *body;             /* (owned) (nullable) */
  char *location;           /* (owned) (nullable) */
  char *policy;             /* (owned) (nullable): the content security policy of a page */
  const char *file_name;    /* (nullable): static; the body is a file to be kept under this name */
  guint retry_after;        /* seconds, 0 for none */
  gint64 rate_limit;        /* 0 for none */
  gint64 rate_remaining;
  char *rate_reset; /* (owned) (nullable) */
  guint delay;      /* milliseconds to wait before the answer */
  gboolean never;   /* the answer never comes */
  gboolean cut;     /* the connection is closed instead */
} SandboxResponse;

gboolean sandbox_request_init (SandboxRequest *self,
                               const char *method,
                               const char *path,
                               const char *query_text,
                               GBytes *body);
void sandbox_request_clear (SandboxRequest *self);
const char *sandbox_request_get_query (const SandboxRequest *self, const char *name);
/* Returns: (transfer full) (nullable): NULL when the body is no JSON object */
JsonObject *sandbox_request_parse_object (const SandboxRequest *self) G_GNUC_WARN_UNUSED_RESULT;

void sandbox_response_clear (SandboxResponse *self);
/* Takes over the text. */
void sandbox_response_set_json (SandboxResponse *self, guint status, SandboxJson *json);
void sandbox_response_set_html (SandboxResponse *self, guint status, GString *html);
void sandbox_response_set_empty (SandboxResponse *self, guint status);
void sandbox_response_set_redirect (SandboxResponse *self, const char *location);
/* The error in Codat's form. */
void sandbox_response_set_error (SandboxResponse *self, guint status, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SandboxRequest, sandbox_request_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SandboxResponse, sandbox_response_clear)

G_END_DECLS
