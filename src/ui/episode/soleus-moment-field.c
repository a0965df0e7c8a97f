/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment that nobody touched stays exactly what it was, with its seconds and with the offset of the place it was written in. No
 * time is made up for a day. */
#include "config.h"

#include "ui/episode/soleus-moment-field.h"

#include <glib/gi18n.h>

#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-flow.h"

struct _SoleusMomentField
{
  GtkWidget parent_instance;

  SoleusClock *clock;
  SoleusTime given;
  gboolean has_given;
  GtkWidget *box;
  GtkWidget *date;
  GtkWidget *time;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SoleusMomentField, soleus_moment_field, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_empty (SoleusMomentField *self)
{
  SoleusTypedEntry *time = SOLEUS_TYPED_ENTRY (self->time);

  return soleus_typed_entry_is_readable (time) && soleus_typed_entry_get_value (time) == SOLEUS_TYPED_NONE;
}

/* A time that is missing is asked for when the person wants to go on, not before. */
static void
changed_cb (SoleusMomentField *self)
{
  SoleusTime time;

  soleus_question_set_line (self->problem, is_empty (self) ? NULL : soleus_moment_field_get_time (self, &time));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
soleus_moment_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_MOMENT_FIELD (widget)->time);
}

static void
soleus_moment_field_dispose (GObject *object)
{
  SoleusMomentField *self = SOLEUS_MOMENT_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (soleus_moment_field_parent_class)->dispose (object);
}

static void
soleus_moment_field_class_init (SoleusMomentFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_moment_field_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_moment_field_grab_focus;

  /**
   * SoleusMomentField::changed:
   * @self: the field
   *
   * Another day or time was entered, or something that is none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_moment_field_init (SoleusMomentField *self)
{
}

/**
 * soleus_moment_field_new:
 * @clock: the clock; the field begins with its present moment
 *
 * Returns: (transfer floating): a field, which gives the focus to its time
 */
GtkWidget *
soleus_moment_field_new (SoleusClock *clock)
{
  SoleusMomentField *self = g_object_new (SOLEUS_TYPE_MOMENT_FIELD, NULL);
  GtkWidget *flow = soleus_flow_new (8);

  self->clock = g_object_ref (clock);
  self->date = soleus_date_button_new (clock);
  self->time = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time"));
  self->problem = soleus_question_new_status ();
  soleus_flow_append (SOLEUS_FLOW (flow), self->date);
  soleus_flow_append (SOLEUS_FLOW (flow), self->time);
  gtk_widget_set_halign (flow, GTK_ALIGN_START);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), flow);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  soleus_moment_field_set_time (self, soleus_clock_get_now (clock));
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

/**
 * soleus_moment_field_set_time:
 * @self: a field
 * @time: what it is to show
 */
void
soleus_moment_field_set_time (SoleusMomentField *self,
                              SoleusTime         time)
{
  g_return_if_fail (SOLEUS_IS_MOMENT_FIELD (self));

  self->given = time;
  self->has_given = TRUE;
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), soleus_time_get_date (time));
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), soleus_time_get_minute (time));
  soleus_question_set_line (self->problem, NULL);
}

/**
 * soleus_moment_field_set_day:
 * @self: a field
 * @date: a day whose time is not known yet
 */
void
soleus_moment_field_set_day (SoleusMomentField *self,
                             SoleusDate         date)
{
  g_return_if_fail (SOLEUS_IS_MOMENT_FIELD (self));

  self->has_given = FALSE;
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), date);
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), SOLEUS_TYPED_NONE);
  soleus_question_set_line (self->problem, NULL);
}

/**
 * soleus_moment_field_get_time:
 * @self: a field
 * @time: (out): what was entered; a time that the clock skipped is the next one that exists, one that came twice the first
 *
 * Returns: (nullable) (transfer none): what is wrong with it, for the person, or %NULL if nothing is
 */
const char *
soleus_moment_field_get_time (SoleusMomentField *self,
                              SoleusTime        *time)
{
  g_autoptr (GTimeZone) zone = NULL;
  SoleusDate date;
  gint64 minute;

  g_return_val_if_fail (SOLEUS_IS_MOMENT_FIELD (self), NULL);

  date = soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date));
  minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time));
  *time = self->given;
  if (is_empty (self))
    return _("Type the time, like 14:30.");
  if (minute == SOLEUS_TYPED_NONE)
    return _("This is not a time. Type it like 2:40.");
  if (self->has_given && date == soleus_time_get_date (self->given) && minute == soleus_time_get_minute (self->given))
    return NULL;
  zone = soleus_clock_dup_zone (self->clock);
  soleus_time_from_local (date, (int) minute, zone, FALSE, time);
  return time->utc > soleus_clock_get_now (self->clock).utc ? _("This is in the future.") : NULL;
}
