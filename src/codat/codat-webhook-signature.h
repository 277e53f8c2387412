/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CODAT_WEBHOOK_SIGNATURE_ERROR:
 *
 * Why a delivered message is not to be believed.
 */
#define CODAT_WEBHOOK_SIGNATURE_ERROR (codat_webhook_signature_error_quark ())

/**
 * CodatWebhookSignatureError:
 * @CODAT_WEBHOOK_SIGNATURE_ERROR_SECRET: the signing secret is none
 * @CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER: the id or the timestamp is none
 * @CODAT_WEBHOOK_SIGNATURE_ERROR_OLD: it was signed too long ago
 * @CODAT_WEBHOOK_SIGNATURE_ERROR_FUTURE: it was signed in the future
 * @CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED: no signature fits
 */
typedef enum {
  CODAT_WEBHOOK_SIGNATURE_ERROR_SECRET,
  CODAT_WEBHOOK_SIGNATURE_ERROR_HEADER,
  CODAT_WEBHOOK_SIGNATURE_ERROR_OLD,
  CODAT_WEBHOOK_SIGNATURE_ERROR_FUTURE,
  CODAT_WEBHOOK_SIGNATURE_ERROR_FORGED,
} CodatWebhookSignatureError;

/* How far the time of a message may be off, in seconds. */
#define CODAT_WEBHOOK_TOLERANCE 300

GQuark codat_webhook_signature_error_quark (void);
gboolean codat_webhook_signature_check (const char *secret,
                                        const char *id,
                                        const char *timestamp,
                                        const char *signatures,
                                        GBytes *body,
                                        gint64 now,
                                        GError **error);

G_END_DECLS
