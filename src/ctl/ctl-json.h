/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON, written: each function appends to a text. A member puts the comma that it needs before it.
 */
void ctl_json_append_visible (GString *text, gunichar c);
void ctl_json_string (GString *text, const char *value);
void ctl_json_strings (GString *text, const char *const *values);
void ctl_json_comma (GString *text);
void ctl_json_member (GString *text, const char *name);

G_END_DECLS
