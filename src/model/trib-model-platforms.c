/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-platforms.h"

#include "trib-model-facts.h"
#include "trib-model-list.h"
#include "trib-model-platform-private.h"
#include "trib-model-platforms-private.h"
#include "trib-model-words.h"

/* The platforms that an account has enabled. Owned by the account; connections look theirs up here.
 * Main thread only.
 */
struct _TribModelPlatforms {
  GObject parent_instance;

  CodatClient *client;     /* (owned) */
  TribModelLoader *loader; /* (owned) */
  TribModelFacts *facts;   /* (owned) */
  GPtrArray *items;        /* (owned) of TribModelPlatform */
  TribModelState state;
  TribModelProblem *problem; /* (owned) (nullable) */
  gboolean loading;
  GCancellable *cancellable; /* (owned) */
};

static void trib_model_platforms_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribModelPlatforms,
                               trib_model_platforms,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      trib_model_platforms_iface_init))

typedef enum {
  PROP_STATE = 1,
  PROP_PROBLEM,
} Property;

static GParamSpec *props[PROP_PROBLEM + 1];

static void
set_state (TribModelPlatforms *self, TribModelState state, TribModelProblem *problem)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  if (self->state != state) {
    self->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

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
  for (guint i = 0; i < self->items->len; i++) {
    TribModelPlatform *platform = g_ptr_array_index (self->items, i);

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
  g_autoptr (TribModelPlatforms) self = trib_model_weak_end (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list =
      codat_client_list_integrations_finish (CODAT_CLIENT (source), result, &error);
  GPtrArray *items;
  guint n;

  if (self == NULL)
    return;
  self->loading = FALSE;
  if (list == NULL) {
    g_autoptr (TribModelProblem) problem = trib_model_problem_new (error);

    set_state (self, self->items->len > 0 ? TRIB_MODEL_STATE_READY : TRIB_MODEL_STATE_FAILED,
               problem);
    return;
  }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CodatIntegration) integration = g_list_model_get_item (list, i);

    g_ptr_array_add (items, take_up (self, integration));
  }
  g_ptr_array_sort (items, compare);
  trib_model_list_replace (G_LIST_MODEL (self), &self->items, items);
  set_state (self, n > 0 ? TRIB_MODEL_STATE_READY : TRIB_MODEL_STATE_EMPTY, NULL);
}

static GType
trib_model_platforms_get_item_type (GListModel *model)
{
  return TRIB_MODEL_TYPE_PLATFORM;
}

static guint
trib_model_platforms_get_n_items (GListModel *model)
{
  return TRIB_MODEL_PLATFORMS (model)->items->len;
}

static gpointer
trib_model_platforms_get_item (GListModel *model, guint position)
{
  TribModelPlatforms *self = TRIB_MODEL_PLATFORMS (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
trib_model_platforms_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = trib_model_platforms_get_item_type;
  iface->get_n_items = trib_model_platforms_get_n_items;
  iface->get_item = trib_model_platforms_get_item;
}

static void
trib_model_platforms_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelPlatforms *self = TRIB_MODEL_PLATFORMS (object);

  switch ((Property) id) {
  case PROP_STATE:
    g_value_set_enum (value, (int) self->state);
    break;
  case PROP_PROBLEM:
    g_value_set_object (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_platforms_dispose (GObject *object)
{
  TribModelPlatforms *self = TRIB_MODEL_PLATFORMS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->client);
  g_clear_object (&self->loader);
  g_clear_object (&self->problem);
  G_OBJECT_CLASS (trib_model_platforms_parent_class)->dispose (object);
}

static void
trib_model_platforms_finalize (GObject *object)
{
  TribModelPlatforms *self = TRIB_MODEL_PLATFORMS (object);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->facts, trib_model_facts_free);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (trib_model_platforms_parent_class)->finalize (object);
}

static void
trib_model_platforms_class_init (TribModelPlatformsClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_platforms_get_property;
  object_class->dispose = trib_model_platforms_dispose;
  object_class->finalize = trib_model_platforms_finalize;
  props[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, TRIB_MODEL_TYPE_STATE, TRIB_MODEL_STATE_IDLE, flags);
  props[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, TRIB_MODEL_TYPE_PROBLEM, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_platforms_init (TribModelPlatforms *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->facts = trib_model_facts_new ();
  self->cancellable = g_cancellable_new ();
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
  TribModelPlatform *by_key = NULL, *by_name = NULL;

  for (guint i = 0; i < self->items->len; i++) {
    TribModelPlatform *platform = g_ptr_array_index (self->items, i);
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
  return self->state;
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
  return self->problem;
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
  g_return_if_fail (TRIB_MODEL_IS_PLATFORMS (self));
  if (self->loading)
    return;
  self->loading = TRUE;
  if (self->items->len == 0)
    set_state (self, TRIB_MODEL_STATE_LOADING, NULL);
  codat_client_list_integrations_async (self->client, self->cancellable, load_cb,
                                        trib_model_weak_new (self));
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
  TribModelPlatform *by_key = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORMS (self), NULL);
  for (guint i = 0; i < self->items->len; i++) {
    TribModelPlatform *platform = g_ptr_array_index (self->items, i);

    if (integration_id != NULL &&
        g_strcmp0 (integration_id, trib_model_platform_get_integration_id (platform)) == 0)
      return platform;
    if (by_key == NULL && key != NULL &&
        g_strcmp0 (key, trib_model_platform_get_key (platform)) == 0)
      by_key = platform;
  }
  return by_key;
}
