/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "site.h"

#include <string.h>

struct _Site {
  GObject parent_instance;

  SoupServer *pages;    /* (owned) */
  SoupServer *redirect; /* (owned) */
  char *origin;
  char *redirect_origin;
  GHashTable *html;    /* path to text */
  GHashTable *hits;    /* path to count */
  GHashTable *cookies; /* path to header */
  guint redirect_hits;
};

G_DEFINE_FINAL_TYPE (Site, site, G_TYPE_OBJECT)

static void
page_cb (SoupServer *server,
         SoupServerMessage *message,
         const char *path,
         GHashTable *query,
         gpointer data)
{
  Site *self = data;
  const char *html = g_hash_table_lookup (self->html, path);
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  guint hits = GPOINTER_TO_UINT (g_hash_table_lookup (self->hits, path));

  g_hash_table_insert (self->hits, g_strdup (path), GUINT_TO_POINTER (hits + 1));
  g_hash_table_insert (self->cookies, g_strdup (path),
                       g_strdup (soup_message_headers_get_one (request, "Cookie")));
  if (g_str_equal (path, "/stall")) {
    soup_server_message_pause (message);
  } else if (html == NULL) {
    soup_server_message_set_status (message, 404, NULL);
  } else if (g_str_has_prefix (html, "=302 ")) {
    soup_server_message_set_redirect (message, 302, html + strlen ("=302 "));
  } else {
    guint status = *html == '=' ? (guint) g_ascii_strtoull (html + 1, NULL, 10) : 200;

    soup_message_headers_append (soup_server_message_get_response_headers (message), "Set-Cookie",
                                 "who=first; Path=/");
    soup_server_message_set_status (message, status, NULL);
    soup_server_message_set_response (
        message, g_str_has_suffix (path, ".zip") ? "application/zip" : "text/html; charset=utf-8",
        SOUP_MEMORY_COPY, html, strlen (html));
  }
}

static void
redirect_cb (SoupServer *server,
             SoupServerMessage *message,
             const char *path,
             GHashTable *query,
             gpointer data)
{
  TEST_SITE (data)->redirect_hits++;
  soup_server_message_set_status (message, 200, NULL);
}

static char *
listen_on_loopback (SoupServer *server, SoupServerListenOptions options)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;
  char *origin;

  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | options, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  origin = g_strdup_printf ("%s://127.0.0.1:%d", g_uri_get_scheme (uris->data),
                            g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return origin;
}

static void
site_finalize (GObject *object)
{
  Site *self = TEST_SITE (object);

  soup_server_disconnect (self->pages);
  soup_server_disconnect (self->redirect);
  g_object_unref (self->pages);
  g_object_unref (self->redirect);
  g_free (self->origin);
  g_free (self->redirect_origin);
  g_hash_table_unref (self->html);
  g_hash_table_unref (self->hits);
  g_hash_table_unref (self->cookies);
  G_OBJECT_CLASS (site_parent_class)->finalize (object);
}

static void
site_class_init (SiteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = site_finalize;
}

static void
site_init (Site *self)
{
  self->html = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cookies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pages = soup_server_new (NULL, NULL);
  self->redirect = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->pages, NULL, page_cb, self, NULL);
  soup_server_add_handler (self->redirect, NULL, redirect_cb, self, NULL);
  self->origin = listen_on_loopback (self->pages, 0);
  self->redirect_origin = listen_on_loopback (self->redirect, 0);
}

Site *
site_new (void)
{
  return g_object_new (SITE_TYPE, NULL);
}

const char *
site_get_origin (Site *self)
{
  return self->origin;
}

const char *
site_get_redirect_origin (Site *self)
{
  return self->redirect_origin;
}

void
site_set_page (Site *self, const char *path, const char *html)
{
  g_hash_table_insert (self->html, g_strdup (path), g_strdup (html));
}

guint
site_get_hits (Site *self, const char *path)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->hits, path));
}

guint
site_get_redirect_hits (Site *self)
{
  return self->redirect_hits;
}

const char *
site_get_cookie (Site *self, const char *path)
{
  return g_hash_table_lookup (self->cookies, path);
}

void
site_stop (Site *self)
{
  soup_server_disconnect (self->pages);
}

void
site_use_certificate (Site *self, const char *name)
{
  g_autofree char *file = g_strconcat (name != NULL ? name : "", ".pem", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "support", "tls", file, NULL);
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GError) error = NULL;

  if (name != NULL)
    certificate = g_tls_certificate_new_from_file (path, &error);
  g_assert_no_error (error);
  soup_server_disconnect (self->pages);
  soup_server_set_tls_certificate (self->pages, certificate);
  g_free (self->origin);
  self->origin = listen_on_loopback (self->pages, name != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0);
}
