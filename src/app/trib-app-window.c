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

static void
open_wanted_company (TribAppWindow *self, TribModelCompanies *companies)
{
  TribModelState state = trib_model_companies_get_state (companies);
  g_autofree char *company_id = NULL;
  TribModelCompany *company;

  if (self->company_id == NULL || state == TRIB_MODEL_STATE_IDLE ||
      state == TRIB_MODEL_STATE_LOADING || state == TRIB_MODEL_STATE_FAILED)
    return;
  company_id = g_steal_pointer (&self->company_id);
  company = trib_model_companies_find (companies, company_id);
  if (company != NULL)
    trib_app_window_open_company (self, company);
  else
    trib_app_window_say (self, _ ("This account has no such company"));
}

static void
companies_cb (TribModelCompanies *companies, GParamSpec *pspec, TribAppWindow *self)
{
  open_wanted_company (self, companies);
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
    GtkWidget *page = trib_app_pages_get_visible_page (self->pages);

    g_message ("What this computer remembers could not be opened: %s", error->message);
    if (TRIB_APP_IS_START_PAGE (page))
      trib_app_start_page_set_error (TRIB_APP_START_PAGE (page), error);
  } else if (account != NULL) {
    trib_app_window_use_account (
        self, account, trib_app_pages_find (self->pages, TRIB_UI_TYPE_WELCOME_PAGE) != NULL);
  } else {
    trib_app_pages_reset (self->pages, trib_ui_welcome_page_new ());
  }
  trib_app_window_update_actions (self);
}

static void
visible_page_cb (TribAppWindow *self)
{
  /* Who came back from the demo begins where they were. */
  if (TRIB_UI_IS_WELCOME_PAGE (trib_app_pages_get_visible_page (self->pages)) &&
      self->home != self->own_home && self->opening == NULL) {
    g_set_object (&self->home, self->own_home);
    g_clear_object (&self->account);
  }
  trib_app_window_update_actions (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
  return TRUE;
}

static void
trib_app_window_dispose (GObject *object)
{
  TribAppWindow *self = TRIB_APP_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_APP_TYPE_WINDOW);
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
  G_OBJECT_CLASS (trib_app_window_parent_class)->finalize (object);
}

static void
trib_app_window_class_init (TribAppWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trib_app_window_dispose;
  object_class->finalize = trib_app_window_finalize;

  g_type_ensure (TRIB_APP_TYPE_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-app-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TribAppWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TribAppWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  trib_app_window_install_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
trib_app_window_init (TribAppWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#if TRIB_DEVEL
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
  trib_app_window_update_actions (self);
}

/* Says something that needs no answer. */
void
trib_app_window_say (TribAppWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, title);
  adw_toast_overlay_add_toast (self->toasts, toast);
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
  if (TRIB_APP_IS_START_PAGE (page))
    trib_app_start_page_set_error (TRIB_APP_START_PAGE (page), NULL);
  else if (!TRIB_UI_IS_WELCOME_PAGE (page))
    trib_app_pages_reset (self->pages, trib_app_start_page_new ());
  trib_app_home_open_async (home, self->account_name, self->opening, home_opened_cb,
                            g_object_ref (self));
}

/* Opens a company as soon as the list says what it is. */
void
trib_app_window_want_company (TribAppWindow *self, const char *company_id)
{
  trib_set_str (&self->company_id, company_id);
  if (self->account != NULL)
    open_wanted_company (self, trib_model_account_get_companies (self->account));
}

/* Shows the companies of an account, alone or on top of what is shown. */
void
trib_app_window_use_account (TribAppWindow *self, TribModelAccount *account, gboolean on_top)
{
  TribModelCompanies *companies = trib_model_account_get_companies (account);
  GtkWidget *page = trib_ui_companies_page_new (account);

  g_set_object (&self->account, account);
  if (on_top)
    trib_app_pages_push (self->pages, page);
  else
    trib_app_pages_reset (self->pages, page);
  if (trib_model_companies_get_state (companies) == TRIB_MODEL_STATE_IDLE)
    trib_model_companies_load (companies);
  g_signal_connect_object (companies, "notify::state", G_CALLBACK (companies_cb), self, 0);
  open_wanted_company (self, companies);
  trib_app_window_update_actions (self);
}

/**
 * trib_app_window_new:
 * @application: (nullable): the application
 * @home: what this computer remembers, not opened yet
 * @web: the door to the embedded view
 *
 * Returns: (transfer floating): the window
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
 * @account_name: (nullable): the account to take into use
 * @company_id: (nullable): the company to open
 */
void
trib_app_window_start (TribAppWindow *self, const char *account_name, const char *company_id)
{
  g_return_if_fail (TRIB_APP_IS_WINDOW (self));

  trib_set_str (&self->account_name, account_name);
  trib_set_str (&self->company_id, company_id);
  trib_app_window_open_home (self, self->home);
}

TribAppPages *
trib_app_window_get_pages (TribAppWindow *self)
{
  g_return_val_if_fail (TRIB_APP_IS_WINDOW (self), NULL);
  return self->pages;
}

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
