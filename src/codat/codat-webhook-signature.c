/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-webhook-signature.h"

#include <string.h>

#define PREFIX "whsec_"
#define VERSION "v1,"
#define MIN_SECRET 24
#define MAX_SECRET 64
#define MAX_ID 256
#define MAX_TIMESTAMP_DIGITS 12
#define DIGEST_SIZE 32

G_DEFINE_QUARK (codat - webhook - signature - error - quark, codat_webhook_signature_error)

static void
set_error (GError **error, CodatWebhookSignatureError code, const char *message)
{
  g_set_error_literal (error, CODAT_WEBHOOK_SIGNATURE_ERROR, (int) code, message);
}

/* GLib skips what is no base64 in silence: only the one way to write these bytes is taken. */
static guchar *
decode (const char *text, gsize length, gsize *size)
{
  g_autofree char *copy = g_strndup (text, length);
  guchar *bytes;
  g_autofree char *again = NULL;

  if (length == 0 || length % 4 != 0)
    return NULL;
  bytes = g_base64_decode (copy, size);
  again = g_base64_encode (bytes, *size);
  if (strcmp (again, copy) == 0)
    return bytes;
  g_free (bytes);
  return NULL;
}

static void
wipe (guchar *bytes, gsize size)
{
  if (bytes != NULL)
    explicit_bzero (bytes, size);
  g_free (bytes);
}

static gboolean
read_timestamp (const char *text, gint64 *seconds)
{
  gsize length = strspn (text, "0123456789");

  /* One way to write a number: what is signed is the text, what is compared is the number. */
  if (length == 0 || length > MAX_TIMESTAMP_DIGITS || text[length] != '\0' ||
      (text[0] == '0' && length > 1))
    return FALSE;
  *seconds = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* A dot parts the id from the timestamp in what is signed: with one in it, two messages would have
 * the same signature. */
static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_ID)
    return FALSE;
  for (; *text != '\0'; text++) {
    if (!g_ascii_isalnum (*text) && *text != '_' && *text != '-')
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_time (const char *timestamp, gint64 now, GError **error)
{
  gint64 seconds = 0;

  if (!read_timestamp (timestamp, &seconds)) {
    set_error (error, CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER,
               "The timestamp of the message is no number of seconds");
    return FALSE;
  }
  /* What was read is small; what the caller says may be anything. */
  if (now > seconds + CODAT_WEBHOOK_TOLERANCE) {
    set_error (error, CODAT_WEBHOOK_SIGNATURE_ERROR_OLD, "The message was signed too long ago");
    return FALSE;
  }
  if (now < seconds - CODAT_WEBHOOK_TOLERANCE) {
    set_error (error, CODAT_WEBHOOK_SIGNATURE_ERROR_FUTURE, "The message was signed in the future");
    return FALSE;
  }
  return TRUE;
}

static void
make_digest (const guchar *key,
             gsize key_size,
             const char *id,
             const char *timestamp,
             GBytes *body,
             guchar digest[DIGEST_SIZE])
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, key, key_size);
  gsize size = DIGEST_SIZE;
  gsize body_size;
  const guchar *data = g_bytes_get_data (body, &body_size);

  g_hmac_update (hmac, (const guchar *) id, -1);
  g_hmac_update (hmac, (const guchar *) ".", 1);
  g_hmac_update (hmac, (const guchar *) timestamp, -1);
  g_hmac_update (hmac, (const guchar *) ".", 1);
  if (body_size > 0)
    g_hmac_update (hmac, data, (gssize) body_size);
  g_hmac_get_digest (hmac, digest, &size);
}

/* In a time that does not tell how much of it fits. */
static gboolean
is_same (const guchar *one, const guchar *other)
{
  volatile guchar difference = 0;

  for (guint i = 0; i < DIGEST_SIZE; i++)
    difference = difference | (one[i] ^ other[i]);
  return difference == 0;
}

/* Several signatures stand side by side while a secret is being changed; other versions than ours
 * fit nothing. */
static gboolean
fits_any (const char *signatures, const guchar digest[DIGEST_SIZE])
{
  g_auto (GStrv) list = g_strsplit (signatures, " ", -1);
  gboolean fits = FALSE;

  for (guint i = 0; list[i] != NULL; i++) {
    const char *text = list[i] + strlen (VERSION);
    gsize size = 0;
    g_autofree guchar *bytes = NULL;

    if (!g_str_has_prefix (list[i], VERSION))
      continue;
    bytes = decode (text, strlen (text), &size);
    if (bytes != NULL && size == DIGEST_SIZE && is_same (bytes, digest))
      fits = TRUE;
  }
  return fits;
}

/**
 * codat_webhook_signature_check:
 * @secret: the signing secret from the portal, `whsec_` and base64
 * @id: the header `webhook-id`
 * @timestamp: the header `webhook-timestamp`
 * @signatures: the header `webhook-signature`
 * @body: the message, byte for byte
 * @now: the time, in seconds since the Unix epoch
 * @error: return location
 *
 * Checks that a delivered message was signed with the secret, and lately. It does not know whether
 * the same message came before: keep the ids for that. Errors: %CODAT_WEBHOOK_SIGNATURE_ERROR.
 *
 * Returns: whether the message is to be believed
 */
gboolean
codat_webhook_signature_check (const char *secret,
                               const char *id,
                               const char *timestamp,
                               const char *signatures,
                               GBytes *body,
                               gint64 now,
                               GError **error)
{
  guchar digest[DIGEST_SIZE];
  guchar *key = NULL;
  gsize size = 0;
  gboolean fits = FALSE;

  g_return_val_if_fail (secret != NULL && id != NULL && timestamp != NULL, FALSE);
  g_return_val_if_fail (signatures != NULL && body != NULL, FALSE);

  if (g_str_has_prefix (secret, PREFIX))
    key = decode (secret + strlen (PREFIX), strlen (secret) - strlen (PREFIX), &size);
  if (key == NULL || size < MIN_SECRET || size > MAX_SECRET) {
    set_error (error, CODAT_WEBHOOK_SIGNATURE_ERROR_SECRET, "The signing secret is none");
  } else if (!is_id (id)) {
    set_error (error, CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER, "The id of the message is none");
  } else if (check_time (timestamp, now, error)) {
    make_digest (key, size, id, timestamp, body, digest);
    fits = fits_any (signatures, digest);
    if (!fits)
      set_error (error, CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED,
                 "The signature does not fit the message");
  }
  wipe (key, size);
  return fits;
}
