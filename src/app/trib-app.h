/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room app/ is the program: main, application, window, actions, and the tour that walks the
 * main job by itself. It is the one place that chooses concrete classes: which store, which
 * keyring, which view, and, for --demo and nothing else, the sandbox.
 *
 * It may use every other room. It draws no page (that is ui/) and keeps no list (that is model/).
 */

#include "trib-app-application.h"
#include "trib-app-demo.h"
#include "trib-app-home.h"
#include "trib-app-pages.h"
#include "trib-app-start-page.h"
#include "trib-app-web.h"
#include "trib-app-window.h"
