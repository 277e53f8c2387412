/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-link-pages.h"

/* Plain HTML and CSS, no script: the pages have to work in every web view and for every reader. */
static const char style[] =
    ":root{color-scheme:light dark;--page:#f4f4f6;--card:#fff;--text:#1d1d20;--soft:#5a5a62;"
    "--line:#d5d5da;--main:#1a5fb4;--main-hover:#164f96;--main-text:#fff;--note:#eee0f4;"
    "--note-text:#613583}"
    "@media (prefers-color-scheme:dark){:root{--page:#1c1c20;--card:#2a2a2f;--text:#f2f2f4;"
    "--soft:#b5b5bd;--line:#47474f;--main:#78aeed;--main-hover:#99c1f1;--main-text:#10202f;"
    "--note:#4a2f58;--note-text:#f0d4f7}}"
    "*{box-sizing:border-box}"
    "body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;"
    "justify-content:center;padding:24px 18px;background:var(--page);color:var(--text);"
    "font:16px/1.5 system-ui,'Cantarell',sans-serif}"
    "main{width:100%;max-width:440px;background:var(--card);border:1px solid var(--line);"
    "border-radius:15px;padding:30px 24px 24px}"
    "header{text-align:center}"
    "header img{width:64px;height:64px;border-radius:14px}"
    "h1{font-size:1.4em;line-height:1.25;margin:12px 0 6px;overflow-wrap:anywhere}"
    "p{margin:6px 0 12px;overflow-wrap:anywhere}"
    ".soft{color:var(--soft)}"
    ".note{background:var(--note);color:var(--note-text);border-radius:9px;padding:6px 12px;"
    "margin:18px 0;font-size:.9em;text-align:center}"
    "ul{margin:12px 0 18px;padding-left:22px}"
    "li{margin:3px 0}"
    "form{margin:0}"
    "button{width:100%;min-height:44px;margin:6px 0;padding:9px 18px;border-radius:9px;"
    "border:1px solid var(--line);background:transparent;color:inherit;font:inherit;"
    "font-weight:600;cursor:pointer}"
    "button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}"
    "button.main{background:var(--main);border-color:var(--main);color:var(--main-text)}"
    "button.main:hover{background:var(--main-hover)}"
    "button:focus-visible,summary:focus-visible{outline:3px solid var(--main);"
    "outline-offset:2px}"
    "details{margin-top:18px;border-top:1px solid var(--line);padding-top:12px}"
    "summary{cursor:pointer;padding:6px 3px;border-radius:6px;color:var(--soft)}"
    "details button{font-weight:400;text-align:left}"
    "a.button{display:block;min-height:44px;margin:6px 0;padding:9px 18px;border-radius:9px;"
    "background:var(--main);color:var(--main-text);font-weight:600;text-align:center;"
    "text-decoration:none}"
    "a.button:hover{background:var(--main-hover)}"
    "a.button:focus-visible{outline:3px solid var(--main);outline-offset:2px}"
    "iframe{width:100%;height:60px;border:1px solid var(--line);border-radius:9px}";

static void append_escaped (GString *html, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_escaped (GString *html, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (html, text);
}

static GString *
begin_page (const char *title, const char *forged)
{
  GString *html = g_string_new ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                                "<meta name=\"viewport\" content=\"width=device-width,"
                                "initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">"
                                "<link rel=\"icon\" href=\"data:,\">");

  if (forged != NULL)
    append_escaped (html, "<meta http-equiv=\"refresh\" content=\"0;url=%s\">", forged);
  append_escaped (html, "<title>%s</title>", title);
  g_string_append_printf (html, "<style>%s</style></head><body><main>", style);
  return html;
}

static void
append_button (GString *html,
               const char *token,
               const char *decision,
               const char *style_class,
               const char *label)
{
  append_escaped (html,
                  "<form method=\"post\" action=\"/link/attempt/%s/%s\">"
                  "<button type=\"submit\" id=\"%s\" class=\"%s\">%s</button></form>",
                  token, decision, decision, style_class, label);
}

static void
append_endings (GString *html, const char *token)
{
  g_string_append (html, "<details><summary>Other endings (for demonstrations)</summary>");
  for (guint i = 0; sandbox_scenarios_get (i) != NULL; i++) {
    const SandboxScenario *ending = sandbox_scenarios_get (i);

    if (ending->button != NULL)
      append_button (html, token, ending->name, "", ending->button);
  }
  g_string_append (html, "</details>");
}

static const char *
get_what_is_read (const SandboxPlatform *platform)
{
  if (g_str_equal (platform->source_type, "Banking"))
    return "<li>Accounts and balances</li><li>Transactions</li>";
  if (g_str_equal (platform->source_type, "Commerce"))
    return "<li>Orders and products</li><li>Payments</li>";
  return "<li>Invoices and bills</li><li>Customers and suppliers</li><li>Reports</li>";
}

GString *
sandbox_link_pages_make_attempt (SandboxCompany *company,
                                 SandboxConnection *connection,
                                 const char *token,
                                 const char *forged,
                                 const char *framed)
{
  const SandboxPlatform *platform = connection->platform;
  g_autofree char *title = g_strdup_printf ("Sign in to %s", platform->name);
  GString *html = begin_page (title, forged);

  append_escaped (html,
                  "<header><img src=\"/assets/%s-square.png\" alt=\"\" width=\"64\" "
                  "height=\"64\"><h1>Connect %s</h1><p class=\"soft\">for %s</p></header>",
                  platform->key, platform->name, company->name);
  g_string_append (html, "<p class=\"note\" role=\"note\">Demo sign-in page: nothing you type is "
                         "real.</p>");
  append_escaped (html, "<p>Northwind Lending asks to read from %s:</p>", platform->name);
  g_string_append_printf (html, "<ul>%s</ul>", get_what_is_read (platform));
  append_button (html, token, "allow", "main", "Allow access");
  append_button (html, token, "cancel", "", "Cancel");
  append_endings (html, token);
  if (framed != NULL)
    append_escaped (html, "<iframe title=\"A frame that lies\" src=\"%s\"></iframe>", framed);
  g_string_append (html, "</main></body></html>");
  return html;
}

GString *
sandbox_link_pages_make_notice (const char *title, const char *sentence)
{
  GString *html = begin_page (title, NULL);

  append_escaped (html, "<header><h1>%s</h1></header><p>%s</p>", title, sentence);
  g_string_append (html, "<p class=\"note\" role=\"note\">Demo sign-in page: nothing you type is "
                         "real.</p></main></body></html>");
  return html;
}

GString *
sandbox_link_pages_make_step (SandboxConnection *connection, const char *token, const char *step)
{
  const SandboxPlatform *platform = connection->platform;
  gboolean in_window = g_str_equal (step, "window");
  g_autofree char *title = g_strdup_printf ("Sign in to %s", platform->name);
  GString *html = begin_page (title, NULL);

  append_escaped (html,
                  "<header><img src=\"/assets/%s-square.png\" alt=\"\" width=\"64\" "
                  "height=\"64\"><h1>Connect %s</h1></header>",
                  platform->key, platform->name);
  append_escaped (html, "<p>%s %s</p>", platform->name,
                  in_window ? "asks you to sign in in a window of its own."
                            : "needs a small program on the computer with the company file.");
  append_escaped (html, "<a class=\"button\" id=\"%s\" href=\"/link/attempt/%s/%s\"", step, token,
                  step);
  g_string_append (html, in_window ? " target=\"_blank\">Open the sign-in window</a>"
                                   : ">Get the connector</a>");
  if (!in_window) {
    append_button (html, token, "allow", "", "I installed it");
    append_button (html, token, "cancel", "", "Cancel");
  }
  g_string_append (html, "<p class=\"note\" role=\"note\">Demo sign-in page: nothing you type is "
                         "real.</p></main></body></html>");
  return html;
}

GString *
sandbox_link_pages_make_hang (void)
{
  return g_string_new ("<!DOCTYPE html><title>Busy</title><p>One moment, please…</p>"
                       "<script>setTimeout(function(){for(;;);},200)</script>");
}

GString *
sandbox_link_pages_make_crash (void)
{
  return g_string_new ("<!DOCTYPE html><title>Greedy</title><p>One moment, please…</p><script>"
                       "var kept=[];setInterval(function(){for(var i=0;i<8;i++){"
                       "var part=new Uint8Array(16777216);part.fill(i+1);kept.push(part)}},20)"
                       "</script>");
}
