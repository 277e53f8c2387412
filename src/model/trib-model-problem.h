/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-problem.h"

G_BEGIN_DECLS

#define TRIB_MODEL_TYPE_PROBLEM (trib_model_problem_get_type ())

G_DECLARE_FINAL_TYPE (TribModelProblem, trib_model_problem, TRIB_MODEL, PROBLEM, GObject)

/* Immutable. Properties (read-only): "title", "sentence" (translated), "details" (nullable: the
 * server's own words, HTTP status and correlation id, as plain text to show in a fold and to copy),
 * "can-retry". Made from any GError of the lower rooms; NULL for a
 * cancelled one, because cancelled is never shown. */
TribModelProblem *trib_model_problem_new (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
TribModelProblem *trib_model_problem_new_for_change (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
TribProblem trib_model_problem_get_kind (TribModelProblem *self);
const char *trib_model_problem_get_title (TribModelProblem *self);
const char *trib_model_problem_get_sentence (TribModelProblem *self);
const char *trib_model_problem_get_details (TribModelProblem *self);
gboolean trib_model_problem_get_can_retry (TribModelProblem *self);

G_END_DECLS
