/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-listed.h"

#include "codat-client-admin.h"

static const char *const columns[] = { "id", "name", "createdDate", NULL };
static const CtlShape list_shape = { CTL_SHAPE_RESULTS, columns, NULL };
/* The only time that a key can be seen. */
static const char *const new_columns[] = { "id", "name", "apiKey", "createdDate", NULL };
static const CtlShape new_shape = { CTL_SHAPE_ONE, new_columns, NULL };

static CtlRecord *
make_record (gpointer row)
{
  CodatApiKey *key = row;
  CtlRecord *record = ctl_record_new ();

  ctl_record_add (record, "id", codat_api_key_get_id (key));
  ctl_record_add (record, "name", codat_api_key_get_name (key));
  ctl_record_add (record, "apiKey", codat_api_key_get_secret (key));
  ctl_record_add_date (record, "createdDate", codat_api_key_get_created (key));
  return record;
}

static const char *
get_id (gpointer row)
{
  return codat_api_key_get_id (row);
}

static const CtlListed kind = {
  &list_shape,
  make_record,
  get_id,
  codat_client_list_api_keys_async,
  codat_client_list_api_keys_finish,
  codat_client_delete_api_key_async,
  codat_client_delete_api_key_finish,
  "Delete this API key? Whatever uses it will stop working.",
  "There is no API key of this id",
};

void
ctl_keys_list (CtlRun *run)
{
  ctl_listed_list (run, &kind);
}

void
ctl_keys_delete (CtlRun *run)
{
  ctl_listed_delete (run, &kind);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer run)
{
  GError *error = NULL;
  gpointer key = codat_client_create_api_key_finish (CODAT_CLIENT (source), result, &error);

  ctl_answer_one (run, &new_shape, make_record, key, error);
}

void
ctl_keys_create (CtlRun *run)
{
  codat_client_create_api_key_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_run_get_cancellable (run), created_cb, run);
}
