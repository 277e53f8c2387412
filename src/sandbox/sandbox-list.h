/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-exchange.h"
#include "sandbox-query.h"

G_BEGIN_DECLS

/* What can be listed page by page. A row that is NULL does not count. */
typedef struct {
  const char *type_name;
  guint n_rows;
  gboolean has_holes;
  gpointer owner;
  gpointer (*get_row) (gpointer owner, guint row);
  void (*release_row) (gpointer owner, gpointer item); /* (nullable) */
  SandboxQueryValues get_values;
  SandboxQueryValues get_tag_values; /* (nullable): for the tags parameter */
  void (*write_row) (gpointer owner, gpointer item, SandboxJson *json);
} SandboxList;

/* Answers with one page, after the parameters page, pageSize, query, tags and orderBy. */
void sandbox_list_answer (const SandboxList *self,
                          const SandboxRequest *request,
                          SandboxResponse *response);

G_END_DECLS
