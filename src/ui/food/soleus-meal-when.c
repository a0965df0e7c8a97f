/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line says what is assumed, and a button opens the answers. Until a person chose a meal, the time says which one it is; until a time
 * was chosen, it is the moment of the first thing eaten. A time that is typed counts once its entry is left. */
#include "config.h"

#include "ui/food/soleus-meal-when.h"

#include <glib/gi18n.h>

#include "app/soleus-meals.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define SPACING 12

static const SoleusChoiceOption meals[] = {
  { "breakfast", N_("Breakfast"), NULL },
  { "lunch", N_("Lunch"), NULL },
  { "dinner", N_("Dinner"), NULL },
  { "snack", N_("Snack"), NULL },
};

struct _SoleusMealWhen
{
  GtkWidget parent_instance;

  SoleusClock *clock;
  SoleusTime given;      /* of a meal that is there */
  gboolean has_given;
  gboolean is_now;       /* no time was chosen */
  gboolean is_guess;     /* nobody said the time of a day that is over */
  gboolean chose_word;
  gboolean updating;
  GtkWidget *box;
  GtkWidget *line;
  GtkWidget *answers;
  GtkWidget *word;
  GtkWidget *date;
  GtkWidget *time;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SoleusMealWhen, soleus_meal_when, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SoleusDate
get_today (SoleusMealWhen *self)
{
  return soleus_clock_get_today (self->clock);
}

static char *
say_when (SoleusMealWhen *self)
{
  SoleusDate date = soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date));
  gint64 minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time));
  g_autofree char *time = NULL, *day = NULL;

  if (self->is_now)
    return g_strdup (_("Now"));
  day = date == get_today (self) ? g_strdup (_("Today")) : soleus_words_date (date);
  if (minute < 0)
    return g_steal_pointer (&day);
  time = soleus_words_minute ((int) minute);
  /* Translators: a day, then a time: "Today, 7:40" */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static void
show_line (SoleusMealWhen *self)
{
  const char *word = soleus_meal_when_get_word (self);
  g_autofree char *when = say_when (self);

  soleus_action_row_set_title (SOLEUS_ACTION_ROW (self->line), word != NULL ? soleus_words_word (&soleus_meal_kinds, word) : _("Food"));
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (self->line), when);
}

static void
show_problem (SoleusMealWhen *self)
{
  SoleusTime at;
  const char *words = NULL;

  if (!soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->time)))
    words = soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->time));
  else if (!soleus_meal_when_get_time (self, &at))
    words = _("This time is in the future.");
  soleus_question_set_line (self->problem, words);
}

static void
show_moment (SoleusMealWhen *self,
             SoleusDate      date,
             int             minute)
{
  self->updating = TRUE;
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), date);
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), minute);
  self->updating = FALSE;
}

static void
show_word (SoleusMealWhen *self,
           const char     *word)
{
  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->word), word);
  self->updating = FALSE;
}

static void
guess_word (SoleusMealWhen *self)
{
  gint64 minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time));

  if (!self->chose_word && minute >= 0)
    show_word (self, soleus_meals_get_word ((int) minute));
}

static void
tell (SoleusMealWhen *self)
{
  SoleusTime at;

  show_line (self);
  show_problem (self);
  if (soleus_meal_when_get_time (self, &at))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
word_changed_cb (SoleusMealWhen *self)
{
  if (self->updating)
    return;
  self->chose_word = TRUE;
  if (self->is_guess)
    show_moment (self, soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date)), soleus_meals_get_minute (soleus_meal_when_get_word (self)));
  tell (self);
}

static void
date_changed_cb (SoleusMealWhen *self)
{
  if (self->updating)
    return;
  self->is_now = FALSE;
  tell (self);
}

static void
time_changed_cb (SoleusMealWhen *self)
{
  if (self->updating)
    return;
  self->is_now = FALSE;
  self->is_guess = FALSE;
  guess_word (self);
  show_line (self);
  show_problem (self);
}

static void
time_left_cb (SoleusMealWhen *self)
{
  if (!self->is_now)
    tell (self);
}

static void
now_clicked_cb (SoleusMealWhen *self)
{
  SoleusTime now = soleus_clock_get_now (self->clock);

  self->is_now = !self->has_given;
  self->is_guess = FALSE;
  show_moment (self, soleus_time_get_date (now), soleus_time_get_minute (now));
  guess_word (self);
  tell (self);
}

static void
open_clicked_cb (SoleusMealWhen *self)
{
  soleus_meal_when_open (self);
  gtk_widget_child_focus (self->word, GTK_DIR_TAB_FORWARD);
}

static void
soleus_meal_when_dispose (GObject *object)
{
  SoleusMealWhen *self = SOLEUS_MEAL_WHEN (object);

  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (soleus_meal_when_parent_class)->dispose (object);
}

static void
soleus_meal_when_class_init (SoleusMealWhenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_meal_when_dispose;

  /**
   * SoleusMealWhen::changed:
   * @self: the answers
   *
   * The person gave another answer, and all of them can be kept.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_meal_when_init (SoleusMealWhen *self)
{
}

static void
build_answers (SoleusMealWhen *self)
{
  GtkWidget *fields = soleus_flow_new (8), *now = soleus_build_button (_("Now"), NULL, "option");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_visible (self->answers, FALSE);
  self->word = soleus_choice_new (_("Which meal was it?"));
  soleus_choice_add_options (SOLEUS_CHOICE (self->word), meals, G_N_ELEMENTS (meals));
  soleus_flow_set_wrap (SOLEUS_FLOW (fields), TRUE);
  self->date = soleus_date_button_new (self->clock);
  self->time = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time of the meal"));
  soleus_flow_append (SOLEUS_FLOW (fields), self->date);
  soleus_flow_append (SOLEUS_FLOW (fields), self->time);
  soleus_flow_append (SOLEUS_FLOW (fields), now);
  self->problem = soleus_question_new_status ();
  gtk_widget_add_css_class (self->problem, "error");
  gtk_box_append (GTK_BOX (self->answers), self->word);
  gtk_box_append (GTK_BOX (self->answers), fields);
  gtk_box_append (GTK_BOX (self->answers), self->problem);

  g_signal_connect_swapped (self->word, "changed", G_CALLBACK (word_changed_cb), self);
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (date_changed_cb), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (time_changed_cb), self);
  g_signal_connect_swapped (now, "clicked", G_CALLBACK (now_clicked_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (time_left_cb), self);
  gtk_widget_add_controller (self->time, focus);
}

/**
 * soleus_meal_when_new:
 * @clock: says when "now" is
 * @day: the day of the meal, or %SOLEUS_DATE_NONE for now
 *
 * Returns: (transfer floating): the answers; for a day that is over they are open, for its time is a guess
 */
GtkWidget *
soleus_meal_when_new (SoleusClock *clock,
                      SoleusDate   day)
{
  SoleusMealWhen *self = g_object_new (SOLEUS_TYPE_MEAL_WHEN, NULL);
  SoleusTime now = soleus_clock_get_now (clock);
  GtkWidget *button;

  self->clock = g_object_ref (clock);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->line = soleus_action_row_new ("", NULL);
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (self->line), _("Change"), _("Change which meal it was, and when"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_clicked_cb), self);
  build_answers (self);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_box_append (GTK_BOX (self->box), self->answers);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->is_now = day == SOLEUS_DATE_NONE || day == soleus_time_get_date (now);
  self->is_guess = !self->is_now;
  show_moment (self, self->is_now ? soleus_time_get_date (now) : day, self->is_now ? soleus_time_get_minute (now) : soleus_meals_get_minute (NULL));
  guess_word (self);
  show_line (self);
  if (!self->is_now)
    soleus_meal_when_open (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_meal_when_set:
 * @self: the answers
 * @word: (nullable): a word of #soleus_meal_kinds
 * @at: when it was
 *
 * Shows a meal that is there.
 */
void
soleus_meal_when_set (SoleusMealWhen *self,
                      const char     *word,
                      SoleusTime      at)
{
  g_return_if_fail (SOLEUS_IS_MEAL_WHEN (self));

  self->given = at;
  self->has_given = TRUE;
  self->is_now = FALSE;
  self->is_guess = FALSE;
  self->chose_word = TRUE;
  show_word (self, word);
  show_moment (self, soleus_time_get_date (at), soleus_time_get_minute (at));
  show_line (self);
  show_problem (self);
}

/**
 * soleus_meal_when_open:
 * @self: the answers
 *
 * Shows the answers instead of the line.
 */
void
soleus_meal_when_open (SoleusMealWhen *self)
{
  g_return_if_fail (SOLEUS_IS_MEAL_WHEN (self));

  gtk_widget_set_visible (self->line, FALSE);
  gtk_widget_set_visible (self->answers, TRUE);
}

/**
 * soleus_meal_when_get_word:
 * @self: the answers
 *
 * Returns: (nullable) (transfer none): a word of #soleus_meal_kinds
 */
const char *
soleus_meal_when_get_word (SoleusMealWhen *self)
{
  g_return_val_if_fail (SOLEUS_IS_MEAL_WHEN (self), NULL);

  return soleus_choice_get_selected (SOLEUS_CHOICE (self->word));
}

/**
 * soleus_meal_when_get_time:
 * @self: the answers
 * @at: (out): when it was
 *
 * A meal that was given keeps its instant to the second, with its offset, as long as its clock time is not changed.
 *
 * Returns: %FALSE where what was typed is no time, or one in the future
 */
gboolean
soleus_meal_when_get_time (SoleusMealWhen *self,
                           SoleusTime     *at)
{
  SoleusTime now;
  SoleusDate date;
  gint64 minute;
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (SOLEUS_IS_MEAL_WHEN (self), FALSE);

  now = soleus_clock_get_now (self->clock);
  date = soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date));
  minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time));
  if (self->is_now)
    {
      *at = now;
      return TRUE;
    }
  if (minute < 0)
    return FALSE;
  if (self->has_given && date == soleus_time_get_date (self->given) && minute == soleus_time_get_minute (self->given))
    {
      *at = self->given;
      return TRUE;
    }
  zone = soleus_clock_dup_zone (self->clock);
  soleus_time_from_local (date, (int) minute, zone, FALSE, at);
  return at->utc <= now.utc && at->utc >= SOLEUS_TIME_MIN;
}
