/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-session-private.h"

#include "trib-link-address.h"

/* What is told of a sign-in afterwards. Part of TribLinkSession; of an address only the host is
 * kept, since the rest of it may be a secret. Main thread only. */

static void
add (TribLinkSession *self, TribLinkMoment moment)
{
  moment.at = trib_clock_get_real_time (self->clock);
  trib_link_history_add (self->history, &moment);
}

/* The link that was fetched is in somebody's hands. */
void
trib_link_session_note_opened (TribLinkSession *self)
{
  gboolean outside = self->state == TRIB_LINK_STATE_OUTSIDE;

  self->was_page_noted = FALSE;
  self->was_platform_noted = FALSE;
  add (self, (TribLinkMoment){ .what = outside ? TRIB_LINK_HAPPENING_OUTSIDE
                                               : TRIB_LINK_HAPPENING_OPENED });
}

/* Returns: whether it is a further page of the link's own host. */
gboolean
trib_link_session_note_page (TribLinkSession *self, const char *uri)
{
  g_autoptr (TribLinkAddress) page = trib_link_address_parse (uri, TRUE);
  g_autoptr (TribLinkAddress) link =
      self->link_uri != NULL ? trib_link_address_parse (self->link_uri, TRUE) : NULL;

  gboolean is_first = !self->was_page_noted;
  gboolean is_own;

  if (self->state != TRIB_LINK_STATE_OPEN || page == NULL || link == NULL)
    return FALSE;
  is_own = trib_link_address_same_origin (page, link);
  if (is_first) {
    self->was_page_noted = TRUE;
    add (self, (TribLinkMoment){ .what = TRIB_LINK_HAPPENING_PAGE_SHOWN, .host = page->host });
  }
  if (!self->was_platform_noted && !is_own) {
    self->was_platform_noted = TRUE;
    add (self, (TribLinkMoment){ .what = TRIB_LINK_HAPPENING_PLATFORM_CHOSEN, .host = page->host });
  }
  return is_own && !is_first;
}

void
trib_link_session_note_returned (TribLinkSession *self)
{
  add (self, (TribLinkMoment){ .what = TRIB_LINK_HAPPENING_RETURNED,
                               .code = trib_link_answer_get_status_code (self->answer) });
}

void
trib_link_session_note_ended (TribLinkSession *self)
{
  add (self, (TribLinkMoment){ .what = TRIB_LINK_HAPPENING_ENDED, .outcome = self->outcome });
}
