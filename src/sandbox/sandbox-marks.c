/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-marks.h"

#include <math.h>

/* Every glyph is drawn in a square of 1 × 1 with lines of one width, so that all look of a kind. */
#define LINE 0.085

void
sandbox_marks_rounded_rectangle (
    cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
sandbox_marks_set_colour (cairo_t *cr, guint colour, double brightness)
{
  cairo_set_source_rgb (cr, MIN (1, ((colour >> 16) & 0xff) / 255.0 * brightness),
                        MIN (1, ((colour >> 8) & 0xff) / 255.0 * brightness),
                        MIN (1, (colour & 0xff) / 255.0 * brightness));
}

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static void
dot (cairo_t *cr, double x, double y, double radius)
{
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  sandbox_marks_rounded_rectangle (cr, x, y, width, height, radius);
  cairo_fill (cr);
}

static void
frame (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  sandbox_marks_rounded_rectangle (cr, x, y, width, height, radius);
  cairo_stroke (cr);
}

static void
draw_letter (cairo_t *cr, char letter)
{
  char text[2] = { letter, '\0' };
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "Cantarell", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, 0.6);
  cairo_text_extents (cr, text, &extents);
  cairo_move_to (cr, 0.5 - extents.x_bearing - extents.width / 2,
                 0.5 - extents.y_bearing - extents.height / 2);
  cairo_show_text (cr, text);
}

static void
draw_rings (cairo_t *cr)
{
  cairo_arc (cr, 0.385, 0.5, 0.145, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, 0.615, 0.5, 0.145, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_bars (cairo_t *cr)
{
  box (cr, 0.26, 0.55, 0.12, 0.19, 0.03);
  box (cr, 0.44, 0.42, 0.12, 0.32, 0.03);
  box (cr, 0.62, 0.27, 0.12, 0.47, 0.03);
}

static void
draw_wave (cairo_t *cr)
{
  cairo_move_to (cr, 0.24, 0.58);
  cairo_curve_to (cr, 0.36, 0.16, 0.48, 0.32, 0.5, 0.5);
  cairo_curve_to (cr, 0.52, 0.68, 0.64, 0.84, 0.76, 0.42);
  cairo_stroke (cr);
}

static void
draw_arc (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.6, 0.25, G_PI, 2 * G_PI);
  cairo_stroke (cr);
  dot (cr, 0.5, 0.6, 0.07);
}

static void
draw_lines (cairo_t *cr)
{
  line (cr, 0.28, 0.33, 0.72, 0.33);
  line (cr, 0.28, 0.5, 0.72, 0.5);
  line (cr, 0.28, 0.67, 0.72, 0.67);
}

static void
draw_chevron (cairo_t *cr)
{
  cairo_move_to (cr, 0.36, 0.26);
  cairo_line_to (cr, 0.66, 0.5);
  cairo_line_to (cr, 0.36, 0.74);
  cairo_stroke (cr);
}

static void
draw_grid (cairo_t *cr)
{
  box (cr, 0.27, 0.27, 0.2, 0.2, 0.05);
  box (cr, 0.53, 0.27, 0.2, 0.2, 0.05);
  box (cr, 0.27, 0.53, 0.2, 0.2, 0.05);
  box (cr, 0.53, 0.53, 0.2, 0.2, 0.05);
}

static void
draw_columns (cairo_t *cr)
{
  frame (cr, 0.25, 0.34, 0.5, 0.32, 0.06);
  line (cr, 0.42, 0.36, 0.42, 0.64);
  line (cr, 0.58, 0.36, 0.58, 0.64);
}

static void
draw_turn (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.5, 0.23, 0.22 * G_PI, 1.78 * G_PI);
  cairo_stroke (cr);
  dot (cr, 0.69, 0.34, 0.065);
}

static void
draw_plus (cairo_t *cr)
{
  line (cr, 0.5, 0.26, 0.5, 0.74);
  line (cr, 0.26, 0.5, 0.74, 0.5);
}

static void
draw_slashes (cairo_t *cr)
{
  line (cr, 0.27, 0.7, 0.43, 0.3);
  line (cr, 0.43, 0.7, 0.59, 0.3);
  line (cr, 0.59, 0.7, 0.75, 0.3);
}

static void
draw_bag (cairo_t *cr)
{
  box (cr, 0.27, 0.42, 0.46, 0.33, 0.06);
  cairo_arc (cr, 0.5, 0.42, 0.13, G_PI, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_frame (cairo_t *cr)
{
  frame (cr, 0.28, 0.28, 0.44, 0.44, 0.1);
  box (cr, 0.42, 0.42, 0.16, 0.16, 0.03);
}

static void
draw_bubble (cairo_t *cr)
{
  box (cr, 0.24, 0.3, 0.52, 0.32, 0.12);
  cairo_move_to (cr, 0.4, 0.58);
  cairo_line_to (cr, 0.58, 0.6);
  cairo_line_to (cr, 0.44, 0.76);
  cairo_fill (cr);
}

static void
draw_dots (cairo_t *cr)
{
  dot (cr, 0.29, 0.5, 0.075);
  dot (cr, 0.5, 0.5, 0.075);
  dot (cr, 0.71, 0.5, 0.075);
}

static void
draw_triangle (cairo_t *cr)
{
  cairo_move_to (cr, 0.5, 0.29);
  cairo_line_to (cr, 0.74, 0.69);
  cairo_line_to (cr, 0.26, 0.69);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_diamond (cairo_t *cr)
{
  cairo_move_to (cr, 0.5, 0.25);
  cairo_line_to (cr, 0.75, 0.5);
  cairo_line_to (cr, 0.5, 0.75);
  cairo_line_to (cr, 0.25, 0.5);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_sun (cairo_t *cr)
{
  dot (cr, 0.5, 0.5, 0.11);
  for (guint i = 0; i < 8; i++) {
    double angle = i * G_PI_4;

    line (cr, 0.5 + 0.2 * cos (angle), 0.5 + 0.2 * sin (angle), 0.5 + 0.27 * cos (angle),
          0.5 + 0.27 * sin (angle));
  }
}

static void
draw_steps (cairo_t *cr)
{
  cairo_move_to (cr, 0.25, 0.7);
  cairo_line_to (cr, 0.42, 0.7);
  cairo_line_to (cr, 0.42, 0.5);
  cairo_line_to (cr, 0.58, 0.5);
  cairo_line_to (cr, 0.58, 0.3);
  cairo_line_to (cr, 0.75, 0.3);
  cairo_stroke (cr);
}

void
sandbox_marks_draw_glyph (cairo_t *cr, SandboxGlyph glyph, char letter, double size)
{
  static void (*const draw[]) (cairo_t *) = {
    [SANDBOX_GLYPH_RINGS] = draw_rings,     [SANDBOX_GLYPH_BARS] = draw_bars,
    [SANDBOX_GLYPH_WAVE] = draw_wave,       [SANDBOX_GLYPH_ARC] = draw_arc,
    [SANDBOX_GLYPH_LINES] = draw_lines,     [SANDBOX_GLYPH_CHEVRON] = draw_chevron,
    [SANDBOX_GLYPH_GRID] = draw_grid,       [SANDBOX_GLYPH_COLUMNS] = draw_columns,
    [SANDBOX_GLYPH_TURN] = draw_turn,       [SANDBOX_GLYPH_PLUS] = draw_plus,
    [SANDBOX_GLYPH_SLASHES] = draw_slashes, [SANDBOX_GLYPH_BAG] = draw_bag,
    [SANDBOX_GLYPH_FRAME] = draw_frame,     [SANDBOX_GLYPH_BUBBLE] = draw_bubble,
    [SANDBOX_GLYPH_DOTS] = draw_dots,       [SANDBOX_GLYPH_TRIANGLE] = draw_triangle,
    [SANDBOX_GLYPH_DIAMOND] = draw_diamond, [SANDBOX_GLYPH_SUN] = draw_sun,
    [SANDBOX_GLYPH_STEPS] = draw_steps,
  };

  cairo_save (cr);
  cairo_scale (cr, size, size);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (draw[glyph] != NULL)
    draw[glyph](cr);
  else
    draw_letter (cr, letter);
  cairo_restore (cr);
}

void
sandbox_marks_draw (cairo_t *cr, const SandboxPlatform *platform, double size)
{
  sandbox_marks_set_colour (cr, platform->colour, 1);
  sandbox_marks_rounded_rectangle (cr, 0, 0, size, size, size * 0.16);
  cairo_fill (cr);
  sandbox_marks_draw_glyph (cr, platform->glyph, platform->name[0], size);
}
