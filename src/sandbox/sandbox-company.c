/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-world.h"

static void
sandbox_trouble_free (SandboxTrouble *self)
{
  g_free (self->status_text);
  g_free (self->error_message);
  g_free (self);
}

static void
sandbox_connection_free (SandboxConnection *self)
{
  g_free (self->id);
  g_free (self->organisation);
  g_ptr_array_unref (self->troubles);
  g_array_unref (self->passwords);
  g_clear_pointer (&self->queued, g_array_unref);
  g_free (self);
}

SandboxCompany *
sandbox_company_new (const char *id, const char *name, gint64 created)
{
  SandboxCompany *self = g_new0 (SandboxCompany, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->created = created;
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->connections = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_connection_free);
  self->synthetic = -1;
  return self;
}

void
sandbox_company_free (SandboxCompany *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->connections);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->settings, json_object_unref);
  g_free (self);
}

void
sandbox_company_set_tag (SandboxCompany *self, const char *name, const char *value)
{
  for (guint i = 0; i < self->tags->len; i += 2) {
    if (g_str_equal (self->tags->pdata[i], name)) {
      g_free (self->tags->pdata[i + 1]);
      self->tags->pdata[i + 1] = g_strdup (value);
      return;
    }
  }
  g_ptr_array_add (self->tags, g_strdup (name));
  g_ptr_array_add (self->tags, g_strdup (value));
}

gint64
sandbox_company_get_last_sync (SandboxCompany *self)
{
  gint64 last = 0;

  for (guint i = 0; i < self->connections->len; i++) {
    SandboxConnection *connection = self->connections->pdata[i];

    last = MAX (last, connection->last_sync);
  }
  return last;
}

SandboxConnection *
sandbox_company_find_connection (SandboxCompany *self, const char *id)
{
  for (guint i = 0; i < self->connections->len; i++) {
    SandboxConnection *connection = self->connections->pdata[i];

    if (g_str_equal (connection->id, id))
      return connection;
  }
  return NULL;
}

/* Takes over the id. */
SandboxConnection *
sandbox_company_add_connection (SandboxCompany *self, char *id, const SandboxPlatform *platform)
{
  SandboxConnection *connection = g_new0 (SandboxConnection, 1);

  connection->id = id;
  connection->platform = platform;
  connection->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_trouble_free);
  connection->passwords = g_array_new (FALSE, TRUE, sizeof (SandboxPassword));
  g_ptr_array_add (self->connections, connection);
  return connection;
}

gboolean
sandbox_company_has_linked_accounting (SandboxCompany *self, SandboxConnection *except)
{
  for (guint i = 0; i < self->connections->len; i++) {
    SandboxConnection *connection = self->connections->pdata[i];

    if (connection != except && connection->status == SANDBOX_STATUS_LINKED &&
        g_str_equal (connection->platform->source_type, "Accounting"))
      return TRUE;
  }
  return FALSE;
}

void
sandbox_connection_add_trouble (
    SandboxConnection *self, guint code, const char *text, const char *message, gint64 when)
{
  SandboxTrouble *trouble = g_new0 (SandboxTrouble, 1);

  trouble->status_code = code;
  trouble->status_text = g_strdup (text);
  trouble->error_message = g_strdup (message);
  trouble->errored_on = when;
  g_ptr_array_add (self->troubles, trouble);
}
