/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointing at the leg map, and walking over it with the arrow keys. */
#include "ui/widgets/soleus-leg-map-canvas-private.h"

/* The first place that the keyboard comes to: one that is chosen, or else the first in the list's order. */
static int
find_first (SoleusLegMapCanvas *self)
{
  const char *const *order = soleus_leg_map_get_list_order (self->map);

  for (int i = 0; i < soleus_leg_map_get_n_regions (self->map); i++)
    if (soleus_leg_map_canvas_is_selected (self, i) && soleus_leg_map_canvas_is_shown (self, i))
      return i;

  for (guint i = 0; order[i] != NULL; i++)
    {
      int region = soleus_leg_map_find (self->map, order[i], "left");

      if (soleus_leg_map_canvas_is_shown (self, region))
        return region;
    }

  return SOLEUS_LEG_MAP_NONE;
}

static void
ensure_focused (SoleusLegMapCanvas *self)
{
  if (self->focused == SOLEUS_LEG_MAP_NONE || !soleus_leg_map_canvas_is_shown (self, self->focused))
    self->focused = find_first (self);
}

static void
toggle_region (SoleusLegMapCanvas *self,
               int                 region)
{
  soleus_sites_toggle (self->sites, soleus_leg_map_get_muscle (self->map, region), soleus_leg_map_get_side (self->map, region));
}

static void
set_hovered (SoleusLegMapCanvas *self,
             int                 region)
{
  if (self->hovered == region)
    return;

  self->hovered = region;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), region != SOLEUS_LEG_MAP_NONE ? "pointer" : NULL);
  soleus_leg_map_canvas_update_state (self);
}

/* GTK reports motion as well when the page moves under a resting pointer. That must not take the words away from
 * someone who uses the keyboard. */
static gboolean
has_moved (SoleusLegMapCanvas *self,
           GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double x = 0;
  double y = 0;
  gboolean moved;

  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;

  moved = x != self->pointer_x || y != self->pointer_y;
  self->pointer_x = x;
  self->pointer_y = y;
  return moved;
}

static void
pointer_moved_cb (GtkEventControllerMotion *controller,
                  double                    x,
                  double                    y,
                  SoleusLegMapCanvas       *self)
{
  if (!has_moved (self, GTK_EVENT_CONTROLLER (controller)))
    return;

  set_hovered (self, soleus_leg_map_canvas_pick (self, x, y));
}

static void
pointer_left_cb (GtkEventControllerMotion *controller,
                 SoleusLegMapCanvas       *self)
{
  set_hovered (self, SOLEUS_LEG_MAP_NONE);
}

static void
button_pressed_cb (GtkGestureClick    *gesture,
                   int                 n_presses,
                   double              x,
                   double              y,
                   SoleusLegMapCanvas *self)
{
  self->pressed = soleus_leg_map_canvas_pick (self, x, y);
}

static void
button_released_cb (GtkGestureClick    *gesture,
                    int                 n_presses,
                    double              x,
                    double              y,
                    SoleusLegMapCanvas *self)
{
  int region = soleus_leg_map_canvas_pick (self, x, y);

  if (region == SOLEUS_LEG_MAP_NONE || region != self->pressed)
    return;

  self->focused = region;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  toggle_region (self, region);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                SoleusLegMapCanvas    *self)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      soleus_leg_map_canvas_move_focus (self, SOLEUS_LEG_DIRECTION_UP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      soleus_leg_map_canvas_move_focus (self, SOLEUS_LEG_DIRECTION_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      soleus_leg_map_canvas_move_focus (self, SOLEUS_LEG_DIRECTION_LEFT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      soleus_leg_map_canvas_move_focus (self, SOLEUS_LEG_DIRECTION_RIGHT);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      soleus_leg_map_canvas_toggle_focused (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_entered_cb (GtkEventControllerFocus *controller,
                  SoleusLegMapCanvas      *self)
{
  self->has_keyboard = TRUE;
  ensure_focused (self);
  soleus_leg_map_canvas_update_state (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               SoleusLegMapCanvas      *self)
{
  self->has_keyboard = FALSE;
  soleus_leg_map_canvas_update_state (self);
}

/* Everything that the pointer and the keyboard do. */
void
soleus_leg_map_canvas_add_controllers (SoleusLegMapCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (button_pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (button_released_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* The view that is shown where there is room for one only. */
void
soleus_leg_map_canvas_set_single_view (SoleusLegMapCanvas *self,
                                       SoleusLegView       view)
{
  if (self->single_view == view)
    return;

  self->single_view = view;
  self->hovered = SOLEUS_LEG_MAP_NONE;
  ensure_focused (self);
  soleus_leg_map_canvas_update_state (self);
}

/* The region that the keyboard is at, or SOLEUS_LEG_MAP_NONE before it was ever there. */
int
soleus_leg_map_canvas_get_focused (SoleusLegMapCanvas *self)
{
  return self->focused;
}

/* What an arrow key does. */
void
soleus_leg_map_canvas_move_focus (SoleusLegMapCanvas *self,
                                  SoleusLegDirection  direction)
{
  int next;

  ensure_focused (self);
  next = soleus_leg_map_get_neighbour (self->map, self->focused, direction,
                                       soleus_leg_map_canvas_shows_both (self, gtk_widget_get_width (GTK_WIDGET (self))));
  if (next != SOLEUS_LEG_MAP_NONE)
    self->focused = next;
  set_hovered (self, SOLEUS_LEG_MAP_NONE);
  soleus_leg_map_canvas_update_state (self);
}

/* What the space bar does. */
void
soleus_leg_map_canvas_toggle_focused (SoleusLegMapCanvas *self)
{
  ensure_focused (self);
  set_hovered (self, SOLEUS_LEG_MAP_NONE);
  toggle_region (self, self->focused);
}
