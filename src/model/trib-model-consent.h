/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-clock.h"
#include "trib-store.h"

G_BEGIN_DECLS

/**
 * TribModelConsent:
 * @id: a UUID
 * @company_id: whose data
 * @company_name: its name then
 * @platform_key: from where
 * @platform_name: its name then
 * @by: who ticked the box, as this computer knows them
 * @text: the exact text that was shown
 * @at: when, in microseconds since the Unix epoch
 * @withdrawn_at: when the connection was unlinked or deleted here, or 0
 *
 * What somebody agreed to.
 */
typedef struct {
  char *id;
  char *company_id;
  char *company_name;
  char *platform_key;
  char *platform_name;
  char *by;
  char *text;
  gint64 at;
  gint64 withdrawn_at;
} TribModelConsent;

void trib_model_consent_free (TribModelConsent *consent);

#define TRIB_MODEL_TYPE_CONSENTS (trib_model_consents_get_type ())

G_DECLARE_FINAL_TYPE (TribModelConsents, trib_model_consents, TRIB_MODEL, CONSENTS, GObject)

/* What was agreed to before sign-ins of an account; kept by the store. Signal "changed": something
 * was agreed to, or read from the store. */
TribModelConsents *trib_model_consents_new (TribStore *store,
                                            TribClock *clock,
                                            const char *account_id) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the store, once. */
void trib_model_consents_load (TribModelConsents *self);
void trib_model_consents_add_async (TribModelConsents *self,
                                    const char *company_id,
                                    const char *company_name,
                                    const char *platform_key,
                                    const char *platform_name,
                                    const char *text,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean
trib_model_consents_add_finish (TribModelConsents *self, GAsyncResult *result, GError **error);
/* What was agreed to for this platform holds no more. */
void trib_model_consents_withdraw (TribModelConsents *self,
                                   const char *company_id,
                                   const char *platform_key);
/* All of them, the newest first: (transfer container), borrowed until the next change. */
GPtrArray *trib_model_consents_list (TribModelConsents *self,
                                     const char *company_id,
                                     const char *platform_key) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribModelConsent, trib_model_consent_free)

G_END_DECLS
