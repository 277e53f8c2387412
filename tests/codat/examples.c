/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "examples.h"

static JsonNode *
load_examples (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "codat", "data", "examples.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  root = json_from_string (text, &error);
  g_assert_no_error (error);
  return root;
}

guint
examples_run (gboolean (*takes) (const char *status), void (*run) (Example *example))
{
  g_autoptr (JsonNode) root = load_examples ();
  JsonArray *array = json_node_get_array (root);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *row = json_array_get_object_element (array, i);
    Example example = { .of = json_object_get_string_member (row, "of"),
                        .status = json_object_get_string_member (row, "status"),
                        .name = json_object_get_string_member (row, "name"),
                        .body = json_object_get_member (row, "body") };

    g_assert_cmpstr (json_object_get_string_member (row, "type"), ==, "application/json");
    if (!takes (example.status))
      continue;
    g_test_message ("%s %s %s", example.of, example.status, example.name);
    run (&example);
    g_clear_pointer (&example.facts, g_hash_table_unref);
    n++;
  }
  return n;
}
