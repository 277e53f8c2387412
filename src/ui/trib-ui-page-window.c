/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-page-window.h"

#include "trib-ui-address-bar.h"
#include "trib-ui-outcome.h"
#include "trib-ui-outside.h"

#include "trib-model-outcome.h"

/* A window that an embedded page has opened: it closes with its page, and its page with it.
 * Owned by GTK, as every toplevel. Main thread only. */

#define DEFAULT_WIDTH 520
#define DEFAULT_HEIGHT 640
#define MIN_WIDTH 320

struct _TribUiPageWindow {
  AdwWindow parent_instance;

  AdwWindowTitle *title;         /* (owned) by the template */
  TribUiAddressBar *address_bar; /* (owned) by the template */
  AdwBin *view_place;            /* (owned) by the template */
  GtkStack *stack;               /* (owned) by the template */
  AdwStatusPage *failure;        /* (owned) by the template */
  GtkWidget *close_button;       /* (owned) by the template */
  TribModelSignIn *sign_in;      /* (owned) */
  TribLinkBrowser *browser;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (TribUiPageWindow, trib_ui_page_window, ADW_TYPE_WINDOW)

static void
failed_cb (TribUiPageWindow *self, TribLinkPageProblem problem)
{
  TribLinkOutcome outcome = trib_model_outcome_from_problem (problem);
  g_autofree char *title =
      trib_model_outcome_title (outcome, trib_model_sign_in_get_platform_name (self->sign_in));

  adw_status_page_set_title (self->failure, title);
  adw_status_page_set_icon_name (self->failure, trib_ui_outcome_get (outcome)->icon_name);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->failure));
  /* It would speak of the page before, or of one that is coming. */
  gtk_widget_set_visible (GTK_WIDGET (self->address_bar), FALSE);
  gtk_widget_grab_focus (self->close_button);
}

/* The page that opened the window may send it somewhere else. */
static void
loading_cb (TribUiPageWindow *self)
{
  gboolean loading;

  g_object_get (self->browser, "loading", &loading, NULL);
  if (!loading)
    return;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view_place));
  gtk_widget_set_visible (GTK_WIDGET (self->address_bar), TRUE);
}

static void
closed_cb (TribUiPageWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
trib_ui_page_window_dispose (GObject *object)
{
  TribUiPageWindow *self = TRIB_UI_PAGE_WINDOW (object);

  if (self->browser != NULL) {
    g_signal_handlers_disconnect_by_data (self->browser, self);
    trib_link_browser_shut_down (self->browser);
  }
  g_clear_object (&self->browser);
  g_clear_object (&self->sign_in);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_PAGE_WINDOW);
  G_OBJECT_CLASS (trib_ui_page_window_parent_class)->dispose (object);
}

static void
trib_ui_page_window_class_init (TribUiPageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_page_window_dispose;
  g_type_ensure (TRIB_UI_TYPE_ADDRESS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-page-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPageWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageWindow, address_bar);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageWindow, view_place);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageWindow, close_button);
}

static void
trib_ui_page_window_init (TribUiPageWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_page_window_new:
 * @browser: a widget: the view of the window
 * @sign_in: what it is part of
 * @parent: (nullable): the window with the page that opened it
 *
 * Returns: (transfer none): a window that is not shown yet
 */
GtkWidget *
trib_ui_page_window_new (TribLinkBrowser *browser, TribModelSignIn *sign_in, GtkWindow *parent)
{
  TribUiPageWindow *self;

  g_return_val_if_fail (TRIB_LINK_IS_BROWSER (browser) && GTK_IS_WIDGET (browser), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (sign_in), NULL);

  self = g_object_new (TRIB_UI_TYPE_PAGE_WINDOW, "transient-for", parent, NULL);
  self->browser = g_object_ref (browser);
  self->sign_in = g_object_ref (sign_in);
  adw_window_title_set_subtitle (self->title, trib_model_sign_in_get_platform_name (sign_in));
  adw_bin_set_child (self->view_place, GTK_WIDGET (browser));
  gtk_accessible_update_property (GTK_ACCESSIBLE (browser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_window_title_get_title (self->title), -1);
  trib_ui_address_bar_set_browser (self->address_bar, browser, sign_in);
  g_signal_connect_object (browser, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (browser, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (browser, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_size (
      GTK_WINDOW (self),
      parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0
          ? CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), MIN_WIDTH, DEFAULT_WIDTH)
          : DEFAULT_WIDTH,
      DEFAULT_HEIGHT);
  return GTK_WIDGET (self);
}

static void
window_cb (TribUiSignInPage *page, TribLinkBrowser *browser)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *window = trib_ui_page_window_new (browser, trib_ui_sign_in_page_get_sign_in (page),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);

  /* Also what no program opens is said there: the page outlives its windows. */
  g_signal_connect_object (browser, "open-outside", G_CALLBACK (trib_ui_outside_open), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * trib_ui_page_window_follow:
 * @page: a page with an embedded view
 *
 * Shows each window that the view opens.
 */
void
trib_ui_page_window_follow (TribUiSignInPage *page)
{
  g_return_if_fail (TRIB_UI_IS_SIGN_IN_PAGE (page));

  g_signal_connect_object (trib_ui_sign_in_page_get_view (page), "window", G_CALLBACK (window_cb),
                           page, G_CONNECT_SWAPPED);
}
