/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app-test.h"
#include "test-clock.h"

#include <webkit/webkit.h>

/* A person in the real window, with the real view and a sandbox. What is pressed has to be on the
 * screen, under the pointer, and to be pressed at all; every press is counted. */
typedef struct {
  AppTest test;
  SandboxServer *server; /* (owned) (nullable): before there is one */
  TestClock *clock;      /* goes as the real one does, times the speed */
  guint speed;
  guint timer;
  gint64 ticked;
  guint n_presses;
} Walk;

/* In the demo on its companies, or at the first start. */
void walk_start (Walk *walk, gboolean demo);
/* From the first start to the companies of an account that was typed in. */
void walk_add_account (Walk *walk);
void walk_end (Walk *walk);

/* The first mapped widget under top that has that style class, or NULL. */
GtkWidget *walk_find_class (GtkWidget *top, const char *style_class);
/* Whether a pointer in the middle of a widget would press it. */
gboolean walk_can_press (GtkWidget *widget);
/* Presses a widget as a pointer does. */
void walk_press (Walk *walk, GtkWidget *widget);
/* The same for what stands in the web page on top, by its id. */
void walk_press_in_page (Walk *walk, const char *id);
/* Until the web page on top has that title and all of its parts. */
void walk_wait_for_web_page (Walk *walk, const char *title);
void walk_wait_for_text (Walk *walk, const char *text);

/* From wherever one is back to the list of companies. */
void walk_to_companies (Walk *walk);
/* Makes a company and waits for the platforms that it is offered. */
void walk_to_new_company (Walk *walk, const char *name);
/* Presses the tile of a platform and the way on, until the sign-in is on the screen. */
void walk_to_sign_in (Walk *walk, const char *platform_key);
/* The sign-in that is on the screen, or whose result is. */
TribLinkSession *walk_get_session (Walk *walk);
/* Whether that sign-in is written down as one whose end nobody has seen. */
gboolean walk_is_noted (Walk *walk);
/* The result page, as it is shown and as it is read aloud: what happened, what is true now, the
 * platform's own words (nullable), and the ways on, separated by bars. */
void walk_assert_result (
    Walk *walk, const char *title, const char *sentence, const char *quote, const char *ways);
