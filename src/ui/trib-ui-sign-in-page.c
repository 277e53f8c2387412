/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-sign-in-page.h"

#include "trib-ui-address-bar.h"
#include "trib-ui-environment-badge.h"
#include "trib-ui-finished-button.h"
#include "trib-ui-lines-layout.h"
#include "trib-ui-link-life.h"
#include "trib-ui-outside.h"
#include "trib-ui-page-trouble.h"
#include "trib-ui-page-window.h"
#include "trib-ui-share-page.h"
#include "trib-ui-sign-in-state.h"
#include "trib-ui-stop-dialog.h"

#include "trib-link-browser.h"

#include <glib/gi18n.h>

/* One sign-in while it goes on: the embedded page under a bar that says where one is, or the wait
 * for the system's browser. The window owns it and takes it away when the session has ended. */

struct _TribUiSignInPage {
  AdwBin parent_instance;

  TribModelSignIn *sign_in; /* (owned) */
  GtkWidget *view;          /* (owned) (nullable): a TribLinkBrowser */
  GWeakRef question;        /* AdwMessageDialog: "Stop this sign-in?" */
  guint shown_serial;       /* the last link that was handed to the system */
  gboolean copies;          /* the next link goes to the clipboard, not to the browser */
  gboolean finished;

  AdwWindowTitle *title;
  AdwWindowTitle *short_title;
  TribUiAddressBar *address_bar;
  TribUiPageTrouble *page_trouble;
  GtkStack *stack;
  AdwBin *view_place;
  AdwStatusPage *outside_page;
  TribUiLinkLife *link_life;
  TribUiFinishedButton *finished_button;
  GtkWidget *support;
  GtkWidget *browser_button;
  GtkWidget *bottom_bar;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (TribUiSignInPage, trib_ui_sign_in_page, ADW_TYPE_BIN)

typedef enum {
  PROP_SIGN_IN = 1,
  PROP_VIEW,
} TribUiSignInPageProperty;

enum { FINISHED, N_SIGNALS };

static GParamSpec *props[PROP_VIEW + 1];
static guint signals[N_SIGNALS];

static TribLinkSession *
get_session (TribUiSignInPage *self)
{
  return trib_model_sign_in_get_session (self->sign_in);
}

static void
hand_link_over (TribUiSignInPage *self)
{
  TribLinkSession *session = get_session (self);
  guint serial = trib_link_session_get_link_serial (session);

  if (trib_link_session_get_state (session) != TRIB_LINK_STATE_OUTSIDE ||
      serial == self->shown_serial)
    return;
  self->shown_serial = serial;
  if (self->copies)
    trib_ui_outside_copy (self->outside_page, trib_link_session_get_link_uri (session));
  else
    trib_ui_outside_show (self->outside_page, trib_link_session_get_link_uri (session));
}

static void
close_question (TribUiSignInPage *self)
{
  g_autoptr (GtkWindow) question = g_weak_ref_get (&self->question);

  g_weak_ref_set (&self->question, NULL);
  if (question != NULL)
    gtk_window_destroy (question);
}

static void
state_cb (TribUiSignInPage *self)
{
  TribLinkState state = trib_link_session_get_state (get_session (self));
  gboolean is_open = state == TRIB_LINK_STATE_OPEN && self->view != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->address_bar), is_open);
  gtk_widget_set_visible (self->bottom_bar, state == TRIB_LINK_STATE_OPEN ||
                                                state == TRIB_LINK_STATE_PREPARING ||
                                                state == TRIB_LINK_STATE_IDLE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.use-browser",
                                 is_open || state == TRIB_LINK_STATE_PREPARING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.cancel",
                                 state != TRIB_LINK_STATE_ENDED);
  gtk_stack_set_visible_child_name (self->stack,
                                    trib_ui_sign_in_state_get_child (state, self->view != NULL));
  hand_link_over (self);
  if (is_open)
    gtk_widget_grab_focus (self->view);
  else if (state == TRIB_LINK_STATE_OUTSIDE)
    gtk_widget_grab_focus (GTK_WIDGET (self->finished_button));
  if (state == TRIB_LINK_STATE_CONFIRMING || state == TRIB_LINK_STATE_ENDED)
    close_question (self);
}

static void
ended_cb (TribUiSignInPage *self)
{
  if (self->finished)
    return;
  self->finished = TRUE;
  /* At once: a view that still followed the session would use up the link of the next try. */
  if (self->view != NULL)
    trib_link_browser_shut_down (TRIB_LINK_BROWSER (self->view));
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
question_cb (TribUiSignInPage *self, const char *response)
{
  g_weak_ref_set (&self->question, NULL);
  if (g_strcmp0 (response, "stop") == 0)
    trib_link_session_cancel (get_session (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (widget);

  if (!trib_ui_sign_in_page_ask_before (self, NULL))
    trib_link_session_cancel (get_session (self));
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (TRIB_UI_SIGN_IN_PAGE (widget)->address_bar),
                              "page-view.reload", NULL);
}

static void
use_browser_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (widget);

  /* Another link goes where the one before went. */
  if (!g_str_equal (name, "sign-in.renew"))
    self->copies = g_str_equal (name, "sign-in.copy-link");
  trib_link_session_go_outside (get_session (self));
}

static void
share_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_share_sign_in (widget, TRIB_UI_SIGN_IN_PAGE (widget)->sign_in);
}

static void
check_now_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_link_session_check_now (get_session (TRIB_UI_SIGN_IN_PAGE (widget)));
}

static void
leave_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A web page keeps Tab for itself: this is the way out of it, and back. */
  if (self->view != NULL && focus != NULL &&
      (focus == self->view || gtk_widget_is_ancestor (focus, self->view)))
    gtk_widget_grab_focus (self->cancel_button);
  else if (self->view != NULL)
    gtk_widget_grab_focus (self->view);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (widget);

  if (self->view != NULL && gtk_widget_get_mapped (self->view))
    gtk_widget_grab_focus (self->view);
  else
    gtk_widget_grab_focus (self->cancel_button);
}

static void
set_texts (TribUiSignInPage *self)
{
  const char *platform = trib_model_sign_in_get_platform_name (self->sign_in);
  TribModelCompany *company = trib_model_sign_in_get_company (self->sign_in);
  /* Translators: %s is a platform like "Xero". */
  g_autofree char *title = g_strdup_printf (_ ("Sign In to %s"), platform);
  /* A status page reads markup, and the name comes from a server. */
  g_autofree char *outside = g_markup_printf_escaped (
      /* Translators: %s is a platform like "Xero". */
      _ ("Sign in to %s there. This window notices by itself when you have finished."), platform);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, trib_model_company_get_name (company));
  adw_window_title_set_title (self->short_title, platform);
  adw_status_page_set_description (self->outside_page, outside);
}

static void
trib_ui_sign_in_page_constructed (GObject *object)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (object);

  G_OBJECT_CLASS (trib_ui_sign_in_page_parent_class)->constructed (object);
  set_texts (self);
  g_object_set (self->support, "account", trib_model_sign_in_get_account (self->sign_in), NULL);
  trib_ui_link_life_follow (self->link_life, self->sign_in);
  trib_ui_finished_button_follow (self->finished_button, self->sign_in);
  gtk_widget_set_visible (self->browser_button, self->view != NULL);
  if (self->view != NULL) {
    adw_bin_set_child (self->view_place, self->view);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_window_title_get_title (self->title), -1);
    trib_ui_address_bar_set_browser (self->address_bar, TRIB_LINK_BROWSER (self->view),
                                     self->sign_in);
    trib_ui_page_trouble_set_watchdog (self->page_trouble,
                                       trib_link_session_get_watchdog (get_session (self)),
                                       TRIB_LINK_BROWSER (self->view));
    trib_ui_page_window_follow (self);
    g_signal_connect_object (self->view, "open-outside", G_CALLBACK (trib_ui_outside_open), self,
                             G_CONNECT_SWAPPED);
  }
  g_signal_connect_object (get_session (self), "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  state_cb (self);
}

static void
trib_ui_sign_in_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (object);

  switch ((TribUiSignInPageProperty) id) {
  case PROP_SIGN_IN:
    self->sign_in = g_value_dup_object (value);
    break;
  case PROP_VIEW:
    self->view = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_sign_in_page_dispose (GObject *object)
{
  TribUiSignInPage *self = TRIB_UI_SIGN_IN_PAGE (object);

  /* That clears the weak reference, too. */
  close_question (self);
  /* Destroying a view would leave its web process running. */
  if (self->view != NULL)
    trib_link_browser_shut_down (TRIB_LINK_BROWSER (self->view));
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_SIGN_IN_PAGE);
  g_clear_object (&self->view);
  g_clear_object (&self->sign_in);
  G_OBJECT_CLASS (trib_ui_sign_in_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, title);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, short_title);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, address_bar);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, page_trouble);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, view_place);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, outside_page);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, finished_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, link_life);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, support);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, browser_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, TribUiSignInPage, cancel_button);
}

static void
trib_ui_sign_in_page_class_init (TribUiSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = trib_ui_sign_in_page_constructed;
  object_class->set_property = trib_ui_sign_in_page_set_property;
  object_class->dispose = trib_ui_sign_in_page_dispose;

  props[PROP_SIGN_IN] = g_param_spec_object ("sign-in", NULL, NULL, TRIB_MODEL_TYPE_SIGN_IN, flags);
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[FINISHED] = g_signal_new ("finished", TRIB_UI_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  g_type_ensure (TRIB_UI_TYPE_FINISHED_BUTTON);
  g_type_ensure (TRIB_UI_TYPE_LINK_LIFE);
  g_type_ensure (TRIB_UI_TYPE_PAGE_TROUBLE);
  g_type_ensure (TRIB_UI_TYPE_LINES_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-sign-in-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "sign-in.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "sign-in.use-browser", NULL, use_browser_action);
  gtk_widget_class_install_action (widget_class, "sign-in.copy-link", NULL, use_browser_action);
  gtk_widget_class_install_action (widget_class, "sign-in.renew", NULL, use_browser_action);
  gtk_widget_class_install_action (widget_class, "sign-in.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "sign-in.check-now", NULL, check_now_action);
  gtk_widget_class_install_action (widget_class, "sign-in.open-again", NULL, use_browser_action);
  gtk_widget_class_install_action (widget_class, "sign-in.leave-view", NULL, leave_view_action);
}

static void
trib_ui_sign_in_page_init (TribUiSignInPage *self)
{
  g_weak_ref_init (&self->question, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_sign_in_page_new:
 * @sign_in: a sign-in
 * @view: (nullable): a widget that implements `TribLinkBrowser`, or %NULL for the system's browser
 *
 * Returns: (transfer floating): the page; nothing is begun yet
 */
GtkWidget *
trib_ui_sign_in_page_new (TribModelSignIn *sign_in, GtkWidget *view)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (sign_in), NULL);
  g_return_val_if_fail (view == NULL || TRIB_LINK_IS_BROWSER (view), NULL);
  return g_object_new (TRIB_UI_TYPE_SIGN_IN_PAGE, "sign-in", sign_in, "view", view, NULL);
}

/**
 * trib_ui_sign_in_page_get_sign_in:
 * @self: a page
 *
 * Returns: (transfer none): what goes on
 */
TribModelSignIn *
trib_ui_sign_in_page_get_sign_in (TribUiSignInPage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_SIGN_IN_PAGE (self), NULL);
  return self->sign_in;
}

/**
 * trib_ui_sign_in_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the embedded view
 */
GtkWidget *
trib_ui_sign_in_page_get_view (TribUiSignInPage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_SIGN_IN_PAGE (self), NULL);
  return self->view;
}

/**
 * trib_ui_sign_in_page_start:
 * @self: a page
 *
 * Begins the sign-in, or begins it again with a fresh link when it is over.
 */
void
trib_ui_sign_in_page_start (TribUiSignInPage *self)
{
  TribLinkSession *session;

  g_return_if_fail (TRIB_UI_IS_SIGN_IN_PAGE (self));

  session = get_session (self);
  if (self->view != NULL)
    trib_link_browser_set_session (TRIB_LINK_BROWSER (self->view), session);
  if (trib_link_session_get_state (session) == TRIB_LINK_STATE_ENDED)
    trib_link_session_restart (session);
  else
    trib_link_session_start (session);
  if (self->view == NULL)
    trib_link_session_go_outside (session);
}

/**
 * trib_ui_sign_in_page_ask_before:
 * @self: a page
 * @action: (nullable): what to activate on the window once the sign-in was stopped
 *
 * Asks whether to stop the sign-in, where something that was typed would be lost.
 *
 * Returns: whether a person is asked; otherwise nothing would be lost
 */
gboolean
trib_ui_sign_in_page_ask_before (TribUiSignInPage *self, const char *action)
{
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_val_if_fail (TRIB_UI_IS_SIGN_IN_PAGE (self), FALSE);

  if (trib_link_session_get_state (get_session (self)) != TRIB_LINK_STATE_OPEN)
    return FALSE;
  close_question (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  dialog = trib_ui_stop_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action);
  g_signal_connect_object (dialog, "response", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  g_weak_ref_set (&self->question, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
