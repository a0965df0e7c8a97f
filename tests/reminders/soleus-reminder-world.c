/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every time that a rule names is written down, and what is asked of the clock is looked up on the wall, minute by minute. */
#include "reminders/soleus-reminder-world.h"

#define DAY 1440
#define HOUR_S 3600
#define JULIAN 719163

gint32
soleus_ref_day_of (gint64 civil)
{
  return (gint32) (civil / DAY);
}

int
soleus_ref_minute_of (gint64 civil)
{
  return (int) (civil % DAY);
}

static gboolean
is_on_weekday (gint32 day,
               int    weekdays)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + JULIAN));
  return (weekdays >> (g_date_get_weekday (&date) - G_DATE_MONDAY) & 1) != 0;
}

void
soleus_ref_world_init (SoleusRefWorld *self)
{
  *self = (SoleusRefWorld) {
    .nights = g_hash_table_new (NULL, NULL),
    .stretch_civils = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .trials = g_array_new (FALSE, FALSE, sizeof (SoleusRefSpan)),
    .rows = g_array_new (FALSE, FALSE, sizeof (SoleusRefRow)),
    .by_identity = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref),
  };
  for (int i = 0; i < REF_KINDS; i++)
    self->rules[i].named = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (int i = 0; i < SOLEUS_REF_MEDICINES; i++)
    {
      self->medicines[i].named = g_array_new (FALSE, FALSE, sizeof (gint32));
      self->medicines[i].answered = g_hash_table_new (NULL, NULL);
    }
}

void
soleus_ref_world_clear (SoleusRefWorld *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    g_clear_object (&g_array_index (self->rows, SoleusRefRow, i).record);
  for (int i = 0; i < REF_KINDS; i++)
    g_array_unref (self->rules[i].named);
  for (int i = 0; i < SOLEUS_REF_MEDICINES; i++)
    {
      g_array_unref (self->medicines[i].named);
      g_hash_table_unref (self->medicines[i].answered);
    }
  g_hash_table_unref (self->nights);
  g_array_unref (self->stretch_civils);
  g_array_unref (self->trials);
  g_array_unref (self->rows);
  g_hash_table_unref (self->by_identity);
}

/* Times */

static int
compare_civils (gconstpointer a,
                gconstpointer b)
{
  return *(const gint32 *) a - *(const gint32 *) b;
}

void
soleus_ref_sort_out (GArray *named)
{
  g_array_sort (named, compare_civils);
  for (guint i = named->len; i-- > 1;)
    if (g_array_index (named, gint32, i) == g_array_index (named, gint32, i - 1))
      g_array_remove_index (named, i);
}

static void
name_times (GArray    *named,
            gint32     day,
            guint      n,
            const int *minutes,
            const int *weekdays)
{
  for (guint i = 0; i < n; i++)
    if (is_on_weekday (day, weekdays[i]))
      g_array_append_vals (named, (gint32[]) { day * DAY + minutes[i] }, 1);
}

int
soleus_ref_get_window_length (const SoleusRefRule *rule)
{
  return rule->until >= rule->from ? rule->until - rule->from : rule->until + DAY - rule->from;
}

/* Writes down every time that the rules and the schedules name in these years. */
void
soleus_ref_world_name_times (SoleusRefWorld *self)
{
  gint32 first = self->wall->first_civil / DAY + 3, last = first + (gint32) (self->wall->n_civil / DAY) - 8;

  for (int kind = 0; kind < REF_KINDS; kind++)
    g_array_set_size (self->rules[kind].named, 0);
  for (guint i = 0; i < self->n_medicines; i++)
    g_array_set_size (self->medicines[i].named, 0);
  for (gint32 day = first; day < last; day++)
    {
      const SoleusRefRule *drink = &self->rules[REF_DRINK];

      for (int m = 0; m <= soleus_ref_get_window_length (drink); m += drink->every)
        g_array_append_vals (drink->named, (gint32[]) { day * DAY + drink->from + m }, 1);
      for (int kind = 0; kind < REF_KINDS; kind++)
        if (kind != REF_DRINK && kind != REF_DOSE)
          name_times (self->rules[kind].named, day, self->rules[kind].n_times, self->rules[kind].minutes, self->rules[kind].weekdays);
      for (guint i = 0; i < self->n_medicines; i++)
        {
          const SoleusRefMedicine *medicine = &self->medicines[i];
          const int weekdays[SOLEUS_REF_TIMES] = { medicine->weekdays, medicine->weekdays, medicine->weekdays };

          if (!medicine->follows)
            name_times (medicine->named, day, medicine->n_times, medicine->minutes, weekdays);
        }
    }
  for (int kind = 0; kind < REF_KINDS; kind++)
    soleus_ref_sort_out (self->rules[kind].named);
  for (guint i = 0; i < self->n_medicines; i++)
    soleus_ref_sort_out (self->medicines[i].named);
}

guint
soleus_ref_find_named (GArray *named,
                       gint64  civil)
{
  guint low = 0, high = named->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (named, gint32, middle) < civil)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_named (GArray *named,
          gint64  civil)
{
  guint i = soleus_ref_find_named (named, civil);

  return i < named->len && g_array_index (named, gint32, i) == civil;
}

gint64
soleus_ref_time_of (const SoleusRefWorld *self,
                    gint64                civil)
{
  return soleus_test_wall_comes (self->wall, civil);
}

/* Quiet hours */

static gboolean
is_quiet_civil (const SoleusRefWorld *self,
                gint64                civil)
{
  int since = (soleus_ref_minute_of (civil) - self->quiet_from + DAY) % DAY, length = (self->quiet_until - self->quiet_from + DAY) % DAY;

  return self->quiet && since < length;
}

gboolean
soleus_ref_world_is_quiet (const SoleusRefWorld *self,
                           gint64                utc)
{
  return is_quiet_civil (self, soleus_test_wall_shows (self->wall, utc));
}

/* Quiet hours are over when the clock comes to their end, or jumps over it, and not by being turned back out of them. */
gint64
soleus_ref_find_quiet_over (const SoleusRefWorld *self,
                            gint64                utc)
{
  gint64 time = utc - utc % 60;

  for (;;)
    {
      gint64 before = soleus_test_wall_shows (self->wall, time), after;
      gboolean comes_to_end;

      time += 60;
      after = soleus_test_wall_shows (self->wall, time);
      comes_to_end = soleus_ref_minute_of (after) == self->quiet_until;
      for (gint64 civil = before + 1; civil < after; civil++)
        comes_to_end |= soleus_ref_minute_of (civil) == self->quiet_until;
      if (comes_to_end && !is_quiet_civil (self, after))
        return time;
    }
}

/* Doses */

/* Whether a medicine is due at a clock time by its schedule, and when that is. */
gboolean
soleus_ref_world_is_due (const SoleusRefWorld *self,
                         guint                 medicine,
                         gint64                civil,
                         gint64               *time)
{
  const SoleusRefMedicine *m = &self->medicines[medicine];

  if (!m->follows)
    {
      *time = soleus_ref_time_of (self, civil);
      return is_named (m->named, civil);
    }
  *time = (m->last + m->hours * HOUR_S) / 60 * 60;
  return m->last != 0 && soleus_test_wall_shows (self->wall, *time) == civil;
}

gboolean
soleus_ref_is_answered (const SoleusRefWorld *self,
                        guint                 medicine,
                        gint64                civil)
{
  return g_hash_table_contains (self->medicines[medicine].answered, GINT_TO_POINTER ((gint) civil));
}

/* Whether a dose that was due at @time is still to be taken at a moment. */
gboolean
soleus_ref_is_dose_to_be_taken (const SoleusRefWorld *self,
                                guint                 medicine,
                                gint64                time,
                                gint64                moment)
{
  const SoleusRefMedicine *m = &self->medicines[medicine];
  gint64 earliest = soleus_test_wall_shows (self->wall, time) - 2 * DAY;

  if (m->follows || moment < time)
    return TRUE;
  if (moment >= time + 12 * HOUR_S)
    return FALSE;
  for (guint i = soleus_ref_find_named (m->named, earliest); i < m->named->len && g_array_index (m->named, gint32, i) < earliest + 5 * DAY; i++)
    {
      gint64 other = soleus_ref_time_of (self, g_array_index (m->named, gint32, i));

      if (other > time && other <= moment)
        return FALSE;
    }
  return TRUE;
}
