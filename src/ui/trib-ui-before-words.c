/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-before-words.h"

#include <glib/gi18n.h>

/* An unlinked connection says nothing on its tile, but it is what a new sign-in opens again. */
static gboolean
has_past (TribModelConnections *connections, TribModelPlatform *platform)
{
  GListModel *model = G_LIST_MODEL (connections);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (TribModelConnection) connection = g_list_model_get_item (model, i);

    if (trib_model_connection_get_status (connection) == TRIB_MODEL_STATUS_PAST &&
        trib_model_connection_get_source_type (connection) ==
            trib_model_platform_get_source_type (platform) &&
        g_strcmp0 (trib_model_connection_get_platform_key (connection),
                   trib_model_platform_get_key (platform)) == 0)
      return TRUE;
  }
  return FALSE;
}

static TribUiBeforeCase
case_of_status (TribModelStatus status)
{
  switch (status) {
  case TRIB_MODEL_STATUS_CONNECTED:
    return TRIB_UI_BEFORE_CASE_CONNECTED;
  case TRIB_MODEL_STATUS_WAITING:
    return TRIB_UI_BEFORE_CASE_CONTINUE;
  case TRIB_MODEL_STATUS_FAILED:
    return TRIB_UI_BEFORE_CASE_FAILED;
  case TRIB_MODEL_STATUS_ATTENTION:
    return TRIB_UI_BEFORE_CASE_RENEW;
  case TRIB_MODEL_STATUS_PAST:
    return TRIB_UI_BEFORE_CASE_RETURN;
  case TRIB_MODEL_STATUS_NOT_STARTED:
  default:
    return TRIB_UI_BEFORE_CASE_NEW;
  }
}

/**
 * trib_ui_before_case_get:
 * @connections: what the company has
 * @platform: what it would like to have
 * @other: (out) (nullable) (transfer none): the accounting connection that stands in the way
 *
 * Returns: what the two are to each other
 */
TribUiBeforeCase
trib_ui_before_case_get (TribModelConnections *connections,
                         TribModelPlatform *platform,
                         TribModelConnection **other)
{
  TribModelConnection *own, *accounting;

  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTIONS (connections), TRIB_UI_BEFORE_CASE_NEW);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), TRIB_UI_BEFORE_CASE_NEW);

  own = trib_model_connections_find_for_platform (connections, platform);
  accounting = trib_model_platform_get_category (platform) == TRIB_MODEL_CATEGORY_ACCOUNTING
                   ? trib_model_connections_get_accounting (connections)
                   : NULL;
  *other = accounting != own ? accounting : NULL;
  if (own != NULL && trib_model_connection_get_status (own) == TRIB_MODEL_STATUS_CONNECTED)
    return TRIB_UI_BEFORE_CASE_CONNECTED;
  if (*other != NULL)
    return TRIB_UI_BEFORE_CASE_OTHER;
  if (own != NULL)
    return case_of_status (trib_model_connection_get_status (own));
  return has_past (connections, platform) ? TRIB_UI_BEFORE_CASE_RETURN : TRIB_UI_BEFORE_CASE_NEW;
}

/**
 * trib_ui_before_case_get_for_connection:
 * @connection: what is to be opened again
 *
 * Returns: what its company and its platform are to each other by this connection alone
 */
TribUiBeforeCase
trib_ui_before_case_get_for_connection (TribModelConnection *connection)
{
  g_return_val_if_fail (TRIB_MODEL_IS_CONNECTION (connection), TRIB_UI_BEFORE_CASE_NEW);

  return case_of_status (trib_model_connection_get_status (connection));
}

/**
 * trib_ui_before_case_get_again_action:
 * @action: what a window does for a platform
 *
 * Returns: what it does for a connection that exists, or @action where that makes no difference
 */
const char *
trib_ui_before_case_get_again_action (const char *action)
{
  static const char *const pairs[][2] = { { "win.sign-in", "win.reopen" },
                                          { "win.use-browser-sign-in", "win.reopen-in-browser" },
                                          { "win.copy-link-sign-in", "win.copy-link-reopen" },
                                          { "win.share", "win.share-connection" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (action, pairs[i][0]) == 0)
      return pairs[i][1];
  return action;
}

/**
 * trib_ui_before_target_new:
 * @company: what is connected
 * @platform: to what
 * @again: (nullable): what is opened again
 *
 * Returns: (transfer floating): what the window's actions want to know
 */
GVariant *
trib_ui_before_target_new (TribModelCompany *company,
                           TribModelPlatform *platform,
                           TribModelConnection *again)
{
  const char *company_id, *id;

  g_return_val_if_fail (TRIB_MODEL_IS_COMPANY (company), NULL);
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), NULL);
  company_id = trib_model_company_get_id (company);
  id = trib_model_platform_get_integration_id (platform);
  if (again != NULL)
    return g_variant_new ("(ss)", company_id, trib_model_connection_get_id (again));
  return g_variant_new ("(sss)", company_id, trib_model_platform_get_key (platform),
                        id != NULL ? id : "");
}

/**
 * trib_ui_before_case_can_sign_in:
 * @which: a case
 *
 * Returns: whether a sign-in is a way on
 */
gboolean
trib_ui_before_case_can_sign_in (TribUiBeforeCase which)
{
  return which != TRIB_UI_BEFORE_CASE_CONNECTED && which != TRIB_UI_BEFORE_CASE_OTHER;
}

/**
 * trib_ui_before_case_dup_title:
 * @which: a case
 * @platform: the platform's name
 *
 * Returns: (transfer full): what the dialog is called, translated
 */
char *
trib_ui_before_case_dup_title (TribUiBeforeCase which, const char *platform)
{
  switch (which) {
  case TRIB_UI_BEFORE_CASE_CONTINUE:
    /* Translators: %s is a platform, like "Xero". */
    return g_strdup_printf (_ ("Continue with %s"), platform);
  case TRIB_UI_BEFORE_CASE_RENEW:
  case TRIB_UI_BEFORE_CASE_RETURN:
    /* Translators: %s is a platform, like "Xero". */
    return g_strdup_printf (_ ("Reconnect %s"), platform);
  case TRIB_UI_BEFORE_CASE_CONNECTED:
    /* Translators: %s is a platform, like "Xero". */
    return g_strdup_printf (_ ("%s Is Connected"), platform);
  case TRIB_UI_BEFORE_CASE_NEW:
  case TRIB_UI_BEFORE_CASE_FAILED:
  case TRIB_UI_BEFORE_CASE_OTHER:
  case TRIB_UI_BEFORE_CASE_SWITCH:
  default:
    /* Translators: %s is a platform, like "Xero". */
    return g_strdup_printf (_ ("Connect %s"), platform);
  }
}

/**
 * trib_ui_before_case_dup_notice:
 * @which: a case
 * @company: the company's name
 * @platform: the platform's name
 * @other: the name of the accounting platform that stands in the way; may be empty
 *
 * Returns: (transfer full) (nullable): what has to be known first, translated
 */
char *
trib_ui_before_case_dup_notice (TribUiBeforeCase which,
                                const char *company,
                                const char *platform,
                                const char *other)
{
  switch (which) {
  case TRIB_UI_BEFORE_CASE_CONTINUE:
    return g_strdup (_ ("A sign-in was begun before and not finished. It goes on with the same "
                        "connection; no second one is made."));
  case TRIB_UI_BEFORE_CASE_FAILED:
    return g_strdup (_ ("The last sign-in did not work, and nothing was read. A new one goes on "
                        "with the same connection; no second one is made."));
  case TRIB_UI_BEFORE_CASE_RENEW:
    /* Translators: %s is a platform, like "Xero". */
    return g_strdup_printf (_ ("%s needs a new sign-in. It renews the connection that is there; "
                               "what was read before is kept."),
                               platform);
  case TRIB_UI_BEFORE_CASE_RETURN:
    return g_strdup (_ ("It was connected before. Signing in opens the same connection again."));
  case TRIB_UI_BEFORE_CASE_CONNECTED:
    /* Translators: %1$s is a company, %2$s a platform. */
    return g_strdup_printf (_ ("%1$s is connected to %2$s already, so there is nothing to do."),
                               company, platform);
  case TRIB_UI_BEFORE_CASE_OTHER:
    /* Translators: %1$s is a company, %2$s the platform it has, %3$s the one it would like. */
    return g_strdup_printf (
        _ ("A company has one accounting platform at a time, and %1$s is "
                               "connected to %2$s. To switch, unlink %2$s first, then connect %3$s. "
                               "What was read from %2$s is kept."),
           company, other, platform);
  case TRIB_UI_BEFORE_CASE_SWITCH:
    /* Translators: %1$s is the platform a company has, %2$s the one it would like. */
    return g_strdup_printf (_ ("%1$s is unlinked when you go on to %2$s, and not before. What was "
                               "read from it is kept."),
                               other, platform);
  case TRIB_UI_BEFORE_CASE_NEW:
  default:
    return NULL;
  }
}

/**
 * trib_ui_before_case_dup_unlinking:
 * @other: what stood in the way
 *
 * Returns: (transfer full): that it is being given up, translated
 */
char *
trib_ui_before_case_dup_unlinking (TribModelConnection *other)
{
  /* Translators: %s is a platform, like "Xero". */
  return g_strdup_printf (_ ("Unlinking %s…"), trib_model_connection_get_platform_name (other));
}

/**
 * trib_ui_before_way_get:
 * @platform: a platform
 *
 * Returns: where a sign-in there is best begun
 */
TribUiBeforeWay
trib_ui_before_way_get (TribModelPlatform *platform)
{
  g_return_val_if_fail (TRIB_MODEL_IS_PLATFORM (platform), TRIB_UI_BEFORE_WAY_EMBEDDED);

  if (trib_model_platform_get_begins_inside (platform))
    return TRIB_UI_BEFORE_WAY_INSIDE;
  if (trib_model_platform_get_needs_windows (platform))
    return TRIB_UI_BEFORE_WAY_WINDOWS;
  return trib_model_platform_get_prefers_browser (platform) ? TRIB_UI_BEFORE_WAY_BROWSER
                                                            : TRIB_UI_BEFORE_WAY_EMBEDDED;
}

/**
 * trib_ui_before_way_dup_note:
 * @way: a way
 * @platform: the platform's name
 *
 * Returns: (transfer full) (nullable): why the way is another one than usual, translated
 */
char *
trib_ui_before_way_dup_note (TribUiBeforeWay way, const char *platform)
{
  switch (way) {
  case TRIB_UI_BEFORE_WAY_BROWSER:
    /* Translators: %s is a platform, like "Plaid". */
    return g_strdup_printf (_ ("%s does not like to be opened inside another program. Your own "
                               "browser is the sure way."),
                               platform);
  case TRIB_UI_BEFORE_WAY_WINDOWS:
    return g_strdup (_ ("This must be finished on a Windows computer: the one that has the "
                        "program."));
  case TRIB_UI_BEFORE_WAY_INSIDE:
    /* Translators: %s is a platform, like "Sage Bank Feeds". */
    return g_strdup_printf (_ ("%s is connected from its own side: sign in there as usual and "
                               "begin under banking. No link is opened here."),
                               platform);
  case TRIB_UI_BEFORE_WAY_EMBEDDED:
  default:
    return NULL;
  }
}

/**
 * trib_ui_before_way_dup_button:
 * @way: a way
 * @platform: the platform's name
 *
 * Returns: (transfer full): what the button that goes on says, translated
 */
char *
trib_ui_before_way_dup_button (TribUiBeforeWay way, const char *platform)
{
  if (way == TRIB_UI_BEFORE_WAY_WINDOWS)
    return g_strdup (_ ("Send to the Windows Computer"));
  /* Translators: %s is a platform, like "Xero". */
  return g_strdup_printf (_ ("Continue to %s"), platform);
}
