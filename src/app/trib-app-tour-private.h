/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-app-tour.h"

#include "sandbox-server.h"

G_BEGIN_DECLS

/**
 * TribAppTourStep:
 * @name: what a person does, for the report
 * @picture: (nullable): the name of the picture, without its ending
 * @seconds: how long it may take
 * @act: (nullable): does it
 * @holds: whether it is done, in the window and at the server; adds to @why what is true now
 *
 * One step of the tour.
 */
typedef struct {
  const char *name;
  const char *picture;
  guint seconds;
  void (*act) (TribAppTour *self);
  gboolean (*holds) (TribAppTour *self, GString *why);
} TribAppTourStep;

struct _TribAppTour {
  GObject parent_instance;

  TribAppWindow *window; /* (owned) (nullable) */
  TribClock *clock;      /* (owned) */
  char *screenshots;     /* (owned) (nullable) */
  char *fault;           /* (owned) (nullable) */
  GString *report;       /* (owned) */
  guint timeout;
  guint position; /* of the step */
  gboolean acted;
  gboolean holds;
  guint n_settling; /* ticks since it holds */
  gint64 began;     /* the step */
  gint64 started;   /* the tour */
  gboolean passed;
  gboolean ended;

  char *company_id;    /* (owned) (nullable) */
  char *connection_id; /* (owned) (nullable) */
};

/* trib-app-tour-steps.c */
const TribAppTourStep *trib_app_tour_get_step (guint position);
SandboxServer *trib_app_tour_get_server (TribAppTour *self);

/* trib-app-tour-find.c */
GtkWidget *trib_app_tour_find (GtkWidget *top, GType type);
GtkWidget *trib_app_tour_find_button (GtkWidget *top, const char *style_class);
GtkWidget *trib_app_tour_find_for_action (GtkWidget *top, const char *action_name);
GtkWindow *trib_app_tour_find_dialog (GtkWindow *window);
gboolean trib_app_tour_has_pictures (GtkWidget *top);

/* trib-app-tour-picture.c */
gboolean trib_app_tour_save_picture (GtkWindow *window, const char *path, GError **error);

G_END_DECLS
