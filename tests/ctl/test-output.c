/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-json.h"
#include "ctl-output.h"
#include "ctl-verb.h"

#include <string.h>
#include <unistd.h>

static const char *const columns[] = { "id", "name", NULL };
static const CtlShape shape = { CTL_SHAPE_RESULTS, columns, NULL };

/* What one row of that name comes out as. */
static char *
print (CtlFormat format, const char *name)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("tributaryctl-XXXXXX", &path, &error);

  g_assert_no_error (error);
  {
    g_autoptr (CtlStream) stream = ctl_stream_new (fd, -1);
    g_autoptr (CtlOutput) output = ctl_output_new (stream, format, &shape);
    CtlRecord *record = ctl_record_new ();

    ctl_record_add (record, "id", "1");
    ctl_record_add (record, "name", name);
    ctl_output_take (output, record);
    ctl_output_end (output);
    g_assert_false (ctl_stream_get_failed (stream));
  }
  close (fd);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  unlink (path);
  return g_steal_pointer (&text);
}

static void
test_csv (void)
{
  const struct {
    const char *text;
    const char *cell;
  } rows[] = {
    { "plain", "plain" },
    { "a,b", "\"a,b\"" },
    { "say \"x\"", "\"say \"\"x\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "=1+1", "\"'=1+1\"" },
    { "+1", "\"'+1\"" },
    { "-1", "\"'-1\"" },
    { "@x", "\"'@x\"" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "a=b", "a=b" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = print (CTL_FORMAT_CSV, rows[i].text);
    g_autofree char *wanted = g_strdup_printf ("id,name\r\n1,%s\r\n", rows[i].cell);

    g_assert_cmpstr (text, ==, wanted);
  }
}

static void
test_json (void)
{
  const struct {
    const char *text;
    const char *json;
  } rows[] = {
    { "plain", "\"plain\"" },
    { "\"\\", "\"\\\"\\\\\"" },
    { "\n\r\t\001\033", "\"\\n\\r\\t\\u0001\\u001b\"" },
    { "\302\233x", "\"\\u009bx\"" },
    { "\303\244", "\"\303\244\"" },
    { "\377", "\"\357\277\275\"" },
    { NULL, "null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    ctl_json_string (text, rows[i].text);
    g_assert_cmpstr (text->str, ==, rows[i].json);
  }
}

static void
test_lines (void)
{
  g_autofree char *json = print (CTL_FORMAT_JSON, "a");
  g_autofree char *jsonl = print (CTL_FORMAT_JSONL, "a\nb");
  g_autofree char *table = print (CTL_FORMAT_TABLE, "a\033[2Jb");

  g_assert_cmpstr (json, ==, "{\"results\":[{\"id\":\"1\",\"name\":\"a\"}]}\n");
  g_assert_cmpstr (jsonl, ==, "{\"id\":\"1\",\"name\":\"a\\nb\"}\n");
  g_assert_null (strchr (table, '\033'));
  g_assert_true (g_str_has_prefix (table, "ID  NAME\n1   a"));
}

static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *pattern = g_strdup_printf ("(^|[^a-z-]|--)%s([^a-z]|$)", word);

  return g_regex_match_simple (pattern, text, G_REGEX_MULTILINE, 0);
}

/* Man page and completions know every noun, verb and option. */
static void
test_listed (void)
{
  const char *const files[] = { "completions/tributaryctl.bash", "completions/_tributaryctl",
                                "completions/tributaryctl.fish", "man/tributaryctl.1.scd" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (g_getenv ("TRIBUTARY_DATA"), files[i], NULL);
    g_autofree char *text = NULL;
    g_autoptr (GError) error = NULL;

    g_file_get_contents (path, &text, NULL, &error);
    g_assert_no_error (error);
    for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
      g_test_message ("%s: %s %s", files[i], verb->noun, verb->name);
      g_assert_true (has_word (text, verb->noun));
      g_assert_true (verb->name[0] == '\0' || has_word (text, verb->name));
      for (const CtlOption *option = verb->options; option != NULL && option->name != NULL;
           option++)
        g_assert_true (has_word (text, option->name));
    }
    for (const CtlOption *option = ctl_global_options; option->name != NULL; option++)
      g_assert_true (has_word (text, option->name));
  }
}

static void
test_help (void)
{
  for (const CtlVerb *verb = ctl_verbs_get (); verb->noun != NULL; verb++) {
    g_autofree char *help = ctl_help_new (verb->noun, NULL);
    g_autofree char *own = ctl_help_new (verb->noun, verb);

    g_assert_nonnull (strstr (help, verb->example));
    g_assert_nonnull (strstr (own, verb->summary));
    g_assert_true (g_str_has_prefix (verb->example, verb->noun));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/output/csv", test_csv);
  g_test_add_func ("/ctl/output/json", test_json);
  g_test_add_func ("/ctl/output/lines", test_lines);
  g_test_add_func ("/ctl/output/listed", test_listed);
  g_test_add_func ("/ctl/output/help", test_help);
  return g_test_run ();
}
