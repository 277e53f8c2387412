/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "trib-clock.h"

#include "trib-model-companies.h"
#include "trib-model-notes.h"
#include "trib-model-platforms.h"
#include "trib-model-rows.h"
#include "trib-model-watch.h"

G_BEGIN_DECLS

struct _TribModelCompanies {
  TribModelRemoteList parent_instance;

  CodatClient *client;           /* (owned) */
  TribClock *clock;              /* (owned) */
  TribModelWatch *watch;         /* (owned): asks again and again */
  TribModelPlatforms *platforms; /* (owned) */
  TribModelNotes *notes;         /* (owned) */
  TribModelRows *rows;           /* (owned) */
  GHashTable *seen;              /* (owned) (nullable): the ids of the load under way */
  char *search;                  /* (owned) */
  TribModelFilter filter;
  guint counts[TRIB_MODEL_N_FILTERS]; /* that were told */
  GHashTable *awaited; /* (owned): the ids of those that a sign-in is written down of */
  guint heed_idle;     /* a source, or 0 */
  guint n_followers;
  guint minute; /* a timer, while somebody follows */
  guint total;
  gboolean no_match;
  gboolean loading;
};

TribModelCompanies *trib_model_companies_new (CodatClient *client,
                                              TribClock *clock,
                                              TribModelWatch *watch,
                                              TribModelPlatforms *platforms,
                                              TribModelNotes *notes) G_GNUC_WARN_UNUSED_RESULT;

/* Tells of what the rows count now. */
void trib_model_companies_check_rows (TribModelCompanies *self);
/* What is written down, or whom it is about, is different now: part of
 * trib-model-companies-filter.c. */
void trib_model_companies_heed_notes (TribModelCompanies *self);
void trib_model_companies_stop (TribModelCompanies *self);

/* For the verbs in trib-model-companies-verbs.c. */
CodatClient *trib_model_companies_get_client (TribModelCompanies *self);
/* The row of a company that the server told of, put into the list when it is new; borrowed. */
TribModelCompany *trib_model_companies_take (TribModelCompanies *self, CodatCompany *value);
/* The first that function says TRUE to; (nullable), borrowed. */
TribModelCompany *trib_model_companies_find_by (TribModelCompanies *self,
                                                gboolean (*function) (TribModelCompany *company,
                                                                      gpointer data),
                                                gpointer data);

G_END_DECLS
