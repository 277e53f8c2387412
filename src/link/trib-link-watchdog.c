/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-link-watchdog.h"

#include "trib-link-address.h"

#include <string.h>

/* Notices a page that is there and yet of no use: nothing to be seen, no progress, a platform that
 * turns embedded views away. It ends nothing; it only says that the browser is the better way.
 * Owned by the session; main thread only. */

#define FIRST_LOOK 8000
#define NEXT_LOOK 20000
/* Between looks at a page that is blank, and for the answer to a look. */
#define SOON 4000
#define PATIENCE 30000

struct _TribLinkWatchdog {
  GObject parent_instance;

  TribClock *clock; /* (owned) */
  TribLinkPageTrouble trouble;
  gboolean running;
  gboolean unanswered; /* whether a look is under way */
  gboolean has_page;   /* whether one came since the start */
  gboolean stuck;      /* whether a page got no further for too long */
  double progress;
  guint look;  /* the timer of the next look */
  guint stall; /* the timer of a page that gets no further */
};

G_DEFINE_FINAL_TYPE (TribLinkWatchdog, trib_link_watchdog, G_TYPE_OBJECT)

typedef enum { PROP_TROUBLE = 1 } Property;

static GParamSpec *props[PROP_TROUBLE + 1];

enum { SIGNAL_LOOK, SIGNAL_PAGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_trouble (TribLinkWatchdog *self, TribLinkPageTrouble trouble)
{
  if (self->trouble == trouble)
    return;
  self->trouble = trouble;
  if (trouble != TRIB_LINK_PAGE_TROUBLE_NONE)
    g_debug ("The page is of no use: %d", (int) trouble);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);
}

static void
clear_trouble (TribLinkWatchdog *self, TribLinkPageTrouble trouble)
{
  if (self->trouble == trouble)
    set_trouble (self, TRIB_LINK_PAGE_TROUBLE_NONE);
}

static gboolean look_cb (gpointer data);

static void
look_after (TribLinkWatchdog *self, guint delay)
{
  trib_clock_clear (self->clock, &self->look);
  self->look = trib_clock_add_timeout (self->clock, delay, look_cb, self, NULL);
}

static gboolean
look_cb (gpointer data)
{
  TribLinkWatchdog *self = data;

  self->look = 0;
  /* A page that cannot even be looked at is busy with itself. */
  if (self->unanswered && self->trouble == TRIB_LINK_PAGE_TROUBLE_NONE)
    set_trouble (self, TRIB_LINK_PAGE_TROUBLE_STALLED);
  look_after (self, SOON);
  if (!self->unanswered) {
    self->unanswered = TRUE;
    g_signal_emit (self, signals[SIGNAL_LOOK], 0);
  }
  return G_SOURCE_REMOVE;
}

static gboolean
stall_cb (gpointer data)
{
  TribLinkWatchdog *self = data;

  self->stall = 0;
  self->stuck = TRUE;
  if (self->trouble == TRIB_LINK_PAGE_TROUBLE_NONE)
    set_trouble (self, TRIB_LINK_PAGE_TROUBLE_STALLED);
  return G_SOURCE_REMOVE;
}

static void
stall_after (TribLinkWatchdog *self, guint delay)
{
  self->stuck = FALSE;
  trib_clock_clear (self->clock, &self->stall);
  self->stall = trib_clock_add_timeout (self->clock, delay, stall_cb, self, NULL);
}

static gboolean
has_word (const char *text, const char *const *words)
{
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  for (guint i = 0; lower != NULL && words[i] != NULL; i++) {
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Google names the error «disallowed_useragent» and shows it below /signin/rejected
 * (developers.google.com/identity/protocols/oauth2/native-app); WebKitGTK has no WebAuthn, so a
 * page that asks for a passkey waits for ever. */
static TribLinkPageTrouble
judge_page (const char *uri)
{
  static const char *const refusals[] = { "disallowed_useragent", "/signin/rejected", NULL };
  static const char *const passkeys[] = { "webauthn", "passkey", "/fido", NULL };
  g_autoptr (TribLinkAddress) address = trib_link_address_parse (uri, TRUE);
  g_autofree char *rest = NULL;
  g_autofree char *path = NULL;

  if (address == NULL)
    return TRIB_LINK_PAGE_TROUBLE_NONE;
  rest = g_strjoinv ("/", address->segments);
  path = g_strconcat ("/", rest, NULL);
  if (has_word (path, refusals) || has_word (address->query, refusals))
    return TRIB_LINK_PAGE_TROUBLE_BROWSER_REFUSED;
  return has_word (path, passkeys) ? TRIB_LINK_PAGE_TROUBLE_PASSKEY : TRIB_LINK_PAGE_TROUBLE_NONE;
}

static void
trib_link_watchdog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id) {
  case PROP_TROUBLE:
    g_value_set_enum (value, (int) TRIB_LINK_WATCHDOG (object)->trouble);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_link_watchdog_dispose (GObject *object)
{
  TribLinkWatchdog *self = TRIB_LINK_WATCHDOG (object);

  if (self->clock != NULL) {
    trib_clock_clear (self->clock, &self->look);
    trib_clock_clear (self->clock, &self->stall);
  }
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (trib_link_watchdog_parent_class)->dispose (object);
}

static void
trib_link_watchdog_class_init (TribLinkWatchdogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trib_link_watchdog_get_property;
  object_class->dispose = trib_link_watchdog_dispose;
  props[PROP_TROUBLE] = g_param_spec_enum (
      "trouble", NULL, NULL, TRIB_LINK_TYPE_PAGE_TROUBLE, TRIB_LINK_PAGE_TROUBLE_NONE,
      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  /**
   * TribLinkWatchdog::look:
   * @self: a watchdog
   *
   * Asks whoever shows the page whether anything can be seen on it.
   */
  signals[SIGNAL_LOOK] = g_signal_new ("look", TRIB_LINK_TYPE_WATCHDOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TribLinkWatchdog::page:
   * @self: a watchdog
   * @uri: its address, which may have a secret in it
   *
   * A page is shown from now on.
   */
  signals[SIGNAL_PAGE] = g_signal_new ("page", TRIB_LINK_TYPE_WATCHDOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trib_link_watchdog_init (TribLinkWatchdog *self)
{
}

/**
 * trib_link_watchdog_new:
 * @clock: for every wait
 *
 * Returns: (transfer full): a watchdog that does not run
 */
TribLinkWatchdog *
trib_link_watchdog_new (TribClock *clock)
{
  TribLinkWatchdog *self;

  g_return_val_if_fail (TRIB_IS_CLOCK (clock), NULL);
  self = g_object_new (TRIB_LINK_TYPE_WATCHDOG, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * trib_link_watchdog_get_trouble:
 * @self: a watchdog
 *
 * Returns: why the page is of no use
 */
TribLinkPageTrouble
trib_link_watchdog_get_trouble (TribLinkWatchdog *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_WATCHDOG (self), TRIB_LINK_PAGE_TROUBLE_NONE);
  return self->trouble;
}

/**
 * trib_link_watchdog_start:
 * @self: a watchdog
 *
 * A fresh link is being opened.
 */
void
trib_link_watchdog_start (TribLinkWatchdog *self)
{
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (self));
  self->running = TRUE;
  self->has_page = FALSE;
  self->unanswered = FALSE;
  self->progress = 0;
  look_after (self, FIRST_LOOK);
  stall_after (self, PATIENCE);
  set_trouble (self, TRIB_LINK_PAGE_TROUBLE_NONE);
}

/**
 * trib_link_watchdog_stop:
 * @self: a watchdog
 *
 * No link is open any more.
 */
void
trib_link_watchdog_stop (TribLinkWatchdog *self)
{
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (self));
  self->running = FALSE;
  trib_clock_clear (self->clock, &self->look);
  trib_clock_clear (self->clock, &self->stall);
  set_trouble (self, TRIB_LINK_PAGE_TROUBLE_NONE);
}

/**
 * trib_link_watchdog_report_page:
 * @self: a watchdog
 * @uri: (nullable): the address whose page is shown from now on
 */
void
trib_link_watchdog_report_page (TribLinkWatchdog *self, const char *uri)
{
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (self));
  /* The empty page that a view was made ready with may come late; it is nobody's. */
  if (!self->running || uri == NULL || g_str_has_prefix (uri, "about:"))
    return;
  self->unanswered = FALSE;
  self->has_page = TRUE;
  look_after (self, FIRST_LOOK);
  stall_after (self, PATIENCE);
  set_trouble (self, judge_page (uri));
  g_signal_emit (self, signals[SIGNAL_PAGE], 0, uri);
}

/**
 * trib_link_watchdog_get_has_page:
 * @self: a watchdog
 *
 * Returns: whether any page was shown since the link was opened
 */
gboolean
trib_link_watchdog_get_has_page (TribLinkWatchdog *self)
{
  g_return_val_if_fail (TRIB_LINK_IS_WATCHDOG (self), FALSE);
  return self->has_page;
}

/**
 * trib_link_watchdog_report_progress:
 * @self: a watchdog
 * @progress: how much of the page is there, from 0 to 1
 * @loading: whether more is to come
 */
void
trib_link_watchdog_report_progress (TribLinkWatchdog *self, double progress, gboolean loading)
{
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (self));
  if (!self->running)
    return;
  if (!loading) {
    trib_clock_clear (self->clock, &self->stall);
    self->stuck = FALSE;
  } else if (progress != self->progress || (self->stall == 0 && !self->stuck)) {
    stall_after (self, PATIENCE);
  }
  if (!self->stuck)
    clear_trouble (self, TRIB_LINK_PAGE_TROUBLE_STALLED);
  self->progress = progress;
}

/**
 * trib_link_watchdog_report_picture:
 * @self: a watchdog
 * @blank: whether nothing can be seen on the page
 *
 * The answer to [signal@TribLink.Watchdog::look].
 */
void
trib_link_watchdog_report_picture (TribLinkWatchdog *self, gboolean blank)
{
  TribLinkPageTrouble seen = TRIB_LINK_PAGE_TROUBLE_NONE;

  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (self));
  if (!self->running || !self->unanswered)
    return;
  self->unanswered = FALSE;
  /* What has not come yet is not empty. */
  if (blank)
    seen = self->has_page ? TRIB_LINK_PAGE_TROUBLE_BLANK : TRIB_LINK_PAGE_TROUBLE_STALLED;
  /* What can be seen may yet be the half of it. */
  if (seen != TRIB_LINK_PAGE_TROUBLE_STALLED && !self->stuck)
    clear_trouble (self, TRIB_LINK_PAGE_TROUBLE_STALLED);
  if (seen != TRIB_LINK_PAGE_TROUBLE_BLANK)
    clear_trouble (self, TRIB_LINK_PAGE_TROUBLE_BLANK);
  if (seen != TRIB_LINK_PAGE_TROUBLE_NONE && self->trouble == TRIB_LINK_PAGE_TROUBLE_NONE)
    set_trouble (self, seen);
  look_after (self, blank ? SOON : NEXT_LOOK);
}

/**
 * trib_link_watchdog_report_download:
 * @self: a watchdog
 *
 * The page offers a file, which nobody has taken yet.
 */
void
trib_link_watchdog_report_download (TribLinkWatchdog *self)
{
  g_return_if_fail (TRIB_LINK_IS_WATCHDOG (self));
  if (self->running)
    set_trouble (self, TRIB_LINK_PAGE_TROUBLE_DOWNLOAD);
}
