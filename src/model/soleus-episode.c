/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of one cramp. */
#include "model/soleus-episode.h"

/**
 * soleus_episode_is_night_time:
 * @episode: the values of an episode
 *
 * Night-time means asleep, in bed or woken by it. Where what the person was doing is not said, the clock decides: a
 * start from 20:00 to 08:59. Of an episode whose start is not known, only its night, the night was what was said.
 *
 * Returns: whether it is a cramp of the night; others never turn a night bad
 */
gboolean
soleus_episode_is_night_time (const SoleusRow *episode)
{
  const char *doing = soleus_row_get_text (episode, "doing");
  SoleusTime start;
  int minute;

  if (soleus_row_get_answer (episode, "woke") == SOLEUS_YES)
    return TRUE;
  if (doing != NULL)
    return g_str_equal (doing, "asleep") || g_str_equal (doing, "in-bed");
  if (!soleus_row_get_time (episode, "start", &start))
    return TRUE;

  minute = soleus_time_get_minute (start);
  return minute >= SOLEUS_NIGHT_STARTS_AT || minute < SOLEUS_NIGHT_ENDS_AT;
}

/**
 * soleus_episode_get_seconds:
 * @episode: the values of an episode
 *
 * Returns: how long it lasted, or -1 where that is not known
 */
gint64
soleus_episode_get_seconds (const SoleusRow *episode)
{
  SoleusTime start, end;

  if (soleus_row_has (episode, "seconds"))
    return soleus_row_get_number (episode, "seconds", -1);
  if (soleus_row_get_time (episode, "start", &start) && soleus_row_get_time (episode, "end", &end) && !soleus_row_has (episode, "start_span_min"))
    return end.utc - start.utc;
  return -1;
}

/**
 * soleus_episode_has_site:
 * @episode: the values of an episode
 * @muscle: a muscle
 * @side: (nullable): a side, or %NULL for either
 *
 * Returns: whether the cramp was there
 */
gboolean
soleus_episode_has_site (const SoleusRow *episode,
                         const char      *muscle,
                         const char      *side)
{
  for (guint i = 0; i < soleus_row_get_n_rows (episode, "sites"); i++)
    {
      const SoleusRow *site = soleus_row_get_row (episode, "sites", i);

      if (g_strcmp0 (soleus_row_get_text (site, "muscle"), muscle) == 0 && (side == NULL || g_strcmp0 (soleus_row_get_text (site, "side"), side) == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_CONFLICT, message);
  return FALSE;
}

/**
 * soleus_episode_validate:
 * @episode: the values of an episode, each valid by itself
 * @error: return location
 *
 * Returns: whether they agree with each other
 */
gboolean
soleus_episode_validate (const SoleusRow *episode,
                         GError         **error)
{
  gboolean night_only = g_str_equal (soleus_row_get_text (episode, "precision"), "night");
  SoleusTime start, end;

  if (night_only != soleus_row_has (episode, "night"))
    return fail (error, "night must be given when precision is night, and only then");
  if (night_only == soleus_row_has (episode, "start"))
    return fail (error, "start must be given unless precision is night");
  if (soleus_row_has (episode, "start_span_min") && !g_str_equal (soleus_row_get_text (episode, "precision"), "about"))
    return fail (error, "start_span_min needs precision about");
  if (soleus_row_get_answer (episode, "open") == SOLEUS_YES && (soleus_row_has (episode, "end") || soleus_row_has (episode, "seconds")))
    return fail (error, "an open episode has neither end nor seconds");
  if (soleus_row_get_time (episode, "start", &start) && soleus_row_get_time (episode, "end", &end) && end.utc < start.utc)
    return fail (error, "end lies before start");

  for (guint i = 0; i < soleus_row_get_n_rows (episode, "sites"); i++)
    for (guint k = 0; k < i; k++)
      if (soleus_row_equal (soleus_row_get_row (episode, "sites", i), soleus_row_get_row (episode, "sites", k)))
        return fail (error, "sites names one place twice");
  return TRUE;
}
