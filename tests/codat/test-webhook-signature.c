/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-webhook-signature.h"

#include <string.h>

/* The vector of Codat's documentation. */
#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define ID "msg_p5jXN8AQM9LWM0D4loKWxJek"
#define TIMESTAMP "1614265330"
#define NOW G_GINT64_CONSTANT (1614265330)
#define BODY "{\"test\": 2432232314}"
#define SIGNATURE "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

static int
check_bytes (const char *secret,
             const char *id,
             const char *timestamp,
             const char *signatures,
             GBytes *body,
             gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (codat_webhook_signature_check (secret, id, timestamp, signatures, body, now, &error)) {
    g_assert_no_error (error);
    return -1;
  }
  g_assert_nonnull (error);
  g_assert_true (error->domain == CODAT_WEBHOOK_SIGNATURE_ERROR);
  g_assert_null (strstr (error->message, "whsec_"));
  return error->code;
}

/* The code of the refusal, or -1. */
static int
check (const char *secret,
       const char *id,
       const char *timestamp,
       const char *signatures,
       const char *body,
       gint64 now)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  return check_bytes (secret, id, timestamp, signatures, bytes, now);
}

static void
test_golden (void)
{
  g_assert_cmpint (check (SECRET, ID, TIMESTAMP, SIGNATURE, BODY, NOW), ==, -1);
  /* While a secret is being changed there are two. */
  g_assert_cmpint (check (SECRET, ID, TIMESTAMP, "v1,AAAA v2,x " SIGNATURE " v1", BODY, NOW), ==,
                   -1);
}

static void
test_time (void)
{
  const struct {
    gint64 offset;
    int code;
  } rows[] = {
    { -100000, CODAT_WEBHOOK_SIGNATURE_ERROR_FUTURE },
    { -301, CODAT_WEBHOOK_SIGNATURE_ERROR_FUTURE },
    { -300, -1 },
    { -299, -1 },
    { 0, -1 },
    { 299, -1 },
    { 300, -1 },
    { 301, CODAT_WEBHOOK_SIGNATURE_ERROR_OLD },
    { 1000000000, CODAT_WEBHOOK_SIGNATURE_ERROR_OLD },
  };
  const char *const words[] = { "",
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
                                "99999999999999999999",
                                "1614265330\n" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (check (SECRET, ID, TIMESTAMP, SIGNATURE, BODY, NOW + rows[i].offset), ==,
                     rows[i].code);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (check (SECRET, ID, words[i], SIGNATURE, BODY, NOW), ==,
                     CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER);
}

static void
test_forged (void)
{
  const char *const signatures[] = {
    "",
    " ",
    ",",
    "v1",
    "v1,",
    "v1,=",
    "v1,====",
    "v1,AAAA",
    "v1, g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE==",
    "v1,g0hM9SsE-OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
    "v1,!g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "v1,g0hM9SsE+OTPJTGt/tmI!!!!KtSyZlE3uFJELVlNIOLJ1OE=",
    "v1,g0hM9SsE+OTPJTGt/tmI\nKtSyZlE3uFJELVlNIOLJ1OE=",
    "v1:g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    "\tv1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  const char *const ids[] = { "", ".", "msg.1", "msg p", "msg\n", "m\303\244sg" };

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    g_assert_cmpint (check (SECRET, ID, TIMESTAMP, signatures[i], BODY, NOW), ==,
                     CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (check (SECRET, ids[i], TIMESTAMP, SIGNATURE, BODY, NOW), ==,
                     CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER);
  g_assert_cmpint (check (SECRET, "msg_other", TIMESTAMP, SIGNATURE, BODY, NOW), ==,
                   CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED);
  g_assert_cmpint (check (SECRET, ID, "1614265331", SIGNATURE, BODY, NOW), ==,
                   CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED);
  g_assert_cmpint (check (SECRET, ID, TIMESTAMP, SIGNATURE, BODY " ", NOW), ==,
                   CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED);
  g_assert_cmpint (check (SECRET, ID, TIMESTAMP, SIGNATURE, "", NOW), ==,
                   CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED);
}

static void
test_secret (void)
{
  const char *const secrets[] = {
    "",
    "whsec_",
    "whsec_AAAA",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
    "whsec_ MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwwhsec_",
  };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_cmpint (check (secrets[i], ID, TIMESTAMP, SIGNATURE, BODY, NOW), ==,
                     CODAT_WEBHOOK_SIGNATURE_ERROR_SECRET);
  g_assert_cmpint (
      check ("whsec_AfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", ID, TIMESTAMP, SIGNATURE, BODY, NOW), ==,
      CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED);
}

/* One bit of anything that came with the message, or of the secret: never believed. */
static void
test_flips (void)
{
  guint n_flips = g_test_slow () ? 1000000 : 20000;

  for (guint i = 0; i < n_flips; i++) {
    char parts[][64] = { SECRET, ID, TIMESTAMP, SIGNATURE, BODY };
    char *text = parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))];
    int position = g_test_rand_int_range (0, (int) strlen (text));
    g_autoptr (GBytes) body = NULL;

    text[position] = (char) (text[position] ^ (1 << g_test_rand_int_range (0, 8)));
    body = g_bytes_new_static (parts[4], strlen (BODY));
    if (check_bytes (parts[0], parts[1], parts[2], parts[3], body, NOW) == -1)
      g_error ("%s %s %s %s was believed", parts[1], parts[2], parts[3], parts[4]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codat/webhook-signature/golden", test_golden);
  g_test_add_func ("/codat/webhook-signature/time", test_time);
  g_test_add_func ("/codat/webhook-signature/forged", test_forged);
  g_test_add_func ("/codat/webhook-signature/secret", test_secret);
  g_test_add_func ("/codat/webhook-signature/flips", test_flips);
  return g_test_run ();
}
