/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure-sheet [--file FILE] [--look N] [--height PIXELS] [--mirror] [--times] OUT.png [ID...]
 * figure-sheet [--file FILE] --angles [ID...]
 *
 * Draws a contact sheet: the key frames of the figures in three looks, or in one. With --times, moments between the key
 * frames as well. With --angles, says which angles the pins ask for, to be written into a figure. */
#include "drawing/soleus-figure-private.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#define LABEL 22
#define GAP 6
#define COLUMNS_WIDTH 1600

typedef struct
{
  const SoleusFigure *figure;
  double seconds;
  SoleusFigureLook look;
  char *label;
  double x, y, width;
} Cell;

static void
cell_clear (Cell *cell)
{
  g_free (cell->label);
}

static void
add_cells (GArray             *cells,
           const SoleusFigure *figure,
           SoleusFigureLook    look,
           gboolean            times)
{
  guint n = soleus_figure_get_n_frames (figure);

  for (guint i = 0; i < n; i++)
    {
      Cell cell = { .figure = figure, .look = look };

      cell.seconds = soleus_figure_get_frame_seconds (figure, i);
      cell.label = g_strdup_printf ("%s %s", soleus_figure_get_id (figure), soleus_figure_get_frame_id (figure, i));
      g_array_append_val (cells, cell);
      for (guint step = 1; times && step < 4 && (i + 1 < n || (soleus_figure_is_loop (figure) && n > 1)); step++)
        {
          double end = i + 1 < n ? soleus_figure_get_frame_seconds (figure, i + 1) : soleus_figure_get_seconds (figure);
          Cell between = { .figure = figure, .look = look };

          between.seconds = cell.seconds + (end - cell.seconds) * step / 4;
          between.label = g_strdup_printf ("%.2f s", between.seconds);
          g_array_append_val (cells, between);
        }
    }
}

/* Puts the cells in rows; returns the height of all. */
static double
lay_out (GArray *cells,
         double  height)
{
  double x = GAP;
  double y = GAP;
  SoleusFigureLook look = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);

      cell->width = CLAMP (height * soleus_figure_get_aspect (cell->figure), 60, 2 * height);
      if (i > 0 && (x + cell->width + GAP > COLUMNS_WIDTH || cell->look != look))
        {
          x = GAP;
          y += height + LABEL + GAP;
        }
      look = cell->look;
      cell->x = x;
      cell->y = y;
      x += cell->width + GAP;
    }
  return y + height + LABEL + GAP;
}

static void
draw_cell (cairo_t             *cr,
           const SoleusFigures *figures,
           const Cell          *cell,
           double               height,
           gboolean             mirror)
{
  const SoleusColor *ground = soleus_figures_get_ground (figures, cell->look);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 9");

  cairo_save (cr);
  cairo_translate (cr, cell->x, cell->y);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, cell->label, -1);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, 0, 2);
  pango_cairo_show_layout (cr, layout);
  cairo_translate (cr, 0, LABEL);
  soleus_color_set_source (ground, cr);
  cairo_rectangle (cr, 0, 0, cell->width, height);
  cairo_fill (cr);
  soleus_figure_draw (figures, cell->figure, cr, cell->width, height, cell->seconds, cell->look, mirror);
  cairo_restore (cr);
}

static void
print_angles (const SoleusFigures *figures,
              const SoleusFigure  *figure)
{
  static const char *const sides[] = { "near", "far" };

  for (guint i = 0; figure->body && i < figure->frames->len; i++)
    {
      const SoleusFigureMoment moment = { .from = i, .to = i };
      SoleusFigurePose pose;
      SoleusFigureSkeleton skeleton;
      double miss = soleus_figure_solve (figures, figure, &moment, &pose, &skeleton);

      for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
        {
          const SoleusFigureLimb *limb = &pose.limbs[side];

          g_print ("%s\t%s\t%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.5f\n", figure->id, soleus_figure_get_frame_id (figure, i), sides[side],
                   limb->hip, limb->knee, limb->ankle, limb->shoulder, limb->elbow, limb->wrist, miss);
        }
    }
}

static SoleusFigures *
load_figures (const char *file,
              GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize length = 0;

  if (file == NULL)
    return soleus_figures_load (error);
  if (!g_file_get_contents (file, &text, &length, error))
    return NULL;
  bytes = g_bytes_new_take (text, length);
  return soleus_figures_new (bytes, error);
}

int
main (int   argc,
      char *argv[])
{
  int look = -1;
  int height = 200;
  gboolean mirror = FALSE;
  gboolean times = FALSE;
  gboolean angles = FALSE;
  g_autofree char *file = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, "Read this instead of what is compiled in", "FILE" },
    { "angles", 0, 0, G_OPTION_ARG_NONE, &angles, "Say the angles, draw nothing", NULL },
    { "look", 0, 0, G_OPTION_ARG_INT, &look, "One look alone, 0 to 4", "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of a picture", "PIXELS" },
    { "mirror", 0, 0, G_OPTION_ARG_NONE, &mirror, "The other side", NULL },
    { "times", 0, 0, G_OPTION_ARG_NONE, &times, "Also between the key frames", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, "OUT.png [ID...]" },
    { NULL },
  };
  const SoleusFigureLook looks[] = { SOLEUS_FIGURE_LOOK_LIGHT, SOLEUS_FIGURE_LOOK_DARK, SOLEUS_FIGURE_LOOK_CONTRAST };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusFigures) figures = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  const char *const *ids;
  double total;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if ((rest == NULL && !angles) || height < 20 || height > 2000)
    {
      g_printerr ("figure-sheet OUT.png [ID...]\n");
      return 2;
    }
  figures = load_figures (file, &error);
  if (figures == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  g_array_set_clear_func (cells, (GDestroyNotify) cell_clear);
  if (angles)
    {
      ids = rest != NULL ? (const char *const *) rest : soleus_figures_list (figures);
      for (guint i = 0; ids[i] != NULL; i++)
        if (soleus_figures_get (figures, ids[i]) != NULL)
          print_angles (figures, soleus_figures_get (figures, ids[i]));
      return 0;
    }

  ids = rest[1] != NULL ? (const char *const *) rest + 1 : soleus_figures_list (figures);
  for (guint i = 0; i < (look < 0 ? G_N_ELEMENTS (looks) : 1); i++)
    for (guint j = 0; ids[j] != NULL; j++)
      {
        const SoleusFigure *figure = soleus_figures_get (figures, ids[j]);

        if (figure != NULL)
          add_cells (cells, figure, look < 0 ? looks[i] : (SoleusFigureLook) look, times);
        else
          g_printerr ("%s: there is no such figure\n", ids[j]);
      }

  total = lay_out (cells, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, COLUMNS_WIDTH, (int) total);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_paint (cr);
  for (guint i = 0; i < cells->len; i++)
    draw_cell (cr, figures, &g_array_index (cells, Cell, i), height, mirror);
  status = cairo_surface_write_to_png (surface, rest[0]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_printerr ("%s: %s\n", rest[0], cairo_status_to_string (status));
      return 1;
    }
  return 0;
}
