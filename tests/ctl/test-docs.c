/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verb.h"

#include <gio/gio.h>
#include <string.h>

/* Man page and completions have the verbs and options that the program has: no less and no more. */

static char *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRIBUTARY_DATA"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Words in order, each once and with a space behind; takes the array over. */
static char *
join (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (words, compare);
  for (guint i = 0; i < words->len; i++) {
    if (i == 0 || strcmp (words->pdata[i - 1], words->pdata[i]) != 0)
      g_string_append_printf (text, "%s ", (char *) words->pdata[i]);
  }
  g_ptr_array_unref (words);
  return g_string_free (text, FALSE);
}

/* The first group of each match. */
static char *
find_all (const char *text, const char *pattern)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (regex);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (words, g_match_info_fetch (match, 1));
  return join (words);
}

static char *
list_options (const CtlOption *first, const CtlOption *second)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (; first != NULL && first->name != NULL; first++)
    g_ptr_array_add (words, g_strdup (first->name));
  for (; second != NULL && second->name != NULL; second++)
    g_ptr_array_add (words, g_strdup (second->name));
  return join (words);
}

/* noun is (nullable): the nouns themselves. */
static char *
list_verbs (const char *noun)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    if (noun == NULL)
      g_ptr_array_add (words, g_strdup (verb->noun));
    else if (strcmp (verb->noun, noun) == 0 && verb->name[0] != '\0')
      g_ptr_array_add (words, g_strdup (verb->name));
  }
  return join (words);
}

/* What stands between two marks; "" when the first is not there. */
static char *
cut_out (const char *text, const char *start, const char *end)
{
  const char *from = strstr (text, start);
  const char *to;

  if (from == NULL)
    return g_strdup ("");
  from += strlen (start);
  to = strstr (from, end);
  return to != NULL ? g_strndup (from, (gsize) (to - from)) : g_strdup (from);
}

static void
test_man (void)
{
  g_autofree char *text = load ("man/tributaryctl.1.scd");
  g_autofree char *global = cut_out (text, "# GLOBAL OPTIONS\n", "\n# ");
  g_autofree char *verbs = cut_out (text, "# VERBS\n", "\n# ");
  g_autofree char *global_options = find_all (global, "^\\*--([a-z-]+)\\*");
  g_autofree char *wanted = list_options (ctl_global_options, NULL);
  guint n_verbs = 0;

  g_assert_cmpstr (global_options, ==, wanted);
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++, n_verbs++) {
    g_autofree char *name = g_strstrip (g_strdup_printf ("%s %s", verb->noun, verb->name));
    g_autofree char *start =
        g_strdup_printf ("\n*%s*%s%s\n", name, *verb->arguments ? " " : "", verb->arguments);
    g_autofree char *section = cut_out (verbs, start, "\n*");
    g_autofree char *options = find_all (section, "^\t\\*--([a-z-]+)\\*");
    g_autofree char *own = list_options (verb->options, NULL);
    g_autofree char *example = g_strdup_printf ("\ntributaryctl %s\n", verb->example);

    g_test_message ("%s", name);
    g_assert_cmpuint (strlen (section), >, 0);
    g_assert_cmpstr (options, ==, own);
    g_assert_nonnull (strstr (text, example));
  }
  {
    g_auto (GStrv) headings = g_strsplit (verbs, "\n*", -1);

    g_assert_cmpuint (g_strv_length (headings) - 1, ==, n_verbs);
  }
}

/* Asks the completion itself what it offers behind these words. */
static char *
complete (const char *words)
{
  g_autofree char *script = g_strdup_printf (
      "source \"$TRIBUTARY_DATA/completions/tributaryctl.bash\"; COMP_WORDS=(tributaryctl %s);"
      "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _tributaryctl; printf '%%s\\n' \"${COMPREPLY[@]}\"",
      words);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "bash", "-euc", script, NULL);
  g_autofree char *out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return find_all (out, "^(?:--)?([a-z0-9-]+)$");
}

static void
test_bash (void)
{
  g_autofree char *nouns = complete ("''");
  g_autofree char *wanted = list_verbs (NULL);
  g_autofree char *part = complete ("--format csv comp");
  g_autofree char *formats = complete ("companies list --format ''");
  g_autofree char *environments = complete ("accounts add One --environment ''");

  g_assert_cmpstr (nouns, ==, wanted);
  g_assert_cmpstr (part, ==, "companies ");
  g_assert_cmpstr (formats, ==, "csv json jsonl table ");
  g_assert_cmpstr (environments, ==, "live test ");
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *noun = g_strdup_printf ("%s ''", verb->noun);
    g_autofree char *line = g_strdup_printf ("%s %s --", verb->noun, verb->name);
    g_autofree char *offered = complete (noun);
    g_autofree char *verbs = list_verbs (verb->noun);
    g_autofree char *options = complete (line);
    g_autofree char *own = list_options (verb->options, ctl_global_options);

    g_test_message ("%s", line);
    g_assert_cmpstr (offered, ==, verbs);
    g_assert_cmpstr (options, ==, own);
  }
}

static void
test_zsh (void)
{
  g_autofree char *text = load ("completions/_tributaryctl");
  g_autofree char *globals = cut_out (text, "globals=(\n", "\n  )");
  g_autofree char *nouns = cut_out (text, "nouns=(\n", "\n  )");
  g_autofree char *global_options = find_all (globals, "--([a-z-]+)\\[");
  g_autofree char *wanted_options = list_options (ctl_global_options, NULL);
  g_autofree char *found_nouns = find_all (nouns, "'([a-z]+)'");
  g_autofree char *wanted_nouns = list_verbs (NULL);

  g_assert_cmpstr (global_options, ==, wanted_options);
  g_assert_cmpstr (found_nouns, ==, wanted_nouns);
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *noun_start = g_strdup_printf ("\n    %s) verbs=(", verb->noun);
    g_autofree char *noun_line = cut_out (text, noun_start, ") ;;");
    g_autofree char *verbs = find_all (noun_line, "'([a-z]+):");
    g_autofree char *wanted_verbs = list_verbs (verb->noun);
    g_autofree char *start = g_strdup_printf ("\n    '%s %s') options=(", verb->noun, verb->name);
    g_autofree char *section = cut_out (text, start, "\n    ) ;;");
    g_autofree char *options = find_all (section, "--([a-z-]+)\\[");
    g_autofree char *own = list_options (verb->options, NULL);

    g_test_message ("%s %s", verb->noun, verb->name);
    g_assert_cmpstr (verbs, ==, wanted_verbs);
    g_assert_cmpstr (options, ==, own);
  }
}

#define SEEN "__fish_seen_subcommand_from "

static void
test_fish (void)
{
  g_autofree char *text = load ("completions/tributaryctl.fish");
  g_autofree char *global_options = find_all (text, "^complete -c tributaryctl -l ([a-z-]+)");
  g_autofree char *wanted_options = list_options (ctl_global_options, NULL);
  g_autofree char *nouns =
      find_all (text, "^complete -c tributaryctl -n 'not " SEEN "[a-z ]+' -a ([a-z]+)");
  g_autofree char *wanted_nouns = list_verbs (NULL);

  g_assert_cmpstr (global_options, ==, wanted_options);
  g_assert_cmpstr (nouns, ==, wanted_nouns);
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *verb_pattern =
        g_strdup_printf ("'" SEEN "%s; and not " SEEN "[a-z ]+' -a ([a-z]+)", verb->noun);
    g_autofree char *pattern =
        g_strdup_printf ("'" SEEN "%s; and " SEEN "%s' -l ([a-z-]+)", verb->noun, verb->name);
    g_autofree char *verbs = find_all (text, verb_pattern);
    g_autofree char *wanted_verbs = list_verbs (verb->noun);
    g_autofree char *options = find_all (text, pattern);
    g_autofree char *own = list_options (verb->options, NULL);

    g_test_message ("%s %s", verb->noun, verb->name);
    g_assert_cmpstr (verbs, ==, wanted_verbs);
    g_assert_cmpstr (options, ==, own);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/docs/man", test_man);
  g_test_add_func ("/ctl/docs/bash", test_bash);
  g_test_add_func ("/ctl/docs/zsh", test_zsh);
  g_test_add_func ("/ctl/docs/fish", test_fish);
  return g_test_run ();
}
