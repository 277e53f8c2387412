/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-requests-page.h"

#include "trib-ui-environment-badge.h"
#include "trib-ui-label.h"
#include "trib-ui-lines-layout.h"

#include <glib/gi18n.h>

/* Who is waited for, over the account's notes. The window owns it.
 * Main thread only. */

struct _TribUiRequestsPage {
  AdwBin parent_instance;

  TribModelAccount *account;  /* (owned) */
  TribModelRequest *given_up; /* (owned) (nullable): the last one that can be taken back */
  AdwToastOverlay *toasts;    /* (owned) by the template */
  GtkStack *stack;            /* (owned) by the template */
  GtkListBox *list;           /* (owned) by the template */
  GtkWidget *badge;           /* (owned) by the template */
};

G_DEFINE_FINAL_TYPE (TribUiRequestsPage, trib_ui_requests_page, ADW_TYPE_BIN)

typedef enum { PROP_ACCOUNT = 1 } TribUiRequestsPageProperty;

static GParamSpec *props[PROP_ACCOUNT + 1];

static TribModelNotes *
get_notes (TribUiRequestsPage *self)
{
  return trib_model_account_get_notes (self->account);
}

static GtkWidget *
make_stop_button (TribModelRequest *request)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Stop Waiting"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "requests.stop");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    trib_model_request_get_connection_id (request));
  return button;
}

static GtkWidget *
make_ask_button (TribModelRequest *request, gboolean first)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Ask Again…"));

  if (first)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.share-connection");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                    trib_model_request_get_company_id (request),
                                    trib_model_request_get_connection_id (request));
  return button;
}

/* At 360 px and with large text, one stands below the other. */
static GtkWidget *
make_buttons (TribModelRequest *request, gboolean due)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (TRIB_UI_TYPE_LINES_LAYOUT, NULL));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), make_ask_button (request, due));
  gtk_box_append (GTK_BOX (box), make_stop_button (request));
  return box;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TribUiRequestsPage *self = data;
  TribModelRequest *request = item;
  TribClock *clock = trib_model_account_get_clock (self->account);
  g_autofree char *text = trib_model_request_dup_text (request, clock);
  g_autofree char *link = trib_model_request_dup_link_text (request, clock);
  /* Translators: a company, and a platform like "Xero". */
  g_autofree char *title =
      g_strdup_printf (_ ("%1$s · %2$s"), trib_model_request_get_company_name (request),
                          trib_model_request_get_platform_name (request));
  gboolean due = trib_model_request_get_due (request, clock);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), trib_ui_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), trib_ui_label_new (text, NULL));
  gtk_box_append (GTK_BOX (box), trib_ui_label_new (link, "dim-label"));
  if (due)
    gtk_box_append (GTK_BOX (box), trib_ui_label_new (_ ("It is time to ask again."), "warning"));
  gtk_box_append (GTK_BOX (box), make_buttons (request, due));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static TribModelRequest *
find_request (TribUiRequestsPage *self, const char *connection_id)
{
  GListModel *requests = trib_model_notes_get_requests (get_notes (self));

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++) {
    g_autoptr (TribModelRequest) request = g_list_model_get_item (requests, i);

    if (g_strcmp0 (trib_model_request_get_connection_id (request), connection_id) == 0)
      return request;
  }
  return NULL;
}

/* The link that was given stays good, so that nothing is taken from whoever has it. */
static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiRequestsPage *self = TRIB_UI_REQUESTS_PAGE (widget);
  TribModelRequest *request = find_request (self, g_variant_get_string (parameter, NULL));
  g_autofree char *plain = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (request == NULL)
    return;
  /* Translators: %s is a company. */
  plain = g_strdup_printf (_ ("Nobody is waited for at %s"),
                              trib_model_request_get_company_name (request));
  title = g_markup_escape_text (plain, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "requests.wait-again");
  g_set_object (&self->given_up, request);
  trib_model_notes_remove_request (get_notes (self),
                                   trib_model_request_get_connection_id (request));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
wait_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiRequestsPage *self = TRIB_UI_REQUESTS_PAGE (widget);

  if (self->given_up != NULL)
    trib_model_notes_add_request (get_notes (self), self->given_up);
  g_clear_object (&self->given_up);
}

static void
changed_cb (TribUiRequestsPage *self)
{
  guint n = g_list_model_get_n_items (trib_model_notes_get_requests (get_notes (self)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
trib_ui_requests_page_constructed (GObject *object)
{
  TribUiRequestsPage *self = TRIB_UI_REQUESTS_PAGE (object);

  G_OBJECT_CLASS (trib_ui_requests_page_parent_class)->constructed (object);
  gtk_list_box_bind_model (self->list, trib_model_notes_get_requests (get_notes (self)), make_row,
                           self, NULL);
  g_signal_connect_object (get_notes (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->account, "environment", self->badge, "environment",
                          G_BINDING_SYNC_CREATE);
  trib_model_notes_load (get_notes (self));
  changed_cb (self);
}

static void
trib_ui_requests_page_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  TribUiRequestsPage *self = TRIB_UI_REQUESTS_PAGE (object);

  switch ((TribUiRequestsPageProperty) id) {
  case PROP_ACCOUNT:
    self->account = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_requests_page_dispose (GObject *object)
{
  TribUiRequestsPage *self = TRIB_UI_REQUESTS_PAGE (object);

  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_REQUESTS_PAGE);
  g_clear_object (&self->given_up);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_requests_page_parent_class)->dispose (object);
}

static void
trib_ui_requests_page_class_init (TribUiRequestsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trib_ui_requests_page_constructed;
  object_class->set_property = trib_ui_requests_page_set_property;
  object_class->dispose = trib_ui_requests_page_dispose;
  props[PROP_ACCOUNT] =
      g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-requests-page.ui");
  gtk_widget_class_install_action (widget_class, "requests.stop", "s", stop_action);
  gtk_widget_class_install_action (widget_class, "requests.wait-again", NULL, wait_again_action);
  gtk_widget_class_bind_template_child (widget_class, TribUiRequestsPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, TribUiRequestsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiRequestsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TribUiRequestsPage, badge);
}

static void
trib_ui_requests_page_init (TribUiRequestsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_requests_page_new:
 * @account: the account in use
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
trib_ui_requests_page_new (TribModelAccount *account)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  return g_object_new (TRIB_UI_TYPE_REQUESTS_PAGE, "account", account, NULL);
}
