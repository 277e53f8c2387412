/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-companies.h"

#include "trib-model-companies-private.h"
#include "trib-model-company-private.h"

/* Which companies are shown, and what is written down of their sign-ins. Part of
 * TribModelCompanies.
 * Main thread only. */

#define MINUTE_MS (60 * 1000)

static void
tell_times (TribModelCompanies *self, const char *company_id)
{
  TribModelCompany *company = trib_model_rows_find (self->rows, company_id);

  if (company == NULL)
    return;
  trib_model_company_tell_times (company);
  trib_model_rows_move (self->rows, company);
}

/* Whose sign-in is written down now, or for whom somebody else was asked. */
static GHashTable *
list_awaited (TribModelCompanies *self)
{
  GHashTable *awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) ids = trib_model_notes_list_sign_ins (self->notes, NULL);
  GListModel *requests = trib_model_notes_get_requests (self->notes);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (awaited,
                      g_strdup (trib_model_notes_get_sign_in_company (self->notes, ids[i])));
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++) {
    g_autoptr (TribModelRequest) request = g_list_model_get_item (requests, i);

    g_hash_table_add (awaited, g_strdup (trib_model_request_get_company_id (request)));
  }
  return awaited;
}

/* The program ended while Codat was being asked: it is asked again, for the same connection. */
static void
check_left (TribModelCompanies *self)
{
  g_auto (GStrv) ids = trib_model_notes_list_sign_ins (self->notes, NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    const char *company_id = trib_model_notes_get_sign_in_company (self->notes, ids[i]);
    TribModelCompany *company =
        company_id != NULL ? trib_model_rows_find (self->rows, company_id) : NULL;
    TribModelConnection *connection = NULL;

    if (company == NULL ||
        trib_model_notes_get_sign_in_state (self->notes, ids[i]) != TRIB_LINK_STATE_CONFIRMING)
      continue;
    connection = trib_model_connections_find (trib_model_company_get_connections (company), ids[i]);
    if (connection != NULL && trib_model_connection_get_is_awaited (connection) &&
        trib_model_notes_take_left (self->notes, ids[i]))
      trib_model_connection_check (connection);
  }
}

static gboolean
heed_idle_cb (gpointer data)
{
  g_autoptr (TribModelCompanies) self = g_object_ref (data);
  g_autoptr (GHashTable) before = self->awaited;
  GHashTableIter iter;
  gpointer id;

  self->heed_idle = 0;
  self->awaited = list_awaited (self);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!g_hash_table_contains (self->awaited, id))
      tell_times (self, id);
  }
  g_hash_table_remove_all (before);
  g_hash_table_iter_init (&iter, self->awaited);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    tell_times (self, id);
  check_left (self);
  trib_model_companies_check_rows (self);
  return G_SOURCE_REMOVE;
}

/* Later: what is noted may come while a list is drawing the row that it changes. */
void
trib_model_companies_heed_notes (TribModelCompanies *self)
{
  if (self->heed_idle == 0)
    self->heed_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, heed_idle_cb, self, NULL);
}

void
trib_model_companies_stop (TribModelCompanies *self)
{
  g_clear_handle_id (&self->heed_idle, g_source_remove);
  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->minute);
}

static gboolean
tell_times_of (TribModelCompany *company, gpointer data)
{
  trib_model_company_tell_times (company);
  return FALSE;
}

/* "12 minutes" is true for a minute, of what is waited for and of a last sync. */
static gboolean
minute_cb (gpointer data)
{
  TribModelCompanies *self = data;

  trib_model_rows_find_by (self->rows, tell_times_of, NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * trib_model_companies_get_filter:
 * @self: the companies
 *
 * Returns: which of them are shown
 */
TribModelFilter
trib_model_companies_get_filter (TribModelCompanies *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), TRIB_MODEL_FILTER_ALL);
  return self->filter;
}

/**
 * trib_model_companies_get_count:
 * @self: the companies
 * @filter: which of them
 *
 * Returns: how many of those that are here pass it, whatever is searched
 */
guint
trib_model_companies_get_count (TribModelCompanies *self, TribModelFilter filter)
{
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANIES (self), 0);
  return self->counts[filter];
}

/**
 * trib_model_companies_follow:
 * @self: the companies
 *
 * Keeps the times of the companies true while somebody looks. Nothing is asked for it.
 */
void
trib_model_companies_follow (TribModelCompanies *self)
{
  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  if (self->n_followers++ == 0)
    self->minute = trib_clock_add_timeout (self->clock, MINUTE_MS, minute_cb, self, NULL);
}

/**
 * trib_model_companies_unfollow:
 * @self: companies that somebody follows
 */
void
trib_model_companies_unfollow (TribModelCompanies *self)
{
  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  g_return_if_fail (self->n_followers > 0);
  if (--self->n_followers == 0)
    trib_clock_clear (self->clock, &self->minute);
}
