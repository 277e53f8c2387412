/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-json-reader.h"

G_BEGIN_DECLS

/* Private to the room, and to the reader and its getters in it. */
struct _CodatJson {
  const char *name; /* (nullable): of a member */
  union {
    gint64 number;
    const char *text;
    guint32 length; /* how many a container holds */
    char *document; /* of the value in front of the root: all of the text */
  } as;
  guint32 size; /* this value and all that it holds */
  guint8 type;
  gboolean is_last : 1; /* in its container */
};

void codat_json_free_text (char *text, gsize length);

G_END_DECLS
