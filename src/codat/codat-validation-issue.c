/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-validation-issue.h"

#include "codat-json.h"

/* One thing that Codat found wrong in fetched data. Immutable; made from an answer, usable in any
 * thread.
 */
struct _CodatValidationIssue {
  GObject parent_instance;

  char *rule_id;        /* (owned) (nullable) */
  char *item_id;        /* (owned) (nullable) */
  char *message;        /* (owned) */
  char *validator_name; /* (owned) (nullable) */
  gboolean is_warning;
};

G_DEFINE_FINAL_TYPE (CodatValidationIssue, codat_validation_issue, G_TYPE_OBJECT)

static void
codat_validation_issue_finalize (GObject *object)
{
  CodatValidationIssue *self = CODAT_VALIDATION_ISSUE (object);

  g_clear_pointer (&self->rule_id, g_free);
  g_clear_pointer (&self->item_id, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->validator_name, g_free);
  G_OBJECT_CLASS (codat_validation_issue_parent_class)->finalize (object);
}

static void
codat_validation_issue_class_init (CodatValidationIssueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_validation_issue_finalize;
}

static void
codat_validation_issue_init (CodatValidationIssue *self)
{
}

CodatValidationIssue *
codat_validation_issue_new_from_json (CodatJson *object, GError **error)
{
  CodatValidationIssue *self = g_object_new (CODAT_TYPE_VALIDATION_ISSUE, NULL);

  self->rule_id = g_strdup (codat_json_get_string (object, "ruleId"));
  self->item_id = g_strdup (codat_json_get_string (object, "itemId"));
  self->message = codat_json_dup_text (object, "message");
  self->validator_name = g_strdup (codat_json_get_string (object, "validatorName"));
  return self;
}

CodatValidationIssue *
codat_validation_issue_new_from_node (CodatJson *node, GError **error)
{
  CodatJson *object = codat_json_node_get_object (node, "ValidationItem", error);

  return object != NULL ? codat_validation_issue_new_from_json (object, error) : NULL;
}

static void
add_issues (GListStore *store, CodatJson *object, const char *member, gboolean is_warning)
{
  CodatJson *array = codat_json_get_array (object, member);

  for (CodatJson *item = codat_json_get_first (array); item; item = codat_json_get_next (item)) {
    g_autoptr (CodatValidationIssue) issue = codat_json_is (item, CODAT_JSON_OBJECT)
                                                 ? codat_validation_issue_new_from_json (item, NULL)
                                                 : NULL;

    if (issue == NULL)
      continue;
    issue->is_warning = is_warning;
    g_list_store_append (store, issue);
  }
}

GListModel *
codat_validation_issues_new_from_node (CodatJson *root, GError **error)
{
  CodatJson *object = codat_json_node_get_object (root, "the validation", error);
  GListStore *store;

  if (object == NULL)
    return NULL;
  store = g_list_store_new (CODAT_TYPE_VALIDATION_ISSUE);
  add_issues (store, object, "errors", FALSE);
  add_issues (store, object, "warnings", TRUE);
  return G_LIST_MODEL (store);
}

/**
 * codat_validation_issue_get_rule_id:
 * @self: an issue
 *
 * Returns: (nullable) (transfer none): the rule that was broken
 */
const char *
codat_validation_issue_get_rule_id (CodatValidationIssue *self)
{
  g_return_val_if_fail (CODAT_IS_VALIDATION_ISSUE (self), NULL);
  return self->rule_id;
}

/**
 * codat_validation_issue_get_item_id:
 * @self: an issue
 *
 * Returns: (nullable) (transfer none): the item that broke it
 */
const char *
codat_validation_issue_get_item_id (CodatValidationIssue *self)
{
  g_return_val_if_fail (CODAT_IS_VALIDATION_ISSUE (self), NULL);
  return self->item_id;
}

/**
 * codat_validation_issue_get_message:
 * @self: an issue
 *
 * Returns: (transfer none): what is wrong in the words of the server, maybe ""
 */
const char *
codat_validation_issue_get_message (CodatValidationIssue *self)
{
  g_return_val_if_fail (CODAT_IS_VALIDATION_ISSUE (self), NULL);
  return self->message;
}

/**
 * codat_validation_issue_get_validator_name:
 * @self: an issue
 *
 * Returns: (nullable) (transfer none): who found it
 */
const char *
codat_validation_issue_get_validator_name (CodatValidationIssue *self)
{
  g_return_val_if_fail (CODAT_IS_VALIDATION_ISSUE (self), NULL);
  return self->validator_name;
}

/**
 * codat_validation_issue_get_is_warning:
 * @self: an issue
 *
 * Returns: whether it is only a warning
 */
gboolean
codat_validation_issue_get_is_warning (CodatValidationIssue *self)
{
  g_return_val_if_fail (CODAT_IS_VALIDATION_ISSUE (self), FALSE);
  return self->is_warning;
}
