/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the columns of the list of companies are at a width: rows and headings agree by asking
 * here. On a narrow list there are no columns. */
typedef struct {
  gboolean narrow;
  int name_x, name_width;
  int marks_x, marks_width;
  int status_x, status_width;
  int sync_x, sync_width;
  int end_x, end_width;
} TribUiCompanyColumns;

#define TRIB_UI_COMPANY_MARGIN 18
#define TRIB_UI_COMPANY_GAP 12

void trib_ui_company_columns_get (GtkWidget *widget, int width, TribUiCompanyColumns *columns);
void trib_ui_company_columns_allocate (GtkWidget *child, int x, int y, int width, int height);

#define TRIB_UI_TYPE_COMPANY_HEADINGS (trib_ui_company_headings_get_type ())

G_DECLARE_FINAL_TYPE (
    TribUiCompanyHeadings, trib_ui_company_headings, TRIB_UI, COMPANY_HEADINGS, GtkWidget)

G_END_DECLS
