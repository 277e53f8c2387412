/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"
#include "trib-app-window.h"
#include "trib-model-companies.h"

/* A window with a home of its own, in a folder of its own. */
typedef struct {
  char *folder;              /* one that is there before the set-up is used */
  TribClock *clock;          /* one that is there before the set-up is used */
  TribStoreKeyring *keyring; /* one that is there before the set-up is used */
  TribAppDemo *demo;         /* (nullable) */
  TribAppHome *home;
  TribAppWeb *web;
  TribAppWindow *window; /* (nullable): once it was closed */
} AppTest;

typedef gboolean (*AppTestFunc) (AppTest *test, gconstpointer data);

/* web_module is (nullable): the program's own. */
void app_test_set_up (AppTest *test, gboolean demo, const char *web_module);
void app_test_tear_down (AppTest *test);
/* The same, but what was remembered stays, for another life. */
char *app_test_tear_down_but_folder (AppTest *test) G_GNUC_WARN_UNUSED_RESULT;
/* Runs the main loop until the condition holds; fails the test after that many seconds. */
void app_test_wait (AppTest *test, guint seconds, AppTestFunc func, gconstpointer data);
/* The same, for a page: Codat is asked for ten seconds before a claim is not believed. */
void app_test_wait_for_page (AppTest *test, GType type);
void app_test_wait_for_companies (AppTest *test, TribModelState state);
GtkWidget *app_test_get_page (AppTest *test);
TribModelCompanies *app_test_get_companies (AppTest *test);
/* The first mapped widget of that type under top, or NULL. */
GtkWidget *app_test_find (GtkWidget *top, GType type);
/* The first mapped button whose label has that text, or NULL. */
GtkWidget *app_test_find_button (GtkWidget *top, const char *text);
/* The first mapped thing that can be pressed for an action, or NULL. */
GtkWidget *app_test_find_for_action (GtkWidget *top, const char *action);
/* The mapped tile of a platform, by its key, or NULL. */
GtkWidget *app_test_find_tile (GtkWidget *top, const char *key);
/* Whether a mapped label under top has that text somewhere. */
gboolean app_test_has_text (GtkWidget *top, const char *text);
void app_test_click (GtkWidget *button);
gboolean app_test_has_dialog (AppTest *test);
/* The window over the window; waits for it. */
GtkWindow *app_test_wait_for_dialog (AppTest *test);
/* Answers a question as its button does. */
void app_test_answer (GtkWindow *dialog, const char *response);
void app_test_activate (AppTest *test, const char *action);
