/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-run.h"

#include "ctl-verb.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define MAX_KEY 4096

/* Which client a run speaks through: an account of this computer, or an address and a key from a
 * file. One step calls the next. */
typedef struct {
  CtlRunFunc then;
  TribStoreAccount *account; /* (owned) (nullable) */
  char *in_use;              /* (owned) (nullable) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->account);
  g_free (opening->in_use);
  g_free (opening);
}

static void
go_on (CtlRun *run)
{
  CtlRunFunc then = ((Opening *) ctl_run_get_state (run))->then;

  /* From here on the state is the verb's. */
  ctl_run_set_state (run, NULL, NULL);
  then (run);
}

CodatClient *
ctl_account_make_client (CtlRun *run, const char *base_url, const char *key, GError **error)
{
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new (key, error);
  CodatClient *client = NULL;

  if (authorizer != NULL)
    client = codat_client_new (base_url, authorizer, error);
  if (client != NULL && ctl_options_has (ctl_run_get_options (run), "no-retry"))
    codat_client_set_max_tries (client, 1);
  return client;
}

static gboolean
make_client (CtlRun *run, const char *base_url, const char *key, GError **error)
{
  CodatClient *client = ctl_account_make_client (run, base_url, key, error);

  if (client == NULL)
    return FALSE;
  ctl_run_take_client (run, client);
  return TRUE;
}

static void
key_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Opening *opening = ctl_run_get_state (run);
  GError *error = NULL;
  char *key = trib_store_keyring_lookup_finish (TRIB_STORE_KEYRING (source), result, &error);
  gboolean made =
      key != NULL &&
      make_client (run, trib_store_account_get_base_url (opening->account), key, &error);

  trib_store_key_free (key);
  if (made) {
    ctl_run_take_journal (run, ctl_journal_new (trib_store_account_get_id (opening->account)));
    go_on (run);
  } else {
    ctl_run_fail (run, error);
  }
}

TribStoreAccount *
ctl_account_pick (GListModel *accounts, const char *name, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++) {
    g_autoptr (TribStoreAccount) account = g_list_model_get_item (accounts, i);

    if (name != NULL ? g_strcmp0 (trib_store_account_get_name (account), name) == 0
                     : g_strcmp0 (trib_store_account_get_id (account), id) == 0)
      return g_steal_pointer (&account);
  }
  return NULL;
}

TribStoreAccount *
ctl_account_find (CtlRun *run, GListModel *accounts, const char *name, const char *id)
{
  TribStoreAccount *account = ctl_account_pick (accounts, name, id);

  if (account == NULL)
    ctl_run_fail (run, name != NULL
                           ? g_error_new (CTL_ERROR, CTL_EXIT_NOT_FOUND,
                                          "There is no account named “%s” on this computer", name)
                           : g_error_new_literal (
                                 CTL_ERROR, CTL_EXIT_USAGE,
                                 "No account is in use: say --account NAME or --key-file FILE"));
  return account;
}

/* "accounts check NAME" is about another account than the one in use. */
static const char *
get_wanted_name (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);

  if (g_strcmp0 (ctl_options_get_noun (options), "accounts") == 0 &&
      ctl_run_get_argument (run, 0) != NULL)
    return ctl_run_get_argument (run, 0);
  return ctl_options_get (options, "account");
}

static void
accounts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Opening *opening = ctl_run_get_state (run);
  GError *error = NULL;
  g_autoptr (GListModel) accounts =
      trib_store_list_accounts_finish (TRIB_STORE (source), result, &error);

  if (accounts == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  opening->account = ctl_account_find (run, accounts, get_wanted_name (run), opening->in_use);
  if (opening->account != NULL)
    trib_store_keyring_lookup_async (ctl_run_get_keyring (run), opening->account,
                                     ctl_run_get_cancellable (run), key_cb, run);
}

static void
in_use_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Opening *opening = ctl_run_get_state (run);
  GError *error = NULL;

  opening->in_use = trib_store_get_account_in_use_finish (TRIB_STORE (source), result, &error);
  if (opening->in_use == NULL)
    ctl_run_fail (run, error);
  else
    trib_store_list_accounts_async (TRIB_STORE (source), ctl_run_get_cancellable (run), accounts_cb,
                                    run);
}

static void
store_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  GError *error = NULL;
  TribStore *store = trib_store_open_finish (result, &error);

  if (store == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  ctl_run_take_store (run, store);
  go_on (run);
}

static void
set_then (CtlRun *run, CtlRunFunc then)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->then = then;
  ctl_run_set_state (run, opening, opening_free);
}

char *
ctl_account_dup_directory (void)
{
  return g_build_filename (g_get_user_data_dir (), "tributary", NULL);
}

void
ctl_account_open_store (CtlRun *run, CtlRunFunc then)
{
  g_autofree char *directory = ctl_account_dup_directory ();

  set_then (run, then);
  trib_store_open_async (directory, ctl_run_get_cancellable (run), store_cb, run);
}

/* What is typed in secret is not shown. */
static gboolean
set_echo (gboolean on)
{
  struct termios attributes;

  if (tcgetattr (STDIN_FILENO, &attributes) != 0)
    return FALSE;
  if (on)
    attributes.c_lflag |= ECHO;
  else
    attributes.c_lflag &= ~(tcflag_t) ECHO;
  return tcsetattr (STDIN_FILENO, TCSAFLUSH, &attributes) == 0;
}

static char *
take_key (char *data, gsize length, GError **error)
{
  char *key = NULL;

  if (data != NULL && memchr (data, '\0', length) != NULL)
    g_set_error_literal (error, CTL_ERROR, CTL_EXIT_NOT_AUTHORIZED, "This is no API key");
  else if (data != NULL)
    key = g_strdup (g_strstrip (data));
  ctl_stream_wipe (data, length);
  return key;
}

char *
ctl_account_read_key (CtlRun *run, const char *file, GError **error)
{
  gboolean asks = strcmp (file, "-") == 0 && isatty (STDIN_FILENO);
  gsize length = 0;
  char *data;

  /* Who is asked may type at once. */
  if (asks) {
    asks = set_echo (FALSE);
    fputs ("API key, then Enter and Ctrl+D: ", stderr);
  }
  data = ctl_run_read (run, file, MAX_KEY, &length, error);
  if (asks) {
    set_echo (TRUE);
    fputc ('\n', stderr);
  }
  return take_key (data, length, error);
}

/* The verb that a client is for is the only one that the store is opened for in between. */
static void
store_for_client_cb (CtlRun *run)
{
  set_then (run, ctl_journal_begin);
  trib_store_get_account_in_use_async (ctl_run_get_store (run), ctl_run_get_cancellable (run),
                                       in_use_cb, run);
}

static void
open_with_file (CtlRun *run, const char *base_url, const char *file)
{
  GError *error = NULL;
  char *key = NULL;
  gboolean made;

  base_url = base_url != NULL ? base_url : CODAT_DEFAULT_BASE_URL;
  if (codat_base_url_is_valid (base_url, &error))
    key = ctl_account_read_key (run, file, &error);
  made = key != NULL && make_client (run, base_url, key, &error);
  trib_store_key_free (key);
  if (made) {
    g_autofree char *id = g_strconcat ("address:", base_url, NULL);

    ctl_run_take_journal (run, ctl_journal_new (id));
    ctl_journal_begin (run);
  } else {
    ctl_run_fail (run, error);
  }
}

/* Only one of two can have it. */
static gboolean
wants_input (CtlOptions *options)
{
  return g_strcmp0 (ctl_options_get_verb (options)->name, "import") == 0 &&
         g_strcmp0 (ctl_options_get_argument (options, 0), "-") == 0;
}

void
ctl_account_open_client (CtlRun *run)
{
  CtlOptions *options = ctl_run_get_options (run);
  const char *base_url = ctl_options_get (options, "base-url");
  const char *file = ctl_options_get (options, "key-file");

  if ((file != NULL || base_url != NULL) && get_wanted_name (run) != NULL) {
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE,
                                            "An account has its own address and key: name one "
                                            "or say --key-file, not both"));
  } else if (g_strcmp0 (file, "-") == 0 && wants_input (options)) {
    ctl_run_fail (
        run, g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE,
                                  "Standard input is the key: the companies have to be in a file"));
  } else if (file != NULL) {
    open_with_file (run, base_url, file);
  } else if (base_url != NULL) {
    ctl_run_fail (run, g_error_new_literal (CTL_ERROR, CTL_EXIT_USAGE,
                                            "--base-url needs --key-file as well"));
  } else {
    ctl_account_open_store (run, store_for_client_cb);
  }
}
