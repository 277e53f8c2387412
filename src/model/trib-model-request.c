/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-request.h"

#include "trib-model-time.h"
#include "trib-model-words.h"

#include "trib-text.h"

#include <glib/gi18n.h>

#define MAX_NAME 80
#define GROUP "request"
#define HOUR (60 * 60)
#define DAY (24 * HOUR)

/* That somebody else was asked to sign in. Owned by the account's notes.
 * Main thread only.
 */
struct _TribModelRequest {
  GObject parent_instance;

  char *connection_id; /* (owned) */
  char *company_id;    /* (owned) */
  char *company_name;  /* (owned) */
  char *platform_name; /* (owned) */
  TribModelWho who;
  gint64 asked_at;
  gint64 expires_at;
};

G_DEFINE_FINAL_TYPE (TribModelRequest, trib_model_request, G_TYPE_OBJECT)

/**
 * trib_model_who_to_text:
 * @who: who has the password
 *
 * Returns: the words for a list to choose from, translated
 */
const char *
trib_model_who_to_text (TribModelWho who)
{
  switch (who) {
  case TRIB_MODEL_WHO_ACCOUNTANT:
    return _ ("My accountant");
  case TRIB_MODEL_WHO_OWNER:
    return _ ("The owner");
  case TRIB_MODEL_WHO_COLLEAGUE:
    return _ ("A colleague");
  case TRIB_MODEL_WHO_OTHER:
  default:
    return _ ("Somebody else");
  }
}

/* The sentence with a place for the day. */
static const char *
get_sentence (TribModelWho who)
{
  switch (who) {
  case TRIB_MODEL_WHO_ACCOUNTANT:
    /* Translators: %s is a weekday, a day or a time of day. */
    return _ ("Waiting for your accountant · since %s");
  case TRIB_MODEL_WHO_OWNER:
    /* Translators: %s is a weekday, a day or a time of day. */
    return _ ("Waiting for the owner · since %s");
  case TRIB_MODEL_WHO_COLLEAGUE:
    /* Translators: %s is a weekday, a day or a time of day. */
    return _ ("Waiting for your colleague · since %s");
  case TRIB_MODEL_WHO_OTHER:
  default:
    /* Translators: %s is a weekday, a day or a time of day. */
    return _ ("Waiting for somebody else · since %s");
  }
}

/* The words of the companies' list, with a place for the platform. */
static const char *
get_short_sentence (TribModelWho who)
{
  switch (who) {
  case TRIB_MODEL_WHO_ACCOUNTANT:
    /* Translators: %s is a platform like "Xero". */
    return _ ("Waiting for your accountant · %s");
  case TRIB_MODEL_WHO_OWNER:
    /* Translators: %s is a platform like "Xero". */
    return _ ("Waiting for the owner · %s");
  case TRIB_MODEL_WHO_COLLEAGUE:
    /* Translators: %s is a platform like "Xero". */
    return _ ("Waiting for your colleague · %s");
  case TRIB_MODEL_WHO_OTHER:
  default:
    /* Translators: %s is a platform like "Xero". */
    return _ ("Waiting for somebody else · %s");
  }
}

static gint64
get_now (TribClock *clock)
{
  return trib_clock_get_real_time (clock) / G_USEC_PER_SEC;
}

static void
trib_model_request_finalize (GObject *object)
{
  TribModelRequest *self = TRIB_MODEL_REQUEST (object);

  g_free (self->connection_id);
  g_free (self->company_id);
  g_free (self->company_name);
  g_free (self->platform_name);
  G_OBJECT_CLASS (trib_model_request_parent_class)->finalize (object);
}

static void
trib_model_request_class_init (TribModelRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_model_request_finalize;
}

static void
trib_model_request_init (TribModelRequest *self)
{
}

/**
 * trib_model_request_new:
 * @connection_id: the connection that waits
 * @company_id: whose it is
 * @company_name: its name
 * @platform_name: where somebody has to sign in
 * @who: who was asked
 * @asked_at: when, in seconds since the Unix epoch
 * @expires_at: until when the link works, likewise
 *
 * Returns: (transfer full): a request
 */
TribModelRequest *
trib_model_request_new (const char *connection_id,
                        const char *company_id,
                        const char *company_name,
                        const char *platform_name,
                        TribModelWho who,
                        gint64 asked_at,
                        gint64 expires_at)
{
  TribModelRequest *self;

  g_return_val_if_fail (connection_id != NULL, NULL);
  g_return_val_if_fail (company_id != NULL, NULL);

  self = g_object_new (TRIB_MODEL_TYPE_REQUEST, NULL);
  self->connection_id = g_strdup (connection_id);
  self->company_id = g_strdup (company_id);
  self->company_name = trib_text_for_display (company_name, MAX_NAME);
  self->platform_name = trib_text_for_display (platform_name, MAX_NAME);
  self->who = MIN (who, TRIB_MODEL_WHO_OTHER);
  self->asked_at = asked_at;
  self->expires_at = expires_at;
  return self;
}

/**
 * trib_model_request_parse:
 * @connection_id: the connection that waits
 * @record: what the store has of it
 *
 * Returns: (transfer full) (nullable): the request; %NULL when the record is none
 */
TribModelRequest *
trib_model_request_parse (const char *connection_id, const char *record)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *company_id = NULL;
  g_autofree char *company_name = NULL;
  g_autofree char *platform_name = NULL;
  gint64 asked_at, expires_at;
  int who;

  g_return_val_if_fail (record != NULL, NULL);

  if (!trib_guid_is_valid (connection_id) ||
      !g_key_file_load_from_data (file, record, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return NULL;
  company_id = g_key_file_get_string (file, GROUP, "company", NULL);
  company_name = g_key_file_get_string (file, GROUP, "company-name", NULL);
  platform_name = g_key_file_get_string (file, GROUP, "platform-name", NULL);
  asked_at = g_key_file_get_int64 (file, GROUP, "asked-at", NULL);
  expires_at = g_key_file_get_int64 (file, GROUP, "expires-at", NULL);
  who = g_key_file_get_integer (file, GROUP, "who", NULL);
  if (!trib_guid_is_valid (company_id) || asked_at <= 0 || expires_at < asked_at || who < 0)
    return NULL;
  return trib_model_request_new (connection_id, company_id, company_name, platform_name,
                                 (TribModelWho) who, asked_at, expires_at);
}

/**
 * trib_model_request_serialise:
 * @self: a request
 *
 * Returns: (transfer full): what the store keeps of it
 */
char *
trib_model_request_serialise (TribModelRequest *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);

  g_key_file_set_string (file, GROUP, "company", self->company_id);
  g_key_file_set_string (file, GROUP, "company-name", self->company_name);
  g_key_file_set_string (file, GROUP, "platform-name", self->platform_name);
  g_key_file_set_integer (file, GROUP, "who", (int) self->who);
  g_key_file_set_int64 (file, GROUP, "asked-at", self->asked_at);
  g_key_file_set_int64 (file, GROUP, "expires-at", self->expires_at);
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * trib_model_request_get_connection_id:
 * @self: a request
 *
 * Returns: the connection that waits
 */
const char *
trib_model_request_get_connection_id (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  return self->connection_id;
}

/**
 * trib_model_request_get_company_id:
 * @self: a request
 *
 * Returns: whose connection it is
 */
const char *
trib_model_request_get_company_id (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  return self->company_id;
}

/**
 * trib_model_request_get_company_name:
 * @self: a request
 *
 * Returns: the name of the company when somebody was asked, fit to be shown
 */
const char *
trib_model_request_get_company_name (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  return self->company_name;
}

/**
 * trib_model_request_get_platform_name:
 * @self: a request
 *
 * Returns: the name of the platform, fit to be shown
 */
const char *
trib_model_request_get_platform_name (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  return self->platform_name;
}

/**
 * trib_model_request_get_who:
 * @self: a request
 *
 * Returns: who was asked
 */
TribModelWho
trib_model_request_get_who (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), TRIB_MODEL_WHO_OTHER);
  return self->who;
}

/**
 * trib_model_request_get_asked_at:
 * @self: a request
 *
 * Returns: when somebody was asked last, in seconds since the Unix epoch
 */
gint64
trib_model_request_get_asked_at (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), 0);
  return self->asked_at;
}

/**
 * trib_model_request_get_expires_at:
 * @self: a request
 *
 * Returns: until when the link works, in seconds since the Unix epoch
 */
gint64
trib_model_request_get_expires_at (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), 0);
  return self->expires_at;
}

/**
 * trib_model_request_get_ends_soon_at:
 * @self: a request
 *
 * Returns: from when on the link is about to end, in seconds since the Unix epoch
 */
gint64
trib_model_request_get_ends_soon_at (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), 0);
  return self->expires_at - MIN (HOUR, (self->expires_at - self->asked_at) / 4);
}

/**
 * trib_model_request_get_due:
 * @self: a request
 * @clock: tells the time
 *
 * Returns: whether it is time to ask again
 */
gboolean
trib_model_request_get_due (TribModelRequest *self, TribClock *clock)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), FALSE);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), FALSE);
  return get_now (clock) - self->asked_at >= TRIB_MODEL_REQUEST_DUE_DAYS * DAY;
}

/**
 * trib_model_request_dup_text:
 * @self: a request
 * @clock: tells the time
 *
 * Returns: (transfer full): who is waited for and since when, translated
 */
char *
trib_model_request_dup_text (TribModelRequest *self, TribClock *clock)
{
  g_autoptr (GDateTime) asked = NULL;
  g_autofree char *since = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  asked = g_date_time_new_from_unix_utc (self->asked_at);
  since = trib_model_time_since (clock, asked);
  return trib_model_fill (get_sentence (self->who), since);
}

/**
 * trib_model_request_dup_short_text:
 * @self: a request
 *
 * Returns: (transfer full): who is waited for and at which platform, translated
 */
char *
trib_model_request_dup_short_text (TribModelRequest *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  return trib_model_fill (get_short_sentence (self->who), self->platform_name);
}

/**
 * trib_model_request_dup_link_text:
 * @self: a request
 * @clock: tells the time
 *
 * Returns: (transfer full): until when the link works, translated
 */
char *
trib_model_request_dup_link_text (TribModelRequest *self, TribClock *clock)
{
  g_autoptr (GDateTime) expires = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_REQUEST (self), NULL);
  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  expires = g_date_time_new_from_unix_utc (self->expires_at);
  return trib_model_time_valid_until (clock, expires);
}
