/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-json-reader.h"
#include "codat-transport.h"

G_BEGIN_DECLS

/* Private to the room, for a worker thread: the document of a successful answer, or the error that
 * the answer is. */
CodatJson *codat_answer_parse (CodatReply *reply, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean codat_answer_check_status (CodatReply *reply, GError **error);

G_END_DECLS
