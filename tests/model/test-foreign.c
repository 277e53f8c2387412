/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model-fixture.h"
#include "test-wire.h"

#include <string.h>

/* A server that is not the sandbox: sparse answers, words that nobody told us of, an order of its
 * own. */
#define GUID(n) "00000000-0000-4000-8000-0000000000" n
#define COMPANY GUID ("0a")
#define LINK "https://link-api.codat.io/x?otp=CANARYOTP"
#define PAGE(rows, total, links)                                                                   \
  "{\"results\":[" rows "],\"pageNumber\":1,\"pageSize\":1000,\"totalResults\":" total             \
  ",\"_links\":{" links "}}"
#define ONE_PAGE(rows) PAGE (rows, "1", "")
#define NEXT "\"next\":{\"href\":\"/companies?page=2\"}"
#define BARE(id, name) "{\"id\":\"" id "\",\"name\":\"" name "\",\"redirect\":\"" LINK "\"}"
#define WITH(connections)                                                                          \
  "{\"id\":\"" COMPANY "\",\"name\":\"Acme\",\"redirect\":\"" LINK                                 \
  "\",\"dataConnections\":[" connections "]}"
/* Only what the contract promises. */
#define CONNECTION(id, status, more)                                                               \
  "{\"id\":\"" id "\",\"status\":\"" status "\",\"linkUrl\":\"" LINK "\"" more "}"
#define PLATFORM(key, name, type, id)                                                              \
  "{\"key\":\"" key "\",\"name\":\"" name "\",\"enabled\":true,\"sourceType\":\"" type             \
  "\",\"integrationId\":\"" id "\"}"

typedef struct {
  TestWire *wire;
  TestClock *clock;
  TribModelAccount *account;
  TribModelCompanies *companies;
  TribModelPlatforms *platforms;
} Stage;

static void
stage_set_up (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CodatAuthorizer) authorizer = codat_authorizer_new ("CANARYKEYq7Zt2Lw9", &error);
  g_autoptr (CodatClient) client = NULL;
  g_autoptr (TribStoreAccount) record = NULL;

  g_assert_no_error (error);
  stage->wire = test_wire_new ();
  stage->clock = test_clock_new ();
  client = codat_client_new (test_wire_get_base_url (stage->wire), authorizer, &error);
  g_assert_no_error (error);
  record = trib_store_account_new (GUID ("ff"), "Own", test_wire_get_base_url (stage->wire),
                                   "not a template", TRIB_STORE_ENVIRONMENT_LIVE);
  /* No store and a template of no use: both are borne. */
  stage->account = trib_model_account_new (record, client, NULL, TRIB_CLOCK (stage->clock), FALSE);
  stage->companies = trib_model_account_get_companies (stage->account);
  stage->platforms = trib_model_account_get_platforms (stage->account);
}

static void
stage_tear_down (Stage *stage, gconstpointer data)
{
  assert_goes (stage->account);
  wait_until (G_OBJECT (stage->clock)->ref_count == 1);
  g_assert_finalize_object (stage->clock);
  test_wire_stop (stage->wire);
  g_clear_object (&stage->wire);
}

static gboolean
is_loading (Stage *stage)
{
  gboolean loading;

  g_object_get (stage->companies, "loading-more", &loading, NULL);
  return loading;
}

static void
load (Stage *stage)
{
  trib_model_companies_load (stage->companies);
  wait_until (!is_loading (stage));
}

static void
load_one (Stage *stage, const char *page)
{
  test_wire_add_json (stage->wire, 200, page);
  load (stage);
}

static TribModelCompany *
get_acme (Stage *stage)
{
  TribModelCompany *company = trib_model_companies_find (stage->companies, COMPANY);

  g_assert_nonnull (company);
  return company;
}

static void
load_grid (Stage *stage, const char *page)
{
  test_wire_add_json (stage->wire, 200, page);
  trib_model_platforms_load (stage->platforms);
  wait_until (trib_model_platforms_get_state (stage->platforms) != TRIB_MODEL_STATE_LOADING);
}

static char *
name_at (Stage *stage, guint position)
{
  g_autoptr (TribModelCompany) company =
      g_list_model_get_item (G_LIST_MODEL (stage->companies), position);

  g_assert_nonnull (company);
  return g_strdup (trib_model_company_get_name (company));
}

static void
assert_names (Stage *stage, const char *const *names)
{
  guint n = g_strv_length ((char **) names);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->companies)), ==, n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = name_at (stage, i);

    g_assert_cmpstr (name, ==, names[i]);
  }
}

static void
test_no_account_data (Stage *stage, gconstpointer data)
{
  gboolean session_only;
  g_autofree char *environment = NULL;
  g_autofree char *url = NULL;

  g_assert_null (trib_model_account_get_redirect (stage->account));
  g_object_get (stage->account, "session-only", &session_only, "environment-name", &environment,
                "base-url", &url, NULL);
  g_assert_false (session_only);
  g_assert_cmpstr (environment, ==, "Live");
  g_assert_cmpstr (url, ==, test_wire_get_base_url (stage->wire));
}

static void
test_empty (Stage *stage, gconstpointer data)
{
  load_one (stage, PAGE ("", "0", ""));
  g_assert_cmpint (trib_model_companies_get_state (stage->companies), ==, TRIB_MODEL_STATE_EMPTY);
  load_one (stage, ONE_PAGE (BARE (COMPANY, "Acme")));
  g_assert_cmpint (trib_model_companies_get_state (stage->companies), ==, TRIB_MODEL_STATE_READY);
  load_one (stage, PAGE ("", "0", ""));
  g_assert_cmpint (trib_model_companies_get_state (stage->companies), ==, TRIB_MODEL_STATE_EMPTY);
}

/* Rows shift between two pages when others create and delete: one id comes twice. */
static void
test_doubles (Stage *stage, gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C", NULL };
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (stage->companies));
  test_wire_add_json (stage->wire, 200,
                      PAGE (BARE (GUID ("03"), "C") "," BARE (GUID ("01"), "A"), "3", NEXT));
  test_wire_add_json (stage->wire, 200,
                      PAGE (BARE (GUID ("01"), "A") "," BARE (GUID ("02"), "B"), "3", ""));
  load (stage);
  assert_names (stage, names);
  g_assert_cmpuint (trib_model_companies_get_total (stage->companies), ==, 3);
  mirror_end (&mirror);
}

/* The number of a page is known to whoever asked for it; the server need not say it. */
static void
test_no_numbers (Stage *stage, gconstpointer data)
{
  static const char *const names[] = { "A", "B", NULL };

  test_wire_add_json (stage->wire, 200,
                      "{\"results\":[" BARE (GUID ("01"), "A") "],\"_links\":{" NEXT "}}");
  test_wire_add_json (stage->wire, 200, "{\"results\":[" BARE (GUID ("02"), "B") "]}");
  load (stage);
  assert_names (stage, names);
  g_assert_nonnull (strstr (test_wire_get_request (stage->wire, 1), "page=2&"));
}

/* A server that always has another page, and always the same one. */
static void
test_endless (Stage *stage, gconstpointer data)
{
  test_wire_add_json (stage->wire, 200, PAGE (BARE (GUID ("01"), "A"), "9", NEXT));
  test_wire_add_json (stage->wire, 200, PAGE (BARE (GUID ("01"), "A"), "9", NEXT));
  load (stage);
  g_assert_cmpuint (test_wire_get_n_requests (stage->wire), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->companies)), ==, 1);
}

/* The second page fails: what came stays, the problem is told, and nothing counts as deleted. */
static void
test_half (Stage *stage, gconstpointer data)
{
  load_one (stage, PAGE (BARE (GUID ("01"), "A") "," BARE (GUID ("02"), "B"), "2", ""));
  test_wire_add_json (stage->wire, 200, PAGE (BARE (GUID ("01"), "A"), "2", NEXT));
  test_wire_add_json (stage->wire, 400, "{}");
  load (stage);
  g_assert_cmpint (trib_model_companies_get_state (stage->companies), ==, TRIB_MODEL_STATE_READY);
  g_assert_nonnull (trib_model_companies_get_problem (stage->companies));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->companies)), ==, 2);
}

/* Others rename, create and delete: the rows that stay keep their objects. */
static void
test_others_change (Stage *stage, gconstpointer data)
{
  static const char *const before[] = { "A", "B", "C", NULL };
  static const char *const after[] = { "B", "D", "Z", NULL };
  TribModelCompany *kept, *renamed;
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (stage->companies));
  load_one (stage,
            PAGE (BARE (GUID ("01"), "A") "," BARE (GUID ("02"), "B") "," BARE (GUID ("03"), "C"),
                  "3", ""));
  assert_names (stage, before);
  renamed = trib_model_companies_find (stage->companies, GUID ("01"));
  kept = trib_model_companies_find (stage->companies, GUID ("02"));
  load_one (stage,
            PAGE (BARE (GUID ("01"), "Z") "," BARE (GUID ("02"), "B") "," BARE (GUID ("04"), "D"),
                  "3", ""));
  assert_names (stage, after);
  g_assert_true (trib_model_companies_find (stage->companies, GUID ("01")) == renamed);
  g_assert_true (trib_model_companies_find (stage->companies, GUID ("02")) == kept);
  g_assert_null (trib_model_companies_find (stage->companies, GUID ("03")));
  mirror_end (&mirror);
}

/* A renamed company that no longer matches leaves, one that matches now comes. */
static void
test_change_in_search (Stage *stage, gconstpointer data)
{
  static const char *const before[] = { "Apple", NULL };
  static const char *const after[] = { "Apricot", NULL };
  Mirror mirror;

  mirror_begin (&mirror, G_LIST_MODEL (stage->companies));
  trib_model_companies_set_search (stage->companies, "ap");
  load_one (stage, PAGE (BARE (GUID ("01"), "Apple") "," BARE (GUID ("02"), "Pear"), "2", ""));
  assert_names (stage, before);
  load_one (stage, PAGE (BARE (GUID ("01"), "Plum") "," BARE (GUID ("02"), "Apricot"), "2", ""));
  assert_names (stage, after);
  trib_model_companies_set_search (stage->companies, "");
  g_assert_cmpuint (mirror.items->len, ==, 2);
  mirror_end (&mirror);
}

/* Two companies of one name are two companies. */
static void
test_same_name (Stage *stage, gconstpointer data)
{
  load_one (stage, PAGE (BARE (GUID ("02"), "A") "," BARE (GUID ("01"), "A"), "2", ""));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->companies)), ==, 2);
}

static void
test_hostile_words (Stage *stage, gconstpointer data)
{
  TribModelConnection *connection;
  TribModelCompany *acme;

  load_one (stage,
            ONE_PAGE ("{\"id\":\"" COMPANY
                      "\",\"name\":\"<b>A</b>\\n\\u202eB\",\"redirect\":\"" LINK
                      "\",\"tags\":{\"ref\":\"R\\u0007 1\"},\"dataConnections\":[" CONNECTION (
                          GUID ("01"), "Brand\\nNew", ",\"platformName\":\"X\\u202e\"") "]}"));
  acme = get_acme (stage);
  g_assert_cmpstr (trib_model_company_get_name (acme), ==, "<b>A</b> B");
  g_assert_cmpstr (trib_model_company_get_reference (acme), ==, "R 1");
  connection = trib_model_connections_find (trib_model_company_get_connections (acme), GUID ("01"));
  g_assert_nonnull (connection);
  g_assert_cmpstr (trib_model_connection_get_platform_name (connection), ==, "X");
  /* A word of a newer server is shown as it is and asks nothing of anybody. */
  g_assert_cmpstr (trib_model_connection_get_status_text (connection), ==, "Brand New");
  g_assert_cmpint (trib_model_connection_get_status (connection), ==, TRIB_MODEL_STATUS_PAST);
}

/* Megabytes in a name are cut to what a row can show. */
static void
test_long_words (Stage *stage, gconstpointer data)
{
  g_autofree char *word = g_strnfill (2 * 1024 * 1024, 'w');
  g_autofree char *page =
      g_strdup_printf (ONE_PAGE ("{\"id\":\"" COMPANY "\",\"name\":\"%s\",\"redirect\":\"" LINK
                                 "\",\"tags\":{\"ref\":\"%s\"},\"dataConnections\":[" CONNECTION (
                                     GUID ("01"), "Linked", ",\"platformName\":\"%s\"") "]}"),
                       word, word, word);
  TribModelConnection *connection;
  TribModelCompany *acme;

  load_one (stage, page);
  acme = get_acme (stage);
  connection = trib_model_connections_find (trib_model_company_get_connections (acme), GUID ("01"));
  g_assert_cmpint (g_utf8_strlen (trib_model_company_get_name (acme), -1), ==, 201);
  g_assert_cmpint (g_utf8_strlen (trib_model_company_get_reference (acme), -1), ==, 101);
  g_assert_cmpint (g_utf8_strlen (trib_model_connection_get_platform_name (connection), -1), ==,
                   81);
}

static void
test_sparse (Stage *stage, gconstpointer data)
{
  TribModelConnection *connection;
  TribModelCompany *acme;
  g_autofree char *connected_on = NULL;
  g_autofree char *last_sync = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *exact = NULL;

  load_one (stage, ONE_PAGE (WITH (CONNECTION (GUID ("01"), "Linked", ""))));
  acme = get_acme (stage);
  connection = trib_model_connections_find (trib_model_company_get_connections (acme), GUID ("01"));
  g_assert_cmpstr (trib_model_connection_get_platform_name (connection), ==, "Unknown platform");
  g_assert_null (trib_model_connection_get_platform_key (connection));
  g_object_get (connection, "connected-on-text", &connected_on, "last-sync-text", &last_sync,
                "fault-text", &fault, NULL);
  g_assert_null (connected_on);
  g_assert_null (fault);
  g_assert_cmpstr (last_sync, ==, "—");
  g_object_get (acme, "last-sync-exact", &exact, NULL);
  g_assert_null (exact);
  g_assert_cmpstr (trib_model_company_get_reference (acme), ==, "");
}

typedef struct {
  const char *faults;
  TribModelStatus status;
  const char *text; /* (nullable) */
  const char *pill;
  const char *subtitle;
} FaultRow;

#define FAULT(code, text, message, on, status)                                                     \
  "{\"statusCode\":\"" code "\",\"statusText\":\"" text "\",\"errorMessage\":\"" message           \
  "\",\"erroredOnUtc\":\"" on "\",\"status\":\"" status "\"}"

static const FaultRow fault_rows[] = {
  { "", TRIB_MODEL_STATUS_WAITING, NULL, "Waiting for sign-in",
    "The sign-in was begun and is not finished" },
  { FAULT ("500", "Ours", "Theirs", "2026-01-01T00:00:00Z", "Active"), TRIB_MODEL_STATUS_FAILED,
    "Ours", "Sign-in failed", "The platform reported an error" },
  { FAULT ("500", "", "Theirs", "2026-01-01T00:00:00Z", "Active"), TRIB_MODEL_STATUS_FAILED,
    "Theirs", "Sign-in failed", "The platform reported an error" },
  { FAULT ("500", "", "", "2026-01-01T00:00:00Z", "Active"), TRIB_MODEL_STATUS_FAILED,
    "The platform gave no reason", "Sign-in failed", "The platform reported an error" },
  { FAULT ("500", "Ours", "", "2026-01-01T00:00:00Z", "Resolved"), TRIB_MODEL_STATUS_WAITING, NULL,
    "Waiting for sign-in", "The sign-in was begun and is not finished" },
  { FAULT ("403", "Left", "", "2026-01-01T00:00:00Z", "Active"), TRIB_MODEL_STATUS_WAITING, "Left",
    "Cancelled", "The sign-in was cancelled; nothing was read" },
  { FAULT ("500", "Old", "", "2025-01-01T00:00:00Z", "Active") "," FAULT (
        "501", "New", "", "2026-01-01T00:00:00Z", "Active") "," FAULT ("500",
                                                                       "Older",
                                                                       "",
                                                                       "2024-01-01T00:00:00Z",
                                                                       "Active"),
    TRIB_MODEL_STATUS_FAILED, "New", "Not supported", "Its version or plan cannot be connected" },
  { FAULT ("418", "Tea", "", "2026-01-01T00:00:00Z", "Active"), TRIB_MODEL_STATUS_FAILED, "Tea",
    "Sign-in failed", "The last sign-in did not work" },
};

static void
test_faults (Stage *stage, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fault_rows); i++) {
    g_autofree char *body = g_strconcat (
        "{\"results\":[{\"id\":\"" COMPANY "\",\"name\":\"Acme\",\"redirect\":\"" LINK
        "\",\"dataConnections\":[{\"id\":\"" GUID (
            "01") "\",\"status\":\"PendingAuth\",\"linkUrl\":\"" LINK
                  "\",\"dataConnectionErrors\":[",
        fault_rows[i].faults,
        "]}]}],\"pageNumber\":1,\"pageSize\":1000,\"totalResults\":1,\"_links\":{}}", NULL);
    g_autofree char *text = NULL;
    g_autofree char *subtitle = NULL;
    TribModelConnection *connection;

    load_one (stage, body);
    connection = trib_model_connections_find (trib_model_company_get_connections (get_acme (stage)),
                                              GUID ("01"));
    g_object_get (connection, "fault-text", &text, "subtitle", &subtitle, NULL);
    g_assert_cmpstr (trib_model_connection_get_status_text (connection), ==, fault_rows[i].pill);
    g_assert_cmpstr (subtitle, ==, fault_rows[i].subtitle);
    g_assert_cmpint (trib_model_connection_get_status (connection), ==, fault_rows[i].status);
    g_assert_cmpint (trib_model_company_get_status (get_acme (stage)), ==, fault_rows[i].status);
    g_assert_cmpstr (text, ==, fault_rows[i].text);
  }
}

/* A connection finds its platform by id, then by key and kind, then by name and kind. */
static void
test_match (Stage *stage, gconstpointer data)
{
  static const struct {
    const char *connection;
    const char *platform; /* (nullable): its integration id */
  } rows[] = {
    { GUID ("01"), GUID ("b2") }, /* the id wins over the key */
    { GUID ("02"), GUID ("b1") }, /* key and kind */
    { GUID ("03"), GUID ("b2") }, /* the same key of another kind */
    { GUID ("04"), GUID ("b3") }, /* name and kind */
    { GUID ("05"), NULL },        /* the name, but another kind */
    { GUID ("06"), GUID ("b1") }, /* a kind that nobody named */
  };
  TribModelConnections *connections;

  load_grid (stage,
             PAGE (PLATFORM ("gbol", "Xero Bank Feeds", "BankFeed", GUID ("b2")) "," PLATFORM (
                       "gbol", "Xero", "Accounting",
                       GUID ("b1")) "," PLATFORM ("shop", "My Shop", "Commerce", GUID ("b3")),
                   "3", ""));
  load_one (
      stage,
      ONE_PAGE (WITH (
          CONNECTION (GUID ("01"), "Linked", ",\"integrationId\":\"" GUID ("b2") "\",\"integrationKey\":\"shop\"") "," CONNECTION (GUID ("02"), "Linked", ",\"integrationKey\":\"gbol\",\"sourceType\":\"Accounting\"") "," CONNECTION (
              GUID ("03"), "Linked",
              ",\"integrationKey\":\"gbol\",\"sourceType\":\"BankFeed\"") "," CONNECTION (GUID ("0"
                                                                                                "4"),
                                                                                          "Linked",
                                                                                          ",\"platf"
                                                                                          "ormName"
                                                                                          "\":\"my "
                                                                                          " shop\","
                                                                                          "\"source"
                                                                                          "Type\":"
                                                                                          "\"Commer"
                                                                                          "ce\"") "," CONNECTION (GUID ("05"),
                                                                                                                  "Linked",
                                                                                                                  ",\"platformName\":\"My Shop\",\"sourceType\":\"Banking\"") "," CONNECTION (GUID ("06"),
                                                                                                                                                                                              "Linked",
                                                                                                                                                                                              ",\"integrationKey\":\"gbol\""))));
  connections = trib_model_company_get_connections (get_acme (stage));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TribModelConnection *connection = trib_model_connections_find (connections, rows[i].connection);
    TribModelPlatform *platform = trib_model_connection_get_platform (connection);

    g_assert_cmpstr (platform != NULL ? trib_model_platform_get_integration_id (platform) : NULL,
                     ==, rows[i].platform);
  }
}

static void
test_shared_key (Stage *stage, gconstpointer data)
{
  TribModelPlatform *accounting, *feed;

  load_grid (stage,
             PAGE (PLATFORM ("gbol", "Xero Bank Feeds", "BankFeed",
                             GUID ("b2")) "," PLATFORM ("gbol", "Xero", "Accounting", GUID ("b1")),
                   "2", ""));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->platforms)), ==, 2);
  accounting = trib_model_platforms_find (stage->platforms, "gbol", NULL);
  feed = trib_model_platforms_find (stage->platforms, "gbol", GUID ("b2"));
  g_assert_cmpint (trib_model_platform_get_category (accounting), ==,
                   TRIB_MODEL_CATEGORY_ACCOUNTING);
  g_assert_cmpint (trib_model_platform_get_category (feed), ==, TRIB_MODEL_CATEGORY_BANKING);
}

/* The row that could not tell its platform's name learns it from the grid, and takes its place. */
static void
test_name_from_grid (Stage *stage, gconstpointer data)
{
  TribModelConnections *connections;
  g_autoptr (TribModelConnection) first = NULL;

  load_one (
      stage,
      ONE_PAGE (WITH (
          CONNECTION (GUID ("01"), "Linked", ",\"platformName\":\"Young Books\"") "," CONNECTION (
              GUID ("02"), "Linked", ",\"integrationId\":\"" GUID ("22") "\""))));
  connections = trib_model_company_get_connections (get_acme (stage));
  first = g_list_model_get_item (G_LIST_MODEL (connections), 0);
  g_assert_cmpstr (trib_model_connection_get_platform_name (first), ==, "Unknown platform");
  g_clear_object (&first);
  load_grid (stage, ONE_PAGE (PLATFORM ("zzzz", "Zoo Books", "Accounting", GUID ("22"))));
  first = g_list_model_get_item (G_LIST_MODEL (connections), 1);
  g_assert_cmpstr (trib_model_connection_get_platform_name (first), ==, "Zoo Books");
}

static void
test_unknown_platform (Stage *stage, gconstpointer data)
{
  TribModelPlatform *platform;

  load_grid (stage, ONE_PAGE ("{\"key\":\"demobank_new\",\"name\":\"\\u202eNew\\nThing\","
                              "\"enabled\":true,\"sourceType\":\"Crypto\"}"));
  platform = trib_model_platforms_find (stage->platforms, "demobank_new", NULL);
  g_assert_nonnull (platform);
  g_assert_cmpstr (trib_model_platform_get_name (platform), ==, "New Thing");
  g_assert_cmpint (trib_model_platform_get_category (platform), ==, TRIB_MODEL_CATEGORY_OTHER);
  g_assert_cmpstr (trib_model_platform_get_address (platform), ==, "");
  g_assert_nonnull (trib_model_platform_get_steps (platform)[0]);
  g_assert_nonnull (trib_model_platform_get_needs (platform)[0]);
  load_grid (stage, PAGE ("", "0", ""));
  wait_until (trib_model_platforms_get_state (stage->platforms) == TRIB_MODEL_STATE_EMPTY);
}

/* The server refuses the query, or does not know it: what is known here counts. */
static void
test_look_up (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelCompany) found = NULL;
  Call refused = { NULL }, ignored = { NULL };

  test_wire_add_json (stage->wire, 400, "{\"error\":\"no such query\"}");
  trib_model_companies_look_up_async (stage->companies, "Acme", NULL, NULL, call_cb, &refused);
  g_assert_null (
      trib_model_companies_look_up_finish (stage->companies, call_wait (&refused), &error));
  g_assert_no_error (error);
  call_clear (&refused);
  test_wire_add_json (stage->wire, 200,
                      PAGE (BARE (GUID ("01"), "Other") "," BARE (COMPANY, " ACME "), "2", ""));
  trib_model_companies_look_up_async (stage->companies, "acme", NULL, NULL, call_cb, &ignored);
  found = trib_model_companies_look_up_finish (stage->companies, call_wait (&ignored), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trib_model_company_get_id (found), ==, COMPANY);
  call_clear (&ignored);
  /* Only the one that was meant is taken over. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage->companies)), ==, 1);
}

/* A company that is made while a list is on the way is not dropped when that list ends. */
static void
test_create_while_loading (Stage *stage, gconstpointer data)
{
  g_autoptr (TribModelCompany) made = NULL;
  Call call = { NULL };

  test_wire_add_json (stage->wire, 200, BARE (COMPANY, "Acme"));
  trib_model_companies_create_async (stage->companies, "Acme", NULL, NULL, NULL, call_cb, &call);
  made = trib_model_companies_create_finish (stage->companies, call_wait (&call), NULL);
  call_clear (&call);
  g_assert_nonnull (made);
  g_assert_cmpuint (trib_model_companies_get_total (stage->companies), ==, 1);
  test_wire_add_json (stage->wire, 200, PAGE (BARE (GUID ("01"), "A"), "1", ""));
  load (stage);
  /* The next whole list decides. */
  g_assert_null (trib_model_companies_find (stage->companies, COMPANY));
  g_assert_cmpstr (trib_model_company_get_name (made), ==, "Acme");
}

static const char *
requested (Stage *stage, guint position)
{
  const char *request = test_wire_get_request (stage->wire, position);

  g_assert_nonnull (request);
  return request;
}

typedef struct {
  const char *connections;
  const char *expected; /* the last request begins with this */
} ReuseRow;

#define XERO ",\"integrationKey\":\"gbol\",\"sourceType\":\"Accounting\""
#define CREATED(day) ",\"created\":\"2025-01-" day "T00:00:00Z\""

/* Which connection a sign-in opens again, and when it makes one. */
static const ReuseRow reuse_rows[] = {
  { "", "POST /companies/" COMPANY "/connections " },
  { CONNECTION (GUID ("01"), "PendingAuth", XERO),
    "GET /companies/" COMPANY "/connections/" GUID ("01") " " },
  { CONNECTION (GUID ("01"), "Unlinked", XERO CREATED ("01")) "," CONNECTION (
        GUID ("02"), "Deauthorized", XERO CREATED ("03")) "," CONNECTION (GUID ("03"),
                                                                          "PendingAuth",
                                                                          XERO CREATED ("02")),
    "GET /companies/" COMPANY "/connections/" GUID ("02") " " },
  /* Another platform's, another kind's and a word that nobody knows are left alone. */
  { CONNECTION (GUID ("01"), "PendingAuth", ",\"integrationKey\":\"qhyg\",\"sourceType\":\"Accounting\"") "," CONNECTION (
        GUID ("02"),
        "PendingAuth",
        ",\"integrationKey\":\"gbol\",\"sourceType\":\"BankFeed\"") "," CONNECTION (GUID ("03"),
                                                                                    "Strange",
                                                                                    XERO),
    "POST /companies/" COMPANY "/connections " },
  /* The name has to do when there is no key. */
  { CONNECTION (
        GUID ("01"), "Unlinked", ",\"platformName\":\"XERO\",\"sourceType\":\"Accounting\""),
    "GET /companies/" COMPANY "/connections/" GUID ("01") " " },
};

static void
test_reuse (Stage *stage, gconstpointer data)
{
  const ReuseRow *row = data;
  g_autofree char *list = g_strconcat (
      "{\"results\":[", row->connections, "],\"pageNumber\":1,\"pageSize\":100,\"totalResults\":",
      *row->connections != '\0' ? "1" : "0", ",\"_links\":{}}", NULL);
  /* What is asked for by its id comes back under it; a new one has an id of its own. */
  const char *answer = strstr (row->expected, "/connections/" GUID ("01")) != NULL
                           ? CONNECTION (GUID ("01"), "PendingAuth", XERO)
                       : strstr (row->expected, "/connections/" GUID ("02")) != NULL
                           ? CONNECTION (GUID ("02"), "PendingAuth", XERO)
                           : CONNECTION (GUID ("0c"), "PendingAuth", XERO);
  TribModelSignIn *sign_in;
  TribLinkSession *session;

  load_grid (stage, ONE_PAGE (PLATFORM ("gbol", "Xero", "Accounting", GUID ("b1"))));
  load_one (stage, ONE_PAGE (BARE (COMPANY, "Acme")));
  test_wire_add_json (stage->wire, 200, list);
  /* Before a new one is made, what is there is noted, so that it can be told from the old ones. */
  if (g_str_has_prefix (row->expected, "POST "))
    test_wire_add_json (stage->wire, 200, list);
  test_wire_add_json (stage->wire, 200, answer);
  sign_in = trib_model_sign_in_new (stage->account, get_acme (stage),
                                    trib_model_platforms_find (stage->platforms, "gbol", NULL));
  session = trib_model_sign_in_get_session (sign_in);
  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) != TRIB_LINK_STATE_PREPARING);
  g_assert_cmpint (trib_link_session_get_state (session), ==, TRIB_LINK_STATE_OPEN);
  g_assert_true (g_str_has_prefix (requested (stage, test_wire_get_n_requests (stage->wire) - 1),
                                   row->expected));
  assert_goes (sign_in);
}

static void
test_no_link (Stage *stage, gconstpointer data)
{
  TribModelSignIn *sign_in;
  TribLinkSession *session;

  load_grid (stage, ONE_PAGE (PLATFORM ("gbol", "Xero", "Accounting", GUID ("b1"))));
  load_one (stage, ONE_PAGE (BARE (COMPANY, "Acme")));
  test_wire_add_json (stage->wire, 200, PAGE ("", "0", ""));
  test_wire_add_json (stage->wire, 200, PAGE ("", "0", ""));
  test_wire_add_json (stage->wire, 200,
                      "{\"id\":\"" GUID ("0c") "\",\"status\":\"PendingAuth\",\"linkUrl\":\"\"}");
  test_wire_add_json (stage->wire, 200, PAGE ("", "0", ""));
  sign_in = trib_model_sign_in_new (stage->account, get_acme (stage),
                                    trib_model_platforms_find (stage->platforms, "gbol", NULL));
  session = trib_model_sign_in_get_session (sign_in);
  trib_link_session_start (session);
  wait_until (trib_link_session_get_state (session) == TRIB_LINK_STATE_ENDED);
  g_assert_cmpstr (trib_model_sign_in_get_title (sign_in), ==,
                   trib_problem_get_title (TRIB_PROBLEM_BAD_ANSWER));
  assert_goes (sign_in);
}

/* A connection outlives its integration: how long its link works does not depend on the list. */
static void
test_unlisted (Stage *stage, gconstpointer data)
{
  static const char feed[] = CONNECTION (
      GUID ("01"), "PendingAuth",
      ",\"integrationKey\":\"hcws\",\"sourceType\":\"BankFeed\",\"platformName\":\"Feeds\"");
  g_autofree char *page =
      g_strconcat ("{\"results\":[{\"id\":\"" COMPANY "\",\"name\":\"Acme\",\"redirect\":\"" LINK
                   "\",\"dataConnections\":[",
                   feed, "]}],\"totalResults\":1}", NULL);
  g_autoptr (TribModelInvitation) invitation = NULL;
  g_autoptr (TribLinkTicket) ticket = NULL;
  g_autoptr (GError) error = NULL;
  TribModelConnections *connections;
  gint64 now = trib_clock_get_real_time (TRIB_CLOCK (stage->clock)) / G_USEC_PER_SEC;
  Call call = { NULL };

  load_one (stage, page);
  connections = trib_model_company_get_connections (get_acme (stage));
  invitation = trib_model_invitation_new_for_connection (
      stage->account, get_acme (stage), trib_model_connections_find (connections, GUID ("01")));
  test_wire_add_json (stage->wire, 200, feed);
  trib_model_invitation_fetch_async (invitation, NULL, call_cb, &call);
  ticket = trib_model_invitation_fetch_finish (invitation, call_wait (&call), &error);
  g_assert_no_error (error);
  g_assert_cmpint (trib_model_invitation_get_expires_at (invitation), ==, now + 3600);
  call_clear (&call);
}

/* What is told before a sign-in there is what is known of the platform, on the list or not. */
static void
test_stand_in (Stage *stage, gconstpointer data)
{
  g_autoptr (TribModelPlatform) feeds = trib_model_platforms_make_stand_in (
      stage->platforms, "hcws", CODAT_SOURCE_TYPE_BANK_FEED, "Feeds");
  g_autoptr (TribModelPlatform) nobody = trib_model_platforms_make_stand_in (
      stage->platforms, NULL, CODAT_SOURCE_TYPE_ACCOUNTING, "Nobody's");

  g_assert_cmpuint (trib_model_platform_get_link_hours (feeds), ==, 1);
  g_assert_cmpstr (trib_model_platform_get_domains (feeds)[0], ==, "intuit.com");
  g_assert_cmpuint (trib_model_platform_get_link_hours (nobody), ==, 24);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/model/foreign/" path, Stage, NULL, stage_set_up, test, stage_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("no-account-data", test_no_account_data);
  ADD ("empty", test_empty);
  ADD ("doubles", test_doubles);
  ADD ("no-numbers", test_no_numbers);
  ADD ("endless", test_endless);
  ADD ("half", test_half);
  ADD ("others-change", test_others_change);
  ADD ("change-in-search", test_change_in_search);
  ADD ("same-name", test_same_name);
  ADD ("hostile-words", test_hostile_words);
  ADD ("long-words", test_long_words);
  ADD ("sparse", test_sparse);
  ADD ("faults", test_faults);
  ADD ("match", test_match);
  ADD ("shared-key", test_shared_key);
  ADD ("name-from-grid", test_name_from_grid);
  ADD ("unknown-platform", test_unknown_platform);
  ADD ("look-up", test_look_up);
  ADD ("create-while-loading", test_create_while_loading);
  for (guint i = 0; i < G_N_ELEMENTS (reuse_rows); i++) {
    g_autofree char *path = g_strdup_printf ("/model/foreign/reuse/%u", i);

    g_test_add (path, Stage, &reuse_rows[i], stage_set_up, test_reuse, stage_tear_down);
  }
  ADD ("no-link", test_no_link);
  ADD ("unlisted", test_unlisted);
  ADD ("stand-in", test_stand_in);
  return g_test_run ();
}
