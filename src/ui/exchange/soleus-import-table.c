/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Five columns do not fit a narrow window with large text. Both forms are built; the width decides which one is drawn,
 * and the other one is hidden from a screen reader too. */
#include "config.h"

#include "ui/exchange/soleus-import-table.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"

#define N_COLUMNS 5
#define NAME_CHARS 16
#define HEADING_CHARS 9

struct _SoleusImportTable
{
  GtkWidget parent_instance;

  GtkWidget *table;
  GtkWidget *grid; /* in the table */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SoleusImportTable, soleus_import_table, GTK_TYPE_WIDGET)

static int
get_table_width (SoleusImportTable *self)
{
  int natural;

  gtk_widget_measure (self->table, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
soleus_import_table_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  SoleusImportTable *self = SOLEUS_IMPORT_TABLE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->list, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, get_table_width (self));
    }
  else
    gtk_widget_measure (for_size < 0 || for_size >= get_table_width (self) ? self->table : self->list,
                        orientation, for_size, minimum, natural, NULL, NULL);
}

static void
soleus_import_table_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SoleusImportTable *self = SOLEUS_IMPORT_TABLE (widget);
  gboolean is_wide = width >= get_table_width (self);
  GtkWidget *shown = is_wide ? self->table : self->list;

  gtk_widget_set_child_visible (self->table, is_wide);
  gtk_widget_set_child_visible (self->list, !is_wide);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_STATE_HIDDEN, !is_wide, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_STATE_HIDDEN, is_wide, -1);
  gtk_widget_allocate (shown, width, height, baseline, NULL);
}

static GtkSizeRequestMode
soleus_import_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_import_table_dispose (GObject *object)
{
  SoleusImportTable *self = SOLEUS_IMPORT_TABLE (object);

  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_import_table_parent_class)->dispose (object);
}

static void
soleus_import_table_class_init (SoleusImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_import_table_dispose;
  widget_class->measure = soleus_import_table_measure;
  widget_class->size_allocate = soleus_import_table_size_allocate;
  widget_class->get_request_mode = soleus_import_table_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_import_table_init (SoleusImportTable *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  self->table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->table, "card");
  gtk_box_append (GTK_BOX (self->table), self->grid);
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "card");
  gtk_widget_add_css_class (self->list, "rows");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static void
attach (SoleusImportTable *self,
        int                column,
        int                row,
        const char        *text,
        gboolean           is_heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? NAME_CHARS : HEADING_CHARS);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, is_heading ? "heading" : "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
attach_numbers (SoleusImportTable *self,
                int                row,
                const char        *name,
                const guint       *numbers)
{
  attach (self, 0, row, name, FALSE);
  for (int i = 1; i < N_COLUMNS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'u", numbers[i - 1]);

      attach (self, i, row, text, FALSE);
    }
}

static void
append_sentence (SoleusImportTable *self,
                 const char        *name,
                 const guint       *numbers)
{
  GtkWidget *label;
  /* Translators: a kind of entry, then four numbers of such entries */
  g_autofree char *text = g_strdup_printf (_("%s: %'u in the file. %'u new, %'u already here, %'u different."),
                                           name, numbers[0], numbers[1], numbers[2], numbers[3]);

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self->list), label);
}

/**
 * soleus_import_table_new:
 * @result: what a dry run found
 *
 * Returns: (transfer floating): a table with a row for each kind that the file holds, and one for all of them
 */
GtkWidget *
soleus_import_table_new (const SoleusImportResult *result)
{
  SoleusImportTable *self = g_object_new (SOLEUS_TYPE_IMPORT_TABLE, NULL);
  const char *const headings[N_COLUMNS] = { _("Kind"), _("In the file"), _("New"), _("Already here"), _("Different") };
  int n_rows = 0;

  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("What the file holds"));
  for (int i = 0; i < N_COLUMNS; i++)
    attach (self, i, 0, headings[i], TRUE);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST + 1; kind++)
    {
      gboolean is_sum = kind > SOLEUS_KIND_LAST;
      const SoleusImportCount *count = is_sum ? &result->all : &result->kinds[kind];
      const guint numbers[] = { count->in_file, count->added, count->same, count->replaced + count->kept };
      g_autofree char *name = is_sum ? g_strdup (_("All")) : soleus_words_kind ((SoleusKind) kind);

      if (count->in_file == 0 || (is_sum && n_rows < 2))
        continue;
      attach_numbers (self, ++n_rows, name, numbers);
      append_sentence (self, name, numbers);
    }
  return GTK_WIDGET (self);
}
