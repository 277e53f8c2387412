/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Private to the room. Takes one element of a long list; it is freed when the function returns. */
typedef void (*CodatJsonElementFunc) (JsonNode *element, gpointer data);

/* The tree of a document that codat_json_guard_check() let through, and of no other. When @take is
 * set, the elements of the list @member of the outermost object go to it one by one, and that list
 * is left empty. */
JsonNode *codat_json_reader_read (const char *text,
                                  gsize length,
                                  const char *member,
                                  CodatJsonElementFunc take,
                                  gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
