/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who keeps the sample: the profile, the settings of reminders, and what was set up once. */
#include "exchange/soleus-sample-private.h"

static SoleusTime
first_morning (SoleusSample *self,
               int           minute)
{
  return soleus_sample_time (self, self->first, minute);
}

static void
add_profile (SoleusSample *self)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_PROFILE);
  SoleusRow *profile = soleus_record_get_values (record);
  int year;

  soleus_date_to_ymd (self->last, &year, NULL, NULL);
  soleus_row_set_number (profile, "birth_year", MAX (year - 68, 1900));
  soleus_row_set_text (soleus_row_add_row (profile, "conditions"), "condition", "high-blood-pressure");
  soleus_row_set_text (soleus_row_add_row (profile, "conditions"), "condition", "high-cholesterol");
  soleus_row_set_answer (profile, "pregnant", SOLEUS_NO);
  soleus_row_set_answer (profile, "fluid_limit", SOLEUS_NO);
  soleus_row_set_answer (profile, "potassium_limit", SOLEUS_NO);
  soleus_row_set_answer (profile, "fall_risk", SOLEUS_NO);
  soleus_row_set_answer (profile, "numb_feet", SOLEUS_NO);
  soleus_row_set_answer (profile, "poor_circulation", SOLEUS_NO);
  soleus_row_set_text (profile, "smoking", "former");
  soleus_row_set_answer (profile, "family_clots", SOLEUS_NO);
  soleus_row_set_text (profile, "allergies", "Hazelnuts");
  soleus_row_set_text (profile, "emergency_number", "112");
  soleus_row_set_text (profile, "country", "DE");
  soleus_row_set_text (profile, "volume_unit", "ml");
  soleus_row_set_text (profile, "temperature_unit", "C");
  soleus_row_set_number (profile, "first_weekday", 1);
  soleus_row_set_number (profile, "usual_drink_ml", 250000);
  soleus_row_set_number (profile, "drink_goal_ml", 1600000);
  soleus_row_set_answer (profile, "sounds", SOLEUS_YES);
  soleus_row_set_answer (profile, "welcome_done", SOLEUS_YES);
  soleus_sample_keep (self, record, first_morning (self, 420));
}

static void
add_reminder (SoleusSample *self,
              const char   *kind,
              gboolean      on,
              int           minute,
              int           every)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_REMINDER);
  SoleusRow *reminder = soleus_record_get_values (record);

  soleus_row_set_text (reminder, "reminder", kind);
  soleus_row_set_answer (reminder, "on", on ? SOLEUS_YES : SOLEUS_NO);
  if (minute >= 0)
    soleus_row_set_number (soleus_row_add_row (reminder, "times"), "minute", minute);
  if (every > 0)
    {
      soleus_row_set_number (reminder, "every_min", every);
      soleus_row_set_number (reminder, "from_minute", 9 * 60);
      soleus_row_set_number (reminder, "until_minute", 19 * 60);
    }
  soleus_row_set_answer (reminder, "tone", SOLEUS_NO);
  soleus_sample_keep (self, record, first_morning (self, 424));
}

static void
add_reminding (SoleusSample *self)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_REMINDING);
  SoleusRow *reminding = soleus_record_get_values (record);

  soleus_row_set_answer (reminding, "quiet", SOLEUS_YES);
  soleus_row_set_number (reminding, "quiet_from", 22 * 60);
  soleus_row_set_number (reminding, "quiet_until", 7 * 60);
  soleus_row_set_text (reminding, "wording", "discreet");
  soleus_row_set_answer (reminding, "offered", SOLEUS_YES);
  soleus_sample_keep (self, record, first_morning (self, 423));
}

static char *
add_container (SoleusSample *self,
               const char   *name,
               int           amount,
               const char   *drink)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_CONTAINER);
  SoleusRow *container = soleus_record_get_values (record);
  char *uuid = g_strdup (soleus_record_get_uuid (record));

  soleus_row_set_text (container, "name", name);
  soleus_row_set_number (container, "amount_ml", amount * 1000);
  soleus_row_set_text (container, "drink", drink);
  soleus_sample_keep (self, record, first_morning (self, 430));
  return uuid;
}

static char *
add_food (SoleusSample *self,
          const char   *name,
          const char   *serving,
          int           potassium,
          int           calcium,
          int           magnesium)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_FOOD);
  SoleusRow *food = soleus_record_get_values (record);
  char *uuid = g_strdup (soleus_record_get_uuid (record));

  soleus_row_set_text (food, "name", name);
  soleus_row_set_text (food, "serving", serving);
  soleus_row_set_number (food, "potassium_mg", potassium * 1000);
  soleus_row_set_number (food, "calcium_mg", calcium * 1000);
  soleus_row_set_number (food, "magnesium_mg", magnesium * 1000);
  soleus_sample_keep (self, record, first_morning (self, 435));
  return uuid;
}

static void
add_plan (SoleusSample *self)
{
  static const char *const cards[] = { "A2", "A3", "A5", NULL };
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_PLAN);
  SoleusRow *plan = soleus_record_get_values (record);

  self->plan = g_strdup (soleus_record_get_uuid (record));
  soleus_row_set_text (plan, "name", "Before bed");
  soleus_row_set_answer (plan, "bedtime", SOLEUS_YES);
  for (guint i = 0; cards[i] != NULL; i++)
    {
      SoleusRow *step = soleus_row_add_row (plan, "steps");

      soleus_row_set_text (step, "card", cards[i]);
      soleus_row_set_number (step, "hold_seconds", 10);
      soleus_row_set_number (step, "repeats", 3);
      soleus_row_set_answer (step, "both_sides", SOLEUS_YES);
    }
  soleus_sample_keep (self, record, first_morning (self, 440));
}

static void
add_favourite (SoleusSample *self,
               const char   *kind,
               const char   *target,
               SoleusDate    opened)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_FAVOURITE);
  SoleusRow *favourite = soleus_record_get_values (record);
  SoleusTime time = soleus_sample_time (self, opened, soleus_sample_between (self, 600, 1200));

  soleus_row_set_text (favourite, "favourite", kind);
  soleus_row_set_text (favourite, "target", target);
  soleus_row_set_time (favourite, "opened", time);
  soleus_row_set_answer (favourite, "marked", SOLEUS_YES);
  soleus_sample_keep (self, record, time);
}

static void
add_routine (SoleusSample *self,
             const char   *kind,
             const char   *name,
             SoleusDate    start,
             SoleusDate    stop,
             const char   *note)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_ROUTINE);
  SoleusRow *routine = soleus_record_get_values (record);

  soleus_row_set_text (routine, "routine", kind);
  soleus_row_set_text (routine, "name", name);
  soleus_row_set_date (routine, "start", start);
  if (stop < self->last)
    soleus_row_set_date (routine, "stop", stop);
  soleus_row_set_text (routine, "note", note);
  soleus_sample_keep (self, record, soleus_sample_time (self, start, 1290));
}

static void
add_routines (SoleusSample *self)
{
  SoleusDate middle = self->first + (self->last - self->first) / 2;

  for (guint i = 0; i < self->habits_kept->len; i++)
    {
      const SoleusSampleSpan *span = &g_array_index (self->habits_kept, SoleusSampleSpan, i);

      add_routine (self, "stretch", "Before bed", span->from, span->until, NULL);
    }
  add_routine (self, "diet", "Soup and greens", self->first + 30, middle - 60, "Kale on Tuesdays, crème fraîche on Sundays.");
  add_routine (self, "other", "Loose blanket", middle, middle + 90, "Untucked at the foot end.");
}

/**
 * soleus_sample_person:
 * @self: a sample
 *
 * Writes what was set up on the first morning.
 */
void
soleus_sample_person (SoleusSample *self)
{
  add_profile (self);
  add_reminding (self);
  add_reminder (self, "check-in", TRUE, 8 * 60 + 30, 0);
  add_reminder (self, "drink", TRUE, -1, 120);
  add_reminder (self, "stretch", TRUE, 21 * 60 + 30, 0);
  add_reminder (self, "dose", TRUE, -1, 0);
  self->bottle = add_container (self, "Bottle by the bed", 500, "water");
  g_free (add_container (self, "Blue mug", 200, "tea-or-coffee"));
  self->soup = add_food (self, "Lentil soup, Zoë’s recipe", "1 bowl", 540, 60, 72);
  g_free (add_food (self, "Müsli", "1 cup", 260, 70, 68));
  add_plan (self);
  add_routines (self);
  add_favourite (self, "food", "banana-raw", self->last - 9);
  add_favourite (self, "food", "lentils-boiled", self->last - 31);
  add_favourite (self, "drink", "water", self->last - 1);
  add_favourite (self, "plan", self->plan, self->last - 2);
}
