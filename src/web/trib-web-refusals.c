/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-refusals.h"

/* Everything that a page may ask for beyond being shown, and the one answer to it: no. Nothing here
 * has a state or knows the sign-in. */

static gboolean
permission_request_cb (WebKitWebView *view, WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);
  return TRUE;
}

static gboolean
query_permission_state_cb (WebKitWebView *view, WebKitPermissionStateQuery *query)
{
  webkit_permission_state_query_finish (query, WEBKIT_PERMISSION_STATE_DENIED);
  return TRUE;
}

/* A box of our own that asks for a password would teach people to type it anywhere. */
static gboolean
authenticate_cb (WebKitWebView *view, WebKitAuthenticationRequest *request)
{
  webkit_authentication_request_cancel (request);
  return TRUE;
}

static gboolean
script_dialog_cb (WebKitWebView *view, WebKitScriptDialog *dialog)
{
  WebKitScriptDialogType type = webkit_script_dialog_get_dialog_type (dialog);

  /* Leaving is never held up; everything else gets the answer "no". */
  if (type == WEBKIT_SCRIPT_DIALOG_BEFORE_UNLOAD_CONFIRM)
    webkit_script_dialog_confirm_set_confirmed (dialog, TRUE);
  else if (type == WEBKIT_SCRIPT_DIALOG_CONFIRM)
    webkit_script_dialog_confirm_set_confirmed (dialog, FALSE);
  return TRUE;
}

static gboolean
run_file_chooser_cb (WebKitWebView *view, WebKitFileChooserRequest *request)
{
  webkit_file_chooser_request_cancel (request);
  return TRUE;
}

static gboolean
run_color_chooser_cb (WebKitWebView *view, WebKitColorChooserRequest *request)
{
  webkit_color_chooser_request_cancel (request);
  return TRUE;
}

static gboolean
refuse_cb (void)
{
  return TRUE;
}

static gboolean
is_harmless (WebKitContextMenuAction action)
{
  static const WebKitContextMenuAction harmless[] = {
    WEBKIT_CONTEXT_MENU_ACTION_CUT,        WEBKIT_CONTEXT_MENU_ACTION_COPY,
    WEBKIT_CONTEXT_MENU_ACTION_PASTE,      WEBKIT_CONTEXT_MENU_ACTION_DELETE,
    WEBKIT_CONTEXT_MENU_ACTION_SELECT_ALL, WEBKIT_CONTEXT_MENU_ACTION_RELOAD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++) {
    if (harmless[i] == action)
      return TRUE;
  }
  return FALSE;
}

static gboolean
context_menu_cb (WebKitWebView *view, WebKitContextMenu *menu)
{
  guint position = webkit_context_menu_get_n_items (menu);

  while (position > 0) {
    WebKitContextMenuItem *item = webkit_context_menu_get_item_at_position (menu, --position);

    if (!is_harmless (webkit_context_menu_item_get_stock_action (item)))
      webkit_context_menu_remove (menu, item);
  }
  return webkit_context_menu_get_n_items (menu) == 0;
}

/**
 * trib_web_refuse_extras:
 * @view: a view that was just made
 *
 * Answers every request of its pages for something beyond being shown.
 */
void
trib_web_refuse_extras (WebKitWebView *view)
{
  g_signal_connect (view, "permission-request", G_CALLBACK (permission_request_cb), NULL);
  g_signal_connect (view, "query-permission-state", G_CALLBACK (query_permission_state_cb), NULL);
  g_signal_connect (view, "authenticate", G_CALLBACK (authenticate_cb), NULL);
  g_signal_connect (view, "script-dialog", G_CALLBACK (script_dialog_cb), NULL);
  g_signal_connect (view, "run-file-chooser", G_CALLBACK (run_file_chooser_cb), NULL);
  g_signal_connect (view, "run-color-chooser", G_CALLBACK (run_color_chooser_cb), NULL);
  g_signal_connect (view, "print", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "enter-fullscreen", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "show-notification", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "context-menu", G_CALLBACK (context_menu_cb), NULL);
}
