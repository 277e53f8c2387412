/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-offer.h"

#include <glib/gi18n.h>

/* What an account's policy makes of its platforms and of what a company has. */

static gboolean
is_of_category (TribModelConnection *connection, TribModelCategory category)
{
  TribModelPlatform *platform = trib_model_connection_get_platform (connection);

  if (platform != NULL)
    return trib_model_platform_get_category (platform) == category;
  return category == TRIB_MODEL_CATEGORY_ACCOUNTING &&
         trib_model_connection_get_source_type (connection) == CODAT_SOURCE_TYPE_ACCOUNTING;
}

static gboolean
has_connected (TribModelConnections *connections, TribModelCategory category)
{
  GListModel *list = G_LIST_MODEL (connections);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (list, i);

    if (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_CONNECTED &&
        is_of_category (connection, category))
      return TRUE;
  }
  return FALSE;
}

static gboolean
requires_any (TribModelPolicy *policy)
{
  for (int i = 0; i <= TRIB_MODEL_CATEGORY_OTHER; i++) {
    if (trib_model_policy_get_required (policy, (TribModelCategory) i))
      return TRUE;
  }
  return FALSE;
}

static gboolean
offers_category (TribModelPolicy *policy, TribModelPlatforms *platforms, TribModelCategory category)
{
  GListModel *list = G_LIST_MODEL (platforms);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (list, i);

    if (trib_model_platform_get_category (platform) == category &&
        trib_model_policy_offers (policy, platform))
      return TRUE;
  }
  return FALSE;
}

/**
 * trib_model_offer_count:
 * @policy: what an account offers
 * @platforms: the platforms that are switched on
 *
 * Returns: how many of them people can choose from
 */
guint
trib_model_offer_count (TribModelPolicy *policy, TribModelPlatforms *platforms)
{
  GListModel *list = G_LIST_MODEL (platforms);
  guint n = 0;

  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (policy), 0);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORMS (platforms), 0);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (list, i);

    n += trib_model_policy_offers (policy, platform) ? 1 : 0;
  }
  return n;
}

/**
 * trib_model_offer_get_only:
 * @policy: what an account offers
 * @platforms: the platforms that are switched on
 *
 * Returns: (transfer none) (nullable): the platform, when there is nothing to choose
 */
TribModelPlatform *
trib_model_offer_get_only (TribModelPolicy *policy, TribModelPlatforms *platforms)
{
  GListModel *list = G_LIST_MODEL (platforms);

  if (trib_model_offer_count (policy, platforms) != 1)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TribModelPlatform) platform = g_list_model_get_item (list, i);

    if (trib_model_policy_offers (policy, platform))
      return platform;
  }
  return NULL;
}

/**
 * trib_model_offer_get_need:
 * @policy: what an account asks for
 * @connections: what a company has
 * @category: a section of the grid
 *
 * Returns: what is to be done there
 */
TribModelNeed
trib_model_offer_get_need (TribModelPolicy *policy,
                           TribModelConnections *connections,
                           TribModelCategory category)
{
  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (policy), TRIB_MODEL_NEED_NONE);
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (connections), TRIB_MODEL_NEED_NONE);

  if (!requires_any (policy))
    return TRIB_MODEL_NEED_NONE;
  if (has_connected (connections, category))
    return TRIB_MODEL_NEED_DONE;
  return trib_model_policy_get_required (policy, category) ? TRIB_MODEL_NEED_REQUIRED
                                                           : TRIB_MODEL_NEED_OPTIONAL;
}

/**
 * trib_model_need_to_text:
 * @need: what is to be done
 *
 * Returns: its words, translated; "" for nothing
 */
const char *
trib_model_need_to_text (TribModelNeed need)
{
  switch (need) {
  case TRIB_MODEL_NEED_REQUIRED:
    return _ ("Required");
  case TRIB_MODEL_NEED_OPTIONAL:
    return _ ("You can skip this");
  case TRIB_MODEL_NEED_DONE:
    return _ ("Done");
  case TRIB_MODEL_NEED_NONE:
  default:
    return "";
  }
}

/**
 * trib_model_offer_find_next:
 * @policy: what an account asks for
 * @platforms: the platforms that are switched on
 * @connections: what a company has
 * @category: (out): the first required section that has nothing yet, and platforms to choose from
 *
 * Returns: whether there is one
 */
gboolean
trib_model_offer_find_next (TribModelPolicy *policy,
                            TribModelPlatforms *platforms,
                            TribModelConnections *connections,
                            TribModelCategory *category)
{
  g_return_val_if_fail (category != NULL, FALSE);

  for (int i = 0; i <= TRIB_MODEL_CATEGORY_OTHER; i++) {
    TribModelCategory which = (TribModelCategory) i;

    if (trib_model_offer_get_need (policy, connections, which) == TRIB_MODEL_NEED_REQUIRED &&
        offers_category (policy, platforms, which)) {
      *category = which;
      return TRUE;
    }
  }
  return FALSE;
}
