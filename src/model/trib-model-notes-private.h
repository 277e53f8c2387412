/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-notes.h"

G_BEGIN_DECLS

/* A sign-in whose end nobody saw. */
typedef struct {
  gint64 started;
  char *company_id;    /* (owned) */
  char *platform_key;  /* (owned) */
  TribLinkState state; /* what it was in last, IDLE when nobody knows */
  gboolean left;       /* by a program that ended while Codat was being asked */
} TribModelNotedSignIn;

struct _TribModelNotes {
  GObject parent_instance;

  TribStore *store;          /* (owned) (nullable) */
  TribClock *clock;          /* (owned) */
  char *account_id;          /* (owned) */
  GListStore *requests;      /* (owned) */
  GHashTable *organisations; /* (owned) (element-type utf8 utf8): by connection */
  GHashTable *sign_ins;      /* (owned) (element-type utf8 TribModelNotedSignIn): by connection */
  TribModelSignInLog *log;   /* (owned) */
  GHashTable *unlinks;       /* (owned) (element-type TribModelConnection), unowned ones */
  gboolean asked;
  guint n_loading;
};

void trib_model_notes_emit_changed (TribModelNotes *self);
/* Takes a record of the store, unless something newer was noted while the store was being read. */
typedef void (*TribModelNotesTake) (TribModelNotes *self, const char *id, const char *text);
void trib_model_noted_sign_in_free (gpointer sign_in);
/* Writes a record, whoever waits for it. */
void trib_model_notes_put (TribModelNotes *self,
                           TribStoreJournal journal,
                           const char *id,
                           const char *text);
void trib_model_notes_take_sign_in (TribModelNotes *self, const char *id, const char *text);

G_END_DECLS
