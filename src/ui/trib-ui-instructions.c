/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-instructions.h"

#include <glib/gi18n.h>

#define LAYOUT_KEY "trib-ui-instructions-layout"
#define PAGES_KEY "trib-ui-instructions-pages"

static void
append_heading (GString *markup, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "\n<span size='large' weight='bold'>%s</span>\n", escaped);
}

static void
append_line (GString *markup, const char *mark, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "%s%s\n", mark, escaped);
}

static void
append_facts (GString *markup, TribModelPlatform *platform)
{
  const char *const *needs = trib_model_platform_get_needs (platform);
  const char *const *steps = trib_model_platform_get_steps (platform);

  append_heading (markup, _ ("What you need"));
  for (guint i = 0; needs != NULL && needs[i] != NULL; i++)
    append_line (markup, "•  ", needs[i]);
  append_heading (markup, _ ("What happens"));
  for (guint i = 0; steps != NULL && steps[i] != NULL; i++) {
    g_autofree char *mark = g_strdup_printf ("%u.  ", i + 1);

    append_line (markup, mark, steps[i]);
  }
  append_heading (markup, _ ("How long it takes"));
  append_line (markup, "", trib_model_platform_get_duration_text (platform));
}

/**
 * trib_ui_instructions_dup_markup:
 * @invitation: what somebody is asked for
 *
 * Returns: (transfer full): the page as Pango markup; names are escaped in it
 */
char *
trib_ui_instructions_dup_markup (TribModelInvitation *invitation)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  TribModelPlatform *platform;
  const char *platform_name, *company_name;
  g_autofree char *title = NULL;
  g_autofree char *intro = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (invitation), NULL);

  platform = trib_model_invitation_get_platform (invitation);
  platform_name = trib_model_invitation_get_platform_name (invitation);
  company_name = trib_model_company_get_name (trib_model_invitation_get_company (invitation));
  /* Translators: %1$s is a platform like "Xero", %2$s a company. */
  title = g_strdup_printf (_ ("How to sign in to %1$s for %2$s"), platform_name, company_name);
  escaped = g_markup_escape_text (title, -1);
  g_string_append_printf (markup, "<span size='xx-large' weight='bold'>%s</span>\n\n", escaped);
  /* Translators: %1$s is who will read, %2$s a company, %3$s a platform like "Xero". */
  intro = g_strdup_printf (
      _ ("%1$s asks to read business records of %2$s from %3$s. You sign in on the own page of "
         "%3$s, and tell nobody your password. The link to begin with comes to you on another way: "
         "it works once, and for a short time only."),
         trib_model_account_get_name (trib_model_invitation_get_account (invitation)), company_name,
         platform_name);
  append_line (markup, "", intro);
  if (platform != NULL)
    append_facts (markup, platform);
  append_heading (markup, _ ("Afterwards"));
  append_line (markup, "",
               _ ("The access can be ended at any time. What was read until then stays."));
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* Where each page begins: the number of a line. */
static GArray *
find_pages (PangoLayout *layout, double height)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (int));
  int n_lines = pango_layout_get_line_count (layout);
  double used = 0;

  for (int i = 0; i < n_lines; i++) {
    PangoRectangle extents;
    double line;

    pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &extents);
    line = (double) extents.height / PANGO_SCALE;
    if (i == 0 || used + line > height) {
      g_array_append_val (pages, i);
      used = 0;
    }
    used += line;
  }
  return pages;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                TribModelInvitation *invitation)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *markup = trib_ui_instructions_dup_markup (invitation);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");
  GArray *pages;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (layout, markup, -1);
  pages = find_pages (layout, gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) MAX (pages->len, 1));
  g_object_set_data_full (G_OBJECT (operation), LAYOUT_KEY, layout, g_object_unref);
  g_object_set_data_full (G_OBJECT (operation), PAGES_KEY, pages, (GDestroyNotify) g_array_unref);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  PangoLayout *layout = g_object_get_data (G_OBJECT (operation), LAYOUT_KEY);
  GArray *pages = g_object_get_data (G_OBJECT (operation), PAGES_KEY);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  int end = (guint) page + 1 < pages->len ? g_array_index (pages, int, page + 1)
                                          : pango_layout_get_line_count (layout);
  double y = 0;

  if ((guint) page >= pages->len)
    return;
  for (int i = g_array_index (pages, int, page); i < end; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    PangoRectangle extents;

    pango_layout_line_get_extents (line, NULL, &extents);
    cairo_move_to (cairo, 0, y - (double) extents.y / PANGO_SCALE);
    pango_cairo_show_layout_line (cairo, line);
    y += (double) extents.height / PANGO_SCALE;
  }
}

/**
 * trib_ui_instructions_new:
 * @invitation: what somebody is asked for
 *
 * Returns: (transfer full): an operation that prints the page, or exports it as a PDF file
 */
GtkPrintOperation *
trib_ui_instructions_new (TribModelInvitation *invitation)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (invitation), NULL);

  operation = gtk_print_operation_new ();
  gtk_page_setup_set_top_margin (setup, 20, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 20, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 20, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 20, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, _ ("How to sign in"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb),
                         g_object_ref (invitation), (GClosureNotify) g_object_unref,
                         G_CONNECT_DEFAULT);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  return operation;
}
