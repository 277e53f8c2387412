/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-page-trouble.h"

#include "trib-ui-tile-layout.h"

#include <glib/gi18n.h>

/* A strip above an embedded page that is of no use, with the way to the system's browser. The
 * sign-in page owns it; it appears and goes as the watchdog says. */

struct _TribUiPageTrouble {
  AdwBin parent_instance;

  TribLinkWatchdog *watchdog; /* (owned) (nullable) */

  GtkRevealer *revealer;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TribUiPageTrouble, trib_ui_page_trouble, ADW_TYPE_BIN)

static const char *
get_words (TribLinkPageTrouble trouble)
{
  switch (trouble) {
  case TRIB_LINK_PAGE_TROUBLE_BLANK:
    return _ ("This page stays empty here. Your own browser may show it.");
  case TRIB_LINK_PAGE_TROUBLE_STALLED:
    return _ ("This page does not get any further. You can wait, reload it, or go on in your own "
              "browser.");
  case TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED:
    return _ ("This page lets people sign in from a web browser only.");
  case TRIB_LINK_PAGE_TROUBLE_PASSKEY:
    return _ ("Passkeys and security keys work in your own browser only.");
  case TRIB_LINK_PAGE_TROUBLE_DOWNLOAD:
    return _ ("This page offers a file. Go on in your own browser to save it.");
  case TRIB_LINK_PAGE_TROUBLE_NONE:
  default:
    return NULL;
  }
}

static void
trouble_cb (TribUiPageTrouble *self)
{
  const char *words = get_words (trib_link_watchdog_get_trouble (self->watchdog));

  /* Words that are on their way out stay as they were. */
  if (words != NULL)
    gtk_label_set_label (self->label, words);
  gtk_revealer_set_reveal_child (self->revealer, words != NULL);
}

static void
trib_ui_page_trouble_dispose (GObject *object)
{
  TribUiPageTrouble *self = TRIB_UI_PAGE_TROUBLE (object);

  g_clear_object (&self->watchdog);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_PAGE_TROUBLE);
  G_OBJECT_CLASS (trib_ui_page_trouble_parent_class)->dispose (object);
}

static void
trib_ui_page_trouble_class_init (TribUiPageTroubleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_page_trouble_dispose;
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-page-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, revealer);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, label);
  gtk_widget_class_set_css_name (widget_class, "pagetrouble");
}

static void
trib_ui_page_trouble_init (TribUiPageTrouble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_page_trouble_set_watchdog:
 * @self: a strip without a watchdog
 * @watchdog: what notices that the page is of no use
 */
void
trib_ui_page_trouble_set_watchdog (TribUiPageTrouble *self, TribLinkWatchdog *watchdog)
{
  g_return_if_fail (TRIB_UI_IS_PAGE_TROUBLE (self));
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (watchdog));
  g_return_if_fail (self->watchdog == NULL);

  self->watchdog = g_object_ref (watchdog);
  g_signal_connect_object (watchdog, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  trouble_cb (self);
}
