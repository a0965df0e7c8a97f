/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months of made-up lives: rules, medicines and answers by chance, and a clock that jumps while the machine sleeps, travels, is set
 * wrong and set right. The engine is asked when it wants to be, the reference at every minute; both must write the same. */
#include "reminders/soleus-test-life.h"
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

#define N_YEARS 4
#define DAY 1440
#define DAY_S 86400
#define HOUR_S 3600

static int
find_open (SoleusTestLife *self)
{
  for (guint i = self->world.rows->len; i-- > 0;)
    if (g_array_index (self->world.rows, SoleusRefRow, i).is_open)
      return (int) i;
  return -1;
}

static void
take_dose (SoleusTestLife *self,
           guint           medicine,
           gint64          civil,
           gint64          now)
{
  SoleusRefMedicine *m = &self->world.medicines[medicine];
  const SoleusTime at = soleus_time_at_offset (now, soleus_test_life_get_zone (self));

  g_hash_table_add (m->answered, GINT_TO_POINTER ((gint) civil));
  if (!m->follows)
    return;
  m->last = MAX (m->last, now);
  g_array_append_val (self->taken[medicine], at);
  soleus_test_life_make_schedules (self);
}

static void
add_stretch (SoleusTestLife *self,
             gint64          now)
{
  const SoleusTime at = soleus_time_at_offset (now, soleus_test_life_get_zone (self));

  g_array_append_val (self->stretches, at);
  g_array_append_vals (self->world.stretch_civils, (gint64[]) { soleus_test_wall_shows (self->walls[self->place], now) }, 1);
}

static void
answer_open (SoleusTestLife *self,
             gint64          now)
{
  int index = find_open (self);
  SoleusRefRow *row;

  if (index < 0)
    return;
  row = &g_array_index (self->world.rows, SoleusRefRow, index);
  if (row->kind == REF_CHECK_IN)
    g_hash_table_add (self->world.nights, GINT_TO_POINTER ((gint) (row->civil / DAY)));
  else if (row->kind == REF_STRETCH)
    add_stretch (self, now);
  else if (row->kind == REF_DOSE)
    for (guint i = 0; i < self->world.n_medicines; i++)
      if ((row->medicines >> i & 1) != 0 && soleus_test_life_chance (self, 80))
        take_dose (self, i, row->civil, now);
  if (soleus_test_life_chance (self, 50))
    return; /* by another way: the next plan finds out */
  row->state = REF_ANSWERED;
  row->answer = "drank";
  row->answered = now;
  soleus_test_life_keep_row (self, (guint) index);
}

static void
put_off_open (SoleusTestLife *self,
              gint64          now)
{
  int index = find_open (self);
  SoleusRefRow *row;
  gint64 until = (now + soleus_test_life_pick (self, 5, 45) * 60) / 60 * 60;

  if (index < 0)
    return;
  row = &g_array_index (self->world.rows, SoleusRefRow, index);
  if (row->kind == REF_DOSE)
    {
      gint64 civil = row->civil;
      guint medicines = row->medicines;

      if (soleus_test_life_chance (self, 50))
        medicines &= (guint) soleus_test_life_pick (self, 1, 1 << SOLEUS_REF_MEDICINES);
      if (medicines == 0)
        return;
      index = (int) soleus_ref_world_add_row (&self->world, REF_DOSE, civil);
      row = &g_array_index (self->world.rows, SoleusRefRow, index);
      row->at = now;
      row->medicines = medicines;
    }
  else
    row->answer = soleus_test_life_chance (self, 50) ? "later" : NULL;
  row->state = REF_SNOOZED;
  row->put_off = until;
  soleus_test_life_expect_again (self, row);
  soleus_test_life_keep_row (self, (guint) index);
}

static void
close_open (SoleusTestLife *self)
{
  int index = find_open (self);

  if (index < 0)
    return;
  g_array_index (self->world.rows, SoleusRefRow, index).answer = "closed";
  soleus_test_life_keep_row (self, (guint) index);
}

/* The last due dose of a medicine in the window. */
static void
use_window (SoleusTestLife *self,
            gint64          now)
{
  guint medicine;
  gint64 civil = soleus_test_wall_shows (self->walls[self->place], now), time = 0;
  SoleusRefMedicine *m;
  int back = 0;

  if (self->world.n_medicines == 0)
    return;
  medicine = (guint) soleus_test_life_pick (self, 0, (int) self->world.n_medicines);
  m = &self->world.medicines[medicine];
  while (back < DAY && !soleus_ref_world_is_due (&self->world, medicine, civil - back, &time))
    back++;
  if (back == DAY)
    return;
  civil -= back;
  if (g_hash_table_contains (m->answered, GINT_TO_POINTER ((gint) civil)))
    {
      if (!m->follows)
        g_hash_table_remove (m->answered, GINT_TO_POINTER ((gint) civil));
    }
  else if (soleus_test_life_chance (self, 70))
    take_dose (self, medicine, civil, now);
  else
    {
      guint index = soleus_ref_world_add_row (&self->world, REF_DOSE, civil);
      SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, index);

      row->at = now;
      row->state = REF_SNOOZED;
      row->put_off = (now + 30 * 60) / 60 * 60;
      row->medicines = 1u << medicine;
      soleus_test_life_keep_row (self, index);
    }
}

static void
record_something (SoleusTestLife *self,
                  gint64          now)
{
  gint32 today = (gint32) (soleus_test_wall_shows (self->walls[self->place], now) / DAY);

  switch (soleus_test_life_pick (self, 0, 6))
    {
    case 0:
      if (!g_hash_table_remove (self->world.nights, GINT_TO_POINTER (today)))
        g_hash_table_add (self->world.nights, GINT_TO_POINTER (today));
      break;
    case 1:
      add_stretch (self, now);
      break;
    case 2:
      self->world.goal = self->world.goal == today ? 0 : today;
      break;
    case 3:
      if (soleus_test_life_chance (self, 20))
        self->world.limited = !self->world.limited;
      break;
    case 4:
      if (self->world.trials->len > 0 && g_array_index (self->world.trials, SoleusRefSpan, self->world.trials->len - 1).stop == 0)
        g_array_index (self->world.trials, SoleusRefSpan, self->world.trials->len - 1).stop = today;
      else
        g_array_append_vals (self->world.trials, (SoleusRefSpan[]) { { today, 0 } }, 1);
      break;
    default:
      use_window (self, now);
      break;
    }
}

static int
pick_minute (SoleusTestLife *self)
{
  static const int odd[] = { 0, 30, 60, 90, 120, 135, 150, 165, 180, 210, 1410, 1439 };

  return soleus_test_life_chance (self, 40) ? odd[soleus_test_life_pick (self, 0, G_N_ELEMENTS (odd))] : soleus_test_life_chance (self, 50) ? soleus_test_life_pick (self, 0, 48) * 30 : soleus_test_life_pick (self, 0, DAY);
}

static void
change_rule (SoleusTestLife *self,
             int             kind,
             gint64          now)
{
  SoleusRefRule *rule = &self->world.rules[kind];
  static const int every[] = { 30, 45, 61, 90, 120, 240 };

  rule->on = soleus_test_life_chance (self, 85);
  rule->since = now;
  rule->n_times = (guint) soleus_test_life_pick (self, 1, SOLEUS_REF_TIMES);
  for (guint i = 0; i < SOLEUS_REF_TIMES; i++)
    {
      rule->minutes[i] = pick_minute (self);
      for (guint k = 0; k < i; k++)
        if (rule->minutes[k] == rule->minutes[i])
          rule->minutes[i] = (rule->minutes[i] + 7) % DAY;
      rule->weekdays[i] = soleus_test_life_chance (self, 70) ? 127 : soleus_test_life_pick (self, 1, 128);
    }
  /* The engine is given them in order. */
  for (guint i = 1; i < SOLEUS_REF_TIMES; i++)
    for (guint k = i; k > 0 && rule->minutes[k] < rule->minutes[k - 1]; k--)
      {
        int minute = rule->minutes[k];

        rule->minutes[k] = rule->minutes[k - 1];
        rule->minutes[k - 1] = minute;
      }
  if (rule->n_times < SOLEUS_REF_TIMES)
    for (guint i = 1; i < rule->n_times; i++)
      g_assert_cmpint (rule->minutes[i], >=, rule->minutes[i - 1]);
  rule->every = every[soleus_test_life_pick (self, 0, G_N_ELEMENTS (every))];
  rule->from = pick_minute (self);
  rule->until = soleus_test_life_chance (self, 10) ? rule->from : (rule->from + soleus_test_life_pick (self, 60, 1000)) % DAY;
}

static void
change_settings (SoleusTestLife *self,
                 gint64          now)
{
  const SoleusTestWall *wall = self->walls[self->place];

  switch (soleus_test_life_pick (self, 0, 4))
    {
    case 0:
      self->world.quiet = soleus_test_life_chance (self, 70);
      self->world.quiet_from = pick_minute (self);
      self->world.quiet_until = soleus_test_life_chance (self, 10) ? self->world.quiet_from : (self->world.quiet_from + soleus_test_life_pick (self, 30, 700)) % DAY;
      break;
    case 1:
      change_rule (self, soleus_test_life_pick (self, 0, REF_KINDS), now);
      soleus_ref_world_name_times (&self->world);
      break;
    default:
      if (self->world.paused_until > now)
        self->world.paused_until = 0;
      else
        {
          gint64 civil = soleus_test_wall_shows (wall, now);

          self->world.paused_until = soleus_test_wall_comes (wall, (civil - 240 + DAY) / DAY * DAY + 240);
        }
      break;
    }
}

static void
set_clock (SoleusTestLife *self)
{
  gint64 before = self->ahead;

  switch (soleus_test_life_pick (self, 0, 10))
    {
    case 0:
      self->ahead += (gint64) soleus_test_life_pick (self, -9, 10) * DAY_S + soleus_test_life_pick (self, -3600, 3600);
      break;
    case 1:
      self->ahead += soleus_test_life_pick (self, 0, 2) == 0 ? -365 * DAY_S : 365 * DAY_S;
      self->right_at = self->minute + soleus_test_life_pick (self, 1, 3000);
      break;
    case 2:
    case 3:
      self->ahead += soleus_test_life_pick (self, -14, 15) * HOUR_S;
      break;
    default:
      self->ahead += soleus_test_life_pick (self, -59, 60) * 60;
      break;
    }
  if (self->right_at == 0 && soleus_test_life_chance (self, 50))
    self->right_at = self->minute + soleus_test_life_pick (self, 1, 3000);
  if (self->right_at != 0)
    self->right_ahead = before;
  /* The machine counts whole minutes. */
  self->ahead = self->ahead / 60 * 60;
  if (ABS (before) > 40 * DAY_S)
    self->ahead = before;
}

static void
happen (SoleusTestLife *self,
        gint64          now)
{
  int what = soleus_test_life_pick (self, 0, 1000);

  self->is_predicted = FALSE;
  self->world.now = now;
  if (what < 250)
    answer_open (self, now);
  else if (what < 400)
    put_off_open (self, now);
  else if (what < 440)
    close_open (self);
  else if (what < 780)
    record_something (self, now);
  else if (what < 850)
    change_settings (self, now);
  else if (what < 900)
    {
      self->off_until = self->minute + 600 + soleus_test_life_pick (self, -300, 300);
      self->restarts = FALSE;
    }
  else if (what < 903)
    self->off_until = self->minute + 70 * DAY;
  else if (what < 930)
    {
      self->off_until = self->minute + soleus_test_life_pick (self, 5, 3 * DAY);
      self->restarts = TRUE;
    }
  else if (what < 980)
    {
      if (self->right_at == 0)
        set_clock (self);
    }
  else
    {
      self->place = !self->place;
      self->world.wall = self->walls[self->place];
      soleus_test_life_make_schedules (self);
    }
}

static gint64
read_clock (const SoleusTestLife *self)
{
  return self->base + self->minute * 60 + self->ahead;
}

G_GNUC_NORETURN static void
complain_of_moment (SoleusTestLife *self)
{
  const SoleusRefRow *row = NULL;

  soleus_ref_world_look (&self->world, read_clock (self), FALSE);
  for (guint i = 0; i < self->world.rows->len; i++)
    {
      const SoleusRefRow *other = &g_array_index (self->world.rows, SoleusRefRow, i);

      if (other->is_changed || other->is_fresh)
        row = other;
    }
  soleus_test_life_complain (self, "a moment was missed", read_clock (self), row, NULL);
}

static void
live (SoleusTestLife *self,
      int             days)
{
  soleus_test_life_plan (self, read_clock (self), FALSE);
  for (self->minute = 1; self->minute < (gint64) days * DAY; self->minute++)
    {
      if (self->minute < self->off_until)
        continue;
      if (self->right_at != 0 && self->minute >= self->right_at)
        {
          self->ahead = self->right_ahead;
          self->right_at = 0;
          self->world.paused_until = MIN (self->world.paused_until, read_clock (self) + DAY_S);
          self->is_predicted = FALSE;
          soleus_test_life_plan (self, read_clock (self), FALSE);
        }
      if (self->minute < self->off_until)
        continue;
      if (self->minute == self->off_until)
        {
          gboolean restarts = self->restarts;

          self->is_predicted = self->restarts = FALSE;
          if (restarts)
            soleus_test_life_plan (self, read_clock (self), FALSE);
        }
      else if (self->next != 0 && read_clock (self) >= self->next)
        soleus_test_life_plan (self, read_clock (self), TRUE);
      if (self->minute < self->off_until)
        continue;
      if (self->next != 0 && read_clock (self) >= self->next)
        soleus_test_life_plan (self, read_clock (self), FALSE);
      else if (soleus_ref_world_look (&self->world, read_clock (self), TRUE))
        complain_of_moment (self);
      if (self->minute >= self->off_until && soleus_test_life_pick (self, 0, DAY) < 6)
        {
          int seconds = soleus_test_life_pick (self, 1, 60);

          happen (self, read_clock (self) + seconds);
          if (self->minute >= self->off_until)
            soleus_test_life_plan (self, read_clock (self) + seconds, FALSE);
        }
    }
}

static void
begin (SoleusTestLife *self)
{
  SoleusRefWorld *world = &self->world;
  static const int hours[] = { 4, 6, 8, 11, 24, 72 };

  soleus_ref_world_init (world);
  world->wall = self->walls[0];
  world->days_back = soleus_test_life_pick (self, 4, 25);
  for (int kind = 0; kind < REF_KINDS; kind++)
    change_rule (self, kind, self->base - 86400 * 2);
  world->rules[REF_DOSE].on = TRUE;
  world->quiet = soleus_test_life_chance (self, 60);
  world->quiet_from = soleus_test_life_chance (self, 60) ? 1350 : pick_minute (self);
  world->quiet_until = soleus_test_life_chance (self, 60) ? 420 : pick_minute (self);
  world->n_medicines = (guint) soleus_test_life_pick (self, 1, SOLEUS_REF_MEDICINES + 1);
  for (guint i = 0; i < world->n_medicines; i++)
    {
      SoleusRefMedicine *m = &world->medicines[i];

      g_ptr_array_add (self->uuids, g_strdup_printf ("00000000-0000-4000-8000-00000000000%c", 'a' + (char) i));
      m->follows = soleus_test_life_chance (self, 30);
      m->hours = hours[soleus_test_life_pick (self, 0, G_N_ELEMENTS (hours))];
      m->weekdays = soleus_test_life_chance (self, 80) ? 127 : soleus_test_life_pick (self, 1, 128);
      m->n_times = (guint) soleus_test_life_pick (self, 1, SOLEUS_REF_TIMES + 1);
      for (guint k = 0; k < m->n_times; k++)
        m->minutes[k] = soleus_test_life_chance (self, 40) ? 480 : pick_minute (self);
    }
  soleus_ref_world_name_times (world);
  soleus_test_life_make_schedules (self);
  for (guint i = 0; i < world->n_medicines; i++)
    if (world->medicines[i].follows)
      take_dose (self, i, soleus_test_wall_shows (world->wall, self->base), self->base);
}

static void
check_life (const SoleusTestEra *era,
            SoleusTestWall      *walls[2],
            guint32              seed,
            int                  days,
            SoleusTestCounts    *counts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  SoleusTestLife self = {
    .era = era,
    .seed = seed,
    .rand = rand,
    .walls = { walls[0], walls[1] },
    .uuids = g_ptr_array_new_with_free_func (g_free),
    .schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_schedule_free),
    .stretches = g_array_new (FALSE, FALSE, sizeof (SoleusTime)),
    .by_uuid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .base = (gint64) soleus_test_date (era->start) * DAY_S + g_rand_int_range (rand, 0, 60 * DAY) * 60,
    .counts = counts,
  };

  for (int i = 0; i < SOLEUS_REF_MEDICINES; i++)
    self.taken[i] = g_array_new (FALSE, FALSE, sizeof (SoleusTime));
  begin (&self);
  live (&self, days);

  soleus_ref_world_clear (&self.world);
  g_ptr_array_unref (self.uuids);
  g_ptr_array_unref (self.schedules);
  g_array_unref (self.stretches);
  g_hash_table_unref (self.by_uuid);
  g_hash_table_unref (self.seen);
  g_clear_pointer (&self.predicted, g_array_unref);
  for (int i = 0; i < SOLEUS_REF_MEDICINES; i++)
    g_array_unref (self.taken[i]);
}

#define N_LIVES 6
#define N_DAYS 40

static void
test_era (gconstpointer data)
{
  const SoleusTestEra *era = data;
  g_autoptr (GTimeZone) zone = soleus_test_zone_new (era->zone), other = soleus_test_zone_new (era->other);
  g_autoptr (SoleusTestWall) home = NULL, abroad = NULL;
  SoleusTestCounts counts = { 0 };

  if (zone == NULL || other == NULL)
    return;
  home = soleus_test_wall_new (zone, era->year, N_YEARS);
  abroad = soleus_test_wall_new (other, era->year, N_YEARS);
  for (guint32 i = 0; i < N_LIVES; i++)
    check_life (era, (SoleusTestWall *[]) { home, abroad }, era->seed + i, N_DAYS, &counts);

  g_test_message ("shown %u, put off %u, missed %u, quiet %u, paused %u, done %u, goal %u, no trial %u, later %u, wrong clock %u, late doses %u, timers %u (%u idle), predicted %u, killed %u",
                  counts.shown, counts.put_off, counts.missed, counts.quiet, counts.paused, counts.done, counts.goal, counts.no_trial, counts.later, counts.wrong,
                  counts.late_doses, counts.by_timer, counts.idle_timer, counts.predicted, counts.killed);
  g_assert_cmpuint (MIN (counts.shown, counts.missed), >, 300);
  g_assert_cmpuint (MIN (counts.by_timer, 10 * counts.predicted), >, 500);
  g_assert_cmpuint (MIN (MIN (counts.quiet, counts.paused), counts.done), >, 40);
  g_assert_cmpuint (MIN (MIN (counts.put_off, counts.late_doses), MIN (counts.later, counts.killed)), >, 10);
  g_assert_cmpuint (MIN (counts.goal + counts.no_trial, counts.wrong), >, 10);
  g_assert_cmpuint (100 * counts.idle_timer, <, counts.by_timer);
}

int
main (int   argc,
      char *argv[])
{
  /* Each begins some weeks before a change of its clock. */
  static const SoleusTestEra eras[] = {
    { "Australia/Lord_Howe", "Europe/Berlin", 2024, "2026-02-20", 1000 },
    { "America/St_Johns", "Asia/Kolkata", 2009, "2010-09-25", 2000 },
    { "Asia/Kolkata", "America/New_York", 2024, "2026-01-20", 3000 },
    { "Africa/Casablanca", "UTC", 2024, "2026-01-10", 4000 },
    { "Pacific/Apia", "Australia/Lord_Howe", 2010, "2011-11-20", 5000 },
    { "Europe/Berlin", "America/New_York", 2024, "2026-02-20", 6000 },
    { "America/New_York", "Europe/Berlin", 2024, "2026-09-20", 7000 },
    { "America/Sao_Paulo", "Africa/Casablanca", 2016, "2017-09-20", 8000 },
    { "UTC", "Pacific/Apia", 2024, "2026-02-20", 9000 },
    { "Asia/Kathmandu", "Europe/Berlin", 2024, "2026-02-20", 10000 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reminder-random/%s", eras[i].zone);

      g_test_add_data_func (path, &eras[i], test_era);
    }
  return g_test_run ();
}
