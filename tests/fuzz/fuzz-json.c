/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-json-guard.h"
#include "codat-json.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* What the guard lets through must be read, and read the same way twice. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  gboolean guarded = codat_json_guard_check ((const char *) data, size, NULL);
  g_autoptr (JsonNode) node = codat_json_parse ((const char *) data, (gssize) size, NULL);
  g_autoptr (JsonNode) again = codat_json_parse ((const char *) data, (gssize) size, NULL);

  g_assert_true (guarded || node == NULL);
  g_assert_true ((node == NULL) == (again == NULL));
  return 0;
}
