/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SANDBOX_GLYPH_LETTER,
  SANDBOX_GLYPH_RINGS,
  SANDBOX_GLYPH_BARS,
  SANDBOX_GLYPH_WAVE,
  SANDBOX_GLYPH_ARC,
  SANDBOX_GLYPH_LINES,
  SANDBOX_GLYPH_CHEVRON,
  SANDBOX_GLYPH_GRID,
  SANDBOX_GLYPH_COLUMNS,
  SANDBOX_GLYPH_TURN,
  SANDBOX_GLYPH_PLUS,
  SANDBOX_GLYPH_SLASHES,
  SANDBOX_GLYPH_BAG,
  SANDBOX_GLYPH_FRAME,
  SANDBOX_GLYPH_BUBBLE,
  SANDBOX_GLYPH_DOTS,
  SANDBOX_GLYPH_TRIANGLE,
  SANDBOX_GLYPH_DIAMOND,
  SANDBOX_GLYPH_SUN,
  SANDBOX_GLYPH_STEPS,
} SandboxGlyph;

typedef enum {
  SANDBOX_PLATFORM_PLAIN = 0,
  SANDBOX_PLATFORM_BETA = 1 << 0,
  SANDBOX_PLATFORM_OFFLINE = 1 << 1,
  SANDBOX_PLATFORM_DISABLED = 1 << 2,
  SANDBOX_PLATFORM_BUTTON = 1 << 3,        /* has a button image and one for hovering */
  SANDBOX_PLATFORM_IMAGE_MISSING = 1 << 4, /* its images answer 404 */
  SANDBOX_PLATFORM_IMAGE_BROKEN = 1 << 5,  /* its images are no images */
  SANDBOX_PLATFORM_NO_BRANDING = 1 << 6,   /* its branding is an empty object */
  SANDBOX_PLATFORM_REPORTS_NAME = 1 << 7,  /* fills data.company.companyName in the redirect */
} SandboxPlatformFlags;

/* One row of the table of integrations. */
typedef struct {
  const char *key;
  const char *name;
  const char *source_type;
  const char *address; /* the web address that people know the platform by */
  SandboxPlatformFlags flags;
  guint colour;
  SandboxGlyph glyph;
} SandboxPlatform;

const SandboxPlatform *sandbox_platforms_get (guint index);
guint sandbox_platforms_get_n (void);
const SandboxPlatform *sandbox_platforms_find (const char *key);

G_END_DECLS
