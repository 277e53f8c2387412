/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "trib-clock.h"

G_BEGIN_DECLS

/**
 * TribModelWho:
 * @TRIB_MODEL_WHO_ACCOUNTANT: the accountant
 * @TRIB_MODEL_WHO_OWNER: the owner of the business
 * @TRIB_MODEL_WHO_COLLEAGUE: a colleague
 * @TRIB_MODEL_WHO_OTHER: anybody else
 *
 * Who has the password.
 */
typedef enum {
  TRIB_MODEL_WHO_ACCOUNTANT,
  TRIB_MODEL_WHO_OWNER,
  TRIB_MODEL_WHO_COLLEAGUE,
  TRIB_MODEL_WHO_OTHER,
} TribModelWho;

const char *trib_model_who_to_text (TribModelWho who); /* translated: "My accountant" */

/* After how many days somebody is asked again. */
#define TRIB_MODEL_REQUEST_DUE_DAYS 3

#define TRIB_MODEL_TYPE_REQUEST (trib_model_request_get_type ())

G_DECLARE_FINAL_TYPE (TribModelRequest, trib_model_request, TRIB_MODEL, REQUEST, GObject)

/* That somebody else was asked to sign in: immutable, and without the link. Times are in seconds
 * since the Unix epoch. */
TribModelRequest *trib_model_request_new (const char *connection_id,
                                          const char *company_id,
                                          const char *company_name,
                                          const char *platform_name,
                                          TribModelWho who,
                                          gint64 asked_at,
                                          gint64 expires_at) G_GNUC_WARN_UNUSED_RESULT;
/* For the store; a record that is none gives %NULL. */
TribModelRequest *trib_model_request_parse (const char *connection_id,
                                            const char *record) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_request_serialise (TribModelRequest *self) G_GNUC_WARN_UNUSED_RESULT;

const char *trib_model_request_get_connection_id (TribModelRequest *self);
const char *trib_model_request_get_company_id (TribModelRequest *self);
const char *trib_model_request_get_company_name (TribModelRequest *self);
const char *trib_model_request_get_platform_name (TribModelRequest *self);
TribModelWho trib_model_request_get_who (TribModelRequest *self);
gint64 trib_model_request_get_asked_at (TribModelRequest *self);
gint64 trib_model_request_get_expires_at (TribModelRequest *self);
/* From when on its link is about to end: for the last hour, or the last quarter of a shorter life.
 */
gint64 trib_model_request_get_ends_soon_at (TribModelRequest *self);
/* Whether it is time to ask again. */
gboolean trib_model_request_get_due (TribModelRequest *self, TribClock *clock);
/* "Waiting for your accountant · since Tuesday" */
char *trib_model_request_dup_text (TribModelRequest *self,
                                   TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;
/* "Waiting for your accountant · Xero" */
char *trib_model_request_dup_short_text (TribModelRequest *self) G_GNUC_WARN_UNUSED_RESULT;
/* "Valid until tomorrow 14:05", or that the link works no more. */
char *trib_model_request_dup_link_text (TribModelRequest *self,
                                        TribClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
