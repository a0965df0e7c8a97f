/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Black on white, in whole lines, as many pages as it takes; the paper is what the printer has, A4 or Letter. */
#include "config.h"

#include "ui/warnings/soleus-clinic-print.h"

#include <glib/gi18n.h>

#include "app/soleus-clinic.h"
#include "ui/compat/soleus-ask.h"

/* Points. */
#define MARGIN 54
#define TEXT_SIZE 11
#define TITLE_SIZE 16

typedef struct
{
  GString *markup;
  PangoLayout *layout;
  GArray *first_lines; /* of each page; int */
} Paper;

static void
paper_free (gpointer data,
            GClosure *closure)
{
  Paper *self = data;

  g_clear_object (&self->layout);
  g_array_unref (self->first_lines);
  g_string_free (self->markup, TRUE);
  g_free (self);
}

static void
add_line (Paper      *self,
          const char *format_open,
          const char *text,
          const char *format_close)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (self->markup, "%s%s%s\n", format_open, escaped, format_close);
}

static Paper *
new_paper (SoleusContext *context)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (context);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (context));
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (warnings, NULL);
  g_autoptr (GPtrArray) blocks = soleus_clinic_list_blocks (soleus_context_get_diary (context), soleus_warnings_get_guidance (warnings), verdict, now);
  g_autofree char *made = soleus_clinic_say_made (now);
  Paper *self = g_new0 (Paper, 1);

  self->markup = g_string_new (NULL);
  self->first_lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_string_append_printf (self->markup, "<span size=\"%dpt\" weight=\"bold\">%s</span>\n", TITLE_SIZE, _("Leg cramps: what was recorded"));
  add_line (self, "", made, "");
  for (guint i = 0; i < blocks->len; i++)
    {
      const SoleusClinicBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_c (self->markup, '\n');
      add_line (self, "<b>", block->title, "</b>");
      for (guint k = 0; k < block->lines->len; k++)
        add_line (self, "", g_ptr_array_index (block->lines, k), "");
    }
  return self;
}

/* Cuts the text into pages between its lines. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Paper             *self)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  double height = gtk_print_context_get_height (context), top = 0;
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
      if (top + extents.height / (double) PANGO_SCALE > height && top > 0)
        {
          g_array_append_val (self->first_lines, i);
          top = 0;
        }
      top += extents.height / (double) PANGO_SCALE;
    }
  gtk_print_operation_set_n_pages (operation, (int) self->first_lines->len);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Paper             *self)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  int from = g_array_index (self->first_lines, int, page);
  int until = page + 1 < (int) self->first_lines->len ? g_array_index (self->first_lines, int, page + 1) : pango_layout_get_line_count (self->layout);
  double top = 0;

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
 * soleus_clinic_print_prepare:
 * @context: what the window shows
 *
 * Returns: (transfer full): what prints the page as of now
 */
GtkPrintOperation *
soleus_clinic_print_prepare (SoleusContext *context)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Paper *self = new_paper (context);

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _("Leg cramps: what was recorded"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), self, paper_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}

/**
 * soleus_clinic_print:
 * @parent: (nullable): the window that asks
 * @context: what the window shows
 *
 * Asks for a printer and prints.
 */
void
soleus_clinic_print (GtkWindow     *parent,
                     SoleusContext *context)
{
  static const SoleusAskAnswer close = { "close", N_("_Close"), FALSE };
  g_autoptr (GtkPrintOperation) operation = soleus_clinic_print_prepare (context);
  g_autoptr (GError) error = NULL;
  SoleusAskAnswer answer = close;

  answer.label = _(close.label);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR && parent != NULL)
    soleus_ask (GTK_WIDGET (parent), _("It could not be printed"), _("Check the printer, and try again. The page is still here to show."), &answer, 1, NULL, NULL, NULL);
}
