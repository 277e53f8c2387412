/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-promise.h"

/* One of the short promises above the grid.
 * Owned by the page's template.
 * Main thread only. */

struct _TribUiPromise {
  GtkBox parent_instance;

  char *icon_name; /* (owned) (nullable) */
  char *title;     /* (owned) (nullable) */
  char *sentence;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiPromise, trib_ui_promise, GTK_TYPE_BOX)

typedef enum {
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_SENTENCE,
} TribUiPromiseProperty;

static GParamSpec *props[PROP_SENTENCE + 1];

static void
trib_ui_promise_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiPromise *self = TRIB_UI_PROMISE (object);

  switch ((TribUiPromiseProperty) id) {
  case PROP_ICON_NAME:
    g_value_set_string (value, self->icon_name);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_SENTENCE:
    g_value_set_string (value, self->sentence);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_promise_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiPromise *self = TRIB_UI_PROMISE (object);

  switch ((TribUiPromiseProperty) id) {
  case PROP_ICON_NAME:
    g_free (self->icon_name);
    self->icon_name = g_value_dup_string (value);
    break;
  case PROP_TITLE:
    g_free (self->title);
    self->title = g_value_dup_string (value);
    break;
  case PROP_SENTENCE:
    g_free (self->sentence);
    self->sentence = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_promise_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_PROMISE);
  G_OBJECT_CLASS (trib_ui_promise_parent_class)->dispose (object);
}

static void
trib_ui_promise_finalize (GObject *object)
{
  TribUiPromise *self = TRIB_UI_PROMISE (object);

  g_free (self->icon_name);
  g_free (self->title);
  g_free (self->sentence);
  G_OBJECT_CLASS (trib_ui_promise_parent_class)->finalize (object);
}

static void
trib_ui_promise_class_init (TribUiPromiseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = trib_ui_promise_get_property;
  object_class->set_property = trib_ui_promise_set_property;
  object_class->dispose = trib_ui_promise_dispose;
  object_class->finalize = trib_ui_promise_finalize;
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               RESOURCE_BASE "/ui/trib-ui-promise.ui");
}

static void
trib_ui_promise_init (TribUiPromise *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
