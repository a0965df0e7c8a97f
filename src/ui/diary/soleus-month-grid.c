/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forty-two cells are made once and only change what they show, so that turning a page stays cheap however long the
 * diary is. The grid is one stop for Tab: its chosen day. The month that is shown is always the month of that day. */
#include "config.h"

#include "ui/diary/soleus-month-grid.h"

#include <glib/gi18n.h>

#include "app/soleus-month.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-night-mark.h"

#define DAYS 7
#define SPACING 2
#define HEADING_GAP 6

typedef struct
{
  GtkWidget *button;
  GtkWidget *number;
  GtkWidget *mark;
  int day;     /* what is shown: the day of the month, or 0 */
  char *name;  /* what is read out */
} Cell;

struct _SoleusMonthGrid
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *headings[DAYS];
  GtkWidget *letters[DAYS]; /* for a narrow grid */
  Cell cells[SOLEUS_MONTH_CELLS];
  SoleusMonth month;
  GArray *nights; /* of SoleusNight, the days of the month */
  int first_weekday;
  SoleusDate night;
  SoleusDate today;
  SoleusDate latest;
};

G_DEFINE_FINAL_TYPE (SoleusMonthGrid, soleus_month_grid, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NIGHT,
  N_PROPS
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_RELOADED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The first day that records may have. */
static SoleusDate
get_earliest (void)
{
  return soleus_date_from_ymd (1971, 1, 2);
}

static void
name_headings (SoleusMonthGrid *self)
{
  int first_weekday = soleus_month_diary_weekday (soleus_context_get_diary (self->context));

  if (first_weekday == self->first_weekday)
    return;
  self->first_weekday = first_weekday;
  for (int i = 0; i < DAYS; i++)
    {
      int weekday = (first_weekday - 1 + i) % 7 + 1;
      g_autofree char *full = soleus_words_weekday (weekday, FALSE);
      g_autofree char *name = soleus_words_weekday (weekday, TRUE);
      g_autofree char *letter = g_utf8_substring (full, 0, 1);

      gtk_label_set_label (GTK_LABEL (self->headings[i]), name);
      gtk_label_set_label (GTK_LABEL (self->letters[i]), letter);
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->headings[i]), full);
    }
}

static GtkWidget *
get_chosen_cell (SoleusMonthGrid *self)
{
  int cell = soleus_month_find_cell (&self->month, self->night);

  return cell >= 0 ? self->cells[cell].button : NULL;
}

static gboolean
has_focus_inside (SoleusMonthGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_on)
{
  if (is_on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_night (SoleusMonthGrid   *self,
            Cell              *cell,
            const SoleusNight *night)
{
  gboolean is_over = night->date <= self->latest;
  g_autofree char *name = soleus_month_words_night (night);
  int day = night->date - self->month.first + 1;

  if (cell->day != day)
    {
      g_autofree char *number = g_strdup_printf ("%d", day);

      gtk_label_set_label (GTK_LABEL (cell->number), number);
      cell->day = day;
    }
  soleus_night_mark_set (SOLEUS_NIGHT_MARK (cell->mark), soleus_night_get_state (night), soleus_month_mark_count (night));
  gtk_widget_set_opacity (cell->mark, is_over ? 1 : 0);
  gtk_widget_set_sensitive (cell->button, is_over);
  if (g_strcmp0 (cell->name, name) != 0)
    {
      soleus_accessible_set_name (GTK_ACCESSIBLE (cell->button), name);
      g_free (cell->name);
      cell->name = g_steal_pointer (&name);
    }
  set_class (cell->button, "today", night->date == self->today);
}

static void
show_cells (SoleusMonthGrid *self)
{
  GtkWidget *chosen = get_chosen_cell (self);

  /* The focus goes to the chosen day before the cell that has it is used for another day or hidden. */
  gtk_widget_set_visible (chosen, TRUE);
  gtk_widget_set_focusable (chosen, TRUE);
  gtk_widget_set_sensitive (chosen, TRUE);
  if (has_focus_inside (self))
    gtk_widget_grab_focus (chosen);

  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    {
      SoleusDate date = self->month.start + i;
      gboolean is_inside = soleus_month_find_cell (&self->month, date) >= 0;
      gboolean is_chosen = date == self->night;
      Cell *cell = &self->cells[i];

      gtk_widget_set_visible (cell->button, is_inside);
      gtk_widget_set_focusable (cell->button, is_chosen);
      set_class (cell->button, "chosen", is_chosen);
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
      if (is_inside)
        show_night (self, cell, &g_array_index (self->nights, SoleusNight, date - self->month.first));
    }
}

/* Reads the month of the chosen night. */
static void
read_month (SoleusMonthGrid *self)
{
  SoleusClock *clock = soleus_context_get_clock (self->context);
  GArray *nights;

  name_headings (self);
  self->today = soleus_clock_get_today (clock);
  self->latest = soleus_clock_get_night (clock);
  self->month = soleus_month_of (self->night, self->first_weekday);
  nights = soleus_diary_get_nights (soleus_context_get_diary (self->context), self->month.first, self->month.last, NULL);
  if (nights == NULL)
    {
      nights = g_array_new (FALSE, TRUE, sizeof (SoleusNight));
      g_array_set_size (nights, (guint) (self->month.last - self->month.first + 1));
      for (guint i = 0; i < nights->len; i++)
        g_array_index (nights, SoleusNight, i) = (SoleusNight) { .date = self->month.first + (SoleusDate) i, .count = -1 };
    }
  g_clear_pointer (&self->nights, g_array_unref);
  self->nights = nights;
  show_cells (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_RELOADED], 0);
}

static void
go_to (SoleusMonthGrid *self,
       SoleusDate       night)
{
  soleus_month_grid_set_night (self, night);
  gtk_widget_grab_focus (get_chosen_cell (self));
}

static void
cell_clicked_cb (GtkWidget       *button,
                 SoleusMonthGrid *self)
{
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    if (self->cells[i].button == button)
      {
        go_to (self, self->month.start + i);
        return;
      }
}

/* Where a key leads from the chosen night; %SOLEUS_DATE_NONE for keys that are not the grid's. */
static SoleusDate
find_target (SoleusMonthGrid *self,
             guint            key,
             GdkModifierType  modifiers)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int place = (soleus_date_get_weekday (self->night) - self->first_weekday + 7) % 7;
  gboolean is_year = (modifiers & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->night + (is_rtl ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->night + (is_rtl ? -1 : 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return self->night - DAYS;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return self->night + DAYS;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return self->night - place;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return self->night + (DAYS - 1 - place);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return soleus_month_move (self->night, is_year ? -12 : -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return soleus_month_move (self->night, is_year ? 12 : 1);
    case GDK_KEY_t:
    case GDK_KEY_T:
      return self->today;
    default:
      return SOLEUS_DATE_NONE;
    }
}

static gboolean
key_pressed_cb (SoleusMonthGrid *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  SoleusDate target;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      g_signal_emit (self, signals[SIGNAL_OPENED], 0, self->night);
      return GDK_EVENT_STOP;
    }
  target = find_target (self, key, modifiers);
  if (target == SOLEUS_DATE_NONE)
    return GDK_EVENT_PROPAGATE;
  go_to (self, target);
  return GDK_EVENT_STOP;
}

static gboolean
soleus_month_grid_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  SoleusMonthGrid *self = SOLEUS_MONTH_GRID (widget);

  return !has_focus_inside (self) && gtk_widget_grab_focus (get_chosen_cell (self));
}

/* Four to six. */
static int
count_weeks (SoleusMonthGrid *self)
{
  return (self->month.last - self->month.start) / DAYS + 1;
}

static void
measure_widest (GtkWidget *const *widgets,
                GtkOrientation    orientation,
                int              *minimum,
                int              *natural)
{
  for (int i = 0; i < DAYS; i++)
    {
      int least, usual;

      gtk_widget_measure (widgets[i], orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

static void
measure_cell (SoleusMonthGrid *self,
              GtkOrientation   orientation,
              int             *minimum)
{
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    {
      int least;

      gtk_widget_measure (self->cells[i].button, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
}

static void
soleus_month_grid_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  SoleusMonthGrid *self = SOLEUS_MONTH_GRID (widget);
  int cell = 0, letter = 0, heading = 0, unused = 0;

  measure_cell (self, orientation, &cell);
  measure_widest (self->letters, orientation, &letter, &unused);
  measure_widest (self->headings, orientation, &unused, &heading);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (cell, letter) * DAYS + SPACING * (DAYS - 1);
      *natural = MAX (*minimum, MAX (cell, heading) * DAYS + SPACING * (DAYS - 1));
    }
  else
    *minimum = *natural = MAX (letter, heading) + HEADING_GAP + (cell + SPACING) * count_weeks (self) - SPACING;
}

static void
soleus_month_grid_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SoleusMonthGrid *self = SOLEUS_MONTH_GRID (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = (width - SPACING * (DAYS - 1)) / DAYS;
  int heading_height = 0, heading_width = 0, cell_height = 0, unused = 0;
  int rest;

  measure_widest (self->headings, GTK_ORIENTATION_HORIZONTAL, &unused, &heading_width);
  measure_widest (self->headings, GTK_ORIENTATION_VERTICAL, &unused, &heading_height);
  measure_cell (self, GTK_ORIENTATION_VERTICAL, &cell_height);
  rest = (width - column * DAYS - SPACING * (DAYS - 1)) / 2;

  for (int i = 0; i < DAYS; i++)
    {
      int x = rest + (is_rtl ? DAYS - 1 - i : i) * (column + SPACING);
      gboolean has_room = heading_width <= column;

      gtk_widget_set_child_visible (self->headings[i], has_room);
      gtk_widget_set_child_visible (self->letters[i], !has_room);
      gtk_widget_size_allocate (has_room ? self->headings[i] : self->letters[i], &(GtkAllocation) { x, 0, column, heading_height }, -1);
      for (int week = 0; week < count_weeks (self); week++)
        {
          GtkAllocation place = { x, heading_height + HEADING_GAP + week * (cell_height + SPACING), column, cell_height };

          if (gtk_widget_get_visible (self->cells[week * DAYS + i].button))
            gtk_widget_size_allocate (self->cells[week * DAYS + i].button, &place, -1);
        }
    }
}

static void
soleus_month_grid_dispose (GObject *object)
{
  SoleusMonthGrid *self = SOLEUS_MONTH_GRID (object);

  for (int i = 0; i < DAYS; i++)
    {
      g_clear_pointer (&self->headings[i], gtk_widget_unparent);
      g_clear_pointer (&self->letters[i], gtk_widget_unparent);
    }
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    {
      g_clear_pointer (&self->cells[i].button, gtk_widget_unparent);
      g_clear_pointer (&self->cells[i].name, g_free);
    }
  g_clear_pointer (&self->nights, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_month_grid_parent_class)->dispose (object);
}

static void
soleus_month_grid_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_NIGHT)
    g_value_set_int (value, SOLEUS_MONTH_GRID (object)->night);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
soleus_month_grid_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (id == PROP_NIGHT)
    soleus_month_grid_set_night (SOLEUS_MONTH_GRID (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
soleus_month_grid_class_init (SoleusMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_month_grid_dispose;
  object_class->get_property = soleus_month_grid_get_property;
  object_class->set_property = soleus_month_grid_set_property;

  widget_class->focus = soleus_month_grid_focus;
  widget_class->measure = soleus_month_grid_measure;
  widget_class->size_allocate = soleus_month_grid_size_allocate;

  /* The chosen night. */
  properties[PROP_NIGHT] = g_param_spec_int ("night", NULL, NULL, SOLEUS_DATE_MIN, SOLEUS_DATE_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusMonthGrid::opened:
   * @self: the grid
   * @night: the chosen night
   *
   * Enter was pressed on a night.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SoleusMonthGrid::reloaded:
   * @self: the grid
   *
   * Another month is shown, or the nights of the shown one changed.
   */
  signals[SIGNAL_RELOADED] = g_signal_new ("reloaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
make_cell (SoleusMonthGrid *self,
           Cell            *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  /* The name of the button says it all; what is in it is not read out a second time. */
  cell->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  cell->mark = soleus_night_mark_new_decorative (SOLEUS_NIGHT_NOT_RECORDED, 0);
  gtk_widget_set_halign (cell->number, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (cell->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), cell->number);
  gtk_box_append (GTK_BOX (box), cell->mark);

  cell->button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, "child", box, "focusable", FALSE, NULL);
  gtk_widget_add_css_class (cell->button, "flat");
  gtk_widget_add_css_class (cell->button, "day");
  g_signal_connect (cell->button, "clicked", G_CALLBACK (cell_clicked_cb), self);
  gtk_widget_set_parent (cell->button, GTK_WIDGET (self));
}

static void
soleus_month_grid_init (SoleusMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < DAYS; i++)
    {
      self->headings[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
      self->letters[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->headings[i], "dim-label");
      gtk_widget_add_css_class (self->letters[i], "dim-label");
      gtk_widget_set_parent (self->headings[i], GTK_WIDGET (self));
      gtk_widget_set_parent (self->letters[i], GTK_WIDGET (self));
    }
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    make_cell (self, &self->cells[i]);

  /* Before the buttons: Enter opens a night, where a button would only choose it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * soleus_month_grid_new:
 * @context: the context
 *
 * Returns: (transfer floating): a grid of the present month, today chosen
 */
GtkWidget *
soleus_month_grid_new (SoleusContext *context)
{
  SoleusMonthGrid *self = g_object_new (SOLEUS_TYPE_MONTH_GRID, NULL);

  self->context = g_object_ref (context);
  self->night = soleus_clock_get_today (soleus_context_get_clock (context));
  read_month (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_month_grid_get_night:
 * @self: a grid
 *
 * Returns: the chosen night
 */
SoleusDate
soleus_month_grid_get_night (SoleusMonthGrid *self)
{
  g_return_val_if_fail (SOLEUS_IS_MONTH_GRID (self), SOLEUS_DATE_NONE);

  return self->night;
}

/**
 * soleus_month_grid_set_night:
 * @self: a grid
 * @night: the night to choose; one that is still to come becomes the present one
 */
void
soleus_month_grid_set_night (SoleusMonthGrid *self,
                             SoleusDate       night)
{
  g_return_if_fail (SOLEUS_IS_MONTH_GRID (self));

  night = CLAMP (night, get_earliest (), self->latest);
  if (night == self->night)
    return;
  self->night = night;
  if (soleus_month_find_cell (&self->month, night) >= 0)
    show_cells (self);
  else
    read_month (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NIGHT]);
}

/**
 * soleus_month_grid_get_nights:
 * @self: a grid
 *
 * Returns: (transfer none) (element-type SoleusNight): the nights of the shown month
 */
GArray *
soleus_month_grid_get_nights (SoleusMonthGrid *self)
{
  g_return_val_if_fail (SOLEUS_IS_MONTH_GRID (self), NULL);

  return self->nights;
}

/**
 * soleus_month_grid_find_night:
 * @self: a grid
 * @night: a date
 *
 * Returns: (transfer none) (nullable): that night, or %NULL if it lies in another month
 */
const SoleusNight *
soleus_month_grid_find_night (SoleusMonthGrid *self,
                              SoleusDate       night)
{
  g_return_val_if_fail (SOLEUS_IS_MONTH_GRID (self), NULL);

  if (soleus_month_find_cell (&self->month, night) < 0)
    return NULL;
  return &g_array_index (self->nights, SoleusNight, night - self->month.first);
}

/**
 * soleus_month_grid_get_latest:
 * @self: a grid
 *
 * Returns: the present night, after which none can be chosen
 */
SoleusDate
soleus_month_grid_get_latest (SoleusMonthGrid *self)
{
  g_return_val_if_fail (SOLEUS_IS_MONTH_GRID (self), SOLEUS_DATE_NONE);

  return self->latest;
}

/**
 * soleus_month_grid_get_cell:
 * @self: a grid
 * @night: a date
 *
 * Returns: (transfer none) (nullable): the button of that day, or %NULL if it lies in another month
 */
GtkWidget *
soleus_month_grid_get_cell (SoleusMonthGrid *self,
                            SoleusDate       night)
{
  int cell;

  g_return_val_if_fail (SOLEUS_IS_MONTH_GRID (self), NULL);

  cell = soleus_month_find_cell (&self->month, night);
  return cell >= 0 ? self->cells[cell].button : NULL;
}

/**
 * soleus_month_grid_reload:
 * @self: a grid
 *
 * Reads the clock and the diary again.
 */
void
soleus_month_grid_reload (SoleusMonthGrid *self)
{
  g_return_if_fail (SOLEUS_IS_MONTH_GRID (self));

  read_month (self);
}
