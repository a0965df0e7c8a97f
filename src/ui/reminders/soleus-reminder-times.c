/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time stands in an entry and can be typed over. One minute that was entered twice is one time, on the days of both. */
#include "config.h"

#include "ui/reminders/soleus-reminder-times.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define MOST_TIMES 12 /* more would be nagging; our own choice */
#define ALL_WEEK 127

typedef struct
{
  GtkWidget *box; /* all of it, owned by the list */
  GtkWidget *entry;
  GtkWidget *remove;
  GtkWidget *weekdays;
  GtkWidget *advice;
} Time;

struct _SoleusReminderTimes
{
  GtkWidget parent_instance;

  GPtrArray *times; /* of Time, in the order in which they stand */
  int first_weekday;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *add;
  GtkWidget *told;
};

G_DEFINE_FINAL_TYPE (SoleusReminderTimes, soleus_reminder_times, GTK_TYPE_WIDGET)

static Time *
get_time (SoleusReminderTimes *self,
          guint                i)
{
  return g_ptr_array_index (self->times, i);
}

static void
entry_changed_cb (GtkWidget           *entry,
                  SoleusReminderTimes *self)
{
  for (guint i = 0; i < self->times->len; i++)
    if (get_time (self, i)->entry == entry)
      soleus_question_set_line (get_time (self, i)->advice, soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (entry)));
}

/* The last one stays; a reminder without a time is switched off instead. Names follow the place of a time. */
static void
update_buttons (SoleusReminderTimes *self)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Remove time %u"), i + 1);

      gtk_widget_set_visible (get_time (self, i)->remove, self->times->len > 1);
      soleus_accessible_set_name (GTK_ACCESSIBLE (get_time (self, i)->remove), name);
    }
  gtk_widget_set_visible (self->add, self->times->len < MOST_TIMES);
}

static void
remove_clicked_cb (GtkWidget           *button,
                   SoleusReminderTimes *self)
{
  for (guint i = 0; i < self->times->len; i++)
    if (get_time (self, i)->remove == button)
      {
        /* First the focus, because the button goes. */
        gtk_widget_grab_focus (get_time (self, i > 0 ? i - 1 : i + 1)->entry);
        gtk_box_remove (GTK_BOX (self->list), get_time (self, i)->box);
        g_ptr_array_remove_index (self->times, i);
        update_buttons (self);
        soleus_question_set_line (self->told, _("The time was removed."));
        return;
      }
}

static GtkWidget *
make_weekdays (SoleusReminderTimes *self,
               int                  weekdays)
{
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("On which days?"), "multiple", TRUE, NULL);

  for (int i = 0; i < 7; i++)
    {
      int weekday = (self->first_weekday - 1 + i) % 7 + 1;
      const char id[] = { (char) ('0' + weekday), '\0' };
      g_autofree char *label = soleus_words_weekday (weekday, TRUE), *name = soleus_words_weekday (weekday, FALSE);

      soleus_choice_add (SOLEUS_CHOICE (choice), id, label, name);
      soleus_choice_select (SOLEUS_CHOICE (choice), id, (weekdays & (1 << (weekday - 1))) != 0);
    }
  return choice;
}

static Time *
add_time (SoleusReminderTimes *self,
          gint64               minute,
          int                  weekdays)
{
  Time *time = g_new0 (Time, 1);
  GtkWidget *flow = soleus_flow_new (12);

  time->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  time->entry = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time of day"));
  time->remove = soleus_build_button (_("Remove"), NULL, NULL);
  time->weekdays = make_weekdays (self, weekdays);
  time->advice = soleus_question_new_status ();
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (time->entry), minute);
  gtk_widget_set_valign (time->entry, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (time->remove, GTK_ALIGN_CENTER);
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  soleus_flow_append (SOLEUS_FLOW (flow), time->entry);
  soleus_flow_append (SOLEUS_FLOW (flow), time->remove);
  gtk_box_append (GTK_BOX (time->box), flow);
  gtk_box_append (GTK_BOX (time->box), time->advice);
  gtk_box_append (GTK_BOX (time->box), time->weekdays);
  gtk_widget_add_css_class (time->box, "card");
  gtk_box_append (GTK_BOX (self->list), time->box);
  g_ptr_array_add (self->times, time);
  g_signal_connect (time->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (time->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  update_buttons (self);
  return time;
}

static void
add_clicked_cb (SoleusReminderTimes *self)
{
  Time *time = add_time (self, SOLEUS_TYPED_NONE, ALL_WEEK);

  soleus_question_set_line (self->told, NULL);
  gtk_widget_grab_focus (time->entry);
}

static gboolean
soleus_reminder_times_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_time (SOLEUS_REMINDER_TIMES (widget), 0)->entry);
}

static gboolean
soleus_reminder_times_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_REMINDER_TIMES (widget)->box, direction);
}

static void
soleus_reminder_times_dispose (GObject *object)
{
  SoleusReminderTimes *self = SOLEUS_REMINDER_TIMES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->times, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_reminder_times_parent_class)->dispose (object);
}

static void
soleus_reminder_times_class_init (SoleusReminderTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_reminder_times_dispose;
  widget_class->focus = soleus_reminder_times_focus;
  widget_class->grab_focus = soleus_reminder_times_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_reminder_times_init (SoleusReminderTimes *self)
{
  self->times = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->add = soleus_build_button (_("Add another time"), NULL, NULL);
  self->told = soleus_question_new_status ();
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->add);
  gtk_box_append (GTK_BOX (self->box), self->told);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("Times of day"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
}

/**
 * soleus_reminder_times_new:
 * @first_weekday: with which day a week begins, 1 for Monday
 * @reminder: the values of a reminder
 *
 * Returns: (transfer floating): its times
 */
GtkWidget *
soleus_reminder_times_new (int              first_weekday,
                           const SoleusRow *reminder)
{
  SoleusReminderTimes *self = g_object_new (SOLEUS_TYPE_REMINDER_TIMES, NULL);
  guint n = soleus_row_get_n_rows (reminder, "times");

  self->first_weekday = first_weekday;
  for (guint i = 0; i < n; i++)
    {
      const SoleusRow *time = soleus_row_get_row (reminder, "times", i);

      add_time (self, soleus_row_get_number (time, "minute", SOLEUS_TYPED_NONE), (int) soleus_row_get_number (time, "weekdays", ALL_WEEK));
    }
  if (n == 0)
    add_time (self, SOLEUS_TYPED_NONE, ALL_WEEK);
  return GTK_WIDGET (self);
}

static int
get_weekdays (const Time *time)
{
  g_auto (GStrv) chosen = soleus_choice_dup_selection (SOLEUS_CHOICE (time->weekdays));
  int weekdays = 0;

  for (guint i = 0; chosen[i] != NULL; i++)
    weekdays |= 1 << (chosen[i][0] - '1');
  return weekdays;
}

/* The days of week on which each minute holds, the earliest minute first. */
static void
write_times (SoleusReminderTimes *self,
             SoleusRow           *reminder)
{
  soleus_row_clear (reminder, "times");
  for (gint64 minute = 0; minute < 24 * 60; minute++)
    {
      int weekdays = 0;
      SoleusRow *row;

      for (guint i = 0; i < self->times->len; i++)
        if (soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (get_time (self, i)->entry)) == minute)
          weekdays |= get_weekdays (get_time (self, i));
      if (weekdays == 0)
        continue;
      row = soleus_row_add_row (reminder, "times");
      soleus_row_set_number (row, "minute", minute);
      soleus_row_set_number (row, "weekdays", weekdays);
    }
}

/**
 * soleus_reminder_times_take:
 * @self: the times
 * @reminder: the values of a reminder
 * @where: (out): what should have the focus if something is wrong
 *
 * Puts them into @reminder, as far as they can be read.
 *
 * Returns: (transfer none) (nullable): what is wrong, for the person
 */
const char *
soleus_reminder_times_take (SoleusReminderTimes *self,
                            SoleusRow           *reminder,
                            GtkWidget          **where)
{
  g_return_val_if_fail (SOLEUS_IS_REMINDER_TIMES (self), NULL);

  write_times (self, reminder);
  for (guint i = 0; i < self->times->len; i++)
    {
      const Time *time = get_time (self, i);

      *where = time->entry;
      if (!soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (time->entry)))
        return _("This is not a time. Type it like 8:00.");
      if (soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (time->entry)) == SOLEUS_TYPED_NONE)
        return _("Type a time, such as 8:00.");
      *where = time->weekdays;
      if (get_weekdays (time) == 0)
        return _("Choose at least one day.");
    }
  return NULL;
}
