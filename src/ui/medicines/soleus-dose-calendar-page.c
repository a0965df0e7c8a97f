/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One month is worked out at a time, so that the years ahead cost nothing before they are looked at. */
#include "config.h"

#include "ui/medicines/soleus-dose-calendar-page.h"

#include <glib/gi18n.h>

#include "app/soleus-dose-calendar.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-month.h"
#include "app/soleus-words.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-day-grid.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-late-style.h"

#define COLUMN 680
#define SHOWN_KINDS (SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE))

struct _SoleusDoseCalendarPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  char *medicine_uuid; /* NULL for all */
  SoleusDoseCalendar *calendar; /* NULL where the diary could not be read */
  GArray *doses; /* of SoleusCalendarDose, of the month that is shown */
  SoleusDate today;

  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *month;
  GtkWidget *present;
  GtkWidget *grid;
  GtkWidget *day;
  GtkWidget *rows;
  GtkWidget *rest;
};

G_DEFINE_FINAL_TYPE (SoleusDoseCalendarPage, soleus_dose_calendar_page, GTK_TYPE_WIDGET)

static guint
count_doses (SoleusDoseCalendarPage *self,
             SoleusDate              day)
{
  guint n = 0;

  for (guint i = 0; i < self->doses->len; i++)
    n += g_array_index (self->doses, SoleusCalendarDose, i).due.date == day;
  return n;
}

/* "Tuesday 3 March: 2 doses" */
static char *
say_day (SoleusDoseCalendarPage *self,
         SoleusDate              day)
{
  g_autofree char *date = soleus_words_date (day);
  g_autofree char *count = soleus_dose_calendar_say_count (count_doses (self, day));

  /* Translators: a date, then how many doses: "Tuesday 3 March: 2 doses" */
  return g_strdup_printf (_("%s: %s"), date, count);
}

/* The grid */

static void
read_month (const SoleusMonth *month,
            gpointer           data)
{
  SoleusDoseCalendarPage *self = data;
  g_autofree char *name = soleus_words_month (month->year, month->month);

  g_clear_pointer (&self->doses, g_array_unref);
  self->doses = self->calendar != NULL ? soleus_dose_calendar_list (self->calendar, month->first, month->last) : g_array_new (FALSE, FALSE, sizeof (SoleusCalendarDose));
  gtk_label_set_label (GTK_LABEL (self->month), name);
  gtk_widget_set_visible (self->present, soleus_month_find_cell (month, self->today) < 0);
}

static GtkWidget *
make_mark (gpointer data)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (mark, "dose-count");
  return mark;
}

static char *
show_day (SoleusDate day,
          GtkWidget *mark,
          gpointer   data)
{
  SoleusDoseCalendarPage *self = data;
  guint n = count_doses (self, day);
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_label (GTK_LABEL (mark), number);
  gtk_widget_set_opacity (mark, n > 0 ? 1 : 0);
  return say_day (self, day);
}

static const SoleusDayGridOwner owner = { read_month, make_mark, show_day };

/* The chosen day */

static void
add_dose (SoleusDoseCalendarPage   *self,
          const SoleusCalendarDose *dose)
{
  g_autofree char *time = soleus_words_minute (dose->due.minute);
  g_autofree char *medicine = soleus_medicine_words_title (dose->medicine);
  /* Translators: a time of day, then a medicine */
  g_autofree char *title = g_strdup_printf (_("%s · %s"), time, medicine);
  g_autofree char *amount = dose->due.amount >= 0 ? soleus_words_number (dose->due.amount) : NULL;
  g_autofree char *how_many = amount != NULL ? g_strdup_printf (_("How many: %s"), amount) : NULL;

  gtk_box_append (GTK_BOX (self->rows), soleus_action_row_new (title, how_many));
}

static void
show_chosen (SoleusDoseCalendarPage *self)
{
  SoleusDate day = soleus_day_grid_get_day (SOLEUS_DAY_GRID (self->grid));
  g_autofree char *words = say_day (self, day);
  guint n = 0;

  soleus_question_set_line (self->day, words);
  soleus_build_clear (self->rows);
  for (guint i = 0; i < self->doses->len; i++)
    {
      const SoleusCalendarDose *dose = &g_array_index (self->doses, SoleusCalendarDose, i);

      if (dose->due.date != day)
        continue;
      add_dose (self, dose);
      n++;
    }
  gtk_widget_set_visible (self->rows, n > 0);
}

static void
read_diary (SoleusDoseCalendarPage *self)
{
  SoleusClock *clock = soleus_context_get_clock (self->context);
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (clock);
  g_autofree char *rest = NULL;

  /* The doses of the month name the medicines of the old one. */
  if (self->doses != NULL)
    g_array_set_size (self->doses, 0);
  g_clear_pointer (&self->calendar, soleus_dose_calendar_free);
  self->calendar = soleus_dose_calendar_new (diary, self->medicine_uuid, soleus_clock_get_now (clock), zone, NULL);
  self->today = soleus_clock_get_today (clock);
  soleus_day_grid_set_today (SOLEUS_DAY_GRID (self->grid), self->today, SOLEUS_DATE_MAX, soleus_month_diary_weekday (diary));
  rest = self->calendar != NULL ? soleus_dose_calendar_say_rest (self->calendar) : g_strdup (_("The schedules could not be read."));
  soleus_question_set_line (self->rest, rest);
  show_chosen (self);
}

static void
diary_changed_cb (SoleusDoseCalendarPage *self,
                  guint                   kinds)
{
  if ((kinds & SHOWN_KINDS) != 0)
    read_diary (self);
}

/* Turning pages */

static void
turn (SoleusDoseCalendarPage *self,
      int                     months)
{
  SoleusDate day = soleus_month_move (soleus_day_grid_get_day (SOLEUS_DAY_GRID (self->grid)), months);

  if (day != SOLEUS_DATE_NONE)
    soleus_day_grid_set_day (SOLEUS_DAY_GRID (self->grid), day);
}

static void
previous_clicked_cb (SoleusDoseCalendarPage *self)
{
  turn (self, -1);
}

static void
next_clicked_cb (SoleusDoseCalendarPage *self)
{
  turn (self, 1);
}

static void
present_clicked_cb (SoleusDoseCalendarPage *self)
{
  /* First the focus, because the button goes. */
  gtk_widget_grab_focus (self->grid);
  soleus_day_grid_set_day (SOLEUS_DAY_GRID (self->grid), self->today);
}

/* The day may have changed meanwhile. */
static void
soleus_dose_calendar_page_map (GtkWidget *widget)
{
  read_diary (SOLEUS_DOSE_CALENDAR_PAGE (widget));
  GTK_WIDGET_CLASS (soleus_dose_calendar_page_parent_class)->map (widget);
}

static gboolean
soleus_dose_calendar_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_DOSE_CALENDAR_PAGE (widget)->grid);
}

/* Tab goes through all of it, where what takes the focus first is not the first of it. */
static gboolean
soleus_dose_calendar_page_focus (GtkWidget       *widget,
                                 GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_DOSE_CALENDAR_PAGE (widget)->scroller, direction);
}

static void
soleus_dose_calendar_page_dispose (GObject *object)
{
  SoleusDoseCalendarPage *self = SOLEUS_DOSE_CALENDAR_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->doses, g_array_unref);
  g_clear_pointer (&self->calendar, soleus_dose_calendar_free);
  g_clear_pointer (&self->medicine_uuid, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_dose_calendar_page_parent_class)->dispose (object);
}

static void
soleus_dose_calendar_page_class_init (SoleusDoseCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_dose_calendar_page_dispose;
  widget_class->map = soleus_dose_calendar_page_map;
  widget_class->focus = soleus_dose_calendar_page_focus;
  widget_class->grab_focus = soleus_dose_calendar_page_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  soleus_late_style_load ();
}

static GtkWidget *
make_header (SoleusDoseCalendarPage *self)
{
  GtkWidget *header = soleus_flow_new (6);
  GtkWidget *previous = soleus_build_icon_button ("go-previous-symbolic", _("Previous month")), *next = soleus_build_icon_button ("go-next-symbolic", _("Next month"));
  GtkWidget *turn = soleus_build_turn (previous, next, "title-3", &self->month);

  gtk_widget_add_css_class (previous, "flat");
  gtk_widget_add_css_class (next, "flat");
  g_signal_connect_swapped (previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (next_clicked_cb), self);
  gtk_widget_set_hexpand (turn, TRUE);
  self->present = soleus_build_button (_("This month"), NULL, NULL);
  g_signal_connect_swapped (self->present, "clicked", G_CALLBACK (present_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (header), turn);
  soleus_flow_append (SOLEUS_FLOW (header), self->present);
  return header;
}

static void
soleus_dose_calendar_page_init (SoleusDoseCalendarPage *self)
{
  self->scroller = soleus_build_page (COLUMN, &self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->column), make_header (self));
  self->grid = soleus_day_grid_new (&owner, self);
  gtk_box_append (GTK_BOX (self->column), self->grid);
  self->day = soleus_question_new_status ();
  gtk_widget_add_css_class (self->day, "heading");
  gtk_box_append (GTK_BOX (self->column), self->day);
  self->rows = soleus_build_rows (self->column);
  self->rest = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (self->column), self->rest);
  g_signal_connect_object (self->grid, "notify::day", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_dose_calendar_page_new:
 * @context: an open diary
 * @medicine_uuid: (nullable): a medicine, or %NULL for all
 *
 * Returns: (transfer floating): the calendar at the present month, today chosen
 */
GtkWidget *
soleus_dose_calendar_page_new (SoleusContext *context,
                               const char    *medicine_uuid)
{
  SoleusDoseCalendarPage *self = g_object_new (SOLEUS_TYPE_DOSE_CALENDAR_PAGE, NULL);

  self->context = g_object_ref (context);
  self->medicine_uuid = g_strdup (medicine_uuid);
  read_diary (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
