/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample is the diary of one made-up person of about 68, told day by day: good and bad weeks, honest gaps, journeys,
 * medicines that come and go. Seed, years and the clock decide every byte of it. */
#include "config.h"

#include "exchange/soleus-sample.h"

#include <glib/gi18n.h>

#include "exchange/soleus-sample-private.h"

#define MOST_YEARS 60

static void
add_span (GArray    *spans,
          SoleusDate from,
          SoleusDate until)
{
  SoleusSampleSpan span = { from, until };

  g_array_append_val (spans, span);
}

/* Once in a year a fortnight in hospital or somewhere without a diary, every other year a journey. Both lie early in it,
 * so that the last weeks before the end are at home and every screen has something recent to show. */
static void
plan_absences (SoleusSample *self)
{
  SoleusDate year = self->first;

  for (int i = 0; year + 364 <= self->last; i++, year += 365)
    {
      SoleusDate away = year + soleus_sample_between (self, 20, 130);
      SoleusDate journey = year + soleus_sample_between (self, 160, 270);

      add_span (self->absences, away, away + 13);
      if (i % 2 == 0)
        add_span (self->journeys, journey, journey + soleus_sample_between (self, 9, 20));
    }
}

static void
plan_habits (SoleusSample *self)
{
  SoleusDate date = self->first + soleus_sample_between (self, 5, 40);

  while (date < self->last)
    {
      SoleusDate until = date + soleus_sample_between (self, 90, 240);

      add_span (self->habits_kept, date, until);
      date = until + soleus_sample_between (self, 25, 90);
    }
}

/* Last night while it is still morning, and two nights before. */
static void
plan_gaps (SoleusSample *self)
{
  SoleusDate near = self->last - soleus_sample_between (self, 3, 6);
  SoleusDate far = self->last - soleus_sample_between (self, 8, 12);

  if (soleus_time_get_minute (self->now) < 12 * 60)
    g_array_append_val (self->gaps, self->last);
  g_array_append_val (self->gaps, near);
  g_array_append_val (self->gaps, far);
}

/* New York, or for who lives near its clock, Berlin. */
static GTimeZone *
find_away (SoleusTime now)
{
  gboolean west = now.offset < -180;
  GTimeZone *zone = g_time_zone_new_identifier (west ? "Europe/Berlin" : "America/New_York");

  return zone != NULL ? zone : g_time_zone_new_offset (west ? 3600 : -5 * 3600);
}

static gboolean
is_empty (SoleusDatabase *db,
          GError        **error)
{
  gint64 n;

  if (!soleus_database_get_number (db, "SELECT count (*) FROM \"record\"", &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_EMPTY,
                       _("This diary already holds entries. A sample goes only into an empty one: choose a new file."));
  return FALSE;
}

static gboolean
fill (SoleusDatabase *db,
      gpointer        data,
      GError        **error)
{
  SoleusSample *self = data;

  if (!is_empty (db, error))
    return FALSE;

  plan_absences (self);
  plan_habits (self);
  plan_gaps (self);
  soleus_sample_person (self);
  soleus_sample_medicines (self);
  for (SoleusDate date = self->first; date <= self->last && self->error == NULL; date++)
    {
      if (soleus_sample_spans_hold (self->absences, date))
        continue;
      soleus_sample_night (self, date);
      soleus_sample_daytime (self, date);
      soleus_sample_day (self, date);
      soleus_sample_doses (self, date);
    }
  soleus_sample_trash (self);

  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static void
clear (SoleusSample *self)
{
  g_rand_free (self->dice);
  g_time_zone_unref (self->home);
  g_time_zone_unref (self->away);
  g_array_unref (self->absences);
  g_array_unref (self->journeys);
  g_array_unref (self->habits_kept);
  g_array_unref (self->gaps);
  for (guint i = 0; i < SOLEUS_SAMPLE_MEDICINES; i++)
    g_free (self->medicines[i]);
  g_free (self->bottle);
  g_free (self->soup);
  g_free (self->plan);
  g_clear_error (&self->error);
}

/**
 * soleus_sample_fill:
 * @diary: a diary without any entry
 * @years: how long it shall be, 1 to 60; it ends at the clock's now
 * @seed: another one gives another diary
 * @error: return location
 *
 * Fills a diary with about 7,500 believable entries a year, all or none of them. The same years, seed and clock give the
 * same entries, identities included. Fails with %SOLEUS_STORE_ERROR_NOT_EMPTY where there is any entry.
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_sample_fill (SoleusDiary *diary,
                    int          years,
                    guint32      seed,
                    GError     **error)
{
  SoleusDatabase *db;
  SoleusSample self = { .prompted = SOLEUS_DATE_NONE };
  gboolean done;

  g_return_val_if_fail (SOLEUS_IS_DIARY (diary), FALSE);

  db = soleus_diary_get_database (diary);
  self.db = db;
  self.now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  self.last = soleus_time_get_date (self.now);
  self.first = self.last - CLAMP (years, 1, MOST_YEARS) * 1461 / 4 + 1;
  if (years < 1 || years > MOST_YEARS || self.first < soleus_date_from_ymd (1972, 1, 1))
    {
      g_set_error_literal (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE, _("A sample is 1 to 60 years long, and begins after 1971."));
      return FALSE;
    }
  self.dice = g_rand_new_with_seed (seed);
  self.home = soleus_clock_dup_zone (soleus_diary_get_clock (diary));
  self.away = find_away (self.now);
  self.absences = g_array_new (FALSE, FALSE, sizeof (SoleusSampleSpan));
  self.journeys = g_array_new (FALSE, FALSE, sizeof (SoleusSampleSpan));
  self.habits_kept = g_array_new (FALSE, FALSE, sizeof (SoleusSampleSpan));
  self.gaps = g_array_new (FALSE, FALSE, sizeof (SoleusDate));

  /* One large transaction: pages stay in memory until the end, and other programs can read meanwhile. */
  done = soleus_database_execute (db, "PRAGMA cache_spill = OFF", error) && soleus_database_transact (db, fill, &self, error);
  soleus_database_execute (db, "PRAGMA cache_spill = ON", NULL);
  clear (&self);
  if (done)
    soleus_diary_changed (diary, SOLEUS_KIND_MASK_ALL);
  return done;
}
