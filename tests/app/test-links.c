/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-news.h"

#include "model-fixture.h"

#include "trib-text.h"

/* A link that somebody was given and did not use is about to end: told once, in time, and only
 * while it is true. */

#define HOUR (60 * 60)
#define CONNECTION "7e0c1d52-6c1f-4d0e-9a53-0000000000aa"
#define COMPANY "7e0c1d52-6c1f-4d0e-9a53-0000000000cc"

typedef struct {
  Fixture fixture;
  TribAppNews *news;
  gboolean here;
  guint n_sent;
  guint n_withdrawn;
  char *title;
} World;

static gboolean
is_away_cb (gpointer data)
{
  return !((World *) data)->here;
}

static void
send_cb (const TribAppNewsItem *item, gpointer data)
{
  World *world = data;

  g_assert_cmpstr (item->id, ==, "link-" CONNECTION);
  g_assert_cmpstr (item->company_id, ==, COMPANY);
  g_assert_cmpstr (item->action, ==, "app.open-connections");
  g_assert_cmpstr (item->body, ==, "It has not been used. You can ask again with a new one.");
  trib_set_str (&world->title, item->title);
  world->n_sent++;
}

static void
withdraw_cb (const char *id, gpointer data)
{
  g_assert_cmpstr (id, ==, "link-" CONNECTION);
  ((World *) data)->n_withdrawn++;
}

static const TribAppNewsPort port = { is_away_cb, send_cb, withdraw_cb };

static void
set_up (World *world, gconstpointer data)
{
  fixture_set_up (&world->fixture, NULL);
  world->news = trib_app_news_new (&port, world);
  trib_app_news_set_account (world->news, world->fixture.account);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&world->news));
  g_free (world->title);
  fixture_tear_down (&world->fixture, NULL);
}

static void
ask (World *world, gint64 life)
{
  gint64 now = trib_clock_get_real_time (TRIB_CLOCK (world->fixture.clock)) / G_USEC_PER_SEC;
  g_autoptr (TribModelRequest) request = trib_model_request_new (
      CONNECTION, COMPANY, "Elm & Iron", "Xero", TRIB_MODEL_WHO_ACCOUNTANT, now, now + life);

  trib_model_notes_add_request (trib_model_account_get_notes (world->fixture.account), request);
}

static void
pass (World *world, guint seconds)
{
  test_clock_advance (world->fixture.clock, seconds * 1000);
}

static void
test_told (World *world, gconstpointer data)
{
  ask (world, 24 * HOUR);
  pass (world, 23 * HOUR - 1);
  g_assert_cmpuint (world->n_sent, ==, 0);
  pass (world, 1);
  g_assert_cmpuint (world->n_sent, ==, 1);
  g_assert_cmpstr (world->title, ==, "Elm & Iron: the link for Xero is about to end");
  pass (world, HOUR - 1);
  g_assert_cmpuint (world->n_sent, ==, 1);
  g_assert_cmpuint (world->n_withdrawn, ==, 0);
  pass (world, 1);
  g_assert_cmpuint (world->n_sent, ==, 1);
  g_assert_cmpuint (world->n_withdrawn, ==, 1);
  /* A new link ends anew. */
  ask (world, 24 * HOUR);
  pass (world, 24 * HOUR - 1);
  g_assert_cmpuint (world->n_sent, ==, 2);
}

/* A link that works an hour is not about to end from the beginning. */
static void
test_short_life (World *world, gconstpointer data)
{
  ask (world, HOUR);
  pass (world, HOUR - HOUR / 4 - 1);
  g_assert_cmpuint (world->n_sent, ==, 0);
  pass (world, 1);
  g_assert_cmpuint (world->n_sent, ==, 1);
}

static void
test_looking (World *world, gconstpointer data)
{
  world->here = TRUE;
  ask (world, 24 * HOUR);
  pass (world, 24 * HOUR);
  g_assert_cmpuint (world->n_sent, ==, 0);
}

/* What was taken back with an account is told again when it is in use again. */
static void
test_account_again (World *world, gconstpointer data)
{
  ask (world, 24 * HOUR);
  pass (world, 23 * HOUR);
  g_assert_cmpuint (world->n_sent, ==, 1);
  trib_app_news_set_account (world->news, NULL);
  g_assert_cmpuint (world->n_withdrawn, ==, 1);
  trib_app_news_set_account (world->news, world->fixture.account);
  pass (world, 1);
  g_assert_cmpuint (world->n_sent, ==, 2);
}

/* The computer slept over the moment. */
static void
test_slept (World *world, gconstpointer data)
{
  ask (world, 24 * HOUR);
  test_clock_sleep (world->fixture.clock, (23 * HOUR + HOUR / 4) * 1000);
  pass (world, HOUR / 4);
  g_assert_cmpuint (world->n_sent, ==, 1);
}

/* Who was waited for has signed in, or is waited for no more. */
static void
test_over (World *world, gconstpointer data)
{
  ask (world, 24 * HOUR);
  g_assert_cmpuint (test_clock_get_n_timeouts (world->fixture.clock), ==, 1);
  pass (world, 23 * HOUR);
  g_assert_cmpuint (world->n_sent, ==, 1);
  trib_model_notes_remove_request (trib_model_account_get_notes (world->fixture.account),
                                   CONNECTION);
  g_assert_cmpuint (test_clock_get_n_timeouts (world->fixture.clock), ==, 0);
  g_assert_cmpuint (world->n_withdrawn, ==, 1);
  pass (world, 24 * HOUR);
  g_assert_cmpuint (world->n_sent, ==, 1);
}

static void
test_switched_off (World *world, gconstpointer data)
{
  trib_model_policy_set_notifies (trib_model_account_get_policy (world->fixture.account),
                                  TRIB_MODEL_NOTICE_LINK, FALSE);
  ask (world, 24 * HOUR);
  pass (world, 24 * HOUR);
  g_assert_cmpuint (world->n_sent, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/app/links/" name, World, NULL, set_up, test, tear_down)
  ADD ("told", test_told);
  ADD ("short-life", test_short_life);
  ADD ("looking", test_looking);
  ADD ("account-again", test_account_again);
  ADD ("slept", test_slept);
  ADD ("over", test_over);
  ADD ("switched-off", test_switched_off);
  return g_test_run ();
}
