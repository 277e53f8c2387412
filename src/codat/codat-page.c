/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-page.h"

#include "codat-error.h"
#include "codat-json.h"

/* One page of a list: the value objects and what the server said about the rest. Immutable; owned
 * by who asked for it. It is made in a worker thread and used in the thread of its owner.
 */
struct _CodatPage {
  GObject parent_instance;

  GPtrArray *rows; /* (owned) of value objects */
  GType type;
  guint number;
  guint size;
  guint n_received;
  gint64 total_results;
  gboolean has_next;
};

static void codat_page_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CodatPage,
                               codat_page,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      codat_page_list_model_init))

static GType
codat_page_get_item_type (GListModel *model)
{
  return CODAT_PAGE (model)->type;
}

static guint
codat_page_get_n_items (GListModel *model)
{
  return CODAT_PAGE (model)->rows->len;
}

static gpointer
codat_page_get_item (GListModel *model, guint position)
{
  CodatPage *self = CODAT_PAGE (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
codat_page_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = codat_page_get_item_type;
  iface->get_n_items = codat_page_get_n_items;
  iface->get_item = codat_page_get_item;
}

static void
codat_page_finalize (GObject *object)
{
  g_clear_pointer (&CODAT_PAGE (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (codat_page_parent_class)->finalize (object);
}

static void
codat_page_class_init (CodatPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_page_finalize;
}

static void
codat_page_init (CodatPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
has_next_link (CodatJson *object)
{
  CodatJson *links = codat_json_get_object (object, "_links");
  CodatJson *next = links != NULL ? codat_json_get_object (links, "next") : NULL;

  return next != NULL && codat_json_get_string (next, "href") != NULL;
}

static void
take_head (CodatPage *self, CodatJson *object)
{
  self->number = CLAMP (codat_json_get_integer (object, "pageNumber", 0), 0, G_MAXINT);
  self->size = CLAMP (codat_json_get_integer (object, "pageSize", 0), 0, G_MAXINT);
  self->total_results = MAX (codat_json_get_integer (object, "totalResults", -1), -1);
  self->has_next = has_next_link (object);
}

/* What makes the rows of a page. */
typedef struct {
  CodatPage *page;
  CodatRowFunc row;
} Rows;

static void
take_row (CodatJson *item, gpointer data)
{
  Rows *rows = data;
  CodatPage *self = rows->page;
  gpointer value = codat_json_is (item, CODAT_JSON_OBJECT) ? rows->row (item, NULL) : NULL;

  self->n_received++;
  /* A foreign row must never break the window. */
  if (value != NULL)
    g_ptr_array_add (self->rows, value);
}

/* Answers may leave out an empty list, which is no required member, but not one that has rows: what
 * is not there must never read as "there is none". */
static gboolean
check_list (CodatPage *self, CodatJson *object, GError **error)
{
  if (codat_json_get_array (object, "results") != NULL || self->total_results == 0)
    return TRUE;
  g_set_error_literal (error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, "the page.results is no list");
  return FALSE;
}

static CodatPage *
new_page (GType type)
{
  CodatPage *self = g_object_new (CODAT_TYPE_PAGE, NULL);

  self->type = type;
  return self;
}

CodatPage *
codat_page_read (char *text, gsize length, GType type, CodatRowFunc row, GError **error)
{
  g_autoptr (CodatPage) self = new_page (type);
  Rows rows = { self, row };
  g_autoptr (CodatJson) root =
      codat_json_read_rows (text, length, "results", take_row, &rows, error);

  if (root == NULL || codat_json_node_get_object (root, "the page", error) == NULL)
    return NULL;
  take_head (self, root);
  return check_list (self, root, error) ? g_steal_pointer (&self) : NULL;
}

CodatPage *
codat_page_new_from_member (
    CodatJson *node, const char *member, GType type, CodatRowFunc row, GError **error)
{
  g_autoptr (CodatPage) self = NULL;
  CodatJson *object = codat_json_node_get_object (node, "the page", error);
  CodatJson *results;
  Rows rows;

  if (object == NULL)
    return NULL;
  self = new_page (type);
  rows = (Rows){ self, row };
  take_head (self, object);
  results = codat_json_get_array (object, member);
  for (CodatJson *item = codat_json_get_first (results); item; item = codat_json_get_next (item))
    take_row (item, &rows);
  return g_steal_pointer (&self);
}

guint
codat_page_get_n_received (CodatPage *self)
{
  return self->n_received;
}

/**
 * codat_page_get_number:
 * @self: a page
 *
 * Returns: its number, from 1; 0 when the answer does not say
 */
guint
codat_page_get_number (CodatPage *self)
{
  g_return_val_if_fail (CODAT_IS_PAGE (self), 0);
  return self->number;
}

/**
 * codat_page_get_size:
 * @self: a page
 *
 * Returns: how many rows a full page has; 0 when the answer does not say
 */
guint
codat_page_get_size (CodatPage *self)
{
  g_return_val_if_fail (CODAT_IS_PAGE (self), 0);
  return self->size;
}

/**
 * codat_page_get_total_results:
 * @self: a page
 *
 * Returns: how many rows all pages have together; -1 when the answer does not say
 */
gint64
codat_page_get_total_results (CodatPage *self)
{
  g_return_val_if_fail (CODAT_IS_PAGE (self), -1);
  return self->total_results;
}

/**
 * codat_page_get_has_next:
 * @self: a page
 *
 * Returns: whether another page follows
 */
gboolean
codat_page_get_has_next (CodatPage *self)
{
  g_return_val_if_fail (CODAT_IS_PAGE (self), FALSE);
  return self->has_next;
}
