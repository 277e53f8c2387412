/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-profile.h"

#include "codat-json.h"

/* The client whose API key is used. Immutable; owned by who asked for it, usable in any thread. The
 * deprecated member apiKey is never read.
 */
struct _CodatProfile {
  GObject parent_instance;

  char *name;         /* (owned) (nullable) */
  char *redirect_url; /* (owned) (nullable) */
  char *logo_url;     /* (owned) (nullable) */
  char *icon_url;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CodatProfile, codat_profile, G_TYPE_OBJECT)

static void
codat_profile_finalize (GObject *object)
{
  CodatProfile *self = CODAT_PROFILE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->redirect_url, g_free);
  g_clear_pointer (&self->logo_url, g_free);
  g_clear_pointer (&self->icon_url, g_free);
  G_OBJECT_CLASS (codat_profile_parent_class)->finalize (object);
}

static void
codat_profile_class_init (CodatProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = codat_profile_finalize;
}

static void
codat_profile_init (CodatProfile *self)
{
}

CodatProfile *
codat_profile_new_from_node (CodatJson *node, GError **error)
{
  g_autoptr (CodatProfile) self = NULL;
  CodatJson *object = codat_json_node_get_object (node, "Profile", error);

  if (object == NULL)
    return NULL;
  self = g_object_new (CODAT_TYPE_PROFILE, NULL);
  self->name = g_strdup (codat_json_get_string (object, "name"));
  self->redirect_url = g_strdup (codat_json_get_string (object, "redirectUrl"));
  self->logo_url = g_strdup (codat_json_get_string (object, "logoUrl"));
  self->icon_url = g_strdup (codat_json_get_string (object, "iconUrl"));
  return g_steal_pointer (&self);
}

/**
 * codat_profile_get_name:
 * @self: a profile
 *
 * Returns: (nullable) (transfer none): the name of the client
 */
const char *
codat_profile_get_name (CodatProfile *self)
{
  g_return_val_if_fail (CODAT_IS_PROFILE (self), NULL);
  return self->name;
}

/**
 * codat_profile_get_redirect_url:
 * @self: a profile
 *
 * Returns: (nullable) (transfer none): the redirect template
 */
const char *
codat_profile_get_redirect_url (CodatProfile *self)
{
  g_return_val_if_fail (CODAT_IS_PROFILE (self), NULL);
  return self->redirect_url;
}

/**
 * codat_profile_get_logo_url:
 * @self: a profile
 *
 * Returns: (nullable) (transfer none): where its logo is
 */
const char *
codat_profile_get_logo_url (CodatProfile *self)
{
  g_return_val_if_fail (CODAT_IS_PROFILE (self), NULL);
  return self->logo_url;
}

/**
 * codat_profile_get_icon_url:
 * @self: a profile
 *
 * Returns: (nullable) (transfer none): where its icon is
 */
const char *
codat_profile_get_icon_url (CodatProfile *self)
{
  g_return_val_if_fail (CODAT_IS_PROFILE (self), NULL);
  return self->icon_url;
}
