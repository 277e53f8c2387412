/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the search over the platforms is called, with how many there are when that is known. */
char *trib_ui_connect_words_search (guint n_platforms) G_GNUC_WARN_UNUSED_RESULT;
/* A request to switch on a platform, for whoever keeps the account at Codat. */
char *trib_ui_connect_words_request (const char *company,
                                     const char *search) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
