/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-session.h"

#include "fake-service.h"
#include "test-clock.h"

G_BEGIN_DECLS

#define CONNECTION "11111111-1111-4111-8111-111111111111"
#define COMPANY "22222222-2222-4222-8222-222222222222"
#define LINK "https://link.example/start?otp=123456"
#define REDIRECT "https://app.example/done"

/* One sign-in with everything that it needs, and counters of what it told. */
typedef struct {
  FakeService *service;
  TestClock *clock;
  TribLinkRedirect *redirect; /* (nullable) */
  TribLinkSession *session;
  guint n_ended;
  guint n_states;
  guint n_serials;
} Flow;

void flow_init (Flow *self, gboolean with_redirect);
/* Lets go of the session, then proves that nothing of it is left. */
void flow_clear (Flow *self);
/* Starts, and answers with a link. */
void flow_open (Flow *self);
/* What Codat would send the page to; values are (nullable): the right ones. */
char *flow_dup_redirect (Flow *self,
                         const char *code,
                         const char *state,
                         const char *connection_id,
                         const char *company_id) G_GNUC_WARN_UNUSED_RESULT;
void flow_capture (Flow *self, const char *code);

#define flow_assert(self, expected_state, expected_outcome)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint (trib_link_session_get_state ((self)->session), ==,                            \
                     TRIB_LINK_STATE_##expected_state);                                            \
    g_assert_cmpint (trib_link_session_get_outcome ((self)->session), ==,                          \
                     TRIB_LINK_OUTCOME_##expected_outcome);                                        \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
