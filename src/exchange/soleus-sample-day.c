/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of the sample: drinks, meals, the bedtime stretch, habits, the reminders of them, and what was deleted. */
#include "exchange/soleus-sample-private.h"

#define STRETCH_AT (21 * 60 + 30)

typedef struct
{
  const char *drink;
  int minute;
  int amount;
  int percent;
} Sip;

static const Sip sips[] = {
  { "tea-or-coffee", 7 * 60 + 20, 200, 95 }, { "water", 8 * 60 + 50, 250, 80 }, { "tea-or-coffee", 10 * 60 + 30, 150, 80 },
  { "water", 12 * 60 + 20, 250, 92 }, { "water", 14 * 60 + 10, 250, 78 }, { "tea-or-coffee", 15 * 60 + 50, 200, 72 },
  { "juice", 17 * 60, 200, 34 }, { "water", 18 * 60 + 40, 250, 92 }, { "alcohol", 20 * 60, 150, 28 }, { "water", 21 * 60 + 10, 150, 88 },
};

typedef struct
{
  const char *meal;
  int minute;
  int percent;
  const char *const *foods;
  const char *const *names;
} Plate;

static const char *const breakfast_foods[] = { "oatmeal-plain-cooked-in-water", "whole-wheat-bread", "banana-raw", "yogurt-plain-low-fat", "orange-navel", NULL };
static const char *const breakfast_names[] = { "Jam", "Rye roll", "Porridge with pear", NULL };
static const char *const lunch_foods[] = { "lentils-boiled", "potato-baked-with-skin", "salmon-atlantic-farmed-cooked", "broccoli-boiled", "kale-boiled", "chickpeas-boiled", NULL };
static const char *const lunch_names[] = { "Vegetable soup", "Käsespätzle", "Salad with feta", "Pea stew", NULL };
static const char *const dinner_foods[] = { "whole-wheat-bread", "cheddar-cheese", "tomato-raw", "cucumber-with-peel", "egg-hard-boiled", "spinach-boiled-drained", NULL };
static const char *const dinner_names[] = { "Bread and ham", "Ratatouille", "Pickled herring", NULL };
static const char *const snack_foods[] = { "almonds", "banana-raw", "walnuts-english", "apricots-dried", "kiwifruit-green", NULL };
static const char *const snack_names[] = { "Plum cake", "Dark chocolate", "Apple", NULL };

static const Plate plates[] = {
  { "breakfast", 7 * 60 + 40, 92, breakfast_foods, breakfast_names },
  { "lunch", 12 * 60 + 30, 90, lunch_foods, lunch_names },
  { "snack", 15 * 60 + 50, 36, snack_foods, snack_names },
  { "dinner", 18 * 60 + 30, 92, dinner_foods, dinner_names },
};

static void
add_drinks (SoleusSample *self,
            SoleusDate    date)
{
  for (guint i = 0; i < G_N_ELEMENTS (sips); i++)
    {
      SoleusTime time = soleus_sample_time (self, date, sips[i].minute + soleus_sample_between (self, -25, 35));
      SoleusRecord *record;
      SoleusRow *drink;

      if (!soleus_sample_chance (self, sips[i].percent))
        continue;
      record = soleus_sample_begin (self, SOLEUS_KIND_DRINK);
      drink = soleus_record_get_values (record);
      soleus_row_set_time (drink, "at", time);
      soleus_row_set_text (drink, "drink", sips[i].drink);
      soleus_row_set_number (drink, "amount_ml", (sips[i].amount + 50 * soleus_sample_between (self, -1, 1)) * 1000);
      if (i + 1 == G_N_ELEMENTS (sips) && soleus_sample_chance (self, 60))
        soleus_row_set_text (drink, "container", self->bottle);
      soleus_sample_keep (self, record, time);
    }
}

static void
add_item (SoleusSample *self,
          SoleusRow    *meal,
          const Plate  *plate)
{
  SoleusRow *item = soleus_row_add_row (meal, "items");
  int luck = soleus_sample_between (self, 1, 100);

  if (luck <= 70)
    soleus_row_set_text (item, "food", soleus_sample_pick (self, plate->foods));
  else if (luck <= 80 && plate->foods == lunch_foods && soleus_row_get_n_rows (meal, "items") == 1)
    soleus_row_set_text (item, "own_food", self->soup);
  else
    soleus_row_set_text (item, "name", soleus_sample_pick (self, plate->names));
  if (soleus_sample_chance (self, 75))
    soleus_row_set_number (item, "servings", soleus_sample_between (self, 1, 4) * 500);
}

static void
add_meals (SoleusSample *self,
           SoleusDate    date)
{
  for (guint i = 0; i < G_N_ELEMENTS (plates); i++)
    {
      SoleusTime time = soleus_sample_time (self, date, plates[i].minute + soleus_sample_between (self, -30, 40));
      SoleusRecord *record;
      SoleusRow *meal;

      if (!soleus_sample_chance (self, plates[i].percent))
        continue;
      record = soleus_sample_begin (self, SOLEUS_KIND_MEAL);
      meal = soleus_record_get_values (record);
      soleus_row_set_time (meal, "at", time);
      soleus_row_set_text (meal, "meal", plates[i].meal);
      for (int k = soleus_sample_between (self, 1, 2); k > 0; k--)
        add_item (self, meal, &plates[i]);
      soleus_sample_keep (self, record, time);
    }
}

static gboolean
add_stretch (SoleusSample *self,
             SoleusDate    date)
{
  static const char *const cards[] = { "A2", "A3", "A5", NULL };
  gboolean kept = soleus_sample_spans_hold (self->habits_kept, date);
  gboolean by_hand = soleus_sample_chance (self, 10), finished = soleus_sample_chance (self, 92);
  SoleusTime time = soleus_sample_time (self, date, STRETCH_AT + soleus_sample_between (self, -8, 20));
  SoleusRecord *record;
  SoleusRow *stretch;

  if (!soleus_sample_chance (self, kept ? 84 : 6))
    return FALSE;
  record = soleus_sample_begin (self, SOLEUS_KIND_STRETCH);
  stretch = soleus_record_get_values (record);
  soleus_row_set_time (stretch, "at", time);
  soleus_row_set_text (stretch, "plan", self->plan);
  soleus_row_set_answer (stretch, "by_hand", by_hand ? SOLEUS_YES : SOLEUS_NO);
  soleus_row_set_answer (stretch, "finished", finished ? SOLEUS_YES : SOLEUS_NO);
  if (!by_hand)
    soleus_row_set_number (stretch, "seconds", soleus_sample_between (self, 170, 260) / (finished ? 1 : 2));
  for (guint i = 0; !by_hand && cards[i] != NULL && (finished || i == 0); i++)
    for (int side = 0; side < 2; side++)
      {
        SoleusRow *played = soleus_row_add_row (stretch, "played");

        soleus_row_set_text (played, "card", cards[i]);
        soleus_row_set_text (played, "side", soleus_sides.words[side]);
        soleus_row_set_number (played, "seconds", 30);
        soleus_row_set_number (played, "repeats", 3);
      }
  soleus_sample_keep (self, record, time);
  return TRUE;
}

static void
add_habit (SoleusSample *self,
           SoleusDate    date)
{
  static const char *const habits[] = { "long-sitting", "hard-exercise", "long-standing", "heels" };
  static const char *const notes[] = { "Choir practice.", "Garden, three hours.", "Bus to Köln and back.", "Swimming.", NULL };
  static const guint8 weights[] = { 40, 30, 28, 2, 0 };
  gboolean away = soleus_sample_spans_hold (self->journeys, date);
  SoleusRecord *record;
  SoleusRow *habit;

  if (!soleus_sample_chance (self, away ? 50 : 22))
    return;
  record = soleus_sample_begin (self, SOLEUS_KIND_HABIT);
  habit = soleus_record_get_values (record);
  soleus_row_set_date (habit, "day", date);
  soleus_row_set_text (habit, "habit", away ? "travel" : habits[soleus_sample_weigh (self, weights)]);
  if (soleus_sample_chance (self, 10))
    soleus_row_set_text (habit, "note", soleus_sample_pick (self, notes));
  soleus_sample_keep (self, record, soleus_sample_time (self, date, 1210));
}

/* A line of the ledger; @answer is NULL where nobody answered. */
static void
add_notice (SoleusSample *self,
            SoleusDate    date,
            int           minute,
            const char   *kind,
            const char   *answer)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_NOTICE);
  SoleusRow *notice = soleus_record_get_values (record);
  SoleusTime time = soleus_sample_time (self, date, minute), later = time;
  gboolean missed = answer == NULL && soleus_sample_chance (self, 25);

  later.utc += soleus_sample_between (self, 8, 1500);
  if (later.utc > self->now.utc)
    answer = NULL;
  soleus_row_set_time (notice, "at", time);
  soleus_row_set_text (notice, "reminder", kind);
  soleus_row_set_date (notice, "due_date", date);
  soleus_row_set_number (notice, "due_minute", minute);
  soleus_row_set_text (notice, "state", missed ? "missed" : answer != NULL ? "answered" : "shown");
  if (!missed)
    soleus_row_set_time (notice, "shown", time);
  if (answer != NULL)
    {
      soleus_row_set_time (notice, "answered", later);
      soleus_row_set_text (notice, "answer", answer);
    }
  soleus_sample_keep (self, record, answer != NULL ? later : time);
}

static void
add_notices (SoleusSample *self,
             SoleusDate    date,
             gboolean      stretched)
{
  if (date != self->last)
    add_notice (self, date, 8 * 60 + 30, "check-in", soleus_sample_chance (self, 40) ? "no-cramps" : NULL);
  for (int hour = 11; hour <= 17; hour += 2)
    if (soleus_sample_chance (self, 64))
      add_notice (self, date, hour * 60, "drink", soleus_sample_chance (self, 45) ? "drank" : NULL);
  add_notice (self, date, STRETCH_AT, "stretch", stretched ? "started" : soleus_sample_chance (self, 50) ? "not-now" : NULL);
}

/**
 * soleus_sample_day:
 * @self: a sample
 * @date: a day
 *
 * Writes what a day had, but its doses.
 */
void
soleus_sample_day (SoleusSample *self,
                   SoleusDate    date)
{
  add_drinks (self, date);
  add_meals (self, date);
  add_habit (self, date);
  add_notices (self, date, add_stretch (self, date));
}

static void
add_dead (SoleusSample *self,
          SoleusKind    kind,
          SoleusDate    date,
          gboolean      purged)
{
  SoleusRecord *record = soleus_sample_begin (self, kind);
  SoleusRow *values = soleus_record_get_values (record);
  SoleusTime time = soleus_sample_time (self, date, soleus_sample_between (self, 540, 1200));

  if (kind == SOLEUS_KIND_EPISODE)
    {
      soleus_row_set_text (values, "precision", "exact");
      soleus_row_set_time (values, "start", time);
      soleus_row_set_text (values, "note", "Written twice by mistake.");
    }
  else
    {
      soleus_row_set_time (values, "at", time);
      soleus_row_set_text (values, "drink", "water");
      soleus_row_set_number (values, "amount_ml", 2500000);
    }
  soleus_sample_keep_dead (self, record, time, time.utc + soleus_sample_between (self, 60, 7200), purged);
}

/**
 * soleus_sample_trash:
 * @self: a sample
 *
 * Writes a few entries that were deleted lately, and what is left of a few that were deleted long ago.
 */
void
soleus_sample_trash (SoleusSample *self)
{
  for (int i = 0; i < 5; i++)
    add_dead (self, i % 2 == 0 ? SOLEUS_KIND_DRINK : SOLEUS_KIND_EPISODE, self->last - 2 - 5 * i, FALSE);
  for (int i = 0; i < 6; i++)
    add_dead (self, i % 2 == 0 ? SOLEUS_KIND_EPISODE : SOLEUS_KIND_DRINK, self->last - 60 - 40 * i, TRUE);
}
