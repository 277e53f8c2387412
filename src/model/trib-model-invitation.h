/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-service.h"

#include "trib-model-account.h"
#include "trib-model-company.h"
#include "trib-model-platform.h"
#include "trib-model-request.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_INVITATION (trib_model_invitation_get_type ())

G_DECLARE_FINAL_TYPE (TribModelInvitation, trib_model_invitation, TRIB_MODEL, INVITATION, GObject)

/* Asking somebody else to sign in: a link for each time that one is shown, copied or sent, which is
 * kept nowhere. Properties (read-only, notify): "expires-text" (nullable: until when the newest
 * link works), "connection" (TribModelConnection, nullable: once it is known). */
TribModelInvitation *
trib_model_invitation_new (TribModelAccount *account,
                           TribModelCompany *company,
                           TribModelPlatform *platform) G_GNUC_WARN_UNUSED_RESULT;
TribModelInvitation *trib_model_invitation_new_for_connection (TribModelAccount *account,
                                                               TribModelCompany *company,
                                                               TribModelConnection *connection)
    G_GNUC_WARN_UNUSED_RESULT;

TribModelAccount *trib_model_invitation_get_account (TribModelInvitation *self);
TribModelCompany *trib_model_invitation_get_company (TribModelInvitation *self);
TribModelPlatform *trib_model_invitation_get_platform (TribModelInvitation *self); /* (nullable) */
const char *trib_model_invitation_get_platform_name (TribModelInvitation *self);
TribModelConnection *
trib_model_invitation_get_connection (TribModelInvitation *self);               /* (nullable) */
const char *trib_model_invitation_get_expires_text (TribModelInvitation *self); /* (nullable) */
gint64 trib_model_invitation_get_expires_at (TribModelInvitation *self);

/* A fresh link, to be freed as soon as it was used. */
void trib_model_invitation_fetch_async (TribModelInvitation *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
TribLinkTicket *trib_model_invitation_fetch_finish (TribModelInvitation *self,
                                                    GAsyncResult *result,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The newest link was given to somebody: the company waits from now on. */
void trib_model_invitation_note (TribModelInvitation *self, TribModelWho who);

/* A letter with a mark where the link will be, and the letter with the link in place of the mark,
 * or below when the mark is gone. */
char *trib_model_invitation_dup_subject (TribModelInvitation *self) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_invitation_dup_letter (TribModelInvitation *self) G_GNUC_WARN_UNUSED_RESULT;
char *trib_model_invitation_fill_letter (const char *letter,
                                         const char *link) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
