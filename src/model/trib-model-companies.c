/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-companies.h"

#include "trib-model-companies-private.h"
#include "trib-model-company-private.h"
#include "trib-model-rows.h"

#include "codat-company-stream.h"
#include "trib-text.h"
#include "trib-weak.h"

/* The companies of an account, page after page. Owned by the account.
 * Main thread only. Looking up and creating are in trib-model-companies-verbs.c.
 */
static void trib_model_companies_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TribModelCompanies,
                               trib_model_companies,
                               TRIB_MODEL_TYPE_REMOTE_LIST,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      trib_model_companies_iface_init))

typedef enum {
  PROP_TOTAL = 1,
  PROP_SEARCH,
  PROP_NO_MATCH,
  PROP_LOADING_MORE,
  PROP_FILTER,
  PROP_N_ALL,
  PROP_N_ATTENTION,
  PROP_N_WAITING,
} Property;

static GParamSpec *props[PROP_N_WAITING + 1];

#define PAGE_SIZE 1000

static void
notify (TribModelCompanies *self, Property property)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
set_state (TribModelCompanies *self, TribModelState state, TribModelProblem *problem)
{
  trib_model_remote_list_set_state (TRIB_MODEL_REMOTE_LIST (self), state, problem);
}

static void
set_total (TribModelCompanies *self, guint total)
{
  if (self->total == total)
    return;
  self->total = total;
  notify (self, PROP_TOTAL);
}

static void
set_loading (TribModelCompanies *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  notify (self, PROP_LOADING_MORE);
}

void
trib_model_companies_check_rows (TribModelCompanies *self)
{
  static const Property counted[TRIB_MODEL_N_FILTERS] = { PROP_N_ALL, PROP_N_ATTENTION,
                                                          PROP_N_WAITING };
  gboolean no_match =
      trib_model_rows_get_n_all (self->rows) > 0 && trib_model_rows_get_n_shown (self->rows) == 0;

  for (int i = 0; i < TRIB_MODEL_N_FILTERS; i++) {
    guint n = trib_model_rows_count (self->rows, (TribModelFilter) i);

    if (self->counts[i] == n)
      continue;
    self->counts[i] = n;
    notify (self, counted[i]);
  }
  if (self->no_match == no_match)
    return;
  self->no_match = no_match;
  notify (self, PROP_NO_MATCH);
}

static void
company_changed_cb (TribModelCompany *company, TribModelCompanies *self)
{
  trib_model_rows_move (self->rows, company);
  trib_model_companies_check_rows (self);
}

/* A company that is known is brought up to date; a new one is put into the batch. */
static void
take_value (TribModelCompanies *self, CodatCompany *value, GPtrArray *batch)
{
  TribModelCompany *known = trib_model_rows_find (self->rows, codat_company_get_id (value));
  TribModelCompany *company;

  if (known != NULL) {
    trib_model_company_take (known, value);
    trib_model_rows_move (self->rows, known);
    return;
  }
  company = trib_model_company_new (value, self->client, self->clock, self->watch, self->platforms,
                                    self->notes);
  /* Not g_signal_connect_object(): that searches all the others when one of them goes. */
  g_signal_connect (company, "changed", G_CALLBACK (company_changed_cb), self);
  g_ptr_array_add (batch, company);
}

static gboolean
take_cb (CodatCompany *const *values, guint n_values, gint64 total, gpointer data)
{
  g_autoptr (TribModelCompanies) self = g_weak_ref_get (data);
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func (g_object_unref);

  if (self == NULL)
    return FALSE;
  for (guint i = 0; i < n_values; i++) {
    if (g_hash_table_add (self->seen, g_strdup (codat_company_get_id (values[i]))))
      take_value (self, values[i], batch);
  }
  trib_model_rows_add (self->rows, batch);
  trib_model_companies_check_rows (self);
  trib_model_companies_heed_notes (self);
  set_total (self,
             total >= 0 ? (guint) MIN (total, G_MAXUINT) : trib_model_rows_get_n_all (self->rows));
  set_state (self, TRIB_MODEL_STATE_READY, NULL);
  return TRUE;
}

static gboolean
disconnect_unseen (TribModelCompany *company, gpointer data)
{
  TribModelCompanies *self = data;

  if (!g_hash_table_contains (self->seen, trib_model_company_get_id (company)))
    g_signal_handlers_disconnect_by_data (company, self);
  return FALSE;
}

/* What no page of a whole load had is there no more. */
static void
drop_unseen (TribModelCompanies *self)
{
  trib_model_rows_find_by (self->rows, disconnect_unseen, self);
  trib_model_rows_keep (self->rows, self->seen);
  trib_model_companies_check_rows (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribModelCompanies) self = trib_weak_end (data);
  g_autoptr (GError) error = NULL;
  gboolean is_whole =
      codat_client_stream_companies_finish (CODAT_CLIENT (source), result, NULL, &error);
  g_autoptr (TribModelProblem) problem = NULL;

  if (self == NULL)
    return;
  if (is_whole) {
    drop_unseen (self);
    set_total (self, trib_model_rows_get_n_all (self->rows));
  }
  problem = trib_model_problem_new (error);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  set_loading (self, FALSE);
  if (trib_model_rows_get_n_all (self->rows) > 0)
    set_state (self, TRIB_MODEL_STATE_READY, problem);
  else
    set_state (self, is_whole ? TRIB_MODEL_STATE_EMPTY : TRIB_MODEL_STATE_FAILED, problem);
}

static guint
trib_model_companies_get_n_items (GListModel *model)
{
  return trib_model_rows_get_n_shown (TRIB_MODEL_COMPANIES (model)->rows);
}

static gpointer
trib_model_companies_get_item (GListModel *model, guint position)
{
  TribModelCompany *company =
      trib_model_rows_get_shown (TRIB_MODEL_COMPANIES (model)->rows, position);

  return company != NULL ? g_object_ref (company) : NULL;
}

/* In the place of the base class's own: there are too many of them for one array. */
static void
trib_model_companies_iface_init (GListModelInterface *iface)
{
  iface->get_n_items = trib_model_companies_get_n_items;
  iface->get_item = trib_model_companies_get_item;
}

static void
trib_model_companies_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelCompanies *self = TRIB_MODEL_COMPANIES (object);

  switch ((Property) id) {
  case PROP_TOTAL:
    g_value_set_uint (value, self->total);
    break;
  case PROP_SEARCH:
    g_value_set_string (value, self->search);
    break;
  case PROP_NO_MATCH:
    g_value_set_boolean (value, self->no_match);
    break;
  case PROP_LOADING_MORE:
    g_value_set_boolean (value, self->loading);
    break;
  case PROP_FILTER:
    g_value_set_enum (value, (int) self->filter);
    break;
  case PROP_N_ALL:
    g_value_set_uint (value, self->counts[TRIB_MODEL_FILTER_ALL]);
    break;
  case PROP_N_ATTENTION:
    g_value_set_uint (value, self->counts[TRIB_MODEL_FILTER_ATTENTION]);
    break;
  case PROP_N_WAITING:
    g_value_set_uint (value, self->counts[TRIB_MODEL_FILTER_WAITING]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_companies_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_SEARCH)
    trib_model_companies_set_search (TRIB_MODEL_COMPANIES (object), g_value_get_string (value));
  else if (id == PROP_FILTER)
    trib_model_companies_set_filter (TRIB_MODEL_COMPANIES (object),
                                     (TribModelFilter) g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
disconnect (TribModelCompany *company, gpointer self)
{
  g_signal_handlers_disconnect_by_data (company, self);
  return FALSE;
}

static void
trib_model_companies_dispose (GObject *object)
{
  TribModelCompanies *self = TRIB_MODEL_COMPANIES (object);

  trib_model_rows_find_by (self->rows, disconnect, self);
  trib_model_companies_stop (self);
  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  g_clear_object (&self->watch);
  g_clear_object (&self->platforms);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (trib_model_companies_parent_class)->dispose (object);
}

static void
trib_model_companies_finalize (GObject *object)
{
  TribModelCompanies *self = TRIB_MODEL_COMPANIES (object);

  trib_model_rows_free (self->rows);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_hash_table_unref (self->awaited);
  g_free (self->search);
  G_OBJECT_CLASS (trib_model_companies_parent_class)->finalize (object);
}

static void
trib_model_companies_class_init (TribModelCompaniesClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_companies_get_property;
  object_class->set_property = trib_model_companies_set_property;
  object_class->dispose = trib_model_companies_dispose;
  object_class->finalize = trib_model_companies_finalize;
  TRIB_MODEL_LIST_CLASS (klass)->item_type = TRIB_MODEL_TYPE_COMPANY;
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  props[PROP_NO_MATCH] = g_param_spec_boolean ("no-match", NULL, NULL, FALSE, flags);
  props[PROP_LOADING_MORE] = g_param_spec_boolean ("loading-more", NULL, NULL, FALSE, flags);
  props[PROP_FILTER] = g_param_spec_enum ("filter", NULL, NULL, TRIB_MODEL_TYPE_FILTER,
                                          TRIB_MODEL_FILTER_ALL, flags | G_PARAM_WRITABLE);
  props[PROP_N_ALL] = g_param_spec_uint ("n-all", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ATTENTION] = g_param_spec_uint ("n-attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_companies_init (TribModelCompanies *self)
{
  self->rows = trib_model_rows_new (G_LIST_MODEL (self));
  self->search = g_strdup ("");
  self->awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * trib_model_companies_new:
 * @client: asks the server
 * @clock: tells the time
 * @watch: asks again and again
 * @platforms: the platforms of the account
 * @notes: what this computer knows of their connections
 *
 * Returns: (transfer full): a list that is not loaded yet
 */
TribModelCompanies *
trib_model_companies_new (CodatClient *client,
                          TribClock *clock,
                          TribModelWatch *watch,
                          TribModelPlatforms *platforms,
                          TribModelNotes *notes)
{
  TribModelCompanies *self = g_object_new (TRIB_MODEL_TYPE_COMPANIES, NULL);

  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->watch = g_object_ref (watch);
  self->platforms = g_object_ref (platforms);
  self->notes = g_object_ref (notes);
  g_signal_connect_object (notes, "changed", G_CALLBACK (trib_model_companies_heed_notes), self,
                           G_CONNECT_SWAPPED);
  return self;
}

CodatClient *
trib_model_companies_get_client (TribModelCompanies *self)
{
  return self->client;
}

TribModelCompany *
trib_model_companies_take (TribModelCompanies *self, CodatCompany *value)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func (g_object_unref);
  TribModelState state = trib_model_companies_get_state (self);

  take_value (self, value, batch);
  if (batch->len > 0) {
    trib_model_rows_add (self->rows, batch);
    set_total (self, MAX (self->total, trib_model_rows_get_n_all (self->rows)));
  }
  /* The load under way began before this one was there. */
  if (self->seen != NULL)
    g_hash_table_add (self->seen, g_strdup (codat_company_get_id (value)));
  if (state == TRIB_MODEL_STATE_EMPTY || state == TRIB_MODEL_STATE_FAILED)
    set_state (self, TRIB_MODEL_STATE_READY, NULL);
  trib_model_companies_check_rows (self);
  return trib_model_rows_find (self->rows, codat_company_get_id (value));
}

TribModelCompany *
trib_model_companies_find_by (TribModelCompanies *self,
                              gboolean (*function) (TribModelCompany *company, gpointer data),
                              gpointer data)
{
  return trib_model_rows_find_by (self->rows, function, data);
}

/**
 * trib_model_companies_set_search:
 * @self: the companies
 * @search: (nullable): what a person typed
 */
void
trib_model_companies_set_search (TribModelCompanies *self, const char *search)
{
  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  if (!trib_set_str (&self->search, search != NULL ? search : ""))
    return;
  trib_model_rows_search (self->rows, self->search);
  trib_model_companies_check_rows (self);
  notify (self, PROP_SEARCH);
}

/**
 * trib_model_companies_set_filter:
 * @self: the companies
 * @filter: which of them to show
 */
void
trib_model_companies_set_filter (TribModelCompanies *self, TribModelFilter filter)
{
  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  if (self->filter == filter)
    return;
  self->filter = filter;
  trib_model_rows_filter (self->rows, filter);
  trib_model_companies_check_rows (self);
  notify (self, PROP_FILTER);
}

/**
 * trib_model_companies_load:
 * @self: the companies
 *
 * Loads, or loads again: what is shown stays until the answer is there.
 */
void
trib_model_companies_load (TribModelCompanies *self)
{
  GWeakRef *weak;

  g_return_if_fail (TRIB_MODEL_IS_COMPANIES (self));
  if (self->loading)
    return;
  /* Who is waited for is said with the first rows. */
  trib_model_notes_load (self->notes);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set_loading (self, TRUE);
  if (trib_model_rows_get_n_all (self->rows) == 0)
    set_state (self, TRIB_MODEL_STATE_LOADING, NULL);
  weak = trib_weak_new (self);
  codat_client_stream_companies_async (
      self->client, NULL, NULL, NULL, PAGE_SIZE, take_cb, weak,
      trib_model_remote_list_get_cancellable (TRIB_MODEL_REMOTE_LIST (self)), loaded_cb, weak);
}
