/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sandbox-server.h"
#include "trib-model.h"
#include "trib-ui.h"

G_BEGIN_DECLS

/* What pages need around them: a sandbox that answers, a store in memory, and an account in use. */
typedef struct {
  SandboxServer *server;
  TribStore *store;
  TribClock *clock;
  TribModelAccount *account;
} UiWorld;

/* n_companies 0: the seeded ones. */
void ui_world_start (UiWorld *world, guint n_companies);
/* The account anew, under a clock that a test moves. */
void ui_world_use_clock (UiWorld *world, TribClock *clock);
/* From now on the account writes things down, and no write succeeds. */
void ui_world_break_store (UiWorld *world);
void ui_world_stop (UiWorld *world);

/* Runs the main loop until a condition holds, at most ten seconds; fails the test when it never
 * does. */
typedef gboolean (*UiCondition) (gpointer data);
void ui_wait_for (UiCondition condition, gpointer data);
/* Until a property has a value: boolean, string, enum or object set. */
void ui_wait_for_state (gpointer object, TribModelState state);
void ui_wait_until_finalized (GWeakRef *ref);

/* A window with an action group "win" that only remembers what was activated, and with which
 * parameter: "name(parameter)". */
typedef struct {
  GtkWindow *window;
  GString *activated;
} UiWindow;

void ui_window_open (UiWindow *window, GtkWidget *page, int width, int height);
void ui_window_close (UiWindow *window);

/* The first descendant, depth first; NULL when there is none. */
GtkWidget *ui_find (GtkWidget *root, GType type);
GtkWidget *ui_find_named (GtkWidget *root, GType type, const char *label);
GtkWidget *ui_find_action (GtkWidget *root, const char *action_name);
/* Whether a mapped label with this text is there. */
gboolean ui_shows (GtkWidget *root, const char *text);
/* Every mapped widget that can have the focus has an accessible name. */
void ui_assert_names (GtkWidget *root);
/* Whether the widget, or what is inside it, has its window's focus. */
gboolean ui_has_focus (GtkWidget *widget);
/* What the input method does when something is typed where the focus is. */
void ui_type (GtkWindow *window, const char *text);
/* What a key does where the focus is, or in what is around it: the first shortcut that takes it.
 * Returns whether one did. */
gboolean ui_press (GtkWindow *window, guint keyval, GdkModifierType modifiers);
/* Whether all of a widget is in the visible part of what it scrolls in. */
gboolean ui_is_in_view (GtkWidget *widget);
/* Emits clicked: what a pointer and the space bar do. */
void ui_click (GtkWidget *button);

G_END_DECLS
