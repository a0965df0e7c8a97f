/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up schedules against the plainest way to say what is due, over five years of eight clocks, twice. Seeds are fixed, and a
 * failure names the one of its schedule. */
#include "reminders/soleus-schedule-reference.h"
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

#define N_MEDICINES 100
#define N_SPANS     12
#define N_STEPS     20

typedef struct
{
  const char *zone;
  const char *first;
  guint32 seed;
} Era;

typedef struct
{
  const Era *era;
  const SoleusTestClock *clock;
  guint32 seed;
  SoleusSchedule *schedule;
  GArray *reference;
  gint64 begin, end; /* what the reference covers */
  gboolean ends;
} Trial;

G_GNUC_NORETURN static void
complain (const Trial     *self,
          const char      *what,
          gint64           from,
          const SoleusDue *expected,
          const SoleusDue *found)
{
  g_autofree char *expected_text = expected != NULL ? soleus_test_due_to_text (expected) : g_strdup ("nothing");
  g_autofree char *found_text = found != NULL ? soleus_test_due_to_text (found) : g_strdup ("nothing");

  g_error ("%s since %s, seed %u: %s from %" G_GINT64_FORMAT "\n  expected: %s\n  found:    %s", self->era->zone, self->era->first, self->seed, what, from,
           expected_text, found_text);
}

static gboolean
is_same (const SoleusDue *a,
         const SoleusDue *b)
{
  return a->date == b->date && a->minute == b->minute && a->time.utc == b->time.utc && a->time.offset == b->time.offset && a->fit == b->fit &&
         a->amount == b->amount;
}

/* Any instant of the five years, or just about one at which something is due, or about a change of the clock. */
static gint64
random_instant (const Trial *self,
                GRand       *rand)
{
  gint64 utc = self->begin + (gint64) (g_rand_double (rand) * (double) (self->end - self->begin));

  if (self->reference->len > 0 && g_rand_boolean (rand))
    utc = g_array_index (self->reference, SoleusDue, g_rand_int_range (rand, 0, (int) self->reference->len)).time.utc + g_rand_int_range (rand, -1, 2);
  else if (self->clock->changes->len > 0 && g_rand_boolean (rand))
    utc = g_array_index (self->clock->changes, gint64, g_rand_int_range (rand, 0, (int) self->clock->changes->len)) + g_rand_int_range (rand, -7200, 10800);
  return CLAMP (utc, self->begin, self->end);
}

static guint
find_in_reference (const Trial *self,
                   gint64       from)
{
  guint i = 0;

  while (i < self->reference->len && g_array_index (self->reference, SoleusDue, i).time.utc < from)
    i++;
  return i;
}

static void
check_list (const Trial *self,
            gint64       from,
            gint64       until)
{
  g_autoptr (GArray) list = soleus_schedule_list (self->schedule, from, until);
  guint first = find_in_reference (self, from), n = MAX (find_in_reference (self, until), first) - first;

  for (guint i = 0; i < MAX (list->len, n); i++)
    {
      const SoleusDue *expected = i < n ? &g_array_index (self->reference, SoleusDue, first + i) : NULL;
      const SoleusDue *found = i < list->len ? &g_array_index (list, SoleusDue, i) : NULL;

      if (expected == NULL || found == NULL || !is_same (expected, found))
        complain (self, "list", from, expected, found);
    }
}

/* Steps from one to the next, over those that share an instant. */
static void
check_next (const Trial *self,
            gint64       from)
{
  guint i = find_in_reference (self, from);

  for (int step = 0; step < N_STEPS; step++)
    {
      const SoleusDue *expected = i < self->reference->len ? &g_array_index (self->reference, SoleusDue, i) : NULL;
      SoleusDue found;
      gboolean any = soleus_schedule_find_next (self->schedule, from, &found);

      if (expected == NULL)
        {
          if (any && (self->ends || found.time.utc < self->end))
            complain (self, "next", from, NULL, &found);
          return;
        }
      if (!any || !is_same (expected, &found))
        complain (self, "next", from, expected, any ? &found : NULL);
      from = found.time.utc + 1;
      while (i < self->reference->len && g_array_index (self->reference, SoleusDue, i).time.utc < from)
        i++;
    }
}

static void
check_medicine (const Era             *era,
                const SoleusTestClock *clock,
                guint32                seed,
                guint                 *n_due)
{
  static const int days[] = { 0, 1, 3, 40, 400, SOLEUS_REFERENCE_DAYS };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) versions = NULL, doses = NULL;
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autoptr (GArray) reference = NULL;
  SoleusTestMedicine medicine;
  Trial trial = { .era = era, .clock = clock, .seed = seed };

  soleus_test_medicine_fill (&medicine, rand, clock->first, clock->zone);
  versions = soleus_test_medicine_get_versions (&medicine);
  doses = soleus_test_medicine_get_doses (&medicine);
  trial.schedule = schedule = soleus_schedule_new (versions, doses, medicine.started, medicine.stopped, clock->zone);
  trial.reference = reference = soleus_test_reference (&medicine, clock);
  /* The days at both ends are cut by the offset of the zone. */
  trial.begin = (gint64) (clock->first + 2) * 86400;
  trial.end = (gint64) (clock->first + SOLEUS_REFERENCE_DAYS - 2) * 86400;
  trial.ends = soleus_test_medicine_ends (&medicine, clock->first + SOLEUS_REFERENCE_DAYS - 4);
  while (reference->len > 0 && g_array_index (reference, SoleusDue, reference->len - 1).time.utc >= trial.end)
    g_array_set_size (reference, reference->len - 1);

  check_list (&trial, trial.begin, trial.end);
  for (int i = 0; i < N_SPANS; i++)
    {
      gint64 from = random_instant (&trial, rand);
      gint64 span = (gint64) (g_rand_double (rand) * 86400 * days[g_rand_int_range (rand, 0, G_N_ELEMENTS (days))]);

      check_list (&trial, from, g_rand_boolean (rand) ? MIN (from + span, trial.end) : random_instant (&trial, rand));
      check_next (&trial, random_instant (&trial, rand));
    }
  *n_due += reference->len;
}

static void
test_era (gconstpointer data)
{
  const Era *era = data;
  g_autoptr (GTimeZone) zone = soleus_test_zone_new (era->zone);
  SoleusTestClock clock;
  guint n_due = 0;

  if (zone == NULL)
    return;
  soleus_test_clock_init (&clock, zone, soleus_test_date (era->first));
  for (guint32 i = 0; i < N_MEDICINES; i++)
    check_medicine (era, &clock, era->seed + i, &n_due);
  soleus_test_clock_clear (&clock);
  g_assert_cmpuint (n_due, >, 300 * N_MEDICINES);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const zones[] = { "UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata",
                                       "Africa/Casablanca", "Pacific/Apia" };
  /* The first has the day that Samoa left out, and changes of Newfoundland at a minute after midnight. */
  static const char *const firsts[] = { "2008-06-10", "2024-01-20" };
  static Era eras[G_N_ELEMENTS (zones) * G_N_ELEMENTS (firsts)];

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      g_autofree char *path = NULL;

      eras[i] = (Era) { zones[i / 2], firsts[i % 2], 10000 * (i + 1) };
      path = g_strdup_printf ("/schedule-random/%s/%.4s", eras[i].zone, eras[i].first);
      g_test_add_data_func (path, &eras[i], test_era);
    }
  return g_test_run ();
}
