/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was due before a change stays as it was: the version in charge ends at the minute of the change, and the next one begins
 * there. */
#include "config.h"

#include "app/soleus-medicine-plan.h"

#include <string.h>

#include "app/soleus-medicine-plan-private.h"

#define DAYS_OF_DOSES 400

static gboolean
has_same_rhythm (const SoleusRow *a,
                 const SoleusRow *b)
{
  return g_strcmp0 (soleus_row_get_text (a, "pattern"), soleus_row_get_text (b, "pattern")) == 0 &&
         soleus_row_get_number (a, "every", 1) == soleus_row_get_number (b, "every", 1) &&
         soleus_row_get_number (a, "days_on", 1) == soleus_row_get_number (b, "days_on", 1) &&
         soleus_row_get_number (a, "days_off", 0) == soleus_row_get_number (b, "days_off", 0);
}

static gboolean
says_same_doses (SoleusRecord *version,
                 SoleusRecord *wanted)
{
  const SoleusRow *row = soleus_record_get_values (version), *other = soleus_record_get_values (wanted);
  SoleusRow *a = soleus_row_new (row->fields), *b = soleus_row_new (row->fields);
  gboolean is_same;

  soleus_plan_copy_doses (row, a);
  soleus_plan_copy_doses (other, b);
  if (soleus_plan_counts_days (row) && has_same_rhythm (row, other))
    {
      soleus_row_set_date (a, "cycle_start", soleus_plan_get_first_counted (row));
      soleus_row_set_date (b, "cycle_start", soleus_row_has (other, "cycle_start") ? soleus_row_get_date (other, "cycle_start") : soleus_plan_get_first_counted (row));
    }
  is_same = soleus_row_equal (a, b);
  soleus_row_free (a);
  soleus_row_free (b);
  return is_same;
}

static gint
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  SoleusRecord *first = *(SoleusRecord **) a, *second = *(SoleusRecord **) b;
  gint64 begin = soleus_plan_get_begin (soleus_record_get_values (first)), other = soleus_plan_get_begin (soleus_record_get_values (second));

  if (begin != other)
    return begin < other ? -1 : 1;
  return strcmp (soleus_record_get_uuid (first), soleus_record_get_uuid (second));
}

/* Leaves those of one medicine. */
static void
keep_of_medicine (GPtrArray  *records,
                  const char *medicine_uuid)
{
  for (guint i = records->len; i-- > 0;)
    if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (records, i)), "medicine"), medicine_uuid) != 0)
      g_ptr_array_remove_index (records, i);
}

/**
 * soleus_medicine_plan_list:
 * @diary: a diary
 * @medicine_uuid: (nullable): a medicine, or %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusRecord): the versions of its schedule, the earliest first; %NULL where the
 *   diary cannot be read
 */
GPtrArray *
soleus_medicine_plan_list (SoleusDiary *diary,
                           const char  *medicine_uuid,
                           GError     **error)
{
  g_autoptr (GPtrArray) versions = soleus_diary_list (diary, SOLEUS_KIND_SCHEDULE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);

  if (versions == NULL)
    return NULL;
  if (medicine_uuid != NULL)
    keep_of_medicine (versions, medicine_uuid);
  g_ptr_array_sort (versions, compare_versions);
  return g_steal_pointer (&versions);
}

/**
 * soleus_medicine_plan_list_doses:
 * @diary: a diary
 * @medicine_uuid: (nullable): a medicine, or %NULL for all
 * @today: the present date
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusRecord): the doses that a schedule after the last dose may still count from: those of the
 *   last 400 days and of tomorrow, for a clock may have been wrong; %NULL where the diary cannot be read
 */
GPtrArray *
soleus_medicine_plan_list_doses (SoleusDiary *diary,
                                 const char  *medicine_uuid,
                                 SoleusDate   today,
                                 GError     **error)
{
  g_autoptr (GPtrArray) doses = soleus_diary_list (diary, SOLEUS_KIND_DOSE, today - DAYS_OF_DOSES, today + 2, error);

  if (doses == NULL)
    return NULL;
  if (medicine_uuid != NULL)
    keep_of_medicine (doses, medicine_uuid);
  return g_steal_pointer (&doses);
}

/**
 * soleus_medicine_plan_sort:
 * @records: (element-type SoleusRecord): records that name a medicine, such as schedules and doses
 *
 * Returns: (transfer full) (element-type utf8 GPtrArray): those of each medicine, in their order, by its UUID
 */
GHashTable *
soleus_medicine_plan_sort (GPtrArray *records)
{
  GHashTable *lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (records, i);
      const char *uuid = soleus_row_get_text (soleus_record_get_values (record), "medicine");
      GPtrArray *list = uuid != NULL ? g_hash_table_lookup (lists, uuid) : NULL;

      if (uuid == NULL)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (lists, g_strdup (uuid), list);
        }
      g_ptr_array_add (list, g_object_ref (record));
    }
  return lists;
}

/**
 * soleus_medicine_plan_find_current:
 * @versions: (element-type SoleusRecord): the versions of a schedule
 * @now: the present time
 *
 * Returns: (transfer none) (nullable): the version in charge, of several the one that began last; where there is none, the
 *   one that begins next; %NULL where none will ever be in charge again
 */
SoleusRecord *
soleus_medicine_plan_find_current (GPtrArray *versions,
                                   SoleusTime now)
{
  gint64 moment = soleus_plan_moment_of (now);
  SoleusRecord *current = NULL, *next = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *version = g_ptr_array_index (versions, i);
      const SoleusRow *row = soleus_record_get_values (version);

      if (soleus_record_get_life (version)->deleted != 0)
        continue;
      if (soleus_plan_is_in_charge (row, moment) && (current == NULL || compare_versions (&version, &current) > 0))
        current = version;
      if (soleus_plan_get_begin (row) > moment && soleus_plan_get_end (row) > soleus_plan_get_begin (row) && (next == NULL || compare_versions (&version, &next) < 0))
        next = version;
    }
  return current != NULL ? current : next;
}

/* The version that a change may be written into: one that began today, else one that is still to come. */
static SoleusRecord *
find_place (GPtrArray    *versions,
            SoleusRecord *current,
            SoleusTime    now)
{
  SoleusRecord *next = NULL;

  if (current != NULL && soleus_row_get_date (soleus_record_get_values (current), "valid_from") == soleus_time_get_date (now))
    return current;
  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *version = g_ptr_array_index (versions, i);

      if (soleus_record_get_life (version)->deleted == 0 && soleus_plan_get_begin (soleus_record_get_values (version)) > soleus_plan_moment_of (now) &&
          (next == NULL || compare_versions (&version, &next) < 0))
        next = version;
    }
  return next;
}

/* From when on the wanted schedule counts. */
static gint64
find_begin (SoleusRecord *place,
            SoleusRecord *medicine,
            SoleusTime    now)
{
  SoleusDate started = soleus_row_get_date (soleus_record_get_values (medicine), "started"), today = soleus_time_get_date (now);
  gint64 begin = soleus_plan_moment_of (now);

  if (place != NULL && soleus_row_get_date (soleus_record_get_values (place), "valid_from") == today)
    begin = soleus_plan_get_begin (soleus_record_get_values (place));
  return started != SOLEUS_DATE_NONE && started > today ? soleus_plan_moment (started, 0) : begin;
}

static SoleusRecord *
make_version (SoleusRecord *place,
              SoleusRecord *current,
              SoleusRecord *medicine,
              SoleusRecord *wanted,
              SoleusTime    now)
{
  SoleusRecord *version = place != NULL ? soleus_record_copy (place) : soleus_record_new (SOLEUS_KIND_SCHEDULE);
  const SoleusRow *asked = soleus_record_get_values (wanted), *before = current != NULL ? soleus_record_get_values (current) : NULL;
  SoleusRow *row = soleus_record_get_values (version);
  gint64 begin = find_begin (place, medicine, now);

  soleus_plan_copy_doses (asked, row);
  soleus_row_set_text (row, "medicine", soleus_record_get_uuid (medicine));
  soleus_plan_set_span (row, asked, begin);
  if (soleus_plan_counts_days (row) && !soleus_row_has (row, "cycle_start"))
    soleus_row_set_date (row, "cycle_start", before != NULL && has_same_rhythm (before, row) ? soleus_plan_get_first_counted (before) : soleus_row_get_date (row, "valid_from"));
  if (before != NULL && current != place)
    soleus_plan_copy_pauses (before, row, SOLEUS_DATE_MIN, soleus_row_get_date (row, "valid_from"));
  return version;
}

/**
 * soleus_medicine_plan_change:
 * @versions: (element-type SoleusRecord): the versions of the schedule of @medicine
 * @medicine: the medicine
 * @wanted: (nullable): a schedule record whose doses are to hold from now on, or %NULL for no schedule any more. Of its life
 *   only an end that is still to come counts
 * @now: the present time
 *
 * A version that began on an earlier day ends at the present minute, and the wanted one begins there; where the medicine starts on
 * a later day, it begins on that day. A version that began today is corrected in place. What was still to come gives way. Days
 * that are counted go on being counted from the same day unless the person chose another one, and pauses that are not over stay.
 *
 * Returns: (transfer full) (element-type SoleusEdit): the edits; none where the schedule says that already
 */
GPtrArray *
soleus_medicine_plan_change (GPtrArray    *versions,
                             SoleusRecord *medicine,
                             SoleusRecord *wanted,
                             SoleusTime    now)
{
  GPtrArray *edits = soleus_edits_new ();
  SoleusRecord *current = soleus_medicine_plan_find_current (versions, now);
  SoleusRecord *place = wanted != NULL ? find_place (versions, current, now) : NULL;

  if (wanted != NULL && current != NULL && says_same_doses (current, wanted) &&
      soleus_plan_get_begin (soleus_record_get_values (current)) <= find_begin (NULL, medicine, now))
    return edits;
  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *version = g_ptr_array_index (versions, i);

      if (version != place && soleus_record_get_life (version)->deleted == 0)
        soleus_plan_end (edits, version, soleus_plan_moment_of (now));
    }
  if (wanted != NULL)
    {
      g_autoptr (SoleusRecord) version = make_version (place, current, medicine, wanted, now);

      soleus_edits_save (edits, version);
    }
  return edits;
}

/**
 * soleus_medicine_plan_apply:
 * @versions: (element-type SoleusRecord): the versions of a schedule
 * @edits: (element-type SoleusEdit): what would be written
 *
 * Returns: (transfer full) (element-type SoleusRecord): the versions as they would be then, so that what comes of a change can
 *   be shown before it is made
 */
GPtrArray *
soleus_medicine_plan_apply (GPtrArray *versions,
                            GPtrArray *edits)
{
  GPtrArray *after = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *version = g_ptr_array_index (versions, i);
      gboolean is_edited = FALSE;

      for (guint k = 0; k < edits->len; k++)
        is_edited = is_edited || g_str_equal (((SoleusEdit *) g_ptr_array_index (edits, k))->uuid, soleus_record_get_uuid (version));
      if (!is_edited)
        g_ptr_array_add (after, g_object_ref (version));
    }
  for (guint k = 0; k < edits->len; k++)
    {
      SoleusEdit *edit = g_ptr_array_index (edits, k);

      if (edit->type == SOLEUS_EDIT_SAVE)
        g_ptr_array_add (after, g_object_ref (edit->record));
    }
  g_ptr_array_sort (after, compare_versions);
  return after;
}
