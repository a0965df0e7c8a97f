/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was due is worked out from the schedules as what will be due is; what was taken is not asked for. */
#include "config.h"

#include "app/soleus-dose-calendar.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-plan.h"
#include "app/soleus-medicine-words.h"

#define SECONDS_A_DAY 86400

struct _SoleusDoseCalendar
{
  GPtrArray *medicines; /* of SoleusRecord */
  GPtrArray *schedules; /* of SoleusSchedule, one for each medicine */
  GTimeZone *zone;
  gboolean has_as_needed;
  gboolean has_after_last;
};

static void
note_pattern (SoleusDoseCalendar *self,
              GPtrArray          *versions,
              SoleusTime          now)
{
  SoleusRecord *current = soleus_medicine_plan_find_current (versions, now);
  const char *pattern = current != NULL ? soleus_row_get_text (soleus_record_get_values (current), "pattern") : NULL;

  self->has_as_needed = self->has_as_needed || g_strcmp0 (pattern, "as-needed") == 0;
  self->has_after_last = self->has_after_last || g_strcmp0 (pattern, "after-last-dose") == 0;
}

static void
add_medicine (SoleusDoseCalendar *self,
              SoleusRecord       *medicine,
              GPtrArray          *versions,
              GPtrArray          *doses)
{
  const SoleusRow *values = soleus_record_get_values (medicine);

  g_ptr_array_add (self->medicines, g_object_ref (medicine));
  g_ptr_array_add (self->schedules, soleus_schedule_new (versions, doses, soleus_row_get_date (values, "started"), soleus_row_get_date (values, "stopped"), self->zone));
}

/**
 * soleus_dose_calendar_new:
 * @diary: a diary
 * @medicine_uuid: (nullable): a medicine, or %NULL for all
 * @now: the present time
 * @zone: where the person is
 * @error: return location
 *
 * Reads the medicines and their schedules; a change of the diary needs a new one.
 *
 * Returns: (transfer full) (nullable): the calendar, or %NULL where the diary cannot be read
 */
SoleusDoseCalendar *
soleus_dose_calendar_new (SoleusDiary *diary,
                          const char  *medicine_uuid,
                          SoleusTime   now,
                          GTimeZone   *zone,
                          GError     **error)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);
  g_autoptr (GPtrArray) versions = medicines != NULL ? soleus_medicine_plan_list (diary, medicine_uuid, error) : NULL;
  g_autoptr (GPtrArray) doses = versions != NULL ? soleus_medicine_plan_list_doses (diary, medicine_uuid, soleus_time_get_date (now), error) : NULL;
  g_autoptr (GHashTable) versions_of = NULL, doses_of = NULL;
  SoleusDoseCalendar *self;

  if (doses == NULL)
    return NULL;
  versions_of = soleus_medicine_plan_sort (versions);
  doses_of = soleus_medicine_plan_sort (doses);
  self = g_new0 (SoleusDoseCalendar, 1);
  self->medicines = g_ptr_array_new_with_free_func (g_object_unref);
  self->schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_schedule_free);
  self->zone = g_time_zone_ref (zone);
  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      const char *uuid = soleus_record_get_uuid (medicine);
      GPtrArray *found = g_hash_table_lookup (versions_of, uuid);

      if (found == NULL || (medicine_uuid != NULL && !g_str_equal (uuid, medicine_uuid)))
        continue;
      add_medicine (self, medicine, found, g_hash_table_lookup (doses_of, uuid));
      note_pattern (self, found, now);
    }
  return self;
}

/**
 * soleus_dose_calendar_free:
 * @self: (nullable) (transfer full): a calendar
 */
void
soleus_dose_calendar_free (SoleusDoseCalendar *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->schedules);
  g_ptr_array_unref (self->medicines);
  g_time_zone_unref (self->zone);
  g_free (self);
}

static gint
compare_doses (gconstpointer a,
               gconstpointer b)
{
  const SoleusCalendarDose *first = a, *second = b;
  g_autofree char *name = NULL, *other = NULL;

  if (first->due.date != second->due.date)
    return first->due.date < second->due.date ? -1 : 1;
  if (first->due.minute != second->due.minute)
    return first->due.minute < second->due.minute ? -1 : 1;
  name = soleus_medicine_words_title (first->medicine);
  other = soleus_medicine_words_title (second->medicine);
  return g_utf8_collate (name, other);
}

/**
 * soleus_dose_calendar_list:
 * @self: a calendar
 * @first: the first day
 * @last: the last day
 *
 * Returns: (transfer full) (element-type SoleusCalendarDose): what is due on these days by the date that the schedule names, in the order
 *   of days and times
 */
GArray *
soleus_dose_calendar_list (SoleusDoseCalendar *self,
                           SoleusDate          first,
                           SoleusDate          last)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SoleusCalendarDose));
  /* No zone is a day away from UTC, nor does a clock jump that far. */
  gint64 from = ((gint64) first - 2) * SECONDS_A_DAY, until = ((gint64) last + 3) * SECONDS_A_DAY;

  for (guint i = 0; i < self->schedules->len; i++)
    {
      g_autoptr (GArray) due = soleus_schedule_list (g_ptr_array_index (self->schedules, i), from, until);

      for (guint k = 0; k < due->len; k++)
        {
          SoleusCalendarDose dose = { g_array_index (due, SoleusDue, k), g_ptr_array_index (self->medicines, i) };

          if (dose.due.date >= first && dose.due.date <= last)
            g_array_append_val (list, dose);
        }
    }
  g_array_sort (list, compare_doses);
  return list;
}

/**
 * soleus_dose_calendar_say_rest:
 * @self: a calendar
 *
 * Returns: (transfer full) (nullable): what the calendar cannot show, or %NULL where it shows all
 */
char *
soleus_dose_calendar_say_rest (SoleusDoseCalendar *self)
{
  const char *as_needed = _("Doses as needed have no day and are not shown.");
  const char *after_last = _("Doses that follow the last one: only the next is shown.");

  if (self->has_as_needed && self->has_after_last)
    return g_strdup_printf ("%s %s", as_needed, after_last);
  if (self->has_as_needed || self->has_after_last)
    return g_strdup (self->has_as_needed ? as_needed : after_last);
  return NULL;
}

/**
 * soleus_dose_calendar_say_count:
 * @n_doses: how many doses are due on a day
 *
 * Returns: (transfer full): "no doses", "1 dose", "2 doses"
 */
char *
soleus_dose_calendar_say_count (guint n_doses)
{
  if (n_doses == 0)
    return g_strdup (_("no doses"));
  return g_strdup_printf (ngettext ("%u dose", "%u doses", n_doses), n_doses);
}
