/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-authorizer.h"

G_BEGIN_DECLS

/* The value of the Authorization header, for the one function that may ask for it; to be wiped with
 * codat_secret_free(). */
char *codat_authorizer_dup_header (CodatAuthorizer *self) G_GNUC_WARN_UNUSED_RESULT;
void codat_secret_free (char *secret);

G_END_DECLS
