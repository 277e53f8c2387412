/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "trib-clock.h"
#include "trib-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_JOURNAL (trib_model_journal_get_type ())

G_DECLARE_FINAL_TYPE (TribModelJournal, trib_model_journal, TRIB_MODEL, JOURNAL, GObject)

/* What an account asked for and did not see the end of. Signal: "found" (sentence, whether it
 * was done), for each change that the program was killed in, when it is known what became of it. */
TribModelJournal *trib_model_journal_new (CodatClient *client,
                                          TribStore *store,
                                          TribClock *clock,
                                          const char *account_id) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_journal_load (TribModelJournal *self);

G_END_DECLS
