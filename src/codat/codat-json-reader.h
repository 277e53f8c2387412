/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CODAT_JSON_MAX_DEPTH 64
/* Far more than a page has: one of 5,000 companies with three connections each has a third as many.
 * It bounds what a body of nothing but tiny values costs, at 24 bytes each. */
#define CODAT_JSON_MAX_VALUES 750000

typedef enum {
  CODAT_JSON_NULL,
  CODAT_JSON_BOOLEAN,
  CODAT_JSON_INTEGER, /* written without point and exponent */
  CODAT_JSON_NUMBER,  /* any other: nobody needs its value */
  CODAT_JSON_STRING,
  CODAT_JSON_ARRAY,
  CODAT_JSON_OBJECT,
} CodatJsonType;

/* Private to the room: a value of a document that was read. All values of a document lie behind
 * each other, a container before what it holds, and die with the root. */
typedef struct _CodatJson CodatJson;

/* Reads exactly one JSON document (RFC 8259) of bearable depth, in which no name comes twice. The
 * text is taken over and wiped in the end. The root is freed with codat_json_free(). */
CodatJson *codat_json_read (char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, where the elements of the list of that name in the outermost object are taken one by
 * one as they come, and are gone afterwards; what comes behind may still turn out to be bad. Of the
 * list itself only its length stays. */
typedef void (*CodatJsonRowFunc) (CodatJson *row, gpointer data);
CodatJson *codat_json_read_rows (char *text,
                                 gsize length,
                                 const char *list,
                                 CodatJsonRowFunc take,
                                 gpointer data,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for what somebody wrote, with errors that say so: a list is the array of that name or
 * the document itself, and may be as long as it likes, since only one element of it is kept at a
 * time. */
CodatJson *codat_json_read_file (char *text,
                                 gsize length,
                                 const char *list,
                                 CodatJsonRowFunc take,
                                 gpointer data,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void codat_json_free (CodatJson *root);

/* json is (nullable) in all of these: what is not there is nothing. */
gboolean codat_json_is (const CodatJson *json, CodatJsonType type);
const char *codat_json_get_name (const CodatJson *json); /* of a member */
const char *codat_json_get_text (const CodatJson *json); /* of a string */
gint64 codat_json_get_value (const CodatJson *json);     /* of an integer or boolean */
guint codat_json_get_length (const CodatJson *json);     /* of a container */
CodatJson *codat_json_get_first (CodatJson *json);       /* what a container holds… */
CodatJson *codat_json_get_next (CodatJson *json);        /* …and what comes after it there */
CodatJson *codat_json_get_member (CodatJson *json, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatJson, codat_json_free)

G_END_DECLS
