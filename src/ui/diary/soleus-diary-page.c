/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar and timeline stand side by side where there is room for both; otherwise one is shown at a time. As the shell
 * does, the page asks for little width and decides when it is given one, so that larger text counts. */
#include "config.h"

#include "ui/diary/soleus-diary-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-month-view.h"
#include "ui/diary/soleus-timeline-view.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define MONTH_WIDTH 420
#define COLUMN 680

/* Side by side from here on. */
#define WIDE 1000

struct _SoleusDiaryPage
{
  GtkWidget parent_instance;

  GtkWidget *tools;
  SoleusChoice *which;
  GtkWidget *month_side; /* scrolls the calendar */
  SoleusMonthView *month;
  SoleusTimelineView *timeline;
  gboolean is_wide;
  gboolean was_shown;
  guint show_source;
  guint focus_source;
};

G_DEFINE_FINAL_TYPE (SoleusDiaryPage, soleus_diary_page, GTK_TYPE_WIDGET)

static gboolean
shows_timeline (SoleusDiaryPage *self)
{
  return g_strcmp0 (soleus_choice_get_selected (self->which), "timeline") == 0;
}

/* A side that is not shown keeps its size, on which the layout depends; it is neither drawn nor reached. */
static void
show_side (GtkWidget *side,
           gboolean   is_shown)
{
  if (gtk_widget_get_child_visible (side) == is_shown)
    return;
  gtk_widget_set_child_visible (side, is_shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (side), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
}

static void
which_changed_cb (SoleusDiaryPage *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The toggles go in an idle call: while sizes are given out, nothing may ask for another one. */
static gboolean
show_cb (gpointer data)
{
  SoleusDiaryPage *self = data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->which), !self->is_wide);
  return G_SOURCE_REMOVE;
}

static void
night_chosen_cb (SoleusDiaryPage *self)
{
  soleus_timeline_view_show_night (self->timeline, soleus_month_view_get_night (self->month));
}

static void
search_clicked_cb (SoleusDiaryPage *self)
{
  soleus_diary_page_search (self);
}

static void
add_clicked_cb (SoleusDiaryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-cramp-on", "i", soleus_month_view_get_night (self->month));
}

static int
get_month_width (SoleusDiaryPage *self)
{
  int least;

  gtk_widget_measure (self->month_side, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (MONTH_WIDTH, least);
}

/* With large text the calendar needs more, and so does the timeline. */
static int
get_wide_width (SoleusDiaryPage *self)
{
  return WIDE * get_month_width (self) / MONTH_WIDTH;
}

static GtkSizeRequestMode
soleus_diary_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_diary_page_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  SoleusDiaryPage *self = SOLEUS_DIARY_PAGE (widget);
  int tools, month, timeline;

  gtk_widget_measure (self->tools, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &tools, NULL, NULL, NULL);
  gtk_widget_measure (self->month_side, orientation, -1, &month, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->timeline), orientation, -1, &timeline, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (tools, MAX (month, timeline));
  else
    *minimum = tools + MAX (month, timeline);
  *natural = *minimum;
}

static void
soleus_diary_page_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SoleusDiaryPage *self = SOLEUS_DIARY_PAGE (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int month = get_month_width (self);
  gboolean is_wide = width >= get_wide_width (self);
  int tools;

  gtk_widget_measure (self->tools, GTK_ORIENTATION_VERTICAL, width, &tools, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->tools, &(GtkAllocation) { 0, 0, width, tools }, -1);
  height = MAX (height - tools, 0);

  if (is_wide != self->is_wide)
    {
      self->is_wide = is_wide;
      if (self->show_source == 0)
        self->show_source = g_idle_add_full (GTK_PRIORITY_RESIZE, show_cb, self, NULL);
    }
  show_side (self->month_side, is_wide || !shows_timeline (self));
  show_side (GTK_WIDGET (self->timeline), is_wide || shows_timeline (self));
  if (gtk_widget_should_layout (self->month_side))
    gtk_widget_size_allocate (self->month_side, &(GtkAllocation) { is_wide && is_rtl ? width - month : 0, tools, is_wide ? month : width, height }, -1);
  if (gtk_widget_should_layout (GTK_WIDGET (self->timeline)))
    gtk_widget_size_allocate (GTK_WIDGET (self->timeline), &(GtkAllocation) { is_wide && !is_rtl ? month : 0, tools, is_wide ? width - month : width, height }, -1);
}

static gboolean
focus_cb (gpointer data)
{
  SoleusDiaryPage *self = data;

  self->focus_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->month)))
    soleus_month_view_focus_night (self->month);
  return G_SOURCE_REMOVE;
}

/* Today's cell is what a person comes for. Later the window remembers where they were. */
static void
soleus_diary_page_map (GtkWidget *widget)
{
  SoleusDiaryPage *self = SOLEUS_DIARY_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_diary_page_parent_class)->map (widget);
  if (!self->was_shown)
    self->focus_source = g_idle_add (focus_cb, self);
  self->was_shown = TRUE;
}

static void
soleus_diary_page_dispose (GObject *object)
{
  SoleusDiaryPage *self = SOLEUS_DIARY_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (soleus_diary_page_parent_class)->dispose (object);
}

static void
soleus_diary_page_class_init (SoleusDiaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_diary_page_dispose;
  widget_class->get_request_mode = soleus_diary_page_get_request_mode;
  widget_class->measure = soleus_diary_page_measure;
  widget_class->size_allocate = soleus_diary_page_size_allocate;
  widget_class->map = soleus_diary_page_map;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_diary_page_init (SoleusDiaryPage *self)
{
}

static GtkWidget *
make_tools (SoleusDiaryPage *self)
{
  GtkWidget *tools = soleus_flow_new (12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *search = gtk_button_new_from_icon_name ("edit-find-symbolic");
  GtkWidget *add = gtk_button_new_with_label (_("Add"));

  self->which = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("What to show"), "keeps-one", TRUE, NULL);
  soleus_choice_add (self->which, "month", _("Month"), NULL);
  soleus_choice_add (self->which, "timeline", _("Timeline"), NULL);
  soleus_choice_set_selected (self->which, "month");
  g_signal_connect_swapped (self->which, "changed", G_CALLBACK (which_changed_cb), self);

  gtk_widget_set_tooltip_text (search, _("Search"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (search), _("Search"));
  g_signal_connect_swapped (search, "clicked", G_CALLBACK (search_clicked_cb), self);
  soleus_accessible_set_name (GTK_ACCESSIBLE (add), _("Add a cramp to the chosen night"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_hexpand (buttons, TRUE);
  gtk_box_append (GTK_BOX (buttons), search);
  gtk_box_append (GTK_BOX (buttons), add);

  soleus_flow_append (SOLEUS_FLOW (tools), GTK_WIDGET (self->which));
  soleus_flow_append (SOLEUS_FLOW (tools), buttons);
  gtk_widget_set_margin_top (tools, 12);
  gtk_widget_set_margin_start (tools, 12);
  gtk_widget_set_margin_end (tools, 12);
  return tools;
}

static GtkWidget *
make_month_side (SoleusDiaryPage *self,
                 SoleusContext   *context)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->month = SOLEUS_MONTH_VIEW (soleus_month_view_new (context));
  g_signal_connect_object (self->month, "notify::night", G_CALLBACK (night_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (GTK_WIDGET (self->month), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->month), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->month), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->month), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->month));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/**
 * soleus_diary_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the place "Diary"
 */
GtkWidget *
soleus_diary_page_new (SoleusContext *context)
{
  SoleusDiaryPage *self = g_object_new (SOLEUS_TYPE_DIARY_PAGE, NULL);

  self->tools = make_tools (self);
  self->month_side = make_month_side (self, context);
  self->timeline = SOLEUS_TIMELINE_VIEW (soleus_timeline_view_new (context));
  gtk_widget_set_parent (self->tools, GTK_WIDGET (self));
  gtk_widget_set_parent (self->month_side, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->timeline), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * soleus_diary_page_show_timeline:
 * @self: a page
 *
 * Shows the timeline, alone where there is no room for both.
 */
void
soleus_diary_page_show_timeline (SoleusDiaryPage *self)
{
  g_return_if_fail (SOLEUS_IS_DIARY_PAGE (self));

  soleus_choice_set_selected (self->which, "timeline");
  if (!self->is_wide)
    {
      show_side (self->month_side, FALSE);
      show_side (GTK_WIDGET (self->timeline), TRUE);
    }
}

/**
 * soleus_diary_page_search:
 * @self: a page
 *
 * Shows the timeline and puts the focus into its search.
 */
void
soleus_diary_page_search (SoleusDiaryPage *self)
{
  g_return_if_fail (SOLEUS_IS_DIARY_PAGE (self));

  soleus_diary_page_show_timeline (self);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  soleus_timeline_view_search (self->timeline);
}
