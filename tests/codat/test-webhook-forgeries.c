/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-webhook-signature.h"

#include <string.h>

/* Two hundred and forty messages that must not be believed, each a small change of one that must:
 * the vector of Codat's documentation. */
#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define ID "msg_p5jXN8AQM9LWM0D4loKWxJek"
#define TIMESTAMP "1614265330"
#define NOW G_GINT64_CONSTANT (1614265330)
#define BODY "{\"test\": 2432232314}"
#define BASE64 "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
#define SIGNATURE "v1," BASE64

/* One message; what is NULL is that of the vector. */
typedef struct {
  const char *secret;
  const char *id;
  const char *timestamp;
  const char *signatures;
  GBytes *body;
  gint64 now; /* 0 for that of the vector */
} Message;

/* Judges a message, which must be refused for one of the codes in the mask. */
static void
refuse (Message message, guint codes)
{
  g_autoptr (GBytes) body = g_bytes_new_static (BODY, strlen (BODY));
  g_autoptr (GError) error = NULL;
  const char *secret = message.secret != NULL ? message.secret : SECRET;
  const char *id = message.id != NULL ? message.id : ID;
  const char *timestamp = message.timestamp != NULL ? message.timestamp : TIMESTAMP;
  const char *signatures = message.signatures != NULL ? message.signatures : SIGNATURE;
  gboolean good = codat_webhook_signature_check (secret, id, timestamp, signatures,
                                                 message.body != NULL ? message.body : body,
                                                 message.now != 0 ? message.now : NOW, &error);

  if (good || error == NULL || error->domain != CODAT_WEBHOOK_SIGNATURE_ERROR ||
      (codes & (1u << error->code)) == 0)
    g_error ("\"%s\" \"%s\" \"%s\": %s", id, timestamp, signatures,
             error != NULL ? error->message : "believed");
}

#define SECRET_CODE (1u << CODAT_WEBHOOK_SIGNATURE_ERROR_SECRET)
#define HEADER_CODE (1u << CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER)
#define OLD_CODE (1u << CODAT_WEBHOOK_SIGNATURE_ERROR_OLD)
#define FUTURE_CODE (1u << CODAT_WEBHOOK_SIGNATURE_ERROR_FUTURE)
#define FORGED_CODE (1u << CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED)

/* Headers that are missing, swapped, of somebody else or with the marks of another. */
static void
test_headers (void)
{
  static const Message messages[] = {
    { .id = "", .timestamp = "", .signatures = "" },
    { .id = "" },
    { .timestamp = "" },
    { .signatures = "" },
    { .id = TIMESTAMP, .timestamp = ID },
    { .id = SIGNATURE, .signatures = ID },
    { .timestamp = SIGNATURE, .signatures = TIMESTAMP },
    { .id = "webhook-id: " ID },
    { .timestamp = "webhook-timestamp: " TIMESTAMP },
    { .signatures = "webhook-signature: " BASE64 },
    { .id = ID "\r\nwebhook-id: " ID },
    { .timestamp = TIMESTAMP "\r\nwebhook-timestamp: " TIMESTAMP },
    { .id = ID ", " ID },
    { .timestamp = TIMESTAMP ", " TIMESTAMP },
    { .id = "\"" ID "\"" },
    { .timestamp = "\"" TIMESTAMP "\"" },
    { .id = "null", .timestamp = "null" },
    { .id = "msg_p5jXN8AQM9LWM0D4loKWxJel" },
    { .id = "MSG_P5JXN8AQM9LWM0D4LOKWXJEK" },
    { .id = "msg_p5jXN8AQM9LWM0D4loKWxJe" },
    { .id = "p5jXN8AQM9LWM0D4loKWxJek" },
    { .timestamp = "1614265331" },
    { .timestamp = "1614265329" },
    { .signatures = "Bearer " BASE64 },
    { .signatures = "HMAC-SHA256 " BASE64 },
    { .secret = "whsec_AfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
    { .secret = "whsec_" },
    { .secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
    { .secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==" },
    { .secret = "whsec_whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (messages), ==, 30);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    refuse (messages[i], SECRET_CODE | HEADER_CODE | FORGED_CODE);
}

/* The true signature, but not as the one true form says it. */
static void
test_signature_lists (void)
{
  static const char *const heads[] = {
    "V1,",   "v2,",   "v0,",     "v1a,",    "v11,",   "v01,",        "v1:",   "v1=",
    "v1;",   "v1 ",   "v1",      "",        "=",      ",",           "v1,,",  "v1,=",
    "v1, ",  "v1,\t", "v1.",     "v1|",     "v1,v1,", "\tv1,",       "\nv1,", "\rv1,",
    "\"v1,", "'v1,",  "sha256=", "t=1,v1,", "v1%2C",  "v1\302\240,",
  };
  static const char *const tails[] = { "=",  "==", ",", ",v1",  ";", "\t",  "\n",      "\r\n",
                                       "\"", "'",  "A", "AAAA", ".", "%3D", "\302\240" };
  static const char *const separators[] = { ",", ";",  "\t", "\n",   "|",        "\r\n", "&",   "/",
                                            "+", "\v", "\f", "\x1f", "\302\240", "v1",   "\xff" };

  g_assert_cmpuint (G_N_ELEMENTS (heads) + G_N_ELEMENTS (tails) + G_N_ELEMENTS (separators), ==,
                    60);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autofree char *list = g_strconcat (heads[i], BASE64, NULL);

    refuse ((Message){ .signatures = list }, FORGED_CODE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    g_autofree char *list = g_strconcat (SIGNATURE, tails[i], NULL);

    refuse ((Message){ .signatures = list }, FORGED_CODE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    g_autofree char *list = g_strconcat ("v1,AAAA", separators[i], SIGNATURE, NULL);

    refuse ((Message){ .signatures = list }, FORGED_CODE);
  }
}

/* A digest of the wrong size, or one that loose decoders would take. */
static void
test_base64 (void)
{
  static const char *const words[] = {
    "g0hM9SsE-OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OG=",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OH=",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=",
    "G0Hm9sSe+otpjtgT/TMikTsYzLe3UfjelvLnioLj1oe=",
    "=EO1JLOINlVLEJFu3ElZySt/KmtI/tGTJPTO+EsS9Mh0g",
    "83484cf52b04f8e4cf2531adfed9882ad4b2665137b852442d594d20e2c9d4e1",
    "ZzBoTTlTc0UrT1RQSlRHdC90bUlLdFN5WmxFM3VGSkVMVmxOSU9MSjFPRT0=",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1A==",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OEA",
    "SEz1KwT45M8lMa3+2Ygq1LJmUTe4UkQtWU0g4snU4Q==",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "AA==",
    "A",
    "====",
    "%67%30hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++, n++) {
    g_autofree char *list = g_strconcat ("v1,", words[i], NULL);

    refuse ((Message){ .signatures = list }, FORGED_CODE);
  }
  /* Junk that GLib would skip, and a letter less. */
  for (guint i = 0; i < 22; i++, n++) {
    guint place = i / 2 * 4;
    g_autofree char *list =
        i % 2 == 0 ? g_strdup_printf ("v1,%.*s!%s", (int) place, BASE64, &BASE64[place])
                   : g_strdup_printf ("v1,%.*s%s", (int) place, BASE64, &BASE64[place + 1]);

    refuse ((Message){ .signatures = list }, FORGED_CODE);
  }
  g_assert_cmpuint (n, ==, 40);
}

static void
test_times (void)
{
  static const gint64 distances[] = { 301,   302,    310,      600,        3600,
                                      86400, 604800, 31536000, 1000000000, 1614265000 };
  static const char *const words[] = {
    "x",
    "-1614265330",
    "+1614265330",
    " 1614265330",
    "1614265330 ",
    "01614265330",
    "1614265330.0",
    "1614265330.5",
    "0x60378172",
    "1e9",
    "1614265330\n",
    "16142653300000",
    "１６１４２６５３３０",
    "9223372036854775807",
    "99999999999999999999",
    "-1",
    "NaN",
    "1,614,265,330",
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++, n += 2) {
    refuse ((Message){ .now = NOW + distances[i] }, OLD_CODE);
    refuse ((Message){ .now = NOW - distances[i] }, FUTURE_CODE);
  }
  refuse ((Message){ .now = G_MAXINT64 }, OLD_CODE);
  refuse ((Message){ .now = G_MININT64 }, FUTURE_CODE);
  n += 2;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++, n++)
    refuse ((Message){ .timestamp = words[i] }, HEADER_CODE);
  g_assert_cmpuint (n, ==, 40);
}

/* Both sides of the border, and the border itself. */
static void
test_tolerance (void)
{
  for (gint64 distance = -CODAT_WEBHOOK_TOLERANCE - 1; distance <= CODAT_WEBHOOK_TOLERANCE + 1;
       distance++) {
    g_autoptr (GBytes) body = g_bytes_new_static (BODY, strlen (BODY));

    g_assert_true (codat_webhook_signature_check (SECRET, ID, TIMESTAMP, SIGNATURE, body,
                                                  NOW + distance, NULL) ==
                   (ABS (distance) <= CODAT_WEBHOOK_TOLERANCE));
  }
}

/* The signature of what is said to be signed, as who knows the secret would make it. */
static char *
sign (const char *id, const char *timestamp, GBytes *body)
{
  static const char *const key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  gsize key_size, size, digest_size = 32;
  g_autofree guchar *bytes = g_base64_decode (key, &key_size);
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, bytes, key_size);
  const guchar *data = g_bytes_get_data (body, &size);
  g_autofree char *head = g_strconcat (id, ".", timestamp, ".", NULL);
  g_autofree char *text = NULL;
  guchar digest[32];

  g_hmac_update (hmac, (const guchar *) head, -1);
  g_hmac_update (hmac, data, (gssize) size);
  g_hmac_get_digest (hmac, digest, &digest_size);
  text = g_base64_encode (digest, digest_size);
  return g_strconcat ("v1,", text, NULL);
}

/* Ids that could be read in two ways are refused even when the signature is true. */
static void
test_ids (void)
{
  static const char *const ids[] = {
    ".",
    "..",
    "msg.1",
    ".msg",
    "msg.",
    "msg..1",
    "msg.1614265330",
    "msg.1.2",
    "a.b.c.d",
    "msg 1",
    " msg",
    "msg ",
    "msg\t1",
    "msg\n",
    "msg\r\n",
    "msg/1",
    "msg\\1",
    "msg%2E",
    "msg\"",
    "msg'",
    "msg:1",
    "msg,1",
    "msg;1",
    "m\303\244sg",
    "msg\342\200\213",
    "msg\x7f",
    "<msg>",
    "msg?1",
    "{msg}",
  };
  g_autofree char *longest = g_strnfill (257, 'm');
  g_autoptr (GBytes) body = g_bytes_new_static (BODY, strlen (BODY));

  g_assert_cmpuint (G_N_ELEMENTS (ids) + 1, ==, 30);
  for (guint i = 0; i <= G_N_ELEMENTS (ids); i++) {
    const char *id = i < G_N_ELEMENTS (ids) ? ids[i] : longest;
    g_autofree char *signature = sign (id, TIMESTAMP, body);

    refuse ((Message){ .id = id, .signatures = signature }, HEADER_CODE);
  }
}

/* The border between id and time cannot be moved. */
static void
test_moved_border (void)
{
  g_autoptr (GBytes) body = g_bytes_new_static (BODY, strlen (BODY));
  g_autofree char *signature = sign ("msg_1", TIMESTAMP, body);
  g_autoptr (GBytes) longer = g_bytes_new_static (TIMESTAMP "." BODY, strlen (TIMESTAMP "." BODY));

  g_assert_true (
      codat_webhook_signature_check (SECRET, "msg_1", TIMESTAMP, signature, body, NOW, NULL));
  refuse ((Message){ .id = "msg_1." TIMESTAMP, .signatures = signature }, HEADER_CODE);
  refuse ((Message){ .id = "msg_1", .signatures = signature, .body = longer }, FORGED_CODE);
}

static void
test_bodies (void)
{
  static const char *const bodies[] = {
    "",
    " ",
    "{}",
    "null",
    "{\"test\":2432232314}",
    "{\"test\": 2432232314 }",
    "{ \"test\": 2432232314}",
    "{\"test\": 2432232314}\n",
    "{\"test\": 2432232314}\r\n",
    "\n{\"test\": 2432232314}",
    " {\"test\": 2432232314}",
    "\xef\xbb\xbf{\"test\": 2432232314}",
    "{\"test\": 2432232315}",
    "{\"test\": 2432232314.0}",
    "{\"test\": \"2432232314\"}",
    "{\"Test\": 2432232314}",
    "{'test': 2432232314}",
    "{\"\\u0074est\": 2432232314}",
    "{\"test\": 2432232314, \"test\": 1}",
    "{\"test\": 2432232314}{\"test\": 2432232314}",
    "." BODY,
    TIMESTAMP "." BODY,
    "{\"test\":\t2432232314}",
    "{\"test\":\302\2402432232314}",
    "{\"t\303\251st\": 2432232314}",
    "{\"test\": 02432232314}",
    "{\"test\": 2.432232314e9}",
    "[{\"test\": 2432232314}]",
  };
  guint n = 0;
  g_autoptr (GBytes) with_nul = g_bytes_new_static (BODY, sizeof BODY);
  g_autoptr (GBytes) cut = g_bytes_new_static (BODY, strlen (BODY) - 1);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++, n++) {
    g_autoptr (GBytes) body = g_bytes_new_static (bodies[i], strlen (bodies[i]));

    refuse ((Message){ .body = body }, FORGED_CODE);
  }
  refuse ((Message){ .body = with_nul }, FORGED_CODE);
  refuse ((Message){ .body = cut }, FORGED_CODE);
  n += 2;
  /* Two neighbours changed places. */
  for (guint i = 0; i < 10; i++, n++) {
    g_autofree char *text = g_strdup (BODY);
    char first = text[i];
    g_autoptr (GBytes) body = NULL;

    text[i] = text[i + 1];
    text[i + 1] = first;
    body = g_bytes_new (text, strlen (text));
    refuse ((Message){ .body = body }, FORGED_CODE);
  }
  g_assert_cmpuint (n, ==, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/webhook-forgeries/headers", test_headers);
  g_test_add_func ("/codat/webhook-forgeries/signature-lists", test_signature_lists);
  g_test_add_func ("/codat/webhook-forgeries/base64", test_base64);
  g_test_add_func ("/codat/webhook-forgeries/times", test_times);
  g_test_add_func ("/codat/webhook-forgeries/tolerance", test_tolerance);
  g_test_add_func ("/codat/webhook-forgeries/ids", test_ids);
  g_test_add_func ("/codat/webhook-forgeries/moved-border", test_moved_border);
  g_test_add_func ("/codat/webhook-forgeries/bodies", test_bodies);
  return g_test_run ();
}
