/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CODAT_TYPE_PAGE (codat_page_get_type ())

G_DECLARE_FINAL_TYPE (CodatPage, codat_page, CODAT, PAGE, GObject)

/* One page of a list; an immutable GListModel of its value objects. */
guint codat_page_get_number (CodatPage *self);
guint codat_page_get_size (CodatPage *self);
gint64 codat_page_get_total_results (CodatPage *self); /* -1 when the answer does not say */
gboolean codat_page_get_has_next (CodatPage *self);

G_END_DECLS
