/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was taken, and what follows from it: when the next dose after the last one is due, and whether one may be taken as
 * needed. Both count real time that went by, not what the clock shows. */
#include "reminders/soleus-schedule-private.h"

#define SECONDS_A_DAY 86400

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The instant that a dose counts from: when it was taken, or when that one was due which was left out. */
static gboolean
read_dose (SoleusRecord *record,
           GTimeZone    *zone,
           gboolean     *taken,
           gint64       *instant)
{
  const SoleusRow *row = soleus_record_get_values (record);
  const char *status = soleus_record_get_kind (record) == SOLEUS_KIND_DOSE ? soleus_row_get_text (row, "status") : NULL;
  SoleusTime at;

  if (status == NULL || soleus_record_get_life (record)->deleted != 0 || !soleus_row_get_time (row, "at", &at) ||
      at.utc < SOLEUS_TIME_MIN || at.utc > SOLEUS_TIME_MAX)
    return FALSE;

  *taken = g_str_equal (status, "taken");
  if (!*taken)
    {
      SoleusDate date = soleus_row_get_date (row, "due_date");
      gint64 minute = soleus_row_get_number (row, "due_minute", -1);

      if (date >= SOLEUS_DATE_MIN && date <= SOLEUS_DATE_MAX && minute >= 0 && minute < SOLEUS_CIVIL_DAY)
        {
          SoleusTime due;

          /* Where the clock showed it twice, the last time before it was skipped. */
          soleus_time_from_local (date, (int) minute, zone, TRUE, &due);
          if (due.utc > at.utc)
            soleus_time_from_local (date, (int) minute, zone, FALSE, &due);
          at = due;
        }
    }
  *instant = at.utc;
  return TRUE;
}

/**
 * soleus_doses_init:
 * @self: what to fill
 * @records: (nullable) (element-type SoleusRecord): doses in any order
 * @zone: where what was due is placed
 *
 * The last dose is the one with the latest instant to count from. A dose that was due at eight and is marked as skipped at ten
 * does not hide one that was taken at nine.
 */
void
soleus_doses_init (SoleusDoses *self,
                   GPtrArray   *records,
                   GTimeZone   *zone)
{
  *self = (SoleusDoses) { .taken = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gboolean taken;
      gint64 instant;

      if (!read_dose (g_ptr_array_index (records, i), zone, &taken, &instant))
        continue;
      if (taken)
        g_array_append_val (self->taken, instant);
      if (!self->has_anchor || instant > self->anchor)
        self->anchor = instant;
      self->has_anchor = TRUE;
    }
  g_array_sort (self->taken, compare_instants);
}

/**
 * soleus_doses_clear:
 * @self: doses
 */
void
soleus_doses_clear (SoleusDoses *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
}

/**
 * soleus_doses_find_pending:
 * @self: what was taken
 * @version: a version that counts from the last dose
 * @zone: a time zone
 * @due: (out): the dose that is due next
 *
 * Returns: %FALSE where there is none within the version
 */
gboolean
soleus_doses_find_pending (const SoleusDoses   *self,
                           const SoleusVersion *version,
                           GTimeZone           *zone,
                           SoleusDue           *due)
{
  gint64 earliest = G_MININT64, civil;
  SoleusDate date;

  if (self->has_anchor)
    {
      gint64 instant = self->anchor + (gint64) version->every * 3600;

      earliest = instant - instant % 60;
      civil = MAX (soleus_civil_from_time (soleus_time_at_offset (earliest, zone)), version->first);
    }
  else if (version->opening.minute != SOLEUS_CIVIL_NEVER)
    {
      civil = (gint64) soleus_civil_get_date (version->first) * SOLEUS_CIVIL_DAY + version->opening.minute;
      if (civil < version->first)
        civil += SOLEUS_CIVIL_DAY;
    }
  else
    return FALSE;

  if (!soleus_version_is_in_charge (version, civil))
    return FALSE;
  date = soleus_version_skip_pause (version, soleus_civil_get_date (civil));
  if (date == SOLEUS_DATE_NONE)
    return FALSE;

  /* The clock may show that minute twice; the first one may be too early. */
  due->fit = soleus_time_from_local (date, soleus_civil_get_minute (civil), zone, FALSE, &due->time);
  if (due->time.utc < earliest)
    soleus_time_from_local (date, soleus_civil_get_minute (civil), zone, TRUE, &due->time);
  if (due->fit == SOLEUS_LOCAL_SKIPPED)
    due->fit = SOLEUS_LOCAL_ONCE;
  due->date = soleus_time_get_date (due->time);
  due->minute = soleus_time_get_minute (due->time);
  due->amount = version->opening.amount;
  return soleus_version_is_in_charge (version, soleus_civil_from_time (due->time));
}

/**
 * soleus_doses_judge:
 * @self: what was taken
 * @version: a version that is taken as needed
 * @zone: a time zone
 * @now: a moment; what was taken after it does not count
 * @state: (out): what the limits say of it
 *
 * A dose that was taken to the second 24 hours ago is out of the window.
 */
void
soleus_doses_judge (const SoleusDoses   *self,
                    const SoleusVersion *version,
                    GTimeZone           *zone,
                    SoleusTime           now,
                    SoleusAsNeeded      *state)
{
  const gint64 *taken = (const gint64 *) (gpointer) self->taken->data;
  guint n = self->taken->len, within = 0;
  gint64 next = now.utc;

  while (n > 0 && taken[n - 1] > now.utc)
    n--;
  while (within < n && taken[n - within - 1] > now.utc - SECONDS_A_DAY)
    within++;

  if (version->gap_min > 0 && n > 0)
    next = MAX (next, taken[n - 1] + (gint64) version->gap_min * 60);
  if (version->most_a_day > 0 && within >= (guint) version->most_a_day)
    next = MAX (next, taken[n - (guint) version->most_a_day] + SECONDS_A_DAY);

  state->may_take = next == now.utc;
  state->next = soleus_time_at_offset (next, zone);
  state->taken = (int) within;
  state->left = version->most_a_day > 0 ? MAX (version->most_a_day - (int) within, 0) : -1;
}
