/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-browser.h"
#include "trib-web-view.h"

#include "fake-service.h"
#include "site.h"
#include "test-clock.h"

G_BEGIN_DECLS

#define CONNECTION "11111111-1111-4111-8111-111111111111"
#define COMPANY "22222222-2222-4222-8222-222222222222"

/* A window with a view, a site, and a sign-in between them. */
typedef struct {
  Site *site;
  FakeService *service;
  TestClock *clock;
  TribLinkRedirect *redirect;
  TribLinkSession *session;
  GtkWidget *window;
  TribLinkBrowser *browser;
  guint megabytes; /* what the pages of the next view may use; 0: as in the program */
  guint n_outside;
  guint n_windows;             /* that pages have opened so far */
  guint n_failed;              /* of those, that could not show their page */
  TribLinkPageProblem failure; /* of the last one of these */
  guint n_closed;              /* that have closed themselves */
  TribLinkBrowser *popup;      /* (nullable): the last one; gone when it has closed itself */
  GtkWidget *popup_window;     /* (nullable): its window */
  int file_ended;              /* -1: no file has ended yet */
} Stage;

void stage_init (Stage *self);
void stage_clear (Stage *self);
/* A fresh view in the window, instead of the one before. */
void stage_renew_view (Stage *self);
/* A fresh session, which the view follows, with a link to the path. */
void stage_open (Stage *self, const char *path);
void stage_answer_link (Stage *self, const char *path);
/* What a whole and legal redirect would be, with the session's own one-time value. */
char *stage_dup_redirect (Stage *self,
                          const char *code,
                          const char *connection_id) G_GNUC_WARN_UNUSED_RESULT;
/* Waits, with a deadline. */
void stage_wait_state (Stage *self, TribLinkState state);
void stage_wait_hit (Stage *self, const char *path);
/* Until the first page of a link is shown. */
void stage_wait_shown (Stage *self);
void stage_wait_idle (Stage *self);
TribLinkOutcome stage_end (Stage *self, TribLinkTruth truth);
/* A normal sign-in from the link to the success, in the view as it is. */
void stage_sign_in (Stage *self);

/* The processes that this program started; to kill is to say how many there were. */
guint stage_count_web_processes (void);
guint stage_kill_web_processes (void);
guint stage_count_web_processes_with_fonts (void);
guint stage_count_network_processes (void);
guint stage_kill_network_processes (void);

/* Runs the main loop until the condition holds; fails after 20 seconds. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 wait_deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;                          \
    guint wait_ticks = g_timeout_add (10, stage_tick, NULL);                                       \
    while (!(condition)) {                                                                         \
      if (g_get_monotonic_time () > wait_deadline)                                                 \
        g_error ("%s:%d: waited in vain for %s", __FILE__, __LINE__, #condition);                  \
      g_main_context_iteration (NULL, TRUE);                                                       \
    }                                                                                              \
    g_source_remove (wait_ticks);                                                                  \
  }                                                                                                \
  G_STMT_END
gboolean stage_tick (gpointer data);

G_END_DECLS
