/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule D6 reads the same records: its start is the first day, and from its stop on it is no longer kept up. */
#include "config.h"

#include "app/soleus-trying.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"

/**
 * soleus_trying_is_now:
 * @routine: a routine
 * @today: the present day
 *
 * Returns: whether it is kept up; the day on which it was stopped does not count any more
 */
gboolean
soleus_trying_is_now (SoleusRecord *routine,
                      SoleusDate    today)
{
  SoleusDate stop = soleus_row_get_date (soleus_record_get_values (routine), "stop");

  return stop == SOLEUS_DATE_NONE || stop > today;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  SoleusDate one = soleus_row_get_date (soleus_record_get_values (*(SoleusRecord **) a), "start");
  SoleusDate other = soleus_row_get_date (soleus_record_get_values (*(SoleusRecord **) b), "start");

  return other - one;
}

/**
 * soleus_trying_list:
 * @diary: a diary
 * @now: whether what is kept up is wanted, or what was stopped
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusRecord): the routines, the latest start first
 */
GPtrArray *
soleus_trying_list (SoleusDiary *diary,
                    gboolean     now,
                    GError     **error)
{
  g_autoptr (GPtrArray) routines = soleus_diary_list (diary, SOLEUS_KIND_ROUTINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);
  SoleusDate today = soleus_clock_get_today (soleus_diary_get_clock (diary));

  if (routines == NULL)
    return NULL;
  for (guint i = routines->len; i-- > 0;)
    if (soleus_trying_is_now (g_ptr_array_index (routines, i), today) != now)
      g_ptr_array_remove_index (routines, i);
  g_ptr_array_sort (routines, compare_starts);
  return g_steal_pointer (&routines);
}

/**
 * soleus_trying_say_name:
 * @routine: a routine
 *
 * Returns: (transfer none): its name, or what kind it is where it has none
 */
const char *
soleus_trying_say_name (SoleusRecord *routine)
{
  const SoleusRow *values = soleus_record_get_values (routine);

  if (soleus_row_has (values, "name"))
    return soleus_row_get_text (values, "name");
  return soleus_words_word (&soleus_routine_kinds, soleus_row_get_text (values, "routine"));
}

/**
 * soleus_trying_say_dates:
 * @routine: a routine
 *
 * Returns: (transfer full): "Stretch · since Tuesday 3 March 2026", "Diet · Monday 2 February 2026 until Tuesday 3 March 2026"
 */
char *
soleus_trying_say_dates (SoleusRecord *routine)
{
  const SoleusRow *values = soleus_record_get_values (routine);
  const char *kind = soleus_words_word (&soleus_routine_kinds, soleus_row_get_text (values, "routine"));
  SoleusDate stop = soleus_row_get_date (values, "stop");
  g_autofree char *from = soleus_words_date_with_year (soleus_row_get_date (values, "start")), *until = NULL;

  if (stop == SOLEUS_DATE_NONE)
    /* Translators: a kind, such as Stretch, then a date */
    return g_strdup_printf (_("%s · since %s"), kind, from);
  until = soleus_words_date_with_year (stop);
  /* Translators: a kind, such as Stretch, then two dates */
  return g_strdup_printf (_("%s · %s until %s"), kind, from, until);
}
