/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>

#include <math.h>

/* Every pair of the named colours can be read: measured, not judged by eye. */

static const char *const pairs[] = { "connected", "attention", "waiting",
                                     "failed",    "neutral",   "demo" };

static double
linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) +
         0.0722 * linear (color->blue);
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static GdkRGBA
get_color (const char *css, const char *group, const char *end)
{
  g_autofree char *name = g_strdup_printf ("@define-color trib_%s_%s ", group, end);
  const char *at = strstr (css, name);
  g_autofree char *value = NULL;
  GdkRGBA color;

  g_assert_nonnull (at);
  at += strlen (name);
  value = g_strndup (at, strcspn (at, ";"));
  g_assert_true (gdk_rgba_parse (&color, value));
  return color;
}

static void
check_file (const char *name, double least)
{
  g_autofree char *path =
      g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "resources", "css", name, NULL);
  g_autofree char *css = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &css, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    GdkRGBA front = get_color (css, pairs[i], "fg");
    GdkRGBA back = get_color (css, pairs[i], "bg");

    g_test_message ("%s %s: %.2f", name, pairs[i], contrast (&front, &back));
    g_assert_cmpfloat (contrast (&front, &back), >=, least);
  }
}

static void
test_contrast (void)
{
  check_file ("colors-light.css", 4.5);
  check_file ("colors-dark.css", 4.5);
}

static void
test_high_contrast (void)
{
  check_file ("colors-high-contrast-light.css", 7.0);
  check_file ("colors-high-contrast-dark.css", 7.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/colors/contrast", test_contrast);
  g_test_add_func ("/ui/colors/high-contrast", test_high_contrast);
  return g_test_run ();
}
