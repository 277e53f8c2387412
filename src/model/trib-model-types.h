/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TribModelState:
 *
 * What a page shows: placeholders, its content, its empty state, or its problem.
 */
typedef enum {
  TRIB_MODEL_STATE_IDLE,
  TRIB_MODEL_STATE_LOADING,
  TRIB_MODEL_STATE_READY,
  TRIB_MODEL_STATE_EMPTY,
  TRIB_MODEL_STATE_FAILED,
} TribModelState;

#define TRIB_MODEL_TYPE_STATE (trib_model_state_get_type ())
GType trib_model_state_get_type (void);

/**
 * TribModelStatus:
 * @TRIB_MODEL_STATUS_NOT_STARTED: nothing is connected
 * @TRIB_MODEL_STATUS_WAITING: a sign-in has begun and is not finished (PendingAuth)
 * @TRIB_MODEL_STATUS_CONNECTED: Linked
 * @TRIB_MODEL_STATUS_ATTENTION: the person must sign in again (Deauthorized)
 * @TRIB_MODEL_STATUS_FAILED: the platform reported an error
 * @TRIB_MODEL_STATUS_PAST: given up on purpose (Unlinked)
 *
 * Of a connection, and of a company: the one that most needs somebody. Always shown as colour, icon
 * and word together.
 */
typedef enum {
  TRIB_MODEL_STATUS_NOT_STARTED,
  TRIB_MODEL_STATUS_WAITING,
  TRIB_MODEL_STATUS_CONNECTED,
  TRIB_MODEL_STATUS_ATTENTION,
  TRIB_MODEL_STATUS_FAILED,
  TRIB_MODEL_STATUS_PAST,
} TribModelStatus;

/**
 * TribModelFilter:
 * @TRIB_MODEL_FILTER_ALL: all of them
 * @TRIB_MODEL_FILTER_ATTENTION: those where somebody has to mend something
 * @TRIB_MODEL_FILTER_WAITING: those where a sign-in is waited for
 *
 * Which companies a list shows.
 */
typedef enum {
  TRIB_MODEL_FILTER_ALL,
  TRIB_MODEL_FILTER_ATTENTION,
  TRIB_MODEL_FILTER_WAITING,
} TribModelFilter;

#define TRIB_MODEL_N_FILTERS (TRIB_MODEL_FILTER_WAITING + 1)

#define TRIB_MODEL_TYPE_FILTER (trib_model_filter_get_type ())
GType trib_model_filter_get_type (void);

#define TRIB_MODEL_TYPE_STATUS (trib_model_status_get_type ())
GType trib_model_status_get_type (void);

G_END_DECLS
