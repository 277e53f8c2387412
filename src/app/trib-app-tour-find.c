/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-tour-private.h"

#include "trib-model-types.h"

#include "trib-ui-logo.h"

/* Part of TribAppTour: finds what a person would look for on the screen. What is not mapped cannot
 * be seen and is not found. */

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *top, MatchFunc match, gconstpointer data)
{
  if (!gtk_widget_get_mapped (top))
    return NULL;
  if (match (top, data))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, match, data);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
is_button_with_class (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, data) &&
         gtk_widget_is_sensitive (widget);
}

static gboolean
has_action (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_ACTIONABLE (widget) && gtk_widget_is_sensitive (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

static gboolean
waits_for_picture (GtkWidget *widget, gconstpointer data)
{
  TribModelImage *image =
      TRIB_UI_IS_LOGO (widget) ? trib_ui_logo_get_image (TRIB_UI_LOGO (widget)) : NULL;
  TribModelState state = TRIB_MODEL_STATE_IDLE;

  if (image == NULL || trib_ui_logo_get_texture (TRIB_UI_LOGO (widget)) != NULL)
    return FALSE;
  g_object_get (image, "state", &state, NULL);
  return state == TRIB_MODEL_STATE_LOADING;
}

/* The first one of that type, or NULL. */
GtkWidget *
trib_app_tour_find (GtkWidget *top, GType type)
{
  return find (top, has_type, &type);
}

/* The first button of that style that can be pressed, like "suggested-action", or NULL. */
GtkWidget *
trib_app_tour_find_button (GtkWidget *top, const char *style_class)
{
  return find (top, is_button_with_class, style_class);
}

/* The first thing that can be pressed for an action, or NULL. */
GtkWidget *
trib_app_tour_find_for_action (GtkWidget *top, const char *action_name)
{
  return find (top, has_action, action_name);
}

static gboolean
is_good_tile (GtkWidget *widget, gconstpointer data)
{
  TribModelPlatform *platform =
      TRIB_UI_IS_PLATFORM_TILE (widget)
          ? trib_ui_platform_tile_get_platform (TRIB_UI_PLATFORM_TILE (widget))
          : NULL;

  return platform != NULL && !trib_model_platform_get_is_offline_connector (platform) &&
         *trib_model_platform_get_address (platform) != '\0' &&
         trib_ui_platform_tile_get_shows_button (TRIB_UI_PLATFORM_TILE (widget));
}

/* The first platform that is signed in to on a page and has a button of its own, or NULL. */
GtkWidget *
trib_app_tour_find_tile (GtkWidget *top)
{
  return find (top, is_good_tile, NULL);
}

/* The dialog that lies over the window, or NULL. */
GtkWindow *
trib_app_tour_find_dialog (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

    if (toplevel != window && gtk_window_get_transient_for (toplevel) == window &&
        gtk_widget_get_mapped (GTK_WIDGET (toplevel)))
      return toplevel;
  }
  return NULL;
}

/* Whether every mark that is shown has its picture, or never will. */
gboolean
trib_app_tour_has_pictures (GtkWidget *top)
{
  return find (top, waits_for_picture, NULL) == NULL;
}
