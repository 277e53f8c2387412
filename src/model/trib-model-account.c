/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-account.h"

#include "trib-model-companies-private.h"
#include "trib-model-loader.h"
#include "trib-model-platforms-private.h"

#include <glib/gi18n.h>

/* An account in use, and what hangs on it. Owned by the window.
 * Main thread only.
 */
struct _TribModelAccount {
  GObject parent_instance;

  TribStoreAccount *record;      /* (owned) */
  CodatClient *client;           /* (owned) */
  TribClock *clock;              /* (owned) */
  TribModelWatch *watch;         /* (owned): all that is asked again and again */
  TribLinkRedirect *redirect;    /* (owned) (nullable) */
  TribModelPlatforms *platforms; /* (owned) */
  TribModelCompanies *companies; /* (owned) */
  TribModelJournal *journal;     /* (owned) (nullable) */
  TribModelNotes *notes;         /* (owned) */
  TribModelPolicy *policy;       /* (owned) */
  TribModelConsents *consents;   /* (owned) */
  gboolean session_only;
};

G_DEFINE_FINAL_TYPE (TribModelAccount, trib_model_account, G_TYPE_OBJECT)

typedef enum {
  PROP_NAME = 1,
  PROP_ENVIRONMENT,
  PROP_ENVIRONMENT_NAME,
  PROP_BASE_URL,
  PROP_COMPANIES,
  PROP_PLATFORMS,
  PROP_SESSION_ONLY,
} Property;

static GParamSpec *props[PROP_SESSION_ONLY + 1];

static const char *
environment_name (TribStoreEnvironment environment)
{
  switch (environment) {
  case TRIB_STORE_ENVIRONMENT_TEST:
    return _ ("Test");
  case TRIB_STORE_ENVIRONMENT_DEMO:
    return _ ("Demo");
  case TRIB_STORE_ENVIRONMENT_LIVE:
  default:
    return _ ("Live");
  }
}

static void
trib_model_account_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelAccount *self = TRIB_MODEL_ACCOUNT (object);

  switch ((Property) id) {
  case PROP_NAME:
    g_value_set_string (value, trib_model_account_get_name (self));
    break;
  case PROP_ENVIRONMENT:
    g_value_set_int (value, (int) trib_store_account_get_environment (self->record));
    break;
  case PROP_ENVIRONMENT_NAME:
    g_value_set_string (value,
                        environment_name (trib_store_account_get_environment (self->record)));
    break;
  case PROP_BASE_URL:
    g_value_set_string (value, trib_store_account_get_base_url (self->record));
    break;
  case PROP_COMPANIES:
    g_value_set_object (value, self->companies);
    break;
  case PROP_PLATFORMS:
    g_value_set_object (value, self->platforms);
    break;
  case PROP_SESSION_ONLY:
    g_value_set_boolean (value, self->session_only);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_account_dispose (GObject *object)
{
  TribModelAccount *self = TRIB_MODEL_ACCOUNT (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->companies);
  g_clear_object (&self->notes);
  g_clear_object (&self->policy);
  g_clear_object (&self->consents);
  g_clear_object (&self->platforms);
  g_clear_object (&self->watch);
  g_clear_object (&self->redirect);
  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_model_account_parent_class)->dispose (object);
}

static void
trib_model_account_finalize (GObject *object)
{
  g_clear_object (&TRIB_MODEL_ACCOUNT (object)->record);
  G_OBJECT_CLASS (trib_model_account_parent_class)->finalize (object);
}

static void
trib_model_account_class_init (TribModelAccountClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_account_get_property;
  object_class->dispose = trib_model_account_dispose;
  object_class->finalize = trib_model_account_finalize;
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_ENVIRONMENT] =
      g_param_spec_int ("environment", NULL, NULL, 0, TRIB_STORE_ENVIRONMENT_DEMO, 0, flags);
  props[PROP_ENVIRONMENT_NAME] = g_param_spec_string ("environment-name", NULL, NULL, NULL, flags);
  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  props[PROP_COMPANIES] =
      g_param_spec_object ("companies", NULL, NULL, TRIB_MODEL_TYPE_COMPANIES, flags);
  props[PROP_PLATFORMS] =
      g_param_spec_object ("platforms", NULL, NULL, TRIB_MODEL_TYPE_PLATFORMS, flags);
  props[PROP_SESSION_ONLY] = g_param_spec_boolean ("session-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_account_init (TribModelAccount *self)
{
}

/**
 * trib_model_account_new:
 * @record: what is known of it
 * @client: speaks to its server
 * @store: (nullable): keeps its images and its journal
 * @clock: tells the time
 * @session_only: whether its key is in no keyring
 *
 * Returns: (transfer full): an account whose lists are not loaded yet
 */
TribModelAccount *
trib_model_account_new (TribStoreAccount *record,
                        CodatClient *client,
                        TribStore *store,
                        TribClock *clock,
                        gboolean session_only)
{
  TribModelAccount *self;
  g_autoptr (TribModelLoader) loader = NULL;
  g_autoptr (GError) error = NULL;
  const char *template;
  gboolean keeps;

  g_return_val_if_fail (TRIB_STORE_IS_ACCOUNT (record), NULL);
  g_return_val_if_fail (CODAT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  self = g_object_new (TRIB_MODEL_TYPE_ACCOUNT, NULL);
  self->record = g_object_ref (record);
  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->session_only = session_only;
  /* A sandbox on this computer needs no network. */
  self->watch = trib_model_watch_new (
      codat_client_get_quota (client), clock,
      codat_client_get_is_loopback (client) ? NULL : g_network_monitor_get_default ());
  template = trib_store_account_get_redirect_template (record);
  if (template != NULL && *template != '\0') {
    self->redirect = trib_link_redirect_new (template, &error);
    if (self->redirect == NULL)
      g_info ("The redirect template is of no use: %s", error->message);
  }
  loader = trib_model_loader_new (client, store, clock, trib_store_account_get_id (record));
  self->platforms = trib_model_platforms_new (client, loader);
  /* The world of a demo is another one each time, and a session's account is never opened again. */
  keeps = store != NULL && !session_only && !trib_model_account_get_is_demo (self);
  if (keeps)
    self->journal =
        trib_model_journal_new (client, store, clock, trib_store_account_get_id (record));
  self->notes =
      trib_model_notes_new (keeps ? store : NULL, clock, trib_store_account_get_id (record));
  self->policy = trib_model_policy_new (keeps ? store : NULL, trib_store_account_get_id (record),
                                        trib_store_account_get_environment (record) !=
                                            TRIB_STORE_ENVIRONMENT_LIVE);
  self->consents =
      trib_model_consents_new (keeps ? store : NULL, clock, trib_store_account_get_id (record));
  g_signal_connect_object (self->notes, "ended", G_CALLBACK (trib_model_consents_withdraw),
                           self->consents, G_CONNECT_SWAPPED);
  self->companies =
      trib_model_companies_new (client, clock, self->watch, self->platforms, self->notes);
  return self;
}

/**
 * trib_model_account_get_record:
 * @self: an account
 *
 * Returns: what is known of it
 */
TribStoreAccount *
trib_model_account_get_record (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->record;
}

/**
 * trib_model_account_get_client:
 * @self: an account
 *
 * Returns: what speaks to its server
 */
CodatClient *
trib_model_account_get_client (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->client;
}

/**
 * trib_model_account_get_clock:
 * @self: an account
 *
 * Returns: what tells it the time
 */
TribClock *
trib_model_account_get_clock (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->clock;
}

/**
 * trib_model_account_get_watch:
 * @self: an account
 *
 * Returns: all that is asked of it again and again
 */
TribModelWatch *
trib_model_account_get_watch (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->watch;
}

/**
 * trib_model_account_get_redirect:
 * @self: an account
 *
 * Returns: (nullable): the matcher of its redirect template
 */
TribLinkRedirect *
trib_model_account_get_redirect (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->redirect;
}

/**
 * trib_model_account_get_name:
 * @self: an account
 *
 * Returns: what the person calls it
 */
const char *
trib_model_account_get_name (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return trib_store_account_get_name (self->record);
}

/**
 * trib_model_account_get_companies:
 * @self: an account
 *
 * Returns: its companies
 */
TribModelCompanies *
trib_model_account_get_companies (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->companies;
}

/**
 * trib_model_account_get_platforms:
 * @self: an account
 *
 * Returns: its platforms
 */
TribModelPlatforms *
trib_model_account_get_platforms (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->platforms;
}

/**
 * trib_model_account_get_journal:
 * @self: an account
 *
 * Returns: (nullable): what it asked for and did not see the end of; %NULL for one that is not
 *   opened again
 */
TribModelJournal *
trib_model_account_get_journal (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->journal;
}

/**
 * trib_model_account_get_is_demo:
 * @self: an account
 *
 * Returns: whether it is made up
 */
gboolean
trib_model_account_get_is_demo (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), FALSE);
  return trib_store_account_get_environment (self->record) == TRIB_STORE_ENVIRONMENT_DEMO;
}

/**
 * trib_model_account_get_policy:
 * @self: an account
 *
 * Returns: (transfer none): what it asks for and offers
 */
TribModelPolicy *
trib_model_account_get_policy (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->policy;
}

/**
 * trib_model_account_get_consents:
 * @self: an account
 *
 * Returns: (transfer none): what was agreed to
 */
TribModelConsents *
trib_model_account_get_consents (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->consents;
}

/**
 * trib_model_account_get_notes:
 * @self: an account in use
 *
 * Returns: what this computer knows of its connections
 */
TribModelNotes *
trib_model_account_get_notes (TribModelAccount *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (self), NULL);
  return self->notes;
}
