/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rail shows if the content beside it still has room for a page. Its natural width grows with the text, and the
 * threshold with it. What else depends on the width follows the property "narrow", which changes in an idle call:
 * widgets must not be shown or hidden while they are being placed. */
#include "ui/widgets/soleus-shell.h"

struct _SoleusShell
{
  GtkWidget parent_instance;

  GtkWidget *rail;
  GtkWidget *content;
  gboolean narrow;
  gboolean placed_narrow;
  guint notify_source;
};

G_DEFINE_FINAL_TYPE (SoleusShell, soleus_shell, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_RAIL,
  PROP_CONTENT,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static int
get_rail_width (SoleusShell *self)
{
  int width = 0;

  if (self->rail != NULL && gtk_widget_get_visible (self->rail))
    gtk_widget_measure (self->rail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static gboolean
is_narrow_at (SoleusShell *self,
              int          width)
{
  int rail = get_rail_width (self);

  return rail == 0 || width < rail + SOLEUS_SHELL_MIN_CONTENT;
}

static gboolean
notify_narrow_cb (gpointer data)
{
  SoleusShell *self = data;

  self->notify_source = 0;
  if (self->narrow != self->placed_narrow)
    {
      self->narrow = self->placed_narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
soleus_shell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_child (GtkWidget     *child,
               GtkOrientation orientation,
               int            for_size,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
soleus_shell_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  SoleusShell *self = SOLEUS_SHELL (widget);
  int rail_min, rail_natural, content_min, content_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_child (self->rail, orientation, -1, &rail_min, &rail_natural);
      measure_child (self->content, orientation, -1, &content_min, &content_natural);
      *minimum = MAX (SOLEUS_SHELL_MIN_WIDTH, content_min);
      *natural = MAX (*minimum, rail_natural + content_natural);
    }
  else if (for_size >= 0 && is_narrow_at (self, for_size))
    {
      measure_child (self->content, orientation, for_size, minimum, natural);
    }
  else
    {
      int rail_width = get_rail_width (self);

      measure_child (self->rail, orientation, rail_width, &rail_min, &rail_natural);
      measure_child (self->content, orientation, for_size < 0 ? -1 : for_size - rail_width, &content_min, &content_natural);
      *minimum = MAX (rail_min, content_min);
      *natural = MAX (rail_natural, content_natural);
    }
}

static void
soleus_shell_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  SoleusShell *self = SOLEUS_SHELL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rail_width;

  self->placed_narrow = is_narrow_at (self, width);
  rail_width = self->placed_narrow ? 0 : get_rail_width (self);

  if (self->rail != NULL)
    {
      gtk_widget_set_child_visible (self->rail, !self->placed_narrow);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->rail), GTK_ACCESSIBLE_STATE_HIDDEN, self->placed_narrow, -1);
      if (!self->placed_narrow)
        gtk_widget_size_allocate (self->rail, &(GtkAllocation) { rtl ? width - rail_width : 0, 0, rail_width, height }, -1);
    }
  if (self->content != NULL)
    gtk_widget_size_allocate (self->content, &(GtkAllocation) { rtl ? 0 : rail_width, 0, width - rail_width, height }, -1);

  if (self->narrow != self->placed_narrow && self->notify_source == 0)
    self->notify_source = g_idle_add (notify_narrow_cb, self);
}

static void
soleus_shell_dispose (GObject *object)
{
  SoleusShell *self = SOLEUS_SHELL (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->rail, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_shell_parent_class)->dispose (object);
}

static void
soleus_shell_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SoleusShell *self = SOLEUS_SHELL (object);

  switch (prop_id)
    {
    case PROP_RAIL:
      g_value_set_object (value, self->rail);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_shell_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SoleusShell *self = SOLEUS_SHELL (object);

  switch (prop_id)
    {
    case PROP_RAIL:
      soleus_shell_set_rail (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      soleus_shell_set_content (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_shell_class_init (SoleusShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_shell_dispose;
  object_class->get_property = soleus_shell_get_property;
  object_class->set_property = soleus_shell_set_property;

  widget_class->get_request_mode = soleus_shell_get_request_mode;
  widget_class->measure = soleus_shell_measure;
  widget_class->size_allocate = soleus_shell_size_allocate;

  properties[PROP_RAIL] = g_param_spec_object ("rail", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  /* Whether the rail is hidden for lack of room. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "shell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_shell_init (SoleusShell *self)
{
}

/**
 * soleus_shell_new:
 *
 * Returns: (transfer floating): a shell without children
 */
GtkWidget *
soleus_shell_new (void)
{
  return g_object_new (SOLEUS_TYPE_SHELL, NULL);
}

static void
set_child (SoleusShell *self,
           GtkWidget  **place,
           GtkWidget   *child,
           guint        prop_id)
{
  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  /* The rail comes first for the Tab key, whichever was set first. */
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), prop_id == PROP_CONTENT ? self->rail : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

/**
 * soleus_shell_get_rail:
 * @self: a shell
 *
 * Returns: (transfer none) (nullable): the part that a narrow window hides
 */
GtkWidget *
soleus_shell_get_rail (SoleusShell *self)
{
  g_return_val_if_fail (SOLEUS_IS_SHELL (self), NULL);

  return self->rail;
}

/**
 * soleus_shell_set_rail:
 * @self: a shell
 * @rail: (nullable) (transfer floating): the part that a narrow window hides
 */
void
soleus_shell_set_rail (SoleusShell *self,
                       GtkWidget   *rail)
{
  g_return_if_fail (SOLEUS_IS_SHELL (self));

  set_child (self, &self->rail, rail, PROP_RAIL);
}

/**
 * soleus_shell_get_content:
 * @self: a shell
 *
 * Returns: (transfer none) (nullable): the part that is always shown
 */
GtkWidget *
soleus_shell_get_content (SoleusShell *self)
{
  g_return_val_if_fail (SOLEUS_IS_SHELL (self), NULL);

  return self->content;
}

/**
 * soleus_shell_set_content:
 * @self: a shell
 * @content: (nullable) (transfer floating): the part that is always shown
 */
void
soleus_shell_set_content (SoleusShell *self,
                          GtkWidget   *content)
{
  g_return_if_fail (SOLEUS_IS_SHELL (self));

  set_child (self, &self->content, content, PROP_CONTENT);
}

/**
 * soleus_shell_get_narrow:
 * @self: a shell
 *
 * Returns: whether the rail is hidden for lack of room
 */
gboolean
soleus_shell_get_narrow (SoleusShell *self)
{
  g_return_val_if_fail (SOLEUS_IS_SHELL (self), FALSE);

  return self->narrow;
}
