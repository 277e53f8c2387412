/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-model-invitation.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a letter says that asks somebody else to sign in: the words of an invitation. */

/**
 * trib_model_invitation_dup_subject:
 * @self: an invitation
 *
 * Returns: (transfer full): the subject of the letter, translated
 */
char *
trib_model_invitation_dup_subject (TribModelInvitation *self)
{
  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);
  /* Translators: %1$s is a platform like "Xero", %2$s a company. */
  return g_strdup_printf (
      _ ("Please sign in to %1$s for %2$s"), trib_model_invitation_get_platform_name (self),
         trib_model_company_get_name (trib_model_invitation_get_company (self)));
}

static char *
dup_needs (TribModelInvitation *self)
{
  TribModelPlatform *platform = trib_model_invitation_get_platform (self);
  const char *const *needs = platform != NULL ? trib_model_platform_get_needs (platform) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; needs != NULL && needs[i] != NULL; i++)
    g_string_append_printf (list, "• %s\n", needs[i]);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * trib_model_invitation_dup_letter:
 * @self: an invitation
 *
 * Returns: (transfer full): the letter, translated, with a mark where the link will be
 */
char *
trib_model_invitation_dup_letter (TribModelInvitation *self)
{
  g_autofree char *needs = NULL;

  g_return_val_if_fail (TRIB_MODEL_IS_INVITATION (self), NULL);

  needs = dup_needs (self);
  /* Translators: %1$s is a platform like "Xero", %2$s a company, %3$s who will read its records,
   * %4$s is the mark "[link]", %5$s lines about what is needed. */
  return g_strdup_printf (_ ("Hello,\n\nPlease sign in to %1$s for %2$s, so that %3$s can read its business records. I "
         "do not have the password, and you need not tell it to anybody: you type it on the own page "
         "of %1$s.\n\nThis link opens the sign-in. It works once, and for a short time only; if it "
         "does not open, please tell me and I will send another one.\n\n%4$s\n\nWhat you "
         "need:\n%5$s\nThe access can be ended at any time.\n\nThank you"),
      trib_model_invitation_get_platform_name (self),
      trib_model_company_get_name (trib_model_invitation_get_company (self)),
      trib_model_account_get_name (trib_model_invitation_get_account (self)), _ ("[link]"), needs);
}

/**
 * trib_model_invitation_fill_letter:
 * @letter: a letter, perhaps edited
 * @link: a link
 *
 * Returns: (transfer full): the letter with the link; to be wiped by whoever sends it
 */
char *
trib_model_invitation_fill_letter (const char *letter, const char *link)
{
  const char *mark = _ ("[link]");
  const char *place;

  g_return_val_if_fail (letter != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);

  place = strstr (letter, mark);
  if (place == NULL)
    return g_strconcat (letter, "\n\n", link, "\n", NULL);
  return g_strdup_printf ("%.*s%s%s", (int) (place - letter), letter, link, place + strlen (mark));
}
