/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-sign-in-state.h"

/**
 * trib_ui_sign_in_state_get_child:
 * @state: where a sign-in stands
 * @has_view: whether there is an embedded view for it
 *
 * Returns: (transfer none): the name of what the page of the sign-in shows then
 */
const char *
trib_ui_sign_in_state_get_child (TribLinkState state, gboolean has_view)
{
  switch (state) {
  case TRIB_LINK_STATE_OPEN:
    return has_view ? "view" : "preparing";
  case TRIB_LINK_STATE_OUTSIDE:
    return "outside";
  case TRIB_LINK_STATE_CONFIRMING:
  case TRIB_LINK_STATE_ENDED:
    return "confirming";
  case TRIB_LINK_STATE_IDLE:
  case TRIB_LINK_STATE_PREPARING:
  default:
    return "preparing";
  }
}
