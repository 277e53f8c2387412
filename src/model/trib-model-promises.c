/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-promises.h"

#include "trib-model-data-words.h"
#include "trib-model-words.h"

#include <glib/gi18n.h>

#define HOURS_OF_A_DAY 24

/* What a source of each type has; which of it an account reads is set at the server. */
static const char *const accounting[] = {
  "company",          "invoices",     "bills",         "customers", "suppliers",
  "bankTransactions", "balanceSheet", "profitAndLoss", "taxRates",  NULL,
};
static const char *const banking[] = {
  "banking-accounts",
  "banking-accountBalances",
  "banking-transactions",
  NULL,
};
static const char *const commerce[] = {
  "commerce-companyInfo",
  "commerce-orders",
  "commerce-payments",
  "commerce-products",
  "commerce-customers",
  "commerce-disputes",
  NULL,
};
static const char *const feed_reads[] = { "company", "bankAccounts", NULL };
static const char *const feed_writes[] = { "bankTransactions", NULL };
static const char *const nothing[] = { NULL };

static char **
name_all (const char *const *data_types)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; data_types[i] != NULL; i++)
    g_ptr_array_add (list, trib_model_data_type_to_text (data_types[i]));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

/**
 * trib_model_promises_reads:
 * @type: the platform's source type
 * @kind: the kind of sign-in
 *
 * Returns: (transfer full): the data that may be read, translated; empty when that is not known
 */
char **
trib_model_promises_reads (CodatSourceType type, const char *kind)
{
  if (g_strcmp0 (kind, "upload") == 0) {
    const char *files[] = { _ ("The files that you choose"), NULL };

    return g_strdupv ((char **) files);
  }
  switch (type) {
  case CODAT_SOURCE_TYPE_ACCOUNTING:
    return name_all (accounting);
  case CODAT_SOURCE_TYPE_BANKING:
    return name_all (banking);
  case CODAT_SOURCE_TYPE_COMMERCE:
    return name_all (commerce);
  case CODAT_SOURCE_TYPE_BANK_FEED:
    return name_all (feed_reads);
  case CODAT_SOURCE_TYPE_UNKNOWN:
  case CODAT_SOURCE_TYPE_EXPENSE:
  case CODAT_SOURCE_TYPE_OTHER:
  default:
    return name_all (nothing);
  }
}

/**
 * trib_model_promises_writes:
 * @type: the platform's source type
 *
 * Returns: (transfer full): the data that is written to the platform, translated; mostly empty
 */
char **
trib_model_promises_writes (CodatSourceType type)
{
  return name_all (type == CODAT_SOURCE_TYPE_BANK_FEED ? feed_writes : nothing);
}

static const char *
get_disconnect (CodatSourceType type, const char *kind)
{
  if (g_strcmp0 (kind, "connector") == 0)
    return N_ ("You can disconnect at any time: here under Connections, or by removing the small "
               "program from the computer that has %s.");
  if (g_strcmp0 (kind, "upload") == 0 || g_strcmp0 (kind, "sample") == 0)
    return N_ ("You can disconnect at any time under Connections.");
  if (type == CODAT_SOURCE_TYPE_BANKING)
    return N_ ("You can disconnect at any time: here under Connections, or at your bank, among "
               "those you share data with.");
  return N_ ("You can disconnect at any time: here under Connections, or in %s, among its "
             "connected apps.");
}

/**
 * trib_model_promises_disconnect:
 * @type: the platform's source type
 * @kind: the kind of sign-in
 * @name: the platform's name
 *
 * Returns: (transfer full): that it can be ended at any time, and where, translated
 */
char *
trib_model_promises_disconnect (CodatSourceType type, const char *kind, const char *name)
{
  return trib_model_fill (get_disconnect (type, kind), name);
}

/**
 * trib_model_promises_link:
 * @hours: how long a link for signing in is good for
 *
 * Returns: (transfer full): how long the link lives, translated
 */
char *
trib_model_promises_link (guint hours)
{
  if (hours >= HOURS_OF_A_DAY)
    return g_strdup (_ ("The link for signing in works once, within one day. A new one is a click "
                        "away."));
  /* Translators: %u is a number of hours. */
  return g_strdup_printf (ngettext ("The link for signing in works once, within %u hour. A new one "
                                    "is a click away.",
                                    "The link for signing in works once, within %u hours. A new "
                                    "one is a click away.",
                                    hours),
                          hours);
}
