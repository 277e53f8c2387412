/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-window.h"

#include "trib-app-start-page.h"
#include "trib-app-window-private.h"

#include "trib-text.h"
#include "trib-ui.h"

#include <glib/gi18n.h>

/* The window: pages on one another, a place for toasts, and the actions by which pages ask for what
 * they cannot do themselves. The application owns it. */

G_DEFINE_FINAL_TYPE (TribAppWindow, trib_app_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is wanted is looked for in the account in use only: an answer to one that was left may come
 * late. */
static void
set_account (TribAppWindow *self, TribModelAccount *account)
{
  if (account != self->account) {
    trib_app_news_set_account (self->news, account);
    g_clear_pointer (&self->share_company_id, g_free);
    g_clear_pointer (&self->share_connection_id, g_free);
  }
  g_set_object (&self->account, account);
  g_signal_group_set_target (self->companies,
                             account != NULL ? trib_model_account_get_companies (account) : NULL);
}

static void
show_opening_error (TribAppWindow *self, const GError *error)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);
  TribModelAccounts *accounts = trib_app_home_get_accounts (self->home);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_message ("No account was taken into use: %s", error->message);
  else
    g_message ("What this computer remembers could not be opened: %s", error->message);
  if (TRIB_APP_IS_START_PAGE (page))
    trib_app_start_page_set_error (TRIB_APP_START_PAGE (page), error,
                                   trib_app_home_get_data_dir (self->home),
                                   accounts != NULL ? G_LIST_MODEL (accounts) : NULL);
}

static void
home_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribAppWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TribModelAccount) account =
      trib_app_home_open_finish (TRIB_APP_HOME (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (error != NULL) {
    show_opening_error (self, error);
  } else if (account != NULL) {
    trib_app_window_use_account (
        self, account, trib_app_pages_find (self->pages, TRIB_UI_TYPE_WELCOME_PAGE) != NULL);
  } else {
    trib_app_pages_reset (self->pages, trib_ui_welcome_page_new ());
  }
  if (error == NULL && trib_app_home_get_begun_anew (TRIB_APP_HOME (source)))
    trib_app_window_say (
        self, _ ("What was remembered here was damaged. It was set aside, and you begin anew"));
  trib_app_window_update_actions (self);
}

/* (nullable): whose page is in front. */
static const char *
get_shown_company_id (TribAppWindow *self)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);

  if (TRIB_UI_IS_COMPANY_PAGE (page))
    return trib_model_company_get_id (
        trib_ui_company_page_get_company (TRIB_UI_COMPANY_PAGE (page)));
  if (TRIB_UI_IS_RESULT_PAGE (page))
    return trib_model_company_get_id (trib_model_sign_in_get_company (
        trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page))));
  return NULL;
}

static void
visible_page_cb (TribAppWindow *self)
{
  if (self->news != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    trib_app_news_look (self->news, get_shown_company_id (self));
  /* Who came back from the demo begins where they were. */
  if (TRIB_UI_IS_WELCOME_PAGE (trib_app_pages_get_visible_page (self->pages)) &&
      self->home != self->own_home && self->opening == NULL) {
    g_set_object (&self->home, self->own_home);
    set_account (self, NULL);
  }
  trib_app_window_update_actions (self);
}

/* Whoever comes back wants to see what is true now, and sees what was told meanwhile. */
static void
active_cb (TribAppWindow *self)
{
  if (self->news == NULL)
    return;
  if (!gtk_window_is_active (GTK_WINDOW (self))) {
    trib_app_news_look_away (self->news);
    return;
  }
  trib_app_news_look (self->news, get_shown_company_id (self));
  if (self->account != NULL)
    trib_model_watch_wake (trib_model_account_get_watch (self->account));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
  return TRUE;
}

static gboolean
trib_app_window_close_request (GtkWindow *window)
{
  if (!trib_app_window_may_leave (TRIB_APP_WINDOW (window), "window.close"))
    return TRUE;
  return GTK_WINDOW_CLASS (trib_app_window_parent_class)->close_request (window);
}

static void
toast_dismissed_cb (AdwToast *toast, TribAppWindow *self)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

static void
trib_app_window_dispose (GObject *object)
{
  TribAppWindow *self = TRIB_APP_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_APP_TYPE_WINDOW);
  g_clear_object (&self->companies);
  g_clear_object (&self->news);
  g_clear_object (&self->account);
  g_clear_object (&self->home);
  g_clear_object (&self->own_home);
  g_clear_object (&self->web);
  G_OBJECT_CLASS (trib_app_window_parent_class)->dispose (object);
}

static void
trib_app_window_finalize (GObject *object)
{
  TribAppWindow *self = TRIB_APP_WINDOW (object);

  g_free (self->account_name);
  g_free (self->company_id);
  g_free (self->platform_key);
  g_free (self->share_company_id);
  g_free (self->share_connection_id);
  G_OBJECT_CLASS (trib_app_window_parent_class)->finalize (object);
}

static void
trib_app_window_class_init (TribAppWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trib_app_window_dispose;
  object_class->finalize = trib_app_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = trib_app_window_close_request;

  g_type_ensure (TRIB_APP_TYPE_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-app-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TribAppWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TribAppWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  trib_app_window_install_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
trib_app_window_init (TribAppWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->news = trib_app_window_make_news (self);
  self->companies = g_signal_group_new (TRIB_MODEL_TYPE_COMPANIES);
  g_signal_group_connect_swapped (self->companies, "notify::state",
                                  G_CALLBACK (trib_app_window_open_wanted), self);
#if TRIB_DEVEL
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
  trib_app_window_update_actions (self);
}

/* Opens a home; what was being opened before is given up. */
void
trib_app_window_open_home (TribAppWindow *self, TribAppHome *home)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self->pages);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_set_object (&self->home, home);
  set_account (self, NULL);
  if (TRIB_APP_IS_START_PAGE (page))
    trib_app_start_page_set_error (TRIB_APP_START_PAGE (page), NULL, NULL, NULL);
  else if (!TRIB_UI_IS_WELCOME_PAGE (page))
    trib_app_pages_reset (self->pages, trib_app_start_page_new ());
  trib_app_home_open_async (home, self->account_name, self->opening, home_opened_cb,
                            g_object_ref (self));
}

/* What the program was killed in has its end now: what was done the list may not show yet. */
static void
found_cb (TribAppWindow *self, const char *sentence, gboolean done)
{
  trib_app_window_say (self, sentence);
  if (done && self->account != NULL)
    trib_model_companies_load (trib_model_account_get_companies (self->account));
}

static void
watch_journal (TribAppWindow *self, TribModelAccount *account)
{
  TribModelJournal *journal = trib_model_account_get_journal (account);

  if (journal == NULL)
    return;
  g_signal_handlers_disconnect_by_func (journal, found_cb, self);
  g_signal_connect_object (journal, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  trib_model_journal_load (journal);
}

/* Shows the companies of an account, alone or on top of what is shown. */
void
trib_app_window_use_account (TribAppWindow *self, TribModelAccount *account, gboolean on_top)
{
  TribModelCompanies *companies = trib_model_account_get_companies (account);
  GtkWidget *page = trib_ui_companies_page_new (account);

  set_account (self, account);
  if (on_top)
    trib_app_pages_push (self->pages, page);
  else
    trib_app_pages_reset (self->pages, page);
  if (trib_model_companies_get_state (companies) == TRIB_MODEL_STATE_IDLE)
    trib_model_companies_load (companies);
  /* What is asked before a sign-in must be known wherever one begins. */
  trib_model_policy_load (trib_model_account_get_policy (account));
  watch_journal (self, account);
  trib_app_window_open_wanted (self);
  trib_app_window_update_actions (self);
}

/**
 * trib_app_window_new:
 * @application: (nullable): the application
 * @home: what this computer remembers, not opened yet
 * @web: the door to the embedded view
 *
 * Returns: (transfer none): the window; GTK owns it
 */
TribAppWindow *
trib_app_window_new (GtkApplication *application, TribAppHome *home, TribAppWeb *web)
{
  TribAppWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TRIB_APP_IS_HOME (home), NULL);
  g_return_val_if_fail (TRIB_APP_IS_WEB (web), NULL);

  self = g_object_new (TRIB_APP_TYPE_WINDOW, "application", application, NULL);
  self->own_home = g_object_ref (home);
  self->home = g_object_ref (home);
  self->web = g_object_ref (web);
  return self;
}

/**
 * trib_app_window_start:
 * @self: the window
 * @request: (nullable): what to show
 *
 * Opens what this computer remembers, and what is asked for.
 */
void
trib_app_window_start (TribAppWindow *self, const TribAppRequest *request)
{
  g_return_if_fail (TRIB_APP_IS_WINDOW (self));

  trib_set_str (&self->account_name, request != NULL ? request->account_name : NULL);
  trib_set_str (&self->company_id, request != NULL ? request->company_id : NULL);
  trib_set_str (&self->platform_key, request != NULL ? request->platform_key : NULL);
  self->wants_connections = request != NULL && request->connections;
  trib_app_window_open_home (self, self->own_home);
}

/**
 * trib_app_window_say:
 * @self: the window
 * @text: a sentence, which is never read as markup
 *
 * Says something that needs no answer.
 */
void
trib_app_window_say (TribAppWindow *self, const char *text)
{
  g_autofree char *title = NULL;

  g_return_if_fail (TRIB_APP_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  title = g_markup_escape_text (text, -1);
  /* Whoever calls from outside can do so without end, and the queue has one. */
  if (self->toast != NULL && g_str_equal (adw_toast_get_title (self->toast), title))
    return;
  g_set_weak_pointer (&self->toast, adw_toast_new (title));
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/**
 * trib_app_window_may_leave:
 * @self: the window
 * @action: the action that would close the window, like `window.close`
 *
 * Asks a person where something would be lost, and activates @action again when the answer is yes.
 * What a person has agreed to unlink is unlinked first, and then, too, @action is activated again.
 *
 * Returns: whether nothing would be lost, so that there is nothing to wait for
 */
gboolean
trib_app_window_may_leave (TribAppWindow *self, const char *action)
{
  GtkWidget *page;

  g_return_val_if_fail (TRIB_APP_IS_WINDOW (self), TRUE);
  g_return_val_if_fail (action != NULL, TRUE);

  page = trib_app_pages_get_visible_page (self->pages);
  if (TRIB_UI_IS_SIGN_IN_PAGE (page) &&
      trib_ui_sign_in_page_ask_before (TRIB_UI_SIGN_IN_PAGE (page), action))
    return FALSE;
  return !trib_app_window_end_unlinks (self, action);
}

/**
 * trib_app_window_get_pages:
 * @self: the window
 *
 * Returns: (transfer none): its pages
 */
TribAppPages *
trib_app_window_get_pages (TribAppWindow *self)
{
  g_return_val_if_fail (TRIB_APP_IS_WINDOW (self), NULL);
  return self->pages;
}

/**
 * trib_app_window_get_news:
 * @self: the window
 *
 * Returns: (transfer none): what is told on the desktop when nobody looks at the window
 */
TribAppNews *
trib_app_window_get_news (TribAppWindow *self)
{
  g_return_val_if_fail (TRIB_APP_IS_WINDOW (self), NULL);
  return self->news;
}

/**
 * trib_app_window_get_home:
 * @self: the window
 *
 * Returns: (transfer none): the home in use: the program's own, or the demo's
 */
TribAppHome *
trib_app_window_get_home (TribAppWindow *self)
{
  g_return_val_if_fail (TRIB_APP_IS_WINDOW (self), NULL);
  return self->home;
}

/**
 * trib_app_window_get_account:
 * @self: the window
 *
 * Returns: (nullable) (transfer none): the account in use
 */
TribModelAccount *
trib_app_window_get_account (TribAppWindow *self)
{
  g_return_val_if_fail (TRIB_APP_IS_WINDOW (self), NULL);
  return self->account;
}
