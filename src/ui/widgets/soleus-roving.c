/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Left and right go through the buttons in their order, so that every one is reached however they are wrapped; up and
 * down go to the nearest in another line. */
#include "ui/widgets/soleus-roving.h"

#include <math.h>

static gboolean
can_take_focus (GtkWidget *button)
{
  return gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button) && gtk_widget_get_focusable (button);
}

static int
find_focused (GPtrArray *buttons)
{
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (buttons, i)))
      return (int) i;

  return -1;
}

static GtkWidget *
find_in_order (GPtrArray *buttons,
               int        focused,
               int        step)
{
  for (int i = focused + step; i >= 0 && i < (int) buttons->len; i += step)
    if (can_take_focus (g_ptr_array_index (buttons, i)))
      return g_ptr_array_index (buttons, i);

  return NULL;
}

static GtkWidget *
find_in_other_line (GtkWidget *group,
                    GPtrArray *buttons,
                    int        focused,
                    gboolean   up)
{
  graphene_rect_t from;
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;

  if (!gtk_widget_compute_bounds (g_ptr_array_index (buttons, focused), group, &from))
    return NULL;

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);
      graphene_rect_t to;
      double ahead, aside;

      if (!can_take_focus (button) || !gtk_widget_compute_bounds (button, group, &to))
        continue;

      ahead = (to.origin.y - from.origin.y) * (up ? -1 : 1);
      aside = fabs ((to.origin.x + to.size.width / 2) - (from.origin.x + from.size.width / 2));
      if (ahead < from.size.height / 2)
        continue;

      /* The next line counts before the place within it. */
      if (ahead * 1000 + aside < least)
        {
          least = ahead * 1000 + aside;
          nearest = button;
        }
    }

  return nearest;
}

static GtkWidget *
find_entry (GPtrArray *buttons,
            GtkWidget *entry)
{
  if (entry != NULL && can_take_focus (entry))
    return entry;

  return find_in_order (buttons, -1, 1);
}

/**
 * soleus_roving_focus:
 * @group: the widget whose focus function this is
 * @buttons: (element-type GtkWidget): its buttons, in order
 * @direction: where the focus is asked to go
 * @entry: (nullable): the button that takes the focus when it comes from outside, or %NULL for the first
 *
 * Arrow keys never leave the group; Tab always does.
 *
 * Returns: whether the focus is now in the group
 */
gboolean
soleus_roving_focus (GtkWidget       *group,
                     GPtrArray       *buttons,
                     GtkDirectionType direction,
                     GtkWidget       *entry)
{
  gboolean rtl = gtk_widget_get_direction (group) == GTK_TEXT_DIR_RTL;
  int focused = find_focused (buttons);
  GtkWidget *next;

  if (focused < 0)
    {
      next = find_entry (buttons, entry);
      return next != NULL && gtk_widget_grab_focus (next);
    }

  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      next = find_in_order (buttons, focused, (direction == GTK_DIR_RIGHT) != rtl ? 1 : -1);
      break;
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      next = find_in_other_line (group, buttons, focused, direction == GTK_DIR_UP);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }

  if (next != NULL)
    gtk_widget_grab_focus (next);
  return TRUE;
}
