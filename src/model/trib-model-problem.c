/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-problem.h"

#include "trib-model-error.h"

#include "codat-error.h"
#include "trib-link-redirect.h"
#include "trib-store-error.h"
#include "trib-text.h"

#include <glib/gi18n.h>

/* What a failure means for a person: words for the page, and details for whoever helps.
 * Owned by whatever failed, immutable.
 * Main thread only.
 */
struct _TribModelProblem {
  GObject parent_instance;

  TribProblem kind;
  char *sentence; /* (owned) */
  char *details;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribModelProblem, trib_model_problem, G_TYPE_OBJECT)

typedef enum {
  PROP_TITLE = 1,
  PROP_SENTENCE,
  PROP_DETAILS,
  PROP_CAN_RETRY,
} Property;

static GParamSpec *props[PROP_CAN_RETRY + 1];

#define MAX_WORDS 300

static TribProblem
kind_of_io (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return TRIB_PROBLEM_TIMED_OUT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return TRIB_PROBLEM_BAD_ANSWER;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return TRIB_PROBLEM_DISK;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE))
    return TRIB_PROBLEM_NO_NETWORK;
  return TRIB_PROBLEM_UNKNOWN;
}

static TribProblem
kind_of (const GError *error)
{
  if (error->domain == CODAT_ERROR)
    return codat_error_get_problem (error);
  if (error->domain == TRIB_STORE_ERROR)
    return trib_store_error_get_problem (error);
  if (error->domain == TRIB_LINK_REDIRECT_ERROR)
    return TRIB_PROBLEM_BAD_REDIRECT;
  if (error->domain == TRIB_MODEL_ERROR)
    return TRIB_PROBLEM_RULE;
  if (error->domain == G_TLS_ERROR)
    return TRIB_PROBLEM_TLS;
  if (error->domain == G_RESOLVER_ERROR)
    return TRIB_PROBLEM_NO_NETWORK;
  return error->domain == G_IO_ERROR ? kind_of_io (error) : TRIB_PROBLEM_UNKNOWN;
}

static void
add_line (GString *lines, const char *label, const char *text)
{
  g_autofree char *shown = trib_text_for_display (text, MAX_WORDS);

  if (*shown == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: a line of details: what it is, and its value. */
  g_string_append_printf (lines, _ ("%s: %s"), label, shown);
}

static void
describe_answer (GString *lines, const GError *error)
{
  const char *const *messages = codat_error_get_validation_messages (error);
  guint status = codat_error_get_http_status (error);

  if (status != 0) {
    g_autofree char *number = g_strdup_printf ("%u", status);

    add_line (lines, _ ("Status"), number);
  }
  add_line (lines, _ ("The server said"), codat_error_get_server_text (error));
  for (guint i = 0; messages != NULL && messages[i] != NULL && i < 10; i++)
    add_line (lines, _ ("The server said"), messages[i]);
  add_line (lines, _ ("Reference for support"), codat_error_get_correlation_id (error));
}

static char *
describe (const GError *error)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (error->domain == TRIB_MODEL_ERROR)
    return NULL;
  if (error->domain == CODAT_ERROR)
    describe_answer (lines, error);
  if (lines->len == 0)
    add_line (lines, _ ("Reason"), error->message);
  if (lines->len == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
trib_model_problem_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribModelProblem *self = TRIB_MODEL_PROBLEM (object);

  switch ((Property) id) {
  case PROP_TITLE:
    g_value_set_string (value, trib_model_problem_get_title (self));
    break;
  case PROP_SENTENCE:
    g_value_set_string (value, self->sentence);
    break;
  case PROP_DETAILS:
    g_value_set_string (value, self->details);
    break;
  case PROP_CAN_RETRY:
    g_value_set_boolean (value, trib_model_problem_get_can_retry (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_model_problem_finalize (GObject *object)
{
  TribModelProblem *self = TRIB_MODEL_PROBLEM (object);

  g_free (self->sentence);
  g_free (self->details);
  G_OBJECT_CLASS (trib_model_problem_parent_class)->finalize (object);
}

static void
trib_model_problem_class_init (TribModelProblemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_model_problem_get_property;
  object_class->finalize = trib_model_problem_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_CAN_RETRY] = g_param_spec_boolean ("can-retry", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_model_problem_init (TribModelProblem *self)
{
}

static TribModelProblem *
create (const GError *error, const char *(*get_sentence) (TribProblem problem))
{
  TribModelProblem *self;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  self = g_object_new (TRIB_MODEL_TYPE_PROBLEM, NULL);
  self->kind = kind_of (error);
  if (error->domain == TRIB_MODEL_ERROR)
    self->sentence = trib_text_for_display (error->message, MAX_WORDS);
  else
    self->sentence = g_strdup (get_sentence (self->kind));
  self->details = describe (error);
  return self;
}

/**
 * trib_model_problem_new:
 * @error: (nullable): an error of this room or of a lower one, where something was read or checked
 *
 * Puts an error into words.
 *
 * Returns: (transfer full) (nullable): a problem, or %NULL when nothing failed or a person
 *   cancelled, because that is never shown
 */
TribModelProblem *
trib_model_problem_new (const GError *error)
{
  return create (error, trib_problem_get_sentence);
}

/**
 * trib_model_problem_new_for_change:
 * @error: (nullable): an error of this room or of a lower one, where something was changed
 *
 * Puts an error into words that say, too, when the change may have been made all the same.
 *
 * Returns: (transfer full) (nullable): as trib_model_problem_new()
 */
TribModelProblem *
trib_model_problem_new_for_change (const GError *error)
{
  return create (error, trib_problem_get_change_sentence);
}

/**
 * trib_model_problem_get_kind:
 * @self: a problem
 *
 * Returns: which problem it is
 */
TribProblem
trib_model_problem_get_kind (TribModelProblem *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PROBLEM (self), TRIB_PROBLEM_UNKNOWN);
  return self->kind;
}

/**
 * trib_model_problem_get_title:
 * @self: a problem
 *
 * Returns: what happened, translated
 */
const char *
trib_model_problem_get_title (TribModelProblem *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PROBLEM (self), NULL);
  return trib_problem_get_title (self->kind);
}

/**
 * trib_model_problem_get_sentence:
 * @self: a problem
 *
 * Returns: what is safe and what to do next, translated
 */
const char *
trib_model_problem_get_sentence (TribModelProblem *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PROBLEM (self), NULL);
  return self->sentence;
}

/**
 * trib_model_problem_get_details:
 * @self: a problem
 *
 * Returns: (nullable): the server's own words and codes, one per line, as plain text
 */
const char *
trib_model_problem_get_details (TribModelProblem *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PROBLEM (self), NULL);
  return self->details;
}

/**
 * trib_model_problem_get_can_retry:
 * @self: a problem
 *
 * Returns: whether the same act can end otherwise without anything being changed
 */
gboolean
trib_model_problem_get_can_retry (TribModelProblem *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PROBLEM (self), FALSE);
  return trib_problem_can_retry (self->kind);
}
