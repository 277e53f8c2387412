/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-missing.h"

#include "trib-ui-connect-words.h"
#include "trib-ui-mailto.h"
#include "trib-ui-outside.h"
#include "trib-ui-support.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* A button that says what can be done about a platform that is not in the list.
 * Owned by the template of the Connect page.
 * Main thread only. */

struct _TribUiMissing {
  AdwBin parent_instance;

  GtkMenuButton *button;     /* (owned) by the template */
  GtkWidget *ask_button;     /* (owned) by the template */
  GtkLabel *ask_label;       /* (owned) by the template */
  GtkLabel *address_label;   /* (owned) by the template */
  GtkButton *request_button; /* (owned) by the template */
  TribModelAccount *account; /* (owned) (nullable) */
  char *company;             /* (owned) (nullable) */
  char *search;              /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiMissing, trib_ui_missing, ADW_TYPE_BIN)

static char *
dup_request (TribUiMissing *self)
{
  return trib_ui_connect_words_request (self->company != NULL ? self->company : "",
                                        self->search != NULL ? self->search : "");
}

static char *
dup_text (TribUiMissing *self, TribModelPolicyText which)
{
  return self->account != NULL
             ? trib_model_policy_dup_text (trib_model_account_get_policy (self->account), which)
             : NULL;
}

/* An address that no program opens is shown, so that it can be typed elsewhere. */
static void
show_support (TribUiMissing *self)
{
  g_autofree char *address = dup_text (self, TRIB_MODEL_POLICY_TEXT_SUPPORT);
  g_autofree char *name = dup_text (self, TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME);
  g_autofree char *uri = trib_ui_missing_dup_uri (self);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->ask_button, uri != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->address_label), address != NULL);
  gtk_label_set_text (self->address_label, address != NULL ? address : "");
  if (self->account == NULL)
    return;
  /* Translators: %s is who helps, like "Northwind Lending". */
  words = g_strdup_printf (_ ("Ask %s…"),
                              name != NULL ? name : trib_model_account_get_name (self->account));
  gtk_label_set_text (self->ask_label, words);
}

static void
shown_cb (TribUiMissing *self)
{
  gtk_button_set_label (self->request_button, _ ("_Copy a Request"));
}

static void
copy_request_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiMissing *self = TRIB_UI_MISSING (widget);
  g_autofree char *text = dup_request (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_button_set_label (self->request_button, _ ("Copied"));
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *uri = trib_ui_missing_dup_uri (TRIB_UI_MISSING (widget));

  gtk_menu_button_popdown (TRIB_UI_MISSING (widget)->button);
  if (uri != NULL)
    trib_ui_outside_open (widget, uri);
}

static void
trib_ui_missing_dispose (GObject *object)
{
  TribUiMissing *self = TRIB_UI_MISSING (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (trib_model_account_get_policy (self->account),
                                          show_support, self);
  g_clear_object (&self->account);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_MISSING);
  G_OBJECT_CLASS (trib_ui_missing_parent_class)->dispose (object);
}

static void
trib_ui_missing_finalize (GObject *object)
{
  g_free (TRIB_UI_MISSING (object)->company);
  g_free (TRIB_UI_MISSING (object)->search);
  G_OBJECT_CLASS (trib_ui_missing_parent_class)->finalize (object);
}

static void
trib_ui_missing_class_init (TribUiMissingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trib_ui_missing_dispose;
  object_class->finalize = trib_ui_missing_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-missing.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiMissing, button);
  gtk_widget_class_bind_template_child (widget_class, TribUiMissing, ask_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiMissing, ask_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiMissing, address_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiMissing, request_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_install_action (widget_class, "missing.copy-request", NULL, copy_request_action);
  gtk_widget_class_install_action (widget_class, "missing.ask", NULL, ask_action);
}

static void
trib_ui_missing_init (TribUiMissing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_missing_set_account:
 * @self: the button
 * @account: whose platforms they are; told once
 */
void
trib_ui_missing_set_account (TribUiMissing *self, TribModelAccount *account)
{
  g_return_if_fail (TRIB_UI_IS_MISSING (self));
  g_return_if_fail (TRIB_MODEL_IS_ACCOUNT (account));
  g_return_if_fail (self->account == NULL);

  self->account = g_object_ref (account);
  g_signal_connect_object (trib_model_account_get_policy (account), "changed",
                           G_CALLBACK (show_support), self, G_CONNECT_SWAPPED);
  show_support (self);
}

/**
 * trib_ui_missing_set_request:
 * @self: the button
 * @company: who would like to connect something
 * @search: what was searched for; may be empty
 */
void
trib_ui_missing_set_request (TribUiMissing *self, const char *company, const char *search)
{
  g_return_if_fail (TRIB_UI_IS_MISSING (self));

  trib_set_str (&self->company, company);
  trib_set_str (&self->search, search);
}

/**
 * trib_ui_missing_dup_uri:
 * @self: the button
 *
 * Returns: (transfer full) (nullable): where whoever helps is asked; a letter has the request in it
 */
char *
trib_ui_missing_dup_uri (TribUiMissing *self)
{
  g_autofree char *address = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *request = NULL;

  g_return_val_if_fail (TRIB_UI_IS_MISSING (self), NULL);

  address = dup_text (self, TRIB_MODEL_POLICY_TEXT_SUPPORT);
  uri = address != NULL ? trib_ui_support_dup_uri (address) : NULL;
  if (uri == NULL || !g_str_has_prefix (uri, "mailto:"))
    return g_steal_pointer (&uri);
  request = dup_request (self);
  return trib_ui_mailto_new (address, _ ("A platform that is missing"), request);
}
