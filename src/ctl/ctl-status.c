/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-verbs-private.h"

#define PAGE_SIZE 1000

static const char *const columns[] = {
  "companyId", "name", "connectionId", "platformName", "status", "reason", NULL
};
static const char *const table_columns[] = { "companyId", "name", "platformName", "reason", NULL };
static const CtlShape shape = { CTL_SHAPE_RESULTS, columns, table_columns };

/* What the platform or Codat said last and has not taken back. */
static const char *
find_fault (CodatConnection *connection)
{
  for (guint i = 0; i < codat_connection_get_n_faults (connection); i++) {
    const CodatConnectionFault *fault = codat_connection_get_fault (connection, i);

    if (fault->is_active || fault->resolved_on == NULL)
      return fault->status_text != NULL ? fault->status_text
                                        : (fault->message != NULL ? fault->message : "Failed");
  }
  return NULL;
}

/* NULL: all is well, or was ended on purpose. */
static const char *
find_reason (CodatConnection *connection)
{
  switch (codat_connection_get_status (connection)) {
  case CODAT_CONNECTION_STATUS_DEAUTHORIZED:
    return "Access was lost: it has to be connected again";
  case CODAT_CONNECTION_STATUS_UNLINKED:
    return NULL;
  case CODAT_CONNECTION_STATUS_PENDING_AUTH:
  case CODAT_CONNECTION_STATUS_LINKED:
  case CODAT_CONNECTION_STATUS_UNKNOWN:
  default:
    return find_fault (connection);
  }
}

static gboolean
take (CtlRun *run, CodatCompany *company)
{
  for (guint i = 0; i < codat_company_get_n_connections (company); i++) {
    CodatConnection *connection = codat_company_get_connection (company, i);
    const char *reason = find_reason (connection);
    CtlRecord *record;

    if (reason == NULL)
      continue;
    record = ctl_record_new ();
    ctl_record_add (record, "companyId", codat_company_get_id (company));
    ctl_record_add (record, "name", codat_company_get_name (company));
    ctl_record_add (record, "connectionId", codat_connection_get_id (connection));
    ctl_record_add (record, "platformName", codat_connection_get_platform_name (connection));
    ctl_record_add (record, "status", codat_connection_get_status_text (connection));
    ctl_record_add (record, "reason", reason);
    ctl_output_take (ctl_run_output (run, &shape), record);
    /* One line for a company, whatever else is wrong with it. */
    break;
  }
  return !ctl_stream_get_failed (ctl_run_get_stream (run));
}

static void
done (CtlRun *run)
{
  gboolean attention = ctl_output_get_n_records (ctl_run_output (run, &shape)) > 0;

  ctl_run_finish_with (run, attention ? CTL_EXIT_ATTENTION : CTL_EXIT_DONE);
}

void
ctl_status (CtlRun *run)
{
  ctl_companies_read (run, NULL, NULL, NULL, PAGE_SIZE, take, done);
}
