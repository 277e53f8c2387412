/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-page-trouble.h"

#include "trib-ui-lines-layout.h"
#include "trib-ui-say.h"
#include "trib-ui-tile-layout.h"

#include <glib/gi18n.h>

/* A strip above an embedded page that is of no use, with the way to the system's browser. The
 * sign-in page owns it; it appears and goes as the watchdog says. */

struct _TribUiPageTrouble {
  AdwBin parent_instance;

  TribLinkWatchdog *watchdog;    /* (owned) (nullable) */
  TribLinkBrowser *browser;      /* (owned) (nullable) */
  GtkFileChooserNative *chooser; /* (owned) (nullable): while a place is chosen */

  char *saved_name; /* (owned) (nullable): of the file that is being saved */

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *save_button;
  GtkWidget *decline_button;
  GtkWidget *copy_button;
  GtkWidget *browser_button;
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
  case TRIB_LINK_PAGE_TROUBLE_NONE:
  default:
    return NULL;
  }
}

/* (nullable): what the view says of the file that waits for a place. */
static char *
dup_offered (TribUiPageTrouble *self, const char *property)
{
  char *text = NULL;

  if (self->browser != NULL)
    g_object_get (self->browser, property, &text, NULL);
  return text;
}

static void
trouble_cb (TribUiPageTrouble *self)
{
  TribLinkPageTrouble trouble = trib_link_watchdog_get_trouble (self->watchdog);
  g_autofree char *file = dup_offered (self, "offered-file");
  g_autofree char *host = dup_offered (self, "offering-host");
  g_autofree char *offer = NULL;
  const char *words = get_words (trouble);

  gboolean offers = trouble == TRIB_LINK_PAGE_TROUBLE_DOWNLOAD && file != NULL;

  /* A file that was taken is offered no more. */
  gtk_widget_set_visible (self->save_button, offers);
  gtk_widget_set_visible (self->decline_button, offers);
  /* A file is taken or left; another way in is no answer to it. */
  gtk_widget_set_visible (self->copy_button, !offers);
  gtk_widget_set_visible (self->browser_button, !offers);
  if (offers)
    /* Translators: %1$s is the name of a file, %2$s an address such as xero.com. */
    words = offer = g_strdup_printf (_ ("This page offers the file “%1$s” from %2$s. Save it only "
                                        "if you expected it."),
                                        file, host);
  /* Words that are on their way out stay as they were. */
  if (words != NULL)
    gtk_label_set_label (self->label, words);
  gtk_revealer_set_reveal_child (self->revealer, words != NULL);
}

static void
file_ended_cb (TribUiPageTrouble *self, gboolean saved)
{
  g_autofree char *name = g_steal_pointer (&self->saved_name);
  g_autofree char *words = NULL;

  if (saved && name != NULL)
    /* Translators: %s is the name of a file. */
    words = g_strdup_printf (_ ("Saved as “%s”"), name);
  else
    words = g_strdup (_ ("The file could not be saved"));
  trib_ui_say (GTK_WIDGET (self), words);
}

static void
chosen_cb (TribUiPageTrouble *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  /* Who thinks better of it may choose again. */
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL) {
    trib_ui_say (GTK_WIDGET (self), _ ("The file could not be saved"));
  } else {
    g_free (self->saved_name);
    self->saved_name = g_path_get_basename (path);
    trib_link_browser_save_file (self->browser, path);
  }
}

static void
decline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiPageTrouble *self = TRIB_UI_PAGE_TROUBLE (widget);

  if (self->browser != NULL)
    trib_link_browser_save_file (self->browser, NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiPageTrouble *self = TRIB_UI_PAGE_TROUBLE (widget);
  g_autofree char *file = dup_offered (self, "offered-file");
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);
  g_autoptr (GFile) place = folder != NULL ? g_file_new_for_path (folder) : NULL;

  if (file == NULL || self->chooser != NULL)
    return;
  self->chooser =
      gtk_file_chooser_native_new (_ ("Save File"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                      GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (place != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
trib_ui_page_trouble_dispose (GObject *object)
{
  TribUiPageTrouble *self = TRIB_UI_PAGE_TROUBLE (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->browser);
  g_clear_object (&self->watchdog);
  g_clear_pointer (&self->saved_name, g_free);
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
  g_type_ensure (TRIB_UI_TYPE_LINES_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-page-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, revealer);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, label);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, save_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, decline_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiPageTrouble, browser_button);
  gtk_widget_class_install_action (widget_class, "page-trouble.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page-trouble.decline", NULL, decline_action);
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
 * @browser: the view of the page
 */
void
trib_ui_page_trouble_set_watchdog (TribUiPageTrouble *self,
                                   TribLinkWatchdog *watchdog,
                                   TribLinkBrowser *browser)
{
  g_return_if_fail (TRIB_UI_IS_PAGE_TROUBLE (self));
  g_return_if_fail (TRIB_LINK_IS_BROWSER (browser));
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (watchdog));
  g_return_if_fail (self->watchdog == NULL);

  self->watchdog = g_object_ref (watchdog);
  self->browser = g_object_ref (browser);
  g_signal_connect_object (browser, "notify::offered-file", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (browser, "file-ended", G_CALLBACK (file_ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watchdog, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  trouble_cb (self);
}
