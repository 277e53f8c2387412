/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-types.h"

G_DEFINE_ENUM_TYPE (TribModelState,
                    trib_model_state,
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATE_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATE_FAILED, "failed"))

G_DEFINE_ENUM_TYPE (TribModelStatus,
                    trib_model_status,
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATUS_NOT_STARTED, "not-started"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATUS_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATUS_CONNECTED, "connected"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATUS_ATTENTION, "attention"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATUS_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_STATUS_PAST, "past"))

G_DEFINE_ENUM_TYPE (TribModelFilter,
                    trib_model_filter,
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_FILTER_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_FILTER_ATTENTION, "attention"),
                    G_DEFINE_ENUM_VALUE (TRIB_MODEL_FILTER_WAITING, "waiting"))
