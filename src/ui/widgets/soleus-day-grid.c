/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forty-two cells are made once and only change what they show, so that turning a page stays cheap. The grid is one stop for
 * Tab: its chosen day. The month that is shown is always the month of that day. */
#include "config.h"

#include "ui/widgets/soleus-day-grid.h"

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"

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

struct _SoleusDayGrid
{
  GtkWidget parent_instance;

  const SoleusDayGridOwner *owner;
  gpointer data;
  GtkWidget *headings[DAYS];
  GtkWidget *letters[DAYS]; /* for a narrow grid */
  Cell cells[SOLEUS_MONTH_CELLS];
  SoleusMonth month;
  int first_weekday;
  SoleusDate day;
  SoleusDate today;
  SoleusDate latest;
};

G_DEFINE_FINAL_TYPE (SoleusDayGrid, soleus_day_grid, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

enum
{
  SIGNAL_OPENED,
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
name_headings (SoleusDayGrid *self)
{
  for (int i = 0; i < DAYS; i++)
    {
      int weekday = (self->first_weekday - 1 + i) % 7 + 1;
      g_autofree char *full = soleus_words_weekday (weekday, FALSE);
      g_autofree char *name = soleus_words_weekday (weekday, TRUE);
      g_autofree char *letter = g_utf8_substring (full, 0, 1);

      gtk_label_set_label (GTK_LABEL (self->headings[i]), name);
      gtk_label_set_label (GTK_LABEL (self->letters[i]), letter);
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->headings[i]), full);
    }
}

static GtkWidget *
get_chosen_cell (SoleusDayGrid *self)
{
  return soleus_day_grid_get_cell (self, self->day);
}

static gboolean
has_focus_inside (SoleusDayGrid *self)
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
show_day (SoleusDayGrid *self,
          Cell          *cell,
          SoleusDate     date)
{
  g_autofree char *name = self->owner->show_day (date, cell->mark, self->data);
  int day = date - self->month.first + 1;

  if (cell->day != day)
    {
      g_autofree char *number = g_strdup_printf ("%d", day);

      gtk_label_set_label (GTK_LABEL (cell->number), number);
      cell->day = day;
    }
  gtk_widget_set_sensitive (cell->button, date <= self->latest);
  if (g_strcmp0 (cell->name, name) != 0)
    {
      soleus_accessible_set_name (GTK_ACCESSIBLE (cell->button), name);
      g_free (cell->name);
      cell->name = g_steal_pointer (&name);
    }
  set_class (cell->button, "today", date == self->today);
}

static void
show_cells (SoleusDayGrid *self)
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
      gboolean is_chosen = date == self->day;
      Cell *cell = &self->cells[i];

      gtk_widget_set_visible (cell->button, is_inside);
      gtk_widget_set_focusable (cell->button, is_chosen);
      set_class (cell->button, "chosen", is_chosen);
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
      if (is_inside)
        show_day (self, cell, date);
    }
}

static void
show_month (SoleusDayGrid *self)
{
  g_autofree char *name = NULL;

  self->month = soleus_month_of (self->day, self->first_weekday);
  name = soleus_words_month (self->month.year, self->month.month);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), name);
  self->owner->read_month (&self->month, self->data);
  show_cells (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
go_to (SoleusDayGrid *self,
       SoleusDate     day)
{
  soleus_day_grid_set_day (self, day);
  gtk_widget_grab_focus (get_chosen_cell (self));
}

static void
cell_clicked_cb (GtkWidget     *button,
                 SoleusDayGrid *self)
{
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    if (self->cells[i].button == button)
      {
        go_to (self, self->month.start + i);
        return;
      }
}

/* Where a key leads from the chosen day; %SOLEUS_DATE_NONE for keys that are not the grid's. */
static SoleusDate
find_target (SoleusDayGrid  *self,
             guint           key,
             GdkModifierType modifiers)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int place = (soleus_date_get_weekday (self->day) - self->first_weekday + 7) % 7;
  gboolean is_year = (modifiers & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->day + (is_rtl ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->day + (is_rtl ? -1 : 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return self->day - DAYS;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return self->day + DAYS;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return self->day - place;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return self->day + (DAYS - 1 - place);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return soleus_month_move (self->day, is_year ? -12 : -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return soleus_month_move (self->day, is_year ? 12 : 1);
    case GDK_KEY_t:
    case GDK_KEY_T:
      return self->today;
    default:
      return SOLEUS_DATE_NONE;
    }
}

static gboolean
key_pressed_cb (SoleusDayGrid  *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  SoleusDate target;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      g_signal_emit (self, signals[SIGNAL_OPENED], 0, self->day);
      return GDK_EVENT_STOP;
    }
  target = find_target (self, key, modifiers);
  if (target == SOLEUS_DATE_NONE)
    return GDK_EVENT_PROPAGATE;
  go_to (self, target);
  return GDK_EVENT_STOP;
}

static gboolean
soleus_day_grid_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  SoleusDayGrid *self = SOLEUS_DAY_GRID (widget);

  return !has_focus_inside (self) && gtk_widget_grab_focus (get_chosen_cell (self));
}

static gboolean
soleus_day_grid_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_chosen_cell (SOLEUS_DAY_GRID (widget)));
}

/* Four to six. */
static int
count_weeks (SoleusDayGrid *self)
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
measure_cell (SoleusDayGrid *self,
              GtkOrientation orientation,
              int           *minimum)
{
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    {
      int least;

      gtk_widget_measure (self->cells[i].button, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
}

static void
soleus_day_grid_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  SoleusDayGrid *self = SOLEUS_DAY_GRID (widget);
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
soleus_day_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  SoleusDayGrid *self = SOLEUS_DAY_GRID (widget);
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
soleus_day_grid_dispose (GObject *object)
{
  SoleusDayGrid *self = SOLEUS_DAY_GRID (object);

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

  G_OBJECT_CLASS (soleus_day_grid_parent_class)->dispose (object);
}

static void
soleus_day_grid_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_DAY)
    g_value_set_int (value, SOLEUS_DAY_GRID (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
soleus_day_grid_class_init (SoleusDayGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_day_grid_dispose;
  object_class->get_property = soleus_day_grid_get_property;

  widget_class->focus = soleus_day_grid_focus;
  widget_class->grab_focus = soleus_day_grid_grab_focus;
  widget_class->measure = soleus_day_grid_measure;
  widget_class->size_allocate = soleus_day_grid_size_allocate;

  /* The chosen day. */
  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, SOLEUS_DATE_MIN, SOLEUS_DATE_MAX, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusDayGrid::opened:
   * @self: the grid
   * @day: the chosen day
   *
   * Enter was pressed on a day.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "daygrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
make_cell (SoleusDayGrid *self,
           Cell          *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  /* The name of the button says it all; what is in it is not read out a second time. */
  cell->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  cell->mark = self->owner->make_mark (self->data);
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
soleus_day_grid_init (SoleusDayGrid *self)
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

  /* Before the buttons: Enter opens a day, where a button would only choose it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * soleus_day_grid_new:
 * @owner: what it asks of its owner; it must outlive the grid
 * @data: for the functions of @owner
 *
 * Returns: (transfer floating): a grid that shows nothing before soleus_day_grid_set_today()
 */
GtkWidget *
soleus_day_grid_new (const SoleusDayGridOwner *owner,
                     gpointer                  data)
{
  SoleusDayGrid *self = g_object_new (SOLEUS_TYPE_DAY_GRID, NULL);

  self->owner = owner;
  self->data = data;
  self->day = SOLEUS_DATE_NONE;
  for (int i = 0; i < SOLEUS_MONTH_CELLS; i++)
    make_cell (self, &self->cells[i]);
  return GTK_WIDGET (self);
}

/**
 * soleus_day_grid_set_today:
 * @self: a grid
 * @today: the present date, which is marked
 * @latest: the last day that can be chosen
 * @first_weekday: which day weeks begin with, 1 for Monday to 7 for Sunday
 *
 * Shows the month anew; a grid in which no day was chosen yet chooses today.
 */
void
soleus_day_grid_set_today (SoleusDayGrid *self,
                           SoleusDate     today,
                           SoleusDate     latest,
                           int            first_weekday)
{
  g_return_if_fail (SOLEUS_IS_DAY_GRID (self));

  self->today = today;
  self->latest = latest;
  if (self->first_weekday != first_weekday)
    {
      self->first_weekday = first_weekday;
      name_headings (self);
    }
  if (self->day == SOLEUS_DATE_NONE)
    self->day = today;
  show_month (self);
}

/**
 * soleus_day_grid_get_day:
 * @self: a grid
 *
 * Returns: the chosen day
 */
SoleusDate
soleus_day_grid_get_day (SoleusDayGrid *self)
{
  g_return_val_if_fail (SOLEUS_IS_DAY_GRID (self), SOLEUS_DATE_NONE);

  return self->day;
}

/**
 * soleus_day_grid_set_day:
 * @self: a grid
 * @day: the day to choose; one that is too early or too late becomes the nearest that can be chosen
 */
void
soleus_day_grid_set_day (SoleusDayGrid *self,
                         SoleusDate     day)
{
  g_return_if_fail (SOLEUS_IS_DAY_GRID (self));

  day = CLAMP (day, get_earliest (), self->latest);
  if (day == self->day)
    return;
  self->day = day;
  if (soleus_month_find_cell (&self->month, day) >= 0)
    show_cells (self);
  else
    show_month (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * soleus_day_grid_get_month:
 * @self: a grid
 *
 * Returns: (transfer none): the month that is shown
 */
const SoleusMonth *
soleus_day_grid_get_month (SoleusDayGrid *self)
{
  g_return_val_if_fail (SOLEUS_IS_DAY_GRID (self), NULL);

  return &self->month;
}

/**
 * soleus_day_grid_get_cell:
 * @self: a grid
 * @day: a date
 *
 * Returns: (transfer none) (nullable): the button of that day, or %NULL if it lies in another month
 */
GtkWidget *
soleus_day_grid_get_cell (SoleusDayGrid *self,
                          SoleusDate     day)
{
  int cell;

  g_return_val_if_fail (SOLEUS_IS_DAY_GRID (self), NULL);

  cell = soleus_month_find_cell (&self->month, day);
  return cell >= 0 ? self->cells[cell].button : NULL;
}
