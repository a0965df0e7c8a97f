/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the diary costs at the size of twenty years (about 150,000 entries): the reads behind a keystroke or a turn of the
 * page against 16 ms of work, the verdict against 10 ms, export and import against what the sqlite3 shell needs to dump and to load the same file. */
#include "app/soleus-triage-gather.h"
#include "exchange/soleus-archive.h"
#include "exchange/soleus-sample.h"
#include "lib/soleus-test.h"
#include "store/soleus-timeline.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define ROUNDS      25
#define FRAME_MS    16.0
#define VERDICT_MS  10.0
#define TIMES_SHELL 3.0

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

typedef void (*Work) (gpointer data);

static double
measure_against (const char *name,
                 double goal,
                 Work work,
                 gpointer data)
{
  double times[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work (data);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  printf ("%-34s %8.2f ms median %8.2f ms max   goal %.0f ms  %s\n", name, times[ROUNDS / 2], times[ROUNDS - 1], goal,
          times[ROUNDS / 2] <= goal ? "met" : "MISSED");
  fflush (stdout);
  return times[ROUNDS / 2];
}

static double
measure (const char *name,
         Work work,
         gpointer data)
{
  return measure_against (name, FRAME_MS, work, data);
}

typedef struct
{
  SoleusDiary *diary;
  SoleusTimeline *timeline;
  SoleusTimelineFilter filter;
  SoleusDate month;
} Bench;

static void
read_month (gpointer data)
{
  Bench *self = data;
  g_autoptr (GArray) nights = soleus_diary_get_nights (self->diary, self->month, self->month + 41, NULL);

  g_assert_cmpuint (nights->len, ==, 42);
  self->month -= 42;
}

/* What a screen of the list reads: its rows and their records. */
static void
read_screen (GListModel *model,
             guint from)
{
  for (guint i = from; i < MIN (from + 40, g_list_model_get_n_items (model)); i++)
    {
      g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (model, i);

      soleus_timeline_item_get_record (item);
    }
}

static void
open_timeline (gpointer data)
{
  Bench *self = data;
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (self->diary);

  read_screen (G_LIST_MODEL (timeline), 0);
}

static void
next_page (gpointer data)
{
  Bench *self = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));

  soleus_timeline_load_more (self->timeline);
  read_screen (G_LIST_MODEL (self->timeline), n);
}

static void
filter (gpointer data)
{
  Bench *self = data;

  soleus_timeline_set_filter (self->timeline, &self->filter);
  read_screen (G_LIST_MODEL (self->timeline), 0);
}

static void
count (gpointer data)
{
  Bench *self = data;
  guint n_entries, n_nights;

  soleus_timeline_count (self->timeline, &n_entries, &n_nights);
}

static void
measure_filter (Bench *self,
                const char *name,
                const SoleusTimelineFilter *wanted)
{
  g_autofree char *counting = g_strdup_printf ("%s: count", name);

  self->filter = *wanted;
  measure (name, filter, self);
  measure (counting, count, self);
}

static void
measure_reads (const char *path,
               SoleusClock *clock)
{
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  Bench self = { .diary = diary, .month = soleus_clock_get_today (clock) - 41 };
  SoleusTimelineFilter all = SOLEUS_TIMELINE_FILTER_ALL, text = all, many = all, none = all, cramps = all, rare = all, both = all;

  text.text = "straße";
  many.text = "a";
  many.muscles = ",calf,";
  none.text = "xylophone";
  cramps.muscle = "calf";
  cramps.side = "left";
  rare.muscle = "toes";
  rare.pain_least = 7;
  both.text = "calf";
  both.muscles = ",calf,lower_calf,";
  both.pain_least = 7;

  measure ("month: 42 nights", read_month, &self);
  measure ("timeline: first page", open_timeline, &self);
  self.timeline = soleus_timeline_new (diary);
  measure ("timeline: each further page", next_page, &self);
  soleus_timeline_find_night (self.timeline, soleus_diary_get_first_night (diary) + 2000);
  measure ("timeline: a page 15 years back", next_page, &self);
  measure_filter (&self, "search: a few hits", &text);
  measure_filter (&self, "search: thousands of hits", &many);
  measure_filter (&self, "search: no hit", &none);
  measure_filter (&self, "filter: left calf", &cramps);
  measure_filter (&self, "filter: toes, pain 7 to 10", &rare);
  measure_filter (&self, "search and filter", &both);
  g_object_unref (self.timeline);
}

static double
run_shell (const char *command)
{
  gint64 start = g_get_monotonic_time ();
  const char *const argv[] = { "sh", "-c", command, NULL };
  int status = -1;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
    return -1;
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
median_of_five (double (*func) (gpointer),
                gpointer data)
{
  double times[5];

  for (int i = 0; i < 5; i++)
    times[i] = func (data);
  qsort (times, 5, sizeof (double), compare_doubles);
  return times[2];
}

typedef struct
{
  SoleusTestFolder *folder;
  char *diary;
  char *archive;
  char *dump;
  char *fresh;
  char *command_dump;
  char *command_load;
  SoleusClock *clock;
} Files;

static double
dump_once (gpointer data)
{
  return run_shell (((Files *) data)->command_dump);
}

static double
load_once (gpointer data)
{
  return run_shell (((Files *) data)->command_load);
}

static double
export_once (gpointer data)
{
  Files *files = data;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (soleus_archive_export_file (files->diary, files->archive, NULL, NULL, NULL));
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
import_once (gpointer data)
{
  Files *files = data;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (SoleusImportResult) result = NULL;
  gint64 start;

  g_unlink (files->fresh);
  start = g_get_monotonic_time ();
  diary = soleus_test_open (files->fresh, files->clock);
  result = soleus_import_run (diary, files->archive, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, NULL);
  g_assert_nonnull (result);
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
compare (const char *name,
         double ours,
         double shell)
{
  if (shell < 0)
    printf ("%-34s %8.0f ms   the sqlite3 shell is not installed: nothing to compare with\n", name, ours);
  else
    printf ("%-34s %8.0f ms   shell %8.0f ms   ratio %5.2f   goal %.0f  %s\n", name, ours, shell, ours / shell, TIMES_SHELL, ours / shell <= TIMES_SHELL ? "met" : "MISSED");
  fflush (stdout);
}

static void
measure_exchange (SoleusTestFolder *folder,
                  char *diary,
                  SoleusClock *clock)
{
  g_autofree char *archive = soleus_test_folder_build (folder, "archive.json");
  g_autofree char *dump = soleus_test_folder_build (folder, "dump.sql");
  g_autofree char *fresh = soleus_test_folder_build (folder, "fresh.sqlite3");
  g_autofree char *command_dump = g_strdup_printf ("sqlite3 '%s' .dump > '%s'", diary, dump);
  g_autofree char *command_load = g_strdup_printf ("rm -f '%s' && sqlite3 '%s' < '%s'", fresh, fresh, dump);
  Files files = { folder, diary, archive, dump, fresh, command_dump, command_load, clock };

  compare ("export 20 years", median_of_five (export_once, &files), median_of_five (dump_once, &files));
  compare ("import 20 years", median_of_five (import_once, &files), median_of_five (load_once, &files));
}

typedef struct
{
  SoleusDiary *diary;
  SoleusRules *rules;
  SoleusMedicines *medicines;
} Judge;

static void
judge (gpointer data)
{
  Judge *self = data;
  g_autoptr (SoleusVerdict) verdict = soleus_triage_verdict (self->diary, self->rules, self->medicines, soleus_clock_get_now (soleus_diary_get_clock (self->diary)), NULL, NULL);

  g_assert_nonnull (verdict);
}

static void
load_rules (gpointer data)
{
  g_autoptr (SoleusRules) rules = soleus_rules_load (NULL);
  g_autoptr (SoleusMedicines) medicines = soleus_medicines_load (NULL);

  g_assert_true (rules != NULL && medicines != NULL);
}

static void
measure_verdict (const char *path,
                 SoleusClock *clock)
{
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (SoleusRules) rules = soleus_rules_load (NULL);
  g_autoptr (SoleusMedicines) medicines = soleus_medicines_load (NULL);
  Judge self = { diary, rules, medicines };

  measure_against ("verdict", VERDICT_MS, judge, &self);
  measure ("rules and medicines: read once", load_rules, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new_on_disk ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock ("2026-03-03T08:10:00+01:00");
  gint64 n = 0;

  {
    g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);

    g_assert_true (soleus_sample_fill (diary, 20, 1, NULL));
    g_assert_true (soleus_diary_count (diary, &n, NULL));
  }
  printf ("%" G_GINT64_FORMAT " entries\n", n);
  measure_reads (path, clock);
  measure_verdict (path, clock);
  measure_exchange (folder, path, clock);
  return 0;
}
