/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-brand.h"

#include <string.h>

/* The images of a platform as they are kept between two days, by whoever can write to that file. */

static GBytes *
keep (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatBranding) branding = codat_branding_new_from_data (json, -1, &error);

  g_assert_no_error (error);
  return trib_model_brand_to_bytes (branding);
}

static void
assert_image (GBytes *bytes, CodatBrandImage image, const char *url, const char *alt)
{
  g_autofree char *found_alt = NULL;
  g_autofree char *found = trib_model_brand_get (bytes, image, &found_alt);

  g_assert_cmpstr (found, ==, url);
  g_assert_cmpstr (found_alt, ==, alt);
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) bytes = keep (
      "{\"logo\":{\"full\":{\"image\":{\"src\":\"https://a.example/full?x=1\",\"alt\":\"A = B\"}},"
      "\"square\":{\"image\":{\"src\":\"https://a.example/square\"}}},"
      "\"button\":{\"hover\":{\"image\":{\"src\":\"https://a.example/hover\",\"alt\":\"Over\"}}}}");

  assert_image (bytes, CODAT_BRAND_IMAGE_LOGO_FULL, "https://a.example/full?x=1", "A = B");
  assert_image (bytes, CODAT_BRAND_IMAGE_LOGO_SQUARE, "https://a.example/square", NULL);
  /* The name of one image begins with that of another one. */
  assert_image (bytes, CODAT_BRAND_IMAGE_BUTTON_DEFAULT, NULL, NULL);
  assert_image (bytes, CODAT_BRAND_IMAGE_BUTTON_HOVER, "https://a.example/hover", "Over");
}

/* Words of a server become no line of their own, and an address is one word. */
static void
test_no_smuggling (void)
{
  g_autoptr (GBytes) bytes =
      keep ("{\"logo\":{\"full\":{\"image\":{\"src\":\"https://a.example/full\","
            "\"alt\":\"One\\nlogo-square=https://evil.example/\"}},"
            "\"square\":{\"image\":{\"src\":\"https://a.example/\\nbutton=https://evil.example/\","
            "\"alt\":\"Two\"}}},"
            "\"button\":{\"default\":{\"image\":{\"src\":\"\",\"alt\":\"Three\"}}}}");
  g_autofree char *alt = NULL;
  g_autofree char *url = trib_model_brand_get (bytes, CODAT_BRAND_IMAGE_LOGO_FULL, &alt);

  g_assert_cmpstr (url, ==, "https://a.example/full");
  g_assert_true (g_str_has_prefix (alt, "One"));
  assert_image (bytes, CODAT_BRAND_IMAGE_LOGO_SQUARE, NULL, NULL);
  assert_image (bytes, CODAT_BRAND_IMAGE_BUTTON_DEFAULT, NULL, NULL);
}

static void
test_bad_bytes (void)
{
  static const char *const texts[] = { "", "\n\n\n", "logo-full", "logo-fullness=x", "=\n==\n" };
  g_autoptr (GBytes) broken = g_bytes_new_static ("logo-full=\xff\xfe\nlogo-full-alt=\xc3", 28);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

    for (guint image = 0; image <= CODAT_BRAND_IMAGE_BUTTON_HOVER; image++)
      assert_image (bytes, (CodatBrandImage) image, NULL, NULL);
  }
  /* What is not UTF-8 comes out as text all the same. */
  assert_image (broken, CODAT_BRAND_IMAGE_LOGO_FULL, "\xef\xbf\xbd\xef\xbf\xbd", "\xef\xbf\xbd");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/brand/round-trip", test_round_trip);
  g_test_add_func ("/model/brand/no-smuggling", test_no_smuggling);
  g_test_add_func ("/model/brand/bad-bytes", test_bad_bytes);
  return g_test_run ();
}
