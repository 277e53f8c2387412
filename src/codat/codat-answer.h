/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "codat-transport.h"

G_BEGIN_DECLS

/* Private to the room, for a worker thread: the text of a successful answer, which is taken out of
 * it, or the error that the answer is. */
char *
codat_answer_take_text (CodatReply *reply, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean codat_answer_check_status (CodatReply *reply, GError **error);

G_END_DECLS
