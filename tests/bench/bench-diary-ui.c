/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Diary with twenty years in it: how long turning a page, following the calendar, and searching hold up the window. */
#include <adwaita.h>

#include "app/soleus-context.h"
#include "exchange/soleus-sample.h"
#include "lib/soleus-test.h"
#include "store/soleus-timeline.h"
#include "ui/diary/soleus-month-grid.h"
#include "ui/diary/soleus-timeline-view.h"

#define YEARS 20
#define TURNS 120
#define WIDTH 420

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
bench_month (SoleusContext *context,
             SoleusDate     today)
{
  g_autoptr (GtkWidget) grid = g_object_ref_sink (soleus_month_grid_new (context));
  double worst = 0, sum = 0;

  for (int i = 1; i <= TURNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double took;
      int height;

      soleus_month_grid_set_night (SOLEUS_MONTH_GRID (grid), today - i * 31);
      gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
      gtk_widget_allocate (grid, WIDTH, height, -1, NULL);
      took = since (start);
      worst = MAX (worst, took);
      sum += took;
    }
  g_print ("turning a month, with its layout: %.2f ms on average, %.2f ms at worst (limit 16)\n", sum / TURNS, worst);
}

static void
bench_timeline (SoleusContext *context,
                SoleusDate     today)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (soleus_context_get_diary (context));
  SoleusTimelineFilter filter = SOLEUS_TIMELINE_FILTER_ALL;
  guint n_entries, n_nights;

  g_print ("first page of the timeline: %.2f ms\n", since (start));
  start = g_get_monotonic_time ();
  soleus_timeline_find_night (timeline, today - 365);
  g_print ("going to a night a year ago: %.2f ms\n", since (start));
  start = g_get_monotonic_time ();
  soleus_timeline_find_night (timeline, today - YEARS * 365);
  g_print ("going to the first night: %.2f ms\n", since (start));
  filter.text = "calf";
  start = g_get_monotonic_time ();
  soleus_timeline_set_filter (timeline, &filter);
  g_print ("searching: %.2f ms\n", since (start));
  start = g_get_monotonic_time ();
  soleus_timeline_count (timeline, &n_entries, &n_nights);
  g_print ("counting what was found: %.2f ms (%u entries)\n", since (start), n_entries);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new_on_disk ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusContext) context = soleus_context_new (clock, path);
  g_autoptr (GError) error = NULL;

  adw_init ();
  if (!soleus_context_open (context, &error) || !soleus_sample_fill (soleus_context_get_diary (context), YEARS, 7, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  bench_month (context, soleus_clock_get_today (clock));
  bench_timeline (context, soleus_clock_get_today (clock));
  return 0;
}
