/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-model-company.h"

G_BEGIN_DECLS

/* All companies in order, and those of them that match a search and pass a filter, in the same
 * order: two sequences, so that a row finds its place in logarithmic time however many there are.
 */
typedef struct _TribModelRows TribModelRows;

TribModelRows *trib_model_rows_new (GListModel *model) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_rows_free (TribModelRows *self);
guint trib_model_rows_get_n_all (TribModelRows *self);
guint trib_model_rows_get_n_shown (TribModelRows *self);
TribModelCompany *trib_model_rows_get_shown (TribModelRows *self, guint position);
TribModelCompany *trib_model_rows_find (TribModelRows *self, const char *id);
TribModelCompany *trib_model_rows_find_by (TribModelRows *self,
                                           gboolean (*function) (TribModelCompany *company,
                                                                 gpointer data),
                                           gpointer data);
/* Takes a sorted or unsorted batch of new companies. */
void trib_model_rows_add (TribModelRows *self, GPtrArray *companies);
/* A company whose name, status or words are others now. */
void trib_model_rows_move (TribModelRows *self, TribModelCompany *company);
/* Drops those whose id is not in the set. */
void trib_model_rows_keep (TribModelRows *self, GHashTable *ids);
void trib_model_rows_search (TribModelRows *self, const char *search);
void trib_model_rows_filter (TribModelRows *self, TribModelFilter filter);
/* How many of all pass a filter, whatever is searched. */
guint trib_model_rows_count (TribModelRows *self, TribModelFilter filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribModelRows, trib_model_rows_free)

G_END_DECLS
