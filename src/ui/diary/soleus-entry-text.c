/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time stands in a column of its own, so that a night can be read down its times. */
#include "config.h"

#include "ui/diary/soleus-entry-text.h"

#include <string.h>

#include "app/soleus-day.h"

#define TIME_CHARS 8
#define SPACING 12

struct _SoleusEntryText
{
  GtkWidget parent_instance;

  GtkWidget *when;
  GtkWidget *text; /* @what above @note */
  GtkWidget *what;
  GtkWidget *note;
  char *name;
};

G_DEFINE_FINAL_TYPE (SoleusEntryText, soleus_entry_text, GTK_TYPE_WIDGET)

/* A label asks for the room of all its words; the column of times is the same for every row. */
static int
get_column (SoleusEntryText *self)
{
  PangoFontMetrics *metrics;
  int column, least;

  if (!gtk_widget_get_visible (self->when))
    return 0;
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (self->when), NULL, NULL);
  column = TIME_CHARS * pango_font_metrics_get_approximate_digit_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  gtk_widget_measure (self->when, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (column, least) + SPACING;
}

static GtkSizeRequestMode
soleus_entry_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* With large text in a narrow window the time stands above the rest. */
static gboolean
is_stacked (int width,
            int column)
{
  return width < 3 * column;
}

/* The time is never above the rest in the width that is asked for, so that more room does not change the shape. */
static int
get_usual_width (int text,
                 int column)
{
  return MAX (text + column, 3 * column);
}

static void
soleus_entry_text_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  SoleusEntryText *self = SOLEUS_ENTRY_TEXT (widget);
  int column = get_column (self);
  int when = 0, text, usual;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &text, &usual, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (text, column);
      *natural = MAX (*minimum, get_usual_width (usual, column));
      return;
    }
  if (for_size < 0)
    for_size = get_usual_width (usual, column);
  if (column > 0)
    gtk_widget_measure (self->when, orientation, is_stacked (for_size, column) ? for_size : column - SPACING, &when, NULL, NULL, NULL);
  gtk_widget_measure (self->text, orientation, MAX (text, is_stacked (for_size, column) ? for_size : for_size - column), &text, NULL, NULL, NULL);
  *minimum = *natural = is_stacked (for_size, column) ? when + text : MAX (when, text);
}

static void
soleus_entry_text_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SoleusEntryText *self = SOLEUS_ENTRY_TEXT (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column (self);
  gboolean stacked = is_stacked (width, column);
  GtkAllocation when = { 0, 0, stacked ? width : column - SPACING, 0 };
  GtkAllocation text = { 0, 0, stacked ? width : width - column, 0 };

  if (column > 0)
    gtk_widget_measure (self->when, GTK_ORIENTATION_VERTICAL, when.width, &when.height, NULL, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, text.width, &text.height, NULL, NULL, NULL);
  when.y = text.y = MAX (height - (stacked ? when.height + text.height : MAX (when.height, text.height)), 0) / 2;
  if (stacked)
    text.y += when.height;
  else if (is_rtl)
    when.x = width - when.width;
  else
    text.x = column;
  if (column > 0)
    gtk_widget_size_allocate (self->when, &when, -1);
  gtk_widget_size_allocate (self->text, &text, -1);
}

static void
soleus_entry_text_dispose (GObject *object)
{
  SoleusEntryText *self = SOLEUS_ENTRY_TEXT (object);

  g_clear_pointer (&self->when, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (soleus_entry_text_parent_class)->dispose (object);
}

static void
soleus_entry_text_class_init (SoleusEntryTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_entry_text_dispose;
  widget_class->get_request_mode = soleus_entry_text_get_request_mode;
  widget_class->measure = soleus_entry_text_measure;
  widget_class->size_allocate = soleus_entry_text_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "entrytext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

static void
soleus_entry_text_init (SoleusEntryText *self)
{
  self->when = make_label ();
  gtk_widget_add_css_class (self->when, "numeric");
  gtk_widget_set_parent (self->when, GTK_WIDGET (self));

  self->what = make_label ();
  self->note = make_label ();
  gtk_label_set_lines (GTK_LABEL (self->note), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->note, "dim-label");
  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (self->text), self->what);
  gtk_box_append (GTK_BOX (self->text), self->note);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

/**
 * soleus_entry_text_new:
 *
 * Returns: (transfer floating): no entry yet
 */
GtkWidget *
soleus_entry_text_new (void)
{
  return g_object_new (SOLEUS_TYPE_ENTRY_TEXT, NULL);
}

/**
 * soleus_entry_text_set:
 * @self: a text
 * @diary: the diary
 * @record: the entry
 */
void
soleus_entry_text_set (SoleusEntryText *self,
                       SoleusDiary     *diary,
                       SoleusRecord    *record)
{
  g_autofree char *when = NULL, *what = NULL, *line = NULL;
  const char *note;

  g_return_if_fail (SOLEUS_IS_ENTRY_TEXT (self));

  when = soleus_day_words_when (record);
  what = soleus_day_words_entry (diary, record);
  note = soleus_record_get_note (record);
  if (note != NULL)
    line = g_strndup (note, strcspn (note, "\n"));

  gtk_label_set_label (GTK_LABEL (self->when), when);
  gtk_widget_set_visible (self->when, *when != '\0');
  gtk_label_set_label (GTK_LABEL (self->what), what);
  gtk_label_set_label (GTK_LABEL (self->note), line != NULL ? line : "");
  gtk_widget_set_visible (self->note, line != NULL);
  g_free (self->name);
  self->name = *when != '\0' ? g_strconcat (when, ", ", what, NULL) : g_strdup (what);
}

/**
 * soleus_entry_text_get_name:
 * @self: a text
 *
 * Returns: (transfer none): the entry as it is read out, without its note
 */
const char *
soleus_entry_text_get_name (SoleusEntryText *self)
{
  g_return_val_if_fail (SOLEUS_IS_ENTRY_TEXT (self), NULL);

  return self->name;
}
