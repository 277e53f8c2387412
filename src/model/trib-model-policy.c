/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-policy.h"

#include "trib-model-policy-private.h"

#include "trib-text.h"
#include "trib-weak.h"

#include <glib/gi18n.h>

/* What an account asks for and offers. Owned by the account.
 * Main thread only.
 */

#define GROUP "policy"
#define RECORD_ID "policy"
#define MAX_TEXT 200

struct _TribModelPolicy {
  GObject parent_instance;

  TribStore *store; /* (owned) (nullable) */
  char *account_id; /* (owned) */
  GKeyFile *file;   /* (owned) */
  gboolean shows_sandbox;
  gboolean asked;
  gboolean is_read;    /* what is set before is kept afterwards, on top of what is there */
  gboolean is_damaged; /* nobody knows what was in it */
};

G_DEFINE_FINAL_TYPE (TribModelPolicy, trib_model_policy, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_name (TribModelPolicyText which)
{
  switch (which) {
  case TRIB_MODEL_POLICY_TEXT_TERMS:
    return "terms";
  case TRIB_MODEL_POLICY_TEXT_PRIVACY:
    return "privacy";
  case TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME:
    return "support-name";
  case TRIB_MODEL_POLICY_TEXT_SUPPORT:
  default:
    return "support";
  }
}

static const char *
get_category_name (TribModelCategory category)
{
  switch (category) {
  case TRIB_MODEL_CATEGORY_ACCOUNTING:
    return "requires-accounting";
  case TRIB_MODEL_CATEGORY_BANKING:
    return "requires-banking";
  case TRIB_MODEL_CATEGORY_COMMERCE:
    return "requires-commerce";
  case TRIB_MODEL_CATEGORY_OTHER:
  default:
    return "requires-other";
  }
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!trib_store_put_record_finish (TRIB_STORE (source), result, &error))
    g_message ("What an account asks for could not be kept: %s", error->message);
}

static void
write_record (TribModelPolicy *self)
{
  g_autofree char *text = g_key_file_to_data (self->file, NULL, NULL);

  if (self->store == NULL)
    return;
  if (strlen (text) > TRIB_STORE_MAX_RECORD)
    g_message ("What an account asks for is too long to be kept");
  else
    trib_store_put_record_async (self->store, self->account_id, TRIB_STORE_JOURNAL_POLICY,
                                 RECORD_ID, text, NULL, put_cb, NULL);
}

static void
keep (TribModelPolicy *self)
{
  /* One record has everything: written before it was read, it would lose the rest. */
  trib_model_policy_load (self);
  if (self->is_read || self->store == NULL)
    write_record (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Lays what was set while the store was read over what it had. */
static void
merge (TribModelPolicy *self, GKeyFile *file)
{
  g_auto (GStrv) names = g_key_file_get_keys (self->file, GROUP, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    g_autofree char *value = g_key_file_get_value (self->file, GROUP, names[i], NULL);

    g_key_file_set_value (file, GROUP, names[i], value);
  }
  g_key_file_unref (self->file);
  self->file = g_key_file_ref (file);
  if (names != NULL)
    write_record (self);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelPolicy) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (TribStoreRecord) record = NULL;
  g_autoptr (GListModel) records =
      trib_store_list_records_finish (TRIB_STORE (source), result, &error);

  if (records == NULL)
    g_message ("What an account asks for could not be read: %s", error->message);
  if (self == NULL)
    return;
  self->asked = FALSE;
  if (records == NULL)
    return;
  self->is_read = TRUE;
  record = g_list_model_get_item (records, 0);
  if (record != NULL && !g_key_file_load_from_data (file, trib_store_record_get_text (record),
                                                    (gsize) -1, G_KEY_FILE_NONE, &error)) {
    g_message ("What an account asks for is no key file: %s", error->message);
    self->is_damaged = TRUE;
  }
  merge (self, file);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
trib_model_policy_get_boolean (TribModelPolicy *self, const char *name, gboolean otherwise)
{
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (self->file, GROUP, name, &error);

  return error == NULL ? value : otherwise;
}

void
trib_model_policy_set_boolean (TribModelPolicy *self, const char *name, gboolean value)
{
  g_key_file_set_boolean (self->file, GROUP, name, value);
  keep (self);
}

static void
trib_model_policy_dispose (GObject *object)
{
  g_clear_object (&TRIB_MODEL_POLICY (object)->store);
  G_OBJECT_CLASS (trib_model_policy_parent_class)->dispose (object);
}

static void
trib_model_policy_finalize (GObject *object)
{
  TribModelPolicy *self = TRIB_MODEL_POLICY (object);

  g_key_file_unref (self->file);
  g_free (self->account_id);
  G_OBJECT_CLASS (trib_model_policy_parent_class)->finalize (object);
}

static void
trib_model_policy_class_init (TribModelPolicyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_model_policy_dispose;
  object_class->finalize = trib_model_policy_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_MODEL_TYPE_POLICY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_model_policy_init (TribModelPolicy *self)
{
  self->file = g_key_file_new ();
}

/**
 * trib_model_policy_new:
 * @store: (nullable): keeps it
 * @account_id: whose it is
 * @shows_sandbox: whether platforms for trying out are offered until somebody decides
 *
 * Returns: (transfer full): a policy that asks for nothing yet
 */
TribModelPolicy *
trib_model_policy_new (TribStore *store, const char *account_id, gboolean shows_sandbox)
{
  TribModelPolicy *self;

  g_return_val_if_fail (account_id != NULL, NULL);
  self = g_object_new (TRIB_MODEL_TYPE_POLICY, NULL);
  g_set_object (&self->store, store);
  self->account_id = g_strdup (account_id);
  self->shows_sandbox = shows_sandbox;
  return self;
}

/**
 * trib_model_policy_load:
 * @self: a policy
 *
 * Reads the store; once it is read, asking again does nothing.
 */
void
trib_model_policy_load (TribModelPolicy *self)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  if (self->asked || self->is_read || self->store == NULL)
    return;
  self->asked = TRUE;
  trib_store_list_records_async (self->store, self->account_id, TRIB_STORE_JOURNAL_POLICY, NULL,
                                 records_cb, trib_weak_new (self));
}

static gboolean
is_secure_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return host != NULL && *host != '\0' && strpbrk (text, " \t\r\n") == NULL &&
         g_uri_get_userinfo (uri) == NULL && g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;
}

/**
 * trib_model_policy_check_text:
 * @which: what is told
 * @text: what an operator wants to say of it; "" for nothing
 * @error: why it cannot be said, translated: %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: whether it can be said
 */
gboolean
trib_model_policy_check_text (TribModelPolicyText which, const char *text, GError **error)
{
  const char *why = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    why = _ ("This is too long. Use at most 200 characters.");
  /* Only what a browser opens, and only what nobody on the way can change. */
  else if (*text != '\0' &&
           (which == TRIB_MODEL_POLICY_TEXT_TERMS || which == TRIB_MODEL_POLICY_TEXT_PRIVACY) &&
           !is_secure_address (text))
    why = _ ("Use the whole web address. It begins with https://.");
  if (why != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, why);
  return why == NULL;
}

/**
 * trib_model_policy_dup_text:
 * @self: a policy
 * @which: what to tell
 *
 * Returns: (transfer full) (nullable): what the operator says of it, fit to be shown
 */
char *
trib_model_policy_dup_text (TribModelPolicy *self, TribModelPolicyText which)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), NULL);
  text = g_key_file_get_string (self->file, GROUP, get_name (which), NULL);
  if (text == NULL || *text == '\0' || !trib_model_policy_check_text (which, text, NULL))
    return NULL;
  return trib_text_for_display (text, MAX_TEXT);
}

/**
 * trib_model_policy_set_text:
 * @self: a policy
 * @which: what is told
 * @text: (nullable): what the operator says of it
 */
void
trib_model_policy_set_text (TribModelPolicy *self, TribModelPolicyText which, const char *text)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  g_key_file_set_string (self->file, GROUP, get_name (which), text != NULL ? text : "");
  keep (self);
}

/**
 * trib_model_policy_get_asks_consent:
 * @self: a policy
 *
 * Returns: whether a box is to be ticked before a sign-in; %TRUE as long as that is not known,
 *   because asking once too often does less harm than not asking
 */
gboolean
trib_model_policy_get_asks_consent (TribModelPolicy *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_known, asks;

  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), TRUE);

  is_known = self->store == NULL || (self->is_read && !self->is_damaged);
  asks = g_key_file_get_boolean (self->file, GROUP, "asks-consent", &error);
  if (error == NULL)
    return asks;
  return !is_known || g_error_matches (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE);
}

/**
 * trib_model_policy_set_asks_consent:
 * @self: a policy
 * @asks: whether a box is to be ticked before a sign-in
 */
void
trib_model_policy_set_asks_consent (TribModelPolicy *self, gboolean asks)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  trib_model_policy_set_boolean (self, "asks-consent", asks);
}

/**
 * trib_model_policy_get_shows_sandbox:
 * @self: a policy
 *
 * Returns: whether platforms for trying out are offered
 */
gboolean
trib_model_policy_get_shows_sandbox (TribModelPolicy *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), FALSE);
  return trib_model_policy_get_boolean (self, "shows-sandbox", self->shows_sandbox);
}

/**
 * trib_model_policy_set_shows_sandbox:
 * @self: a policy
 * @shows: whether platforms for trying out are offered
 */
void
trib_model_policy_set_shows_sandbox (TribModelPolicy *self, gboolean shows)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  trib_model_policy_set_boolean (self, "shows-sandbox", shows);
}

/**
 * trib_model_policy_get_required:
 * @self: a policy
 * @category: a section of the grid
 *
 * Returns: whether a company is complete only with a platform of it; else it can be skipped
 */
gboolean
trib_model_policy_get_required (TribModelPolicy *self, TribModelCategory category)
{
  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), FALSE);
  return trib_model_policy_get_boolean (self, get_category_name (category), FALSE);
}

/**
 * trib_model_policy_set_required:
 * @self: a policy
 * @category: a section of the grid
 * @required: whether a company is complete only with a platform of it
 */
void
trib_model_policy_set_required (TribModelPolicy *self,
                                TribModelCategory category,
                                gboolean required)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  trib_model_policy_set_boolean (self, get_category_name (category), required);
}

/**
 * trib_model_policy_dup_allowed:
 * @self: a policy
 *
 * Returns: (transfer full): the keys of the only platforms that are offered; empty for all of them
 */
char **
trib_model_policy_dup_allowed (TribModelPolicy *self)
{
  char **keys;

  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), NULL);
  keys = g_key_file_get_string_list (self->file, GROUP, "allowed", NULL, NULL);
  return keys != NULL ? keys : g_new0 (char *, 1);
}

/**
 * trib_model_policy_set_allowed:
 * @self: a policy
 * @keys: (nullable): the keys of the only platforms to offer; none for all of them
 */
void
trib_model_policy_set_allowed (TribModelPolicy *self, const char *const *keys)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  if (keys == NULL)
    g_key_file_set_string (self->file, GROUP, "allowed", "");
  else
    g_key_file_set_string_list (self->file, GROUP, "allowed", keys, g_strv_length ((char **) keys));
  keep (self);
}

/**
 * trib_model_policy_offers:
 * @self: a policy
 * @platform: a platform that is enabled at the server
 *
 * Returns: whether it is offered
 */
gboolean
trib_model_policy_offers (TribModelPolicy *self, TribModelPlatform *platform)
{
  g_auto (GStrv) keys = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), FALSE);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), FALSE);
  keys = trib_model_policy_dup_allowed (self);
  if (keys[0] != NULL &&
      !g_strv_contains ((const char *const *) keys, trib_model_platform_get_key (platform)))
    return FALSE;
  return !trib_model_platform_get_is_sandbox (platform) ||
         trib_model_policy_get_shows_sandbox (self);
}
