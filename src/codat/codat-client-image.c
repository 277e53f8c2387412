/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "codat-client-private.h"
#include "codat-error.h"
#include "codat-image.h"
#include "codat-uri.h"

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (CodatReply) reply =
      codat_transport_send_finish (CODAT_TRANSPORT (source), result, &error);

  if (reply != NULL && reply->status != 200)
    g_set_error (&error, CODAT_ERROR, CODAT_ERROR_BAD_ANSWER, "Instead of a picture came status %u",
                 reply->status);
  else if (reply != NULL && codat_image_check (reply->body, &error)) {
    g_task_return_pointer (task, g_bytes_ref (reply->body), (GDestroyNotify) g_bytes_unref);
    return;
  }
  g_task_return_error (task, error);
}

/**
 * codat_client_fetch_image_async:
 * @self: a client
 * @url: an address from a branding or an integration
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Fetches a picture without the key, from Codat's own hosts only. No operation of the contract.
 * Errors: those of the network, and %CODAT_ERROR_BAD_ANSWER for whatever is no small PNG or JPEG.
 */
void
codat_client_fetch_image_async (CodatClient *self,
                                const char *url,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  CodatRequest *request;
  GUri *uri;

  g_return_if_fail (CODAT_IS_CLIENT (self));
  g_return_if_fail (url != NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, codat_client_fetch_image_async);
  uri = codat_image_uri_new (url, self->base, &error);
  if (uri == NULL) {
    g_task_return_error (task, error);
    return;
  }
  request = g_new0 (CodatRequest, 1);
  request->method = "GET";
  request->uri = uri;
  request->max_size = CODAT_IMAGE_MAX_SIZE;
  codat_transport_send_async (self->pictures, request, cancellable, picture_cb,
                              g_steal_pointer (&task));
}

/**
 * codat_client_fetch_image_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the bytes of the picture, or %NULL with @error set
 */
GBytes *
codat_client_fetch_image_finish (CodatClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CODAT_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, codat_client_fetch_image_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
