/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-change.h"

#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-json.h"

#include "trib-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_TAGS 10

/* Codat keeps no name of a change, so each kind is found again in its own way: a company by its
 * mark, connections and keys by what was not there before, everything else by its id. */

/* Whether a list has all there is, and nothing that nobody understands. */
static gboolean
is_whole (GObject *list)
{
  return list != NULL && !codat_page_get_has_next (CODAT_PAGE (list)) &&
         codat_page_get_n_received (CODAT_PAGE (list)) ==
             g_list_model_get_n_items (G_LIST_MODEL (list));
}

static CodatVerdict
judge_company (const CodatChange *change, GObject *found, const GError *problem, gpointer *result)
{
  guint length = found != NULL ? g_list_model_get_n_items (G_LIST_MODEL (found)) : 0;

  /* A server may not understand the question and answer with anything. */
  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatCompany) company = g_list_model_get_item (G_LIST_MODEL (found), i);

    if (g_strcmp0 (codat_company_get_tag (company, CODAT_MARK), change->id) != 0)
      continue;
    *result = g_steal_pointer (&company);
    return CODAT_VERDICT_DONE;
  }
  return is_whole (found) ? CODAT_VERDICT_NOT_DONE : CODAT_VERDICT_UNKNOWN;
}

static gboolean
is_known (const CodatChange *change, const char *id)
{
  return change->known != NULL && g_hash_table_contains (change->known, id);
}

/* The value of a member of what was sent. */
static char *
dup_sent (const CodatChange *change, const char *member)
{
  g_autoptr (CodatJson) root = codat_json_parse (change->call->body, -1, NULL);

  return root != NULL ? codat_json_dup_text (root, member) : NULL;
}

static CodatVerdict
judge_new_connection (const CodatChange *change,
                      GObject *found,
                      const GError *problem,
                      gpointer *result)
{
  g_autofree char *wanted = dup_sent (change, "platformKey");
  guint length = found != NULL ? g_list_model_get_n_items (G_LIST_MODEL (found)) : 0;
  gboolean is_clear = is_whole (found);

  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatConnection) row = g_list_model_get_item (G_LIST_MODEL (found), i);
    const char *key = codat_connection_get_integration_key (row);

    if (is_known (change, codat_connection_get_id (row)))
      continue;
    /* It may be this one, or somebody else's. */
    if (key == NULL)
      is_clear = FALSE;
    if (key == NULL || g_strcmp0 (key, wanted) != 0)
      continue;
    *result = g_steal_pointer (&row);
    return CODAT_VERDICT_DONE;
  }
  return is_clear ? CODAT_VERDICT_NOT_DONE : CODAT_VERDICT_UNKNOWN;
}

static CodatVerdict
judge_new_key (const CodatChange *change, GObject *found, const GError *problem, gpointer *result)
{
  g_autofree char *wanted = dup_sent (change, "name");
  guint length = found != NULL ? g_list_model_get_n_items (G_LIST_MODEL (found)) : 0;

  for (guint i = 0; i < length; i++) {
    g_autoptr (CodatApiKey) row = g_list_model_get_item (G_LIST_MODEL (found), i);

    if (!is_known (change, codat_api_key_get_id (row)) &&
        g_strcmp0 (codat_api_key_get_name (row), wanted) == 0)
      return CODAT_VERDICT_LOST;
  }
  return is_whole (found) ? CODAT_VERDICT_NOT_DONE : CODAT_VERDICT_UNKNOWN;
}

static CodatVerdict
judge_unlinked (const CodatChange *change, GObject *found, const GError *problem, gpointer *result)
{
  if (found == NULL)
    return CODAT_VERDICT_UNKNOWN;
  if (codat_connection_get_status (CODAT_CONNECTION (found)) != CODAT_CONNECTION_STATUS_UNLINKED)
    return CODAT_VERDICT_NOT_DONE;
  *result = g_object_ref (found);
  return CODAT_VERDICT_DONE;
}

static CodatVerdict
judge_gone (const CodatChange *change, GObject *found, const GError *problem, gpointer *result)
{
  if (found != NULL)
    return CODAT_VERDICT_NOT_DONE;
  if (!g_error_matches (problem, CODAT_ERROR, CODAT_ERROR_NOT_FOUND))
    return CODAT_VERDICT_UNKNOWN;
  *result = GINT_TO_POINTER (TRUE);
  return CODAT_VERDICT_DONE;
}

static GHashTable *
new_ids (GListModel *list)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = g_list_model_get_n_items (list);

  for (guint i = 0; i < length; i++) {
    g_autoptr (GObject) row = g_list_model_get_item (list, i);

    if (CODAT_IS_CONNECTION (row))
      g_hash_table_add (ids, g_strdup (codat_connection_get_id (CODAT_CONNECTION (row))));
    else if (CODAT_IS_WEBHOOK (row))
      g_hash_table_add (ids, g_strdup (codat_webhook_get_id (CODAT_WEBHOOK (row))));
    else if (CODAT_IS_API_KEY (row))
      g_hash_table_add (ids, g_strdup (codat_api_key_get_id (CODAT_API_KEY (row))));
  }
  return ids;
}

/* Neither webhooks nor keys can be got alone, so the look is at the whole list. */
static CodatVerdict
judge_not_listed (const CodatChange *change,
                  GObject *found,
                  const GError *problem,
                  gpointer *result)
{
  g_autoptr (GHashTable) ids = NULL;

  if (found == NULL)
    return CODAT_VERDICT_UNKNOWN;
  ids = new_ids (G_LIST_MODEL (found));
  if (g_hash_table_contains (ids, codat_call_get_id (change->call)))
    return CODAT_VERDICT_NOT_DONE;
  if (!is_whole (found))
    return CODAT_VERDICT_UNKNOWN;
  *result = GINT_TO_POINTER (TRUE);
  return CODAT_VERDICT_DONE;
}

static const CodatCare cares[] = {
  { CODAT_OP_CREATE_COMPANY, CODAT_OP_LIST_COMPANIES, judge_company },
  { CODAT_OP_CREATE_CONNECTION, CODAT_OP_LIST_CONNECTIONS, judge_new_connection, TRUE },
  { CODAT_OP_CREATE_API_KEY, CODAT_OP_LIST_API_KEYS, judge_new_key, TRUE },
  { CODAT_OP_UNLINK_CONNECTION, CODAT_OP_GET_CONNECTION, judge_unlinked, FALSE, TRUE },
  { CODAT_OP_DELETE_CONNECTION, CODAT_OP_GET_CONNECTION, judge_gone, FALSE, TRUE },
  { CODAT_OP_DELETE_COMPANY, CODAT_OP_GET_COMPANY, judge_gone, FALSE, TRUE },
  { CODAT_OP_DELETE_WEBHOOK, CODAT_OP_LIST_WEBHOOKS, judge_not_listed, FALSE, TRUE },
  { CODAT_OP_DELETE_API_KEY, CODAT_OP_LIST_API_KEYS, judge_not_listed, FALSE, TRUE },
};

const CodatCare *
codat_care_find (CodatOp op)
{
  for (guint i = 0; i < G_N_ELEMENTS (cares); i++) {
    if (cares[i].op == op)
      return &cares[i];
  }
  return NULL;
}

CodatCall *
codat_change_new_look (const CodatChange *change)
{
  CodatOp look = change->care->look;
  CodatCall *call = codat_call_new (look, change->call->ids[0], change->call->ids[1]);
  g_autofree char *tags = g_strconcat (CODAT_MARK "=", change->id, NULL);

  if (look == CODAT_OP_LIST_COMPANIES)
    call->query = codat_client_new_company_query (NULL, tags, NULL, 1, 100);
  else if (look == CODAT_OP_LIST_CONNECTIONS)
    call->query = codat_client_new_page_query (NULL, NULL, 1, 1000);
  return call;
}

void
codat_change_take_known (CodatChange *change, GListModel *list)
{
  change->can_look = is_whole (G_OBJECT (list));
  change->known = new_ids (list);
}

gboolean
codat_change_is_nowhere (const CodatChange *change, const GError *problem)
{
  const CodatOperation *look = codat_operation_get (change->care->look);

  /* At a list that has no place of its own, "not found" is the word of somebody else. */
  return g_error_matches (problem, CODAT_ERROR, CODAT_ERROR_NOT_FOUND) &&
         strchr (look->path, '{') != NULL;
}

char **
codat_tags_add_mark (const char *const *tags, const char *mark)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  /* A copy of a marked company is another company. */
  for (guint i = 0; tags != NULL && tags[i] != NULL && tags[i + 1] != NULL; i += 2) {
    if (g_str_equal (tags[i], CODAT_MARK))
      continue;
    g_strv_builder_add_many (builder, tags[i], tags[i + 1], NULL);
    n++;
  }
  if (n >= MAX_TAGS)
    return NULL;
  g_strv_builder_add_many (builder, CODAT_MARK, mark, NULL);
  return g_strv_builder_end (builder);
}

CodatChange *
codat_change_new (CodatCall *call, const char *id)
{
  CodatChange *change = g_new0 (CodatChange, 1);

  change->care = codat_care_find (codat_operation_get_op (call->operation));
  change->call = call;
  change->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  change->key = g_strdup (change->id);
  /* Two companies may well have one name, so one without a mark is not looked for. */
  change->can_look = id != NULL || change->care->op != CODAT_OP_CREATE_COMPANY;
  return change;
}

void
codat_change_free (CodatChange *change)
{
  codat_call_free (change->call);
  g_free (change->id);
  g_free (change->key);
  g_clear_pointer (&change->known, g_hash_table_unref);
  g_clear_error (&change->doubt);
  g_free (change);
}

/* What is sent, without the mark, which is another one each time. */
static char *
dup_plain_body (const CodatChange *change)
{
  g_auto (GStrv) parts =
      g_strsplit (change->call->body != NULL ? change->call->body : "", change->id, -1);

  return g_strjoinv ("", parts);
}

gboolean
codat_change_is_resumed (const CodatChange *change)
{
  return change->was_sent && change->n_sent == 0;
}

gboolean
codat_change_is_same (const CodatChange *change, const CodatChange *other)
{
  g_autofree char *body = dup_plain_body (change);
  g_autofree char *other_body = dup_plain_body (other);

  return change->care == other->care && g_strcmp0 (change->call->path, other->call->path) == 0 &&
         g_str_equal (body, other_body);
}

char *
codat_change_dup_name (const CodatChange *change)
{
  return change->call->body != NULL ? dup_sent (change, "name") : NULL;
}

static void
add_texts (JsonBuilder *builder, const char *member, const char *const *texts, guint length)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < length && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

char *
codat_change_to_record (const CodatChange *change)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "operation", change->call->operation->id);
  add_text (builder, "id", change->id);
  add_text (builder, "key", change->key);
  add_text (builder, "body", change->call->body);
  add_texts (builder, "ids", (const char *const *) change->call->ids, CODAT_MAX_IDS);
  if (change->known != NULL) {
    g_autofree const char **known =
        (const char **) g_hash_table_get_keys_as_array (change->known, NULL);

    add_texts (builder, "known", known, G_MAXUINT);
  }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static GHashTable *
read_ids (CodatJson *object, const char *member)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) texts = codat_json_dup_strv (object, member);

  for (guint i = 0; texts[i] != NULL; i++)
    g_hash_table_add (ids, g_strdup (texts[i]));
  return ids;
}

static CodatChange *
read_record (CodatJson *object, CodatOp op)
{
  g_auto (GStrv) ids = codat_json_dup_strv (object, "ids");
  const char *id = codat_json_get_guid (object, "id");
  const char *key = codat_json_get_guid (object, "key");
  guint length = g_strv_length (ids);
  CodatCall *call = codat_call_new (op, length > 0 ? ids[0] : NULL, length > 1 ? ids[1] : NULL);
  CodatChange *change;

  if (call->error != NULL || id == NULL || key == NULL) {
    codat_call_free (call);
    return NULL;
  }
  call->body = codat_json_dup_text (object, "body");
  change = codat_change_new (call, id);
  g_free (change->key);
  change->key = g_strdup (key);
  if (codat_json_get_array (object, "known") != NULL)
    change->known = read_ids (object, "known");
  change->was_sent = TRUE;
  return change;
}

CodatChange *
codat_change_new_from_record (const char *record, GError **error)
{
  g_autoptr (CodatJson) root = codat_json_parse (record, -1, NULL);
  CodatChange *change = NULL;

  if (codat_json_is (root, CODAT_JSON_OBJECT)) {
    CodatOp op = codat_operation_find (codat_json_get_string (root, "operation"));

    if (op < CODAT_N_OPS && codat_care_find (op) != NULL)
      change = read_record (root, op);
  }
  if (change == NULL)
    g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ARGUMENT,
                         "The text is not the record of a change");
  return change;
}
