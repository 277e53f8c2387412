/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-qr.h"

#include <string.h>

#ifdef HAVE_QRENCODE
#include <qrencode.h>
#endif

/* A QR code to be looked at. It holds a secret, which is wiped when it goes.
 * Owned by the picture that shows it.
 * Main thread only. */

/* ISO/IEC 18004 asks for four modules of light around the code. */
#define QUIET_ZONE 4
#define MODULE_SIZE 5

struct _TribUiQr {
  GObject parent_instance;

  guint n_modules; /* on each side, without the quiet zone */
  guint8 *modules; /* (owned): 1 is dark, row by row */
};

static void trib_ui_qr_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribUiQr,
                               trib_ui_qr,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE,
                                                      trib_ui_qr_paintable_init))

/* A run of dark modules is one rectangle. */
static void
draw_row (TribUiQr *self, GtkSnapshot *snapshot, guint row, double left, double top, double size)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  guint column = 0;

  while (column < self->n_modules) {
    guint begin = column;

    while (column < self->n_modules && trib_ui_qr_is_dark (self, column, row))
      column++;
    if (column > begin)
      gtk_snapshot_append_color (
          snapshot, &black,
          &GRAPHENE_RECT_INIT ((float) (left + begin * size), (float) (top + row * size),
                               (float) ((column - begin) * size), (float) size));
    column = MAX (column, begin + 1);
  }
}

static void
trib_ui_qr_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  TribUiQr *self = TRIB_UI_QR (paintable);
  const GdkRGBA white = { 1, 1, 1, 1 };
  guint n_all = self->n_modules + 2 * QUIET_ZONE;
  double size = MIN (width, height) / n_all;
  double left, top;

  /* Whole pixels are sharp; below one there is nothing to be sharp. */
  if (size >= 1)
    size = (double) (int) size;
  left = (double) (int) ((width - size * self->n_modules) / 2);
  top = (double) (int) ((height - size * self->n_modules) / 2);
  gtk_snapshot_append_color (snapshot, &white,
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint row = 0; row < self->n_modules; row++)
    draw_row (self, snapshot, row, left, top, size);
}

static int
trib_ui_qr_get_intrinsic_size (GdkPaintable *paintable)
{
  return (int) (TRIB_UI_QR (paintable)->n_modules + 2 * QUIET_ZONE) * MODULE_SIZE;
}

static double
trib_ui_qr_get_intrinsic_aspect_ratio (GdkPaintable *paintable)
{
  return 1;
}

static GdkPaintableFlags
trib_ui_qr_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_CONTENTS | GDK_PAINTABLE_STATIC_SIZE;
}

static void
trib_ui_qr_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = trib_ui_qr_snapshot;
  iface->get_intrinsic_width = trib_ui_qr_get_intrinsic_size;
  iface->get_intrinsic_height = trib_ui_qr_get_intrinsic_size;
  iface->get_intrinsic_aspect_ratio = trib_ui_qr_get_intrinsic_aspect_ratio;
  iface->get_flags = trib_ui_qr_get_flags;
}

static void
trib_ui_qr_finalize (GObject *object)
{
  TribUiQr *self = TRIB_UI_QR (object);

  if (self->modules != NULL)
    explicit_bzero (self->modules, self->n_modules * self->n_modules);
  g_free (self->modules);
  G_OBJECT_CLASS (trib_ui_qr_parent_class)->finalize (object);
}

static void
trib_ui_qr_class_init (TribUiQrClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_ui_qr_finalize;
}

static void
trib_ui_qr_init (TribUiQr *self)
{
}

/**
 * trib_ui_qr_is_available:
 *
 * Returns: whether this program was built with QR codes
 */
gboolean
trib_ui_qr_is_available (void)
{
#ifdef HAVE_QRENCODE
  return TRUE;
#else
  return FALSE;
#endif
}

/**
 * trib_ui_qr_new:
 * @text: what a reader of the code reads
 *
 * Returns: (transfer full) (nullable): the code; %NULL when the text is too long for one, or the
 *   program was built without them
 */
TribUiQr *
trib_ui_qr_new (const char *text)
{
#ifdef HAVE_QRENCODE
  TribUiQr *self;
  QRcode *code;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return NULL;
  self = g_object_new (TRIB_UI_TYPE_QR, NULL);
  self->n_modules = (guint) code->width;
  n = (gsize) code->width * (gsize) code->width;
  self->modules = g_malloc (n);
  for (gsize i = 0; i < n; i++)
    self->modules[i] = code->data[i] & 1;
  explicit_bzero (code->data, n);
  QRcode_free (code);
  return self;
#else
  g_return_val_if_fail (text != NULL, NULL);
  return NULL;
#endif
}

/**
 * trib_ui_qr_get_n_modules:
 * @self: a code
 *
 * Returns: how many modules each side has, without the quiet zone
 */
guint
trib_ui_qr_get_n_modules (TribUiQr *self)
{
  g_return_val_if_fail (TRIB_UI_IS_QR (self), 0);
  return self->n_modules;
}

/**
 * trib_ui_qr_is_dark:
 * @self: a code
 * @column: from the left
 * @row: from the top
 *
 * Returns: whether the module there is dark
 */
gboolean
trib_ui_qr_is_dark (TribUiQr *self, guint column, guint row)
{
  g_return_val_if_fail (TRIB_UI_IS_QR (self), FALSE);
  g_return_val_if_fail (column < self->n_modules && row < self->n_modules, FALSE);
  return self->modules[row * self->n_modules + column] != 0;
}
