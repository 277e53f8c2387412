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

  GtkLabel *label;         /* (owned) by the template */
  GtkWidget *renew_button; /* (owned) by the template */
  GObject *source;         /* (owned) (nullable): whose links */
  TribClock *clock;        /* (owned) (nullable) */
  gint64 ends_at;          /* monotonic, in microseconds; 0: there is no link */
  gint64 ends_at_day;      /* the same in the time of day */
  guint timer;             /* of the clock, or 0 */
};

G_DEFINE_FINAL_TYPE (TribUiLinkLife, trib_ui_link_life, ADW_TYPE_BIN)

enum { ENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean tick_cb (gpointer data);

/* A link lives on while the computer sleeps, which one clock does not see, and while somebody sets
 * the time, which the other one does not. Never more is said than is true. */
static gint64
get_left (TribUiLinkLife *self)
{
  gint64 left = self->ends_at - trib_clock_get_monotonic_time (self->clock);
  gint64 left_of_day = self->ends_at_day - trib_clock_get_real_time (self->clock);

  return MIN (left, left_of_day) / G_USEC_PER_SEC;
}

static void
show_life (TribUiLinkLife *self)
{
  gint64 left = get_left (self);
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
  if (self->timer == 0)
    g_signal_emit (self, signals[ENDED], 0);
  return G_SOURCE_REMOVE;
}

/* seconds: how long a new link works; none: there is no link. */
static void
begin_life (TribUiLinkLife *self, gboolean has_link, gint64 seconds)
{
  gint64 life = seconds * G_USEC_PER_SEC;

  self->ends_at = has_link ? trib_clock_get_monotonic_time (self->clock) + life : 0;
  self->ends_at_day = has_link ? trib_clock_get_real_time (self->clock) + life : 0;
  show_life (self);
}

static void
link_cb (TribUiLinkLife *self)
{
  TribLinkSession *session = trib_model_sign_in_get_session (TRIB_MODEL_SIGN_IN (self->source));

  begin_life (self, trib_link_session_get_link_uri (session) != NULL,
              trib_link_session_get_link_life (session));
}

static void
invitation_cb (TribUiLinkLife *self)
{
  gint64 end = trib_model_invitation_get_expires_at (TRIB_MODEL_INVITATION (self->source));
  gint64 now = trib_clock_get_real_time (self->clock) / G_USEC_PER_SEC;

  begin_life (self, end != 0, end - now);
}

static void
trib_ui_link_life_dispose (GObject *object)
{
  TribUiLinkLife *self = TRIB_UI_LINK_LIFE (object);

  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->timer);
  g_clear_object (&self->clock);
  g_clear_object (&self->source);
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
  /**
   * TribUiLinkLife::ended:
   * @self: words about a link
   *
   * The link works no more.
   */
  signals[ENDED] = g_signal_new ("ended", TRIB_UI_TYPE_LINK_LIFE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
trib_ui_link_life_init (TribUiLinkLife *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_source (TribUiLinkLife *self, gpointer source, TribModelAccount *account)
{
  self->source = g_object_ref (source);
  self->clock = g_object_ref (trib_model_account_get_clock (account));
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
  g_return_if_fail (self->source == NULL);

  set_source (self, sign_in, trib_model_sign_in_get_account (sign_in));
  g_signal_connect_object (trib_model_sign_in_get_session (sign_in), "notify::link-serial",
                           G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  link_cb (self);
}

/**
 * trib_ui_link_life_follow_invitation:
 * @self: words that follow nothing yet
 * @invitation: whose links
 */
void
trib_ui_link_life_follow_invitation (TribUiLinkLife *self, TribModelInvitation *invitation)
{
  g_return_if_fail (TRIB_UI_IS_LINK_LIFE (self));
  g_return_if_fail (TRIB_MODEL_IS_INVITATION (invitation));
  g_return_if_fail (self->source == NULL);

  set_source (self, invitation, trib_model_invitation_get_account (invitation));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->renew_button), "share.renew");
  g_signal_connect_object (invitation, "notify::expires-text", G_CALLBACK (invitation_cb), self,
                           G_CONNECT_SWAPPED);
  invitation_cb (self);
}
