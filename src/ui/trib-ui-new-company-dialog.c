/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-new-company-dialog.h"

#include "trib-ui-problem-box.h"
#include "trib-ui-status-pill.h"
#include "trib-ui-tile-layout.h"
#include "trib-ui-waiting.h"

#include "trib-weak.h"

#include <glib/gi18n.h>

/* Makes a company, unless there is one already: a twin is hard to get rid of.
 * Owned by GTK as a window, over the one that it was made for.
 * Main thread only. */

/* Typing pauses this long before Codat is asked whether the company exists. */
#define LOOK_UP_DELAY_MS 400

struct _TribUiNewCompanyDialog {
  AdwWindow parent_instance;

  GtkWidget *form;              /* (owned) by the template */
  GtkEditable *name_row;        /* (owned) by the template */
  GtkEditable *reference_row;   /* (owned) by the template */
  GtkEditable *description_row; /* (owned) by the template */
  GtkLabel *name_hint;          /* (owned) by the template */
  TribUiProblemBox *problem;    /* (owned) by the template */
  TribUiWaiting *waiting;       /* (owned) by the template */
  GtkButton *create_button;     /* (owned) by the template */

  TribModelCompanies *companies; /* (owned) */
  TribModelCompany *existing;    /* (owned) (nullable) */
  GCancellable *look_up;         /* (owned) (nullable): the asking under way while typing */
  GCancellable *creating;        /* (owned) (nullable): the creating under way */
  guint delay;                   /* the source that will ask, or 0 */
};

G_DEFINE_FINAL_TYPE (TribUiNewCompanyDialog, trib_ui_new_company_dialog, ADW_TYPE_WINDOW)

typedef enum {
  PROP_COMPANIES = 1,
  PROP_EXISTING,
} TribUiNewCompanyDialogProperty;

static GParamSpec *props[PROP_EXISTING + 1];

typedef enum {
  SIGNAL_CREATED,
  N_SIGNALS,
} TribUiNewCompanyDialogSignal;

static guint signals[N_SIGNALS];

static char *
dup_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* What of a name is not in what Codat keeps of it, each character once. */
static char *
dup_dropped (const char *name, const char *kept)
{
  g_autoptr (GString) dropped = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isgraph (c) || g_utf8_strchr (kept, -1, c) != NULL ||
        g_utf8_strchr (dropped->str, -1, c) != NULL)
      continue;
    if (dropped->len > 0)
      g_string_append_c (dropped, ' ');
    g_string_append_unichar (dropped, c);
  }
  return g_string_free (g_steal_pointer (&dropped), FALSE);
}

/* Returns whether a company could be made with this name. */
static gboolean
check_name (TribUiNewCompanyDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *kept = NULL;
  g_autofree char *dropped = NULL;
  g_autofree char *hint = NULL;

  if (*name != '\0' && !trib_model_company_name_check (name, &kept) && kept != NULL) {
    dropped = dup_dropped (name, kept);
    if (*kept == '\0')
      hint = g_strdup (_ ("Codat cannot keep this name: use some letters or digits."));
    else
      /* Translators: the first %s is a list of characters, the second a company's name. */
      hint = g_strdup_printf (_ ("Codat leaves out %s and keeps the name as “%s”."), dropped, kept);
  }
  gtk_label_set_text (self->name_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_hint), hint != NULL);
  return *name != '\0' && (kept == NULL || *kept != '\0');
}

static void
update_actions (TribUiNewCompanyDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "company.create",
                                 check_name (self) && self->creating == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "company.open-existing",
                                 self->existing != NULL);
}

/* There is one primary action: to create, or to open what is there. */
static void
set_existing (TribUiNewCompanyDialog *self, TribModelCompany *existing)
{
  if (!g_set_object (&self->existing, existing))
    return;
  gtk_button_set_label (self->create_button,
                        existing != NULL ? _ ("C_reate Anyway") : _ ("C_reate Company"));
  if (existing != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->create_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->create_button), "suggested-action");
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXISTING]);
}

static void
stop_look_up (TribUiNewCompanyDialog *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  g_cancellable_cancel (self->look_up);
  g_clear_object (&self->look_up);
}

static void
set_busy (TribUiNewCompanyDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  trib_ui_waiting_set_active (self->waiting, busy);
  update_actions (self);
}

static void
stop_creating (TribUiNewCompanyDialog *self, TribModelProblem *problem)
{
  g_clear_object (&self->creating);
  set_busy (self, FALSE);
  if (problem != NULL)
    trib_ui_problem_box_show_near (self->problem, problem, GTK_WIDGET (self->name_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
look_up (TribUiNewCompanyDialog *self, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *reference = dup_text (self->reference_row);

  trib_model_companies_look_up_async (self->companies, name, *reference != '\0' ? reference : NULL,
                                      cancellable, callback, trib_weak_new (self));
}

/* While typing this is a service, so a failure is not told: Create asks again. */
static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiNewCompanyDialog) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelCompany) existing =
      trib_model_companies_look_up_finish (TRIB_MODEL_COMPANIES (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->look_up);
  if (error == NULL)
    set_existing (self, existing);
}

static gboolean
delay_over_cb (gpointer data)
{
  TribUiNewCompanyDialog *self = data;

  self->delay = 0;
  self->look_up = g_cancellable_new ();
  look_up (self, self->look_up, looked_up_cb);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TribUiNewCompanyDialog *self)
{
  stop_look_up (self);
  set_existing (self, NULL);
  trib_ui_problem_box_set_problem (self->problem, NULL);
  update_actions (self);
  if (check_name (self))
    self->delay = g_timeout_add (LOOK_UP_DELAY_MS, delay_over_cb, self);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiNewCompanyDialog) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelCompany) company =
      trib_model_companies_create_finish (TRIB_MODEL_COMPANIES (source), result, &error);
  g_autoptr (TribModelProblem) problem = trib_model_problem_new_for_change (error);

  if (self == NULL)
    return;
  stop_creating (self, problem);
  if (company == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, company);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create (TribUiNewCompanyDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *reference = dup_text (self->reference_row);
  g_autofree char *description = dup_text (self->description_row);

  trib_model_companies_create_async (self->companies, name, *reference != '\0' ? reference : NULL,
                                     *description != '\0' ? description : NULL, self->creating,
                                     created_cb, trib_weak_new (self));
}

static void
looked_up_for_create_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiNewCompanyDialog) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelCompany) existing =
      trib_model_companies_look_up_finish (TRIB_MODEL_COMPANIES (source), result, &error);
  g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);

  if (self == NULL)
    return;
  if (existing != NULL || error != NULL) {
    stop_creating (self, problem);
    set_existing (self, existing);
    return;
  }
  create (self);
}

static void
create_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiNewCompanyDialog *self = TRIB_UI_NEW_COMPANY_DIALOG (widget);

  if (self->creating != NULL)
    return;
  stop_look_up (self);
  trib_ui_problem_box_set_problem (self->problem, NULL);
  self->creating = g_cancellable_new ();
  set_busy (self, TRUE);
  /* With the other one in view the person has decided; without, ask before a twin is made. */
  if (self->existing != NULL)
    create (self);
  else
    look_up (self, self->creating, looked_up_for_create_cb);
}

static void
open_existing_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiNewCompanyDialog *self = TRIB_UI_NEW_COMPANY_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->existing != NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-company", "s",
                                trib_model_company_get_id (self->existing));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiNewCompanyDialog *self = TRIB_UI_NEW_COMPANY_DIALOG (widget);

  if (self->creating != NULL)
    g_cancellable_cancel (self->creating);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_set (GtkWidget *widget, TribModelCompany *company)
{
  return company != NULL;
}

static void
trib_ui_new_company_dialog_get_property (GObject *object,
                                         guint id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  TribUiNewCompanyDialog *self = TRIB_UI_NEW_COMPANY_DIALOG (object);

  switch ((TribUiNewCompanyDialogProperty) id) {
  case PROP_COMPANIES:
    g_value_set_object (value, self->companies);
    break;
  case PROP_EXISTING:
    g_value_set_object (value, self->existing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_new_company_dialog_set_property (GObject *object,
                                         guint id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  switch ((int) id) {
  case PROP_COMPANIES:
    g_set_object (&TRIB_UI_NEW_COMPANY_DIALOG (object)->companies, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* Without this the first button has the focus, and the space bar closes the dialog. */
static void
trib_ui_new_company_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trib_ui_new_company_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (TRIB_UI_NEW_COMPANY_DIALOG (widget)->name_row));
}

static void
trib_ui_new_company_dialog_dispose (GObject *object)
{
  TribUiNewCompanyDialog *self = TRIB_UI_NEW_COMPANY_DIALOG (object);

  stop_look_up (self);
  g_cancellable_cancel (self->creating);
  g_clear_object (&self->creating);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_NEW_COMPANY_DIALOG);
  g_clear_object (&self->existing);
  g_clear_object (&self->companies);
  G_OBJECT_CLASS (trib_ui_new_company_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRIB_MODEL_TYPE_COMPANY);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_STATUS_PILL);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-new-company-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, description_row);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, name_hint);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, TribUiNewCompanyDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
}

static void
trib_ui_new_company_dialog_class_init (TribUiNewCompanyDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_new_company_dialog_get_property;
  object_class->set_property = trib_ui_new_company_dialog_set_property;
  object_class->dispose = trib_ui_new_company_dialog_dispose;
  widget_class->map = trib_ui_new_company_dialog_map;

  props[PROP_COMPANIES] =
      g_param_spec_object ("companies", NULL, NULL, TRIB_MODEL_TYPE_COMPANIES,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_EXISTING] = g_param_spec_object ("existing", NULL, NULL, TRIB_MODEL_TYPE_COMPANY,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TribUiNewCompanyDialog::created:
   * @self: the dialog
   * @company: the company that was made
   */
  signals[SIGNAL_CREATED] =
      g_signal_new ("created", TRIB_UI_TYPE_NEW_COMPANY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, TRIB_MODEL_TYPE_COMPANY);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "company.create", NULL, create_cb);
  gtk_widget_class_install_action (widget_class, "company.open-existing", NULL, open_existing_cb);
  gtk_widget_class_install_action (widget_class, "company.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "company.cancel", NULL);
}

static void
trib_ui_new_company_dialog_init (TribUiNewCompanyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * trib_ui_new_company_dialog_new:
 * @companies: where the company will be
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer none): the dialog, not shown yet; GTK owns it
 */
TribUiNewCompanyDialog *
trib_ui_new_company_dialog_new (TribModelCompanies *companies, GtkWindow *parent)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (companies), NULL);
  return g_object_new (TRIB_UI_TYPE_NEW_COMPANY_DIALOG, "companies", companies, "transient-for",
                       parent, NULL);
}

/**
 * trib_ui_new_company_dialog_get_existing:
 * @self: the dialog
 *
 * Returns: (transfer none) (nullable): the company that has this name or reference already
 */
TribModelCompany *
trib_ui_new_company_dialog_get_existing (TribUiNewCompanyDialog *self)
{
  g_return_val_if_fail (TRIB_UI_IS_NEW_COMPANY_DIALOG (self), NULL);
  return self->existing;
}
