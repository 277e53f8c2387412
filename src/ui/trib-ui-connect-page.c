/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-connect-page.h"

#include "trib-ui-columns-layout.h"
#include "trib-ui-connect-words.h"
#include "trib-ui-connection-watch.h"
#include "trib-ui-lines-layout.h"
#include "trib-ui-missing.h"
#include "trib-ui-platform-choice.h"
#include "trib-ui-platform-section.h"
#include "trib-ui-problem-box.h"
#include "trib-ui-problem-page.h"
#include "trib-ui-promise.h"
#include "trib-ui-tile-layout.h"
#include "trib-ui-tile-skeleton.h"

#include "trib-model-offer.h"

#include "trib-text.h"

#include <glib/gi18n.h>

/* The grid of platforms, with its search and every state it can be in.
 * Owned by the company page.
 * Main thread only. */

#define N_SECTIONS (TRIB_MODEL_CATEGORY_OTHER + 1)

struct _TribUiConnectPage {
  AdwBin parent_instance;

  GtkSearchEntry *search;                      /* (owned) by the template */
  GtkStack *stack;                             /* (owned) by the template */
  GtkAdjustment *adjustment;                   /* (owned) by the template */
  GtkWidget *intro;                            /* (owned) by the template */
  GtkLabel *heading;                           /* (owned) by the template */
  GtkWidget *skeleton;                         /* (owned) by the template */
  GtkBox *sections_box;                        /* (owned) by the template */
  GtkWidget *no_match;                         /* (owned) by the template */
  TribUiProblemPage *problem;                  /* (owned) by the template */
  TribUiProblemBox *problem_box;               /* (owned) by the template */
  TribUiMissing *missing;                      /* (owned) by the template */
  GtkToggleButton *else_button;                /* (owned) by the template */
  TribUiPlatformSection *sections[N_SECTIONS]; /* (owned) by the box */
  TribModelAccount *account;                   /* (owned) */
  TribModelCompany *company;                   /* (owned) */
  TribUiConnectionWatch *watch;                /* (owned) */
  char *offered_key;                           /* (owned) (nullable): until platforms are known */
  GWeakRef dialog; /* (weak) (nullable): what is open about a platform */
};

G_DEFINE_FINAL_TYPE (TribUiConnectPage, trib_ui_connect_page, ADW_TYPE_BIN)

typedef enum {
  PROP_ACCOUNT = 1,
  PROP_COMPANY,
} TribUiConnectPageProperty;

static GParamSpec *props[PROP_COMPANY + 1];

static TribModelPlatforms *
get_platforms (TribUiConnectPage *self)
{
  return trib_model_account_get_platforms (self->account);
}

static guint
count_shown (TribUiConnectPage *self)
{
  guint n = 0;

  for (guint i = 0; i < N_SECTIONS; i++)
    n += trib_ui_platform_section_get_n_shown (self->sections[i]);
  return n;
}

static const char *
get_search (TribUiConnectPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
show_count (TribUiConnectPage *self, guint n)
{
  g_autofree char *words = trib_ui_connect_words_search (n);

  g_object_set (self->search, "placeholder-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* A platform that is not offered is looked for, so that the page says what can be done about it. */
static void
show_offered (TribUiConnectPage *self)
{
  TribModelPolicy *policy = trib_model_account_get_policy (self->account);
  TribModelPlatform *platform;
  g_autofree char *key = NULL;

  if (self->offered_key == NULL ||
      trib_model_platforms_get_state (get_platforms (self)) != TRIB_MODEL_STATE_READY)
    return;
  key = g_steal_pointer (&self->offered_key);
  platform = *key != '\0' ? trib_model_platforms_find (get_platforms (self), key, NULL)
                          : trib_model_offer_get_only (policy, get_platforms (self));
  if (platform != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "connect.platform", "(ss)",
                                trib_model_platform_get_key (platform), "");
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), key);
}

/* What is shown stays until an answer is there, so tiles are never taken away by a reload. */
static void
show_state (TribUiConnectPage *self)
{
  TribModelState state = trib_model_platforms_get_state (get_platforms (self));
  TribModelProblem *problem = trib_model_platforms_get_problem (get_platforms (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_platforms (self)));
  guint n_offered =
      trib_model_offer_count (trib_model_account_get_policy (self->account), get_platforms (self));
  gboolean searching = *get_search (self) != '\0';
  gboolean loading = n == 0 && state != TRIB_MODEL_STATE_FAILED &&
                     state != TRIB_MODEL_STATE_READY && state != TRIB_MODEL_STATE_EMPTY;

  trib_ui_missing_set_request (self->missing, trib_model_company_get_name (self->company),
                               get_search (self));
  show_count (self, n_offered);
  gtk_widget_set_visible (self->skeleton, loading);
  gtk_widget_set_visible (self->intro, !searching || loading);
  gtk_widget_set_visible (self->no_match, n > 0 && count_shown (self) == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), n_offered > 0);
  trib_ui_problem_page_set_problem (self->problem, problem);
  trib_ui_problem_box_set_problem (self->problem_box, n > 0 ? problem : NULL);
  if (n == 0 && state == TRIB_MODEL_STATE_FAILED)
    gtk_stack_set_visible_child_name (self->stack, "failed");
  else if (n == 0 && !loading)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (n > 0 && n_offered == 0)
    gtk_stack_set_visible_child_name (self->stack, "hidden");
  else
    gtk_stack_set_visible_child_name (self->stack, "content");
  show_offered (self);
}

static void
connections_cb (TribUiConnectPage *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    trib_ui_platform_section_update (self->sections[i]);
}

static void
search_changed_cb (TribUiConnectPage *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    trib_ui_platform_section_set_search (self->sections[i], get_search (self));
  gtk_adjustment_set_value (self->adjustment, 0);
  show_state (self);
}

/* Enter goes on with the first of what was found. */
static void
search_activate_cb (TribUiConnectPage *self)
{
  for (guint i = 0; i < N_SECTIONS && *get_search (self) != '\0'; i++) {
    GtkWidget *tile = trib_ui_platform_section_get_first (self->sections[i]);

    if (tile != NULL) {
      gtk_widget_grab_focus (tile);
      return;
    }
  }
}

static void
stop_search_cb (TribUiConnectPage *self)
{
  if (*get_search (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
platform_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectPage *self = TRIB_UI_CONNECT_PAGE (widget);
  g_autoptr (GtkWindow) shown = g_weak_ref_get (&self->dialog);
  TribModelPlatform *platform;
  const char *key, *id;
  GtkWidget *dialog;

  g_variant_get (parameter, "(&s&s)", &key, &id);
  platform = trib_model_platforms_find (get_platforms (self), key, *id != '\0' ? id : NULL);
  if (platform == NULL || shown != NULL)
    return;
  dialog = trib_ui_platform_choice_open (widget, self->account, self->company, platform,
                                         gtk_toggle_button_get_active (self->else_button));
  g_weak_ref_set (&self->dialog, dialog);
  gtk_toggle_button_set_active (self->else_button, FALSE);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TRIB_UI_CONNECT_PAGE (widget)->search));
}

static void
clear_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (TRIB_UI_CONNECT_PAGE (widget)->search), "");
  search_action (widget, name, parameter);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiConnectPage *self = TRIB_UI_CONNECT_PAGE (widget);

  trib_model_platforms_load (get_platforms (self));
  trib_model_connections_load (trib_model_company_get_connections (self->company));
}

static void
set_texts (TribUiConnectPage *self)
{
  /* Translators: %s is a company. */
  g_autofree char *heading =
      g_strdup_printf (_ ("Connect %s"), trib_model_company_get_name (self->company));

  gtk_label_set_text (self->heading, heading);
  trib_ui_missing_set_request (self->missing, trib_model_company_get_name (self->company),
                               get_search (self));
}

static void
trib_ui_connect_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TribUiConnectPage *self = TRIB_UI_CONNECT_PAGE (object);

  switch ((TribUiConnectPageProperty) id) {
  case PROP_ACCOUNT:
    self->account = g_value_dup_object (value);
    break;
  case PROP_COMPANY:
    self->company = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_connect_page_constructed (GObject *object)
{
  TribUiConnectPage *self = TRIB_UI_CONNECT_PAGE (object);
  TribModelConnections *connections = trib_model_company_get_connections (self->company);

  G_OBJECT_CLASS (trib_ui_connect_page_parent_class)->constructed (object);
  for (guint i = 0; i < N_SECTIONS; i++) {
    GtkWidget *section = trib_ui_platform_section_new ((TribModelCategory) i);

    self->sections[i] = TRIB_UI_PLATFORM_SECTION (section);
    gtk_box_append (self->sections_box, section);
    trib_ui_platform_section_set_model (self->sections[i], G_LIST_MODEL (get_platforms (self)),
                                        connections, trib_model_account_get_policy (self->account));
  }
  trib_ui_missing_set_account (self->missing, self->account);
  self->watch = trib_ui_connection_watch_new (connections);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (connections_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_platforms (self), "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_platforms (self), "notify::problem", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_platforms (self), "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (trib_model_account_get_policy (self->account), "changed",
                           G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company, "notify::name", G_CALLBACK (set_texts), self,
                           G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  set_texts (self);
  show_state (self);
  if (trib_model_platforms_get_state (get_platforms (self)) == TRIB_MODEL_STATE_IDLE)
    trib_model_platforms_load (get_platforms (self));
}

static void
trib_ui_connect_page_dispose (GObject *object)
{
  TribUiConnectPage *self = TRIB_UI_CONNECT_PAGE (object);
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (&self->dialog);

  g_weak_ref_set (&self->dialog, NULL);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
  if (self->search != NULL)
    gtk_search_entry_set_key_capture_widget (self->search, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_CONNECT_PAGE);
  g_clear_object (&self->watch);
  g_clear_object (&self->company);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (trib_ui_connect_page_parent_class)->dispose (object);
}

static void
trib_ui_connect_page_finalize (GObject *object)
{
  TribUiConnectPage *self = TRIB_UI_CONNECT_PAGE (object);

  g_weak_ref_clear (&self->dialog);
  g_free (self->offered_key);
  G_OBJECT_CLASS (trib_ui_connect_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRIB_UI_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_LINES_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_MISSING);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_BOX);
  g_type_ensure (TRIB_UI_TYPE_PROBLEM_PAGE);
  g_type_ensure (TRIB_UI_TYPE_PROMISE);
  g_type_ensure (TRIB_UI_TYPE_TILE_LAYOUT);
  g_type_ensure (TRIB_UI_TYPE_TILE_SKELETON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, search);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, adjustment);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, intro);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, skeleton);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, sections_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, problem);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, missing);
  gtk_widget_class_bind_template_child (widget_class, TribUiConnectPage, else_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
trib_ui_connect_page_class_init (TribUiConnectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = trib_ui_connect_page_set_property;
  object_class->constructed = trib_ui_connect_page_constructed;
  object_class->dispose = trib_ui_connect_page_dispose;
  object_class->finalize = trib_ui_connect_page_finalize;
  props[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, TRIB_MODEL_TYPE_ACCOUNT, flags);
  props[PROP_COMPANY] = g_param_spec_object ("company", NULL, NULL, TRIB_MODEL_TYPE_COMPANY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "connect.platform", "(ss)", platform_action);
  gtk_widget_class_install_action (widget_class, "connect.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "connect.clear-search", NULL, clear_search_action);
  gtk_widget_class_install_action (widget_class, "connect.reload", NULL, reload_action);
}

static void
trib_ui_connect_page_init (TribUiConnectPage *self)
{
  g_weak_ref_init (&self->dialog, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_connect_page_new:
 * @account: whose platforms
 * @company: what to connect
 *
 * Returns: (transfer floating): the page; it starts to load when nobody has yet
 */
GtkWidget *
trib_ui_connect_page_new (TribModelAccount *account, TribModelCompany *company)
{
  g_return_val_if_fail (TRIB_MODEL_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  return g_object_new (TRIB_UI_TYPE_CONNECT_PAGE, "account", account, "company", company, NULL);
}

/**
 * trib_ui_connect_page_offer:
 * @self: the page
 * @platform_key: (nullable): a platform, "" for one that nobody has to choose, or %NULL for none
 *
 * Does what pressing the platform's button does, as soon as the platforms are known.
 */
void
trib_ui_connect_page_offer (TribUiConnectPage *self, const char *platform_key)
{
  g_return_if_fail (TRIB_UI_IS_CONNECT_PAGE (self));
  trib_set_str (&self->offered_key, platform_key);
  show_offered (self);
}

/**
 * trib_ui_connect_page_get_view:
 * @self: the page
 *
 * Returns: (transfer none): `loading`, `ready`, `no-match`, `empty`, `hidden` or `failed`
 */
const char *
trib_ui_connect_page_get_view (TribUiConnectPage *self)
{
  const char *name;

  g_return_val_if_fail (TRIB_UI_IS_CONNECT_PAGE (self), NULL);
  name = gtk_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (name, "content") != 0)
    return name;
  if (gtk_widget_get_visible (self->skeleton))
    return "loading";
  return gtk_widget_get_visible (self->no_match) ? "no-match" : "ready";
}

/**
 * trib_ui_connect_page_get_dialog:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what is open about a platform
 */
GtkWindow *
trib_ui_connect_page_get_dialog (TribUiConnectPage *self)
{
  g_autoptr (GtkWindow) dialog = NULL;

  g_return_val_if_fail (TRIB_UI_IS_CONNECT_PAGE (self), NULL);
  dialog = g_weak_ref_get (&self->dialog);
  return dialog;
}
