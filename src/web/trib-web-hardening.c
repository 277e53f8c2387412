/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-web-hardening.h"

/* A look takes the process some ten milliseconds. */
#define POLL_SECONDS 5

/* How much of a browser a sign-in page gets: scripts, cookies for this one flow and little else.
 * The user agent stays WebKit's own, because a page has a right to know where it is. */

static const struct {
  const char *name;
  gboolean value;
} switches[] = {
  { "allow-file-access-from-file-urls", FALSE },
  { "allow-modal-dialogs", FALSE },
  { "allow-top-navigation-to-data-urls", FALSE },
  { "allow-universal-access-from-file-urls", FALSE },
  { "disable-web-security", FALSE },
  { "enable-back-forward-navigation-gestures", FALSE },
  { "enable-developer-extras", FALSE },
  { "enable-dns-prefetching", FALSE },
  { "enable-encrypted-media", FALSE },
  { "enable-fullscreen", FALSE },
  { "enable-html5-local-storage", TRUE },
  { "enable-hyperlink-auditing", FALSE },
  { "enable-javascript", TRUE },
  { "enable-media-stream", FALSE },
  { "enable-mediasource", FALSE },
  { "enable-mock-capture-devices", FALSE },
  { "enable-offline-web-application-cache", FALSE },
  { "enable-page-cache", FALSE },
  { "enable-webaudio", FALSE },
  { "enable-webgl", FALSE },
  { "enable-webrtc", FALSE },
  { "enable-write-console-messages-to-stdout", FALSE },
  { "javascript-can-access-clipboard", FALSE },
  { "javascript-can-open-windows-automatically", FALSE },
  { "media-playback-requires-user-gesture", TRUE },
};

/* Later WebKits keep what nobody needs for a sign-in in a list of features. */
static void
switch_features_off (WebKitSettings *settings)
{
#if WEBKIT_CHECK_VERSION(2, 42, 0)
  static const char *const features[] = {
    "Gamepads",     "HyperlinkAuditing", "LinkDNSPrefetch",
    "LinkPrefetch", "ScreenWakeLockAPI", "SpeechSynthesisAPI"
  };
  g_autoptr (WebKitFeatureList) list = webkit_settings_get_all_features ();

  for (gsize i = 0; i < webkit_feature_list_get_length (list); i++) {
    WebKitFeature *feature = webkit_feature_list_get (list, i);

    for (guint n = 0; n < G_N_ELEMENTS (features); n++) {
      if (g_strcmp0 (webkit_feature_get_identifier (feature), features[n]) == 0)
        webkit_settings_set_feature_enabled (settings, feature, FALSE);
    }
  }
#endif
}

/**
 * trib_web_context_new:
 * @megabytes: what a web process may use before it is ended
 *
 * Returns: (transfer full): a context of its own for one view, whose web process may not grow for
 *   ever
 */
WebKitWebContext *
trib_web_context_new (guint megabytes)
{
  WebKitMemoryPressureSettings *pressure = webkit_memory_pressure_settings_new ();
  WebKitWebContext *context;

  webkit_memory_pressure_settings_set_memory_limit (pressure, megabytes);
  /* By itself WebKit only tidies up at its limit, and looks every 30 seconds. */
  webkit_memory_pressure_settings_set_kill_threshold (pressure, 1.0);
  webkit_memory_pressure_settings_set_poll_interval (pressure, POLL_SECONDS);
  context = g_object_new (WEBKIT_TYPE_WEB_CONTEXT, "memory-pressure-settings", pressure, NULL);
  webkit_memory_pressure_settings_free (pressure);
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  return context;
}

/**
 * trib_web_network_session_new:
 *
 * Returns: (transfer full): a session that keeps nothing, for one sign-in
 */
WebKitNetworkSession *
trib_web_network_session_new (void)
{
  WebKitNetworkSession *session = webkit_network_session_new_ephemeral ();

  webkit_network_session_set_itp_enabled (session, TRUE);
  webkit_network_session_set_persistent_credential_storage_enabled (session, FALSE);
  webkit_network_session_set_tls_errors_policy (session, WEBKIT_TLS_ERRORS_POLICY_FAIL);
  return session;
}

/**
 * trib_web_settings_new:
 *
 * Returns: (transfer full): the settings of every view
 */
WebKitSettings *
trib_web_settings_new (void)
{
  WebKitSettings *settings = webkit_settings_new ();
  GObjectClass *klass = G_OBJECT_GET_CLASS (settings);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++) {
    GParamSpec *pspec = g_object_class_find_property (klass, switches[i].name);

    /* A later WebKit keeps a switch that does nothing any more, or drops it. */
    if (pspec != NULL && (pspec->flags & G_PARAM_DEPRECATED) == 0)
      g_object_set (settings, switches[i].name, switches[i].value, NULL);
  }
  switch_features_off (settings);
  return settings;
}

/**
 * trib_web_sandbox_is_off:
 * @variable: (nullable): the value of the variable that takes WebKit's sandbox away
 *
 * Returns: whether pages would run without a sandbox
 */
gboolean
trib_web_sandbox_is_off (const char *variable)
{
  return variable != NULL && g_strcmp0 (variable, "0") != 0;
}
