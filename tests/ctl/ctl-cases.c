/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-cases.h"

#define L CTL_CASE_LOCAL
#define R CTL_CASE_READS
#define X (CTL_CASE_REMOVES | CTL_CASE_EMPTY)

const CtlCase ctl_cases[] = {
  { "accounts list", "", L },
  { "accounts add", "One", L },
  { "accounts use", "One", L },
  { "accounts remove", "One", L | X },
  { "accounts check", "", R },
  { "companies list", "", R },
  { "companies show", "{company}", R },
  { "companies find", "vale", R },
  { "companies create", "Made", 0 },
  { "companies update", "{company} --description New", 0 },
  { "companies delete", "{company}", X },
  { "companies export", "", R },
  { "companies import", "{dir}/import.csv", 0 },
  { "integrations list", "", R },
  { "integrations show", "gbol", R },
  { "integrations branding", "gbol", R },
  { "connections list", "{company}", R },
  { "connections show", "{company} {connection}", R },
  { "connections create", "{company} gbol", 0 },
  { "connections link", "{company} {connection}", 0 },
  { "connections unlink", "{company} {connection}", CTL_CASE_REMOVES },
  { "connections delete", "{company} {connection}", X },
  { "data status", "{company}", R },
  { "data refresh", "{company}", CTL_CASE_EMPTY },
  { "data history", "{company}", R },
  { "data watch", "{company}", 0 },
  { "profile show", "", R },
  { "webhooks list", "", R },
  { "webhooks create", "https://hooks.example/codat", 0 },
  { "webhooks delete", "00000000-0000-4000-8000-000000000000", X },
  { "webhooks verify", "", L },
  { "keys list", "", R },
  { "keys create", "Till", 0 },
  { "keys delete", "nobody", X },
  { "redirect check", "--template https://e.com/?c={statusCode} https://e.com/?c=200", L },
  { "status", "", 0 },
  { NULL },
};
