/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-pages.h"

/* Pages that lie on one another, with a slide that shows which way one goes. The window owns it; a
 * page that is left is destroyed when its slide is over, and focus goes back to where it was. */

struct _TribAppPages {
  AdwBin parent_instance;

  GtkStack *stack;    /* (weak): the child */
  GPtrArray *pages;   /* (owned): borrowed widgets, the lowest first */
  GPtrArray *leaving; /* (owned): borrowed widgets that slide out */
};

G_DEFINE_FINAL_TYPE (TribAppPages, trib_app_pages, ADW_TYPE_BIN)

typedef enum {
  PROP_DEPTH = 1,
  PROP_VISIBLE_PAGE,
} TribAppPagesProperty;

static GParamSpec *props[PROP_VISIBLE_PAGE + 1];

static const char *const focus_key = "trib-app-pages-focus";

static void
forget_focus (gpointer data)
{
  GWeakRef *ref = data;

  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
remember_focus (TribAppPages *self)
{
  GtkWidget *page = trib_app_pages_get_visible_page (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *ref;

  if (page == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, page))
    return;
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, focus);
  g_object_set_data_full (G_OBJECT (page), focus_key, ref, forget_focus);
}

static void
give_focus (GtkWidget *page)
{
  GWeakRef *ref = g_object_get_data (G_OBJECT (page), focus_key);
  g_autoptr (GtkWidget) focus = ref != NULL ? g_weak_ref_get (ref) : NULL;

  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_grab_focus (focus))
    return;
  /* A page says by an action where one begins: one that took grab_focus() over would take Tab, too,
   * and its header bar would be out of reach. */
  if (!gtk_widget_activate_action (page, "page.focus", NULL) && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
remove_leaving (TribAppPages *self)
{
  while (self->leaving->len > 0) {
    GtkWidget *page = g_ptr_array_steal_index (self->leaving, self->leaving->len - 1);

    gtk_stack_remove (self->stack, page);
  }
}

static void
show_page (TribAppPages *self, GtkWidget *page, GtkStackTransitionType transition)
{
  gtk_stack_set_visible_child_full (
      self->stack, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, page)), transition);
  if (!gtk_stack_get_transition_running (self->stack))
    remove_leaving (self);
  give_focus (page);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DEPTH]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VISIBLE_PAGE]);
}

static void
add_page (TribAppPages *self, GtkWidget *page)
{
  /* A name of its own, because a stack shows a child with a chosen slide by name only. */
  g_autofree char *name = g_strdup_printf ("%p", (gpointer) page);

  gtk_stack_add_named (self->stack, page, name);
  g_ptr_array_add (self->pages, page);
}

static void
take_off (TribAppPages *self, guint n_stay)
{
  while (self->pages->len > n_stay) {
    GtkWidget *page = g_ptr_array_steal_index (self->pages, self->pages->len - 1);

    g_ptr_array_add (self->leaving, page);
  }
}

static void
transition_running_cb (TribAppPages *self)
{
  if (!gtk_stack_get_transition_running (self->stack))
    remove_leaving (self);
}

static void
trib_app_pages_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TribAppPages *self = TRIB_APP_PAGES (object);

  switch ((TribAppPagesProperty) id) {
  case PROP_DEPTH:
    g_value_set_uint (value, trib_app_pages_get_depth (self));
    break;
  case PROP_VISIBLE_PAGE:
    g_value_set_object (value, trib_app_pages_get_visible_page (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_app_pages_dispose (GObject *object)
{
  TribAppPages *self = TRIB_APP_PAGES (object);

  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->leaving, 0);
  G_OBJECT_CLASS (trib_app_pages_parent_class)->dispose (object);
}

static void
trib_app_pages_finalize (GObject *object)
{
  TribAppPages *self = TRIB_APP_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  G_OBJECT_CLASS (trib_app_pages_parent_class)->finalize (object);
}

static void
trib_app_pages_class_init (TribAppPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = trib_app_pages_get_property;
  object_class->dispose = trib_app_pages_dispose;
  object_class->finalize = trib_app_pages_finalize;

  props[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_VISIBLE_PAGE] =
      g_param_spec_object ("visible-page", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
trib_app_pages_init (TribAppPages *self)
{
  self->pages = g_ptr_array_new ();
  self->leaving = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  g_signal_connect_object (self->stack, "notify::transition-running",
                           G_CALLBACK (transition_running_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * trib_app_pages_new:
 *
 * Returns: (transfer floating): a place for pages, without any
 */
TribAppPages *
trib_app_pages_new (void)
{
  return g_object_new (TRIB_APP_TYPE_PAGES, NULL);
}

/**
 * trib_app_pages_push:
 * @self: pages
 * @page: the page to lay on top
 */
void
trib_app_pages_push (TribAppPages *self, GtkWidget *page)
{
  g_return_if_fail (TRIB_APP_IS_PAGES (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  remember_focus (self);
  add_page (self, page);
  show_page (self, page,
             self->pages->len > 1 ? GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT
                                  : GTK_STACK_TRANSITION_TYPE_NONE);
}

/**
 * trib_app_pages_replace:
 * @self: pages
 * @page: the page that takes the place of the top one
 */
void
trib_app_pages_replace (TribAppPages *self, GtkWidget *page)
{
  g_return_if_fail (TRIB_APP_IS_PAGES (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  take_off (self, MAX (self->pages->len, 1) - 1);
  add_page (self, page);
  show_page (self, page, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

/**
 * trib_app_pages_reset:
 * @self: pages
 * @page: the only page afterwards
 */
void
trib_app_pages_reset (TribAppPages *self, GtkWidget *page)
{
  g_return_if_fail (TRIB_APP_IS_PAGES (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  take_off (self, 0);
  add_page (self, page);
  show_page (self, page, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

/**
 * trib_app_pages_pop:
 * @self: pages
 *
 * Takes the top page off. The lowest one stays.
 *
 * Returns: whether a page was taken off
 */
gboolean
trib_app_pages_pop (TribAppPages *self)
{
  g_return_val_if_fail (TRIB_APP_IS_PAGES (self), FALSE);

  if (self->pages->len < 2)
    return FALSE;
  return trib_app_pages_pop_to (self, g_ptr_array_index (self->pages, self->pages->len - 2));
}

/**
 * trib_app_pages_pop_to:
 * @self: pages
 * @page: a page that lies there
 *
 * Takes off every page above @page.
 *
 * Returns: whether @page lies there
 */
gboolean
trib_app_pages_pop_to (TribAppPages *self, GtkWidget *page)
{
  guint position;

  g_return_val_if_fail (TRIB_APP_IS_PAGES (self), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (page), FALSE);

  if (!g_ptr_array_find (self->pages, page, &position))
    return FALSE;
  if (position + 1 == self->pages->len)
    return TRUE;
  take_off (self, position + 1);
  show_page (self, page, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  return TRUE;
}

/**
 * trib_app_pages_get_depth:
 * @self: pages
 *
 * Returns: how many pages lie on one another
 */
guint
trib_app_pages_get_depth (TribAppPages *self)
{
  g_return_val_if_fail (TRIB_APP_IS_PAGES (self), 0);
  return self->pages->len;
}

/**
 * trib_app_pages_get_visible_page:
 * @self: pages
 *
 * Returns: (nullable) (transfer none): the top page
 */
GtkWidget *
trib_app_pages_get_visible_page (TribAppPages *self)
{
  g_return_val_if_fail (TRIB_APP_IS_PAGES (self), NULL);
  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

/**
 * trib_app_pages_find:
 * @self: pages
 * @type: a widget type
 *
 * Returns: (nullable) (transfer none): the highest page of that type
 */
GtkWidget *
trib_app_pages_find (TribAppPages *self, GType type)
{
  g_return_val_if_fail (TRIB_APP_IS_PAGES (self), NULL);

  for (guint i = self->pages->len; i > 0; i--) {
    GtkWidget *page = g_ptr_array_index (self->pages, i - 1);

    if (g_type_is_a (G_OBJECT_TYPE (page), type))
      return page;
  }
  return NULL;
}
