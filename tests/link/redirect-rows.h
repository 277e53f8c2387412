/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-redirect.h"

G_BEGIN_DECLS

#define REDIRECT_ROWS_PATH "https://app.example/codat/done"
#define REDIRECT_ROWS_TEMPLATE                                                                     \
  REDIRECT_ROWS_PATH                                                                               \
  "?status={statusCode}&message={errorMessage}&text={statusText}&connection={connectionId}"        \
  "&company={companyId}&platform={platformName}&state={state}&kind=desk"

/* An address, how a page goes there, and whether that is the redirect of the template above. */
typedef struct {
  TribLinkMatch expected;
  const char *uri;
  const char *method; /* (nullable): GET */
} RedirectRow;

/* The rows in order; NULL after the last. */
const RedirectRow *redirect_rows_get (guint index);

G_END_DECLS
