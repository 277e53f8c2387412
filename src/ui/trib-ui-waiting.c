/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-waiting.h"

/* A spinner and what is waited for, shown only of waits that a person notices.
 * Owned by the form that waits.
 * Main thread only. */

struct _TribUiWaiting {
  AdwBin parent_instance;

  GtkStack *stack;     /* (owned) by the template */
  GtkSpinner *spinner; /* (owned) by the template */
  GtkLabel *label;     /* (owned) by the template */
  gboolean active;
  gboolean shown;
  guint delay; /* the source that will show it, or 0 */
};

G_DEFINE_FINAL_TYPE (TribUiWaiting, trib_ui_waiting, ADW_TYPE_BIN)

typedef enum {
  PROP_ACTIVE = 1,
  PROP_TEXT,
  PROP_SHOWN,
} TribUiWaitingProperty;

static GParamSpec *props[PROP_SHOWN + 1];

static void
set_shown (TribUiWaiting *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  gtk_stack_set_visible_child_name (self->stack, shown ? "shown" : "hidden");
  gtk_spinner_set_spinning (self->spinner, shown);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

static gboolean
delay_over_cb (gpointer data)
{
  TribUiWaiting *self = data;

  self->delay = 0;
  set_shown (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
trib_ui_waiting_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiWaiting *self = TRIB_UI_WAITING (object);

  switch ((TribUiWaitingProperty) id) {
  case PROP_ACTIVE:
    g_value_set_boolean (value, self->active);
    break;
  case PROP_TEXT:
    g_value_set_string (value, gtk_label_get_text (self->label));
    break;
  case PROP_SHOWN:
    g_value_set_boolean (value, self->shown);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_waiting_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiWaiting *self = TRIB_UI_WAITING (object);

  switch ((int) id) {
  case PROP_ACTIVE:
    trib_ui_waiting_set_active (self, g_value_get_boolean (value));
    break;
  case PROP_TEXT:
    trib_ui_waiting_set_text (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_waiting_dispose (GObject *object)
{
  TribUiWaiting *self = TRIB_UI_WAITING (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_WAITING);
  G_OBJECT_CLASS (trib_ui_waiting_parent_class)->dispose (object);
}

static void
trib_ui_waiting_class_init (TribUiWaitingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = trib_ui_waiting_get_property;
  object_class->set_property = trib_ui_waiting_set_property;
  object_class->dispose = trib_ui_waiting_dispose;

  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_SHOWN] =
      g_param_spec_boolean ("shown", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiWaiting, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiWaiting, spinner);
  gtk_widget_class_bind_template_child (widget_class, TribUiWaiting, label);
}

static void
trib_ui_waiting_init (TribUiWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_waiting_set_active:
 * @self: a wait
 * @active: whether something is waited for
 */
void
trib_ui_waiting_set_active (TribUiWaiting *self, gboolean active)
{
  g_return_if_fail (TRIB_UI_IS_WAITING (self));

  active = !!active;
  if (self->active == active)
    return;
  self->active = active;
  g_clear_handle_id (&self->delay, g_source_remove);
  if (active)
    self->delay = g_timeout_add (TRIB_UI_WAITING_DELAY_MS, delay_over_cb, self);
  else
    set_shown (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

/**
 * trib_ui_waiting_get_active:
 * @self: a wait
 *
 * Returns: whether something is waited for
 */
gboolean
trib_ui_waiting_get_active (TribUiWaiting *self)
{
  g_return_val_if_fail (TRIB_UI_IS_WAITING (self), FALSE);
  return self->active;
}

/**
 * trib_ui_waiting_set_text:
 * @self: a wait
 * @text: (nullable): what is waited for, translated
 */
void
trib_ui_waiting_set_text (TribUiWaiting *self, const char *text)
{
  const char *shown = text != NULL ? text : "";

  g_return_if_fail (TRIB_UI_IS_WAITING (self));

  if (g_str_equal (gtk_label_get_text (self->label), shown))
    return;
  gtk_label_set_text (self->label, shown);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/**
 * trib_ui_waiting_get_shown:
 * @self: a wait
 *
 * Returns: whether it has lasted long enough to be shown
 */
gboolean
trib_ui_waiting_get_shown (TribUiWaiting *self)
{
  g_return_val_if_fail (TRIB_UI_IS_WAITING (self), FALSE);
  return self->shown;
}
