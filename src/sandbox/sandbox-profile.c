/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

/* The deprecated apiKey is left out on purpose: no answer repeats the key. */
void
sandbox_profile_get (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxJson json = SANDBOX_JSON_INIT;
  g_autofree char *logo = g_strconcat (world->base_url, "/assets/profile-square.png", NULL);

  sandbox_json_begin_object (&json, NULL);
  sandbox_json_string (&json, "name", "Northwind Lending");
  sandbox_json_string (&json, "redirectUrl", world->redirect_url);
  sandbox_json_string (&json, "logoUrl", logo);
  sandbox_json_string (&json, "iconUrl", logo);
  sandbox_json_begin_array (&json, "whiteListUrls");
  sandbox_json_end_array (&json);
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}
