/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers throughout. Where potassium is hidden for the person it is never added up, so that no screen can show it by mistake
 * (section 6.2 of the clinical notes). */
#include "config.h"

#include "app/soleus-minerals.h"

#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-risks.h"

/* One serving, where an item does not say how many. */
#define ONE 1000

/**
 * soleus_minerals_hide_potassium:
 * @diary: a diary
 * @guidance: (nullable): the guidance
 *
 * With kidney disease, dialysis, heart failure, a potassium limit, or a medicine that raises potassium, how much is right is a question
 * for the care team (section 6.2 of the clinical notes [A62]). What cannot be read counts as yes.
 *
 * Returns: whether figures of potassium are hidden for the person at present
 */
gboolean
soleus_minerals_hide_potassium (SoleusDiary          *diary,
                                const SoleusGuidance *guidance)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRisks) risks = NULL;

  if (guidance == NULL || medicines == NULL || profile == NULL)
    return TRUE;
  risks = soleus_risks_new (diary, now);
  return (soleus_left_out_find (risks, guidance, NULL, soleus_time_get_date (now)) & SOLEUS_LIMIT_POTASSIUM_CARE) != 0;
}

/**
 * soleus_minerals_say_ask:
 *
 * Returns: (transfer none): what stands where potassium is hidden
 */
const char *
soleus_minerals_say_ask (void)
{
  return _("Ask your care team how much potassium is right for you.");
}

/* Amounts that no meal has end at the largest number instead of turning negative. */
static gint64
add_amount (gint64 a,
            gint64 b)
{
  gint64 sum;

  return __builtin_add_overflow (a, b, &sum) ? G_MAXINT64 : sum;
}

static void
add_item (SoleusMinerals  *self,
          const SoleusRow *item,
          SoleusFoodTable *table,
          gboolean         with_potassium)
{
  gint64 figures[SOLEUS_N_MINERALS], servings = soleus_row_get_number (item, "servings", ONE), amount;
  guint n_known = 0, n_wanted = with_potassium ? SOLEUS_N_MINERALS : SOLEUS_N_MINERALS - 1;

  soleus_food_table_get_figures (table, item, figures);
  for (guint i = with_potassium ? 0 : SOLEUS_MINERAL_POTASSIUM + 1; i < SOLEUS_N_MINERALS; i++)
    {
      if (figures[i] == SOLEUS_NO_FIGURE)
        continue;
      n_known++;
      self->n_known[i]++;
      if (__builtin_mul_overflow (figures[i], servings, &amount))
        amount = G_MAXINT64;
      self->amounts[i] = add_amount (self->amounts[i], amount);
    }
  self->n_items++;
  if (n_known == 0)
    self->n_without++;
  else if (n_known < n_wanted)
    self->n_partly++;
}

/**
 * soleus_minerals_add_meal:
 * @self: a sum
 * @meal: the values of a meal
 * @table: where the figures come from
 * @with_potassium: whether potassium may be shown
 *
 * Adds what was eaten. An item without a number of servings is one serving.
 */
void
soleus_minerals_add_meal (SoleusMinerals  *self,
                          const SoleusRow *meal,
                          SoleusFoodTable *table,
                          gboolean         with_potassium)
{
  for (guint i = 0; i < soleus_row_get_n_rows (meal, "items"); i++)
    add_item (self, soleus_row_get_row (meal, "items", i), table, with_potassium);
}

/**
 * soleus_minerals_add:
 * @self: a sum
 * @other: another one, which is added to it
 */
void
soleus_minerals_add (SoleusMinerals       *self,
                     const SoleusMinerals *other)
{
  for (guint i = 0; i < SOLEUS_N_MINERALS; i++)
    {
      self->amounts[i] = add_amount (self->amounts[i], other->amounts[i]);
      self->n_known[i] += other->n_known[i];
    }
  self->n_items += other->n_items;
  self->n_without += other->n_without;
  self->n_partly += other->n_partly;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  SoleusDate x = ((const SoleusMineralDay *) a)->day, y = ((const SoleusMineralDay *) b)->day;

  return x < y ? -1 : x > y ? 1 : 0;
}

/* Meals come in the order of time; after a journey a day may come back. */
static SoleusMineralDay *
get_day (GArray    *days,
         SoleusDate day)
{
  const SoleusMineralDay fresh = { .day = day };

  if (days->len > 0 && g_array_index (days, SoleusMineralDay, days->len - 1).day == day)
    return &g_array_index (days, SoleusMineralDay, days->len - 1);
  g_array_append_val (days, fresh);
  return &g_array_index (days, SoleusMineralDay, days->len - 1);
}

static void
join_same_days (GArray *days)
{
  g_array_sort (days, compare_days);
  for (guint i = days->len; i > 1; i--)
    {
      SoleusMineralDay *before = &g_array_index (days, SoleusMineralDay, i - 2), *day = before + 1;

      if (before->day != day->day)
        continue;
      soleus_minerals_add (&before->minerals, &day->minerals);
      g_array_remove_index (days, i - 1);
    }
}

/**
 * soleus_minerals_list_days:
 * @diary: a diary
 * @table: where the figures come from
 * @from: the first civil day, or %SOLEUS_DATE_NONE
 * @until: the last civil day, or %SOLEUS_DATE_NONE
 * @with_potassium: whether potassium may be shown
 * @error: return location
 *
 * A meal belongs to the day that the person's clock showed then. Days without anything eaten are left out: nothing logged is not
 * nothing eaten.
 *
 * Returns: (transfer full) (nullable) (element-type SoleusMineralDay): the days with something logged, in their order
 */
GArray *
soleus_minerals_list_days (SoleusDiary     *diary,
                           SoleusFoodTable *table,
                           SoleusDate       from,
                           SoleusDate       until,
                           gboolean         with_potassium,
                           GError         **error)
{
  /* An evening belongs to the night that follows it. */
  g_autoptr (GPtrArray) meals = soleus_diary_list (diary, SOLEUS_KIND_MEAL, from, until != SOLEUS_DATE_NONE ? until + 1 : until, error);
  GArray *days;

  if (meals == NULL)
    return NULL;
  days = g_array_new (FALSE, FALSE, sizeof (SoleusMineralDay));
  for (guint i = 0; i < meals->len; i++)
    {
      SoleusRecord *meal = g_ptr_array_index (meals, i);
      const SoleusRow *row = soleus_record_get_values (meal);
      SoleusTime at;
      SoleusDate day;

      if (!soleus_record_get_when (meal, &at) || soleus_row_get_n_rows (row, "items") == 0)
        continue;
      day = soleus_time_get_date (at);
      if ((from == SOLEUS_DATE_NONE || day >= from) && (until == SOLEUS_DATE_NONE || day <= until))
        soleus_minerals_add_meal (&get_day (days, day)->minerals, row, table, with_potassium);
    }
  join_same_days (days);
  return days;
}

/**
 * soleus_minerals_to_mg:
 * @amount: millionths of a milligram, of some days together
 * @n_days: how many days, at least 1
 *
 * Returns: milligrams of one day, rounded once
 */
gint64
soleus_minerals_to_mg (gint64 amount,
                       guint  n_days)
{
  gint64 unit = G_GINT64_CONSTANT (1000000) * MAX (n_days, 1);

  return amount / unit + (amount % unit >= (unit + 1) / 2 ? 1 : 0);
}
