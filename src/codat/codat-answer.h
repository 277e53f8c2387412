/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "codat-transport.h"

G_BEGIN_DECLS

/* Private to the room, whether the answer is a success that may be read, or else the error that it
 * is. */
gboolean codat_answer_check (const CodatReply *reply, GError **error);
gboolean codat_answer_check_status (const CodatReply *reply, GError **error);

G_END_DECLS
