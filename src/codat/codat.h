/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room codat/ is the Codat Platform API: value objects, one client, the authorizer, errors,
 * paging. It is written as a library that could be installed on its own.
 *
 * It may use base/, libsoup and json-glib. It knows no account, no database, no window and no
 * sandbox. Above this room nobody sees JSON or HTTP: an answer is checked on entry and becomes an
 * immutable value object, or an error.
 */

#include "codat-client.h"
#include "codat-error.h"
#include "codat-query.h"
