/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "trib-model-invitation.h"

G_BEGIN_DECLS

/* A page for whoever signs in, to print or to save: what is needed and what happens, without the
 * link, which goes its own way and lives for a short time. */
char *trib_ui_instructions_dup_markup (TribModelInvitation *invitation) G_GNUC_WARN_UNUSED_RESULT;
GtkPrintOperation *
trib_ui_instructions_new (TribModelInvitation *invitation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
