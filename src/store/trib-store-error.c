/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-store-error.h"

G_DEFINE_QUARK (trib - store - error - quark, trib_store_error)

/**
 * trib_store_error_get_problem:
 * @error: an error of this room, or any other
 *
 * Says which problem of a person stands behind an error.
 *
 * Returns: the problem; %TRIB_PROBLEM_UNKNOWN for an error of another room
 */
TribProblem
trib_store_error_get_problem (const GError *error)
{
  g_return_val_if_fail (error != NULL, TRIB_PROBLEM_UNKNOWN);

  if (error->domain != TRIB_STORE_ERROR)
    return TRIB_PROBLEM_UNKNOWN;
  switch ((TribStoreErrorCode) error->code) {
  case TRIB_STORE_ERROR_DISK:
  case TRIB_STORE_ERROR_FULL:
    return TRIB_PROBLEM_DISK;
  case TRIB_STORE_ERROR_NEWER:
    return TRIB_PROBLEM_NEWER;
  case TRIB_STORE_ERROR_NO_KEYRING:
    return TRIB_PROBLEM_NO_KEYRING;
  case TRIB_STORE_ERROR_KEYRING_LOCKED:
    return TRIB_PROBLEM_KEYRING_LOCKED;
  case TRIB_STORE_ERROR_NO_KEY:
    return TRIB_PROBLEM_NO_KEY;
  default:
    return TRIB_PROBLEM_UNKNOWN;
  }
}
