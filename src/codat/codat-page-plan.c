/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-page-plan.h"

/* A server counts pages from the beginning of the list by the size that is asked for, so a page
 * overlaps the rows before it when its size is another one. The size that leads furthest is nearly
 * the full one: 20 pages of 5000 have 190 rows more than once. */

struct _CodatPagePlan {
  GArray *pages; /* (owned): of CodatPlannedPage, as far as was asked */
  guint size;
  gboolean is_plain;
};

CodatPagePlan *
codat_page_plan_new (guint size)
{
  CodatPagePlan *self = g_new0 (CodatPagePlan, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (CodatPlannedPage));
  self->size = MAX (size, 1);
  return self;
}

void
codat_page_plan_free (CodatPagePlan *self)
{
  g_array_unref (self->pages);
  g_free (self);
}

void
codat_page_plan_set_size (CodatPagePlan *self, guint size)
{
  g_array_set_size (self->pages, 0);
  self->size = MAX (size, 1);
}

void
codat_page_plan_set_plain (CodatPagePlan *self)
{
  g_array_set_size (self->pages, 0);
  self->is_plain = TRUE;
}

/* The page of that size that has the row. */
static CodatPlannedPage
make_page (gint64 row, guint size)
{
  gint64 page = row / size;

  return (CodatPlannedPage){ (guint) (page + 1), size, page * size, (page + 1) * size };
}

/* Where no size overlaps and leads on, the page begins right behind. */
static CodatPlannedPage
plan_next (CodatPagePlan *self, gint64 end)
{
  guint smallest = self->size - self->size / 4;
  CodatPlannedPage best = { 0 };

  if (end == 0 || self->is_plain)
    return make_page (end, self->size);
  for (guint size = self->size; size >= smallest; size--) {
    CodatPlannedPage page = make_page (end - 1, size);

    if (page.end > best.end)
      best = page;
  }
  return best.end > end ? best : make_page (end, self->size);
}

CodatPlannedPage
codat_page_plan_get (CodatPagePlan *self, guint number)
{
  while (self->pages->len < number) {
    gint64 end = self->pages->len > 0
                     ? g_array_index (self->pages, CodatPlannedPage, self->pages->len - 1).end
                     : 0;
    CodatPlannedPage page = plan_next (self, end);

    g_array_append_val (self->pages, page);
  }
  return g_array_index (self->pages, CodatPlannedPage, number - 1);
}

gboolean
codat_page_plan_overlaps (CodatPagePlan *self, guint number)
{
  return number > 1 &&
         codat_page_plan_get (self, number).start < codat_page_plan_get (self, number - 1).end;
}
