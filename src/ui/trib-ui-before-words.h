/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-company.h"
#include "trib-model-connections.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

/**
 * TribUiBeforeCase:
 * @TRIB_UI_BEFORE_CASE_NEW: nothing stands in the way, and nothing was begun
 * @TRIB_UI_BEFORE_CASE_CONTINUE: a sign-in was begun and not finished
 * @TRIB_UI_BEFORE_CASE_FAILED: a sign-in was begun and went wrong
 * @TRIB_UI_BEFORE_CASE_RENEW: access has ended and is asked for again
 * @TRIB_UI_BEFORE_CASE_RETURN: it was unlinked on purpose
 * @TRIB_UI_BEFORE_CASE_CONNECTED: it is connected already
 * @TRIB_UI_BEFORE_CASE_OTHER: another accounting platform is connected: one at a time
 * @TRIB_UI_BEFORE_CASE_SWITCH: the same, and it is given up with the first step of this one
 *
 * What a company and a platform are to each other before a sign-in.
 */
typedef enum {
  TRIB_UI_BEFORE_CASE_NEW,
  TRIB_UI_BEFORE_CASE_CONTINUE,
  TRIB_UI_BEFORE_CASE_FAILED,
  TRIB_UI_BEFORE_CASE_RENEW,
  TRIB_UI_BEFORE_CASE_RETURN,
  TRIB_UI_BEFORE_CASE_CONNECTED,
  TRIB_UI_BEFORE_CASE_OTHER,
  TRIB_UI_BEFORE_CASE_SWITCH,
} TribUiBeforeCase;

/**
 * TribUiBeforeWay:
 * @TRIB_UI_BEFORE_WAY_EMBEDDED: on a page here; the browser is the other choice
 * @TRIB_UI_BEFORE_WAY_BROWSER: its pages refuse to be shown inside a program
 * @TRIB_UI_BEFORE_WAY_WINDOWS: on the Windows computer that has the program
 * @TRIB_UI_BEFORE_WAY_INSIDE: in the platform itself; its link may not be opened
 *
 * Where a sign-in at a platform is best begun.
 */
typedef enum {
  TRIB_UI_BEFORE_WAY_EMBEDDED,
  TRIB_UI_BEFORE_WAY_BROWSER,
  TRIB_UI_BEFORE_WAY_WINDOWS,
  TRIB_UI_BEFORE_WAY_INSIDE,
} TribUiBeforeWay;

TribUiBeforeWay trib_ui_before_way_get (TribModelPlatform *platform);
/* (nullable): nothing to say. */
char *trib_ui_before_way_dup_note (TribUiBeforeWay way,
                                   const char *platform) G_GNUC_WARN_UNUSED_RESULT;
char *trib_ui_before_way_dup_button (TribUiBeforeWay way,
                                     const char *platform) G_GNUC_WARN_UNUSED_RESULT;

char *trib_ui_before_case_dup_unlinking (TribModelConnection *other) G_GNUC_WARN_UNUSED_RESULT;
/* Floating: the target of the window's actions. */
GVariant *trib_ui_before_target_new (TribModelCompany *company,
                                     TribModelPlatform *platform,
                                     TribModelConnection *again) G_GNUC_WARN_UNUSED_RESULT;

/* other: (out) (nullable): the connection of the accounting platform that stands in the way. */
TribUiBeforeCase trib_ui_before_case_get (TribModelConnections *connections,
                                          TribModelPlatform *platform,
                                          TribModelConnection **other);
TribUiBeforeCase trib_ui_before_case_get_for_connection (TribModelConnection *connection);
const char *trib_ui_before_case_get_again_action (const char *action);
gboolean trib_ui_before_case_can_sign_in (TribUiBeforeCase which);
char *trib_ui_before_case_dup_title (TribUiBeforeCase which,
                                     const char *platform) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): nothing to say. */
char *trib_ui_before_case_dup_notice (TribUiBeforeCase which,
                                      const char *company,
                                      const char *platform,
                                      const char *other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
