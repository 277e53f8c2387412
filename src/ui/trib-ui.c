/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui.h"

#include <adwaita.h>

#include "tributary-resources.h"

/* One key on the display says that the styles are there, so that a second call changes nothing. */
#define STYLE_KEY "tributary-style"

static void
load_colors (AdwStyleManager *manager, GtkCssProvider *provider)
{
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  const char *path;

  if (contrast)
    path = dark ? RESOURCE_BASE "/css/colors-high-contrast-dark.css"
                : RESOURCE_BASE "/css/colors-high-contrast-light.css";
  else
    path = dark ? RESOURCE_BASE "/css/colors-dark.css" : RESOURCE_BASE "/css/colors-light.css";
  gtk_css_provider_load_from_resource (provider, path);
}

static void
style_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, GtkCssProvider *provider)
{
  load_colors (manager, provider);
}

static void
add_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) colors = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) rules = gtk_css_provider_new ();
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);

  load_colors (manager, colors);
  gtk_css_provider_load_from_resource (rules, RESOURCE_BASE "/css/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (colors),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (rules),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), colors, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), colors,
                           0);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_BASE "/icons");
  g_object_set_data (G_OBJECT (display), STYLE_KEY, GINT_TO_POINTER (TRUE));
}

/**
 * trib_ui_init:
 *
 * Makes this room ready: registers its resources and its types, and adds its styles and icons to
 * the default display. Call it after `adw_init ()`; calling it again is free.
 */
void
trib_ui_init (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  tributary_register_resource ();

  g_type_ensure (TRIB_UI_TYPE_ADDRESS_BAR);
  g_type_ensure (TRIB_UI_TYPE_ADD_ACCOUNT_DIALOG);
  g_type_ensure (TRIB_UI_TYPE_COMPANIES_PAGE);
  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  g_type_ensure (TRIB_UI_TYPE_LOGO);
  g_type_ensure (TRIB_UI_TYPE_MAIN_MENU);
  g_type_ensure (TRIB_UI_TYPE_NEW_COMPANY_DIALOG);
  g_type_ensure (TRIB_UI_TYPE_PLATFORM_MARK);
  g_type_ensure (TRIB_UI_TYPE_PLATFORM_MARKS);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_PAGE);
  g_type_ensure (TRIB_UI_TYPE_RESULT_PAGE);
  g_type_ensure (TRIB_UI_TYPE_SIGN_IN_PAGE);
  g_type_ensure (TRIB_UI_TYPE_SKELETON);
  g_type_ensure (TRIB_UI_TYPE_STATUS_DOT);
  g_type_ensure (TRIB_UI_TYPE_STATUS_PILL);
  g_type_ensure (TRIB_UI_TYPE_SUPPORT);
  g_type_ensure (TRIB_UI_TYPE_SYNC_LIST);
  g_type_ensure (TRIB_UI_TYPE_WAITING);
  g_type_ensure (TRIB_UI_TYPE_WELCOME_PAGE);

  if (display != NULL && g_object_get_data (G_OBJECT (display), STYLE_KEY) == NULL)
    add_style (display);
}
