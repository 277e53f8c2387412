/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "codat-operation.h"

G_BEGIN_DECLS

/* Private to the room: the tag that marks a company as made by one certain request. */
#define CODAT_MARK "tributary-intent"

typedef enum {
  CODAT_VERDICT_UNKNOWN,
  CODAT_VERDICT_DONE,
  CODAT_VERDICT_NOT_DONE,
  CODAT_VERDICT_LOST, /* done, but what only the answer told is lost */
} CodatVerdict;

typedef struct _CodatChange CodatChange;

/* What a look says about a change: found is what it got, or NULL with problem set. The result is
 * that of the change, for one that is done. */
typedef CodatVerdict (*CodatJudgeFunc) (const CodatChange *change,
                                        GObject *found,
                                        const GError *problem,
                                        gpointer *result);

/* How it is found out whether a change was made. */
typedef struct {
  CodatOp op;
  CodatOp look;
  CodatJudgeFunc judge;
  gboolean looks_before; /* what was there before tells what is new */
  gboolean looks_after;  /* even when the answer says yes */
} CodatCare;

/* One change, with all its tries and looks, within one deadline; the data of its task. */
struct _CodatChange {
  const CodatCare *care;
  CodatCall *call;   /* (owned) */
  char *id;          /* (owned): names the change for ever, and marks what it makes */
  char *key;         /* (owned): the Idempotency-Key of the next try */
  GHashTable *known; /* (owned) (nullable): the ids that were there before */
  GError *doubt;     /* (owned) (nullable): why nobody knows whether it was made */
  gint64 give_up_at;
  guint n_sent;
  guint delay;    /* before the next try, in milliseconds */
  guint n_failed; /* how many 5xx answered to the key */
  gboolean can_look;
  gboolean was_sent;   /* by somebody before, who did not see the end */
  gboolean is_refused; /* after a doubt: it is not sent again */
};

/* (nullable) */
const CodatCare *codat_care_find (CodatOp op);
CodatCall *codat_change_new_look (const CodatChange *change) G_GNUC_WARN_UNUSED_RESULT;
/* Remembers what was there before; without all of it nobody can tell what is new. */
void codat_change_take_known (CodatChange *change, GListModel *list);
/* Whether an error of the look says that there is not even what the change was about. */
gboolean codat_change_is_nowhere (const CodatChange *change, const GError *problem);

CodatChange *codat_change_new (CodatCall *call, const char *id) G_GNUC_WARN_UNUSED_RESULT;
CodatChange *codat_change_new_from_record (const char *record,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *codat_change_to_record (const CodatChange *change) G_GNUC_WARN_UNUSED_RESULT;
void codat_change_free (CodatChange *change);
/* Whether it was taken up and nothing was sent since. */
gboolean codat_change_is_resumed (const CodatChange *change);
/* Whether both ask for the same thing, whatever each is named. */
gboolean codat_change_is_same (const CodatChange *change, const CodatChange *other);
/* (nullable): what the thing is called, as far as was sent */
char *codat_change_dup_name (const CodatChange *change) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the mark to tags; NULL when there is no room for it. */
char **codat_tags_add_mark (const char *const *tags, const char *mark) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it can be found out what became of a change. */
gboolean codat_client_is_careful (CodatClient *self, const CodatChange *change);
/* Looks what became of it; the answer is for the judge of its care. */
void codat_client_look_async (CodatClient *self,
                              const CodatChange *change,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* Begins a change, or takes up one that asks for the same and whose end nobody saw, which is then
 * looked for first. The change is taken over. */
CodatChange *codat_client_begin_change (CodatClient *self,
                                        CodatChange *change) G_GNUC_WARN_UNUSED_RESULT;
/* Writes it down before it is sent; the callback comes when that is done or cannot be done. */
void codat_client_write_change (CodatClient *self,
                                const CodatChange *change,
                                GAsyncReadyCallback callback,
                                gpointer data);
void codat_client_end_change (CodatClient *self, const CodatChange *change, gboolean is_settled);
/* A change that is made exactly once, whatever happens on the way; the call is taken over. mark is
 * (nullable): what the call marks with the tag. */
void codat_client_change_async (CodatClient *self,
                                CodatCall *call,
                                const char *mark,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

G_END_DECLS
