/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what a pattern needs is shown; what was typed for another one waits until that is chosen again, and is not saved. Nothing has a
 * number before the person typed one: a dose that nobody asked for would look like any other. */
#include "config.h"

#include "ui/medicines/soleus-plan-form-private.h"

#include <glib/gi18n.h>

#include "app/soleus-month.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/medicines/soleus-plan-times.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define SPACING 18
#define LONGEST_SHARED_MONTH 28 /* every month has so many days */
#define MOST_HOURS_A_DAY 23
#define MINUTES_AN_HOUR 60
#define MOST_GAP (168 * 1000)
#define MOST_AMOUNT (10000 * 1000)

/* What is chosen first. Hours have a second choice, which makes two patterns of them. */
static const SoleusChoiceOption kinds[] = {
  { "daily", N_("Every day"), NULL },
  { "weekdays", N_("Some days of the week"), NULL },
  { "every-n-days", N_("Every … days"), N_("Every few days") },
  { "day-of-month", N_("Day of the month"), NULL },
  { "hours", N_("Every … hours"), N_("Every few hours") },
  { "cycle", N_("In cycles"), NULL },
  { "as-needed", N_("As needed"), NULL },
};

static const SoleusChoiceOption hour_kinds[] = {
  { "every-n-hours", N_("At set times of the day"), NULL },
  { "after-last-dose", N_("After the last dose"), NULL },
};

static const SoleusChoiceOption short_months[] = {
  { "last-day", N_("On the last day"), NULL },
  { "skip", N_("Skip it"), NULL },
};

/* A field stands between two pieces of a sentence. */
static const struct
{
  SoleusTypedKind kind;
  gint64 least;
  gint64 most;
  const char *before;
  const char *after;
  const char *name;
  const char *advice;
  gboolean is_needed;
} fields[SOLEUS_PLAN_N_FIELDS] = {
  [SOLEUS_PLAN_FIELD_EVERY_DAYS] = { SOLEUS_TYPED_COUNT, 1, 1000, N_("Every"), N_("days"), N_("Every how many days"), N_("Type a number of days from 1 to 1000."), TRUE },
  [SOLEUS_PLAN_FIELD_MONTH_DAY] = { SOLEUS_TYPED_COUNT, 1, 31, N_("On day"), N_("of the month"), N_("Day of the month"), N_("Type a day from 1 to 31."), TRUE },
  [SOLEUS_PLAN_FIELD_DAYS_ON] = { SOLEUS_TYPED_COUNT, 1, 1000, NULL, N_("days on"), N_("Days on"), N_("Type a number of days from 1 to 1000."), TRUE },
  [SOLEUS_PLAN_FIELD_DAYS_OFF] = { SOLEUS_TYPED_COUNT, 1, 1000, NULL, N_("days off"), N_("Days off"), N_("Type a number of days from 1 to 1000."), TRUE },
  [SOLEUS_PLAN_FIELD_EVERY_HOURS] = { SOLEUS_TYPED_COUNT, 1, 1000, N_("Every"), N_("hours"), N_("Every how many hours"), N_("Type a whole number of hours from 1 to 1000."), TRUE },
  [SOLEUS_PLAN_FIELD_FROM] = { SOLEUS_TYPED_TIME, 0, 0, N_("First dose of the day at"), NULL, N_("First dose of the day"), N_("Type the time of the first dose, such as 8:00."), TRUE },
  [SOLEUS_PLAN_FIELD_UNTIL] = { SOLEUS_TYPED_TIME, 0, 0, N_("None later than"), NULL, N_("No dose later than"), N_("Type the time of the last dose, such as 22:00."), TRUE },
  [SOLEUS_PLAN_FIELD_FIRST] = { SOLEUS_TYPED_TIME, 0, 0, N_("The very first dose at"), NULL, N_("The very first dose"), N_("Type the time of the very first dose, such as 8:00."), TRUE },
  [SOLEUS_PLAN_FIELD_AMOUNT] = { SOLEUS_TYPED_AMOUNT, 1, MOST_AMOUNT, N_("How many each time"), NULL, N_("How many each time"), N_("Type how many, like 1 or 0.5. You can leave it empty."), FALSE },
  [SOLEUS_PLAN_FIELD_GAP] = { SOLEUS_TYPED_AMOUNT, 17, MOST_GAP, N_("At least"), N_("hours apart"), N_("At least how many hours apart"), N_("Type hours like 4 or 4.5, at most 168. You can leave it empty."), FALSE },
  [SOLEUS_PLAN_FIELD_MOST] = { SOLEUS_TYPED_COUNT, 1, 100, N_("At most"), N_("in 24 hours"), N_("At most how many in 24 hours"), N_("Type a number from 1 to 100. You can leave it empty."), FALSE },
};

G_DEFINE_FINAL_TYPE (SoleusPlanForm, soleus_plan_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The pattern as it stands; NULL before it is chosen. */
const char *
soleus_plan_form_get_pattern (SoleusPlanForm *self)
{
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));

  return g_strcmp0 (kind, "hours") == 0 ? soleus_choice_get_selected (SOLEUS_CHOICE (self->hours)) : kind;
}

gboolean
soleus_plan_form_is_pattern (SoleusPlanForm *self,
                             const char     *pattern)
{
  return g_strcmp0 (soleus_plan_form_get_pattern (self), pattern) == 0;
}

static gboolean
is_one_of (SoleusPlanForm    *self,
           const char *const *patterns)
{
  const char *pattern = soleus_plan_form_get_pattern (self);

  return pattern != NULL && g_strv_contains (patterns, pattern);
}

/* Whether it has times of day. */
gboolean
soleus_plan_form_has_times (SoleusPlanForm *self)
{
  static const char *const patterns[] = { "daily", "weekdays", "every-n-days", "day-of-month", "cycle", NULL };

  return is_one_of (self, patterns);
}

/* Whether its days are counted from a first one. */
gboolean
soleus_plan_form_has_first_day (SoleusPlanForm *self)
{
  static const char *const patterns[] = { "every-n-days", "cycle", NULL };

  return is_one_of (self, patterns);
}

SoleusTypedEntry *
soleus_plan_form_get_entry (SoleusPlanForm *self,
                            SoleusPlanField           field)
{
  return SOLEUS_TYPED_ENTRY (self->entries[field]);
}

gint64
soleus_plan_form_get_value (SoleusPlanForm *self,
                            SoleusPlanField           field)
{
  return soleus_typed_entry_get_value (soleus_plan_form_get_entry (self, field));
}

gboolean
soleus_plan_form_is_shown (SoleusPlanForm *self,
                           SoleusPlanField           field)
{
  switch (field)
    {
    case SOLEUS_PLAN_FIELD_EVERY_DAYS:
      return soleus_plan_form_is_pattern (self, "every-n-days");
    case SOLEUS_PLAN_FIELD_MONTH_DAY:
      return soleus_plan_form_is_pattern (self, "day-of-month");
    case SOLEUS_PLAN_FIELD_DAYS_ON:
    case SOLEUS_PLAN_FIELD_DAYS_OFF:
      return soleus_plan_form_is_pattern (self, "cycle");
    case SOLEUS_PLAN_FIELD_EVERY_HOURS:
    case SOLEUS_PLAN_FIELD_AMOUNT:
      return soleus_plan_form_is_pattern (self, "every-n-hours") || soleus_plan_form_is_pattern (self, "after-last-dose");
    case SOLEUS_PLAN_FIELD_FROM:
    case SOLEUS_PLAN_FIELD_UNTIL:
      return soleus_plan_form_is_pattern (self, "every-n-hours");
    case SOLEUS_PLAN_FIELD_FIRST:
      return soleus_plan_form_is_pattern (self, "after-last-dose");
    case SOLEUS_PLAN_FIELD_GAP:
    case SOLEUS_PLAN_FIELD_MOST:
      return soleus_plan_form_is_pattern (self, "as-needed");
    case SOLEUS_PLAN_N_FIELDS:
    default:
      return FALSE;
    }
}

/* What is wrong with a field, or NULL. */
static const char *
find_problem (SoleusPlanForm *self,
              SoleusPlanField           field)
{
  gint64 value = soleus_plan_form_get_value (self, field);

  if (!soleus_typed_entry_is_readable (soleus_plan_form_get_entry (self, field)) || (value == SOLEUS_TYPED_NONE && fields[field].is_needed))
    return _(fields[field].advice);
  if (field == SOLEUS_PLAN_FIELD_EVERY_HOURS && soleus_plan_form_is_pattern (self, "every-n-hours") && value > MOST_HOURS_A_DAY)
    return _("Set times of the day need a number up to 23. For more, choose “Every … days” or “After the last dose”.");
  if (field == SOLEUS_PLAN_FIELD_UNTIL && value == soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_FROM))
    return _("Both times are the same. Type the time of the last dose.");
  return NULL;
}

gboolean
soleus_plan_form_is_complete (SoleusPlanForm *self)
{
  if (soleus_plan_form_get_pattern (self) == NULL)
    return FALSE;
  for (int field = 0; field < SOLEUS_PLAN_N_FIELDS; field++)
    if (soleus_plan_form_is_shown (self, (SoleusPlanField) field) && find_problem (self, (SoleusPlanField) field) != NULL)
      return FALSE;
  if (soleus_plan_form_is_pattern (self, "weekdays") && soleus_choice_get_selected (SOLEUS_CHOICE (self->weekdays)) == NULL)
    return FALSE;
  return !soleus_plan_form_has_times (self) || soleus_plan_times_is_complete (SOLEUS_PLAN_TIMES (self->times));
}

/* Showing */

static void
show_short_months (SoleusPlanForm *self)
{
  gint64 day = soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_MONTH_DAY);
  g_autofree char *heading = g_strdup_printf (_("In months without day %d"), (int) day);

  gtk_label_set_label (GTK_LABEL (self->short_month_heading), heading);
  soleus_choice_set_label (SOLEUS_CHOICE (self->short_month), heading);
  gtk_widget_set_visible (self->short_month_question, soleus_plan_form_is_pattern (self, "day-of-month") && day > LONGEST_SHARED_MONTH);
}

/* What was wrong is no longer told once it is right; what is being typed is not called wrong yet. */
static void
show_advice (SoleusPlanForm *self)
{
  for (int field = 0; field < SOLEUS_PLAN_N_FIELDS; field++)
    {
      const char *unread = soleus_typed_entry_get_advice (soleus_plan_form_get_entry (self, (SoleusPlanField) field));

      if (find_problem (self, (SoleusPlanField) field) == NULL)
        soleus_question_set_line (self->advice[field], NULL);
      else if (unread != NULL)
        soleus_question_set_line (self->advice[field], unread);
    }
  if (soleus_plan_form_get_pattern (self) != NULL)
    {
      soleus_question_set_line (self->kind_advice, NULL);
      soleus_question_set_line (self->hours_advice, NULL);
    }
  if (soleus_choice_get_selected (SOLEUS_CHOICE (self->weekdays)) != NULL)
    soleus_question_set_line (self->weekdays_advice, NULL);
}

void
soleus_plan_form_show_parts (SoleusPlanForm *self)
{
  for (int field = 0; field < SOLEUS_PLAN_N_FIELDS; field++)
    gtk_widget_set_visible (self->boxes[field], soleus_plan_form_is_shown (self, (SoleusPlanField) field));
  gtk_widget_set_visible (self->weekdays_question, soleus_plan_form_is_pattern (self, "weekdays"));
  gtk_widget_set_visible (self->hours_question, soleus_choice_is_selected (SOLEUS_CHOICE (self->kind), "hours"));
  gtk_widget_set_visible (self->first_day_question, soleus_plan_form_has_first_day (self));
  gtk_widget_set_visible (self->times_question, soleus_plan_form_has_times (self));
  show_short_months (self);
  show_advice (self);
}

static void
part_changed_cb (SoleusPlanForm *self)
{
  if (self->updating)
    return;
  self->is_touched = TRUE;
  soleus_plan_form_show_parts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Building */

static GtkWidget *
add_question (SoleusPlanForm *self,
              GtkWidget      *question)
{
  gtk_box_append (GTK_BOX (self->box), question);
  return question;
}

static GtkWidget *
add_advice (GtkWidget *question)
{
  GtkWidget *advice = soleus_question_new_status ();

  gtk_box_append (GTK_BOX (question), advice);
  return advice;
}

static GtkWidget *
make_choice (SoleusPlanForm *self,
             const char     *label,
             const char     *property)
{
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", label, property, TRUE, NULL);

  g_signal_connect_object (choice, "changed", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static void
add_words (GtkWidget  *flow,
           const char *words)
{
  GtkWidget *label;

  if (words == NULL)
    return;
  label = gtk_label_new (_(words));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  soleus_flow_append (SOLEUS_FLOW (flow), label);
}

static void
add_field (SoleusPlanForm *self,
           SoleusPlanField           field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *flow = soleus_flow_new (12);
  GtkWidget *entry = soleus_typed_entry_new (fields[field].kind, _(fields[field].name));

  if (fields[field].kind != SOLEUS_TYPED_TIME)
    soleus_typed_entry_set_range (SOLEUS_TYPED_ENTRY (entry), fields[field].least, fields[field].most, _(fields[field].advice));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  add_words (flow, fields[field].before);
  soleus_flow_append (SOLEUS_FLOW (flow), entry);
  add_words (flow, fields[field].after);
  gtk_box_append (GTK_BOX (box), flow);
  self->entries[field] = entry;
  self->boxes[field] = add_question (self, box);
  self->advice[field] = add_advice (box);
  g_signal_connect_object (entry, "changed", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_fields (SoleusPlanForm *self,
            SoleusPlanField           first,
            SoleusPlanField           last)
{
  for (SoleusPlanField field = first; field <= last; field++)
    add_field (self, field);
}

static void
add_kinds (SoleusPlanForm *self)
{
  GtkWidget *question;

  self->kind = make_choice (self, _("When do you take it?"), "keeps-one");
  soleus_choice_add_options (SOLEUS_CHOICE (self->kind), kinds, G_N_ELEMENTS (kinds));
  question = add_question (self, soleus_question_new (_("When do you take it?"), self->kind));
  self->kind_advice = add_advice (question);
}

static void
add_weekdays (SoleusPlanForm *self)
{
  int first = soleus_month_diary_weekday (soleus_context_get_diary (self->context));

  self->weekdays = make_choice (self, _("On which days?"), "multiple");
  for (int i = 0; i < 7; i++)
    {
      int weekday = (first - 1 + i) % 7 + 1;
      char id[] = { (char) ('0' + weekday), '\0' };
      g_autofree char *label = soleus_words_weekday (weekday, TRUE), *name = soleus_words_weekday (weekday, FALSE);

      soleus_choice_add (SOLEUS_CHOICE (self->weekdays), id, label, name);
    }
  self->weekdays_question = add_question (self, soleus_question_new (_("On which days?"), self->weekdays));
  self->weekdays_advice = add_advice (self->weekdays_question);
}

static void
add_hours (SoleusPlanForm *self)
{
  self->hours = make_choice (self, _("Counted how?"), "keeps-one");
  soleus_choice_add_options (SOLEUS_CHOICE (self->hours), hour_kinds, G_N_ELEMENTS (hour_kinds));
  self->hours_question = add_question (self, soleus_question_new (_("Counted how?"), self->hours));
  self->hours_advice = add_advice (self->hours_question);
}

static void
add_short_months (SoleusPlanForm *self)
{
  GtkWidget *question = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  self->short_month = make_choice (self, "", "keeps-one");
  soleus_choice_add_options (SOLEUS_CHOICE (self->short_month), short_months, G_N_ELEMENTS (short_months));
  self->short_month_heading = soleus_question_new_heading ("");
  gtk_box_append (GTK_BOX (question), self->short_month_heading);
  gtk_box_append (GTK_BOX (question), self->short_month);
  self->short_month_question = add_question (self, question);
}

static void
add_first_day (SoleusPlanForm *self)
{
  self->first_day = soleus_date_button_new (soleus_context_get_clock (self->context));
  gtk_widget_set_halign (self->first_day, GTK_ALIGN_START);
  self->first_day_question = add_question (self, soleus_question_new (_("Counted from which first day?"), self->first_day));
  g_signal_connect_object (self->first_day, "changed", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_times (SoleusPlanForm *self)
{
  self->times = soleus_plan_times_new ();
  self->times_question = add_question (self, soleus_question_new (_("At what times?"), self->times));
  g_signal_connect_object (self->times, "changed", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
soleus_plan_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_PLAN_FORM (widget)->kind);
}

/* Tab goes through all of it, where what takes the focus first is not the first of it. */
static gboolean
soleus_plan_form_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_PLAN_FORM (widget)->box, direction);
}

static void
soleus_plan_form_dispose (GObject *object)
{
  SoleusPlanForm *self = SOLEUS_PLAN_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_plan_form_parent_class)->dispose (object);
}

static void
soleus_plan_form_class_init (SoleusPlanFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_plan_form_dispose;
  widget_class->focus = soleus_plan_form_focus;
  widget_class->grab_focus = soleus_plan_form_grab_focus;

  /**
   * SoleusPlanForm::changed:
   * @self: the form
   *
   * The person changed something.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_plan_form_init (SoleusPlanForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_plan_form_new:
 * @context: an open diary
 *
 * Returns: (transfer floating): a form in which nothing is chosen
 */
GtkWidget *
soleus_plan_form_new (SoleusContext *context)
{
  SoleusPlanForm *self = g_object_new (SOLEUS_TYPE_PLAN_FORM, NULL);

  self->context = g_object_ref (context);
  add_kinds (self);
  add_weekdays (self);
  add_fields (self, SOLEUS_PLAN_FIELD_EVERY_DAYS, SOLEUS_PLAN_FIELD_DAYS_OFF);
  add_short_months (self);
  add_first_day (self);
  add_hours (self);
  add_fields (self, SOLEUS_PLAN_FIELD_EVERY_HOURS, SOLEUS_PLAN_FIELD_MOST);
  add_times (self);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("When do you take it?"));
  soleus_plan_form_set_record (self, NULL, SOLEUS_DATE_NONE);
  return GTK_WIDGET (self);
}

/**
 * soleus_plan_form_is_touched:
 * @self: a form
 *
 * Returns: whether the person changed anything since it was filled
 */
gboolean
soleus_plan_form_is_touched (SoleusPlanForm *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLAN_FORM (self), FALSE);

  return self->is_touched;
}

static void
complain_at (GtkWidget  *advice,
             GtkWidget  *where,
             const char *words)
{
  soleus_question_set_line (advice, words);
  gtk_widget_grab_focus (where);
}

/**
 * soleus_plan_form_complain:
 * @self: a form
 *
 * Says beside each field what is missing or wrong there, and puts the focus on the first of them.
 *
 * Returns: whether there was anything
 */
gboolean
soleus_plan_form_complain (SoleusPlanForm *self)
{
  int first = -1;

  g_return_val_if_fail (SOLEUS_IS_PLAN_FORM (self), FALSE);

  if (soleus_plan_form_is_complete (self))
    return FALSE;
  if (soleus_choice_get_selected (SOLEUS_CHOICE (self->kind)) == NULL)
    {
      complain_at (self->kind_advice, self->kind, _("Choose when you take it."));
      return TRUE;
    }
  if (soleus_plan_form_get_pattern (self) == NULL)
    {
      complain_at (self->hours_advice, self->hours, _("Choose how the hours are counted."));
      return TRUE;
    }
  for (int field = 0; field < SOLEUS_PLAN_N_FIELDS; field++)
    {
      if (!soleus_plan_form_is_shown (self, (SoleusPlanField) field) || find_problem (self, (SoleusPlanField) field) == NULL)
        continue;
      soleus_typed_entry_finish (soleus_plan_form_get_entry (self, (SoleusPlanField) field));
      soleus_question_set_line (self->advice[field], find_problem (self, (SoleusPlanField) field));
      first = first < 0 ? field : first;
    }
  if (first >= 0)
    gtk_widget_grab_focus (self->entries[first]);
  else if (soleus_plan_form_is_pattern (self, "weekdays") && soleus_choice_get_selected (SOLEUS_CHOICE (self->weekdays)) == NULL)
    complain_at (self->weekdays_advice, self->weekdays, _("Choose at least one day."));
  else
    soleus_plan_times_complain (SOLEUS_PLAN_TIMES (self->times));
  return TRUE;
}
