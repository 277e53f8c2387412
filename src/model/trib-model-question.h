/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-client.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_QUESTION (trib_model_question_get_type ())

G_DECLARE_DERIVABLE_TYPE (TribModelQuestion, trib_model_question, TRIB_MODEL, QUESTION, GObject)

/**
 * TribModelQuestionClass:
 * @ask_async: asks the server
 * @ask_finish: what it said: a CodatConnection or a list of what was asked for
 *
 * Something that can be asked again and again. Tests bring their own.
 */
struct _TribModelQuestionClass {
  GObjectClass parent_class;

  void (*ask_async) (TribModelQuestion *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data);
  GObject *(*ask_finish) (TribModelQuestion *self, GAsyncResult *result, GError **error);
};

/* Answered with a CodatConnection. */
TribModelQuestion *trib_model_question_new_connection (CodatClient *client,
                                                       const char *company_id,
                                                       const char *connection_id,
                                                       const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Answered with a GListModel of CodatConnection. */
TribModelQuestion *trib_model_question_new_connections (
    CodatClient *client, const char *company_id, const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Answered with a GListModel of CodatDataStatus. */
TribModelQuestion *trib_model_question_new_data (CodatClient *client,
                                                 const char *company_id,
                                                 const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Two questions with one key are the same. */
const char *trib_model_question_get_key (TribModelQuestion *self);
/* What it is about, fit to be shown. */
const char *trib_model_question_get_title (TribModelQuestion *self);
void trib_model_question_ask_async (TribModelQuestion *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
GObject *trib_model_question_ask_finish (TribModelQuestion *self,
                                         GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For what tests bring. */
void trib_model_question_set_key (TribModelQuestion *self, const char *key, const char *title);

G_END_DECLS
