/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-run.h"

G_BEGIN_DECLS

/* What each verb starts with. */
void ctl_accounts_add (CtlRun *run);
void ctl_accounts_check (CtlRun *run);
void ctl_accounts_list (CtlRun *run);
void ctl_accounts_remove (CtlRun *run);
void ctl_accounts_use (CtlRun *run);
void ctl_companies_create (CtlRun *run);
void ctl_companies_delete (CtlRun *run);
void ctl_companies_export (CtlRun *run);
void ctl_companies_find (CtlRun *run);
void ctl_companies_import (CtlRun *run);
void ctl_companies_list (CtlRun *run);
void ctl_companies_show (CtlRun *run);
void ctl_companies_update (CtlRun *run);
void ctl_connections_create (CtlRun *run);
void ctl_connections_delete (CtlRun *run);
void ctl_connections_link (CtlRun *run);
void ctl_connections_list (CtlRun *run);
void ctl_connections_show (CtlRun *run);
void ctl_connections_unlink (CtlRun *run);
void ctl_data_history (CtlRun *run);
void ctl_data_refresh (CtlRun *run);
void ctl_data_status (CtlRun *run);
void ctl_data_watch (CtlRun *run);
void ctl_integrations_branding (CtlRun *run);
void ctl_integrations_list (CtlRun *run);
void ctl_integrations_show (CtlRun *run);
void ctl_keys_create (CtlRun *run);
void ctl_keys_delete (CtlRun *run);
void ctl_keys_list (CtlRun *run);
void ctl_profile_show (CtlRun *run);
void ctl_redirect_check (CtlRun *run);
void ctl_status (CtlRun *run);
void ctl_webhooks_create (CtlRun *run);
void ctl_webhooks_delete (CtlRun *run);
void ctl_webhooks_list (CtlRun *run);
void ctl_webhooks_verify (CtlRun *run);

/* What several verbs print. */
extern const CtlShape ctl_shape_company;
CtlRecord *ctl_make_company (gpointer company) G_GNUC_WARN_UNUSED_RESULT;
/* Prints one object and ends the run. */
void ctl_print_one (CtlRun *run, const CtlShape *shape, CtlRecord *record);

/* How a verb ends with its answer, which is taken over; without one, error says why. */
typedef CtlRecord *(*CtlRecordFunc) (gpointer object);
void ctl_answer_one (
    CtlRun *run, const CtlShape *shape, CtlRecordFunc make, gpointer object, GError *error);
void ctl_answer_list (
    CtlRun *run, const CtlShape *shape, CtlRecordFunc make, GListModel *rows, GError *error);
void ctl_answer_done (CtlRun *run, const char *remark, gboolean done, GError *error);

/* Every --tag NAME=VALUE as name, value, name, value; NULL with error set. */
char **ctl_read_tags (CtlOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What an account is, beside its key. */
CtlRecord *ctl_make_account (TribStoreAccount *account) G_GNUC_WARN_UNUSED_RESULT;

/* Reads all pages of companies that match. take is called with each; it may say FALSE for "no
 * more". done is called at the end. */
typedef gboolean (*CtlCompanyFunc) (CtlRun *run, CodatCompany *company);
void ctl_companies_read (CtlRun *run,
                         const char *query,
                         const char *tags,
                         const char *order_by,
                         guint page_size,
                         CtlCompanyFunc take,
                         CtlRunFunc done);

G_END_DECLS
