/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-sync-list.h"

#include <glib/gi18n.h>

/* A first sync, data type by data type, with a count and a line that grows. A page owns it; it
 * follows the model and asks nothing itself. */

struct _TribUiSyncList {
  AdwBin parent_instance;

  TribModelSync *sync; /* (owned) */

  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *progress;
  GtkListBox *list;
  GtkWidget *patience;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (TribUiSyncList, trib_ui_sync_list, ADW_TYPE_BIN)

typedef enum { PROP_SYNC = 1 } TribUiSyncListProperty;

static GParamSpec *props[PROP_SYNC + 1];

static void
dataset_cb (TribModelDataset *dataset, GParamSpec *pspec, GtkStack *stack)
{
  const char *shown = "waiting";

  if (trib_model_dataset_get_absent (dataset))
    shown = "absent";
  else if (trib_model_dataset_get_failed (dataset))
    shown = "failed";
  else if (trib_model_dataset_get_finished (dataset))
    shown = "finished";
  gtk_stack_set_visible_child_name (stack, shown);
}

/* The word beside it says the same. */
static GtkWidget *
make_icon (const char *icon_name, const char *css_class)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, css_class);
  return icon;
}

static GtkWidget *
make_mark (TribModelDataset *dataset)
{
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  gtk_stack_add_named (stack, make_icon ("content-loading-symbolic", "dim-label"), "waiting");
  gtk_stack_add_named (stack, make_icon ("emblem-ok-symbolic", "success"), "finished");
  gtk_stack_add_named (stack, make_icon ("dialog-warning-symbolic", "warning"), "failed");
  gtk_stack_add_named (stack, make_icon ("action-unavailable-symbolic", "dim-label"), "absent");
  gtk_widget_set_valign (GTK_WIDGET (stack), GTK_ALIGN_CENTER);
  g_signal_connect_object (dataset, "notify", G_CALLBACK (dataset_cb), stack, 0);
  dataset_cb (dataset, NULL, stack);
  return GTK_WIDGET (stack);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TribModelDataset *dataset = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *status = gtk_label_new (NULL);

  /* Names and words come from the model as text, never as markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trib_model_dataset_get_name (dataset));
  gtk_widget_add_css_class (status, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (status), TRUE);
  /* It has room on one line in any usual window; a row must not jump when its word gets shorter. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (status), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (status), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (status), 1);
  g_object_bind_property (dataset, "status-text", status, "label", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), status);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_mark (dataset));
  return row;
}

/* What has ended without data is no data that is in. */
static const char *
choose_title (TribUiSyncList *self, guint n_failed)
{
  if (!trib_model_sync_get_complete (self->sync))
    return _ ("Reading your data");
  if (n_failed == 0)
    return _ ("All your data is in");
  return n_failed < trib_model_sync_get_n_total (self->sync) ? _ ("Some of your data is not in")
                                                             : _ ("Your data could not be read");
}

static void
sync_cb (TribUiSyncList *self)
{
  guint n_total = trib_model_sync_get_n_total (self->sync);
  guint n_failed = trib_model_sync_get_n_failed (self->sync);
  guint n_finished = trib_model_sync_get_n_finished (self->sync);
  guint n_read = n_finished - MIN (n_failed, n_finished);
  /* Translators: how many kinds of data are read already, like "4 of 9". */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), n_read, n_total);
  g_autoptr (TribModelProblem) problem = NULL;

  g_object_get (self->sync, "problem", &problem, NULL);
  gtk_label_set_label (GTK_LABEL (self->title), choose_title (self, n_failed));
  gtk_label_set_label (GTK_LABEL (self->count), n_total > 0 ? count : NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 n_total > 0 ? (double) n_read / n_total : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          g_list_model_get_n_items (G_LIST_MODEL (self->sync)) > 0);
  gtk_widget_set_visible (self->patience, !trib_model_sync_get_complete (self->sync));
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem != NULL)
    gtk_label_set_label (GTK_LABEL (self->problem), trib_model_problem_get_sentence (problem));
}

static void
trib_ui_sync_list_constructed (GObject *object)
{
  TribUiSyncList *self = TRIB_UI_SYNC_LIST (object);

  G_OBJECT_CLASS (trib_ui_sync_list_parent_class)->constructed (object);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->sync), make_row, NULL, NULL);
  g_signal_connect_object (self->sync, "notify", G_CALLBACK (sync_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sync, "items-changed", G_CALLBACK (sync_cb), self,
                           G_CONNECT_SWAPPED);
  sync_cb (self);
}

static void
trib_ui_sync_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiSyncList *self = TRIB_UI_SYNC_LIST (object);

  switch ((TribUiSyncListProperty) id) {
  case PROP_SYNC:
    self->sync = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_sync_list_dispose (GObject *object)
{
  TribUiSyncList *self = TRIB_UI_SYNC_LIST (object);

  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_SYNC_LIST);
  g_clear_object (&self->sync);
  G_OBJECT_CLASS (trib_ui_sync_list_parent_class)->dispose (object);
}

static void
trib_ui_sync_list_class_init (TribUiSyncListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trib_ui_sync_list_constructed;
  object_class->set_property = trib_ui_sync_list_set_property;
  object_class->dispose = trib_ui_sync_list_dispose;

  props[PROP_SYNC] =
      g_param_spec_object ("sync", NULL, NULL, TRIB_MODEL_TYPE_SYNC,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-sync-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiSyncList, title);
  gtk_widget_class_bind_template_child (widget_class, TribUiSyncList, count);
  gtk_widget_class_bind_template_child (widget_class, TribUiSyncList, progress);
  gtk_widget_class_bind_template_child (widget_class, TribUiSyncList, list);
  gtk_widget_class_bind_template_child (widget_class, TribUiSyncList, patience);
  gtk_widget_class_bind_template_child (widget_class, TribUiSyncList, problem);
}

static void
trib_ui_sync_list_init (TribUiSyncList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_sync_list_new:
 * @sync: the first sync of a company
 *
 * Returns: (transfer floating): a list that follows it
 */
GtkWidget *
trib_ui_sync_list_new (TribModelSync *sync)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SYNC (sync), NULL);
  return g_object_new (TRIB_UI_TYPE_SYNC_LIST, "sync", sync, NULL);
}
