/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-watch.h"

#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

struct _TestWatch {
  GSource *source; /* (owned) */
  int schedule;    /* a file: what the kernel knows of this thread */
  int status;      /* a file: the memory of the process */
  int clear;       /* a file, or -1: sets the peak back */
  gint64 left_at;  /* when the main loop went to work, or 0 */
  gint64 delay;    /* and how long it had waited for a processor by then; nanoseconds */
  gint64 longest;  /* microseconds */
  guint start;     /* KiB */

  GMutex lock;        /* logs come from any thread */
  GPtrArray *secrets; /* (owned) of text */
  char *complaint;    /* (owned) (nullable) */
};

typedef struct {
  GSource parent;
  TestWatch *watch;
} WatchSource;

static gint64
read_delay (TestWatch *self)
{
  char text[128] = "";
  char *second;

  if (pread (self->schedule, text, sizeof text - 1, 0) <= 0)
    return 0;
  second = strchr (text, ' ');
  return second != NULL ? g_ascii_strtoll (second, NULL, 10) : 0;
}

/* The loop has come back. */
static gboolean
prepare (GSource *source, int *timeout)
{
  TestWatch *self = ((WatchSource *) source)->watch;

  *timeout = -1;
  if (self->left_at > 0) {
    gint64 away = g_get_monotonic_time () - self->left_at;

    if (away > self->longest)
      self->longest = MAX (self->longest, away - (read_delay (self) - self->delay) / 1000);
  }
  self->left_at = 0;
  return FALSE;
}

/* The loop goes to work. */
static gboolean
check (GSource *source)
{
  TestWatch *self = ((WatchSource *) source)->watch;

  self->left_at = g_get_monotonic_time ();
  self->delay = read_delay (self);
  return FALSE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static guint
read_memory (TestWatch *self, const char *field)
{
  char text[4096] = "";
  const char *line;

  if (pread (self->status, text, sizeof text - 1, 0) <= 0)
    return 0;
  line = strstr (text, field);
  return line != NULL ? (guint) g_ascii_strtoull (line + strlen (field), NULL, 10) : 0;
}

static void
complain (TestWatch *self, const char *what, const char *text)
{
  if (self->complaint == NULL)
    self->complaint = g_strdup_printf ("%s: %s", what, text);
}

/* With the lock. */
static const char *
find_secret (TestWatch *self, const char *text, gsize length)
{
  for (guint i = 0; i < self->secrets->len; i++) {
    const char *secret = self->secrets->pdata[i];

    if (memmem (text, length, secret, strlen (secret)) != NULL)
      return secret;
  }
  return NULL;
}

/* With the lock. */
static void
judge (TestWatch *self, GLogLevelFlags level, const char *text, gsize length, gboolean is_message)
{
  const char *secret = find_secret (self, text, length);

  if (secret != NULL)
    complain (self, "a log shows a secret", secret);
  if (is_message && (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    complain (self, "a warning", text);
}

/* Most libraries log without a structure. */
static void
take_log (const char *domain, GLogLevelFlags level, const char *text, gpointer data)
{
  TestWatch *self = data;

  g_mutex_lock (&self->lock);
  judge (self, level, text, strlen (text), TRUE);
  g_mutex_unlock (&self->lock);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0)
    g_printerr ("%s: %s\n", domain != NULL ? domain : "", text);
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  TestWatch *self = data;

  g_mutex_lock (&self->lock);
  for (gsize i = 0; i < n_fields; i++) {
    const char *text = fields[i].value;
    gsize length = fields[i].length < 0 ? strlen (text) : (gsize) fields[i].length;

    judge (self, level, text, length, g_str_equal (fields[i].key, "MESSAGE"));
  }
  g_mutex_unlock (&self->lock);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) == 0)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, NULL);
}

TestWatch *
test_watch_new (void)
{
  static GSourceFuncs functions = { prepare, check, dispatch, NULL };
  TestWatch *self = g_new0 (TestWatch, 1);

  self->schedule = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  self->status = open ("/proc/self/status", O_RDONLY | O_CLOEXEC);
  self->clear = open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
  g_mutex_init (&self->lock);
  self->secrets = g_ptr_array_new_with_free_func (g_free);
  self->source = g_source_new (&functions, sizeof (WatchSource));
  ((WatchSource *) self->source)->watch = self;
  g_source_set_priority (self->source, G_MININT);
  g_source_attach (self->source, NULL);
  g_log_set_writer_func (write_log, self, NULL);
  g_log_set_default_handler (take_log, self);
  return self;
}

void
test_watch_free (TestWatch *self)
{
  /* The log function cannot be taken back; from here on it finds nothing. */
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->secrets, 0);
  g_clear_pointer (&self->complaint, g_free);
  g_mutex_unlock (&self->lock);
  g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
}

void
test_watch_add_secret (TestWatch *self, const char *secret)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->secrets, g_strdup (secret));
  g_mutex_unlock (&self->lock);
}

const char *
test_watch_find_secret (TestWatch *self, const char *text)
{
  const char *secret;

  g_mutex_lock (&self->lock);
  secret = text != NULL ? find_secret (self, text, strlen (text)) : NULL;
  g_mutex_unlock (&self->lock);
  return secret;
}

void
test_watch_begin (TestWatch *self)
{
  malloc_trim (0);
  if (self->clear >= 0 && pwrite (self->clear, "5", 1, 0) != 1) {
    close (self->clear);
    self->clear = -1;
  }
  self->start = read_memory (self, "VmRSS:");
  self->longest = 0;
  self->left_at = 0;
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->complaint, g_free);
  g_mutex_unlock (&self->lock);
}

guint
test_watch_get_longest_gap (TestWatch *self)
{
  return (guint) (self->longest / 1000);
}

int
test_watch_get_peak (TestWatch *self)
{
  guint peak = read_memory (self, "VmHWM:");

  if (self->clear < 0 || self->start == 0 || peak < self->start)
    return -1;
  return (int) ((peak - self->start) / 1024);
}

char *
test_watch_dup_complaint (TestWatch *self)
{
  char *complaint;

  g_mutex_lock (&self->lock);
  complaint = g_strdup (self->complaint);
  g_mutex_unlock (&self->lock);
  return complaint;
}
