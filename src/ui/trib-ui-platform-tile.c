/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-platform-tile.h"

#include "trib-ui-button-image.h"
#include "trib-ui-logo.h"
#include "trib-ui-status-pill.h"
#include "trib-ui-tile-layout.h"
#include "trib-ui-words.h"

#include <glib/gi18n.h>

/* One platform of the grid.
 * Owned by its section.
 * Main thread only. */

struct _TribUiPlatformTile {
  GtkButton parent_instance;

  TribUiLogo *logo;                /* (owned) by the template */
  TribUiButtonImage *button_image; /* (owned) by the template */
  GtkLabel *name_label;            /* (owned) by the template */
  GtkLabel *address_label;         /* (owned) by the template */
  TribUiStatusPill *status_pill;   /* (owned) by the template */
  GtkWidget *beta_badge;           /* (owned) by the template */
  GtkWidget *computer_badge;       /* (owned) by the template */
  TribModelPlatform *platform;     /* (owned) */
  TribModelConnection *connection; /* (owned) (nullable) */
  char *description;               /* (owned) */
};

G_DEFINE_FINAL_TYPE (TribUiPlatformTile, trib_ui_platform_tile, GTK_TYPE_BUTTON)

typedef enum {
  PROP_PLATFORM = 1,
  PROP_CONNECTION,
  PROP_SHOWS_BUTTON,
} TribUiPlatformTileProperty;

static GParamSpec *props[PROP_SHOWS_BUTTON + 1];

/* What the company has there, in a word; NULL when there is nothing that concerns the person. */
static const char *
get_status_word (TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_CONNECTED:
    return _ ("Connected");
  case TRIB_MODEL_STATUS_WAITING:
    return _ ("Waiting");
  case TRIB_MODEL_STATUS_ATTENTION:
    return _ ("Sign in again");
  case TRIB_MODEL_STATUS_FAILED:
    return _ ("Failed");
  case TRIB_MODEL_STATUS_NOT_STARTED:
  case TRIB_MODEL_STATUS_PAST:
  default:
    return NULL;
  }
}

static TribModelStatus
get_status (TribUiPlatformTile *self)
{
  return self->connection != NULL ? trib_model_connection_get_status (self->connection)
                                  : TRIB_MODEL_STATUS_NOT_STARTED;
}

/* What people know a platform by: its web address, or that it is no web page at all. */
static const char *
get_known_as (TribUiPlatformTile *self)
{
  const char *address = trib_model_platform_get_address (self->platform);
  gboolean needs_windows = FALSE;

  if (address != NULL && *address != '\0')
    return address;
  g_object_get (self->platform, "needs-windows", &needs_windows, NULL);
  return needs_windows ? _ ("Windows program") : "";
}

static void
describe (TribUiPlatformTile *self)
{
  gboolean is_offline = trib_model_platform_get_is_offline_connector (self->platform);
  const char *const words[] = {
    trib_model_platform_get_name (self->platform),
    get_known_as (self),
    get_status_word (get_status (self)),
    is_offline
    ? _ ("On your computer")                              : NULL,
         trib_model_platform_get_is_beta (self->platform) ? _ ("Beta") : NULL,
      };

  g_free (self->description);
  self->description = trib_ui_words_list (words, G_N_ELEMENTS (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
}

static void
show_badges (TribUiPlatformTile *self)
{
  TribModelStatus status = get_status (self);
  const char *word = get_status_word (status);

  trib_ui_status_pill_set_status (self->status_pill, status);
  trib_ui_status_pill_set_text (self->status_pill, word);
  gtk_widget_set_visible (GTK_WIDGET (self->status_pill), word != NULL);
  /* What a platform is like matters before it is connected; afterwards its state does. */
  gtk_widget_set_visible (self->beta_badge,
                          word == NULL && trib_model_platform_get_is_beta (self->platform));
  gtk_widget_set_visible (self->computer_badge,
                          word == NULL &&
                              trib_model_platform_get_is_offline_connector (self->platform));
  describe (self);
}

static void
show_words (TribUiPlatformTile *self)
{
  const char *name = trib_model_platform_get_name (self->platform);
  const char *address = get_known_as (self);
  gboolean has_address = *address != '\0';
  gboolean shows_button = trib_ui_button_image_get_ready (self->button_image);

  gtk_widget_set_visible (GTK_WIDGET (self->logo), !shows_button);
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), !shows_button);
  gtk_widget_set_visible (GTK_WIDGET (self->button_image), shows_button);
  gtk_label_set_text (self->name_label, name);
  if (shows_button && has_address) {
    /* Translators: a platform and the web address people know it by: "Xero · go.xero.com". */
    g_autofree char *both = g_strdup_printf (_ ("%s · %s"), name, address);

    gtk_label_set_text (self->address_label, both);
  } else {
    gtk_label_set_text (self->address_label, shows_button ? name : address);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->address_label), shows_button || has_address);
}

static void
button_ready_cb (TribUiPlatformTile *self)
{
  show_words (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_BUTTON]);
}

static void
branding_cb (TribUiPlatformTile *self)
{
  trib_ui_logo_set_image (self->logo, trib_model_platform_get_logo (self->platform));
  trib_ui_button_image_set_images (self->button_image,
                                   trib_model_platform_get_button (self->platform),
                                   trib_model_platform_get_button_hover (self->platform));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trib_ui_button_image_load (self->button_image);
}

static void
status_cb (TribUiPlatformTile *self)
{
  show_badges (self);
}

static void
trib_ui_platform_tile_map (GtkWidget *widget)
{
  TribUiPlatformTile *self = TRIB_UI_PLATFORM_TILE (widget);

  GTK_WIDGET_CLASS (trib_ui_platform_tile_parent_class)->map (widget);
  trib_model_platform_load_branding (self->platform);
  trib_ui_button_image_load (self->button_image);
}

/* The pointer and the keyboard's focus are told in the same way. */
static void
trib_ui_platform_tile_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);

  if (TRIB_UI_PLATFORM_TILE (widget)->button_image != NULL)
    trib_ui_button_image_set_highlighted (
        TRIB_UI_PLATFORM_TILE (widget)->button_image,
        (flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)) != 0);
  if (GTK_WIDGET_CLASS (trib_ui_platform_tile_parent_class)->state_flags_changed != NULL)
    GTK_WIDGET_CLASS (trib_ui_platform_tile_parent_class)->state_flags_changed (widget, previous);
}

static void
trib_ui_platform_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiPlatformTile *self = TRIB_UI_PLATFORM_TILE (object);

  switch ((TribUiPlatformTileProperty) id) {
  case PROP_PLATFORM:
    g_value_set_object (value, self->platform);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_SHOWS_BUTTON:
    g_value_set_boolean (value, trib_ui_platform_tile_get_shows_button (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_tile_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  TribUiPlatformTile *self = TRIB_UI_PLATFORM_TILE (object);

  switch ((int) id) {
  case PROP_PLATFORM:
    self->platform = g_value_dup_object (value);
    break;
  case PROP_CONNECTION:
    trib_ui_platform_tile_set_connection (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_tile_constructed (GObject *object)
{
  TribUiPlatformTile *self = TRIB_UI_PLATFORM_TILE (object);
  const char *id = trib_model_platform_get_integration_id (self->platform);

  G_OBJECT_CLASS (trib_ui_platform_tile_parent_class)->constructed (object);
  trib_ui_logo_set_name (self->logo, trib_model_platform_get_name (self->platform));
  g_signal_connect_object (self->platform, "notify::logo", G_CALLBACK (branding_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->platform, "notify::button", G_CALLBACK (branding_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->platform, "notify::button-hover", G_CALLBACK (branding_cb), self,
                           G_CONNECT_SWAPPED);
  branding_cb (self);
  show_words (self);
  show_badges (self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "connect.platform");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)",
                                    trib_model_platform_get_key (self->platform),
                                    id != NULL ? id : "");
}

static void
trib_ui_platform_tile_dispose (GObject *object)
{
  TribUiPlatformTile *self = TRIB_UI_PLATFORM_TILE (object);

  trib_ui_platform_tile_set_connection (self, NULL);
  self->button_image = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_PLATFORM_TILE);
  g_clear_object (&self->platform);
  G_OBJECT_CLASS (trib_ui_platform_tile_parent_class)->dispose (object);
}

static void
trib_ui_platform_tile_finalize (GObject *object)
{
  g_free (TRIB_UI_PLATFORM_TILE (object)->description);
  G_OBJECT_CLASS (trib_ui_platform_tile_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRIB_UI_TYPE_BUTTON_IMAGE);
  g_type_ensure (TRIB_UI_TYPE_LOGO);
  g_type_ensure (TRIB_UI_TYPE_STATUS_PILL);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-platform-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, logo);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, button_image);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, name_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, address_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, status_pill);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, beta_badge);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformTile, computer_badge);
  gtk_widget_class_bind_template_callback (widget_class, button_ready_cb);
}

static void
trib_ui_platform_tile_class_init (TribUiPlatformTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_platform_tile_get_property;
  object_class->set_property = trib_ui_platform_tile_set_property;
  object_class->constructed = trib_ui_platform_tile_constructed;
  object_class->dispose = trib_ui_platform_tile_dispose;
  object_class->finalize = trib_ui_platform_tile_finalize;
  widget_class->map = trib_ui_platform_tile_map;
  widget_class->state_flags_changed = trib_ui_platform_tile_state_flags_changed;

  props[PROP_PLATFORM] =
      g_param_spec_object ("platform", NULL, NULL, TRIB_MODEL_TYPE_PLATFORM,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, TRIB_MODEL_TYPE_CONNECTION,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SHOWS_BUTTON] = g_param_spec_boolean ("shows-button", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  bind_template (widget_class);
}

static void
trib_ui_platform_tile_init (TribUiPlatformTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_platform_tile_new:
 * @platform: the platform
 *
 * Returns: (transfer floating): its tile
 */
GtkWidget *
trib_ui_platform_tile_new (TribModelPlatform *platform)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);
  return g_object_new (TRIB_UI_TYPE_PLATFORM_TILE, "platform", platform, NULL);
}

/**
 * trib_ui_platform_tile_get_platform:
 * @self: a tile
 *
 * Returns: (transfer none): what it stands for
 */
TribModelPlatform *
trib_ui_platform_tile_get_platform (TribUiPlatformTile *self)
{
  g_return_val_if_fail (TRIB_UI_IS_PLATFORM_TILE (self), NULL);
  return self->platform;
}

/**
 * trib_ui_platform_tile_set_connection:
 * @self: a tile
 * @connection: (nullable): what the company has at this platform
 */
void
trib_ui_platform_tile_set_connection (TribUiPlatformTile *self, TribModelConnection *connection)
{
  g_return_if_fail (TRIB_UI_IS_PLATFORM_TILE (self));
  g_return_if_fail (connection == NULL || TRIB_MODEL_IS_CONNECTION (connection));

  if (self->connection == connection)
    return;
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_set_object (&self->connection, connection);
  if (connection != NULL)
    g_signal_connect_object (connection, "notify::status", G_CALLBACK (status_cb), self,
                             G_CONNECT_SWAPPED);
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    show_badges (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTION]);
}

/**
 * trib_ui_platform_tile_get_connection:
 * @self: a tile
 *
 * Returns: (transfer none) (nullable): what the company has there
 */
TribModelConnection *
trib_ui_platform_tile_get_connection (TribUiPlatformTile *self)
{
  g_return_val_if_fail (TRIB_UI_IS_PLATFORM_TILE (self), NULL);
  return self->connection;
}

/**
 * trib_ui_platform_tile_get_shows_button:
 * @self: a tile
 *
 * Returns: whether it shows the platform's own button, rather than its logo and name
 */
gboolean
trib_ui_platform_tile_get_shows_button (TribUiPlatformTile *self)
{
  g_return_val_if_fail (TRIB_UI_IS_PLATFORM_TILE (self), FALSE);
  return self->button_image != NULL && trib_ui_button_image_get_ready (self->button_image);
}

/**
 * trib_ui_platform_tile_get_description:
 * @self: a tile
 *
 * Returns: (transfer none): what is read aloud of it
 */
const char *
trib_ui_platform_tile_get_description (TribUiPlatformTile *self)
{
  g_return_val_if_fail (TRIB_UI_IS_PLATFORM_TILE (self), NULL);
  return self->description;
}
