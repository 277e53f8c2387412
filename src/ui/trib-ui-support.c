/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-support.h"

#include "trib-ui-outside.h"

#include <glib/gi18n.h>
#include <string.h>

/* A button that says who helps.
 * Owned by the template of its page.
 * Main thread only. */

struct _TribUiSupport {
  AdwBin parent_instance;

  GtkMenuButton *button; /* (owned) by the template */
  GtkLabel *label;       /* (owned) by the template */
  GtkWidget *link;       /* (owned) by the template */
  GtkLabel *link_label;  /* (owned) by the template */
  GtkLabel *plain_label; /* (owned) by the template */

  TribModelAccount *account; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiSupport, trib_ui_support, ADW_TYPE_BIN)

typedef enum { PROP_ACCOUNT = 1 } Property;

static GParamSpec *props[PROP_ACCOUNT + 1];

#define MIN_DIGITS 5

static void
show_address (TribUiSupport *self, const char *address, const char *name)
{
  /* Translators: %s is who helps, like "Northwind Lending". */
  g_autofree char *words = g_strdup_printf (_ ("Questions? %s helps."), name);
  g_autofree char *uri = trib_ui_support_dup_uri (address);

  gtk_label_set_text (self->label, words);
  gtk_label_set_text (self->link_label, address);
  gtk_label_set_text (self->plain_label, address);
  gtk_widget_set_visible (self->link, uri != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plain_label), uri == NULL);
  if (uri != NULL)
    gtk_link_button_set_uri (GTK_LINK_BUTTON (self->link), uri);
}

static void
show (TribUiSupport *self)
{
  TribModelPolicy *policy =
      self->account != NULL ? trib_model_account_get_policy (self->account) : NULL;
  g_autofree char *address =
      policy != NULL ? trib_model_policy_dup_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT) : NULL;
  g_autofree char *name =
      policy != NULL ? trib_model_policy_dup_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME)
                     : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), address != NULL);
  if (address != NULL)
    show_address (self, address, name != NULL ? name : trib_model_account_get_name (self->account));
}

static gboolean
activate_link_cb (TribUiSupport *self)
{
  gtk_menu_button_popdown (self->button);
  trib_ui_outside_open (GTK_WIDGET (self), gtk_link_button_get_uri (GTK_LINK_BUTTON (self->link)));
  return GDK_EVENT_STOP;
}

static void
set_account (TribUiSupport *self, TribModelAccount *account)
{
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (trib_model_account_get_policy (self->account), show,
                                          self);
  g_set_object (&self->account, account);
  if (account != NULL) {
    g_signal_connect_object (trib_model_account_get_policy (account), "changed", G_CALLBACK (show),
                             self, G_CONNECT_SWAPPED);
    trib_model_policy_load (trib_model_account_get_policy (account));
  }
  show (self);
}

static void
trib_ui_support_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id) {
  case PROP_ACCOUNT:
    g_value_set_object (value, TRIB_UI_SUPPORT (object)->account);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_support_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id) {
  case PROP_ACCOUNT:
    set_account (TRIB_UI_SUPPORT (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_support_dispose (GObject *object)
{
  set_account (TRIB_UI_SUPPORT (object), NULL);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_SUPPORT);
  G_OBJECT_CLASS (trib_ui_support_parent_class)->dispose (object);
}

static void
trib_ui_support_class_init (TribUiSupportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_support_get_property;
  object_class->set_property = trib_ui_support_set_property;
  object_class->dispose = trib_ui_support_dispose;
  props[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-support.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiSupport, button);
  gtk_widget_class_bind_template_child (widget_class, TribUiSupport, label);
  gtk_widget_class_bind_template_child (widget_class, TribUiSupport, link);
  gtk_widget_class_bind_template_child (widget_class, TribUiSupport, link_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiSupport, plain_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
}

static void
trib_ui_support_init (TribUiSupport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}

static char *
dup_digits (const char *address)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = address; *c != '\0'; c++) {
    if (g_ascii_isdigit (*c) || (*c == '+' && c == address))
      g_string_append_c (digits, *c);
    else if (strchr (" -.()/", *c) == NULL)
      return NULL;
  }
  return digits->len >= MIN_DIGITS ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/**
 * trib_ui_support_dup_uri:
 * @address: a phone number, a mail address or a web address, as somebody typed it
 *
 * Returns: (transfer full) (nullable): where a click leads (RFC 3966, RFC 6068), or %NULL for words
 *   that lead nowhere
 */
char *
trib_ui_support_dup_uri (const char *address)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  if (g_str_has_prefix (address, "https://"))
    return g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL) ? g_strdup (address) : NULL;
  if (strchr (address, '@') != NULL && strpbrk (address, " \t<>,;") == NULL) {
    g_autofree char *escaped = g_uri_escape_string (address, "@", FALSE);

    return g_strconcat ("mailto:", escaped, NULL);
  }
  digits = dup_digits (address);
  return digits != NULL ? g_strconcat ("tel:", digits, NULL) : NULL;
}
