/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-start-page.h"

#include "trib-ui-main-menu.h"
#include "trib-ui-problem-page.h"

/* What one sees while the program opens what it remembers, or why it could not, with a way to try
 * again. The window owns it. */

struct _TribAppStartPage {
  AdwBin parent_instance;

  GtkStack *stack;
  TribUiProblemPage *problem_page;
  AdwStatusPage *missing_page;
};

G_DEFINE_FINAL_TYPE (TribAppStartPage, trib_app_start_page, ADW_TYPE_BIN)

static void
trib_app_start_page_dispose (GObject *object)
{
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_APP_TYPE_START_PAGE);
  G_OBJECT_CLASS (trib_app_start_page_parent_class)->dispose (object);
}

static void
trib_app_start_page_class_init (TribAppStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_app_start_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-app-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribAppStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribAppStartPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, TribAppStartPage, missing_page);
}

static void
trib_app_start_page_init (TribAppStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_app_start_page_new:
 *
 * Returns: (transfer floating): the page, in its waiting state
 */
GtkWidget *
trib_app_start_page_new (void)
{
  return g_object_new (TRIB_APP_TYPE_START_PAGE, NULL);
}

/**
 * trib_app_start_page_set_error:
 * @self: the page
 * @error: (nullable): why it could not be opened, or %NULL for the waiting state
 */
void
trib_app_start_page_set_error (TribAppStartPage *self, const GError *error)
{
  g_return_if_fail (TRIB_APP_IS_START_PAGE (self));

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
    g_autofree char *sentence = g_markup_escape_text (error->message, -1);

    adw_status_page_set_description (self->missing_page, sentence);
    trib_ui_problem_page_set_problem (self->problem_page, NULL);
    gtk_stack_set_visible_child_name (self->stack, "missing");
  } else if (error != NULL) {
    g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);

    trib_ui_problem_page_set_problem (self->problem_page, problem);
    gtk_stack_set_visible_child_name (self->stack, "problem");
  } else {
    trib_ui_problem_page_set_problem (self->problem_page, NULL);
    gtk_stack_set_visible_child_name (self->stack, "opening");
  }
}

/**
 * trib_app_start_page_get_problem:
 * @self: the page
 *
 * Returns: (nullable) (transfer none): what is wrong
 */
TribModelProblem *
trib_app_start_page_get_problem (TribAppStartPage *self)
{
  g_return_val_if_fail (TRIB_APP_IS_START_PAGE (self), NULL);
  return trib_ui_problem_page_get_problem (self->problem_page);
}
