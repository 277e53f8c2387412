/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room model/ is what the screen binds to: list models and objects that join codat/, store/ and
 * link/. Loading, ready, empty and failed are properties here; what a person reads is translated
 * here.
 *
 * It may use base/, codat/, store/, link/ and GIO. It knows no widget, no HTTP, no JSON, no SQL.
 */

#include "trib-model-account.h"
#include "trib-model-accounts.h"
#include "trib-model-companies.h"
#include "trib-model-connections.h"
#include "trib-model-invitation.h"
#include "trib-model-notes.h"
#include "trib-model-platforms.h"
#include "trib-model-sign-in.h"
#include "trib-model-sync.h"
#include "trib-model-watch.h"
