/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-history.h"

/* What happened in a sign-in. Owned by its session, and by whoever keeps it; main thread only. */

/* When, what, the host, the status code, how it ended. */
#define RECORD_TYPE "a(xssus)"
/* Pages can begin anew for ever; the first moments and the last ones tell what happened. */
#define MAX_MOMENTS 100

struct _TribLinkHistory {
  GObject parent_instance;

  GPtrArray *moments; /* (owned) (element-type TribLinkMoment) */
};

G_DEFINE_FINAL_TYPE (TribLinkHistory, trib_link_history, G_TYPE_OBJECT)

enum { SIGNAL_ADDED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
moment_free (TribLinkMoment *moment)
{
  g_free (moment->host);
  g_free (moment);
}

static void
append (TribLinkHistory *self, const TribLinkMoment *moment)
{
  TribLinkMoment *copy = g_memdup2 (moment, sizeof *moment);

  copy->host = g_strdup (moment->host);
  if (self->moments->len == MAX_MOMENTS)
    g_ptr_array_remove_index (self->moments, MAX_MOMENTS / 2);
  g_ptr_array_add (self->moments, copy);
}

static const char *
get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *known = g_enum_get_value (klass, value);

  return known != NULL ? known->value_nick : "";
}

static gboolean
find_value (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *known = g_enum_get_value_by_nick (klass, nick);

  if (known != NULL)
    *value = known->value;
  return known != NULL;
}

static void
trib_link_history_finalize (GObject *object)
{
  TribLinkHistory *self = TRIB_LINK_HISTORY (object);

  g_ptr_array_unref (self->moments);
  G_OBJECT_CLASS (trib_link_history_parent_class)->finalize (object);
}

static void
trib_link_history_class_init (TribLinkHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trib_link_history_finalize;
  /**
   * TribLinkHistory::added:
   * @self: a history
   *
   * There is one more moment.
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", TRIB_LINK_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
trib_link_history_init (TribLinkHistory *self)
{
  self->moments = g_ptr_array_new_with_free_func ((GDestroyNotify) moment_free);
}

/**
 * trib_link_history_new:
 *
 * Returns: (transfer full): a history in which nothing has happened
 */
TribLinkHistory *
trib_link_history_new (void)
{
  return g_object_new (TRIB_LINK_TYPE_HISTORY, NULL);
}

/**
 * trib_link_history_add:
 * @self: a history
 * @moment: what has happened; copied
 *
 * Adds the last moment. Of a history that has grown too long, one in the middle is forgotten.
 */
void
trib_link_history_add (TribLinkHistory *self, const TribLinkMoment *moment)
{
  g_return_if_fail (TRIB_LINK_IS_HISTORY (self));
  g_return_if_fail (moment != NULL);
  append (self, moment);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0);
}

/**
 * trib_link_history_get_n:
 * @self: a history
 *
 * Returns: how many moments there are
 */
guint
trib_link_history_get_n (TribLinkHistory *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_HISTORY (self), 0);
  return self->moments->len;
}

/**
 * trib_link_history_get:
 * @self: a history
 * @i: which moment, counted from 0
 *
 * Returns: (transfer none): the moment, until the next one is added
 */
const TribLinkMoment *
trib_link_history_get (TribLinkHistory *self, guint i)
{
  g_return_val_if_fail (TRIB_LINK_IS_HISTORY (self), NULL);
  g_return_val_if_fail (i < self->moments->len, NULL);
  return self->moments->pdata[i];
}

/**
 * trib_link_history_print:
 * @self: a history
 *
 * Returns: (transfer full): it as text, for [func@TribLink.History.parse]
 */
char *
trib_link_history_print (TribLinkHistory *self)
{
  g_autoptr (GVariant) record = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (TRIB_LINK_IS_HISTORY (self), NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (RECORD_TYPE));
  for (guint i = 0; i < self->moments->len; i++) {
    const TribLinkMoment *moment = self->moments->pdata[i];

    g_variant_builder_add (&builder, "(xssus)", moment->at,
                           get_nick (TRIB_LINK_TYPE_HAPPENING, (int) moment->what),
                           moment->host != NULL ? moment->host : "", moment->code,
                           get_nick (TRIB_LINK_TYPE_OUTCOME, (int) moment->outcome));
  }
  record = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (record, FALSE);
}

/**
 * trib_link_history_parse:
 * @text: what [method@TribLink.History.print] gave, or anything else
 *
 * Returns: (transfer full) (nullable): the history; %NULL when the text is none. Moments that
 *   nobody knows are left out.
 */
TribLinkHistory *
trib_link_history_parse (const char *text)
{
  g_autoptr (GVariant) record = NULL;
  g_autoptr (TribLinkHistory) self = NULL;
  GVariantIter iter;
  TribLinkMoment moment = { 0 };
  const char *what, *host, *outcome;

  g_return_val_if_fail (text != NULL, NULL);
  record = g_variant_parse (G_VARIANT_TYPE (RECORD_TYPE), text, NULL, NULL, NULL);
  if (record == NULL)
    return NULL;
  self = trib_link_history_new ();
  g_variant_iter_init (&iter, record);
  while (
      g_variant_iter_next (&iter, "(x&s&su&s)", &moment.at, &what, &host, &moment.code, &outcome)) {
    int which, how;

    if (!find_value (TRIB_LINK_TYPE_HAPPENING, what, &which) ||
        !find_value (TRIB_LINK_TYPE_OUTCOME, outcome, &how))
      continue;
    moment.what = (TribLinkHappening) which;
    moment.outcome = (TribLinkOutcome) how;
    moment.host = *host != '\0' ? (char *) host : NULL;
    append (self, &moment);
  }
  return g_steal_pointer (&self);
}
