/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkCalendar cannot be used by the keyboard of a screen reader on GTK 4.8, and a typed date in one entry is read in a
 * different order in every country. Three entries, each with its name above it, leave no doubt. */
#include "config.h"

#include "ui/preferences/soleus-date-fields.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

#include "ui/compat/soleus-accessible.h"

struct _SoleusDateFields
{
  GtkBox parent_instance;

  GtkEntry *day;
  GtkEntry *month;
  GtkEntry *year;
};

G_DEFINE_FINAL_TYPE (SoleusDateFields, soleus_date_fields, GTK_TYPE_BOX)

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
soleus_date_fields_class_init (SoleusDateFieldsClass *klass)
{
  /**
   * SoleusDateFields::committed:
   * @self: the fields
   *
   * Enter was pressed, or the focus went elsewhere.
   */
  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commit (SoleusDateFields *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0);
}

static GtkEntry *
make_entry (SoleusDateFields *self,
            int               n_digits)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_max_length (GTK_ENTRY (entry), n_digits);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), n_digits + 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), n_digits + 1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (commit), self);
  return GTK_ENTRY (entry);
}

static void
append (SoleusDateFields *self,
        GtkEntry         *entry,
        const char       *name,
        const char       *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (name);
  /* Translators: a part of a date, then the question that the date answers: "Day: Due date" */
  g_autofree char *full = g_strdup_printf (_("%s: %s"), name, question);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  soleus_accessible_set_name (GTK_ACCESSIBLE (entry), full);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry));
  gtk_box_append (GTK_BOX (self), box);
}

static void
soleus_date_fields_init (SoleusDateFields *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->day = make_entry (self, 2);
  self->month = make_entry (self, 2);
  self->year = make_entry (self, 4);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * soleus_date_fields_new:
 * @question: what the date is; it is only read out
 *
 * Returns: (transfer floating): three empty entries, in the order of the locale
 */
GtkWidget *
soleus_date_fields_new (const char *question)
{
  SoleusDateFields *self = g_object_new (SOLEUS_TYPE_DATE_FIELDS, NULL);
  const char *format = nl_langinfo (D_FMT);
  gboolean year_first = g_str_has_prefix (format, "%Y") || g_str_has_prefix (format, "%y");
  gboolean month_first = year_first || (g_str_has_prefix (format, "%m") && !g_str_has_prefix (setlocale (LC_TIME, NULL), "C"));

  if (year_first)
    append (self, self->year, _("Year"), question);
  if (month_first)
    append (self, self->month, _("Month"), question);
  append (self, self->day, _("Day"), question);
  if (!month_first)
    append (self, self->month, _("Month"), question);
  if (!year_first)
    append (self, self->year, _("Year"), question);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), question);
  return GTK_WIDGET (self);
}

static void
set_number (GtkEntry *entry,
            int       number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * soleus_date_fields_set_date:
 * @self: the fields
 * @date: what they are to show, or %SOLEUS_DATE_NONE for nothing
 */
void
soleus_date_fields_set_date (SoleusDateFields *self,
                             SoleusDate        date)
{
  int year = 0, month = 0, day = 0;

  g_return_if_fail (SOLEUS_IS_DATE_FIELDS (self));

  if (date != SOLEUS_DATE_NONE)
    soleus_date_to_ymd (date, &year, &month, &day);
  set_number (self->day, day);
  set_number (self->month, month);
  set_number (self->year, year);
}

/* FALSE where it holds no number; empty counts as 0. */
static gboolean
get_number (GtkEntry *entry,
            gint64   *number)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  *number = 0;
  return *text == '\0' || g_ascii_string_to_signed (text, 10, 1, 9999, number, NULL);
}

/**
 * soleus_date_fields_get_date:
 * @self: the fields
 * @date: (out): the date, or %SOLEUS_DATE_NONE
 *
 * Returns: what is typed
 */
SoleusDateFieldsState
soleus_date_fields_get_date (SoleusDateFields *self,
                             SoleusDate       *date)
{
  gint64 year, month, day;

  g_return_val_if_fail (SOLEUS_IS_DATE_FIELDS (self), SOLEUS_DATE_FIELDS_EMPTY);

  *date = SOLEUS_DATE_NONE;
  if (!get_number (self->day, &day) || !get_number (self->month, &month) || !get_number (self->year, &year))
    return SOLEUS_DATE_FIELDS_WRONG;
  if (day == 0 && month == 0 && year == 0)
    return SOLEUS_DATE_FIELDS_EMPTY;
  if (day == 0 || month == 0 || year == 0)
    return SOLEUS_DATE_FIELDS_BEGUN;
  if (year < 1900 || year > 2199 || month > 12 || day > soleus_date_days_in_month ((int) year, (int) month))
    return SOLEUS_DATE_FIELDS_WRONG;
  *date = soleus_date_from_ymd ((int) year, (int) month, (int) day);
  return SOLEUS_DATE_FIELDS_DATE;
}

/**
 * soleus_date_fields_take:
 * @self: the fields
 * @values: the values of a record
 * @field: one of its dates; three empty fields make it absent
 *
 * Returns: %FALSE where what is typed is no date
 */
gboolean
soleus_date_fields_take (SoleusDateFields *self,
                         SoleusRow        *values,
                         const char       *field)
{
  SoleusDate date;
  SoleusDateFieldsState state = soleus_date_fields_get_date (self, &date);

  soleus_row_clear (values, field);
  if (state == SOLEUS_DATE_FIELDS_DATE)
    soleus_row_set_date (values, field, date);
  return state == SOLEUS_DATE_FIELDS_DATE || state == SOLEUS_DATE_FIELDS_EMPTY;
}
