/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "company-fixture.h"

typedef struct {
  UiWorld world;
  UiWindow window;
  GtkWidget *box;
  GtkWidget *tile;    /* (owned) */
  GString *activated; /* (owned) */
} Fixture;

static void
remember_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *printed = g_variant_print (parameter, FALSE);

  g_string_append (data, printed);
}

static void
set_up (Fixture *fixture, gconstpointer fault)
{
  const GActionEntry entry = { "platform", remember_cb, "(ss)" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->activated = g_string_new (NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, fixture->activated);
  ui_world_start (&fixture->world, 0);
  if (fault != NULL)
    g_assert_true (sandbox_server_set_fault (fixture->world.server, fault));
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (fixture->box), gtk_button_new_with_label ("Elsewhere"));
  gtk_widget_insert_action_group (fixture->box, "connect", G_ACTION_GROUP (group));
  ui_window_open (&fixture->window, fixture->box, 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer fault)
{
  ui_window_close (&fixture->window);
  if (fixture->tile != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->tile));
  ui_world_stop (&fixture->world);
  g_string_free (fixture->activated, TRUE);
}

static TribUiPlatformTile *
show_tile (Fixture *fixture, const char *key)
{
  TribModelPlatform *platform = company_fixture_get_platform (&fixture->world, key);

  fixture->tile = g_object_ref_sink (trib_ui_platform_tile_new (platform));
  gtk_widget_set_valign (fixture->tile, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (fixture->box), fixture->tile);
  company_fixture_wait_for (platform, "branding-ready", TRUE);
  return TRIB_UI_PLATFORM_TILE (fixture->tile);
}

static void
assert_name (TribUiPlatformTile *tile, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (trib_ui_platform_tile_get_description (tile), ==, name);
}

static void
test_mark_and_name (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "trji");
  GtkWidget *logo = ui_find (fixture->tile, TRIB_UI_TYPE_LOGO);

  company_fixture_wait_for (logo, "has-texture", TRUE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_name (tile, "Dynamics 365 Business Central, businesscentral.dynamics.com");
  g_assert_false (trib_ui_platform_tile_get_shows_button (tile));
  g_assert_true (ui_shows (fixture->tile, "Dynamics 365 Business Central"));
  g_assert_true (ui_shows (fixture->tile, "businesscentral.dynamics.com"));
}

static gboolean
is_cut (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_cut (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

static void
test_nothing_is_cut (Fixture *fixture, gconstpointer fault)
{
  show_tile (fixture, "pqsw");
  gtk_widget_set_halign (fixture->tile, GTK_ALIGN_START);
  gtk_widget_set_size_request (fixture->tile, 240, -1);
  ui_wait_for (has_size, fixture->tile);
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->tile, "QuickBooks Desktop"));
  g_assert_true (ui_shows (fixture->tile, "On your computer"));
  g_assert_false (is_cut (fixture->tile));
}

static void
test_button_image (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "gbol");
  GtkWidget *image = ui_find (fixture->tile, TRIB_UI_TYPE_BUTTON_IMAGE);

  company_fixture_wait_for (tile, "shows-button", TRUE);
  g_assert_true (gtk_widget_get_visible (image));
  g_assert_false (gtk_widget_get_visible (ui_find (fixture->tile, TRIB_UI_TYPE_LOGO)));
  /* Look-alikes are told apart beside a picture, too. */
  g_assert_true (ui_shows (fixture->tile, "Xero · go.xero.com"));
  assert_name (tile, "Xero, go.xero.com");
  g_assert_false (trib_ui_button_image_get_shows_hover (TRIB_UI_BUTTON_IMAGE (image)));
}

static void
test_hover_and_focus (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "gbol");
  GtkWidget *image = ui_find (fixture->tile, TRIB_UI_TYPE_BUTTON_IMAGE);

  company_fixture_wait_for (tile, "shows-button", TRUE);
  gtk_widget_grab_focus (gtk_widget_get_first_child (fixture->box));
  gtk_widget_set_state_flags (fixture->tile, GTK_STATE_FLAG_PRELIGHT, FALSE);
  company_fixture_wait_for (image, "shows-hover", TRUE);
  gtk_widget_unset_state_flags (fixture->tile, GTK_STATE_FLAG_PRELIGHT);
  g_assert_false (trib_ui_button_image_get_shows_hover (TRIB_UI_BUTTON_IMAGE (image)));

  g_assert_true (gtk_widget_grab_focus (fixture->tile));
  company_fixture_wait_for (image, "shows-hover", TRUE);
  gtk_widget_grab_focus (gtk_widget_get_first_child (fixture->box));
  company_fixture_wait_for (image, "shows-hover", FALSE);
}

static void
test_button_image_is_not_stretched (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "gbol");
  GtkWidget *image = ui_find (fixture->tile, TRIB_UI_TYPE_BUTTON_IMAGE);
  int width, height;

  company_fixture_wait_for (tile, "shows-button", TRUE);
  gtk_widget_measure (image, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (image, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, TRIB_UI_BUTTON_IMAGE_HEIGHT);
  g_assert_cmpint (width, >, 2 * height);
  g_assert_cmpint (width, <, 10 * height);
}

static gboolean
is_answered (gpointer data)
{
  TribModelState state;

  g_object_get (data, "state", &state, NULL);
  return state == TRIB_MODEL_STATE_FAILED || state == TRIB_MODEL_STATE_READY;
}

/* No picture, a page instead of a picture, no branding at all: a letter, never a hole. */
static void
test_letter (Fixture *fixture, gconstpointer key)
{
  TribUiPlatformTile *tile = show_tile (fixture, key);
  GtkWidget *logo = ui_find (fixture->tile, TRIB_UI_TYPE_LOGO);
  TribModelImage *image = trib_ui_logo_get_image (TRIB_UI_LOGO (logo));

  if (image != NULL)
    ui_wait_for (is_answered, image);
  company_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (logo));
  g_assert_null (trib_ui_logo_get_texture (TRIB_UI_LOGO (logo)));
  g_assert_false (trib_ui_platform_tile_get_shows_button (tile));
  g_assert_true (ui_shows (
      fixture->tile, trib_model_platform_get_name (trib_ui_platform_tile_get_platform (tile))));
}

static void
set_up_plain (Fixture *fixture, gconstpointer key)
{
  set_up (fixture, NULL);
}

/* The branding names a button, but its picture cannot be had. */
static void
test_button_image_fails (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "gbol");
  TribModelImage *image =
      trib_model_platform_get_button (trib_ui_platform_tile_get_platform (tile));

  g_assert_nonnull (image);
  ui_wait_for (is_answered, image);
  company_fixture_settle ();
  g_assert_false (trib_ui_platform_tile_get_shows_button (tile));
  g_assert_true (gtk_widget_get_mapped (ui_find (fixture->tile, TRIB_UI_TYPE_LOGO)));
  g_assert_true (ui_shows (fixture->tile, "Xero"));
  g_assert_true (ui_shows (fixture->tile, "go.xero.com"));
}

static void
test_branding_fails (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "gbol");

  company_fixture_settle ();
  g_assert_false (trib_ui_platform_tile_get_shows_button (tile));
  g_assert_true (ui_shows (fixture->tile, "Xero"));
}

static void
test_badges (Fixture *fixture, gconstpointer fault)
{
  TribModelCompany *company = company_fixture_get (&fixture->world, "Harbour & Vale Bakery Ltd");
  TribUiPlatformTile *tile = show_tile (fixture, "rwuv");

  assert_name (tile, "Zoho Books, books.zoho.com, Beta");
  g_assert_true (ui_shows (fixture->tile, "Beta"));

  /* The state stands in for what the platform is like. */
  company_fixture_load (company);
  trib_ui_platform_tile_set_connection (
      tile, company_fixture_get_connection (&fixture->world, company, "gbol"));
  company_fixture_settle ();
  g_assert_true (ui_shows (fixture->tile, "Sign in again"));
  g_assert_false (ui_shows (fixture->tile, "Beta"));
  assert_name (tile, "Zoho Books, books.zoho.com, Sign in again, Beta");

  trib_ui_platform_tile_set_connection (
      tile, company_fixture_get_connection (&fixture->world, company, "exgd"));
  g_assert_true (ui_shows (fixture->tile, "Connected"));
  trib_ui_platform_tile_set_connection (tile, NULL);
  g_assert_true (ui_shows (fixture->tile, "Beta"));
  g_assert_false (ui_shows (fixture->tile, "Connected"));
}

static void
test_activation (Fixture *fixture, gconstpointer fault)
{
  TribUiPlatformTile *tile = show_tile (fixture, "gbol");
  const char *id =
      trib_model_platform_get_integration_id (trib_ui_platform_tile_get_platform (tile));
  g_autofree char *wanted = g_strdup_printf ("('gbol', '%s')", id != NULL ? id : "");

  g_assert_true (gtk_widget_get_focusable (fixture->tile));
  ui_click (fixture->tile);
  g_assert_cmpstr (fixture->activated->str, ==, wanted);
}

static gboolean
has_been_activated (gpointer data)
{
  return ((GString *) data)->len > 0;
}

/* What Enter and the space bar do. */
static void
test_keys (Fixture *fixture, gconstpointer fault)
{
  show_tile (fixture, "gbol");
  g_assert_true (gtk_widget_activate (fixture->tile));
  ui_wait_for (has_been_activated, fixture->activated);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  trib_ui_init ();
  g_test_add ("/ui/tile/mark-and-name", Fixture, NULL, set_up, test_mark_and_name, tear_down);
  g_test_add ("/ui/tile/nothing-is-cut", Fixture, NULL, set_up, test_nothing_is_cut, tear_down);
  g_test_add ("/ui/tile/button-image", Fixture, NULL, set_up, test_button_image, tear_down);
  g_test_add ("/ui/tile/hover-and-focus", Fixture, NULL, set_up, test_hover_and_focus, tear_down);
  g_test_add ("/ui/tile/not-stretched", Fixture, NULL, set_up, test_button_image_is_not_stretched,
              tear_down);
  g_test_add ("/ui/tile/letter/missing", Fixture, "pdvj", set_up_plain, test_letter, tear_down);
  g_test_add ("/ui/tile/letter/no-image", Fixture, "pbtz", set_up_plain, test_letter, tear_down);
  g_test_add ("/ui/tile/button-image-fails", Fixture, "image-404", set_up, test_button_image_fails,
              tear_down);
  g_test_add ("/ui/tile/branding-fails", Fixture, "branding-500", set_up, test_branding_fails,
              tear_down);
  g_test_add ("/ui/tile/badges", Fixture, NULL, set_up, test_badges, tear_down);
  g_test_add ("/ui/tile/activation", Fixture, NULL, set_up, test_activation, tear_down);
  g_test_add ("/ui/tile/keys", Fixture, NULL, set_up, test_keys, tear_down);
  return g_test_run ();
}
