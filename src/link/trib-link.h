/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room link/ is one sign-in attempt without any widget: the redirect template and its matcher,
 * the verdict on every address, the table of states, and the session whose result is what Codat
 * says.
 *
 * It may use base/ and GIO. It knows no HTTP, no JSON, no WebKit and no window: what it needs from
 * above it asks of a TribLinkService, and a view is known here by its interface only.
 */

#include "trib-link-browser.h"
#include "trib-link-history.h"
#include "trib-link-redirect.h"
#include "trib-link-service.h"
#include "trib-link-session.h"
#include "trib-link-types.h"
#include "trib-link-watchdog.h"
