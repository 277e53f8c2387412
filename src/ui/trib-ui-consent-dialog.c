/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-consent-dialog.h"

#include "trib-ui-reading-dialog.h"

#include "trib-model-consent.h"
#include "trib-model-time.h"
#include "trib-text.h"

#include <glib/gi18n.h>

/* What was agreed to, word by word. */

#define MAX_NAME 200

static char *
format_heading (const TribModelConsent *consent)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (consent->at / G_USEC_PER_SEC);
  g_autofree char *exact = time != NULL ? trib_model_time_exact (time) : NULL;
  g_autofree char *by = trib_text_for_display (consent->by, MAX_NAME);

  /* Translators: %1$s is a person, %2$s a day and a time. */
  return g_strdup_printf (_ ("%1$s agreed on %2$s"), by, exact != NULL ? exact : "—");
}

/* (nullable): what holds. */
static char *
format_end (const TribModelConsent *consent)
{
  g_autoptr (GDateTime) time =
      consent->withdrawn_at != 0
          ? g_date_time_new_from_unix_utc (consent->withdrawn_at / G_USEC_PER_SEC)
          : NULL;
  g_autofree char *exact = time != NULL ? trib_model_time_exact (time) : NULL;

  /* Translators: %s is a day and a time. */
  return exact != NULL
      ? g_strdup_printf (_ ("Withdrawn on %s, when the connection was ended here"), exact)
      : NULL;
}

static char *
format_subject (const TribModelConsent *consent)
{
  g_autofree char *company = trib_text_for_display (consent->company_name, MAX_NAME);
  g_autofree char *platform = trib_text_for_display (consent->platform_name, MAX_NAME);

  /* Translators: %1$s is a company, %2$s a platform. */
  return g_strdup_printf (_ ("For %1$s, before signing in at %2$s"), company, platform);
}

/**
 * trib_ui_consent_dialog_new:
 * @parent: (nullable): the window in front of which it stands
 * @consents: (element-type TribModelConsent): what was agreed to, the newest first; used during
 *   the call only
 *
 * Returns: (transfer none): a dialog to present; GTK owns it
 */
GtkWidget *
trib_ui_consent_dialog_new (GtkWindow *parent, GPtrArray *consents)
{
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) trib_ui_reading_part_free);

  g_return_val_if_fail (consents != NULL, NULL);
  for (guint i = 0; i < consents->len; i++) {
    const TribModelConsent *consent = consents->pdata[i];
    TribUiReadingPart *part = g_new0 (TribUiReadingPart, 1);

    part->heading = format_heading (consent);
    part->subtitle = format_subject (consent);
    part->note = format_end (consent);
    part->body = g_strdup (consent->text);
    g_ptr_array_add (parts, part);
  }
  return trib_ui_reading_dialog_new (parent, _ ("What Was Agreed"), parts);
}
