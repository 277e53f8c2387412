/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-application.h"

#include "trib-log.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/prctl.h>

int
main (int argc, char *argv[])
{
  g_autoptr (TribAppApplication) application = NULL;
  int status;

  trib_log_install (FALSE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
#if !TRIB_DEVEL
  /* The API key is in this process: no core file, and no other process looks into it. */
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif

  application = trib_app_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : trib_app_application_get_status (application);
}
