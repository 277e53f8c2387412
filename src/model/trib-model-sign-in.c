/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-sign-in.h"

#include "trib-model-link-service.h"
#include "trib-model-outcome.h"

/* One sign-in of a company at a platform, and the words for how it ended. Owned by its page.
 * Main thread only.
 */
struct _TribModelSignIn {
  GObject parent_instance;

  TribModelAccount *account;   /* (owned) */
  TribModelCompany *company;   /* (owned) */
  TribModelPlatform *platform; /* (owned) (nullable) */
  char *platform_name;         /* (owned) */
  TribLinkSession *session;    /* (owned) */
  TribModelOutcome *outcome;   /* (owned) (nullable): when it has ended */
  TribModelSync *sync;         /* (owned) (nullable): when it has ended well */
};

G_DEFINE_FINAL_TYPE (TribModelSignIn, trib_model_sign_in, G_TYPE_OBJECT)

typedef enum {
  PROP_SESSION = 1,
  PROP_COMPANY,
  PROP_PLATFORM,
  PROP_PLATFORM_NAME,
  PROP_TITLE,
  PROP_SENTENCE,
  PROP_PLATFORM_WORDS,
  PROP_DETAILS,
  PROP_SUCCESS,
  PROP_CAN_RETRY,
  PROP_SYNC,
} Property;

static GParamSpec *props[PROP_SYNC + 1];

static void
set_outcome (TribModelSignIn *self, TribModelOutcome *outcome)
{
  g_clear_pointer (&self->outcome, trib_model_outcome_free);
  self->outcome = outcome;
  for (guint i = PROP_TITLE; i <= PROP_CAN_RETRY; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
set_sync (TribModelSignIn *self, TribModelSync *sync)
{
  if (self->sync != NULL)
    trib_model_sync_stop (self->sync);
  if (g_set_object (&self->sync, sync))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SYNC]);
}

/* The words are there before anybody hears that the session has ended. */
static void
outcome_cb (TribModelSignIn *self)
{
  TribLinkOutcome outcome = trib_link_session_get_outcome (self->session);
  const char *company_id = trib_model_company_get_id (self->company);
  TribClock *clock = trib_model_account_get_clock (self->account);
  g_autoptr (TribModelSync) sync = NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (outcome == TRIB_LINK_OUTCOME_NONE) {
    set_outcome (self, NULL);
    set_sync (self, NULL);
  } else {
    set_outcome (self,
                 trib_model_outcome_new (self->session, company_id, self->platform_name, clock));
  }
  if (outcome == TRIB_LINK_OUTCOME_CONNECTED) {
    sync = trib_model_company_new_sync (
        self->company, self->platform != NULL ? trib_model_platform_get_source_type (self->platform)
                                              : CODAT_SOURCE_TYPE_UNKNOWN);
    set_sync (self, sync);
    trib_model_sync_start (sync);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

/* A program that begins after this one was killed knows from it what to do. */
static void
state_cb (TribModelSignIn *self)
{
  const char *connection_id = trib_link_session_get_connection_id (self->session);
  TribLinkState state = trib_link_session_get_state (self->session);

  if (connection_id != NULL && (state == TRIB_LINK_STATE_OPEN || state == TRIB_LINK_STATE_OUTSIDE ||
                                state == TRIB_LINK_STATE_CONFIRMING))
    trib_model_notes_set_sign_in_state (trib_model_account_get_notes (self->account), connection_id,
                                        state);
}

/* Before there is a connection, nobody would find it again. */
static void
happened_cb (TribModelSignIn *self, TribLinkHistory *history)
{
  const char *connection_id = trib_link_session_get_connection_id (self->session);
  TribModelNotes *notes = trib_model_account_get_notes (self->account);

  if (connection_id != NULL)
    trib_model_sign_in_log_keep (trib_model_notes_get_log (notes), connection_id, history);
}

/* What is not over stays written down, and so does what could not even go on; the list of
 * connections knows when it is over. */
static void
ended_cb (TribModelSignIn *self)
{
  const char *connection_id = trib_link_session_get_connection_id (self->session);
  gboolean went_on = trib_link_session_get_outcome (self->session) != TRIB_LINK_OUTCOME_NOT_STARTED;

  if (connection_id != NULL && went_on && !trib_link_session_get_can_check_again (self->session))
    trib_model_notes_end_sign_in (trib_model_account_get_notes (self->account), connection_id);
  trib_model_connections_load (trib_model_company_get_connections (self->company));
}

static void
trib_model_sign_in_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelSignIn *self = TRIB_MODEL_SIGN_IN (object);

  switch ((Property) id) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_COMPANY:
    g_value_set_object (value, self->company);
    break;
  case PROP_PLATFORM:
    g_value_set_object (value, self->platform);
    break;
  case PROP_PLATFORM_NAME:
    g_value_set_string (value, self->platform_name);
    break;
  case PROP_TITLE:
    g_value_set_string (value, trib_model_sign_in_get_title (self));
    break;
  case PROP_SENTENCE:
    g_value_set_string (value, trib_model_sign_in_get_sentence (self));
    break;
  case PROP_PLATFORM_WORDS:
    g_value_set_string (value, trib_model_sign_in_get_platform_words (self));
    break;
  case PROP_DETAILS:
    g_value_set_string (value, trib_model_sign_in_get_details (self));
    break;
  case PROP_SUCCESS:
    g_value_set_boolean (value, trib_model_sign_in_get_success (self));
    break;
  case PROP_CAN_RETRY:
    g_value_set_boolean (value, trib_model_sign_in_get_can_retry (self));
    break;
  case PROP_SYNC:
    g_value_set_object (value, self->sync);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_sign_in_dispose (GObject *object)
{
  TribModelSignIn *self = TRIB_MODEL_SIGN_IN (object);

  if (self->sync != NULL)
    trib_model_sync_stop (self->sync);
  g_clear_object (&self->sync);
  g_clear_object (&self->session);
  g_clear_object (&self->platform);
  g_clear_object (&self->company);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_model_sign_in_parent_class)->dispose (object);
}

static void
trib_model_sign_in_finalize (GObject *object)
{
  TribModelSignIn *self = TRIB_MODEL_SIGN_IN (object);

  g_free (self->platform_name);
  g_clear_pointer (&self->outcome, trib_model_outcome_free);
  G_OBJECT_CLASS (trib_model_sign_in_parent_class)->finalize (object);
}

static void
trib_model_sign_in_class_init (TribModelSignInClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_sign_in_get_property;
  object_class->dispose = trib_model_sign_in_dispose;
  object_class->finalize = trib_model_sign_in_finalize;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TRIB_LINK_TYPE_SESSION, flags);
  props[PROP_COMPANY] = g_param_spec_object ("company", NULL, NULL, TRIB_MODEL_TYPE_COMPANY, flags);
  props[PROP_PLATFORM] =
      g_param_spec_object ("platform", NULL, NULL, TRIB_MODEL_TYPE_PLATFORM, flags);
  props[PROP_PLATFORM_NAME] = g_param_spec_string ("platform-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  props[PROP_PLATFORM_WORDS] = g_param_spec_string ("platform-words", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_SUCCESS] = g_param_spec_boolean ("success", NULL, NULL, FALSE, flags);
  props[PROP_CAN_RETRY] = g_param_spec_boolean ("can-retry", NULL, NULL, FALSE, flags);
  props[PROP_SYNC] = g_param_spec_object ("sync", NULL, NULL, TRIB_MODEL_TYPE_SYNC, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_sign_in_init (TribModelSignIn *self)
{
}

static TribModelSignIn *
sign_in_new (TribModelAccount *account,
             TribModelCompany *company,
             TribModelPlatform *platform,
             const char *platform_name,
             const char *connection_id)
{
  TribModelSignIn *self = g_object_new (TRIB_MODEL_TYPE_SIGN_IN, NULL);
  CodatClient *client = trib_model_account_get_client (account);
  g_autoptr (TribModelLinkService) service =
      trib_model_link_service_new (client, company, platform);

  self->account = g_object_ref (account);
  self->company = g_object_ref (company);
  g_set_object (&self->platform, platform);
  self->platform_name = g_strdup (platform_name);
  self->session = trib_link_session_new (
      TRIB_LINK_SERVICE (service), trib_model_account_get_redirect (account),
      trib_model_company_get_id (company), connection_id, codat_client_get_is_loopback (client),
      trib_model_account_get_clock (account));
  g_signal_connect_object (trib_link_session_get_history (self->session), "added",
                           G_CALLBACK (happened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::outcome", G_CALLBACK (outcome_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * trib_model_sign_in_new:
 * @account: the account in use
 * @company: who signs in
 * @platform: where
 *
 * Returns: (transfer full): a sign-in that has not begun; its session begins it
 */
TribModelSignIn *
trib_model_sign_in_new (TribModelAccount *account,
                        TribModelCompany *company,
                        TribModelPlatform *platform)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);
  return sign_in_new (account, company, platform, trib_model_platform_get_name (platform), NULL);
}

/**
 * trib_model_sign_in_new_for_connection:
 * @account: the account in use
 * @company: who signs in
 * @connection: what is to be brought back
 *
 * Returns: (transfer full): a sign-in that has not begun; its session begins it
 */
TribModelSignIn *
trib_model_sign_in_new_for_connection (TribModelAccount *account,
                                       TribModelCompany *company,
                                       TribModelConnection *connection)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), NULL);
  return sign_in_new (account, company, trib_model_connection_get_platform (connection),
                      trib_model_connection_get_platform_name (connection),
                      trib_model_connection_get_id (connection));
}

/**
 * trib_model_sign_in_get_account:
 * @self: a sign-in
 *
 * Returns: (transfer none): the account in use
 */
TribModelAccount *
trib_model_sign_in_get_account (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->account;
}

/**
 * trib_model_sign_in_get_session:
 * @self: a sign-in
 *
 * Returns: its session
 */
TribLinkSession *
trib_model_sign_in_get_session (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->session;
}

/**
 * trib_model_sign_in_get_company:
 * @self: a sign-in
 *
 * Returns: who signs in
 */
TribModelCompany *
trib_model_sign_in_get_company (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->company;
}

/**
 * trib_model_sign_in_get_platform:
 * @self: a sign-in
 *
 * Returns: (nullable): where, when the grid knows it
 */
TribModelPlatform *
trib_model_sign_in_get_platform (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->platform;
}

/**
 * trib_model_sign_in_get_platform_name:
 * @self: a sign-in
 *
 * Returns: the name of the platform, fit to be shown
 */
const char *
trib_model_sign_in_get_platform_name (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->platform_name;
}

/**
 * trib_model_sign_in_get_title:
 * @self: a sign-in
 *
 * Returns: (nullable): what happened, translated; %NULL until it has ended
 */
const char *
trib_model_sign_in_get_title (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->outcome != NULL ? self->outcome->title : NULL;
}

/**
 * trib_model_sign_in_get_sentence:
 * @self: a sign-in
 *
 * Returns: (nullable): what is true now and what to do next, translated
 */
const char *
trib_model_sign_in_get_sentence (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->outcome != NULL ? self->outcome->sentence : NULL;
}

/**
 * trib_model_sign_in_get_platform_words:
 * @self: a sign-in
 *
 * Returns: (nullable): the platform's own message, plain text
 */
const char *
trib_model_sign_in_get_platform_words (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->outcome != NULL ? self->outcome->platform_words : NULL;
}

/**
 * trib_model_sign_in_get_details:
 * @self: a sign-in
 *
 * Returns: (nullable): codes and ids, one per line, to copy
 */
const char *
trib_model_sign_in_get_details (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->outcome != NULL ? self->outcome->details : NULL;
}

/**
 * trib_model_sign_in_get_success:
 * @self: a sign-in
 *
 * Returns: whether Codat says that it is connected
 */
gboolean
trib_model_sign_in_get_success (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), FALSE);
  return trib_link_session_get_outcome (self->session) == TRIB_LINK_OUTCOME_CONNECTED;
}

/**
 * trib_model_sign_in_get_can_retry:
 * @self: a sign-in
 *
 * Returns: whether the same can be tried again
 */
gboolean
trib_model_sign_in_get_can_retry (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), FALSE);
  return self->outcome != NULL && self->outcome->can_retry;
}

/**
 * trib_model_sign_in_get_sync:
 * @self: a sign-in
 *
 * Returns: (nullable): the first sync, after success
 */
TribModelSync *
trib_model_sign_in_get_sync (TribModelSignIn *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (self), NULL);
  return self->sync;
}
