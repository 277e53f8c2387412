/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-policy-platforms.h"

#include <glib/gi18n.h>

/* The only platforms that people can choose, or all of them.
 * Owned by the template of the policy's window.
 * Main thread only. */

struct _TribUiPolicyPlatforms {
  AdwBin parent_instance;

  AdwExpanderRow *expander;  /* (owned) by the child */
  GPtrArray *checks;         /* (owned): borrowed GtkCheckButtons, with a key as their name */
  TribModelAccount *account; /* (owned) (nullable) */
  gboolean is_own;           /* what changes is changed here */
};

G_DEFINE_FINAL_TYPE (TribUiPolicyPlatforms, trib_ui_policy_platforms, ADW_TYPE_BIN)

static TribModelPolicy *
get_policy (TribUiPolicyPlatforms *self)
{
  return trib_model_account_get_policy (self->account);
}

static GListModel *
get_platforms (TribUiPolicyPlatforms *self)
{
  return G_LIST_MODEL (trib_model_account_get_platforms (self->account));
}

static const char *
get_key (GtkCheckButton *check)
{
  return gtk_widget_get_name (GTK_WIDGET (check));
}

static GtkCheckButton *
find_check (TribUiPolicyPlatforms *self, const char *key)
{
  for (guint i = 0; i < self->checks->len; i++) {
    GtkCheckButton *check = g_ptr_array_index (self->checks, i);

    if (g_str_equal (get_key (check), key))
      return check;
  }
  return NULL;
}

static void
show_count (TribUiPolicyPlatforms *self)
{
  gboolean only = adw_expander_row_get_enable_expansion (self->expander);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->checks, i)) ? 1 : 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self->expander), "error");
  if (self->checks->len == 0) {
    words = g_strdup (_ ("The platforms of this account are not known yet"));
  } else if (!only) {
    words = g_strdup (_ ("Every platform that is switched on at Codat can be chosen"));
  } else if (n == 0) {
    words = g_strdup (_ ("Choose at least one platform. The last choice is kept until then"));
    gtk_widget_add_css_class (GTK_WIDGET (self->expander), "error");
  } else {
    /* Translators: %1$u of %2$u platforms can be chosen. */
    words = g_strdup_printf (ngettext ("%1$u of %2$u platform can be chosen",
                                       "%1$u of %2$u platforms can be chosen", self->checks->len),
                             n, self->checks->len);
  }
  adw_expander_row_set_subtitle (self->expander, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->expander), self->checks->len > 0);
}

static void
show_chosen (TribUiPolicyPlatforms *self)
{
  g_auto (GStrv) keys = trib_model_policy_dup_allowed (get_policy (self));

  if (self->is_own)
    return;
  self->is_own = TRUE;
  adw_expander_row_set_enable_expansion (self->expander, keys[0] != NULL);
  for (guint i = 0; i < self->checks->len; i++) {
    GtkCheckButton *check = g_ptr_array_index (self->checks, i);

    gtk_check_button_set_active (
        check, keys[0] == NULL || g_strv_contains ((const char *const *) keys, get_key (check)));
  }
  show_count (self);
  self->is_own = FALSE;
}

/* What was chosen and is switched off at Codat for now stays chosen. */
static void
keep_chosen (TribUiPolicyPlatforms *self)
{
  g_auto (GStrv) before = trib_model_policy_dup_allowed (get_policy (self));
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (!adw_expander_row_get_enable_expansion (self->expander)) {
    trib_model_policy_set_allowed (get_policy (self), NULL);
    return;
  }
  for (guint i = 0; i < self->checks->len; i++) {
    GtkCheckButton *check = g_ptr_array_index (self->checks, i);

    if (gtk_check_button_get_active (check))
      g_ptr_array_add (keys, (gpointer) get_key (check));
  }
  if (keys->len == 0)
    return;
  for (guint i = 0; before[i] != NULL; i++) {
    if (find_check (self, before[i]) == NULL)
      g_ptr_array_add (keys, before[i]);
  }
  g_ptr_array_add (keys, NULL);
  trib_model_policy_set_allowed (get_policy (self), (const char *const *) keys->pdata);
}

static void
chosen_cb (TribUiPolicyPlatforms *self)
{
  if (self->is_own)
    return;
  self->is_own = TRUE;
  keep_chosen (self);
  show_count (self);
  self->is_own = FALSE;
}

static void
add_row (TribUiPolicyPlatforms *self, TribModelPlatform *platform)
{
  const char *name = trib_model_platform_get_name (platform);
  const char *address = trib_model_platform_get_address (platform);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  /* Both are Codat's words, and no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), address != NULL ? address : "");
  gtk_widget_set_name (check, trib_model_platform_get_key (platform));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->checks, check);
}

static void
rebuild (TribUiPolicyPlatforms *self)
{
  for (guint i = 0; i < self->checks->len; i++) {
    GtkWidget *check = g_ptr_array_index (self->checks, i);

    adw_expander_row_remove (self->expander, gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW));
  }
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < g_list_model_get_n_items (get_platforms (self)); i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (get_platforms (self), i);

    /* One platform can have several integrations. */
    if (find_check (self, trib_model_platform_get_key (platform)) == NULL)
      add_row (self, platform);
  }
  show_chosen (self);
}

/* The row makes a switch of its own, and gives it no name. */
static void
name_switch (GtkWidget *widget, const char *name)
{
  if (GTK_IS_SWITCH (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_switch (child, name);
}

static void
trib_ui_policy_platforms_dispose (GObject *object)
{
  TribUiPolicyPlatforms *self = TRIB_UI_POLICY_PLATFORMS (object);

  g_ptr_array_set_size (self->checks, 0);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_policy_platforms_parent_class)->dispose (object);
}

static void
trib_ui_policy_platforms_finalize (GObject *object)
{
  g_ptr_array_unref (TRIB_UI_POLICY_PLATFORMS (object)->checks);
  G_OBJECT_CLASS (trib_ui_policy_platforms_parent_class)->finalize (object);
}

static void
trib_ui_policy_platforms_class_init (TribUiPolicyPlatformsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trib_ui_policy_platforms_dispose;
  G_OBJECT_CLASS (klass)->finalize = trib_ui_policy_platforms_finalize;
}

static void
trib_ui_policy_platforms_init (TribUiPolicyPlatforms *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->checks = g_ptr_array_new ();
  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander),
                                 _ ("Offer Only Some Platforms"));
  adw_expander_row_set_show_enable_switch (self->expander, TRUE);
  adw_expander_row_set_enable_expansion (self->expander, FALSE);
  g_signal_connect_object (self->expander, "notify::enable-expansion", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  name_switch (GTK_WIDGET (self->expander), _ ("Offer Only Some Platforms"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->expander));
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * trib_ui_policy_platforms_set_account:
 * @self: a list that shows nothing yet
 * @account: whose platforms
 *
 * Fills the list, once.
 */
void
trib_ui_policy_platforms_set_account (TribUiPolicyPlatforms *self, TribModelAccount *account)
{
  TribModelPlatforms *platforms;

  g_return_if_fail (TRIB_UI_IS_POLICY_PLATFORMS (self));
  g_return_if_fail (TRIB_MODEL_IS_ACCOUNT (account));
  g_return_if_fail (self->account == NULL);

  self->account = g_object_ref (account);
  platforms = trib_model_account_get_platforms (account);
  g_signal_connect_object (platforms, "items-changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_policy (self), "changed", G_CALLBACK (show_chosen), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  if (trib_model_platforms_get_state (platforms) == TRIB_MODEL_STATE_IDLE)
    trib_model_platforms_load (platforms);
}
