/* SPDX-FileCopyrightText: The Tributary authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trib-ui-company-row.h"

#include "trib-ui-company-columns.h"
#include "trib-ui-platform-marks.h"
#include "trib-ui-status-pill.h"

#include <glib/gi18n.h>

/* One company in the list: in columns, or in lines where there is no room for them.
 * Owned by the list, which gives it one company after another.
 * Main thread only. */

#define PADDING 6
#define MIN_HEIGHT 48

struct _TribUiCompanyRow {
  GtkWidget parent_instance;

  GtkWidget *name_label;      /* (owned) by the template */
  GtkWidget *reference_label; /* (owned) by the template */
  GtkWidget *waiting_label;   /* (owned) by the template */
  GtkWidget *marks;           /* (owned) by the template */
  GtkWidget *pill;            /* (owned) by the template */
  GtkWidget *sync_label;      /* (owned) by the template */
  GtkWidget *menu_button;     /* (owned) by the template */
  TribModelCompany *company;  /* (owned) (nullable) */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (TribUiCompanyRow, trib_ui_company_row, GTK_TYPE_WIDGET)

typedef enum {
  PROP_COMPANY = 1,
} TribUiCompanyRowProperty;

static GParamSpec *props[PROP_COMPANY + 1];

static int
natural_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static int
height_for (GtkWidget *child, int width)
{
  int height;

  if (!gtk_widget_get_visible (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Places a child on a line of a height, in its middle; nothing is placed while only measuring. */
static void
put (GtkWidget *child, int x, int y, int width, int line, gboolean allocate)
{
  int height = height_for (child, width);

  if (allocate && gtk_widget_get_visible (child))
    trib_ui_company_columns_allocate (child, x, y + (line - height) / 2, width, height);
}

static int
place_columns (TribUiCompanyRow *self,
               const TribUiCompanyColumns *at,
               int height,
               gboolean allocate)
{
  int name = height_for (self->name_label, at->name_width);
  int reference = height_for (self->reference_label, at->name_width);
  int waiting = height_for (self->waiting_label, at->name_width);
  int text = name + reference + waiting;
  int needed = MAX (MIN_HEIGHT, text + 2 * PADDING);
  int line = MAX (height, needed);
  int top = (line - text) / 2;

  put (self->name_label, at->name_x, top, at->name_width, name, allocate);
  put (self->reference_label, at->name_x, top + name, at->name_width, reference, allocate);
  put (self->waiting_label, at->name_x, top + name + reference, at->name_width, waiting, allocate);
  put (self->marks, at->marks_x, 0, at->marks_width, line, allocate);
  put (self->pill, at->status_x, 0, MIN (natural_width (self->pill), at->status_width), line,
       allocate);
  put (self->sync_label, at->sync_x, 0, at->sync_width, line, allocate);
  put (self->menu_button, at->end_x, 0, at->end_width, line, allocate);
  return needed;
}

/* Name; pill and last sync, on two lines where one is too short; marks at the end, or below where
 * the name would have less than half the row. */
static int
place_lines (TribUiCompanyRow *self,
             const TribUiCompanyColumns *at,
             int width,
             int height,
             gboolean allocate)
{
  const int gap = TRIB_UI_COMPANY_GAP, x = at->name_x;
  int room = at->end_x - gap - x;
  int marks = MIN (natural_width (self->marks), room);
  gboolean beside = room - gap - marks >= width / 2;
  int text = beside ? room - gap - marks : room;
  int pill = MIN (natural_width (self->pill), text);
  int sync = MIN (natural_width (self->sync_label), text);
  gboolean one_line = pill + gap + sync <= text;
  int y = 10, line = height_for (self->name_label, text);

  put (self->name_label, x, y, text, line, allocate);
  y += line + 4;
  line = height_for (self->pill, pill);
  put (self->pill, x, y, pill, line, allocate);
  if (!one_line) {
    y += line + 4;
    line = height_for (self->sync_label, sync);
  }
  put (self->sync_label, one_line ? x + pill + gap : x, y, sync, line, allocate);
  y += line;
  if (gtk_widget_get_visible (self->waiting_label)) {
    y += 4;
    line = height_for (self->waiting_label, text);
    put (self->waiting_label, x, y, text, line, allocate);
    y += line;
  }
  if (!beside) {
    y += 8;
    line = height_for (self->marks, marks);
    put (self->marks, x, y, marks, line, allocate);
    y += line;
  }
  y += 10;
  height = MAX (height, y);
  if (beside)
    put (self->marks, x + room - marks, 0, marks, height, allocate);
  put (self->menu_button, at->end_x, 0, at->end_width, height, allocate);
  return y;
}

static int
place (TribUiCompanyRow *self, int width, int height, gboolean allocate)
{
  TribUiCompanyColumns columns;

  trib_ui_company_columns_get (GTK_WIDGET (self), width, &columns);
  if (allocate) {
    self->narrow = columns.narrow;
    gtk_widget_set_child_visible (self->reference_label, !columns.narrow);
  }
  return columns.narrow ? place_lines (self, &columns, width, height, allocate)
                        : place_columns (self, &columns, height, allocate);
}

static void
trib_ui_company_row_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 300;
    *natural = 860;
  } else {
    *minimum = *natural =
        place (TRIB_UI_COMPANY_ROW (widget), for_size < 0 ? 860 : for_size, 0, FALSE);
  }
}

static void
trib_ui_company_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TribUiCompanyRow *self = TRIB_UI_COMPANY_ROW (widget);

  place (self, width, height, TRUE);
}

static GtkSizeRequestMode
trib_ui_company_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  return text != NULL && *text != '\0';
}

/* The keyboard goes to the list's own widget around this one, so that is what has to be named. */
static void
name_list_item (TribUiCompanyRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *waiting = NULL;
  g_autofree char *name = NULL;

  if (item == NULL || self->company == NULL)
    return;
  waiting = trib_model_company_dup_waiting_text (self->company);
  if (waiting != NULL)
    /* Translators: a row as it is read aloud: a company, its status, and what is waited for. */
    name = g_strdup_printf (_ ("%s: %s, %s"), trib_model_company_get_name (self->company),
                               trib_model_company_get_status_text (self->company), waiting);
  else
    /* Translators: a row as it is read aloud: a company and its status. */
    name = g_strdup_printf (_ ("%s: %s"), trib_model_company_get_name (self->company),
                               trib_model_company_get_status_text (self->company));
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  trib_model_company_get_reference (self->company), -1);
}

static void
trib_ui_company_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trib_ui_company_row_parent_class)->root (widget);
  name_list_item (TRIB_UI_COMPANY_ROW (widget));
}

static void
activate_with_id (GtkWidget *widget, const char *action_name)
{
  TribUiCompanyRow *self = TRIB_UI_COMPANY_ROW (widget);

  if (self->company != NULL)
    gtk_widget_activate_action (widget, action_name, "s",
                                trib_model_company_get_id (self->company));
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_with_id (widget, "win.open-company");
}

static void
copy_id_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_with_id (widget, "page.copy-id");
}

static void
menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (TRIB_UI_COMPANY_ROW (widget)->menu_button));
}

static void
secondary_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *widget)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (widget, "company.menu", NULL);
}

static void
trib_ui_company_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TribUiCompanyRowProperty) id) {
  case PROP_COMPANY:
    g_value_set_object (value, TRIB_UI_COMPANY_ROW (object)->company);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_company_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TribUiCompanyRowProperty) id) {
  case PROP_COMPANY:
    trib_ui_company_row_set_company (TRIB_UI_COMPANY_ROW (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
trib_ui_company_row_dispose (GObject *object)
{
  TribUiCompanyRow *self = TRIB_UI_COMPANY_ROW (object);
  GtkWidget *child;

  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  g_clear_object (&self->company);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRIB_UI_TYPE_COMPANY_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (trib_ui_company_row_parent_class)->dispose (object);
}

static void
trib_ui_company_row_class_init (TribUiCompanyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trib_ui_company_row_get_property;
  object_class->set_property = trib_ui_company_row_set_property;
  object_class->dispose = trib_ui_company_row_dispose;
  widget_class->root = trib_ui_company_row_root;
  widget_class->measure = trib_ui_company_row_measure;
  widget_class->size_allocate = trib_ui_company_row_size_allocate;
  widget_class->get_request_mode = trib_ui_company_row_get_request_mode;

  props[PROP_COMPANY] =
      g_param_spec_object ("company", NULL, NULL, TRIB_MODEL_TYPE_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TRIB_UI_TYPE_PLATFORM_MARKS);
  g_type_ensure (TRIB_UI_TYPE_STATUS_PILL);
  gtk_widget_class_set_css_name (widget_class, "companyrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/trib-ui-company-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, reference_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, marks);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, pill);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, sync_label);
  gtk_widget_class_bind_template_child (widget_class, TribUiCompanyRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_install_action (widget_class, "company.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "company.copy-id", NULL, copy_id_cb);
  gtk_widget_class_install_action (widget_class, "company.menu", NULL, menu_cb);
}

static void
trib_ui_company_row_init (TribUiCompanyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trib_ui_company_row_set_company:
 * @self: a row
 * @company: (nullable): what it shows
 */
void
trib_ui_company_row_set_company (TribUiCompanyRow *self, TribModelCompany *company)
{
  static const char *const said[] = { "notify::name", "notify::reference", "notify::status-text",
                                      "notify::waiting-text" };

  g_return_if_fail (TRIB_UI_IS_COMPANY_ROW (self));
  g_return_if_fail (company == NULL || TRIB_MODEL_IS_COMPANY (company));

  if (self->company == company)
    return;
  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  g_set_object (&self->company, company);
  for (guint i = 0; company != NULL && i < G_N_ELEMENTS (said); i++)
    g_signal_connect_object (company, said[i], G_CALLBACK (name_list_item), self,
                             G_CONNECT_SWAPPED);
  name_list_item (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPANY]);
}

/**
 * trib_ui_company_row_get_company:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TribModelCompany *
trib_ui_company_row_get_company (TribUiCompanyRow *self)
{
  g_return_val_if_fail (TRIB_UI_IS_COMPANY_ROW (self), NULL);
  return self->company;
}

/**
 * trib_ui_company_row_get_narrow:
 * @self: a row
 *
 * Returns: whether there was no room for columns when it was last placed
 */
gboolean
trib_ui_company_row_get_narrow (TribUiCompanyRow *self)
{
  g_return_val_if_fail (TRIB_UI_IS_COMPANY_ROW (self), FALSE);
  return self->narrow;
}
