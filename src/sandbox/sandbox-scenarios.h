/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SANDBOX_ACT_ASK,     /* the person chooses on the page */
  SANDBOX_ACT_END,     /* ends by itself, at once */
  SANDBOX_ACT_EXPIRED, /* the link says that it is too old */
  SANDBOX_ACT_FORGED,  /* the page first goes to a redirect of a foreign connection */
  SANDBOX_ACT_SLOW,
  SANDBOX_ACT_NEVER,
  SANDBOX_ACT_BLANK,
  SANDBOX_ACT_USED,         /* the link says that it was used before */
  SANDBOX_ACT_POPUP,        /* the platform's part is in a window of its own */
  SANDBOX_ACT_DOWNLOAD,     /* the page hands over a file */
  SANDBOX_ACT_TLS,          /* the link leads to a server that nobody vouches for */
  SANDBOX_ACT_CRASH,        /* the page takes memory until its process is stopped */
  SANDBOX_ACT_HANG,         /* the page is busy with itself for ever */
  SANDBOX_ACT_FORGED_FRAME, /* a frame in the page goes to a redirect of a foreign connection */
  SANDBOX_ACT_POST,         /* what is chosen ends in a redirect that is posted */
  SANDBOX_ACT_NO_REDIRECT,  /* what is chosen ends on a page of Codat's own */
} SandboxAct;

typedef enum {
  SANDBOX_EFFECT_NONE,
  SANDBOX_EFFECT_LINK,
  SANDBOX_EFFECT_LINK_OTHER, /* links, but another organisation than before */
  SANDBOX_EFFECT_FAIL,       /* stays as it was, with an entry in dataConnectionErrors */
} SandboxEffect;

/* How a sign-in goes; an ending can also be chosen on the page by its name. */
typedef struct {
  const char *name;
  const char *description;
  const char *button; /* (nullable): the words on the page, for what ends a sign-in */
  SandboxAct act;
  SandboxEffect effect;
  guint status_code;
  const char *error_message;
  const char *status_text;
} SandboxScenario;

/* What goes wrong in the API, until it is set to something else. */
typedef enum {
  SANDBOX_FAULT_NONE,
  SANDBOX_FAULT_STATUS,  /* answers with the status and does nothing */
  SANDBOX_FAULT_LOST,    /* does it, and answers with the status all the same */
  SANDBOX_FAULT_IGNORED, /* says yes and does nothing */
  SANDBOX_FAULT_LINK,    /* about the Link pages */
  SANDBOX_FAULT_SLOW,
  SANDBOX_FAULT_NEVER,
  SANDBOX_FAULT_CUT,
  SANDBOX_FAULT_BROKEN_JSON,
  SANDBOX_FAULT_HTML,
  SANDBOX_FAULT_EMPTY,
  SANDBOX_FAULT_REDIRECT,
} SandboxFaultKind;

typedef struct {
  const char *name;
  const char *description;
  SandboxFaultKind kind;
  const char *operation; /* (nullable): the operation that it strikes; NULL for all */
  guint status;
  const char *error;
} SandboxFault;

const SandboxScenario *sandbox_scenarios_find (const char *name);
const SandboxScenario *sandbox_scenarios_get (guint index);
const SandboxFault *sandbox_faults_find (const char *name);
const char *const *sandbox_scenarios_list (void);
const char *const *sandbox_faults_list (void);

G_END_DECLS
