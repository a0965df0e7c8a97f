/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change is written at once and can be undone; a routine without a name has one that says what it is. */
#include "config.h"

#include "ui/player/soleus-routine-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-routines.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-figure-view.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-late-style.h"

#define COLUMN 680
#define PICTURE_HEIGHT 56
#define NAME_LENGTH 200

struct _SoleusRoutinePage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusRecord *plan;
  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *name;
  GtkWidget *rows;
  GtkWidget *lasts;
  GtkWidget *foot;
  GtkWidget *bedtime;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusRoutinePage, soleus_routine_page, GTK_TYPE_WIDGET)

static SoleusRow *
get_row (SoleusRoutinePage *self)
{
  return soleus_record_get_values (self->plan);
}

static void build (SoleusRoutinePage *self);

static void
save (SoleusRoutinePage *self,
      const char        *said)
{
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->plan);

  self->updating = TRUE;
  soleus_keeper_save (soleus_context_get_keeper (self->context), copy, said);
  self->updating = FALSE;
  g_set_object (&self->plan, copy);
}

/* Rows */

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

static void
swap_steps (SoleusRow *plan,
            guint      a,
            guint      b)
{
  static const char *const numbers[] = { "hold_seconds", "repeats" };
  SoleusRow *x = soleus_row_get_row (plan, "steps", a), *y = soleus_row_get_row (plan, "steps", b);
  g_autoptr (SoleusRow) copy = soleus_row_copy (x);
  SoleusRow *to[] = { x, y };
  g_autoptr (SoleusRow) other = soleus_row_copy (y);
  const SoleusRow *from[] = { other, copy };

  for (guint i = 0; i < 2; i++)
    {
      soleus_row_set_text (to[i], "card", soleus_row_get_text (from[i], "card"));
      for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
        if (soleus_row_has (from[i], numbers[k]))
          soleus_row_set_number (to[i], numbers[k], soleus_row_get_number (from[i], numbers[k], 0));
        else
          soleus_row_clear (to[i], numbers[k]);
      soleus_row_set_answer (to[i], "both_sides", soleus_row_get_answer (from[i], "both_sides"));
    }
}

static gboolean
move (SoleusRoutinePage *self,
      guint              from,
      int                by)
{
  guint n = soleus_row_get_n_rows (get_row (self), "steps");
  int to = (int) from + by;
  GtkWidget *row;

  if (to < 0 || (guint) to >= n)
    return FALSE;
  swap_steps (get_row (self), from, (guint) to);
  save (self, NULL);
  build (self);
  /* The focus goes with the stretch. */
  row = gtk_widget_get_first_child (self->rows);
  for (int i = 0; row != NULL && i < to; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
up_clicked_cb (GtkWidget         *button,
               SoleusRoutinePage *self)
{
  move (self, get_index (button), -1);
}

static void
down_clicked_cb (GtkWidget         *button,
                 SoleusRoutinePage *self)
{
  move (self, get_index (button), 1);
}

static void
remove_clicked_cb (GtkWidget         *button,
                   SoleusRoutinePage *self)
{
  soleus_row_remove_row (get_row (self), "steps", get_index (button));
  save (self, _("Stretch removed."));
  build (self);
}

static gboolean
row_key_cb (GtkEventControllerKey *keys,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            SoleusRoutinePage     *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  return move (self, get_index (row), key == GDK_KEY_Up ? -1 : 1);
}

/* What was dragged is the number of its row; it takes the place of the row that it is dropped on. */
static gboolean
dropped_cb (GtkDropTarget     *target,
            const GValue      *value,
            double             x,
            double             y,
            SoleusRoutinePage *self)
{
  guint from = g_value_get_uint (value), to = get_index (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  guint n = soleus_row_get_n_rows (get_row (self), "steps");

  if (from >= n || to >= n || from == to)
    return FALSE;
  for (; from < to; from++)
    swap_steps (get_row (self), from, from + 1);
  for (; from > to; from--)
    swap_steps (get_row (self), from, from - 1);
  save (self, NULL);
  build (self);
  return TRUE;
}

static void
add_drag (SoleusRoutinePage *self,
          GtkWidget         *row,
          guint              index)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_UINT, index);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* The rows stay while numbers change: the focus is in one of them. */

static void
show_lasts (SoleusRoutinePage *self)
{
  g_autoptr (GPtrArray) steps = soleus_routines_get_steps (self->plan, soleus_context_get_library (self->context), SOLEUS_LIMIT_NONE);
  g_autofree char *duration = soleus_words_duration (soleus_play_steps_get_seconds (steps));
  g_autofree char *text = steps->len > 0 ? g_strdup_printf (_("About %s."), duration) : g_strdup (_("No stretches yet."));

  gtk_label_set_label (GTK_LABEL (self->lasts), text);
}

static void
spin_changed_cb (GtkSpinButton     *spin,
                 SoleusRoutinePage *self)
{
  SoleusRow *step = soleus_row_get_row (get_row (self), "steps", get_index (GTK_WIDGET (spin)));
  const char *field = g_object_get_data (G_OBJECT (spin), "field");

  if (step == NULL)
    return;
  soleus_row_set_number (step, field, gtk_spin_button_get_value_as_int (spin));
  save (self, NULL);
  show_lasts (self);
}

static void
sides_toggled_cb (GtkToggleButton   *button,
                  SoleusRoutinePage *self)
{
  SoleusRow *step = soleus_row_get_row (get_row (self), "steps", get_index (GTK_WIDGET (button)));

  if (step == NULL)
    return;
  soleus_row_set_answer (step, "both_sides", gtk_toggle_button_get_active (button) ? SOLEUS_YES : SOLEUS_NO);
  save (self, NULL);
  show_lasts (self);
}

static void
add_icon_button (SoleusRoutinePage *self,
                 GtkWidget         *box,
                 const char        *icon,
                 const char        *name,
                 guint              index,
                 GCallback          clicked,
                 gboolean           sensitive)
{
  GtkWidget *button = soleus_build_icon_button (icon, name);

  gtk_widget_set_sensitive (button, sensitive);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_spin (SoleusRoutinePage *self,
          GtkWidget         *flow,
          const char        *label,
          const char        *field,
          const char        *title,
          guint              index,
          double             most,
          guint              value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *spin = gtk_spin_button_new_with_range (1, most, 1);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, label);

  soleus_build_text (box, label, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  soleus_accessible_set_name (GTK_ACCESSIBLE (spin), name);
  g_object_set_data (G_OBJECT (spin), "index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (spin), "field", (gpointer) field);
  g_signal_connect (spin, "value-changed", G_CALLBACK (spin_changed_cb), self);
  gtk_box_append (GTK_BOX (box), spin);
  soleus_flow_append (SOLEUS_FLOW (flow), box);
}

static void
add_step (SoleusRoutinePage *self,
          guint              index,
          guint              n)
{
  SoleusLibrary *library = soleus_context_get_library (self->context);
  const SoleusRow *given = soleus_row_get_row (get_row (self), "steps", index);
  const SoleusGuide *guide = soleus_guides_get (soleus_library_get_guides (library), soleus_row_get_text (given, "card"));
  const char *title = guide != NULL ? guide->title : soleus_row_get_text (given, "card");
  g_autoptr (SoleusPlayStep) usual = guide != NULL && soleus_guide_is_played (guide) ? soleus_play_step_for_guide (guide) : NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *flow = soleus_flow_new (12), *sides;
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *up = g_strdup_printf (_("Move %s up"), title), *down = g_strdup_printf (_("Move %s down"), title), *remove = g_strdup_printf (_("Remove %s"), title);
  g_autofree char *both = g_strdup_printf (_("%s: both legs"), title);
  const SoleusFigure *figure = guide != NULL ? soleus_library_get_guide_figure (library, guide, SOLEUS_LIMIT_NONE) : NULL;

  if (figure != NULL)
    {
      GtkWidget *picture = g_object_new (SOLEUS_TYPE_FIGURE_VIEW, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      soleus_figure_view_set_figure (SOLEUS_FIGURE_VIEW (picture), soleus_library_get_figures (library), figure);
      soleus_figure_view_set_heights (SOLEUS_FIGURE_VIEW (picture), PICTURE_HEIGHT, PICTURE_HEIGHT);
      gtk_box_append (GTK_BOX (top), picture);
    }
  gtk_widget_set_hexpand (soleus_build_text (top, title, "row-title"), TRUE);
  add_icon_button (self, top, "go-up-symbolic", up, index, G_CALLBACK (up_clicked_cb), index > 0);
  add_icon_button (self, top, "go-down-symbolic", down, index, G_CALLBACK (down_clicked_cb), index + 1 < n);
  add_icon_button (self, top, "user-trash-symbolic", remove, index, G_CALLBACK (remove_clicked_cb), TRUE);
  gtk_box_append (GTK_BOX (row), top);

  add_spin (self, flow, _("Seconds"), "hold_seconds", title, index, 3600, (guint) soleus_row_get_number (given, "hold_seconds", usual != NULL ? usual->seconds : 10));
  add_spin (self, flow, _("Times"), "repeats", title, index, 100, (guint) soleus_row_get_number (given, "repeats", usual != NULL ? usual->repeats : 1));
  sides = gtk_toggle_button_new_with_label (_("Both legs"));
  gtk_widget_add_css_class (sides, "option");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sides), soleus_row_has (given, "both_sides") ? soleus_row_get_answer (given, "both_sides") == SOLEUS_YES : usual != NULL && usual->sides);
  soleus_accessible_set_name (GTK_ACCESSIBLE (sides), both);
  g_object_set_data (G_OBJECT (sides), "index", GUINT_TO_POINTER (index));
  g_signal_connect (sides, "toggled", G_CALLBACK (sides_toggled_cb), self);
  soleus_flow_append (SOLEUS_FLOW (flow), sides);
  gtk_box_append (GTK_BOX (row), flow);

  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, keys);
  add_drag (self, row, index);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
build (SoleusRoutinePage *self)
{
  guint n = soleus_row_get_n_rows (get_row (self), "steps");

  soleus_build_clear (self->rows);
  for (guint i = 0; i < n; i++)
    add_step (self, i, n);
  gtk_widget_set_visible (self->rows, n > 0);
  gtk_widget_set_visible (self->foot, n > 0);
  show_lasts (self);
}

/* Adding */

static void
add_clicked_cb (GtkWidget         *button,
                SoleusRoutinePage *self)
{
  const SoleusGuide *guide = g_object_get_data (G_OBJECT (button), "guide");
  g_autoptr (SoleusPlayStep) usual = soleus_play_step_for_guide (guide);
  SoleusRow *step = soleus_row_add_row (get_row (self), "steps");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  g_autofree char *said = g_strdup_printf (_("Added: %s."), guide->title);

  soleus_row_set_text (step, "card", guide->id);
  soleus_row_set_number (step, "hold_seconds", usual->seconds);
  soleus_row_set_number (step, "repeats", usual->repeats);
  soleus_row_set_answer (step, "both_sides", usual->sides ? SOLEUS_YES : SOLEUS_NO);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  save (self, said);
  build (self);
}

static GtkWidget *
make_add_button (SoleusRoutinePage *self)
{
  GPtrArray *all = soleus_guides_get_all (soleus_library_get_guides (soleus_context_get_library (self->context)));
  GtkWidget *menu = gtk_menu_button_new (), *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const SoleusGuide *guide = g_ptr_array_index (all, i);
      GtkWidget *button;

      if (!soleus_guide_is_played (guide))
        continue;
      button = soleus_build_button (guide->title, NULL, "flat");
      g_object_set_data (G_OBJECT (button), "guide", (gpointer) guide);
      g_signal_connect (button, "clicked", G_CALLBACK (add_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), _("Add a stretch"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  soleus_accessible_set_name (GTK_ACCESSIBLE (menu), _("Add a stretch"));
  return menu;
}

static void
name_changed_cb (SoleusRoutinePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (*name == '\0' || g_str_equal (name, soleus_row_get_text (get_row (self), "name")))
    return;
  soleus_row_set_text (get_row (self), "name", name);
  save (self, NULL);
}

static void
play_clicked_cb (SoleusRoutinePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.play", "s", soleus_record_get_uuid (self->plan));
}

static void
bedtime_toggled_cb (SoleusRoutinePage *self)
{
  gboolean wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->bedtime));

  if (wanted == (soleus_row_get_answer (get_row (self), "bedtime") == SOLEUS_YES))
    return;
  soleus_row_set_answer (get_row (self), "bedtime", wanted ? SOLEUS_YES : SOLEUS_NO);
  save (self, wanted ? _("This is your bedtime routine now.") : _("No longer your bedtime routine."));
}

static void
delete_clicked_cb (SoleusRoutinePage *self)
{
  soleus_keeper_delete (soleus_context_get_keeper (self->context), soleus_record_get_uuid (self->plan), _("Routine deleted."));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* An undo, or another program. */
static void
diary_changed_cb (SoleusRoutinePage *self,
                  guint              kinds)
{
  g_autoptr (SoleusRecord) stored = NULL;

  if (self->updating || (kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_PLAN)) == 0)
    return;
  stored = soleus_diary_get (soleus_context_get_diary (self->context), soleus_record_get_uuid (self->plan), NULL);
  if (stored == NULL || soleus_record_says_same (stored, self->plan))
    return;
  g_object_unref (self->plan);
  self->plan = soleus_record_copy (stored);
  gtk_editable_set_text (GTK_EDITABLE (self->name), soleus_row_get_text (get_row (self), "name"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bedtime), soleus_row_get_answer (get_row (self), "bedtime") == SOLEUS_YES);
  soleus_build_clear (self->rows);
  build (self);
}

static void
soleus_routine_page_dispose (GObject *object)
{
  SoleusRoutinePage *self = SOLEUS_ROUTINE_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->plan);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_routine_page_parent_class)->dispose (object);
}

static void
soleus_routine_page_class_init (SoleusRoutinePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_routine_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  soleus_late_style_load ();
}

static void
soleus_routine_page_init (SoleusRoutinePage *self)
{
}

static void
add_foot (SoleusRoutinePage *self)
{
  GtkWidget *button = soleus_build_button (_("Play"), NULL, "suggested-action");

  self->foot = soleus_flow_new (8);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (play_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (self->foot), button);
  self->bedtime = gtk_toggle_button_new_with_label (_("My bedtime routine"));
  gtk_widget_add_css_class (self->bedtime, "option");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->bedtime), _("My bedtime routine"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bedtime), soleus_row_get_answer (get_row (self), "bedtime") == SOLEUS_YES);
  g_signal_connect_swapped (self->bedtime, "toggled", G_CALLBACK (bedtime_toggled_cb), self);
  soleus_flow_append (SOLEUS_FLOW (self->foot), self->bedtime);
  button = soleus_build_button (_("Delete this routine"), NULL, NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (self->foot), button);
  gtk_box_append (GTK_BOX (self->column), self->foot);
}

/**
 * soleus_routine_page_new:
 * @context: what the window shows
 * @plan: (nullable): a routine, or %NULL for a new one
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_routine_page_new (SoleusContext *context,
                         SoleusRecord  *plan)
{
  SoleusRoutinePage *self = g_object_new (SOLEUS_TYPE_ROUTINE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->plan = plan != NULL ? soleus_record_copy (plan) : soleus_record_new (SOLEUS_KIND_PLAN);
  if (plan == NULL)
    soleus_row_set_text (get_row (self), "name", _("My routine"));
  self->scroller = soleus_build_page (COLUMN, &self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  soleus_build_text (self->column, _("Name"), "heading");
  self->name = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->name), NAME_LENGTH);
  gtk_editable_set_text (GTK_EDITABLE (self->name), soleus_row_get_text (get_row (self), "name"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->name), _("Name"));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  gtk_box_append (GTK_BOX (self->column), self->name);
  self->rows = soleus_build_rows (self->column);
  gtk_box_append (GTK_BOX (self->column), make_add_button (self));
  self->lasts = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->column), self->lasts);
  add_foot (self);
  build (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
