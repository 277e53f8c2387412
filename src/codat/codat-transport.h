/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-authorizer.h"
#include "codat-quota.h"

#include "trib-clock.h"

G_BEGIN_DECLS

/* Private to the room: what is asked. */
typedef struct {
  const char *method; /* a literal */
  GUri *uri;          /* (owned) */
  char *body;         /* (owned) (nullable): JSON */
  gsize max_size;     /* the most bytes that an answer may have */
  char *key;          /* (owned) (nullable): for Idempotency-Key */
  guint milliseconds; /* until it is given up; 0 for the usual time */
  guint delay;        /* milliseconds before it is sent */
  guint max_tries;
} CodatRequest;

/* What came back, whole, whatever its status. */
typedef struct {
  guint status;
  char *content_type;    /* (owned) (nullable) */
  gint64 retry_after;    /* seconds, -1 for none */
  gint64 rate_limit;     /* -1 for none */
  gint64 rate_remaining; /* -1 for none */
  GDateTime *rate_reset; /* (owned) (nullable) */
  GBytes *body;          /* (owned) */
} CodatReply;

CodatRequest *codat_request_copy (const CodatRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void codat_request_free (CodatRequest *request);
void codat_reply_free (CodatReply *reply);

/* Takes over what the answer says about the quota. */
void codat_quota_update (CodatQuota *self, const CodatReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatRequest, codat_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatReply, codat_reply_free)

#define CODAT_TYPE_TRANSPORT (codat_transport_get_type ())

G_DECLARE_FINAL_TYPE (CodatTransport, codat_transport, CODAT, TRANSPORT, GObject)

/* Without an authorizer nothing ever carries the key; with one, only requests below base. */
CodatTransport *codat_transport_new (GUri *base,
                                     CodatAuthorizer *authorizer) G_GNUC_WARN_UNUSED_RESULT;
void codat_transport_set_clock (CodatTransport *self, TribClock *clock, guint usual_time);
void codat_transport_send_async (CodatTransport *self,
                                 CodatRequest *request,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
CodatReply *codat_transport_send_finish (CodatTransport *self,
                                         GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
