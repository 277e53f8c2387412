/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#include "trib-link-redirect.h"

#include <string.h>

static const char *const columns[] = {
  "id", "name", "baseUrl", "redirectUrl", "environment", NULL
};
static const CtlShape account_shape = { CTL_SHAPE_ONE, columns, NULL };
static const char *const check_columns[] = { "name", "baseUrl", "redirectUrl", NULL };
static const CtlShape check_shape = { CTL_SHAPE_ONE, check_columns, NULL };

/* "Check and add": the server is asked before anything is kept. */
typedef struct {
  char *key;                 /* (owned), a secret */
  TribStoreAccount *account; /* (owned) (nullable): once the server was asked */
  TribStoreEnvironment environment;
  const char *base_url;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  trib_store_key_free (adding->key);
  g_clear_object (&adding->account);
  g_free (adding);
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Adding *adding = ctl_run_get_state (run);
  GError *error = NULL;

  if (!trib_store_set_account_in_use_finish (TRIB_STORE (source), result, &error))
    ctl_run_fail (run, error);
  else
    ctl_print_one (run, &account_shape, ctl_make_account (adding->account));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Adding *adding = ctl_run_get_state (run);
  GError *error = NULL;

  if (!trib_store_save_account_finish (TRIB_STORE (source), result, &error)) {
    /* A key without its account would never be found again. */
    trib_store_keyring_clear_async (ctl_run_get_keyring (run), adding->account, NULL, NULL, NULL);
    ctl_run_fail (run, error);
    return;
  }
  trib_store_set_account_in_use_async (TRIB_STORE (source),
                                       trib_store_account_get_id (adding->account),
                                       ctl_run_get_cancellable (run), used_cb, run);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Adding *adding = ctl_run_get_state (run);
  GError *error = NULL;

  if (!trib_store_keyring_save_finish (TRIB_STORE_KEYRING (source), result, &error))
    ctl_run_fail (run, error);
  else
    trib_store_save_account_async (ctl_run_get_store (run), adding->account,
                                   ctl_run_get_cancellable (run), saved_cb, run);
}

static void
profile_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Adding *adding = ctl_run_get_state (run);
  const char *redirect = ctl_options_get (ctl_run_get_options (run), "redirect-url");
  g_autofree char *id = g_uuid_string_random ();
  GError *error = NULL;
  g_autoptr (CodatProfile) profile =
      codat_client_get_profile_finish (CODAT_CLIENT (source), result, &error);

  if (profile == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  if (redirect == NULL)
    redirect = codat_profile_get_redirect_url (profile);
  adding->account = trib_store_account_new (id, ctl_run_get_argument (run, 0), adding->base_url,
                                            redirect, adding->environment);
  trib_store_keyring_save_async (ctl_run_get_keyring (run), adding->account, adding->key,
                                 ctl_run_get_cancellable (run), kept_cb, run);
}

static void
accounts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  GError *error = NULL;
  g_autoptr (GListModel) accounts =
      trib_store_list_accounts_finish (TRIB_STORE (source), result, &error);

  g_autoptr (TribStoreAccount) same =
      accounts != NULL ? ctl_account_pick (accounts, ctl_run_get_argument (run, 0), NULL) : NULL;

  if (accounts == NULL)
    ctl_run_fail (run, error);
  else if (same != NULL)
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_REFUSED,
                                            "There is an account of this name already"));
  else
    codat_client_get_profile_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                    profile_cb, run);
}

static gboolean
read_environment (const char *text, TribStoreEnvironment *environment, GError **error)
{
  *environment = TRIB_STORE_ENVIRONMENT_LIVE;
  if (text == NULL || strcmp (text, "live") == 0)
    return TRUE;
  *environment = TRIB_STORE_ENVIRONMENT_TEST;
  if (strcmp (text, "test") == 0)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_EXIT_USAGE, "--environment must be live or test");
  return FALSE;
}

static gboolean
check_options (CtlOptions *options, GError **error)
{
  const char *redirect = ctl_options_get (options, "redirect-url");
  g_autoptr (TribLinkRedirect) parsed = NULL;
  g_autoptr (GError) problem = NULL;

  if (!ctl_options_has (options, "key-file")) {
    g_set_error_literal (error, CTL_ERROR, CTL_EXIT_USAGE,
                         "Say with --key-file where the API key is, - for standard input");
    return FALSE;
  }
  if (redirect == NULL)
    return TRUE;
  parsed = trib_link_redirect_new (redirect, &problem);
  if (parsed == NULL)
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "This is no redirect template: %s",
                 problem->message);
  return parsed != NULL;
}

static gboolean
prepare (CtlRun *run, Adding *adding, GError **error)
{
  CtlOptions *options = ctl_run_get_options (run);
  CodatClient *client = NULL;

  adding->base_url = ctl_options_get (options, "base-url");
  if (adding->base_url == NULL)
    adding->base_url = CODAT_DEFAULT_BASE_URL;
  if (!check_options (options, error) ||
      !read_environment (ctl_options_get (options, "environment"), &adding->environment, error) ||
      !codat_base_url_is_valid (adding->base_url, error))
    return FALSE;
  adding->key = ctl_account_read_key (run, ctl_options_get (options, "key-file"), error);
  if (adding->key != NULL)
    client = ctl_account_make_client (run, adding->base_url, adding->key, error);
  if (client != NULL)
    ctl_run_take_client (run, client);
  return client != NULL;
}

void
ctl_accounts_add (CtlRun *run)
{
  Adding *adding = g_new0 (Adding, 1);
  GError *error = NULL;

  ctl_run_set_state (run, adding, adding_free);
  if (prepare (run, adding, &error))
    trib_store_list_accounts_async (ctl_run_get_store (run), ctl_run_get_cancellable (run),
                                    accounts_cb, run);
  else
    ctl_run_fail (run, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  g_autoptr (CodatProfile) profile =
      codat_client_get_profile_finish (CODAT_CLIENT (source), result, &error);
  CtlRecord *record;

  if (profile == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  record = ctl_record_new ();
  ctl_record_add (record, "name", codat_profile_get_name (profile));
  ctl_record_add (record, "baseUrl", codat_client_get_base_url (CODAT_CLIENT (source)));
  ctl_record_add (record, "redirectUrl", codat_profile_get_redirect_url (profile));
  ctl_print_one (run, &check_shape, record);
}

void
ctl_accounts_check (CtlRun *run)
{
  codat_client_get_profile_async (ctl_run_get_client (run), ctl_run_get_cancellable (run),
                                  checked_cb, run);
}
