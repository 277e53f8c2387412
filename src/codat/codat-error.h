/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "trib-problem.h"

G_BEGIN_DECLS

/**
 * CODAT_ERROR:
 *
 * Errors of the room codat/. They are extended errors: the details of the answer travel with them.
 */
#define CODAT_ERROR (codat_error_quark ())

/**
 * CodatErrorCode:
 * @CODAT_ERROR_NO_NETWORK: name, route or connection failed before an answer
 * @CODAT_ERROR_TIMED_OUT: the total deadline passed
 * @CODAT_ERROR_TLS: the certificate was not accepted
 * @CODAT_ERROR_NOT_AUTHORIZED: 401
 * @CODAT_ERROR_PLAN: 402
 * @CODAT_ERROR_FORBIDDEN: 403
 * @CODAT_ERROR_NOT_FOUND: 404
 * @CODAT_ERROR_REFUSED: another 4xx
 * @CODAT_ERROR_RATE_LIMITED: 429
 * @CODAT_ERROR_SERVER: 5xx
 * @CODAT_ERROR_BAD_ANSWER: a redirect, too large, too deep, cut, not JSON, or not the promised
 * object
 * @CODAT_ERROR_BAD_ID: an id that is no GUID: nothing was sent
 * @CODAT_ERROR_BAD_KEY: the key has characters that no key has: nothing was sent
 * @CODAT_ERROR_BAD_ADDRESS: the base URL is not https, or http on loopback: nothing was sent
 * @CODAT_ERROR_BAD_ARGUMENT: a value that the contract forbids, like an empty name: nothing was
 * sent
 *
 * Named for what the caller can do. Cancelling is %G_IO_ERROR_CANCELLED as everywhere.
 */
typedef enum {
  CODAT_ERROR_NO_NETWORK,
  CODAT_ERROR_TIMED_OUT,
  CODAT_ERROR_TLS,
  CODAT_ERROR_NOT_AUTHORIZED,
  CODAT_ERROR_PLAN,
  CODAT_ERROR_FORBIDDEN,
  CODAT_ERROR_NOT_FOUND,
  CODAT_ERROR_REFUSED,
  CODAT_ERROR_RATE_LIMITED,
  CODAT_ERROR_SERVER,
  CODAT_ERROR_BAD_ANSWER,
  CODAT_ERROR_BAD_ID,
  CODAT_ERROR_BAD_KEY,
  CODAT_ERROR_BAD_ADDRESS,
  CODAT_ERROR_BAD_ARGUMENT,
} CodatErrorCode;

GQuark codat_error_quark (void);

guint codat_error_get_http_status (const GError *error);
const char *codat_error_get_correlation_id (const GError *error);
const char *codat_error_get_server_text (const GError *error);
gint64 codat_error_get_detailed_code (const GError *error);
const char *const *codat_error_get_validation_messages (const GError *error);
gint64 codat_error_get_retry_after (const GError *error);
TribProblem codat_error_get_problem (const GError *error);

G_END_DECLS
