/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-fault-port.h"

#include <string.h>

#define MAX_PEERS 64
#define NOWHERE "https://nowhere.example:443"

enum { PLAIN, TLS, ELSEWHERE, REFUSED, N_DOORS };

typedef struct {
  GSocket *socket; /* (owned) */
  char *base_url;  /* (owned) */
  GThread *thread; /* (owned) (nullable) */
} Door;

/* See the header. Owned by the test, which ends it with test_fault_port_stop(). */
struct _TestFaultPort {
  GObject parent_instance;

  GSocketAddress *upstream; /* (owned) */
  char *upstream_host;      /* (owned) */
  Door doors[N_DOORS];
  GThreadPool *pool;         /* (owned) */
  GCancellable *cancellable; /* (owned) */
  int n_stuck;
  int n_open;

  GMutex lock;
  const TestFault *fault; /* (nullable) */
  char *method;           /* (owned) (nullable) */
  char *path_prefix;      /* (owned) (nullable) */
  guint left;
  GPtrArray *requests; /* (owned) of text */
  guint n_struck;
  guint n_visits[N_DOORS];
  guint n_betrayed;
};

G_DEFINE_FINAL_TYPE (TestFaultPort, test_fault_port, G_TYPE_OBJECT)

typedef struct {
  TestFaultPort *self;
  guint door;
} Listener;

typedef struct {
  GSocketConnection *connection; /* (owned) */
  guint door;
} Visit;

/* The fault that is set, if it strikes at this stage and for this request. */
static const TestFault *
strike (TestFaultPort *self, TestFaultStage first, TestFaultStage last, const char *request)
{
  const TestFault *fault = NULL;
  const char *path = request != NULL ? strchr (request, ' ') : NULL;

  g_mutex_lock (&self->lock);
  if (self->fault != NULL && self->fault->stage >= first && self->fault->stage <= last &&
      self->left > 0 &&
      (self->method == NULL || request == NULL || g_str_has_prefix (request, self->method)) &&
      (self->path_prefix == NULL || path == NULL ||
       g_str_has_prefix (path + 1, self->path_prefix))) {
    fault = self->fault;
    self->left--;
    self->n_struck++;
  }
  g_mutex_unlock (&self->lock);
  return fault;
}

static gsize
measure (const GString *received)
{
  const char *end = strstr (received->str, "\r\n\r\n");
  g_autofree char *head = NULL;
  const char *field;
  gsize length;

  if (end == NULL)
    return 0;
  length = (gsize) (end - received->str) + 4;
  head = g_ascii_strdown (received->str, (gssize) length);
  field = strstr (head, "\r\ncontent-length:");
  if (field != NULL)
    length += g_ascii_strtoull (field + strlen ("\r\ncontent-length:"), NULL, 10);
  return length <= received->len ? length : 0;
}

/* One whole request, or NULL when none came. */
static char *
read_request (TestFaultPort *self, GIOStream *stream)
{
  g_autoptr (GString) received = g_string_new (NULL);
  char buffer[8192];

  while (measure (received) == 0) {
    gssize size = g_input_stream_read (g_io_stream_get_input_stream (stream), buffer, sizeof buffer,
                                       self->cancellable, NULL);

    if (size <= 0)
      return NULL;
    g_string_append_len (received, buffer, size);
  }
  return g_string_free (g_steal_pointer (&received), FALSE);
}

/* The request for the server behind: one request to a connection, and its own name as the host. */
static char *
readdress (TestFaultPort *self, const char *request)
{
  const char *end = strstr (request, "\r\n\r\n");
  g_autofree char *head = g_strndup (request, (gsize) (end - request));
  g_auto (GStrv) lines = g_strsplit (head, "\r\n", -1);
  GString *text = g_string_new (lines[0]);

  for (guint i = 1; lines[i] != NULL; i++) {
    if (g_ascii_strncasecmp (lines[i], "Host:", 5) != 0 &&
        g_ascii_strncasecmp (lines[i], "Connection:", 11) != 0)
      g_string_append_printf (text, "\r\n%s", lines[i]);
  }
  g_string_append_printf (text, "\r\nHost: %s\r\nConnection: close%s", self->upstream_host, end);
  return g_string_free (text, FALSE);
}

/* What the server behind says, whole. */
static GBytes *
ask_upstream (TestFaultPort *self, const char *request)
{
  g_autofree char *text = readdress (self, request);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  GIOStream *stream;

  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (self->upstream),
                                        self->cancellable, NULL);
  if (connection == NULL)
    return NULL;
  stream = G_IO_STREAM (connection);
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL,
                             self->cancellable, NULL);
  g_output_stream_splice (memory, g_io_stream_get_input_stream (stream),
                          G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, self->cancellable, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
take_answer (TestFaultPeer *peer, GBytes *answer)
{
  gsize size = 0;
  const char *text = answer != NULL ? g_bytes_get_data (answer, &size) : NULL;
  const char *end = text != NULL ? memmem (text, size, "\r\n\r\n", 4) : NULL;

  if (end == NULL)
    return;
  peer->status = (guint) g_ascii_strtoull (text + strlen ("HTTP/1.1 "), NULL, 10);
  peer->body =
      g_bytes_new_from_bytes (answer, (gsize) (end + 4 - text), size - (gsize) (end + 4 - text));
}

static void
serve_request (TestFaultPort *self, TestFaultPeer *peer)
{
  g_autofree char *request = read_request (self, peer->stream);
  g_autoptr (GBytes) answer = NULL;

  if (request == NULL)
    return;
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, g_strdup (request));
  if (peer->fault != NULL)
    self->n_betrayed++;
  g_mutex_unlock (&self->lock);
  peer->fault = strike (self, TEST_FAULT_AT_REQUEST, TEST_FAULT_AT_ANSWER, request);
  if (peer->fault == NULL || peer->fault->stage == TEST_FAULT_AT_ANSWER)
    answer = ask_upstream (self, request);
  if (peer->fault != NULL) {
    take_answer (peer, answer);
    peer->fault->serve (peer);
    g_clear_pointer (&peer->body, g_bytes_unref);
  } else if (answer != NULL) {
    test_fault_put (peer, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  }
}

static GIOStream *
new_tls (GIOStream *stream, const TestFault *fault)
{
  g_autofree char *name = g_strconcat (fault != NULL ? fault->text : "good", ".pem", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "support", "tls", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) identity = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return g_tls_server_connection_new (stream, identity, NULL);
}

static void
visit (gpointer data, gpointer user_data)
{
  g_autofree Visit *visitor = data;
  g_autoptr (GSocketConnection) connection = visitor->connection;
  g_autoptr (GIOStream) tls = NULL;
  TestFaultPort *self = user_data;
  TestFaultPeer peer = {
    .fault = strike (self, TEST_FAULT_AT_ACCEPT, TEST_FAULT_AT_CERTIFICATE, NULL),
    .stream = G_IO_STREAM (connection),
    .socket = g_socket_connection_get_socket (connection),
    .cancellable = self->cancellable,
    .n_stuck = &self->n_stuck,
    .own = self->doors[visitor->door].base_url,
    .plain = self->doors[PLAIN].base_url,
    .elsewhere = self->doors[ELSEWHERE].base_url,
  };

  if (peer.fault != NULL && peer.fault->stage == TEST_FAULT_AT_ACCEPT) {
    peer.fault->serve (&peer);
  } else if (visitor->door != ELSEWHERE) {
    if (visitor->door == TLS)
      peer.stream = tls = new_tls (peer.stream, peer.fault);
    serve_request (self, &peer);
  }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_atomic_int_add (&self->n_open, -1);
}

static gpointer
listen_at (gpointer data)
{
  g_autofree Listener *listener = data;
  TestFaultPort *self = listener->self;
  guint door = listener->door;

  for (;;) {
    g_autoptr (GSocket) socket =
        g_socket_accept (self->doors[door].socket, self->cancellable, NULL);
    Visit *visitor;

    if (socket == NULL)
      return NULL;
    g_atomic_int_inc (&self->n_open);
    g_mutex_lock (&self->lock);
    self->n_visits[door]++;
    g_mutex_unlock (&self->lock);
    visitor = g_new0 (Visit, 1);
    visitor->connection = g_socket_connection_factory_create_connection (socket);
    visitor->door = door;
    g_thread_pool_push (self->pool, visitor, NULL);
  }
}

/* Binds each door; nobody ever listens at the one that refuses. */
static void
open_door (TestFaultPort *self, guint number)
{
  static const char *const schemes[N_DOORS] = { "http", "https", "http", "http" };
  Door *door = &self->doors[number];
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;
  Listener *listener;

  door->socket =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_assert_no_error (error);
  g_socket_bind (door->socket, any, FALSE, &error);
  g_assert_no_error (error);
  bound = g_socket_get_local_address (door->socket, &error);
  g_assert_no_error (error);
  door->base_url = g_strdup_printf ("%s://127.0.0.1:%u", schemes[number],
                                    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  if (number == REFUSED)
    return;
  g_socket_set_listen_backlog (door->socket, MAX_PEERS);
  g_socket_listen (door->socket, &error);
  g_assert_no_error (error);
  listener = g_new0 (Listener, 1);
  listener->self = self;
  listener->door = number;
  door->thread = g_thread_new ("fault-port", listen_at, listener);
}

static void
test_fault_port_finalize (GObject *object)
{
  TestFaultPort *self = TEST_FAULT_PORT (object);

  g_clear_object (&self->upstream);
  g_free (self->upstream_host);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < N_DOORS; i++) {
    g_clear_object (&self->doors[i].socket);
    g_free (self->doors[i].base_url);
  }
  g_free (self->method);
  g_free (self->path_prefix);
  g_ptr_array_unref (self->requests);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (test_fault_port_parent_class)->finalize (object);
}

static void
test_fault_port_class_init (TestFaultPortClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_fault_port_finalize;
}

static void
test_fault_port_init (TestFaultPort *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->pool = g_thread_pool_new (visit, self, MAX_PEERS, FALSE, NULL);
}

TestFaultPort *
test_fault_port_new (const char *upstream_url)
{
  TestFaultPort *self = g_object_new (TEST_TYPE_FAULT_PORT, NULL);
  g_autoptr (GUri) uri = g_uri_parse (upstream_url, G_URI_FLAGS_NONE, NULL);

  self->upstream =
      g_inet_socket_address_new_from_string (g_uri_get_host (uri), (guint) g_uri_get_port (uri));
  self->upstream_host = g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri));
  for (guint i = 0; i < N_DOORS; i++)
    open_door (self, i);
  return self;
}

void
test_fault_port_stop (TestFaultPort *self)
{
  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < N_DOORS; i++)
    g_clear_pointer (&self->doors[i].thread, g_thread_join);
  g_thread_pool_free (self->pool, FALSE, TRUE);
}

const char *
test_fault_port_get_base_url (TestFaultPort *self, const TestFault *fault)
{
  if (fault != NULL && fault->stage == TEST_FAULT_AT_NAME)
    return NOWHERE;
  if (fault != NULL && fault->stage == TEST_FAULT_AT_ADDRESS)
    return self->doors[REFUSED].base_url;
  return self->doors[fault != NULL && fault->is_tls ? TLS : PLAIN].base_url;
}

void
test_fault_port_set (TestFaultPort *self,
                     const TestFault *fault,
                     const char *method,
                     const char *path_prefix,
                     guint n_times)
{
  g_mutex_lock (&self->lock);
  self->fault = fault;
  g_free (self->method);
  self->method = method != NULL ? g_strconcat (method, " ", NULL) : NULL;
  g_free (self->path_prefix);
  self->path_prefix = g_strdup (path_prefix);
  self->left = n_times > 0 ? n_times : G_MAXUINT;
  g_ptr_array_set_size (self->requests, 0);
  self->n_struck = self->n_betrayed = 0;
  memset (self->n_visits, 0, sizeof self->n_visits);
  g_mutex_unlock (&self->lock);
}

gboolean
test_fault_port_is_stuck (TestFaultPort *self)
{
  return g_atomic_int_get (&self->n_stuck) > 0;
}

gboolean
test_fault_port_is_idle (TestFaultPort *self)
{
  return g_atomic_int_get (&self->n_open) == 0;
}

char **
test_fault_port_dup_requests (TestFaultPort *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->requests->len; i++)
    g_strv_builder_add (builder, self->requests->pdata[i]);
  g_mutex_unlock (&self->lock);
  return g_strv_builder_end (builder);
}

static guint
read_locked (TestFaultPort *self, const guint *number)
{
  guint value;

  g_mutex_lock (&self->lock);
  value = *number;
  g_mutex_unlock (&self->lock);
  return value;
}

guint
test_fault_port_get_n_struck (TestFaultPort *self)
{
  return read_locked (self, &self->n_struck);
}

guint
test_fault_port_get_n_astray (TestFaultPort *self)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < N_DOORS; i++) {
    if (i != (self->fault != NULL && self->fault->is_tls ? TLS : PLAIN))
      n += self->n_visits[i];
  }
  g_mutex_unlock (&self->lock);
  return n;
}

guint
test_fault_port_get_n_betrayed (TestFaultPort *self)
{
  return read_locked (self, &self->n_betrayed);
}
