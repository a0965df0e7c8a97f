/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last fourteen nights as far as nothing was said of them. There is no button for all at once: guesses would count
 * as good nights. A row stays where it is once it is answered, so that nothing moves under the pointer. */
#include "config.h"

#include "ui/today/soleus-fill-in-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/today/soleus-check-in.h"

/**
 * soleus_fill_in_count_open:
 * @context: what the window shows
 * @until: the last night to count
 *
 * Returns: how many of the last fourteen nights, up to @until, are not recorded
 */
guint
soleus_fill_in_count_open (SoleusContext *context,
                           SoleusDate     until)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (context));
  SoleusDate from = today - SOLEUS_FILL_IN_NIGHTS + 1;
  g_autoptr (GArray) nights = soleus_diary_get_nights (soleus_context_get_diary (context), from, until, NULL);
  guint n = 0;

  for (guint i = 0; nights != NULL && i < nights->len; i++)
    n += soleus_night_get_state (&g_array_index (nights, SoleusNight, i)) == SOLEUS_NIGHT_NOT_RECORDED;
  return n;
}

static void
add_text (GtkWidget  *box,
          const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * soleus_fill_in_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_fill_in_page_new (SoleusContext *context)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (context));
  g_autoptr (GArray) nights = soleus_diary_get_nights (soleus_context_get_diary (context), today - SOLEUS_FILL_IN_NIGHTS + 1, today, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n = 0;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (rows, "card");
  gtk_widget_add_css_class (rows, "rows");
  for (guint i = nights != NULL ? nights->len : 0; i-- > 0;)
    {
      const SoleusNight *night = &g_array_index (nights, SoleusNight, i);

      if (soleus_night_get_state (night) != SOLEUS_NIGHT_NOT_RECORDED)
        continue;
      gtk_box_append (GTK_BOX (rows), soleus_check_in_new (context, night->date, SOLEUS_CHECK_IN_ROW));
      n++;
    }

  if (n == 0)
    {
      GtkWidget *empty = adw_status_page_new ();

      g_object_ref_sink (rows);
      g_object_unref (rows);
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "soleus-diary-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("Nothing to fill in"));
      adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("All of the last 14 nights are recorded or marked."));
      gtk_box_append (GTK_BOX (box), empty);
    }
  else
    {
      add_text (box, _("Leave a night empty if you do not remember."));
      gtk_box_append (GTK_BOX (box), rows);
      add_text (box, _("For older nights, open them in the Diary."));
    }
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
