/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-pages.h"

#include <locale.h>

/* Shows one page and saves a picture of it, for people to look at. Not a test: nothing is asserted,
 * and nothing is installed. */

typedef struct {
  gboolean dark;
  gboolean rtl;
  int width;
  int height;
  double text;
  int wait;
  int n_companies;
  char *out;
} Options;

static gboolean
save (GtkWindow *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_print ("%s: %d × %d\n", path, width, height);
  return gdk_texture_save_to_png (texture, path);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
show (const UiPage *entry, const Options *options)
{
  UiWorld world = { NULL };
  UiWindow window;
  GtkWidget *page;
  GtkWidget *shown_from = NULL;
  GtkWindow *shown;
  gboolean stop = FALSE;
  gboolean saved;

  ui_world_start (&world, (guint) options->n_companies);
  page = entry->make (&world, NULL);
  if (GTK_IS_WINDOW (page)) {
    shown = GTK_WINDOW (page);
    gtk_window_set_default_size (shown, MIN (options->width, 580), options->height);
    if (TRIB_UI_IS_BEFORE_DIALOG (page)) {
      shown_from = adw_window_new ();
      gtk_window_set_default_size (GTK_WINDOW (shown_from), options->width, options->height);
      gtk_window_present (GTK_WINDOW (shown_from));
      while (gtk_widget_get_width (shown_from) == 0)
        g_main_context_iteration (NULL, TRUE);
      trib_ui_before_dialog_present (TRIB_UI_BEFORE_DIALOG (page), shown_from);
    }
    gtk_window_present (shown);
  } else {
    ui_window_open (&window, page, options->width, options->height);
    shown = window.window;
  }
  g_timeout_add ((guint) options->wait, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
  saved = save (shown, options->out);
  if (shown_from != NULL)
    gtk_window_destroy (GTK_WINDOW (shown_from));
  else if (GTK_IS_WINDOW (page))
    gtk_window_destroy (shown);
  else
    ui_window_close (&window);
  ui_world_stop (&world);
  return saved;
}

static void
apply (const Options *options)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, options->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                             : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * options->text),
                "gtk-enable-animations", FALSE, NULL);
  if (options->rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

int
main (int argc, char *argv[])
{
  Options options = { .width = 1100, .height = 720, .text = 1.0, .wait = 1500 };
  const GOptionEntry entries[] = {
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, "Dark style", NULL },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &options.rtl, "Right to left", NULL },
    { "width", 0, 0, G_OPTION_ARG_INT, &options.width, "Width of the window", "PIXELS" },
    { "height", 0, 0, G_OPTION_ARG_INT, &options.height, "Height of the window", "PIXELS" },
    { "text", 0, 0, G_OPTION_ARG_DOUBLE, &options.text, "Size of the text", "FACTOR" },
    { "wait", 0, 0, G_OPTION_ARG_INT, &options.wait, "Before the picture", "MILLISECONDS" },
    { "companies", 0, 0, G_OPTION_ARG_INT, &options.n_companies, "How many companies", "N" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, "Where to save the picture", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("PAGE");
  g_autoptr (GError) error = NULL;
  const UiPage *pages;
  guint n_pages;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  adw_init ();
  trib_ui_init ();
  apply (&options);
  if (argc == 2 && options.out != NULL && ui_pages_find (argv[1]) != NULL)
    return show (ui_pages_find (argv[1]), &options) ? 0 : 1;
  g_printerr ("Usage: gallery PAGE --out FILE [OPTION…]; pages:");
  pages = ui_pages_get (&n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_printerr (" %s", pages[i].name);
  g_printerr ("\n");
  return 2;
}
