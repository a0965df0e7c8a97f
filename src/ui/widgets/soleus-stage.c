/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Its style classes "full", "small" and "tiny" follow the height, in units of the text that has to fit in it. */
#include "config.h"

#include "ui/widgets/soleus-stage.h"

#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-late-style.h"

/* Below these heights, in logical pixels at the usual text size, sizes shrink. */
#define SMALL_HEIGHT 700
#define TINY_HEIGHT 600
#define LEAST_BETWEEN 320

struct _SoleusStage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *body;
  GtkWidget *buttons;
  GtkWidget *foot;
  const char *size;
  guint resize;
};

G_DEFINE_FINAL_TYPE (SoleusStage, soleus_stage, GTK_TYPE_WIDGET)

static gboolean
resize_cb (gpointer data)
{
  SoleusStage *self = data;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / soleus_build_text_scale (GTK_WIDGET (self));
  const char *size = height < TINY_HEIGHT ? "tiny" : height < SMALL_HEIGHT ? "small" : "full";

  self->resize = 0;
  if (self->size != size)
    {
      if (self->size != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), self->size);
      gtk_widget_add_css_class (GTK_WIDGET (self), size);
      self->size = size;
    }
  return G_SOURCE_REMOVE;
}

static void
soleus_stage_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  SoleusStage *self = SOLEUS_STAGE (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->resize == 0)
    self->resize = g_idle_add (resize_cb, self);
}

static GtkSizeRequestMode
soleus_stage_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_stage_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  gtk_widget_measure (SOLEUS_STAGE (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
soleus_stage_dispose (GObject *object)
{
  SoleusStage *self = SOLEUS_STAGE (object);

  g_clear_handle_id (&self->resize, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_stage_parent_class)->dispose (object);
}

static void
soleus_stage_class_init (SoleusStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_stage_dispose;
  widget_class->size_allocate = soleus_stage_size_allocate;
  widget_class->measure = soleus_stage_measure;
  widget_class->get_request_mode = soleus_stage_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "stage");
  soleus_late_style_load ();
}

static void
soleus_stage_init (SoleusStage *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * soleus_stage_new:
 * @head: what stands above everything
 *
 * Returns: (transfer floating): the stage, with nothing on it
 */
GtkWidget *
soleus_stage_new (GtkWidget *head)
{
  SoleusStage *self = g_object_new (SOLEUS_TYPE_STAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *between = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->box), head);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_box_append (GTK_BOX (between), self->body);
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (between), self->buttons);
  /* It scrolls only where text is large and the window small. */
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "min-content-height", LEAST_BETWEEN, "focusable", FALSE, "vexpand", TRUE, "child", between, NULL);
  gtk_box_append (GTK_BOX (self->box), scroller);
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), self->foot);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * soleus_stage_get_body:
 * @self: a stage
 *
 * Returns: (transfer none): a box for what is read
 */
GtkWidget *
soleus_stage_get_body (SoleusStage *self)
{
  g_return_val_if_fail (SOLEUS_IS_STAGE (self), NULL);

  return self->body;
}

/**
 * soleus_stage_get_buttons:
 * @self: a stage
 *
 * Returns: (transfer none): a box for buttons, below the body
 */
GtkWidget *
soleus_stage_get_buttons (SoleusStage *self)
{
  g_return_val_if_fail (SOLEUS_IS_STAGE (self), NULL);

  return self->buttons;
}

/**
 * soleus_stage_get_foot:
 * @self: a stage
 *
 * Returns: (transfer none): a box for buttons that are always in view
 */
GtkWidget *
soleus_stage_get_foot (SoleusStage *self)
{
  g_return_val_if_fail (SOLEUS_IS_STAGE (self), NULL);

  return self->foot;
}

/**
 * soleus_stage_clear:
 * @self: a stage
 *
 * Takes everything away but the head.
 */
void
soleus_stage_clear (SoleusStage *self)
{
  g_return_if_fail (SOLEUS_IS_STAGE (self));

  soleus_build_clear (self->body);
  soleus_build_clear (self->buttons);
  soleus_build_clear (self->foot);
}
