/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-result-page.h"

#include "trib-ui-environment-badge.h"
#include "trib-ui-label.h"
#include "trib-ui-organisation-box.h"
#include "trib-ui-outcome.h"
#include "trib-ui-share-page.h"
#include "trib-ui-sync-list.h"

#include "trib-model-offer.h"

#include <glib/gi18n.h>

/* How a sign-in ended: what happened, what is true now, and the ways on. The window owns it; the
 * words come from the model, the colour and the icon from the table of outcomes. */

struct _TribUiResultPage {
  AdwBin parent_instance;

  TribModelSignIn *sign_in; /* (owned) */
  TribLinkOutcome told;     /* the one that is told now */

  AdwWindowTitle *window_title;
  GtkWidget *heading;
  GtkWidget *mark;
  GtkWidget *icon;
  GtkWidget *word;
  GtkWidget *title;
  GtkWidget *sentence;
  GtkWidget *quote;
  GtkWidget *quote_from;
  GtkWidget *quote_text;
  TribUiOrganisationBox *organisation;
  AdwBin *sync_place;
  GtkWidget *support;
  GtkWidget *done_button;
  GtkWidget *check_button;
  GtkWidget *share_button;
  GtkWidget *retry_button;
  GtkWidget *browser_button;
  GtkWidget *other_button;
  GtkWidget *details;
  GtkWidget *details_text;
  GtkButton *copy_button;
};

G_DEFINE_FINAL_TYPE (TribUiResultPage, trib_ui_result_page, ADW_TYPE_BIN)

typedef enum { PROP_SIGN_IN = 1 } TribUiResultPageProperty;

static GParamSpec *props[PROP_SIGN_IN + 1];

static TribUiOutcomeWays
choose_first (const TribUiOutcome *outcome, TribUiOutcomeWays ways)
{
  static const TribUiOutcomeWays order[] = { TRIB_UI_OUTCOME_WAY_RETRY, TRIB_UI_OUTCOME_WAY_OTHER,
                                             TRIB_UI_OUTCOME_WAY_DONE };

  if ((ways & outcome->first) != 0)
    return outcome->first;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    if ((ways & order[i]) != 0)
      return order[i];
  }
  return TRIB_UI_OUTCOME_WAY_DONE;
}

static void
set_way (GtkWidget *button, gboolean shown, gboolean first)
{
  gtk_widget_set_visible (button, shown);
  if (first) {
    gtk_widget_add_css_class (button, "suggested-action");
    gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (button)), button, NULL);
  } else {
    gtk_widget_remove_css_class (button, "suggested-action");
  }
}

/* What is still required after a success, in the words of the button; NULL when nothing is. The
 * kind that was just connected is not offered again while the list does not know of it yet. */
static const char *
get_next_label (TribUiResultPage *self)
{
  TribModelAccount *account = trib_model_sign_in_get_account (self->sign_in);
  TribModelPlatform *platform = trib_model_sign_in_get_platform (self->sign_in);
  TribModelCompany *company = trib_model_sign_in_get_company (self->sign_in);
  TribModelCategory category;

  if (!trib_model_offer_find_next (trib_model_account_get_policy (account),
                                   trib_model_account_get_platforms (account),
                                   trib_model_company_get_connections (company), &category) ||
      (platform != NULL && trib_model_platform_get_category (platform) == category))
    return NULL;
  switch (category) {
  case TRIB_MODEL_CATEGORY_ACCOUNTING:
    return _ ("Next: Connect _Accounting");
  case TRIB_MODEL_CATEGORY_BANKING:
    return _ ("Next: Connect a _Bank");
  case TRIB_MODEL_CATEGORY_COMMERCE:
    return _ ("Next: Connect a _Shop");
  case TRIB_MODEL_CATEGORY_OTHER:
  default:
    return _ ("Next: Connect _Another");
  }
}

static void
show_ways (TribUiResultPage *self, const TribUiOutcome *outcome)
{
  TribUiOutcomeWays ways = outcome->ways;
  TribUiOutcomeWays first;
  const char *next = NULL;

  if (!trib_model_sign_in_get_can_retry (self->sign_in))
    ways &= ~(TRIB_UI_OUTCOME_WAY_RETRY | TRIB_UI_OUTCOME_WAY_BROWSER | TRIB_UI_OUTCOME_WAY_SHARE);
  if (ways == 0)
    ways = TRIB_UI_OUTCOME_WAY_DONE;
  first = choose_first (outcome, ways);
  if (outcome->outcome == TRIB_LINK_OUTCOME_CONNECTED && (next = get_next_label (self)) != NULL)
    first = TRIB_UI_OUTCOME_WAY_OTHER;
  set_way (self->done_button, (ways & TRIB_UI_OUTCOME_WAY_DONE) != 0,
           first == TRIB_UI_OUTCOME_WAY_DONE);
  set_way (self->retry_button, (ways & TRIB_UI_OUTCOME_WAY_RETRY) != 0,
           first == TRIB_UI_OUTCOME_WAY_RETRY);
  set_way (self->other_button, (ways & TRIB_UI_OUTCOME_WAY_OTHER) != 0,
           first == TRIB_UI_OUTCOME_WAY_OTHER);
  set_way (self->check_button, (ways & TRIB_UI_OUTCOME_WAY_CHECK) != 0,
           first == TRIB_UI_OUTCOME_WAY_CHECK);
  set_way (self->share_button, (ways & TRIB_UI_OUTCOME_WAY_SHARE) != 0, FALSE);
  set_way (self->browser_button, (ways & TRIB_UI_OUTCOME_WAY_BROWSER) != 0, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->other_button),
                        next != NULL ? next
                                     : outcome->outcome == TRIB_LINK_OUTCOME_CONNECTED
                            ? _ ("Connect _Another")
                            : _ ("Choose _Another"));
  gtk_button_set_label (GTK_BUTTON (self->done_button),
                        outcome->outcome == TRIB_LINK_OUTCOME_CONNECTED ? _ ("_Done")
                                                                        : _ ("See _Connections"));
}

static void
show_mark (TribUiResultPage *self, const TribUiOutcome *outcome)
{
  static const char *const classes[] = { "connected", "neutral", "attention", "failed", "waiting" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    if (g_strcmp0 (classes[i], outcome->style_class) == 0)
      gtk_widget_add_css_class (self->mark, classes[i]);
    else
      gtk_widget_remove_css_class (self->mark, classes[i]);
  }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), outcome->icon_name);
  gtk_label_set_label (GTK_LABEL (self->word), trib_ui_outcome_get_word (outcome));
}

static void
show_texts (TribUiResultPage *self)
{
  const char *words = trib_model_sign_in_get_platform_words (self->sign_in);
  const char *details = trib_model_sign_in_get_details (self->sign_in);
  const char *sentence = trib_model_sign_in_get_sentence (self->sign_in);
  const char *platform = trib_model_sign_in_get_platform_name (self->sign_in);
  TribLinkOutcome outcome =
      trib_link_session_get_outcome (trib_model_sign_in_get_session (self->sign_in));
  TribModelCompany *company = trib_model_sign_in_get_company (self->sign_in);
  /* Translators: %s is a platform like "Xero"; its own message follows. */
  g_autofree char *from = g_strdup_printf (_ ("%s says"), platform);

  adw_window_title_set_title (self->window_title, platform);
  adw_window_title_set_subtitle (self->window_title, trib_model_company_get_name (company));
  gtk_label_set_label (GTK_LABEL (self->title), trib_model_sign_in_get_title (self->sign_in));
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->sentence, sentence != NULL && *sentence != '\0');
  gtk_widget_set_visible (self->quote, words != NULL && *words != '\0');
  gtk_label_set_label (GTK_LABEL (self->quote_from), from);
  gtk_label_set_label (GTK_LABEL (self->quote_text), words);
  gtk_widget_set_visible (self->details, details != NULL && *details != '\0');
  gtk_label_set_label (GTK_LABEL (self->details_text), details);
  /* Where the sentence sends people to the details, they are in sight; who closes or opens them has
   * them so. */
  if (outcome != self->told)
    gtk_expander_set_expanded (GTK_EXPANDER (self->details),
                               outcome == TRIB_LINK_OUTCOME_FAILED ||
                                   outcome == TRIB_LINK_OUTCOME_UNKNOWN);
  self->told = outcome;
}

static void
show_sync (TribUiResultPage *self)
{
  TribModelSync *sync = trib_model_sign_in_get_sync (self->sign_in);
  GtkWidget *shown = adw_bin_get_child (self->sync_place);

  if (sync == NULL || shown != NULL)
    return;
  adw_bin_set_child (self->sync_place, trib_ui_sync_list_new (sync));
  gtk_widget_set_visible (GTK_WIDGET (self->sync_place), TRUE);
}

/* The row of the connection may be there before its organisation is known, or after. */
static void
show_organisation (TribUiResultPage *self)
{
  TribModelConnections *connections =
      trib_model_company_get_connections (trib_model_sign_in_get_company (self->sign_in));
  const char *id =
      trib_link_session_get_connection_id (trib_model_sign_in_get_session (self->sign_in));
  TribModelConnection *connection =
      id != NULL ? trib_model_connections_find (connections, id) : NULL;

  trib_ui_organisation_box_set_connection (self->organisation, connection);
}

static void
sign_in_cb (TribUiResultPage *self)
{
  TribLinkSession *session = trib_model_sign_in_get_session (self->sign_in);
  const TribUiOutcome *outcome = trib_ui_outcome_get (trib_link_session_get_outcome (session));

  /* Begun anew on another page: this one keeps its words while it slides away. */
  if (trib_link_session_get_outcome (session) == TRIB_LINK_OUTCOME_NONE)
    return;
  show_mark (self, outcome);
  show_texts (self);
  show_ways (self, outcome);
  show_sync (self);
  show_organisation (self);
}

static void
share_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trib_ui_share_sign_in (widget, TRIB_UI_RESULT_PAGE (widget)->sign_in);
}

static void
copy_details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TribUiResultPage *self = TRIB_UI_RESULT_PAGE (widget);
  const char *details = trib_model_sign_in_get_details (self->sign_in);

  if (details == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), details);
  gtk_button_set_label (self->copy_button, _ ("Copied"));
}

/* What happened is read first, and a key that was meant for the web page presses nothing. */
static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (TRIB_UI_RESULT_PAGE (widget)->heading);
}

static void
trib_ui_result_page_constructed (GObject *object)
{
  TribUiResultPage *self = TRIB_UI_RESULT_PAGE (object);

  G_OBJECT_CLASS (trib_ui_result_page_parent_class)->constructed (object);
  g_signal_connect_object (self->sign_in, "notify", G_CALLBACK (sign_in_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      trib_model_company_get_connections (trib_model_sign_in_get_company (self->sign_in)),
      "items-changed", G_CALLBACK (sign_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      trib_model_account_get_policy (trib_model_sign_in_get_account (self->sign_in)), "changed",
      G_CALLBACK (sign_in_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self->support, "account", trib_model_sign_in_get_account (self->sign_in), NULL);
  sign_in_cb (self);
}

static void
trib_ui_result_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TribUiResultPage *self = TRIB_UI_RESULT_PAGE (object);

  switch ((TribUiResultPageProperty) id) {
  case PROP_SIGN_IN:
    self->sign_in = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_result_page_dispose (GObject *object)
{
  TribUiResultPage *self = TRIB_UI_RESULT_PAGE (object);

  /* The template would take away its outermost widget without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRIB_UI_TYPE_RESULT_PAGE);
  g_clear_object (&self->sign_in);
  G_OBJECT_CLASS (trib_ui_result_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, mark);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, icon);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, word);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, title);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, quote);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, quote_from);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, quote_text);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, organisation);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, sync_place);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, support);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, share_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, browser_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, details);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, details_text);
  gtk_widget_class_bind_template_child (widget_class, TribUiResultPage, copy_button);
}

static void
trib_ui_result_page_class_init (TribUiResultPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trib_ui_result_page_constructed;
  object_class->set_property = trib_ui_result_page_set_property;
  object_class->dispose = trib_ui_result_page_dispose;

  props[PROP_SIGN_IN] =
      g_param_spec_object ("sign-in", NULL, NULL, TRIB_MODEL_TYPE_SIGN_IN,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TRIB_UI_TYPE_ORGANISATION_BOX);
  g_type_ensure (TRIB_UI_TYPE_ENVIRONMENT_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-result-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "result.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "result.copy-details", NULL, copy_details_action);
}

static void
trib_ui_result_page_init (TribUiResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trib_ui_label_wrap_button (GTK_BUTTON (self->share_button));
}

/**
 * trib_ui_result_page_new:
 * @sign_in: a sign-in that has ended
 *
 * Returns: (transfer floating): the page that says how
 */
GtkWidget *
trib_ui_result_page_new (TribModelSignIn *sign_in)
{
  g_return_val_if_fail (TRIB_MODEL_IS_SIGN_IN (sign_in), NULL);
  return g_object_new (TRIB_UI_TYPE_RESULT_PAGE, "sign-in", sign_in, NULL);
}

/**
 * trib_ui_result_page_get_sign_in:
 * @self: a page
 *
 * Returns: (transfer none): the sign-in that ended
 */
TribModelSignIn *
trib_ui_result_page_get_sign_in (TribUiResultPage *self)
{
  g_return_val_if_fail (TRIB_UI_IS_RESULT_PAGE (self), NULL);
  return self->sign_in;
}
