/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-error.h"

#include "ctl-json.h"

#include "codat-error.h"
#include "trib-log.h"
#include "trib-store-error.h"
#include "trib-text.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_SERVER_TEXT 500

G_DEFINE_QUARK (ctl - error - quark, ctl_error)

static CtlExit
get_codat_exit (int code)
{
  switch ((CodatErrorCode) code) {
  case CODAT_ERROR_NOT_AUTHORIZED:
  case CODAT_ERROR_FORBIDDEN:
  case CODAT_ERROR_BAD_KEY:
    return CTL_EXIT_NOT_AUTHORIZED;
  case CODAT_ERROR_NOT_FOUND:
    return CTL_EXIT_NOT_FOUND;
  case CODAT_ERROR_PLAN:
  case CODAT_ERROR_REFUSED:
  case CODAT_ERROR_BAD_ARGUMENT:
    return CTL_EXIT_REFUSED;
  case CODAT_ERROR_NO_NETWORK:
  case CODAT_ERROR_TIMED_OUT:
  case CODAT_ERROR_TLS:
  case CODAT_ERROR_RATE_LIMITED:
  case CODAT_ERROR_SERVER:
    return CTL_EXIT_NETWORK;
  case CODAT_ERROR_BAD_ANSWER:
    return CTL_EXIT_BAD_ANSWER;
  case CODAT_ERROR_BAD_ID:
  case CODAT_ERROR_BAD_ADDRESS:
    return CTL_EXIT_USAGE;
  default:
    return CTL_EXIT_FAILED;
  }
}

/* NULL: the message of the error says it best. */
static const char *
get_codat_title (int code)
{
  switch ((CodatErrorCode) code) {
  case CODAT_ERROR_NO_NETWORK:
    return "The server could not be reached";
  case CODAT_ERROR_TIMED_OUT:
    return "The server did not answer in time";
  case CODAT_ERROR_TLS:
    return "The server could not prove who it is";
  case CODAT_ERROR_NOT_AUTHORIZED:
    return "The API key is not accepted";
  case CODAT_ERROR_PLAN:
    return "The plan of this account does not allow it";
  case CODAT_ERROR_FORBIDDEN:
    return "The API key may not do this";
  case CODAT_ERROR_NOT_FOUND:
    return "The server has no such thing";
  case CODAT_ERROR_REFUSED:
    return "The server refused it";
  case CODAT_ERROR_RATE_LIMITED:
    return "The server asks for a pause";
  case CODAT_ERROR_SERVER:
    return "The server failed";
  case CODAT_ERROR_BAD_ANSWER:
    return "The answer is not what Codat promises";
  case CODAT_ERROR_BAD_KEY:
  case CODAT_ERROR_BAD_ID:
  case CODAT_ERROR_BAD_ADDRESS:
  case CODAT_ERROR_BAD_ARGUMENT:
  default:
    return NULL;
  }
}

/* What the library of the keyring says helps nobody. */
static const char *
get_store_sentence (const GError *error)
{
  if (g_error_matches (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING))
    return "There is no keyring here that could keep a key: --base-url and --key-file do without";
  if (g_error_matches (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED))
    return "The keyring stayed locked";
  return NULL;
}

/**
 * ctl_error_get_exit:
 * @error: why a verb failed
 *
 * Returns: what the program ends with
 */
CtlExit
ctl_error_get_exit (const GError *error)
{
  g_return_val_if_fail (error != NULL, CTL_EXIT_FAILED);

  if (error->domain == CTL_ERROR)
    return (CtlExit) error->code;
  if (error->domain == CODAT_ERROR)
    return get_codat_exit (error->code);
  if (g_error_matches (error, TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEY))
    return CTL_EXIT_NOT_AUTHORIZED;
  return CTL_EXIT_FAILED;
}

static void
append_clause (GString *text, const char *clause)
{
  g_autofree char *clean = trib_text_for_display (clause, MAX_SERVER_TEXT);

  g_strstrip (clean);
  while (g_str_has_suffix (clean, "."))
    clean[strlen (clean) - 1] = '\0';
  if (clean[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", clean);
}

static void
append_details (GString *text, const GError *error)
{
  const char *const *messages = codat_error_get_validation_messages (error);
  const char *correlation = codat_error_get_correlation_id (error);
  gint64 retry_after = codat_error_get_retry_after (error);

  for (guint i = 0; messages != NULL && messages[i] != NULL; i++)
    append_clause (text, messages[i]);
  if (retry_after >= 0)
    g_string_append_printf (text, ", try again in %" G_GINT64_FORMAT " s", retry_after);
  if (correlation != NULL && correlation[0] != '\0') {
    g_autofree char *clean = trib_text_for_display (correlation, MAX_SERVER_TEXT);

    g_string_append_printf (text, " (correlation ID %s)", clean);
  }
}

/**
 * ctl_error_to_sentence:
 * @error: why a verb failed
 *
 * Returns: (transfer full): one sentence with a full stop, with the correlation ID when there is
 * one and without any secret
 */
char *
ctl_error_to_sentence (const GError *error)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (error != NULL, NULL);
  if (error->domain == CTL_ERROR) {
    append_clause (text, error->message);
  } else if (get_store_sentence (error) != NULL) {
    append_clause (text, get_store_sentence (error));
  } else {
    const char *title = error->domain == CODAT_ERROR ? get_codat_title (error->code) : NULL;
    const char *server = codat_error_get_server_text (error);
    g_autofree char *message = trib_log_redact (error->message);

    if (title != NULL)
      append_clause (text, title);
    append_clause (text, server != NULL && server[0] != '\0' ? server : message);
    append_details (text, error);
  }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/**
 * ctl_error_to_json:
 * @error: why a verb failed
 *
 * Returns: (transfer full): the same as one JSON object, with Codat's member names
 */
char *
ctl_error_to_json (const GError *error)
{
  g_autofree char *sentence = ctl_error_to_sentence (error);
  const char *const *messages = codat_error_get_validation_messages (error);
  GString *text = g_string_new ("{");

  ctl_json_member (text, "error");
  ctl_json_string (text, sentence);
  ctl_json_member (text, "exitCode");
  g_string_append_printf (text, "%d", (int) ctl_error_get_exit (error));
  if (codat_error_get_http_status (error) != 0) {
    ctl_json_member (text, "statusCode");
    g_string_append_printf (text, "%u", codat_error_get_http_status (error));
  }
  if (codat_error_get_correlation_id (error) != NULL) {
    ctl_json_member (text, "correlationId");
    ctl_json_string (text, codat_error_get_correlation_id (error));
  }
  if (codat_error_get_detailed_code (error) != 0) {
    ctl_json_member (text, "detailedErrorCode");
    g_string_append_printf (text, "%" G_GINT64_FORMAT, codat_error_get_detailed_code (error));
  }
  if (codat_error_get_retry_after (error) >= 0) {
    ctl_json_member (text, "retryAfter");
    g_string_append_printf (text, "%" G_GINT64_FORMAT, codat_error_get_retry_after (error));
  }
  if (messages != NULL && messages[0] != NULL) {
    ctl_json_member (text, "validation");
    ctl_json_strings (text, messages);
  }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}
