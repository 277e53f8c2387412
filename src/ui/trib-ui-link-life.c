/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-link-life.h"

#include "trib-model-time.h"

#include <glib/gi18n.h>

/* How long the newest link of a sign-in still works. The sign-in page owns it; main thread only. */

#define MINUTE 60

struct _TribUiLinkLife {
  AdwBin parent_instance;

  GtkLabel *label;          /* (owned) by the template */
  GtkWidget *renew_button;  /* (owned) by the template */
  TribModelSignIn *sign_in; /* (owned) (nullable) */
  TribClock *clock;         /* (owned) (nullable) */
  gint64 ends_at;           /* monotonic, in microseconds; 0: there is no link */
  guint timer;              /* of the clock, or 0 */
};

G_DEFINE_FINAL_TYPE (TribUiLinkLife, trib_ui_link_life, ADW_TYPE_BIN)

static gboolean tick_cb (gpointer data);

static void
show_life (TribUiLinkLife *self)
{
  gint64 left = (self->ends_at - trib_clock_get_monotonic_time (self->clock)) / G_USEC_PER_SEC;
  g_autofree char *words = trib_model_time_valid_for (left);

  trib_clock_clear (self->clock, &self->timer);
  gtk_widget_set_visible (GTK_WIDGET (self), self->ends_at != 0);
  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (self->renew_button, left <= 0);
  if (self->ends_at != 0 && left > 0)
    self->timer = trib_clock_add_timeout (
        self->clock, (guint) (MIN (left, left % MINUTE + 1) * 1000), tick_cb, self, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  TribUiLinkLife *self = data;

  self->timer = 0;
  show_life (self);
  return G_SOURCE_REMOVE;
}

static void
link_cb (TribUiLinkLife *self)
{
  TribLinkSession *session = trib_model_sign_in_get_session (self->sign_in);
  gint64 life = trib_link_session_get_link_life (session);

  self->ends_at = trib_link_session_get_link_uri (session) != NULL
                      ? trib_clock_get_monotonic_time (self->clock) + life * G_USEC_PER_SEC
                      : 0;
  show_life (self);
}

static void
trib_ui_link_life_dispose (GObject *object)
{
  TribUiLinkLife *self = TRIB_UI_LINK_LIFE (object);

  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->timer);
  g_clear_object (&self->clock);
  g_clear_object (&self->sign_in);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_LINK_LIFE);
  G_OBJECT_CLASS (trib_ui_link_life_parent_class)->dispose (object);
}

static void
trib_ui_link_life_class_init (TribUiLinkLifeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_link_life_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-link-life.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiLinkLife, label);
  gtk_widget_class_bind_template_child (widget_class, TribUiLinkLife, renew_button);
}

static void
trib_ui_link_life_init (TribUiLinkLife *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_link_life_follow:
 * @self: words that follow nothing yet
 * @sign_in: whose links
 */
void
trib_ui_link_life_follow (TribUiLinkLife *self, TribModelSignIn *sign_in)
{
  g_return_if_fail (TRIB_UI_IS_LINK_LIFE (self));
  g_return_if_fail (TRIB_MODEL_IS_SIGN_IN (sign_in));
  g_return_if_fail (self->sign_in == NULL);

  self->sign_in = g_object_ref (sign_in);
  self->clock =
      g_object_ref (trib_model_account_get_clock (trib_model_sign_in_get_account (sign_in)));
  g_signal_connect_object (trib_model_sign_in_get_session (sign_in), "notify::link-serial",
                           G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  link_cb (self);
}
