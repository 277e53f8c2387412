/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-address-bar.h"

#include "trib-ui-tile-layout.h"

#include "trib-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where one is: lock, word and the whole host name of an embedded page. The sign-in page owns it;
 * what it shows is what the view says, and nothing of the address but the host. */

struct _TribUiAddressBar {
  AdwBin parent_instance;

  TribLinkBrowser *browser; /* (owned) (nullable) */
  TribModelSignIn *sign_in; /* (owned) (nullable): which addresses are expected */

  GtkWidget *lock;
  GtkWidget *lock_label;
  GtkWidget *host_label;
  GtkWidget *progress;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
};

G_DEFINE_FINAL_TYPE (TribUiAddressBar, trib_ui_address_bar, ADW_TYPE_BIN)

/* The host as the view gives it may carry a port. */
static gboolean
is_this_computer (const char *host)
{
  g_autofree char *bare = trib_host_dup_bare (host);

  return trib_host_is_loopback (bare);
}

static void
show_security (TribUiAddressBar *self, const char *host, gboolean secure)
{
  /* What never leaves the computer needs no lock, and must not alarm anybody. */
  gboolean local = host != NULL && !secure && is_this_computer (host);
  gboolean insecure = host != NULL && !secure && !local;

  gtk_widget_set_visible (self->lock, host != NULL);
  gtk_widget_set_visible (self->lock_label, host != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->lock), secure  ? "channel-secure-symbolic"
                                                        : local ? "computer-symbolic"
                                                                : "channel-insecure-symbolic");
  gtk_label_set_label (GTK_LABEL (self->lock_label),
                       secure ? _ ("Secure") : local ? _ ("On this computer") : _ ("Not secure"));
  if (insecure)
    gtk_widget_add_css_class (GTK_WIDGET (self), "insecure");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "insecure");
}

/* A page may be secure and still be nobody's that the person wanted to sign in to. */
static void
show_acquaintance (TribUiAddressBar *self, const char *host)
{
  gboolean unknown =
      host != NULL && self->sign_in != NULL && !trib_model_sign_in_knows_host (self->sign_in, host);
  g_autofree char *warning = NULL;

  if (unknown)
    warning = g_strdup_printf (
        /* Translators: %s is a platform, like "Xero". */
        _ ("This is not an address that we know for %s. Go on only if you expected it."),
           trib_model_sign_in_get_platform_name (self->sign_in));
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, unknown);
  if (unknown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
}

static void
browser_cb (TribUiAddressBar *self)
{
  g_autofree char *host = NULL;
  gboolean secure = FALSE;
  gboolean loading = FALSE;
  gboolean can_go_back = FALSE;
  double progress = 0;

  if (self->browser != NULL)
    g_object_get (self->browser, "host", &host, "secure", &secure, "loading", &loading, "progress",
                  &progress, "can-go-back", &can_go_back, NULL);
  gtk_label_set_label (GTK_LABEL (self->host_label), host != NULL ? host : _ ("Opening the page…"));
  show_security (self, host, secure);
  show_acquaintance (self, host);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), progress);
  /* It keeps its place, so that the page under it never jumps. */
  gtk_widget_set_opacity (self->progress, loading ? 1 : 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page-view.back", can_go_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page-view.reload", self->browser != NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_link_browser_go_back (TRIB_UI_ADDRESS_BAR (widget)->browser);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_link_browser_reload (TRIB_UI_ADDRESS_BAR (widget)->browser);
}

static void
trib_ui_address_bar_dispose (GObject *object)
{
  TribUiAddressBar *self = TRIB_UI_ADDRESS_BAR (object);

  g_clear_object (&self->browser);
  g_clear_object (&self->sign_in);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_ADDRESS_BAR);
  G_OBJECT_CLASS (trib_ui_address_bar_parent_class)->dispose (object);
}

static void
trib_ui_address_bar_class_init (TribUiAddressBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_address_bar_dispose;
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-address-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiAddressBar, lock);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddressBar, lock_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddressBar, host_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddressBar, progress);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddressBar, warning_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiAddressBar, warning_label);
  gtk_widget_class_set_css_name (widget_class, "addressbar");
  gtk_widget_class_install_action (widget_class, "page-view.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "page-view.reload", NULL, reload_action);
}

static void
trib_ui_address_bar_init (TribUiAddressBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  browser_cb (self);
}

/**
 * trib_ui_address_bar_set_browser:
 * @self: a bar without a view
 * @browser: the view to follow
 * @sign_in: (nullable): the sign-in that it shows
 */
void
trib_ui_address_bar_set_browser (TribUiAddressBar *self,
                                 TribLinkBrowser *browser,
                                 TribModelSignIn *sign_in)
{
  static const char *const watched[] = { "host", "secure", "loading", "progress", "can-go-back" };

  g_return_if_fail (TRIB_UI_IS_ADDRESS_BAR (self));
  g_return_if_fail (TRIB_LINK_IS_BROWSER (browser));
  g_return_if_fail (self->browser == NULL);

  self->browser = g_object_ref (browser);
  g_set_object (&self->sign_in, sign_in);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++) {
    g_autofree char *signal = g_strconcat ("notify::", watched[i], NULL);

    g_signal_connect_object (browser, signal, G_CALLBACK (browser_cb), self, G_CONNECT_SWAPPED);
  }
  browser_cb (self);
}
