/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define SITE_TYPE (site_get_type ())

G_DECLARE_FINAL_TYPE (Site, site, TEST, SITE, GObject)

/* Two small servers on loopback: one shows pages, the other is the place that a redirect names and
 * must never hear of it. */
Site *site_new (void);
const char *site_get_origin (Site *self);
const char *site_get_redirect_origin (Site *self);
/* What a path of the first server shows; a text that begins with "=" is a status code.
 * "/stall" is never answered. */
void site_set_page (Site *self, const char *path, const char *html);
/* How many requests for a path of the first server; how many of any kind the second one got. */
guint site_get_hits (Site *self, const char *path);
guint site_get_redirect_hits (Site *self);
/* The Cookie header of the last request for a path (nullable). */
const char *site_get_cookie (Site *self, const char *path);
/* Stops listening, as if the network were gone. */
void site_stop (Site *self);
/* Starts anew with https and one of the certificates in tests/support/tls, which nobody here
 * trusts, or with none. */
void site_use_certificate (Site *self, const char *name);

G_END_DECLS
