/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *trib_log_redact (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void trib_log_install (gboolean verbose);

G_END_DECLS
