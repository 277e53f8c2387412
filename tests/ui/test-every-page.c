/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-pages.h"

#include "sign-in-fixture.h"

/* What holds of every page and every dialog in each of its states: it fits a telephone, every
 * button is reached with Tab, has a name, and a letter that no other button on the page has. */

#define NARROW 360
#define HEIGHT 640

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWindow *behind;
  GtkWidget *page;
  gboolean is_window;
} Fixture;

typedef gboolean (*WidgetFunc) (GtkWidget *widget, gpointer data);

static void
for_each (GtkWidget *root, WidgetFunc func, gpointer data)
{
  if (!gtk_widget_get_mapped (root) || !func (root, data))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each (child, func, data);
}

static gboolean
is_waiting (const UiPage *page)
{
  return g_str_has_suffix (page->name, "loading") || g_str_equal (page->name, "skeleton");
}

static gboolean
find_skeleton (GtkWidget *widget, gpointer data)
{
  if (TRIB_UI_IS_SKELETON (widget) || TRIB_UI_IS_TILE_SKELETON (widget))
    *(gboolean *) data = TRUE;
  return TRUE;
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;
  gboolean has_skeleton = FALSE;

  if (!gtk_widget_get_mapped (fixture->page) || gtk_widget_get_width (fixture->page) == 0)
    return FALSE;
  for_each (fixture->page, find_skeleton, &has_skeleton);
  return !has_skeleton;
}

static gboolean
is_placed (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_mapped (fixture->page) && gtk_widget_get_width (fixture->page) > 0;
}

static void
open_dialog (Fixture *fixture, int width)
{
  GtkWindow *dialog = GTK_WINDOW (fixture->page);

  gtk_window_set_default_size (dialog, width, HEIGHT);
  if (TRIB_UI_IS_BEFORE_DIALOG (dialog)) {
    fixture->behind = GTK_WINDOW (adw_window_new ());
    gtk_window_set_default_size (fixture->behind, width, HEIGHT);
    trib_ui_before_dialog_present (TRIB_UI_BEFORE_DIALOG (dialog), GTK_WIDGET (fixture->behind));
  }
  gtk_window_present (dialog);
}

static void
open_page (Fixture *fixture, const UiPage *page, int width)
{
  ui_world_start (&fixture->world, 0);
  fixture->page = page->make (&fixture->world, NULL);
  fixture->is_window = GTK_IS_WINDOW (fixture->page);
  if (fixture->is_window)
    open_dialog (fixture, width);
  else
    ui_window_open (&fixture->window, fixture->page, width, HEIGHT);
  ui_wait_for (is_waiting (page) ? is_placed : is_settled, fixture);
  company_fixture_settle ();
}

static void
close_page (Fixture *fixture)
{
  if (fixture->is_window)
    gtk_window_destroy (GTK_WINDOW (fixture->page));
  else
    ui_window_close (&fixture->window);
  if (fixture->behind != NULL)
    gtk_window_destroy (fixture->behind);
  ui_world_stop (&fixture->world);
  *fixture = (Fixture){ { NULL } };
}

/* A list is entered with Tab and walked through with the arrows, and a popover is not open. */
static gboolean
is_reached_otherwise (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static gboolean
collect_buttons (GtkWidget *widget, gpointer data)
{
  if ((GTK_IS_BUTTON (widget) || GTK_IS_TEXT (widget)) && gtk_widget_is_sensitive (widget) &&
      gtk_widget_get_focusable (widget) && !is_reached_otherwise (widget))
    g_ptr_array_add (data, widget);
  return TRUE;
}

static char *
dup_name (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);
  const char *words = row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : "";

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    words = gtk_button_get_label (GTK_BUTTON (widget));
  return g_strdup_printf ("a %s (%s)", G_OBJECT_TYPE_NAME (widget), words);
}

static void
assert_tab_reaches (Fixture *fixture, const UiPage *page)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (fixture->page));

  for_each (fixture->page, collect_buttons, buttons);
  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  for (guint i = 0; buttons->len > 0 && i < 400; i++) {
    GtkWidget *focus;

    /* After the last one it begins again, as a window does. */
    if (!gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD))
      gtk_window_set_focus (GTK_WINDOW (root), NULL);
    focus = gtk_window_get_focus (GTK_WINDOW (root));
    if (focus != NULL)
      g_ptr_array_remove (buttons, focus);
  }
  if (buttons->len > 0) {
    g_autofree char *name = dup_name (g_ptr_array_index (buttons, 0));

    g_error ("%s: Tab does not reach %s", page->name, name);
  }
}

static GtkLabel *
find_mnemonic_label (GtkWidget *button)
{
  GtkWidget *label = ui_find (button, GTK_TYPE_LABEL);

  return label != NULL ? GTK_LABEL (label) : NULL;
}

typedef struct {
  const UiPage *page;
  GHashTable *letters;
} Letters;

/* Tiles and rows are many of a kind, and are searched for instead. */
static gboolean
check_mnemonic (GtkWidget *widget, gpointer data)
{
  Letters *letters = data;
  const char *words, *action, *other;
  guint letter;

  if (TRIB_UI_IS_PLATFORM_TILE (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) ||
      GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_STACK_SWITCHER (widget) ||
      ADW_IS_VIEW_SWITCHER (widget))
    return FALSE;
  if (!GTK_IS_BUTTON (widget) || find_mnemonic_label (widget) == NULL)
    return TRUE;
  /* Enter presses it, wherever the focus is. */
  if (gtk_window_get_default_widget (GTK_WINDOW (gtk_widget_get_root (widget))) == widget)
    return FALSE;
  words = gtk_label_get_label (find_mnemonic_label (widget));
  letter = gtk_label_get_mnemonic_keyval (find_mnemonic_label (widget));
  if (letter == GDK_KEY_VoidSymbol)
    g_error ("%s: “%s” has no letter of its own", letters->page->name, words);
  action =
      GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;
  other = g_hash_table_lookup (letters->letters, GUINT_TO_POINTER (letter));
  /* Two buttons for one thing may share it. */
  if (other != NULL && g_strcmp0 (other, action) != 0)
    g_error ("%s: the letter of “%s” is another button's too", letters->page->name, words);
  g_hash_table_insert (letters->letters, GUINT_TO_POINTER (letter),
                       (gpointer) (action != NULL ? action : ""));
  return FALSE;
}

static void
assert_mnemonics (Fixture *fixture, const UiPage *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Letters letters = { page, seen };

  for_each (fixture->page, check_mnemonic, &letters);
}

static void
test_keyboard (gconstpointer data)
{
  const UiPage *page = data;
  Fixture fixture = { { NULL } };

  open_page (&fixture, page, 1100);
  ui_assert_names (fixture.page);
  assert_mnemonics (&fixture, page);
  assert_tab_reaches (&fixture, page);
  close_page (&fixture);
}

static int
get_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The way to what makes a page wide. */
static void
describe_widest (GtkWidget *widget, GString *way)
{
  GtkWidget *widest = NULL;

  g_string_append_printf (way, "\n%d %s", get_minimum (widget), G_OBJECT_TYPE_NAME (widget));
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (way, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_get_visible (child) &&
        (widest == NULL || get_minimum (child) > get_minimum (widest)))
      widest = child;
  }
  if (widest != NULL)
    describe_widest (widest, way);
}

static void
assert_fits (Fixture *fixture, const UiPage *page, int width)
{
  g_autoptr (GString) way = g_string_new (NULL);

  if (get_minimum (fixture->page) <= width)
    return;
  describe_widest (fixture->page, way);
  g_error ("%s: needs %d pixels:%s", page->name, get_minimum (fixture->page), way->str);
}

/* A label that says less than it has to say, and could have gone on on another line. */
static gboolean
find_cut (GtkWidget *widget, gpointer data)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  if (label != NULL && pango_layout_is_ellipsized (gtk_label_get_layout (label)) &&
      gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) == NULL &&
      gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) == NULL &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_TEXT) == NULL)
    g_error ("%s: “%s” is cut", ((const UiPage *) data)->name, gtk_label_get_text (label));
  return TRUE;
}

static void
test_narrow (gconstpointer data)
{
  const UiPage *page = data;
  Fixture fixture = { { NULL } };

  open_page (&fixture, page, NARROW);
  assert_fits (&fixture, page, NARROW);
  for_each (fixture.page, find_cut, (gpointer) page);
  ui_assert_names (fixture.page);
  assert_tab_reaches (&fixture, page);
  close_page (&fixture);
}

static void
set_text_size (double factor)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * factor), NULL);
}

/* Inside these libadwaita makes the labels, of our own sentences. */
static gboolean
is_of_libadwaita (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_STATUS_PAGE) != NULL ||
         gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP) != NULL ||
         gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW) != NULL;
}

/* A host or a name that is broken anywhere must not get a hyphen that is not part of it. */
static gboolean
find_hyphens (GtkWidget *widget, gpointer data)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;
  PangoAttrIterator *iterator;
  PangoAttribute *hyphens = NULL;

  if (label == NULL || !gtk_label_get_wrap (label) || is_of_libadwaita (widget) ||
      gtk_label_get_wrap_mode (label) == PANGO_WRAP_WORD)
    return TRUE;
  if (gtk_label_get_attributes (label) != NULL) {
    iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
    hyphens = pango_attr_iterator_get (iterator, PANGO_ATTR_INSERT_HYPHENS);
    pango_attr_iterator_destroy (iterator);
  }
  if (hyphens == NULL || pango_attribute_as_int (hyphens)->value != FALSE)
    g_error ("%s: “%s” may get hyphens", ((const UiPage *) data)->name, gtk_label_get_text (label));
  return TRUE;
}

/* Text of twice the size on a telephone, in the other direction of reading. */
static void
test_large_text (gconstpointer data)
{
  const UiPage *page = data;
  Fixture fixture = { { NULL } };

  set_text_size (2);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open_page (&fixture, page, NARROW);
  assert_fits (&fixture, page, NARROW);
  for_each (fixture.page, find_cut, (gpointer) page);
  for_each (fixture.page, find_hyphens, (gpointer) page);
  close_page (&fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  set_text_size (1);
}

/* The results differ in words, not in how they are laid out. */
static gboolean
has_own_layout (const UiPage *page)
{
  return !g_str_has_prefix (page->name, "result-") || g_str_equal (page->name, "result-allow") ||
         g_str_equal (page->name, "result-hostile");
}

static void
add (const char *name, const UiPage *page, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/ui/every-page/%s/%s", name, page->name);

  g_test_add_data_func (path, page, test);
}

int
main (int argc, char *argv[])
{
  guint n_pages;
  const UiPage *pages;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  pages = ui_pages_get (&n_pages);
  for (guint i = 0; i < n_pages; i++) {
    /* Codat is asked for ten seconds before a claim is not believed: as long as a wait here. */
    if (g_str_equal (pages[i].name, "result-lies"))
      continue;
    add ("keyboard", &pages[i], test_keyboard);
    if (!has_own_layout (&pages[i]))
      continue;
    add ("narrow", &pages[i], test_narrow);
    /* A sheet of samples, and no page of the program. */
    if (!g_str_equal (pages[i].name, "widgets"))
      add ("large-text", &pages[i], test_large_text);
  }
  return g_test_run ();
}
