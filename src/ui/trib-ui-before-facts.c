/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-before-facts.h"

#include <glib/gi18n.h>

/* What happens next, what is needed, which data goes where, and how to end it.
 * Owned by the template of the dialog before a sign-in.
 * Main thread only. */

struct _TribUiBeforeFacts {
  GtkBox parent_instance;

  GtkListBox *steps_list;     /* (owned) by the template */
  GtkListBox *needs_list;     /* (owned) by the template */
  GtkWidget *reads_box;       /* (owned) by the template */
  GtkBox *reads_list;         /* (owned) by the template */
  GtkLabel *more_label;       /* (owned) by the template */
  GtkWidget *writes_box;      /* (owned) by the template */
  GtkBox *writes_list;        /* (owned) by the template */
  GtkWidget *only_read_label; /* (owned) by the template */
  GtkLabel *disconnect_label; /* (owned) by the template */
  GtkLabel *link_label;       /* (owned) by the template */
};

G_DEFINE_FINAL_TYPE (TribUiBeforeFacts, trib_ui_before_facts, GTK_TYPE_BOX)

static void
append_row (GtkListBox *list, const char *mark, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *round = gtk_label_new (mark);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (round, "stepmark");
  gtk_widget_add_css_class (round, g_ascii_isdigit (*mark) ? "numeric" : "plain");
  gtk_widget_set_halign (round, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (round, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), round);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "steprow");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (list, row);
}

static void
append_data (GtkBox *box, const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                   "label", words, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "datachip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (box, label);
}

static void
fill_list (GtkBox *box, GtkWidget *whole, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    append_data (box, names[i]);
  gtk_widget_set_visible (whole, names[0] != NULL);
}

static void
trib_ui_before_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_BEFORE_FACTS);
  G_OBJECT_CLASS (trib_ui_before_facts_parent_class)->dispose (object);
}

static void
trib_ui_before_facts_class_init (TribUiBeforeFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_before_facts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-before-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, steps_list);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, needs_list);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, reads_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, reads_list);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, writes_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, writes_list);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, more_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, only_read_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, disconnect_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiBeforeFacts, link_label);
}

static void
trib_ui_before_facts_init (TribUiBeforeFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_before_facts_set_platform:
 * @self: a box that shows nothing yet
 * @account: who will read
 * @platform: what to show
 *
 * Fills the box, once.
 */
void
trib_ui_before_facts_set_platform (TribUiBeforeFacts *self,
                                   TribModelAccount *account,
                                   TribModelPlatform *platform)
{
  const char *const *steps, *const *needs, *const *writes;
  g_autofree char *more = NULL;

  g_return_if_fail (TRIB_UI_IS_BEFORE_FACTS (self));
  g_return_if_fail (TRIB_MODEL_IS_PLATFORM (platform));

  /* Which kinds are switched on is known to Codat alone; the facts name the usual ones.
   * Translators: %s is who asks. */
  more = g_strdup_printf (_ ("And others that %s has switched on at Codat."),
                             trib_model_account_get_name (account));
  gtk_label_set_text (self->more_label, more);
  steps = trib_model_platform_get_steps (platform);
  needs = trib_model_platform_get_needs (platform);
  writes = trib_model_platform_get_writes (platform);
  for (guint i = 0; steps[i] != NULL; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    append_row (self->steps_list, number, steps[i]);
  }
  for (guint i = 0; needs[i] != NULL; i++)
    append_row (self->needs_list, "•", needs[i]);
  fill_list (self->reads_list, self->reads_box, trib_model_platform_get_reads (platform));
  fill_list (self->writes_list, self->writes_box, writes);
  gtk_widget_set_visible (self->only_read_label, writes[0] == NULL);
  gtk_label_set_text (self->disconnect_label, trib_model_platform_get_disconnect_text (platform));
  gtk_label_set_text (self->link_label, trib_model_platform_get_link_text (platform));
  gtk_widget_set_visible (GTK_WIDGET (self->link_label),
                          !trib_model_platform_get_begins_inside (platform));
}
