/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "walk.h"

#include "trib-model-notes.h"
#include "trib-ui.h"

#define TICK 10
/* What a step of the clock leads to has a turn of the main loop before the next one. */
#define MAX_STEP 10000

static gboolean
tick_cb (gpointer data)
{
  Walk *walk = data;
  gint64 now = g_get_monotonic_time ();
  guint elapsed = (guint) ((now - walk->ticked) / 1000);

  walk->ticked += elapsed * (gint64) 1000;
  test_clock_advance (walk->clock, MIN (elapsed * walk->speed, MAX_STEP));
  return G_SOURCE_CONTINUE;
}

static void
wait_for_companies (Walk *walk)
{
  app_test_wait_for_companies (&walk->test, TRIB_MODEL_STATE_READY);
  app_test_wait_for_page (&walk->test, TRIB_UI_TYPE_COMPANIES_PAGE);
}

void
walk_start (Walk *walk, gboolean demo)
{
  walk->clock = test_clock_new ();
  walk->test.clock = TRIB_CLOCK (g_object_ref (walk->clock));
  walk->speed = 1;
  walk->ticked = g_get_monotonic_time ();
  walk->timer = g_timeout_add (TICK, tick_cb, walk);
  app_test_set_up (&walk->test, demo, NULL);
  trib_app_window_start (walk->test.window, NULL);
  if (!demo)
    return;
  walk->server = g_object_ref (trib_app_demo_get_server (walk->test.demo));
  wait_for_companies (walk);
}

void
walk_end (Walk *walk)
{
  app_test_tear_down (&walk->test);
  g_source_remove (walk->timer);
  g_clear_object (&walk->server);
  g_clear_object (&walk->clock);
}

GtkWidget *
walk_find_class (GtkWidget *top, const char *style_class)
{
  if (!gtk_widget_get_mapped (top))
    return NULL;
  if (gtk_widget_has_css_class (top, style_class))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = walk_find_class (child, style_class);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* As a wheel does; nothing where all can be seen. */
static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (viewport == NULL || !gtk_widget_compute_bounds (
                              widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

gboolean
walk_can_press (GtkWidget *widget)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;
  GtkWidget *picked;

  if (native == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      !gtk_widget_compute_bounds (widget, native, &bounds))
    return FALSE;
  picked = gtk_widget_pick (native, bounds.origin.x + bounds.size.width / 2,
                            bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT);
  return picked != NULL && (picked == widget || gtk_widget_is_ancestor (picked, widget));
}

static gboolean
is_under_pointer (AppTest *test, gconstpointer data)
{
  scroll_to ((GtkWidget *) data);
  return walk_can_press ((GtkWidget *) data);
}

void
walk_press (Walk *walk, GtkWidget *widget)
{
  g_assert_nonnull (widget);
  /* What slides in is not there yet. */
  app_test_wait (&walk->test, 10, is_under_pointer, widget);
  walk->n_presses++;
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

static GtkWidget *
find_entry (GtkWidget *top, const char *title)
{
  if (ADW_IS_ENTRY_ROW (top) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (top)), title))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_entry (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
walk_add_account (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  walk->server = sandbox_server_new ();
  g_assert_true (sandbox_server_start (walk->server, &error));
  g_assert_no_error (error);
  app_test_wait_for_page (&walk->test, TRIB_UI_TYPE_WELCOME_PAGE);
  walk_press (walk, app_test_find_for_action (app_test_get_page (&walk->test), "win.add-account"));
  dialog = GTK_WIDGET (app_test_wait_for_dialog (&walk->test));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Name")), "Northwind");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "API Key")),
                         sandbox_server_get_api_key (walk->server));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "API Address")),
                         sandbox_server_get_base_url (walk->server));
  gtk_widget_activate_action (dialog, "account.check", NULL);
  wait_for_companies (walk);
}

/* A window that a page has opened lies over the page, and shows nothing before it has a place. */
static WebKitWebView *
get_web_view (Walk *walk)
{
  GtkWidget *page = app_test_get_page (&walk->test);
  GtkWidget *place = app_test_has_dialog (&walk->test)
                         ? GTK_WIDGET (app_test_wait_for_dialog (&walk->test))
                         : page;
  GtkWidget *view = place != page || TRIB_UI_IS_SIGN_IN_PAGE (page)
                        ? app_test_find (place, WEBKIT_TYPE_WEB_VIEW)
                        : NULL;

  return view != NULL ? WEBKIT_WEB_VIEW (view) : NULL;
}

static gboolean
web_page_is_shown (AppTest *test, gconstpointer data)
{
  WebKitWebView *view = get_web_view ((Walk *) test);
  const char *title = view != NULL ? webkit_web_view_get_title (view) : NULL;

  return title != NULL && g_str_has_prefix (title, data) && !webkit_web_view_is_loading (view);
}

void
walk_wait_for_web_page (Walk *walk, const char *title)
{
  app_test_wait (&walk->test, 30, web_page_is_shown, title);
}

typedef struct {
  gboolean answered;
  gboolean pressed;
} Press;

static void
pressed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Press *press = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value =
      webkit_web_view_evaluate_javascript_finish (WEBKIT_WEB_VIEW (source), result, &error);

  g_assert_no_error (error);
  press->pressed = jsc_value_to_boolean (value);
  press->answered = TRUE;
}

static gboolean
is_answered (AppTest *test, gconstpointer data)
{
  return ((const Press *) data)->answered;
}

void
walk_press_in_page (Walk *walk, const char *id)
{
  g_autofree char *script =
      g_strdup_printf ("(function(){var e=document.getElementById('%s');if(!e)return false;"
                       "for(var d=e.closest('details');d;d=null)d.open=true;"
                       "e.scrollIntoView({block:'center'});var r=e.getBoundingClientRect();"
                       "var on=document.elementFromPoint(r.left+r.width/2,r.top+r.height/2);"
                       "if(on!==e)return false;setTimeout(function(){e.click()},0);return true"
                       "})()",
                       id);
  Press press = { 0 };

  g_test_message ("%s is pressed in the page", id);
  webkit_web_view_evaluate_javascript (get_web_view (walk), script, -1, NULL, NULL, NULL,
                                       pressed_cb, &press);
  app_test_wait (&walk->test, 10, is_answered, &press);
  g_assert_true (press.pressed);
  walk->n_presses++;
}

static gboolean
shows_text (AppTest *test, gconstpointer data)
{
  return app_test_has_text (GTK_WIDGET (test->window), data);
}

void
walk_wait_for_text (Walk *walk, const char *text)
{
  app_test_wait (&walk->test, 30, shows_text, text);
}

static gboolean
is_above (AppTest *test, gconstpointer data)
{
  return app_test_get_page (test) != data && gtk_widget_get_mapped (app_test_get_page (test));
}

void
walk_to_companies (Walk *walk)
{
  GtkWidget *page;

  while (!TRIB_UI_IS_COMPANIES_PAGE (page = app_test_get_page (&walk->test))) {
    app_test_activate (&walk->test, "win.back");
    app_test_wait (&walk->test, 10, is_above, page);
  }
}

static gboolean
has_tiles (AppTest *test, gconstpointer data)
{
  return TRIB_UI_IS_COMPANY_PAGE (app_test_get_page (test)) &&
         app_test_find (app_test_get_page (test), TRIB_UI_TYPE_PLATFORM_TILE) != NULL;
}

void
walk_to_new_company (Walk *walk, const char *name)
{
  AppTest *test = &walk->test;
  GtkWidget *dialog;

  walk_press (walk, app_test_find_for_action (app_test_get_page (test), "win.new-company"));
  dialog = GTK_WIDGET (app_test_wait_for_dialog (test));
  gtk_editable_set_text (GTK_EDITABLE (app_test_find (dialog, ADW_TYPE_ENTRY_ROW)), name);
  walk_press (walk, app_test_find_for_action (dialog, "company.create"));
  app_test_wait (test, 10, has_tiles, NULL);
}

static gboolean
is_begun (AppTest *test, gconstpointer data)
{
  GtkWidget *page = app_test_get_page (test);

  return TRIB_UI_IS_SIGN_IN_PAGE (page) || TRIB_UI_IS_RESULT_PAGE (page);
}

void
walk_to_sign_in (Walk *walk, const char *platform_key)
{
  AppTest *test = &walk->test;

  walk_press (walk, app_test_find_tile (app_test_get_page (test), platform_key));
  walk_press (walk,
              app_test_find_button (GTK_WIDGET (app_test_wait_for_dialog (test)), "Continue"));
  app_test_wait (test, 10, is_begun, NULL);
}

TribLinkSession *
walk_get_session (Walk *walk)
{
  GtkWidget *page = app_test_get_page (&walk->test);
  TribModelSignIn *sign_in = TRIB_UI_IS_SIGN_IN_PAGE (page)
                                 ? trib_ui_sign_in_page_get_sign_in (TRIB_UI_SIGN_IN_PAGE (page))
                                 : trib_ui_result_page_get_sign_in (TRIB_UI_RESULT_PAGE (page));

  return trib_model_sign_in_get_session (sign_in);
}

gboolean
walk_is_noted (Walk *walk)
{
  TribModelAccount *account = trib_app_window_get_account (walk->test.window);
  const char *id = trib_link_session_get_connection_id (walk_get_session (walk));

  return trib_model_notes_get_sign_in (trib_model_account_get_notes (account), id) != 0;
}

static void
collect_ways (GtkWidget *widget, GString *ways)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_EXPANDER (widget) || ADW_IS_HEADER_BAR (widget))
    return;
  if (GTK_IS_BUTTON (widget)) {
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_BUTTON);
    g_assert_true (
        gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                          GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
    g_string_append_printf (ways, "%s%s", ways->len > 0 ? "|" : "",
                            gtk_button_get_label (GTK_BUTTON (widget)));
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_ways (child, ways);
}

static void
assert_label (GtkWidget *label, const char *text)
{
  const char *actual = gtk_label_get_text (GTK_LABEL (label));

  if (strstr (actual, text) == NULL)
    g_error ("“%s” is not in “%s”", text, actual);
}

void
walk_assert_result (
    Walk *walk, const char *title, const char *sentence, const char *quote, const char *ways)
{
  GtkWidget *page = app_test_get_page (&walk->test);
  GtkWidget *heading = walk_find_class (page, "outcome-heading");
  GtkWidget *title_label = walk_find_class (heading, "title-1");
  GtkWidget *sentence_label = walk_find_class (heading, "body");
  g_autoptr (GString) offered = g_string_new (NULL);

  g_assert_true (gtk_root_get_focus (GTK_ROOT (walk->test.window)) == heading);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (heading),
                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY, title_label, NULL);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (heading),
                                       GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, sentence_label, NULL);
  assert_label (title_label, title);
  assert_label (sentence_label, sentence);
  g_assert_cmpint (app_test_has_text (page, "Xero says"), ==, quote != NULL);
  if (quote != NULL)
    g_assert_true (app_test_has_text (page, quote));
  collect_ways (page, offered);
  g_assert_cmpstr (offered->str, ==, ways);
}
