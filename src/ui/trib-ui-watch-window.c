/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-watch-window.h"

#include <glib/gi18n.h>

/* What is being checked, in one place.
 * GTK owns it until it is closed.
 * Main thread only. */

struct _TribUiWatchWindow {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *quota_label;

  TribModelAccount *account; /* (owned) */
  guint tick;
};

G_DEFINE_FINAL_TYPE (TribUiWatchWindow, trib_ui_watch_window, ADW_TYPE_WINDOW)

typedef enum { PROP_ACCOUNT = 1 } Property;

static GParamSpec *props[PROP_ACCOUNT + 1];

/* How long "just now" is true. */
#define TICK_MS (30 * 1000)

#define WATCHED_KEY "tributary-watched"

static GListModel *
get_watch (TribUiWatchWindow *self)
{
  return G_LIST_MODEL (trib_model_account_get_watch (self->account));
}

static void
show_row (AdwActionRow *row)
{
  TribModelWatched *watched = g_object_get_data (G_OBJECT (row), WATCHED_KEY);
  g_autofree char *rhythm = trib_model_watched_dup_rhythm (watched);
  g_autofree char *last_answer = trib_model_watched_dup_last_answer (watched);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", rhythm, last_answer);

  adw_action_row_set_subtitle (row, subtitle);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  TribModelWatched *watched = item;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trib_model_watched_get_title (watched));
  g_object_set_data_full (G_OBJECT (row), WATCHED_KEY, g_object_ref (watched), g_object_unref);
  g_signal_connect_object (watched, "notify", G_CALLBACK (show_row), row, G_CONNECT_SWAPPED);
  show_row (ADW_ACTION_ROW (row));
  return row;
}

static void
show_stack (TribUiWatchWindow *self)
{
  gboolean any = g_list_model_get_n_items (get_watch (self)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
show_quota (TribUiWatchWindow *self)
{
  TribModelWatch *watch = trib_model_account_get_watch (self->account);
  gint64 limit;
  gint64 remaining = trib_model_watch_get_requests_left (watch, &limit);
  /* A sentence with a format macro in it would end there for the translators. */
  g_autofree char *left = g_strdup_printf ("%'" G_GINT64_FORMAT, remaining);
  g_autofree char *all = g_strdup_printf ("%'" G_GINT64_FORMAT, limit);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->quota_label), limit > 0 && remaining >= 0);
  /* Translators: how many requests the account may still make, and how many in all. */
  text = g_strdup_printf (
      ngettext (
          "%1$s of %2$s requests is left. Checking stops when a fifth of all requests is left.",
          "%1$s of %2$s requests are left. Checking stops when a fifth of all requests is left.",
          (gulong) MAX (remaining, 0)),
      left, all);
  gtk_label_set_text (self->quota_label, text);
}

static gboolean
tick_cb (gpointer data)
{
  TribUiWatchWindow *self = data;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_row (ADW_ACTION_ROW (row));
  return G_SOURCE_CONTINUE;
}

static void
trib_ui_watch_window_map (GtkWidget *widget)
{
  TribUiWatchWindow *self = TRIB_UI_WATCH_WINDOW (widget);

  GTK_WIDGET_CLASS (trib_ui_watch_window_parent_class)->map (widget);
  if (self->tick == 0)
    self->tick = trib_clock_add_timeout (trib_model_account_get_clock (self->account), TICK_MS,
                                         tick_cb, self, NULL);
}

static void
trib_ui_watch_window_unmap (GtkWidget *widget)
{
  TribUiWatchWindow *self = TRIB_UI_WATCH_WINDOW (widget);

  trib_clock_clear (trib_model_account_get_clock (self->account), &self->tick);
  GTK_WIDGET_CLASS (trib_ui_watch_window_parent_class)->unmap (widget);
}

static void
trib_ui_watch_window_constructed (GObject *object)
{
  TribUiWatchWindow *self = TRIB_UI_WATCH_WINDOW (object);

  G_OBJECT_CLASS (trib_ui_watch_window_parent_class)->constructed (object);
  gtk_list_box_bind_model (self->list, get_watch (self), create_row, NULL, NULL);
  g_signal_connect_object (get_watch (self), "items-changed", G_CALLBACK (show_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_watch (self), "quota-changed", G_CALLBACK (show_quota), self,
                           G_CONNECT_SWAPPED);
  show_stack (self);
  show_quota (self);
}

static void
trib_ui_watch_window_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_ACCOUNT)
    TRIB_UI_WATCH_WINDOW (object)->account = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trib_ui_watch_window_dispose (GObject *object)
{
  TribUiWatchWindow *self = TRIB_UI_WATCH_WINDOW (object);

  if (self->tick != 0)
    trib_clock_clear (trib_model_account_get_clock (self->account), &self->tick);
  g_signal_handlers_disconnect_by_data (get_watch (self), self);
  /* The template would take away its outermost widget without telling the window. */
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_WATCH_WINDOW);
  G_OBJECT_CLASS (trib_ui_watch_window_parent_class)->dispose (object);
}

static void
trib_ui_watch_window_finalize (GObject *object)
{
  g_clear_object (&TRIB_UI_WATCH_WINDOW (object)->account);
  G_OBJECT_CLASS (trib_ui_watch_window_parent_class)->finalize (object);
}

static void
trib_ui_watch_window_class_init (TribUiWatchWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trib_ui_watch_window_constructed;
  object_class->set_property = trib_ui_watch_window_set_property;
  object_class->dispose = trib_ui_watch_window_dispose;
  object_class->finalize = trib_ui_watch_window_finalize;
  widget_class->map = trib_ui_watch_window_map;
  widget_class->unmap = trib_ui_watch_window_unmap;
  props[PROP_ACCOUNT] =
      g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-watch-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiWatchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiWatchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TribUiWatchWindow, quota_label);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
trib_ui_watch_window_init (TribUiWatchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_watch_window_new:
 * @account: whose questions are shown
 * @parent: (nullable): the window that it stands beside
 *
 * Returns: (transfer none): a window to present; GTK owns it
 */
TribUiWatchWindow *
trib_ui_watch_window_new (TribModelAccount *account, GtkWindow *parent)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  return g_object_new (TRIB_UI_TYPE_WATCH_WINDOW, "account", account, "transient-for", parent,
                       NULL);
}
