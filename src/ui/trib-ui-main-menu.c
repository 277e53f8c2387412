/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-main-menu.h"

/* The main menu of every page, in one place.
 * Owned by the page's header bar.
 * Main thread only. */

struct _TribUiMainMenu {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TribUiMainMenu, trib_ui_main_menu, ADW_TYPE_BIN)

static void
trib_ui_main_menu_dispose (GObject *object)
{
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_MAIN_MENU);
  G_OBJECT_CLASS (trib_ui_main_menu_parent_class)->dispose (object);
}

static void
trib_ui_main_menu_class_init (TribUiMainMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_main_menu_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-main-menu.ui");
}

static void
trib_ui_main_menu_init (TribUiMainMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
