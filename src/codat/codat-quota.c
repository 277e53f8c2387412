/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-quota.h"

#include "codat-transport.h"

/* The daily quota, as the headers of the latest answer tell it. Owned by the client; lives in its
 * thread.
 */
struct _CodatQuota {
  GObject parent_instance;

  gint64 limit;
  gint64 remaining;
  GDateTime *reset; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CodatQuota, codat_quota, G_TYPE_OBJECT)

typedef enum {
  PROP_LIMIT = 1,
  PROP_REMAINING,
  PROP_RESET,
} Property;

static GParamSpec *props[PROP_RESET + 1];

static void
codat_quota_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CodatQuota *self = CODAT_QUOTA (object);

  switch ((Property) id) {
  case PROP_LIMIT:
    g_value_set_int64 (value, self->limit);
    break;
  case PROP_REMAINING:
    g_value_set_int64 (value, self->remaining);
    break;
  case PROP_RESET:
    g_value_set_boxed (value, self->reset);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
codat_quota_finalize (GObject *object)
{
  g_clear_pointer (&CODAT_QUOTA (object)->reset, g_date_time_unref);
  G_OBJECT_CLASS (codat_quota_parent_class)->finalize (object);
}

static void
codat_quota_class_init (CodatQuotaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = codat_quota_get_property;
  object_class->finalize = codat_quota_finalize;
  props[PROP_LIMIT] = g_param_spec_int64 ("limit", NULL, NULL, -1, G_MAXINT64, -1, flags);
  props[PROP_REMAINING] = g_param_spec_int64 ("remaining", NULL, NULL, -1, G_MAXINT64, -1, flags);
  props[PROP_RESET] = g_param_spec_boxed ("reset", NULL, NULL, G_TYPE_DATE_TIME, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
codat_quota_init (CodatQuota *self)
{
  self->limit = -1;
  self->remaining = -1;
}

static void
set_number (CodatQuota *self, gint64 *field, gint64 value, Property property)
{
  if (value < 0 || *field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

void
codat_quota_update (CodatQuota *self, const CodatReply *reply)
{
  set_number (self, &self->limit, reply->rate_limit, PROP_LIMIT);
  set_number (self, &self->remaining, reply->rate_remaining, PROP_REMAINING);
  if (reply->rate_reset == NULL ||
      (self->reset != NULL && g_date_time_equal (self->reset, reply->rate_reset)))
    return;
  g_clear_pointer (&self->reset, g_date_time_unref);
  self->reset = g_date_time_ref (reply->rate_reset);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RESET]);
}

/**
 * codat_quota_get_limit:
 * @self: a quota
 *
 * Returns: how many requests a day has, or -1 as long as no answer said so
 */
gint64
codat_quota_get_limit (CodatQuota *self)
{
  g_return_val_if_fail (CODAT_IS_QUOTA (self), -1);
  return self->limit;
}

/**
 * codat_quota_get_remaining:
 * @self: a quota
 *
 * Returns: how many requests are left, or -1 as long as no answer said so
 */
gint64
codat_quota_get_remaining (CodatQuota *self)
{
  g_return_val_if_fail (CODAT_IS_QUOTA (self), -1);
  return self->remaining;
}

/**
 * codat_quota_get_reset:
 * @self: a quota
 *
 * Returns: (nullable) (transfer none): when the count begins again
 */
GDateTime *
codat_quota_get_reset (CodatQuota *self)
{
  g_return_val_if_fail (CODAT_IS_QUOTA (self), NULL);
  return self->reset;
}

/**
 * codat_quota_get_is_low:
 * @self: a quota
 *
 * Returns: whether a fifth of the requests or less is left
 */
gboolean
codat_quota_get_is_low (CodatQuota *self)
{
  g_return_val_if_fail (CODAT_IS_QUOTA (self), FALSE);
  return self->limit >= 0 && self->remaining >= 0 && self->remaining <= self->limit / 5;
}
