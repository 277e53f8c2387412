/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-platform.h"

#include "trib-model-platform-private.h"
#include "trib-model-words.h"

/* What a platform tells: the second half of the class in trib-model-platform.c. */

/**
 * trib_model_platform_get_key:
 * @self: a platform
 *
 * Returns: its key at the server
 */
const char *
trib_model_platform_get_key (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return codat_integration_get_key (self->integration);
}

/**
 * trib_model_platform_get_name:
 * @self: a platform
 *
 * Returns: its name, fit to be shown
 */
const char *
trib_model_platform_get_name (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->name;
}

/**
 * trib_model_platform_get_address:
 * @self: a platform
 *
 * Returns: the web address that people know it by, or ""
 */
const char *
trib_model_platform_get_address (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->fact->address;
}

/**
 * trib_model_platform_get_integration_id:
 * @self: a platform
 *
 * Returns: (nullable): its id at the server
 */
const char *
trib_model_platform_get_integration_id (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return codat_integration_get_integration_id (self->integration);
}

/**
 * trib_model_platform_get_category:
 * @self: a platform
 *
 * Returns: its section of the grid
 */
TribModelCategory
trib_model_platform_get_category (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), TRIB_MODEL_CATEGORY_OTHER);
  switch (trib_model_platform_get_source_type (self)) {
  case CODAT_SOURCE_TYPE_ACCOUNTING:
    return TRIB_MODEL_CATEGORY_ACCOUNTING;
  case CODAT_SOURCE_TYPE_BANKING:
  case CODAT_SOURCE_TYPE_BANK_FEED:
    return TRIB_MODEL_CATEGORY_BANKING;
  case CODAT_SOURCE_TYPE_COMMERCE:
    return TRIB_MODEL_CATEGORY_COMMERCE;
  case CODAT_SOURCE_TYPE_UNKNOWN:
  case CODAT_SOURCE_TYPE_EXPENSE:
  case CODAT_SOURCE_TYPE_OTHER:
  default:
    return TRIB_MODEL_CATEGORY_OTHER;
  }
}

/**
 * trib_model_platform_get_source_type:
 * @self: a platform
 *
 * Returns: what kind of data it has
 */
CodatSourceType
trib_model_platform_get_source_type (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), CODAT_SOURCE_TYPE_UNKNOWN);
  return codat_integration_get_source_type (self->integration);
}

/**
 * trib_model_platform_get_is_beta:
 * @self: a platform
 *
 * Returns: whether it is still being tried out
 */
gboolean
trib_model_platform_get_is_beta (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  return codat_integration_get_is_beta (self->integration);
}

/**
 * trib_model_platform_get_is_offline_connector:
 * @self: a platform
 *
 * Returns: whether it runs on a computer of the company
 */
gboolean
trib_model_platform_get_is_offline_connector (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  return codat_integration_get_is_offline_connector (self->integration);
}

/**
 * trib_model_platform_get_logo:
 * @self: a platform
 *
 * Returns: (nullable): its logo; %NULL until the branding is ready, or when there is none
 */
TribModelImage *
trib_model_platform_get_logo (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->logo;
}

/**
 * trib_model_platform_get_button:
 * @self: a platform
 *
 * Returns: (nullable): its own button image
 */
TribModelImage *
trib_model_platform_get_button (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->button;
}

/**
 * trib_model_platform_get_button_hover:
 * @self: a platform
 *
 * Returns: (nullable): the button image under the pointer and with the focus
 */
TribModelImage *
trib_model_platform_get_button_hover (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->button_hover;
}

/**
 * trib_model_platform_matches:
 * @self: a platform
 * @search: (nullable): what a person typed
 *
 * Returns: whether every word of it is in the name, the address or the category
 */
gboolean
trib_model_platform_matches (TribModelPlatform *self, const char *search)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  words = trib_model_words_new (search);
  return trib_model_words_match ((const char *const *) words, self->search_text);
}

/**
 * trib_model_platform_get_steps:
 * @self: a platform
 *
 * Returns: what a person does there, translated
 */
const char *const *
trib_model_platform_get_steps (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return (const char *const *) self->fact->steps;
}

/**
 * trib_model_platform_get_needs:
 * @self: a platform
 *
 * Returns: what a person needs there, translated
 */
const char *const *
trib_model_platform_get_needs (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return (const char *const *) self->fact->needs;
}

/**
 * trib_model_platform_get_duration_text:
 * @self: a platform
 *
 * Returns: how long it takes, translated
 */
const char *
trib_model_platform_get_duration_text (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->duration;
}

/**
 * trib_model_platform_get_collate_key:
 * @self: a platform
 *
 * Returns: what to compare to sort by name
 */
const char *
trib_model_platform_get_collate_key (TribModelPlatform *self)
{
  return self->collate_key;
}
