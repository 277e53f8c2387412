/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox-server.h"
#include "sandbox-world.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

struct _SandboxServer {
  GObject parent_instance;

  GMutex lock;
  SandboxWorld *world;   /* (owned) */
  GThread *thread;       /* (owned) (nullable) */
  GMainContext *context; /* (owned) (nullable) */
  GMainLoop *loop;       /* (owned) (nullable) */
  guint port;

  /* Of the server's thread only. */
  SoupServer *api;       /* (owned) (nullable) */
  SoupServer *target;    /* (owned) (nullable) */
  SoupServer *untrusted; /* (owned) (nullable) */
};

/* sandbox-http.c: between the sockets and the router; called in the server's thread. */
void sandbox_http_attach (SandboxServer *self);

/* sandbox-untrusted.c: a server whose certificate nobody vouches for, or NULL where GLib cannot
 * serve TLS; *url is where it listens. */
SoupServer *sandbox_untrusted_new (char **url) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
