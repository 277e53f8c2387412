/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: how a long list is cut into pages of which each begins with the last rows of
 * the one before, so that rows which moved in between are noticed. */
typedef struct _CodatPagePlan CodatPagePlan;

/* What is asked for; start and end are rows of the list, from 0. */
typedef struct {
  guint page;
  guint size;
  gint64 start;
  gint64 end;
} CodatPlannedPage;

CodatPagePlan *codat_page_plan_new (guint size) G_GNUC_WARN_UNUSED_RESULT;
void codat_page_plan_free (CodatPagePlan *self);
/* The server puts fewer rows on a page; only before a second page is taken. */
void codat_page_plan_set_size (CodatPagePlan *self, guint size);
/* Pages of one size, one behind the other; only before a second page is taken. */
void codat_page_plan_set_plain (CodatPagePlan *self);
/* number is from 1. */
CodatPlannedPage codat_page_plan_get (CodatPagePlan *self, guint number);
/* Whether a page begins with rows of the one before. */
gboolean codat_page_plan_overlaps (CodatPagePlan *self, guint number);

G_END_DECLS
