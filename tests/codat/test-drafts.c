/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-company-draft.h"
#include "codat-error.h"

#include <string.h>

static void
test_good (void)
{
  const char *const texts[] = {
    "{\"results\":[{\"id\":\"1\",\"name\":\" A \",\"description\":\"\",\"tags\":{\"k\":\"v\"}}]}",
    "[{\"name\":\"A\",\"tags\":{\"k\":\"v\"},\"dataConnections\":[]}]",
    "{\"name\":\"A\",\"description\":null,\"tags\":{\"k\":\"v\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = codat_company_drafts_read (texts[i], strlen (texts[i]), &error);
    CodatCompanyDraft *draft;

    g_assert_no_error (error);
    g_assert_cmpuint (drafts->len, ==, 1);
    draft = drafts->pdata[0];
    g_assert_cmpstr (draft->name, ==, "A");
    g_assert_null (draft->description);
    g_assert_cmpuint (g_strv_length (draft->tags), ==, 2);
    g_assert_cmpstr (draft->tags[1], ==, "v");
  }
}

static void
test_bad (void)
{
  const char *const texts[] = {
    "",
    "7",
    "\"A\"",
    "{}",
    "[7]",
    "[{\"name\":7}]",
    "[{\"name\":\"\"}]",
    "[{\"name\":\"A\"},]",
    "[{\"name\":\"A\",\"tags\":{\"k\":7}}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = codat_company_drafts_read (texts[i], strlen (texts[i]), &error);

    g_test_message ("%s", texts[i]);
    g_assert_null (drafts);
    g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
  }
}

/* Which of several it is. */
static void
test_place (void)
{
  const char *text = "{\"results\":[{\"name\":\"A\"},{\"name\":\"B\"},{\"name\":null}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = codat_company_drafts_read (text, strlen (text), &error);

  g_assert_null (drafts);
  g_assert_true (g_str_has_prefix (error->message, "Company 3: "));
}

/* A list of somebody's own has no end that an answer would have; a single company has. */
static void
test_long (void)
{
  const struct {
    const char *head, *row, *tail;
    guint count;
    const char *problem; /* (nullable) */
  } rows[] = {
    { "[", "{\"name\":\"A\",\"x\":[1,2,3]}", "]", 200000, NULL },
    { "{\"results\":[", "{\"name\":\"A\",\"x\":[1,2,3]}", "]}", 200000, NULL },
    { "[{\"name\":\"A\",\"x\":[", "1", "]}]", 800000, "It is no JSON: too many values at byte " },
    { "{\"name\":\"A\",\"x\":[", "1", "]}", 800000, "It is no JSON: too many values at byte " },
    { "[", "{\"name\":\"A\"}", "]", 1000001, "more than 1,000,000 companies" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GString *text = g_string_new (rows[i].head);
    g_autofree char *json = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = NULL;

    for (guint j = 0; j < rows[i].count; j++) {
      g_string_append (text, j > 0 ? "," : "");
      g_string_append (text, rows[i].row);
    }
    g_string_append (text, rows[i].tail);
    json = g_string_free (text, FALSE);
    drafts = codat_company_drafts_read (json, strlen (json), &error);
    if (rows[i].problem == NULL) {
      g_assert_no_error (error);
      g_assert_cmpuint (drafts->len, ==, rows[i].count);
    } else {
      g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
      g_assert_nonnull (strstr (error->message, rows[i].problem));
    }
  }
}

static void
test_fields (void)
{
  const struct {
    const char *name, *description, *tags;
    gboolean good;
  } rows[] = {
    { "A", NULL, NULL, TRUE },  { "A", "", "", TRUE },       { "A", "d", "{\"k\":\"v\"}", TRUE },
    { NULL, "d", NULL, FALSE }, { "A", NULL, "k=v", FALSE }, { "A", NULL, "[]", FALSE },
    { " ", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CodatCompanyDraft) draft =
        codat_company_draft_new (rows[i].name, rows[i].description, rows[i].tags, &error);

    if (rows[i].good) {
      g_assert_no_error (error);
      g_assert_nonnull (draft);
    } else {
      g_assert_error (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT);
    }
  }
}

/* What is read may still be more than Codat takes. */
static void
test_check (void)
{
  const struct {
    const char *name, *tags;
    gboolean good;
  } rows[] = {
    { "A", "{\"k\":\"v\"}", TRUE },
    { "A", "{\"k\":\"\"}", TRUE },
    { "A[1]", NULL, FALSE },
    { "A", "{\"\":\"v\"}", FALSE },
    { "A", "{\"a name of more than 27 letters\":\"v\"}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CodatCompanyDraft) draft =
        codat_company_draft_new (rows[i].name, NULL, rows[i].tags, &error);

    g_assert_no_error (error);
    g_assert_cmpint (codat_company_draft_check (draft, &error), ==, rows[i].good);
    g_assert_true (rows[i].good == (error == NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/drafts/good", test_good);
  g_test_add_func ("/codat/drafts/bad", test_bad);
  g_test_add_func ("/codat/drafts/place", test_place);
  g_test_add_func ("/codat/drafts/long", test_long);
  g_test_add_func ("/codat/drafts/fields", test_fields);
  g_test_add_func ("/codat/drafts/check", test_check);
  return g_test_run ();
}
