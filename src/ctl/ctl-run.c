/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-run.h"

#include "ctl-error.h"
#include "ctl-verb.h"

#include "trib-clock.h"
#include "trib-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_TIMEOUT (24 * 60 * 60)

struct _CtlRun {
  CtlOptions *options; /* (owned) */
  int signal_fd;
  CtlFormat format;
  CtlStream *stream;         /* (owned): standard output */
  CtlOutput *output;         /* (owned) (nullable): once something is printed */
  GCancellable *cancellable; /* (owned) */
  TribClock *clock;          /* (owned) */
  CodatClient *client;       /* (owned) (nullable) */
  TribStore *store;          /* (owned) (nullable) */
  CtlJournal *journal;       /* (owned) (nullable) */
  TribStoreKeyring *keyring; /* (owned) (nullable): made when it is asked for */
  gpointer state;            /* (owned) (nullable): what a step remembers */
  GDestroyNotify state_destroy;
  gpointer plan; /* (owned) (nullable): what the verb keeps */
  GDestroyNotify plan_destroy;
  CtlRunFunc ended;
  gpointer ended_data;
  CtlRunFunc go_on; /* (nullable): what a pause ends with */
  guint pause_id;
  guint timeout_id;
  CtlExit exit;
  gboolean is_over;
  gboolean interrupted;
  gboolean timed_out;
};

static void
close_store_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CtlRun *self = data;
  g_autoptr (GError) error = NULL;

  if (!trib_store_close_finish (TRIB_STORE (source), result, &error))
    g_info ("The store was not closed: %s", error->message);
  self->ended (self);
}

/* The store has a thread, which has to end before the process does. */
static void
settle (CtlRun *self, CtlExit code)
{
  if (self->is_over)
    return;
  self->is_over = TRUE;
  self->exit = code;
  trib_clock_clear (self->clock, &self->timeout_id);
  trib_clock_clear (self->clock, &self->pause_id);
  if (!ctl_stream_get_failed (self->stream))
    ctl_journal_forget (self);
  if (self->store != NULL)
    trib_store_close_async (self->store, NULL, close_store_cb, self);
  else
    self->ended (self);
}

static void
report (CtlRun *self, const GError *error)
{
  const char *format = ctl_options_get (self->options, "format");
  gboolean as_json = g_strcmp0 (format, "json") == 0;
  g_autofree char *text = as_json ? ctl_error_to_json (error) : ctl_error_to_sentence (error);

  fprintf (stderr, "%s%s\n", as_json ? "" : "tributaryctl: ", text);
}

static gboolean
timeout_cb (gpointer data)
{
  CtlRun *self = data;

  self->timeout_id = 0;
  self->timed_out = TRUE;
  ctl_run_interrupt (self);
  return G_SOURCE_REMOVE;
}

static gboolean
pause_cb (gpointer data)
{
  CtlRun *self = data;
  CtlRunFunc go_on = g_steal_pointer (&self->go_on);

  self->pause_id = 0;
  go_on (self);
  return G_SOURCE_REMOVE;
}

static gboolean
read_global_options (CtlRun *self, GError **error)
{
  const char *format = ctl_options_get (self->options, "format");
  const char *noun = ctl_options_get_noun (self->options);
  guint seconds = 0;

  /* A verdict is promised as one JSON object, wherever it goes. */
  self->format =
      isatty (STDOUT_FILENO) && strcmp (noun, "redirect") != 0 ? CTL_FORMAT_TABLE : CTL_FORMAT_JSON;
  if (format != NULL && !ctl_format_from_string (format, &self->format)) {
    g_set_error_literal (error, CTL_ERROR, CTL_EXIT_USAGE,
                         "--format must be table, json, jsonl or csv");
    return FALSE;
  }
  if (!ctl_options_get_number (self->options, "timeout", 1, MAX_TIMEOUT, 0, &seconds, error))
    return FALSE;
  if (seconds > 0)
    self->timeout_id = trib_clock_add_timeout (self->clock, seconds * 1000, timeout_cb, self, NULL);
  return TRUE;
}

CtlRun *
ctl_run_new (CtlOptions *options, int signal_fd)
{
  CtlRun *self = g_new0 (CtlRun, 1);

  self->options = options;
  self->signal_fd = signal_fd;
  self->stream = ctl_stream_new (STDOUT_FILENO, signal_fd);
  self->cancellable = g_cancellable_new ();
  self->clock = trib_clock_new_system ();
  return self;
}

void
ctl_run_free (CtlRun *self)
{
  ctl_run_set_state (self, NULL, NULL);
  ctl_run_set_plan (self, NULL, NULL);
  g_clear_pointer (&self->output, ctl_output_free);
  ctl_stream_free (self->stream);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->journal, ctl_journal_free);
  g_clear_object (&self->keyring);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->clock);
  ctl_options_free (self->options);
  g_free (self);
}

void
ctl_run_start (CtlRun *self, CtlRunFunc ended, gpointer ended_data)
{
  const CtlVerb *verb = ctl_options_get_verb (self->options);
  GError *error = NULL;

  self->ended = ended;
  self->ended_data = ended_data;
  if (!read_global_options (self, &error))
    ctl_run_fail (self, error);
  else if (verb->need >= CTL_NEEDS_CLIENT)
    ctl_account_open_client (self);
  else if (verb->need == CTL_NEEDS_STORE)
    ctl_account_open_store (self, verb->start);
  else
    verb->start (self);
}

gpointer
ctl_run_get_ended_data (CtlRun *self)
{
  return self->ended_data;
}

CtlExit
ctl_run_get_exit (CtlRun *self)
{
  return self->exit;
}

/* Whatever is under way ends with G_IO_ERROR_CANCELLED, and so does the run. */
void
ctl_run_interrupt (CtlRun *self)
{
  if (!self->timed_out)
    self->interrupted = TRUE;
  g_cancellable_cancel (self->cancellable);
  if (self->pause_id != 0)
    ctl_run_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Interrupted"));
}

CtlOptions *
ctl_run_get_options (CtlRun *self)
{
  return self->options;
}

const char *
ctl_run_get_argument (CtlRun *self, guint position)
{
  return ctl_options_get_argument (self->options, position);
}

GCancellable *
ctl_run_get_cancellable (CtlRun *self)
{
  return self->cancellable;
}

CodatClient *
ctl_run_get_client (CtlRun *self)
{
  return self->client;
}

void
ctl_run_take_client (CtlRun *self, CodatClient *client)
{
  g_clear_object (&self->client);
  self->client = client;
}

TribStore *
ctl_run_get_store (CtlRun *self)
{
  return self->store;
}

void
ctl_run_take_store (CtlRun *self, TribStore *store)
{
  g_assert (self->store == NULL);
  self->store = store;
}

CtlJournal *
ctl_run_get_journal (CtlRun *self)
{
  return self->journal;
}

void
ctl_run_take_journal (CtlRun *self, CtlJournal *journal)
{
  self->journal = journal;
}

TribStoreKeyring *
ctl_run_get_keyring (CtlRun *self)
{
  if (self->keyring == NULL)
    self->keyring = trib_store_secret_keyring_new ();
  return self->keyring;
}

CtlOutput *
ctl_run_output (CtlRun *self, const CtlShape *shape)
{
  if (self->output == NULL)
    self->output = ctl_output_new (self->stream, self->format, shape);
  return self->output;
}

CtlFormat
ctl_run_get_format (CtlRun *self)
{
  return self->format;
}

CtlStream *
ctl_run_get_stream (CtlRun *self)
{
  return self->stream;
}

gboolean
ctl_run_check_output (CtlRun *self)
{
  if (!ctl_stream_get_failed (self->stream))
    return TRUE;
  /* A reader that went away, like head, has had enough: that is no failure. */
  if (ctl_stream_get_closed (self->stream))
    settle (self, CTL_EXIT_DONE);
  else
    ctl_run_fail (self, ctl_stream_dup_error (self->stream));
  return FALSE;
}

void
ctl_run_set_state (CtlRun *self, gpointer state, GDestroyNotify destroy)
{
  if (self->state_destroy != NULL && self->state != NULL)
    self->state_destroy (self->state);
  self->state = state;
  self->state_destroy = destroy;
}

gpointer
ctl_run_get_state (CtlRun *self)
{
  return self->state;
}

void
ctl_run_set_plan (CtlRun *self, gpointer plan, GDestroyNotify destroy)
{
  if (self->plan_destroy != NULL && self->plan != NULL)
    self->plan_destroy (self->plan);
  self->plan = plan;
  self->plan_destroy = destroy;
}

gpointer
ctl_run_get_plan (CtlRun *self)
{
  return self->plan;
}

void
ctl_run_remark (CtlRun *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  va_list arguments;

  if (ctl_options_has (self->options, "quiet"))
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* A name from a file or a server may be part of it. */
  shown = trib_text_for_display (text, G_MAXINT);
  fprintf (stderr, "%s\n", shown);
}

void
ctl_run_wait (CtlRun *self, guint milliseconds, CtlRunFunc go_on)
{
  if (g_cancellable_is_cancelled (self->cancellable)) {
    ctl_run_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Interrupted"));
    return;
  }
  self->go_on = go_on;
  self->pause_id = trib_clock_add_timeout (self->clock, milliseconds, pause_cb, self, NULL);
}

char *
ctl_run_read (CtlRun *self, const char *name, gsize max_size, gsize *length, GError **error)
{
  g_autoptr (GError) problem = NULL;
  int fd = STDIN_FILENO;
  char *data;

  if (strcmp (name, "-") != 0) {
    fd = open (name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
      g_set_error (error, CTL_ERROR, CTL_EXIT_FAILED, "“%s” could not be read: %s", name,
                   g_strerror (errno));
      return NULL;
    }
  }
  data = ctl_stream_read (fd, self->signal_fd, max_size, FALSE, length, &problem);
  if (fd != STDIN_FILENO)
    close (fd);
  if (data == NULL && problem->domain == G_IO_ERROR)
    g_set_error (error, CTL_ERROR, CTL_EXIT_FAILED, "“%s” could not be read: %s", name,
                 problem->message);
  else if (data == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return data;
}

gboolean
ctl_run_confirm (CtlRun *self, const char *question)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  gsize length = 0;

  if (ctl_options_has (self->options, "yes"))
    return TRUE;
  if (isatty (STDIN_FILENO) && isatty (STDERR_FILENO)) {
    fprintf (stderr, "%s [y/N] ", question);
    answer = ctl_stream_read (STDIN_FILENO, self->signal_fd, 100, TRUE, &length, &error);
    if (answer != NULL && g_ascii_strncasecmp (g_strstrip (answer), "y", 1) == 0)
      return TRUE;
    if (error == NULL)
      error = g_error_new_literal (CTL_ERROR, CTL_EXIT_REFUSED, "Nothing was changed");
  } else {
    error = g_error_new_literal (CTL_ERROR, CTL_EXIT_REFUSED,
                                 "This takes something away, so it needs --yes");
  }
  ctl_run_fail (self, g_steal_pointer (&error));
  return FALSE;
}

void
ctl_run_finish (CtlRun *self)
{
  ctl_run_finish_with (self, CTL_EXIT_DONE);
}

void
ctl_run_finish_with (CtlRun *self, CtlExit code)
{
  if (self->output != NULL)
    ctl_output_end (self->output);
  ctl_stream_flush (self->stream);
  if (ctl_run_check_output (self))
    settle (self, code);
}

void
ctl_run_fail (CtlRun *self, GError *error)
{
  g_autoptr (GError) problem = error;

  if (self->is_over)
    return;
  if (self->timed_out) {
    g_clear_error (&problem);
    problem =
        g_error_new_literal (CTL_ERROR, CTL_EXIT_NETWORK, "The time was up before it was done");
  } else if (self->interrupted || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
             g_error_matches (error, CTL_ERROR, CTL_EXIT_INTERRUPTED)) {
    g_clear_error (&problem);
    problem = g_error_new_literal (CTL_ERROR, CTL_EXIT_INTERRUPTED, "Interrupted");
  } else {
    /* What was read before is true all the same. */
    ctl_stream_flush (self->stream);
  }
  report (self, problem);
  settle (self, ctl_error_get_exit (problem));
}
