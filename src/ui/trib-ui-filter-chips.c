/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-filter-chips.h"

#include "trib-ui-lines-layout.h"

#include <glib/gi18n.h>

/* Which companies are shown: a chip for each filter, with its count of what is here.
 * Owned by the template of the page of companies.
 * Main thread only. */

struct _TribUiFilterChips {
  GtkWidget parent_instance;

  GtkToggleButton *chips[TRIB_MODEL_N_FILTERS]; /* (owned) by being its children */
  GtkLabel *counts[TRIB_MODEL_N_FILTERS];       /* (owned) by the chips */
  TribModelCompanies *companies;                /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiFilterChips, trib_ui_filter_chips, GTK_TYPE_WIDGET)

typedef enum {
  PROP_COMPANIES = 1,
} TribUiFilterChipsProperty;

static GParamSpec *props[PROP_COMPANIES + 1];

static const char *
get_title (TribModelFilter filter)
{
  switch (filter) {
  case TRIB_MODEL_FILTER_ATTENTION:
    return _ ("Needs Attention");
  case TRIB_MODEL_FILTER_WAITING:
    return _ ("Waiting");
  case TRIB_MODEL_FILTER_ALL:
  default:
    return _ ("All");
  }
}

static void
show_count (TribUiFilterChips *self, TribModelFilter filter)
{
  guint n = self->companies != NULL ? trib_model_companies_get_count (self->companies, filter) : 0;
  /* Translators: a number with the thousands separator. */
  g_autofree char *count = g_strdup_printf (_ ("%'u"), n);
  /* Translators: a filter like "Waiting", and how many companies pass it. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), get_title (filter), count);

  gtk_label_set_text (self->counts[filter], count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips[filter]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_all (TribUiFilterChips *self)
{
  TribModelFilter chosen = self->companies != NULL
                               ? trib_model_companies_get_filter (self->companies)
                               : TRIB_MODEL_FILTER_ALL;

  for (int i = 0; i < TRIB_MODEL_N_FILTERS; i++)
    show_count (self, (TribModelFilter) i);
  gtk_toggle_button_set_active (self->chips[chosen], TRUE);
}

static void
toggled_cb (TribUiFilterChips *self, GtkToggleButton *chip)
{
  if (self->companies == NULL || !gtk_toggle_button_get_active (chip))
    return;
  for (int i = 0; i < TRIB_MODEL_N_FILTERS; i++) {
    if (self->chips[i] == chip)
      trib_model_companies_set_filter (self->companies, (TribModelFilter) i);
  }
}

static void
add_chip (TribUiFilterChips *self, TribModelFilter filter)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (get_title (filter));
  GtkWidget *count = gtk_label_new (NULL);

  /* In large letters the words of a chip go on on another line. */
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  self->chips[filter] = GTK_TOGGLE_BUTTON (chip);
  self->counts[filter] = GTK_LABEL (count);
  if (filter != TRIB_MODEL_FILTER_ALL)
    gtk_toggle_button_set_group (self->chips[filter], self->chips[TRIB_MODEL_FILTER_ALL]);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
trib_ui_filter_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiFilterChipsProperty) id) {
  case PROP_COMPANIES:
    g_value_set_object (value, TRIB_UI_FILTER_CHIPS (object)->companies);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_filter_chips_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((TribUiFilterChipsProperty) id) {
  case PROP_COMPANIES:
    trib_ui_filter_chips_set_companies (TRIB_UI_FILTER_CHIPS (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_filter_chips_dispose (GObject *object)
{
  TribUiFilterChips *self = TRIB_UI_FILTER_CHIPS (object);

  if (self->companies != NULL)
    g_signal_handlers_disconnect_by_data (self->companies, self);
  g_clear_object (&self->companies);
  for (guint i = 0; i < TRIB_MODEL_N_FILTERS; i++)
    if (self->chips[i] != NULL) {
      gtk_widget_unparent (GTK_WIDGET (self->chips[i]));
      self->chips[i] = NULL;
    }
  G_OBJECT_CLASS (trib_ui_filter_chips_parent_class)->dispose (object);
}

static void
trib_ui_filter_chips_class_init (TribUiFilterChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_filter_chips_get_property;
  object_class->set_property = trib_ui_filter_chips_set_property;
  object_class->dispose = trib_ui_filter_chips_dispose;
  props[PROP_COMPANIES] =
      g_param_spec_object ("companies", NULL, NULL, TRIB_MODEL_TYPE_COMPANIES,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "filterchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trib_ui_filter_chips_init (TribUiFilterChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 g_object_new (TRIB_UI_TYPE_LINES_LAYOUT, "tags", TRUE, NULL));
  for (int i = 0; i < TRIB_MODEL_N_FILTERS; i++)
    add_chip (self, (TribModelFilter) i);
  show_all (self);
}

/**
 * trib_ui_filter_chips_new:
 *
 * Returns: (transfer floating): chips that filter nothing yet
 */
GtkWidget *
trib_ui_filter_chips_new (void)
{
  return g_object_new (TRIB_UI_TYPE_FILTER_CHIPS, NULL);
}

/**
 * trib_ui_filter_chips_set_companies:
 * @self: the chips
 * @companies: (nullable): what they filter
 */
void
trib_ui_filter_chips_set_companies (TribUiFilterChips *self, TribModelCompanies *companies)
{
  static const char *const said[] = { "notify::n-all", "notify::n-attention", "notify::n-waiting",
                                      "notify::filter" };

  g_return_if_fail (TRIB_UI_IS_FILTER_CHIPS (self));
  g_return_if_fail (companies == NULL || TRIB_MODEL_IS_COMPANIES (companies));

  if (self->companies == companies)
    return;
  if (self->companies != NULL)
    g_signal_handlers_disconnect_by_data (self->companies, self);
  g_set_object (&self->companies, companies);
  for (guint i = 0; companies != NULL && i < G_N_ELEMENTS (said); i++)
    g_signal_connect_object (companies, said[i], G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPANIES]);
}
