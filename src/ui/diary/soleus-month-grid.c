/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each day bears the mark of the night that ends on it. Nights that are still to come are shown and cannot be chosen. */
#include "config.h"

#include "ui/diary/soleus-month-grid.h"

#include "app/soleus-month.h"
#include "ui/widgets/soleus-day-grid.h"
#include "ui/widgets/soleus-night-mark.h"

struct _SoleusMonthGrid
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *days;
  SoleusMonth month;
  GArray *nights; /* of SoleusNight, the days of the month */
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

static void
read_month (const SoleusMonth *month,
            gpointer           data)
{
  SoleusMonthGrid *self = data;
  GArray *nights = soleus_diary_get_nights (soleus_context_get_diary (self->context), month->first, month->last, NULL);

  if (nights == NULL)
    {
      nights = g_array_new (FALSE, TRUE, sizeof (SoleusNight));
      g_array_set_size (nights, (guint) (month->last - month->first + 1));
      for (guint i = 0; i < nights->len; i++)
        g_array_index (nights, SoleusNight, i) = (SoleusNight) { .date = month->first + (SoleusDate) i, .count = -1 };
    }
  g_clear_pointer (&self->nights, g_array_unref);
  self->nights = nights;
  self->month = *month;
  g_signal_emit (self, signals[SIGNAL_RELOADED], 0);
}

static GtkWidget *
make_mark (gpointer data)
{
  return soleus_night_mark_new_decorative (SOLEUS_NIGHT_NOT_RECORDED, 0);
}

static char *
show_day (SoleusDate day,
          GtkWidget *mark,
          gpointer   data)
{
  SoleusMonthGrid *self = data;
  const SoleusNight *night = &g_array_index (self->nights, SoleusNight, day - self->month.first);

  soleus_night_mark_set (SOLEUS_NIGHT_MARK (mark), soleus_night_get_state (night), soleus_month_mark_count (night));
  gtk_widget_set_opacity (mark, day <= self->latest ? 1 : 0);
  return soleus_month_words_night (night);
}

static const SoleusDayGridOwner owner = { read_month, make_mark, show_day };

static void
day_chosen_cb (SoleusMonthGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NIGHT]);
}

static void
opened_cb (SoleusMonthGrid *self,
           SoleusDate       day)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, day);
}

static void
soleus_month_grid_dispose (GObject *object)
{
  SoleusMonthGrid *self = SOLEUS_MONTH_GRID (object);

  g_clear_pointer (&self->days, gtk_widget_unparent);
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
    g_value_set_int (value, soleus_month_grid_get_night (SOLEUS_MONTH_GRID (object)));
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

  /* The chosen night. */
  properties[PROP_NIGHT] = g_param_spec_int ("night", NULL, NULL, SOLEUS_DATE_MIN, SOLEUS_DATE_MAX, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
soleus_month_grid_init (SoleusMonthGrid *self)
{
  self->days = soleus_day_grid_new (&owner, self);
  gtk_widget_set_parent (self->days, GTK_WIDGET (self));
  g_signal_connect_object (self->days, "notify::day", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
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
  soleus_month_grid_reload (self);
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

  return soleus_day_grid_get_day (SOLEUS_DAY_GRID (self->days));
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

  soleus_day_grid_set_day (SOLEUS_DAY_GRID (self->days), night);
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
  g_return_val_if_fail (SOLEUS_IS_MONTH_GRID (self), NULL);

  return soleus_day_grid_get_cell (SOLEUS_DAY_GRID (self->days), night);
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
  SoleusClock *clock;

  g_return_if_fail (SOLEUS_IS_MONTH_GRID (self));

  clock = soleus_context_get_clock (self->context);
  self->latest = soleus_clock_get_night (clock);
  soleus_day_grid_set_today (SOLEUS_DAY_GRID (self->days), soleus_clock_get_today (clock), self->latest, soleus_month_diary_weekday (soleus_context_get_diary (self->context)));
}
