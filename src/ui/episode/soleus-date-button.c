/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry is above the calendar and has the focus first: it is the quicker way, and the one that works with a screen
 * reader. A day picked in the month that is shown closes the calendar; going to another month does not. */
#include "config.h"

#include "ui/episode/soleus-date-button.h"

#include <glib/gi18n.h>

#include "app/soleus-typed-time.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"

struct _SoleusDateButton
{
  GtkWidget parent_instance;

  SoleusClock *clock;
  SoleusDate date;
  gboolean updating;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *advice;
  GtkWidget *calendar;
};

G_DEFINE_FINAL_TYPE (SoleusDateButton, soleus_date_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_calendar (SoleusDateButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  soleus_date_to_ymd (self->date, &year, &month, &number);
  day = g_date_time_new_local (year, month, number, 12, 0, 0);
  if (day == NULL)
    return;
  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->updating = FALSE;
}

static void
show_label (SoleusDateButton *self)
{
  g_autofree char *text = soleus_words_date_with_year (self->date);
  /* Translators: the name of a button; the date follows */
  g_autofree char *name = g_strdup_printf (_("Date: %s"), text);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->button), name);
}

static void
choose (SoleusDateButton *self,
        SoleusDate        date)
{
  if (self->date == date)
    return;
  self->date = date;
  show_label (self);
  show_calendar (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
read_entry (SoleusDateButton *self,
            SoleusDate       *date)
{
  return soleus_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)), soleus_clock_get_today (self->clock), soleus_typed_date_order (), date);
}

static void
entry_changed_cb (SoleusDateButton *self)
{
  SoleusDate date;

  soleus_question_set_line (self->advice, NULL);
  if (read_entry (self, &date))
    choose (self, date);
}

static void
entry_activate_cb (SoleusDateButton *self)
{
  SoleusDate date;

  if (read_entry (self, &date) || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    soleus_question_set_line (self->advice, _("This is not a date. Type it like 3 March."));
}

static void
calendar_day_selected_cb (SoleusDateButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  SoleusDate date;
  int year, month;

  if (self->updating)
    return;
  day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  date = soleus_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day));
  if (date == SOLEUS_DATE_NONE)
    return;
  soleus_date_to_ymd (self->date, &year, &month, NULL);
  choose (self, date);
  if (year == g_date_time_get_year (day) && month == g_date_time_get_month (day))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
popover_show_cb (SoleusDateButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  soleus_question_set_line (self->advice, NULL);
  show_calendar (self);
  gtk_widget_grab_focus (self->entry);
}

/* A menu button does not ask for the height of a label that wraps; this does. */
static int
get_wrapped_height (SoleusDateButton *self,
                    int               width)
{
  int usual_width, words_width, usual, one_line, wrapped;

  gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &usual_width, NULL, NULL);
  gtk_widget_measure (self->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &usual, NULL, NULL);
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &words_width, NULL, NULL);
  if (width < 0 || width >= usual_width)
    return usual;
  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, words_width, NULL, &one_line, NULL, NULL);
  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, MAX (words_width - (usual_width - width), 1), NULL, &wrapped, NULL, NULL);
  return usual + wrapped - one_line;
}

static GtkSizeRequestMode
soleus_date_button_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_date_button_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  SoleusDateButton *self = SOLEUS_DATE_BUTTON (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->button, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = get_wrapped_height (self, for_size);
}

static void
soleus_date_button_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  gtk_widget_size_allocate (SOLEUS_DATE_BUTTON (widget)->button, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static gboolean
soleus_date_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_DATE_BUTTON (widget)->button);
}

static void
soleus_date_button_dispose (GObject *object)
{
  SoleusDateButton *self = SOLEUS_DATE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (soleus_date_button_parent_class)->dispose (object);
}

static void
soleus_date_button_class_init (SoleusDateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_date_button_dispose;
  widget_class->grab_focus = soleus_date_button_grab_focus;
  widget_class->get_request_mode = soleus_date_button_get_request_mode;
  widget_class->measure = soleus_date_button_measure;
  widget_class->size_allocate = soleus_date_button_size_allocate;

  /**
   * SoleusDateButton::changed:
   * @self: the button
   *
   * The person chose another date.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static GtkWidget *
make_popover (SoleusDateButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  self->entry = gtk_entry_new ();
  /* Translators: an example of what can be typed; the words are those that are read: "yesterday", and a date */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("yesterday, or 3 March"));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 60);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->entry), _("Type a date"));
  self->advice = soleus_question_new_status ();
  self->calendar = gtk_calendar_new ();
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->calendar), _("Calendar"));

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->advice);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (calendar_day_selected_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_show_cb), self);
  return popover;
}

static void
soleus_date_button_init (SoleusDateButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->date = SOLEUS_DATE_NONE;
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->popover = make_popover (self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * soleus_date_button_new:
 * @clock: says what "today" and "yesterday" are
 *
 * Returns: (transfer floating): a button with today's date
 */
GtkWidget *
soleus_date_button_new (SoleusClock *clock)
{
  SoleusDateButton *self = g_object_new (SOLEUS_TYPE_DATE_BUTTON, NULL);

  self->clock = g_object_ref (clock);
  soleus_date_button_set_date (self, soleus_clock_get_today (clock));
  return GTK_WIDGET (self);
}

/**
 * soleus_date_button_get_date:
 * @self: a button
 *
 * Returns: its date
 */
SoleusDate
soleus_date_button_get_date (SoleusDateButton *self)
{
  g_return_val_if_fail (SOLEUS_IS_DATE_BUTTON (self), SOLEUS_DATE_NONE);

  return self->date;
}

/**
 * soleus_date_button_set_date:
 * @self: a button
 * @date: a date
 *
 * Shows another date, without a signal.
 */
void
soleus_date_button_set_date (SoleusDateButton *self,
                             SoleusDate        date)
{
  g_return_if_fail (SOLEUS_IS_DATE_BUTTON (self));

  if (self->date == date)
    return;
  self->date = date;
  show_label (self);
  show_calendar (self);
}
