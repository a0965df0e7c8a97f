/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record a guide, of kind favourite. What was read is written at most once an hour a guide, and is nothing to undo. */
#include "config.h"

#include "app/soleus-reading.h"

#include <glib/gi18n.h>

#define AGAIN_SECONDS 3600

static GPtrArray *
list (SoleusDiary *diary)
{
  g_autoptr (GPtrArray) all = soleus_diary_list (diary, SOLEUS_KIND_FAVOURITE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  GPtrArray *guides = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (all, i)), "favourite"), "guide") == 0)
      g_ptr_array_add (guides, g_object_ref (g_ptr_array_index (all, i)));
  return guides;
}

static SoleusRecord *
find (SoleusDiary *diary,
      const char  *guide)
{
  g_autoptr (GPtrArray) guides = list (diary);

  for (guint i = 0; i < guides->len; i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (guides, i)), "target"), guide) == 0)
      return soleus_record_copy (g_ptr_array_index (guides, i));
  return NULL;
}

static SoleusRecord *
find_or_make (SoleusDiary *diary,
              const char  *guide)
{
  SoleusRecord *record = find (diary, guide);

  if (record == NULL)
    {
      record = soleus_record_new (SOLEUS_KIND_FAVOURITE);
      soleus_row_set_text (soleus_record_get_values (record), "favourite", "guide");
      soleus_row_set_text (soleus_record_get_values (record), "target", guide);
    }
  return record;
}

/**
 * soleus_reading_list_favourites:
 * @diary: a diary
 *
 * Returns: (transfer full) (element-type utf8): the ids of the guides that are marked
 */
GPtrArray *
soleus_reading_list_favourites (SoleusDiary *diary)
{
  g_autoptr (GPtrArray) guides = list (diary);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < guides->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (guides, i));

      if (soleus_row_get_answer (row, "marked") == SOLEUS_YES)
        g_ptr_array_add (ids, g_strdup (soleus_row_get_text (row, "target")));
    }
  return ids;
}

static int
compare_opened (gconstpointer a,
                gconstpointer b)
{
  SoleusTime x = { 0, 0 }, y = { 0, 0 };

  soleus_row_get_time (soleus_record_get_values (*(SoleusRecord *const *) a), "opened", &x);
  soleus_row_get_time (soleus_record_get_values (*(SoleusRecord *const *) b), "opened", &y);
  return x.utc < y.utc ? 1 : x.utc > y.utc ? -1 : 0;
}

/**
 * soleus_reading_list_recent:
 * @diary: a diary
 * @most: how many are wanted
 *
 * Returns: (transfer full) (element-type utf8): the ids of the guides that were read last, newest first
 */
GPtrArray *
soleus_reading_list_recent (SoleusDiary *diary,
                            guint        most)
{
  g_autoptr (GPtrArray) guides = list (diary);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (guides, compare_opened);
  for (guint i = 0; i < guides->len && ids->len < most; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (guides, i));

      if (soleus_row_has (row, "opened"))
        g_ptr_array_add (ids, g_strdup (soleus_row_get_text (row, "target")));
    }
  return ids;
}

/**
 * soleus_reading_is_favourite:
 * @diary: a diary
 * @guide: the id of a guide
 *
 * Returns: whether it is marked
 */
gboolean
soleus_reading_is_favourite (SoleusDiary *diary,
                             const char  *guide)
{
  g_autoptr (SoleusRecord) record = find (diary, guide);

  return record != NULL && soleus_row_get_answer (soleus_record_get_values (record), "marked") == SOLEUS_YES;
}

/**
 * soleus_reading_set_favourite:
 * @diary: a diary
 * @keeper: its keeper
 * @guide: the id of a guide
 * @marked: whether it is marked
 */
void
soleus_reading_set_favourite (SoleusDiary  *diary,
                              SoleusKeeper *keeper,
                              const char   *guide,
                              gboolean      marked)
{
  g_autoptr (SoleusRecord) record = find_or_make (diary, guide);

  soleus_row_set_answer (soleus_record_get_values (record), "marked", marked ? SOLEUS_YES : SOLEUS_NO);
  soleus_keeper_save (keeper, record, marked ? _("Added to favorites.") : _("Removed from favorites."));
}

/**
 * soleus_reading_note_opened:
 * @diary: a diary
 * @keeper: its keeper
 * @guide: the id of a guide
 *
 * Notes that a guide is read now.
 */
void
soleus_reading_note_opened (SoleusDiary  *diary,
                            SoleusKeeper *keeper,
                            const char   *guide)
{
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary)), before = { 0, 0 };

  if (!soleus_diary_is_writable (diary))
    return;
  record = find_or_make (diary, guide);
  if (soleus_row_get_time (soleus_record_get_values (record), "opened", &before) && now.utc >= before.utc && now.utc - before.utc < AGAIN_SECONDS)
    return;
  soleus_row_set_time (soleus_record_get_values (record), "opened", now);
  soleus_edits_save (edits, record);
  soleus_keeper_keep (keeper, edits, NULL, NULL);
}
