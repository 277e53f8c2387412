/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-service.h"

struct _FakeService {
  GObject parent_instance;

  GPtrArray *tickets; /* (owned) of GTask */
  GPtrArray *checks;  /* (owned) of GTask */
  guint all_checks;
  char *asked_id; /* (owned) (nullable) */
  gboolean is_linked;
  char *followed_id; /* (owned) (nullable) */
  TribLinkFollowFunc func;
  gpointer func_data;
};

static void fake_service_init_iface (TribLinkServiceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeService,
                               fake_service,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRIB_LINK_TYPE_SERVICE,
                                                      fake_service_init_iface))

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE)) {
  }
}

static guint
count_live (GPtrArray *tasks)
{
  guint count = 0;

  for (guint i = 0; i < tasks->len; i++)
    count += !g_cancellable_is_cancelled (
        g_task_get_cancellable (G_TASK (g_ptr_array_index (tasks, i))));
  return count;
}

static GTask *
take_live (GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++) {
    GTask *task = g_ptr_array_index (tasks, i);

    if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
      return g_ptr_array_steal_index (tasks, i);
  }
  g_error ("nobody asks");
}

static void
ask (FakeService *self, GPtrArray *tasks, const char *id, GTask *task)
{
  g_assert_nonnull (g_task_get_cancellable (task));
  g_free (self->asked_id);
  self->asked_id = g_strdup (id);
  g_ptr_array_add (tasks, task);
}

static void
fake_service_fetch_ticket_async (TribLinkService *service,
                                 const char *connection_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  FakeService *self = FAKE_SERVICE (service);

  ask (self, self->tickets, connection_id, g_task_new (self, cancellable, callback, data));
}

static TribLinkTicket *
fake_service_fetch_ticket_finish (TribLinkService *service, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_service_check_async (TribLinkService *service,
                          const char *connection_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  FakeService *self = FAKE_SERVICE (service);

  self->all_checks++;
  ask (self, self->checks, connection_id, g_task_new (self, cancellable, callback, data));
}

static TribLinkCheck *
fake_service_check_finish (TribLinkService *service, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_service_unfollow (TribLinkService *service)
{
  FakeService *self = FAKE_SERVICE (service);

  g_clear_pointer (&self->followed_id, g_free);
  self->func = NULL;
}

static void
fake_service_follow (TribLinkService *service,
                     const char *connection_id,
                     TribLinkFollowFunc func,
                     gpointer data)
{
  FakeService *self = FAKE_SERVICE (service);

  g_assert_null (self->func);
  self->followed_id = g_strdup (connection_id);
  self->func = func;
  self->func_data = data;
}

static void
fake_service_finalize (GObject *object)
{
  FakeService *self = FAKE_SERVICE (object);

  g_assert_cmpuint (self->tickets->len + self->checks->len, ==, 0);
  g_assert_null (self->func);
  g_ptr_array_unref (self->tickets);
  g_ptr_array_unref (self->checks);
  g_free (self->asked_id);
  G_OBJECT_CLASS (fake_service_parent_class)->finalize (object);
}

static void
fake_service_class_init (FakeServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_service_finalize;
}

static void
fake_service_init_iface (TribLinkServiceInterface *iface)
{
  iface->fetch_ticket_async = fake_service_fetch_ticket_async;
  iface->fetch_ticket_finish = fake_service_fetch_ticket_finish;
  iface->check_async = fake_service_check_async;
  iface->check_finish = fake_service_check_finish;
  iface->follow = fake_service_follow;
  iface->unfollow = fake_service_unfollow;
}

static void
fake_service_init (FakeService *self)
{
  self->tickets = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
}

FakeService *
fake_service_new (void)
{
  return g_object_new (FAKE_TYPE_SERVICE, NULL);
}

guint
fake_service_get_n_tickets (FakeService *self)
{
  return count_live (self->tickets);
}

guint
fake_service_get_n_checks (FakeService *self)
{
  return count_live (self->checks);
}

guint
fake_service_get_all_checks (FakeService *self)
{
  return self->all_checks;
}

const char *
fake_service_get_asked_id (FakeService *self)
{
  return self->asked_id;
}

void
fake_service_answer_ticket (FakeService *self, const char *connection_id, const char *uri)
{
  g_autoptr (GTask) task = take_live (self->tickets);

  if (uri == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, "no network");
  } else {
    TribLinkTicket *ticket = g_new0 (TribLinkTicket, 1);

    ticket->connection_id = g_strdup (connection_id);
    ticket->uri = g_strdup (uri);
    ticket->life = FAKE_SERVICE_LINK_LIFE;
    ticket->is_linked = self->is_linked;
    g_task_return_pointer (task, ticket, (GDestroyNotify) trib_link_ticket_free);
  }
  settle ();
}

void
fake_service_set_linked (FakeService *self, gboolean is_linked)
{
  self->is_linked = is_linked;
}

void
fake_service_answer_check (FakeService *self, TribLinkTruth truth)
{
  g_autoptr (GTask) task = take_live (self->checks);
  TribLinkCheck *check = g_new0 (TribLinkCheck, 1);

  check->truth = truth;
  check->platform_name = g_strdup ("Xero");
  g_task_return_pointer (task, check, (GDestroyNotify) trib_link_check_free);
  settle ();
}

void
fake_service_fail_check (FakeService *self)
{
  g_autoptr (GTask) task = take_live (self->checks);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, "no network");
  settle ();
}

const char *
fake_service_get_followed_id (FakeService *self)
{
  return self->followed_id;
}

void
fake_service_tell (FakeService *self, TribLinkTruth truth)
{
  g_autoptr (TribLinkCheck) check = g_new0 (TribLinkCheck, 1);

  g_assert_nonnull (self->func);
  check->truth = truth;
  check->platform_name = g_strdup ("Xero");
  self->func (check, self->func_data);
  settle ();
}

void
fake_service_tell_failure (FakeService *self)
{
  g_assert_nonnull (self->func);
  self->func (NULL, self->func_data);
  settle ();
}

static GTask *
take_next (GPtrArray *tasks, gboolean only_cancelled)
{
  for (guint i = 0; i < tasks->len; i++) {
    GTask *task = g_ptr_array_index (tasks, i);

    if (!only_cancelled || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
      return g_ptr_array_steal_index (tasks, i);
  }
  return NULL;
}

static void
answer_all (FakeService *self, gboolean only_cancelled)
{
  GTask *task;

  while ((task = take_next (self->tickets, only_cancelled)) != NULL) {
    TribLinkTicket *ticket = g_new0 (TribLinkTicket, 1);

    ticket->connection_id = g_strdup ("late");
    ticket->uri = g_strdup ("https://link.example/late");
    g_task_set_check_cancellable (task, FALSE);
    g_task_return_pointer (task, ticket, (GDestroyNotify) trib_link_ticket_free);
    g_object_unref (task);
  }
  while ((task = take_next (self->checks, only_cancelled)) != NULL) {
    TribLinkCheck *check = g_new0 (TribLinkCheck, 1);

    check->truth = TRIB_LINK_TRUTH_LINKED;
    g_task_set_check_cancellable (task, FALSE);
    g_task_return_pointer (task, check, (GDestroyNotify) trib_link_check_free);
    g_object_unref (task);
  }
  settle ();
}

void
fake_service_answer_late (FakeService *self)
{
  answer_all (self, TRUE);
}

void
fake_service_flush (FakeService *self)
{
  answer_all (self, FALSE);
}
