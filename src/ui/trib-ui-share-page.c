/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-share-page-private.h"

#include "trib-ui-environment-badge.h"
#include "trib-ui-qr.h"

#include "trib-model-time.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* Asking somebody else to sign in. The window owns it.
 * Main thread only. */

G_DEFINE_FINAL_TYPE (TribUiSharePage, trib_ui_share_page, ADW_TYPE_BIN)

typedef enum { PROP_INVITATION = 1 } TribUiSharePageProperty;

enum { OPEN_MAIL, N_SIGNALS };

static GParamSpec *props[PROP_INVITATION + 1];
static guint signals[N_SIGNALS];

static TribModelConnections *
get_connections (TribUiSharePage *self)
{
  return trib_model_company_get_connections (trib_model_invitation_get_company (self->invitation));
}

static TribModelWho
get_who (TribUiSharePage *self)
{
  return (TribModelWho) MIN (gtk_drop_down_get_selected (self->who_row), TRIB_MODEL_WHO_OTHER);
}

static void
set_busy (TribUiSharePage *self, gboolean busy)
{
  static const char *const actions[] = { "share.copy", "share.show-code", "share.mail",
                                         "share.renew" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !busy);
  trib_ui_waiting_set_active (self->waiting, busy);
}

/* Says why there is no link, or that nothing is wrong. */
void
trib_ui_share_page_set_problem (TribUiSharePage *self, const GError *error)
{
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);

  trib_ui_problem_box_set_problem (self->problem, problem);
}

static void
hide_code (TribUiSharePage *self)
{
  gtk_revealer_set_reveal_child (self->code_revealer, FALSE);
  gtk_picture_set_paintable (self->code, NULL);
  gtk_label_set_label (self->code_label, _ ("Show _QR Code"));
}

/* Says what was done with the newest link. */
void
trib_ui_share_page_say (TribUiSharePage *self, const char *text)
{
  gtk_label_set_text (self->result_label, text);
  gtk_label_set_text (self->expires_label,
                      trib_model_invitation_get_expires_text (self->invitation));
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->expires_label), TRUE);
  gtk_stack_set_visible_child (self->result_stack, self->result);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
show_code (TribUiSharePage *self, const char *uri)
{
  g_autoptr (TribUiQr) code = trib_ui_qr_new (uri);

  if (code == NULL) {
    trib_ui_share_page_say (self, _ ("The link is too long for a QR code. Copy it instead."));
    return;
  }
  gtk_picture_set_paintable (self->code, GDK_PAINTABLE (code));
  gtk_revealer_set_reveal_child (self->code_revealer, TRUE);
  gtk_label_set_label (self->code_label, _ ("Hide _QR Code"));
  trib_ui_share_page_scroll_to_code (self);
  trib_ui_share_page_say (self,
                          _ ("The QR code can be scanned with the other person’s telephone."));
}

static void
send_mail (TribUiSharePage *self, const char *uri)
{
  char *mail = trib_ui_share_page_dup_mail (self, uri);
  gboolean handled = FALSE;

  trib_ui_share_page_say (
      self, _ ("Your mail program has the letter. It is sent when you send it there."));
  g_signal_emit (self, signals[OPEN_MAIL], 0, mail, &handled);
  trib_ui_share_page_wipe (mail);
}

static void
use_link (TribUiSharePage *self, const char *uri)
{
  switch (self->way) {
  case WAY_CODE:
    show_code (self, uri);
    break;
  case WAY_MAIL:
    send_mail (self, uri);
    break;
  case WAY_COPY:
  default:
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
    trib_ui_share_page_say (
        self, _ ("The link is on the clipboard. Give it only to the person who signs in."));
    break;
  }
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiSharePage) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribLinkTicket) ticket =
      trib_model_invitation_fetch_finish (TRIB_MODEL_INVITATION (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  trib_ui_share_page_set_problem (self, error);
  if (ticket == NULL)
    return;
  use_link (self, ticket->uri);
  trib_model_invitation_note (self->invitation, get_who (self));
}

static void
fetch_for (TribUiSharePage *self, Way way)
{
  if (self->cancellable != NULL)
    return;
  self->way = way;
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  trib_ui_share_page_set_problem (self, NULL);
  trib_model_invitation_fetch_async (self->invitation, self->cancellable, fetched_cb,
                                     trib_weak_new (self));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fetch_for (TRIB_UI_SHARE_PAGE (widget), WAY_COPY);
}

static void
show_code_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (widget);

  if (gtk_picture_get_paintable (self->code) != NULL)
    hide_code (self);
  else
    fetch_for (self, WAY_CODE);
}

static void
mail_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fetch_for (TRIB_UI_SHARE_PAGE (widget), WAY_MAIL);
}

/* The same once more, with another link. */
static void
renew_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fetch_for (TRIB_UI_SHARE_PAGE (widget), TRIB_UI_SHARE_PAGE (widget)->way);
}

static gboolean
first_wins (GSignalInvocationHint *hint, GValue *sum, const GValue *answer, gpointer data)
{
  g_value_copy (answer, sum);
  return !g_value_get_boolean (answer);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_share_page_print (TRIB_UI_SHARE_PAGE (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_share_page_save (TRIB_UI_SHARE_PAGE (widget));
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") == 0)
    gtk_widget_grab_focus (self->done_button);
  else
    gtk_widget_grab_focus (self->copy_button);
}

static void
changed_cb (TribUiSharePage *self)
{
  TribModelConnection *connection = trib_model_invitation_get_connection (self->invitation);
  gboolean done = connection != NULL &&
                  trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_CONNECTED;

  if (done && trib_model_invitation_get_expires_text (self->invitation) != NULL) {
    hide_code (self);
    gtk_stack_set_visible_child_name (self->stack, "done");
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
      gtk_widget_grab_focus (self->done_button);
  }
}

/* A code whose link has died is made anew; a link that was copied or sent is told to be dead. */
static void
link_ended_cb (TribUiSharePage *self)
{
  g_autofree char *words = trib_model_time_valid_for (0);

  gtk_widget_set_visible (GTK_WIDGET (self->result_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->expires_label), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  if (gtk_picture_get_paintable (self->code) != NULL) {
    hide_code (self);
    fetch_for (self, WAY_CODE);
  }
}

static void
trib_ui_share_page_map (GtkWidget *widget)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (widget);

  GTK_WIDGET_CLASS (trib_ui_share_page_parent_class)->map (widget);
  trib_model_connections_follow (get_connections (self));
}

/* Nobody looks at a code that is not shown. */
static void
trib_ui_share_page_unmap (GtkWidget *widget)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (widget);

  trib_model_connections_unfollow (get_connections (self));
  hide_code (self);
  trib_ui_share_page_stop_saving (self);
  GTK_WIDGET_CLASS (trib_ui_share_page_parent_class)->unmap (widget);
}

static void
set_who (TribUiSharePage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  TribModelConnection *connection = trib_model_invitation_get_connection (self->invitation);
  TribModelRequest *request =
      connection != NULL ? trib_model_connection_get_request (connection) : NULL;

  for (int who = TRIB_MODEL_WHO_ACCOUNTANT; who <= TRIB_MODEL_WHO_OTHER; who++)
    gtk_string_list_append (list, trib_model_who_to_text ((TribModelWho) who));
  gtk_drop_down_set_model (self->who_row, G_LIST_MODEL (list));
  if (request != NULL)
    gtk_drop_down_set_selected (self->who_row, (guint) trib_model_request_get_who (request));
}

static void
trib_ui_share_page_constructed (GObject *object)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (object);

  G_OBJECT_CLASS (trib_ui_share_page_parent_class)->constructed (object);
  set_who (self);
  trib_ui_share_page_set_texts (self);
  gtk_widget_set_visible (self->code_group, trib_ui_qr_is_available ());
  g_object_bind_property (trib_model_invitation_get_account (self->invitation), "environment",
                          self->badge, "environment", G_BINDING_SYNC_CREATE);
  g_object_set (self->support, "account", trib_model_invitation_get_account (self->invitation),
                NULL);
  trib_ui_link_life_follow_invitation (self->link_life, self->invitation);
  g_signal_connect_object (self->link_life, "ended", G_CALLBACK (link_ended_cb), self,
                           G_CONNECT_SWAPPED);
  self->watch = trib_ui_connection_watch_new (get_connections (self));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
trib_ui_share_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (object);

  switch ((TribUiSharePageProperty) id) {
  case PROP_INVITATION:
    self->invitation = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_share_page_dispose (GObject *object)
{
  TribUiSharePage *self = TRIB_UI_SHARE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_SHARE_PAGE);
  g_clear_object (&self->invitation);
  G_OBJECT_CLASS (trib_ui_share_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, title);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, intro);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, problem);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, waiting);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, result_stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, result);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, result_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, expires_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, link_life);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, who_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, code_group);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, code_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, code_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, code_revealer);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, code);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, recipient);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, subject);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, letter);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, done_page);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, done_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, badge);
  gtk_widget_class_bind_template_child (widget_class, TribUiSharePage, support);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "share.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "share.show-code", NULL, show_code_action);
  gtk_widget_class_install_action (widget_class, "share.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "share.renew", NULL, renew_action);
  gtk_widget_class_install_action (widget_class, "share.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "share.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
}

static void
trib_ui_share_page_class_init (TribUiSharePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trib_ui_share_page_constructed;
  object_class->set_property = trib_ui_share_page_set_property;
  object_class->dispose = trib_ui_share_page_dispose;
  widget_class->map = trib_ui_share_page_map;
  widget_class->unmap = trib_ui_share_page_unmap;

  props[PROP_INVITATION] =
      g_param_spec_object ("invitation", NULL, NULL, TRIB_MODEL_TYPE_INVITATION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[OPEN_MAIL] =
      g_signal_new_class_handler ("open-mail", TRIB_UI_TYPE_SHARE_PAGE, G_SIGNAL_RUN_LAST,
                                  G_CALLBACK (trib_ui_share_page_open_mail), first_wins, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  g_type_ensure (TRIB_UI_TYPE_LINK_LIFE);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-share-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
trib_ui_share_page_init (TribUiSharePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_share_page_new:
 * @invitation: what somebody else is asked for
 *
 * Returns: (transfer floating): the page; no link is fetched yet
 */
GtkWidget *
trib_ui_share_page_new (TribModelInvitation *invitation)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (invitation), NULL);
  return g_object_new (TRIB_UI_TYPE_SHARE_PAGE, "invitation", invitation, NULL);
}

/**
 * trib_ui_share_page_get_invitation:
 * @self: a page
 *
 * Returns: (transfer none): what somebody else is asked for
 */
TribModelInvitation *
trib_ui_share_page_get_invitation (TribUiSharePage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_SHARE_PAGE (self), NULL);
  return self->invitation;
}
