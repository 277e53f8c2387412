/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-before-dialog.h"

#include "trib-ui-before-facts.h"
#include "trib-ui-consent-box.h"
#include "trib-ui-fit.h"
#include "trib-ui-label.h"
#include "trib-ui-lines-layout.h"
#include "trib-ui-logo.h"
#include "trib-ui-tile-layout.h"

#include "trib-model-unlink.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* What is said before a sign-in, and the ways into it.
 * Owned by GTK, as every toplevel; the Connect page closes it when it goes.
 * Main thread only. */

struct _TribUiBeforeDialog {
  AdwWindow parent_instance;

  GtkWidget *whole;            /* (owned) by the template */
  GtkWidget *scroller;         /* (owned) by the template */
  TribUiLogo *logo;            /* (owned) by the template */
  GtkLabel *title_label;       /* (owned) by the template */
  GtkLabel *address_label;     /* (owned) by the template */
  GtkLabel *duration_label;    /* (owned) by the template */
  GtkWidget *duration_badge;   /* (owned) by the template */
  GtkWidget *notice_box;       /* (owned) by the template */
  GtkLabel *notice_label;      /* (owned) by the template */
  GtkWidget *way_box;          /* (owned) by the template */
  GtkLabel *way_label;         /* (owned) by the template */
  GtkWidget *details_box;      /* (owned) by the template */
  TribUiBeforeFacts *facts;    /* (owned) by the template */
  TribUiConsentBox *consent;   /* (owned) by the template */
  GtkWidget *share_button;     /* (owned) by the template */
  GtkWidget *switch_button;    /* (owned) by the template */
  GtkWidget *close_button;     /* (owned) by the template */
  GtkWidget *another_button;   /* (owned) by the template */
  GtkWidget *browser_button;   /* (owned) by the template */
  GtkWidget *continue_button;  /* (owned) by the template */
  GtkLabel *continue_label;    /* (owned) by the template */
  GtkWidget *show_button;      /* (owned) by the template */
  TribModelAccount *account;   /* (owned) */
  TribModelCompany *company;   /* (owned) */
  TribModelPlatform *platform; /* (owned) */
  TribModelConnection *other;  /* (owned) (nullable): what stands in the way */
  TribModelConnection *again;  /* (owned) (nullable): what is opened again */
  TribUiBeforeCase which;
  TribUiBeforeWay way;
  gboolean switches;  /* whether what stands in the way is to be unlinked */
  const char *chosen; /* (nullable): the action that waits for that */
  GWeakRef opener;    /* (weak) (nullable): where its actions go */
};

G_DEFINE_FINAL_TYPE (TribUiBeforeDialog, trib_ui_before_dialog, ADW_TYPE_WINDOW)

static void
set_words (TribUiBeforeDialog *self)
{
  const char *name = trib_model_platform_get_name (self->platform);
  const char *address = trib_model_platform_get_address (self->platform);
  const char *company = trib_model_company_get_name (self->company);
  g_autofree char *title = trib_ui_before_case_dup_title (self->which, name);
  g_autofree char *notice = trib_ui_before_case_dup_notice (
      self->which, company, name,
      self->other != NULL ? trib_model_connection_get_platform_name (self->other) : "");
  g_autofree char *note = trib_ui_before_way_dup_note (self->way, name);
  g_autofree char *go_on = trib_ui_before_way_dup_button (self->way, name);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->address_label, address);
  gtk_widget_set_visible (GTK_WIDGET (self->address_label), address != NULL && *address != '\0');
  gtk_label_set_text (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice_box, notice != NULL);
  gtk_label_set_text (self->duration_label, trib_model_platform_get_duration_text (self->platform));
  gtk_label_set_text (self->way_label, note != NULL ? note : "");
  /* A name may have a line under a letter that means nothing; the second choice needs a key. */
  if (self->way == TRIB_UI_BEFORE_WAY_BROWSER)
    gtk_label_set_text_with_mnemonic (self->continue_label, _ ("_Continue Here"));
  else
    gtk_label_set_text (self->continue_label, go_on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->continue_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->continue_label), -1);
}

static gboolean
can_add (TribUiBeforeDialog *self)
{
  return self->which == TRIB_UI_BEFORE_CASE_CONNECTED &&
         trib_model_platform_get_category (self->platform) != TRIB_MODEL_CATEGORY_ACCOUNTING &&
         self->way != TRIB_UI_BEFORE_WAY_INSIDE;
}

/* What has to be ticked is seen, also where the rest was said before. */
static void
show_details (TribUiBeforeDialog *self)
{
  gboolean can = trib_ui_before_case_can_sign_in (self->which);
  gboolean asks =
      trib_model_policy_get_asks_consent (trib_model_account_get_policy (self->account));

  gtk_widget_set_visible (self->details_box, can || (can_add (self) && asks));
}

/* The surest way on is the one that Enter takes. */
static void
show_first_choice (TribUiBeforeDialog *self, gboolean can)
{
  gboolean outside = self->way == TRIB_UI_BEFORE_WAY_BROWSER;
  GtkWidget *way_on = outside ? self->browser_button : self->continue_button;
  GtkWidget *first = can ? way_on : self->show_button;

  if (outside) {
    gtk_widget_remove_css_class (self->continue_button, "suggested-action");
    gtk_widget_add_css_class (self->browser_button, "suggested-action");
  }
  if (!gtk_widget_get_visible (first))
    first = self->close_button;
  gtk_window_set_default_widget (GTK_WINDOW (self), first);
  gtk_window_set_focus (GTK_WINDOW (self), first);
}

static void
enable_ways (TribUiBeforeDialog *self, gboolean can)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "before.switch", self->which == TRIB_UI_BEFORE_CASE_OTHER);
  gtk_widget_action_set_enabled (widget, "before.continue", can || can_add (self));
  gtk_widget_action_set_enabled (widget, "before.use-browser", can);
  gtk_widget_action_set_enabled (widget, "before.copy-link", can);
  gtk_widget_action_set_enabled (widget, "before.share", can);
}

static void
show_case (TribUiBeforeDialog *self)
{
  gboolean open = trib_ui_before_case_can_sign_in (self->which);
  gboolean can = open && self->way != TRIB_UI_BEFORE_WAY_INSIDE;

  gtk_widget_set_visible (self->way_box, open && self->way != TRIB_UI_BEFORE_WAY_EMBEDDED);
  gtk_widget_set_visible (self->duration_badge, open);
  gtk_widget_set_visible (self->browser_button, can && self->way != TRIB_UI_BEFORE_WAY_WINDOWS);
  gtk_widget_set_visible (self->continue_button, can);
  gtk_widget_set_visible (self->share_button, can && self->way != TRIB_UI_BEFORE_WAY_WINDOWS);
  gtk_widget_set_visible (self->close_button, !can && !can_add (self));
  gtk_widget_set_visible (self->another_button, can_add (self));
  gtk_widget_set_visible (self->show_button, !open);
  gtk_button_set_label (GTK_BUTTON (self->show_button),
                        self->which == TRIB_UI_BEFORE_CASE_OTHER ? _ ("_Go to Connections")
                                                                 : _ ("_Show Connection"));
  trib_ui_label_wrap_button (GTK_BUTTON (self->show_button));
  gtk_widget_set_visible (self->switch_button, self->other != NULL && !open);
  enable_ways (self, can);
  show_details (self);
  show_first_choice (self, can);
}

/* What is asked for happens in the page behind: it knows the window, this dialog does not. */
static void
leave (TribUiBeforeDialog *self, const char *action)
{
  g_autoptr (GtkWidget) opener = g_weak_ref_get (&self->opener);
  gboolean again = self->again != NULL && trib_ui_before_case_can_sign_in (self->which);
  g_autoptr (GVariant) target = NULL;

  if (g_str_has_prefix (action, "win."))
    target = g_variant_ref_sink (
        trib_ui_before_target_new (self->company, self->platform, again ? self->again : NULL));
  if (again)
    action = trib_ui_before_case_get_again_action (action);
  gtk_window_destroy (GTK_WINDOW (self));
  if (opener != NULL)
    gtk_widget_activate_action_variant (opener, action, target);
}

static void
find_case (TribUiBeforeDialog *self)
{
  TribModelConnection *other = NULL;

  self->which = trib_ui_before_case_get (trib_model_company_get_connections (self->company),
                                         self->platform, &other);
  if (self->which == TRIB_UI_BEFORE_CASE_OTHER && self->switches)
    self->which = TRIB_UI_BEFORE_CASE_SWITCH;
  else if (self->again != NULL && other == NULL)
    self->which = trib_ui_before_case_get_for_connection (self->again);
  g_set_object (&self->other, other);
  set_words (self);
  show_case (self);
}

/* When it could not be unlinked, the sheet says why, and nothing else is begun. */
static void
unlinked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiBeforeDialog) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  gboolean is_unlinked = trib_model_unlink_finish (TRIB_MODEL_CONNECTION (source), result, &error);

  if (self == NULL || self->chosen == NULL)
    return;
  if (is_unlinked) {
    leave (self, g_steal_pointer (&self->chosen));
  } else {
    self->chosen = NULL;
    find_case (self);
    gtk_label_set_text (self->notice_label, error->message);
  }
}

/* What is in the way is given up with the first step that a person takes, and not by looking. */
static void
go (TribUiBeforeDialog *self, const char *action)
{
  g_autofree char *words = NULL;

  if (self->which != TRIB_UI_BEFORE_CASE_SWITCH) {
    leave (self, action);
    return;
  }
  words = trib_ui_before_case_dup_unlinking (self->other);
  self->chosen = action;
  enable_ways (self, FALSE);
  gtk_label_set_text (self->notice_label, words);
  trib_model_unlink_async (self->other, unlinked_cb, trib_weak_new (self));
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_consent_box_agree (TRIB_UI_BEFORE_DIALOG (widget)->consent, name);
}

static void
agreed_cb (TribUiBeforeDialog *self, const char *name)
{
  g_autoptr (TribUiBeforeDialog) keep = g_object_ref (self);

  if (g_strcmp0 (name, "before.use-browser") == 0)
    go (self, "win.use-browser-sign-in");
  else if (g_strcmp0 (name, "before.copy-link") == 0)
    go (self, "win.copy-link-sign-in");
  else
    go (self, self->way == TRIB_UI_BEFORE_WAY_WINDOWS ? "win.share" : "win.sign-in");
}

/* The words are others now, and so is the room that they want. */
static void
switch_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiBeforeDialog *self = TRIB_UI_BEFORE_DIALOG (widget);
  g_autoptr (GtkWidget) opener = g_weak_ref_get (&self->opener);

  self->switches = TRUE;
  find_case (self);
  if (opener != NULL)
    trib_ui_fit_window (GTK_WINDOW (self), opener, self->whole, self->scroller);
}

static void
share_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (TribUiBeforeDialog) self = g_object_ref (TRIB_UI_BEFORE_DIALOG (widget));

  go (self, "win.share");
}

static void
show_connections_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (TribUiBeforeDialog) self = g_object_ref (TRIB_UI_BEFORE_DIALOG (widget));

  leave (self, "company.show-connections");
}

static void
trib_ui_before_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_BEFORE_DIALOG);
  G_OBJECT_CLASS (trib_ui_before_dialog_parent_class)->dispose (object);
}

static void
trib_ui_before_dialog_finalize (GObject *object)
{
  TribUiBeforeDialog *self = TRIB_UI_BEFORE_DIALOG (object);

  g_weak_ref_clear (&self->opener);
  g_clear_object (&self->again);
  g_clear_object (&self->other);
  g_clear_object (&self->platform);
  g_clear_object (&self->company);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_before_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRIB_UI_TYPE_BEFORE_FACTS);
  g_type_ensure (TRIB_UI_TYPE_CONSENT_BOX);
  g_type_ensure (TRIB_UI_TYPE_LOGO);
  g_type_ensure (TRIB_UI_TYPE_LINES_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-before-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, whole);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, logo);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, address_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, duration_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, duration_badge);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, way_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, way_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, details_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, share_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, consent);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, switch_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, another_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, browser_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, continue_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeDialog, show_button);
}

static void
trib_ui_before_dialog_class_init (TribUiBeforeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trib_ui_before_dialog_dispose;
  object_class->finalize = trib_ui_before_dialog_finalize;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "before.continue", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "before.use-browser", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "before.copy-link", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "before.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "before.switch", NULL, switch_action);
  gtk_widget_class_install_action (widget_class, "before.show-connections", NULL,
                                   show_connections_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
trib_ui_before_dialog_init (TribUiBeforeDialog *self)
{
  g_weak_ref_init (&self->opener, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_before_dialog_new:
 * @account: who will read
 * @company: what is connected
 * @platform: to what
 *
 * Returns: (transfer none): a dialog that is not shown yet
 */
GtkWidget *
trib_ui_before_dialog_new (TribModelAccount *account,
                           TribModelCompany *company,
                           TribModelPlatform *platform)
{
  TribUiBeforeDialog *self;

  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);

  self = g_object_new (TRIB_UI_TYPE_BEFORE_DIALOG, NULL);
  self->account = g_object_ref (account);
  self->company = g_object_ref (company);
  self->platform = g_object_ref (platform);
  self->way = trib_ui_before_way_get (platform);
  trib_ui_logo_set_name (self->logo, trib_model_platform_get_name (platform));
  g_object_bind_property (platform, "logo", self->logo, "image", G_BINDING_SYNC_CREATE);
  trib_model_platform_load_branding (platform);
  trib_ui_before_facts_set_platform (self->facts, account, platform);
  trib_ui_consent_box_set_subject (self->consent, account, company, platform);
  g_signal_connect_object (self->consent, "changed", G_CALLBACK (show_details), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consent, "agreed", G_CALLBACK (agreed_cb), self,
                           G_CONNECT_SWAPPED);
  find_case (self);
  return GTK_WIDGET (self);
}

/**
 * trib_ui_before_dialog_set_connection:
 * @self: a dialog that is not shown yet
 * @connection: what is opened again, of the dialog's platform
 *
 * Makes it the sheet of this one connection, whatever else the company has of the platform.
 */
void
trib_ui_before_dialog_set_connection (TribUiBeforeDialog *self, TribModelConnection *connection)
{
  g_return_if_fail (TRIB_UI_IS_BEFORE_DIALOG (self));
  g_return_if_fail (TRIB_MODEL_IS_CONNECTION (connection));

  g_set_object (&self->again, connection);
  find_case (self);
}

/**
 * trib_ui_before_dialog_present:
 * @self: a dialog
 * @opener: the widget that it is opened from, and that its actions go to
 */
void
trib_ui_before_dialog_present (TribUiBeforeDialog *self, GtkWidget *opener)
{
  g_return_if_fail (TRIB_UI_IS_BEFORE_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (opener));

  g_weak_ref_set (&self->opener, opener);
  trib_ui_fit_window (GTK_WINDOW (self), opener, self->whole, self->scroller);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * trib_ui_before_dialog_get_case:
 * @self: a dialog
 *
 * Returns: what the company and the platform are to each other
 */
TribUiBeforeCase
trib_ui_before_dialog_get_case (TribUiBeforeDialog *self)
{
  g_return_val_if_fail (TRIB_UI_IS_BEFORE_DIALOG (self), TRIB_UI_BEFORE_CASE_NEW);
  return self->which;
}
