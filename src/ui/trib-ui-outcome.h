/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-link-types.h"

G_BEGIN_DECLS

/**
 * TribUiOutcomeWays:
 *
 * The ways on from a result: no page is without one.
 */
typedef enum {
  TRIB_UI_OUTCOME_WAY_DONE = 1 << 0,
  TRIB_UI_OUTCOME_WAY_RETRY = 1 << 1,
  TRIB_UI_OUTCOME_WAY_BROWSER = 1 << 2,
  TRIB_UI_OUTCOME_WAY_OTHER = 1 << 3,
  TRIB_UI_OUTCOME_WAY_CHECK = 1 << 4,
  TRIB_UI_OUTCOME_WAY_SHARE = 1 << 5,
} TribUiOutcomeWays;

/* How an outcome looks: colour, icon and word together. */
typedef struct {
  TribLinkOutcome outcome;
  const char *icon_name;
  const char *style_class;
  const char *word; /* translatable, not translated */
  TribUiOutcomeWays ways;
  TribUiOutcomeWays first; /* the one primary action */
} TribUiOutcome;

const TribUiOutcome *trib_ui_outcome_get (TribLinkOutcome outcome);
const char *trib_ui_outcome_get_word (const TribUiOutcome *self);

G_END_DECLS
