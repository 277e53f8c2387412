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
  g_test_add_func ("/codat/drafts/fields", test_fields);
  g_test_add_func ("/codat/drafts/check", test_check);
  return g_test_run ();
}
