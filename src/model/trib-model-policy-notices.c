/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-policy.h"

#include "trib-model-policy-private.h"

/* What is told on the desktop when nobody looks. Part of TribModelPolicy.
 * Main thread only. */

static const char *
get_name (TribModelNotice notice)
{
  switch (notice) {
  case TRIB_MODEL_NOTICE_SYNC:
    return "notifies-sync";
  case TRIB_MODEL_NOTICE_ACCESS:
    return "notifies-access";
  case TRIB_MODEL_NOTICE_LINK:
    return "notifies-link";
  case TRIB_MODEL_NOTICE_SIGN_IN:
  default:
    return "notifies-sign-in";
  }
}

/**
 * trib_model_policy_get_notifies:
 * @self: a policy
 * @notice: what has happened
 *
 * Returns: whether it is told on the desktop; it is until somebody decides otherwise
 */
gboolean
trib_model_policy_get_notifies (TribModelPolicy *self, TribModelNotice notice)
{
  g_return_val_if_fail (TRIB_MODEL_IS_POLICY (self), TRUE);
  return trib_model_policy_get_boolean (self, get_name (notice), TRUE);
}

/**
 * trib_model_policy_set_notifies:
 * @self: a policy
 * @notice: what may happen
 * @notifies: whether it is told on the desktop
 */
void
trib_model_policy_set_notifies (TribModelPolicy *self, TribModelNotice notice, gboolean notifies)
{
  g_return_if_fail (TRIB_MODEL_IS_POLICY (self));
  trib_model_policy_set_boolean (self, get_name (notice), notifies);
}
