/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one layout for groups of buttons and for rows with buttons, so that nothing is cut in a narrow window or with
 * large text. It asks for no more width than its widest child.
 *
 * Without wrap there are two shapes: one row, or a column in which each child takes the full width. With wrap the
 * children fill lines like words, each at its natural width. Homogeneous children of a row are equally wide and fill
 * it. In a row the room that is left over goes to the children that expand. */
#include "ui/widgets/soleus-flow.h"

struct _SoleusFlow
{
  GtkWidget parent_instance;

  int spacing;
  gboolean homogeneous;
  gboolean wrap;
};

G_DEFINE_FINAL_TYPE (SoleusFlow, soleus_flow, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_HOMOGENEOUS,
  PROP_WRAP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* A child and the room that it gets. */
typedef struct
{
  GtkWidget *widget;
  int min_width;
  int natural_width;
  GtkAllocation place;
} Slot;

static GArray *
collect_slots (SoleusFlow *self)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        Slot slot = { .widget = child };

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &slot.min_width, &slot.natural_width, NULL, NULL);
        g_array_append_val (slots, slot);
      }

  return slots;
}

static Slot *
get_slot (GArray *slots,
          guint   i)
{
  return &g_array_index (slots, Slot, i);
}

/* How wide the slots from first up to but without end are in one row. */
static int
get_row_width (SoleusFlow *self,
               GArray     *slots,
               guint       first,
               guint       end)
{
  int width = 0;
  int widest = 0;

  for (guint i = first; i < end; i++)
    {
      width += get_slot (slots, i)->natural_width;
      widest = MAX (widest, get_slot (slots, i)->natural_width);
    }
  if (self->homogeneous && !self->wrap)
    width = widest * (int) (end - first);

  return end > first ? width + self->spacing * (int) (end - first - 1) : 0;
}

static int
get_natural_height (Slot *slot)
{
  int height = 0;

  gtk_widget_measure (slot->widget, GTK_ORIENTATION_VERTICAL, slot->place.width, NULL, &height, NULL, NULL);
  return height;
}

/* Gives each slot of a row its width, and returns the row's height. */
static int
lay_out_row (SoleusFlow *self,
             GArray     *slots,
             guint       first,
             guint       end,
             int         y,
             int         width)
{
  int n = (int) (end - first);
  int spare = MAX (0, width - get_row_width (self, slots, first, end));
  int n_expanding = 0;
  int x = 0;
  int height = 0;

  for (guint i = first; i < end; i++)
    if (gtk_widget_compute_expand (get_slot (slots, i)->widget, GTK_ORIENTATION_HORIZONTAL))
      n_expanding++;

  for (guint i = first; i < end; i++)
    {
      Slot *slot = get_slot (slots, i);

      if (self->homogeneous && !self->wrap)
        {
          int right = (int) (i - first + 1) * (width + self->spacing) / n - self->spacing;

          slot->place.width = right - x;
        }
      else
        {
          slot->place.width = MIN (slot->natural_width, width);
          if (n_expanding > 0 && gtk_widget_compute_expand (slot->widget, GTK_ORIENTATION_HORIZONTAL))
            {
              slot->place.width += spare / n_expanding;
              spare -= spare / n_expanding;
              n_expanding--;
            }
        }

      slot->place.x = x;
      slot->place.y = y;
      x += slot->place.width + self->spacing;
      height = MAX (height, get_natural_height (slot));
    }

  for (guint i = first; i < end; i++)
    get_slot (slots, i)->place.height = height;
  return height;
}

static int
lay_out_column (SoleusFlow *self,
                GArray     *slots,
                int         width)
{
  int y = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      Slot *slot = get_slot (slots, i);

      slot->place = (GtkAllocation) { 0, y, width, 0 };
      slot->place.height = get_natural_height (slot);
      y += slot->place.height + self->spacing;
    }

  return MAX (0, y - self->spacing);
}

static int
lay_out_lines (SoleusFlow *self,
               GArray     *slots,
               int         width)
{
  int y = 0;
  guint end;

  for (guint first = 0; first < slots->len; first = end)
    {
      end = first + 1;
      while (end < slots->len && get_row_width (self, slots, first, end + 1) <= width)
        end++;
      y += lay_out_row (self, slots, first, end, y, width) + self->spacing;
    }

  return MAX (0, y - self->spacing);
}

/* Places all slots in a width, and returns the height that they need. */
static int
lay_out (SoleusFlow *self,
         GArray     *slots,
         int         width)
{
  if (get_row_width (self, slots, 0, slots->len) <= width)
    return lay_out_row (self, slots, 0, slots->len, 0, width);
  if (self->wrap)
    return lay_out_lines (self, slots, width);
  return lay_out_column (self, slots, width);
}

static GtkSizeRequestMode
soleus_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_flow_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  SoleusFlow *self = SOLEUS_FLOW (widget);
  g_autoptr (GArray) slots = collect_slots (self);
  int row_width = get_row_width (self, slots, 0, slots->len);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      for (guint i = 0; i < slots->len; i++)
        *minimum = MAX (*minimum, get_slot (slots, i)->min_width);
      *natural = MAX (*minimum, row_width);
    }
  else
    {
      *minimum = *natural = lay_out (self, slots, for_size < 0 ? row_width : for_size);
    }
}

static void
soleus_flow_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  SoleusFlow *self = SOLEUS_FLOW (widget);
  g_autoptr (GArray) slots = collect_slots (self);
  int needed = lay_out (self, slots, width);
  gboolean one_row = get_row_width (self, slots, 0, slots->len) <= width;

  for (guint i = 0; i < slots->len; i++)
    {
      Slot *slot = get_slot (slots, i);

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        slot->place.x = width - slot->place.x - slot->place.width;
      if (one_row)
        slot->place.height = MAX (slot->place.height, height);
      else
        slot->place.y += MAX (0, height - needed) / 2;
      gtk_widget_size_allocate (slot->widget, &slot->place, -1);
    }
}

static void
soleus_flow_compute_expand (GtkWidget *widget,
                            gboolean  *horizontal,
                            gboolean  *vertical)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      *horizontal |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vertical |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
soleus_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (soleus_flow_parent_class)->dispose (object);
}

static void
soleus_flow_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SoleusFlow *self = SOLEUS_FLOW (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, self->homogeneous);
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, self->wrap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_flow_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SoleusFlow *self = SOLEUS_FLOW (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      soleus_flow_set_spacing (self, g_value_get_int (value));
      break;
    case PROP_HOMOGENEOUS:
      soleus_flow_set_homogeneous (self, g_value_get_boolean (value));
      break;
    case PROP_WRAP:
      soleus_flow_set_wrap (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_flow_class_init (SoleusFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_flow_dispose;
  object_class->get_property = soleus_flow_get_property;
  object_class->set_property = soleus_flow_set_property;

  widget_class->get_request_mode = soleus_flow_get_request_mode;
  widget_class->measure = soleus_flow_measure;
  widget_class->size_allocate = soleus_flow_size_allocate;
  widget_class->compute_expand = soleus_flow_compute_expand;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 8, flags);
  properties[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE, flags);
  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "flow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_flow_init (SoleusFlow *self)
{
  self->spacing = 8;
}

/**
 * soleus_flow_new:
 * @spacing: between the children, in logical pixels
 *
 * Returns: (transfer floating): an empty flow
 */
GtkWidget *
soleus_flow_new (int spacing)
{
  return g_object_new (SOLEUS_TYPE_FLOW, "spacing", spacing, NULL);
}

/**
 * soleus_flow_append:
 * @self: a flow
 * @child: (transfer floating): what comes last
 *
 * In a .ui file, <child> does the same.
 */
void
soleus_flow_append (SoleusFlow *self,
                    GtkWidget  *child)
{
  g_return_if_fail (SOLEUS_IS_FLOW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * soleus_flow_get_spacing:
 * @self: a flow
 *
 * Returns: the room between two children, in logical pixels
 */
int
soleus_flow_get_spacing (SoleusFlow *self)
{
  g_return_val_if_fail (SOLEUS_IS_FLOW (self), 0);

  return self->spacing;
}

/**
 * soleus_flow_set_spacing:
 * @self: a flow
 * @spacing: the room between two children, in logical pixels
 */
void
soleus_flow_set_spacing (SoleusFlow *self,
                         int         spacing)
{
  g_return_if_fail (SOLEUS_IS_FLOW (self));
  g_return_if_fail (spacing >= 0);

  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}

/**
 * soleus_flow_get_homogeneous:
 * @self: a flow
 *
 * Returns: whether the children of a row are equally wide
 */
gboolean
soleus_flow_get_homogeneous (SoleusFlow *self)
{
  g_return_val_if_fail (SOLEUS_IS_FLOW (self), FALSE);

  return self->homogeneous;
}

/**
 * soleus_flow_set_homogeneous:
 * @self: a flow
 * @homogeneous: whether the children of a row are equally wide
 */
void
soleus_flow_set_homogeneous (SoleusFlow *self,
                             gboolean    homogeneous)
{
  g_return_if_fail (SOLEUS_IS_FLOW (self));

  homogeneous = !!homogeneous;
  if (self->homogeneous == homogeneous)
    return;

  self->homogeneous = homogeneous;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOMOGENEOUS]);
}

/**
 * soleus_flow_get_wrap:
 * @self: a flow
 *
 * Returns: whether children that do not fit fill several lines instead of a column
 */
gboolean
soleus_flow_get_wrap (SoleusFlow *self)
{
  g_return_val_if_fail (SOLEUS_IS_FLOW (self), FALSE);

  return self->wrap;
}

/**
 * soleus_flow_set_wrap:
 * @self: a flow
 * @wrap: whether children that do not fit fill several lines instead of a column
 */
void
soleus_flow_set_wrap (SoleusFlow *self,
                      gboolean    wrap)
{
  g_return_if_fail (SOLEUS_IS_FLOW (self));

  wrap = !!wrap;
  if (self->wrap == wrap)
    return;

  self->wrap = wrap;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

/**
 * soleus_flow_get_is_row:
 * @self: a flow
 *
 * Returns: whether all children fit in one row at the present width
 */
gboolean
soleus_flow_get_is_row (SoleusFlow *self)
{
  g_autoptr (GArray) slots = NULL;

  g_return_val_if_fail (SOLEUS_IS_FLOW (self), TRUE);

  slots = collect_slots (self);
  return get_row_width (self, slots, 0, slots->len) <= gtk_widget_get_width (GTK_WIDGET (self));
}
