/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-error.h"

G_DEFINE_QUARK (TribModelError, trib_model_error)
