/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-app-tour.h"

#include "sandbox-server.h"
#include "trib-model-connection.h"
#include "trib-ui-platform-tile.h"

G_BEGIN_DECLS

/**
 * TribAppTourStep:
 * @name: what a person does, for the report
 * @picture: (nullable): the name of the picture, without its ending
 * @styles: whether it is also taken dark, and in a window of 360 pixels
 * @seconds: how long it may take
 * @act: (nullable): does it
 * @holds: whether it is done, in the window and at the server; adds to @why what is true now
 *
 * One step of the tour.
 */
typedef struct {
  const char *name;
  const char *picture;
  gboolean styles;
  guint seconds;
  void (*act) (TribAppTour *self);
  gboolean (*holds) (TribAppTour *self, GString *why);
} TribAppTourStep;

struct _TribAppTour {
  GObject parent_instance;

  TribAppWindow *window; /* (weak) (nullable): when it was closed */
  TribClock *clock;      /* (owned) */
  char *screenshots;     /* (owned) (nullable) */
  char *fault;           /* (owned) (nullable) */
  GString *report;       /* (owned) */
  guint timeout;
  guint position; /* of the step */
  gboolean acted;
  guint n_settling; /* beats since it holds, or since the style changed */
  guint style;      /* of the picture to be taken next */
  guint n_pictured; /* steps with a picture before this one */
  GString *why;     /* (owned): why the step holds, or does not yet */
  gint64 began;     /* the step */
  gint64 started;   /* the tour */
  gboolean passed;
  gboolean ended;

  char *company_id;    /* (owned) (nullable) */
  char *platform_name; /* (owned) (nullable) */
  char *connection_id; /* (owned) (nullable) */
};

/* trib-app-tour-steps.c */
const TribAppTourStep *trib_app_tour_get_step (guint position);
SandboxServer *trib_app_tour_get_server (TribAppTour *self);

GtkWidget *trib_app_tour_get_page (TribAppTour *self);
GtkWidget *trib_app_tour_get_dialog (TribAppTour *self); /* (nullable) */
void trib_app_tour_press (GtkWidget *button);            /* (nullable) */
void trib_app_tour_answer (TribAppTour *self, const char *response);
gboolean trib_app_tour_server_says (TribAppTour *self, const char *status, GString *why);
gboolean trib_app_tour_has_one_connection (TribAppTour *self, GString *why);

/* trib-app-tour-connection.c */
void trib_app_tour_show_connections (TribAppTour *self);
gboolean trib_app_tour_row_holds (TribAppTour *self, GString *why);
void trib_app_tour_ask_to_unlink (TribAppTour *self);
gboolean trib_app_tour_unlink_question_holds (TribAppTour *self, GString *why);
void trib_app_tour_unlink (TribAppTour *self);
gboolean trib_app_tour_unlinked_holds (TribAppTour *self, GString *why);
void trib_app_tour_ask_to_delete (TribAppTour *self);
gboolean trib_app_tour_delete_question_holds (TribAppTour *self, GString *why);
void trib_app_tour_delete (TribAppTour *self);
gboolean trib_app_tour_deleted_holds (TribAppTour *self, GString *why);

/* trib-app-tour-find.c */
GtkWidget *trib_app_tour_find (GtkWidget *top, GType type);
GtkWidget *trib_app_tour_find_button (GtkWidget *top, const char *style_class);
GtkWidget *trib_app_tour_find_for_action (GtkWidget *top, const char *action_name);
GtkWidget *trib_app_tour_find_tile (GtkWidget *top);
GtkWindow *trib_app_tour_find_dialog (GtkWindow *window);
gboolean trib_app_tour_has_pictures (GtkWidget *top);

/* trib-app-tour-picture.c */
#define TRIB_APP_TOUR_N_STYLES 3
const char *trib_app_tour_get_style_suffix (guint style);
void trib_app_tour_set_style (GtkWindow *window, guint style);
gboolean trib_app_tour_has_style (GtkWindow *window, guint style);
gboolean trib_app_tour_save_picture (GtkWindow *window, const char *path, GError **error);

G_END_DECLS
