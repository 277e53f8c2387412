/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client-resume.h"
#include "codat-client.h"
#include "codat-governor.h"
#include "codat-operation.h"
#include "codat-transport.h"

#include "trib-clock.h"

G_BEGIN_DECLS

/* The members are for the functions of the client alone, which are spread over several files. */
struct _CodatClient {
  GObject parent_instance;

  GUri *base;               /* (owned) */
  char *base_url;           /* (owned) */
  CodatTransport *api;      /* (owned): carries the key */
  CodatTransport *pictures; /* (owned): never does */
  CodatGovernor *governor;  /* (owned) (nullable): none in a test of single requests */
  CodatQuota *quota;        /* (owned) */
  TribClock *clock;         /* (owned) */
  guint read_deadline;      /* milliseconds, with all tries */
  guint write_deadline;
  guint max_tries;
  CodatJournalFunc journal; /* (nullable) */
  gpointer journal_data;
  GDestroyNotify journal_notify; /* (nullable) */
  GHashTable *records;           /* (owned): of changes in doubt or under way, by their id */
  GHashTable *running;           /* (owned): the ids of those that are under way */
  gsize max_size;                /* 0: the usual ones */
};

/* Sends a call, which is taken over, and reads its answer. The result is an object of the
 * caller's, or TRUE for a call that reads nothing. The tag of the task is the operation. */
void codat_client_call_async (CodatClient *self,
                              CodatCall *call,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* Finishes whatever was started for an operation, by this or one of the functions below. */
gpointer codat_client_call_finish (CodatClient *self,
                                   GAsyncResult *result,
                                   CodatOp op,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What tells two rows apart; NULL leaves the row out. */
typedef char *(*CodatIdentityFunc) (gpointer row);

/* Reads all pages of a list into one GListModel. The call is taken over; its query is made here. */
void codat_client_collect_async (CodatClient *self,
                                 CodatCall *call,
                                 const char *query,
                                 CodatIdentityFunc identify,
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

G_END_DECLS
