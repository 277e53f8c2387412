/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TribAppRequest:
 * @account_name: (nullable): the account to take into use
 * @company_id: (nullable): the company to open
 * @platform_key: (nullable): the platform to offer to that company
 * @connections: whether to show what is connected of that company
 *
 * What a start of the program, or an address of it, asks the window to show. It only ever shows:
 * nothing is signed in to, changed or removed before a person presses something.
 */
typedef struct {
  char *account_name;
  char *company_id;
  char *platform_key;
  gboolean connections;
} TribAppRequest;

TribAppRequest *trib_app_request_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_app_request_free (TribAppRequest *self);
/* Whether it asks for anything. */
gboolean trib_app_request_is_empty (const TribAppRequest *self);
/* Reads "tributary://company/<id>" or "tributary://connect/<company>/<key>". */
gboolean trib_app_request_read_uri (TribAppRequest *self, const char *uri, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribAppRequest, trib_app_request_free)

G_END_DECLS
