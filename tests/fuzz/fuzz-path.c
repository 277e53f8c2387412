/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-operation.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static guint
count (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* The first byte chooses the operation, the rest are its ids, one a line. No value leaves its
 * place: the path has exactly the slashes of the operation, and nothing that begins a query. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (CodatCall) call = NULL;

  if (size == 0)
    return 0;
  text = g_strndup ((const char *) data + 1, size - 1);
  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  ids = g_strsplit (text, "\n", 3);
  call = codat_call_new ((CodatOp) (data[0] % CODAT_N_OPS), ids[0] != NULL ? ids[0] : "",
                         ids[0] != NULL && ids[1] != NULL ? ids[1] : "",
                         ids[0] != NULL && ids[1] != NULL && ids[2] != NULL ? ids[2] : "");
  g_assert_true ((call->path == NULL) == (call->error != NULL));
  if (call->path == NULL)
    return 0;
  g_assert_cmpuint (count (call->path, '/'), ==, count (call->operation->path, '/'));
  g_assert_null (strpbrk (call->path, "?#\\{} \t\r\n"));
  g_assert_null (strstr (call->path, "//"));
  g_assert_null (strstr (call->path, "/."));
  return 0;
}
