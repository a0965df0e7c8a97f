/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page says what is kept up and since when. Whether it helps is not said here: that takes numbers, and a doctor. */
#include "config.h"

#include "ui/today/soleus-trying-page.h"

#include <glib/gi18n.h>

#include "app/soleus-trying.h"
#include "ui/diary/soleus-day-section.h"
#include "ui/today/soleus-trying-dialog.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"

#define COLUMN 680

struct _SoleusTryingPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  SoleusDaySection *now;
  SoleusDaySection *before;
};

G_DEFINE_FINAL_TYPE (SoleusTryingPage, soleus_trying_page, GTK_TYPE_WIDGET)

static const char *
get_uuid (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "uuid");
}

static void
add_clicked_cb (SoleusTryingPage *self)
{
  soleus_trying_dialog_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context, NULL);
}

static void
change_clicked_cb (GtkWidget        *button,
                   SoleusTryingPage *self)
{
  soleus_trying_dialog_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context, get_uuid (button));
}

static void
stop_clicked_cb (GtkWidget        *button,
                 SoleusTryingPage *self)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get (soleus_context_get_diary (self->context), get_uuid (button), NULL);
  g_autoptr (SoleusRecord) routine = NULL;
  g_autofree char *said = NULL;

  if (stored == NULL)
    return;
  routine = soleus_record_copy (stored);
  soleus_row_set_date (soleus_record_get_values (routine), "stop", soleus_clock_get_today (soleus_context_get_clock (self->context)));
  /* Translators: %s is something that a person tried */
  said = g_strdup_printf (_("Saved: %s, stopped today."), soleus_trying_say_name (routine));
  soleus_keeper_save (soleus_context_get_keeper (self->context), routine, said);
}

static void
add_button (SoleusTryingPage *self,
            GtkWidget        *row,
            SoleusRecord     *routine,
            const char       *label,
            const char       *name,
            GCallback         clicked)
{
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, name);

  g_object_set_data_full (G_OBJECT (button), "uuid", g_strdup (soleus_record_get_uuid (routine)), g_free);
  g_signal_connect (button, "clicked", clicked, self);
}

static void
update_section (SoleusTryingPage *self,
                SoleusDaySection *section,
                gboolean          now)
{
  g_autoptr (GPtrArray) routines = soleus_trying_list (soleus_context_get_diary (self->context), now, NULL);

  if (routines == NULL)
    return;
  soleus_day_section_clear (section);
  for (guint i = 0; i < routines->len; i++)
    {
      SoleusRecord *routine = g_ptr_array_index (routines, i);
      const char *title = soleus_trying_say_name (routine);
      g_autofree char *dates = soleus_trying_say_dates (routine), *stop = g_strdup_printf (_("Stop %s today"), title), *change = g_strdup_printf (_("Change %s"), title);
      GtkWidget *row = soleus_action_row_new (title, dates);

      if (now)
        add_button (self, row, routine, _("Stop today"), stop, G_CALLBACK (stop_clicked_cb));
      add_button (self, row, routine, _("Change"), change, G_CALLBACK (change_clicked_cb));
      soleus_day_section_add_row (section, row);
    }
  if (now && routines->len == 0)
    soleus_day_section_add_row (section, soleus_build_text (NULL, _("Nothing yet. Add a stretch, a diet or something else that you keep up for weeks."), NULL));
  soleus_day_section_finish (section);
  gtk_widget_set_visible (GTK_WIDGET (section), now || routines->len > 0);
}

/* Where the last row of what was before went, its section goes too, and the focus must not go with it. */
static void
update (SoleusTryingPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  update_section (self, self->now, TRUE);
  update_section (self, self->before, FALSE);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (had_focus && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_child_focus (GTK_WIDGET (self->now), GTK_DIR_TAB_FORWARD);
}

static void
diary_changed_cb (SoleusTryingPage *self,
                  guint             kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_ROUTINE)) != 0)
    update (self);
}

static void
soleus_trying_page_dispose (GObject *object)
{
  SoleusTryingPage *self = SOLEUS_TRYING_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_trying_page_parent_class)->dispose (object);
}

static void
soleus_trying_page_class_init (SoleusTryingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_trying_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_trying_page_init (SoleusTryingPage *self)
{
}

/**
 * soleus_trying_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_trying_page_new (SoleusContext *context)
{
  SoleusTryingPage *self = g_object_new (SOLEUS_TYPE_TRYING_PAGE, NULL);
  GtkWidget *column, *now, *before;

  self->context = g_object_ref (context);
  self->scroller = soleus_build_page (COLUMN, &column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  soleus_build_text (column, _("Note what you keep up over weeks, and since when. Then you can look back, also with your doctor."), NULL);
  now = soleus_day_section_new (_("Now"));
  self->now = SOLEUS_DAY_SECTION (now);
  g_signal_connect_swapped (soleus_day_section_add_button (self->now, _("Add"), _("Add something you are trying")), "clicked", G_CALLBACK (add_clicked_cb), self);
  before = soleus_day_section_new (_("Before"));
  self->before = SOLEUS_DAY_SECTION (before);
  gtk_box_append (GTK_BOX (column), now);
  gtk_box_append (GTK_BOX (column), before);
  update (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
