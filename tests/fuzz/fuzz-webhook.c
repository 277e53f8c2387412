/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-webhook-signature.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

#define KEY "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define NOW G_GINT64_CONSTANT (1614265330)
#define N_LINES 3

/* Whether the list has the one true signature, made in another way than by the code under test. */
static gboolean
is_signed (char **lines, GBytes *body)
{
  gsize key_size, size;
  g_autofree guchar *key = g_base64_decode (KEY, &key_size);
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *head = g_strconcat (lines[0], ".", lines[1], ".", NULL);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *hex = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) list = g_strsplit (lines[2], " ", -1);
  guchar digest[32];

  g_byte_array_append (content, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (content, (const guint8 *) data, (guint) size);
  hex = g_compute_hmac_for_data (G_CHECKSUM_SHA256, key, key_size, content->data, content->len);
  for (guint i = 0; i < sizeof digest; i++)
    digest[i] =
        (guchar) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
  text = g_base64_encode (digest, sizeof digest);
  for (guint i = 0; list[i] != NULL; i++) {
    if (g_str_has_prefix (list[i], "v1,") && g_str_equal (list[i] + 3, text))
      return TRUE;
  }
  return FALSE;
}

/* Three lines are id, timestamp and signatures, and the rest is the message. What is believed was
 * signed, has one meaning, and is not old; what is not has a reason. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", N_LINES + 1);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  gsize head = 0;
  gboolean good;

  if (g_strv_length (lines) <= N_LINES)
    return 0;
  for (guint i = 0; i < N_LINES; i++)
    head += strlen (lines[i]) + 1;
  body = g_bytes_new (data + head, size - head);
  good =
      codat_webhook_signature_check ("whsec_" KEY, lines[0], lines[1], lines[2], body, NOW, &error);
  g_assert_true (good == (error == NULL));
  g_assert_true (good || error->domain == CODAT_WEBHOOK_SIGNATURE_ERROR);
  if (good) {
    g_assert_true (is_signed (lines, body));
    g_assert_null (strchr (lines[0], '.'));
    g_assert_true (ABS (NOW - g_ascii_strtoll (lines[1], NULL, 10)) <= CODAT_WEBHOOK_TOLERANCE);
  }
  /* The first line as a secret: any text is taken or refused, and a reason given. */
  good = codat_webhook_signature_check (lines[0], "msg_1", "1614265330", lines[2], body, NOW, NULL);
  g_assert_false (good && !g_str_has_prefix (lines[0], "whsec_"));
  return 0;
}
