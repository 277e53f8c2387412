/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-keyring.h"

#include "trib-store-error.h"
#include "trib-store-secret-attributes.h"

#include <libsecret/secret.h>

#define LIMIT_MILLISECONDS (20 * 1000)

/* TribStoreSecretKeyring: keys in the Secret Service, or in the portal's own file in a Flatpak.
 * Owned by the application.
 * Main thread only; no call waits for the service longer than its limit.
 */
#define TRIB_STORE_TYPE_SECRET_KEYRING (trib_store_secret_keyring_get_type ())

G_DECLARE_FINAL_TYPE (
    TribStoreSecretKeyring, trib_store_secret_keyring, TRIB_STORE, SECRET_KEYRING, GObject)

struct _TribStoreSecretKeyring {
  GObject parent_instance;

  TribClock *clock; /* (owned) */
};

static void trib_store_secret_keyring_iface_init (TribStoreKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribStoreSecretKeyring,
                               trib_store_secret_keyring,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRIB_STORE_TYPE_KEYRING,
                                                      trib_store_secret_keyring_iface_init))

/* One call: it answers once, whatever the service does, and whenever. */
typedef struct {
  TribStoreAccount *account; /* (owned) */
  TribClock *clock;          /* (owned) */
  GCancellable *inner;       /* (owned) what the service is given */
  GCancellable *outer;       /* (owned) (nullable) what the caller gave */
  gulong cancelled_id;
  guint timeout_id;
  gboolean answered;
} Call;

static void
call_free (Call *call)
{
  trib_clock_clear (call->clock, &call->timeout_id);
  g_cancellable_disconnect (call->outer, call->cancelled_id);
  g_clear_object (&call->account);
  g_clear_object (&call->clock);
  g_clear_object (&call->inner);
  g_clear_object (&call->outer);
  g_free (call);
}

/* Whether the caller still waits for this answer. */
static gboolean
claim (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  if (call->answered)
    return FALSE;
  call->answered = TRUE;
  trib_clock_clear (call->clock, &call->timeout_id);
  return TRUE;
}

static TribStoreErrorCode
code_for (const GError *error)
{
  /* We would have answered before if the caller had cancelled: here the person closed the prompt.
   */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return TRIB_STORE_ERROR_KEYRING_LOCKED;
  /* The service is there but cannot ask for the password, and so hides its collection. */
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT))
    return TRIB_STORE_ERROR_KEYRING_LOCKED;
  return TRIB_STORE_ERROR_NO_KEYRING;
}

static void
fail (GTask *task, const GError *error)
{
  if (!claim (task))
    return;
  g_task_return_new_error (task, TRIB_STORE_ERROR, code_for (error), "The keyring failed: %s %d",
                           g_quark_to_string (error->domain), error->code);
}

/* libsecret before 0.21 can lock up when the portal's prompt is cancelled under it. */
static void
give_up (Call *call)
{
  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_cancellable_cancel (call->inner);
}

static gboolean
limit_cb (gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Call *call = g_task_get_task_data (task);

  call->timeout_id = 0;
  if (claim (task)) {
    g_task_return_new_error (task, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED,
                             "The keyring did not answer in time");
    give_up (call);
  }
  return G_SOURCE_REMOVE;
}

static gboolean
answer_cancelled_cb (gpointer data)
{
  GTask *task = data;

  if (claim (task))
    g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

/* The answer waits for the next turn of the main loop: the caller may be in its dispose. */
static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  GTask *task = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_task_attach_source (task, source, answer_cancelled_cb);
  give_up (g_task_get_task_data (task));
}

static GTask *
start (TribStoreKeyring *keyring,
       TribStoreAccount *account,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer data,
       gpointer tag)
{
  TribStoreSecretKeyring *self = TRIB_STORE_SECRET_KEYRING (keyring);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Call *call;

  g_task_set_source_tag (task, tag);
  if (g_task_return_error_if_cancelled (task))
    return NULL;
  call = g_new0 (Call, 1);
  call->account = g_object_ref (account);
  call->clock = g_object_ref (self->clock);
  call->inner = g_cancellable_new ();
  g_set_object (&call->outer, cancellable);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  call->timeout_id = trib_clock_add_timeout (call->clock, LIMIT_MILLISECONDS, limit_cb, task, NULL);
  if (cancellable != NULL)
    call->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), task, NULL);
  return g_steal_pointer (&task);
}

static void list_keys (GTask *owned);

static void
stale_cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  gboolean is_gone = secret_password_clear_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (is_gone)
    list_keys (g_steal_pointer (&task));
  else if (claim (task))
    g_task_return_boolean (task, TRUE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autolist (SecretRetrievable) items = secret_password_search_finish (result, &error);
  g_autoptr (GHashTable) stale = trib_store_secret_attributes_new_for_stale (call->account, items);

  if (error != NULL)
    fail (task, error);
  else if (stale != NULL)
    secret_password_clearv (&trib_store_secret_schema, stale, call->inner, stale_cleared_cb,
                            g_steal_pointer (&task));
  else if (claim (task))
    g_task_return_boolean (task, TRUE);
}

/* An account whose server or environment was changed must not leave its old key behind. */
static void
list_keys (GTask *owned)
{
  Call *call = g_task_get_task_data (owned);
  g_autoptr (GHashTable) attributes = trib_store_secret_attributes_new_for_account (call->account);

  secret_password_searchv (&trib_store_secret_schema, attributes, SECRET_SEARCH_ALL, call->inner,
                           listed_cb, owned);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    list_keys (g_steal_pointer (&task));
  else
    fail (task, error);
}

static void
trib_store_secret_keyring_save_async (TribStoreKeyring *keyring,
                                      TribStoreAccount *account,
                                      const char *key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data)
{
  g_autoptr (GTask) task =
      start (keyring, account, cancellable, callback, data, trib_store_secret_keyring_save_async);
  g_autoptr (GHashTable) attributes = NULL;
  g_autofree char *label = NULL;
  Call *call;

  if (task == NULL)
    return;
  call = g_task_get_task_data (task);
  attributes = trib_store_secret_attributes_new_for_key (account);
  label = g_strdup_printf ("Tributary: %s", trib_store_account_get_name (account));
  secret_password_storev (&trib_store_secret_schema, attributes, SECRET_COLLECTION_DEFAULT, label,
                          key, call->inner, stored_cb, g_steal_pointer (&task));
}

static gboolean
trib_store_secret_keyring_save_finish (TribStoreKeyring *keyring,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autolist (SecretRetrievable) items = secret_password_search_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (claim (task))
    g_task_return_new_error (task, TRIB_STORE_ERROR,
                             items != NULL ? TRIB_STORE_ERROR_KEYRING_LOCKED
                                           : TRIB_STORE_ERROR_NO_KEY,
                             "There is no key of this account that can be read");
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  char *key = secret_password_lookup_nonpageable_finish (result, &error);
  Call *call = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = NULL;

  if (error != NULL) {
    fail (task, error);
  } else if (key == NULL && !call->answered) {
    /* Nothing, or nothing that the person would unlock: the list of what is there tells which. */
    attributes = trib_store_secret_attributes_new_for_server (call->account);
    secret_password_searchv (&trib_store_secret_schema, attributes, SECRET_SEARCH_NONE, call->inner,
                             searched_cb, g_steal_pointer (&task));
  } else if (claim (task)) {
    g_task_return_pointer (task, key, (GDestroyNotify) trib_store_key_free);
  } else {
    trib_store_key_free (key);
  }
}

static void
trib_store_secret_keyring_lookup_async (TribStoreKeyring *keyring,
                                        TribStoreAccount *account,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data)
{
  g_autoptr (GTask) task =
      start (keyring, account, cancellable, callback, data, trib_store_secret_keyring_lookup_async);
  g_autoptr (GHashTable) attributes = trib_store_secret_attributes_new_for_server (account);
  Call *call = task != NULL ? g_task_get_task_data (task) : NULL;

  if (call != NULL)
    secret_password_lookupv (&trib_store_secret_schema, attributes, call->inner, looked_up_cb,
                             g_steal_pointer (&task));
}

static char *
trib_store_secret_keyring_lookup_finish (TribStoreKeyring *keyring,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, keyring), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  /* It also says FALSE when there was nothing to remove. */
  secret_password_clear_finish (result, &error);
  if (error != NULL)
    fail (task, error);
  else if (claim (task))
    g_task_return_boolean (task, TRUE);
}

static void
trib_store_secret_keyring_clear_async (TribStoreKeyring *keyring,
                                       TribStoreAccount *account,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data)
{
  g_autoptr (GTask) task =
      start (keyring, account, cancellable, callback, data, trib_store_secret_keyring_clear_async);
  g_autoptr (GHashTable) attributes = trib_store_secret_attributes_new_for_account (account);
  Call *call = task != NULL ? g_task_get_task_data (task) : NULL;

  if (call != NULL)
    secret_password_clearv (&trib_store_secret_schema, attributes, call->inner, cleared_cb,
                            g_steal_pointer (&task));
}

static void
trib_store_secret_keyring_iface_init (TribStoreKeyringInterface *iface)
{
  iface->save_async = trib_store_secret_keyring_save_async;
  iface->save_finish = trib_store_secret_keyring_save_finish;
  iface->lookup_async = trib_store_secret_keyring_lookup_async;
  iface->lookup_finish = trib_store_secret_keyring_lookup_finish;
  iface->clear_async = trib_store_secret_keyring_clear_async;
  iface->clear_finish = trib_store_secret_keyring_save_finish;
}

static void
trib_store_secret_keyring_finalize (GObject *object)
{
  g_clear_object (&TRIB_STORE_SECRET_KEYRING (object)->clock);
  G_OBJECT_CLASS (trib_store_secret_keyring_parent_class)->finalize (object);
}

static void
trib_store_secret_keyring_class_init (TribStoreSecretKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_store_secret_keyring_finalize;
}

static void
trib_store_secret_keyring_init (TribStoreSecretKeyring *self)
{
}

/**
 * trib_store_secret_keyring_new:
 *
 * Makes a keyring that keeps the keys where the desktop keeps its passwords.
 *
 * Returns: (transfer full): a keyring
 */
TribStoreKeyring *
trib_store_secret_keyring_new (void)
{
  g_autoptr (TribClock) clock = trib_clock_new_system ();

  return trib_store_secret_keyring_new_with_clock (clock);
}

/**
 * trib_store_secret_keyring_new_with_clock:
 * @clock: what tells that a call took too long
 *
 * The same with a clock of the caller's.
 *
 * Returns: (transfer full): a keyring
 */
TribStoreKeyring *
trib_store_secret_keyring_new_with_clock (TribClock *clock)
{
  TribStoreSecretKeyring *self;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);

  self = g_object_new (TRIB_STORE_TYPE_SECRET_KEYRING, NULL);
  self->clock = g_object_ref (clock);
  return TRIB_STORE_KEYRING (self);
}
