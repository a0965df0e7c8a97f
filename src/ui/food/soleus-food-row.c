/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the meals of one day and nothing of the foods, so that Today is there at once. */
#include "config.h"

#include "ui/food/soleus-food-row.h"

#include <glib/gi18n.h>

#include "app/soleus-day.h"
#include "app/soleus-meals.h"
#include "ui/widgets/soleus-action-row.h"

/* Bytes. A long list is read on the page of food. */
#define ENOUGH 100

static void
show (GtkWidget *row)
{
  SoleusContext *context = g_object_get_data (G_OBJECT (row), "context");
  SoleusDiary *diary = soleus_context_get_diary (context);
  g_autoptr (GPtrArray) meals = soleus_day_list (diary, SOLEUS_KIND_MEAL, soleus_clock_get_today (soleus_context_get_clock (context)), NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_more = 0;

  for (guint i = 0; meals != NULL && i < meals->len; i++)
    {
      const SoleusRow *meal = soleus_record_get_values (g_ptr_array_index (meals, i));
      g_autofree char *items = text->len < ENOUGH ? soleus_meals_say_items (diary, meal) : NULL;

      if (items == NULL)
        n_more += soleus_row_get_n_rows (meal, "items");
      else if (*items != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", items);
    }
  if (n_more > 0)
    /* Translators: foods stand before it: "Banana, raw · Rye roll, and 3 more" */
    g_string_append_printf (text, ngettext (", and %u more", ", and %u more", n_more), n_more);
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (row), text->len > 0 ? text->str : _("Nothing added today."));
}

static void
diary_changed_cb (GtkWidget *row,
                  guint      kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_MEAL) | SOLEUS_KIND_MASK (SOLEUS_KIND_FOOD))) != 0)
    show (row);
}

/**
 * soleus_food_row_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): a row that follows the diary, and the day whenever it is shown anew
 */
GtkWidget *
soleus_food_row_new (SoleusContext *context)
{
  GtkWidget *row = soleus_action_row_new (_("Food"), NULL), *button;

  g_object_set_data_full (G_OBJECT (row), "context", g_object_ref (context), g_object_unref);
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Add"), _("Add food"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-food");
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), _("Open what you ate"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.food");
  show (row);
  g_signal_connect (row, "map", G_CALLBACK (show), NULL);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), row, G_CONNECT_SWAPPED);
  return row;
}
