/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the grid. The chosen night is said in words below it, with a button that opens it, so that a
 * pointer and a finger get there as Enter does. */
#include "config.h"

#include "ui/diary/soleus-month-view.h"

#include <glib/gi18n.h>

#include "app/soleus-month.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-month-grid.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-night-mark.h"
#include "ui/widgets/soleus-action-row.h"

#define SHOWN_KINDS (SOLEUS_KIND_MASK (SOLEUS_KIND_EPISODE) | SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE))

struct _SoleusMonthView
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *next;
  GtkWidget *present;
  SoleusMonthGrid *grid;
  GtkWidget *chosen;
  GtkWidget *mark;
  GtkWidget *open;
  GtkWidget *recorded;
  GtkWidget *cramps;
};

G_DEFINE_FINAL_TYPE (SoleusMonthView, soleus_month_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_chosen (SoleusMonthView *self)
{
  SoleusDate night = soleus_month_grid_get_night (self->grid);
  const SoleusNight *found = soleus_month_grid_find_night (self->grid, night);
  g_autofree char *title = soleus_words_night (night);
  g_autofree char *date = soleus_words_date (night);
  g_autofree char *result = soleus_words_night_result (found);
  g_autofree char *name = g_strdup_printf (_("Open the night to %s"), date);

  soleus_action_row_set_title (SOLEUS_ACTION_ROW (self->chosen), title);
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (self->chosen), result);
  soleus_night_mark_set (SOLEUS_NIGHT_MARK (self->mark), soleus_night_get_state (found), soleus_month_mark_count (found));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->open), name);
}

static void
show_month (SoleusMonthView *self)
{
  SoleusDate night = soleus_month_grid_get_night (self->grid);
  SoleusDate latest = soleus_month_grid_get_latest (self->grid);
  SoleusMonth month = soleus_month_of (night, 1);
  gboolean is_present = soleus_month_find_cell (&month, latest) >= 0;
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));
  g_autofree char *name = soleus_words_month (month.year, month.month);
  g_autofree char *recorded = NULL, *cramps = NULL;
  guint n_nights, n_recorded, n_cramps;

  soleus_month_count (soleus_month_grid_get_nights (self->grid), today, &n_nights, &n_recorded, &n_cramps);
  recorded = soleus_month_words_recorded (n_nights, n_recorded);
  cramps = soleus_month_words_cramps (n_recorded, n_cramps);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->recorded), recorded);
  gtk_label_set_label (GTK_LABEL (self->cramps), cramps != NULL ? cramps : "");
  gtk_widget_set_visible (self->cramps, cramps != NULL);
  gtk_widget_set_sensitive (self->next, !is_present);
  gtk_widget_set_visible (self->present, soleus_month_find_cell (&month, today) < 0);
  show_chosen (self);
}

static void
diary_changed_cb (SoleusMonthView *self,
                  guint            kinds)
{
  if ((kinds & SHOWN_KINDS) != 0)
    soleus_month_grid_reload (self->grid);
}

static void
night_chosen_cb (SoleusMonthView *self)
{
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NIGHT]);
}

static void
open_night (SoleusMonthView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-night", "i", soleus_month_grid_get_night (self->grid));
}

static void
previous_clicked_cb (SoleusMonthView *self)
{
  soleus_month_grid_set_night (self->grid, soleus_month_move (soleus_month_grid_get_night (self->grid), -1));
}

static void
next_clicked_cb (SoleusMonthView *self)
{
  soleus_month_grid_set_night (self->grid, soleus_month_move (soleus_month_grid_get_night (self->grid), 1));
}

static void
present_clicked_cb (SoleusMonthView *self)
{
  /* First the focus, because the button goes. */
  soleus_month_view_focus_night (self);
  soleus_month_grid_set_night (self->grid, soleus_clock_get_today (soleus_context_get_clock (self->context)));
}

/* The day may have changed meanwhile. */
static void
soleus_month_view_map (GtkWidget *widget)
{
  soleus_month_grid_reload (SOLEUS_MONTH_VIEW (widget)->grid);
  GTK_WIDGET_CLASS (soleus_month_view_parent_class)->map (widget);
}

static void
soleus_month_view_dispose (GObject *object)
{
  SoleusMonthView *self = SOLEUS_MONTH_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_month_view_parent_class)->dispose (object);
}

static void
soleus_month_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_NIGHT)
    g_value_set_int (value, soleus_month_view_get_night (SOLEUS_MONTH_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
soleus_month_view_class_init (SoleusMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_month_view_dispose;
  object_class->get_property = soleus_month_view_get_property;

  widget_class->map = soleus_month_view_map;

  /* The chosen night. */
  properties[PROP_NIGHT] = g_param_spec_int ("night", NULL, NULL, SOLEUS_DATE_MIN, SOLEUS_DATE_MAX, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_header (SoleusMonthView *self)
{
  GtkWidget *header = soleus_flow_new (6);
  GtkWidget *previous = soleus_build_icon_button ("go-previous-symbolic", _("Previous month")), *next = soleus_build_icon_button ("go-next-symbolic", _("Next month"));
  GtkWidget *turn = soleus_build_turn (previous, next, "title-3", &self->name);

  self->next = next;
  gtk_widget_add_css_class (previous, "flat");
  gtk_widget_add_css_class (next, "flat");
  g_signal_connect_swapped (previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (next_clicked_cb), self);
  gtk_widget_set_hexpand (turn, TRUE);

  self->present = gtk_button_new_with_label (_("This month"));
  g_signal_connect_swapped (self->present, "clicked", G_CALLBACK (present_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (header), turn);
  soleus_flow_append (SOLEUS_FLOW (header), self->present);
  return header;
}

static GtkWidget *
make_legend (void)
{
  static const SoleusNightState states[] = { SOLEUS_NIGHT_NO_CRAMP, SOLEUS_NIGHT_CRAMPS, SOLEUS_NIGHT_UNSURE, SOLEUS_NIGHT_NOT_RECORDED };
  GtkWidget *legend = soleus_flow_new (12);

  soleus_flow_set_wrap (SOLEUS_FLOW (legend), TRUE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (legend), _("What the marks mean"));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (entry), soleus_night_mark_new_decorative (states[i], states[i] == SOLEUS_NIGHT_CRAMPS ? 2 : 0));
      gtk_box_append (GTK_BOX (entry), gtk_label_new (soleus_night_state_get_name (states[i])));
      soleus_flow_append (SOLEUS_FLOW (legend), entry);
    }
  return legend;
}

static GtkWidget *
make_line (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
}

static GtkWidget *
make_chosen (SoleusMonthView *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->chosen = soleus_action_row_new (NULL, NULL);
  self->mark = soleus_night_mark_new_decorative (SOLEUS_NIGHT_NOT_RECORDED, 0);
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (self->chosen), self->mark);
  self->open = soleus_action_row_add_button (SOLEUS_ACTION_ROW (self->chosen), _("Open"), NULL);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_night), self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "rows");
  gtk_box_append (GTK_BOX (card), self->chosen);
  return card;
}

static void
soleus_month_view_init (SoleusMonthView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_month_view_new:
 * @context: the context
 *
 * Returns: (transfer floating): a calendar at the present month, today chosen
 */
GtkWidget *
soleus_month_view_new (SoleusContext *context)
{
  SoleusMonthView *self = g_object_new (SOLEUS_TYPE_MONTH_VIEW, NULL);
  GtkWidget *sums = soleus_flow_new (6);

  self->context = g_object_ref (context);
  self->grid = SOLEUS_MONTH_GRID (soleus_month_grid_new (context));
  self->recorded = make_line ();
  self->cramps = make_line ();
  soleus_flow_append (SOLEUS_FLOW (sums), self->recorded);
  soleus_flow_append (SOLEUS_FLOW (sums), self->cramps);

  gtk_box_append (GTK_BOX (self->box), make_header (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->box), make_chosen (self));
  gtk_box_append (GTK_BOX (self->box), sums);
  gtk_box_append (GTK_BOX (self->box), make_legend ());

  g_signal_connect_object (self->grid, "notify::night", G_CALLBACK (night_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "opened", G_CALLBACK (open_night), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "reloaded", G_CALLBACK (show_month), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  show_month (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_month_view_get_night:
 * @self: a calendar
 *
 * Returns: the chosen night
 */
SoleusDate
soleus_month_view_get_night (SoleusMonthView *self)
{
  g_return_val_if_fail (SOLEUS_IS_MONTH_VIEW (self), SOLEUS_DATE_NONE);

  return soleus_month_grid_get_night (self->grid);
}

/**
 * soleus_month_view_set_night:
 * @self: a calendar
 * @night: the night to choose
 */
void
soleus_month_view_set_night (SoleusMonthView *self,
                             SoleusDate       night)
{
  g_return_if_fail (SOLEUS_IS_MONTH_VIEW (self));

  soleus_month_grid_set_night (self->grid, night);
}

/**
 * soleus_month_view_focus_night:
 * @self: a calendar
 *
 * Puts the focus on the chosen night.
 */
void
soleus_month_view_focus_night (SoleusMonthView *self)
{
  g_return_if_fail (SOLEUS_IS_MONTH_VIEW (self));

  gtk_widget_grab_focus (soleus_month_grid_get_cell (self->grid, soleus_month_grid_get_night (self->grid)));
}
