/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-world.h"

SandboxWorld *
sandbox_world_new (void)
{
  SandboxWorld *self = g_new0 (SandboxWorld, 1);

  self->seed = 1;
  self->time_scale = 1;
  self->clock = trib_clock_new_system ();
  self->scenario = sandbox_scenarios_find ("ask");
  self->fault = sandbox_faults_find ("none");
  self->seeded = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_company_free);
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_company_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->awake = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sandbox_company_free);
  self->removed = g_hash_table_new (NULL, NULL);
  self->attempts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sandbox_attempt_free);
  self->assets =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_key_free);
  self->consumers = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_consumer_free);
  return self;
}

void
sandbox_world_free (SandboxWorld *self)
{
  g_clear_object (&self->clock);
  g_clear_pointer (&self->api_key, g_free);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->awake, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->seeded, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->attempts, g_hash_table_unref);
  g_clear_pointer (&self->assets, g_hash_table_unref);
  g_clear_pointer (&self->replays, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->consumers, g_ptr_array_unref);
  g_clear_pointer (&self->settings, json_object_unref);
  g_free (self);
}

void
sandbox_world_populate (SandboxWorld *self)
{
  static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  g_autoptr (GString) key = g_string_new (NULL);

  self->epoch = trib_clock_get_real_time (self->clock);
  for (guint i = 0; i < 40; i++)
    g_string_append_c (key,
                       letters[sandbox_world_hash (self, "api-key", i) % (sizeof letters - 1)]);
  self->api_key = g_strdup (key->str);
  sandbox_keys_add (self, "sandbox", key->str);
  self->client_id = sandbox_world_make_id (self, "client", 0);
  sandbox_seed_fill (self);
  for (guint i = 0; i < self->seeded->len; i++) {
    SandboxCompany *company = self->seeded->pdata[i];

    g_hash_table_insert (self->by_id, company->id, company);
  }
}

/* The sandbox's own time runs time_scale times as fast as the clock. */
gint64
sandbox_world_now (SandboxWorld *self)
{
  gint64 passed = trib_clock_get_real_time (self->clock) - self->epoch;

  return self->epoch + (gint64) ((double) passed * self->time_scale) + self->offset;
}

/* Equal seeds give equal numbers; neighbours have nothing in common (splitmix64 over FNV-1a). */
guint64
sandbox_world_hash (SandboxWorld *self, const char *kind, guint64 number)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037) ^ self->seed;

  for (const char *c = kind; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * G_GUINT64_CONSTANT (1099511628211);
  hash += (number + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return hash ^ (hash >> 31);
}

char *
sandbox_world_make_id (SandboxWorld *self, const char *kind, guint64 number)
{
  guint64 high = sandbox_world_hash (self, kind, number * 2);
  guint64 low = sandbox_world_hash (self, kind, number * 2 + 1);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%012" G_GINT64_MODIFIER "x", (guint) (high >> 32),
                          (guint) (high >> 16) & 0xffff, (guint) high & 0xfff,
                          ((guint) (low >> 48) & 0x3fff) | 0x8000,
                          low & G_GUINT64_CONSTANT (0xffffffffffff));
}

char *
sandbox_world_make_fresh_id (SandboxWorld *self)
{
  return sandbox_world_make_id (self, "fresh", ++self->serial);
}

gboolean
sandbox_world_has_fault (SandboxWorld *self, const char *name)
{
  return g_str_equal (self->fault->name, name);
}

guint
sandbox_world_get_n_rows (SandboxWorld *self)
{
  return self->seeded->len + self->n_synthetic + self->made->len;
}

SandboxCompany *
sandbox_world_get_row (SandboxWorld *self, guint row)
{
  SandboxCompany *awake;

  if (row < self->seeded->len)
    return self->seeded->pdata[row];
  row -= self->seeded->len;
  if (row >= self->n_synthetic)
    return self->made->pdata[row - self->n_synthetic];
  if (g_hash_table_contains (self->removed, GUINT_TO_POINTER (row)))
    return NULL;
  awake = g_hash_table_lookup (self->awake, GUINT_TO_POINTER (row));
  return awake != NULL ? awake : sandbox_synthetic_make (self, row);
}

void
sandbox_world_release_row (SandboxWorld *self, SandboxCompany *company)
{
  if (company == NULL || company->synthetic < 0)
    return;
  if (g_hash_table_lookup (self->awake, GUINT_TO_POINTER ((guint) company->synthetic)) != company)
    sandbox_company_free (company);
}

/* A synthetic company that is asked for by its id wakes up, for it may be changed from now on. */
SandboxCompany *
sandbox_world_find_company (SandboxWorld *self, const char *id)
{
  SandboxCompany *company = g_hash_table_lookup (self->by_id, id);
  guint number;

  if (company != NULL || !sandbox_synthetic_find (self, id, &number) ||
      g_hash_table_contains (self->removed, GUINT_TO_POINTER (number)))
    return company;
  company = sandbox_synthetic_make (self, number);
  g_hash_table_insert (self->awake, GUINT_TO_POINTER (number), company);
  g_hash_table_insert (self->by_id, company->id, company);
  return company;
}

SandboxCompany *
sandbox_world_add_company (SandboxWorld *self, const char *name)
{
  g_autofree char *id = sandbox_world_make_fresh_id (self);
  SandboxCompany *company = sandbox_company_new (id, name, sandbox_world_now (self));

  g_ptr_array_add (self->made, company);
  g_hash_table_insert (self->by_id, company->id, company);
  return company;
}

void
sandbox_world_remove_company (SandboxWorld *self, SandboxCompany *company)
{
  gint64 number = company->synthetic;

  g_hash_table_remove (self->by_id, company->id);
  if (number >= 0) {
    g_hash_table_add (self->removed, GUINT_TO_POINTER ((guint) number));
    g_hash_table_remove (self->awake, GUINT_TO_POINTER ((guint) number));
  } else if (!g_ptr_array_remove (self->made, company)) {
    g_ptr_array_remove (self->seeded, company);
  }
}

void
sandbox_attempt_free (SandboxAttempt *self)
{
  g_free (self->token);
  g_free (self->company_id);
  g_free (self->connection_id);
  g_hash_table_unref (self->parameters);
  g_free (self);
}

const char *
sandbox_status_to_string (SandboxStatus status)
{
  static const char *const names[] = { "PendingAuth", "Linked", "Unlinked", "Deauthorized" };

  return names[status];
}

/* The days since 1970 as a date of the Gregorian calendar. A page of thousands of companies has
 * tens of thousands of times, for which GDateTime's general formatting is too slow.
 */
static void
split_days (gint64 days, int *year, int *month, int *day)
{
  gint64 shifted = days + 719468; /* from 1 March of the year 0 */
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = (int) (shifted - era * 146097);
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  *year = year_of_era + (int) era * 400 + (*month <= 2);
}

/* 'z' ends in Z, 'f' has a fraction of seven digits as well, 'n' says no zone at all. */
char *
sandbox_time_to_string (gint64 time, char shape)
{
  gint64 seconds = time / G_USEC_PER_SEC;
  int rest = (int) (seconds % 86400);
  char fraction[16] = "";
  char text[64];
  int year, month, day;

  split_days (seconds / 86400, &year, &month, &day);
  if (shape == 'f')
    g_snprintf (fraction, sizeof fraction, ".%06d0", (int) (time % G_USEC_PER_SEC));
  g_snprintf (text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d%s%s", year, month, day, rest / 3600,
              rest / 60 % 60, rest % 60, fraction, shape == 'n' ? "" : "Z");
  return g_strdup (text);
}
