/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "walk.h"

#include "trib-ui.h"

/* Every way that the presenter may choose for the next sign-in, from the grid to the page at the
 * end, in one window that lives through all of them. */

#define PLATFORM "gbol"
#define PAGE "Sign in to"
/* Codat is asked for ten seconds before a claim is not believed; each answer needs its time. */
#define QUICK 8
/* A minute of the program's clock in a second of ours. */
#define FAST 60
/* For what is waited for half an hour. */
#define FASTER 1200

#define NEW "_Try Again"
#define BROWSER "Use My _Browser"
#define OTHER "Choose _Another"
#define CONNECTIONS "See _Connections"
#define CHECK "Check A_gain"
#define SHARE "_Send to Someone Else…"
#define CONNECTED "Xero Is Connected", "is connected", NULL, "_Done|Connect _Another"

typedef struct {
  const char *scenario;
  const char *presses[3]; /* ids in the page */
  const char *shown;      /* (nullable): what is said of a page that is of no use */
  enum { ITSELF, CANCEL, TIME } end;
  const char *title;
  const char *sentence;
  const char *quote; /* (nullable): the platform's own words */
  const char *ways;
  const char *status;
  gboolean waits; /* whether Codat may say more of it yet, so that it stays written down */
} Row;

/* clang-format off */
static const Row rows[] = {
  { "ask", { "allow" }, NULL, ITSELF, CONNECTED, "Linked" },
  { "allow", { NULL }, NULL, ITSELF, CONNECTED, "Linked" },
  { "cancel", { NULL }, NULL, ITSELF, "You Cancelled the Sign-In", "nothing was read",
    "The person pressed Cancel on the sign-in page", NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "unchanged", { NULL }, NULL, ITSELF, "Nothing Was Changed", "so Xero is not connected", NULL,
    NEW "|" OTHER, "PendingAuth" },
  { "not-supported", { NULL }, NULL, ITSELF, "Xero Does Not Support This",
    "ask the provider about your plan", "Connections are not part of the Starter plan.", OTHER,
    "PendingAuth" },
  { "error", { NULL }, NULL, ITSELF, "Xero Reported a Problem", "Try again when that is mended",
    "Your subscription has ended", NEW "|" BROWSER "|" SHARE "|" OTHER, "PendingAuth" },
  { "hostile-text", { NULL }, NULL, ITSELF, "Xero Reported a Problem", "Try again when that is mended",
    "<a href=\"https://example.invalid/\">Click</a> now", NEW "|" BROWSER "|" SHARE "|" OTHER,
    "PendingAuth" },
  { "unknown-code", { NULL }, NULL, ITSELF, "The Sign-In Ended in an Unknown Way",
    "an answer that is not known here", "Something new happened", NEW "|" BROWSER "|" OTHER,
    "PendingAuth" },
  { "lies", { NULL }, NULL, TIME, "The Connection Is Not Confirmed", "Codat does not say so", NULL,
    CHECK "|" CONNECTIONS "|" NEW "|" BROWSER, "PendingAuth", TRUE },
  { "other-organisation", { NULL }, NULL, ITSELF, CONNECTED, "Linked" },
  { "no-redirect", { "allow" }, NULL, TIME, CONNECTED, "Linked" },
  { "expired", { NULL }, NULL, ITSELF, "The Link Was Used or Is Too Old", "get a fresh one", NULL,
    NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "used", { NULL }, NULL, ITSELF, "The Link Was Used or Is Too Old", "get a fresh one", NULL,
    NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "slow", { "allow" }, NULL, ITSELF, CONNECTED, "Linked" },
  { "never", { NULL }, "does not get any further", CANCEL, "You Cancelled the Sign-In",
    "nothing was read", NULL, NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "never", { NULL }, "does not get any further", TIME, "The Sign-In Took Too Long",
    "Nothing came back in time", NULL, NEW "|" CHECK "|" BROWSER "|" OTHER, "PendingAuth", TRUE },
  { "blank", { NULL }, "This page stays empty here", CANCEL, "You Cancelled the Sign-In",
    "nothing was read", NULL, NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "hang", { NULL }, "does not get any further", CANCEL, "You Cancelled the Sign-In",
    "nothing was read", NULL, NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "crash", { NULL }, NULL, ITSELF, "The Page Stopped Working", "use your own browser", NULL,
    NEW "|" BROWSER "|" OTHER, "PendingAuth" },
  { "tls", { NULL }, NULL, ITSELF, "The Page Could Not Prove Who It Is",
    "before you could type anything", NULL, OTHER "|" NEW, "PendingAuth" },
  { "popup", { "window", "allow" }, NULL, ITSELF, CONNECTED, "Linked" },
  { "download", { "connector", "allow" }, "“connector-setup.bin”", ITSELF, CONNECTED, "Linked" },
  { "forged", { "allow" }, NULL, ITSELF, CONNECTED, "Linked" },
  { "forged-frame", { "allow" }, NULL, ITSELF, CONNECTED, "Linked" },
  { "post", { "allow" }, NULL, TIME, CONNECTED, "Linked" },
};
/* clang-format on */

static void
collect (GtkWidget *top, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (top), type))
    g_ptr_array_add (found, top);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gboolean
has_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].scenario, name))
      return TRUE;
  g_test_message ("“%s” has no row here", name);
  return FALSE;
}

/* A scenario that is added, here or there, has its row, or this fails. */
static void
test_complete (void)
{
  Walk walk = { 0 };
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const *names = sandbox_server_list_scenarios ();
  GtkWindow *dialog;

  walk_start (&walk, TRUE);
  app_test_activate (&walk.test, "win.choose-scenario");
  dialog = app_test_wait_for_dialog (&walk.test);
  collect (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, choices);
  for (guint i = 0; i < choices->len; i++) {
    gtk_widget_activate (choices->pdata[i]);
    g_assert_true (g_hash_table_add (chosen, (gpointer) sandbox_server_get_scenario (walk.server)));
  }
  gtk_window_destroy (dialog);
  for (guint i = 0; names[i] != NULL; i++) {
    g_assert_true (has_row (names[i]));
    g_assert_true (g_hash_table_remove (chosen, names[i]));
  }
  g_assert_cmpuint (g_hash_table_size (chosen), ==, 0);
  walk_end (&walk);
}

static void
assert_at_server (Walk *walk, const Row *row, const char *company_id)
{
  const char *id = trib_link_session_get_connection_id (walk_get_session (walk));
  g_autofree char *status = sandbox_server_dup_connection_status (walk->server, company_id, id);

  g_assert_cmpstr (status, ==, row->status);
  g_assert_cmpuint (sandbox_server_get_n_connections (walk->server, company_id), ==, 1);
  g_assert_cmpuint (sandbox_server_get_redirect_hits (walk->server), ==, 0);
  g_assert_cmpint (walk_is_noted (walk), ==, row->waits);
}

static gboolean
is_over (AppTest *test, gconstpointer data)
{
  return trib_link_session_get_state (walk_get_session ((Walk *) test)) != TRIB_LINK_STATE_OPEN;
}

static void
go_through_page (Walk *walk, const Row *row)
{
  AppTest *test = &walk->test;

  for (guint i = 0; row->presses[i] != NULL; i++) {
    walk_wait_for_web_page (walk, PAGE);
    g_assert_true (walk_is_noted (walk));
    walk_press_in_page (walk, row->presses[i]);
    /* The second page of the two is another one. */
    if (g_str_equal (row->presses[i], "window"))
      app_test_wait_for_dialog (test);
    if (row->shown != NULL)
      walk_wait_for_text (walk, row->shown);
  }
  if (row->end != ITSELF || (row->shown != NULL && row->presses[0] == NULL))
    walk->speed = row->waits && row->shown == NULL ? QUICK : FAST;
  if (row->shown != NULL && row->presses[0] == NULL)
    walk_wait_for_text (walk, row->shown);
  if (row->end == TIME && row->shown != NULL) {
    walk->speed = FASTER;
    app_test_wait (test, 30, is_over, NULL);
    walk->speed = 1;
  }
  if (row->end != CANCEL)
    return;
  walk->speed = 1;
  walk_press (walk, app_test_find_button (app_test_get_page (test), "Cancel"));
  app_test_answer (app_test_wait_for_dialog (test), "stop");
}

/* What a row is walked with. */
typedef struct {
  Walk *walk;
  Row row;
} Case;

static void
test_row (gconstpointer data)
{
  Walk *walk = ((const Case *) data)->walk;
  const Row *row = &((const Case *) data)->row;
  g_autofree char *name =
      g_strdup_printf ("The %s %s %d Company", row->scenario,
                       row->presses[0] != NULL ? row->presses[0] : "", (int) row->end);
  g_autofree char *company_id = NULL;

  walk_to_companies (walk);
  g_assert_true (sandbox_server_set_scenario (walk->server, row->scenario));
  walk_to_new_company (walk, name);
  company_id = sandbox_server_dup_company_id (walk->server, name);
  walk_to_sign_in (walk, PLATFORM);
  go_through_page (walk, row);
  app_test_wait_for_page (&walk->test, TRIB_UI_TYPE_RESULT_PAGE);
  walk->speed = 1;
  walk_assert_result (walk, row->title, row->sentence, row->quote, row->ways);
  assert_at_server (walk, row, company_id);
}

static void
add_rows (Walk *walk, GArray *cases)
{
  static const char *const ends[] = { "", "-cancel", "-time" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path =
        g_strdup_printf ("/e2e/scenarios/%s%s", rows[i].scenario, ends[rows[i].end]);
    Case row = { walk, rows[i] };

    g_array_append_val (cases, row);
    g_test_add_data_func (path, &g_array_index (cases, Case, cases->len - 1), test_row);
  }
}

/* The page that asks has a button for most of the endings: what it does is what they do. */
static void
add_buttons (Walk *walk, GArray *cases)
{
  static const char *const buttons[] = { "cancel",       "unchanged",    "not-supported",
                                         "error",        "lies",         "other-organisation",
                                         "hostile-text", "unknown-code", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/e2e/scenarios/ask-%s", rows[i].scenario);
    Case button = { walk, rows[i] };

    if (!g_strv_contains (buttons, rows[i].scenario))
      continue;
    button.row.scenario = "ask";
    button.row.presses[0] = rows[i].scenario;
    g_array_append_val (cases, button);
    g_test_add_data_func (path, &g_array_index (cases, Case, cases->len - 1), test_row);
  }
}

int
main (int argc, char *argv[])
{
  /* Kept whole: the cases are pointed to. */
  g_autoptr (GArray) cases =
      g_array_sized_new (FALSE, FALSE, sizeof (Case), 2 * G_N_ELEMENTS (rows));
  Walk walk = { 0 };
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  /* An account that a person has added remembers what goes on; the demo does not. */
  walk_start (&walk, FALSE);
  walk_add_account (&walk);
  g_test_add_func ("/e2e/scenarios/complete", test_complete);
  add_rows (&walk, cases);
  add_buttons (&walk, cases);
  status = g_test_run ();
  walk_end (&walk);
  return status;
}
