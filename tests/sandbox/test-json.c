/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-json.h"

#include <json-glib/json-glib.h>

static char *
finish (SandboxJson *json)
{
  g_autoptr (GBytes) bytes = sandbox_json_free_to_bytes (json);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

/* Every text comes back as it was, read by a parser that is not ours. */
static void
test_strings (void)
{
  static const char *const texts[] = {
    "",
    "plain",
    "\"",
    "\\",
    "\\\"",
    "a\"b\\c\"",
    "\n\r\t\b\f",
    "\001\037",
    "\177",
    "/slash/",
    "</script>",
    "na\303\257ve",
    "\346\235\261\344\272\254",
    "\360\237\215\236",
    "\342\200\256right to left",
    "ends with \\",
    "\"starts",
    "\\u0041",
    "{\"not\":\"parsed\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    SandboxJson json = SANDBOX_JSON_INIT;
    g_autofree char *text = NULL;
    g_autoptr (JsonNode) node = NULL;

    sandbox_json_begin_object (&json, NULL);
    sandbox_json_string (&json, texts[i], texts[i]);
    sandbox_json_end_object (&json);
    text = finish (&json);
    g_test_message ("%s", text);
    node = json_from_string (text, NULL);
    g_assert_nonnull (node);
    g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), texts[i]), ==,
                     texts[i]);
  }
}

static void
test_invalid_utf8 (void)
{
  SandboxJson json = SANDBOX_JSON_INIT;
  g_autofree char *text = NULL;

  sandbox_json_string (&json, NULL, "a\377b\"");
  text = finish (&json);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, ==, "\"a\357\277\275b\\\"\"");
}

static void
test_nesting (void)
{
  SandboxJson json = SANDBOX_JSON_INIT;
  g_autofree char *text = NULL;

  sandbox_json_begin_object (&json, NULL);
  sandbox_json_begin_array (&json, "a");
  sandbox_json_integer (&json, NULL, 1);
  sandbox_json_begin_object (&json, NULL);
  sandbox_json_end_object (&json);
  sandbox_json_begin_array (&json, NULL);
  sandbox_json_end_array (&json);
  sandbox_json_null (&json, NULL);
  sandbox_json_end_array (&json);
  sandbox_json_boolean (&json, "b", TRUE);
  sandbox_json_boolean (&json, "c", FALSE);
  sandbox_json_null (&json, "d");
  sandbox_json_integer (&json, "e", G_MININT64);
  sandbox_json_begin_object (&json, "f");
  sandbox_json_string (&json, "g", "h");
  sandbox_json_end_object (&json);
  sandbox_json_end_object (&json);
  text = finish (&json);
  g_assert_cmpstr (text, ==,
                   "{\"a\":[1,{},[],null],\"b\":true,\"c\":false,\"d\":null,"
                   "\"e\":-9223372036854775808,\"f\":{\"g\":\"h\"}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/json/strings", test_strings);
  g_test_add_func ("/sandbox/json/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/sandbox/json/nesting", test_nesting);
  return g_test_run ();
}
