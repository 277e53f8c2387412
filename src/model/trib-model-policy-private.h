/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-policy.h"

G_BEGIN_DECLS

/* otherwise: what counts while nobody has decided. */
gboolean
trib_model_policy_get_boolean (TribModelPolicy *self, const char *name, gboolean otherwise);
void trib_model_policy_set_boolean (TribModelPolicy *self, const char *name, gboolean value);

G_END_DECLS
