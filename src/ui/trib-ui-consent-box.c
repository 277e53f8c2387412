/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-consent-box.h"

#include "trib-ui-label.h"

#include <glib/gi18n.h>

/* What is agreed to before a sign-in: one sentence, or five parts and a box to tick; and where the
 * operator's terms, its privacy policy and its help are found.
 * Owned by the template of the dialog before a sign-in.
 * Main thread only. */

struct _TribUiConsentBox {
  GtkBox parent_instance;

  GtkLabel *sentence_label;    /* (owned) by the template */
  GtkWidget *parts_box;        /* (owned) by the template */
  GtkBox *parts;               /* (owned) by the template */
  GtkCheckButton *agree_check; /* (owned) by the template */
  GtkLabel *agree_label;       /* (owned) by the template */
  GtkLabel *missing_label;     /* (owned) by the template */
  GtkWidget *terms_link;       /* (owned) by the template */
  GtkWidget *privacy_link;     /* (owned) by the template */
  GtkLabel *support_label;     /* (owned) by the template */
  TribModelAccount *account;   /* (owned) (nullable) */
  TribModelCompany *company;   /* (owned) (nullable) */
  TribModelPlatform *platform; /* (owned) (nullable) */
  GString *text;               /* (owned): exactly what is shown */
  char *way;                   /* (owned) (nullable): where to, once it is written down */
};

G_DEFINE_FINAL_TYPE (TribUiConsentBox, trib_ui_consent_box, GTK_TYPE_BOX)

enum { SIGNAL_CHANGED, SIGNAL_AGREED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
asks (TribUiConsentBox *self)
{
  return trib_model_policy_get_asks_consent (trib_model_account_get_policy (self->account));
}

static void
append_part (TribUiConsentBox *self, const char *heading, char *text)
{
  g_autofree char *owned = text;
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (part), trib_ui_label_new (heading, "heading"));
  gtk_box_append (GTK_BOX (part), trib_ui_label_new (owned, NULL));
  gtk_box_append (self->parts, part);
  g_string_append_printf (self->text, "%s\n%s\n\n", heading, owned);
}

/* The receipt is read where no list stands above it. */
static char *
dup_data (TribUiConsentBox *self)
{
  const char *account = trib_model_account_get_name (self->account);
  const char *platform = trib_model_platform_get_name (self->platform);
  const char *const *names = trib_model_platform_get_reads (self->platform);
  g_autofree char *reads = g_strjoinv (", ", (char **) names);

  if (names[0] == NULL)
    /* Translators: %1$s is a platform, %2$s who asks. */
    return g_strdup_printf (_ ("The records that %2$s has switched on at Codat are read from %1$s, "
                               "again and again until you disconnect."),
                               platform, account);
  /* Translators: %1$s is a platform, %2$s a list of kinds of data, %3$s who asks. */
  return g_strdup_printf (_ ("These records are read from %1$s, again and again until you "
                             "disconnect: %2$s, and others that %3$s has switched on at Codat."),
                             platform, reads, account);
}

/* Headings are at most 50 characters long in English. */
static void
append_parts (TribUiConsentBox *self)
{
  const char *account = trib_model_account_get_name (self->account);
  const char *company = trib_model_company_get_name (self->company);
  const char *platform = trib_model_platform_get_name (self->platform);

  append_part (
      self, _ ("Purpose"),
               /* Translators: %1$s is who asks, %2$s a company. */
               g_strdup_printf (_ ("%1$s asks for these records to serve %2$s, and uses them for "
                                   "nothing else."),
                                   account, company));
  append_part (
      self, _ ("Access"),
               /* Translators: %1$s is who asks, %2$s a platform. */
               g_strdup_printf (_ ("%1$s gets access through Codat, with the sign-in that you make "
                                   "at %2$s. Nobody learns your password."),
                                   account, platform));
  append_part (
      self, _ ("Account information"),
               /* Translators: %s is a platform. */
               g_strdup_printf (_ ("The name and the details of the organisation in %s are read, "
                                   "to show what is connected."),
                                   platform));
  append_part (self, _ ("Data of the platform"), dup_data (self));
  append_part (
      self, _ ("How long it is kept"),
               /* Translators: %s is who asks. */
               g_strdup_printf (_ ("After you disconnect nothing new is read. What was read before "
                                   "stays with %s until you ask to have it deleted."),
                                   account));
}

static void
show_link (TribUiConsentBox *self, GtkWidget *link, TribModelPolicyText which)
{
  g_autofree char *address =
      trib_model_policy_dup_text (trib_model_account_get_policy (self->account), which);

  gtk_widget_set_visible (link, address != NULL);
  if (address != NULL)
    gtk_link_button_set_uri (GTK_LINK_BUTTON (link), address);
}

static void
show_support (TribUiConsentBox *self)
{
  TribModelPolicy *policy = trib_model_account_get_policy (self->account);
  g_autofree char *support = trib_model_policy_dup_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT);
  g_autofree char *name = trib_model_policy_dup_text (policy, TRIB_MODEL_POLICY_TEXT_SUPPORT_NAME);

  gtk_widget_set_visible (GTK_WIDGET (self->support_label), support != NULL);
  if (support != NULL) {
    /* Translators: %1$s is who asks, %2$s a phone number or an address. */
    g_autofree char *words = g_strdup_printf (
        _ ("Questions? %1$s helps: %2$s"),
           name != NULL ? name : trib_model_account_get_name (self->account), support);

    gtk_label_set_text (self->support_label, words);
  }
}

static void
show_all (TribUiConsentBox *self)
{
  /* Translators: %1$s is the account that will read, %2$s a company, %3$s a platform. */
  g_autofree char *sentence = g_strdup_printf (
      _ ("By continuing, you allow %1$s to read business records of %2$s from %3$s."),
         trib_model_account_get_name (self->account), trib_model_company_get_name (self->company),
         trib_model_platform_get_name (self->platform));
  /* Translators: %1$s is the account that will read, %2$s a company, %3$s a platform. */
  g_autofree char *agree = g_strdup_printf (
      _ ("I agree that %1$s reads business records of %2$s from %3$s."),
         trib_model_account_get_name (self->account), trib_model_company_get_name (self->company),
         trib_model_platform_get_name (self->platform));
  GtkWidget *part;

  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, part);
  g_string_truncate (self->text, 0);
  append_parts (self);
  g_string_append (self->text, agree);
  gtk_label_set_text (self->sentence_label, sentence);
  gtk_label_set_text (self->agree_label, agree);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agree_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  agree, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), !asks (self));
  gtk_widget_set_visible (self->parts_box, asks (self));
  show_link (self, self->terms_link, TRIB_MODEL_POLICY_TEXT_TERMS);
  show_link (self, self->privacy_link, TRIB_MODEL_POLICY_TEXT_PRIVACY);
  show_support (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
toggled_cb (TribUiConsentBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
trib_ui_consent_box_dispose (GObject *object)
{
  TribUiConsentBox *self = TRIB_UI_CONSENT_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_CONSENT_BOX);
  g_clear_object (&self->account);
  g_clear_object (&self->company);
  g_clear_object (&self->platform);
  G_OBJECT_CLASS (trib_ui_consent_box_parent_class)->dispose (object);
}

static void
trib_ui_consent_box_finalize (GObject *object)
{
  g_string_free (TRIB_UI_CONSENT_BOX (object)->text, TRUE);
  g_free (TRIB_UI_CONSENT_BOX (object)->way);
  G_OBJECT_CLASS (trib_ui_consent_box_parent_class)->finalize (object);
}

static void
trib_ui_consent_box_class_init (TribUiConsentBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_consent_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = trib_ui_consent_box_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRIB_UI_TYPE_CONSENT_BOX, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_AGREED] = g_signal_new ("agreed", TRIB_UI_TYPE_CONSENT_BOX, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-consent-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, parts_box);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, parts);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, agree_check);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, agree_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, missing_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, terms_link);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, privacy_link);
  gtk_widget_class_bind_template_child (widget_class, TribUiConsentBox, support_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
trib_ui_consent_box_init (TribUiConsentBox *self)
{
  self->text = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_consent_box_set_subject:
 * @self: a box that shows nothing yet
 * @account: who will read
 * @company: whose data
 * @platform: from where
 *
 * Fills the box, once.
 */
void
trib_ui_consent_box_set_subject (TribUiConsentBox *self,
                                 TribModelAccount *account,
                                 TribModelCompany *company,
                                 TribModelPlatform *platform)
{
  g_return_if_fail (TRIB_UI_IS_CONSENT_BOX (self));
  g_return_if_fail (TRIB_MODEL_IS_ACCOUNT (account));
  g_return_if_fail (TRIB_MODEL_IS_COMPANY (company));
  g_return_if_fail (TRIB_MODEL_IS_PLATFORM (platform));

  self->account = g_object_ref (account);
  self->company = g_object_ref (company);
  self->platform = g_object_ref (platform);
  g_signal_connect_object (trib_model_account_get_policy (account), "changed",
                           G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  trib_model_policy_load (trib_model_account_get_policy (account));
  show_all (self);
}

/* Leads to the box that is not ticked, and says so. A button that cannot be pressed would not say
 * why, because the box may be scrolled out of sight. */
static void
complain (TribUiConsentBox *self, const char *words)
{
  gtk_label_set_text (self->missing_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->agree_check));
}

/* What cannot be shown later was not agreed to: nothing begins. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TribUiConsentBox) self = TRIB_UI_CONSENT_BOX (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *way = g_steal_pointer (&self->way);

  if (!trib_model_consents_add_finish (TRIB_MODEL_CONSENTS (source), result, &error))
    g_message ("What was agreed to could not be written down: %s", error->message);
  /* Who closed the dialog meanwhile goes nowhere, and is told nothing. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_AGREED], 0, way);
  else
    complain (self, _ ("What you agreed to could not be written down, so nothing was begun. Make "
                       "room on the disk, then try again."));
}

/**
 * trib_ui_consent_box_agree:
 * @self: a box
 * @way: the way that the person wants to go on, for [signal@TribUi.ConsentBox::agreed]
 *
 * Keeps the exact text that is agreed to, and lets the sign-in begin as soon as it is written
 * down; at once, where the account does not ask for it.
 */
void
trib_ui_consent_box_agree (TribUiConsentBox *self, const char *way)
{
  g_return_if_fail (TRIB_UI_IS_CONSENT_BOX (self));
  g_return_if_fail (self->account != NULL && way != NULL);

  if (self->way != NULL)
    return;
  if (!asks (self)) {
    g_signal_emit (self, signals[SIGNAL_AGREED], 0, way);
    return;
  }
  if (!gtk_check_button_get_active (self->agree_check)) {
    complain (self, _ ("Tick the box to go on."));
    return;
  }
  self->way = g_strdup (way);
  trib_model_consents_add_async (
      trib_model_account_get_consents (self->account), trib_model_company_get_id (self->company),
      trib_model_company_get_name (self->company), trib_model_platform_get_key (self->platform),
      trib_model_platform_get_name (self->platform), self->text->str, kept_cb, g_object_ref (self));
}
