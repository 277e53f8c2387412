/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-error.h"

#include "codat-error-private.h"

#include <gio/gio.h>

typedef CodatErrorDetails CodatErrorPrivate;

static void
codat_error_private_init (CodatErrorPrivate *priv)
{
  priv->retry_after = -1;
}

static void
codat_error_private_copy (const CodatErrorPrivate *from, CodatErrorPrivate *to)
{
  to->http_status = from->http_status;
  to->correlation_id = g_strdup (from->correlation_id);
  to->server_text = g_strdup (from->server_text);
  to->detailed_code = from->detailed_code;
  to->validation = g_strdupv (from->validation);
  to->retry_after = from->retry_after;
}

static void
codat_error_private_clear (CodatErrorPrivate *priv)
{
  codat_error_details_clear (priv);
}

G_DEFINE_EXTENDED_ERROR (CodatError, codat_error)

static const CodatErrorPrivate *
get_details (const GError *error)
{
  return error != NULL && error->domain == CODAT_ERROR ? codat_error_get_private (error) : NULL;
}

void
codat_error_details_clear (CodatErrorDetails *details)
{
  g_clear_pointer (&details->correlation_id, g_free);
  g_clear_pointer (&details->server_text, g_free);
  g_clear_pointer (&details->validation, g_strfreev);
}

void
codat_error_set_details (GError *error, const CodatErrorDetails *details)
{
  CodatErrorPrivate *priv = codat_error_get_private (error);

  g_assert (priv != NULL);
  codat_error_private_clear (priv);
  codat_error_private_copy (details, priv);
}

CodatErrorCode
codat_error_code_for_status (guint http_status)
{
  switch (http_status) {
  case 401:
    return CODAT_ERROR_NOT_AUTHORIZED;
  case 402:
    return CODAT_ERROR_PLAN;
  case 403:
    return CODAT_ERROR_FORBIDDEN;
  case 404:
    return CODAT_ERROR_NOT_FOUND;
  case 429:
    return CODAT_ERROR_RATE_LIMITED;
  default:
    if (http_status >= 400 && http_status < 500)
      return CODAT_ERROR_REFUSED;
    return http_status >= 500 ? CODAT_ERROR_SERVER : CODAT_ERROR_BAD_ANSWER;
  }
}

/**
 * codat_error_get_http_status:
 * @error: (nullable): any error
 *
 * Returns: the HTTP status of the answer, or 0 when there was none
 */
guint
codat_error_get_http_status (const GError *error)
{
  const CodatErrorPrivate *details = get_details (error);

  return details != NULL ? details->http_status : 0;
}

/**
 * codat_error_get_correlation_id:
 * @error: (nullable): any error
 *
 * Returns: (nullable) (transfer none): what Codat's support asks for; text of a server
 */
const char *
codat_error_get_correlation_id (const GError *error)
{
  const CodatErrorPrivate *details = get_details (error);

  return details != NULL ? details->correlation_id : NULL;
}

/**
 * codat_error_get_server_text:
 * @error: (nullable): any error
 *
 * Returns: (nullable) (transfer none): the server's own sentence; text of a server
 */
const char *
codat_error_get_server_text (const GError *error)
{
  const CodatErrorPrivate *details = get_details (error);

  return details != NULL ? details->server_text : NULL;
}

/**
 * codat_error_get_detailed_code:
 * @error: (nullable): any error
 *
 * Returns: detailedErrorCode of the answer, or 0
 */
gint64
codat_error_get_detailed_code (const GError *error)
{
  const CodatErrorPrivate *details = get_details (error);

  return details != NULL ? details->detailed_code : 0;
}

/**
 * codat_error_get_validation_messages:
 * @error: (nullable): any error
 *
 * Returns: (nullable) (transfer none) (array zero-terminated=1): what the server found wrong in the
 *   request, errors before warnings
 */
const char *const *
codat_error_get_validation_messages (const GError *error)
{
  const CodatErrorPrivate *details = get_details (error);

  return details != NULL ? (const char *const *) details->validation : NULL;
}

/**
 * codat_error_get_retry_after:
 * @error: (nullable): any error
 *
 * Returns: after how many seconds the server wants to be asked again, or -1 when it did not say
 */
gint64
codat_error_get_retry_after (const GError *error)
{
  const CodatErrorPrivate *details = get_details (error);

  return details != NULL ? details->retry_after : -1;
}

/**
 * codat_error_get_problem:
 * @error: (nullable): any error
 *
 * Returns: what a person can be told about it; cancelling is no problem
 */
TribProblem
codat_error_get_problem (const GError *error)
{
  static const TribProblem problems[] = {
    [CODAT_ERROR_NO_NETWORK] = TRIB_PROBLEM_NO_NETWORK,
    [CODAT_ERROR_TIMED_OUT] = TRIB_PROBLEM_TIMED_OUT,
    [CODAT_ERROR_TLS] = TRIB_PROBLEM_TLS,
    [CODAT_ERROR_NOT_AUTHORIZED] = TRIB_PROBLEM_NOT_AUTHORIZED,
    [CODAT_ERROR_PLAN] = TRIB_PROBLEM_PLAN,
    [CODAT_ERROR_FORBIDDEN] = TRIB_PROBLEM_FORBIDDEN,
    [CODAT_ERROR_NOT_FOUND] = TRIB_PROBLEM_NOT_FOUND,
    [CODAT_ERROR_REFUSED] = TRIB_PROBLEM_REFUSED,
    [CODAT_ERROR_RATE_LIMITED] = TRIB_PROBLEM_RATE_LIMITED,
    [CODAT_ERROR_SERVER] = TRIB_PROBLEM_SERVER,
    [CODAT_ERROR_BAD_ANSWER] = TRIB_PROBLEM_BAD_ANSWER,
    [CODAT_ERROR_BAD_ID] = TRIB_PROBLEM_BAD_ANSWER,
    [CODAT_ERROR_BAD_KEY] = TRIB_PROBLEM_BAD_KEY,
    [CODAT_ERROR_BAD_ADDRESS] = TRIB_PROBLEM_BAD_ADDRESS,
    [CODAT_ERROR_BAD_ARGUMENT] = TRIB_PROBLEM_RULE,
  };

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRIB_PROBLEM_NONE;
  if (error->domain != CODAT_ERROR || (guint) error->code >= G_N_ELEMENTS (problems))
    return TRIB_PROBLEM_UNKNOWN;
  return problems[error->code];
}
