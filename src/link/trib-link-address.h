/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is unusual about an address: each of these is a way in which two programs can read one text
 * as two different places. */
typedef enum {
  TRIB_LINK_ODD_NONE = 0,
  TRIB_LINK_ODD_BYTE = 1 << 0,           /* control byte, white space or beyond ASCII */
  TRIB_LINK_ODD_BACKSLASH = 1 << 1,      /* before the query */
  TRIB_LINK_ODD_LATE_BACKSLASH = 1 << 2, /* in the query or the fragment */
  TRIB_LINK_ODD_USERINFO = 1 << 3,
  TRIB_LINK_ODD_SLASHES = 1 << 4, /* not exactly two after the scheme */
  TRIB_LINK_ODD_HOST = 1 << 5,    /* escaped, or with a dot at its end */
  TRIB_LINK_ODD_PORT = 1 << 6,    /* empty, or with zeros before it */
  TRIB_LINK_ODD_PATH = 1 << 7,    /* dot segments or broken escapes */
} TribLinkOddity;

/* A web address, read as a browser reads it. */
typedef struct {
  char *scheme;      /* "http" or "https" */
  char *host;        /* lower case, ASCII */
  guint port;        /* the default one filled in */
  char **segments;   /* of the path as it is written */
  GPtrArray *folded; /* of char*: the path decoded, dots folded, empty ones dropped */
  char *query;       /* (nullable) */
  char *fragment;    /* (nullable) */
  guint oddities;    /* of TribLinkOddity */
} TribLinkAddress;

TribLinkAddress *trib_link_address_parse (const char *uri,
                                          gboolean backslash_is_slash) G_GNUC_WARN_UNUSED_RESULT;
void trib_link_address_free (TribLinkAddress *self);
gboolean trib_link_address_is_loopback (TribLinkAddress *self);
gboolean trib_link_address_same_origin (TribLinkAddress *self, TribLinkAddress *other);

char *trib_link_address_dup_scheme (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
char *trib_link_address_decode (const char *text, gboolean plus_is_space) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribLinkAddress, trib_link_address_free)

G_END_DECLS
