/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-welcome-page.h"

#include "trib-ui-main-menu.h"

/* The first page, while there is no account.
 * Owned by the window.
 * Main thread only. */

struct _TribUiWelcomePage {
  AdwBin parent_instance;

  GtkWidget *demo_button; /* (owned) by the template */
};

G_DEFINE_FINAL_TYPE (TribUiWelcomePage, trib_ui_welcome_page, ADW_TYPE_BIN)

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (TRIB_UI_WELCOME_PAGE (widget)->demo_button);
}

static void
trib_ui_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (trib_ui_welcome_page_parent_class)->dispose (object);
}

static void
trib_ui_welcome_page_class_init (TribUiWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_welcome_page_dispose;
  g_type_ensure (TRIB_UI_TYPE_MAIN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiWelcomePage, demo_button);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
}

static void
trib_ui_welcome_page_init (TribUiWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_welcome_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
trib_ui_welcome_page_new (void)
{
  return g_object_new (TRIB_UI_TYPE_WELCOME_PAGE, NULL);
}
