/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"

G_BEGIN_DECLS

/**
 * CodatJournalFunc:
 * @id: names the change for ever
 * @record: (nullable): what is to be kept about it, %NULL when it is settled
 * @done: (nullable) (transfer full): to be given a boolean or an error when the record is where it
 *   survives; %NULL with a @record of %NULL
 * @data: what was given with the function
 *
 * Keeps or forgets the record of a change. The change is sent when @done has its answer.
 */
typedef void (*CodatJournalFunc) (const char *id, const char *record, GTask *done, gpointer data);

/**
 * CodatOutcome:
 * @CODAT_OUTCOME_UNKNOWN: nobody knows
 * @CODAT_OUTCOME_DONE: the change was made
 * @CODAT_OUTCOME_NOT_DONE: it was not made, at least not yet
 *
 * What a look says about a change that a program did not see the end of.
 */
typedef enum {
  CODAT_OUTCOME_UNKNOWN,
  CODAT_OUTCOME_DONE,
  CODAT_OUTCOME_NOT_DONE,
} CodatOutcome;

/* How long a request that was cut off may still be under way to the server, in seconds: what is
 * not there before is not certain to be missing. */
#define CODAT_UNDER_WAY_SECONDS 90

/* Changes that a program did not see the end of. */
void codat_client_set_journal (CodatClient *self,
                               CodatJournalFunc journal,
                               gpointer data,
                               GDestroyNotify notify);
gboolean codat_client_add_record (CodatClient *self, const char *record, GError **error);
void codat_client_forget_record (CodatClient *self, const char *id);
void codat_client_look_up_async (CodatClient *self,
                                 const char *record,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
CodatOutcome codat_client_look_up_finish (
    CodatClient *self, GAsyncResult *result, const char **operation, char **name, GError **error);
void codat_client_resume_async (CodatClient *self,
                                const char *record,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean codat_client_resume_finish (CodatClient *self,
                                     GAsyncResult *result,
                                     GObject **thing,
                                     GError **error);

G_END_DECLS
