/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nights and cramps of the sample. How bad the weeks are is a hidden state that moves slowly, so that cramps come in
 * clusters as they do in life; what was not recorded stays a gap. */
#include "exchange/soleus-sample-private.h"

#define MOST_CRAMPS 3

static const char *const night_notes[] = {
  "Feet were cold, socks helped.", "Slept at Zoë’s.", "Bed in the hotel was short.", "Long walk to the café the day before.",
  "Blanket was tucked in too tightly.", "Hot night, 24 °C at 2 a.m.", "Woke up once for the cat.", "Read late, slept well after that.",
  NULL
};

static const char *const cramp_notes[] = {
  "Pointed my toes while turning over.", "Stood on the cold floor until it let go.", "Started as a twitch.", "Same spot as last week.",
  "Got up too fast.", "The towel was within reach this time.", "Calf was sore until noon.", "Straße gefegt, viel gestanden.",
  NULL
};

static gboolean
is_gap (SoleusSample *self,
        SoleusDate    date)
{
  for (guint i = 0; i < self->gaps->len; i++)
    if (g_array_index (self->gaps, SoleusDate, i) == date)
      return TRUE;
  return FALSE;
}

/* In thousandths a day. */
static void
move_mood (SoleusSample *self)
{
  static const int better[] = { 0, 40, 110 }, worse[] = { 60, 45, 0 };
  int luck = soleus_sample_between (self, 1, 1000);

  if (luck <= better[self->mood])
    self->mood--;
  else if (luck > 1000 - worse[self->mood])
    self->mood++;
}

static void
add_site (SoleusSample *self,
          SoleusRow    *episode)
{
  static const char *const places[][2] = {
    { "calf", "left" }, { "calf", "right" }, { "sole", "left" }, { "sole", "right" }, { "toes", "left" }, { "thigh_back", "left" },
    { "thigh_back", "right" }, { "shin", "left" }, { "foot_top", "right" },
  };
  static const guint8 weights[] = { 54, 24, 6, 4, 3, 4, 2, 2, 1, 0 };
  guint which = soleus_sample_weigh (self, weights);
  SoleusRow *site = soleus_row_add_row (episode, "sites");

  soleus_row_set_text (site, "muscle", places[which][0]);
  soleus_row_set_text (site, "side", places[which][1]);
  if (which < 2 && soleus_sample_chance (self, 5))
    {
      site = soleus_row_add_row (episode, "sites");
      soleus_row_set_text (site, "muscle", "calf");
      soleus_row_set_text (site, "side", places[1 - which][1]);
    }
}

static void
add_tried (SoleusSample *self,
           SoleusRow    *episode)
{
  static const char *const actions[] = { "A3", "A1", "A8", "A7", "A9", "A4", "waiting", "drink" };
  static const guint8 often[] = { 30, 24, 18, 12, 6, 4, 4, 2, 0 };
  static const guint8 help[][5] = { { 50, 30, 18, 2, 0 }, { 46, 32, 19, 3, 0 }, { 30, 44, 24, 2, 0 }, { 24, 40, 32, 4, 0 },
                                    { 26, 44, 28, 2, 0 }, { 14, 40, 40, 6, 0 }, { 12, 36, 50, 2, 0 }, { 4, 20, 75, 1, 0 } };
  int n = soleus_sample_between (self, 0, 3);
  guint used = 0;

  for (int i = 0, after = 0; i < n; i++)
    {
      guint action = soleus_sample_weigh (self, often);
      SoleusRow *tried;

      if ((used >> action & 1) != 0)
        continue;
      used |= 1u << action;
      tried = soleus_row_add_row (episode, "tried");
      soleus_row_set_text (tried, "action", actions[action]);
      if (soleus_sample_chance (self, 90))
        soleus_row_set_text (tried, "helped", soleus_helps.words[soleus_sample_weigh (self, help[action])]);
      if (soleus_sample_chance (self, 40))
        soleus_row_set_number (tried, "started_after_min", after);
      after += soleus_sample_between (self, 1, 3);
    }
}

/* Mostly one to nine minutes, now and then much longer; what is not known stays absent. */
static void
set_length (SoleusSample *self,
            SoleusRow    *episode,
            gboolean      exact)
{
  int seconds = soleus_sample_chance (self, 3) ? soleus_sample_between (self, 660, 1700)
                                               : (soleus_sample_between (self, 60, 540) + soleus_sample_between (self, 60, 540)) / 2;
  int luck = soleus_sample_between (self, 1, 100);
  SoleusTime end;

  if (exact && luck <= 30 && soleus_row_get_time (episode, "start", &end))
    {
      end.utc += seconds;
      soleus_row_set_time (episode, "end", end);
    }
  else if (luck <= 86)
    soleus_row_set_number (episode, "seconds", exact ? seconds : MAX (60, seconds / 60 * 60));
}

/* Exact, about, or only the night. */
static void
set_start (SoleusSample *self,
           SoleusRow    *episode,
           SoleusDate    date,
           int           minute)
{
  static const int spans[] = { 15, 30, 60 };
  int luck = soleus_sample_between (self, 1, 100);
  SoleusTime start = soleus_sample_time (self, date, luck <= 68 ? minute : minute / 5 * 5);

  if (luck > 90)
    {
      soleus_row_set_text (episode, "precision", "night");
      soleus_row_set_date (episode, "night", date);
      return;
    }
  if (luck <= 68)
    start.utc += soleus_sample_between (self, 0, 59);
  else
    soleus_row_set_number (episode, "start_span_min", spans[soleus_sample_between (self, 0, 2)]);
  soleus_row_set_text (episode, "precision", luck <= 68 ? "exact" : "about");
  soleus_row_set_time (episode, "start", start);
}

static void
set_effects (SoleusSample *self,
             SoleusRow    *episode)
{
  static const guint8 impact[] = { 62, 34, 4, 0 };
  int pain = soleus_sample_between (self, 3, 7) + (self->mood == 2) - (self->mood == 0);

  soleus_row_set_number (episode, "pain", MAX (pain, 3));
  if (soleus_sample_chance (self, 70))
    soleus_row_set_text (episode, "impact", soleus_impacts.words[soleus_sample_weigh (self, impact)]);
  if (soleus_sample_chance (self, 60))
    soleus_row_set_text (episode, "fell", soleus_sample_chance (self, 1) ? "almost" : "no");
  if (soleus_sample_chance (self, 35))
    soleus_row_set_number (episode, "sore_hours", soleus_sample_between (self, 1, 20));
  if (soleus_sample_chance (self, 8))
    soleus_row_set_number (episode, "recurrences", soleus_sample_between (self, 1, 3));
  if (soleus_sample_chance (self, 12))
    soleus_row_set_text (episode, "note", soleus_sample_pick (self, cramp_notes));
}

/* Mostly from one to five; a night begins the evening before. */
static int
throw_minute (SoleusSample *self)
{
  static const guint8 weights[] = { 78, 12, 10, 0 };

  switch (soleus_sample_weigh (self, weights))
    {
    case 0:
      return soleus_sample_between (self, 60, 299);
    case 1:
      return soleus_sample_between (self, 300, 410);
    default:
      return soleus_sample_between (self, -70, 59);
    }
}

static char *
add_night_cramp (SoleusSample *self,
                 SoleusDate    date,
                 int           minute)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_EPISODE);
  SoleusRow *episode = soleus_record_get_values (record);
  char *uuid = g_strdup (soleus_record_get_uuid (record));
  gboolean asleep = soleus_sample_chance (self, 78);
  gboolean exact;

  set_start (self, episode, date, minute);
  exact = g_str_equal (soleus_row_get_text (episode, "precision"), "exact");
  set_length (self, episode, exact);
  add_site (self, episode);
  set_effects (self, episode);
  add_tried (self, episode);
  if (soleus_sample_chance (self, 94))
    soleus_row_set_text (episode, "doing", asleep ? "asleep" : "in-bed");
  soleus_row_set_answer (episode, "woke", asleep ? SOLEUS_YES : SOLEUS_NO);
  soleus_sample_keep (self, record, soleus_sample_time (self, date, exact ? MAX (minute + 12, 0) : 460));
  return uuid;
}

static void
say_sleep (SoleusSample *self,
           SoleusRow    *night,
           int           cramps)
{
  if (soleus_sample_chance (self, 80))
    soleus_row_set_answer (night, "enough_sleep", soleus_sample_chance (self, 88 - 14 * cramps) ? SOLEUS_YES : SOLEUS_NO);
  if (soleus_row_get_answer (night, "enough_sleep") == SOLEUS_NO)
    soleus_row_set_answer (night, "sleep_lost_to_cramps", cramps > 0 && soleus_sample_chance (self, 70) ? SOLEUS_YES : SOLEUS_NO);
  if (self->mood == 2 && soleus_sample_chance (self, 20))
    soleus_row_set_answer (night, "sleep_worry", soleus_sample_chance (self, 35) ? SOLEUS_YES : SOLEUS_NO);
  if (soleus_sample_chance (self, 5))
    soleus_row_set_text (night, "note", soleus_sample_pick (self, night_notes));
}

static void
say_night (SoleusSample *self,
           SoleusDate    date,
           int           cramps)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_NIGHT);
  SoleusRow *night = soleus_record_get_values (record);
  int luck = soleus_sample_between (self, 1, 100);

  soleus_row_set_date (night, "night", date);
  if (cramps == 0 && luck > 97)
    cramps = 1; /* known only in the morning, and told no further */
  else if (cramps == 0)
    soleus_row_set_text (night, "said", luck > 93 ? "unsure" : "none");
  if (cramps > 0)
    {
      soleus_row_set_text (night, "said", "cramps");
      soleus_row_set_number (night, "count", cramps + soleus_sample_chance (self, 8));
      soleus_row_set_number (night, "wakings_by_cramp", soleus_sample_between (self, cramps > 1, cramps));
    }
  say_sleep (self, night, cramps);
  soleus_sample_keep (self, record, soleus_sample_time (self, date, soleus_sample_between (self, 430, 620)));
}

/**
 * soleus_sample_night:
 * @self: a sample
 * @date: a morning
 *
 * Writes the night to that morning, unless it was one that nobody recorded.
 */
void
soleus_sample_night (SoleusSample *self,
                     SoleusDate    date)
{
  static const int bad_nights[] = { 6, 26, 58 };
  static const guint8 how_many[] = { 68, 24, 8, 0 };
  gboolean recent = date > self->last - 14;
  gboolean gap = recent ? is_gap (self, date) : soleus_sample_chance (self, 6);
  gboolean bad;
  g_autofree char *first = NULL;
  int cramps = 0, minute = throw_minute (self);

  move_mood (self);
  bad = soleus_sample_chance (self, bad_nights[self->mood] - (soleus_sample_spans_hold (self->habits_kept, date) ? self->mood * 5 : 0));
  if (gap)
    return;

  for (int n = bad ? 1 + (int) soleus_sample_weigh (self, how_many) : 0; cramps < n && cramps < MOST_CRAMPS && minute < 450; cramps++)
    {
      char *uuid = add_night_cramp (self, date, minute);

      if (first == NULL)
        first = uuid;
      else
        g_free (uuid);
      minute += soleus_sample_between (self, 25, 140);
    }
  if (cramps == 0 || soleus_sample_chance (self, 75))
    say_night (self, date, cramps);
  if (cramps > 0 && soleus_sample_chance (self, 16))
    soleus_sample_check (self, date, first);
}

/**
 * soleus_sample_daytime:
 * @self: a sample
 * @date: a day
 *
 * Writes a cramp by day, now and then.
 */
void
soleus_sample_daytime (SoleusSample *self,
                       SoleusDate    date)
{
  static const char *const doings[] = { "walking", "after-exercise", "exercising", "standing", "sitting" };
  static const guint8 weights[] = { 40, 25, 10, 12, 13, 0 };
  int minute = soleus_sample_between (self, 570, 1170);
  SoleusRecord *record;
  SoleusRow *episode;
  guint doing;

  if (!soleus_sample_chance (self, self->mood == 2 ? 5 : 2))
    return;
  record = soleus_sample_begin (self, SOLEUS_KIND_EPISODE);
  episode = soleus_record_get_values (record);
  doing = soleus_sample_weigh (self, weights);
  soleus_row_set_text (episode, "precision", "exact");
  soleus_row_set_time (episode, "start", soleus_sample_time (self, date, minute));
  set_length (self, episode, TRUE);
  add_site (self, episode);
  set_effects (self, episode);
  add_tried (self, episode);
  soleus_row_set_text (episode, "doing", doings[doing]);
  soleus_row_set_answer (episode, "woke", SOLEUS_NO);
  if (doing == 0 && soleus_sample_chance (self, 60))
    soleus_row_set_number (episode, "eases_on_stopping_minutes", soleus_sample_between (self, 1, 6));
  soleus_sample_keep (self, record, soleus_sample_time (self, date, minute + 20));
}
