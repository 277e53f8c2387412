/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-options.h"

#include "ctl-error.h"
#include "ctl-verb.h"

#include <string.h>

const CtlOption ctl_global_options[] = {
  { "account", "NAME", "An account from the keyring; without it, the one in use" },
  { "base-url", "URL", "Without an account: https, or http on loopback" },
  { "key-file", "FILE", "Without an account: read the API key from FILE, - for standard input" },
  { "format", "FORMAT", "table (on a terminal), json (elsewhere), jsonl or csv" },
  { "timeout", "SECONDS", "Give up after so many seconds" },
  { "no-retry", NULL, "Ask once only" },
  { "quiet", NULL, "No remarks on standard error, only errors" },
  { "verbose", NULL, "Say what happens, without secrets" },
  { "help", NULL, "Help on the program, a noun or a verb" },
  { "version", NULL, "Print the version" },
  { NULL },
};

struct _CtlOptions {
  char *noun;           /* (owned) (nullable) */
  const CtlVerb *verb;  /* (nullable) */
  GPtrArray *arguments; /* (owned): of char* */
  GHashTable *values;   /* (owned): name, GPtrArray of char* that ends with NULL */
};

static const CtlOption *
find_option (const CtlOption *options, const char *name, gsize length)
{
  for (; options != NULL && options->name != NULL; options++) {
    if (strlen (options->name) == length && strncmp (options->name, name, length) == 0)
      return options;
  }
  return NULL;
}

static void
add_value (CtlOptions *self, const char *name, const char *value)
{
  GPtrArray *values = g_hash_table_lookup (self->values, name);

  if (values == NULL) {
    values = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (values, NULL);
    g_hash_table_insert (self->values, g_strdup (name), values);
  }
  values->pdata[values->len - 1] = g_strdup (value != NULL ? value : "");
  g_ptr_array_add (values, NULL);
}

/* text is "--NAME" or "--NAME=VALUE"; next, (nullable), is the word after it. */
static gboolean
take_option (CtlOptions *self, const char *text, const char *next, gboolean *used, GError **error)
{
  const char *name = text + strlen ("--");
  gsize length = strcspn (name, "=");
  const char *value = name[length] == '=' ? name + length + 1 : NULL;
  const CtlOption *option = find_option (ctl_global_options, name, length);

  if (option == NULL && self->verb != NULL)
    option = find_option (self->verb->options, name, length);
  if (option == NULL) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "There is no option --%.*s here", (int) length,
                 name);
    return FALSE;
  }
  if (option->value == NULL && value != NULL) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "--%s takes no value", option->name);
    return FALSE;
  }
  *used = option->value != NULL && value == NULL;
  if (*used && next == NULL) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "--%s needs a value", option->name);
    return FALSE;
  }
  add_value (self, option->name, *used ? next : value);
  return TRUE;
}

static gboolean
take_word (CtlOptions *self, const char *word, GError **error)
{
  if (self->noun == NULL) {
    self->noun = g_strdup (word);
    if (!ctl_verbs_has_noun (word)) {
      g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "There is no noun “%s”, see --help", word);
      return FALSE;
    }
    self->verb = ctl_verbs_find (word, NULL);
  } else if (self->verb == NULL) {
    self->verb = ctl_verbs_find (self->noun, word);
    if (self->verb == NULL) {
      g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "There is no verb “%s %s”, see “%s --help”",
                   self->noun, word, self->noun);
      return FALSE;
    }
  } else {
    g_ptr_array_add (self->arguments, g_strdup (word));
  }
  return TRUE;
}

static gboolean
parse (CtlOptions *self, char **words, GError **error)
{
  gboolean only_words = FALSE;

  for (guint i = 0; words[i] != NULL; i++) {
    gboolean used = FALSE;

    if (!g_utf8_validate (words[i], -1, NULL)) {
      g_set_error_literal (error, CTL_ERROR, CTL_EXIT_USAGE, "The command line is not UTF-8");
      return FALSE;
    }
    if (!only_words && strcmp (words[i], "--") == 0) {
      only_words = TRUE;
    } else if (!only_words && strcmp (words[i], "-h") == 0) {
      add_value (self, "help", NULL);
    } else if (!only_words && g_str_has_prefix (words[i], "--")) {
      if (!take_option (self, words[i], words[i + 1], &used, error))
        return FALSE;
    } else if (!only_words && words[i][0] == '-' && words[i][1] != '\0') {
      g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "There is no option %s", words[i]);
      return FALSE;
    } else if (!take_word (self, words[i], error)) {
      return FALSE;
    }
    i += used ? 1 : 0;
  }
  return TRUE;
}

static gboolean
check_words (CtlOptions *self, GError **error)
{
  if (ctl_options_has (self, "help") || ctl_options_has (self, "version"))
    return TRUE;
  if (self->verb == NULL) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "Say what to do: %s VERB, see “%s%s--help”",
                 self->noun != NULL ? self->noun : "NOUN", self->noun != NULL ? self->noun : "",
                 self->noun != NULL ? " " : "");
    return FALSE;
  }
  if (self->arguments->len < self->verb->min_arguments ||
      self->arguments->len > self->verb->max_arguments) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "Usage: %s%s%s %s", self->verb->noun,
                 self->verb->name[0] != '\0' ? " " : "", self->verb->name, self->verb->arguments);
    return FALSE;
  }
  return TRUE;
}

/**
 * ctl_options_parse:
 * @arguments: (array zero-terminated=1): the words after the program's name
 * @error: return location
 *
 * Returns: (transfer full): what was understood, even with @error set
 */
CtlOptions *
ctl_options_parse (char **arguments, GError **error)
{
  CtlOptions *self = g_new0 (CtlOptions, 1);

  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->values =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (parse (self, arguments, error))
    check_words (self, error);
  return self;
}

void
ctl_options_free (CtlOptions *self)
{
  g_free (self->noun);
  g_ptr_array_unref (self->arguments);
  g_hash_table_unref (self->values);
  g_free (self);
}

const CtlVerb *
ctl_options_get_verb (CtlOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->verb;
}

const char *
ctl_options_get_noun (CtlOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->noun;
}

const char *
ctl_options_get_argument (CtlOptions *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  return position < self->arguments->len ? self->arguments->pdata[position] : NULL;
}

gboolean
ctl_options_has (CtlOptions *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_hash_table_contains (self->values, name);
}

/**
 * ctl_options_get:
 * @self: options
 * @name: of an option, without dashes
 *
 * Returns: (nullable): its value; the last one when it came several times
 */
const char *
ctl_options_get (CtlOptions *self, const char *name)
{
  GPtrArray *values;

  g_return_val_if_fail (self != NULL, NULL);
  values = g_hash_table_lookup (self->values, name);
  return values != NULL ? values->pdata[values->len - 2] : NULL;
}

const char *const *
ctl_options_get_all (CtlOptions *self, const char *name)
{
  GPtrArray *values;

  g_return_val_if_fail (self != NULL, NULL);
  values = g_hash_table_lookup (self->values, name);
  return values != NULL ? (const char *const *) values->pdata : NULL;
}

gboolean
ctl_options_get_number (CtlOptions *self,
                        const char *name,
                        guint least,
                        guint most,
                        guint fallback,
                        guint *number,
                        GError **error)
{
  const char *text = ctl_options_get (self, name);
  guint64 value;

  *number = fallback;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, least, most, &value, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_USAGE, "--%s must be a number from %u to %u", name,
                 least, most);
    return FALSE;
  }
  *number = (guint) value;
  return TRUE;
}
