/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: the names of the members of one object. */

/* More members than this has no object of the contract; it bounds the search for doubles. */
#define CODAT_JSON_MAX_MEMBERS 1024

/* Private to the reader: the names of the objects that are open, to find a name that comes twice.
 */
typedef struct {
  GArray *names; /* (owned) (nullable) of Name, of all open objects, innermost last */
} CodatJsonNames;

typedef enum {
  CODAT_JSON_NAME_NEW,
  CODAT_JSON_NAME_TWICE,
  CODAT_JSON_NAME_TOO_MANY,
} CodatJsonNameVerdict;

void codat_json_names_clear (CodatJsonNames *self);
guint codat_json_names_get_length (const CodatJsonNames *self);
/* Adds a decoded name to the object whose names begin at first. */
CodatJsonNameVerdict
codat_json_names_add (CodatJsonNames *self, guint first, const char *text, gsize length);
/* Forgets the names of an object that is closed. */
void codat_json_names_truncate (CodatJsonNames *self, guint first);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CodatJsonNames, codat_json_names_clear)

G_END_DECLS
