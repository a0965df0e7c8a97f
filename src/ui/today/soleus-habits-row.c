/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons show what the diary holds: a press writes, and what the write comes to is shown. Nothing pressed says nothing
 * about the day. */
#include "config.h"

#include "ui/today/soleus-habits-row.h"

#include <glib/gi18n.h>

#include "app/soleus-day.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-flow.h"

#define MOST_HABITS 8

struct _SoleusHabitsRow
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate day;
  GtkWidget *box;
  GtkWidget *buttons[MOST_HABITS]; /* in the order of the vocabulary */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusHabitsRow, soleus_habits_row, GTK_TYPE_WIDGET)

/* More than one of a habit can come from an archive. */
static guint
count (GPtrArray  *habits,
       const char *habit,
       GPtrArray  *edits)
{
  guint n = 0;

  for (guint i = 0; i < habits->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (habits, i);

      if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (record), "habit"), habit) != 0)
        continue;
      n++;
      if (edits != NULL)
        soleus_edits_delete (edits, soleus_record_get_uuid (record));
    }
  return n;
}

static void
update (SoleusHabitsRow *self)
{
  g_autoptr (GPtrArray) habits = soleus_day_list (soleus_context_get_diary (self->context), SOLEUS_KIND_HABIT, self->day, NULL);

  if (habits == NULL)
    return;
  self->updating = TRUE;
  for (guint i = 0; soleus_habits.words[i] != NULL; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), count (habits, soleus_habits.words[i], NULL) > 0);
  self->updating = FALSE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SoleusHabitsRow) self = data;

  if (!soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL) && self->context != NULL)
    update (self);
}

static void
toggled_cb (GtkToggleButton *button,
            SoleusHabitsRow *self)
{
  const char *habit = g_object_get_data (G_OBJECT (button), "habit");
  gboolean wanted = gtk_toggle_button_get_active (button);
  g_autoptr (GPtrArray) habits = NULL, edits = soleus_edits_new ();
  g_autofree char *said = NULL;
  guint n;

  if (self->updating)
    return;
  habits = soleus_day_list (soleus_context_get_diary (self->context), SOLEUS_KIND_HABIT, self->day, NULL);
  if (habits == NULL)
    {
      update (self);
      return;
    }
  n = count (habits, habit, wanted ? NULL : edits);
  if ((n > 0) == wanted)
    return;
  if (wanted)
    {
      g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_HABIT);
      SoleusRow *values = soleus_record_get_values (record);

      soleus_row_set_date (values, "day", self->day);
      soleus_row_set_text (values, "habit", habit);
      soleus_edits_save (edits, record);
    }
  /* Translators: %s is a habit, such as Heels */
  said = g_strdup_printf (wanted ? _("Saved: %s.") : _("Deleted: %s."), soleus_words_word (&soleus_habits, habit));
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, written_cb, g_object_ref (self));
}

static void
diary_changed_cb (SoleusHabitsRow *self,
                  guint            kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_HABIT)) != 0)
    update (self);
}

static void
soleus_habits_row_dispose (GObject *object)
{
  SoleusHabitsRow *self = SOLEUS_HABITS_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_habits_row_parent_class)->dispose (object);
}

static void
soleus_habits_row_class_init (SoleusHabitsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_habits_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "habitsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_habits_row_init (SoleusHabitsRow *self)
{
}

static GtkWidget *
make_button (SoleusHabitsRow *self,
             const char      *habit,
             const char      *date)
{
  const char *label = soleus_words_word (&soleus_habits, habit);
  GtkWidget *button = soleus_question_new_tick (label);
  /* Translators: a habit, then a date: "Heels, Monday 2 March" */
  g_autofree char *name = date != NULL ? g_strdup_printf (_("%s, %s"), label, date) : g_strdup_printf (_("%s today"), label);

  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_object_set_data (G_OBJECT (button), "habit", (gpointer) habit);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

/**
 * soleus_habits_row_new:
 * @context: what the window shows
 * @day: a civil day
 *
 * Returns: (transfer floating): a row for a card of rows; it follows the diary
 */
GtkWidget *
soleus_habits_row_new (SoleusContext *context,
                       SoleusDate     day)
{
  SoleusHabitsRow *self = g_object_new (SOLEUS_TYPE_HABITS_ROW, NULL);
  gboolean today = day == soleus_clock_get_today (soleus_context_get_clock (context));
  g_autofree char *date = today ? NULL : soleus_words_date (day);
  GtkWidget *flow = soleus_flow_new (8);

  self->context = g_object_ref (context);
  self->day = day;
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  for (guint i = 0; soleus_habits.words[i] != NULL && i < MOST_HABITS; i++)
    {
      self->buttons[i] = make_button (self, soleus_habits.words[i], date);
      soleus_flow_append (SOLEUS_FLOW (flow), self->buttons[i]);
    }
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", today ? _("What your day was like") : _("What the day was like"), "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_box_append (GTK_BOX (self->box), flow);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("Habits"));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
