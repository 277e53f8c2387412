/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-company-data.h"

#include "trib-ui-sync-list.h"

/* How far the data of a company is, asked for only while somebody looks.
 * Owned by the template of the Connections page.
 * Main thread only. */

struct _TribUiCompanyData {
  AdwBin parent_instance;

  TribModelSync *sync; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TribUiCompanyData, trib_ui_company_data, ADW_TYPE_BIN)

static void
show (TribUiCompanyData *self)
{
  GtkWidget *list = adw_bin_get_child (ADW_BIN (self));
  GListModel *datasets = G_LIST_MODEL (self->sync);

  gtk_widget_set_visible (list, g_list_model_get_n_items (datasets) > 0);
}

static void
forget (TribUiCompanyData *self)
{
  if (self->sync == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->sync, self);
  trib_model_sync_stop (self->sync);
  g_clear_object (&self->sync);
  adw_bin_set_child (ADW_BIN (self), NULL);
}

static void
trib_ui_company_data_map (GtkWidget *widget)
{
  TribUiCompanyData *self = TRIB_UI_COMPANY_DATA (widget);

  GTK_WIDGET_CLASS (trib_ui_company_data_parent_class)->map (widget);
  if (self->sync != NULL)
    trib_model_sync_start (self->sync);
}

static void
trib_ui_company_data_unmap (GtkWidget *widget)
{
  TribUiCompanyData *self = TRIB_UI_COMPANY_DATA (widget);

  GTK_WIDGET_CLASS (trib_ui_company_data_parent_class)->unmap (widget);
  if (self->sync != NULL)
    trib_model_sync_stop (self->sync);
}

static void
trib_ui_company_data_dispose (GObject *object)
{
  forget (TRIB_UI_COMPANY_DATA (object));
  G_OBJECT_CLASS (trib_ui_company_data_parent_class)->dispose (object);
}

static void
trib_ui_company_data_class_init (TribUiCompanyDataClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trib_ui_company_data_dispose;
  widget_class->map = trib_ui_company_data_map;
  widget_class->unmap = trib_ui_company_data_unmap;
}

static void
trib_ui_company_data_init (TribUiCompanyData *self)
{
}

/**
 * trib_ui_company_data_set_company:
 * @self: a place for data
 * @company: (nullable): whose data is read, or %NULL while nothing is
 *
 * Follows what is read; what was read of something that is connected no more is not shown.
 */
void
trib_ui_company_data_set_company (TribUiCompanyData *self, TribModelCompany *company)
{
  g_return_if_fail (TRIB_UI_IS_COMPANY_DATA (self));
  g_return_if_fail (company == NULL || TRIB_MODEL_IS_COMPANY (company));

  if (company == NULL) {
    forget (self);
    return;
  }
  if (self->sync != NULL)
    return;
  self->sync = trib_model_company_new_sync (company, CODAT_SOURCE_TYPE_UNKNOWN);
  adw_bin_set_child (ADW_BIN (self), trib_ui_sync_list_new (self->sync));
  g_signal_connect_object (self->sync, "items-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trib_model_sync_start (self->sync);
}
