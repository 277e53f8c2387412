/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

/* Every page and dialog in each of its states, by name: for pictures, and for what must hold of all
 * of them. window is (nullable): what a dialog stands over. */
typedef struct {
  const char *name;
  GtkWidget *(*make) (UiWorld *world, GtkWindow *window);
} UiPage;

const UiPage *ui_pages_get (guint *n_pages);
const UiPage *ui_pages_find (const char *name); /* (nullable) */

G_END_DECLS
