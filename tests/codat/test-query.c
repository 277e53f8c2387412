/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-path.h"

#include "codat-query.h"
#include "codat.h"

#include <string.h>

static CodatQuery *
clause (const char *property, CodatQueryOperator op, const char *value)
{
  return codat_query_new (property, op, value, NULL);
}

static void
assert_text (CodatQuery *query, const char *expected)
{
  g_autoptr (CodatQuery) owned = query;
  g_autofree char *text = codat_query_to_string (owned, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_operators (void)
{
  static const char *const expected[] = { "a=1", "a!=1", "a~1", "a>1", "a<1", "a>=1", "a<=1" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_text (clause ("a", i, "1"), expected[i]);
}

static void
test_joins (void)
{
  CodatQuery *a = clause ("a", CODAT_QUERY_EQUALS, "1");
  CodatQuery *b = clause ("b.c", CODAT_QUERY_CONTAINS, "x y");
  CodatQuery *c = clause ("d", CODAT_QUERY_LESS, "3");

  assert_text (codat_query_and (codat_query_copy (a), codat_query_copy (b)), "a=1&&b.c~x y");
  assert_text (codat_query_and (codat_query_and (codat_query_copy (a), codat_query_copy (b)),
                                codat_query_copy (c)),
               "a=1&&b.c~x y&&d<3");
  assert_text (codat_query_and (codat_query_or (codat_query_copy (a), codat_query_copy (b)),
                                codat_query_copy (c)),
               "{a=1||b.c~x y}&&d<3");
  assert_text (codat_query_or (codat_query_copy (c),
                               codat_query_and (codat_query_copy (a), codat_query_copy (b))),
               "d<3||{a=1&&b.c~x y}");
  assert_text (codat_query_or (codat_query_or (a, b), c), "a=1||b.c~x y||d<3");
}

/* A clause that was refused makes nothing of the whole chain, so no condition is lost. */
static void
test_chain (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (codat_query_and (clause ("a", CODAT_QUERY_EQUALS, "1"),
                                  codat_query_new ("b", CODAT_QUERY_EQUALS, "x&&y", &error)));
  g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  g_assert_null (codat_query_or (NULL, clause ("a", CODAT_QUERY_EQUALS, "1")));
  g_assert_null (codat_query_to_string (NULL, NULL));
}

static void
test_values (void)
{
  static const char *const good[] = { "Acme & Sons", "a|b",  "what?!", "a=b",      "a<b",
                                      "100%",        "a#b",  "a+b",    "\xc3\xa9", "a,b;c",
                                      "\"quoted\"",  "it's", "-1" };
  static const char *const bad[] = { "",    " ",    "a&&b", "a||b", "{a", "a}",   "a ",       " a",
                                     "a\n", "a\tb", "\x01", "\xff", "&a", "a&",   "|a",       "a|",
                                     "=a",  "!a",   "~a",   "<a",   ">a", "\x7f", "a\xc2\x85" };
  static const char *const bad_properties[] = { "",   " a", "a ", "a=b", "a!", "a~",  "a&",
                                                "a|", "{",  "}",  "<",   ">",  "a\n", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *expected = g_strconcat ("p=", good[i], NULL);

    assert_text (clause ("p", CODAT_QUERY_EQUALS, good[i]), expected);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    if (codat_query_new ("p", CODAT_QUERY_EQUALS, bad[i], &error) != NULL)
      g_error ("This is no value: %s", bad[i]);
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad_properties); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (codat_query_new (bad_properties[i], CODAT_QUERY_EQUALS, "1", &error));
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  }
}

static void
test_limit (void)
{
  static const struct {
    gsize length;
    gboolean good;
  } rows[] = { { 2045, TRUE }, { 2046, FALSE }, { 100000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *value = g_strnfill (rows[i].length, 'x');
    g_autoptr (CodatQuery) query = clause ("p", CODAT_QUERY_EQUALS, value);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = codat_query_to_string (query, &error);

    g_assert_cmpint (text != NULL, ==, rows[i].good);
    if (!rows[i].good)
      g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  }
}

static void
test_dates (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) date = g_date_time_new (zone, 2026, 3, 1, 0, 30, 15.75);

  assert_text (codat_query_new_date ("created", CODAT_QUERY_AT_LEAST, date, NULL),
               "created>=2026-02-28T23:30:15Z");
}

/* In an address every sign of the language is escaped, and exactly once. */
static void
test_escaping (void)
{
  g_autoptr (CodatQuery) query =
      codat_query_or (codat_query_and (clause ("a", CODAT_QUERY_EQUALS, "100%&x+#/?"),
                                       clause ("b", CODAT_QUERY_CONTAINS, "\xc3\xa9 z")),
                      clause ("c", CODAT_QUERY_DIFFERS, "%26"));
  g_autofree char *text = codat_query_to_string (query, NULL);
  g_autoptr (GString) escaped = g_string_new (NULL);
  g_autofree char *back = NULL;

  codat_query_add (escaped, "query", text);
  g_assert_cmpstr (escaped->str, ==,
                   "query=%7Ba%3D100%25%26x%2B%23%2F%3F%26%26b~%C3%A9%20z%7D%7C%7Cc%21%3D%2526");
  back = g_uri_unescape_string (escaped->str + strlen ("query="), NULL);
  g_assert_cmpstr (back, ==, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/query/operators", test_operators);
  g_test_add_func ("/codat/query/joins", test_joins);
  g_test_add_func ("/codat/query/chain", test_chain);
  g_test_add_func ("/codat/query/values", test_values);
  g_test_add_func ("/codat/query/limit", test_limit);
  g_test_add_func ("/codat/query/dates", test_dates);
  g_test_add_func ("/codat/query/escaping", test_escaping);
  return g_test_run ();
}
