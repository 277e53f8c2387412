/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-query.h"

/* The one item that is asked: some properties, one of them a collection, one without a value. */
static gboolean
get_values (gconstpointer item, const char *property, GPtrArray *values)
{
  if (g_str_equal (property, "name"))
    g_ptr_array_add (values, g_strdup ("Harbour & Vale Bakery"));
  else if (g_str_equal (property, "enabled"))
    g_ptr_array_add (values, g_strdup ("true"));
  else if (g_str_equal (property, "size"))
    g_ptr_array_add (values, g_strdup ("12"));
  else if (g_str_equal (property, "created"))
    g_ptr_array_add (values, g_strdup ("2026-03-05T10:00:00Z"));
  else if (g_str_equal (property, "list.status")) {
    g_ptr_array_add (values, g_strdup ("Linked"));
    g_ptr_array_add (values, g_strdup ("PendingAuth"));
  } else if (!g_str_equal (property, "none"))
    return FALSE;
  return TRUE;
}

static void
test_matches (void)
{
  static const struct {
    const char *query;
    gboolean matches;
  } rows[] = {
    { "name=harbour & vale bakery", TRUE },
    { "name = Harbour & Vale Bakery ", TRUE },
    { "name=Harbour", FALSE },
    { "name~vale", TRUE },
    { "name ~ VALE", TRUE },
    { "name~mill", FALSE },
    { "name!=Harbour", TRUE },
    { "enabled=true", TRUE },
    { "enabled=True", TRUE },
    { "enabled!=true", FALSE },
    { "size=12", TRUE },
    { "size=12.0", TRUE },
    { "size>9", TRUE },
    { "size>12", FALSE },
    { "size>=12", TRUE },
    { "size<9", FALSE },
    { "size<=12", TRUE },
    { "created>2026-03-01", TRUE },
    { "created<2026-03-01", FALSE },
    { "created>=2026-03-05T10:00:00Z", TRUE },
    { "list.status=Linked", TRUE },
    { "list.status=PendingAuth", TRUE },
    { "list.status=Unlinked", FALSE },
    { "list.status!=Linked", FALSE },
    { "list.status!=Unlinked", TRUE },
    { "list.status!=Unlinked && list.status!=Deauthorized", TRUE },
    { "none=x", FALSE },
    { "none!=x", TRUE },
    { "size=1||size=12", TRUE },
    { "size=1 || size=2", FALSE },
    { "size=12&&enabled=true", TRUE },
    { "size=12&&enabled=false", FALSE },
    { "size=12||size=1&&enabled=false", TRUE },
    { "{size=12||size=1}&&enabled=false", FALSE },
    { "{ size=12 || size=1 } && { enabled=true }", TRUE },
    { "{{{size=12}}}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SandboxQuery) query = sandbox_query_parse (rows[i].query, SANDBOX_QUERY_FULL);
    const char *unknown = NULL;

    g_test_message ("%s", rows[i].query);
    g_assert_nonnull (query);
    g_assert_cmpint (sandbox_query_matches (query, NULL, get_values, &unknown), ==,
                     rows[i].matches);
    g_assert_null (unknown);
  }
}

static void
test_malformed (void)
{
  static const char *const rows[] = {
    "",
    " ",
    "name",
    "name=",
    "=x",
    "name==",
    "&&",
    "name=x&&",
    "&&name=x",
    "name=x||",
    "{name=x",
    "name=x}",
    "{}",
    "name=x{",
    "na me=x",
    "name=x &&&& size=1",
    "name<>",
    "n\303\244me=x",
    "name=x } && {",
    "name",
  };
  g_autofree char *deep = g_strnfill (1000, '{');
  g_autofree char *value = g_strnfill (2048, 'x');
  g_autofree char *large = g_strconcat ("name=", value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i]);
    g_assert_null (sandbox_query_parse (rows[i], SANDBOX_QUERY_FULL));
  }
  g_assert_null (sandbox_query_parse (deep, SANDBOX_QUERY_FULL));
  g_assert_null (sandbox_query_parse (large, SANDBOX_QUERY_FULL));
}

static void
test_tags (void)
{
  static const char *const bad[] = { "a>b", "a=b||c=d", "{a=b}", "a<=b" };
  static const char *const good[] = { "name~vale", "name!=x && enabled=true",
                                      "name ~ vale&&size=12" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (sandbox_query_parse (bad[i], SANDBOX_QUERY_TAGS));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (SandboxQuery) query = sandbox_query_parse (good[i], SANDBOX_QUERY_TAGS);
    const char *unknown = NULL;

    g_assert_nonnull (query);
    g_assert_true (sandbox_query_matches (query, NULL, get_values, &unknown));
  }
}

static void
test_unknown (void)
{
  g_autoptr (SandboxQuery) query = sandbox_query_parse ("isCompleted=true", SANDBOX_QUERY_FULL);
  const char *unknown = NULL;

  g_assert_false (sandbox_query_matches (query, NULL, get_values, &unknown));
  g_assert_cmpstr (unknown, ==, "isCompleted");
}

static void
test_depth (void)
{
  for (guint depth = 16; depth <= 17; depth++) {
    g_autofree char *open = g_strnfill (depth, '{');
    g_autofree char *close = g_strnfill (depth, '}');
    g_autofree char *text = g_strconcat (open, "name=a", close, NULL);
    g_autoptr (SandboxQuery) query = sandbox_query_parse (text, SANDBOX_QUERY_FULL);

    g_assert_cmpint (query != NULL, ==, depth <= 16);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/query/matches", test_matches);
  g_test_add_func ("/sandbox/query/malformed", test_malformed);
  g_test_add_func ("/sandbox/query/tags", test_tags);
  g_test_add_func ("/sandbox/query/unknown-property", test_unknown);
  g_test_add_func ("/sandbox/query/depth", test_depth);
  return g_test_run ();
}
