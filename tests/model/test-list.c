/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-list.h"

#include <string.h>

/* A list for the helper to work on: letters as objects, kept for the whole test. */
typedef struct {
  GListStore *told; /* stands for the model: counts what is told */
  GPtrArray *items;
  GObject *letters[26];
  guint position, removed, added, n_signals;
} Stage;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Stage *stage)
{
  stage->position = position;
  stage->removed = removed;
  stage->added = added;
  stage->n_signals++;
}

static void
stage_set_up (Stage *stage, gconstpointer data)
{
  stage->told = g_list_store_new (G_TYPE_OBJECT);
  stage->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (stage->letters); i++)
    stage->letters[i] = g_object_new (G_TYPE_OBJECT, NULL);
  g_signal_connect (stage->told, "items-changed", G_CALLBACK (items_changed_cb), stage);
}

static void
stage_tear_down (Stage *stage, gconstpointer data)
{
  g_ptr_array_unref (stage->items);
  for (guint i = 0; i < G_N_ELEMENTS (stage->letters); i++)
    g_assert_finalize_object (stage->letters[i]);
  g_assert_finalize_object (stage->told);
}

static void
put (Stage *stage, const char *letters)
{
  GPtrArray *next = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = letters; *p != '\0'; p++)
    g_ptr_array_add (next, g_object_ref (stage->letters[*p - 'a']));
  stage->n_signals = 0;
  trib_model_list_replace (G_LIST_MODEL (stage->told), &stage->items, next);
  g_assert_cmpuint (stage->items->len, ==, strlen (letters));
}

typedef struct {
  const char *before;
  const char *after;
  guint position, removed, added; /* all 0: nothing is told */
} Row;

static const Row rows[] = {
  { "", "", 0, 0, 0 },        { "", "abc", 0, 0, 3 },     { "abc", "", 0, 3, 0 },
  { "abc", "abc", 0, 0, 0 },  { "abc", "abcd", 3, 0, 1 }, { "abc", "xabc", 0, 0, 1 },
  { "abc", "abxc", 2, 0, 1 }, { "abc", "ac", 1, 1, 0 },   { "abc", "bc", 0, 1, 0 },
  { "abc", "ab", 2, 1, 0 },   { "abc", "axc", 1, 1, 1 },  { "abcd", "adcb", 1, 3, 3 },
  { "aab", "ab", 1, 1, 0 },   { "ab", "aab", 1, 0, 1 },   { "abcdef", "abxyef", 2, 2, 2 },
};

static void
test_replace (Stage *stage, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];
    gboolean told = row->removed > 0 || row->added > 0;

    put (stage, row->before);
    put (stage, row->after);
    g_assert_cmpuint (stage->n_signals, ==, told ? 1 : 0);
    if (!told)
      continue;
    g_assert_cmpuint (stage->position, ==, row->position);
    g_assert_cmpuint (stage->removed, ==, row->removed);
    g_assert_cmpuint (stage->added, ==, row->added);
  }
}

static void
test_weak (void)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  GWeakRef *living = trib_model_weak_new (owner);
  GWeakRef *gone = trib_model_weak_new (owner);
  GObject *found = trib_model_weak_end (living);

  g_assert_true (found == owner);
  g_object_unref (found);
  g_assert_finalize_object (owner);
  g_assert_null (trib_model_weak_end (gone));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/list/replace", Stage, NULL, stage_set_up, test_replace, stage_tear_down);
  g_test_add_func ("/model/list/weak", test_weak);
  return g_test_run ();
}
