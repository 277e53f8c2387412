/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-platform-section.h"

#include "trib-ui-columns-layout.h"
#include "trib-ui-platform-tile.h"
#include "trib-ui-tile-layout.h"

#include "trib-model-offer.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* One category of the grid.
 * Owned by the Connect page.
 * Main thread only. */

struct _TribUiPlatformSection {
  GtkBox parent_instance;

  GtkLabel *title_label; /* (owned) by the template */
  GtkLabel *rule_label;  /* (owned) by the template */
  GtkWidget *need;       /* (owned) by the template */
  GtkWidget *need_icon;  /* (owned) by the template */
  GtkLabel *need_label;  /* (owned) by the template */
  GtkBox *grid;          /* (owned) by the template */
  TribModelCategory category;
  GtkFilterListModel *platforms;     /* (owned) (nullable): those of the category */
  TribModelConnections *connections; /* (owned) (nullable) */
  TribModelPolicy *policy;           /* (owned) (nullable) */
  char *search;                      /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiPlatformSection, trib_ui_platform_section, GTK_TYPE_BOX)

typedef enum {
  PROP_CATEGORY = 1,
} TribUiPlatformSectionProperty;

static GParamSpec *props[PROP_CATEGORY + 1];

static gboolean
is_of_category (gpointer item, gpointer data)
{
  TribUiPlatformSection *self = TRIB_UI_PLATFORM_SECTION (data);

  return trib_model_platform_get_category (item) == self->category &&
         (self->policy == NULL || trib_model_policy_offers (self->policy, item));
}

/* Only where something is required does it say what can be skipped. */
static void
show_need (TribUiPlatformSection *self)
{
  TribModelNeed need =
      self->policy != NULL && self->connections != NULL
          ? trib_model_offer_get_need (self->policy, self->connections, self->category)
          : TRIB_MODEL_NEED_NONE;

  gtk_widget_set_visible (self->need, need != TRIB_MODEL_NEED_NONE);
  gtk_widget_set_visible (self->need_icon, need == TRIB_MODEL_NEED_DONE);
  gtk_label_set_text (self->need_label, trib_model_need_to_text (need));
  if (need == TRIB_MODEL_NEED_DONE)
    gtk_widget_add_css_class (self->need, "success");
  else
    gtk_widget_remove_css_class (self->need, "success");
}

static void
policy_cb (TribUiPlatformSection *self)
{
  show_need (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->platforms),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_matches (TribUiPlatformSection *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    TribModelPlatform *platform =
        trib_ui_platform_tile_get_platform (TRIB_UI_PLATFORM_TILE (child));

    gtk_widget_set_visible (child, self->search == NULL || *self->search == '\0' ||
                                       trib_model_platform_matches (platform, self->search));
  }
  gtk_widget_set_visible (GTK_WIDGET (self), trib_ui_platform_section_get_n_shown (self) > 0);
}

static GtkWidget *
find_tile (TribUiPlatformSection *self, TribModelPlatform *platform)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (trib_ui_platform_tile_get_platform (TRIB_UI_PLATFORM_TILE (child)) == platform)
      return child;
  }
  return NULL;
}

/* Tiles that stay keep their pictures and the focus. */
static void
rebuild (TribUiPlatformSection *self)
{
  GListModel *model = G_LIST_MODEL (self->platforms);
  GtkWidget *last = NULL;
  GtkWidget *next;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (model, i);
    GtkWidget *tile = find_tile (self, platform);

    if (tile == NULL) {
      tile = trib_ui_platform_tile_new (platform);
      gtk_box_insert_child_after (self->grid, tile, last);
    } else {
      gtk_box_reorder_child_after (self->grid, tile, last);
    }
    last = tile;
  }
  next = last != NULL ? gtk_widget_get_next_sibling (last)
                      : gtk_widget_get_first_child (GTK_WIDGET (self->grid));
  while (next != NULL) {
    GtkWidget *gone = next;

    next = gtk_widget_get_next_sibling (gone);
    gtk_box_remove (self->grid, gone);
  }
  trib_ui_platform_section_update (self);
  show_matches (self);
}

static void
show_rule (TribUiPlatformSection *self)
{
  const char *rule = trib_model_category_get_rule (self->category);
  TribModelConnection *accounting = NULL;

  if (self->category == TRIB_MODEL_CATEGORY_ACCOUNTING && self->connections != NULL)
    accounting = trib_model_connections_get_accounting (self->connections);
  if (accounting != NULL) {
    /* Translators: the rule for accounting, and the platform that is there, like "Xero". */
    g_autofree char *sentence =
        g_strdup_printf (_ ("One at a time. Connected to %s."),
                            trib_model_connection_get_platform_name (accounting));

    gtk_label_set_text (self->rule_label, sentence);
  } else {
    gtk_label_set_text (self->rule_label, rule);
  }
}

static void
trib_ui_platform_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiPlatformSectionProperty) id) {
  case PROP_CATEGORY:
    g_value_set_enum (value, (int) TRIB_UI_PLATFORM_SECTION (object)->category);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_section_set_property (GObject *object,
                                       guint id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  switch ((TribUiPlatformSectionProperty) id) {
  case PROP_CATEGORY:
    TRIB_UI_PLATFORM_SECTION (object)->category = (TribModelCategory) g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_platform_section_constructed (GObject *object)
{
  TribUiPlatformSection *self = TRIB_UI_PLATFORM_SECTION (object);
  const char *title = trib_model_category_get_title (self->category);

  G_OBJECT_CLASS (trib_ui_platform_section_parent_class)->constructed (object);
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  show_rule (self);
}

static void
trib_ui_platform_section_dispose (GObject *object)
{
  TribUiPlatformSection *self = TRIB_UI_PLATFORM_SECTION (object);

  if (self->platforms != NULL)
    g_signal_handlers_disconnect_by_data (self->platforms, self);
  g_clear_object (&self->platforms);
  if (self->policy != NULL)
    g_signal_handlers_disconnect_by_func (self->policy, policy_cb, self);
  g_clear_object (&self->policy);
  g_clear_object (&self->connections);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_PLATFORM_SECTION);
  G_OBJECT_CLASS (trib_ui_platform_section_parent_class)->dispose (object);
}

static void
trib_ui_platform_section_finalize (GObject *object)
{
  g_free (TRIB_UI_PLATFORM_SECTION (object)->search);
  G_OBJECT_CLASS (trib_ui_platform_section_parent_class)->finalize (object);
}

static void
trib_ui_platform_section_class_init (TribUiPlatformSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_platform_section_get_property;
  object_class->set_property = trib_ui_platform_section_set_property;
  object_class->constructed = trib_ui_platform_section_constructed;
  object_class->dispose = trib_ui_platform_section_dispose;
  object_class->finalize = trib_ui_platform_section_finalize;

  props[PROP_CATEGORY] = g_param_spec_enum (
      "category", NULL, NULL, TRIB_MODEL_TYPE_CATEGORY, TRIB_MODEL_CATEGORY_ACCOUNTING,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TRIB_UI_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-platform-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformSection, rule_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformSection, need);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformSection, need_icon);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformSection, need_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiPlatformSection, grid);
}

static void
trib_ui_platform_section_init (TribUiPlatformSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_platform_section_new:
 * @category: what it shows
 *
 * Returns: (transfer floating): a section without platforms yet
 */
GtkWidget *
trib_ui_platform_section_new (TribModelCategory category)
{
  return g_object_new (TRIB_UI_TYPE_PLATFORM_SECTION, "category", category, NULL);
}

/**
 * trib_ui_platform_section_set_model:
 * @self: a section
 * @platforms: the platforms of all categories
 * @connections: what the company has; somebody calls update() when it changes
 * @policy: (nullable): which platforms are offered; all without one
 */
void
trib_ui_platform_section_set_model (TribUiPlatformSection *self,
                                    GListModel *platforms,
                                    TribModelConnections *connections,
                                    TribModelPolicy *policy)
{
  GtkFilter *filter;

  g_return_if_fail (TRIB_UI_IS_PLATFORM_SECTION (self));
  g_return_if_fail (G_IS_LIST_MODEL (platforms));
  g_return_if_fail (self->platforms == NULL);

  g_set_object (&self->connections, connections);
  g_set_object (&self->policy, policy);
  filter = GTK_FILTER (gtk_custom_filter_new (is_of_category, self, NULL));
  self->platforms = gtk_filter_list_model_new (g_object_ref (platforms), filter);
  g_signal_connect_swapped (self->platforms, "items-changed", G_CALLBACK (rebuild), self);
  if (policy != NULL) {
    g_signal_connect_object (policy, "changed", G_CALLBACK (policy_cb), self, G_CONNECT_SWAPPED);
    trib_model_policy_load (policy);
  }
  rebuild (self);
}

/**
 * trib_ui_platform_section_set_search:
 * @self: a section
 * @search: (nullable): what must be in a platform's name, address or category
 */
void
trib_ui_platform_section_set_search (TribUiPlatformSection *self, const char *search)
{
  g_return_if_fail (TRIB_UI_IS_PLATFORM_SECTION (self));

  if (trib_set_str (&self->search, search))
    show_matches (self);
}

/**
 * trib_ui_platform_section_get_n_shown:
 * @self: a section
 *
 * Returns: how many of its platforms match what is searched for
 */
guint
trib_ui_platform_section_get_n_shown (TribUiPlatformSection *self)
{
  guint n = 0;

  g_return_val_if_fail (TRIB_UI_IS_PLATFORM_SECTION (self), 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child) ? 1 : 0;
  return n;
}

/**
 * trib_ui_platform_section_update:
 * @self: a section
 *
 * Gives every tile the connection that it speaks of, and the rule what it says of them.
 */
void
trib_ui_platform_section_update (TribUiPlatformSection *self)
{
  g_return_if_fail (TRIB_UI_IS_PLATFORM_SECTION (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    TribUiPlatformTile *tile = TRIB_UI_PLATFORM_TILE (child);
    TribModelPlatform *platform = trib_ui_platform_tile_get_platform (tile);

    trib_ui_platform_tile_set_connection (
        tile, self->connections != NULL
                  ? trib_model_connections_find_for_platform (self->connections, platform)
                  : NULL);
  }
  show_rule (self);
  show_need (self);
}

/**
 * trib_ui_platform_section_get_first:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the first tile that matches what is searched for
 */
GtkWidget *
trib_ui_platform_section_get_first (TribUiPlatformSection *self)
{
  GtkWidget *child;

  g_return_val_if_fail (TRIB_UI_IS_PLATFORM_SECTION (self), NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));
  while (child != NULL && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}
