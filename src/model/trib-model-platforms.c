/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-platforms.h"

#include "trib-model-facts.h"
#include "trib-model-platform-private.h"
#include "trib-model-platforms-private.h"
#include "trib-model-words.h"

#include "trib-weak.h"

/* The platforms that an account has enabled. Owned by the account; connections look theirs up here.
 * Main thread only.
 */
struct _TribModelPlatforms {
  TribModelRemoteList parent_instance;

  CodatClient *client;     /* (owned) */
  TribModelLoader *loader; /* (owned) */
  TribModelFacts *facts;   /* (owned) */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (TribModelPlatforms, trib_model_platforms, TRIB_MODEL_TYPE_REMOTE_LIST)

static int
compare (gconstpointer a, gconstpointer b)
{
  TribModelPlatform *one = *(TribModelPlatform *const *) a;
  TribModelPlatform *other = *(TribModelPlatform *const *) b;
  int first = (int) trib_model_platform_get_category (one);
  int second = (int) trib_model_platform_get_category (other);

  if (first != second)
    return first - second;
  return g_strcmp0 (trib_model_platform_get_collate_key (one),
                    trib_model_platform_get_collate_key (other));
}

/* The platform that shows the same already, so that its images and its row live on. */
static TribModelPlatform *
take_up (TribModelPlatforms *self, CodatIntegration *integration)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));

  for (guint i = 0; i < items->len; i++) {
    TribModelPlatform *platform = g_ptr_array_index (items, i);

    if (!trib_model_platform_is_same (platform, integration))
      continue;
    trib_model_platform_refresh (platform);
    return g_object_ref (platform);
  }
  return trib_model_platform_new (integration, self->loader, self->facts);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelPlatforms) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list =
      codat_client_list_integrations_finish (CODAT_CLIENT (source), result, &error);
  GPtrArray *items;
  guint n;

  if (self == NULL)
    return;
  self->loading = FALSE;
  if (list == NULL) {
    trib_model_remote_list_fail (TRIB_MODEL_REMOTE_LIST (self), error);
    return;
  }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatIntegration) integration = g_list_model_get_item (list, i);

    g_ptr_array_add (items, take_up (self, integration));
  }
  g_ptr_array_sort (items, compare);
  trib_model_list_take_items (TRIB_MODEL_LIST (self), items);
  trib_model_remote_list_set_state (TRIB_MODEL_REMOTE_LIST (self),
                                    n > 0 ? TRIB_MODEL_STATE_READY : TRIB_MODEL_STATE_EMPTY, NULL);
}

static void
trib_model_platforms_dispose (GObject *object)
{
  TribModelPlatforms *self = TRIB_MODEL_PLATFORMS (object);

  g_clear_object (&self->client);
  g_clear_object (&self->loader);
  G_OBJECT_CLASS (trib_model_platforms_parent_class)->dispose (object);
}

static void
trib_model_platforms_finalize (GObject *object)
{
  g_clear_pointer (&TRIB_MODEL_PLATFORMS (object)->facts, trib_model_facts_free);
  G_OBJECT_CLASS (trib_model_platforms_parent_class)->finalize (object);
}

static void
trib_model_platforms_class_init (TribModelPlatformsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_model_platforms_dispose;
  object_class->finalize = trib_model_platforms_finalize;
  TRIB_MODEL_LIST_CLASS (klass)->item_type = TRIB_MODEL_TYPE_PLATFORM;
}

static void
trib_model_platforms_init (TribModelPlatforms *self)
{
  self->facts = trib_model_facts_new ();
}

/**
 * trib_model_platforms_new:
 * @client: asks the server
 * @loader: fetches the images
 *
 * Returns: (transfer full): a list that is not loaded yet
 */
TribModelPlatforms *
trib_model_platforms_new (CodatClient *client, TribModelLoader *loader)
{
  TribModelPlatforms *self = g_object_new (TRIB_MODEL_TYPE_PLATFORMS, NULL);

  self->client = g_object_ref (client);
  self->loader = g_object_ref (loader);
  return self;
}

/**
 * trib_model_platforms_match:
 * @self: the platforms
 * @connection: a connection
 *
 * Returns: (nullable): its platform
 */
TribModelPlatform *
trib_model_platforms_match (TribModelPlatforms *self, CodatConnection *connection)
{
  const char *id = codat_connection_get_integration_id (connection);
  const char *key = codat_connection_get_integration_key (connection);
  CodatSourceType type = codat_connection_get_source_type (connection);
  g_autofree char *name = trib_model_fold (codat_connection_get_platform_name (connection));
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  TribModelPlatform *by_key = NULL, *by_name = NULL;

  for (guint i = 0; i < items->len; i++) {
    TribModelPlatform *platform = g_ptr_array_index (items, i);
    g_autofree char *folded = trib_model_fold (trib_model_platform_get_name (platform));
    gboolean same_type =
        type == CODAT_SOURCE_TYPE_UNKNOWN || type == trib_model_platform_get_source_type (platform);

    if (id != NULL && g_strcmp0 (id, trib_model_platform_get_integration_id (platform)) == 0)
      return platform;
    if (by_key == NULL && key != NULL && same_type &&
        g_strcmp0 (key, trib_model_platform_get_key (platform)) == 0)
      by_key = platform;
    if (by_name == NULL && same_type && g_strcmp0 (name, folded) == 0)
      by_name = platform;
  }
  return by_key != NULL ? by_key : by_name;
}

/**
 * trib_model_platforms_get_state:
 * @self: the platforms
 *
 * Returns: what the page shows
 */
TribModelState
trib_model_platforms_get_state (TribModelPlatforms *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORMS (self), TRIB_MODEL_STATE_IDLE);
  return trib_model_remote_list_get_state (TRIB_MODEL_REMOTE_LIST (self));
}

/**
 * trib_model_platforms_get_problem:
 * @self: the platforms
 *
 * Returns: (nullable): why the last load failed
 */
TribModelProblem *
trib_model_platforms_get_problem (TribModelPlatforms *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORMS (self), NULL);
  return trib_model_remote_list_get_problem (TRIB_MODEL_REMOTE_LIST (self));
}

/**
 * trib_model_platforms_load:
 * @self: the platforms
 *
 * Loads, or loads again: what is shown stays until the answer is there.
 */
void
trib_model_platforms_load (TribModelPlatforms *self)
{
  TribModelRemoteList *list = TRIB_MODEL_REMOTE_LIST (self);

  g_return_if_fail (TRIB_MODEL_IS_PLATFORMS (self));
  if (self->loading)
    return;
  self->loading = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self)) == 0)
    trib_model_remote_list_set_state (list, TRIB_MODEL_STATE_LOADING, NULL);
  codat_client_list_integrations_async (self->client, trib_model_remote_list_get_cancellable (list),
                                        load_cb, trib_weak_new (self));
}

/**
 * trib_model_platforms_find:
 * @self: the platforms
 * @key: (nullable): a key
 * @integration_id: (nullable): an id, which wins over the key
 *
 * Returns: (nullable): the platform
 */
TribModelPlatform *
trib_model_platforms_find (TribModelPlatforms *self, const char *key, const char *integration_id)
{
  GPtrArray *items = trib_model_list_get_items (TRIB_MODEL_LIST (self));
  TribModelPlatform *by_key = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORMS (self), NULL);
  for (guint i = 0; i < items->len; i++) {
    TribModelPlatform *platform = g_ptr_array_index (items, i);

    if (integration_id != NULL &&
        g_strcmp0 (integration_id, trib_model_platform_get_integration_id (platform)) == 0)
      return platform;
    if (by_key == NULL && key != NULL &&
        g_strcmp0 (key, trib_model_platform_get_key (platform)) == 0)
      by_key = platform;
  }
  return by_key;
}

/**
 * trib_model_platforms_make_stand_in:
 * @self: the platforms
 * @key: (nullable): the key of a platform that is not on the list
 * @source_type: what kind of data a connection to it has
 * @name: its name
 *
 * A connection outlives the integration that it was made with: what people are told and asked
 * before they sign in again must not depend on the list.
 *
 * Returns: (transfer full): a platform that is on no list
 */
TribModelPlatform *
trib_model_platforms_make_stand_in (TribModelPlatforms *self,
                                    const char *key,
                                    CodatSourceType source_type,
                                    const char *name)
{
  g_autoptr (CodatIntegration) integration = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORMS (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  integration = codat_integration_new_unlisted (key, source_type, name);
  return trib_model_platform_new (integration, self->loader, self->facts);
}

/**
 * trib_model_platforms_get_link_hours:
 * @self: the platforms
 * @connection: a connection, to a platform that may be on no list
 *
 * Returns: how long a link for signing in there is good for
 */
guint
trib_model_platforms_get_link_hours (TribModelPlatforms *self, CodatConnection *connection)
{
  TribModelPlatform *platform = trib_model_platforms_match (self, connection);

  if (platform != NULL)
    return trib_model_platform_get_link_hours (platform);
  return trib_model_facts_get_link_hours (self->facts,
                                          codat_connection_get_integration_key (connection),
                                          codat_connection_get_source_type (connection),
                                          codat_connection_get_platform_name (connection));
}
