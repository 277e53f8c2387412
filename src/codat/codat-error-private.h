/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-error.h"

G_BEGIN_DECLS

/* What an answer said beside its status. */
typedef struct {
  guint http_status;
  char *correlation_id; /* (owned) (nullable) */
  char *server_text;    /* (owned) (nullable) */
  gint64 detailed_code;
  char **validation;  /* (owned) (nullable) */
  gint64 retry_after; /* seconds, -1 for none */
} CodatErrorDetails;

void codat_error_details_clear (CodatErrorDetails *details);
/* Copies details into an error of this room. */
void codat_error_set_details (GError *error, const CodatErrorDetails *details);
/* The code for a status that is no success. */
CodatErrorCode codat_error_code_for_status (guint http_status);

G_END_DECLS
