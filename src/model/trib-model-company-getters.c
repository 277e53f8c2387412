/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-company.h"

#include "trib-model-company-private.h"
#include "trib-model-status.h"
#include "trib-model-words.h"

/* What a company tells: the second half of the class in trib-model-company.c. */

/* Where a company stands: what needs somebody first, all others by name alone. */
static guint
place_of (TribModelCompany *self)
{
  return MIN (trib_model_status_rank (self->status), 3);
}

/**
 * trib_model_company_compare:
 * @one: a company
 * @other: another
 *
 * Returns: the order of the two in the list, never 0 for two that are not the same
 */
int
trib_model_company_compare (TribModelCompany *one, TribModelCompany *other)
{
  guint first = place_of (one);
  guint second = place_of (other);
  int order;

  if (first != second)
    return first < second ? -1 : 1;
  order = g_strcmp0 (one->collate_key, other->collate_key);
  if (order != 0)
    return order;
  return g_strcmp0 (codat_company_get_id (one->value), codat_company_get_id (other->value));
}

/**
 * trib_model_company_has_name:
 * @self: a company
 * @name: a folded name
 *
 * Returns: whether it is this company's
 */
gboolean
trib_model_company_has_name (TribModelCompany *self, const char *name)
{
  return g_strcmp0 (self->folded_name, name) == 0;
}

/**
 * trib_model_company_get_id:
 * @self: a company
 *
 * Returns: its id at the server
 */
const char *
trib_model_company_get_id (TribModelCompany *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  return codat_company_get_id (self->value);
}

/**
 * trib_model_company_get_name:
 * @self: a company
 *
 * Returns: its name, fit to be shown
 */
const char *
trib_model_company_get_name (TribModelCompany *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  return self->name;
}

/**
 * trib_model_company_get_reference:
 * @self: a company
 *
 * Returns: what the person calls it in its own books, or ""
 */
const char *
trib_model_company_get_reference (TribModelCompany *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  return self->reference;
}

/**
 * trib_model_company_get_status:
 * @self: a company
 *
 * Returns: the status of the connection that most needs somebody
 */
TribModelStatus
trib_model_company_get_status (TribModelCompany *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), TRIB_MODEL_STATUS_NOT_STARTED);
  return self->status;
}

/**
 * trib_model_company_get_status_text:
 * @self: a company
 *
 * Returns: its status in words, translated
 */
const char *
trib_model_company_get_status_text (TribModelCompany *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  return trib_model_status_to_text (self->status);
}

static gboolean
may_await (TribModelStatus status)
{
  return status != TRIB_MODEL_STATUS_CONNECTED && status != TRIB_MODEL_STATUS_FAILED;
}

/* The status of a connection, without making an object for it. */
static TribModelStatus
get_status_of (TribModelCompany *self, const char *connection_id)
{
  guint n = codat_company_get_n_connections (self->value);

  if (self->connections != NULL) {
    TribModelConnection *row = trib_model_connections_find (self->connections, connection_id);

    return row != NULL ? trib_model_connection_get_status (row) : TRIB_MODEL_STATUS_FAILED;
  }
  for (guint i = 0; i < n; i++) {
    CodatConnection *value = codat_company_get_connection (self->value, i);

    if (g_strcmp0 (codat_connection_get_id (value), connection_id) == 0)
      return trib_model_status_of (value);
  }
  return TRIB_MODEL_STATUS_FAILED;
}

/* (nullable): who was asked first to sign in for it, and has not yet; the notes keep it. */
static TribModelRequest *
find_request (TribModelCompany *self)
{
  GListModel *requests = trib_model_notes_get_requests (self->notes);
  const char *id = trib_model_company_get_id (self);

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++) {
    g_autoptr (TribModelRequest) request = g_list_model_get_item (requests, i);

    if (g_strcmp0 (trib_model_request_get_company_id (request), id) == 0 &&
        may_await (get_status_of (self, trib_model_request_get_connection_id (request))))
      return request;
  }
  return NULL;
}

/**
 * trib_model_company_dup_waiting_text:
 * @self: a company
 *
 * Returns: (transfer full) (nullable): who was asked to sign in; or what is waited for, and how
 *   long, of the sign-in that was begun first; %NULL when nothing is
 */
char *
trib_model_company_dup_waiting_text (TribModelCompany *self)
{
  TribModelRequest *request;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  request = find_request (self);
  if (request != NULL)
    return trib_model_request_dup_short_text (request);
  ids = trib_model_notes_list_sign_ins (self->notes, trib_model_company_get_id (self));
  for (guint i = 0; ids[i] != NULL; i++) {
    TribModelConnection *connection =
        trib_model_connections_find (trib_model_company_get_connections (self), ids[i]);
    char *text = connection != NULL ? trib_model_connection_dup_waiting_text (connection) : NULL;

    if (text != NULL)
      return text;
  }
  return NULL;
}

/* Whether a sign-in goes on, without making an object for each connection of each company. */
static gboolean
is_awaited (TribModelCompany *self)
{
  guint n = codat_company_get_n_connections (self->value);

  if (find_request (self) != NULL)
    return TRUE;
  if (trib_model_notes_get_n_sign_ins (self->notes) == 0)
    return FALSE;
  if (self->connections != NULL) {
    g_autofree char *text = trib_model_company_dup_waiting_text (self);

    return text != NULL;
  }
  for (guint i = 0; i < n; i++) {
    CodatConnection *value = codat_company_get_connection (self->value, i);

    if (may_await (trib_model_status_of (value)) &&
        trib_model_notes_get_sign_in (self->notes, codat_connection_get_id (value)) != 0)
      return TRUE;
  }
  return FALSE;
}

/**
 * trib_model_company_passes:
 * @self: a company
 * @filter: what is wanted
 *
 * Returns: whether it is what is wanted
 */
gboolean
trib_model_company_passes (TribModelCompany *self, TribModelFilter filter)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), FALSE);
  switch (filter) {
  case TRIB_MODEL_FILTER_ATTENTION:
    return self->status == TRIB_MODEL_STATUS_ATTENTION || self->status == TRIB_MODEL_STATUS_FAILED;
  case TRIB_MODEL_FILTER_WAITING:
    return self->status == TRIB_MODEL_STATUS_WAITING || is_awaited (self);
  case TRIB_MODEL_FILTER_ALL:
  default:
    return TRUE;
  }
}

/**
 * trib_model_company_matches:
 * @self: a company
 * @search: (nullable): what a person typed
 *
 * Returns: whether every word of it is in the name, the reference, the ids or the platforms
 */
gboolean
trib_model_company_matches (TribModelCompany *self, const char *search)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), FALSE);
  words = trib_model_words_new (search);
  return trib_model_company_matches_words (self, (const char *const *) words);
}

/**
 * trib_model_company_new_sync:
 * @self: a company
 * @kind: of which platforms, or %CODAT_SOURCE_TYPE_UNKNOWN for all
 *
 * Returns: (transfer full): how far the reading of its data is, once it is started
 */
TribModelSync *
trib_model_company_new_sync (TribModelCompany *self, CodatSourceType kind)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (self), NULL);
  return trib_model_sync_new (self->client, trib_model_company_get_id (self), self->name, kind,
                              self->watch);
}
