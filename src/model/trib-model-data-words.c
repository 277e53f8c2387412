/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-data-words.h"

#include "trib-text.h"

#include <glib/gi18n.h>

#define MAX_NAME 60

typedef struct {
  const char *data_type;
  const char *name;
} Name;

/* A table of translated texts is beyond the formatter. */
/* clang-format off */
static const Name names[] = {
  { "accountTransactions", N_ ("Account transactions") },
  { "balanceSheet", N_ ("Balance sheet") },
  { "bankAccounts", N_ ("Bank accounts") },
  { "bankTransactions", N_ ("Bank transactions") },
  { "billCreditNotes", N_ ("Credit notes for bills") },
  { "billPayments", N_ ("Bill payments") },
  { "bills", N_ ("Bills") },
  { "cashFlowStatement", N_ ("Cash flow statement") },
  { "chartOfAccounts", N_ ("Chart of accounts") },
  { "company", N_ ("Company details") },
  { "creditNotes", N_ ("Credit notes") },
  { "customers", N_ ("Customers") },
  { "directCosts", N_ ("Direct costs") },
  { "directIncomes", N_ ("Direct incomes") },
  { "invoices", N_ ("Invoices") },
  { "itemReceipts", N_ ("Item receipts") },
  { "items", N_ ("Items") },
  { "journalEntries", N_ ("Journal entries") },
  { "journals", N_ ("Journals") },
  { "paymentMethods", N_ ("Payment methods") },
  { "payments", N_ ("Payments") },
  { "profitAndLoss", N_ ("Profit and loss") },
  { "purchaseOrders", N_ ("Purchase orders") },
  { "salesOrders", N_ ("Sales orders") },
  { "suppliers", N_ ("Suppliers") },
  { "taxRates", N_ ("Tax rates") },
  { "trackingCategories", N_ ("Tracking categories") },
  { "transfers", N_ ("Transfers") },
  { "banking-accountBalances", N_ ("Bank balances") },
  { "banking-accounts", N_ ("Accounts at the bank") },
  { "banking-transactionCategories", N_ ("Categories of bank transactions") },
  { "banking-transactions", N_ ("Transactions at the bank") },
  { "commerce-companyInfo", N_ ("Shop details") },
  { "commerce-customers", N_ ("Customers of the shop") },
  { "commerce-disputes", N_ ("Disputes") },
  { "commerce-locations", N_ ("Locations") },
  { "commerce-orders", N_ ("Orders") },
  { "commerce-paymentMethods", N_ ("Payment methods of the shop") },
  { "commerce-payments", N_ ("Payments to the shop") },
  { "commerce-productCategories", N_ ("Product categories") },
  { "commerce-products", N_ ("Products") },
  { "commerce-taxComponents", N_ ("Taxes of the shop") },
  { "commerce-transactions", N_ ("Transactions of the shop") },
};
/* clang-format on */

/**
 * trib_model_data_type_to_text:
 * @data_type: a data type, as the API names it
 *
 * Returns: (transfer full): its name, translated; one that is not known keeps its own
 */
char *
trib_model_data_type_to_text (const char *data_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (names[i].data_type, data_type) == 0)
      return g_strdup (_ (names[i].name));
  }
  return trib_text_for_display (data_type, MAX_NAME);
}

/**
 * trib_model_data_type_is_of:
 * @data_type: a data type, as the API names it
 * @kind: of platforms; one that says nothing of the data takes all
 *
 * The API's names say of which kind of platform they are (docs.codat.io, "Data types"): those of
 * banking and of commerce by what stands before a dash, those of accounting by nothing.
 *
 * Returns: whether such platforms have it
 */
gboolean
trib_model_data_type_is_of (const char *data_type, CodatSourceType kind)
{
  switch (kind) {
  case CODAT_SOURCE_TYPE_ACCOUNTING:
    return strchr (data_type, '-') == NULL;
  case CODAT_SOURCE_TYPE_BANKING:
    return g_str_has_prefix (data_type, "banking-");
  case CODAT_SOURCE_TYPE_COMMERCE:
    return g_str_has_prefix (data_type, "commerce-");
  case CODAT_SOURCE_TYPE_UNKNOWN:
  case CODAT_SOURCE_TYPE_BANK_FEED:
  case CODAT_SOURCE_TYPE_EXPENSE:
  case CODAT_SOURCE_TYPE_OTHER:
  default:
    return TRUE;
  }
}

/**
 * trib_model_dataset_status_to_text:
 * @status: a state of a data type
 *
 * Returns: (nullable): its words, translated; %NULL for one that is not known
 */
const char *
trib_model_dataset_status_to_text (CodatDatasetStatus status)
{
  switch (status) {
  case CODAT_DATASET_STATUS_INITIAL:
    return _ ("Not begun");
  case CODAT_DATASET_STATUS_QUEUED:
    return _ ("Waiting its turn");
  case CODAT_DATASET_STATUS_FETCHING:
    return _ ("Reading");
  case CODAT_DATASET_STATUS_MAP_QUEUED:
    return _ ("Read, waiting to be sorted");
  case CODAT_DATASET_STATUS_MAPPING:
    return _ ("Sorting");
  case CODAT_DATASET_STATUS_COMPLETE:
    return _ ("Done");
  case CODAT_DATASET_STATUS_FETCH_ERROR:
    return _ ("Could not be read");
  case CODAT_DATASET_STATUS_MAP_ERROR:
    return _ ("Could not be sorted");
  case CODAT_DATASET_STATUS_INTERNAL_ERROR:
    return _ ("The server had a problem");
  case CODAT_DATASET_STATUS_PROCESSING_QUEUED:
    return _ ("Waiting to be prepared");
  case CODAT_DATASET_STATUS_PROCESSING:
    return _ ("Being prepared");
  case CODAT_DATASET_STATUS_PROCESSING_ERROR:
    return _ ("Could not be prepared");
  case CODAT_DATASET_STATUS_VALIDATION_QUEUED:
    return _ ("Waiting to be checked");
  case CODAT_DATASET_STATUS_VALIDATING:
    return _ ("Being checked");
  case CODAT_DATASET_STATUS_VALIDATION_ERROR:
    return _ ("Did not pass the check");
  case CODAT_DATASET_STATUS_AUTH_ERROR:
    return _ ("Sign in again to read it");
  case CODAT_DATASET_STATUS_CANCELLED:
    return _ ("Stopped");
  case CODAT_DATASET_STATUS_NOT_SUPPORTED:
    return _ ("Not available there");
  case CODAT_DATASET_STATUS_RATE_LIMIT_ERROR:
    return _ ("The platform asks for a pause");
  case CODAT_DATASET_STATUS_PERMISSIONS_ERROR:
    return _ ("Not allowed for this user there");
  case CODAT_DATASET_STATUS_PREREQUISITE_NOT_MET:
    return _ ("Something it needs is missing");
  case CODAT_DATASET_STATUS_UNKNOWN:
  default:
    return NULL;
  }
}

/**
 * trib_model_dataset_status_is_failure:
 * @status: a state of a data type
 *
 * Returns: whether it ended with an error; what a platform does not have is none
 */
gboolean
trib_model_dataset_status_is_failure (CodatDatasetStatus status)
{
  return codat_dataset_status_is_final (status) && status != CODAT_DATASET_STATUS_COMPLETE &&
         status != CODAT_DATASET_STATUS_NOT_SUPPORTED && status != CODAT_DATASET_STATUS_UNKNOWN;
}
