/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer is kept as it was said. What only made sense with the former answer goes: how many cramps there were and
 * how often they woke the person. Sleep, worry and the note stay. A night of which nothing is left has no record. */
#include "config.h"

#include "app/soleus-night-answer.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "model/soleus-episode.h"

/* The night's own cramps, the ones that "no cramp" would contradict. */
static GPtrArray *
list_night_time (SoleusDiary *diary,
                 SoleusDate   night,
                 GError     **error)
{
  g_autoptr (GPtrArray) episodes = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night, night, error);

  if (episodes == NULL)
    return NULL;
  for (guint i = episodes->len; i-- > 0;)
    if (!soleus_episode_is_night_time (soleus_record_get_values (g_ptr_array_index (episodes, i))))
      g_ptr_array_remove_index (episodes, i);
  return g_steal_pointer (&episodes);
}

/**
 * soleus_night_answer_conflicts:
 * @diary: a diary
 * @night: the date of its morning
 * @said: (nullable): a word of #soleus_sayings, or %NULL for no answer
 *
 * Only "no cramp" can contradict what was recorded; other answers are saved at once.
 *
 * Returns: how many cramps of the night stand against that answer
 */
guint
soleus_night_answer_conflicts (SoleusDiary *diary,
                               SoleusDate   night,
                               const char  *said)
{
  g_autoptr (GPtrArray) episodes = NULL;

  g_return_val_if_fail (SOLEUS_IS_DIARY (diary), 0);

  if (soleus_night_said_from_word (said) != SOLEUS_NIGHT_NO_CRAMP)
    return 0;
  episodes = list_night_time (diary, night, NULL);
  return episodes != NULL ? episodes->len : 0;
}

/* Whether a night's record tells anything beyond which night it is. */
static gboolean
says_anything (const SoleusRow *values)
{
  for (guint i = 0; i < values->n_fields; i++)
    if (values->values[i].set && !g_str_equal (values->fields[i].name, "night"))
      return TRUE;
  return FALSE;
}

/**
 * soleus_night_answer_edits:
 * @diary: a diary
 * @night: the date of its morning
 * @said: (nullable): a word of #soleus_sayings, or %NULL to take the answer back
 * @trash_episodes: whether the night's own cramps go to the trash; those of the day stay in any case
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusEdit): what to write; empty where nothing would change; %NULL where the
 *   diary could not be read
 */
GPtrArray *
soleus_night_answer_edits (SoleusDiary *diary,
                           SoleusDate   night,
                           const char  *said,
                           gboolean     trash_episodes,
                           GError     **error)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (SoleusRecord) before = NULL;
  g_autoptr (SoleusRecord) after = NULL;
  gboolean is_kept;
  SoleusRow *values;

  g_return_val_if_fail (SOLEUS_IS_DIARY (diary), NULL);

  before = soleus_diary_get_night_record (diary, night, error);
  if (before == NULL)
    return NULL;
  is_kept = soleus_record_get_life (before)->created != 0;
  after = soleus_record_copy (before);
  values = soleus_record_get_values (after);
  soleus_row_set_text (values, "said", said);
  if (soleus_night_said_from_word (said) != SOLEUS_NIGHT_CRAMPS)
    {
      soleus_row_clear (values, "count");
      soleus_row_clear (values, "wakings_by_cramp");
    }

  if (!says_anything (values))
    {
      if (is_kept)
        soleus_edits_delete (edits, soleus_record_get_uuid (before));
    }
  else if (!is_kept || !soleus_record_says_same (before, after))
    soleus_edits_save (edits, after);

  if (trash_episodes)
    {
      g_autoptr (GPtrArray) episodes = list_night_time (diary, night, error);

      if (episodes == NULL)
        return NULL;
      for (guint i = 0; i < episodes->len; i++)
        soleus_edits_delete (edits, soleus_record_get_uuid (g_ptr_array_index (episodes, i)));
    }
  return g_steal_pointer (&edits);
}

/**
 * soleus_night_answer_words:
 * @night: the date of its morning
 * @said: (nullable): a word of #soleus_sayings, or %NULL for an answer taken back
 *
 * Returns: (transfer full): "Saved: no cramps, night to Tuesday 3 March."
 */
char *
soleus_night_answer_words (SoleusDate  night,
                           const char *said)
{
  g_autofree char *date = soleus_words_date (night);

  switch (soleus_night_said_from_word (said))
    {
    case SOLEUS_NIGHT_NO_CRAMP:
      return g_strdup_printf (_("Saved: no cramps, night to %s."), date);
    case SOLEUS_NIGHT_CRAMPS:
      return g_strdup_printf (_("Saved: cramps, night to %s."), date);
    case SOLEUS_NIGHT_UNSURE:
      return g_strdup_printf (_("Saved: not sure, night to %s."), date);
    case SOLEUS_NIGHT_NOT_RECORDED:
    default:
      return g_strdup_printf (_("Saved: not recorded, night to %s."), date);
    }
}
