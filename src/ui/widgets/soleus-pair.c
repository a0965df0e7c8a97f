/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One above the other, the picture shrinks first, then the words scroll. */
#include "ui/widgets/soleus-pair.h"

#define SPACING 18

/* From this width on there is room for both beside each other. */
#define WIDE 620

struct _SoleusPair
{
  GtkWidget parent_instance;

  GtkWidget *picture;
  GtkWidget *scroller;
  GtkWidget *words; /* in it; borrowed */
};

G_DEFINE_FINAL_TYPE (SoleusPair, soleus_pair, GTK_TYPE_WIDGET)

static gboolean
shows_picture (SoleusPair *self)
{
  return gtk_widget_should_layout (self->picture);
}

static GtkSizeRequestMode
soleus_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_pair_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  SoleusPair *self = SOLEUS_PAIR (widget);
  gboolean beside = for_size < 0 || for_size >= WIDE;
  int least[2] = { 0, 0 }, wanted[2] = { 0, 0 };

  if (shows_picture (self))
    gtk_widget_measure (self->picture, orientation, -1, &least[0], &wanted[0], NULL, NULL);
  gtk_widget_measure (self->scroller, orientation, -1, &least[1], &wanted[1], NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least[0], least[1]);
      *natural = MAX (WIDE, wanted[0] + SPACING + wanted[1]);
    }
  else if (beside)
    {
      *minimum = MAX (least[0], least[1]);
      *natural = MAX (wanted[0], wanted[1]);
    }
  else
    {
      *minimum = least[0] + SPACING + least[1];
      *natural = wanted[0] + SPACING + wanted[1];
    }
}

static void
soleus_pair_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  SoleusPair *self = SOLEUS_PAIR (widget);
  GtkAllocation words = { 0, 0, width, height }, picture = { 0, 0, width, height };
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least = 0, wanted = 0;

  if (shows_picture (self) && width >= WIDE)
    {
      picture.width = (width - SPACING) / 2;
      words.width = width - SPACING - picture.width;
      words.x = rtl ? 0 : picture.width + SPACING;
      picture.x = rtl ? words.width + SPACING : 0;
    }
  else if (shows_picture (self))
    {
      gtk_widget_measure (self->picture, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
      /* The scroller would answer for one long line. */
      gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
      words.height = MAX (MIN (wanted, height - least - SPACING), 0);
      picture.height = MAX (height - SPACING - words.height, least);
      words.y = picture.height + SPACING;
      words.height = MAX (height - words.y, 0);
    }
  if (shows_picture (self))
    gtk_widget_size_allocate (self->picture, &picture, -1);
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, words.width, &least, NULL, NULL, NULL);
  words.height = MAX (words.height, least);
  gtk_widget_size_allocate (self->scroller, &words, -1);
}

static void
soleus_pair_dispose (GObject *object)
{
  SoleusPair *self = SOLEUS_PAIR (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_pair_parent_class)->dispose (object);
}

static void
soleus_pair_class_init (SoleusPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_pair_dispose;
  widget_class->get_request_mode = soleus_pair_get_request_mode;
  widget_class->measure = soleus_pair_measure;
  widget_class->size_allocate = soleus_pair_size_allocate;
}

static void
soleus_pair_init (SoleusPair *self)
{
}

/**
 * soleus_pair_new:
 * @picture: the picture, which may be hidden
 * @words: what stands beside or below it, and scrolls where there is too little room
 *
 * Returns: (transfer floating): both together
 */
GtkWidget *
soleus_pair_new (GtkWidget *picture,
                 GtkWidget *words)
{
  SoleusPair *self = g_object_new (SOLEUS_TYPE_PAIR, "vexpand", TRUE, NULL);

  self->picture = picture;
  self->words = words;
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), words);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
