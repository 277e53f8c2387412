/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "codat-branding.h"

G_BEGIN_DECLS

/* A branding as a few lines of text, so that it can be kept: "logo-square=https://…" */
GBytes *trib_model_brand_to_bytes (CodatBranding *branding) G_GNUC_WARN_UNUSED_RESULT;
/* alt: (out) (transfer full) (nullable). Returns (transfer full) (nullable): the address. */
char *
trib_model_brand_get (GBytes *bytes, CodatBrandImage image, char **alt) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
