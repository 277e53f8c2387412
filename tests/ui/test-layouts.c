/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui.h"

#include <adwaita.h>

static GtkWidget *
make_container (GtkLayoutManager *layout)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, layout);
  return box;
}

static GtkWidget *
add_child (GtkWidget *box, int width, int height)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, height);
  gtk_box_append (GTK_BOX (box), child);
  return child;
}

static void
allocate (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
assert_place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
  g_assert_cmpint (place.height, ==, height);
}

/* The column's own width follows the size of the text, so children that are wider decide here. */
static void
test_columns_count (void)
{
  GtkWidget *box = make_container (trib_ui_columns_layout_new ());
  GtkWidget *children[5];
  static const int heights[] = { 50, 60, 40, 70, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    children[i] = add_child (box, 400, heights[i]);

  allocate (box, 1224);
  /* Every row is as high as the highest child of all. */
  assert_place (children[0], 0, 0, 400, 70);
  assert_place (children[1], 412, 0, 400, 70);
  assert_place (children[2], 824, 0, 400, 70);
  assert_place (children[3], 0, 82, 400, 70);

  allocate (box, 1223);
  assert_place (children[1], 617, 0, 605, 70);
  assert_place (children[2], 0, 82, 605, 70);
  assert_place (children[4], 0, 164, 605, 70);

  /* Alone in its column each has its own. */
  allocate (box, 420);
  assert_place (children[1], 0, 62, 420, 60);
  assert_place (children[4], 0, 268, 420, 30);

  /* Never more than three, however wide. */
  allocate (box, 3000);
  assert_place (children[3], 0, 82, 992, 70);
  g_assert_finalize_object (box);
}

static void
test_columns_hidden (void)
{
  GtkWidget *box = make_container (trib_ui_columns_layout_new ());
  GtkWidget *first = add_child (box, 400, 50);
  GtkWidget *second = add_child (box, 400, 90);
  GtkWidget *third = add_child (box, 400, 60);
  int height;

  gtk_widget_set_visible (second, FALSE);
  allocate (box, 812);
  assert_place (first, 0, 0, 400, 60);
  assert_place (third, 412, 0, 400, 60);
  gtk_widget_set_visible (first, FALSE);
  gtk_widget_set_visible (third, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 812, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 0);
  g_assert_finalize_object (box);
}

static void
test_columns_right_to_left (void)
{
  GtkWidget *box = make_container (trib_ui_columns_layout_new ());
  GtkWidget *first = add_child (box, 400, 50);
  GtkWidget *second = add_child (box, 400, 50);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 812);
  assert_place (first, 412, 0, 400, 50);
  assert_place (second, 0, 0, 400, 50);
  g_assert_finalize_object (box);
}

static void
test_buttons (void)
{
  GtkWidget *box = make_container (trib_ui_lines_layout_new ());
  GtkWidget *first = add_child (box, 100, 30);
  GtkWidget *hidden = add_child (box, 500, 90);
  GtkWidget *second = add_child (box, 150, 40);
  int minimum, natural;

  gtk_widget_set_visible (hidden, FALSE);
  allocate (box, 300);
  assert_place (first, 38, 0, 100, 40);
  assert_place (second, 150, 0, 150, 40);
  /* One pixel less than the line, and they are below each other. */
  allocate (box, 262);
  assert_place (first, 0, 0, 100, 40);
  allocate (box, 261);
  assert_place (first, 0, 0, 261, 30);
  assert_place (second, 0, 42, 261, 40);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 150);
  g_assert_cmpint (natural, ==, 262);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 261, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 82);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 40);
  g_assert_finalize_object (box);
}

static void
test_buttons_right_to_left (void)
{
  GtkWidget *box = make_container (trib_ui_lines_layout_new ());
  GtkWidget *first = add_child (box, 100, 30);
  GtkWidget *second = add_child (box, 150, 40);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 300);
  assert_place (first, 162, 0, 100, 40);
  assert_place (second, 0, 0, 150, 40);
  g_assert_finalize_object (box);
}

/* The first one at the other end is what a dialog's way out is. */
static void
test_buttons_expanding (void)
{
  GtkWidget *box = make_container (trib_ui_lines_layout_new ());
  GtkWidget *first = add_child (box, 100, 30);
  GtkWidget *second = add_child (box, 40, 40);
  GtkWidget *third = add_child (box, 100, 40);
  GtkWidget *fourth = add_child (box, 120, 40);

  gtk_widget_set_hexpand (first, TRUE);
  allocate (box, 500);
  assert_place (first, 0, 0, 204, 40);
  assert_place (second, 216, 0, 40, 40);
  assert_place (fourth, 380, 0, 120, 40);
  /* In two lines, each is filled. */
  allocate (box, 260);
  assert_place (first, 0, 0, 208, 40);
  assert_place (second, 220, 0, 40, 40);
  assert_place (third, 0, 52, 114, 40);
  assert_place (fourth, 126, 52, 134, 40);
  g_assert_finalize_object (box);
}

static void
test_tags (void)
{
  GtkWidget *box = make_container (g_object_new (TRIB_UI_TYPE_LINES_LAYOUT, "tags", TRUE, NULL));
  GtkWidget *first = add_child (box, 100, 20);
  GtkWidget *second = add_child (box, 60, 20);
  GtkWidget *third = add_child (box, 80, 20);
  gboolean tags;
  int height;

  g_object_get (gtk_widget_get_layout_manager (box), "tags", &tags, NULL);
  g_assert_true (tags);
  allocate (box, 200);
  assert_place (first, 0, 0, 100, 20);
  assert_place (second, 106, 0, 60, 20);
  assert_place (third, 0, 26, 80, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 200, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 46);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 300);
  assert_place (first, 200, 0, 100, 20);
  assert_place (third, 48, 0, 80, 20);
  g_assert_finalize_object (box);
}

static void
test_tile_end (void)
{
  GtkWidget *box = make_container (trib_ui_tile_layout_new ());
  GtkWidget *mark = add_child (box, 40, 40);
  GtkWidget *words = add_child (box, 100, 30);
  GtkWidget *end = add_child (box, 80, 20);
  int minimum, natural;

  allocate (box, 244);
  assert_place (mark, 0, 0, 40, 40);
  assert_place (words, 52, 0, 100, 40);
  assert_place (end, 164, 0, 80, 40);
  /* One pixel less, and the end goes under the words. */
  allocate (box, 243);
  assert_place (words, 52, 0, 191, 30);
  assert_place (end, 52, 36, 80, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 152);
  g_assert_cmpint (natural, ==, 244);

  gtk_widget_set_hexpand (end, TRUE);
  allocate (box, 400);
  assert_place (end, 164, 0, 236, 40);
  g_assert_finalize_object (box);
}

static void
test_tile_without (void)
{
  GtkWidget *box = make_container (trib_ui_tile_layout_new ());
  GtkWidget *mark = add_child (box, 40, 40);
  GtkWidget *words = add_child (box, 100, 30);
  GtkWidget *end = add_child (box, -1, -1);

  /* An end with nothing in it takes no place, and a hidden mark none either. */
  allocate (box, 200);
  assert_place (words, 52, 0, 148, 40);
  gtk_widget_set_visible (mark, FALSE);
  gtk_widget_set_visible (end, FALSE);
  allocate (box, 200);
  assert_place (words, 0, 0, 200, 30);
  g_assert_finalize_object (box);
}

static void
test_tile_right_to_left (void)
{
  GtkWidget *box = make_container (trib_ui_tile_layout_new ());
  GtkWidget *mark = add_child (box, 40, 40);
  GtkWidget *words = add_child (box, 100, 30);
  GtkWidget *end = add_child (box, 80, 20);
  GtkWidget *window = gtk_window_new ();

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_window_set_child (GTK_WINDOW (window), box);
  allocate (box, 300);
  allocate (box, 300);
  assert_place (mark, 260, 0, 40, 40);
  assert_place (words, 92, 0, 156, 40);
  assert_place (end, 0, 0, 80, 40);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (box);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add_func ("/ui/columns/count", test_columns_count);
  g_test_add_func ("/ui/columns/hidden", test_columns_hidden);
  g_test_add_func ("/ui/columns/right-to-left", test_columns_right_to_left);
  g_test_add_func ("/ui/buttons/line-or-pile", test_buttons);
  g_test_add_func ("/ui/buttons/right-to-left", test_buttons_right_to_left);
  g_test_add_func ("/ui/buttons/expanding", test_buttons_expanding);
  g_test_add_func ("/ui/tags", test_tags);
  g_test_add_func ("/ui/tile-layout/end", test_tile_end);
  g_test_add_func ("/ui/tile-layout/without", test_tile_without);
  g_test_add_func ("/ui/tile-layout/right-to-left", test_tile_right_to_left);
  return g_test_run ();
}
