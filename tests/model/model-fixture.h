/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"
#include "test-clock.h"
#include "trib-model.h"

G_BEGIN_DECLS

/* An account at a sandbox of its own, with a clock that stands still. */
typedef struct {
  SandboxServer *server;
  TestClock *clock;
  TribStore *store;
  CodatClient *client;
  TribModelAccount *account;
} Fixture;

/* data is how many companies there should be; none: the seeded ones. */
void fixture_set_up (Fixture *fixture, gconstpointer data);
/* For tests whose data is something else. */
void fixture_set_up_plain (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
/* Before anything is loaded: the same account with the computer's clock, or without a redirect. */
void fixture_make_account (Fixture *fixture, TribClock *clock, const char *redirect);

/* Turns the main loop until the condition holds, for a bounded time. */
typedef struct {
  guint source;
  gint64 end;
  gboolean over;
} Deadline;

void deadline_begin (Deadline *deadline);
void deadline_end (Deadline *deadline);
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Deadline deadline_;                                                                            \
    deadline_begin (&deadline_);                                                                   \
    while (!(condition)) {                                                                         \
      if (deadline_.over)                                                                          \
        g_error ("%s:%d: %s did not come true", __FILE__, __LINE__, #condition);                   \
      g_main_context_iteration (NULL, TRUE);                                                       \
    }                                                                                              \
    deadline_end (&deadline_);                                                                     \
  }                                                                                                \
  G_STMT_END

/* One call and its result. */
typedef struct {
  GAsyncResult *result; /* (owned) (nullable) */
} Call;

void call_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *call_wait (Call *call);
void call_clear (Call *call);

/* A list kept only by what "items-changed" says of another. */
typedef struct {
  GListModel *model; /* (owned) */
  GPtrArray *items;  /* (owned) */
  guint n_removed;
  guint n_added;
  guint n_signals;
} Mirror;

void mirror_begin (Mirror *mirror, GListModel *model);
void mirror_check (Mirror *mirror);
void mirror_end (Mirror *mirror);

/* Counts what somebody hears of. */
void count_cb (GObject *object, gpointer detail, guint *count);

/* Whether nothing holds the object but this, once all that was sent is answered. */
void assert_goes (gpointer object);

TribModelState state_of (gpointer object);
TribModelCompany *load_company (Fixture *fixture, const char *name);
void load_platforms (Fixture *fixture);
TribModelPlatform *find_platform (Fixture *fixture, const char *key);
TribModelConnection *find_connection (TribModelCompany *company, const char *platform_key);
char *dup_status (Fixture *fixture, TribModelConnection *connection);
guint n_requests (Fixture *fixture, const char *method, const char *path);
/* Follows a link as a browser would, up to the redirect. Returns where it sends the browser. */
char *follow_link (const char *uri);

G_END_DECLS
