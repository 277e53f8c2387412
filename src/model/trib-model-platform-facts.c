/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-platform.h"

#include "trib-model-platform-private.h"

/* What is known of a platform before a sign-in: the third part of the class in
 * trib-model-platform.c. */

/**
 * trib_model_platform_get_reads:
 * @self: a platform
 *
 * Returns: (array zero-terminated=1): the data that may be read, translated; may be empty
 */
const char *const *
trib_model_platform_get_reads (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return (const char *const *) self->fact->reads;
}

/**
 * trib_model_platform_get_writes:
 * @self: a platform
 *
 * Returns: (array zero-terminated=1): the data that is written to it, translated; may be empty
 */
const char *const *
trib_model_platform_get_writes (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return (const char *const *) self->fact->writes;
}

/**
 * trib_model_platform_get_domains:
 * @self: a platform
 *
 * Returns: (array zero-terminated=1): the domains that its pages are on; may be empty
 */
const char *const *
trib_model_platform_get_domains (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return (const char *const *) self->fact->domains;
}

/**
 * trib_model_platform_get_disconnect_text:
 * @self: a platform
 *
 * Returns: that it can be ended at any time, and where, translated
 */
const char *
trib_model_platform_get_disconnect_text (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->fact->disconnect;
}

/**
 * trib_model_platform_get_link_text:
 * @self: a platform
 *
 * Returns: how long a link for signing in lives, translated
 */
const char *
trib_model_platform_get_link_text (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), NULL);
  return self->fact->link;
}

/**
 * trib_model_platform_get_link_hours:
 * @self: a platform
 *
 * Returns: how long a link for signing in lives
 */
guint
trib_model_platform_get_link_hours (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), 0);
  return self->fact->link_hours;
}

/**
 * trib_model_platform_get_needs_windows:
 * @self: a platform
 *
 * Returns: whether a sign-in is finished on a Windows computer only
 */
gboolean
trib_model_platform_get_needs_windows (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  return self->fact->needs_windows;
}

/**
 * trib_model_platform_get_is_sandbox:
 * @self: a platform
 *
 * Returns: whether it is for trying out only
 */
gboolean
trib_model_platform_get_is_sandbox (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  return self->fact->is_sandbox;
}

/**
 * trib_model_platform_get_prefers_browser:
 * @self: a platform
 *
 * Returns: whether its pages refuse to be shown inside a program
 */
gboolean
trib_model_platform_get_prefers_browser (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  return self->fact->prefers_browser;
}

/**
 * trib_model_platform_get_begins_inside:
 * @self: a platform
 *
 * Returns: whether people begin in the platform, and its link may not be opened
 */
gboolean
trib_model_platform_get_begins_inside (TribModelPlatform *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (self), FALSE);
  return self->fact->begins_inside;
}
