/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-link-types.h"
#include "trib-store.h"

#include "trib-model-request.h"
#include "trib-model-sign-in-log.h"
#include "trib-model-types.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_NOTES (trib_model_notes_get_type ())

G_DECLARE_FINAL_TYPE (TribModelNotes, trib_model_notes, TRIB_MODEL, NOTES, GObject)

/* What this computer knows of an account's connections and the server does not tell: who was asked
 * to sign in, and which organisation was connected (without any link or secret). Signal "changed"
 * (run-last): something was noted, forgotten, or read from the store. Signal "ended" (company id,
 * platform key): a connection was unlinked or deleted here. Signal "turned" (TribModelConnection,
 * the TribModelStatus that it had): the server says something else of a connection, and what was
 * noted of it is still there. */
TribModelNotes *trib_model_notes_new (TribStore *store,
                                      TribClock *clock,
                                      const char *account_id) G_GNUC_WARN_UNUSED_RESULT;
TribClock *trib_model_notes_get_clock (TribModelNotes *self);
TribModelSignInLog *trib_model_notes_get_log (TribModelNotes *self);
/* Reads the store, once. */
void trib_model_notes_load (TribModelNotes *self);
gboolean trib_model_notes_get_loaded (TribModelNotes *self);

/* A GListModel of TribModelRequest, who waits longest first. */
GListModel *trib_model_notes_get_requests (TribModelNotes *self);
TribModelRequest *trib_model_notes_find_request (TribModelNotes *self,
                                                 const char *connection_id); /* (nullable) */
void trib_model_notes_add_request (TribModelNotes *self, TribModelRequest *request);
void trib_model_notes_remove_request (TribModelNotes *self, const char *connection_id);

const char *trib_model_notes_get_organisation (TribModelNotes *self,
                                               const char *connection_id); /* (nullable) */
void trib_model_notes_set_organisation (TribModelNotes *self,
                                        const char *connection_id,
                                        const char *name);

/* When the sign-in that goes on there was begun, in microseconds since the Unix epoch, or 0. */
gint64 trib_model_notes_get_sign_in (TribModelNotes *self, const char *connection_id);
void trib_model_notes_begin_sign_in (TribModelNotes *self,
                                     const char *connection_id,
                                     const char *company_id,
                                     const char *platform_key,
                                     GTask *done);
/* What a session is in: a program that begins later knows it then. */
void trib_model_notes_set_sign_in_state (TribModelNotes *self,
                                         const char *connection_id,
                                         TribLinkState state);
TribLinkState trib_model_notes_get_sign_in_state (TribModelNotes *self, const char *connection_id);
/* Whether Codat was being asked when the program ended; says so once. */
gboolean trib_model_notes_take_left (TribModelNotes *self, const char *connection_id);
void trib_model_notes_end_sign_in (TribModelNotes *self, const char *connection_id);
/* Ends it and gives back what take_back_stop () writes down again; (nullable). */
char *trib_model_notes_stop_sign_in (TribModelNotes *self,
                                     const char *connection_id) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_notes_take_back_stop (TribModelNotes *self,
                                      const char *connection_id,
                                      const char *record);
/* The ids of the connections that are signed in to, of a company (nullable: of all), begun first
 * first. */
char **trib_model_notes_list_sign_ins (TribModelNotes *self,
                                       const char *company_id) G_GNUC_WARN_UNUSED_RESULT;
guint trib_model_notes_get_n_sign_ins (TribModelNotes *self);
const char *trib_model_notes_get_sign_in_company (TribModelNotes *self,
                                                  const char *connection_id); /* (nullable) */

void trib_model_notes_mark_unlink (TribModelNotes *self, GObject *connection, gboolean is_pending);
/* (element-type TribModelConnection): what will be given up when its undo time is over. */
GPtrArray *trib_model_notes_list_unlinks (TribModelNotes *self) G_GNUC_WARN_UNUSED_RESULT;

void trib_model_notes_tell_ended (TribModelNotes *self,
                                  const char *company_id,
                                  const char *platform_key);
void
trib_model_notes_tell_turned (TribModelNotes *self, GObject *connection, TribModelStatus before);

G_END_DECLS
