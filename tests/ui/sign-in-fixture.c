/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sign-in-fixture.h"

/* The one symbol of the module with a view, here with the view that is no WebKit. */
GtkWidget *trib_web_module_new_view (void);

typedef struct {
  TribLinkSession *session;
  TribLinkState state;
} Wait;

static gboolean
has_state (gpointer data)
{
  Wait *wait = data;

  return trib_link_session_get_state (wait->session) == wait->state;
}

TribLinkSession *
sign_in_fixture_get_session (GtkWidget *page)
{
  return trib_model_sign_in_get_session (
      trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page)));
}

void
sign_in_fixture_wait (GtkWidget *page, TribLinkState state)
{
  Wait wait = { sign_in_fixture_get_session (page), state };

  ui_wait_for (has_state, &wait);
}

GtkWidget *
sign_in_fixture_open (UiWorld *world, const char *scenario)
{
  TribModelCompany *company = company_fixture_get (world, "Hollis & Okafor Architects");
  TribModelPlatform *platform = company_fixture_get_platform (world, "gbol");
  g_autoptr (TribModelSignIn) sign_in = NULL;
  GtkWidget *page;

  g_assert_true (sandbox_server_set_scenario (world->server, scenario));
  sign_in = trib_model_sign_in_new (world->account, company, platform);
  page = trib_ui_sign_in_page_new (sign_in, trib_web_module_new_view ());
  trib_ui_sign_in_page_start (TRIB_UI_SIGN_IN_PAGE (page));
  return page;
}

GtkWidget *
sign_in_fixture_end (UiWorld *world, const char *ending)
{
  static const struct {
    const char *ending;
    TribLinkPageProblem problem;
  } problems[] = {
    { "no-network", TRIB_LINK_PAGE_PROBLEM_NETWORK },
    { "tls", TRIB_LINK_PAGE_PROBLEM_TLS },
    { "crash", TRIB_LINK_PAGE_PROBLEM_CRASH },
  };
  const char *scenario = ending;
  g_autoptr (GtkWidget) page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++) {
    if (g_str_equal (ending, problems[i].ending))
      scenario = "ask";
  }
  if (g_str_equal (ending, "not-started")) {
    scenario = "ask";
    g_assert_true (sandbox_server_set_fault (world->server, "create-connection-500"));
  }
  page = g_object_ref_sink (sign_in_fixture_open (world, scenario));
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++) {
    if (!g_str_equal (ending, problems[i].ending))
      continue;
    sign_in_fixture_wait (page, TRIB_LINK_STATE_OPEN);
    trib_link_session_report_page_problem (sign_in_fixture_get_session (page), problems[i].problem);
  }
  sign_in_fixture_wait (page, TRIB_LINK_STATE_ENDED);
  return trib_ui_result_page_new (trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page)));
}
