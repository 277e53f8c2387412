/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "sandbox-platforms.h"

G_BEGIN_DECLS

/* Draws the glyph in white into a square of the given size at the origin. */
void sandbox_marks_draw_glyph (cairo_t *cr, SandboxGlyph glyph, char letter, double size);
/* The whole mark: a rounded square in one colour with its glyph. */
void sandbox_marks_draw (cairo_t *cr, const SandboxPlatform *platform, double size);
void sandbox_marks_rounded_rectangle (
    cairo_t *cr, double x, double y, double width, double height, double radius);
void sandbox_marks_set_colour (cairo_t *cr, guint colour, double brightness);

G_END_DECLS
