/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is as long as the diary, so Tab leaves it from any row instead of going through all of them; arrow keys move
 * between the rows. Older pages are loaded when the reader comes near the end. */
#include "config.h"

#include "ui/diary/soleus-timeline-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "store/soleus-timeline.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-filter-bar.h"
#include "ui/diary/soleus-timeline-row.h"

#define COLUMN 680

/* Older entries are loaded when less than this is left below, in logical pixels. */
#define NEAR 1500

/* Somebody who holds an arrow key in the calendar must not wait for the list. */
#define FOLLOW_MS 120

struct _SoleusTimelineView
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusTimeline *timeline;
  GtkWidget *box;
  GtkWidget *search_bar;
  GtkWidget *entry;
  GtkWidget *top; /* filters and status */
  SoleusFilterBar *filters;
  GtkWidget *status;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *scrolled;
  AdwStatusPage *nothing;
  GtkWidget *clear;
  guint load_source;
  guint follow_source;
  SoleusDate followed; /* the night to scroll to */
  guint place;         /* its place in the list */
  guint place_tick;
  guint n_frames;
};

G_DEFINE_FINAL_TYPE (SoleusTimelineView, soleus_timeline_view, GTK_TYPE_WIDGET)

static const char *
get_text (SoleusTimelineView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
show_status (SoleusTimelineView *self)
{
  g_autofree char *entries = NULL, *nights = NULL, *both = NULL;
  guint n_entries, n_nights;

  if (!soleus_timeline_is_filtered (self->timeline) || g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->status), "");
      gtk_widget_set_visible (self->status, FALSE);
      return;
    }
  soleus_timeline_count (self->timeline, &n_entries, &n_nights);
  if (n_entries > SOLEUS_TIMELINE_MOST)
    {
      g_autofree char *many = g_strdup_printf (_("More than %u entries"), (guint) SOLEUS_TIMELINE_MOST);

      gtk_label_set_label (GTK_LABEL (self->status), many);
      gtk_widget_set_visible (self->status, TRUE);
      return;
    }
  entries = g_strdup_printf (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  nights = g_strdup_printf (ngettext ("%u night", "%u nights", n_nights), n_nights);
  /* Translators: "14 entries in 9 nights" */
  both = g_strdup_printf (_("%s in %s"), entries, nights);
  gtk_label_set_label (GTK_LABEL (self->status), both);
  gtk_widget_set_visible (self->status, TRUE);
}

static void
show_page (SoleusTimelineView *self)
{
  gboolean is_filtered = soleus_timeline_is_filtered (self->timeline);

  gtk_widget_set_visible (self->top, is_filtered || g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) > 0);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  else if (!is_filtered)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  else
    {
      gboolean has_text = *get_text (self) != '\0';
      g_autofree char *title = has_text ? g_strdup_printf (_("Nothing found for “%s”."), get_text (self)) : g_strdup (_("Nothing found."));
      g_autofree char *markup = g_markup_escape_text (title, -1);

      adw_status_page_set_title (self->nothing, markup);
      gtk_button_set_label (GTK_BUTTON (self->clear), has_text ? _("Clear search") : _("Clear all"));
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
    }
  soleus_accessible_present_only (self->stack, gtk_stack_get_visible_child (GTK_STACK (self->stack)));
  show_status (self);
}

static void
apply_filter (SoleusTimelineView *self)
{
  SoleusTimelineFilter filter = SOLEUS_TIMELINE_FILTER_ALL;
  const char *text = get_text (self);
  g_autofree char *muscles = NULL;

  soleus_filter_bar_fill (self->filters, &filter);
  if (*text != '\0')
    {
      muscles = soleus_words_matching_muscles (text);
      filter.text = text;
      filter.muscles = muscles;
    }
  soleus_timeline_set_filter (self->timeline, &filter);
  show_page (self);
}

static void
stop_search (SoleusTimelineView *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
clear_clicked_cb (SoleusTimelineView *self)
{
  if (*get_text (self) != '\0')
    stop_search (self);
  else
    soleus_filter_bar_clear (self->filters);
  apply_filter (self);
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static gboolean
load_cb (gpointer data)
{
  SoleusTimelineView *self = data;

  self->load_source = 0;
  soleus_timeline_load_more (self->timeline);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (SoleusTimelineView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - gtk_adjustment_get_value (adjustment);

  if (below < NEAR && self->load_source == 0)
    self->load_source = g_idle_add (load_cb, self);
}

static SoleusTimelineRow *
find_focused_row (SoleusTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;
  /* The focus can stand on the list's own row, around ours. */
  for (GtkWidget *child = gtk_widget_get_first_child (focus); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (SOLEUS_IS_TIMELINE_ROW (child))
      return SOLEUS_TIMELINE_ROW (child);
  return SOLEUS_TIMELINE_ROW (gtk_widget_get_ancestor (focus, SOLEUS_TYPE_TIMELINE_ROW));
}

static gboolean
list_key_cb (SoleusTimelineView *self,
             guint               key,
             guint               code,
             GdkModifierType     modifiers)
{
  SoleusTimelineRow *row = find_focused_row (self);

  if ((key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete) || row == NULL || soleus_timeline_row_get_item (row) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (soleus_timeline_item_is_heading (soleus_timeline_row_get_item (row)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (row), "row.delete", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (SoleusTimelineView *self,
           guint               key,
           guint               code,
           GdkModifierType     modifiers)
{
  if (key != GDK_KEY_Escape || !gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)))
    return GDK_EVENT_PROPAGATE;
  stop_search (self);
  return GDK_EVENT_STOP;
}

static void
list_activated_cb (SoleusTimelineView *self,
                   guint               position)
{
  g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (self->timeline), position);
  SoleusRecord *record = item != NULL ? soleus_timeline_item_get_record (item) : NULL;

  if (item != NULL && soleus_timeline_item_is_heading (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-night", "i", soleus_timeline_item_get_night (item));
  else if (record != NULL && soleus_record_get_kind (record) == SOLEUS_KIND_EPISODE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-cramp", "s", soleus_record_get_uuid (record));
}

static void
scroll_to (SoleusTimelineView *self,
           guint               position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* The list knows where it stands only after it was laid out once more. */
static gboolean
place_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (widget);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->place_tick = 0;
  scroll_to (self, self->place);
  return G_SOURCE_REMOVE;
}

/* Whether the list must grow before it holds the night. */
static gboolean
is_too_short (SoleusTimelineView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
  g_autoptr (SoleusTimelineItem) last = n_items > 0 ? g_list_model_get_item (G_LIST_MODEL (self->timeline), n_items - 1) : NULL;

  return last != NULL && soleus_timeline_item_get_night (last) > self->followed;
}

static gboolean
follow_cb (gpointer data)
{
  SoleusTimelineView *self = data;
  guint n_items;

  /* One page after the other, with room for everything else between: a night can lie decades back. */
  if (is_too_short (self) && soleus_timeline_load_more (self->timeline))
    {
      self->follow_source = g_idle_add (follow_cb, self);
      return G_SOURCE_REMOVE;
    }
  self->follow_source = 0;
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
  if (n_items == 0)
    return G_SOURCE_REMOVE;
  /* The list scrolls no further than it must. Coming from below puts the night at the top. */
  self->place = MIN (soleus_timeline_find_night (self->timeline, self->followed), n_items - 1);
  self->n_frames = 0;
  scroll_to (self, n_items - 1);
  if (self->place_tick == 0)
    self->place_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), place_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
setup_cb (SoleusTimelineView *self,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, soleus_timeline_row_new (soleus_context_get_diary (self->context)));
}

static void
bind_cb (SoleusTimelineView *self,
         GtkListItem        *item)
{
  soleus_timeline_row_set_item (SOLEUS_TIMELINE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (SoleusTimelineView *self,
           GtkListItem        *item)
{
  soleus_timeline_row_set_item (SOLEUS_TIMELINE_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
soleus_timeline_view_focus (GtkWidget       *widget,
                            GtkDirectionType direction)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  GtkWidget *above;

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (soleus_timeline_view_parent_class)->focus (widget, direction);
  if (gtk_widget_child_focus (row, direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  for (above = gtk_widget_get_prev_sibling (self->stack); above != NULL; above = gtk_widget_get_prev_sibling (above))
    if (gtk_widget_child_focus (above, direction))
      return TRUE;
  return FALSE;
}

static void
soleus_timeline_view_dispose (GObject *object)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->load_source, g_source_remove);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->timeline);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_timeline_view_parent_class)->dispose (object);
}

static void
soleus_timeline_view_class_init (SoleusTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_timeline_view_dispose;
  widget_class->focus = soleus_timeline_view_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_timeline_view_init (SoleusTimelineView *self)
{
}

static GtkWidget *
make_status_page (const char *title,
                  const char *description,
                  GtkWidget  *button)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return page;
}

static GtkWidget *
make_search_bar (SoleusTimelineView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->entry), _("Search the diary"));
  g_object_set (self->entry, "placeholder-text", _("Notes, muscles, medicines, food"), NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->entry);

  self->search_bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->search_bar), clamp);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->entry));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (apply_filter), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search), self);
  return self->search_bar;
}

static GtkWidget *
make_top (SoleusTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->filters = SOLEUS_FILTER_BAR (soleus_filter_bar_new (soleus_context_get_clock (self->context)));
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filters));
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->top = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->top), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (self->top), box);
  g_signal_connect_swapped (self->filters, "changed", G_CALLBACK (apply_filter), self);
  return self->top;
}

static GtkWidget *
make_list (SoleusTimelineView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->timeline)));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkAdjustment *adjustment;

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  gtk_widget_add_css_class (self->list, "timeline");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->list), _("Timeline"));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (list_activated_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (self->list, keys);

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), COLUMN);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->list);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return self->scrolled;
}

static GtkWidget *
make_stack (SoleusTimelineView *self)
{
  GtkWidget *add = gtk_button_new_with_label (_("Add a cramp"));
  GtkWidget *empty = make_status_page (_("Nothing recorded yet."), _("When you add a cramp or a night, it shows here."), add);

  gtk_widget_add_css_class (add, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-cramp");
  self->clear = gtk_button_new_with_label (_("Clear search"));
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  self->nothing = ADW_STATUS_PAGE (make_status_page ("", NULL, self->clear));

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->nothing), "nothing");
  gtk_widget_set_vexpand (self->stack, TRUE);
  return self->stack;
}

/**
 * soleus_timeline_view_new:
 * @context: the context
 *
 * Returns: (transfer floating): the timeline of its diary
 */
GtkWidget *
soleus_timeline_view_new (SoleusContext *context)
{
  SoleusTimelineView *self = g_object_new (SOLEUS_TYPE_TIMELINE_VIEW, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->context = g_object_ref (context);
  self->timeline = soleus_timeline_new (soleus_context_get_diary (context));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_search_bar (self));
  gtk_box_append (GTK_BOX (self->box), make_top (self));
  gtk_box_append (GTK_BOX (self->box), make_stack (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->timeline, "items-changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  show_page (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_timeline_view_search:
 * @self: a timeline
 *
 * Opens the search and puts the focus into it.
 */
void
soleus_timeline_view_search (SoleusTimelineView *self)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_VIEW (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (self->entry);
}

/**
 * soleus_timeline_view_show_night:
 * @self: a timeline
 * @night: a night
 *
 * Scrolls to that night, or to the next older one of which there is anything.
 */
void
soleus_timeline_view_show_night (SoleusTimelineView *self,
                                 SoleusDate          night)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_VIEW (self));

  self->followed = night;
  if (self->follow_source == 0)
    self->follow_source = g_timeout_add (FOLLOW_MS, follow_cb, self);
}
