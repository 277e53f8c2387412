/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *trib_ui_mailto_new (const char *recipients,
                          const char *subject,
                          const char *body) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
