/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "documents.h"
#include "facts.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HUGE 100000
#define PLACE "@here@"

/* What a member can be; the text of one that is a text. */
typedef enum { MISSING, NOTHING, INTEGER, TOO_LARGE, FRACTION, TRUTH, CONTAINER, TEXT } Shape;

static const struct {
  const char *name;
  Shape shape;
  const char *value; /* (nullable): of a text without its quotation marks; NULL is a huge one */
} values[] = {
  { "missing", MISSING, "" },
  { "null", NOTHING, "null" },
  { "integer", INTEGER, "7" },
  { "negative", INTEGER, "-1" },
  { "int64-min", INTEGER, "-9223372036854775808" },
  { "int64-max", INTEGER, "9223372036854775807" },
  { "integer-30-digits", TOO_LARGE, "123456789012345678901234567890" },
  { "fraction", FRACTION, "7.5" },
  { "whole-fraction", FRACTION, "7.0" },
  { "huge-fraction", FRACTION, "1e308" },
  { "infinite", FRACTION, "1e999" },
  { "true", TRUTH, "true" },
  { "false", TRUTH, "false" },
  { "list", CONTAINER, "[]" },
  { "list-of-list", CONTAINER, "[[]]" },
  { "list-of-numbers", CONTAINER, "[3,4.5,null]" },
  { "object", CONTAINER, "{}" },
  { "object-of-number", CONTAINER, "{\"image\":3,\"href\":3}" },
  { "empty-text", TEXT, "" },
  { "unknown-word", TEXT, "Nonsense-9" },
  { "other-case", TEXT, "linked" },
  { "markup", TEXT, "<b>&amp;</b>" },
  { "bad-date", TEXT, "2022-13-45T99:61:61Z" },
  { "bare-date", TEXT, "2022-01-01" },
  { "other-date", TEXT, "2021-06-30T23:59:59.1234567" },
  { "bad-guid", TEXT, "8a210b68-6988-11ed-a1eb-0242ac12000z" },
  { "path-guid", TEXT, "8a210b68-6988-11ed-a1eb-0242ac120002/../x" },
  { "other-guid", TEXT, "00000000-0000-4000-8000-000000000001" },
  { "huge-text", TEXT, NULL },
};

/* The last step of a path in a tree: the object or the list that has it. */
typedef struct {
  JsonNode *parent;
  const char *name; /* of a member, or "" */
  guint position;   /* in a list */
} Place;

static void
go_down (Place *place)
{
  if (JSON_NODE_HOLDS_OBJECT (place->parent))
    place->parent = json_object_get_member (json_node_get_object (place->parent), place->name);
  else
    place->parent = json_array_get_element (json_node_get_array (place->parent), place->position);
  g_assert_nonnull (place->parent);
}

/* Steps are apart by dots and brackets; the text of steps is changed. */
static Place
find_place (JsonNode *root, char *steps)
{
  Place place = { .parent = root };
  gboolean first = TRUE;

  for (char *save = NULL, *step = strtok_r (steps, ".[]", &save); step != NULL;
       step = strtok_r (NULL, ".[]", &save)) {
    if (!first)
      go_down (&place);
    first = FALSE;
    place.name = step;
    place.position = (guint) g_ascii_strtoull (step, NULL, 10);
  }
  return place;
}

static GBytes *
new_text (const DocumentKind *kind, const char *path, guint i)
{
  g_autoptr (JsonNode) root = json_from_string (kind->json, NULL);
  g_autofree char *steps = g_strdup (path);
  Place place = find_place (root, steps);
  gboolean in_object = JSON_NODE_HOLDS_OBJECT (place.parent);
  g_autofree char *json = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *huge = values[i].value == NULL ? g_strnfill (HUGE, 'x') : NULL;
  const char *value = huge != NULL ? huge : values[i].value;
  const char *mark = values[i].shape == TEXT ? "\"" : "";
  char *text;

  if (in_object) {
    if (values[i].shape == MISSING)
      json_object_remove_member (json_node_get_object (place.parent), place.name);
    else
      json_object_set_string_member (json_node_get_object (place.parent), place.name, PLACE);
  } else {
    /* Every list of the good documents has one element. */
    json_array_remove_element (json_node_get_array (place.parent), place.position);
    if (values[i].shape != MISSING)
      json_array_add_string_element (json_node_get_array (place.parent), PLACE);
  }
  json = json_to_string (root, FALSE);
  if (values[i].shape == MISSING)
    return g_bytes_new (json, strlen (json));
  halves = g_strsplit (json, "\"" PLACE "\"", 2);
  text = g_strconcat (halves[0], mark, value, mark, halves[1], NULL);
  return g_bytes_new_take (text, strlen (text));
}

/* The judgements, each as the contract and the docstrings of the getters say, in terms of the value
 * alone. */

static gboolean
is_guid (guint i)
{
  return g_str_equal (values[i].name, "other-guid");
}

static gboolean
is_date (guint i)
{
  return g_str_equal (values[i].name, "other-date") || g_str_equal (values[i].name, "bare-date");
}

static gboolean
is_key (guint i)
{
  const char *text = values[i].value;

  return values[i].shape == TEXT && text != NULL && *text != '\0' && strlen (text) <= 64 &&
         strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-") == strlen (text);
}

/* The fact of a field, or NULL when there is none. */
static char *
new_value (char kind, guint i)
{
  gboolean is_text = values[i].shape == TEXT;
  gboolean is_integer = values[i].shape == INTEGER;
  g_autofree char *huge = values[i].value == NULL ? g_strnfill (HUGE, 'x') : NULL;
  const char *text = huge != NULL ? huge : values[i].value;
  gint64 number = is_integer ? g_ascii_strtoll (text, NULL, 10) : -1;

  switch (kind) {
  case 'G':
    return is_guid (i) ? g_strdup (text) : NULL;
  case 'd':
    return is_date (i) ? facts_dup_date (text) : NULL;
  case 't':
  case 'w':
    return g_strdup (is_text ? text : "");
  case 'c':
    return is_text || is_integer ? g_strdup (text) : NULL;
  case 'b':
    return g_strdup (g_strcmp0 (values[i].value, "true") == 0 ? "true" : "false");
  case 'i':
    return g_strdup (is_integer ? text : "-1");
  case 'B':
    return g_strdup (is_text && *text != '\0' ? text : "bills");
  case 'P':
    return g_strdup_printf ("%d", is_integer ? (int) CLAMP (number, 0, G_MAXINT) : 0);
  case 'T':
    return g_strdup_printf ("%" G_GINT64_FORMAT, MAX (number, -1));
  default:
    return is_text ? g_strdup (text) : NULL;
  }
}

static gboolean
is_refused (char kind, guint i)
{
  switch (kind) {
  case 'g':
  case 'R':
    return !is_guid (i);
  case 'K':
    return !is_key (i);
  case 'D':
  case 'S':
    return values[i].shape != TEXT || g_strcmp0 (values[i].value, "") == 0;
  case 'L':
    return !g_str_has_prefix (values[i].name, "list");
  default:
    return FALSE;
  }
}

/* A row without it is left out, and the rest of the page is good. */
static gboolean
is_of_row (char kind)
{
  return kind == 'R' || kind == 'S';
}

/* Whether a line is about the field, or about something below it. */
static gboolean
is_about (const char *line, const char *path)
{
  gsize length = strlen (path);

  return strncmp (line, path, length) == 0 && strchr ("=.[", line[length]) != NULL;
}

static char *
new_word_path (const char *path)
{
  const char *dot = strrchr (path, '.');
  int head = dot != NULL ? (int) (dot + 1 - path) : 0;

  return g_strdup_printf ("%.*s(%s)", head, path, path + head);
}

/* What must be said when the field at path has the value i: what the good one says, but for it. */
static char **
new_facts (char **good, const char *path, char kind, guint i)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *value = strchr ("WAl-onL", kind) == NULL ? new_value (kind, i) : NULL;
  g_autofree char *line = value != NULL ? g_strconcat (path, "=", value, NULL) : NULL;
  g_autofree char *word_path = kind == 'l' ? g_strdup ("(_links.next)") : new_word_path (path);
  g_autofree char *word = g_strconcat (
      word_path, "=",
      kind == 'l' ? (values[i].shape == TEXT && g_str_has_suffix (path, "href") ? "true" : "false")
      : kind == 'A' ? "Resolved"
                    : "Unknown",
      NULL);
  g_autofree char *row =
      is_of_row (kind) ? g_strndup (path, (gsize) (strrchr (path, '.') - path)) : NULL;

  for (guint n = 0; good[n] != NULL; n++) {
    if (kind == 'n' || !(is_about (good[n], path) || is_about (good[n], word_path) ||
                         (row != NULL && is_refused (kind, i) && is_about (good[n], row))))
      g_strv_builder_add (builder, good[n]);
  }
  if (line != NULL && !is_refused (kind, i))
    g_strv_builder_add (builder, line);
  if (strchr ("wvWAl", kind) != NULL)
    g_strv_builder_add (builder, word);
  return facts_sort (g_strv_builder_end (builder));
}

/* Of a field that stands elsewhere in the facts than in the document, fact_path says where. */
static Document *
new_mutant (const DocumentKind *kind,
            char **good,
            const char *path,
            const char *fact_path,
            char code,
            guint i)
{
  Document *document = g_new0 (Document, 1);

  document->name = g_strconcat (kind->name, "/", path, "/", values[i].name, NULL);
  document->kind = kind;
  document->text = new_text (kind, path, i);
  document->is_good = values[i].shape != TOO_LARGE && (is_of_row (code) || !is_refused (code, i));
  if (document->is_good) {
    document->facts = new_facts (good, fact_path, code, i);
  } else {
    document->facts = g_new0 (char *, 2);
    document->facts[0] = values[i].shape == TOO_LARGE ? g_strdup ("a number too large at byte")
                                                      : g_strconcat (kind->type, ".", path, NULL);
  }
  return document;
}

static void
add_mutants (GPtrArray *documents, const DocumentKind *kind)
{
  g_auto (GStrv) fields = g_strsplit (kind->fields, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = kind->read (kind->json, strlen (kind->json), &error);
  g_auto (GStrv) good = facts_new (object, error);

  g_assert_no_error (error);
  for (guint f = 0; fields[f] != NULL; f++) {
    char *colon = strchr (fields[f], ':');
    char *other = strchr (fields[f], '>');

    *colon = '\0';
    if (other != NULL)
      *other++ = '\0';
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      g_ptr_array_add (documents, new_mutant (kind, good, fields[f],
                                              other != NULL ? other : fields[f], colon[1], i));
  }
}

GPtrArray *
documents_new_mutants (const DocumentKind *kind)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);

  for (guint k = 0; k < n_document_kinds; k++) {
    if (kind == NULL || kind == &document_kinds[k])
      add_mutants (documents, &document_kinds[k]);
  }
  return documents;
}
