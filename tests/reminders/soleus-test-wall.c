/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock only ever reaches new times: the first minute at which it is past a time is when that time comes. That one sentence has
 * times that are skipped, those that come twice, and days that do not exist. */
#include "reminders/soleus-test-wall.h"

#define JULIAN 719163 /* what GDate calls 1970-01-01 */
#define BLOCK 30

static gint32
read_clock (GTimeZone *zone,
            gint64     minute)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (minute * 60);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local), (GDateYear) g_date_time_get_year (local));
  return ((gint32) g_date_get_julian (&day) - JULIAN) * 1440 + g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

/* Within half an hour at both ends of which the clock goes alike, it is taken to do so in between. */
static void
fill_block (SoleusTestWall *self,
            guint           from)
{
  gint32 start = read_clock (self->zone, self->first + from), end = read_clock (self->zone, self->first + from + BLOCK);

  for (guint i = 0; i < BLOCK; i++)
    self->shows[from + i] = end - start == BLOCK ? start + (gint32) i : read_clock (self->zone, self->first + from + i);
}

SoleusTestWall *
soleus_test_wall_new (GTimeZone *zone,
                      int        first_year,
                      int        n_years)
{
  SoleusTestWall *self = g_new0 (SoleusTestWall, 1);
  g_autoptr (GDateTime) first = g_date_time_new_utc (first_year, 1, 1, 0, 0, 0);
  gint32 reached;

  self->zone = g_time_zone_ref (zone);
  self->first = g_date_time_to_unix (first) / 60;
  self->n = (guint) n_years * 366 * 1440;
  self->shows = g_new (gint32, self->n);
  for (guint i = 0; i < self->n; i += BLOCK)
    fill_block (self, i);

  self->first_civil = reached = self->shows[0];
  self->n_civil = self->n - 2880;
  self->comes = g_new0 (guint32, self->n_civil);
  for (guint i = 1; i < self->n; i++)
    for (; reached < self->shows[i]; reached++)
      if (reached + 1 - self->first_civil < (gint32) self->n_civil)
        self->comes[reached + 1 - self->first_civil] = i;
  return self;
}

void
soleus_test_wall_free (SoleusTestWall *self)
{
  g_time_zone_unref (self->zone);
  g_free (self->shows);
  g_free (self->comes);
  g_free (self);
}

gint64
soleus_test_wall_shows (const SoleusTestWall *self,
                        gint64                utc)
{
  gint64 i = utc / 60 - self->first;

  g_assert_cmpint (i, >=, 0);
  g_assert_cmpint (i, <, self->n);
  return self->shows[i];
}

gint64
soleus_test_wall_comes (const SoleusTestWall *self,
                        gint64                civil)
{
  gint64 i = civil - self->first_civil;

  g_assert_cmpint (i, >=, 0);
  g_assert_cmpint (i, <, self->n_civil);
  return (self->first + self->comes[i]) * 60;
}
