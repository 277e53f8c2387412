/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-company-data.h"
#include "trib-ui-connections-page.h"

#include "trib-ui-connection-row.h"
#include "trib-ui-connection-watch.h"
#include "trib-ui-problem-box.h"
#include "trib-ui-problem-page.h"

#include <glib/gi18n.h>

/* The second page of a company: its connections in four groups, each a boxed list over a filter.
 * Owned by the company's page.
 * Main thread only. */

typedef enum {
  GROUP_ATTENTION,
  GROUP_WAITING,
  GROUP_CONNECTED,
  GROUP_PAST,
  N_GROUPS,
} Group;

struct _TribUiConnectionsPage {
  AdwBin parent_instance;

  TribModelCompany *company;      /* (owned) */
  TribModelConsents *consents;    /* (owned) (nullable) */
  AdwToastOverlay *toasts;        /* (owned) by the template */
  GtkStack *stack;                /* (owned) by the template */
  TribUiProblemBox *problem;      /* (owned) by the template */
  TribUiProblemPage *failed;      /* (owned) by the template */
  GtkWidget *boxes[N_GROUPS];     /* (owned) by the template */
  GtkListBox *lists[N_GROUPS];    /* (owned) by the template */
  GtkFilter *filters[N_GROUPS];   /* (owned) */
  GListModel *filtered[N_GROUPS]; /* (owned) */
  TribUiConnectionWatch *watch;   /* (owned) */
  TribUiCompanyData *data;        /* (owned) by the template */
  GSList *unlinking;              /* (owned) (element-type TribModelConnection): being given up */
  gboolean leaving;
};

G_DEFINE_FINAL_TYPE (TribUiConnectionsPage, trib_ui_connections_page, ADW_TYPE_BIN)

typedef enum {
  PROP_COMPANY = 1,
  PROP_CONSENTS,
} TribUiConnectionsPageProperty;

static GParamSpec *props[PROP_CONSENTS + 1];

static TribModelConnections *
get_connections (TribUiConnectionsPage *self)
{
  return trib_model_company_get_connections (self->company);
}

static Group
get_group (TribModelConnection *connection)
{
  switch (trib_model_connection_get_status (connection)) {
  case TRIB_MODEL_STATUS_ATTENTION:
  case TRIB_MODEL_STATUS_FAILED:
    return GROUP_ATTENTION;
  case TRIB_MODEL_STATUS_WAITING:
    return GROUP_WAITING;
  case TRIB_MODEL_STATUS_CONNECTED:
    return GROUP_CONNECTED;
  case TRIB_MODEL_STATUS_NOT_STARTED:
  case TRIB_MODEL_STATUS_PAST:
  default:
    return GROUP_PAST;
  }
}

static gboolean
is_in_group (gpointer item, gpointer data)
{
  return get_group (item) == (Group) GPOINTER_TO_UINT (data);
}

static const char *
choose_view (TribUiConnectionsPage *self)
{
  TribModelConnections *connections = get_connections (self);

  /* What is shown stays until an answer is there. */
  if (g_list_model_get_n_items (G_LIST_MODEL (connections)) > 0)
    return "list";
  switch (trib_model_connections_get_state (connections)) {
  case TRIB_MODEL_STATE_FAILED:
    return "failed";
  case TRIB_MODEL_STATE_READY:
  case TRIB_MODEL_STATE_EMPTY:
    return "empty";
  case TRIB_MODEL_STATE_IDLE:
  case TRIB_MODEL_STATE_LOADING:
  default:
    return "loading";
  }
}

static void
update_view (TribUiConnectionsPage *self)
{
  TribModelConnections *connections = get_connections (self);
  TribModelProblem *problem = trib_model_connections_get_problem (connections);
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (connections)) > 0;

  trib_ui_problem_page_set_problem (self->failed, problem);
  /* Rows that could not be brought up to date say so above them. */
  trib_ui_problem_box_set_problem (self->problem, has_rows ? problem : NULL);
  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_set_visible (self->boxes[i], g_list_model_get_n_items (self->filtered[i]) > 0);
  trib_ui_company_data_set_company (
      self->data,
      g_list_model_get_n_items (self->filtered[GROUP_CONNECTED]) > 0 ? self->company : NULL);
}

static GtkWidget *
find_row (TribUiConnectionsPage *self, TribModelConnection *connection)
{
  GtkListBoxRow *row;

  for (guint group = 0; group < N_GROUPS; group++)
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lists[group], i)) != NULL; i++)
      if (trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row)) == connection)
        return GTK_WIDGET (row);
  return NULL;
}

static TribModelConnection *
get_focused (TribUiConnectionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row =
      focus != NULL ? gtk_widget_get_ancestor (focus, TRIB_UI_TYPE_CONNECTION_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self))
             ? trib_ui_connection_row_get_connection (TRIB_UI_CONNECTION_ROW (row))
             : NULL;
}

/* A connection that goes to another group gets another row there: the focus goes along, or to the
 * page when the row that had it is no more. */
static void
keep_focus (TribUiConnectionsPage *self, TribModelConnection *connection)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row = connection != NULL ? find_row (self, connection) : NULL;

  if (row != NULL && get_focused (self) != connection)
    gtk_widget_grab_focus (row);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* The row has moved away from where a person looks; when it failed, the row says so itself. */
static void
tell_unlinked (TribUiConnectionsPage *self)
{
  GSList *next;

  for (GSList *l = self->unlinking; l != NULL; l = next) {
    g_autofree char *plain = NULL;
    g_autofree char *title = NULL;

    next = l->next;
    if (trib_model_connection_get_busy (l->data))
      continue;
    if (trib_model_connection_get_status (l->data) == TRIB_MODEL_STATUS_PAST) {
      /* Translators: %s is a platform like "Xero". */
      plain = g_strdup_printf (_ ("%s was unlinked"),
                                  trib_model_connection_get_platform_name (l->data));
      title = g_markup_escape_text (plain, -1);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
    }
    g_object_unref (l->data);
    self->unlinking = g_slist_delete_link (self->unlinking, l);
  }
}

static void
changed_cb (TribUiConnectionsPage *self)
{
  TribModelConnection *current = get_focused (self);
  g_autoptr (TribModelConnection) focused = current != NULL ? g_object_ref (current) : NULL;

  for (guint i = 0; i < N_GROUPS; i++)
    gtk_filter_changed (self->filters[i], GTK_FILTER_CHANGE_DIFFERENT);
  update_view (self);
  keep_focus (self, focused);
  tell_unlinked (self);
}

/* A toast that goes because its page does is nobody's wish to be quicker: the time to take the act
 * back runs on, and a program that ends has sent nothing. */
static void
toast_dismissed_cb (TribUiConnectionsPage *self, AdwToast *toast)
{
  TribModelConnection *connection = g_object_get_data (G_OBJECT (toast), "connection");

  if (!self->leaving && trib_model_connection_get_unlink_pending (connection))
    trib_model_connection_commit_unlink (connection);
}

static void
offer_undo (TribUiConnectionsPage *self, TribModelConnection *connection)
{
  /* Translators: %s is a platform like "Xero". */
  g_autofree char *plain = g_strdup_printf (
      _ ("%s will be unlinked"), trib_model_connection_get_platform_name (connection));
  /* A toast reads its title as markup. */
  g_autofree char *title = g_markup_escape_text (plain, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "page.undo-unlink");
  adw_toast_set_action_target (toast, "s", trib_model_connection_get_id (connection));
  adw_toast_set_timeout (toast, TRIB_MODEL_UNDO_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "connection", g_object_ref (connection),
                          g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
unlink_pending_cb (TribUiConnectionsPage *self, TribModelConnection *connection)
{
  if (trib_model_connection_get_unlink_pending (connection)) {
    offer_undo (self, connection);
    self->unlinking = g_slist_prepend (self->unlinking, g_object_ref (connection));
  }
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  TribUiConnectionsPage *self = data;

  return trib_ui_connection_row_new (item, trib_model_company_get_name (self->company),
                                     self->consents);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_model_connections_load (get_connections (TRIB_UI_CONNECTIONS_PAGE (widget)));
}

static void
undo_unlink_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionsPage *self = TRIB_UI_CONNECTIONS_PAGE (widget);
  TribModelConnection *connection =
      trib_model_connections_find (get_connections (self), g_variant_get_string (parameter, NULL));

  if (connection != NULL)
    trib_model_connection_undo_unlink (connection);
}

static void
wait_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectionsPage *self = TRIB_UI_CONNECTIONS_PAGE (widget);
  TribModelConnection *connection;
  const char *id, *record;

  g_variant_get (parameter, "(&s&s)", &id, &record);
  connection = trib_model_connections_find (get_connections (self), id);
  if (connection != NULL)
    trib_model_connection_take_back_stop (connection, record);
}

static void
trib_ui_connections_page_map (GtkWidget *widget)
{
  TribUiConnectionsPage *self = TRIB_UI_CONNECTIONS_PAGE (widget);

  GTK_WIDGET_CLASS (trib_ui_connections_page_parent_class)->map (widget);
  trib_model_connections_load (get_connections (self));
}

static void
add_group (TribUiConnectionsPage *self, Group group)
{
  GListModel *connections = G_LIST_MODEL (get_connections (self));
  GtkFilter *filter =
      GTK_FILTER (gtk_custom_filter_new (is_in_group, GUINT_TO_POINTER (group), NULL));

  self->filters[group] = g_object_ref (filter);
  self->filtered[group] =
      G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (connections), filter));
  gtk_list_box_bind_model (self->lists[group], self->filtered[group], create_row, self, NULL);
}

static void
trib_ui_connections_page_constructed (GObject *object)
{
  TribUiConnectionsPage *self = TRIB_UI_CONNECTIONS_PAGE (object);
  TribModelConnections *connections = get_connections (self);

  G_OBJECT_CLASS (trib_ui_connections_page_parent_class)->constructed (object);
  for (Group group = GROUP_ATTENTION; group < N_GROUPS; group++)
    add_group (self, group);
  /* After the filters, which follow the list themselves. */
  self->watch = trib_ui_connection_watch_new (connections);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "unlink-pending", G_CALLBACK (unlink_pending_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connections, "notify", G_CALLBACK (update_view), self,
                           G_CONNECT_SWAPPED);
  update_view (self);
}

static void
trib_ui_connections_page_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  TribUiConnectionsPage *self = TRIB_UI_CONNECTIONS_PAGE (object);

  switch ((TribUiConnectionsPageProperty) id) {
  case PROP_COMPANY:
    self->company = g_value_dup_object (value);
    break;
  case PROP_CONSENTS:
    self->consents = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_connections_page_dispose (GObject *object)
{
  TribUiConnectionsPage *self = TRIB_UI_CONNECTIONS_PAGE (object);

  self->leaving = TRUE;
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_CONNECTIONS_PAGE);
  for (guint i = 0; i < N_GROUPS; i++) {
    g_clear_object (&self->filters[i]);
    g_clear_object (&self->filtered[i]);
  }
  g_clear_object (&self->watch);
  g_clear_slist (&self->unlinking, g_object_unref);
  g_clear_object (&self->company);
  g_clear_object (&self->consents);
  G_OBJECT_CLASS (trib_ui_connections_page_parent_class)->dispose (object);
}

static void
bind_groups (GtkWidgetClass *widget_class)
{
  static const char *const names[N_GROUPS] = { "attention", "waiting", "connected", "past" };

  for (guint i = 0; i < N_GROUPS; i++) {
    g_autofree char *box = g_strconcat (names[i], "_box", NULL);
    g_autofree char *list = g_strconcat (names[i], "_list", NULL);
    const gssize boxes = G_STRUCT_OFFSET (TribUiConnectionsPage, boxes);
    const gssize lists = G_STRUCT_OFFSET (TribUiConnectionsPage, lists);

    gtk_widget_class_bind_template_child_full (widget_class, box, FALSE,
                                               boxes + i * (gssize) sizeof (GtkWidget *));
    gtk_widget_class_bind_template_child_full (widget_class, list, FALSE,
                                               lists + i * (gssize) sizeof (GtkListBox *));
  }
}

static void
trib_ui_connections_page_class_init (TribUiConnectionsPageClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trib_ui_connections_page_constructed;
  object_class->set_property = trib_ui_connections_page_set_property;
  object_class->dispose = trib_ui_connections_page_dispose;
  widget_class->map = trib_ui_connections_page_map;

  props[PROP_COMPANY] = g_param_spec_object ("company", NULL, NULL, TRIB_MODEL_TYPE_COMPANY, flags);
  props[PROP_CONSENTS] =
      g_param_spec_object ("consents", NULL, NULL, TRIB_MODEL_TYPE_CONSENTS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "page.undo-unlink", "s", undo_unlink_action);
  gtk_widget_class_install_action (widget_class, "page.wait-again", "(ss)", wait_again_action);
  g_type_ensure (TRIB_UI_TYPE_COMPANY_DATA);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-connections-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionsPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionsPage, failed);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectionsPage, data);
  bind_groups (widget_class);
}

static void
trib_ui_connections_page_init (TribUiConnectionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_connections_page_new:
 * @company: whose connections
 * @consents: (nullable): what was agreed to before them
 *
 * Returns: (transfer floating): a page without a header bar
 */
GtkWidget *
trib_ui_connections_page_new (TribModelCompany *company, TribModelConsents *consents)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  return g_object_new (TRIB_UI_TYPE_CONNECTIONS_PAGE, "company", company, "consents", consents,
                       NULL);
}
