/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-json.h"
#include "ctl-output.h"
#include "ctl-verb.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const columns[] = { "id", "name", NULL };
static const CtlShape shape = { CTL_SHAPE_RESULTS, columns, NULL };

static void
print_to (int fd, CtlFormat format, const char *name)
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

/* What one row of that name comes out as. */
static char *
print (CtlFormat format, const char *name)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("tributaryctl-XXXXXX", &path, &error);

  g_assert_no_error (error);
  print_to (fd, format, name);
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
    { "\n=1", "\"'\n=1\"" },
    { "＝1", "\"'＝1\"" },
    { "＋1", "\"'＋1\"" },
    { "－1", "\"'－1\"" },
    { "＠x", "\"'＠x\"" },
    { "'=1", "\"''=1\"" },
    { "''", "''" },
    { "a=b", "a=b" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = print (CTL_FORMAT_CSV, rows[i].text);
    g_autofree char *wanted = g_strdup_printf ("id,name\r\n1,%s\r\n", rows[i].cell);

    g_assert_cmpstr (text, ==, wanted);
  }
}

/* What a spreadsheet would compute, and each way to hide it: every cell that begins with one of
 * these is guarded and quoted, and no other cell is changed. */
static void
test_formulas (void)
{
  const char *const starts[] = { "=",
                                 "+",
                                 "-",
                                 "@",
                                 "\t",
                                 "\r",
                                 "\n",
                                 "'=",
                                 "''\t",
                                 "\357\274\235",
                                 "\357\274\213",
                                 "\357\274\215",
                                 "\357\274\240" };
  const char *const tails[] = {
    "",   "1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://e.com\",\"x\")", "SUM(A1:A9)", "\n1",
    ",1", "\""
  };
  const char *const harmless[] = { "a=1",  " =1", "''1", "1-1",           "x@y",           "1+1",
                                   "(=1)", "\"",  "",    "\357\274\2361", "\342\210\2221", "'a=" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (tails); j++) {
      g_autofree char *cell = g_strconcat (starts[i], tails[j], NULL);
      g_autofree char *text = print (CTL_FORMAT_CSV, cell);
      g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);
      g_autofree char *wanted = g_strdup_printf ("id,name\r\n1,\"'%s\"\r\n", doubled);

      g_assert_cmpstr (text, ==, wanted);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++) {
    g_autofree char *text = print (CTL_FORMAT_CSV, harmless[i]);
    const char *rest = text + strlen ("id,name\r\n1,");

    rest += *rest == '"' ? 1 : 0;
    g_assert_true (*harmless[i] == '"' || g_str_has_prefix (rest, harmless[i]));
  }
}

/* What a terminal shows of one row of that name; the stream is the terminal's other end. */
static char *
print_on_terminal (CtlFormat format, const char *name)
{
  int terminal = posix_openpt (O_RDWR | O_NOCTTY);
  GString *shown = g_string_new (NULL);
  char buffer[256];
  ssize_t length;
  int fd;

  g_assert_cmpint (grantpt (terminal), ==, 0);
  g_assert_cmpint (unlockpt (terminal), ==, 0);
  fd = open (ptsname (terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  print_to (fd, format, name);
  close (fd);
  while ((length = read (terminal, buffer, sizeof buffer)) > 0)
    g_string_append_len (shown, buffer, length);
  close (terminal);
  return g_string_free (shown, FALSE);
}

/* In no format does a terminal get to see what it would obey. */
static void
test_terminal (void)
{
  const char *name = "a\033[2J\a\r\n\t\302\233b\342\200\256c\342\200\250d\377";

  for (CtlFormat format = CTL_FORMAT_TABLE; format <= CTL_FORMAT_CSV; format++) {
    g_autofree char *text = print_on_terminal (format, name);

    g_test_message ("%s", text);
    g_assert_true (g_utf8_validate (text, -1, NULL));
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (c == '\n' || c == '\r' || !g_unichar_iscntrl (c));
      g_assert_true (c != 0x202e && c != 0x2028);
    }
    g_assert_true (g_str_has_suffix (text, "\n"));
  }
  {
    g_autofree char *csv = print_on_terminal (CTL_FORMAT_CSV, "a\033[2J\n\"b");
    g_autofree char *file = print (CTL_FORMAT_CSV, "a\033[2J\n\"b");

    g_assert_nonnull (strstr (csv, "1,\"a\\u001b[2J\\n\"\"b\""));
    g_assert_nonnull (strstr (file, "1,\"a\033[2J\n\"\"b\""));
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
    { "a\342\200\256b\342\200\250", "\"a\\u202eb\\u2028\"" },
    { "\342\200\215", "\"\342\200\215\"" },
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
  g_test_add_func ("/ctl/output/formulas", test_formulas);
  g_test_add_func ("/ctl/output/terminal", test_terminal);
  g_test_add_func ("/ctl/output/json", test_json);
  g_test_add_func ("/ctl/output/lines", test_lines);
  g_test_add_func ("/ctl/output/help", test_help);
  return g_test_run ();
}
