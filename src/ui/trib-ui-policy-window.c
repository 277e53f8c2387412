/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-policy-window.h"

#include "trib-ui-policy-platforms.h"

/* What an account asks for before a sign-in, to be changed.
 * Owned by GTK as a window, over the one that it was made for.
 * Main thread only. */

#define N_CATEGORIES (TRIB_MODEL_CATEGORY_OTHER + 1)

struct _TribUiPolicyWindow {
  AdwWindow parent_instance;

  GtkSwitch *consent_switch;        /* (owned) by the template */
  GtkSwitch *accounting_switch;     /* (owned) by the template */
  GtkSwitch *banking_switch;        /* (owned) by the template */
  GtkSwitch *commerce_switch;       /* (owned) by the template */
  GtkSwitch *other_switch;          /* (owned) by the template */
  GtkSwitch *sandbox_switch;        /* (owned) by the template */
  AdwEntryRow *rows[4];             /* (owned) by the template */
  char *given[4];                   /* (owned) (nullable): what each row was last given */
  GtkWidget *notes[4];              /* (owned) by the template */
  GtkLabel *labels[4];              /* (owned) by the template */
  TribUiPolicyPlatforms *platforms; /* (owned) by the template */
  TribModelAccount *account;        /* (owned) */
  gboolean is_own; /* what changes is changed here: nothing has to be shown again */
};

G_DEFINE_FINAL_TYPE (TribUiPolicyWindow, trib_ui_policy_window, ADW_TYPE_WINDOW)

typedef enum {
  PROP_ACCOUNT = 1,
} TribUiPolicyWindowProperty;

static GParamSpec *props[PROP_ACCOUNT + 1];

static const TribModelPolicyText texts[] = {
  TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME,
  TRIB_MODEL_POLICY_TEXT_SUPPORT,
  TRIB_MODEL_POLICY_TEXT_TERMS,
  TRIB_MODEL_POLICY_TEXT_PRIVACY,
};

static TribModelPolicy *
get_policy (TribUiPolicyWindow *self)
{
  return trib_model_account_get_policy (self->account);
}

static GtkSwitch *
get_switch (TribUiPolicyWindow *self, TribModelCategory category)
{
  GtkSwitch *const switches[N_CATEGORIES] = {
    [TRIB_MODEL_CATEGORY_ACCOUNTING] = self->accounting_switch,
    [TRIB_MODEL_CATEGORY_BANKING] = self->banking_switch,
    [TRIB_MODEL_CATEGORY_COMMERCE] = self->commerce_switch,
    [TRIB_MODEL_CATEGORY_OTHER] = self->other_switch,
  };

  return switches[category];
}

static char *
dup_typed (TribUiPolicyWindow *self, guint i)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[i]))));
}

static void
show_fault (TribUiPolicyWindow *self, guint i, const GError *error)
{
  GtkAccessible *row = GTK_ACCESSIBLE (self->rows[i]);

  gtk_label_set_text (self->labels[i], error != NULL ? error->message : "");
  gtk_widget_set_visible (self->notes[i], error != NULL);
  gtk_accessible_update_state (
      row, GTK_ACCESSIBLE_STATE_INVALID,
      error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (error != NULL) {
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
    gtk_accessible_update_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->labels[i],
                                    NULL, -1);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
    gtk_accessible_reset_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  }
}

/* What is typed is left alone: what is kept may be the same, written otherwise. */
static void
show_all (TribUiPolicyWindow *self)
{
  if (self->is_own)
    return;
  self->is_own = TRUE;
  gtk_switch_set_active (self->consent_switch,
                         trib_model_policy_get_asks_consent (get_policy (self)));
  gtk_switch_set_active (self->sandbox_switch,
                         trib_model_policy_get_shows_sandbox (get_policy (self)));
  for (int i = 0; i < N_CATEGORIES; i++)
    gtk_switch_set_active (
        get_switch (self, (TribModelCategory) i),
        trib_model_policy_get_required (get_policy (self), (TribModelCategory) i));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text = trib_model_policy_dup_text (get_policy (self), texts[i]);

    /* Another one of the policy's news takes nothing away that is being typed. */
    if (self->given[i] != NULL && g_strcmp0 (self->given[i], text != NULL ? text : "") == 0)
      continue;
    g_free (self->given[i]);
    self->given[i] = g_strdup (text != NULL ? text : "");
    gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), self->given[i]);
    show_fault (self, i, NULL);
  }
  self->is_own = FALSE;
}

static void
switch_cb (TribUiPolicyWindow *self)
{
  gboolean asks = gtk_switch_get_active (self->consent_switch);
  gboolean shows = gtk_switch_get_active (self->sandbox_switch);

  if (self->is_own)
    return;
  self->is_own = TRUE;
  if (asks != trib_model_policy_get_asks_consent (get_policy (self)))
    trib_model_policy_set_asks_consent (get_policy (self), asks);
  if (shows != trib_model_policy_get_shows_sandbox (get_policy (self)))
    trib_model_policy_set_shows_sandbox (get_policy (self), shows);
  for (int i = 0; i < N_CATEGORIES; i++) {
    TribModelCategory category = (TribModelCategory) i;
    gboolean required = gtk_switch_get_active (get_switch (self, category));

    if (required != trib_model_policy_get_required (get_policy (self), category))
      trib_model_policy_set_required (get_policy (self), category, required);
  }
  self->is_own = FALSE;
}

static void
keep_text (TribUiPolicyWindow *self, guint i, const char *typed)
{
  g_autofree char *kept = trib_model_policy_dup_text (get_policy (self), texts[i]);

  self->is_own = TRUE;
  if (g_strcmp0 (typed, kept != NULL ? kept : "") != 0)
    trib_model_policy_set_text (get_policy (self), texts[i], typed);
  self->is_own = FALSE;
  g_free (self->given[i]);
  self->given[i] = g_strdup (typed);
}

/* A fault is not said before a person has finished: half of an address is one, too. Nor is a field
 * empty that is only about to have another text. */
static void
changed_cb (TribUiPolicyWindow *self)
{
  if (self->is_own)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *typed = dup_typed (self, i);

    if (!trib_model_policy_check_text (texts[i], typed, NULL))
      continue;
    show_fault (self, i, NULL);
    if (*typed != '\0')
      keep_text (self, i, typed);
  }
}

static void
finished_cb (TribUiPolicyWindow *self)
{
  /* The focus leaves also what is being taken away. */
  if (self->rows[0] == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *typed = dup_typed (self, i);
    g_autoptr (GError) error = NULL;

    if (trib_model_policy_check_text (texts[i], typed, &error))
      keep_text (self, i, typed);
    show_fault (self, i, error);
  }
}

static gboolean
trib_ui_policy_window_close_request (GtkWindow *window)
{
  finished_cb (TRIB_UI_POLICY_WINDOW (window));
  return GTK_WINDOW_CLASS (trib_ui_policy_window_parent_class)->close_request (window);
}

static void
trib_ui_policy_window_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch ((TribUiPolicyWindowProperty) id) {
  case PROP_ACCOUNT:
    TRIB_UI_POLICY_WINDOW (object)->account = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_policy_window_constructed (GObject *object)
{
  TribUiPolicyWindow *self = TRIB_UI_POLICY_WINDOW (object);

  G_OBJECT_CLASS (trib_ui_policy_window_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    GtkEventController *focus = gtk_event_controller_focus_new ();

    g_signal_connect_object (focus, "leave", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller (GTK_WIDGET (self->rows[i]), focus);
  }
  trib_ui_policy_platforms_set_account (self->platforms, self->account);
  g_signal_connect_object (get_policy (self), "changed", G_CALLBACK (show_all), self,
                           G_CONNECT_SWAPPED);
  trib_model_policy_load (get_policy (self));
  show_all (self);
}

static void
trib_ui_policy_window_dispose (GObject *object)
{
  TribUiPolicyWindow *self = TRIB_UI_POLICY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_POLICY_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (self->given); i++)
    g_clear_pointer (&self->given[i], g_free);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_policy_window_parent_class)->dispose (object);
}

static void
bind_fields (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "name", "support", "terms", "privacy" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *row = g_strconcat (names[i], "_row", NULL);
    g_autofree char *note = g_strconcat (names[i], "_note", NULL);
    g_autofree char *label = g_strconcat (names[i], "_label", NULL);

    gtk_widget_class_bind_template_child_full (widget_class, row, FALSE,
                                               G_STRUCT_OFFSET (TribUiPolicyWindow, rows) +
                                                   (gssize) (i * sizeof (gpointer)));
    gtk_widget_class_bind_template_child_full (widget_class, note, FALSE,
                                               G_STRUCT_OFFSET (TribUiPolicyWindow, notes) +
                                                   (gssize) (i * sizeof (gpointer)));
    gtk_widget_class_bind_template_child_full (widget_class, label, FALSE,
                                               G_STRUCT_OFFSET (TribUiPolicyWindow, labels) +
                                                   (gssize) (i * sizeof (gpointer)));
  }
}

static void
trib_ui_policy_window_class_init (TribUiPolicyWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = trib_ui_policy_window_set_property;
  object_class->constructed = trib_ui_policy_window_constructed;
  object_class->dispose = trib_ui_policy_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = trib_ui_policy_window_close_request;

  props[PROP_ACCOUNT] =
      g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TRIB_UI_TYPE_POLICY_PLATFORMS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-policy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, consent_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, accounting_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, banking_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, commerce_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, other_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, sandbox_switch);
  gtk_widget_class_bind_template_child (widget_class, TribUiPolicyWindow, platforms);
  gtk_widget_class_bind_template_callback (widget_class, switch_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  bind_fields (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
trib_ui_policy_window_init (TribUiPolicyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_policy_window_new:
 * @account: whose sign-ins it is about
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer none): the window, not shown yet; GTK owns it
 */
TribUiPolicyWindow *
trib_ui_policy_window_new (TribModelAccount *account, GtkWindow *parent)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  return g_object_new (TRIB_UI_TYPE_POLICY_WINDOW, "account", account, "transient-for", parent,
                       NULL);
}
