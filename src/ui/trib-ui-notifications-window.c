/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-notifications-window.h"

/* What of an account is told on the desktop, to be switched.
 * Owned by GTK as a window, over the one that it was made for.
 * Main thread only. */

struct _TribUiNotificationsWindow {
  AdwWindow parent_instance;

  GtkSwitch *sync_switch;    /* (owned) by the template */
  GtkSwitch *access_switch;  /* (owned) by the template */
  GtkSwitch *sign_in_switch; /* (owned) by the template */
  GtkSwitch *link_switch;    /* (owned) by the template */
  TribModelAccount *account; /* (owned) */
  gboolean is_own;           /* what changes is changed here: nothing has to be shown again */
};

G_DEFINE_FINAL_TYPE (TribUiNotificationsWindow, trib_ui_notifications_window, ADW_TYPE_WINDOW)

typedef enum {
  PROP_ACCOUNT = 1,
} TribUiNotificationsWindowProperty;

static GParamSpec *props[PROP_ACCOUNT + 1];

static TribModelPolicy *
get_policy (TribUiNotificationsWindow *self)
{
  return trib_model_account_get_policy (self->account);
}

static GtkSwitch *
get_switch (TribUiNotificationsWindow *self, TribModelNotice notice)
{
  switch (notice) {
  case TRIB_MODEL_NOTICE_SYNC:
    return self->sync_switch;
  case TRIB_MODEL_NOTICE_ACCESS:
    return self->access_switch;
  case TRIB_MODEL_NOTICE_LINK:
    return self->link_switch;
  case TRIB_MODEL_NOTICE_SIGN_IN:
  default:
    return self->sign_in_switch;
  }
}

static void
show_all (TribUiNotificationsWindow *self)
{
  if (self->is_own)
    return;
  self->is_own = TRUE;
  for (int i = 0; i < TRIB_MODEL_N_NOTICES; i++)
    gtk_switch_set_active (get_switch (self, (TribModelNotice) i),
                           trib_model_policy_get_notifies (get_policy (self), (TribModelNotice) i));
  self->is_own = FALSE;
}

static void
switch_cb (TribUiNotificationsWindow *self)
{
  if (self->is_own)
    return;
  self->is_own = TRUE;
  for (int i = 0; i < TRIB_MODEL_N_NOTICES; i++) {
    TribModelNotice notice = (TribModelNotice) i;
    gboolean notifies = gtk_switch_get_active (get_switch (self, notice));

    if (notifies != trib_model_policy_get_notifies (get_policy (self), notice))
      trib_model_policy_set_notifies (get_policy (self), notice, notifies);
  }
  self->is_own = FALSE;
}

static void
trib_ui_notifications_window_set_property (GObject *object,
                                           guint id,
                                           const GValue *value,
                                           GParamSpec *pspec)
{
  switch ((TribUiNotificationsWindowProperty) id) {
  case PROP_ACCOUNT:
    TRIB_UI_NOTIFICATIONS_WINDOW (object)->account = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_notifications_window_constructed (GObject *object)
{
  TribUiNotificationsWindow *self = TRIB_UI_NOTIFICATIONS_WINDOW (object);

  G_OBJECT_CLASS (trib_ui_notifications_window_parent_class)->constructed (object);
  g_signal_connect_object (get_policy (self), "changed", G_CALLBACK (show_all), self,
                           G_CONNECT_SWAPPED);
  trib_model_policy_load (get_policy (self));
  show_all (self);
}

static void
trib_ui_notifications_window_dispose (GObject *object)
{
  TribUiNotificationsWindow *self = TRIB_UI_NOTIFICATIONS_WINDOW (object);

  /* What goes away with the template is nobody's wish. */
  self->is_own = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_NOTIFICATIONS_WINDOW);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_notifications_window_parent_class)->dispose (object);
}

static void
trib_ui_notifications_window_class_init (TribUiNotificationsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = trib_ui_notifications_window_set_property;
  object_class->constructed = trib_ui_notifications_window_constructed;
  object_class->dispose = trib_ui_notifications_window_dispose;

  props[PROP_ACCOUNT] =
      g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-notifications-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiNotificationsWindow, sync_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiNotificationsWindow, access_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiNotificationsWindow, sign_in_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiNotificationsWindow, link_switch);
  gtk_widget_class_bind_template_callback (widget_class, switch_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
trib_ui_notifications_window_init (TribUiNotificationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_notifications_window_new:
 * @account: whose connections it is about
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer none): the window, not shown yet; GTK owns it
 */
TribUiNotificationsWindow *
trib_ui_notifications_window_new (TribModelAccount *account, GtkWindow *parent)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  return g_object_new (TRIB_UI_TYPE_NOTIFICATIONS_WINDOW, "account", account, "transient-for",
                       parent, NULL);
}
