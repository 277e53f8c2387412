/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-facts.h"
#include "trib-model-loader.h"
#include "trib-model-platform.h"

G_BEGIN_DECLS

struct _TribModelPlatform {
  GObject parent_instance;

  CodatIntegration *integration; /* (owned) */
  TribModelLoader *loader;       /* (owned) */
  TribModelFact *fact;           /* (owned) */
  char *name;                    /* (owned) */
  char *duration;                /* (owned) */
  char *search_text;             /* (owned): folded */
  char *collate_key;             /* (owned) */
  TribModelImage *logo;          /* (owned) (nullable) */
  TribModelImage *button;        /* (owned) (nullable) */
  TribModelImage *button_hover;  /* (owned) (nullable) */
  gboolean branding_asked;
  gboolean branding_failed;
  gboolean branding_ready;
  GCancellable *cancellable; /* (owned) */
};

TribModelPlatform *trib_model_platform_new (CodatIntegration *integration,
                                            TribModelLoader *loader,
                                            TribModelFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* A newer answer of the same integration: what failed may be asked for again. */
void trib_model_platform_refresh (TribModelPlatform *self);
/* Whether a newer answer says the same, so that the object can stay. */
gboolean trib_model_platform_is_same (TribModelPlatform *self, CodatIntegration *integration);
/* For sorting by name. */
const char *trib_model_platform_get_collate_key (TribModelPlatform *self);

G_END_DECLS
