/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_QUOTA (codat_quota_get_type ())

G_DECLARE_FINAL_TYPE (CodatQuota, codat_quota, CODAT, QUOTA, GObject)

/* What the server said last about how many requests the day still has. Its properties limit,
 * remaining and reset can be watched. */
gint64 codat_quota_get_limit (CodatQuota *self);     /* -1 when unknown */
gint64 codat_quota_get_remaining (CodatQuota *self); /* -1 when unknown */
GDateTime *codat_quota_get_reset (CodatQuota *self); /* (nullable) */
/* Whether a fifth or less is left: nothing that nobody asked for should be asked now. */
gboolean codat_quota_get_is_low (CodatQuota *self);

G_END_DECLS
