/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-app-news.h"
#include "trib-app-window.h"

#include "trib-model-sign-in.h"
#include "trib-ui-company-page.h"

G_BEGIN_DECLS

struct _TribAppWindow {
  AdwApplicationWindow parent_instance;

  TribAppHome *own_home;      /* (owned): what the program was started with */
  TribAppHome *home;          /* (owned): the one in use: its own, or the demo of Welcome */
  TribAppWeb *web;            /* (owned) */
  TribModelAccount *account;  /* (owned) (nullable): the one in use */
  TribAppNews *news;          /* (owned): what is told when nobody looks */
  GSignalGroup *companies;    /* (owned): follows the list of the account in use */
  GCancellable *opening;      /* (owned) (nullable): while a home is being opened */
  char *account_name;         /* (owned) (nullable): asked for by its name or its id */
  char *company_id;           /* (owned) (nullable): to be opened as soon as it is known */
  char *platform_key;         /* (owned) (nullable): to be offered to that company */
  gboolean wants_connections; /* of that company */
  char *share_company_id;     /* (owned) (nullable): whose connection is to be shared when known */
  char *share_connection_id;  /* (owned) (nullable): that connection */

  AdwToastOverlay *toasts;
  AdwToast *toast; /* (weak) (nullable): the last one, while it waits or is shown */
  TribAppPages *pages;
};

/* trib-app-window.c */
void trib_app_window_open_home (TribAppWindow *self, TribAppHome *home);
void trib_app_window_use_account (TribAppWindow *self, TribModelAccount *account, gboolean on_top);

/* trib-app-window-leave.c */
gboolean trib_app_window_end_unlinks (TribAppWindow *self, const char *action);

/* trib-app-window-request.c */
void trib_app_window_open_wanted (TribAppWindow *self);
void trib_app_window_use_account_named (TribAppWindow *self, const char *name);
void trib_app_window_want_company (TribAppWindow *self,
                                   const char *company_id,
                                   const char *platform_key,
                                   gboolean connections);

/* trib-app-window-actions.c */
void trib_app_window_install_actions (GtkWidgetClass *widget_class);
void trib_app_window_update_actions (TribAppWindow *self);
TribUiCompanyPage *trib_app_window_open_company (TribAppWindow *self, TribModelCompany *company);

/* trib-app-window-sign-in.c */
void trib_app_window_sign_in (TribAppWindow *self, TribModelSignIn *sign_in, gboolean embedded);
void trib_app_window_sign_in_to_platform (TribAppWindow *self,
                                          const char *company_id,
                                          const char *platform_key,
                                          const char *integration_id,
                                          gboolean embedded);
void
trib_app_window_reconnect (TribAppWindow *self, const char *company_id, const char *connection_id);
void trib_app_window_reopen (TribAppWindow *self,
                             const char *company_id,
                             const char *connection_id,
                             gboolean embedded);
void trib_app_window_copy_link (TribAppWindow *self);
TribAppNews *trib_app_window_make_news (TribAppWindow *self);
void trib_app_window_share_platform (TribAppWindow *self,
                                     const char *company_id,
                                     const char *platform_key,
                                     const char *integration_id);
void trib_app_window_share_connection (TribAppWindow *self,
                                       const char *company_id,
                                       const char *connection_id);
void trib_app_window_check_again (TribAppWindow *self);
void trib_app_window_share_wanted (TribAppWindow *self);
gboolean trib_app_window_retry_sign_in (TribAppWindow *self, gboolean embedded);

G_END_DECLS
