/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-link-service.h"

G_BEGIN_DECLS

struct _TribModelLinkService {
  GObject parent_instance;

  CodatClient *client;         /* (owned) */
  TribModelCompany *company;   /* (owned) */
  TribModelPlatform *platform; /* (owned) (nullable) */
  guint listener;              /* of the watch, while a connection is followed */
  TribLinkFollowFunc func;     /* (nullable) */
  gpointer func_data;
};

void trib_model_link_service_check_async (TribLinkService *service,
                                          const char *connection_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer data);
TribLinkCheck *trib_model_link_service_check_finish (TribLinkService *service,
                                                     GAsyncResult *result,
                                                     GError **error);
void trib_model_link_service_follow (TribLinkService *service,
                                     const char *connection_id,
                                     TribLinkFollowFunc func,
                                     gpointer data);
void trib_model_link_service_unfollow (TribLinkService *service);

G_END_DECLS
