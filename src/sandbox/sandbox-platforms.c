/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox-platforms.h"

/* Keys are the ones that Codat's documentation names; where it names none, four letters made up.
 * Names are facts; colours and glyphs are our own and stand for nobody's mark.
 */
#define ACC "Accounting"
#define BANK "Banking"
#define SHOP "Commerce"
#define F(x) SANDBOX_PLATFORM_##x
#define G(x) SANDBOX_GLYPH_##x

static const SandboxPlatform platforms[] = {
  { "gbol", "Xero", ACC, "go.xero.com", F (BUTTON) | F (REPORTS_NAME), 0x1a8fb5, G (RINGS) },
  { "qhyg", "QuickBooks Online", ACC, "qbo.intuit.com", F (BUTTON) | F (REPORTS_NAME), 0x2a8a1f,
    G (BARS) },
  { "tgff", "Sage Accounting", ACC, "accounting.sage.com", F (BUTTON), 0x0b7a4b, G (WAVE) },
  { "fbrh", "FreeAgent", ACC, "freeagent.com", F (BUTTON), 0x2f6bab, G (ARC) },
  { "pqsw", "QuickBooks Desktop", ACC, "Windows program", F (OFFLINE), 0x3f7d1e, G (LINES) },
  { "trji", "Dynamics 365 Business Central", ACC, "businesscentral.dynamics.com", F (REPORTS_NAME),
    0x0f6b70, G (CHEVRON) },
  { "akxx", "Oracle NetSuite", ACC, "system.netsuite.com", F (REPORTS_NAME), 0x4b5b73, G (LETTER) },
  { "hbql", "Sage 50 (UK)", ACC, "Windows program", F (OFFLINE), 0x12623f, G (GRID) },
  { "rwuv", "Zoho Books", ACC, "books.zoho.com", F (BETA), 0xb4432c, G (COLUMNS) },
  { "knfz", "Sage Intacct", ACC, "intacct.com", F (REPORTS_NAME), 0x1d5f4e, G (STEPS) },
  { "qudb", "Exact Online (Netherlands)", ACC, "start.exactonline.nl", F (PLAIN), 0xa8323f,
    G (DIAMOND) },
  { "pbbf", "Exact Online (UK)", ACC, "start.exactonline.co.uk", F (PLAIN), 0x8f2a3c, G (DIAMOND) },
  { "vxvy", "FreshBooks", ACC, "freshbooks.com", F (BUTTON), 0x2767c0, G (LETTER) },
  { "pdvj", "MYOB Business", ACC, "app.myob.com", F (IMAGE_MISSING), 0x6d3f8f, G (DOTS) },
  { "pbtz", "Wave", ACC, "waveapps.com", F (IMAGE_BROKEN), 0x1f4fa3, G (SUN) },
  { "rqwd", "Dynamics 365 Finance & Operations", ACC, "operations.dynamics.com", F (DISABLED),
    0x245a86, G (TRIANGLE) },
  { "jcrp", "Sage 200 Standard", ACC, "sage200.com", F (DISABLED), 0x176b52, G (STEPS) },
  { "rvam", "Workday", ACC, "workday.com", F (BETA) | F (NO_BRANDING), 0x9a5b13, G (SUN) },
  { "ndsk", "QuickBooks Online Sandbox", ACC, "sandbox.qbo.intuit.com", F (REPORTS_NAME), 0x5f8a3a,
    G (BARS) },
  { "mqjo", "Codat Sandbox", ACC, "Made-up figures", F (BUTTON), 0x56515e, G (FRAME) },
  { "upvr", "TrueLayer", BANK, "UK and EU banks", F (BUTTON), 0x29215e, G (TURN) },
  { "suuo", "Plaid", BANK, "US and Canadian banks", F (PLAIN), 0x33363d, G (PLUS) },
  { "dbtl", "Demo Bank", BANK, "Made-up bank", F (PLAIN), 0x58489b, G (COLUMNS) },
  { "bksb", "Banking Sandbox", BANK, "Made-up figures", F (BETA), 0x4d5965, G (FRAME) },
  { "dfxm", "Basiq", BANK, "Australian banks", F (DISABLED), 0x1c6d94, G (TRIANGLE) },
  { "fztf", "Shopify", SHOP, "admin.shopify.com", F (BUTTON), 0x3d7a2a, G (BAG) },
  { "exgd", "Stripe", SHOP, "dashboard.stripe.com", F (BUTTON), 0x4a44c8, G (SLASHES) },
  { "zsth", "Square", SHOP, "squareup.com", F (PLAIN), 0x2d2d30, G (FRAME) },
  { "ugxp", "Zettle", SHOP, "my.zettle.com", F (PLAIN), 0x4b3fa8, G (ARC) },
  { "ltpp", "WooCommerce", SHOP, "woocommerce.com", F (PLAIN), 0x6e458f, G (BUBBLE) },
  { "vqzp", "BigCommerce", SHOP, "bigcommerce.com", F (PLAIN), 0x343a5e, G (TRIANGLE) },
  { "fqly", "Clover", SHOP, "clover.com", F (BETA), 0x2b7d47, G (GRID) },
  { "qkdj", "Amazon Seller Central", SHOP, "sellercentral.amazon.com", F (PLAIN), 0x8a5a12,
    G (WAVE) },
  { "ldgh", "Lightspeed Restaurant (K Series)", SHOP, "lightspeedhq.com", F (DISABLED), 0xa23a35,
    G (SLASHES) },
  { "yzth", "Stripe Test", SHOP, "dashboard.stripe.com/test", F (PLAIN), 0x7a76c9, G (SLASHES) },
  { "xcwv", "Square Sandbox", SHOP, "developer.squareup.com", F (PLAIN), 0x5d5d63, G (FRAME) },
  { "aiwb", "Commerce Sandbox", SHOP, "Made-up figures", F (PLAIN), 0x7d4f63, G (BAG) },
  { "hcws", "QuickBooks Online Bank Feeds", "BankFeed", "qbo.intuit.com", F (PLAIN), 0x2f7553,
    G (STEPS) },
  { "olpr", "Sage Bank Feeds", "BankFeed", "accounting.sage.com", F (PLAIN), 0x0f6b3c, G (WAVE) },
  { "xpfl", "Expense Claims", "Expense", "Made-up expenses", F (PLAIN), 0x9b3d72, G (DOTS) },
  { "flup", "Accounting File Upload", "Other", "Spreadsheets and reports", F (PLAIN), 0x6b5d48,
    G (LINES) },
};

const SandboxPlatform *
sandbox_platforms_get (guint index)
{
  return index < G_N_ELEMENTS (platforms) ? &platforms[index] : NULL;
}

guint
sandbox_platforms_get_n (void)
{
  return G_N_ELEMENTS (platforms);
}

const SandboxPlatform *
sandbox_platforms_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    if (g_strcmp0 (platforms[i].key, key) == 0)
      return &platforms[i];
  return NULL;
}
