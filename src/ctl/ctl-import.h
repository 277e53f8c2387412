/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-company-draft.h"

G_BEGIN_DECLS

/* The companies of a text: CSV with the columns name, description and tags, of which only the
 * first is needed, JSON or JSON lines, all as "companies export" writes them. (element-type
 * CodatCompanyDraft) */
GPtrArray *
ctl_import_read (const char *data, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
