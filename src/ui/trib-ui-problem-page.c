/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-problem-page.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* A page's failed state: what happened, what to do, the server's own words in a fold.
 * Owned by the page that failed.
 * Main thread only. */

struct _TribUiProblemPage {
  AdwBin parent_instance;

  AdwStatusPage *status_page;    /* (owned) by the template */
  GtkButton *retry_button;       /* (owned) by the template */
  GtkExpander *details_expander; /* (owned) by the template */
  GtkLabel *details_label;       /* (owned) by the template */
  GtkButton *copy_button;        /* (owned) by the template */
  GtkWidget *folder_box;         /* (owned) by the template */
  GtkLabel *folder_label;        /* (owned) by the template */
  TribModelProblem *problem;     /* (owned) (nullable) */
  char *retry_action;            /* (owned) (nullable) */
  char *folder;                  /* (owned) (nullable): what a problem with the disk is about */
};

G_DEFINE_FINAL_TYPE (TribUiProblemPage, trib_ui_problem_page, ADW_TYPE_BIN)

typedef enum {
  PROP_PROBLEM = 1,
  PROP_RETRY_ACTION,
} TribUiProblemPageProperty;

static GParamSpec *props[PROP_RETRY_ACTION + 1];

static const char *
get_icon_name (TribProblem kind)
{
  switch ((int) kind) {
  case TRIB_PROBLEM_NO_NETWORK:
  case TRIB_PROBLEM_TIMED_OUT:
    return "network-offline-symbolic";
  case TRIB_PROBLEM_TLS:
    return "channel-insecure-symbolic";
  case TRIB_PROBLEM_NOT_AUTHORIZED:
  case TRIB_PROBLEM_FORBIDDEN:
  case TRIB_PROBLEM_KEYRING_LOCKED:
  case TRIB_PROBLEM_NO_KEY:
    return "dialog-password-symbolic";
  default:
    return "dialog-warning-symbolic";
  }
}

static void
show_folder (TribUiProblemPage *self)
{
  gboolean shown = self->folder != NULL && self->problem != NULL &&
                   trib_model_problem_get_kind (self->problem) == TRIB_PROBLEM_DISK;

  gtk_widget_set_visible (self->folder_box, shown);
  if (shown) {
    g_autofree char *name = g_filename_display_name (self->folder);
    /* Translators: %s is the path of a folder. */
    g_autofree char *sentence = g_strdup_printf (_ ("The folder is “%s”."), name);

    gtk_label_set_text (self->folder_label, sentence);
  }
}

static void
show_problem (TribUiProblemPage *self)
{
  const char *details = NULL;
  gboolean can_retry = FALSE;

  if (self->problem != NULL) {
    g_autofree char *sentence =
        g_markup_escape_text (trib_model_problem_get_sentence (self->problem), -1);

    /* An AdwStatusPage reads its description as markup. */
    adw_status_page_set_title (self->status_page, trib_model_problem_get_title (self->problem));
    adw_status_page_set_description (self->status_page, sentence);
    adw_status_page_set_icon_name (self->status_page,
                                   get_icon_name (trib_model_problem_get_kind (self->problem)));
    details = trib_model_problem_get_details (self->problem);
    can_retry = trib_model_problem_get_can_retry (self->problem);
  }
  gtk_label_set_text (self->details_label, details != NULL ? details : "");
  gtk_expander_set_expanded (self->details_expander, FALSE);
  gtk_button_set_label (self->copy_button, _ ("_Copy Details"));
  gtk_widget_set_visible (GTK_WIDGET (self->details_expander), details != NULL && *details != '\0');
  /* The person may have put right what we cannot see, so asking again stays possible. */
  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), self->retry_action != NULL);
  if (can_retry)
    gtk_widget_add_css_class (GTK_WIDGET (self->retry_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->retry_button), "suggested-action");
  show_folder (self);
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* The path stands on the page, for whoever looks for it in another way. */
  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_message ("The folder could not be shown: %s", error->message);
}

/* The folder itself may be what is missing. */
static void
open_folder_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiProblemPage *self = TRIB_UI_PROBLEM_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder != NULL ? self->folder : "/");
  g_autofree char *uri = NULL;

  while (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY) {
    g_autoptr (GFile) parent = g_file_get_parent (folder);

    if (parent == NULL)
      return;
    g_set_object (&folder, parent);
  }
  uri = g_file_get_uri (folder);
  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, folder_shown_cb, NULL);
}

static void
copy_details_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiProblemPage *self = TRIB_UI_PROBLEM_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->problem == NULL)
    return;
  text = g_strdup_printf ("%s\n%s", trib_model_problem_get_title (self->problem),
                          gtk_label_get_text (self->details_label));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_button_set_label (self->copy_button, _ ("Copied"));
}

static void
trib_ui_problem_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribUiProblemPage *self = TRIB_UI_PROBLEM_PAGE (object);

  switch ((TribUiProblemPageProperty) id) {
  case PROP_PROBLEM:
    g_value_set_object (value, self->problem);
    break;
  case PROP_RETRY_ACTION:
    g_value_set_string (value, self->retry_action);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_problem_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TribUiProblemPage *self = TRIB_UI_PROBLEM_PAGE (object);

  switch ((TribUiProblemPageProperty) id) {
  case PROP_PROBLEM:
    trib_ui_problem_page_set_problem (self, g_value_get_object (value));
    break;
  case PROP_RETRY_ACTION:
    trib_ui_problem_page_set_retry_action (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_problem_page_dispose (GObject *object)
{
  TribUiProblemPage *self = TRIB_UI_PROBLEM_PAGE (object);

  g_clear_object (&self->problem);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_PROBLEM_PAGE);
  G_OBJECT_CLASS (trib_ui_problem_page_parent_class)->dispose (object);
}

static void
trib_ui_problem_page_finalize (GObject *object)
{
  TribUiProblemPage *self = TRIB_UI_PROBLEM_PAGE (object);

  g_free (self->retry_action);
  g_free (self->folder);
  G_OBJECT_CLASS (trib_ui_problem_page_parent_class)->finalize (object);
}

static void
trib_ui_problem_page_class_init (TribUiProblemPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = trib_ui_problem_page_get_property;
  object_class->set_property = trib_ui_problem_page_set_property;
  object_class->dispose = trib_ui_problem_page_dispose;
  object_class->finalize = trib_ui_problem_page_finalize;

  props[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, TRIB_MODEL_TYPE_PROBLEM, flags);
  props[PROP_RETRY_ACTION] = g_param_spec_string ("retry-action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, details_expander);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, details_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, folder_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiProblemPage, folder_label);
  gtk_widget_class_install_action (widget_class, "details.copy", NULL, copy_details_cb);
  gtk_widget_class_install_action (widget_class, "folder.open", NULL, open_folder_cb);
}

static void
trib_ui_problem_page_init (TribUiProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_problem_page_new:
 *
 * Returns: (transfer floating): a page without a problem yet
 */
GtkWidget *
trib_ui_problem_page_new (void)
{
  return g_object_new (TRIB_UI_TYPE_PROBLEM_PAGE, NULL);
}

/**
 * trib_ui_problem_page_set_problem:
 * @self: a page
 * @problem: (nullable): what happened
 */
void
trib_ui_problem_page_set_problem (TribUiProblemPage *self, TribModelProblem *problem)
{
  g_return_if_fail (TRIB_UI_IS_PROBLEM_PAGE (self));
  g_return_if_fail (problem == NULL || TRIB_MODEL_IS_PROBLEM (problem));

  if (!g_set_object (&self->problem, problem))
    return;
  show_problem (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/**
 * trib_ui_problem_page_get_problem:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what happened
 */
TribModelProblem *
trib_ui_problem_page_get_problem (TribUiProblemPage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_PROBLEM_PAGE (self), NULL);
  return self->problem;
}

/**
 * trib_ui_problem_page_set_retry_action:
 * @self: a page
 * @detailed_name: (nullable): the action behind Try Again, like `page.reload`
 */
void
trib_ui_problem_page_set_retry_action (TribUiProblemPage *self, const char *detailed_name)
{
  g_return_if_fail (TRIB_UI_IS_PROBLEM_PAGE (self));

  if (!trib_set_str (&self->retry_action, detailed_name))
    return;
  if (detailed_name != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->retry_button), detailed_name);
  show_problem (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RETRY_ACTION]);
}

/**
 * trib_ui_problem_page_set_folder:
 * @self: a page
 * @folder: (nullable): the folder that a problem with the disk is about
 */
void
trib_ui_problem_page_set_folder (TribUiProblemPage *self, const char *folder)
{
  g_return_if_fail (TRIB_UI_IS_PROBLEM_PAGE (self));

  if (trib_set_str (&self->folder, folder))
    show_folder (self);
}
