/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eleven toggle buttons in one line, or in two when there is no room. The words for the ends stand at the ends: below
 * the line, or above the first and below the second. Digits type an answer; a 0 soon after a 1 makes it ten. */
#include "ui/widgets/soleus-pain-scale.h"

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-roving.h"

#include <glib/gi18n.h>

#define N_STEPS (SOLEUS_PAIN_WORST + 1)
#define N_FIRST_LINE 6
#define MIN_SPACING 2
#define MAX_SPACING 8
#define LINE_SPACING 8
#define WORDS_SPACING 4

/* How soon a 0 must follow a 1. */
#define TEN_USEC (600 * G_TIME_SPAN_MILLISECOND)

struct _SoleusPainScale
{
  GtkWidget parent_instance;

  GtkWidget *steps[N_STEPS];
  GtkWidget *least;
  GtkWidget *worst;
  char *label;
  int value;
  gint64 one_typed_at; /* on the monotonic clock, or 0 */
};

G_DEFINE_FINAL_TYPE (SoleusPainScale, soleus_pain_scale, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_VALUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static int
get_step_width (SoleusPainScale *self)
{
  int widest = 0;

  for (int i = 0; i < N_STEPS; i++)
    {
      int width = 0;

      gtk_widget_measure (self->steps[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

static int
get_line_width (SoleusPainScale *self,
                int              n,
                int              spacing)
{
  return n * get_step_width (self) + (n - 1) * spacing;
}

/* As much as there is room for. */
static int
get_spacing (SoleusPainScale *self,
             int              n,
             int              width)
{
  return CLAMP ((width - n * get_step_width (self)) / (n - 1), MIN_SPACING, MAX_SPACING);
}

static int
get_step_height (SoleusPainScale *self)
{
  int height = 0;

  gtk_widget_measure (self->steps[SOLEUS_PAIN_WORST], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static int
get_words_height (GtkWidget *words,
                  int        width)
{
  int height = 0;

  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static gboolean
fits_in_one_line (SoleusPainScale *self,
                  int              width)
{
  return width < 0 || get_line_width (self, N_STEPS, MIN_SPACING) <= width;
}

static GtkSizeRequestMode
soleus_pain_scale_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_pain_scale_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int words = 0;

      gtk_widget_measure (self->worst, orientation, -1, &words, NULL, NULL, NULL);
      *minimum = MAX (get_line_width (self, N_FIRST_LINE, MIN_SPACING), words);
      *natural = MAX (get_line_width (self, N_STEPS, MAX_SPACING), words);
    }
  else if (fits_in_one_line (self, for_size))
    {
      int half = for_size < 0 ? -1 : for_size / 2;

      *minimum = *natural = get_step_height (self) + WORDS_SPACING +
                            MAX (get_words_height (self->least, half), get_words_height (self->worst, half));
    }
  else
    {
      *minimum = *natural = 2 * get_step_height (self) + LINE_SPACING + 2 * WORDS_SPACING +
                            get_words_height (self->least, for_size) + get_words_height (self->worst, for_size);
    }
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height,
                int        whole_width)
{
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { rtl ? whole_width - x - width : x, y, width, height };

  gtk_widget_size_allocate (child, &place, -1);
}

static void
allocate_line (SoleusPainScale *self,
               int              first,
               int              end,
               int              y,
               int              width,
               int              spacing)
{
  int step_width = get_step_width (self);

  for (int i = first; i < end; i++)
    allocate_child (self->steps[i], (i - first) * (step_width + spacing), y, step_width, get_step_height (self), width);
}

/* The words for the worst end below the last step, where they fit. */
static void
allocate_worst (SoleusPainScale *self,
                int              start,
                int              end,
                int              y,
                int              width)
{
  int natural = 0;

  gtk_widget_measure (self->worst, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  natural = MIN (natural, width - start);
  allocate_child (self->worst, MAX (end - natural, start), y, natural, get_words_height (self->worst, natural), width);
}

static void
soleus_pain_scale_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (widget);
  int step_height = get_step_height (self);

  if (fits_in_one_line (self, width))
    {
      int spacing = get_spacing (self, N_STEPS, width);
      int half = width / 2;
      int y = step_height + WORDS_SPACING;

      allocate_line (self, 0, N_STEPS, 0, width, spacing);
      allocate_child (self->least, 0, y, half, get_words_height (self->least, half), width);
      allocate_worst (self, half, get_line_width (self, N_STEPS, spacing), y, width);
    }
  else
    {
      int spacing = get_spacing (self, N_FIRST_LINE, width);
      int y = get_words_height (self->least, width);

      allocate_child (self->least, 0, 0, width, y, width);
      y += WORDS_SPACING;
      allocate_line (self, 0, N_FIRST_LINE, y, width, spacing);
      y += step_height + LINE_SPACING;
      allocate_line (self, N_FIRST_LINE, N_STEPS, y, width, spacing);
      y += step_height + WORDS_SPACING;
      allocate_worst (self, 0, get_line_width (self, N_STEPS - N_FIRST_LINE, spacing), y, width);
    }
}

static gboolean
soleus_pain_scale_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (widget);
  g_autoptr (GPtrArray) buttons = g_ptr_array_sized_new (N_STEPS);

  for (int i = 0; i < N_STEPS; i++)
    g_ptr_array_add (buttons, self->steps[i]);

  return soleus_roving_focus (widget, buttons, direction, self->value >= 0 ? self->steps[self->value] : NULL);
}

static gboolean
soleus_pain_scale_grab_focus (GtkWidget *widget)
{
  return soleus_pain_scale_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
step_toggled_cb (GtkToggleButton *button,
                 SoleusPainScale *self)
{
  int step = 0;

  while (self->steps[step] != GTK_WIDGET (button))
    step++;

  if (gtk_toggle_button_get_active (button))
    soleus_pain_scale_set_value (self, step);
  else if (self->value == step)
    soleus_pain_scale_set_value (self, SOLEUS_PAIN_UNKNOWN);
}

static int
get_digit (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);
  return -1;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                SoleusPainScale       *self)
{
  gint64 now = g_get_monotonic_time ();
  int digit = get_digit (key);
  gboolean makes_ten = digit == 0 && self->one_typed_at > 0 && now - self->one_typed_at <= TEN_USEC;

  self->one_typed_at = 0;
  if (digit < 0 || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (digit == 1)
    self->one_typed_at = now;
  soleus_pain_scale_set_value (self, makes_ten ? SOLEUS_PAIN_WORST : digit);
  gtk_widget_grab_focus (self->steps[self->value]);
  return GDK_EVENT_STOP;
}

static void
soleus_pain_scale_dispose (GObject *object)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (object);

  for (int i = 0; i < N_STEPS; i++)
    g_clear_pointer (&self->steps[i], gtk_widget_unparent);
  g_clear_pointer (&self->least, gtk_widget_unparent);
  g_clear_pointer (&self->worst, gtk_widget_unparent);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (soleus_pain_scale_parent_class)->dispose (object);
}

static void
soleus_pain_scale_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_VALUE:
      g_value_set_int (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_label (SoleusPainScale *self,
           const char      *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), label != NULL ? label : _("How bad was it?"));
}

static void
soleus_pain_scale_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      soleus_pain_scale_set_value (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_pain_scale_class_init (SoleusPainScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_pain_scale_dispose;
  object_class->get_property = soleus_pain_scale_get_property;
  object_class->set_property = soleus_pain_scale_set_property;

  widget_class->get_request_mode = soleus_pain_scale_get_request_mode;
  widget_class->measure = soleus_pain_scale_measure;
  widget_class->size_allocate = soleus_pain_scale_size_allocate;
  widget_class->focus = soleus_pain_scale_focus;
  widget_class->grab_focus = soleus_pain_scale_grab_focus;

  /* The question, as a screen reader says it when the focus comes to its answers. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  /* From 0 to 10, or -1 for no answer. */
  properties[PROP_VALUE] =
    g_param_spec_int ("value", NULL, NULL, SOLEUS_PAIN_UNKNOWN, SOLEUS_PAIN_WORST, SOLEUS_PAIN_UNKNOWN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "painscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_step (SoleusPainScale *self,
          int              step)
{
  g_autofree char *text = g_strdup_printf ("%d", step);
  /* Translators: a point on a scale from 0 to 10 */
  g_autofree char *name = g_strdup_printf (_("Pain %d of 10"), step);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (button, "step");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_signal_connect (button, "toggled", G_CALLBACK (step_toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static GtkWidget *
add_words (SoleusPainScale *self,
           const char      *text,
           float            xalign)
{
  GtkWidget *words = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), xalign);
  gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  return words;
}

static void
soleus_pain_scale_init (SoleusPainScale *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = SOLEUS_PAIN_UNKNOWN;
  self->least = add_words (self, _("No pain"), 0);
  for (int i = 0; i < N_STEPS; i++)
    self->steps[i] = add_step (self, i);
  self->worst = add_words (self, _("Worst pain you can think of"), 1);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * soleus_pain_scale_new:
 * @label: (nullable): the question; it is not shown, only read out
 *
 * Returns: (transfer floating): a scale without an answer
 */
GtkWidget *
soleus_pain_scale_new (const char *label)
{
  return g_object_new (SOLEUS_TYPE_PAIN_SCALE, "label", label, NULL);
}

/**
 * soleus_pain_scale_get_value:
 * @self: a scale
 *
 * Returns: 0 to 10, or %SOLEUS_PAIN_UNKNOWN
 */
int
soleus_pain_scale_get_value (SoleusPainScale *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAIN_SCALE (self), SOLEUS_PAIN_UNKNOWN);

  return self->value;
}

/**
 * soleus_pain_scale_set_value:
 * @self: a scale
 * @value: 0 to 10; anything else stands for no answer
 */
void
soleus_pain_scale_set_value (SoleusPainScale *self,
                             int              value)
{
  g_return_if_fail (SOLEUS_IS_PAIN_SCALE (self));

  if (value < 0 || value > SOLEUS_PAIN_WORST)
    value = SOLEUS_PAIN_UNKNOWN;
  if (self->value == value)
    return;

  self->value = value;
  for (int i = 0; i < N_STEPS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->steps[i]), i == value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
