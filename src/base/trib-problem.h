/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TribProblem:
 * @TRIB_PROBLEM_NONE: nothing is wrong
 * @TRIB_PROBLEM_NO_NETWORK: the server could not be reached
 * @TRIB_PROBLEM_TIMED_OUT: the server did not answer in time
 * @TRIB_PROBLEM_TLS: the server could not prove who it is
 * @TRIB_PROBLEM_NOT_AUTHORIZED: the API key is not taken (401)
 * @TRIB_PROBLEM_FORBIDDEN: the key may not do this (403)
 * @TRIB_PROBLEM_PLAN: the plan does not allow it (402)
 * @TRIB_PROBLEM_NOT_FOUND: there is no such thing at the server (404)
 * @TRIB_PROBLEM_REFUSED: the server refused what was asked (400, 409, 422, 451)
 * @TRIB_PROBLEM_RATE_LIMITED: too many requests (429)
 * @TRIB_PROBLEM_SERVER: the server failed (5xx)
 * @TRIB_PROBLEM_BAD_ANSWER: the answer is not what Codat promises
 * @TRIB_PROBLEM_BAD_KEY: the text cannot be an API key
 * @TRIB_PROBLEM_BAD_ADDRESS: the text cannot be the address of the API
 * @TRIB_PROBLEM_BAD_REDIRECT: the text cannot be a redirect template
 * @TRIB_PROBLEM_NO_KEYRING: there is no keyring to keep the key in
 * @TRIB_PROBLEM_KEYRING_LOCKED: the keyring stayed locked
 * @TRIB_PROBLEM_NO_KEY: the keyring has no key of the account
 * @TRIB_PROBLEM_DISK: something could not be written or read on this computer
 * @TRIB_PROBLEM_NEWER: a newer version of the program wrote what is on this computer
 * @TRIB_PROBLEM_RULE: a rule of ours or of Codat's forbids it, like one accounting platform at a
 * time
 * @TRIB_PROBLEM_UNKNOWN: anything else
 *
 * What a person can be told about a failure. Every room maps its errors to one of these; the words
 * for each are in this room only.
 */
typedef enum {
  TRIB_PROBLEM_NONE,
  TRIB_PROBLEM_NO_NETWORK,
  TRIB_PROBLEM_TIMED_OUT,
  TRIB_PROBLEM_TLS,
  TRIB_PROBLEM_NOT_AUTHORIZED,
  TRIB_PROBLEM_FORBIDDEN,
  TRIB_PROBLEM_PLAN,
  TRIB_PROBLEM_NOT_FOUND,
  TRIB_PROBLEM_REFUSED,
  TRIB_PROBLEM_RATE_LIMITED,
  TRIB_PROBLEM_SERVER,
  TRIB_PROBLEM_BAD_ANSWER,
  TRIB_PROBLEM_BAD_KEY,
  TRIB_PROBLEM_BAD_ADDRESS,
  TRIB_PROBLEM_BAD_REDIRECT,
  TRIB_PROBLEM_NO_KEYRING,
  TRIB_PROBLEM_KEYRING_LOCKED,
  TRIB_PROBLEM_NO_KEY,
  TRIB_PROBLEM_DISK,
  TRIB_PROBLEM_NEWER,
  TRIB_PROBLEM_RULE,
  TRIB_PROBLEM_UNKNOWN,
} TribProblem;

const char *trib_problem_get_title (TribProblem problem);
const char *trib_problem_get_sentence (TribProblem problem);
const char *trib_problem_get_change_sentence (TribProblem problem);
gboolean trib_problem_can_retry (TribProblem problem);

G_END_DECLS
