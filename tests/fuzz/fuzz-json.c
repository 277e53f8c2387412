/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json.h"
#include "facts.h"

#include <json-glib/json-glib.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* What our reader takes, the library takes as well, and makes the same of it. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (CodatJson) root = codat_json_parse ((const char *) data, (gssize) size, NULL);
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (root == NULL)
    return 0;
  parser = json_parser_new ();
  g_assert_true (json_parser_load_from_data (parser, (const char *) data, (gssize) size, NULL));
  ours = facts_dup_tree (root);
  theirs = facts_dup_glib_tree (json_parser_get_root (parser));
  g_assert_cmpstr (ours, ==, theirs);
  return 0;
}
