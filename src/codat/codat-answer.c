/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-answer.h"

#include "codat-error-private.h"
#include "codat-json.h"

#include <string.h>

static gboolean
is_json_type (const char *type)
{
  /* An answer that does not say what it is may pass: the guard reads every byte of it anyway. */
  return type == NULL || g_ascii_strcasecmp (type, "application/json") == 0 ||
         g_ascii_strcasecmp (type, "text/json") == 0 || g_str_has_suffix (type, "+json");
}

static void
add_messages (GStrvBuilder *builder, CodatJson *validation, const char *member)
{
  CodatJson *array = codat_json_get_array (validation, member);

  for (CodatJson *item = codat_json_get_first (array); item; item = codat_json_get_next (item)) {
    const char *message = codat_json_get_string (item, "message");

    if (message != NULL)
      g_strv_builder_add (builder, message);
  }
}

/* Every member of an error body may be missing, and its own statusCode is sometimes a lie. */
static void
read_details (CodatJson *object, CodatErrorDetails *details)
{
  CodatJson *validation = codat_json_get_object (object, "validation");

  details->correlation_id = g_strdup (codat_json_get_string (object, "correlationId"));
  details->server_text = g_strdup (codat_json_get_string (object, "error"));
  details->detailed_code = codat_json_get_integer (object, "detailedErrorCode", 0);
  if (validation != NULL) {
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

    add_messages (builder, validation, "errors");
    add_messages (builder, validation, "warnings");
    details->validation = g_strv_builder_end (builder);
  }
}

/* Without a copy when nobody else has the body. */
static char *
take_body (CodatReply *reply, gsize *length)
{
  char *text = g_bytes_unref_to_data (g_steal_pointer (&reply->body), length);

  return text != NULL ? text : g_strdup ("");
}

static CodatJson *
parse_body (CodatReply *reply)
{
  gsize length = 0;
  char *text = take_body (reply, &length);

  return codat_json_read (text, length, NULL);
}

gboolean
codat_answer_check_status (CodatReply *reply, GError **error)
{
  CodatErrorDetails details = { .http_status = reply->status, .retry_after = reply->retry_after };
  g_autoptr (CodatJson) root = NULL;
  g_autoptr (GError) problem = NULL;

  if (reply->status >= 200 && reply->status < 300)
    return TRUE;
  root = parse_body (reply);
  if (root != NULL && codat_json_is (root, CODAT_JSON_OBJECT))
    read_details (root, &details);
  problem = g_error_new (CODAT_ERROR, (int) codat_error_code_for_status (reply->status),
                         "The server answered with status %u", reply->status);
  codat_error_set_details (problem, &details);
  codat_error_details_clear (&details);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

char *
codat_answer_take_text (CodatReply *reply, gsize *length, GError **error)
{
  if (!codat_answer_check_status (reply, error))
    return NULL;
  if (!is_json_type (reply->content_type)) {
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER,
                         "The answer is a page for people, not one of Codat");
    return NULL;
  }
  return take_body (reply, length);
}
