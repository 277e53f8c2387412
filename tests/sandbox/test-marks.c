/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-marks.h"

#define SIZE 128

static cairo_surface_t *
draw (const SandboxPlatform *platform)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  sandbox_marks_draw (cr, platform, SIZE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, guint x, guint y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint stride = (guint) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) (data + y * stride))[x];
}

/* A mark is a square of its colour with round corners, and a white glyph well inside. */
static void
test_shape (void)
{
  for (guint i = 0; i < sandbox_platforms_get_n (); i++) {
    const SandboxPlatform *platform = sandbox_platforms_get (i);
    cairo_surface_t *surface = draw (platform);
    guint n_white = 0;

    g_test_message ("%s", platform->name);
    g_assert_cmphex (get_pixel (surface, 0, 0), ==, 0);
    g_assert_cmphex (get_pixel (surface, SIZE - 1, SIZE - 1), ==, 0);
    g_assert_cmphex (get_pixel (surface, SIZE / 2, 4), ==, 0xff000000u | platform->colour);
    for (guint y = 0; y < SIZE; y++) {
      for (guint x = 0; x < SIZE; x++) {
        if (get_pixel (surface, x, y) != 0xffffffffu)
          continue;
        n_white++;
        g_assert_cmpuint (MIN (MIN (x, y), MIN (SIZE - 1 - x, SIZE - 1 - y)), >, SIZE / 8);
      }
    }
    g_assert_cmpuint (n_white, >, SIZE * SIZE / 50);
    g_assert_cmpuint (n_white, <, SIZE * SIZE / 3);
    cairo_surface_destroy (surface);
  }
}

static double
get_channel (guint colour, guint shift)
{
  double value = ((colour >> shift) & 0xff) / 255.0;

  return value <= 0.03928
             ? value / 12.92
             : ((value + 0.055) / 1.055) * ((value + 0.055) / 1.055) * (0.6 + 0.4 * value);
}

/* White on the colour can be read: at least 3 : 1, roughly measured on the safe side. */
static void
test_contrast (void)
{
  for (guint i = 0; i < sandbox_platforms_get_n (); i++) {
    const SandboxPlatform *platform = sandbox_platforms_get (i);
    double luminance = 0.2126 * get_channel (platform->colour, 16) +
                       0.7152 * get_channel (platform->colour, 8) +
                       0.0722 * get_channel (platform->colour, 0);

    g_test_message ("%s %f", platform->name, 1.05 / (luminance + 0.05));
    g_assert_cmpfloat (1.05 / (luminance + 0.05), >, 3);
  }
}

static void
test_table (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_buttons = 0;

  for (guint i = 0; i < sandbox_platforms_get_n (); i++) {
    const SandboxPlatform *platform = sandbox_platforms_get (i);

    g_assert_cmpuint (strlen (platform->key), ==, 4);
    for (const char *c = platform->key; *c != '\0'; c++)
      g_assert_true (g_ascii_islower (*c));
    g_assert_true (g_hash_table_add (keys, (gpointer) platform->key));
    g_assert_true (g_hash_table_add (names, (gpointer) platform->name));
    g_assert_true (sandbox_platforms_find (platform->key) == platform);
    n_buttons += (platform->flags & SANDBOX_PLATFORM_BUTTON) != 0;
  }
  g_assert_null (sandbox_platforms_get (sandbox_platforms_get_n ()));
  g_assert_null (sandbox_platforms_find ("zzzz"));
  g_assert_null (sandbox_platforms_find (NULL));
  g_assert_cmpuint (n_buttons, >, 3);
  g_assert_cmpuint (n_buttons, <, sandbox_platforms_get_n () / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/marks/shape", test_shape);
  g_test_add_func ("/sandbox/marks/contrast", test_contrast);
  g_test_add_func ("/sandbox/marks/table", test_table);
  return g_test_run ();
}
