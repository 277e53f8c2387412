/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connect-words.h"
#include "trib-ui-words.h"

static void
assert_list (const char *const *words, guint n, const char *expected)
{
  g_autofree char *list = trib_ui_words_list (words, n);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_list (void)
{
  static const char *const all[] = { "Xero", "go.xero.com", "Connected", "Beta" };
  static const char *const some[] = { NULL, "Xero", "", NULL, "100 %s", NULL };

  assert_list (NULL, 0, "");
  assert_list (all, 1, "Xero");
  assert_list (all, 4, "Xero, go.xero.com, Connected, Beta");
  assert_list (some, 6, "Xero, 100 %s");
  assert_list (some, 1, "");
}

static void
test_search (void)
{
  g_autofree char *none = trib_ui_connect_words_search (0);
  g_autofree char *one = trib_ui_connect_words_search (1);
  g_autofree char *many = trib_ui_connect_words_search (32);

  g_assert_cmpstr (none, ==, "Search platforms by name or web address");
  g_assert_cmpstr (one, ==, "Search 1 platform by name or web address");
  g_assert_cmpstr (many, ==, "Search 32 platforms by name or web address");
}

static void
test_request (void)
{
  g_autofree char *known = trib_ui_connect_words_request ("Lindqvist & Co", "Bank <1>");
  g_autofree char *unknown = trib_ui_connect_words_request ("100 %s", "");

  g_assert_cmpstr (known, ==,
                   "Please switch on the platform “Bank <1>” at Codat: Lindqvist & Co would like "
                   "to connect it.");
  g_assert_cmpstr (unknown, ==,
                   "Please switch on another platform at Codat: 100 %s would like to connect it. "
                   "Its name is: ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/words/list", test_list);
  g_test_add_func ("/ui/words/search", test_search);
  g_test_add_func ("/ui/words/request", test_request);
  return g_test_run ();
}
