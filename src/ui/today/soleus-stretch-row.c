/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads nothing of the guides before it is pressed, so that Today is there at once. */
#include "config.h"

#include "ui/today/soleus-stretch-row.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/widgets/soleus-action-row.h"

/* The newest session of the present day, from midnight on, if there is one. */
static SoleusRecord *
find_session (SoleusContext *context)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (context));
  g_autoptr (GPtrArray) sessions = soleus_diary_list (soleus_context_get_diary (context), SOLEUS_KIND_STRETCH, today, today + 1, NULL);
  SoleusRecord *newest = NULL;
  gint64 last = 0;

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (g_ptr_array_index (sessions, i), &at);
      if (soleus_time_get_date (at) != today || at.utc < last)
        continue;
      last = at.utc;
      newest = g_ptr_array_index (sessions, i);
    }
  return newest != NULL ? g_object_ref (newest) : NULL;
}

/**
 * soleus_stretch_row_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the row as it is now
 */
GtkWidget *
soleus_stretch_row_new (SoleusContext *context)
{
  g_autoptr (SoleusRecord) session = find_session (context);
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *button;

  if (session != NULL)
    {
      g_autofree char *time = NULL;
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (session, &at);
      time = soleus_words_time (at);
      subtitle = g_strdup_printf (_("Stretches today at %s."), time);
    }
  else
    subtitle = g_strdup (_("Calf and thigh, both legs. A few minutes."));
  row = soleus_action_row_new (_("Bedtime stretches"), subtitle);
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), session != NULL ? _("Do again") : _("Start"), session != NULL ? _("Do the bedtime stretches again") : _("Start the bedtime stretches"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "bedtime-routine");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.play");
  return row;
}
