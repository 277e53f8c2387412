/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-service.h"

G_BEGIN_DECLS

/* How long its links work, in seconds. */
#define FAKE_SERVICE_LINK_LIFE 3600

#define FAKE_TYPE_SERVICE (fake_service_get_type ())

G_DECLARE_FINAL_TYPE (FakeService, fake_service, FAKE, SERVICE, GObject)

/* A service that answers when a test says so. Each answer runs the main loop until it is idle. */
FakeService *fake_service_new (void);
/* How many calls of each kind wait for an answer and were not cancelled. */
guint fake_service_get_n_tickets (FakeService *self);
guint fake_service_get_n_checks (FakeService *self);
/* How many checks there ever were. */
guint fake_service_get_all_checks (FakeService *self);
/* Which connection the last call was about (nullable). */
const char *fake_service_get_asked_id (FakeService *self);

/* uri is (nullable): NULL fails with G_IO_ERROR_HOST_UNREACHABLE. */
void fake_service_answer_ticket (FakeService *self, const char *connection_id, const char *uri);
/* The next link is for a connection that is linked already. */
void fake_service_set_linked (FakeService *self, gboolean is_linked);
void fake_service_answer_check (FakeService *self, TribLinkTruth truth);
void fake_service_fail_check (FakeService *self);
/* Which connection is followed (nullable). */
const char *fake_service_get_followed_id (FakeService *self);
/* Tells who follows. */
void fake_service_tell (FakeService *self, TribLinkTruth truth);
void fake_service_tell_failure (FakeService *self);
/* Answers the cancelled ones with good news, as if nobody had cancelled. */
void fake_service_answer_late (FakeService *self);
/* The same for all. */
void fake_service_flush (FakeService *self);

G_END_DECLS
