/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading all content, the first open of Guides, each keystroke of its search (goal 5 ms), and the frames of each figure (goal: 60 a
 * second with under 30 % of one core). */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"
#include "lib/soleus-test.h"
#include "ui/guides/soleus-guide-page.h"
#include "ui/guides/soleus-guides-page.h"

#define ROUNDS 15
#define KEY_MS 5.0
#define FRAMES 60
#define FRAME_SHARE 30.0

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
bench_load (const SoleusGuidance *guidance)
{
  double guides = 0, search = 0, figures = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SoleusLibrary) library = soleus_library_new (guidance, NULL);
      gint64 start = g_get_monotonic_time ();

      soleus_library_get_guides (library);
      guides += since (start);
      start = g_get_monotonic_time ();
      soleus_library_get_search (library);
      search += since (start);
      start = g_get_monotonic_time ();
      soleus_library_get_figures (library);
      soleus_library_get_relief (library);
      soleus_library_get_foods (library);
      figures += since (start);
    }
  g_print ("loading guides: %.2f ms; the index of the search: %.2f ms; figures, steps, foods: %.2f ms\n", guides / ROUNDS, search / ROUNDS, figures / ROUNDS);
}

static void
bench_search (SoleusLibrary *library)
{
  static const char *const queries[] = { "charley horse", "water pill", "magnezium", "stretches before bed", "xqzzzw", "a", "cramp in the foot at night" };
  double worst = 0, sum = 0;
  const char *slowest = "";
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (gsize length = 1; length <= strlen (queries[i]); length++)
      {
        g_autofree char *typed = g_strndup (queries[i], length);
        gint64 start = g_get_monotonic_time ();
        g_autoptr (SoleusHits) hits = soleus_guide_search_find (soleus_library_get_search (library), typed, FALSE);
        double took = since (start);

        if (took > worst)
          slowest = queries[i];
        worst = MAX (worst, took);
        sum += took;
        n++;
        g_assert_nonnull (hits);
      }
  g_print ("a keystroke of the search: %.2f ms on average, %.2f ms at worst, in “%s” (goal %.0f, %s)\n", sum / n, worst, slowest, KEY_MS, worst <= KEY_MS ? "met" : "MISSED");
}

static void
lay_out (GtkWidget *widget,
         int        width)
{
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (widget, width, MAX (height, 700), -1, NULL);
}

static void
bench_open (SoleusContext *context)
{
  GtkWidget *window = gtk_window_new ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (soleus_guides_page_new (context));
  g_autoptr (GtkWidget) guide = NULL;

  lay_out (page, 900);
  g_print ("first open of Guides, with its layout and all that it loads: %.1f ms\n", since (start));
  start = g_get_monotonic_time ();
  guide = g_object_ref_sink (soleus_guide_page_new (context, soleus_guides_get (soleus_library_get_guides (soleus_context_get_library (context)), "A3")));
  lay_out (guide, 700);
  g_print ("opening a guide: %.1f ms\n", since (start));
  start = g_get_monotonic_time ();
  soleus_guides_page_search (SOLEUS_GUIDES_PAGE (page), "cramp");
  lay_out (page, 900);
  g_print ("showing what was found for a keystroke: %.1f ms\n", since (start));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
bench_frames (SoleusLibrary *library)
{
  const SoleusFigures *figures = soleus_library_get_figures (library);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 400);
  cairo_t *cr = cairo_create (surface);
  double sum = 0, worst = 0;
  const char *slowest = "";
  guint n = 0;

  for (guint i = 0; soleus_figures_list (figures)[i] != NULL; i++)
    {
      const SoleusFigure *figure = soleus_figures_get (figures, soleus_figures_list (figures)[i]);
      gint64 start = g_get_monotonic_time ();
      double took;

      for (guint frame = 0; frame < FRAMES; frame++)
        soleus_figure_draw (figures, figure, cr, 600, 400, frame / 60.0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
      took = since (start) / FRAMES;
      if (took > worst)
        slowest = soleus_figure_get_id (figure);
      worst = MAX (worst, took);
      sum += took;
      n++;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_print ("a frame of a figure, 600 x 400: %.2f ms on average, %.2f ms for %s: %.0f %% of one core at 60 a second (goal %.0f, %s)\n", sum / n, worst, slowest,
           worst * 6, FRAME_SHARE, worst * 6 <= FRAME_SHARE ? "met" : "MISSED");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusContext) context = soleus_context_new (clock, path);

  adw_init ();
  g_assert_true (soleus_context_open (context, NULL));
  bench_load (soleus_warnings_get_guidance (soleus_context_get_warnings (context)));
  bench_open (context);
  bench_search (soleus_context_get_library (context));
  bench_frames (soleus_context_get_library (context));
  return 0;
}
