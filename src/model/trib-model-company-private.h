/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-client.h"
#include "trib-clock.h"

#include "trib-model-company.h"
#include "trib-model-link-turns.h"
#include "trib-model-notes.h"
#include "trib-model-platforms.h"
#include "trib-model-watch.h"

G_BEGIN_DECLS

struct _TribModelCompany {
  GObject parent_instance;

  CodatClient *client;               /* (owned) */
  TribClock *clock;                  /* (owned) */
  TribModelWatch *watch;             /* (owned): asks again and again */
  TribModelPlatforms *platforms;     /* (owned) */
  TribModelNotes *notes;             /* (owned) */
  CodatCompany *value;               /* (owned): the last answer */
  TribModelConnections *connections; /* (owned) (nullable): when somebody asked for it */
  TribModelLinkTurns *turns;         /* (owned): of those who ask for a new connection */
  TribModelStatus status;
  char *name;        /* (owned) */
  char *reference;   /* (owned) */
  char *folded_name; /* (owned) */
  char *collate_key; /* (owned) */
  char *search_text; /* (owned) (nullable): folded, when somebody searched */
};

TribModelCompany *trib_model_company_new (CodatCompany *value,
                                          CodatClient *client,
                                          TribClock *clock,
                                          TribModelWatch *watch,
                                          TribModelPlatforms *platforms,
                                          TribModelNotes *notes) G_GNUC_WARN_UNUSED_RESULT;
/* A newer answer about the same company. */
void trib_model_company_take (TribModelCompany *self, CodatCompany *value);
/* Says anew what changes with time, or with what is written down. */
void trib_model_company_tell_times (TribModelCompany *self);
/* The order of the list. */
int trib_model_company_compare (TribModelCompany *one, TribModelCompany *other);
/* words: what trib_model_words_new() made of a search text. */
gboolean trib_model_company_matches_words (TribModelCompany *self, const char *const *words);
/* name: folded. */
gboolean trib_model_company_has_name (TribModelCompany *self, const char *name);

/* Signal "changed" (run-last): its place in the list, or whether it matches, may be another now. */

G_END_DECLS
