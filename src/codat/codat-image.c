/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-image.h"

#include "codat-error.h"

#include <string.h>

static guint
read_u16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint32
read_u32 (const guint8 *p)
{
  return (guint32) read_u16 (p) << 16 | read_u16 (p + 2);
}

/* A PNG begins with its signature and the chunk IHDR, which has width and height first, and ends
 * with the chunk IEND: one that was cut on its way is none. */
static gboolean
read_png (const guint8 *data, gsize size, guint32 *width, guint32 *height)
{
  static const guint8 start[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
                                  0,    0,   0,   13,  'I',  'H',  'D',  'R' };
  static const guint8 end[] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };

  if (size < 33 + sizeof end || memcmp (data, start, sizeof start) != 0 ||
      memcmp (data + size - sizeof end, end, sizeof end) != 0)
    return FALSE;
  *width = read_u32 (data + 16);
  *height = read_u32 (data + 20);
  return TRUE;
}

static gboolean
is_frame_start (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* A JPEG is a row of segments up to an end marker; the start of frame has height and width. */
static gboolean
read_jpeg (const guint8 *data, gsize size, guint32 *width, guint32 *height)
{
  gsize at = 2;

  if (size < 4 || data[0] != 0xff || data[1] != 0xd8 || data[size - 2] != 0xff ||
      data[size - 1] != 0xd9)
    return FALSE;
  while (size - at >= 4 && data[at] == 0xff) {
    guint length;

    if (data[at + 1] == 0xff) {
      at++;
      continue;
    }
    length = read_u16 (data + at + 2);
    if (length < 2 || size - at < 2 + (gsize) length)
      return FALSE;
    if (is_frame_start (data[at + 1])) {
      if (length < 8)
        return FALSE;
      *height = read_u16 (data + at + 5);
      *width = read_u16 (data + at + 7);
      return TRUE;
    }
    at += 2 + length;
  }
  return FALSE;
}

gboolean
codat_image_check (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 width, height;

  if (size > CODAT_IMAGE_MAX_SIZE ||
      (!read_png (data, size, &width, &height) && !read_jpeg (data, size, &width, &height))) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                         "The picture is no PNG and no JPEG");
    return FALSE;
  }
  if (width == 0 || height == 0 || width > CODAT_IMAGE_MAX_PIXELS ||
      height > CODAT_IMAGE_MAX_PIXELS) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                         "The picture has dimensions that no logo has");
    return FALSE;
  }
  return TRUE;
}
