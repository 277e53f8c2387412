/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"

#define DEADLINE_SECONDS 10

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_wait_for (UiCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (DEADLINE_SECONDS, late_cb, &late);

  while (!late && !condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (id);
}

typedef struct {
  GObject *object;
  TribModelState state;
} StateWait;

static gboolean
has_state (gpointer data)
{
  StateWait *wait = data;
  TribModelState state;

  g_object_get (wait->object, "state", &state, NULL);
  return state == wait->state;
}

void
ui_wait_for_state (gpointer object, TribModelState state)
{
  StateWait wait = { object, state };

  ui_wait_for (has_state, &wait);
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr (GObject) object = g_weak_ref_get (data);

  return object == NULL;
}

void
ui_wait_until_finalized (GWeakRef *ref)
{
  ui_wait_for (is_gone, ref);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
ui_world_start (UiWorld *world, guint n_companies)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CodatAuthorizer) authorizer = NULL;
  g_autoptr (CodatClient) client = NULL;
  g_autoptr (TribStoreAccount) record = NULL;
  GAsyncResult *place = NULL;

  world->server = sandbox_server_new ();
  if (n_companies > 0)
    sandbox_server_set_n_companies (world->server, n_companies);
  sandbox_server_start (world->server, &error);
  g_assert_no_error (error);

  trib_store_open_async (NULL, NULL, result_cb, &place);
  ui_wait_for (has_result, &place);
  result = place;
  world->store = trib_store_open_finish (result, &error);
  g_assert_no_error (error);

  world->clock = trib_clock_new_system ();
  authorizer = codat_authorizer_new (sandbox_server_get_api_key (world->server), &error);
  g_assert_no_error (error);
  client = codat_client_new (sandbox_server_get_base_url (world->server), authorizer, &error);
  g_assert_no_error (error);
  record = trib_store_account_new ("de300000-0000-4000-8000-000000000001", "Northwind Lending",
                                   sandbox_server_get_base_url (world->server),
                                   sandbox_server_get_redirect_url (world->server),
                                   TRIB_STORE_ENVIRONMENT_DEMO);
  world->account = trib_model_account_new (record, client, world->store, world->clock, FALSE);
}

void
ui_world_use_clock (UiWorld *world, TribClock *clock)
{
  g_autoptr (TribModelAccount) account = g_steal_pointer (&world->account);

  g_set_object (&world->clock, clock);
  world->account =
      trib_model_account_new (trib_model_account_get_record (account),
                              trib_model_account_get_client (account), world->store, clock, FALSE);
}

void
ui_world_break_store (UiWorld *world)
{
  g_autoptr (TribModelAccount) account = g_steal_pointer (&world->account);
  g_autoptr (TribStoreAccount) record = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  trib_store_close_async (world->store, NULL, result_cb, &result);
  ui_wait_for (has_result, &result);
  g_assert_true (trib_store_close_finish (world->store, result, NULL));
  /* The account of a demo keeps nothing. */
  record = trib_store_account_new (
      "de300000-0000-4000-8000-000000000002", trib_model_account_get_name (account),
      sandbox_server_get_base_url (world->server), sandbox_server_get_redirect_url (world->server),
      TRIB_STORE_ENVIRONMENT_TEST);
  world->account = trib_model_account_new (record, trib_model_account_get_client (account),
                                           world->store, world->clock, FALSE);
}

void
ui_world_stop (UiWorld *world)
{
  g_clear_object (&world->account);
  g_clear_object (&world->store);
  g_clear_object (&world->clock);
  sandbox_server_stop (world->server);
  g_clear_object (&world->server);
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  UiWindow *window = data;
  g_autofree char *printed = parameter != NULL ? g_variant_print (parameter, FALSE) : NULL;

  g_string_append_printf (window->activated, "%s(%s)", g_action_get_name (G_ACTION (action)),
                          printed != NULL ? printed : "");
}

void
ui_window_open (UiWindow *window, GtkWidget *page, int width, int height)
{
  const GActionEntry entries[] = {
    { "back", activate_cb },
    { "try-demo", activate_cb },
    { "add-account", activate_cb },
    { "new-company", activate_cb },
    { "open-company", activate_cb, "s" },
    { "sign-in", activate_cb, "(sss)" },
    { "use-browser-sign-in", activate_cb, "(sss)" },
    { "reconnect", activate_cb, "(ss)" },
    { "copy-link-sign-in", activate_cb, "(sss)" },
    { "copy-link-reopen", activate_cb, "(ss)" },
    { "reopen", activate_cb, "(ss)" },
    { "reopen-in-browser", activate_cb, "(ss)" },
    { "share", activate_cb, "(sss)" },
    { "share-connection", activate_cb, "(ss)" },
    { "show-connections", activate_cb },
    { "retry", activate_cb },
    { "check-again", activate_cb },
    { "retry-in-browser", activate_cb },
    { "choose-another", activate_cb },
    { "edit-policy", activate_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  window->activated = g_string_new (NULL);
  window->window = GTK_WINDOW (adw_window_new ());
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (GTK_WIDGET (window->window), "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (window->window, width, height);
  adw_window_set_content (ADW_WINDOW (window->window), page);
  gtk_window_present (window->window);
}

void
ui_window_close (UiWindow *window)
{
  gtk_window_destroy (window->window);
  g_string_free (window->activated, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef gboolean (*Match) (GtkWidget *widget, gpointer data);

static GtkWidget *
find (GtkWidget *root, Match match, gpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, match, data);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_type (GtkWidget *widget, gpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

GtkWidget *
ui_find (GtkWidget *root, GType type)
{
  return find (root, is_type, GSIZE_TO_POINTER (type));
}

typedef struct {
  GType type;
  const char *text;
} NamedMatch;

static gboolean
is_named (GtkWidget *widget, gpointer data)
{
  NamedMatch *named = data;
  const char *text = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), named->type) || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return g_strcmp0 (text, named->text) == 0;
}

GtkWidget *
ui_find_named (GtkWidget *root, GType type, const char *label)
{
  NamedMatch named = { type, label };

  return find (root, is_named, &named);
}

static gboolean
has_action (GtkWidget *widget, gpointer data)
{
  return GTK_IS_ACTIONABLE (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

GtkWidget *
ui_find_action (GtkWidget *root, const char *action_name)
{
  return find (root, has_action, (gpointer) action_name);
}

gboolean
ui_shows (GtkWidget *root, const char *text)
{
  return ui_find_named (root, GTK_TYPE_LABEL, text) != NULL;
}

/* A name of its own or by relation, or words inside that GTK takes the name from; the text inside
 * an entry has its entry's. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (ADW_IS_PREFERENCES_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0';
  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_TEXT (widget) || GTK_IS_TOGGLE_BUTTON (widget))
    for (; parent != NULL; parent = gtk_widget_get_parent (parent))
      if (GTK_IS_EDITABLE (parent) || GTK_IS_MENU_BUTTON (parent))
        return has_name (parent);
  return ui_find (widget, GTK_TYPE_LABEL) != NULL || gtk_widget_get_tooltip_text (widget) != NULL;
}

void
ui_assert_names (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (gtk_widget_get_focusable (root) && !has_name (root))
    g_error ("A %s can have the focus and has no name", G_OBJECT_TYPE_NAME (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_assert_names (child);
}

gboolean
ui_has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

void
ui_type (GtkWindow *window, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  g_assert_true (GTK_IS_TEXT (focus));
  g_signal_emit_by_name (focus, "insert-at-cursor", text);
}

static gboolean
is_triggered (GtkShortcutTrigger *trigger, guint keyval, GdkModifierType modifiers)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_triggered (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)),
                         keyval, modifiers) ||
           is_triggered (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)),
                         keyval, modifiers);
  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
press_in (GtkShortcutController *controller, GtkWidget *widget, guint keyval, GdkModifierType mods)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++) {
    g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);

    if (is_triggered (gtk_shortcut_get_trigger (shortcut), keyval, mods) &&
        gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                      gtk_shortcut_get_arguments (shortcut)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
press_at (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
        press_in (GTK_SHORTCUT_CONTROLLER (controller), widget, keyval, modifiers))
      return TRUE;
  }
  return FALSE;
}

gboolean
ui_press (GtkWindow *window, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  for (GtkWidget *widget = focus != NULL ? focus : GTK_WIDGET (window); widget != NULL;
       widget = gtk_widget_get_parent (widget)) {
    if (gtk_widget_is_sensitive (widget) && press_at (widget, keyval, modifiers))
      return TRUE;
  }
  return FALSE;
}

gboolean
ui_is_in_view (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_nonnull (viewport);
  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, viewport, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport);
}

void
ui_click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}
