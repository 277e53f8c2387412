/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"

#include "codat-error.h"
#include "trib-text.h"

/* FakeKeyring: fails as it is told, else keeps keys in memory. */
#define FAKE_TYPE_KEYRING (fake_keyring_get_type ())

G_DECLARE_FINAL_TYPE (FakeKeyring, fake_keyring, FAKE, KEYRING, GObject)

struct _FakeKeyring {
  GObject parent_instance;

  TribStoreKeyring *inner; /* (owned) */
  int failure;             /* of TribStoreErrorCode, or -1 */
  guint n_saved;
  guint n_cleared;
  TribStore *store;                /* (nullable) */
  guint n_remembered;              /* how many accounts there were when a key came */
  GCancellable *cancel_after_save; /* (nullable): cancelled when the account was just saved */
};

/* How many accounts are on the disk. The store answers in order, and this one in a context of its
 * own, so that what it has done before is done and the answers about that still wait. */
static guint
count_remembered (TribStore *store)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GListModel) list = NULL;
  Call call = { NULL };

  g_main_context_push_thread_default (context);
  trib_store_list_accounts_async (store, NULL, call_cb, &call);
  while (call.result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  list = trib_store_list_accounts_finish (store, call.result, NULL);
  call_clear (&call);
  return g_list_model_get_n_items (list);
}

static void fake_keyring_iface_init (TribStoreKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeKeyring,
                               fake_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRIB_STORE_TYPE_KEYRING,
                                                      fake_keyring_iface_init))

static gboolean
fail (FakeKeyring *self, GAsyncReadyCallback callback, gpointer data)
{
  if (self->failure < 0)
    return FALSE;
  g_task_report_new_error (self, callback, data, NULL, TRIB_STORE_ERROR, self->failure, "No");
  return TRUE;
}

static void
fake_save (TribStoreKeyring *keyring,
           TribStoreAccount *account,
           const char *key,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer data)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autoptr (GTask) task = NULL;

  if (fail (self, callback, data))
    return;
  self->n_saved++;
  if (self->store != NULL)
    self->n_remembered = count_remembered (self->store);
  trib_store_keyring_save_async (self->inner, account, key, NULL, NULL, NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_return_boolean (task, TRUE);
}

static void
fake_clear (TribStoreKeyring *keyring,
            TribStoreAccount *account,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);
  g_autoptr (GTask) task = NULL;

  if (fail (self, callback, data))
    return;
  self->n_cleared++;
  trib_store_keyring_clear_async (self->inner, account, NULL, NULL, NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
fake_finish (TribStoreKeyring *keyring, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
fake_save_finish (TribStoreKeyring *keyring, GAsyncResult *result, GError **error)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);

  if (self->cancel_after_save != NULL)
    g_idle_add_full (G_PRIORITY_HIGH, cancel_cb, self->cancel_after_save, NULL);
  return fake_finish (keyring, result, error);
}

static void
fake_looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *key = trib_store_keyring_lookup_finish (TRIB_STORE_KEYRING (source), result, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) trib_store_key_free);
  else
    g_task_return_error (task, error);
}

static void
fake_lookup (TribStoreKeyring *keyring,
             TribStoreAccount *account,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);

  if (!fail (self, callback, data))
    trib_store_keyring_lookup_async (self->inner, account, cancellable, fake_looked_up_cb,
                                     g_task_new (self, cancellable, callback, data));
}

static char *
fake_lookup_finish (TribStoreKeyring *keyring, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_keyring_iface_init (TribStoreKeyringInterface *iface)
{
  iface->save_async = fake_save;
  iface->save_finish = fake_save_finish;
  iface->lookup_async = fake_lookup;
  iface->lookup_finish = fake_lookup_finish;
  iface->clear_async = fake_clear;
  iface->clear_finish = fake_finish;
}

static void
fake_keyring_finalize (GObject *object)
{
  g_clear_object (&FAKE_KEYRING (object)->inner);
  G_OBJECT_CLASS (fake_keyring_parent_class)->finalize (object);
}

static void
fake_keyring_class_init (FakeKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_keyring_finalize;
}

static void
fake_keyring_init (FakeKeyring *self)
{
  self->inner = trib_store_memory_keyring_new ();
  self->failure = -1;
}

typedef struct {
  Fixture base;
  FakeKeyring *keyring;
  TribModelAccounts *accounts;
} Stage;

static void
stage_set_up (Stage *stage, gconstpointer data)
{
  fixture_set_up (&stage->base, NULL);
  stage->keyring = g_object_new (FAKE_TYPE_KEYRING, NULL);
  stage->accounts = trib_model_accounts_new (stage->base.store, TRIB_STORE_KEYRING (stage->keyring),
                                             TRIB_CLOCK (stage->base.clock));
}

static void
stage_tear_down (Stage *stage, gconstpointer data)
{
  assert_goes (stage->accounts);
  assert_goes (stage->keyring);
  fixture_tear_down (&stage->base, NULL);
}

/* Another start of the program with the same disk and keyring. */
static void
stage_restart (Stage *stage)
{
  assert_goes (stage->accounts);
  stage->accounts = trib_model_accounts_new (stage->base.store, TRIB_STORE_KEYRING (stage->keyring),
                                             TRIB_CLOCK (stage->base.clock));
}

static TribModelAccount *
add_with (Stage *stage, const char *url, const char *key, const char *redirect, GError **error)
{
  TribModelAccount *account;
  Call call = { NULL };

  trib_model_accounts_add_async (stage->accounts, " Northwind ", url, key, redirect,
                                 TRIB_STORE_ENVIRONMENT_TEST, NULL, call_cb, &call);
  account = trib_model_accounts_add_finish (stage->accounts, call_wait (&call), error);
  call_clear (&call);
  return account;
}

static TribModelAccount *
add (Stage *stage, GError **error)
{
  return add_with (stage, sandbox_server_get_base_url (stage->base.server),
                   sandbox_server_get_api_key (stage->base.server), NULL, error);
}

static TribModelAccount *
open (Stage *stage, const char *id, GError **error)
{
  TribModelAccount *account;
  Call call = { NULL };

  trib_model_accounts_open_async (stage->accounts, id, NULL, call_cb, &call);
  account = trib_model_accounts_open_finish (stage->accounts, call_wait (&call), error);
  call_clear (&call);
  return account;
}

static gboolean
is_session_only (TribModelAccount *account)
{
  gboolean session_only;

  g_object_get (account, "session-only", &session_only, NULL);
  return session_only;
}

static void
assert_works (TribModelAccount *account)
{
  TribModelCompanies *companies = trib_model_account_get_companies (account);

  trib_model_companies_load (companies);
  wait_until (trib_model_companies_get_state (companies) != TRIB_MODEL_STATE_LOADING);
  g_assert_cmpint (trib_model_companies_get_state (companies), ==, TRIB_MODEL_STATE_READY);
}

static void
test_add (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TribModelAccount *account = add (stage, &error);
  g_autofree char *environment = NULL;
  TribStoreAccount *record;

  g_assert_no_error (error);
  record = trib_model_account_get_record (account);
  g_assert_cmpstr (trib_model_account_get_name (account), ==, "Northwind");
  g_object_get (account, "environment-name", &environment, NULL);
  g_assert_cmpstr (environment, ==, "Test");
  g_assert_false (trib_model_account_get_is_demo (account));
  g_assert_false (is_session_only (account));
  g_assert_true (trib_guid_is_valid (trib_store_account_get_id (record)));
  /* The profile had the redirect. */
  g_assert_cmpstr (trib_store_account_get_redirect_template (record), ==,
                   sandbox_server_get_redirect_url (stage->base.server));
  g_assert_nonnull (trib_model_account_get_redirect (account));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 1);
  g_assert_cmpuint (stage->keyring->n_saved, ==, 1);
  assert_works (account);
  assert_goes (account);
}

static void
test_open (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TribModelAccount *added, *opened, *named;
  g_autofree char *id = NULL;

  g_assert_null (open (stage, NULL, &error));
  g_assert_no_error (error);
  added = add (stage, &error);
  id = g_strdup (trib_store_account_get_id (trib_model_account_get_record (added)));
  assert_goes (added);
  stage_restart (stage);
  opened = open (stage, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trib_store_account_get_id (trib_model_account_get_record (opened)), ==, id);
  assert_works (opened);
  assert_goes (opened);
  named = open (stage, id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (named);
  assert_goes (named);
  g_assert_null (open (stage, "nobody", &error));
  g_assert_no_error (error);
}

static void
test_open_fails (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) locked = NULL;
  g_autoptr (GError) missing = NULL;
  TribModelAccount *account = add (stage, NULL);
  Call call = { NULL };

  stage_restart (stage);
  stage->keyring->failure = TRIB_STORE_ERROR_KEYRING_LOCKED;
  g_assert_null (open (stage, NULL, &locked));
  g_assert_error (locked, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED);
  stage->keyring->failure = -1;
  trib_store_keyring_clear_async (TRIB_STORE_KEYRING (stage->keyring),
                                  trib_model_account_get_record (account), NULL, call_cb, &call);
  call_wait (&call);
  call_clear (&call);
  g_assert_null (open (stage, NULL, &missing));
  g_assert_error (missing, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY);
  assert_goes (account);
}

/* No keyring, or one that stays locked: for this session only, and it says so. */
static void
test_session_only (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TribModelAccount *added, *again;

  stage->keyring->failure = GPOINTER_TO_INT (data);
  added = add (stage, &error);
  g_assert_no_error (error);
  g_assert_true (is_session_only (added));
  assert_works (added);
  again = open (stage, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_session_only (again));
  assert_goes (again);
  assert_goes (added);
  stage_restart (stage);
  g_assert_null (open (stage, NULL, &error));
  g_assert_error (error, TRIB_STORE_ERROR, GPOINTER_TO_INT (data));
}

static void
test_keyring_fails (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stage->keyring->failure = TRIB_STORE_ERROR_DISK;
  g_assert_null (add (stage, &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_DISK);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 0);
}

/* What cannot be right is found before anything is sent. */
static void
test_bad_input (Stage *stage, gconstpointer data)
{
  const char *url = sandbox_server_get_base_url (stage->base.server);
  const char *key = sandbox_server_get_api_key (stage->base.server);
  g_autoptr (GError) bad_key = NULL;
  g_autoptr (GError) no_key = NULL;
  g_autoptr (GError) address = NULL;
  g_autoptr (GError) redirect = NULL;

  g_assert_null (add_with (stage, url, "two\nlines", NULL, &bad_key));
  g_assert_error (bad_key, CODAT_ERROR, CODAT_ERROR_BAD_KEY);
  g_assert_null (add_with (stage, url, NULL, NULL, &no_key));
  g_assert_error (no_key, CODAT_ERROR, CODAT_ERROR_BAD_KEY);
  g_assert_null (add_with (stage, "http://api.example.com", key, NULL, &address));
  g_assert_error (address, CODAT_ERROR, CODAT_ERROR_BAD_ADDRESS);
  g_assert_null (add_with (stage, url, key, "not an address", &redirect));
  g_assert_error (redirect, TRIB_LINK_REDIRECT_ERROR, TRIB_LINK_REDIRECT_ERROR_INVALID);
  g_assert_cmpuint (n_requests (&stage->base, "GET", "/"), ==, 0);
  g_assert_cmpuint (stage->keyring->n_saved, ==, 0);
}

typedef struct {
  const char *fault;
  CodatErrorCode code;
} FaultRow;

static const FaultRow fault_rows[] = {
  { "401-everywhere", CODAT_ERROR_NOT_AUTHORIZED },
  { "402", CODAT_ERROR_PLAN },
  { "403", CODAT_ERROR_FORBIDDEN },
  { "500-everywhere", CODAT_ERROR_SERVER },
  { "html", CODAT_ERROR_BAD_ANSWER },
  { "broken-json", CODAT_ERROR_BAD_ANSWER },
};

static void
test_refused (Stage *stage, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fault_rows); i++) {
    g_autoptr (GError) error = NULL;

    sandbox_server_set_fault (stage->base.server, fault_rows[i].fault);
    g_assert_null (add (stage, &error));
    g_assert_error (error, CODAT_ERROR, (int) fault_rows[i].code);
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 0);
  g_assert_cmpuint (stage->keyring->n_saved, ==, 0);
}

static void
test_redirects (Stage *stage, gconstpointer data)
{
  const char *url = sandbox_server_get_base_url (stage->base.server);
  const char *key = sandbox_server_get_api_key (stage->base.server);
  const char *own = "https://example.com/done?c={connectionId}&s={statusCode}";
  g_autofree char *padded = g_strdup_printf ("  %s\n", key);
  g_autofree char *slashed = g_strdup_printf ("  %s  ", url);
  TribModelAccount *given = add_with (stage, slashed, padded, own, NULL);
  TribModelAccount *none;

  g_assert_nonnull (given);
  g_assert_cmpstr (trib_store_account_get_redirect_template (trib_model_account_get_record (given)),
                   ==, own);
  g_assert_cmpuint (n_requests (&stage->base, "GET", "/profile"), ==, 0);
  assert_goes (given);
  /* A template that nobody can use is as good as none. */
  sandbox_server_set_redirect_url (stage->base.server, "javascript:alert(1)");
  none = add (stage, NULL);
  g_assert_nonnull (none);
  g_assert_null (trib_store_account_get_redirect_template (trib_model_account_get_record (none)));
  g_assert_null (trib_model_account_get_redirect (none));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 2);
  assert_goes (none);
}

static void
test_remove (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TribModelAccount *account = add (stage, NULL);
  g_autofree char *id =
      g_strdup (trib_store_account_get_id (trib_model_account_get_record (account)));
  Call call = { NULL };

  assert_goes (account);
  /* Nobody is told that a key is forgotten which is still there. */
  stage->keyring->failure = TRIB_STORE_ERROR_KEYRING_LOCKED;
  trib_model_accounts_remove_async (stage->accounts, id, NULL, call_cb, &call);
  g_assert_false (trib_model_accounts_remove_finish (stage->accounts, call_wait (&call), &error));
  g_assert_error (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED);
  g_clear_error (&error);
  call_clear (&call);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 1);
  /* Where there is no keyring any more, there is no key to take out of it. */
  stage->keyring->failure = TRIB_STORE_ERROR_NO_KEYRING;
  trib_model_accounts_remove_async (stage->accounts, id, NULL, call_cb, &call);
  g_assert_true (trib_model_accounts_remove_finish (stage->accounts, call_wait (&call), &error));
  g_assert_no_error (error);
  call_clear (&call);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 0);
  stage->keyring->failure = -1;
  g_assert_null (open (stage, NULL, &error));
  g_assert_no_error (error);
  trib_model_accounts_remove_async (stage->accounts, "nobody", NULL, call_cb, &call);
  g_assert_true (trib_model_accounts_remove_finish (stage->accounts, call_wait (&call), NULL));
  call_clear (&call);
}

static void
test_cancel (Stage *stage, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) added = NULL;
  g_autoptr (GError) loaded = NULL;
  Call add_call = { NULL }, load_call = { NULL };

  sandbox_server_set_fault (stage->base.server, "never");
  trib_model_accounts_add_async (stage->accounts, NULL,
                                 sandbox_server_get_base_url (stage->base.server),
                                 sandbox_server_get_api_key (stage->base.server), NULL,
                                 TRIB_STORE_ENVIRONMENT_LIVE, cancellable, call_cb, &add_call);
  trib_model_accounts_load_async (stage->accounts, cancellable, call_cb, &load_call);
  g_cancellable_cancel (cancellable);
  g_assert_null (trib_model_accounts_add_finish (stage->accounts, call_wait (&add_call), &added));
  g_assert_error (added, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (
      trib_model_accounts_load_finish (stage->accounts, call_wait (&load_call), &loaded));
  g_assert_error (loaded, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  call_clear (&add_call);
  call_clear (&load_call);
}

static void
begin_adding (Stage *stage, GCancellable *cancellable, Call *call)
{
  trib_model_accounts_add_async (
      stage->accounts, NULL, sandbox_server_get_base_url (stage->base.server),
      sandbox_server_get_api_key (stage->base.server), "https://example.com/{statusCode}",
      TRIB_STORE_ENVIRONMENT_LIVE, cancellable, call_cb, call);
}

/* The person gives up while the account is being written: it is on the disk by then. */
static void
test_cancel_while_saving (Stage *stage, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Call call = { NULL };

  begin_adding (stage, cancellable, &call);
  wait_until (count_remembered (stage->base.store) == 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (trib_model_accounts_add_finish (stage->accounts, call_wait (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  call_clear (&call);
  g_assert_cmpuint (stage->keyring->n_saved, ==, 0);
  g_assert_cmpuint (count_remembered (stage->base.store), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->accounts)), ==, 0);
}

/* Who gives up when all is kept gets the account: nobody is told that it is not there. */
static void
test_cancel_too_late (Stage *stage, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TribModelAccount *account;
  Call call = { NULL };

  stage->keyring->cancel_after_save = cancellable;
  begin_adding (stage, cancellable, &call);
  account = trib_model_accounts_add_finish (stage->accounts, call_wait (&call), &error);
  g_assert_no_error (error);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  call_clear (&call);
  g_assert_cmpuint (count_remembered (stage->base.store), ==, 1);
  assert_goes (account);
}

/* A program that is killed at any point leaves no key that belongs to no account. */
static void
test_account_before_key (Stage *stage, gconstpointer data)
{
  TribModelAccount *account;

  stage->keyring->store = stage->base.store;
  account = add (stage, NULL);
  g_assert_cmpuint (stage->keyring->n_remembered, ==, 1);
  assert_goes (account);
}

#define ADD(path, data, test)                                                                      \
  g_test_add ("/model/accounts/" path, Stage, data, stage_set_up, test, stage_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", NULL, test_add);
  ADD ("open", NULL, test_open);
  ADD ("open-fails", NULL, test_open_fails);
  ADD ("session-only/none", GINT_TO_POINTER (TRIB_STORE_ERROR_NO_KEYRING), test_session_only);
  ADD ("session-only/locked", GINT_TO_POINTER (TRIB_STORE_ERROR_KEYRING_LOCKED), test_session_only);
  ADD ("keyring-fails", NULL, test_keyring_fails);
  ADD ("bad-input", NULL, test_bad_input);
  ADD ("refused", NULL, test_refused);
  ADD ("redirects", NULL, test_redirects);
  ADD ("remove", NULL, test_remove);
  ADD ("cancel", NULL, test_cancel);
  ADD ("cancel/saving", NULL, test_cancel_while_saving);
  ADD ("cancel/too-late", NULL, test_cancel_too_late);
  ADD ("account-before-key", NULL, test_account_before_key);
  return g_test_run ();
}
