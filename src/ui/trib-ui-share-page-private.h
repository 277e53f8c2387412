/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-ui-share-page.h"

#include "trib-ui-connection-watch.h"
#include "trib-ui-link-life.h"
#include "trib-ui-problem-box.h"
#include "trib-ui-waiting.h"

G_BEGIN_DECLS

typedef enum {
  WAY_COPY,
  WAY_CODE,
  WAY_MAIL,
} Way;

struct _TribUiSharePage {
  AdwBin parent_instance;

  TribModelInvitation *invitation; /* (owned) */
  TribUiConnectionWatch *watch;    /* (owned) */
  GCancellable *cancellable;       /* (owned) (nullable): while a link is fetched */
  Way way;                         /* what it is fetched for */
  GtkNativeDialog *save_dialog;    /* (owned) (nullable): until it is answered */

  AdwWindowTitle *title; /* (owned) by the template, as all below */
  GtkStack *stack;
  GtkLabel *intro;
  TribUiProblemBox *problem;
  TribUiWaiting *waiting;
  GtkStack *result_stack;
  GtkWidget *result;
  GtkLabel *result_label;
  GtkLabel *expires_label;
  TribUiLinkLife *link_life;
  GtkDropDown *who_row;
  GtkWidget *copy_button;
  GtkWidget *code_group;
  GtkWidget *code_button;
  GtkLabel *code_label;
  GtkRevealer *code_revealer;
  GtkPicture *code;
  GtkEditable *recipient;
  GtkEditable *subject;
  GtkTextView *letter;
  AdwStatusPage *done_page;
  GtkWidget *done_button;
  GtkWidget *badge;
  GtkWidget *support;
};

/* trib-ui-share-page.c */
void trib_ui_share_page_say (TribUiSharePage *self, const char *text);
void trib_ui_share_page_set_problem (TribUiSharePage *self, const GError *error);

/* trib-ui-share-ways.c */
void trib_ui_share_page_set_texts (TribUiSharePage *self);
char *trib_ui_share_page_dup_mail (TribUiSharePage *self,
                                   const char *uri) G_GNUC_WARN_UNUSED_RESULT;
void trib_ui_share_page_wipe (char *text);
gboolean trib_ui_share_page_open_mail (TribUiSharePage *self, const char *mail);
void trib_ui_share_page_scroll_to_code (TribUiSharePage *self);
void trib_ui_share_page_print (TribUiSharePage *self);
void trib_ui_share_page_save (TribUiSharePage *self);
void trib_ui_share_page_stop_saving (TribUiSharePage *self);
void trib_ui_share_page_export (TribUiSharePage *self, const char *filename);

G_END_DECLS
