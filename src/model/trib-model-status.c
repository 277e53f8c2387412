/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-status.h"

#include "trib-text.h"

#include <glib/gi18n.h>

#define MAX_WORDS 300
#define MAX_NAME 80

/* A person who cancelled is told of by an error too, but nothing is wrong then. */
static gboolean
has_failed (CodatConnection *connection)
{
  const CodatConnectionFault *fault = trib_model_status_newest_fault (connection);

  return fault != NULL && g_strcmp0 (fault->status_code, "403") != 0;
}

/**
 * trib_model_status_of:
 * @connection: a connection
 *
 * A sign-in that the platform refused stays pending at Codat, with an error that is still active.
 *
 * Returns: what a person is told; a word that this version does not know asks nothing of anybody
 */
TribModelStatus
trib_model_status_of (CodatConnection *connection)
{
  switch (codat_connection_get_status (connection)) {
  case CODAT_CONNECTION_STATUS_PENDING_AUTH:
    return has_failed (connection) ? TRIB_MODEL_STATUS_FAILED : TRIB_MODEL_STATUS_WAITING;
  case CODAT_CONNECTION_STATUS_LINKED:
    return TRIB_MODEL_STATUS_CONNECTED;
  case CODAT_CONNECTION_STATUS_DEAUTHORIZED:
    return TRIB_MODEL_STATUS_ATTENTION;
  case CODAT_CONNECTION_STATUS_UNLINKED:
  case CODAT_CONNECTION_STATUS_UNKNOWN:
  default:
    return TRIB_MODEL_STATUS_PAST;
  }
}

/**
 * trib_model_status_of_company:
 * @company: a company
 *
 * Returns: the status of the connection that most needs somebody
 */
TribModelStatus
trib_model_status_of_company (CodatCompany *company)
{
  TribModelStatus status = TRIB_MODEL_STATUS_NOT_STARTED;
  guint n = codat_company_get_n_connections (company);

  for (guint i = 0; i < n; i++)
    status = trib_model_status_worse (
        status, trib_model_status_of (codat_company_get_connection (company, i)));
  return status;
}

/**
 * trib_model_status_rank:
 * @status: a status
 *
 * Returns: its place in the order of lists
 */
guint
trib_model_status_rank (TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_ATTENTION:
    return 0;
  case TRIB_MODEL_STATUS_FAILED:
    return 1;
  case TRIB_MODEL_STATUS_WAITING:
    return 2;
  case TRIB_MODEL_STATUS_CONNECTED:
    return 3;
  case TRIB_MODEL_STATUS_PAST:
    return 4;
  case TRIB_MODEL_STATUS_NOT_STARTED:
  default:
    return 5;
  }
}

/**
 * trib_model_status_worse:
 * @one: a status
 * @other: another
 *
 * Returns: the one that needs somebody more
 */
TribModelStatus
trib_model_status_worse (TribModelStatus one, TribModelStatus other)
{
  return trib_model_status_rank (one) <= trib_model_status_rank (other) ? one : other;
}

/**
 * trib_model_status_to_text:
 * @status: a status
 *
 * Returns: its words, translated
 */
const char *
trib_model_status_to_text (TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_WAITING:
    return _ ("Waiting for sign-in");
  case TRIB_MODEL_STATUS_CONNECTED:
    return _ ("Connected");
  case TRIB_MODEL_STATUS_ATTENTION:
    return _ ("Sign in again");
  case TRIB_MODEL_STATUS_FAILED:
    return _ ("Sign-in failed");
  case TRIB_MODEL_STATUS_PAST:
    return _ ("Unlinked");
  case TRIB_MODEL_STATUS_NOT_STARTED:
  default:
    return _ ("Not started");
  }
}

/**
 * trib_model_status_newest_fault:
 * @connection: a connection
 *
 * Returns: (nullable): the newest error of its platform that is still active
 */
const CodatConnectionFault *
trib_model_status_newest_fault (CodatConnection *connection)
{
  const CodatConnectionFault *newest = NULL;
  guint n = codat_connection_get_n_faults (connection);

  for (guint i = 0; i < n; i++) {
    const CodatConnectionFault *fault = codat_connection_get_fault (connection, i);

    if (!fault->is_active)
      continue;
    if (newest == NULL || newest->errored_on == NULL ||
        (fault->errored_on != NULL &&
         g_date_time_compare (fault->errored_on, newest->errored_on) > 0))
      newest = fault;
  }
  return newest;
}

/**
 * trib_model_status_dup_fault_text:
 * @connection: a connection
 *
 * Returns: (transfer full) (nullable): the words of the newest active error, fit to be shown
 */
char *
trib_model_status_dup_fault_text (CodatConnection *connection)
{
  const CodatConnectionFault *fault = trib_model_status_newest_fault (connection);
  g_autofree char *text = NULL;

  if (fault == NULL)
    return NULL;
  /* The status text is the platform's; the message is Codat's. */
  text = trib_text_for_display (fault->status_text, MAX_WORDS);
  if (*text == '\0') {
    g_free (text);
    text = trib_text_for_display (fault->message, MAX_WORDS);
  }
  if (*text == '\0')
    return g_strdup (_ ("The platform gave no reason"));
  return g_steal_pointer (&text);
}

/**
 * trib_model_status_dup_organisation:
 * @connection: a connection
 *
 * Returns: (transfer full) (nullable): the company name that the platform reported
 */
char *
trib_model_status_dup_organisation (CodatConnection *connection)
{
  static const char *const names[] = { "companyName", "organisationName", "organizationName",
                                       "company",     "CompanyName",      "name" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text =
        trib_text_for_display (codat_connection_get_info (connection, names[i]), MAX_NAME);

    if (*text != '\0')
      return g_steal_pointer (&text);
  }
  return NULL;
}
