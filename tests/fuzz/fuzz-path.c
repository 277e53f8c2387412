/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-operation.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* No value leaves its place: the path has exactly the slashes that were asked for. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (CodatCall) call = NULL;
  guint n_slashes = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  call = codat_call_new (CODAT_OP_GET_BRANDING, text);
  for (const char *c = call->path; c != NULL && *c != '\0'; c++)
    n_slashes += *c == '/';
  g_assert_true (call->path == NULL || n_slashes == 3);
  g_assert_true (call->path == NULL || strpbrk (call->path, "?#\\") == NULL);
  return 0;
}
