/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-start-page.h"

#include "trib-ui-environment-badge.h"
#include "trib-ui-main-menu.h"
#include "trib-ui-problem-page.h"

/* What one sees while the program opens what it remembers, or why it could not, with a way to try
 * again. The window owns it. */

struct _TribAppStartPage {
  AdwBin parent_instance;

  GtkStack *stack;
  TribUiProblemPage *problem_page;
  AdwStatusPage *missing_page;
  GtkListBox *account_list;
  GtkWidget *account_clamp;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TribAppStartPage, trib_app_start_page, ADW_TYPE_BIN)

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  TribStoreAccount *record = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = trib_ui_environment_badge_new (trib_store_account_get_environment (record));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trib_store_account_get_name (record));
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.use-account");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", trib_store_account_get_id (record));
  return row;
}

static void
show_missing (TribAppStartPage *self, const char *message, GListModel *accounts)
{
  g_autofree char *sentence = g_markup_escape_text (message, -1);
  gboolean has_accounts = accounts != NULL && g_list_model_get_n_items (accounts) > 0;

  adw_status_page_set_description (self->missing_page, sentence);
  gtk_list_box_bind_model (self->account_list, accounts, create_row, NULL, NULL);
  gtk_widget_set_visible (self->account_clamp, has_accounts);
  /* An account that is there is the shorter way on. */
  if (has_accounts)
    gtk_widget_remove_css_class (self->add_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->add_button, "suggested-action");
}

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
  gtk_widget_class_bind_template_child (widget_class, TribAppStartPage, account_list);
  gtk_widget_class_bind_template_child (widget_class, TribAppStartPage, account_clamp);
  gtk_widget_class_bind_template_child (widget_class, TribAppStartPage, add_button);
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
 * @folder: (nullable): the folder it is about
 * @accounts: (nullable): a list of #TribStoreAccount, for when one that was asked for is missing
 *
 * Says what is wrong and what can be done about it.
 */
void
trib_app_start_page_set_error (TribAppStartPage *self,
                               const GError *error,
                               const char *folder,
                               GListModel *accounts)
{
  gboolean missing = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_autoptr (TribModelProblem) problem = missing ? NULL : trib_model_problem_new (error);

  g_return_if_fail (TRIB_APP_IS_START_PAGE (self));
  g_return_if_fail (accounts == NULL || G_IS_LIST_MODEL (accounts));

  trib_ui_problem_page_set_folder (self->problem_page, folder);
  trib_ui_problem_page_set_problem (self->problem_page, problem);
  if (missing)
    show_missing (self, error->message, accounts);
  if (missing)
    gtk_stack_set_visible_child_name (self->stack, "missing");
  else
    gtk_stack_set_visible_child_name (self->stack, problem != NULL ? "problem" : "opening");
  /* The first thing that can be done is under the keyboard at once. */
  if (error != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
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
