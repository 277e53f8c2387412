/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The room web/ is the embedded view, and the only room that knows WebKit. It is built as a module
 * that is opened when a sign-in is near, so that starting the program does not pay for WebKit.
 *
 * It may use base/, link/ and GTK. Everything it decides about an address it asks of the session in
 * link/; everything that it shows about itself is behind the interface TribLinkBrowser.
 */

#include "trib-web-view.h"
