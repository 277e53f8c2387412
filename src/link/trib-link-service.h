/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "trib-link-types.h"

G_BEGIN_DECLS

/* What Codat says about one connection: plain values, filled in by the service. */
typedef struct {
  TribLinkTruth truth;
  char *platform_name; /* (nullable) */
  char
      *platform_message; /* (nullable): the newest active error of the platform, in its own words */
  char *organisation;    /* (nullable): the company name that the platform reported */
} TribLinkCheck;

TribLinkCheck *trib_link_check_copy (const TribLinkCheck *check) G_GNUC_WARN_UNUSED_RESULT;
void trib_link_check_free (TribLinkCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribLinkCheck, trib_link_check_free)

/* A fresh link: a connection id and a secret address that works once. */
typedef struct {
  char *connection_id;
  char *uri;          /* wiped when freed */
  gboolean is_linked; /* before anybody signs in with it */
  guint life;         /* how long it works, in seconds */
} TribLinkTicket;

void trib_link_ticket_free (TribLinkTicket *ticket);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribLinkTicket, trib_link_ticket_free)

/* check is NULL when there was no answer; it is borrowed. */
typedef void (*TribLinkFollowFunc) (const TribLinkCheck *check, gpointer data);

#define TRIB_LINK_TYPE_SERVICE (trib_link_service_get_type ())

G_DECLARE_INTERFACE (TribLinkService, trib_link_service, TRIB_LINK, SERVICE, GObject)

/**
 * TribLinkServiceInterface:
 *
 * The one upward call of this room: a session asks a service for a link and for the truth. The
 * program's service is in model/, over the Codat client; tests bring their own.
 */
struct _TribLinkServiceInterface {
  GTypeInterface parent_iface;

  /* connection_id is NULL the first time: the service makes a connection or takes up a pending one.
   */
  void (*fetch_ticket_async) (TribLinkService *self,
                              const char *connection_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
  TribLinkTicket *(*fetch_ticket_finish) (TribLinkService *self,
                                          GAsyncResult *result,
                                          GError **error);
  void (*check_async) (TribLinkService *self,
                       const char *connection_id,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);
  TribLinkCheck *(*check_finish) (TribLinkService *self, GAsyncResult *result, GError **error);

  /* The service knows how often it may ask, and who else asks the same. */
  void (*follow) (TribLinkService *self,
                  const char *connection_id,
                  TribLinkFollowFunc func,
                  gpointer data);
  void (*unfollow) (TribLinkService *self);
};

void trib_link_service_fetch_ticket_async (TribLinkService *self,
                                           const char *connection_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer data);
TribLinkTicket *trib_link_service_fetch_ticket_finish (TribLinkService *self,
                                                       GAsyncResult *result,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_link_service_check_async (TribLinkService *self,
                                    const char *connection_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
TribLinkCheck *trib_link_service_check_finish (TribLinkService *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void trib_link_service_follow (TribLinkService *self,
                               const char *connection_id,
                               TribLinkFollowFunc func,
                               gpointer data);
void trib_link_service_unfollow (TribLinkService *self);

G_END_DECLS
