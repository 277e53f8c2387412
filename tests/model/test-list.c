/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-list.h"

#include "trib-weak.h"

#include <string.h>

G_DECLARE_FINAL_TYPE (LetterList, letter_list, LETTER, LIST, TribModelList)

struct _LetterList {
  TribModelList parent_instance;
};

G_DEFINE_FINAL_TYPE (LetterList, letter_list, TRIB_MODEL_TYPE_LIST)

static void
letter_list_class_init (LetterListClass *klass)
{
}

static void
letter_list_init (LetterList *self)
{
}

/* A list of letters as objects, kept for the whole test. */
typedef struct {
  TribModelList *list;
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
  stage->list = g_object_new (letter_list_get_type (), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stage->letters); i++)
    stage->letters[i] = g_object_new (G_TYPE_OBJECT, NULL);
  g_signal_connect (stage->list, "items-changed", G_CALLBACK (items_changed_cb), stage);
}

static void
stage_tear_down (Stage *stage, gconstpointer data)
{
  g_assert_finalize_object (stage->list);
  for (guint i = 0; i < G_N_ELEMENTS (stage->letters); i++)
    g_assert_finalize_object (stage->letters[i]);
}

static void
put (Stage *stage, const char *letters)
{
  GPtrArray *next = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = letters; *p != '\0'; p++)
    g_ptr_array_add (next, g_object_ref (stage->letters[*p - 'a']));
  stage->n_signals = 0;
  trib_model_list_take_items (stage->list, next);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->list)), ==, strlen (letters));
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
test_items (Stage *stage, gconstpointer data)
{
  GPtrArray *copy;
  g_autoptr (GObject) second = NULL;

  put (stage, "abc");
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (stage->list)) == G_TYPE_OBJECT);
  second = g_list_model_get_item (G_LIST_MODEL (stage->list), 1);
  g_assert_true (second == stage->letters[1]);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (stage->list), 3));
  /* A copy is one's own to change. */
  copy = trib_model_list_copy_items (stage->list);
  g_ptr_array_remove_index (copy, 0);
  g_assert_cmpuint (trib_model_list_get_items (stage->list)->len, ==, 3);
  stage->n_signals = 0;
  trib_model_list_take_items (stage->list, copy);
  g_assert_cmpuint (stage->n_signals, ==, 1);
  g_assert_true (trib_model_list_get_items (stage->list)->pdata[0] == stage->letters[1]);
}

static void
test_weak (void)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  GWeakRef *living = trib_weak_new (owner);
  GWeakRef *gone = trib_weak_new (owner);
  GObject *found = trib_weak_end (living);

  g_assert_true (found == owner);
  g_object_unref (found);
  g_assert_finalize_object (owner);
  g_assert_null (trib_weak_end (gone));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/list/replace", Stage, NULL, stage_set_up, test_replace, stage_tear_down);
  g_test_add ("/model/list/items", Stage, NULL, stage_set_up, test_items, stage_tear_down);
  g_test_add_func ("/model/list/weak", test_weak);
  return g_test_run ();
}
