/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"

G_BEGIN_DECLS

/**
 * CodatJournalFunc:
 * @id: names the change for ever
 * @record: (nullable): what resumes it, %NULL when it is settled
 * @data: what was given with the function
 *
 * Keeps or forgets the record of a change.
 */
typedef void (*CodatJournalFunc) (const char *id, const char *record, gpointer data);

/* Changes that a program did not see the end of. */
void codat_client_set_journal (CodatClient *self,
                               CodatJournalFunc journal,
                               gpointer data,
                               GDestroyNotify notify);
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
