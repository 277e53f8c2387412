/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-error.h"
#include "ctl-options.h"
#include "ctl-output.h"

#include "codat-client.h"
#include "trib-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One run of the program: what a verb is given, and how it ends. It lives as long as the process,
 * and one step follows the other: a verb never waits for two things at once. */
typedef struct _CtlRun CtlRun;
typedef struct _CtlJournal CtlJournal;
typedef void (*CtlRunFunc) (CtlRun *run);

/* signal_fd is readable when the person interrupts, -1 for none. options are taken over. */
CtlRun *ctl_run_new (CtlOptions *options, int signal_fd) G_GNUC_WARN_UNUSED_RESULT;
void ctl_run_free (CtlRun *self);
/* Begins; ended is called once, when exit code and output are settled. */
void ctl_run_start (CtlRun *self, CtlRunFunc ended, gpointer ended_data);
gpointer ctl_run_get_ended_data (CtlRun *self);
CtlExit ctl_run_get_exit (CtlRun *self);
void ctl_run_interrupt (CtlRun *self);

/* What a verb may use. client, store and keyring are there when it needs them. */
CtlOptions *ctl_run_get_options (CtlRun *self);
const char *ctl_run_get_argument (CtlRun *self, guint position);
GCancellable *ctl_run_get_cancellable (CtlRun *self);
CodatClient *ctl_run_get_client (CtlRun *self);
void ctl_run_take_client (CtlRun *self, CodatClient *client);
TribStore *ctl_run_get_store (CtlRun *self);
void ctl_run_take_store (CtlRun *self, TribStore *store);
TribStoreKeyring *ctl_run_get_keyring (CtlRun *self);
CtlJournal *ctl_run_get_journal (CtlRun *self);
void ctl_run_take_journal (CtlRun *self, CtlJournal *journal);
/* The output of the verb, made with the first call; shape is a literal. */
CtlOutput *ctl_run_output (CtlRun *self, const CtlShape *shape);
CtlFormat ctl_run_get_format (CtlRun *self);
CtlStream *ctl_run_get_stream (CtlRun *self);
/* Whether the verb should stop because nobody can take its output; the run has ended then. */
gboolean ctl_run_check_output (CtlRun *self);
/* What a verb remembers from step to step; what was there before is destroyed. */
void ctl_run_set_state (CtlRun *self, gpointer state, GDestroyNotify destroy);
gpointer ctl_run_get_state (CtlRun *self);
/* What a verb keeps for the whole run, whatever its steps remember. */
void ctl_run_set_plan (CtlRun *self, gpointer plan, GDestroyNotify destroy);
gpointer ctl_run_get_plan (CtlRun *self);

/* A remark for the person, on standard error, unless --quiet. */
void ctl_run_remark (CtlRun *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Calls go_on after a time, or ends the run when it is interrupted or out of time. */
void ctl_run_wait (CtlRun *self, guint milliseconds, CtlRunFunc go_on);
/* Reads standard input, or a line of it, or a file when name is not "-". See ctl_stream_read(). */
char *ctl_run_read (CtlRun *self, const char *name, gsize max_size, gsize *length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Whether --yes was given, or the person says yes on the terminal; ends the run when not. */
gboolean ctl_run_confirm (CtlRun *self, const char *question);

/* The three ways to end. error is taken over. */
void ctl_run_finish (CtlRun *self);
void ctl_run_finish_with (CtlRun *self, CtlExit code);
void ctl_run_fail (CtlRun *self, GError *error);

/* What a run has under way. account_id is that of an account of this computer, or stands for the
 * address that was given. */
CtlJournal *ctl_journal_new (const char *account_id) G_GNUC_WARN_UNUSED_RESULT;
void ctl_journal_free (CtlJournal *self);
/* When the client is there: takes up what an earlier run was killed in, for a verb that changes
 * something, then starts the verb. */
void ctl_journal_begin (CtlRun *run);
/* What is settled is forgotten when the person has heard of it, and not before. */
void ctl_journal_forget (CtlRun *run);
/* Opens what the verb needs, then goes on. */
void ctl_account_open_client (CtlRun *run);
char *ctl_account_dup_directory (void) G_GNUC_WARN_UNUSED_RESULT;
void ctl_account_open_store (CtlRun *run, CtlRunFunc then);
/* The account of that name, or without one of that id; find ends the run when there is none. */
TribStoreAccount *
ctl_account_pick (GListModel *accounts, const char *name, const char *id) G_GNUC_WARN_UNUSED_RESULT;
TribStoreAccount *ctl_account_find (CtlRun *run,
                                    GListModel *accounts,
                                    const char *name,
                                    const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* The key in a file, or what was typed; free it with trib_store_key_free(). */
char *
ctl_account_read_key (CtlRun *run, const char *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A client that keeps to the options of the run, like --no-retry. */
CodatClient *ctl_account_make_client (CtlRun *run,
                                      const char *base_url,
                                      const char *key,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
