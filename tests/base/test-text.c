/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-text.h"

static void
test_guid (void)
{
  static const char *const bad[] = {
    "",
    "x",
    "8a210b68-6988-11ed-a1eb-0242ac12000",
    "8a210b68-6988-11ed-a1eb-0242ac1200022",
    "8A210b68-6988-11ed-a1eb-0242ac120002",
    "8a210b68a6988-11ed-a1eb-0242ac120002",
    "8a210b68-6988-11ed-a1eb-0242ac12000g",
    "{8a210b68-6988-11ed-a1eb-0242ac1200}",
    "8a210b68-6988-11ed-a1eb-0242ac12000/",
    "../../../../../../../../../../../../",
    " 8a210b68-6988-11ed-a1eb-0242ac12000",
  };

  g_assert_true (trib_guid_is_valid ("8a210b68-6988-11ed-a1eb-0242ac120002"));
  g_assert_true (trib_guid_is_valid ("00000000-0000-0000-0000-000000000000"));
  g_assert_false (trib_guid_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (trib_guid_is_valid (bad[i]));
}

static void
test_bare_host (void)
{
  static const char *const hosts[][2] = {
    { "localhost:8080", "localhost" },
    { "login.xero.com", "login.xero.com" },
    { "[::1]:443", "[::1]" },
    { "[::1]", "[::1]" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++) {
    g_autofree char *bare = trib_host_dup_bare (hosts[i][0]);

    g_assert_cmpstr (bare, ==, hosts[i][1]);
  }
}

static void
test_loopback (void)
{
  g_assert_true (trib_host_is_loopback ("127.0.0.1"));
  g_assert_true (trib_host_is_loopback ("127.8.9.1"));
  g_assert_true (trib_host_is_loopback ("::1"));
  g_assert_true (trib_host_is_loopback ("[::1]"));
  g_assert_true (trib_host_is_loopback ("localhost"));
  g_assert_true (trib_host_is_loopback ("LOCALHOST"));
  g_assert_false (trib_host_is_loopback (NULL));
  g_assert_false (trib_host_is_loopback (""));
  g_assert_false (trib_host_is_loopback ("0.0.0.0"));
  g_assert_false (trib_host_is_loopback ("127.0.0.1.example.com"));
  g_assert_false (trib_host_is_loopback ("localhost.example.com"));
  g_assert_false (trib_host_is_loopback ("10.0.0.1"));
}

static void
test_display (void)
{
  static const struct {
    const char *in;
    gsize max;
    const char *out;
  } rows[] = {
    { NULL, 10, "" },
    { "  two \n\t words  ", 20, "two words" },
    { "a\xe2\x80\xae"
      "b\x01"
      "c",
      10, "abc" },
    { "caf\xc3\xa9", 4, "caf\xc3\xa9" },
    { "abcdef", 3, "abc\xe2\x80\xa6" },
    { "<b>bold</b>", 20, "<b>bold</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *shown = trib_text_for_display (rows[i].in, rows[i].max);

    g_assert_cmpstr (shown, ==, rows[i].out);
  }
}

static void
test_set_str (void)
{
  g_autofree char *place = NULL;

  g_assert_false (trib_set_str (&place, NULL));
  g_assert_true (trib_set_str (&place, "one"));
  g_assert_false (trib_set_str (&place, "one"));
  g_assert_true (trib_set_str (&place, place + 1));
  g_assert_cmpstr (place, ==, "ne");
}

/* A name of a server can be invisible, a twin of another one, or drawn over the rows around it. */
static void
test_display_unseen (void)
{
  static const struct {
    const char *text;
    const char *shown;
  } rows[] = {
    { "\u200b\u2060\u00ad\u180e", "" },
    { "\u3164\u115f\u1160\uffa0\u2800", "" },
    { "\u200d\u200c\u0301", "" },
    { "A \u200d\u0301", "A" },
    { "\u200b\u0301", "" },
    { "e\u0301\u0301\u0301\u0301\u200b\u0301", "e\u0301\u0301\u0301\u0301" },
    { "Ac\u200bme\u2060", "Acme" },
    { "Acme\U000e0041\U000e007f", "Acme" },
    { "A\ufff9b\ufffbc", "Abc" },
    { "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301x\u0301", "e\u0301\u0301\u0301\u0301x\u0301" },
    { "\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e" },
    { "\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *shown = trib_text_for_display (rows[i].text, 100);

    g_assert_cmpstr (shown, ==, rows[i].shown);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/guid", test_guid);
  g_test_add_func ("/base/text/bare-host", test_bare_host);
  g_test_add_func ("/base/text/loopback", test_loopback);
  g_test_add_func ("/base/text/display", test_display);
  g_test_add_func ("/base/text/set-str", test_set_str);
  g_test_add_func ("/base/text/display-unseen", test_display_unseen);
  return g_test_run ();
}
