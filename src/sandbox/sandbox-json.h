/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON straight into a text: a page of thousands of companies costs no tree. */
typedef struct {
  GString *text;
  gboolean needs_comma;
} SandboxJson;

#define SANDBOX_JSON_INIT                                                                          \
  {                                                                                                \
    g_string_new (NULL), FALSE                                                                     \
  }

/* name is NULL inside an array and for the outermost value. */
void sandbox_json_begin_object (SandboxJson *self, const char *name);
void sandbox_json_end_object (SandboxJson *self);
void sandbox_json_begin_array (SandboxJson *self, const char *name);
void sandbox_json_end_array (SandboxJson *self);
void sandbox_json_string (SandboxJson *self, const char *name, const char *value);
void sandbox_json_integer (SandboxJson *self, const char *name, gint64 value);
void sandbox_json_boolean (SandboxJson *self, const char *name, gboolean value);
void sandbox_json_null (SandboxJson *self, const char *name);
GBytes *sandbox_json_free_to_bytes (SandboxJson *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
