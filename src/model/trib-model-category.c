/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-platform.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (TribModelCategory,
                    trib_model_category,
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_CATEGORY_ACCOUNTING, "accounting"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_CATEGORY_BANKING, "banking"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_CATEGORY_COMMERCE, "commerce"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_CATEGORY_OTHER, "other"))

/**
 * trib_model_category_get_title:
 * @category: a section of the grid
 *
 * Returns: its title, translated
 */
const char *
trib_model_category_get_title (TribModelCategory category)
{
  switch (category) {
  case TRIB_MODEL_CATEGORY_ACCOUNTING:
    return _ ("Accounting");
  case TRIB_MODEL_CATEGORY_BANKING:
    return _ ("Banking");
  case TRIB_MODEL_CATEGORY_COMMERCE:
    return _ ("Commerce");
  case TRIB_MODEL_CATEGORY_OTHER:
  default:
    return _ ("Other");
  }
}

/**
 * trib_model_category_get_rule:
 * @category: a section of the grid
 *
 * Returns: how many of its platforms a company can have, translated
 */
const char *
trib_model_category_get_rule (TribModelCategory category)
{
  switch (category) {
  case TRIB_MODEL_CATEGORY_ACCOUNTING:
    return _ ("One at a time.");
  case TRIB_MODEL_CATEGORY_COMMERCE:
    return _ ("Add each shop and payment provider you use.");
  case TRIB_MODEL_CATEGORY_BANKING:
  case TRIB_MODEL_CATEGORY_OTHER:
  default:
    return _ ("As many as you like.");
  }
}
