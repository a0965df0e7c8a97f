/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a stretch is left out for the person, the one to use instead takes its place; where there is none, it drops out. */
#include "app/soleus-routines.h"

#define REST_SECONDS 10

/**
 * soleus_routines_list:
 * @diary: a diary
 *
 * Returns: (transfer full) (nullable) (element-type SoleusRecord): the routines that the person put together
 */
GPtrArray *
soleus_routines_list (SoleusDiary *diary)
{
  return soleus_diary_list (diary, SOLEUS_KIND_PLAN, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
}

/**
 * soleus_routines_get_bedtime:
 * @diary: a diary
 *
 * Returns: (transfer full) (nullable): the routine that the person chose for bedtime, or %NULL for the one that comes with the
 *   program
 */
SoleusRecord *
soleus_routines_get_bedtime (SoleusDiary *diary)
{
  g_autoptr (GPtrArray) plans = soleus_routines_list (diary);
  SoleusRecord *newest = NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      SoleusRecord *plan = g_ptr_array_index (plans, i);

      if (soleus_row_get_answer (soleus_record_get_values (plan), "bedtime") == SOLEUS_YES &&
          (newest == NULL || soleus_record_get_life (plan)->modified >= soleus_record_get_life (newest)->modified))
        newest = plan;
    }
  return newest != NULL ? g_object_ref (newest) : NULL;
}

/* The stretch itself, or the one to use instead. */
static const SoleusGuide *
find_guide (SoleusLibrary *library,
            const char    *card,
            SoleusLimits   limits)
{
  const SoleusGuides *guides = soleus_library_get_guides (library);
  const SoleusGuide *guide = soleus_guides_get (guides, card);

  while (guide != NULL && (guide->left_out_when & limits) != 0)
    guide = soleus_guides_get (guides, guide->instead);
  return guide != NULL && soleus_guide_is_played (guide) ? guide : NULL;
}

static gboolean
has_card (GPtrArray  *steps,
          const char *card)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((SoleusPlayStep *) g_ptr_array_index (steps, i))->card, card))
      return TRUE;
  return FALSE;
}

/**
 * soleus_routines_get_steps:
 * @plan: a routine that the person put together
 * @library: the guides
 * @limits: what holds for the person
 *
 * Returns: (transfer full) (element-type SoleusPlayStep): its stretches, without what is left out for the person
 */
GPtrArray *
soleus_routines_get_steps (SoleusRecord  *plan,
                           SoleusLibrary *library,
                           SoleusLimits   limits)
{
  const SoleusRow *row = soleus_record_get_values (plan);
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_play_step_free);

  for (guint i = 0; i < soleus_row_get_n_rows (row, "steps"); i++)
    {
      const SoleusRow *given = soleus_row_get_row (row, "steps", i);
      const SoleusGuide *guide = find_guide (library, soleus_row_get_text (given, "card"), limits);
      g_autoptr (SoleusPlayStep) own = guide != NULL ? soleus_play_step_for_guide (guide) : NULL;

      if (own == NULL)
        continue;
      own->seconds = (guint) soleus_row_get_number (given, "hold_seconds", own->seconds);
      own->repeats = (guint) soleus_row_get_number (given, "repeats", own->repeats);
      if (soleus_row_has (given, "both_sides"))
        own->sides = soleus_row_get_answer (given, "both_sides") == SOLEUS_YES;
      if (own->repeats > 1 && own->rest == 0)
        own->rest = REST_SECONDS;
      g_ptr_array_add (steps, g_steal_pointer (&own));
    }
  return steps;
}

/**
 * soleus_routines_get_default:
 * @library: the guides
 * @limits: what holds for the person
 *
 * The times are those of the trial that section 4 of the clinical notes names (Hallegraeff and others, 2012 [A11]).
 *
 * Returns: (transfer full) (element-type SoleusPlayStep): the bedtime routine that comes with the program
 */
GPtrArray *
soleus_routines_get_default (SoleusLibrary *library,
                             SoleusLimits   limits)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_play_step_free);
  const SoleusRelief *relief = soleus_library_get_relief (library);

  for (guint i = 0; relief != NULL && soleus_relief_get_bedtime (relief)[i] != NULL; i++)
    {
      const SoleusGuide *guide = find_guide (library, soleus_relief_get_bedtime (relief)[i], limits);

      if (guide != NULL && !has_card (steps, guide->id))
        g_ptr_array_add (steps, soleus_play_step_for_guide (guide));
    }
  return steps;
}

/**
 * soleus_routines_make_session:
 * @steps: (element-type SoleusPlayStep): what was done
 * @plan: (nullable): the routine that it belongs to
 * @at: when it was done
 *
 * Returns: (transfer full): the session of somebody who did it without playing, not kept yet
 */
SoleusRecord *
soleus_routines_make_session (GPtrArray    *steps,
                              SoleusRecord *plan,
                              SoleusTime    at)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_STRETCH);
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_time (row, "at", at);
  soleus_row_set_answer (row, "by_hand", SOLEUS_YES);
  soleus_row_set_answer (row, "finished", SOLEUS_YES);
  if (plan != NULL)
    soleus_row_set_text (row, "plan", soleus_record_get_uuid (plan));
  for (guint i = 0; i < steps->len; i++)
    soleus_row_set_text (soleus_row_add_row (row, "played"), "card", ((SoleusPlayStep *) g_ptr_array_index (steps, i))->card);
  return record;
}
