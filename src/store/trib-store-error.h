/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "trib-problem.h"

G_BEGIN_DECLS

/**
 * TRIB_STORE_ERROR:
 *
 * Errors of the room store/.
 */
#define TRIB_STORE_ERROR (trib_store_error_quark ())

/**
 * TribStoreErrorCode:
 * @TRIB_STORE_ERROR_DISK: it could not be read or written
 * @TRIB_STORE_ERROR_FULL: there is no room left
 * @TRIB_STORE_ERROR_NEWER: the file was written by a newer version: it is left alone
 * @TRIB_STORE_ERROR_NO_KEYRING: there is no keyring service
 * @TRIB_STORE_ERROR_KEYRING_LOCKED: the keyring stayed locked, or its prompt was dismissed
 * @TRIB_STORE_ERROR_NO_KEY: the keyring has no key of that account
 */
typedef enum {
  TRIB_STORE_ERROR_DISK,
  TRIB_STORE_ERROR_FULL,
  TRIB_STORE_ERROR_NEWER,
  TRIB_STORE_ERROR_NO_KEYRING,
  TRIB_STORE_ERROR_KEYRING_LOCKED,
  TRIB_STORE_ERROR_NO_KEY,
} TribStoreErrorCode;

GQuark trib_store_error_quark (void);
TribProblem trib_store_error_get_problem (const GError *error);

G_END_DECLS
