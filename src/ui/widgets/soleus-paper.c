/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Black on white, in whole lines; the paper is what the printer has, A4 or Letter. A figure stands at the top of the first page. */
#include "config.h"

#include "ui/widgets/soleus-paper.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-ask.h"

/* Points. */
#define MARGIN 54
#define TEXT_SIZE 11
#define TITLE_SIZE 16
#define FIGURE_HEIGHT 180
#define FIGURE_GAP 12

struct _SoleusPaper
{
  char *title;
  GString *markup;
  PangoLayout *layout;
  GArray *first_lines; /* of each page; int */
  const SoleusFigures *figures;
  const SoleusFigure *figure;
};

static void
paper_free (gpointer  data,
            GClosure *closure)
{
  SoleusPaper *self = data;

  g_clear_object (&self->layout);
  g_array_unref (self->first_lines);
  g_string_free (self->markup, TRUE);
  g_free (self->title);
  g_free (self);
}

/**
 * soleus_paper_new:
 * @title: the name of the printing job
 *
 * Returns: (transfer full): empty paper, to be handed to soleus_paper_prepare()
 */
SoleusPaper *
soleus_paper_new (const char *title)
{
  SoleusPaper *self = g_new0 (SoleusPaper, 1);

  self->title = g_strdup (title);
  self->markup = g_string_new (NULL);
  self->first_lines = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

static void
add (SoleusPaper *self,
     const char  *open,
     const char  *text,
     const char  *close)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (self->markup, "%s%s%s\n", open, escaped, close);
}

/**
 * soleus_paper_add_title:
 * @self: paper
 * @text: the title
 */
void
soleus_paper_add_title (SoleusPaper *self,
                        const char  *text)
{
  g_autofree char *open = g_strdup_printf ("<span size=\"%dpt\" weight=\"bold\">", TITLE_SIZE);

  add (self, open, text, "</span>");
}

/**
 * soleus_paper_add_gap:
 * @self: paper
 *
 * Leaves a line empty.
 */
void
soleus_paper_add_gap (SoleusPaper *self)
{
  g_string_append_c (self->markup, '\n');
}

/**
 * soleus_paper_add_head:
 * @self: paper
 * @text: a heading
 */
void
soleus_paper_add_head (SoleusPaper *self,
                       const char  *text)
{
  add (self, "<b>", text, "</b>");
}

/**
 * soleus_paper_add_line:
 * @self: paper
 * @text: a paragraph
 */
void
soleus_paper_add_line (SoleusPaper *self,
                       const char  *text)
{
  add (self, "", text, "");
}

/**
 * soleus_paper_set_figure:
 * @self: paper
 * @figures: all figures, which must live until it is printed
 * @figure: the one that is drawn at the top
 */
void
soleus_paper_set_figure (SoleusPaper         *self,
                         const SoleusFigures *figures,
                         const SoleusFigure  *figure)
{
  self->figures = figures;
  self->figure = figure;
}

static double
get_top (SoleusPaper *self,
         int          page)
{
  return page == 0 && self->figure != NULL ? FIGURE_HEIGHT + FIGURE_GAP : 0;
}

/* Cuts the text into pages between its lines. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                SoleusPaper       *self)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  double height = gtk_print_context_get_height (context), top = get_top (self, 0);
  gboolean is_empty = TRUE;
  int first = 0;

  g_clear_object (&self->layout);
  self->layout = gtk_print_context_create_pango_layout (context);
  pango_font_description_set_size (font, TEXT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (self->layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (self->layout, self->markup->str, -1);
  g_array_set_size (self->first_lines, 0);
  g_array_append_val (self->first_lines, first);
  for (int i = 0; i < pango_layout_get_line_count (self->layout); i++)
    {
      PangoRectangle extents;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, i), NULL, &extents);
      if (top + extents.height / (double) PANGO_SCALE > height && !is_empty)
        {
          g_array_append_val (self->first_lines, i);
          top = 0;
        }
      top += extents.height / (double) PANGO_SCALE;
      is_empty = FALSE;
    }
  gtk_print_operation_set_n_pages (operation, (int) self->first_lines->len);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              SoleusPaper       *self)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  int from = g_array_index (self->first_lines, int, page);
  int until = page + 1 < (int) self->first_lines->len ? g_array_index (self->first_lines, int, page + 1) : pango_layout_get_line_count (self->layout);
  double top = get_top (self, page);

  if (top > 0)
    soleus_figure_draw (self->figures, self->figure, cairo, gtk_print_context_get_width (context), FIGURE_HEIGHT, -1, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (int i = from; i < until; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      cairo_move_to (cairo, 0, top - extents.y / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (cairo, line);
      top += extents.height / (double) PANGO_SCALE;
    }
}

/**
 * soleus_paper_prepare:
 * @self: (transfer full): paper
 *
 * Returns: (transfer full): what prints it
 */
GtkPrintOperation *
soleus_paper_prepare (SoleusPaper *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), self, paper_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}

/**
 * soleus_paper_print:
 * @operation: what prints
 * @parent: (nullable): the window that asks
 *
 * Asks for a printer and prints; says so where that fails.
 */
void
soleus_paper_print (GtkPrintOperation *operation,
                    GtkWindow         *parent)
{
  static const SoleusAskAnswer close = { "close", N_("_Close"), FALSE };
  g_autoptr (GError) error = NULL;
  SoleusAskAnswer answer = close;

  answer.label = _(close.label);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR && parent != NULL)
    soleus_ask (GTK_WIDGET (parent), _("It could not be printed"), _("Check the printer, and try again. The page is still here to show."), &answer, 1, NULL, NULL, NULL);
}
