/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-list.h"
#include "trib-model-problem.h"
#include "trib-model-types.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_REMOTE_LIST (trib_model_remote_list_get_type ())

G_DECLARE_DERIVABLE_TYPE (
    TribModelRemoteList, trib_model_remote_list, TRIB_MODEL, REMOTE_LIST, TribModelList)

/**
 * TribModelRemoteListClass:
 *
 * A list that comes from the server. Properties (read-only, notify): "state" (TribModelState),
 * "problem" (TribModelProblem, nullable: why the last load failed, which a list that is shown can
 * have too).
 */
struct _TribModelRemoteListClass {
  TribModelListClass parent_class;
};

TribModelState trib_model_remote_list_get_state (TribModelRemoteList *self);
TribModelProblem *trib_model_remote_list_get_problem (TribModelRemoteList *self);

/* For the classes of this room alone. */
void trib_model_remote_list_set_state (TribModelRemoteList *self,
                                       TribModelState state,
                                       TribModelProblem *problem);
/* What fails leaves a list that has rows as it is. */
void trib_model_remote_list_fail (TribModelRemoteList *self, const GError *error);
GCancellable *trib_model_remote_list_get_cancellable (TribModelRemoteList *self);

G_END_DECLS
