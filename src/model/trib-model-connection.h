/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-connection.h"

#include "trib-model-platform.h"
#include "trib-model-problem.h"
#include "trib-model-request.h"
#include "trib-model-sign-in-log.h"
#include "trib-model-types.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_CONNECTION (trib_model_connection_get_type ())

G_DECLARE_FINAL_TYPE (TribModelConnection, trib_model_connection, TRIB_MODEL, CONNECTION, GObject)

/* One connection of a company, kept current. Properties (read-only, notify): "id", "platform-name",
 * "platform" (TribModelPlatform, nullable: when the grid knows it), "status", "status-text"
 * (translated), "subtitle" (organisation and last sync, or why it waits), "connected-on-text",
 * "last-sync-text", "fault-text" (nullable: the platform's newest active error, plain text), "busy"
 * (something is under way), "problem" (nullable: why the last act failed; the row is as before),
 * "unlink-pending" (boolean: will be unlinked when the undo time is over), "can-reconnect",
 * "can-unlink", "former-organisation" (nullable: which organisation was connected before, when
 * another one is now), "request" (TribModelRequest, nullable: somebody else was asked to sign in),
 * "is-awaited" (a sign-in is written down whose end nobody saw), "is-checking" (Codat is being
 * asked). */
const char *trib_model_connection_get_id (TribModelConnection *self);
const char *trib_model_connection_get_company_id (TribModelConnection *self);
const char *trib_model_connection_get_platform_name (TribModelConnection *self);
const char *trib_model_connection_get_platform_key (TribModelConnection *self); /* (nullable) */
TribModelPlatform *trib_model_connection_get_platform (TribModelConnection *self);
TribModelStatus trib_model_connection_get_status (TribModelConnection *self);
const char *trib_model_connection_get_status_text (TribModelConnection *self);
CodatSourceType trib_model_connection_get_source_type (TribModelConnection *self);
gboolean trib_model_connection_get_busy (TribModelConnection *self);
TribModelProblem *trib_model_connection_get_problem (TribModelConnection *self);
gboolean trib_model_connection_get_can_unlink (TribModelConnection *self);
gboolean trib_model_connection_get_can_reconnect (TribModelConnection *self);

TribModelRequest *trib_model_connection_get_request (TribModelConnection *self); /* (nullable) */
TribModelSignInLog *trib_model_connection_get_sign_in_log (TribModelConnection *self);
TribClock *trib_model_connection_get_clock (TribModelConnection *self);

/* E7: a sign-in that was begun, maybe by a program that has ended since. */
gboolean trib_model_connection_get_is_awaited (TribModelConnection *self);
gboolean trib_model_connection_get_is_checking (TribModelConnection *self);
/* "Waiting for Xero · 12 minutes"; NULL when it is not awaited. */
char *trib_model_connection_dup_waiting_text (TribModelConnection *self) G_GNUC_WARN_UNUSED_RESULT;
/* Asks Codat once what is true; when there is no answer, the problem says why. */
void trib_model_connection_check (TribModelConnection *self);
/* Nobody waits any more; the connection stays at Codat what it is. Gives back what take_back_stop
 * () needs; NULL when nobody waited. */
char *trib_model_connection_stop_waiting (TribModelConnection *self) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_connection_take_back_stop (TribModelConnection *self, const char *record);

/* G7: another organisation than before is connected, until the person says that it is right, or
 * gives it up at once. */
const char *trib_model_connection_get_former_organisation (TribModelConnection *self);
char *trib_model_connection_dup_organisation (TribModelConnection *self) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_connection_keep_organisation (TribModelConnection *self);

/* Unlinking can be taken back for TRIB_MODEL_UNDO_SECONDS: nothing is sent before that time is over
 * or commit is called; undo forgets it. A program that ends meanwhile has sent nothing. */
#define TRIB_MODEL_UNDO_SECONDS 10
void trib_model_connection_begin_unlink (TribModelConnection *self);
void trib_model_connection_undo_unlink (TribModelConnection *self);
void trib_model_connection_commit_unlink (TribModelConnection *self);
gboolean trib_model_connection_get_unlink_pending (TribModelConnection *self);

/* On success the connection leaves its list. */
void trib_model_connection_delete_async (TribModelConnection *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
gboolean trib_model_connection_delete_finish (TribModelConnection *self,
                                              GAsyncResult *result,
                                              GError **error);

G_END_DECLS
