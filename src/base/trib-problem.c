/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-problem.h"

#include <glib/gi18n.h>

/* What happened, in header capitalisation. */
static const char *const titles[] = {
  [TRIB_PROBLEM_NO_NETWORK] = N_ ("No Connection to the Server"),
  [TRIB_PROBLEM_TIMED_OUT] = N_ ("The Server Did Not Answer in Time"),
  [TRIB_PROBLEM_TLS] = N_ ("The Server Could Not Prove Who It Is"),
  [TRIB_PROBLEM_NOT_AUTHORIZED] = N_ ("The API Key Is Not Accepted"),
  [TRIB_PROBLEM_FORBIDDEN] = N_ ("This Key May Not Do That"),
  [TRIB_PROBLEM_PLAN] = N_ ("The Plan Does Not Allow This"),
  [TRIB_PROBLEM_NOT_FOUND] = N_ ("It Is Not There Any More"),
  [TRIB_PROBLEM_REFUSED] = N_ ("The Server Refused"),
  [TRIB_PROBLEM_RATE_LIMITED] = N_ ("Too Many Requests"),
  [TRIB_PROBLEM_SERVER] = N_ ("The Server Has a Problem"),
  [TRIB_PROBLEM_BAD_ANSWER] = N_ ("The Answer Could Not Be Understood"),
  [TRIB_PROBLEM_BAD_KEY] = N_ ("This Cannot Be an API Key"),
  [TRIB_PROBLEM_BAD_ADDRESS] = N_ ("This Cannot Be the Address"),
  [TRIB_PROBLEM_BAD_REDIRECT] = N_ ("This Cannot Be the Redirect Address"),
  [TRIB_PROBLEM_NO_KEYRING] = N_ ("No Keyring"),
  [TRIB_PROBLEM_KEYRING_LOCKED] = N_ ("The Keyring Is Locked"),
  [TRIB_PROBLEM_NO_KEY] = N_ ("The Key Is Missing"),
  [TRIB_PROBLEM_DISK] = N_ ("A Folder Could Not Be Used"),
  [TRIB_PROBLEM_NEWER] = N_ ("Saved by a Newer Version"),
  [TRIB_PROBLEM_RULE] = N_ ("Not Possible Right Now"),
  [TRIB_PROBLEM_UNKNOWN] = N_ ("Something Went Wrong"),
};

/* What is safe and what to do next, without jargon. */
static const char *const sentences[] = {
  [TRIB_PROBLEM_NO_NETWORK] =
      N_ ("The server could not be reached. Check the network and the address, then try "
          "again."),
  [TRIB_PROBLEM_TIMED_OUT] =
      N_ ("The server may be busy, or the address wrong. Try again in a moment."),
  [TRIB_PROBLEM_TLS] =
      N_ ("The connection was stopped before anything was sent, because somebody may be in "
          "between. Check the clock of this computer, and try again on a network that you "
          "trust."),
  [TRIB_PROBLEM_NOT_AUTHORIZED] =
      N_ ("The server answered, but it does not know this key. Check that it was copied "
          "whole and has not been withdrawn."),
  [TRIB_PROBLEM_FORBIDDEN] =
      N_ ("The server knows the key, but does not allow this. Nothing was changed. Ask "
          "whoever manages the keys."),
  [TRIB_PROBLEM_PLAN] =
      N_ ("The account has reached a limit of its plan, or the plan has ended. Nothing "
          "was changed. Ask whoever manages the plan."),
  [TRIB_PROBLEM_NOT_FOUND] =
      N_ ("The server has no such entry. Somebody may have deleted it. Reload to see what"
          " is there now."),
  [TRIB_PROBLEM_REFUSED] =
      N_ ("What was asked is not allowed like this. Nothing was changed. The details say what "
          "the server objects to."),
  [TRIB_PROBLEM_RATE_LIMITED] =
      N_ ("The server asks for a pause. Nothing is lost. Try again later."),
  [TRIB_PROBLEM_SERVER] = N_ ("The fault is not yours. Try again in a moment."),
  [TRIB_PROBLEM_BAD_ANSWER] =
      N_ ("The server sent something that is not what it promises. Nothing of it was "
          "used. Check the address, or try again."),
  [TRIB_PROBLEM_BAD_KEY] =
      N_ ("It has characters that no key has. Copy the key again, without quotes or line "
          "breaks."),
  [TRIB_PROBLEM_BAD_ADDRESS] =
      N_ ("The address starts with https://, and has no user name, query or fragment. "
          "Plain http:// is for this computer only."),
  [TRIB_PROBLEM_BAD_REDIRECT] =
      N_ ("It tells where a sign-in ends. Copy it from the portal as it stands there, with its "
          "placeholders in braces."),
  [TRIB_PROBLEM_NO_KEYRING] =
      N_ ("This computer has no place for secrets, so the key is kept until you quit and "
          "never written down. Install a keyring to have it remembered."),
  [TRIB_PROBLEM_KEYRING_LOCKED] =
      N_ ("The key could not be read. Unlock the keyring and try again."),
  [TRIB_PROBLEM_NO_KEY] =
      N_ ("The keyring has no key of this account. It was removed, or kept until you quit and "
          "no longer. Add the account again with its key."),
  [TRIB_PROBLEM_DISK] =
      N_ ("What this computer remembers could not be read or saved. The disk may be full, or the "
          "folder not writable. What is at the server is not touched. Make room and try again."),
  [TRIB_PROBLEM_NEWER] =
      N_ ("What is remembered on this computer was written by a newer version of this program. "
          "It was left as it is. Install that version again."),
  [TRIB_PROBLEM_RULE] =
      N_ ("It goes against a rule, so nothing was changed. Check what you typed and what is "
          "connected already."),
  [TRIB_PROBLEM_UNKNOWN] =
      N_ ("The reason is not known. Try again, and show the details to whoever helps you."),
};

/* The same after a change whose answer never came: it may have been made all the same. */
static const char *const change_sentences[] = {
  [TRIB_PROBLEM_NO_NETWORK] =
      N_ ("The server could not be reached, and the change may have arrived all the same. Check "
          "the network, then look what is there before you try again."),
  [TRIB_PROBLEM_TIMED_OUT] =
      N_ ("The server may be busy, and the change may have arrived all the same. Wait a moment, "
          "then look what is there before you try again."),
  [TRIB_PROBLEM_SERVER] =
      N_ ("The fault is not yours, and the change may have been made all the same. Wait a moment, "
          "then look what is there before you try again."),
  [TRIB_PROBLEM_BAD_ANSWER] =
      N_ ("The server sent something that is not what it promises, and the change may have been "
          "made all the same. Look what is there before you try again."),
  [TRIB_PROBLEM_UNKNOWN] =
      N_ ("The reason is not known, and the change may have been made all the same. Look what is "
          "there before you try again."),
};

static TribProblem
normalise (TribProblem problem)
{
  return (guint) problem > TRIB_PROBLEM_UNKNOWN ? TRIB_PROBLEM_UNKNOWN : problem;
}

static const char *
translate (const char *text)
{
  /* The empty string is the catalogue's header in gettext. */
  return text != NULL ? _ (text) : "";
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
  return translate (titles[normalise (problem)]);
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
  return translate (sentences[normalise (problem)]);
}

/**
 * trib_problem_get_change_sentence:
 * @problem: what kept a change from being confirmed
 *
 * Returns: as trib_problem_get_sentence(), and whether the change may have been made, translated
 */
const char *
trib_problem_get_change_sentence (TribProblem problem)
{
  TribProblem known = normalise (problem);

  return change_sentences[known] != NULL ? translate (change_sentences[known])
                                         : trib_problem_get_sentence (known);
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
  switch (normalise (problem)) {
  case TRIB_PROBLEM_NO_NETWORK:
  case TRIB_PROBLEM_TIMED_OUT:
  case TRIB_PROBLEM_TLS:
  case TRIB_PROBLEM_RATE_LIMITED:
  case TRIB_PROBLEM_SERVER:
  case TRIB_PROBLEM_BAD_ANSWER:
  case TRIB_PROBLEM_KEYRING_LOCKED:
  case TRIB_PROBLEM_DISK:
  case TRIB_PROBLEM_UNKNOWN:
    return TRUE;
  case TRIB_PROBLEM_NONE:
  case TRIB_PROBLEM_NOT_AUTHORIZED:
  case TRIB_PROBLEM_FORBIDDEN:
  case TRIB_PROBLEM_PLAN:
  case TRIB_PROBLEM_NOT_FOUND:
  case TRIB_PROBLEM_REFUSED:
  case TRIB_PROBLEM_BAD_KEY:
  case TRIB_PROBLEM_BAD_ADDRESS:
  case TRIB_PROBLEM_BAD_REDIRECT:
  case TRIB_PROBLEM_NO_KEYRING:
  case TRIB_PROBLEM_NO_KEY:
  case TRIB_PROBLEM_NEWER:
  case TRIB_PROBLEM_RULE:
  default:
    return FALSE;
  }
}
