/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TRIB_MODEL_ERROR:
 *
 * Errors of the room model/. Their messages are translated sentences for a person.
 */
#define TRIB_MODEL_ERROR (trib_model_error_quark ())

/**
 * TribModelErrorCode:
 * @TRIB_MODEL_ERROR_RULE: a rule forbids it, like one accounting platform at a time
 */
typedef enum {
  TRIB_MODEL_ERROR_RULE,
} TribModelErrorCode;

GQuark trib_model_error_quark (void);

G_END_DECLS
