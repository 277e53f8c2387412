/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-problem.h"

#include <string.h>

static void
test_every_problem_has_words (void)
{
  for (TribProblem problem = TRIB_PROBLEM_NO_NETWORK; problem <= TRIB_PROBLEM_UNKNOWN; problem++) {
    const char *sentence = trib_problem_get_sentence (problem);

    g_assert_cmpstr (trib_problem_get_title (problem), !=, "");
    g_assert_true (g_str_has_suffix (sentence, "."));
  }
  g_assert_cmpstr (trib_problem_get_title (TRIB_PROBLEM_NONE), ==, "");
}

/* What happened is in the title; the sentences say what is safe and what to do. */
static void
test_every_problem_has_a_next_step (void)
{
  for (TribProblem problem = TRIB_PROBLEM_NO_NETWORK; problem <= TRIB_PROBLEM_UNKNOWN; problem++) {
    g_auto (GStrv) sentences = g_strsplit (trib_problem_get_sentence (problem), ". ", -1);

    g_assert_cmpuint (g_strv_length (sentences), >=, 2);
  }
}

/* Only who changes something has to look whether it arrived. */
static void
test_change (void)
{
  const TribProblem doubtful[] = { TRIB_PROBLEM_NO_NETWORK, TRIB_PROBLEM_TIMED_OUT,
                                   TRIB_PROBLEM_SERVER, TRIB_PROBLEM_BAD_ANSWER,
                                   TRIB_PROBLEM_UNKNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (doubtful); i++) {
    const char *read = trib_problem_get_sentence (doubtful[i]);
    const char *change = trib_problem_get_change_sentence (doubtful[i]);

    g_assert_null (strstr (read, "arrived"));
    g_assert_null (strstr (read, "chang"));
    g_assert_nonnull (strstr (change, "the change may have"));
    g_assert_nonnull (strstr (change, "ook what is there before you try again."));
  }
  g_assert_cmpstr (trib_problem_get_change_sentence (TRIB_PROBLEM_PLAN), ==,
                   trib_problem_get_sentence (TRIB_PROBLEM_PLAN));
  g_assert_cmpstr (trib_problem_get_change_sentence ((TribProblem) 4711), ==,
                   trib_problem_get_change_sentence (TRIB_PROBLEM_UNKNOWN));
}

static void
test_unheard_of_problem (void)
{
  g_assert_cmpstr (trib_problem_get_title ((TribProblem) 4711), ==,
                   trib_problem_get_title (TRIB_PROBLEM_UNKNOWN));
}

static void
test_retry (void)
{
  g_assert_true (trib_problem_can_retry (TRIB_PROBLEM_NO_NETWORK));
  g_assert_true (trib_problem_can_retry (TRIB_PROBLEM_SERVER));
  g_assert_false (trib_problem_can_retry (TRIB_PROBLEM_NOT_AUTHORIZED));
  g_assert_false (trib_problem_can_retry (TRIB_PROBLEM_PLAN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/problem/words", test_every_problem_has_words);
  g_test_add_func ("/base/problem/next-step", test_every_problem_has_a_next_step);
  g_test_add_func ("/base/problem/change", test_change);
  g_test_add_func ("/base/problem/unheard-of", test_unheard_of_problem);
  g_test_add_func ("/base/problem/retry", test_retry);
  return g_test_run ();
}
