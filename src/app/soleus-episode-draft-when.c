/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a cramp began and how long it took. Start and end are clock times that are placed in the zone; of end and
 * duration only the one that was said last is kept, and the other is worked out where the start is known exactly. */
#include "config.h"

#include "app/soleus-episode-draft-private.h"

#include "model/soleus-episode.h"

#define NOON 720
#define MINUTES_A_DAY 1440

static const struct
{
  int days; /* from the morning's date */
  int from;
  int until;
} spans[SOLEUS_N_NIGHT_SPANS] = {
  [SOLEUS_NIGHT_SPAN_BEFORE_MIDNIGHT] = { -1, 20 * 60, 24 * 60 },
  [SOLEUS_NIGHT_SPAN_MIDNIGHT_TO_2] = { 0, 0, 2 * 60 },
  [SOLEUS_NIGHT_SPAN_2_TO_4] = { 0, 2 * 60, 4 * 60 },
  [SOLEUS_NIGHT_SPAN_4_TO_6] = { 0, 4 * 60, 6 * 60 },
  [SOLEUS_NIGHT_SPAN_AFTER_6] = { 0, 6 * 60, 9 * 60 },
};

static SoleusRow *
values_of (SoleusEpisodeDraft *self)
{
  return soleus_record_get_values (self->current);
}

/* A cramp from a journey stays on the clock of that place. */
static GTimeZone *
dup_zone (SoleusEpisodeDraft *self)
{
  GTimeZone *zone = soleus_clock_dup_zone (self->clock);
  SoleusTime start;

  if (self->original == NULL || !soleus_row_get_time (soleus_record_get_values (self->original), "start", &start) ||
      soleus_time_at_offset (start.utc, zone).offset == start.offset)
    return zone;
  g_time_zone_unref (zone);
  return g_time_zone_new_offset (start.offset * 60);
}

/* The next moment at which the clock shows a minute, from @start on. */
static SoleusTime
place_end (SoleusEpisodeDraft *self,
           SoleusTime          start,
           int                 minute)
{
  g_autoptr (GTimeZone) zone = dup_zone (self);
  SoleusDate date = soleus_time_get_date (start);
  SoleusTime end;

  if (soleus_time_get_minute (start) == minute)
    return start;
  for (int try = 0; try < 2; try++)
    {
      soleus_time_from_local (date, minute, zone, try == 1, &end);
      if (end.utc >= start.utc)
        return end;
    }
  soleus_time_from_local (date + 1, minute, zone, FALSE, &end);
  return end;
}

/* Keeps what was said of the end when the start moved. */
static void
follow_start (SoleusEpisodeDraft *self)
{
  SoleusTime start, end;

  if (soleus_row_has (values_of (self), "seconds"))
    soleus_row_clear (values_of (self), "end");
  else if (soleus_row_get_time (values_of (self), "end", &end) && soleus_row_get_time (values_of (self), "start", &start))
    soleus_row_set_time (values_of (self), "end", place_end (self, start, soleus_time_get_minute (end)));
}

static void
set_start (SoleusEpisodeDraft *self,
           SoleusTime          start,
           gboolean            about)
{
  SoleusRow *values = values_of (self);

  soleus_row_set_time (values, "start", start);
  soleus_row_set_text (values, "precision", about ? "about" : "exact");
  soleus_row_clear (values, "start_span_min");
  soleus_row_clear (values, "night");
  follow_start (self);
}

static void
set_night (SoleusEpisodeDraft *self,
           SoleusDate          night)
{
  SoleusRow *values = values_of (self);

  soleus_row_clear (values, "start");
  soleus_row_clear (values, "start_span_min");
  soleus_row_set_text (values, "precision", "night");
  soleus_row_set_date (values, "night", night);
  self->fit = SOLEUS_LOCAL_ONCE;
  self->second_time = FALSE;
  follow_start (self);
}

/* For the other file of the draft. */
void
soleus_episode_draft_start_blank (SoleusEpisodeDraft *self,
                                  SoleusDate          night)
{
  self->dating = night != SOLEUS_DATE_NONE ? SOLEUS_DRAFT_DATING_NIGHT : SOLEUS_DRAFT_DATING_LATEST;
  self->date = night != SOLEUS_DATE_NONE ? night : soleus_clock_get_today (self->clock);
  set_night (self, self->date);
}

/* For the other file of the draft: finds out how the start of a record came about. */
void
soleus_episode_draft_read_when (SoleusEpisodeDraft *self)
{
  g_autoptr (GTimeZone) zone = dup_zone (self);
  SoleusTime start, placed;

  self->fit = SOLEUS_LOCAL_ONCE;
  self->second_time = FALSE;
  self->dating = SOLEUS_DRAFT_DATING_NIGHT;
  self->date = soleus_record_get_night (self->current);
  if (!soleus_row_get_time (values_of (self), "start", &start))
    return;

  self->date = soleus_time_get_date (start);
  self->about = g_strcmp0 (soleus_row_get_text (values_of (self), "precision"), "about") == 0 && !soleus_row_has (values_of (self), "start_span_min");
  if (!soleus_row_has (values_of (self), "start_span_min"))
    self->dating = SOLEUS_DRAFT_DATING_FIXED;
  self->fit = soleus_time_from_local (self->date, soleus_time_get_minute (start), zone, TRUE, &placed);
  self->second_time = self->fit == SOLEUS_LOCAL_TWICE && start.utc >= placed.utc;
}

/* Which day a typed time is on. */
static SoleusDate
find_date (SoleusEpisodeDraft *self,
           int                 minute,
           GTimeZone          *zone)
{
  SoleusDate today, night;
  SoleusTime time;

  switch (self->dating)
    {
    case SOLEUS_DRAFT_DATING_NIGHT:
      night = soleus_record_get_night (self->current);
      return minute >= NOON ? night - 1 : night;
    case SOLEUS_DRAFT_DATING_LATEST:
      today = soleus_clock_get_today (self->clock);
      soleus_time_from_local (today, minute, zone, FALSE, &time);
      return time.utc > soleus_clock_get_now (self->clock).utc ? today - 1 : today;
    case SOLEUS_DRAFT_DATING_FIXED:
    default:
      return self->date;
    }
}

static void
place_start (SoleusEpisodeDraft *self,
             SoleusDate          date,
             int                 minute)
{
  g_autoptr (GTimeZone) zone = dup_zone (self);
  SoleusTime start;

  self->date = date;
  self->fit = soleus_time_from_local (date, minute, zone, self->second_time, &start);
  self->second_time = self->second_time && self->fit == SOLEUS_LOCAL_TWICE;
  set_start (self, start, self->about);
}

/**
 * soleus_episode_draft_set_date:
 * @self: a draft
 * @date: the date on which it began; without a time, that of the night's morning
 */
void
soleus_episode_draft_set_date (SoleusEpisodeDraft *self,
                               SoleusDate          date)
{
  int minute;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  minute = soleus_episode_draft_get_minute (self);
  if (self->date == date && self->dating == SOLEUS_DRAFT_DATING_FIXED)
    return;
  self->dating = SOLEUS_DRAFT_DATING_FIXED;
  if (minute >= 0)
    place_start (self, date, minute);
  else
    {
      self->date = date;
      set_night (self, date);
    }
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_minute:
 * @self: a draft
 * @minute: the minute of the day at which it began, or %SOLEUS_DRAFT_NONE where that is not known
 */
void
soleus_episode_draft_set_minute (SoleusEpisodeDraft *self,
                                 int                 minute)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  /* The minute after a gap may have been typed, or have taken the place of one in the gap. */
  if (minute == soleus_episode_draft_get_minute (self) && self->fit != SOLEUS_LOCAL_SKIPPED)
    return;
  if (minute < 0)
    {
      if (self->dating == SOLEUS_DRAFT_DATING_LATEST)
        self->date = soleus_clock_get_today (self->clock);
      else if (self->dating == SOLEUS_DRAFT_DATING_NIGHT)
        self->date = soleus_record_get_night (self->current);
      set_night (self, self->dating == SOLEUS_DRAFT_DATING_LATEST ? self->date : soleus_record_get_night (self->current));
    }
  else
    {
      zone = dup_zone (self);
      place_start (self, find_date (self, minute, zone), minute);
    }
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_now:
 * @self: a draft
 *
 * It began this minute.
 */
void
soleus_episode_draft_set_now (SoleusEpisodeDraft *self)
{
  SoleusTime now;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  now = soleus_clock_get_now (self->clock);
  now.utc -= now.utc % 60;
  self->about = FALSE;
  set_start (self, now, FALSE);
  soleus_episode_draft_read_when (self);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_second_time:
 * @self: a draft
 * @second_time: whether it began the second time that the clock showed that time
 */
void
soleus_episode_draft_set_second_time (SoleusEpisodeDraft *self,
                                      gboolean            second_time)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (self->fit != SOLEUS_LOCAL_TWICE || self->second_time == second_time)
    return;
  self->second_time = second_time;
  place_start (self, self->date, soleus_episode_draft_get_minute (self));
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_about:
 * @self: a draft
 * @about: whether the time given, or to be given, is not exact
 *
 * A part of the night is never exact: without the "about" only its night is left.
 */
void
soleus_episode_draft_set_about (SoleusEpisodeDraft *self,
                                gboolean            about)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (about == soleus_episode_draft_get_about (self))
    return;
  self->about = about;
  if (soleus_row_has (values_of (self), "start_span_min"))
    set_night (self, soleus_record_get_night (self->current));
  else if (soleus_row_has (values_of (self), "start"))
    soleus_row_set_text (values_of (self), "precision", about ? "about" : "exact");
  soleus_episode_draft_changed (self);
}

static void
find_span (SoleusEpisodeDraft *self,
           SoleusNightSpan     span,
           SoleusTime         *start,
           gint64             *minutes)
{
  g_autoptr (GTimeZone) zone = dup_zone (self);
  SoleusDate date = soleus_record_get_night (self->current) + spans[span].days;
  SoleusTime end;

  soleus_time_from_local (date, spans[span].from, zone, FALSE, start);
  soleus_time_from_local (date + spans[span].until / MINUTES_A_DAY, spans[span].until % MINUTES_A_DAY, zone, FALSE, &end);
  *minutes = (end.utc - start->utc) / 60;
}

/**
 * soleus_episode_draft_set_span:
 * @self: a draft
 * @span: in which part of its night it began; %SOLEUS_NIGHT_SPAN_NONE where only the night is known
 *
 * On the night when the clock changes, a part is as long as it really was.
 */
void
soleus_episode_draft_set_span (SoleusEpisodeDraft *self,
                               SoleusNightSpan     span)
{
  SoleusTime start;
  gint64 minutes;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));
  g_return_if_fail (span >= SOLEUS_NIGHT_SPAN_NONE && span < SOLEUS_N_NIGHT_SPANS);

  self->dating = SOLEUS_DRAFT_DATING_NIGHT;
  self->about = FALSE;
  if (span == SOLEUS_NIGHT_SPAN_NONE)
    {
      self->date = soleus_record_get_night (self->current);
      set_night (self, self->date);
    }
  else
    {
      find_span (self, span, &start, &minutes);
      set_start (self, start, TRUE);
      soleus_row_set_number (values_of (self), "start_span_min", minutes);
      self->date = soleus_time_get_date (start);
      self->fit = SOLEUS_LOCAL_ONCE;
      self->second_time = FALSE;
    }
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_get_date:
 * @self: a draft
 *
 * Returns: the date on which it began, or that of its night's morning where the time is not known
 */
SoleusDate
soleus_episode_draft_get_date (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_DATE_NONE);

  return self->date;
}

/**
 * soleus_episode_draft_get_minute:
 * @self: a draft
 *
 * Returns: the minute of the day at which it began, or %SOLEUS_DRAFT_NONE where only a part of the night, or the night,
 *   is known
 */
int
soleus_episode_draft_get_minute (SoleusEpisodeDraft *self)
{
  SoleusTime start;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_DRAFT_NONE);

  if (soleus_row_has (values_of (self), "start_span_min") || !soleus_row_get_time (values_of (self), "start", &start))
    return SOLEUS_DRAFT_NONE;
  return soleus_time_get_minute (start);
}

/**
 * soleus_episode_draft_get_about:
 * @self: a draft
 *
 * Returns: whether the start is known, but not exactly, or will be
 */
gboolean
soleus_episode_draft_get_about (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), FALSE);

  return self->about || soleus_row_has (values_of (self), "start_span_min");
}

/**
 * soleus_episode_draft_get_span:
 * @self: a draft
 *
 * Returns: in which part of its night it began, where that is what was said
 */
SoleusNightSpan
soleus_episode_draft_get_span (SoleusEpisodeDraft *self)
{
  gint64 said, minutes;
  SoleusTime start, from;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_NIGHT_SPAN_NONE);

  said = soleus_row_get_number (values_of (self), "start_span_min", 0);
  if (said == 0 || !soleus_row_get_time (values_of (self), "start", &start))
    return SOLEUS_NIGHT_SPAN_NONE;
  for (int i = 0; i < SOLEUS_N_NIGHT_SPANS; i++)
    {
      find_span (self, (SoleusNightSpan) i, &from, &minutes);
      if (from.utc == start.utc && minutes == said)
        return (SoleusNightSpan) i;
    }
  return SOLEUS_NIGHT_SPAN_NONE;
}

/**
 * soleus_episode_draft_get_fit:
 * @self: a draft
 *
 * Returns: how the time that was typed fits its day
 */
SoleusLocalFit
soleus_episode_draft_get_fit (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_LOCAL_ONCE);

  return self->fit;
}

/**
 * soleus_episode_draft_get_second_time:
 * @self: a draft
 *
 * Returns: whether it began the second time that the clock showed that time
 */
gboolean
soleus_episode_draft_get_second_time (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), FALSE);

  return self->second_time;
}

/**
 * soleus_episode_draft_get_night:
 * @self: a draft
 *
 * Returns: the night that it belongs to
 */
SoleusDate
soleus_episode_draft_get_night (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_DATE_NONE);

  return soleus_record_get_night (self->current);
}

/**
 * soleus_episode_draft_set_over:
 * @self: a draft
 * @over: whether it has ended; one that goes on has neither end nor duration
 */
void
soleus_episode_draft_set_over (SoleusEpisodeDraft *self,
                               gboolean            over)
{
  gboolean was_said = self->original != NULL && soleus_row_has (soleus_record_get_values (self->original), "open");

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (over == soleus_episode_draft_get_over (self))
    return;
  soleus_row_set_answer (values_of (self), "open", over ? (was_said ? SOLEUS_NO : SOLEUS_NOT_ANSWERED) : SOLEUS_YES);
  soleus_row_clear (values_of (self), "end");
  soleus_row_clear (values_of (self), "seconds");
  soleus_episode_draft_changed (self);
}

static void
end_it (SoleusEpisodeDraft *self)
{
  if (!soleus_episode_draft_get_over (self))
    soleus_episode_draft_set_over (self, TRUE);
}

/**
 * soleus_episode_draft_set_seconds:
 * @self: a draft
 * @seconds: how long it lasted, or %SOLEUS_DRAFT_NONE where that is not known
 */
void
soleus_episode_draft_set_seconds (SoleusEpisodeDraft *self,
                                  gint64              seconds)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (seconds == soleus_episode_draft_get_seconds (self))
    return;
  if (seconds >= 0)
    end_it (self);
  soleus_row_clear (values_of (self), "end");
  soleus_row_clear (values_of (self), "seconds");
  if (seconds >= 0)
    soleus_row_set_number (values_of (self), "seconds", seconds);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_end_minute:
 * @self: a draft
 * @minute: the minute of the day at which it ended, or %SOLEUS_DRAFT_NONE where that is not known
 *
 * The end is the first such minute after the start. Of a cramp whose time is not known it lies in its night.
 */
void
soleus_episode_draft_set_end_minute (SoleusEpisodeDraft *self,
                                     int                 minute)
{
  SoleusTime start, end;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (minute == soleus_episode_draft_get_end_minute (self))
    return;
  if (minute >= 0)
    end_it (self);
  soleus_row_clear (values_of (self), "seconds");
  soleus_row_clear (values_of (self), "end");
  if (minute >= 0)
    {
      if (soleus_row_get_time (values_of (self), "start", &start))
        end = place_end (self, start, minute);
      else
        {
          g_autoptr (GTimeZone) zone = dup_zone (self);
          SoleusDate night = soleus_record_get_night (self->current);

          soleus_time_from_local (minute >= NOON ? night - 1 : night, minute, zone, FALSE, &end);
        }
      soleus_row_set_time (values_of (self), "end", end);
    }
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_get_over:
 * @self: a draft
 *
 * Returns: whether it has ended
 */
gboolean
soleus_episode_draft_get_over (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), TRUE);

  return soleus_row_get_answer (values_of (self), "open") != SOLEUS_YES;
}

/**
 * soleus_episode_draft_get_seconds:
 * @self: a draft
 *
 * Returns: how long it lasted, said or worked out, or %SOLEUS_DRAFT_NONE
 */
gint64
soleus_episode_draft_get_seconds (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_DRAFT_NONE);

  return soleus_episode_get_seconds (values_of (self));
}

/**
 * soleus_episode_draft_get_end_minute:
 * @self: a draft
 *
 * Returns: the minute of the day at which it ended, said or worked out, or %SOLEUS_DRAFT_NONE
 */
int
soleus_episode_draft_get_end_minute (SoleusEpisodeDraft *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  SoleusTime time;
  gint64 seconds;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), SOLEUS_DRAFT_NONE);

  if (soleus_row_get_time (values_of (self), "end", &time))
    return soleus_time_get_minute (time);
  seconds = soleus_row_get_number (values_of (self), "seconds", SOLEUS_DRAFT_NONE);
  if (seconds < 0 || soleus_row_has (values_of (self), "start_span_min") || !soleus_row_get_time (values_of (self), "start", &time))
    return SOLEUS_DRAFT_NONE;
  zone = dup_zone (self);
  return soleus_time_get_minute (soleus_time_at_offset (time.utc + seconds, zone));
}
