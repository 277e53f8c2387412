/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "trib-model-image.h"
#include "trib-model-loader.h"

G_BEGIN_DECLS

/* alt is (nullable). */
TribModelImage *trib_model_image_new (TribModelLoader *loader,
                                      const char *url,
                                      const char *alt) G_GNUC_WARN_UNUSED_RESULT;
const char *trib_model_image_get_url (TribModelImage *self);
/* One that failed may be asked for again. */
void trib_model_image_forgive (TribModelImage *self);

G_END_DECLS
