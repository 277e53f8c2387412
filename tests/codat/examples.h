/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One example of Codat's own document, from data/examples.json. */
typedef struct {
  const char *of;     /* an operation, or a component */
  const char *status; /* of the answer, or "request", "error" or "schema" */
  const char *name;
  JsonNode *body;
  GHashTable *facts; /* (nullable): for the test, path to value */
  guint n_compared;  /* for the test */
} Example;

/* Runs a test for every example whose status it takes; returns how many there were. */
guint examples_run (gboolean (*takes) (const char *status), void (*run) (Example *example));

G_END_DECLS
