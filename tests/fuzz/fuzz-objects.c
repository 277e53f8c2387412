/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "documents.h"
#include "facts.h"

#include "codat.h"

#include "trib-text.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static char **
judge (const DocumentKind *kind, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = kind->read (text, length, &error);

  g_assert_true ((object == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_error_matches (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER));
  return facts_new (object, error);
}

/* What goes into addresses is a GUID, whatever was sent. */
static gboolean
is_guid_field (const char *path, gsize length)
{
  static const char *const names[] = { "sourceId", "integrationId", "companyId", "connectionId" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize own = strlen (names[i]);

    if (length >= own && strncmp (path + length - own, names[i], own) == 0 &&
        (length == own || path[length - own - 1] == '.'))
      return TRUE;
  }
  return FALSE;
}

/* The first byte chooses the reader, the rest is the document: a value object or an error comes
 * out, the same twice, all text in UTF-8. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  const DocumentKind *kind;
  g_auto (GStrv) facts = NULL;
  g_auto (GStrv) again = NULL;

  if (size == 0)
    return 0;
  kind = &document_kinds[data[0] % n_document_kinds];
  facts = judge (kind, (const char *) data + 1, size - 1);
  again = judge (kind, (const char *) data + 1, size - 1);
  g_assert_true (g_strv_equal ((const char *const *) facts, (const char *const *) again));
  for (guint i = 0; facts[i] != NULL; i++) {
    char *equals = strchr (facts[i], '=');

    g_assert_true (g_utf8_validate (facts[i], -1, NULL));
    /* The names of tags are free. */
    if (equals != NULL && strstr (facts[i], "tags.") == NULL &&
        is_guid_field (facts[i], (gsize) (equals - facts[i])))
      g_assert_true (trib_guid_is_valid (equals + 1));
  }
  return 0;
}
