/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verb.h"

#include <string.h>

static void
append_row (GString *text, const char *left, const char *right, guint width)
{
  g_string_append_printf (text, "  %-*s  %s\n", (int) width, left, right);
}

static char *
make_usage (const CtlVerb *verb)
{
  return g_strstrip (g_strjoin (" ", verb->noun, verb->name, verb->arguments, NULL));
}

static void
append_options (GString *text, const CtlOption *options)
{
  for (; options != NULL && options->name != NULL; options++) {
    g_autofree char *left = g_strconcat ("--", options->name, options->value != NULL ? " " : NULL,
                                         options->value, NULL);

    append_row (text, left, options->help, 24);
  }
}

static void
append_verbs (GString *text, const char *noun)
{
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    if (strcmp (verb->noun, noun) == 0) {
      g_autofree char *usage = make_usage (verb);

      append_row (text, usage, verb->summary, 36);
    }
  }
}

static void
append_examples (GString *text, const char *noun, const CtlVerb *only)
{
  g_string_append (text, "\nExamples:\n");
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    if (only != NULL ? verb == only : strcmp (verb->noun, noun) == 0)
      g_string_append_printf (text, "  tributaryctl %s\n", verb->example);
  }
}

static void
append_nouns (GString *text)
{
  const char *last = NULL;

  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    if (g_strcmp0 (last, verb->noun) != 0)
      g_string_append_printf (text, "%s  %-12s  %s", last != NULL ? "\n" : "", verb->noun,
                              verb->name);
    else
      g_string_append_printf (text, ", %s", verb->name);
    last = verb->noun;
  }
  g_string_append_c (text, '\n');
}

/**
 * ctl_help_new:
 * @noun: (nullable): what help is asked on
 * @verb: (nullable): and which verb of it
 *
 * Returns: (transfer full): the help
 */
char *
ctl_help_new (const char *noun, const CtlVerb *verb)
{
  GString *text = g_string_new ("Usage: tributaryctl [GLOBAL OPTIONS] ");

  if (verb != NULL) {
    g_autofree char *usage = make_usage (verb);

    g_string_append_printf (text, "%s [OPTIONS]\n\n%s.\n", usage, verb->summary);
    if (verb->options != NULL)
      g_string_append (text, "\nOptions:\n");
    append_options (text, verb->options);
    append_examples (text, verb->noun, verb);
    g_string_append (text, "\nGlobal options: see tributaryctl --help\n");
  } else if (noun != NULL) {
    g_string_append_printf (text, "%s VERB [ARGUMENTS] [OPTIONS]\n\nVerbs:\n", noun);
    append_verbs (text, noun);
    append_examples (text, noun, NULL);
  } else {
    g_string_append (text, "NOUN VERB [ARGUMENTS] [OPTIONS]\n\nNouns and their verbs:\n");
    append_nouns (text);
    g_string_append (text, "\nGlobal options:\n");
    append_options (text, ctl_global_options);
    g_string_append (text, "\nExamples:\n"
                           "  tributaryctl companies --help\n"
                           "  tributaryctl accounts add Live --base-url https://api.codat.io "
                           "--key-file key.txt\n"
                           "  tributaryctl companies list --format csv > companies.csv\n");
  }
  return g_string_free (text, FALSE);
}
