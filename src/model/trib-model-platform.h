/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "codat-integration.h"

#include "trib-model-image.h"

G_BEGIN_DECLS

/**
 * TribModelCategory:
 *
 * The sections of the grid, in this order.
 */
typedef enum {
  TRIB_MODEL_CATEGORY_ACCOUNTING,
  TRIB_MODEL_CATEGORY_BANKING,
  TRIB_MODEL_CATEGORY_COMMERCE,
  TRIB_MODEL_CATEGORY_OTHER,
} TribModelCategory;

#define TRIB_MODEL_TYPE_CATEGORY (trib_model_category_get_type ())
GType trib_model_category_get_type (void);

const char *trib_model_category_get_title (TribModelCategory category); /* translated */
const char *
trib_model_category_get_rule (TribModelCategory category); /* translated: "One at a time." … */

#define TRIB_MODEL_TYPE_PLATFORM (trib_model_platform_get_type ())

G_DECLARE_FINAL_TYPE (TribModelPlatform, trib_model_platform, TRIB_MODEL, PLATFORM, GObject)

/* A platform that can be connected. Properties (read-only): "key", "name", "address" (what people
 * know it by, like "qbo.intuit.com"; "" when not known), "category", "is-beta",
 * "is-offline-connector", "needs-windows". With notify, because branding comes later: "logo",
 * "button", "button-hover" (TribModelImage, nullable; button ones only when branding gives them),
 * "branding-ready". */
const char *trib_model_platform_get_key (TribModelPlatform *self);
const char *trib_model_platform_get_name (TribModelPlatform *self);
const char *trib_model_platform_get_address (TribModelPlatform *self);
const char *trib_model_platform_get_integration_id (TribModelPlatform *self); /* (nullable) */
TribModelCategory trib_model_platform_get_category (TribModelPlatform *self);
CodatSourceType trib_model_platform_get_source_type (TribModelPlatform *self);
gboolean trib_model_platform_get_is_beta (TribModelPlatform *self);
gboolean trib_model_platform_get_is_offline_connector (TribModelPlatform *self);
TribModelImage *trib_model_platform_get_logo (TribModelPlatform *self);
TribModelImage *trib_model_platform_get_button (TribModelPlatform *self);
TribModelImage *trib_model_platform_get_button_hover (TribModelPlatform *self);
/* Asks for the branding once; a widget calls it when it is mapped. */
void trib_model_platform_load_branding (TribModelPlatform *self);
/* Whether a search text is in its name, address or category. */
gboolean trib_model_platform_matches (TribModelPlatform *self, const char *search);
/* What a person needs and does there: translated sentences, NULL-terminated, never empty. */
const char *const *trib_model_platform_get_steps (TribModelPlatform *self);
const char *const *trib_model_platform_get_needs (TribModelPlatform *self);
const char *trib_model_platform_get_duration_text (TribModelPlatform *self); /* "About 1 minute" */
/* Which data is read and which is written: translated, NULL-terminated, may be empty. */
const char *const *trib_model_platform_get_reads (TribModelPlatform *self);
const char *const *trib_model_platform_get_writes (TribModelPlatform *self);
/* That it can be ended at any time, and where; how long a link lives: translated sentences. */
const char *trib_model_platform_get_disconnect_text (TribModelPlatform *self);
const char *trib_model_platform_get_link_text (TribModelPlatform *self);
guint trib_model_platform_get_link_hours (TribModelPlatform *self);
/* The domains its pages are on, like "xero.com": NULL-terminated, empty when not known. */
const char *const *trib_model_platform_get_domains (TribModelPlatform *self);
gboolean trib_model_platform_get_needs_windows (TribModelPlatform *self);
gboolean trib_model_platform_get_is_sandbox (TribModelPlatform *self); /* for trying out only */
/* Its pages refuse to be shown inside a program. */
gboolean trib_model_platform_get_prefers_browser (TribModelPlatform *self);
/* People begin in the platform itself; its link may not be opened. */
gboolean trib_model_platform_get_begins_inside (TribModelPlatform *self);

G_END_DECLS
