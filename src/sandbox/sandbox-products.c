/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-api.h"

void
sandbox_products_add (SandboxWorld *world, const SandboxRequest *request, SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  const char *product = request->segments[3];

  if (company == NULL)
    return;
  if (company->products == NULL)
    company->products = g_ptr_array_new_with_free_func (g_free);
  if (!g_ptr_array_find_with_equal_func (company->products, product, g_str_equal, NULL))
    g_ptr_array_add (company->products, g_strdup (product));
  sandbox_response_set_empty (response, 204);
}

void
sandbox_products_remove (SandboxWorld *world,
                         const SandboxRequest *request,
                         SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  const char *product = request->segments[3];
  guint index;

  if (company == NULL)
    return;
  if (company->products == NULL ||
      !g_ptr_array_find_with_equal_func (company->products, product, g_str_equal, &index)) {
    sandbox_response_set_error (response, 404, "Product %s could not be found", product);
    return;
  }
  g_ptr_array_remove_index (company->products, index);
  sandbox_response_set_empty (response, 204);
}

void
sandbox_products_get_token (SandboxWorld *world,
                            const SandboxRequest *request,
                            SandboxResponse *response)
{
  SandboxCompany *company = sandbox_companies_require (world, request, response);
  g_autofree char *token = NULL;
  SandboxJson json;

  if (company == NULL)
    return;
  token = sandbox_world_make_id (world, company->id, (guint64) sandbox_world_now (world));
  json = (SandboxJson) SANDBOX_JSON_INIT;
  sandbox_json_begin_object (&json, NULL);
  sandbox_json_integer (&json, "expiresIn", 86400);
  sandbox_json_string (&json, "accessToken", token);
  sandbox_json_string (&json, "tokenType", "Bearer");
  sandbox_json_end_object (&json);
  sandbox_response_set_json (response, 200, &json);
}
