/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "codat-enums.h"

G_BEGIN_DECLS

/* What is known of the platforms, from resources/platforms.ini: a table that is only read. */
typedef struct _TribModelFacts TribModelFacts;

TribModelFacts *trib_model_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void trib_model_facts_free (TribModelFacts *self);

/* What is known of one platform, put into sentences. */
typedef struct {
  char *address; /* "" when not known */
  gboolean needs_windows;
  gboolean is_sandbox;
  guint link_hours;         /* how long a link for signing in is good for */
  gboolean prefers_browser; /* its pages refuse to be shown inside a program */
  gboolean begins_inside;   /* people begin in the platform; no link may be opened */
  guint minutes;
  char **domains;   /* of its pages; may be empty */
  char **steps;     /* translated */
  char **needs;     /* translated */
  char **reads;     /* translated; may be empty */
  char **writes;    /* translated; may be empty */
  char *disconnect; /* translated */
  char *link;       /* translated */
} TribModelFact;

TribModelFact *trib_model_facts_find (TribModelFacts *self,
                                      const char *key,
                                      CodatSourceType type,
                                      const char *name) G_GNUC_WARN_UNUSED_RESULT;
guint trib_model_facts_get_link_hours (TribModelFacts *self,
                                       const char *key,
                                       CodatSourceType type,
                                       const char *name);
void trib_model_fact_free (TribModelFact *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribModelFacts, trib_model_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TribModelFact, trib_model_fact_free)

G_END_DECLS
