/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app-test.h"

#include "trib-text.h"
#include "trib-ui.h"

/* Whoever looks elsewhere is told that the first sync has ended, and nobody else is. */

typedef struct {
  AppTest test;
  gboolean away;
  guint n_sent;
  char *title;
  char *body;
  char *company_id;
} Fixture;

static gboolean
is_away_cb (gpointer data)
{
  return ((Fixture *) data)->away;
}

static void
send_cb (const char *id, const char *title, const char *body, const char *company_id, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *expected = g_strconcat ("first-sync-", company_id, NULL);

  g_assert_cmpstr (id, ==, expected);
  fixture->n_sent++;
  trib_set_str (&fixture->title, title);
  trib_set_str (&fixture->body, body);
  trib_set_str (&fixture->company_id, company_id);
}

static const TribAppNewsPort port = { is_away_cb, send_cb };

static gboolean
platforms_are_ready (AppTest *test, gconstpointer data)
{
  TribModelAccount *account = trib_app_window_get_account (test->window);

  return trib_model_platforms_get_state (trib_model_account_get_platforms (account)) ==
         TRIB_MODEL_STATE_READY;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AppTest *test = &fixture->test;

  app_test_set_up (test, TRUE, FAKE_WEB_MODULE);
  trib_app_window_start (test->window, NULL);
  app_test_wait_for_companies (test, TRIB_MODEL_STATE_READY);
  trib_model_platforms_load (
      trib_model_account_get_platforms (trib_app_window_get_account (test->window)));
  app_test_wait (test, 10, platforms_are_ready, NULL);
  trib_app_news_set_port (trib_app_window_get_news (test->window), &port, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_test_tear_down (&fixture->test);
  g_free (fixture->title);
  g_free (fixture->body);
  g_free (fixture->company_id);
}

static TribModelCompany *
find_untouched_company (AppTest *test)
{
  GListModel *companies = G_LIST_MODEL (app_test_get_companies (test));

  for (guint i = 0; i < g_list_model_get_n_items (companies); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (companies, i);

    if (trib_model_company_get_status (company) == TRIB_MODEL_STATUS_NOT_STARTED)
      return company;
  }
  g_assert_not_reached ();
}

static TribModelCompany *
find_company (AppTest *test, const char *name)
{
  GListModel *companies = G_LIST_MODEL (app_test_get_companies (test));

  for (guint i = 0; i < g_list_model_get_n_items (companies); i++) {
    g_autoptr (TribModelCompany) company = g_list_model_get_item (companies, i);

    if (g_str_equal (trib_model_company_get_name (company), name))
      return company;
  }
  g_assert_not_reached ();
}

static void
sign_in_at (Fixture *fixture,
            TribModelCompany *company,
            const char *platform_key,
            const char *scenario)
{
  AppTest *test = &fixture->test;

  sandbox_server_set_scenario (trib_app_demo_get_server (test->demo), scenario);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.sign-in", "(sss)",
                                             trib_model_company_get_id (company), platform_key,
                                             ""));
  app_test_wait_for_page (test, TRIB_UI_TYPE_RESULT_PAGE);
}

static TribModelCompany *
sign_in (Fixture *fixture, const char *scenario)
{
  TribModelCompany *company = find_untouched_company (&fixture->test);

  sign_in_at (fixture, company, "gbol", scenario);
  return company;
}

static gboolean
shows_text (AppTest *test, gconstpointer data)
{
  return app_test_has_text (app_test_get_page (test), data);
}

static gboolean
was_sent (AppTest *test, gconstpointer data)
{
  return ((Fixture *) test)->n_sent > 0;
}

static void
test_away (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company;

  fixture->away = TRUE;
  company = sign_in (fixture, "allow");
  g_assert_cmpuint (fixture->n_sent, ==, 0);
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, was_sent, NULL);
  g_assert_nonnull (strstr (fixture->title, trib_model_company_get_name (company)));
  g_assert_cmpstr (fixture->body, ==, "The first sync has finished.");
  g_assert_cmpstr (fixture->company_id, ==, trib_model_company_get_id (company));
  app_test_wait (&fixture->test, 20, shows_text, "All your data is in");
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

static void
test_looking (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "allow");
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, shows_text, "All your data is in");
  g_assert_cmpuint (fixture->n_sent, ==, 0);
}

/* The page is left while the sync still goes on. */
static void
test_page_left (Fixture *fixture, gconstpointer data)
{
  fixture->away = TRUE;
  sign_in (fixture, "allow");
  app_test_activate (&fixture->test, "win.back");
  app_test_wait_for_page (&fixture->test, TRIB_UI_TYPE_COMPANIES_PAGE);
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, was_sent, NULL);
  g_assert_cmpuint (fixture->n_sent, ==, 1);
}

/* One of the company's connections keeps some of its data: the message says no more than the page.
 */
static void
test_some_missing (Fixture *fixture, gconstpointer data)
{
  TribModelCompany *company = find_company (&fixture->test, "Elm & Iron Furniture");

  fixture->away = TRUE;
  sign_in_at (fixture, company, "ugxp", "allow");
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 20, was_sent, NULL);
  g_assert_cmpstr (fixture->title, ==, "Elm & Iron Furniture: some of the data is not in");
  app_test_wait (&fixture->test, 20, shows_text, "Some of your data is not in");
}

/* What has not ended well has nothing to tell, and the window lets it go. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  fixture->away = TRUE;
  sign_in (fixture, "cancel");
  sandbox_server_advance (trib_app_demo_get_server (fixture->test.demo), 60);
  app_test_wait (&fixture->test, 10, shows_text, "Cancelled");
  g_assert_cmpuint (fixture->n_sent, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/app/news/away", Fixture, NULL, set_up, test_away, tear_down);
  g_test_add ("/app/news/looking", Fixture, NULL, set_up, test_looking, tear_down);
  g_test_add ("/app/news/page-left", Fixture, NULL, set_up, test_page_left, tear_down);
  g_test_add ("/app/news/some-missing", Fixture, NULL, set_up, test_some_missing, tear_down);
  g_test_add ("/app/news/failed", Fixture, NULL, set_up, test_failed, tear_down);
  return g_test_run ();
}
