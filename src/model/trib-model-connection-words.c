/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connection.h"

#include "trib-model-connection-private.h"
#include "trib-model-status.h"
#include "trib-model-time.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* What a connection says of itself in words. Part of TribModelConnection.
 * Main thread only. */

#define MAX_NAME 80
#define MAX_STATUS 40

/* How the last sign-in ended, in the status codes of the redirect (docs.codat.io, "Redirect URLs"):
 * 403 cancelled, 500 failed, 501 not supported. */
static gboolean
ended_with (CodatConnection *value, const char *code)
{
  const CodatConnectionFault *fault = trib_model_status_newest_fault (value);

  return fault != NULL && g_strcmp0 (fault->status_code, code) == 0;
}

char *
trib_model_connection_describe_status (CodatConnection *value, TribModelStatus status)
{
  if (status == TRIB_MODEL_STATUS_FAILED && ended_with (value, "501"))
    return g_strdup (_ ("Not supported"));
  if (status == TRIB_MODEL_STATUS_WAITING && ended_with (value, "403"))
    return g_strdup (_ ("Cancelled"));
  if (codat_connection_get_status (value) == CODAT_CONNECTION_STATUS_UNKNOWN) {
    g_autofree char *text =
        trib_text_for_display (codat_connection_get_status_text (value), MAX_STATUS);

    if (*text != '\0')
      return g_steal_pointer (&text);
  }
  return g_strdup (trib_model_status_to_text (status));
}

static char *
describe_connected (TribModelConnection *self)
{
  g_autofree char *organisation = trib_model_status_dup_organisation (self->value);

  if (codat_connection_get_last_sync (self->value) == NULL)
    return organisation != NULL ? g_steal_pointer (&organisation)
                                : g_strdup (_ ("Nothing has been read yet"));
  if (organisation == NULL)
    /* Translators: %s is a time like "2 days ago". */
    return g_strdup_printf (_ ("Last read %s"), self->last_sync);
  /* Translators: the name of an organisation, and a time like "2 days ago". */
  return g_strdup_printf (_ ("%s · last read %s"), organisation, self->last_sync);
}

static char *
describe_failed (TribModelConnection *self)
{
  if (ended_with (self->value, "501"))
    return g_strdup (_ ("Its version or plan cannot be connected"));
  if (ended_with (self->value, "500"))
    return g_strdup (_ ("The platform reported an error"));
  return g_strdup (_ ("The last sign-in did not work"));
}

/* How long a sign-in has been waited for. */
static gint64
get_minutes (TribModelConnection *self, gint64 started)
{
  return (trib_clock_get_real_time (self->clock) - started) / (60 * G_USEC_PER_SEC);
}

static char *
dup_since (TribModelConnection *self, gint64 started)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (started / G_USEC_PER_SEC);

  return trib_model_time_since (self->clock, time);
}

static char *
describe_waiting (TribModelConnection *self)
{
  gint64 started = trib_model_connection_get_sign_in (self);
  gint64 minutes = get_minutes (self, started);
  g_autofree char *since = dup_since (self, started);

  if (minutes < 1)
    /* Translators: %s is a platform. */
    return g_strdup_printf (_ ("Waiting for %s"), self->platform_name);
  if (minutes < 60)
    /* Translators: a platform, and how long it is waited for. */
    return g_strdup_printf (ngettext ("Still waiting for %s · %d minute",
                                      "Still waiting for %s · %d minutes", (gulong) minutes),
                            self->platform_name, (int) minutes);
  /* Translators: a platform, and a time like "14:05" or "Tuesday". */
  return g_strdup_printf (_ ("Still waiting for %s · since %s"), self->platform_name, since);
}

/**
 * trib_model_connection_dup_waiting_text:
 * @self: a connection
 *
 * Returns: (transfer full) (nullable): that its sign-in is waited for, and how long, as the list of
 *   companies says it; %NULL when nobody waits
 */
char *
trib_model_connection_dup_waiting_text (TribModelConnection *self)
{
  gint64 started, minutes;
  g_autofree char *since = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (self), NULL);
  if (!trib_model_connection_get_is_awaited (self))
    return NULL;
  if (self->check != 0)
    /* Translators: %s is a platform: whether the sign-in has worked is being asked. */
    return g_strdup_printf (_ ("Checking %s…"), self->platform_name);
  started = trib_model_connection_get_sign_in (self);
  minutes = get_minutes (self, started);
  since = dup_since (self, started);
  if (minutes < 1)
    return g_strdup_printf (_ ("Waiting for %s"), self->platform_name);
  if (minutes < 60)
    /* Translators: a platform, and how long it is waited for. */
    return g_strdup_printf (
        ngettext ("Waiting for %s · %d minute", "Waiting for %s · %d minutes", (gulong) minutes),
        self->platform_name, (int) minutes);
  /* Translators: a platform, and a time like "14:05" or "Tuesday". */
  return g_strdup_printf (_ ("Waiting for %s · since %s"), self->platform_name, since);
}

char *
trib_model_connection_describe (TribModelConnection *self)
{
  if (self->check != 0)
    return g_strdup (_ ("Checking…"));
  if (self->request != NULL &&
      (self->status == TRIB_MODEL_STATUS_WAITING || self->status == TRIB_MODEL_STATUS_ATTENTION))
    return trib_model_request_dup_text (self->request, self->clock);
  if (trib_model_connection_get_is_awaited (self))
    return describe_waiting (self);
  switch (self->status) {
  case TRIB_MODEL_STATUS_CONNECTED:
    return describe_connected (self);
  case TRIB_MODEL_STATUS_WAITING:
    return g_strdup (ended_with (self->value, "403")
                     ? _ ("The sign-in was cancelled; nothing was read")
                     : _ ("The sign-in was begun and is not finished"));
  case TRIB_MODEL_STATUS_ATTENTION:
    return g_strdup (_ ("The access has ended; what was read stays"));
  case TRIB_MODEL_STATUS_FAILED:
    return describe_failed (self);
  case TRIB_MODEL_STATUS_PAST:
  case TRIB_MODEL_STATUS_NOT_STARTED:
  default:
    return g_strdup (_ ("Nothing new is read; what was read stays"));
  }
}

char *
trib_model_connection_find_name (CodatConnection *value, TribModelPlatform *platform)
{
  g_autofree char *name =
      trib_text_for_display (codat_connection_get_platform_name (value), MAX_NAME);

  if (*name != '\0')
    return g_steal_pointer (&name);
  return g_strdup (platform != NULL ? trib_model_platform_get_name (platform)
                                    : _ ("Unknown platform"));
}
