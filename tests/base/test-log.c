/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "trib-log.h"

static void
test_redact (void)
{
  static const struct {
    const char *in;
    const char *out;
  } rows[] = {
    { NULL, "" },
    { "plain words", "plain words" },
    { "Authorization: Basic QUJDREVG", "Authorization: Basic [redacted]" },
    { "authorization: bearer abc.def-1", "authorization: bearer [redacted]" },
    { "secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw!", "secret whsec_[redacted]!" },
    { "at https://link-api.codat.io/x/start?otp=742271 now",
      "at https://link-api.codat.io/x/start?[redacted] now" },
    { "link.otp=OTP123&a=b", "link.otp=[redacted]&a=b" },
    { "company 8a210b68-6988-11ed-a1eb-0242ac120002 gone", "company 8a210b68\xe2\x80\xa6 gone" },
    { "to jane.doe@example.com please", "to [e-mail] please" },
    { "at https://jane:secret@a.example/x now", "at https://[redacted]@a.example/x now" },
    { "at http://token@localhost:80/", "at http://[redacted]@localhost:80/" },
    { "at https://a.example/jane@home", "at https://a.example/jane@home" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clean = trib_log_redact (rows[i].in);

    g_assert_cmpstr (clean, ==, rows[i].out);
  }
}

static void
test_writer (void)
{
  if (g_test_subprocess ()) {
    const GLogField fields[] = {
      { "MESSAGE", "counted Basic Q0FOQVJZLWtleQ== and more", 35 },
      { "PRIORITY", "5", -1 },
    };

    trib_log_install (FALSE);
    g_log_structured_array (G_LOG_LEVEL_MESSAGE, fields, G_N_ELEMENTS (fields));
    g_message ("sent Basic Q0FOQVJZLWtleQ== to https://a.example/?otp=Q0FOQVJZ");
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*counted*redacted*a.example*redacted*");
  g_test_trap_assert_stderr_unmatched ("*Q0FOQVJZ*");
}

/* A field that tells its length need not end with a zero byte. */
static void
test_writer_of_given_length (void)
{
  static const char text[] = "sent Basic Q0FOQVJZLWtleQ== and more";

  if (g_test_subprocess ()) {
    const GLogField fields[] = {
      { "PRIORITY", "5", -1 },
      { "MESSAGE", text, sizeof "sent Basic Q0FOQVJZLWtleQ==" - 1 },
    };

    trib_log_install (FALSE);
    g_log_structured_array (G_LOG_LEVEL_MESSAGE, fields, G_N_ELEMENTS (fields));
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*sent Basic*redacted*");
  g_test_trap_assert_stderr_unmatched ("*Q0FOQVJZ*");
  g_test_trap_assert_stderr_unmatched ("*and more*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/log/redact", test_redact);
  g_test_add_func ("/base/log/writer", test_writer);
  g_test_add_func ("/base/log/writer-length", test_writer_of_given_length);
  return g_test_run ();
}
