/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-rows.h"

#include "trib-model-company-private.h"
#include "trib-model-words.h"

typedef struct {
  TribModelCompany *company; /* (owned) */
  GSequenceIter *place;      /* in all */
  GSequenceIter *shown;      /* (nullable): in shown */
  gboolean passes[TRIB_MODEL_N_FILTERS];
} Row;

struct _TribModelRows {
  GListModel *model; /* whose content is in shown */
  GHashTable *by_id; /* (owned) id → Row (owned) */
  GSequence *all;    /* (owned) of Row */
  GSequence *shown;  /* (owned) of Row */
  char **words;      /* (owned) */
  TribModelFilter filter;
  guint counts[TRIB_MODEL_N_FILTERS]; /* of all */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->company);
  g_free (row);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Row *one = a, *other = b;

  return trib_model_company_compare (one->company, other->company);
}

static int
compare_companies (gconstpointer a, gconstpointer b)
{
  return trib_model_company_compare (*(TribModelCompany *const *) a,
                                     *(TribModelCompany *const *) b);
}

static gboolean
matches (TribModelRows *self, Row *row)
{
  return row->passes[self->filter] &&
         trib_model_company_matches_words (row->company, (const char *const *) self->words);
}

static void
set_passes (TribModelRows *self, Row *row, TribModelFilter filter, gboolean passes)
{
  if (row->passes[filter] && !passes)
    self->counts[filter]--;
  else if (!row->passes[filter] && passes)
    self->counts[filter]++;
  row->passes[filter] = passes;
}

static void
count (TribModelRows *self, Row *row)
{
  for (int i = 0; i < TRIB_MODEL_N_FILTERS; i++)
    set_passes (self, row, (TribModelFilter) i,
                trib_model_company_passes (row->company, (TribModelFilter) i));
}

/**
 * trib_model_rows_new:
 * @model: the list that shows them; not owned, it owns the rows
 *
 * Returns: (transfer full): no rows
 */
TribModelRows *
trib_model_rows_new (GListModel *model)
{
  TribModelRows *self = g_new0 (TribModelRows, 1);

  self->model = model;
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  self->all = g_sequence_new (NULL);
  self->shown = g_sequence_new (NULL);
  self->words = trib_model_words_new (NULL);
  return self;
}

/**
 * trib_model_rows_free:
 * @self: (transfer full): rows
 */
void
trib_model_rows_free (TribModelRows *self)
{
  g_sequence_free (self->shown);
  g_sequence_free (self->all);
  g_hash_table_unref (self->by_id);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * trib_model_rows_get_n_all:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
trib_model_rows_get_n_all (TribModelRows *self)
{
  return (guint) g_sequence_get_length (self->all);
}

/**
 * trib_model_rows_get_n_shown:
 * @self: rows
 *
 * Returns: how many match
 */
guint
trib_model_rows_get_n_shown (TribModelRows *self)
{
  return (guint) g_sequence_get_length (self->shown);
}

/**
 * trib_model_rows_get_shown:
 * @self: rows
 * @position: a place among those that match
 *
 * Returns: (nullable): the company there
 */
TribModelCompany *
trib_model_rows_get_shown (TribModelRows *self, guint position)
{
  Row *row;

  if (position >= trib_model_rows_get_n_shown (self))
    return NULL;
  row = g_sequence_get (g_sequence_get_iter_at_pos (self->shown, (int) position));
  return row->company;
}

/**
 * trib_model_rows_find:
 * @self: rows
 * @id: (nullable): an id
 *
 * Returns: (nullable): the company
 */
TribModelCompany *
trib_model_rows_find (TribModelRows *self, const char *id)
{
  Row *row = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return row != NULL ? row->company : NULL;
}

/**
 * trib_model_rows_find_by:
 * @self: rows
 * @function: says whether a company is meant
 * @data: for @function
 *
 * Returns: (nullable): the first in order that is
 */
TribModelCompany *
trib_model_rows_find_by (TribModelRows *self,
                         gboolean (*function) (TribModelCompany *company, gpointer data),
                         gpointer data)
{
  for (GSequenceIter *i = g_sequence_get_begin_iter (self->all); !g_sequence_iter_is_end (i);
       i = g_sequence_iter_next (i)) {
    Row *row = g_sequence_get (i);

    if (function (row->company, data))
      return row->company;
  }
  return NULL;
}

/* A stretch of rows that were put in and not told of yet. */
typedef struct {
  int start;
  int length;
} Stretch;

static void
tell (TribModelRows *self, Stretch *stretch)
{
  int length = stretch->length;

  stretch->length = 0;
  if (length > 0)
    g_list_model_items_changed (self->model, (guint) stretch->start, 0, (guint) length);
}

static void
show (TribModelRows *self, Row *row, Stretch *stretch)
{
  GSequenceIter *next = g_sequence_search (self->shown, row, compare, NULL);
  int position = g_sequence_iter_get_position (next);

  /* What the watchers know must always be what is there but for one stretch. */
  if (position != stretch->start + stretch->length)
    tell (self, stretch);
  if (stretch->length == 0)
    stretch->start = position;
  row->shown = g_sequence_insert_before (next, row);
  stretch->length++;
}

static void
hide (TribModelRows *self, Row *row)
{
  int position = g_sequence_iter_get_position (row->shown);

  g_sequence_remove (g_steal_pointer (&row->shown));
  g_list_model_items_changed (self->model, (guint) position, 1, 0);
}

/**
 * trib_model_rows_add:
 * @self: rows
 * @companies: of TribModelCompany: new ones; they are sorted
 */
void
trib_model_rows_add (TribModelRows *self, GPtrArray *companies)
{
  Stretch stretch = { 0, 0 };

  g_ptr_array_sort (companies, compare_companies);
  for (guint i = 0; i < companies->len; i++) {
    TribModelCompany *company = g_ptr_array_index (companies, i);
    Row *row = g_new0 (Row, 1);

    row->company = g_object_ref (company);
    row->place = g_sequence_insert_sorted (self->all, row, compare, NULL);
    g_hash_table_insert (self->by_id, g_strdup (trib_model_company_get_id (company)), row);
    count (self, row);
    if (matches (self, row))
      show (self, row, &stretch);
  }
  tell (self, &stretch);
}

static gboolean
is_in_place (GSequenceIter *place, Row *row)
{
  GSequenceIter *previous = g_sequence_iter_prev (place);
  GSequenceIter *next = g_sequence_iter_next (place);

  return (previous == place || compare (g_sequence_get (previous), row, NULL) < 0) &&
         (g_sequence_iter_is_end (next) || compare (row, g_sequence_get (next), NULL) < 0);
}

/**
 * trib_model_rows_move:
 * @self: rows
 * @company: a company that was added
 */
void
trib_model_rows_move (TribModelRows *self, TribModelCompany *company)
{
  Row *row = g_hash_table_lookup (self->by_id, trib_model_company_get_id (company));
  Stretch stretch = { 0, 0 };
  gboolean match;

  if (row == NULL)
    return;
  count (self, row);
  match = matches (self, row);
  if (row->shown != NULL && (!match || !is_in_place (row->shown, row)))
    hide (self, row);
  if (!is_in_place (row->place, row))
    g_sequence_sort_changed (row->place, compare, NULL);
  if (match && row->shown == NULL)
    show (self, row, &stretch);
  tell (self, &stretch);
}

/**
 * trib_model_rows_keep:
 * @self: rows
 * @ids: a set of ids
 */
void
trib_model_rows_keep (TribModelRows *self, GHashTable *ids)
{
  GSequenceIter *i = g_sequence_get_begin_iter (self->all);

  while (!g_sequence_iter_is_end (i)) {
    Row *row = g_sequence_get (i);
    const char *id = trib_model_company_get_id (row->company);

    i = g_sequence_iter_next (i);
    if (g_hash_table_contains (ids, id))
      continue;
    if (row->shown != NULL)
      hide (self, row);
    for (int k = 0; k < TRIB_MODEL_N_FILTERS; k++)
      set_passes (self, row, (TribModelFilter) k, FALSE);
    g_sequence_remove (row->place);
    g_hash_table_remove (self->by_id, id);
  }
}

static guint
count_same (GPtrArray *old, GPtrArray *new, gboolean from_end, guint most)
{
  guint n = 0;

  while (n < most &&
         old->pdata[from_end ? old->len - 1 - n : n] == new->pdata[from_end ? new->len - 1 - n : n])
    n++;
  return n;
}

static GPtrArray *
list_shown (TribModelRows *self)
{
  GPtrArray *list = g_ptr_array_sized_new (trib_model_rows_get_n_shown (self));

  for (GSequenceIter *i = g_sequence_get_begin_iter (self->shown); !g_sequence_iter_is_end (i);
       i = g_sequence_iter_next (i))
    g_ptr_array_add (list, g_sequence_get (i));
  return list;
}

/* Shows what is wanted now; the watchers are told of it in one piece, at the end. */
static void
show_wanted (TribModelRows *self)
{
  g_autoptr (GPtrArray) old = list_shown (self);
  g_autoptr (GPtrArray) new = NULL;
  guint head, tail, shorter;

  g_sequence_free (self->shown);
  self->shown = g_sequence_new (NULL);
  for (GSequenceIter *i = g_sequence_get_begin_iter (self->all); !g_sequence_iter_is_end (i);
       i = g_sequence_iter_next (i)) {
    Row *row = g_sequence_get (i);

    row->shown = matches (self, row) ? g_sequence_append (self->shown, row) : NULL;
  }
  new = list_shown (self);
  shorter = MIN (old->len, new->len);
  head = count_same (old, new, FALSE, shorter);
  tail = count_same (old, new, TRUE, shorter - head);
  if (old->len - head - tail > 0 || new->len - head - tail > 0)
    g_list_model_items_changed (self->model, head, old->len - head - tail, new->len - head - tail);
}

/**
 * trib_model_rows_search:
 * @self: rows
 * @search: (nullable): what a person typed
 */
void
trib_model_rows_search (TribModelRows *self, const char *search)
{
  g_strfreev (self->words);
  self->words = trib_model_words_new (search);
  show_wanted (self);
}

/**
 * trib_model_rows_filter:
 * @self: rows
 * @filter: which of them to show
 */
void
trib_model_rows_filter (TribModelRows *self, TribModelFilter filter)
{
  self->filter = filter;
  show_wanted (self);
}

/**
 * trib_model_rows_count:
 * @self: rows
 * @filter: which of them
 *
 * Returns: how many of all pass it, whether they match the search or not
 */
guint
trib_model_rows_count (TribModelRows *self, TribModelFilter filter)
{
  return self->counts[filter];
}
