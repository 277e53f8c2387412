/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verb.h"

#include "ctl-verbs-private.h"

#include <string.h>

#define YES                                                                                        \
  {                                                                                                \
    "yes", NULL, "Do not ask"                                                                      \
  }
#define ID "8a210b68-6988-11ed-a1eb-0242ac120002"
#define CONNECTION_ID "ee2eb431-c0fa-4dc9-93fa-d29781c12bcd"

static const CtlOption account_options[] = {
  { "redirect-url", "TEMPLATE", "The redirect template; without it, the one of the profile" },
  { "environment", "WORD", "live (the default) or test" },
  { NULL },
};
static const CtlOption remove_options[] = { YES, { NULL } };
static const CtlOption list_options[] = {
  { "query", "QUERY", "Only those that match, in Codat's query language" },
  { "tags", "QUERY", "Only those whose tags match" },
  { "order-by", "FIELD", "Sort by a field, with - in front the other way round" },
  { "page-size", "N", "How many to ask for at once, up to 5000 (1000)" },
  { "limit", "N", "Not more than so many" },
  { NULL },
};
static const CtlOption create_options[] = {
  { "description", "TEXT", "A description" },
  { "tag", "NAME=VALUE", "A tag; may come several times" },
  { "reuse", NULL, "Take the company of this name, if there is one" },
  { NULL },
};
static const CtlOption update_options[] = {
  { "name", "NAME", "A new name" },
  { "description", "TEXT", "A new description" },
  { "tag", "NAME=VALUE", "Set a tag; may come several times" },
  { "remove-tag", "NAME", "Take a tag away; may come several times" },
  { NULL },
};
static const CtlOption import_options[] = {
  { "dry-run", NULL, "Make nothing, say what would be made" },
  { NULL },
};
static const CtlOption refresh_options[] = {
  { "type", "TYPE", "Only this data type, like invoices" },
  { NULL },
};
static const CtlOption webhook_options[] = {
  { "event", "TYPE", "Only this event; may come several times" },
  { "tag", "NAME:VALUE", "Only companies with this tag; may come several times" },
  { "disabled", NULL, "Make it without sending messages to it yet" },
  { NULL },
};
static const CtlOption integration_options[] = {
  { "source-type", "TYPE", "Only these: Accounting, Banking, Commerce, …" },
  { "all", NULL, "Also those that are switched off" },
  { NULL },
};
static const CtlOption branding_options[] = {
  { "save", "FOLDER", "Save the images there" },
  { NULL },
};
static const CtlOption link_options[] = {
  { "wait", "SECONDS", "Wait so long for somebody to link it" },
  { NULL },
};
static const CtlOption redirect_options[] = {
  { "template", "TEMPLATE", "The redirect template" },
  { NULL },
};
static const CtlOption verify_options[] = {
  { "secret-file", "FILE", "Where the signing secret is" },
  { "id", "ID", "The header webhook-id" },
  { "timestamp", "SECONDS", "The header webhook-timestamp" },
  { "signature", "SIGNATURES", "The header webhook-signature" },
  { NULL },
};

/* One row a verb reads best as a list, not as the formatter would break it. */
/* clang-format off */
static const CtlVerb verbs[] = {
  { "accounts", "list", "", 0, 0, NULL, CTL_NEEDS_STORE, ctl_accounts_list,
    "The accounts of this computer", "accounts list" },
  { "accounts", "add", "NAME", 1, 1, account_options, CTL_NEEDS_STORE, ctl_accounts_add,
    "Check an API key at the server, keep it in the keyring and use it",
    "accounts add Live --base-url https://api.codat.io --key-file key.txt" },
  { "accounts", "use", "NAME", 1, 1, NULL, CTL_NEEDS_STORE, ctl_accounts_use,
    "Use this account from now on", "accounts use Live" },
  { "accounts", "remove", "NAME", 1, 1, remove_options, CTL_NEEDS_STORE, ctl_accounts_remove,
    "Forget an account and its key", "accounts remove Old --yes" },
  { "accounts", "check", "[NAME]", 0, 1, NULL, CTL_NEEDS_CLIENT, ctl_accounts_check,
    "Ask the server whether the key is accepted", "accounts check Live" },
  { "companies", "list", "", 0, 0, list_options, CTL_NEEDS_CLIENT, ctl_companies_list,
    "All companies, page by page",
    "companies list --query 'name~bakery' --format jsonl | jq -r .id" },
  { "companies", "show", "COMPANY", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_companies_show,
    "One company", "companies show " ID },
  { "companies", "find", "TEXT", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_companies_find,
    "The companies with a text in their name or description", "companies find bakery" },
  { "companies", "create", "NAME", 1, 1, create_options, CTL_NEEDS_JOURNAL, ctl_companies_create,
    "Make a company", "companies create 'Corner Bakery' --tag region=uk --reuse" },
  { "companies", "update", "COMPANY", 1, 1, update_options, CTL_NEEDS_CLIENT, ctl_companies_update,
    "Change a company; what is not named stays as it is",
    "companies update " ID " --tag region=uk --remove-tag old" },
  { "companies", "delete", "COMPANY", 1, 1, remove_options, CTL_NEEDS_JOURNAL, ctl_companies_delete,
    "Delete a company with its connections and data", "companies delete " ID " --yes" },
  { "companies", "export", "", 0, 0, NULL, CTL_NEEDS_CLIENT, ctl_companies_export,
    "All companies with their connections, without link addresses",
    "companies export --format jsonl > companies.jsonl" },
  { "companies", "import", "FILE", 1, 1, import_options, CTL_NEEDS_JOURNAL, ctl_companies_import,
    "Make the companies of a CSV or JSON file, - for standard input, that do not exist yet",
    "companies import companies.csv --dry-run" },
  { "integrations", "list", "", 0, 0, integration_options, CTL_NEEDS_CLIENT, ctl_integrations_list,
    "The enabled platforms", "integrations list --source-type Banking" },
  { "integrations", "show", "KEY", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_integrations_show,
    "One platform", "integrations show gbol" },
  { "integrations", "branding", "KEY", 1, 1, branding_options, CTL_NEEDS_CLIENT,
    ctl_integrations_branding, "Logo and button of a platform",
    "integrations branding gbol --save images" },
  { "connections", "list", "COMPANY", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_connections_list,
    "The connections of a company", "connections list " ID },
  { "connections", "show", "COMPANY CONNECTION", 2, 2, NULL, CTL_NEEDS_CLIENT,
    ctl_connections_show, "One connection", "connections show " ID " " CONNECTION_ID },
  { "connections", "create", "COMPANY KEY", 2, 2, NULL, CTL_NEEDS_JOURNAL, ctl_connections_create,
    "Make a connection to a platform", "connections create " ID " gbol" },
  { "connections", "link", "COMPANY CONNECTION", 2, 2, link_options, CTL_NEEDS_CLIENT,
    ctl_connections_link, "A fresh link address, for somebody to sign in with",
    "connections link " ID " " CONNECTION_ID " --wait 600" },
  { "connections", "unlink", "COMPANY CONNECTION", 2, 2, remove_options, CTL_NEEDS_JOURNAL,
    ctl_connections_unlink, "Give up access, keep what was read",
    "connections unlink " ID " " CONNECTION_ID " --yes" },
  { "connections", "delete", "COMPANY CONNECTION", 2, 2, remove_options, CTL_NEEDS_JOURNAL,
    ctl_connections_delete, "Delete a connection for ever",
    "connections delete " ID " " CONNECTION_ID " --yes" },
  { "data", "status", "COMPANY", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_data_status,
    "How far each data type is", "data status " ID },
  { "data", "refresh", "COMPANY", 1, 1, refresh_options, CTL_NEEDS_CLIENT, ctl_data_refresh,
    "Read all data again, or one type", "data refresh " ID " --type invoices" },
  { "data", "history", "COMPANY", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_data_history,
    "What was read, and how it went", "data history " ID },
  { "data", "watch", "COMPANY", 1, 1, NULL, CTL_NEEDS_CLIENT, ctl_data_watch,
    "Each change until everything is read", "data watch " ID " --format jsonl" },
  { "profile", "show", "", 0, 0, NULL, CTL_NEEDS_CLIENT, ctl_profile_show,
    "Whose key it is, and the redirect template", "profile show" },
  { "webhooks", "list", "", 0, 0, NULL, CTL_NEEDS_CLIENT, ctl_webhooks_list,
    "The webhook consumers", "webhooks list" },
  { "webhooks", "create", "URL", 1, 1, webhook_options, CTL_NEEDS_CLIENT, ctl_webhooks_create,
    "Make a webhook consumer",
    "webhooks create https://example.com/codat --event connection.connected" },
  { "webhooks", "delete", "ID", 1, 1, remove_options, CTL_NEEDS_JOURNAL, ctl_webhooks_delete,
    "Delete a webhook consumer", "webhooks delete " ID " --yes" },
  { "webhooks", "verify", "", 0, 0, verify_options, CTL_NEEDS_NOTHING, ctl_webhooks_verify,
    "Check the signature of a delivered message on standard input",
    "webhooks verify --secret-file secret --id msg_1 --timestamp 1614265330 --signature v1,… < body" },
  { "keys", "list", "", 0, 0, NULL, CTL_NEEDS_CLIENT, ctl_keys_list,
    "The API keys, without their secrets", "keys list" },
  { "keys", "create", "NAME", 1, 1, NULL, CTL_NEEDS_JOURNAL, ctl_keys_create,
    "Make an API key and print it, this once", "keys create Reporting" },
  { "keys", "delete", "ID", 1, 1, remove_options, CTL_NEEDS_JOURNAL, ctl_keys_delete,
    "Delete an API key", "keys delete " ID " --yes" },
  { "redirect", "check", "URL", 1, 1, redirect_options, CTL_NEEDS_NOTHING, ctl_redirect_check,
    "What the window would do with an address",
    "redirect check --template 'https://example.com/done?code={statusCode}' 'https://example.com/done?code=200'" },
  { "status", "", "", 0, 0, NULL, CTL_NEEDS_CLIENT, ctl_status,
    "A line for each company that needs attention", "status" },
  { NULL },
};
/* clang-format on */

const CtlVerb *
ctl_verbs_get (void)
{
  return verbs;
}

gboolean
ctl_verbs_has_noun (const char *noun)
{
  for (const CtlVerb *verb = verbs; verb->noun != NULL; verb++) {
    if (g_strcmp0 (verb->noun, noun) == 0)
      return TRUE;
  }
  return FALSE;
}

const CtlVerb *
ctl_verbs_find (const char *noun, const char *name)
{
  for (const CtlVerb *verb = verbs; verb->noun != NULL; verb++) {
    if (g_strcmp0 (verb->noun, noun) == 0 && strcmp (verb->name, name != NULL ? name : "") == 0)
      return verb;
  }
  return NULL;
}
