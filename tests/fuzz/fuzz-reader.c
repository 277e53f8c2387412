/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-guard.h"
#include "codat-json-reader.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static void
take (JsonNode *element, gpointer data)
{
  g_assert_nonnull (element);
}

/* What the guard lets through is the same tree for the reader and for json-glib's parser. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JsonNode) ours = NULL;
  g_autoptr (JsonNode) rows = NULL;
  g_autofree char *our_text = NULL;
  g_autofree char *their_text = NULL;

  if (!codat_json_guard_check (text, size, NULL))
    return 0;
  parser = json_parser_new ();
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) size, NULL));
  ours = codat_json_reader_read (text, size, NULL, NULL, NULL);
  rows = codat_json_reader_read (text, size, "results", take, NULL);
  our_text = json_to_string (ours, FALSE);
  their_text = json_to_string (json_parser_get_root (parser), FALSE);
  g_assert_cmpstr (our_text, ==, their_text);
  return 0;
}
