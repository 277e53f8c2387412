/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-web-view-private.h"

G_BEGIN_DECLS

/* From now on the files that pages hand over wait for a place. */
void trib_web_downloads_follow (TribWebView *self);
/* path is (nullable): nobody wants the file. */
void trib_web_downloads_save (TribWebView *self, const char *path);
/* The name that a server suggests, fit to be shown and to be kept. */
char *trib_web_dup_file_name (const char *suggested) G_GNUC_WARN_UNUSED_RESULT;
char *trib_web_dup_offering_host (TribLinkSession *session,
                                  const char *uri,
                                  const char *page_host) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
