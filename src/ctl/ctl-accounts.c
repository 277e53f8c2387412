/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include <string.h>

static const char *const columns[] = { "id",          "name",  "baseUrl", "redirectUrl",
                                       "environment", "inUse", NULL };
static const char *const table_columns[] = { "name", "environment", "baseUrl", "inUse", NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, table_columns };

/* The accounts of this computer, and the one among them that a verb is about. */
typedef struct {
  GListModel *accounts; /* (owned) (nullable) */
  CtlRunFunc then;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_clear_object (&choosing->accounts);
  g_free (choosing);
}

static const char *
get_environment (TribStoreAccount *account)
{
  switch (trib_store_account_get_environment (account)) {
  case TRIB_STORE_ENVIRONMENT_TEST:
    return "test";
  case TRIB_STORE_ENVIRONMENT_DEMO:
    return "demo";
  case TRIB_STORE_ENVIRONMENT_LIVE:
  default:
    return "live";
  }
}

CtlRecord *
ctl_make_account (TribStoreAccount *account)
{
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", trib_store_account_get_id (account));
  ctl_record_add (record, "name", trib_store_account_get_name (account));
  ctl_record_add (record, "baseUrl", trib_store_account_get_base_url (account));
  ctl_record_add (record, "redirectUrl", trib_store_account_get_redirect_template (account));
  ctl_record_add (record, "environment", get_environment (account));
  return record;
}

static void
accounts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Choosing *choosing = ctl_run_get_state (run);
  GError *error = NULL;

  choosing->accounts = trib_store_list_accounts_finish (TRIB_STORE (source), result, &error);
  if (choosing->accounts == NULL)
    ctl_run_fail (run, error);
  else
    choosing->then (run);
}

static void
load_accounts (CtlRun *run, CtlRunFunc then)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->then = then;
  ctl_run_set_state (run, choosing, choosing_free);
  trib_store_list_accounts_async (ctl_run_get_store (run), ctl_run_get_cancellable (run),
                                  accounts_cb, run);
}

/* Ends the run when there is none of that name. */
static TribStoreAccount *
choose_account (CtlRun *run)
{
  Choosing *choosing = ctl_run_get_state (run);

  return ctl_account_find (run, choosing->accounts, ctl_run_get_argument (run, 0), NULL);
}

static void
in_use_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Choosing *choosing = ctl_run_get_state (run);
  GError *error = NULL;
  g_autofree char *in_use =
      trib_store_get_account_in_use_finish (TRIB_STORE (source), result, &error);
  CtlOutput *output;

  if (in_use == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  output = ctl_run_output (run, &list_shape);
  for (guint i = 0; i < g_list_model_get_n_items (choosing->accounts); i++) {
    g_autoptr (TribStoreAccount) account = g_list_model_get_item (choosing->accounts, i);
    CtlRecord *record = ctl_make_account (account);

    ctl_record_add_boolean (record, "inUse",
                            strcmp (in_use, trib_store_account_get_id (account)) == 0);
    ctl_output_take (output, record);
  }
  ctl_run_finish (run);
}

static void
list_loaded (CtlRun *run)
{
  trib_store_get_account_in_use_async (ctl_run_get_store (run), ctl_run_get_cancellable (run),
                                       in_use_cb, run);
}

void
ctl_accounts_list (CtlRun *run)
{
  load_accounts (run, list_loaded);
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gboolean done = trib_store_set_account_in_use_finish (TRIB_STORE (source), result, &error);

  ctl_answer_done (run, NULL, done, error);
}

static void
use_loaded (CtlRun *run)
{
  g_autoptr (TribStoreAccount) account = choose_account (run);

  if (account != NULL)
    trib_store_set_account_in_use_async (ctl_run_get_store (run),
                                         trib_store_account_get_id (account),
                                         ctl_run_get_cancellable (run), used_cb, run);
}

void
ctl_accounts_use (CtlRun *run)
{
  load_accounts (run, use_loaded);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gboolean done = trib_store_remove_account_finish (TRIB_STORE (source), result, &error);

  ctl_answer_done (run, NULL, done, error);
}

/* The key goes first: an account without one can still be seen and removed again. */
static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  GError *error = NULL;
  g_autoptr (TribStoreAccount) account = NULL;

  if (!trib_store_keyring_clear_finish (TRIB_STORE_KEYRING (source), result, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  account = choose_account (run);
  if (account != NULL)
    trib_store_remove_account_async (ctl_run_get_store (run), trib_store_account_get_id (account),
                                     ctl_run_get_cancellable (run), removed_cb, run);
}

static void
remove_loaded (CtlRun *run)
{
  g_autoptr (TribStoreAccount) account = choose_account (run);

  if (account != NULL &&
      ctl_run_confirm (run, "Forget this account, its key and what is remembered of it?"))
    trib_store_keyring_clear_async (ctl_run_get_keyring (run), account,
                                    ctl_run_get_cancellable (run), cleared_cb, run);
}

void
ctl_accounts_remove (CtlRun *run)
{
  load_accounts (run, remove_loaded);
}
