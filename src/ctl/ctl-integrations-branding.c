/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fields.h"
#include "ctl-verbs-private.h"

#include <errno.h>
#include <string.h>

static const char *const columns[] = { "logo", "button", "sourceId", NULL };
static const CtlShape shape = { CTL_SHAPE_ONE, columns, NULL };

static const struct {
  CodatBrandImage image;
  const char *name;
} images[] = {
  { CODAT_BRAND_IMAGE_LOGO_FULL, "logo-full" },
  { CODAT_BRAND_IMAGE_LOGO_SQUARE, "logo-square" },
  { CODAT_BRAND_IMAGE_BUTTON_DEFAULT, "button-default" },
  { CODAT_BRAND_IMAGE_BUTTON_HOVER, "button-hover" },
};

/* The branding of a platform, and its images one after the other into a folder. */
typedef struct {
  CodatBranding *branding; /* (owned) */
  guint next;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->branding);
  g_free (saving);
}

static void save_next (CtlRun *run);

static gboolean
save_image (CtlRun *run, const char *name, GBytes *bytes, GError **error)
{
  const char *directory = ctl_options_get (ctl_run_get_options (run), "save");
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *suffix = size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0 ? "jpg" : "png";
  g_autofree char *file = g_strdup_printf ("%s-%s.%s", ctl_run_get_argument (run, 0), name, suffix);
  g_autofree char *path = g_build_filename (directory, file, NULL);
  g_autoptr (GError) problem = NULL;

  if (!g_file_set_contents (path, data, (gssize) size, &problem)) {
    g_set_error (error, CTL_ERROR, CTL_EXIT_FAILED, "The image was not saved: %s",
                 problem->message);
    return FALSE;
  }
  ctl_run_remark (run, "%s", path);
  return TRUE;
}

static void
image_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  Saving *saving = ctl_run_get_state (run);
  const char *name = images[saving->next].name;
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
      codat_client_fetch_image_finish (CODAT_CLIENT (source), result, &error);

  if (bytes == NULL || !save_image (run, name, bytes, &error)) {
    ctl_run_fail (run, error);
    return;
  }
  saving->next++;
  save_next (run);
}

static void
save_next (CtlRun *run)
{
  Saving *saving = ctl_run_get_state (run);

  for (; saving->next < G_N_ELEMENTS (images); saving->next++) {
    const char *url = codat_branding_get_image_url (saving->branding, images[saving->next].image);

    if (url == NULL)
      continue;
    codat_client_fetch_image_async (ctl_run_get_client (run), url, ctl_run_get_cancellable (run),
                                    image_cb, run);
    return;
  }
  ctl_print_one (run, &shape, ctl_fields_branding (saving->branding));
}

static void
branding_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *run = data;
  GError *error = NULL;
  g_autoptr (CodatBranding) branding =
      codat_client_get_branding_finish (CODAT_CLIENT (source), result, &error);
  Saving *saving;

  if (branding == NULL) {
    ctl_run_fail (run, error);
    return;
  }
  if (!ctl_options_has (ctl_run_get_options (run), "save")) {
    ctl_print_one (run, &shape, ctl_fields_branding (branding));
    return;
  }
  saving = g_new0 (Saving, 1);
  saving->branding = g_steal_pointer (&branding);
  ctl_run_set_state (run, saving, saving_free);
  save_next (run);
}

void
ctl_integrations_branding (CtlRun *run)
{
  const char *directory = ctl_options_get (ctl_run_get_options (run), "save");

  if (directory != NULL && g_mkdir_with_parents (directory, 0755) != 0)
    ctl_run_fail (run, g_error_new (CTL_ERROR, CTL_EXIT_FAILED, "“%s” is no folder to save in: %s",
                                    directory, g_strerror (errno)));
  else
    codat_client_get_branding_async (ctl_run_get_client (run), ctl_run_get_argument (run, 0),
                                     ctl_run_get_cancellable (run), branding_cb, run);
}
