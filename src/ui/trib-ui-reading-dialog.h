/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of something to read: every text plain, and (owned). */
typedef struct {
  char *heading;
  char *subtitle; /* (nullable) */
  char *note;     /* (nullable) */
  char *body;
} TribUiReadingPart;

void trib_ui_reading_part_free (TribUiReadingPart *part);

/* Something to read at leisure or to take away; @parts (element-type TribUiReadingPart) are used
 * during the call only. */
GtkWidget *trib_ui_reading_dialog_new (GtkWindow *parent, /* (nullable) */
                                       const char *title,
                                       GPtrArray *parts);

G_END_DECLS
