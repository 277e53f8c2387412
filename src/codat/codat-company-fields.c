/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_PAGE_SIZE 5000
#define MAX_QUERY 2048
#define MAX_TAGS 10
#define MAX_TAG_NAME 27
#define MAX_TAG_VALUE 100

static gboolean
fits (const char *text, gsize least, gsize most)
{
  gsize length;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  length = (gsize) g_utf8_strlen (text, -1);
  return length >= least && length <= most;
}

static gboolean
check_tags (const char *const *tags, GError **error)
{
  guint length = tags != NULL ? g_strv_length ((char **) tags) : 0;
  gboolean good = length % 2 == 0 && length <= 2 * MAX_TAGS;

  for (guint i = 0; good && i < length; i += 2)
    good = fits (tags[i], 1, MAX_TAG_NAME) && fits (tags[i + 1], 0, MAX_TAG_VALUE);
  if (!good)
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                         "There are too many tags, or one is too long");
  return good;
}

gboolean
codat_company_check_fields (const char *name,
                            const char *description,
                            const char *const *tags,
                            gboolean name_is_needed,
                            GError **error)
{
  if ((name != NULL || name_is_needed) && !codat_company_name_is_valid (name)) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                         "The name is empty or has characters that Codat would take out");
    return FALSE;
  }
  if (description != NULL && !g_utf8_validate (description, -1, NULL)) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                         "The description is not UTF-8");
    return FALSE;
  }
  return check_tags (tags, error);
}

char *
codat_company_new_body (const char *name, const char *description, const char *const *tags)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (name != NULL) {
    g_autofree char *trimmed = g_strstrip (g_strdup (name));

    json_builder_set_member_name (builder, "name");
    json_builder_add_string_value (builder, trimmed);
  }
  if (description != NULL) {
    json_builder_set_member_name (builder, "description");
    json_builder_add_string_value (builder, description);
  }
  if (tags != NULL) {
    json_builder_set_member_name (builder, "tags");
    json_builder_begin_object (builder);
    for (guint i = 0; tags[i] != NULL; i += 2) {
      json_builder_set_member_name (builder, tags[i]);
      json_builder_add_string_value (builder, tags[i + 1]);
    }
    json_builder_end_object (builder);
  }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
codat_client_check_page (
    const char *query, const char *order_by, guint page, guint page_size, GError **error)
{
  if (page >= 1 && page <= G_MAXINT32 && page_size >= 1 && page_size <= MAX_PAGE_SIZE &&
      (query == NULL || fits (query, 0, MAX_QUERY - 1)) &&
      (order_by == NULL || fits (order_by, 1, MAX_QUERY - 1)))
    return TRUE;
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                       "There is no such page, or the query is too long");
  return FALSE;
}

/**
 * codat_company_name_is_valid:
 * @name: (nullable): a text
 *
 * Codat silently takes out of a name what it does not like, so such a name is not sent at all.
 *
 * Returns: whether a company can have this name, as it is
 */
gboolean
codat_company_name_is_valid (const char *name)
{
  gboolean blank = TRUE;

  if (name == NULL)
    return FALSE;
  for (; *name != '\0'; name++) {
    gboolean space = g_ascii_isspace (*name);

    if (!space && !g_ascii_isalnum (*name) && strchr ("-',&@.?!", *name) == NULL)
      return FALSE;
    blank = blank && space;
  }
  return !blank;
}
