/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-verbs-private.h"

G_BEGIN_DECLS

/* A kind of thing that the server lists, makes and deletes, but does not give one by one. */
typedef struct {
  const CtlShape *shape;
  CtlRecordFunc make;
  const char *(*get_id) (gpointer row);
  void (*list) (CodatClient *client, GCancellable *cancellable, GAsyncReadyCallback, gpointer);
  GListModel *(*list_finish) (CodatClient *client, GAsyncResult *result, GError **error);
  void (*delete) (CodatClient *client,
                  const char *id,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer data);
  gboolean (*delete_finish) (CodatClient *client, GAsyncResult *result, GError **error);
  const char *question;
  const char *missing; /* the sentence for an id that is not in the list */
} CtlListed;

/* kind is a literal. */
void ctl_listed_list (CtlRun *run, const CtlListed *kind);
void ctl_listed_delete (CtlRun *run, const CtlListed *kind);

G_END_DECLS
