/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-client.h"
#include "trib-clock.h"
#include "trib-store.h"

G_BEGIN_DECLS

typedef enum {
  TRIB_MODEL_LOAD_IMAGE,    /* by address */
  TRIB_MODEL_LOAD_BRANDING, /* by platform key; the bytes are for trib-model-brand.h */
} TribModelLoad;

#define TRIB_MODEL_TYPE_LOADER (trib_model_loader_get_type ())

G_DECLARE_FINAL_TYPE (TribModelLoader, trib_model_loader, TRIB_MODEL, LOADER, GObject)

/* The brand images and brandings of an account: what was kept on this computer less than seven days
 * ago, else from the server, else what was kept longer. At most 6 are under way at a time. store is
 * (nullable): nothing is kept then. */
TribModelLoader *trib_model_loader_new (CodatClient *client,
                                        TribStore *store,
                                        TribClock *clock,
                                        const char *account_id) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_loader_load_async (TribModelLoader *self,
                                   TribModelLoad what,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
GBytes *trib_model_loader_load_finish (TribModelLoader *self,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
