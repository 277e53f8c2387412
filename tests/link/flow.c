/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "flow.h"

#include <string.h>

static void
notify_state_cb (Flow *self)
{
  self->n_states++;
}

static void
notify_serial_cb (Flow *self)
{
  self->n_serials++;
  /* Whoever is told of a link finds it there. */
  g_assert_nonnull (trib_link_session_get_link_uri (self->session));
}

static void
ended_cb (Flow *self)
{
  self->n_ended++;
  g_assert_cmpint (trib_link_session_get_state (self->session), ==, TRIB_LINK_STATE_ENDED);
  g_assert_cmpint (trib_link_session_get_outcome (self->session), !=, TRIB_LINK_OUTCOME_NONE);
}

void
flow_init (Flow *self, gboolean with_redirect)
{
  memset (self, 0, sizeof *self);
  self->service = fake_service_new ();
  self->clock = test_clock_new ();
  if (with_redirect)
    self->redirect = trib_link_redirect_new (
        REDIRECT "?s={statusCode}&c={connectionId}&k={companyId}&n={state}", NULL);
  self->session = trib_link_session_new (TRIB_LINK_SERVICE (self->service), self->redirect, COMPANY,
                                         NULL, FALSE, TRIB_CLOCK (self->clock));
  g_signal_connect_swapped (self->session, "notify::state", G_CALLBACK (notify_state_cb), self);
  g_signal_connect_swapped (self->session, "notify::link-serial", G_CALLBACK (notify_serial_cb),
                            self);
  g_signal_connect_swapped (self->session, "ended", G_CALLBACK (ended_cb), self);
}

void
flow_clear (Flow *self)
{
  g_assert_finalize_object (self->session);
  g_assert_cmpuint (test_clock_get_n_timeouts (self->clock), ==, 0);
  g_assert_cmpuint (fake_service_get_n_tickets (self->service), ==, 0);
  g_assert_cmpuint (fake_service_get_n_checks (self->service), ==, 0);
  fake_service_flush (self->service);
  g_assert_finalize_object (self->service);
  g_assert_finalize_object (self->clock);
  if (self->redirect != NULL)
    g_assert_finalize_object (self->redirect);
}

void
flow_open (Flow *self)
{
  trib_link_session_start (self->session);
  flow_assert (self, PREPARING, NONE);
  fake_service_answer_ticket (self->service, CONNECTION, LINK);
  flow_assert (self, OPEN, NONE);
}

char *
flow_dup_redirect (Flow *self,
                   const char *code,
                   const char *state,
                   const char *connection_id,
                   const char *company_id)
{
  const char *link = trib_link_session_get_link_uri (self->session);
  const char *nonce = link != NULL ? strstr (link, "&state=") : NULL;

  if (state == NULL)
    state = nonce != NULL ? nonce + strlen ("&state=") : "";
  return g_strdup_printf (REDIRECT "?s=%s&c=%s&k=%s&n=%s", code,
                          connection_id != NULL ? connection_id : CONNECTION,
                          company_id != NULL ? company_id : COMPANY, state);
}

void
flow_capture (Flow *self, const char *code)
{
  g_autofree char *uri = flow_dup_redirect (self, code, NULL, NULL, NULL);

  g_assert_cmpint (trib_link_session_judge (self->session, uri, "GET", FALSE), ==,
                   TRIB_LINK_VERDICT_CAPTURE);
  g_assert_true (trib_link_session_capture (self->session, uri, "GET"));
  flow_assert (self, CONFIRMING, NONE);
}
