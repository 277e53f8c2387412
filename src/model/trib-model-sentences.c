/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-sentences.h"

#include "trib-model-words.h"

#include <glib/gi18n.h>

#define MAX_SENTENCES 5

/* One kind of sign-in. A %s in a sentence is the platform's name. */
typedef struct {
  const char *kind;
  const char *steps[MAX_SENTENCES];
  const char *needs[MAX_SENTENCES];
} Kind;

#define BACK N_ ("Allow access, and you are back here")
#define PICK N_ ("Choose the company to share, when there are several")
#define SIGN_IN N_ ("Sign in to %s on its own page")
#define LOGIN N_ ("Your sign-in for %s, with the right to connect other programs")

/* The first one is told of every platform that is not known. */
/* A table of translated texts is beyond the formatter. */
/* clang-format off */
static const Kind kinds[] = {
  { "sign-in", { SIGN_IN, PICK, BACK }, { LOGIN } },
  { "country",
    { N_ ("Choose the country of the business"), SIGN_IN, PICK, BACK },
    { LOGIN, N_ ("The country that your edition of %s is for") } },
  { "extension",
    { SIGN_IN, N_ ("Allow access, or ask whoever manages the accounts of your company to do it"),
      PICK,
      N_ ("Wait while an extension is added to %s; this can take up to 20 minutes") },
    { N_ ("A user of %s who may add extensions"),
      N_ ("Somebody who manages the accounts of your company, should they have to agree"),
      N_ ("The name of the environment that holds your company") } },
  { "file",
    { SIGN_IN,
      N_ ("Choose the company file"),
      N_ ("Type the user name and password of that file, if it has its own"), BACK },
    { LOGIN, N_ ("Your company file stored online, not only on a computer") } },
  { "mapping",
    { SIGN_IN, BACK,
      N_ ("Say which of your bank accounts belongs to which account in %s"),
      N_ ("Choose the day from which on to begin") },
    { LOGIN } },
  { "bundle",
    { N_ ("Install the bundle that the page names, in %s"),
      N_ ("Switch on the features that the page names"),
      N_ ("Come back and allow access"),
      N_ ("Choose the company or companies to share") },
    { N_ ("An administrator of %s, who may install bundles"),
      N_ ("The live account, not a test account") } },
  { "connector",
    { N_ ("Download a small program to the Windows computer that has %s"),
      N_ ("Run it there and follow its steps"),
      N_ ("Choose the company file and sign in to it"),
      N_ ("Leave the computer on while the data is read") },
    { N_ ("The Windows computer on which %s is installed"),
      N_ ("A user who may install programs on it"),
      N_ ("A user of %s who may open the company file") } },
  { "service-user",
    { N_ ("Find the company ID in %s"),
      N_ ("Switch on web services there"),
      N_ ("Make a user for web services, with the values that the page gives"),
      N_ ("Type the company ID and that user on the page"),
      N_ ("Choose the entity to share") },
    { N_ ("A user with full administration rights in %s"),
      N_ ("A subscription with web services; trials have none") } },
  { "values",
    { N_ ("Keep the page open and sign in to %s beside it"),
      N_ ("Make an app there, with the rights that the page lists"),
      N_ ("Copy the values it shows into the page"),
      BACK },
    { N_ ("The owner of the shop, or a user who may make apps in %s") } },
  { "shop",
    { N_ ("Type the web address of the shop"),
      N_ ("Sign in to the shop"), BACK },
    { N_ ("The web address of the shop"),
      N_ ("A user who manages the shop") } },
  { "bank",
    { N_ ("Choose your bank"),
      N_ ("Sign in on the bank's own page and confirm"),
      N_ ("Choose the accounts to share"),
      BACK },
    { N_ ("Your sign-in for online banking, and what you confirm with"),
      N_ ("The right to share the accounts of the business") } },
  { "test-bank",
    { N_ ("Allow access on the page of the test bank"),
      N_ ("Type the test user that the page shows"),
      BACK },
    { N_ ("Nothing: the bank is made up") } },
  { "one-time",
    { N_ ("Open the page and note the user name and password, which are good for once"),
      N_ ("Look for your provider under the bank accounts in %s"),
      N_ ("Type the user name and password there"),
      N_ ("Choose the accounts and the day from which on to begin") },
    { LOGIN,
      N_ ("About an hour: the password is good for that long") } },
  { "inside",
    { N_ ("Look for your provider under banking in %s"),
      N_ ("Type the two values that your provider gave you"),
      N_ ("Choose the account to connect") },
    { LOGIN } },
  { "sample",
    { N_ ("Choose one of the sample companies"),
      BACK },
    { N_ ("Nothing: the data is made up") } },
  { "upload",
    { N_ ("Choose the files to send"),
      N_ ("Check what was read from them") },
    { N_ ("The files, as your program or your bank exports them") } },
  { "guided",
    { N_ ("Follow the steps on the page of %s"),
      BACK },
    { LOGIN } },
};
/* clang-format on */

/* What is special to a platform that many people have. */
typedef struct {
  const char *key;
  CodatSourceType type;
  const char *needs[MAX_SENTENCES];
} Extra;

/* A table of translated texts is beyond the formatter. */
/* clang-format off */
static const Extra extras[] = {
  { "trji",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("An Essentials licence or a higher one, and version 22 or later") } },
  { "qudb",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("The Dutch edition; the British one is a platform of its own") } },
  { "pbbf",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("The British edition; the Dutch one is a platform of its own") } },
  { "fbrh",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("Your real account at %s: one for trying out is not accepted") } },
  { "pdvj",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("An Essentials account that was moved to the new version, if it is an old one") } },
  { "akxx",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("Time: a very large account can need up to 60 hours to be read at first") } },
  { "knfz",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("Access at the level of entities switched on") } },
  { "rwuv",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("One organisation can be connected 20 times by the same user, so reconnect only when "
          "asked to") } },
  { "suuo",
    CODAT_SOURCE_TYPE_BANKING,
    { N_ ("A reminder: banks ask for a new agreement every 90 days") } },
  { "upvr",
    CODAT_SOURCE_TYPE_BANKING,
    { N_ ("A reminder: banks ask for a new agreement every 90 days") } },
  { "qkdj",
    CODAT_SOURCE_TYPE_COMMERCE,
    { N_ ("One connection for each marketplace that you sell in") } },
  { "vqzp",
    CODAT_SOURCE_TYPE_COMMERCE,
    { N_ ("A safe place for the values: the shop shows them once") } },
  { "yzth",
    CODAT_SOURCE_TYPE_COMMERCE,
    { N_ ("A separate test account: the main account cannot be used") } },
  { "gbol",
    CODAT_SOURCE_TYPE_BANK_FEED,
    { N_ ("A bank account in %s that no other company writes to") } },
  { "hcws",
    CODAT_SOURCE_TYPE_BANK_FEED,
    { N_ ("A first day that is not longer ago than seven days") } },
  { "gbol",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("A user of its own for each company, if you look after several in %s") } },
  { "qhyg",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("The role of primary administrator or company administrator in %s") } },
  { "ndsk",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("A developer account with a sandbox company") } },
  { "vxvy",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("The current version, not the Classic one") } },
  { "jcrp",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("The Standard edition online; the Professional one and trials are not supported") } },
  { "pqsw",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("The program open there, signed in to the right company") } },
  { "hbql",
    CODAT_SOURCE_TYPE_ACCOUNTING,
    { N_ ("Data that %s itself has checked for errors") } },
  { "fztf",
    CODAT_SOURCE_TYPE_COMMERCE,
    { N_ ("The right to develop apps for the shop") } },
  { "xcwv",
    CODAT_SOURCE_TYPE_COMMERCE,
    { N_ ("The sandbox of %s opened in the same browser first") } },
};
/* clang-format on */

static void
add_sentences (GPtrArray *list, const char *const *sentences, const char *name)
{
  for (guint i = 0; i < MAX_SENTENCES && sentences[i] != NULL; i++)
    g_ptr_array_add (list, trib_model_fill (sentences[i], name));
}

static const Kind *
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return &kinds[i];
  }
  return &kinds[0];
}

/**
 * trib_model_sentences_has_kind:
 * @kind: a kind of sign-in
 *
 * Returns: whether it has sentences of its own
 */
gboolean
trib_model_sentences_has_kind (const char *kind)
{
  return g_strcmp0 (find_kind (kind)->kind, kind) == 0;
}

static char **
end_list (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

/**
 * trib_model_sentences_steps:
 * @kind: the kind of sign-in
 * @name: the platform's name
 *
 * Returns: (transfer full): what a person does, in order, translated
 */
char **
trib_model_sentences_steps (const char *kind, const char *name)
{
  GPtrArray *list = g_ptr_array_new ();

  add_sentences (list, find_kind (kind)->steps, name);
  return end_list (list);
}

/**
 * trib_model_sentences_needs:
 * @kind: the kind of sign-in
 * @key: the platform's key
 * @type: its source type
 * @name: its name
 *
 * Returns: (transfer full): what a person should have at hand, translated
 */
char **
trib_model_sentences_needs (const char *kind,
                            const char *key,
                            CodatSourceType type,
                            const char *name)
{
  GPtrArray *list = g_ptr_array_new ();

  add_sentences (list, find_kind (kind)->needs, name);
  for (guint i = 0; i < G_N_ELEMENTS (extras); i++) {
    if (g_strcmp0 (extras[i].key, key) == 0 && extras[i].type == type)
      add_sentences (list, extras[i].needs, name);
  }
  return end_list (list);
}
