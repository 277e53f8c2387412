/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-json.h"

G_BEGIN_DECLS

/* Private to the room: the operations of the contract that the client knows. */
typedef enum {
  CODAT_OP_LIST_COMPANIES,
  CODAT_OP_GET_COMPANY,
  CODAT_OP_CREATE_COMPANY,
  CODAT_OP_UPDATE_COMPANY,
  CODAT_OP_REPLACE_COMPANY,
  CODAT_OP_DELETE_COMPANY,
  CODAT_OP_GET_ACCESS_TOKEN,
  CODAT_OP_LIST_CONNECTIONS,
  CODAT_OP_GET_CONNECTION,
  CODAT_OP_CREATE_CONNECTION,
  CODAT_OP_UNLINK_CONNECTION,
  CODAT_OP_DELETE_CONNECTION,
  CODAT_OP_LIST_INTEGRATIONS,
  CODAT_OP_GET_INTEGRATION,
  CODAT_OP_GET_BRANDING,
  CODAT_OP_GET_DATA_STATUS,
  CODAT_OP_REFRESH_ALL,
  CODAT_OP_REFRESH_DATA_TYPE,
  CODAT_OP_LIST_PULL_OPERATIONS,
  CODAT_OP_GET_PULL_OPERATION,
  CODAT_OP_GET_VALIDATION,
  CODAT_OP_GET_SYNC_SETTINGS,
  CODAT_OP_GET_PROFILE,
  CODAT_OP_LIST_WEBHOOKS,
  CODAT_OP_CREATE_WEBHOOK,
  CODAT_OP_DELETE_WEBHOOK,
  CODAT_OP_LIST_API_KEYS,
  CODAT_OP_CREATE_API_KEY,
  CODAT_OP_DELETE_API_KEY,
  CODAT_N_OPS,
} CodatOp;

/* Makes the result of a call from an answer, in a worker thread. */
typedef gpointer (*CodatReadFunc) (CodatJson *root, GError **error);

/* How an operation is sent and its answer read: read makes one object of it, while list_of and row
 * make a page of them; without both any success is TRUE, whatever the body says. */
typedef struct {
  const char *id;     /* operationId in the contract */
  const char *method; /* a literal */
  const char *path;   /* below the base URL, with {names} that ids stand for */
  CodatReadFunc read;
  GType (*list_of) (void);
  CodatRowFunc row;
  gboolean is_secret; /* the bytes of the answer are wiped */
} CodatOperation;

#define CODAT_MAX_IDS 2

/* One call of the API, with everything in it checked and escaped. */
typedef struct {
  const CodatOperation *operation;
  char *path;               /* (owned) (nullable): NULL when there is an error */
  char *ids[CODAT_MAX_IDS]; /* (owned) (nullable): those in the path */
  char *query;              /* (owned) (nullable) */
  char *body;               /* (owned) (nullable): JSON */
  char *key;          /* (owned) (nullable): for Idempotency-Key, where the contract knows it */
  guint milliseconds; /* for all tries; 0 for the usual time */
  guint delay;        /* milliseconds before the first try */
  guint max_tries;    /* 0 for what is usual */
  guint n_tries;      /* how many there were */
  GError *error;      /* (owned) (nullable): why it must not be sent */
} CodatCall;

const CodatOperation *codat_operation_get (CodatOp op);
CodatOp codat_operation_get_op (const CodatOperation *operation);
/* CODAT_N_OPS for an id that is none. */
CodatOp codat_operation_find (const char *id);

/* Takes an id for each {name} of the path; a bad one is the error of the call. */
CodatCall *codat_call_new (CodatOp op, ...) G_GNUC_WARN_UNUSED_RESULT;
CodatCall *codat_call_copy (const CodatCall *call) G_GNUC_WARN_UNUSED_RESULT;
void codat_call_free (CodatCall *call);
/* The result of the call from the text of its answer, which is taken over: an object, or TRUE for
 * one that reads nothing. */
gpointer codat_call_read (const CodatCall *call, char *text, gsize length, GError **error);
/* The last id in the path: that of the thing itself. */
const char *codat_call_get_id (const CodatCall *call);
gboolean codat_call_has_result (const CodatCall *call);
/* Whether a company or connection that was asked for by its id is the one that came back. */
gboolean codat_call_is_answered (const CodatCall *call, gpointer value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatCall, codat_call_free)

G_END_DECLS
