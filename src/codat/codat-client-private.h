/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "codat-client.h"
#include "codat-transport.h"

#include "trib-clock.h"

G_BEGIN_DECLS

/* Makes the result of a call from an answer, in a worker thread. */
typedef gpointer (*CodatConvertFunc) (JsonNode *root, GError **error);

/* One call of the API, with everything in it checked and escaped. */
typedef struct {
  const char *method;       /* a literal */
  char *path;               /* (owned), below the base URL */
  char *query;              /* (owned) (nullable) */
  char *body;               /* (owned) (nullable): JSON */
  CodatConvertFunc convert; /* (nullable): without it any success is TRUE, whatever the body says */
  gboolean is_list;         /* a page of a list may be larger than other answers */
  gboolean is_secret;       /* the bytes of the answer are wiped */
} CodatCall;

CodatCall *
codat_call_new (const char *method, char *path, CodatConvertFunc convert) G_GNUC_WARN_UNUSED_RESULT;
void codat_call_free (CodatCall *call);
/* Whether a company or connection that was asked for by its id is the one that came back. */
gboolean codat_call_is_answered (const CodatCall *call, gpointer value, GError **error);

/* Sends a call and converts its answer. A call of NULL fails with early, both taken over. The
 * result is an object of the caller's, or TRUE for a call that converts nothing. */
void codat_client_call_async (CodatClient *self,
                              CodatCall *call,
                              GError *early,
                              gpointer source_tag,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
gpointer codat_client_call_finish (CodatClient *self,
                                   GAsyncResult *result,
                                   gpointer source_tag,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Begins a change whose success is judged by a look; changed_cb gets a task whose data is the path
 * of the call, and finishes the call with itself as the tag. */
void codat_client_change (CodatClient *self,
                          CodatCall *call,
                          GError *early,
                          gpointer source_tag,
                          GAsyncReadyCallback changed_cb,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
/* Gets the path that is the data of the task, whose reference goes to callback. */
void codat_client_look (GTask *task, CodatConvertFunc convert, GAsyncReadyCallback callback);
gpointer codat_client_look_finish (CodatClient *self,
                                   GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A deletion: good when a look at the same path answers 404. */
void codat_client_remove_async (CodatClient *self,
                                CodatCall *call,
                                GError *early,
                                gpointer source_tag,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* What tells two rows apart; NULL leaves the row out. */
typedef char *(*CodatIdentityFunc) (gpointer row);

/* Reads all pages of a list into one GListModel. path and early are taken over. */
void codat_client_collect_async (CodatClient *self,
                                 char *path,
                                 const char *query,
                                 CodatConvertFunc convert,
                                 CodatIdentityFunc identify,
                                 GError *early,
                                 gpointer source_tag,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
char *codat_client_new_page_query (const char *query,
                                   const char *order_by,
                                   guint page,
                                   guint page_size) G_GNUC_WARN_UNUSED_RESULT;
/* tags, like query, is (nullable) and not escaped. */
char *codat_client_new_company_query (const char *query,
                                      const char *tags,
                                      const char *order_by,
                                      guint page,
                                      guint page_size) G_GNUC_WARN_UNUSED_RESULT;

/* What a company may carry, and the body that says so; tags of NULL are left out, while an empty
 * list of them is sent. */
gboolean codat_company_check_fields (const char *name,
                                     const char *description,
                                     const char *const *tags,
                                     gboolean name_is_needed,
                                     GError **error);
char *codat_company_new_body (const char *name,
                              const char *description,
                              const char *const *tags) G_GNUC_WARN_UNUSED_RESULT;
gboolean codat_client_check_page (
    const char *query, const char *order_by, guint page, guint page_size, GError **error);

/* For tests: another clock and shorter deadlines; other sizes. */
void codat_client_set_deadlines (CodatClient *self,
                                 TribClock *clock,
                                 guint read_milliseconds,
                                 guint write_milliseconds);
/* For tests: another rate, 0 for none; and no rules at all, so that a request is one request. */
void codat_client_set_rate (CodatClient *self, guint per_second);
void codat_client_drop_rules (CodatClient *self);
void codat_client_set_max_size (CodatClient *self, gsize max_size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatCall, codat_call_free)

G_END_DECLS
