/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-company-stream.h"

#include "codat-page-plan.h"
#include "codat-seen-ids.h"

G_BEGIN_DECLS

#define N_AHEAD 2
/* So many pages, up to the furthest one that was taken, can be read again without taking a company
 * twice. */
#define N_REMEMBERED 4

/* A page that was asked for. */
typedef struct {
  GTask *task; /* of the stream: (owned) by the request while it is on its way */
  guint number;
  gboolean stale;  /* not to be taken */
  CodatPage *page; /* (owned) (nullable) */
  GError *error;   /* (owned) (nullable) */
} CodatCompanySlot;

typedef struct {
  char *query;         /* (owned) (nullable) */
  char *tags;          /* (owned) (nullable) */
  char *order_by;      /* (owned) (nullable) */
  CodatPagePlan *plan; /* (owned) */
  CodatCompaniesFunc take;
  gpointer take_data;
  GCancellable *cancellable; /* (owned): of the requests */
  gulong cancelled;          /* the handler on the caller's cancellable */

  GQueue slots;       /* of CodatCompanySlot, in the order of asking */
  GPtrArray *fresh;   /* (owned) (nullable): the companies of the page being handed on… */
  guint n_handed;     /* …and how many of them were */
  gboolean is_last;   /* nothing comes after them */
  guint n_under_way;  /* those without an answer */
  guint next;         /* the page to ask for */
  guint last;         /* the last page as far as is known */
  gint64 total;       /* -1 when the server does not say */
  CodatSeenIds *seen; /* (owned) */
  guint highest;      /* the furthest page that was taken */
  guint n_steps_back; /* since then */
  guint64 n_taken;
  gboolean over;
  GError *error; /* (owned) (nullable): why it is over */
} CodatCompanyStream;

/* error is (nullable) and taken over. */
void codat_company_stream_stop (CodatCompanyStream *stream, GError *error);
/* Whether the page is to be asked for otherwise. */
gboolean
codat_company_stream_change_plan (CodatCompanyStream *stream, guint number, CodatPage *page);
/* What is wrong with a page as a part of the list; NULL when nothing is. */
const char *
codat_company_stream_find_fault (CodatCompanyStream *stream, guint number, CodatPage *page);
/* Whether pages before this one are to be read again; ends the stream when they cannot be. */
gboolean codat_company_stream_step_back (CodatCompanyStream *stream, guint number, CodatPage *page);
/* How far may be asked ahead, as far as this page knows. */
guint codat_company_stream_get_last (CodatCompanyStream *stream,
                                     guint number,
                                     gboolean more,
                                     gint64 total);

G_END_DECLS
