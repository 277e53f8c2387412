/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_VALIDATION_ISSUE (codat_validation_issue_get_type ())

G_DECLARE_FINAL_TYPE (
    CodatValidationIssue, codat_validation_issue, CODAT, VALIDATION_ISSUE, GObject)

/* Immutable. Getters return borrowed values; (nullable) unless said. */
const char *codat_validation_issue_get_rule_id (CodatValidationIssue *self);
const char *codat_validation_issue_get_item_id (CodatValidationIssue *self);
const char *codat_validation_issue_get_message (CodatValidationIssue *self); /* not nullable */
const char *codat_validation_issue_get_validator_name (CodatValidationIssue *self);
gboolean codat_validation_issue_get_is_warning (CodatValidationIssue *self);

G_END_DECLS
