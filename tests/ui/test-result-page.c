/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"

/* How each sign-in ends for the person: what is said, and which ways on are offered, the first of
 * them first. */

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *page;
} Fixture;

typedef struct {
  const char *ending;
  const char *title;
  const char *word;
  const char *reason;  /* whether anything is connected, and what a person can do */
  const char *quote;   /* (nullable): the platform's own words */
  const char *ways[5]; /* in the order of the page */
} Row;

#define SHARE "_Send to Someone Else…"
#define ANEW "_Try Again"
#define BROWSER "Use My _Browser"
#define OTHER "Choose _Another"

/* clang-format off */
static const Row rows[] = {
  { "allow", "Xero Is Connected", "Connected", "you can leave this page", NULL,
    { "_Done", "Connect _Another" } },
  { "unchanged", "Nothing Was Changed", "Nothing changed", "so Xero is not connected", NULL,
    { ANEW, OTHER } },
  { "cancel", "You Cancelled the Sign-In", "Cancelled", "nothing was read",
    "The person pressed Cancel on the sign-in page",
    { ANEW, BROWSER, OTHER } },
  { "error", "Xero Reported a Problem", "Failed", "Try again when that is mended",
    "Your subscription has ended", { ANEW, BROWSER, SHARE, OTHER } },
  { "not-supported", "Xero Does Not Support This", "Not supported",
    "ask the provider about your plan", "Connections are not part of the Starter plan.",
    { OTHER } },
  { "unknown-code", "The Sign-In Ended in an Unknown Way", "Unclear",
    "copy the details for support", "Something new happened", { ANEW, BROWSER, OTHER } },
  { "expired", "The Link Was Used or Is Too Old", "Link expired", "Try again to get a fresh one",
    NULL, { ANEW, BROWSER, OTHER } },
  { "used", "The Link Was Used or Is Too Old", "Link expired", "A link works once", NULL,
    { ANEW, BROWSER, OTHER } },
  /* Whoever cannot be trusted is not gone to in another program. */
  { "tls", "The Page Could Not Prove Who It Is", "Not secure", "before you could type anything",
    NULL, { OTHER, ANEW } },
  { "no-network", "The Page Could Not Be Reached", "No network", "Check the network", NULL,
    { ANEW, "See _Connections" } },
  { "crash", "The Page Stopped Working", "Page stopped", "use your own browser", NULL,
    { ANEW, BROWSER, OTHER } },
  { "not-started", "The Server Has a Problem", "Not started", "The fault is not yours", NULL,
    { ANEW, "See _Connections", OTHER } },
};
/* clang-format on */

static void
set_up (Fixture *fixture, gconstpointer ending)
{
  ui_world_start (&fixture->world, 0);
  fixture->page = sign_in_fixture_end (&fixture->world, ending);
  ui_window_open (&fixture->window, fixture->page, 700, 900);
  company_fixture_settle ();
}

static void
tear_down (Fixture *fixture)
{
  ui_window_close (&fixture->window);
  ui_world_stop (&fixture->world);
}

/* Whether words are part of what a label says. */
static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
collect_ways (GtkWidget *widget, GPtrArray *ways)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_EXPANDER (widget) || ADW_IS_HEADER_BAR (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (ways, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_ways (child, ways);
}

static void
test_ending (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();
  Fixture fixture;
  guint n = 0;

  set_up (&fixture, row->ending);
  g_assert_true (ui_shows (fixture.page, row->title));
  g_assert_true (says (fixture.page, row->reason));
  g_assert_cmpint (ui_shows (fixture.page, "Xero says"), ==, row->quote != NULL);
  if (row->quote != NULL)
    g_assert_true (says (fixture.page, row->quote));
  g_assert_true (ui_shows (fixture.page, row->word));
  collect_ways (fixture.page, ways);
  for (; row->ways[n] != NULL; n++) {
    GtkWidget *button = g_ptr_array_index (ways, n);

    g_assert_cmpuint (n, <, ways->len);
    g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, row->ways[n]);
    g_assert_cmpint (gtk_widget_has_css_class (button, "suggested-action"), ==, n == 0);
    ui_click (button);
  }
  g_assert_cmpuint (n, ==, ways->len);
  g_assert_cmpstr (fixture.window.activated->str, !=, "");
  ui_assert_names (fixture.page);
  tear_down (&fixture);
}

/* After a success the next kind that is required is the main way on; without one, Done is. */
static void
test_next (void)
{
  Fixture fixture;
  TribModelPolicy *policy;
  GtkWidget *other;

  set_up (&fixture, "allow");
  policy = trib_model_account_get_policy (fixture.world.account);
  other = ui_find_action (fixture.page, "win.choose-another");
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, TRUE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (other)), ==, "Connect _Another");
  g_assert_false (gtk_widget_has_css_class (other, "suggested-action"));
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_ACCOUNTING, FALSE);
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_BANKING, TRUE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (other)), ==, "Next: Connect a _Bank");
  g_assert_true (gtk_widget_has_css_class (other, "suggested-action"));
  g_assert_true (gtk_widget_get_visible (ui_find_action (fixture.page, "win.show-connections")));
  trib_model_policy_set_required (policy, TRIB_MODEL_CATEGORY_BANKING, FALSE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (other)), ==, "Connect _Another");
  g_assert_false (gtk_widget_has_css_class (other, "suggested-action"));
  tear_down (&fixture);
}

/* What happened is read first: a key that was meant for the web page presses nothing. */
static void
test_focus (void)
{
  Fixture fixture;
  GtkWidget *focus;

  set_up (&fixture, "cancel");
  gtk_widget_activate_action (fixture.page, "page.focus", NULL);
  focus = gtk_window_get_focus (fixture.window.window);
  g_assert_false (GTK_IS_BUTTON (focus));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (focus),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  ui_press (fixture.window.window, GDK_KEY_space, 0);
  ui_press (fixture.window.window, GDK_KEY_Return, 0);
  company_fixture_settle ();
  g_assert_cmpstr (fixture.window.activated->str, ==, "");
  tear_down (&fixture);
}

/* What the platform says is quoted as it is: no markup, no turned letters, no lines of its own. */
static void
test_hostile (void)
{
  Fixture fixture;

  set_up (&fixture, "hostile-text");
  g_assert_true (ui_shows (fixture.page, "Xero says"));
  g_assert_true (ui_shows (fixture.page, "<a href=\"https://example.invalid/\">Click</a> now %s"));
  tear_down (&fixture);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, "error");
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find (fixture.page, GTK_TYPE_EXPANDER)), TRUE);
  company_fixture_settle ();
  ui_click (ui_find_action (fixture.page, "result.copy-details"));
  g_assert_nonnull (ui_find_named (fixture.page, GTK_TYPE_BUTTON, "Copied"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture.page), NULL, text_read_cb,
                                 &text);
  ui_wait_for (is_set, &text);
  g_assert_true (ui_shows (fixture.page, text));
  g_assert_nonnull (strstr (text, "500"));
  /* The link is as good as a password while it lasts. */
  g_assert_null (strstr (text, "otp"));
  tear_down (&fixture);
}

/* What support asks for first: the number under which Codat knows the request. */
static void
test_reference (void)
{
  Fixture fixture;

  set_up (&fixture, "not-started");
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find (fixture.page, GTK_TYPE_EXPANDER)), TRUE);
  company_fixture_settle ();
  g_assert_true (says (fixture.page, "Reference for support: "));
  tear_down (&fixture);
}

/* The page that slides away says what it said: the sign-in goes on under another one. */
static void
test_begun_anew (void)
{
  Fixture fixture;
  TribModelSignIn *sign_in;

  set_up (&fixture, "cancel");
  sign_in = trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (fixture.page));
  trib_link_session_restart (trib_model_sign_in_get_session (sign_in));
  g_assert_null (trib_model_sign_in_get_title (sign_in));
  g_assert_true (ui_shows (fixture.page, "You Cancelled the Sign-In"));
  g_assert_true (ui_shows (fixture.page, "Cancelled"));
  g_assert_nonnull (ui_find_named (fixture.page, GTK_TYPE_BUTTON, ANEW));
  tear_down (&fixture);
}

/* Who opened the details has them open, whatever else becomes known meanwhile. */
static void
test_details_stay (void)
{
  Fixture fixture;
  TribModelSignIn *sign_in;
  GtkExpander *details;

  set_up (&fixture, "cancel");
  sign_in = trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (fixture.page));
  details = GTK_EXPANDER (ui_find (fixture.page, GTK_TYPE_EXPANDER));
  g_assert_false (gtk_expander_get_expanded (details));
  gtk_expander_set_expanded (details, TRUE);
  trib_model_policy_set_required (
      trib_model_account_get_policy (trib_model_sign_in_get_account (sign_in)),
      TRIB_MODEL_CATEGORY_BANKING, TRUE);
  g_assert_true (gtk_expander_get_expanded (details));
  tear_down (&fixture);
}

static gboolean
has_rows (gpointer data)
{
  return ui_shows (data, "Invoices");
}

/* A sign-in that worked goes on with what is being read. */
static void
test_sync (void)
{
  Fixture fixture;

  set_up (&fixture, "allow");
  ui_wait_for (has_rows, fixture.page);
  g_assert_true (ui_shows (fixture.page, "Reading your data"));
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/ui/result/ending/%s", rows[i].ending);

    g_test_add_data_func (path, &rows[i], test_ending);
  }
  g_test_add_func ("/ui/result/next", test_next);
  g_test_add_func ("/ui/result/focus", test_focus);
  g_test_add_func ("/ui/result/hostile", test_hostile);
  g_test_add_func ("/ui/result/copy", test_copy);
  g_test_add_func ("/ui/result/reference", test_reference);
  g_test_add_func ("/ui/result/begun-anew", test_begun_anew);
  g_test_add_func ("/ui/result/details-stay", test_details_stay);
  g_test_add_func ("/ui/result/sync", test_sync);
  return g_test_run ();
}
