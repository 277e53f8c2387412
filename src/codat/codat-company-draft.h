/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At ten a second, to make them takes more than a day. */
#define CODAT_COMPANY_DRAFTS_MAX 1000000

/* A company as somebody wants to have it, before Codat knows it. */
typedef struct {
  char *name;        /* (owned) */
  char *description; /* (owned) (nullable) */
  char **tags;       /* (owned): name, value, name, value */
} CodatCompanyDraft;

CodatCompanyDraft *codat_company_draft_new (const char *name,
                                            const char *description,
                                            const char *tags,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether Codat could take it as it is. */
gboolean codat_company_draft_check (const CodatCompanyDraft *self, GError **error);
void codat_company_draft_free (CodatCompanyDraft *self);

/* All that stand in a JSON text. */
GPtrArray *codat_company_drafts_read (const char *json,
                                      gsize length,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodatCompanyDraft, codat_company_draft_free)

G_END_DECLS
