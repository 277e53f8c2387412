/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-environment-badge.h"

#include <glib/gi18n.h>

/* Says what is at stake on a page: "Live", "Test" or "Demo".
 * Owned by the page's header bar.
 * Main thread only. */

struct _TribUiEnvironmentBadge {
  GtkWidget parent_instance;

  GtkWidget *label; /* (owned) by being its child */
  TribStoreEnvironment environment;
};

G_DEFINE_FINAL_TYPE (TribUiEnvironmentBadge, trib_ui_environment_badge, GTK_TYPE_WIDGET)

typedef enum {
  PROP_ENVIRONMENT = 1,
} TribUiEnvironmentBadgeProperty;

static GParamSpec *props[PROP_ENVIRONMENT + 1];

static const char *
get_css_class (TribStoreEnvironment environment)
{
  switch (environment) {
  case TRIB_STORE_ENVIRONMENT_TEST:
    return "test";
  case TRIB_STORE_ENVIRONMENT_DEMO:
    return "demo";
  case TRIB_STORE_ENVIRONMENT_LIVE:
  default:
    return "live";
  }
}

static const char *
get_word (TribStoreEnvironment environment)
{
  switch (environment) {
  case TRIB_STORE_ENVIRONMENT_TEST:
    return _ ("Test");
  case TRIB_STORE_ENVIRONMENT_DEMO:
    return _ ("Demo");
  case TRIB_STORE_ENVIRONMENT_LIVE:
  default:
    return _ ("Live");
  }
}

static const char *
get_explanation (TribStoreEnvironment environment)
{
  switch (environment) {
  case TRIB_STORE_ENVIRONMENT_TEST:
    return _ ("Test account: nothing here belongs to a real business");
  case TRIB_STORE_ENVIRONMENT_DEMO:
    return _ ("Demo: everything here is made up and stays on this computer");
  case TRIB_STORE_ENVIRONMENT_LIVE:
  default:
    return _ ("Live account: real businesses and their data");
  }
}

static void
show_environment (TribUiEnvironmentBadge *self)
{
  const char *explanation = get_explanation (self->environment);

  gtk_label_set_text (GTK_LABEL (self->label), get_word (self->environment));
  gtk_widget_add_css_class (GTK_WIDGET (self), get_css_class (self->environment));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, explanation,
                                  -1);
}

static void
trib_ui_environment_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiEnvironmentBadgeProperty) id) {
  case PROP_ENVIRONMENT:
    g_value_set_int (value, TRIB_UI_ENVIRONMENT_BADGE (object)->environment);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_environment_badge_set_property (GObject *object,
                                        guint id,
                                        const GValue *value,
                                        GParamSpec *pspec)
{
  switch ((TribUiEnvironmentBadgeProperty) id) {
  case PROP_ENVIRONMENT:
    trib_ui_environment_badge_set_environment (TRIB_UI_ENVIRONMENT_BADGE (object),
                                               (TribStoreEnvironment) g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_environment_badge_dispose (GObject *object)
{
  TribUiEnvironmentBadge *self = TRIB_UI_ENVIRONMENT_BADGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (trib_ui_environment_badge_parent_class)->dispose (object);
}

static void
trib_ui_environment_badge_class_init (TribUiEnvironmentBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_environment_badge_get_property;
  object_class->set_property = trib_ui_environment_badge_set_property;
  object_class->dispose = trib_ui_environment_badge_dispose;

  props[PROP_ENVIRONMENT] =
      g_param_spec_int ("environment", NULL, NULL, TRIB_STORE_ENVIRONMENT_LIVE,
                        TRIB_STORE_ENVIRONMENT_DEMO, TRIB_STORE_ENVIRONMENT_LIVE,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "environmentbadge");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
trib_ui_environment_badge_init (TribUiEnvironmentBadge *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  show_environment (self);
}

/**
 * trib_ui_environment_badge_new:
 * @environment: what is at stake
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
trib_ui_environment_badge_new (TribStoreEnvironment environment)
{
  return g_object_new (TRIB_UI_TYPE_ENVIRONMENT_BADGE, "environment", environment, NULL);
}

/**
 * trib_ui_environment_badge_set_environment:
 * @self: a badge
 * @environment: what is at stake
 */
void
trib_ui_environment_badge_set_environment (TribUiEnvironmentBadge *self,
                                           TribStoreEnvironment environment)
{
  g_return_if_fail (TRIB_UI_IS_ENVIRONMENT_BADGE (self));

  if (self->environment == environment)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), get_css_class (self->environment));
  self->environment = environment;
  show_environment (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENVIRONMENT]);
}

/**
 * trib_ui_environment_badge_get_environment:
 * @self: a badge
 *
 * Returns: what is at stake
 */
TribStoreEnvironment
trib_ui_environment_badge_get_environment (TribUiEnvironmentBadge *self)
{
  g_return_val_if_fail (TRIB_UI_IS_ENVIRONMENT_BADGE (self), TRIB_STORE_ENVIRONMENT_LIVE);
  return self->environment;
}
