/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-app-web.h"

#include "trib-link-browser.h"

#include <gio/gio.h>
#include <gmodule.h>

/* The door to the module with the embedded view: start-up does not pay for WebKit, and a click
 * finds a warm view. The window owns it. Main thread only. */

struct _TribAppWeb {
  GObject parent_instance;

  char *path;       /* (owned) */
  GtkWidget *ready; /* (owned) (nullable): made ready, not taken yet */
  guint idle;
};

G_DEFINE_FINAL_TYPE (TribAppWeb, trib_app_web, G_TYPE_OBJECT)

typedef GtkWidget *(*NewViewFunc) (void);

#define MODULE_FILE "tributary-web." G_MODULE_SUFFIX

static char *
find_module (void)
{
#if TRIB_DEVEL
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, TRIB_BUILD_DIR G_DIR_SEPARATOR_S))
    return g_build_filename (TRIB_BUILD_DIR, "src", "web", MODULE_FILE, NULL);
#endif
  return g_build_filename (PKGLIBDIR, MODULE_FILE, NULL);
}

static GtkWidget *
make_view (TribAppWeb *self, GError **error)
{
  GModule *module = g_module_open (self->path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  gpointer symbol = NULL;
  GtkWidget *view;

  if (module == NULL || !g_module_symbol (module, "trib_web_module_new_view", &symbol) ||
      symbol == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No embedded view: %s",
                 g_module_error ());
    if (module != NULL)
      g_module_close (module);
    return NULL;
  }
  /* WebKit registers types that cannot be taken back. */
  g_module_make_resident (module);
  view = ((NewViewFunc) symbol) ();
  if (view == NULL || !TRIB_LINK_IS_BROWSER (view)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         "The module made no embedded view");
    g_clear_pointer (&view, g_object_ref_sink);
    return NULL;
  }
  return g_object_ref_sink (view);
}

static gboolean
idle_cb (gpointer data)
{
  TribAppWeb *self = data;
  g_autoptr (GError) error = NULL;

  self->idle = 0;
  self->ready = make_view (self, &error);
  if (self->ready == NULL)
    g_warning ("%s", error->message);
  else
    trib_link_browser_set_session (TRIB_LINK_BROWSER (self->ready), NULL);
  return G_SOURCE_REMOVE;
}

static void
trib_app_web_dispose (GObject *object)
{
  trib_app_web_let_go (TRIB_APP_WEB (object));
  G_OBJECT_CLASS (trib_app_web_parent_class)->dispose (object);
}

static void
trib_app_web_finalize (GObject *object)
{
  g_free (TRIB_APP_WEB (object)->path);
  G_OBJECT_CLASS (trib_app_web_parent_class)->finalize (object);
}

static void
trib_app_web_class_init (TribAppWebClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trib_app_web_dispose;
  object_class->finalize = trib_app_web_finalize;
}

static void
trib_app_web_init (TribAppWeb *self)
{
}

/**
 * trib_app_web_new:
 * @path: (nullable): the module, or %NULL for the one that belongs to this program
 *
 * Returns: (transfer full): the door to the module; nothing is opened yet
 */
TribAppWeb *
trib_app_web_new (const char *path)
{
  TribAppWeb *self = g_object_new (TRIB_APP_TYPE_WEB, NULL);

  self->path = path != NULL ? g_strdup (path) : find_module ();
  return self;
}

/**
 * trib_app_web_make_ready:
 * @self: the door to the module
 *
 * Opens the module and makes a view ready when nothing else is to do. What goes wrong is only
 * logged: [method@TribApp.Web.take_view] tries again and says so.
 */
void
trib_app_web_make_ready (TribAppWeb *self)
{
  g_return_if_fail (TRIB_APP_IS_WEB (self));

  if (self->ready == NULL && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/**
 * trib_app_web_let_go:
 * @self: the door to the module
 *
 * Ends a view that was made ready and not taken, with its processes.
 */
void
trib_app_web_let_go (TribAppWeb *self)
{
  g_return_if_fail (TRIB_APP_IS_WEB (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->ready != NULL)
    trib_link_browser_shut_down (TRIB_LINK_BROWSER (self->ready));
  g_clear_object (&self->ready);
}

/**
 * trib_app_web_take_view:
 * @self: the door to the module
 * @error: where to put a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): the view that was made ready, or a new one
 */
GtkWidget *
trib_app_web_take_view (TribAppWeb *self, GError **error)
{
  g_return_val_if_fail (TRIB_APP_IS_WEB (self), NULL);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->ready != NULL)
    return g_steal_pointer (&self->ready);
  return make_view (self, error);
}
