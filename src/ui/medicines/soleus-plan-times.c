/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time that stands in the entry counts as if it had been added, so that nothing typed is lost. What cannot be read stays and is
 * told beside it. */
#include "config.h"

#include "ui/medicines/soleus-plan-times.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define MOST_TIMES 100
#define LEAST_AMOUNT 1 /* thousandths */
#define MOST_AMOUNT (10000 * 1000)

typedef struct
{
  int minute;
  GtkWidget *box; /* all of it, owned by the box of times */
  GtkWidget *remove;
  GtkWidget *amount;
  GtkWidget *advice;
} Time;

struct _SoleusPlanTimes
{
  GtkWidget parent_instance;

  GPtrArray *times; /* of Time, the earliest first */
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *entry;
  GtkWidget *advice;
  GtkWidget *told;
};

G_DEFINE_FINAL_TYPE (SoleusPlanTimes, soleus_plan_times, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Time *
get_time (SoleusPlanTimes *self,
          guint            i)
{
  return g_ptr_array_index (self->times, i);
}

static gboolean
has_minute (SoleusPlanTimes *self,
            gint64           minute)
{
  for (guint i = 0; i < self->times->len; i++)
    if (get_time (self, i)->minute == minute)
      return TRUE;
  return FALSE;
}

/* What stands in the entry and is not among the times yet; SOLEUS_TYPED_NONE for nothing. */
static gint64
get_pending (SoleusPlanTimes *self)
{
  gint64 minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->entry));

  return has_minute (self, minute) ? SOLEUS_TYPED_NONE : minute;
}

static void
report_change (SoleusPlanTimes *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
amount_changed_cb (SoleusPlanTimes *self)
{
  for (guint i = 0; i < self->times->len; i++)
    soleus_question_set_line (get_time (self, i)->advice, soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (get_time (self, i)->amount)));
  report_change (self);
}

static void
entry_changed_cb (SoleusPlanTimes *self)
{
  soleus_question_set_line (self->advice, soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->entry)));
  report_change (self);
}

static void
remove_clicked_cb (GtkWidget       *button,
                   SoleusPlanTimes *self)
{
  for (guint i = 0; i < self->times->len; i++)
    if (get_time (self, i)->remove == button)
      {
        GtkWidget *neighbour = i + 1 < self->times->len ? get_time (self, i + 1)->remove : self->entry;
        g_autofree char *minute = soleus_words_minute (get_time (self, i)->minute);
        g_autofree char *told = g_strdup_printf (_("%s was removed."), minute);

        /* First the focus, because the button goes. */
        gtk_widget_grab_focus (neighbour);
        gtk_box_remove (GTK_BOX (self->list), get_time (self, i)->box);
        g_ptr_array_remove_index (self->times, i);
        soleus_question_set_line (self->told, told);
        report_change (self);
        return;
      }
}

static GtkWidget *
make_remove (SoleusPlanTimes *self,
             const char      *minute)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = g_strdup_printf (_("Remove %s"), minute);

  gtk_box_append (GTK_BOX (inside), gtk_label_new (minute));
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_widget_set_halign (inside, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static GtkWidget *
make_amount (SoleusPlanTimes *self,
             const char      *minute,
             gint64           amount)
{
  g_autofree char *name = g_strdup_printf (_("How many at %s"), minute);
  GtkWidget *entry = soleus_typed_entry_new (SOLEUS_TYPED_AMOUNT, name);

  soleus_typed_entry_set_range (SOLEUS_TYPED_ENTRY (entry), LEAST_AMOUNT, MOST_AMOUNT, _("Type how many, like 1 or 0.5. You can leave it empty."));
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (entry), amount);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_signal_connect_object (entry, "changed", G_CALLBACK (amount_changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* Puts it in its place in the day; one minute stands there once. */
static void
add_time (SoleusPlanTimes *self,
          int              minute,
          gint64           amount)
{
  g_autofree char *words = soleus_words_minute (minute);
  GtkWidget *flow = soleus_flow_new (12), *how_many;
  Time *time;
  guint place = 0;

  if (has_minute (self, minute))
    return;
  while (place < self->times->len && get_time (self, place)->minute < minute)
    place++;
  time = g_new0 (Time, 1);
  time->minute = minute;
  time->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  time->remove = make_remove (self, words);
  time->amount = make_amount (self, words, amount);
  time->advice = soleus_question_new_status ();
  how_many = gtk_label_new (_("How many"));
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  soleus_flow_append (SOLEUS_FLOW (flow), time->remove);
  soleus_flow_append (SOLEUS_FLOW (flow), how_many);
  soleus_flow_append (SOLEUS_FLOW (flow), time->amount);
  gtk_box_append (GTK_BOX (time->box), flow);
  gtk_box_append (GTK_BOX (time->box), time->advice);
  gtk_box_insert_child_after (GTK_BOX (self->list), time->box, place > 0 ? get_time (self, place - 1)->box : NULL);
  g_ptr_array_insert (self->times, (int) place, time);
}

static void
add_clicked_cb (SoleusPlanTimes *self)
{
  SoleusTypedEntry *entry = SOLEUS_TYPED_ENTRY (self->entry);
  gint64 minute = soleus_typed_entry_get_value (entry);
  g_autofree char *words = minute != SOLEUS_TYPED_NONE ? soleus_words_minute ((int) minute) : NULL;
  g_autofree char *told = NULL;

  soleus_typed_entry_finish (entry);
  gtk_widget_grab_focus (self->entry);
  if (minute == SOLEUS_TYPED_NONE)
    {
      if (soleus_typed_entry_is_readable (entry))
        soleus_question_set_line (self->advice, _("Type a time, such as 8:00."));
      return;
    }
  if (self->times->len >= MOST_TIMES)
    {
      soleus_question_set_line (self->advice, _("There is no room for more times."));
      return;
    }
  told = g_strdup_printf (has_minute (self, minute) ? _("%s is already there.") : _("%s was added."), words);
  add_time (self, (int) minute, SOLEUS_TYPED_NONE);
  soleus_typed_entry_reset (entry, SOLEUS_TYPED_NONE);
  soleus_question_set_line (self->advice, NULL);
  soleus_question_set_line (self->told, told);
  report_change (self);
}

static gboolean
soleus_plan_times_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_PLAN_TIMES (widget)->entry);
}

/* Tab goes through all of it, where what takes the focus first is not the first of it. */
static gboolean
soleus_plan_times_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_PLAN_TIMES (widget)->box, direction);
}

static void
soleus_plan_times_dispose (GObject *object)
{
  SoleusPlanTimes *self = SOLEUS_PLAN_TIMES (object);

  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_plan_times_parent_class)->dispose (object);
}

static void
soleus_plan_times_class_init (SoleusPlanTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_plan_times_dispose;
  widget_class->focus = soleus_plan_times_focus;
  widget_class->grab_focus = soleus_plan_times_grab_focus;

  /**
   * SoleusPlanTimes::changed:
   * @self: the times
   *
   * The person changed something.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_plan_times_init (SoleusPlanTimes *self)
{
  GtkWidget *adder = soleus_flow_new (12), *add = soleus_build_button (_("Add time"), NULL, NULL);

  self->times = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->entry = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time of day"));
  self->advice = soleus_question_new_status ();
  self->told = soleus_question_new_status ();
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  soleus_flow_set_wrap (SOLEUS_FLOW (adder), TRUE);
  soleus_flow_append (SOLEUS_FLOW (adder), self->entry);
  soleus_flow_append (SOLEUS_FLOW (adder), add);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), adder);
  gtk_box_append (GTK_BOX (self->box), self->advice);
  gtk_box_append (GTK_BOX (self->box), self->told);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("Times of day"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activated", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_plan_times_new:
 *
 * Returns: (transfer floating): no times yet
 */
GtkWidget *
soleus_plan_times_new (void)
{
  return g_object_new (SOLEUS_TYPE_PLAN_TIMES, NULL);
}

/**
 * soleus_plan_times_set:
 * @self: times
 * @schedule: a schedule whose times they become
 */
void
soleus_plan_times_set (SoleusPlanTimes *self,
                       const SoleusRow *schedule)
{
  g_return_if_fail (SOLEUS_IS_PLAN_TIMES (self));

  g_ptr_array_set_size (self->times, 0);
  soleus_build_clear (self->list);
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->entry), SOLEUS_TYPED_NONE);
  for (guint i = 0; i < soleus_row_get_n_rows (schedule, "times"); i++)
    {
      const SoleusRow *time = soleus_row_get_row (schedule, "times", i);

      add_time (self, (int) soleus_row_get_number (time, "minute", 0), soleus_row_get_number (time, "amount", SOLEUS_TYPED_NONE));
    }
}

static void
write_time (SoleusRow *schedule,
            gint64     minute,
            gint64     amount)
{
  SoleusRow *time = soleus_row_add_row (schedule, "times");

  soleus_row_set_number (time, "minute", minute);
  if (amount != SOLEUS_TYPED_NONE)
    soleus_row_set_number (time, "amount", amount);
}

/**
 * soleus_plan_times_fill:
 * @self: times
 * @schedule: a schedule without times; it gets these, the earliest first
 */
void
soleus_plan_times_fill (SoleusPlanTimes *self,
                        SoleusRow       *schedule)
{
  gint64 pending = get_pending (self);

  for (guint i = 0; i < self->times->len; i++)
    {
      const Time *time = get_time (self, i);

      if (pending != SOLEUS_TYPED_NONE && pending < time->minute)
        {
          write_time (schedule, pending, SOLEUS_TYPED_NONE);
          pending = SOLEUS_TYPED_NONE;
        }
      write_time (schedule, time->minute, soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (time->amount)));
    }
  if (pending != SOLEUS_TYPED_NONE)
    write_time (schedule, pending, SOLEUS_TYPED_NONE);
}

/**
 * soleus_plan_times_is_complete:
 * @self: times
 *
 * Returns: whether there is a time, and all that was typed could be read and has room
 */
gboolean
soleus_plan_times_is_complete (SoleusPlanTimes *self)
{
  gint64 pending = get_pending (self);

  if (!soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->entry)) || (pending != SOLEUS_TYPED_NONE && self->times->len >= MOST_TIMES))
    return FALSE;
  for (guint i = 0; i < self->times->len; i++)
    if (!soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (get_time (self, i)->amount)))
      return FALSE;
  return self->times->len > 0 || pending != SOLEUS_TYPED_NONE;
}

/**
 * soleus_plan_times_complain:
 * @self: times
 *
 * Says beside the first thing that is wrong what is wrong with it, and puts the focus there.
 *
 * Returns: whether something was wrong
 */
gboolean
soleus_plan_times_complain (SoleusPlanTimes *self)
{
  SoleusTypedEntry *entry = SOLEUS_TYPED_ENTRY (self->entry);

  if (soleus_plan_times_is_complete (self))
    return FALSE;
  for (guint i = 0; i < self->times->len; i++)
    if (!soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (get_time (self, i)->amount)))
      {
        soleus_typed_entry_finish (SOLEUS_TYPED_ENTRY (get_time (self, i)->amount));
        gtk_widget_grab_focus (get_time (self, i)->amount);
        return TRUE;
      }
  soleus_typed_entry_finish (entry);
  if (self->times->len >= MOST_TIMES)
    soleus_question_set_line (self->advice, _("There is no room for more times."));
  else if (soleus_typed_entry_is_readable (entry))
    soleus_question_set_line (self->advice, _("Add at least one time of day, such as 8:00."));
  gtk_widget_grab_focus (self->entry);
  return TRUE;
}
