/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

#include <string.h>

typedef struct {
  GdkTexture *texture;
  GError *error;
  gboolean done;
} Answer;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->texture = trib_ui_texture_load_finish (result, &answer->error);
  answer->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->done;
}

static GBytes *
make_picture (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x12727cff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
load (GBytes *bytes, GCancellable *cancellable, Answer *answer)
{
  *answer = (Answer){ NULL };
  trib_ui_texture_load_async (bytes, 80, 80, cancellable, loaded_cb, answer);
  ui_wait_for (is_done, answer);
}

static void
test_good (gconstpointer type)
{
  g_autoptr (GBytes) small = make_picture (type, 20, 10);
  g_autoptr (GBytes) large = make_picture (type, 400, 200);
  Answer answer;

  load (small, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpint (gdk_texture_get_width (answer.texture), ==, 20);
  g_assert_cmpint (gdk_texture_get_height (answer.texture), ==, 10);
  g_assert_finalize_object (answer.texture);

  /* A large one is kept no larger than it is shown, in its own proportions. */
  load (large, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpint (gdk_texture_get_width (answer.texture), ==, 80);
  g_assert_cmpint (gdk_texture_get_height (answer.texture), ==, 40);
  g_assert_finalize_object (answer.texture);
}

static void
assert_refused (GBytes *bytes)
{
  Answer answer;

  load (bytes, NULL, &answer);
  g_assert_null (answer.texture);
  g_assert_nonnull (answer.error);
  g_clear_error (&answer.error);
}

static void
test_bad (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
  static const char gif[] = "GIF89a\1\0\1\0\0\0\0;";
  g_autoptr (GBytes) good = make_picture ("png", 40, 40);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("<html>404</html>", 16);
  g_autoptr (GBytes) vector = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr (GBytes) other = g_bytes_new_static (gif, sizeof gif - 1);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (good, 0, 8);

  assert_refused (nothing);
  assert_refused (words);
  assert_refused (vector);
  assert_refused (other);
  assert_refused (head);
}

/* A header can promise more pixels than there is memory. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) good = make_picture ("png", 40, 40);
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (good, &size), g_bytes_get_size (good));
  g_autoptr (GBytes) bytes = NULL;

  size = g_bytes_get_size (good);
  memcpy (data + 16, "\0\1\0\0\0\1\0\0", 8);
  bytes = g_bytes_new_take (data, size);
  assert_refused (bytes);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) good = make_picture ("png", 40, 40);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  g_cancellable_cancel (cancellable);
  load (good, cancellable, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

static void
test_logo_letter (void)
{
  GtkWidget *logo = g_object_ref_sink (trib_ui_logo_new (NULL, "Xero", 40));
  int width;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (logo), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (logo), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Xero");
  g_assert_null (trib_ui_logo_get_texture (TRIB_UI_LOGO (logo)));
  gtk_widget_measure (logo, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 40);
  trib_ui_logo_set_pixel_size (TRIB_UI_LOGO (logo), 26);
  gtk_widget_measure (logo, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 26);
  trib_ui_logo_set_name (TRIB_UI_LOGO (logo), NULL);
  g_assert_cmpstr (trib_ui_logo_get_name (TRIB_UI_LOGO (logo)), ==, "");
  g_assert_finalize_object (logo);
}

static gboolean
has_texture (gpointer data)
{
  return trib_ui_logo_get_texture (data) != NULL;
}

typedef struct {
  TribUiLogo *logo;
  int width;
} Expected;

static gboolean
has_width (gpointer data)
{
  Expected *expected = data;
  GdkTexture *texture = trib_ui_logo_get_texture (expected->logo);

  return texture != NULL && gdk_texture_get_width (texture) == expected->width;
}

static TribModelImage *
get_logo (UiWorld *world)
{
  TribModelPlatforms *platforms = trib_model_account_get_platforms (world->account);
  g_autoptr (TribModelPlatform) platform = NULL;

  trib_model_platforms_load (platforms);
  ui_wait_for_state (platforms, TRIB_MODEL_STATE_READY);
  platform = g_list_model_get_item (G_LIST_MODEL (platforms), 0);
  trib_model_platform_load_branding (platform);
  ui_wait_for ((UiCondition) trib_model_platform_get_logo, platform);
  return trib_model_platform_get_logo (platform);
}

/* A mark on the screen asks for its picture; a new picture is a new start. */
static void
test_logo_picture (void)
{
  UiWorld world = { NULL };
  UiWindow window;
  GtkWidget *logo;

  ui_world_start (&world, 0);
  logo = g_object_ref_sink (trib_ui_logo_new (get_logo (&world), "Any", 40));
  g_assert_null (trib_ui_logo_get_texture (TRIB_UI_LOGO (logo)));
  ui_window_open (&window, logo, 200, 200);
  ui_wait_for (has_texture, logo);
  trib_ui_logo_set_image (TRIB_UI_LOGO (logo), NULL);
  g_assert_null (trib_ui_logo_get_texture (TRIB_UI_LOGO (logo)));
  trib_ui_logo_set_image (TRIB_UI_LOGO (logo), get_logo (&world));
  ui_wait_for (has_texture, logo);
  ui_window_close (&window);
  g_assert_finalize_object (logo);
  ui_world_stop (&world);
}

typedef struct {
  GdkPaintable *paintable;
  GskRenderNode *node;
  int size;
} Drawing;

/* A widget has something to show from its first frame on. */
static gboolean
is_drawn (gpointer data)
{
  Drawing *drawing = data;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (drawing->paintable, snapshot, drawing->size, drawing->size);
  drawing->node = gtk_snapshot_to_node (snapshot);
  return drawing->node != NULL;
}

static guint32 *
draw (GtkWidget *widget, int size)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GdkTexture) texture = NULL;
  Drawing drawing = { paintable, NULL, size };
  guint32 *pixels = g_new0 (guint32, size * size);

  ui_wait_for (is_drawn, &drawing);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         drawing.node, &GRAPHENE_RECT_INIT (0, 0, size, size));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) size * 4);
  gsk_render_node_unref (drawing.node);
  return pixels;
}

/* The paper under a mark does not shine through the round corners of one that fills its plate. */
static void
test_logo_corners (void)
{
  const int size = 40;
  UiWorld world = { NULL };
  UiWindow window;
  GtkWidget *logo;
  g_autofree guint32 *pixels = NULL;
  guint32 mark;

  ui_world_start (&world, 0);
  logo = trib_ui_logo_new (get_logo (&world), "Any", size);
  gtk_widget_set_halign (logo, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (logo, GTK_ALIGN_CENTER);
  ui_window_open (&window, logo, 200, 200);
  ui_wait_for (has_texture, logo);
  pixels = draw (logo, size);
  mark = pixels[size / 2 * size + 3];
  g_assert_cmpuint (mark >> 24, ==, 255);
  for (int i = 0; i < 36; i++) {
    guint32 pixel = pixels[i / 6 * size + i % 6];

    for (int shift = 0; shift < 24; shift += 8) {
      guint shown = pixel >> shift & 255;
      guint most = (pixel >> 24) * ((mark >> shift & 255) + 10) / 255;

      g_assert_cmpuint (shown, <=, most);
    }
  }
  ui_window_close (&window);
  ui_world_stop (&world);
}

/* Off the screen too: when it comes back, the picture is there in the size it is shown in. */
static void
test_logo_other_size (void)
{
  UiWorld world = { NULL };
  UiWindow window;
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  Expected expected = { .width = 16 };

  ui_world_start (&world, 0);
  expected.logo = TRIB_UI_LOGO (trib_ui_logo_new (get_logo (&world), "Any", 16));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (expected.logo));
  ui_window_open (&window, box, 200, 200);
  ui_wait_for (has_width, &expected);
  gtk_widget_set_visible (GTK_WIDGET (expected.logo), FALSE);
  expected.width = 30;
  trib_ui_logo_set_pixel_size (expected.logo, 30);
  /* What is there stays until the other one is. */
  g_assert_nonnull (trib_ui_logo_get_texture (expected.logo));
  ui_wait_for (has_width, &expected);
  ui_window_close (&window);
  g_assert_finalize_object (box);
  ui_world_stop (&world);
}

/* A picture that was wanted once comes when its bytes do, although it was taken off meanwhile. */
static void
test_logo_bytes_while_hidden (void)
{
  UiWorld world = { NULL };
  UiWindow window;
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *logo;

  ui_world_start (&world, 0);
  logo = trib_ui_logo_new (get_logo (&world), "Any", 40);
  gtk_box_append (GTK_BOX (box), logo);
  ui_window_open (&window, box, 200, 200);
  gtk_widget_set_visible (logo, FALSE);
  ui_wait_for (has_texture, logo);
  ui_window_close (&window);
  g_assert_finalize_object (box);
  ui_world_stop (&world);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_data_func ("/ui/texture/png", "png", test_good);
  g_test_add_data_func ("/ui/texture/jpeg", "jpeg", test_good);
  g_test_add_func ("/ui/texture/bad", test_bad);
  g_test_add_func ("/ui/texture/too-large", test_too_large);
  g_test_add_func ("/ui/texture/cancelled", test_cancelled);
  g_test_add_func ("/ui/logo/letter", test_logo_letter);
  g_test_add_func ("/ui/logo/picture", test_logo_picture);
  g_test_add_func ("/ui/logo/other-size", test_logo_other_size);
  g_test_add_func ("/ui/logo/corners", test_logo_corners);
  g_test_add_func ("/ui/logo/bytes-while-hidden", test_logo_bytes_while_hidden);
  return g_test_run ();
}
