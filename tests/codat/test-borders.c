/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-authorizer-private.h"
#include "codat-image.h"
#include "codat-json.h"
#include "codat-operation.h"
#include "codat-path.h"
#include "codat-uri.h"

#include "codat.h"

#include <string.h>

static void
test_reader (void)
{
  static const char *const good[] = { "{}",
                                      "[]",
                                      " [ ] ",
                                      "0",
                                      "-0",
                                      "-0.5e+3",
                                      "\"\"",
                                      "\"\\u00e9\\n\\/\"",
                                      "\"\\ud83d\\ude00\"",
                                      "[1,2,{\"a\":[null,true,false]}]",
                                      "{\"a\":{\"a\":1},\"b\":{\"a\":2}}",
                                      "[{\"a\":1},{\"a\":2}]",
                                      "{\"a\":1,\"A\":2,\"\":3,\"\\u0041a\":4}",
                                      "\t\r\n1 ",
                                      "[1E5]",
                                      "\"\x7f\"" };
  static const char *const bad[] = { "",
                                     " ",
                                     "{",
                                     "}",
                                     "[",
                                     "]",
                                     "[1,]",
                                     "[,1]",
                                     "[1 2]",
                                     "{\"a\"}",
                                     "{\"a\":}",
                                     "{\"a\":1,}",
                                     "{a:1}",
                                     "{'a':1}",
                                     "'a'",
                                     "/* c */ 1",
                                     "1 // c",
                                     "[1]x",
                                     "{}{}",
                                     "var x = 1;",
                                     "01",
                                     "-",
                                     "+1",
                                     ".5",
                                     "1.",
                                     "1e",
                                     "1e+",
                                     "0x10",
                                     "NaN",
                                     "Infinity",
                                     "-Infinity",
                                     "tru",
                                     "True",
                                     "nullx",
                                     "\"",
                                     "\"\\\"",
                                     "\"\\x\"",
                                     "\"\\u12\"",
                                     "\"\\u12g4\"",
                                     "\"\\u0000\"",
                                     "\"\\ud800\"",
                                     "\"\\udc00\"",
                                     "\"\\ud800\\n\"",
                                     "\"\\ud800\\u0041\"",
                                     "\"a\nb\"",
                                     "\"\x01\"",
                                     "\xef\xbb\xbf{}",
                                     "\"\xff\"",
                                     "\"\xc0\x80\"",
                                     "\"\xed\xa0\x80\"",
                                     "{\"a\":1,\"a\":2}",
                                     "{\"a\":1,\"b\":{\"c\":[{}]},\"a\":2}",
                                     "{\"a\":1,\"\\u0061\":2}",
                                     "{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":2}",
                                     "{\"\\/\":1,\"/\":2}",
                                     "{\"\":1,\"\":2}",
                                     "[1}",
                                     "{\"a\":1]",
                                     "[\"a\":1]",
                                     "\f1",
                                     "\xc2\xa0"
                                     "1" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CodatJson) root = codat_json_parse (good[i], -1, &error);

    g_assert_no_error (error);
    g_assert_nonnull (root);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CodatJson) root = codat_json_parse (bad[i], -1, &error);

    if (root != NULL)
      g_error ("This is no JSON: %s", bad[i]);
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER);
  }
  g_assert_null (codat_json_parse ("1\0", 2, NULL));
}

static void
test_depth (void)
{
  static const guint rows[] = { 1, 63, 64, 65, 1000, 50000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *open = g_strnfill (rows[i], '[');
    g_autofree char *close = g_strnfill (rows[i], ']');
    g_autofree char *text = g_strconcat (open, close, NULL);
    g_autoptr (CodatJson) root = codat_json_parse (text, -1, NULL);
    g_autoptr (CodatJson) half = codat_json_parse (open, -1, NULL);

    g_assert_cmpint (root != NULL, ==, rows[i] <= CODAT_JSON_MAX_DEPTH);
    g_assert_null (half);
  }
}

/* The search for doubles is bounded, so a wide object costs no more than its size. */
static void
test_width (void)
{
  static const guint rows[] = { 1, 1023, 1024, 1025, 200000 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = g_string_new ("{\"x\":0");
    g_autoptr (CodatJson) root = NULL;
    g_autoptr (GError) error = NULL;

    for (guint n = 1; n < rows[i]; n++)
      g_string_append_printf (text, ",\"%u\":0", n);
    g_string_append_c (text, '}');
    root = codat_json_parse (text->str, (gssize) text->len, &error);
    g_assert_cmpint (root != NULL, ==, rows[i] <= 1024);
    g_assert_cmpint (error != NULL, ==, rows[i] > 1024);
  }
}

static void
test_path (void)
{
  static const char *const refused[] = { "", ".", "..", "a/b", "a b", "a%2f", "\xc3\xa9" };
  g_autoptr (CodatCall) call = codat_call_new (CODAT_OP_GET_BRANDING, "demobank_truelayer");

  g_assert_no_error (call->error);
  g_assert_cmpstr (call->path, ==, "/integrations/demobank_truelayer/branding");
  for (CodatOp op = 0; op < CODAT_N_OPS; op++) {
    g_assert_cmpint (codat_operation_find (codat_operation_get (op)->id), ==, op);
    g_assert_cmpint (codat_operation_get_op (codat_operation_get (op)), ==, op);
  }
  g_assert_cmpint (codat_operation_find (NULL), ==, CODAT_N_OPS);
  g_assert_cmpstr (codat_call_get_id (call), ==, "demobank_truelayer");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (CodatCall) bad = codat_call_new (CODAT_OP_GET_BRANDING, refused[i]);

    g_assert_null (bad->path);
    g_assert_error (bad->error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  }
  g_assert_true (codat_platform_key_is_valid ("demobank_truelayer"));
  g_assert_false (codat_platform_key_is_valid (NULL));
  g_assert_false (codat_platform_key_is_valid (""));
  g_assert_false (codat_platform_key_is_valid ("a/b"));
  g_assert_false (codat_platform_key_is_valid (".."));
  g_assert_false (codat_platform_key_is_valid (
      "aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa"));
}

static void
test_base_urls (void)
{
  static const char *const good[] = { "https://api.codat.io",        "https://api.codat.io/",
                                      "https://host:8443/codat/v1/", "http://127.0.0.1:9",
                                      "http://localhost:80/x",       "http://[::1]:8080",
                                      "HTTPS://API.codat.io" };
  static const char *const bad[] = { "",
                                     "api.codat.io",
                                     "http://api.codat.io",
                                     "ftp://127.0.0.1",
                                     "https://",
                                     "https:///x",
                                     "https://u@host",
                                     "https://u:p@host",
                                     "https://host?q",
                                     "https://host#f",
                                     "https://host\\@evil",
                                     "https://ho st",
                                     "https://host\n",
                                     " https://host",
                                     "https://h\xc3\xb6st",
                                     "https://host/../x",
                                     "https://host/a/./b",
                                     "https://host/%2e%2e",
                                     "https://host//x",
                                     "https://host:0",
                                     "https://host:99999",
                                     "http://127.0.0.1.evil.com",
                                     "http://localhost.evil.com",
                                     "http://0.0.0.0",
                                     "https://host%00",
                                     "file:///etc",
                                     "https://@host" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;

    codat_base_url_is_valid (good[i], &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    if (codat_base_url_is_valid (bad[i], &error))
      g_error ("This is no base URL: %s", bad[i]);
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ADDRESS);
  }
}

static void
test_covers (void)
{
  static const struct {
    const char *url;
    gboolean covered;
  } rows[] = {
    { "https://host/v1/companies", TRUE },      { "https://HOST:443/v1/companies", TRUE },
    { "https://host/v2/companies", FALSE },     { "https://host/v1", FALSE },
    { "https://host/v1x/companies", FALSE },    { "http://host/v1/companies", FALSE },
    { "https://host:444/v1/companies", FALSE }, { "https://evil/v1/companies", FALSE },
    { "https://u@host/v1/companies", FALSE },
  };
  g_autoptr (GUri) base = codat_base_uri_new ("https://host/v1/", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GUri) uri =
        g_uri_parse (rows[i].url, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL);

    g_assert_cmpint (codat_base_uri_covers (base, uri), ==, rows[i].covered);
  }
  g_assert_null (codat_base_uri_join (base, "/../x", NULL, NULL));
  g_assert_null (codat_base_uri_join (base, "/a#b", NULL, NULL));
  g_assert_null (codat_base_uri_join (base, "/a?b", NULL, NULL));
}

static void
test_authorizer (void)
{
  static const struct {
    const char *key;
    const char *header; /* (nullable) */
  } rows[] = {
    { "abc", "Basic YWJj" },
    { "  abc\r\n", "Basic YWJj" },
    { "Basic YWJj", "Basic YWJj" },
    { "basic  YWJj\n", "Basic YWJj" },
    { "Basic", "Basic QmFzaWM=" },
    { "", NULL },
    { " \n", NULL },
    { "Basic ", "Basic QmFzaWM=" },
    { "a b", NULL },
    { "a\nb", NULL },
    { "a:b", NULL },
    { "k\xc3\xa9y", NULL },
    { "Basic a b", NULL },
    { "Bearer abc", NULL },
    { "a\x01", NULL },
  };
  g_autofree char *many = g_strnfill (5000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    CodatAuthorizer *authorizer = codat_authorizer_new (rows[i].key, &error);
    guint n_properties;

    if (rows[i].header == NULL) {
      g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_KEY);
      g_assert_null (authorizer);
      continue;
    }
    g_assert_no_error (error);
    {
      char *header = codat_authorizer_dup_header (authorizer);

      g_assert_cmpstr (header, ==, rows[i].header);
      codat_secret_free (header);
    }
    g_free (g_object_class_list_properties (G_OBJECT_GET_CLASS (authorizer), &n_properties));
    g_assert_cmpuint (n_properties, ==, 0);
    g_assert_finalize_object (authorizer);
  }
  g_assert_null (codat_authorizer_new (many, NULL));
}

static void
test_names (void)
{
  static const char *const good[] = { "Acme", "A",       "O'Neil & Sons, Ltd.", "what?!", "a@b",
                                      "x-y",  " padded " };
  static const char *const bad[] = { "",    " ",   "\t\n", "M\xc3\xbcller", "a(b)", "a[1]",
                                     "<b>", "a/b", "a\"b", "a:b",           "\x01" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (codat_company_name_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (codat_company_name_is_valid (bad[i]));
  g_assert_false (codat_company_name_is_valid (NULL));
}

static gboolean
check_image (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return codat_image_check (bytes, NULL);
}

static void
test_images (void)
{
  static const guint8 end[] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };
  guint8 png[45] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13,
                     'I',  'H', 'D', 'R', 0,    0,    4,    0,    0, 0, 0, 1 };
  guint8 jpeg[] = { 0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0,   11,
                    8,    0,    1,    4,    0, 1, 0, 0, 0,    0xff, 0xd9 };

  memcpy (png + sizeof png - sizeof end, end, sizeof end);

  g_assert_true (check_image (png, sizeof png));
  g_assert_true (check_image (jpeg, sizeof jpeg));
  for (gsize i = 0; i < sizeof png; i++)
    g_assert_false (check_image (png, i));
  for (gsize i = 0; i < sizeof jpeg; i++)
    g_assert_false (check_image (jpeg, i));
  png[19] = 1;
  g_assert_false (check_image (png, sizeof png));
  png[18] = png[19] = 0;
  g_assert_false (check_image (png, sizeof png));
  jpeg[16] = 1;
  g_assert_false (check_image (jpeg, sizeof jpeg));
  g_assert_false (check_image ((const guint8 *) "<svg xmlns='http://www.w3.org/2000/svg'/>", 40));
  g_assert_false (check_image ((const guint8 *) "GIF89a0000000000000000000000000000000000", 40));
}

static void
test_image_addresses (void)
{
  static const struct {
    const char *base;
    const char *url;
    gboolean allowed;
  } rows[] = {
    { "https://api.codat.io", "https://static.codat.io/a.png", TRUE },
    { "https://api.codat.io", "https://codat.io/a.png", TRUE },
    { "https://api.codat.io", "http://static.codat.io/a.png", FALSE },
    { "https://api.codat.io", "https://evilcodat.io/a.png", FALSE },
    { "https://api.codat.io", "https://codat.io.evil.com/a.png", FALSE },
    { "https://api.codat.io", "http://127.0.0.1:8/a.png", FALSE },
    { "https://api.codat.io", "https://u@static.codat.io/a.png", FALSE },
    { "https://api.codat.io", "https://evil.com\\.codat.io/a.png", FALSE },
    { "https://api.codat.io", "file:///a.png", FALSE },
    { "https://api.codat.io", "data:image/png;base64,AAAA", FALSE },
    { "https://api.codat.io", "", FALSE },
    { "https://proxy.example", "https://proxy.example/a.png", TRUE },
    { "http://127.0.0.1:7", "http://127.0.0.1:8/a.png", TRUE },
    { "http://127.0.0.1:7", "http://evil.com/a.png", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GUri) base = codat_base_uri_new (rows[i].base, NULL);
    g_autoptr (GUri) uri = codat_image_uri_new (rows[i].url, base, NULL);

    g_assert_cmpint (uri != NULL, ==, rows[i].allowed);
  }
}

static void
test_problems (void)
{
  for (int code = CODAT_ERROR_NO_NETWORK; code <= CODAT_ERROR_BAD_ARGUMENT; code++) {
    g_autoptr (GError) error = g_error_new_literal (CODAT_ERROR, code, "x");
    g_autoptr (GError) copy = g_error_copy (error);

    g_assert_cmpint (codat_error_get_problem (copy), !=, TRIB_PROBLEM_NONE);
    g_assert_cmpint (codat_error_get_problem (copy), !=, TRIB_PROBLEM_UNKNOWN);
    g_assert_cmpint (codat_error_get_retry_after (copy), ==, -1);
    g_assert_null (codat_error_get_correlation_id (copy));
  }
  {
    g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
    g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");

    g_assert_cmpint (codat_error_get_problem (cancelled), ==, TRIB_PROBLEM_NONE);
    g_assert_cmpint (codat_error_get_problem (other), ==, TRIB_PROBLEM_UNKNOWN);
    g_assert_cmpuint (codat_error_get_http_status (other), ==, 0);
    g_assert_cmpint (codat_error_get_problem (NULL), ==, TRIB_PROBLEM_NONE);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/borders/reader", test_reader);
  g_test_add_func ("/codat/borders/depth", test_depth);
  g_test_add_func ("/codat/borders/width", test_width);
  g_test_add_func ("/codat/borders/path", test_path);
  g_test_add_func ("/codat/borders/base-urls", test_base_urls);
  g_test_add_func ("/codat/borders/covers", test_covers);
  g_test_add_func ("/codat/borders/authorizer", test_authorizer);
  g_test_add_func ("/codat/borders/names", test_names);
  g_test_add_func ("/codat/borders/images", test_images);
  g_test_add_func ("/codat/borders/image-addresses", test_image_addresses);
  g_test_add_func ("/codat/borders/problems", test_problems);
  return g_test_run ();
}
