/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-tour-private.h"

/* Walks the main job by itself and verifies each step at the demo's server. The application owns
 * it; it looks again at every beat of the clock, and never waits in a loop of its own. */

G_DEFINE_FINAL_TYPE (TribAppTour, trib_app_tour, G_TYPE_OBJECT)

#define BEAT 50
#define TOTAL_SECONDS 120
/* What is shown needs a moment until it is drawn, and pictures come later than the words. */
#define MIN_SETTLING 4
#define MAX_SETTLING 60

typedef enum {
  PROP_WINDOW = 1,
  PROP_CLOCK,
  PROP_SCREENSHOTS,
  PROP_FAULT,
} TribAppTourProperty;

enum { ENDED, SAID, N_SIGNALS };

static GParamSpec *props[PROP_FAULT + 1];
static guint signals[N_SIGNALS];

static void say (TribAppTour *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (TribAppTour *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_string_append_printf (self->report, "%s\n", line);
  g_signal_emit (self, signals[SAID], 0, line);
}

static void
end (TribAppTour *self, gboolean passed)
{
  g_autoptr (TribAppTour) keep = g_object_ref (self);

  trib_clock_clear (self->clock, &self->timeout);
  self->passed = passed;
  self->ended = TRUE;
  say (self, "%s after %" G_GINT64_FORMAT " ms",
       passed ? "Every step was verified at the server" : "FAILED: the main job does not hold",
       (trib_clock_get_monotonic_time (self->clock) - self->started) / 1000);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
fail (TribAppTour *self, const TribAppTourStep *step, const char *why)
{
  say (self, "FAILED %u %s: %s", self->position + 1, step->name, why);
  end (self, FALSE);
}

static gboolean
save_picture (TribAppTour *self, const TribAppTourStep *step, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%02u-%s%s.png", self->n_pictured + 1, step->picture,
                                           trib_app_tour_get_style_suffix (self->style));
  g_autofree char *path = g_build_filename (self->screenshots, name, NULL);

  return trib_app_tour_save_picture (GTK_WINDOW (self->window), path, error);
}

static gboolean
is_settled (TribAppTour *self)
{
  GtkWindow *dialog = trib_app_tour_find_dialog (GTK_WINDOW (self->window));

  self->n_settling++;
  if (self->n_settling < MIN_SETTLING)
    return FALSE;
  return self->n_settling >= MAX_SETTLING ||
         (trib_app_tour_has_style (GTK_WINDOW (self->window), self->style) &&
          trib_app_tour_has_pictures (dialog != NULL ? GTK_WIDGET (dialog)
                                                     : GTK_WIDGET (self->window)));
}

static void
finish_step (TribAppTour *self, const TribAppTourStep *step)
{
  say (self, "ok %u %s … verified: %s", self->position + 1, step->name, self->why->str);
  self->position++;
  if (step->picture != NULL)
    self->n_pictured++;
  self->acted = FALSE;
}

/* A step that holds is over when its pictures are taken, one after the other in each style. */
static void
take_pictures (TribAppTour *self, const TribAppTourStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!is_settled (self))
    return;
  self->n_settling = 0;
  if (self->screenshots == NULL || step->picture == NULL) {
    finish_step (self, step);
  } else if (self->style < TRIB_APP_TOUR_N_STYLES && !save_picture (self, step, &error)) {
    /* A busy machine may not have drawn the window yet; the time limits see to the rest. */
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
      fail (self, step, error->message);
  } else if (!step->styles || self->style == TRIB_APP_TOUR_N_STYLES) {
    finish_step (self, step);
  } else {
    self->style++;
    trib_app_tour_set_style (GTK_WINDOW (self->window), self->style);
  }
}

static void
take_step (TribAppTour *self, const TribAppTourStep *step)
{
  gint64 now = trib_clock_get_monotonic_time (self->clock);

  if (!self->acted) {
    self->acted = TRUE;
    self->began = now;
    self->style = 0;
    self->n_settling = 0;
    if (step->act != NULL)
      step->act (self);
  }
  if (now - self->started > TOTAL_SECONDS * G_USEC_PER_SEC) {
    fail (self, step, "the time for the whole tour is over");
    return;
  }
  if (self->n_settling == 0 && self->style == 0) {
    g_string_truncate (self->why, 0);
    if (!step->holds (self, self->why)) {
      if (now - self->began > step->seconds * G_USEC_PER_SEC)
        fail (self, step, self->why->str);
      return;
    }
  }
  take_pictures (self, step);
}

static gboolean
beat_cb (gpointer data)
{
  TribAppTour *self = data;
  g_autoptr (TribAppTour) keep = g_object_ref (self);
  const TribAppTourStep *step = trib_app_tour_get_step (self->position);

  if (step == NULL)
    end (self, TRUE);
  else
    take_step (self, step);
  return self->ended ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
window_gone_cb (TribAppTour *self)
{
  g_clear_weak_pointer (&self->window);
  if (!self->ended) {
    say (self, "FAILED: the window was closed");
    end (self, FALSE);
  }
}

static void
trib_app_tour_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribAppTour *self = TRIB_APP_TOUR (object);

  switch ((TribAppTourProperty) id) {
  case PROP_WINDOW:
    g_set_weak_pointer (&self->window, g_value_get_object (value));
    break;
  case PROP_CLOCK:
    self->clock = g_value_dup_object (value);
    break;
  case PROP_SCREENSHOTS:
    self->screenshots = g_value_dup_string (value);
    break;
  case PROP_FAULT:
    self->fault = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_app_tour_constructed (GObject *object)
{
  TribAppTour *self = TRIB_APP_TOUR (object);

  G_OBJECT_CLASS (trib_app_tour_parent_class)->constructed (object);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (window_gone_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
trib_app_tour_dispose (GObject *object)
{
  TribAppTour *self = TRIB_APP_TOUR (object);

  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->timeout);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_app_tour_parent_class)->dispose (object);
}

static void
trib_app_tour_finalize (GObject *object)
{
  TribAppTour *self = TRIB_APP_TOUR (object);

  g_free (self->screenshots);
  g_free (self->fault);
  g_free (self->company_id);
  g_free (self->connection_id);
  g_free (self->platform_name);
  g_string_free (self->report, TRUE);
  g_string_free (self->why, TRUE);
  G_OBJECT_CLASS (trib_app_tour_parent_class)->finalize (object);
}

static void
trib_app_tour_class_init (TribAppTourClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = trib_app_tour_set_property;
  object_class->constructed = trib_app_tour_constructed;
  object_class->dispose = trib_app_tour_dispose;
  object_class->finalize = trib_app_tour_finalize;

  props[PROP_WINDOW] = g_param_spec_object ("window", NULL, NULL, TRIB_APP_TYPE_WINDOW, flags);
  props[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, TRIB_TYPE_CLOCK, flags);
  props[PROP_SCREENSHOTS] = g_param_spec_string ("screenshots", NULL, NULL, NULL, flags);
  props[PROP_FAULT] = g_param_spec_string ("fault", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[ENDED] = g_signal_new ("ended", TRIB_APP_TYPE_TOUR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[SAID] = g_signal_new ("said", TRIB_APP_TYPE_TOUR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trib_app_tour_init (TribAppTour *self)
{
  self->report = g_string_new (NULL);
  self->why = g_string_new (NULL);
}

/**
 * trib_app_tour_new:
 * @window: a window on the demo
 * @clock: a clock
 * @screenshots: (nullable): the folder for pictures
 *
 * Returns: (transfer full): a tour that has not begun
 */
TribAppTour *
trib_app_tour_new (TribAppWindow *window, TribClock *clock, const char *screenshots)
{
  g_return_val_if_fail (TRIB_APP_IS_WINDOW (window), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  return g_object_new (TRIB_APP_TYPE_TOUR, "window", window, "clock", clock, "screenshots",
                       screenshots, NULL);
}

/**
 * trib_app_tour_start:
 * @self: a tour that has not begun
 */
void
trib_app_tour_start (TribAppTour *self)
{
  g_return_if_fail (TRIB_APP_IS_TOUR (self));
  g_return_if_fail (self->timeout == 0 && !self->ended);

  if (self->screenshots != NULL && g_mkdir_with_parents (self->screenshots, 0755) != 0)
    g_warning ("The folder for pictures could not be made: %s", g_strerror (errno));
  /* A picture taken in the middle of a transition shows neither page. */
  if (self->screenshots != NULL)
    g_object_set (gtk_widget_get_settings (GTK_WIDGET (self->window)), "gtk-enable-animations",
                  FALSE, NULL);
  if (self->fault != NULL)
    sandbox_server_set_fault (trib_app_tour_get_server (self), self->fault);
  self->started = trib_clock_get_monotonic_time (self->clock);
  self->timeout = trib_clock_add_timeout (self->clock, BEAT, beat_cb, self, NULL);
}

/**
 * trib_app_tour_get_passed:
 * @self: a tour
 *
 * Returns: whether it has ended with every step verified
 */
gboolean
trib_app_tour_get_passed (TribAppTour *self)
{
  g_return_val_if_fail (TRIB_APP_IS_TOUR (self), FALSE);
  return self->passed;
}

/**
 * trib_app_tour_get_report:
 * @self: a tour
 *
 * Returns: (transfer none): the lines that were said so far
 */
const char *
trib_app_tour_get_report (TribAppTour *self)
{
  g_return_val_if_fail (TRIB_APP_IS_TOUR (self), NULL);
  return self->report->str;
}
