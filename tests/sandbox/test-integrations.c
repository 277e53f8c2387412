/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixture.h"

static const guint8 png_magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

static gboolean
is_png (const Answer *answer, guint width, guint height)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (answer->body, &size);

  return answer->status == 200 && size > 24 && memcmp (bytes, png_magic, sizeof png_magic) == 0 &&
         (guint) (bytes[18] << 8 | bytes[19]) == width &&
         (guint) (bytes[22] << 8 | bytes[23]) == height;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) all = fixture_call (fixture, "GET", "/integrations", NULL);
  g_auto (Answer) enabled =
      fixture_call (fixture, "GET", "/integrations?query=enabled%3Dtrue&pageSize=100", NULL);
  JsonArray *results = answer_results (&all);
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = json_array_get_length (results);
  guint n_disabled = 0;

  g_assert_cmpuint (n, >=, 30);
  for (guint i = 0; i < n; i++) {
    JsonObject *integration = json_array_get_object_element (results, i);
    const char *key = json_object_get_string_member (integration, "key");

    g_assert_cmpuint (strlen (key), ==, 4);
    g_assert_true (g_hash_table_add (keys, (gpointer) key));
    g_hash_table_add (types, (gpointer) json_object_get_string_member (integration, "sourceType"));
    n_disabled += !json_object_get_boolean_member (integration, "enabled");
    g_assert_true (
        g_uuid_string_is_valid (json_object_get_string_member (integration, "integrationId")));
  }
  g_assert_cmpuint (n_disabled, >, 0);
  g_assert_cmpuint (json_array_get_length (answer_results (&enabled)), ==, n - n_disabled);
  g_assert_cmpuint (g_hash_table_size (types), ==, 6);
}

static void
test_get (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) one = fixture_call (fixture, "GET", "/integrations/gbol", NULL);
  g_auto (Answer) none = fixture_call (fixture, "GET", "/integrations/zzzz", NULL);
  g_auto (Answer) no_branding = fixture_call (fixture, "GET", "/integrations/zzzz/branding", NULL);

  g_assert_cmpstr (json_object_get_string_member (answer_object (&one), "name"), ==, "Xero");
  answer_assert_error (&none, 404, "zzzz");
  answer_assert_error (&no_branding, 404, "zzzz");
}

static const char *
get_source (JsonObject *branding, const char *group, const char *name)
{
  JsonObject *leaf =
      json_object_get_object_member (json_object_get_object_member (branding, group), name);

  return json_object_get_string_member (json_object_get_object_member (leaf, "image"), "src");
}

static void
test_branding (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) branding = fixture_call (fixture, "GET", "/integrations/qhyg/branding", NULL);
  g_auto (Answer) plain = fixture_call (fixture, "GET", "/integrations/akxx/branding", NULL);
  g_auto (Answer) empty = fixture_call (fixture, "GET", "/integrations/rvam/branding", NULL);
  JsonObject *object = answer_object (&branding);
  g_auto (Answer) square =
      fixture_call (fixture, "GET", get_source (object, "logo", "square"), NULL);
  g_auto (Answer) full = fixture_call (fixture, "GET", get_source (object, "logo", "full"), NULL);
  g_auto (Answer) button =
      fixture_call (fixture, "GET", get_source (object, "button", "default"), NULL);
  g_auto (Answer) hover =
      fixture_call (fixture, "GET", get_source (object, "button", "hover"), NULL);

  g_assert_true (is_png (&square, 128, 128));
  g_assert_true (is_png (&full, 512, 128));
  g_assert_true (is_png (&button, 544, 96));
  g_assert_true (is_png (&hover, 544, 96));
  g_assert_false (g_bytes_equal (button.body, hover.body));
  g_assert_false (json_object_has_member (answer_object (&plain), "button"));
  g_assert_true (json_object_has_member (answer_object (&plain), "logo"));
  g_assert_cmpuint (json_object_get_size (answer_object (&empty)), ==, 0);
}

/* Every mark that is there is a picture, and no two are the same. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) all = fixture_call (fixture, "GET", "/integrations", NULL);
  JsonArray *results = answer_results (&all);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  guint n_missing = 0;
  guint n_broken = 0;

  for (guint i = 0; i < json_array_get_length (results); i++) {
    JsonObject *integration = json_array_get_object_element (results, i);
    g_autofree char *path = g_strdup_printf ("/assets/%s-square.png",
                                             json_object_get_string_member (integration, "key"));
    g_auto (Answer) image = fixture_call (fixture, "GET", path, NULL);
    g_auto (Answer) again = fixture_call (fixture, "GET", path, NULL);

    g_assert_cmpuint (image.status, ==, again.status);
    if (image.status == 404)
      n_missing++;
    else if (!is_png (&image, 128, 128))
      n_broken++;
    else
      g_assert_true (g_hash_table_add (seen, g_bytes_ref (image.body)));
  }
  g_assert_cmpuint (n_missing, ==, 1);
  g_assert_cmpuint (n_broken, ==, 1);
}

static void
test_images_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = {
    "/assets/zzzz-square.png", "/assets/gbol-round.png",  "/assets/gbol.png",          "/assets/",
    "/assets/akxx-button.png", "/assets/gbol-square.svg", "/assets/x/gbol-square.png",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_auto (Answer) answer = fixture_call (fixture, "GET", paths[i], NULL);

    g_assert_cmpuint (answer.status, ==, 404);
  }
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) answer = fixture_call (fixture, "GET", "/profile", NULL);
  JsonObject *profile = answer_object (&answer);
  g_auto (Answer) logo =
      fixture_call (fixture, "GET", json_object_get_string_member (profile, "logoUrl"), NULL);

  g_assert_cmpstr (json_object_get_string_member (profile, "redirectUrl"), ==,
                   sandbox_server_get_redirect_url (fixture->server));
  g_assert_false (json_object_has_member (profile, "apiKey"));
  g_assert_true (is_png (&logo, 128, 128));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sandbox/integrations/list", 0, test_list);
  FIXTURE_TEST ("/sandbox/integrations/get", 0, test_get);
  FIXTURE_TEST ("/sandbox/integrations/branding", 0, test_branding);
  FIXTURE_TEST ("/sandbox/integrations/marks", 0, test_marks);
  FIXTURE_TEST ("/sandbox/integrations/images-refused", 0, test_images_refused);
  FIXTURE_TEST ("/sandbox/integrations/profile", 0, test_profile);
  return g_test_run ();
}
