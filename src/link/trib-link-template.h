/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-address.h"
#include "trib-link-redirect.h"

G_BEGIN_DECLS

/* A text that is literal, or holds one placeholder between two literal ends. */
typedef struct {
  char *name;        /* (nullable): the parameter, when this is one of a query */
  char *prefix;      /* the literal text, up to the placeholder */
  char *placeholder; /* (nullable) */
  char *suffix;      /* (nullable): set when there is a placeholder */
} TribLinkPiece;

/* A redirect template, taken apart. */
typedef struct {
  char *text;
  TribLinkAddress *address; /* for scheme, host and port */
  GPtrArray *segments;      /* of TribLinkPiece: the path as it is written */
  GPtrArray *folded;        /* of TribLinkPiece: the path as it could be taken */
  GPtrArray *parameters;    /* of TribLinkPiece */
  const char *state_name;   /* (nullable), in one of the pieces */
} TribLinkTemplate;

TribLinkTemplate *trib_link_template_parse (const char *text,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_link_template_free (TribLinkTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribLinkTemplate, trib_link_template_free)

gboolean trib_link_piece_match (TribLinkPiece *self, const char *text, char **value);

/* Private to the matcher: an answer from a table of (owned) names and values. */
TribLinkAnswer *trib_link_answer_new (GHashTable *values) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
