/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal is the person's own and never praised; where more fluid may harm there is none. Section 6.4 of the clinical notes. */
#include "config.h"

#include "app/soleus-drinks.h"

#include <glib/gi18n.h>

#include "app/soleus-day.h"
#include "app/soleus-volume-words.h"
#include "app/soleus-words.h"

/* From here on caffeine and alcohol are said with their times. The clinical notes name no hour; 17:00 is our own choice. */
#define EVENING (17 * 60)

/* In thousandths of the unit. */
static const gint64 defaults[SOLEUS_N_VOLUME_UNITS] = { 250000, 8000, 10000, 1000 };
static const gint64 quick[SOLEUS_N_VOLUME_UNITS][SOLEUS_N_QUICK_AMOUNTS] = {
  { 150000, 250000, 330000, 500000 },
  { 4000, 8000, 12000, 16000 },
  { 5000, 10000, 12000, 20000 },
  { 500, 1000, 1500, 2000 },
};

/**
 * soleus_drinks_get_unit_for:
 * @profile: (nullable): the values of the profile
 *
 * Returns: the unit that the person chose, else the one of the country, else the one of the locale
 */
SoleusVolumeUnit
soleus_drinks_get_unit_for (const SoleusRow *profile)
{
  SoleusVolumeUnit unit;

  if (profile != NULL && soleus_volume_unit_find (soleus_row_get_text (profile, "volume_unit"), &unit))
    return unit;
  return soleus_volume_words_get_unit_here (profile != NULL ? soleus_row_get_text (profile, "country") : NULL);
}

/**
 * soleus_drinks_get_unit:
 * @diary: a diary
 *
 * Returns: in what the person counts drinks
 */
SoleusVolumeUnit
soleus_drinks_get_unit (SoleusDiary *diary)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);

  return soleus_drinks_get_unit_for (profile != NULL ? soleus_record_get_values (profile) : NULL);
}

/**
 * soleus_drinks_say_quick:
 * @unit: the person's unit
 * @index: which of the amounts that one press adds
 *
 * Returns: (transfer full): "250 ml"; cups as they are counted: "1 1/2 cups"
 */
char *
soleus_drinks_say_quick (SoleusVolumeUnit unit,
                         guint            index)
{
  static const char *const cups[SOLEUS_N_QUICK_AMOUNTS] = { N_("1/2 cup"), N_("1 cup"), N_("1 1/2 cups"), N_("2 cups") };

  g_return_val_if_fail (index < SOLEUS_N_QUICK_AMOUNTS, NULL);

  return unit == SOLEUS_VOLUME_US_CUP ? g_strdup (_(cups[index])) : soleus_volume_words_say (soleus_drinks_get_quick (unit, index), unit);
}

/**
 * soleus_drinks_say_kind:
 * @kind: a word of #soleus_drink_kinds
 *
 * Returns: (transfer none): what it is called within a sentence: "water"
 */
const char *
soleus_drinks_say_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *said;
  } kinds[] = {
    { "water", NC_ ("within a sentence", "water") },
    { "electrolyte", NC_ ("within a sentence", "electrolyte drink") },
    { "tea-or-coffee", NC_ ("within a sentence", "tea or coffee") },
    { "alcohol", NC_ ("within a sentence", "alcohol") },
    { "milk", NC_ ("within a sentence", "milk") },
    { "juice", NC_ ("within a sentence", "juice") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return g_dpgettext2 (NULL, "within a sentence", kinds[i].said);
  return C_("within a sentence", "other drink");
}

/**
 * soleus_drinks_say_drink:
 * @drink: a drink
 * @unit: the person's unit
 *
 * Returns: (transfer full): "water, 250 ml"
 */
char *
soleus_drinks_say_drink (SoleusRecord    *drink,
                         SoleusVolumeUnit unit)
{
  const SoleusRow *values = soleus_record_get_values (drink);
  g_autofree char *amount = soleus_volume_words_say (soleus_row_get_number (values, "amount_ml", 0), unit);

  /* Translators: a kind of drink, then how much: "water, 250 ml" */
  return g_strdup_printf (_("%s, %s"), soleus_drinks_say_kind (soleus_row_get_text (values, "drink")), amount);
}

/* What one press adds */

/**
 * soleus_drinks_get_default:
 * @unit: the person's unit
 *
 * Returns: a usual glass, where the person named none: 250 ml, 8 US or 10 UK fluid ounces, 1 cup
 */
gint64
soleus_drinks_get_default (SoleusVolumeUnit unit)
{
  return soleus_volume_from_unit (defaults[unit], unit);
}

/**
 * soleus_drinks_get_quick:
 * @unit: the person's unit
 * @index: below %SOLEUS_N_QUICK_AMOUNTS
 *
 * Returns: an amount that one press adds, the smallest first
 */
gint64
soleus_drinks_get_quick (SoleusVolumeUnit unit,
                         guint            index)
{
  g_return_val_if_fail (index < SOLEUS_N_QUICK_AMOUNTS, 0);

  return soleus_volume_from_unit (quick[unit][index], unit);
}

/**
 * soleus_drinks_get_usual:
 * @diary: a diary
 * @kind: (out) (optional) (transfer none): a word of #soleus_drink_kinds
 *
 * Returns: the amount that the person usually drinks
 */
gint64
soleus_drinks_get_usual (SoleusDiary *diary,
                         const char **kind)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  const SoleusRow *values = profile != NULL ? soleus_record_get_values (profile) : NULL;
  const char *usual = values != NULL ? soleus_row_get_text (values, "usual_drink") : NULL;
  gint64 amount = values != NULL ? soleus_row_get_number (values, "usual_drink_ml", 0) : 0;

  if (kind != NULL)
    *kind = usual != NULL ? usual : "water"; /* words are static strings of their vocabulary */
  return amount > 0 ? amount : soleus_drinks_get_default (soleus_drinks_get_unit_for (values));
}

/**
 * soleus_drinks_make:
 * @diary: a diary
 * @kind: a word of #soleus_drink_kinds
 * @amount: thousandths of a milliliter
 * @container: (nullable): the glass or bottle that it was drunk from
 *
 * Returns: (transfer full): a drink as of now, to be saved
 */
SoleusRecord *
soleus_drinks_make (SoleusDiary *diary,
                    const char  *kind,
                    gint64       amount,
                    const char  *container)
{
  SoleusRecord *drink = soleus_record_new (SOLEUS_KIND_DRINK);
  SoleusRow *values = soleus_record_get_values (drink);

  soleus_row_set_time (values, "at", soleus_clock_get_now (soleus_diary_get_clock (diary)));
  soleus_row_set_text (values, "drink", kind);
  soleus_row_set_number (values, "amount_ml", amount);
  soleus_row_set_text (values, "container", container);
  return drink;
}

/**
 * soleus_drinks_add:
 * @keeper: the keeper
 * @diary: its diary
 * @kind: a word of #soleus_drink_kinds
 * @amount: thousandths of a milliliter
 * @container: (nullable): the glass or bottle that it was drunk from
 *
 * Records a drink as of now, and says so: "Added: water, 250 ml."
 */
void
soleus_drinks_add (SoleusKeeper *keeper,
                   SoleusDiary  *diary,
                   const char   *kind,
                   gint64        amount,
                   const char   *container)
{
  g_autoptr (SoleusRecord) drink = soleus_drinks_make (diary, kind, amount, container);
  g_autofree char *what = soleus_drinks_say_drink (drink, soleus_drinks_get_unit (diary)), *said = NULL;

  /* Translators: %s is a drink: "Added: water, 250 ml." */
  said = g_strdup_printf (_("Added: %s."), what);
  soleus_keeper_save (keeper, drink, said);
}

/**
 * soleus_drinks_add_usual:
 * @keeper: the keeper
 * @diary: its diary
 *
 * Records the usual drink as of now.
 */
void
soleus_drinks_add_usual (SoleusKeeper *keeper,
                         SoleusDiary  *diary)
{
  const char *kind;
  gint64 amount = soleus_drinks_get_usual (diary, &kind);

  soleus_drinks_add (keeper, diary, kind, amount, NULL);
}

/* A day */

/**
 * soleus_drinks_are_limited:
 * @profile: (nullable): the values of the profile
 * @limits: what holds for the person
 *
 * More fluid may harm with a fluid limit, heart failure, kidney disease, dialysis, liver disease or low sodium; sections 6.2 and
 * 6.4 of the clinical notes. An amount of a limit counts as a limit also where the question was left open.
 *
 * Returns: whether there is to be no goal, and nothing that asks for a drink
 */
gboolean
soleus_drinks_are_limited (const SoleusRow *profile,
                           SoleusLimits     limits)
{
  return (limits & SOLEUS_LIMIT_FLUID_CARE) != 0 ||
         (profile != NULL && soleus_row_has (profile, "fluid_limit_ml") && soleus_row_get_answer (profile, "fluid_limit") != SOLEUS_NO);
}

/**
 * soleus_drinks_new:
 * @diary: a diary
 * @limits: what holds for the person, from soleus_left_out_find_now()
 * @day: a civil day
 * @error: return location
 *
 * Returns: (transfer full): what was drunk from midnight to midnight, %NULL where it cannot be read
 */
SoleusDrinks *
soleus_drinks_new (SoleusDiary *diary,
                   SoleusLimits limits,
                   SoleusDate   day,
                   GError     **error)
{
  g_autoptr (SoleusDrinks) self = g_new0 (SoleusDrinks, 1);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, error);
  const SoleusRow *values;

  if (profile == NULL)
    return NULL;
  self->drinks = soleus_day_list (diary, SOLEUS_KIND_DRINK, day, error);
  if (self->drinks == NULL)
    return NULL;
  values = soleus_record_get_values (profile);
  self->unit = soleus_drinks_get_unit_for (values);
  self->is_today = day == soleus_clock_get_today (soleus_diary_get_clock (diary));
  self->limited = soleus_drinks_are_limited (values, limits);
  if (!self->limited)
    self->goal = soleus_row_get_number (values, "drink_goal_ml", 0);
  else if (soleus_row_get_answer (values, "fluid_limit") != SOLEUS_NO)
    self->limit = soleus_row_get_number (values, "fluid_limit_ml", 0) * 1000;
  for (guint i = 0; i < self->drinks->len; i++)
    self->sum += soleus_row_get_number (soleus_record_get_values (g_ptr_array_index (self->drinks, i)), "amount_ml", 0);
  return g_steal_pointer (&self);
}

/**
 * soleus_drinks_free:
 * @self: (transfer full) (nullable): a day's drinks
 */
void
soleus_drinks_free (SoleusDrinks *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->drinks, g_ptr_array_unref);
  g_free (self);
}

/**
 * soleus_drinks_are_over:
 * @self: a day's drinks
 *
 * Returns: whether it is more than the limit that the person set
 */
gboolean
soleus_drinks_are_over (const SoleusDrinks *self)
{
  return self->limit > 0 && self->sum > self->limit;
}

/* Beside what it counts; %NULL where there is neither a goal nor a limit. */
static char *
say_beside (const SoleusDrinks *self,
            gboolean            heard)
{
  g_autofree char *sum = soleus_volume_words_say_number (self->sum, self->unit);
  g_autofree char *whole = NULL;

  if (self->limit > 0)
    {
      whole = heard ? soleus_volume_words_read (self->limit, self->unit) : soleus_volume_words_say (self->limit, self->unit);
      /* Translators: "750 of 1,200 milliliters, your limit" and "750 of your 1,200 ml limit" */
      return g_strdup_printf (heard ? _("%s of %s, your limit") : _("%s of your %s limit"), sum, whole);
    }
  if (self->goal > 0)
    {
      whole = heard ? soleus_volume_words_read (self->goal, self->unit) : soleus_volume_words_say (self->goal, self->unit);
      /* Translators: "750 of 1,500 ml, your own goal" */
      return g_strdup_printf (_("%s of %s, your own goal"), sum, whole);
    }
  return NULL;
}

static char *
say_nothing (const SoleusDrinks *self)
{
  return g_strdup (self->is_today ? _("Nothing added today.") : _("Nothing added."));
}

/**
 * soleus_drinks_say_sum:
 * @self: a day's drinks
 *
 * Returns: (transfer full): "3 drinks, 750 ml", "750 of 1,500 ml, your own goal" or "750 of your 1,200 ml limit". Reaching a goal
 *   changes nothing but the number
 */
char *
soleus_drinks_say_sum (const SoleusDrinks *self)
{
  char *beside = say_beside (self, FALSE);
  g_autofree char *sum = NULL;

  if (beside != NULL)
    return beside;
  if (self->drinks->len == 0)
    return say_nothing (self);
  sum = soleus_volume_words_say (self->sum, self->unit);
  /* Translators: "3 drinks, 750 ml" */
  return g_strdup_printf (ngettext ("%u drink, %s", "%u drinks, %s", self->drinks->len), self->drinks->len, sum);
}

/**
 * soleus_drinks_read_sum:
 * @self: the drinks of today
 *
 * Returns: (transfer full): the same for a screen reader: "3 drinks so far, 750 milliliters"
 */
char *
soleus_drinks_read_sum (const SoleusDrinks *self)
{
  g_autofree char *beside = say_beside (self, TRUE);

  if (self->drinks->len == 0 && beside == NULL)
    return say_nothing (self);
  if (beside == NULL)
    beside = soleus_volume_words_read (self->sum, self->unit);
  /* Translators: "3 drinks so far, 750 milliliters" */
  return g_strdup_printf (ngettext ("%u drink so far, %s", "%u drinks so far, %s", self->drinks->len), self->drinks->len, beside);
}

/**
 * soleus_drinks_say_evening:
 * @self: a day's drinks
 *
 * The hour from which on it counts as evening, 17:00, is our own choice; what is said is the fact, without a comment.
 *
 * Returns: (transfer full) (nullable): "Tea or coffee at 17:10. Alcohol at 20:00."; %NULL where there is none
 */
char *
soleus_drinks_say_evening (const SoleusDrinks *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->drinks->len; i++)
    {
      SoleusRecord *drink = g_ptr_array_index (self->drinks, i);
      const char *kind = soleus_row_get_text (soleus_record_get_values (drink), "drink");
      SoleusTime at;

      if ((g_strcmp0 (kind, "alcohol") == 0 || g_strcmp0 (kind, "tea-or-coffee") == 0) && soleus_record_get_when (drink, &at) && soleus_time_get_minute (at) >= EVENING)
        {
          g_autofree char *when = soleus_words_time (at);

          if (text->len > 0)
            g_string_append_c (text, ' ');
          /* Translators: a kind of drink, then a time: "Tea or coffee at 17:10." */
          g_string_append_printf (text, _("%s at %s."), soleus_words_word (&soleus_drink_kinds, kind), when);
        }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
