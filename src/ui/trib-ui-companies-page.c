/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-companies-page.h"

#include "trib-ui-company-columns.h"
#include "trib-ui-company-row.h"
#include "trib-ui-environment-badge.h"
#include "trib-ui-filter-chips.h"
#include "trib-ui-main-menu.h"
#include "trib-ui-problem-box.h"
#include "trib-ui-problem-page.h"
#include "trib-ui-skeleton.h"

#include <glib/gi18n.h>

/* The companies of an account: a list, and a page for each of its states.
 * Owned by the window.
 * Main thread only. */

#define NARROW_WIDTH 600

struct _TribUiCompaniesPage {
  AdwBin parent_instance;

  AdwToastOverlay *toasts;   /* (owned) by the template */
  GtkSearchEntry *search;    /* (owned) by the template */
  GtkWidget *stack;          /* (owned) by the template */
  GtkWidget *list;           /* (owned) by the template */
  TribModelAccount *account; /* (owned) */
  gboolean narrow;           /* no room for the account beside the search field */
  guint narrow_idle;         /* the source that will say so, or 0 */
};

G_DEFINE_FINAL_TYPE (TribUiCompaniesPage, trib_ui_companies_page, ADW_TYPE_BIN)

typedef enum {
  PROP_ACCOUNT = 1,
  PROP_NARROW,
} TribUiCompaniesPageProperty;

static GParamSpec *props[PROP_NARROW + 1];

static TribModelCompanies *
get_companies (TribUiCompaniesPage *self)
{
  return trib_model_account_get_companies (self->account);
}

/* What is shown stays until an answer is there, so a list that has rows is never taken away. */
static char *
choose_view (TribUiCompaniesPage *self, TribModelState state, guint n_rows, gboolean no_match)
{
  if (no_match)
    return g_strdup ("no-match");
  if (n_rows > 0)
    return g_strdup ("list");
  switch (state) {
  case TRIB_MODEL_STATE_FAILED:
    return g_strdup ("failed");
  case TRIB_MODEL_STATE_READY:
  case TRIB_MODEL_STATE_EMPTY:
    return g_strdup ("empty");
  case TRIB_MODEL_STATE_IDLE:
  case TRIB_MODEL_STATE_LOADING:
  default:
    return g_strdup ("loading");
  }
}

static TribModelProblem *
choose_problem (TribUiCompaniesPage *self, TribModelProblem *problem, guint n_rows)
{
  return problem != NULL && n_rows > 0 ? g_object_ref (problem) : NULL;
}

static char *
format_total (TribUiCompaniesPage *self, guint total)
{
  if (total == 0)
    return g_strdup ("");
  /* Translators: how many companies the account has; the number has the thousands separator. */
  return g_strdup_printf (ngettext ("%'u company", "%'u companies", total), total);
}

static gboolean
can_search (TribUiCompaniesPage *self, guint n_rows, gboolean no_match)
{
  return n_rows > 0 || no_match;
}

static gboolean
has_companies (TribUiCompaniesPage *self, guint n_all)
{
  return n_all > 0;
}

static char *
format_no_match (TribUiCompaniesPage *self, const char *search, TribModelFilter filter)
{
  g_autofree char *escaped = g_markup_escape_text (search != NULL ? search : "", -1);

  if (*escaped == '\0')
    return g_strdup (filter == TRIB_MODEL_FILTER_ATTENTION
                     ? _ ("No company that is loaded here needs attention.")
                     : _ ("No company that is loaded here waits for a sign-in."));
  if (filter != TRIB_MODEL_FILTER_ALL)
    /* Translators: %s is what the person typed into the search field. */
    return g_strdup_printf (
        _ ("Nothing with “%s” in its name, reference or platforms among what is shown."), escaped);
  /* Translators: %s is what the person typed into the search field. */
  return g_strdup_printf (_ ("Nothing with “%s” in its name, reference or platforms."), escaped);
}

static gboolean
invert (TribUiCompaniesPage *self, gboolean value)
{
  return !value;
}

/* The badge says what the account is: a name that says the same is not said twice. */
static gboolean
shows_name (TribUiCompaniesPage *self, gboolean narrow, const char *name, const char *environment)
{
  return !narrow && g_strcmp0 (name, environment) != 0;
}

static gboolean
narrow_idle_cb (gpointer data)
{
  TribUiCompaniesPage *self = data;

  self->narrow_idle = 0;
  self->narrow = !self->narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (TribUiCompaniesPage *self)
{
  if (self->account != NULL)
    trib_model_companies_set_search (get_companies (self),
                                     gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_stopped_cb (TribUiCompaniesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->list);
}

/* Enter goes to what was found, and opens nothing: the answer may still be that of other letters.
 */
static void
search_entered_cb (TribUiCompaniesPage *self)
{
  if (gtk_widget_get_mapped (self->list))
    gtk_widget_grab_focus (self->list);
}

static void
row_activated_cb (TribUiCompaniesPage *self, guint position)
{
  GListModel *model = G_LIST_MODEL (get_companies (self));
  g_autoptr (TribModelCompany) company = g_list_model_get_item (model, position);

  if (company != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-company", "s",
                                trib_model_company_get_id (company));
}

static void
reload_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trib_model_companies_load (get_companies (TRIB_UI_COMPANIES_PAGE (widget)));
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clear_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  trib_model_companies_set_filter (get_companies (self), TRIB_MODEL_FILTER_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
copy_id_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("ID copied")));
}

static void
focus_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);

  if (gtk_widget_get_mapped (self->list))
    gtk_widget_grab_focus (self->list);
  else
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

/* The list's own widget has the focus; the row, which has the menu, is inside it. */
static void
row_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (TRIB_UI_IS_COMPANY_ROW (row))
    gtk_widget_activate_action (row, "company.menu", NULL);
}

static void
trib_ui_companies_page_map (GtkWidget *widget)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);

  GTK_WIDGET_CLASS (trib_ui_companies_page_parent_class)->map (widget);
  if (self->account != NULL)
    trib_model_companies_follow (get_companies (self));
}

static void
trib_ui_companies_page_unmap (GtkWidget *widget)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);

  if (self->account != NULL)
    trib_model_companies_unfollow (get_companies (self));
  GTK_WIDGET_CLASS (trib_ui_companies_page_parent_class)->unmap (widget);
}

static void
trib_ui_companies_page_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
trib_ui_companies_page_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

/* Who is being placed must not change what is placed: that waits for the next turn of the loop. */
static void
trib_ui_companies_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (widget);
  gboolean narrow = width < NARROW_WIDTH;

  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (self)),
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  if (narrow != self->narrow)
    self->narrow_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_idle_cb, self, NULL);
}

static void
trib_ui_companies_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiCompaniesPageProperty) id) {
  case PROP_ACCOUNT:
    g_value_set_object (value, TRIB_UI_COMPANIES_PAGE (object)->account);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, TRIB_UI_COMPANIES_PAGE (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_companies_page_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch ((int) id) {
  case PROP_ACCOUNT:
    g_set_object (&TRIB_UI_COMPANIES_PAGE (object)->account, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_companies_page_constructed (GObject *object)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (object);
  TribModelPlatforms *platforms;

  G_OBJECT_CLASS (trib_ui_companies_page_parent_class)->constructed (object);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  if (self->account == NULL)
    return;
  if (trib_model_companies_get_state (get_companies (self)) == TRIB_MODEL_STATE_IDLE)
    trib_model_companies_load (get_companies (self));
  /* The marks of the rows are theirs; without them the letters stay. */
  platforms = trib_model_account_get_platforms (self->account);
  if (trib_model_platforms_get_state (platforms) == TRIB_MODEL_STATE_IDLE)
    trib_model_platforms_load (platforms);
}

static void
trib_ui_companies_page_dispose (GObject *object)
{
  TribUiCompaniesPage *self = TRIB_UI_COMPANIES_PAGE (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  if (self->search != NULL)
    gtk_search_entry_set_key_capture_widget (self->search, NULL);
  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_COMPANIES_PAGE);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_companies_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (TRIB_MODEL_TYPE_ACCOUNT);
  g_type_ensure (TRIB_MODEL_TYPE_COMPANIES);
  g_type_ensure (TRIB_UI_TYPE_COMPANY_HEADINGS);
  g_type_ensure (TRIB_UI_TYPE_COMPANY_ROW);
  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  g_type_ensure (TRIB_UI_TYPE_FILTER_CHIPS);
  g_type_ensure (TRIB_UI_TYPE_MAIN_MENU);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_PAGE);
  g_type_ensure (TRIB_UI_TYPE_SKELETON);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-companies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiCompaniesPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompaniesPage, search);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompaniesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompaniesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, choose_view);
  gtk_widget_class_bind_template_callback (widget_class, choose_problem);
  gtk_widget_class_bind_template_callback (widget_class, format_total);
  gtk_widget_class_bind_template_callback (widget_class, format_no_match);
  gtk_widget_class_bind_template_callback (widget_class, can_search);
  gtk_widget_class_bind_template_callback (widget_class, has_companies);
  gtk_widget_class_bind_template_callback (widget_class, invert);
  gtk_widget_class_bind_template_callback (widget_class, shows_name);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_cb);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "page.row-menu", NULL, row_menu_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.clear-search", NULL, clear_search_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-id", "s", copy_id_cb);
}

static void
trib_ui_companies_page_class_init (TribUiCompaniesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_companies_page_get_property;
  object_class->set_property = trib_ui_companies_page_set_property;
  object_class->constructed = trib_ui_companies_page_constructed;
  object_class->dispose = trib_ui_companies_page_dispose;
  widget_class->map = trib_ui_companies_page_map;
  widget_class->unmap = trib_ui_companies_page_unmap;
  widget_class->measure = trib_ui_companies_page_measure;
  widget_class->get_request_mode = trib_ui_companies_page_get_request_mode;
  widget_class->size_allocate = trib_ui_companies_page_size_allocate;

  props[PROP_ACCOUNT] =
      g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  ensure_types ();
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
trib_ui_companies_page_init (TribUiCompaniesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The bin's own layout would never tell this class how wide it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * trib_ui_companies_page_new:
 * @account: whose companies
 *
 * Returns: (transfer floating): the page; it starts to load when nobody has yet
 */
GtkWidget *
trib_ui_companies_page_new (TribModelAccount *account)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  return g_object_new (TRIB_UI_TYPE_COMPANIES_PAGE, "account", account, NULL);
}
