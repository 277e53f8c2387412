/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"
#include "sandbox-marks.h"

#define SQUARE 128
#define BUTTON_WIDTH 544
#define BUTTON_HEIGHT 96

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (cairo_t *cr, cairo_surface_t *surface)
{
  GByteArray *bytes = g_byte_array_new ();

  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static double
measure (cairo_t *cr, const char *text, double size)
{
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "Cantarell", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, size);
  cairo_text_extents (cr, text, &extents);
  return extents.x_advance;
}

/* Makes the letters as much smaller as the words need, never larger. */
static void
show_text (cairo_t *cr, const char *text, double x, double width, double height, double size)
{
  double needed = measure (cr, text, size);
  cairo_font_extents_t font;

  if (needed > width)
    needed = measure (cr, text, size * width / needed);
  cairo_font_extents (cr, &font);
  cairo_move_to (cr, x, (height + font.ascent - font.descent) / 2);
  cairo_show_text (cr, text);
}

static GBytes *
draw_square (const SandboxPlatform *platform)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SQUARE, SQUARE);
  cairo_t *cr = cairo_create (surface);

  sandbox_marks_draw (cr, platform, SQUARE);
  return finish (cr, surface);
}

/* A wordmark on its own colour, readable on light and on dark alike. */
static GBytes *
draw_full (const SandboxPlatform *platform)
{
  const double width = SQUARE * 4;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, SQUARE);
  cairo_t *cr = cairo_create (surface);

  sandbox_marks_set_colour (cr, platform->colour, 1);
  sandbox_marks_rounded_rectangle (cr, 0, 0, width, SQUARE, SQUARE * 0.2);
  cairo_fill (cr);
  sandbox_marks_draw_glyph (cr, platform->glyph, platform->name[0], SQUARE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  show_text (cr, platform->name, SQUARE * 0.95, width - SQUARE * 1.15, SQUARE, SQUARE * 0.34);
  return finish (cr, surface);
}

/* Under the pointer the button is darker and has a ring inside: told apart without colour too. */
static GBytes *
draw_button (const SandboxPlatform *platform, gboolean hover)
{
  const double height = BUTTON_HEIGHT;
  g_autofree char *words = g_strdup_printf ("Connect to %s", platform->name);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, BUTTON_WIDTH, BUTTON_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  sandbox_marks_set_colour (cr, platform->colour, hover ? 0.72 : 1);
  sandbox_marks_rounded_rectangle (cr, 0, 0, BUTTON_WIDTH, height, height / 4);
  cairo_fill (cr);
  if (hover) {
    cairo_set_source_rgba (cr, 1, 1, 1, 0.8);
    cairo_set_line_width (cr, 4);
    sandbox_marks_rounded_rectangle (cr, 6, 6, BUTTON_WIDTH - 12, height - 12, height / 5);
    cairo_stroke (cr);
  }
  sandbox_marks_draw_glyph (cr, platform->glyph, platform->name[0], height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  show_text (cr, words, height * 0.95, BUTTON_WIDTH - height * 1.2, height, height * 0.36);
  return finish (cr, surface);
}

static GBytes *
draw (const SandboxPlatform *platform, const char *kind)
{
  gboolean has_button = (platform->flags & SANDBOX_PLATFORM_BUTTON) != 0;

  if (g_str_equal (kind, "square"))
    return draw_square (platform);
  if (g_str_equal (kind, "full"))
    return draw_full (platform);
  if (g_str_equal (kind, "button") && has_button)
    return draw_button (platform, FALSE);
  if (g_str_equal (kind, "hover") && has_button)
    return draw_button (platform, TRUE);
  return NULL;
}

/* Takes "gbol-square.png" apart; the operator's own mark is in no table. */
static const SandboxPlatform *
find_platform (const char *name, char **kind)
{
  static const SandboxPlatform profile = {
    "profile", "Northwind Lending", "", "", SANDBOX_PLATFORM_PLAIN, 0x0d6b68, SANDBOX_GLYPH_DIAMOND
  };
  const char *dash = strchr (name, '-');
  g_autofree char *key = dash != NULL ? g_strndup (name, dash - name) : NULL;

  if (dash == NULL || !g_str_has_suffix (dash, ".png"))
    return NULL;
  *kind = g_strndup (dash + 1, strlen (dash + 1) - strlen (".png"));
  return g_str_equal (key, profile.key) ? &profile : sandbox_platforms_find (key);
}

static GBytes *
get_image (SandboxWorld *world, const char *name)
{
  GBytes *cached = g_hash_table_lookup (world->assets, name);
  g_autofree char *kind = NULL;
  const SandboxPlatform *platform;

  if (cached != NULL)
    return cached;
  platform = find_platform (name, &kind);
  if (platform == NULL || (platform->flags & SANDBOX_PLATFORM_IMAGE_MISSING) != 0)
    return NULL;
  if ((platform->flags & SANDBOX_PLATFORM_IMAGE_BROKEN) != 0) {
    static const char page[] = "<!DOCTYPE html><title>Oops</title><p>This is no image.";

    cached = g_bytes_new_static (page, sizeof page - 1);
  } else {
    cached = draw (platform, kind);
  }
  if (cached != NULL)
    g_hash_table_insert (world->assets, g_strdup (name), cached);
  return cached;
}

void
sandbox_assets_answer (SandboxWorld *world,
                       const SandboxRequest *request,
                       SandboxResponse *response)
{
  GBytes *image = NULL;

  if (request->n_segments == 2 && g_str_equal (request->method, "GET") &&
      !sandbox_world_has_fault (world, "image-404"))
    image = get_image (world, request->segments[1]);
  if (image == NULL) {
    sandbox_response_set_error (response, 404, "Not Found");
    return;
  }
  response->status = 200;
  response->content_type = "image/png";
  response->body = g_bytes_ref (image);
}
