/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-secret-attributes.h"

/* How a key is found in the keyring. It belongs to the server that it was typed for: an address
 * that was changed in the database finds none. */

#define ACCOUNT_ID "account-id"
#define ENVIRONMENT "environment"
#define SERVER "server"

/* Attributes are not encrypted on the disk: nothing of the key, nothing of a customer is in them.
 */
const SecretSchema trib_store_secret_schema = {
  "io.github.tributary.ApiKey",
  SECRET_SCHEMA_NONE,
  {
      { ACCOUNT_ID, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { ENVIRONMENT, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { SERVER, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

static const char *const environments[] = {
  [TRIB_STORE_ENVIRONMENT_LIVE] = "live",
  [TRIB_STORE_ENVIRONMENT_TEST] = "test",
  [TRIB_STORE_ENVIRONMENT_DEMO] = "demo",
};

static GHashTable *
make_attributes (TribStoreAccount *account, const char *server, const char *environment)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes, (char *) ACCOUNT_ID,
                       g_strdup (trib_store_account_get_id (account)));
  if (server != NULL)
    g_hash_table_insert (attributes, (char *) SERVER, g_strdup (server));
  if (environment != NULL)
    g_hash_table_insert (attributes, (char *) ENVIRONMENT, g_strdup (environment));
  return attributes;
}

/**
 * trib_store_secret_attributes_new_for_account:
 * @account: an account
 *
 * Returns: (transfer full): what finds every key of the account
 */
GHashTable *
trib_store_secret_attributes_new_for_account (TribStoreAccount *account)
{
  return make_attributes (account, NULL, NULL);
}

/**
 * trib_store_secret_attributes_new_for_server:
 * @account: an account
 *
 * Returns: (transfer full): what finds the key that the account's server may be sent
 */
GHashTable *
trib_store_secret_attributes_new_for_server (TribStoreAccount *account)
{
  return make_attributes (account, trib_store_account_get_base_url (account), NULL);
}

/**
 * trib_store_secret_attributes_new_for_key:
 * @account: an account
 *
 * Returns: (transfer full): what a new key of the account is kept with
 */
GHashTable *
trib_store_secret_attributes_new_for_key (TribStoreAccount *account)
{
  return make_attributes (account, trib_store_account_get_base_url (account),
                          environments[trib_store_account_get_environment (account)]);
}

/**
 * trib_store_secret_attributes_new_for_stale:
 * @account: an account
 * @items: (element-type SecretRetrievable): keys that were kept for it
 *
 * Returns: (transfer full) (nullable): the attributes of one of them that is for another server or
 *   environment than the account has now, %NULL without one
 */
GHashTable *
trib_store_secret_attributes_new_for_stale (TribStoreAccount *account, GList *items)
{
  const char *base_url = trib_store_account_get_base_url (account);
  const char *kept = environments[trib_store_account_get_environment (account)];

  for (GList *item = items; item != NULL; item = item->next) {
    g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (item->data);
    const char *server = g_hash_table_lookup (attributes, SERVER);
    const char *environment = g_hash_table_lookup (attributes, ENVIRONMENT);

    /* What has no server and the same environment could not be told from the new one. */
    if (g_strcmp0 (server != NULL ? server : base_url, base_url) != 0 ||
        g_strcmp0 (environment != NULL ? environment : kept, kept) != 0)
      return make_attributes (account, server, environment);
  }
  return NULL;
}
