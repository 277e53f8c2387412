/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-error.h"
#include "trib-model-problem.h"

#include "codat-error.h"
#include "trib-link-redirect.h"
#include "trib-store-error.h"

#include <gio/gio.h>
#include <string.h>

static TribModelProblem *
problem_of (GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, message);

  return trib_model_problem_new (error);
}

static void
assert_kind (GQuark domain, int code, TribProblem kind)
{
  TribModelProblem *problem = problem_of (domain, code, "words for the log");

  g_assert_cmpint (trib_model_problem_get_kind (problem), ==, kind);
  g_assert_cmpstr (trib_model_problem_get_title (problem), ==, trib_problem_get_title (kind));
  g_assert_cmpint (trib_model_problem_get_can_retry (problem), ==, trib_problem_can_retry (kind));
  if (domain != TRIB_MODEL_ERROR)
    g_assert_cmpstr (trib_model_problem_get_sentence (problem), ==,
                     trib_problem_get_sentence (kind));
  g_assert_finalize_object (problem);
}

static const TribProblem codat_kinds[] = {
  [CODAT_ERROR_NO_NETWORK] = TRIB_PROBLEM_NO_NETWORK,
  [CODAT_ERROR_TIMED_OUT] = TRIB_PROBLEM_TIMED_OUT,
  [CODAT_ERROR_TLS] = TRIB_PROBLEM_TLS,
  [CODAT_ERROR_NOT_AUTHORIZED] = TRIB_PROBLEM_NOT_AUTHORIZED,
  [CODAT_ERROR_PLAN] = TRIB_PROBLEM_PLAN,
  [CODAT_ERROR_FORBIDDEN] = TRIB_PROBLEM_FORBIDDEN,
  [CODAT_ERROR_NOT_FOUND] = TRIB_PROBLEM_NOT_FOUND,
  [CODAT_ERROR_REFUSED] = TRIB_PROBLEM_REFUSED,
  [CODAT_ERROR_RATE_LIMITED] = TRIB_PROBLEM_RATE_LIMITED,
  [CODAT_ERROR_SERVER] = TRIB_PROBLEM_SERVER,
  [CODAT_ERROR_BAD_ANSWER] = TRIB_PROBLEM_BAD_ANSWER,
  [CODAT_ERROR_BAD_ID] = TRIB_PROBLEM_NONE, /* asked of the room itself below */
  [CODAT_ERROR_BAD_KEY] = TRIB_PROBLEM_BAD_KEY,
  [CODAT_ERROR_BAD_ADDRESS] = TRIB_PROBLEM_BAD_ADDRESS,
  [CODAT_ERROR_BAD_ARGUMENT] = TRIB_PROBLEM_NONE,
};

static void
test_codat (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codat_kinds); i++) {
    g_autoptr (GError) error = g_error_new_literal (CODAT_ERROR, (int) i, "x");
    TribProblem expected =
        codat_kinds[i] != TRIB_PROBLEM_NONE ? codat_kinds[i] : codat_error_get_problem (error);

    g_assert_cmpint (expected, !=, TRIB_PROBLEM_NONE);
    assert_kind (CODAT_ERROR, (int) i, expected);
  }
}

static void
test_other_rooms (void)
{
  assert_kind (TRIB_STORE_ERROR, TRIB_STORE_ERROR_DISK, TRIB_PROBLEM_DISK);
  assert_kind (TRIB_STORE_ERROR, TRIB_STORE_ERROR_FULL, TRIB_PROBLEM_DISK);
  assert_kind (TRIB_STORE_ERROR, TRIB_STORE_ERROR_NO_KEYRING, TRIB_PROBLEM_NO_KEYRING);
  assert_kind (TRIB_STORE_ERROR, TRIB_STORE_ERROR_KEYRING_LOCKED, TRIB_PROBLEM_KEYRING_LOCKED);
  assert_kind (TRIB_LINK_REDIRECT_ERROR, TRIB_LINK_REDIRECT_ERROR_INVALID,
               TRIB_PROBLEM_BAD_REDIRECT);
  assert_kind (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, TRIB_PROBLEM_TIMED_OUT);
  assert_kind (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, TRIB_PROBLEM_BAD_ANSWER);
  assert_kind (G_IO_ERROR, G_IO_ERROR_NO_SPACE, TRIB_PROBLEM_DISK);
  assert_kind (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, TRIB_PROBLEM_NO_NETWORK);
  assert_kind (G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, TRIB_PROBLEM_NO_NETWORK);
  assert_kind (G_IO_ERROR, G_IO_ERROR_FAILED, TRIB_PROBLEM_UNKNOWN);
  assert_kind (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, TRIB_PROBLEM_TLS);
  assert_kind (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, TRIB_PROBLEM_NO_NETWORK);
  assert_kind (TRIB_MODEL_ERROR, TRIB_MODEL_ERROR_RULE, TRIB_PROBLEM_RULE);
  assert_kind (G_FILE_ERROR, G_FILE_ERROR_FAILED, TRIB_PROBLEM_UNKNOWN);
}

static void
test_never_shown (void)
{
  g_assert_null (trib_model_problem_new (NULL));
  g_assert_null (problem_of (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x"));
}

/* The sentence of a rule names the platform; its words are for a person already. */
static void
test_rule (void)
{
  TribModelProblem *problem =
      problem_of (TRIB_MODEL_ERROR, TRIB_MODEL_ERROR_RULE, "Xero is connected.");

  g_assert_cmpstr (trib_model_problem_get_sentence (problem), ==, "Xero is connected.");
  g_assert_null (trib_model_problem_get_details (problem));
  g_assert_finalize_object (problem);
}

static void
test_details (void)
{
  TribModelProblem *problem =
      problem_of (G_IO_ERROR, G_IO_ERROR_FAILED, "line one\nline <b>two</b>\342\200\256");
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;
  g_autofree char *sentence = NULL;
  gboolean can_retry;

  g_object_get (problem, "title", &title, "sentence", &sentence, "details", &details, "can-retry",
                &can_retry, NULL);
  g_assert_cmpstr (details, ==, "Reason: line one line <b>two</b>");
  g_assert_cmpstr (title, ==, trib_model_problem_get_title (problem));
  g_assert_cmpstr (sentence, ==, trib_model_problem_get_sentence (problem));
  g_assert_true (can_retry);
  g_assert_finalize_object (problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/problem/codat", test_codat);
  g_test_add_func ("/model/problem/other-rooms", test_other_rooms);
  g_test_add_func ("/model/problem/never-shown", test_never_shown);
  g_test_add_func ("/model/problem/rule", test_rule);
  g_test_add_func ("/model/problem/details", test_details);
  return g_test_run ();
}
