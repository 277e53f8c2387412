/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-company-page.h"

#include "trib-ui-connect-page.h"
#include "trib-ui-connections-page.h"
#include "trib-ui-environment-badge.h"
#include "trib-ui-main-menu.h"

#include <glib/gi18n.h>

/* One company: Connect and Connections, with a switcher between them.
 * Owned by the window.
 * Main thread only. */

struct _TribUiCompanyPage {
  AdwBin parent_instance;

  AdwViewStack *stack;                /* (owned) by the template */
  AdwSqueezer *heads;                 /* (owned) by the template */
  GtkWidget *narrow_head;             /* (owned) by the template */
  AdwViewSwitcherBar *switcher_bar;   /* (owned) by the template */
  AdwViewStackPage *connections_page; /* (owned) by the stack */
  GtkWidget *connect;                 /* (owned) by the stack */
  GtkWidget *connections;             /* (owned) by the stack */
  TribModelAccount *account;          /* (owned) */
  TribModelCompany *company;          /* (owned) */
  guint show_bar_id;
};

G_DEFINE_FINAL_TYPE (TribUiCompanyPage, trib_ui_company_page, ADW_TYPE_BIN)

typedef enum {
  PROP_ACCOUNT = 1,
  PROP_COMPANY,
  PROP_VIEW,
} TribUiCompanyPageProperty;

static GParamSpec *props[PROP_VIEW + 1];

/* The badge says what the account is: a name that says the same is not said twice. */
static gboolean
shows_name (TribUiCompanyPage *self, const char *name, const char *environment)
{
  return g_strcmp0 (name, environment) != 0;
}

/* What is at stake comes first, so that a narrow window cannot cut it away. */
static char *
format_subtitle (TribUiCompanyPage *self, const char *environment, const char *account)
{
  if (environment == NULL || g_strcmp0 (environment, account) == 0)
    return g_strdup (account);
  /* Translators: what an account is ("Live", "Test", "Demo"), and its name. */
  return g_strdup_printf (_ ("%s · %s"), environment, account);
}

static void
show_attention (TribUiCompanyPage *self)
{
  guint n_attention = 0;

  g_object_get (trib_model_company_get_connections (self->company), "n-attention", &n_attention,
                NULL);
  adw_view_stack_page_set_badge_number (self->connections_page, n_attention);
  adw_view_stack_page_set_needs_attention (self->connections_page, n_attention > 0);
}

static gboolean
show_bar_cb (gpointer data)
{
  TribUiCompanyPage *self = data;

  self->show_bar_id = 0;
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, adw_squeezer_get_visible_child (self->heads) == self->narrow_head);
  return G_SOURCE_REMOVE;
}

/* Where the header bar has no room for the switcher, it stands at the bottom. It is told while
 * sizes are given out, when nobody may ask for another one. */
static void
head_cb (TribUiCompanyPage *self)
{
  if (self->show_bar_id == 0)
    self->show_bar_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_bar_cb, self, NULL);
}

static gboolean
shows_connections (TribUiCompanyPage *self)
{
  return adw_view_stack_get_visible_child (self->stack) == self->connections;
}

/* The search under Connect is one with the header bar above it. */
static void
view_cb (TribUiCompanyPage *self)
{
  if (shows_connections (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self->heads), "flathead");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->heads), "flathead");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (widget);

  if (shows_connections (self))
    gtk_widget_child_focus (self->connections, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_activate_action (self->connect, "connect.search", NULL);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (widget);

  if (shows_connections (self))
    gtk_widget_activate_action (self->connections, "page.reload", NULL);
  else
    gtk_widget_activate_action (self->connect, "connect.reload", NULL);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (widget);

  trib_ui_company_page_show_connect (self);
  gtk_widget_activate_action (self->connect, "connect.search", NULL);
}

static void
show_connect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_company_page_show_connect (TRIB_UI_COMPANY_PAGE (widget));
}

static void
show_connections_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_company_page_show_connections (TRIB_UI_COMPANY_PAGE (widget));
}

static void
trib_ui_company_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (object);

  switch ((TribUiCompanyPageProperty) id) {
  case PROP_ACCOUNT:
    g_value_set_object (value, self->account);
    break;
  case PROP_COMPANY:
    g_value_set_object (value, self->company);
    break;
  case PROP_VIEW:
    g_value_set_string (value, shows_connections (self) ? "connections" : "connect");
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_company_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (object);

  switch ((TribUiCompanyPageProperty) id) {
  case PROP_ACCOUNT:
    self->account = g_value_dup_object (value);
    break;
  case PROP_COMPANY:
    self->company = g_value_dup_object (value);
    break;
  case PROP_VIEW:
    if (g_strcmp0 (g_value_get_string (value), "connections") == 0)
      trib_ui_company_page_show_connections (self);
    else
      trib_ui_company_page_show_connect (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_company_page_constructed (GObject *object)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (object);
  TribModelConnections *connections = trib_model_company_get_connections (self->company);

  G_OBJECT_CLASS (trib_ui_company_page_parent_class)->constructed (object);
  self->connect = trib_ui_connect_page_new (self->account, self->company);
  adw_view_stack_add_titled_with_icon (self->stack, self->connect, "connect",
                                       _ ("Connect"), "list-add-symbolic");
  self->connections =
      trib_ui_connections_page_new (self->company, trib_model_account_get_consents (self->account));
  self->connections_page =
      adw_view_stack_add_titled_with_icon (self->stack, self->connections, "connections",
                                           _ ("Connections"), "network-transmit-receive-symbolic");
  g_signal_connect_object (connections, "notify::n-attention", G_CALLBACK (show_attention), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (view_cb), self,
                           G_CONNECT_SWAPPED);
  show_attention (self);
  head_cb (self);
  /* The list of companies may be older than what is true now. */
  trib_model_connections_load (connections);
}

static void
trib_ui_company_page_map (GtkWidget *widget)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (widget);

  GTK_WIDGET_CLASS (trib_ui_company_page_parent_class)->map (widget);
  trib_model_connections_follow (trib_model_company_get_connections (self->company));
}

static void
trib_ui_company_page_unmap (GtkWidget *widget)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (widget);

  trib_model_connections_unfollow (trib_model_company_get_connections (self->company));
  GTK_WIDGET_CLASS (trib_ui_company_page_parent_class)->unmap (widget);
}

static void
trib_ui_company_page_dispose (GObject *object)
{
  TribUiCompanyPage *self = TRIB_UI_COMPANY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_COMPANY_PAGE);
  g_clear_handle_id (&self->show_bar_id, g_source_remove);
  g_clear_object (&self->company);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_company_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRIB_MODEL_TYPE_ACCOUNT);
  g_type_ensure (TRIB_MODEL_TYPE_COMPANY);
  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  g_type_ensure (TRIB_UI_TYPE_MAIN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-company-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyPage, heads);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyPage, narrow_head);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyPage, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, format_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, shows_name);
  gtk_widget_class_bind_template_callback (widget_class, head_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "company.show-connect", NULL, show_connect_action);
  gtk_widget_class_install_action (widget_class, "company.show-connections", NULL,
                                   show_connections_action);
}

static void
trib_ui_company_page_class_init (TribUiCompanyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = trib_ui_company_page_get_property;
  object_class->set_property = trib_ui_company_page_set_property;
  object_class->constructed = trib_ui_company_page_constructed;
  object_class->dispose = trib_ui_company_page_dispose;
  widget_class->map = trib_ui_company_page_map;
  widget_class->unmap = trib_ui_company_page_unmap;

  props[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT, flags);
  props[PROP_COMPANY] = g_param_spec_object ("company", NULL, NULL, TRIB_MODEL_TYPE_COMPANY, flags);
  props[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, "connect",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
trib_ui_company_page_init (TribUiCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_company_page_new:
 * @account: the account in use
 * @company: one of its companies
 *
 * Returns: (transfer floating): the page, with Connect in front
 */
GtkWidget *
trib_ui_company_page_new (TribModelAccount *account, TribModelCompany *company)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  return g_object_new (TRIB_UI_TYPE_COMPANY_PAGE, "account", account, "company", company, NULL);
}

/**
 * trib_ui_company_page_get_company:
 * @self: the page
 *
 * Returns: (transfer none): whose page it is
 */
TribModelCompany *
trib_ui_company_page_get_company (TribUiCompanyPage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_COMPANY_PAGE (self), NULL);
  return self->company;
}

/**
 * trib_ui_company_page_show_connect:
 * @self: the page
 *
 * Shows what can be connected.
 */
void
trib_ui_company_page_show_connect (TribUiCompanyPage *self)
{
  g_return_if_fail (TRIB_UI_IS_COMPANY_PAGE (self));
  adw_view_stack_set_visible_child (self->stack, self->connect);
}

/**
 * trib_ui_company_page_offer:
 * @self: the page
 * @platform_key: (nullable): a platform, "" for one that nobody has to choose, or %NULL for none
 *
 * Shows what goes before a sign-in to a platform, as soon as the platforms are known.
 */
void
trib_ui_company_page_offer (TribUiCompanyPage *self, const char *platform_key)
{
  g_return_if_fail (TRIB_UI_IS_COMPANY_PAGE (self));

  if (platform_key != NULL)
    trib_ui_company_page_show_connect (self);
  trib_ui_connect_page_offer (TRIB_UI_CONNECT_PAGE (self->connect), platform_key);
}

/**
 * trib_ui_company_page_show_connections:
 * @self: the page
 *
 * Shows what is connected.
 */
void
trib_ui_company_page_show_connections (TribUiCompanyPage *self)
{
  g_return_if_fail (TRIB_UI_IS_COMPANY_PAGE (self));
  adw_view_stack_set_visible_child (self->stack, self->connections);
}
