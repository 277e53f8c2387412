/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-problem.h"

#include <glib/gi18n.h>

typedef struct {
  const char *title;
  const char *sentence;
  gboolean can_retry;
} Words;

/* What happened, what is safe, what to do next: in that order, without jargon. */
static const Words words[] = {
  [TRIB_PROBLEM_NONE] = { "", "", FALSE },
  [TRIB_PROBLEM_NO_NETWORK] = {
      N_ ("No Connection to the Server"),
          N_ ("The server could not be reached. Nothing was changed. Check the "
                                    "network and the address, then try again."),
              TRUE },
      [TRIB_PROBLEM_TIMED_OUT] = {
          N_ ("The Server Did Not Answer in Time"),
              N_ ("It may be busy. Look whether the change arrived before you repeat "
                                   "it."),
                  TRUE },
          [TRIB_PROBLEM_TLS] = {
              N_ ("The Server Could Not Prove Who It Is"),
                  N_ ("The connection was stopped before anything was sent. A wrong clock, a "
                             "public network or somebody in between can be the reason."),
                      TRUE },
              [TRIB_PROBLEM_NOT_AUTHORIZED] = {
                  N_ ("The API Key Is Not Accepted"),
                      N_ ("The server answered, but it does not know this key. Check that "
                                        "it was copied whole and has not been withdrawn."),
                          FALSE },
                  [TRIB_PROBLEM_FORBIDDEN] = {
                      N_ ("This Key May Not Do That"),
                          N_ ("The server knows the key, but does not allow this. Nothing was "
                                   "changed. Ask whoever manages the keys."),
                              FALSE },
                      [TRIB_PROBLEM_PLAN] = {
                          N_ ("The Plan Does Not Allow This"),
                              N_ ("The account has reached a limit of its plan, or the plan has ended. "
                              "Nothing was changed."),
                                  FALSE },
                          [TRIB_PROBLEM_NOT_FOUND] = {
                              N_ ("It Is Not There Any More"),
                                  N_ ("The server has no such entry. Somebody may have deleted it. Reload "
                                   "to see what is there now."),
                                      FALSE },
                              [TRIB_PROBLEM_REFUSED] = {
                                  N_ ("The Server Refused"),
                                      N_ ("What was asked is not allowed like this. Nothing was changed."),
                                          FALSE },
                                  [TRIB_PROBLEM_RATE_LIMITED] = {
                                      N_ ("Too Many Requests"),
                                          N_ ("The server asks for a pause. Nothing is lost. Try again later."),
                                              TRUE },
                                      [TRIB_PROBLEM_SERVER] = {
                                          N_ ("The Server Has a Problem"),
                                              N_ ("The fault is not yours. Look whether the change arrived before you "
                                "repeat it."),
                                                  TRUE },
                                          [TRIB_PROBLEM_BAD_ANSWER] = {
                                              N_ ("The Answer Could Not Be Understood"),
                                                  N_ ("The server sent something that is not what it promises. Nothing "
                                    "of it was used. Check the address, or try again."),
                                                      TRUE },
                                              [TRIB_PROBLEM_BAD_KEY] = {
                                                  N_ ("This Cannot Be an API Key"),
                                                      N_ ("It has characters that no key has. Copy the key again, without "
                                 "quotes or line breaks."),
                                                          FALSE },
                                                  [TRIB_PROBLEM_BAD_ADDRESS] = {
                                                      N_ ("This Cannot Be the Address"),
                                                          N_ ("The address starts with https://, and has no user name, query or "
                                     "fragment. Plain http:// is for this computer only."),
                                                              FALSE },
                                                      [TRIB_PROBLEM_BAD_REDIRECT] = {
                                                          N_ ("This Cannot Be the Redirect Address"),
                                                              N_ ("Copy it from the portal as it stands there, with its "
                                      "placeholders in braces."),
                                                                  FALSE },
                                                          [TRIB_PROBLEM_NO_KEYRING] = {
                                                              N_ ("No Keyring"),
                                                                  N_ ("This computer has no place for secrets, so the key is kept until "
                                    "you quit and never written down."),
                                                                      FALSE },
                                                              [TRIB_PROBLEM_KEYRING_LOCKED] = {
                                                                  N_ ("The Keyring Is Locked"),
                                                                      N_ ("The key could not be read. Unlock the keyring and try again."),
                                                                          TRUE },
                                                                  [TRIB_PROBLEM_DISK] = {
                                                                      N_ ("This Computer Could Not Save It"),
                                                                          N_ ("The disk may be full or not writable. What is at the server is not "
                              "touched."),
                                                                              TRUE },
                                                                      [TRIB_PROBLEM_RULE] = {
                                                                          N_ ("Not Possible Right Now"),
                                                                              N_ ("A company has one accounting platform at a time."),
                                                                                  FALSE },
                                                                          [TRIB_PROBLEM_UNKNOWN] = { N_ ("Something Went Wrong"),
                                                                              N_ ("The reason is not known. Look whether the change arrived before you "
                                 "repeat it."),
                                                                                  TRUE },
                                                                          };

static const Words *
find_words (TribProblem problem)
{
  if ((guint) problem >= G_N_ELEMENTS (words))
    problem = TRIB_PROBLEM_UNKNOWN;
  return &words[problem];
}

static const char *
translate (const char *text)
{
  /* The empty string is the catalogue's header in gettext. */
  return *text != '\0' ? _ (text) : "";
}

/**
 * trib_problem_get_title:
 * @problem: a problem
 *
 * Returns: what happened, translated, in header capitalisation
 */
const char *
trib_problem_get_title (TribProblem problem)
{
  return translate (find_words (problem)->title);
}

/**
 * trib_problem_get_sentence:
 * @problem: a problem
 *
 * Returns: what is safe and what to do next, translated
 */
const char *
trib_problem_get_sentence (TribProblem problem)
{
  return translate (find_words (problem)->sentence);
}

/**
 * trib_problem_can_retry:
 * @problem: a problem
 *
 * Returns: whether the same act can end otherwise without the person changing anything
 */
gboolean
trib_problem_can_retry (TribProblem problem)
{
  return find_words (problem)->can_retry;
}
