/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-invitation.h"

#include "trib-model-link-service.h"
#include "trib-model-time.h"

#include "trib-text.h"

/* Asking somebody else to sign in. Owned by its page.
 * Main thread only.
 */
struct _TribModelInvitation {
  GObject parent_instance;

  TribModelAccount *account;     /* (owned) */
  TribModelCompany *company;     /* (owned) */
  TribModelPlatform *platform;   /* (owned) (nullable) */
  TribModelLinkService *service; /* (owned) */
  char *platform_name;           /* (owned) */
  char *connection_id;           /* (owned) (nullable): once it is known */
  char *expires_text;            /* (owned) (nullable) */
  gint64 expires_at;             /* seconds since the Unix epoch, 0 before the first link */
};

G_DEFINE_FINAL_TYPE (TribModelInvitation, trib_model_invitation, G_TYPE_OBJECT)

typedef enum {
  PROP_EXPIRES_TEXT = 1,
  PROP_CONNECTION,
} Property;

static GParamSpec *props[PROP_CONNECTION + 1];

static gint64
get_now (TribModelInvitation *self)
{
  return trib_clock_get_real_time (trib_model_account_get_clock (self->account)) / G_USEC_PER_SEC;
}

static void
set_connection_id (TribModelInvitation *self, const char *id)
{
  if (trib_set_str (&self->connection_id, id))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTION]);
}

static void
begin_life (TribModelInvitation *self, gint64 life)
{
  g_autoptr (GDateTime) expires = NULL;

  self->expires_at = get_now (self) + life;
  expires = g_date_time_new_from_unix_utc (self->expires_at);
  g_free (self->expires_text);
  self->expires_text =
      trib_model_time_valid_until (trib_model_account_get_clock (self->account), expires);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPIRES_TEXT]);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TribModelInvitation *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (TribLinkTicket) ticket =
      trib_link_service_fetch_ticket_finish (TRIB_LINK_SERVICE (source), result, &error);

  if (ticket == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_object_freeze_notify (G_OBJECT (self));
  set_connection_id (self, ticket->connection_id);
  begin_life (self, ticket->life);
  g_object_thaw_notify (G_OBJECT (self));
  g_task_return_pointer (task, g_steal_pointer (&ticket), (GDestroyNotify) trib_link_ticket_free);
}

static void
trib_model_invitation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelInvitation *self = TRIB_MODEL_INVITATION (object);

  switch ((Property) id) {
  case PROP_EXPIRES_TEXT:
    g_value_set_string (value, self->expires_text);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, trib_model_invitation_get_connection (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_invitation_dispose (GObject *object)
{
  TribModelInvitation *self = TRIB_MODEL_INVITATION (object);

  g_clear_object (&self->service);
  g_clear_object (&self->platform);
  g_clear_object (&self->company);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_model_invitation_parent_class)->dispose (object);
}

static void
trib_model_invitation_finalize (GObject *object)
{
  TribModelInvitation *self = TRIB_MODEL_INVITATION (object);

  g_free (self->platform_name);
  g_free (self->connection_id);
  g_free (self->expires_text);
  G_OBJECT_CLASS (trib_model_invitation_parent_class)->finalize (object);
}

static void
trib_model_invitation_class_init (TribModelInvitationClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_invitation_get_property;
  object_class->dispose = trib_model_invitation_dispose;
  object_class->finalize = trib_model_invitation_finalize;
  props[PROP_EXPIRES_TEXT] = g_param_spec_string ("expires-text", NULL, NULL, NULL, flags);
  props[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, TRIB_MODEL_TYPE_CONNECTION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_invitation_init (TribModelInvitation *self)
{
}

static TribModelInvitation *
invitation_new (TribModelAccount *account,
                TribModelCompany *company,
                TribModelPlatform *platform,
                const char *platform_name)
{
  TribModelInvitation *self = g_object_new (TRIB_MODEL_TYPE_INVITATION, NULL);

  self->account = g_object_ref (account);
  self->company = g_object_ref (company);
  g_set_object (&self->platform, platform);
  self->platform_name = g_strdup (platform_name);
  self->service =
      trib_model_link_service_new (trib_model_account_get_client (account), company, platform);
  return self;
}

/**
 * trib_model_invitation_new:
 * @account: the account in use
 * @company: for whom somebody else signs in
 * @platform: where
 *
 * Returns: (transfer full): an invitation for which nothing was asked yet; a connection that waits
 *   or lapsed there is opened again instead of making a second one
 */
TribModelInvitation *
trib_model_invitation_new (TribModelAccount *account,
                           TribModelCompany *company,
                           TribModelPlatform *platform)
{
  TribModelInvitation *self;

  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);

  self = invitation_new (account, company, platform, trib_model_platform_get_name (platform));
  return self;
}

/**
 * trib_model_invitation_new_for_connection:
 * @account: the account in use
 * @company: for whom somebody else signs in
 * @connection: what waits for it
 *
 * Returns: (transfer full): an invitation for which nothing was asked yet
 */
TribModelInvitation *
trib_model_invitation_new_for_connection (TribModelAccount *account,
                                          TribModelCompany *company,
                                          TribModelConnection *connection)
{
  TribModelInvitation *self;

  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), NULL);

  self = invitation_new (account, company, trib_model_connection_get_platform (connection),
                         trib_model_connection_get_platform_name (connection));
  self->connection_id = g_strdup (trib_model_connection_get_id (connection));
  return self;
}

/**
 * trib_model_invitation_get_account:
 * @self: an invitation
 *
 * Returns: the account in use
 */
TribModelAccount *
trib_model_invitation_get_account (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  return self->account;
}

/**
 * trib_model_invitation_get_company:
 * @self: an invitation
 *
 * Returns: for whom somebody else signs in
 */
TribModelCompany *
trib_model_invitation_get_company (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  return self->company;
}

/**
 * trib_model_invitation_get_platform:
 * @self: an invitation
 *
 * Returns: (nullable): where, when the grid knows it
 */
TribModelPlatform *
trib_model_invitation_get_platform (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  return self->platform;
}

/**
 * trib_model_invitation_get_platform_name:
 * @self: an invitation
 *
 * Returns: the name of the platform, fit to be shown
 */
const char *
trib_model_invitation_get_platform_name (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  return self->platform_name;
}

/**
 * trib_model_invitation_get_connection:
 * @self: an invitation
 *
 * Returns: (nullable): the connection that waits, once it is known
 */
TribModelConnection *
trib_model_invitation_get_connection (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  if (self->connection_id == NULL)
    return NULL;
  return trib_model_connections_find (trib_model_company_get_connections (self->company),
                                      self->connection_id);
}

/**
 * trib_model_invitation_get_expires_text:
 * @self: an invitation
 *
 * Returns: (nullable): until when the newest link works, translated
 */
const char *
trib_model_invitation_get_expires_text (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  return self->expires_text;
}

/**
 * trib_model_invitation_get_expires_at:
 * @self: an invitation
 *
 * Returns: until when the newest link works, in seconds since the Unix epoch; 0 before the first
 */
gint64
trib_model_invitation_get_expires_at (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), 0);
  return self->expires_at;
}

/**
 * trib_model_invitation_fetch_async:
 * @self: an invitation
 * @cancellable: (nullable): to give up
 * @callback: called when there is an answer
 * @data: for @callback
 *
 * Asks the server for a link that nobody has used.
 */
void
trib_model_invitation_fetch_async (TribModelInvitation *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  GTask *task;

  g_return_if_fail (TRIB_MODEL_IS_INVITATION (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, trib_model_invitation_fetch_async);
  trib_link_service_fetch_ticket_async (TRIB_LINK_SERVICE (self->service), self->connection_id,
                                        cancellable, fetched_cb, task);
}

/**
 * trib_model_invitation_fetch_finish:
 * @self: an invitation
 * @result: what the callback got
 * @error: an error of the client, or that a rule forbids the sign-in
 *
 * Returns: (transfer full) (nullable): a link, which is wiped when it is freed
 */
TribLinkTicket *
trib_model_invitation_fetch_finish (TribModelInvitation *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trib_model_invitation_note:
 * @self: an invitation
 * @who: who got the newest link
 *
 * Writes down that somebody was asked. Without a link there is nothing to write.
 */
void
trib_model_invitation_note (TribModelInvitation *self, TribModelWho who)
{
  g_autoptr (TribModelRequest) request = NULL;

  g_return_if_fail (TRIB_MODEL_IS_INVITATION (self));

  if (self->connection_id == NULL || self->expires_at == 0)
    return;
  request = trib_model_request_new (self->connection_id, trib_model_company_get_id (self->company),
                                    trib_model_company_get_name (self->company),
                                    self->platform_name, who, get_now (self), self->expires_at);
  trib_model_notes_add_request (trib_model_account_get_notes (self->account), request);
}
