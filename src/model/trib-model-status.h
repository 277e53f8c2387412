/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-company.h"
#include "codat-connection.h"

#include "trib-model-types.h"

G_BEGIN_DECLS

/* How the states of Codat are told to a person. */
TribModelStatus trib_model_status_of (CodatConnection *connection);
TribModelStatus trib_model_status_of_company (CodatCompany *company);
/* Smaller needs somebody more; for the order of lists. */
guint trib_model_status_rank (TribModelStatus status);
/* The one of two that a company shows. */
TribModelStatus trib_model_status_worse (TribModelStatus one, TribModelStatus other);
const char *trib_model_status_to_text (TribModelStatus status); /* translated */
/* The newest active error of the platform: (nullable), borrowed from the connection. */
const CodatConnectionFault *trib_model_status_newest_fault (CodatConnection *connection);
/* Its words, plain text: (transfer full) (nullable). */
char *trib_model_status_dup_fault_text (CodatConnection *connection) G_GNUC_WARN_UNUSED_RESULT;
/* The company name that the platform reported: (transfer full) (nullable). */
char *trib_model_status_dup_organisation (CodatConnection *connection) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
