/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-add-account-dialog.h"

#include "trib-ui-problem-box.h"
#include "trib-ui-waiting.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* Asks for an account's key and checks it before it is kept.
 * Owned by GTK as a window, over the one that it was made for.
 * Main thread only. */

struct _TribUiAddAccountDialog {
  AdwWindow parent_instance;

  GtkStack *stack;                   /* (owned) by the template */
  GtkEditable *name_row;             /* (owned) by the template */
  GtkEditable *key_row;              /* (owned) by the template */
  AdwComboRow *environment_row;      /* (owned) by the template */
  GtkEditable *redirect_row;         /* (owned) by the template */
  AdwExpanderRow *advanced_row;      /* (owned) by the template */
  GtkEditable *address_row;          /* (owned) by the template */
  TribUiProblemBox *key_problem;     /* (owned) by the template */
  TribUiProblemBox *address_problem; /* (owned) by the template */
  TribUiWaiting *waiting;            /* (owned) by the template */
  GtkWidget *form;                   /* (owned) by the template */
  GtkWidget *check_button;           /* (owned) by the template */
  GtkWidget *done_button;            /* (owned) by the template */

  TribModelAccounts *accounts; /* (owned) */
  GCancellable *cancellable;   /* (owned) (nullable): the check under way */
  char *usual_address;         /* (owned) (nullable): what stood there before anybody typed */
};

G_DEFINE_FINAL_TYPE (TribUiAddAccountDialog, trib_ui_add_account_dialog, ADW_TYPE_WINDOW)

typedef enum {
  PROP_ACCOUNTS = 1,
} TribUiAddAccountDialogProperty;

static GParamSpec *props[PROP_ACCOUNTS + 1];

typedef enum {
  SIGNAL_ADDED,
  N_SIGNALS,
} TribUiAddAccountDialogSignal;

static guint signals[N_SIGNALS];

static TribStoreEnvironment
get_environment (TribUiAddAccountDialog *self)
{
  return adw_combo_row_get_selected (self->environment_row) == 1 ? TRIB_STORE_ENVIRONMENT_TEST
                                                                 : TRIB_STORE_ENVIRONMENT_LIVE;
}

static char *
dup_name (TribUiAddAccountDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  if (*name != '\0')
    return g_steal_pointer (&name);
  return g_strdup (get_environment (self) == TRIB_STORE_ENVIRONMENT_TEST ? _ ("Test account")
                                                                         : _ ("Live account"));
}

static void
update_actions (TribUiAddAccountDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.check",
                                 self->cancellable == NULL &&
                                     *gtk_editable_get_text (self->key_row) != '\0');
}

static void
set_busy (TribUiAddAccountDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  trib_ui_waiting_set_active (self->waiting, busy);
  update_actions (self);
}

static void
clear_problems (TribUiAddAccountDialog *self)
{
  trib_ui_problem_box_set_problem (self->key_problem, NULL);
  trib_ui_problem_box_set_problem (self->address_problem, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->key_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->redirect_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
}

static gboolean
is_usual_address (TribUiAddAccountDialog *self)
{
  return g_strcmp0 (gtk_editable_get_text (self->address_row), self->usual_address) == 0;
}

/* Which row the person must look at; none when the fault is not in what was typed. */
static GtkEditable *
get_row_for (TribUiAddAccountDialog *self, TribProblem kind)
{
  switch ((int) kind) {
  case TRIB_PROBLEM_BAD_KEY:
  case TRIB_PROBLEM_NOT_AUTHORIZED:
  case TRIB_PROBLEM_FORBIDDEN:
  case TRIB_PROBLEM_PLAN:
    return self->key_row;
  case TRIB_PROBLEM_BAD_REDIRECT:
    return self->redirect_row;
  case TRIB_PROBLEM_NO_NETWORK:
  case TRIB_PROBLEM_TIMED_OUT:
    return is_usual_address (self) ? NULL : self->address_row;
  case TRIB_PROBLEM_BAD_ADDRESS:
  case TRIB_PROBLEM_TLS:
  case TRIB_PROBLEM_NOT_FOUND:
  case TRIB_PROBLEM_BAD_ANSWER:
    return self->address_row;
  default:
    return NULL;
  }
}

static void
show_problem (TribUiAddAccountDialog *self, const GError *error)
{
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);
  GtkEditable *row;
  TribUiProblemBox *box;

  /* Cancelled is never shown. */
  if (problem == NULL)
    return;
  row = get_row_for (self, trib_model_problem_get_kind (problem));
  box = row == self->key_row ? self->key_problem : self->address_problem;
  if (row == self->address_row)
    adw_expander_row_set_expanded (self->advanced_row, TRUE);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  trib_ui_problem_box_show_near (box, problem, row != NULL ? GTK_WIDGET (row) : self->check_button);
}

static void
finish_with (TribUiAddAccountDialog *self, TribModelAccount *account)
{
  gboolean session_only = FALSE;

  gtk_editable_set_text (self->key_row, "");
  g_object_get (account, "session-only", &session_only, NULL);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, account);
  if (!session_only) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "session-only");
  gtk_widget_grab_focus (self->done_button);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiAddAccountDialog) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelAccount) account =
      trib_model_accounts_add_finish (TRIB_MODEL_ACCOUNTS (source), result, &error);

  /* The dialog went away while Codat was asked. */
  if (self == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (account != NULL)
    finish_with (self, account);
  else
    show_problem (self, error);
}

static void
check_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiAddAccountDialog *self = TRIB_UI_ADD_ACCOUNT_DIALOG (widget);
  g_autofree char *name = dup_name (self);

  if (self->cancellable != NULL)
    return;
  clear_problems (self);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  trib_model_accounts_add_async (self->accounts, name, gtk_editable_get_text (self->address_row),
                                 gtk_editable_get_text (self->key_row),
                                 gtk_editable_get_text (self->redirect_row), get_environment (self),
                                 self->cancellable, added_cb, trib_weak_new (self));
}

/* Cancel first stops a check that is under way, so that nobody loses what was typed. */
static void
cancel_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiAddAccountDialog *self = TRIB_UI_ADD_ACCOUNT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
changed_cb (TribUiAddAccountDialog *self)
{
  clear_problems (self);
  update_actions (self);
}

static void
trib_ui_add_account_dialog_get_property (GObject *object,
                                         guint id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  switch ((TribUiAddAccountDialogProperty) id) {
  case PROP_ACCOUNTS:
    g_value_set_object (value, TRIB_UI_ADD_ACCOUNT_DIALOG (object)->accounts);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_add_account_dialog_set_property (GObject *object,
                                         guint id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  switch ((TribUiAddAccountDialogProperty) id) {
  case PROP_ACCOUNTS:
    g_set_object (&TRIB_UI_ADD_ACCOUNT_DIALOG (object)->accounts, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* Without this the first button has the focus, and the space bar closes the dialog. */
static void
trib_ui_add_account_dialog_map (GtkWidget *widget)
{
  TribUiAddAccountDialog *self = TRIB_UI_ADD_ACCOUNT_DIALOG (widget);

  GTK_WIDGET_CLASS (trib_ui_add_account_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  if (self->usual_address == NULL)
    self->usual_address = g_strdup (gtk_editable_get_text (self->address_row));
}

static void
trib_ui_add_account_dialog_dispose (GObject *object)
{
  TribUiAddAccountDialog *self = TRIB_UI_ADD_ACCOUNT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The key does not outlive the dialog, even when somebody still holds the row. */
  if (self->key_row != NULL) {
    g_signal_handlers_disconnect_by_data (self->key_row, self);
    gtk_editable_set_text (self->key_row, "");
  }
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_ADD_ACCOUNT_DIALOG);
  g_clear_object (&self->accounts);
  g_clear_pointer (&self->usual_address, g_free);
  G_OBJECT_CLASS (trib_ui_add_account_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-add-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, environment_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, redirect_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, advanced_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, key_problem);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, address_problem);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, check_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddAccountDialog, done_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
trib_ui_add_account_dialog_class_init (TribUiAddAccountDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_add_account_dialog_get_property;
  object_class->set_property = trib_ui_add_account_dialog_set_property;
  object_class->dispose = trib_ui_add_account_dialog_dispose;
  widget_class->map = trib_ui_add_account_dialog_map;

  props[PROP_ACCOUNTS] =
      g_param_spec_object ("accounts", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNTS,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TribUiAddAccountDialog::added:
   * @self: the dialog
   * @account: the account that was checked and kept
   */
  signals[SIGNAL_ADDED] =
      g_signal_new ("added", TRIB_UI_TYPE_ADD_ACCOUNT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, TRIB_MODEL_TYPE_ACCOUNT);

  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_WAITING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "account.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "account.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "account.cancel", NULL);
}

static void
trib_ui_add_account_dialog_init (TribUiAddAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * trib_ui_add_account_dialog_new:
 * @accounts: where the account will be kept
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer none): the dialog, not shown yet; GTK owns it
 */
TribUiAddAccountDialog *
trib_ui_add_account_dialog_new (TribModelAccounts *accounts, GtkWindow *parent)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNTS (accounts), NULL);
  return g_object_new (TRIB_UI_TYPE_ADD_ACCOUNT_DIALOG, "accounts", accounts, "transient-for",
                       parent, NULL);
}
