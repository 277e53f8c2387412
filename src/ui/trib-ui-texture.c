/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-texture.h"

#include <string.h>

typedef struct {
  GBytes *bytes; /* (owned) */
  int max_width;
  int max_height;
} LoadData;

static void
load_data_free (LoadData *load)
{
  g_bytes_unref (load->bytes);
  g_free (load);
}

/* The picture comes from a server, so only these two decoders may ever see it. */
static const char *
sniff (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (size >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  return NULL;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, LoadData *load)
{
  double scale;

  if (width <= 0 || height <= 0 || (gint64) width * height > TRIB_UI_TEXTURE_MAX_PIXELS) {
    /* No size at all makes the decoder give up before it takes memory. */
    gdk_pixbuf_loader_set_size (loader, 0, 0);
    return;
  }
  scale = MIN ((double) load->max_width / width, (double) load->max_height / height);
  if (scale < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale + 0.5)),
                                MAX (1, (int) (height * scale + 0.5)));
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LoadData *load = data;
  const char *type = sniff (load->bytes);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf;
  gboolean written;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (type == NULL) {
    g_task_return_new_error (task, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE,
                             "Neither a PNG nor a JPEG");
    return;
  }
  loader = gdk_pixbuf_loader_new_with_type (type, &error);
  if (loader == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), load);
  written = gdk_pixbuf_loader_write_bytes (loader, load->bytes, &error);
  /* A loader must be closed even when it failed; the first error is the one to tell. */
  if (!gdk_pixbuf_loader_close (loader, written ? &error : NULL) || !written) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    g_task_return_new_error (task, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE,
                             "No picture in it");
  else
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
}

/**
 * trib_ui_texture_load_async:
 * @bytes: a PNG or JPEG, as it came
 * @max_width: greatest width in device pixels; larger pictures are scaled down
 * @max_height: greatest height in device pixels
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 */
void
trib_ui_texture_load_async (GBytes *bytes,
                            int max_width,
                            int max_height,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = NULL;
  LoadData *load;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (max_width > 0 && max_height > 0);

  task = g_task_new (NULL, cancellable, callback, data);
  load = g_new0 (LoadData, 1);
  load->bytes = g_bytes_ref (bytes);
  load->max_width = max_width;
  load->max_height = max_height;
  g_task_set_source_tag (task, trib_ui_texture_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) load_data_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * trib_ui_texture_load_finish:
 * @result: what the callback got
 * @error: where to say why not
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
trib_ui_texture_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
