/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-facts.h"

#include "trib-model-promises.h"
#include "trib-model-sentences.h"
#include "trib-model-words.h"

#include "trib-model-resources.h"

#include <gio/gio.h>

#define RESOURCE_PATH RESOURCE_BASE "/model/platforms.ini"
/* How long a link for signing in is good for, where the table does not say. */
#define HOURS_OF_A_LINK 24

struct _TribModelFacts {
  GKeyFile *file; /* (owned) */
};

/**
 * trib_model_facts_new:
 *
 * Returns: (transfer full): the table that is compiled in
 */
TribModelFacts *
trib_model_facts_new (void)
{
  TribModelFacts *self = g_new0 (TribModelFacts, 1);
  g_autoptr (GError) error = NULL;
  /* Asked of the resource itself: naming it here is what keeps it in the program. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      trib_model_resources_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  self->file = g_key_file_new ();
  if (bytes == NULL || !g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, &error))
    g_critical ("The table of platforms cannot be read: %s", error->message);
  return self;
}

/**
 * trib_model_facts_free:
 * @self: (transfer full): the table
 */
void
trib_model_facts_free (TribModelFacts *self)
{
  g_key_file_unref (self->file);
  g_free (self);
}

static gboolean
has_value (TribModelFacts *self, const char *group, const char *name, const char *value)
{
  g_autofree char *found = g_key_file_get_string (self->file, group, name, NULL);

  return found != NULL && g_strcmp0 (found, value) == 0;
}

/* The group of a platform: by key and source type, else by name and source type. */
static char *
find_group (TribModelFacts *self, const char *key, CodatSourceType type, const char *name)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);
  const char *source = codat_source_type_to_string (type);
  g_autofree char *folded = trib_model_fold (name);

  for (guint i = 0; groups[i] != NULL; i++) {
    if (has_value (self, groups[i], "key", key) && has_value (self, groups[i], "source", source))
      return g_strdup (groups[i]);
  }
  for (guint i = 0; groups[i] != NULL; i++) {
    g_autofree char *known = trib_model_fold (groups[i]);

    if (g_strcmp0 (known, folded) == 0 && has_value (self, groups[i], "source", source))
      return g_strdup (groups[i]);
  }
  return NULL;
}

/* What the table says of a platform, without a word. */
static void
read_group (TribModelFacts *self, const char *group, TribModelFact *fact)
{
  fact->address = g_key_file_get_string (self->file, group, "address", NULL);
  fact->domains = g_key_file_get_string_list (self->file, group, "domains", NULL, NULL);
  fact->needs_windows = g_key_file_get_boolean (self->file, group, "windows", NULL);
  fact->is_sandbox = g_key_file_get_boolean (self->file, group, "sandbox", NULL);
  fact->prefers_browser = g_key_file_get_boolean (self->file, group, "browser", NULL);
  fact->begins_inside = g_key_file_get_boolean (self->file, group, "inside", NULL);
  fact->minutes = (guint) MAX (g_key_file_get_integer (self->file, group, "minutes", NULL), 0);
}

static guint
get_hours (TribModelFacts *self, const char *group)
{
  int hours = group != NULL ? g_key_file_get_integer (self->file, group, "hours", NULL) : 0;

  return hours > 0 ? (guint) hours : HOURS_OF_A_LINK;
}

static void
put_into_words (
    TribModelFact *fact, const char *kind, const char *key, CodatSourceType type, const char *name)
{
  fact->steps = trib_model_sentences_steps (kind, name);
  fact->needs = trib_model_sentences_needs (kind, key, type, name);
  fact->reads = trib_model_promises_reads (type, kind);
  fact->writes = trib_model_promises_writes (type);
  fact->disconnect = trib_model_promises_disconnect (type, kind, name);
}

/**
 * trib_model_facts_find:
 * @self: the table
 * @key: the platform's key
 * @type: its source type
 * @name: its name
 *
 * Returns: (transfer full): what is known of it; for one that nobody knows, what is true of most
 */
TribModelFact *
trib_model_facts_find (TribModelFacts *self,
                       const char *key,
                       CodatSourceType type,
                       const char *name)
{
  TribModelFact *fact;
  g_autofree char *group = NULL;
  g_autofree char *kind = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  fact = g_new0 (TribModelFact, 1);
  group = find_group (self, key, type, name);
  if (group != NULL) {
    read_group (self, group, fact);
    kind = g_key_file_get_string (self->file, group, "kind", NULL);
  }
  if (fact->address == NULL)
    fact->address = g_strdup ("");
  if (fact->domains == NULL)
    fact->domains = g_new0 (char *, 1);
  if (kind == NULL)
    kind = g_strdup (type == CODAT_SOURCE_TYPE_BANKING ? "bank" : "sign-in");
  put_into_words (fact, kind, key, type, name);
  fact->link_hours = get_hours (self, group);
  fact->link = trib_model_promises_link (fact->link_hours);
  return fact;
}

/**
 * trib_model_facts_get_link_hours:
 * @self: the table
 * @key: (nullable): the platform's key
 * @type: its source type
 * @name: its name
 *
 * Returns: how long a link for signing in there is good for
 */
guint
trib_model_facts_get_link_hours (TribModelFacts *self,
                                 const char *key,
                                 CodatSourceType type,
                                 const char *name)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (self != NULL, HOURS_OF_A_LINK);
  group = find_group (self, key, type, name);
  return get_hours (self, group);
}

/**
 * trib_model_fact_free:
 * @fact: (transfer full): what is known of a platform
 */
void
trib_model_fact_free (TribModelFact *fact)
{
  g_free (fact->address);
  g_strfreev (fact->domains);
  g_strfreev (fact->steps);
  g_strfreev (fact->needs);
  g_strfreev (fact->reads);
  g_strfreev (fact->writes);
  g_free (fact->disconnect);
  g_free (fact->link);
  g_free (fact);
}
