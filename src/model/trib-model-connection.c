/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-connection.h"

#include "trib-model-connection-private.h"
#include "trib-model-status.h"
#include "trib-model-time.h"
#include "trib-model-words.h"

#include "trib-text.h"

#include <string.h>

/* One connection, kept current: what a row shows. Owned by the connections of its company.
 * Main thread only. What it does is in trib-model-connection-acts.c.
 */
G_DEFINE_FINAL_TYPE (TribModelConnection, trib_model_connection, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_PLATFORM_NAME,
  PROP_PLATFORM,
  PROP_STATUS,
  PROP_STATUS_TEXT,
  PROP_SUBTITLE,
  PROP_CONNECTED_ON_TEXT,
  PROP_LAST_SYNC_TEXT,
  PROP_FAULT_TEXT,
  PROP_BUSY,
  PROP_PROBLEM,
  PROP_UNLINK_PENDING,
  PROP_CAN_RECONNECT,
  PROP_CAN_UNLINK,
  PROP_FORMER_ORGANISATION,
  PROP_REQUEST,
  PROP_IS_AWAITED,
  PROP_IS_CHECKING,
} Property;

static GParamSpec *props[PROP_IS_CHECKING + 1];

enum { SIGNAL_GONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
notify (TribModelConnection *self, Property property)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
take_text (TribModelConnection *self, char **place, char *text, Property property)
{
  g_autofree char *owned = text;

  if (trib_set_str (place, owned))
    notify (self, property);
}

static gboolean
get_flag (TribModelConnection *self, Property property)
{
  if (property == PROP_BUSY)
    return self->n_busy > 0;
  if (property == PROP_UNLINK_PENDING)
    return self->undo_timer != 0;
  if (property == PROP_CAN_RECONNECT)
    return trib_model_connection_get_can_reconnect (self);
  if (property == PROP_CAN_UNLINK)
    return trib_model_connection_get_can_unlink (self);
  return property == PROP_IS_AWAITED ? self->is_awaited : self->check != 0;
}

static void
trib_model_connection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelConnection *self = TRIB_MODEL_CONNECTION (object);

  switch ((Property) id) {
  case PROP_ID:
    g_value_set_string (value, trib_model_connection_get_id (self));
    break;
  case PROP_PLATFORM_NAME:
    g_value_set_string (value, self->platform_name);
    break;
  case PROP_PLATFORM:
    g_value_set_object (value, self->platform);
    break;
  case PROP_STATUS:
    g_value_set_enum (value, (int) self->status);
    break;
  case PROP_STATUS_TEXT:
    g_value_set_string (value, self->status_text);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_CONNECTED_ON_TEXT:
    g_value_set_string (value, self->connected_on);
    break;
  case PROP_LAST_SYNC_TEXT:
    g_value_set_string (value, self->last_sync);
    break;
  case PROP_FAULT_TEXT:
    g_value_set_string (value, self->fault);
    break;
  case PROP_PROBLEM:
    g_value_set_object (value, self->problem);
    break;
  case PROP_FORMER_ORGANISATION:
    g_value_set_string (value, self->former);
    break;
  case PROP_REQUEST:
    g_value_set_object (value, self->request);
    break;
  case PROP_BUSY:
  case PROP_UNLINK_PENDING:
  case PROP_CAN_RECONNECT:
  case PROP_CAN_UNLINK:
  case PROP_IS_AWAITED:
  case PROP_IS_CHECKING:
    g_value_set_boolean (value, get_flag (self, (Property) id));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_connection_dispose (GObject *object)
{
  TribModelConnection *self = TRIB_MODEL_CONNECTION (object);

  if (self->clock != NULL)
    trib_clock_clear (self->clock, &self->undo_timer);
  if (self->notes != NULL)
    trib_model_notes_mark_unlink (self->notes, object, FALSE);
  if (self->watch != NULL)
    trib_model_watch_remove (self->watch, self->check);
  self->check = 0;
  g_clear_object (&self->watch);
  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  g_clear_object (&self->notes);
  g_clear_object (&self->request);
  g_clear_object (&self->platform);
  g_clear_object (&self->problem);
  G_OBJECT_CLASS (trib_model_connection_parent_class)->dispose (object);
}

static void
trib_model_connection_finalize (GObject *object)
{
  TribModelConnection *self = TRIB_MODEL_CONNECTION (object);

  g_clear_object (&self->value);
  g_free (self->company_id);
  g_free (self->company_name);
  g_free (self->platform_name);
  g_free (self->status_text);
  g_free (self->subtitle);
  g_free (self->connected_on);
  g_free (self->last_sync);
  g_free (self->fault);
  g_free (self->former);
  G_OBJECT_CLASS (trib_model_connection_parent_class)->finalize (object);
}

static void
trib_model_connection_class_init (TribModelConnectionClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_connection_get_property;
  object_class->dispose = trib_model_connection_dispose;
  object_class->finalize = trib_model_connection_finalize;
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_PLATFORM_NAME] = g_param_spec_string ("platform-name", NULL, NULL, NULL, flags);
  props[PROP_PLATFORM] =
      g_param_spec_object ("platform", NULL, NULL, TRIB_MODEL_TYPE_PLATFORM, flags);
  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, TRIB_MODEL_TYPE_STATUS,
                                          TRIB_MODEL_STATUS_NOT_STARTED, flags);
  props[PROP_STATUS_TEXT] = g_param_spec_string ("status-text", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_CONNECTED_ON_TEXT] =
      g_param_spec_string ("connected-on-text", NULL, NULL, NULL, flags);
  props[PROP_LAST_SYNC_TEXT] = g_param_spec_string ("last-sync-text", NULL, NULL, NULL, flags);
  props[PROP_FAULT_TEXT] = g_param_spec_string ("fault-text", NULL, NULL, NULL, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, TRIB_MODEL_TYPE_PROBLEM, flags);
  props[PROP_UNLINK_PENDING] = g_param_spec_boolean ("unlink-pending", NULL, NULL, FALSE, flags);
  props[PROP_CAN_RECONNECT] = g_param_spec_boolean ("can-reconnect", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNLINK] = g_param_spec_boolean ("can-unlink", NULL, NULL, FALSE, flags);
  props[PROP_FORMER_ORGANISATION] =
      g_param_spec_string ("former-organisation", NULL, NULL, NULL, flags);
  props[PROP_REQUEST] = g_param_spec_object ("request", NULL, NULL, TRIB_MODEL_TYPE_REQUEST, flags);
  props[PROP_IS_AWAITED] = g_param_spec_boolean ("is-awaited", NULL, NULL, FALSE, flags);
  props[PROP_IS_CHECKING] = g_param_spec_boolean ("is-checking", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_GONE] = g_signal_new ("gone", TRIB_MODEL_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_model_connection_init (TribModelConnection *self)
{
}

/**
 * trib_model_connection_new:
 * @client: asks the server
 * @watch: asks once, too, where somebody else may be asking
 * @notes: what this computer knows of it
 * @company_id: whose connection it is
 * @company_name: what a person calls that
 *
 * Returns: (transfer full): a connection that waits for its first answer
 */
TribModelConnection *
trib_model_connection_new (CodatClient *client,
                           TribModelWatch *watch,
                           TribModelNotes *notes,
                           const char *company_id,
                           const char *company_name)
{
  TribModelConnection *self = g_object_new (TRIB_MODEL_TYPE_CONNECTION, NULL);

  self->client = g_object_ref (client);
  self->watch = g_object_ref (watch);
  self->notes = g_object_ref (notes);
  self->clock = g_object_ref (trib_model_notes_get_clock (notes));
  self->company_id = g_strdup (company_id);
  self->company_name = g_strdup (company_name);
  return self;
}

/**
 * trib_model_connection_take:
 * @self: a connection
 * @value: what the server says of it now
 * @platform: (nullable): its platform
 */
void
trib_model_connection_take (TribModelConnection *self,
                            CodatConnection *value,
                            TribModelPlatform *platform)
{
  TribModelStatus status = trib_model_status_of (value);
  GDateTime *last_sync = codat_connection_get_last_sync (value);
  TribModelStatus before = self->value != NULL ? self->status : status;

  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->value, value);
  trib_model_connection_set_platform (self, platform);
  if (self->status != status) {
    self->status = status;
    notify (self, PROP_STATUS);
    notify (self, PROP_CAN_RECONNECT);
    notify (self, PROP_CAN_UNLINK);
  }
  take_text (self, &self->platform_name, trib_model_connection_find_name (value, platform),
             PROP_PLATFORM_NAME);
  take_text (self, &self->status_text, trib_model_connection_describe_status (value, status),
             PROP_STATUS_TEXT);
  take_text (self, &self->last_sync, trib_model_time_ago (self->clock, last_sync),
             PROP_LAST_SYNC_TEXT);
  take_text (self, &self->connected_on, trib_model_time_day (codat_connection_get_created (value)),
             PROP_CONNECTED_ON_TEXT);
  take_text (self, &self->fault, trib_model_status_dup_fault_text (value), PROP_FAULT_TEXT);
  if (before != status)
    trib_model_notes_tell_turned (self->notes, G_OBJECT (self), before);
  trib_model_connection_heed_notes (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Whether another organisation than before is connected now. */
static void
compare_organisation (TribModelConnection *self)
{
  const char *id = codat_connection_get_id (self->value);
  const char *known = trib_model_notes_get_organisation (self->notes, id);
  g_autofree char *name = trib_model_status_dup_organisation (self->value);
  g_autofree char *folded = trib_model_fold (name != NULL ? name : "");
  g_autofree char *known_folded = trib_model_fold (known != NULL ? known : "");
  gboolean differs = name != NULL && known != NULL && strcmp (folded, known_folded) != 0;

  if (!trib_model_notes_get_loaded (self->notes))
    return;
  take_text (self, &self->former,
             g_strdup (differs && self->status == TRIB_MODEL_STATUS_CONNECTED ? known : NULL),
             PROP_FORMER_ORGANISATION);
  if (name != NULL && known == NULL)
    trib_model_notes_set_organisation (self->notes, id, name);
}

/**
 * trib_model_connection_heed_notes:
 * @self: a connection
 *
 * Compares what the server says with what this computer knows.
 */
void
trib_model_connection_heed_notes (TribModelConnection *self)
{
  const char *id = codat_connection_get_id (self->value);

  compare_organisation (self);
  if (self->status == TRIB_MODEL_STATUS_CONNECTED) {
    trib_model_notes_remove_request (self->notes, id);
    trib_model_notes_end_sign_in (self->notes, id);
  }
  if (g_set_object (&self->request, trib_model_notes_find_request (self->notes, id)))
    notify (self, PROP_REQUEST);
  trib_model_connection_tell (self);
}

/**
 * trib_model_connection_tell:
 * @self: a connection
 *
 * Says anew whether it is waited for.
 */
void
trib_model_connection_tell (TribModelConnection *self)
{
  gboolean is_awaited = trib_model_connection_get_is_awaited (self);

  if (self->is_awaited != is_awaited) {
    self->is_awaited = is_awaited;
    notify (self, PROP_IS_AWAITED);
  }
  take_text (self, &self->subtitle, trib_model_connection_describe (self), PROP_SUBTITLE);
}

/**
 * trib_model_connection_get_value:
 * @self: a connection
 *
 * Returns: what the server last said of it
 */
CodatConnection *
trib_model_connection_get_value (TribModelConnection *self)
{
  return self->value;
}

/**
 * trib_model_connection_set_platform:
 * @self: a connection
 * @platform: (nullable): its platform
 */
void
trib_model_connection_set_platform (TribModelConnection *self, TribModelPlatform *platform)
{
  if (!g_set_object (&self->platform, platform))
    return;
  notify (self, PROP_PLATFORM);
  take_text (self, &self->platform_name, trib_model_connection_find_name (self->value, platform),
             PROP_PLATFORM_NAME);
}

/**
 * trib_model_connection_get_last_sync:
 * @self: a connection
 *
 * Returns: (nullable): when it was last read
 */
GDateTime *
trib_model_connection_get_last_sync (TribModelConnection *self)
{
  return codat_connection_get_last_sync (self->value);
}

void
trib_model_connection_take_problem (TribModelConnection *self, TribModelProblem *problem)
{
  if (g_set_object (&self->problem, problem))
    notify (self, PROP_PROBLEM);
}

void
trib_model_connection_set_problem (TribModelConnection *self, const GError *error)
{
  g_autoptr (TribModelProblem) problem = trib_model_problem_new_for_change (error);

  trib_model_connection_take_problem (self, problem);
}

void
trib_model_connection_set_check (TribModelConnection *self, guint check)
{
  self->check = check;
  notify (self, PROP_IS_CHECKING);
}

void
trib_model_connection_add_busy (TribModelConnection *self, int difference)
{
  gboolean was_busy = self->n_busy > 0;

  self->n_busy += difference;
  if (was_busy != (self->n_busy > 0))
    notify (self, PROP_BUSY);
}

void
trib_model_connection_set_undo_timer (TribModelConnection *self, guint timer)
{
  gboolean was_pending = self->undo_timer != 0;

  self->undo_timer = timer;
  trib_model_notes_mark_unlink (self->notes, G_OBJECT (self), timer != 0);
  if (was_pending != (timer != 0))
    notify (self, PROP_UNLINK_PENDING);
}

void
trib_model_connection_emit_gone (TribModelConnection *self)
{
  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}
