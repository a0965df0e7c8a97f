/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a routine, with how long it takes. */
#include "config.h"

#include "ui/player/soleus-routines-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-routines.h"
#include "app/soleus-words.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-late-style.h"

#define COLUMN 680

struct _SoleusRoutinesPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *column;
};

G_DEFINE_FINAL_TYPE (SoleusRoutinesPage, soleus_routines_page, GTK_TYPE_WIDGET)

static char *
describe (SoleusRoutinesPage *self,
          GPtrArray          *steps)
{
  const SoleusGuides *guides = soleus_library_get_guides (soleus_context_get_library (self->context));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *lasts = soleus_words_duration (soleus_play_steps_get_seconds (steps));

  for (guint i = 0; i < steps->len; i++)
    {
      const SoleusGuide *guide = soleus_guides_get (guides, ((SoleusPlayStep *) g_ptr_array_index (steps, i))->card);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", guide != NULL ? guide->title : "");
    }
  return steps->len > 0 ? g_strdup_printf (_("%s. About %s"), text->str, lasts) : g_strdup (_("No stretches yet."));
}

static void
add_row (SoleusRoutinesPage *self,
         GtkWidget          *rows,
         const char         *title,
         GPtrArray          *steps,
         SoleusRecord       *plan)
{
  g_autofree char *subtitle = describe (self, steps);
  GtkWidget *row = soleus_action_row_new (title, subtitle), *button;

  if (steps->len > 0)
    {
      g_autofree char *name = g_strdup_printf (_("Play %s"), title);

      button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Play"), name);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", plan != NULL ? soleus_record_get_uuid (plan) : "bedtime-routine");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.play");
    }
  if (plan != NULL)
    {
      g_autofree char *name = g_strdup_printf (_("Change %s"), title);

      button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Change"), name);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_record_get_uuid (plan));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.routine");
    }
  gtk_box_append (GTK_BOX (rows), row);
}

static void
build (SoleusRoutinesPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  SoleusLibrary *library = soleus_context_get_library (self->context);
  SoleusLimits limits = soleus_left_out_find_now (diary, soleus_context_get_warnings (self->context));
  g_autoptr (GPtrArray) plans = soleus_routines_list (diary);
  g_autoptr (SoleusRecord) bedtime = soleus_routines_get_bedtime (diary);
  g_autoptr (GPtrArray) usual = soleus_routines_get_default (library, limits);
  GtkWidget *rows, *button;

  soleus_build_clear (self->column);
  soleus_build_text (self->column, _("A routine is a row of stretches. Play it before bed, or whenever it suits you."), "reading");
  rows = soleus_build_rows (self->column);
  add_row (self, rows, bedtime == NULL ? _("Bedtime stretches") : _("Bedtime stretches that come with Soleus"), usual, NULL);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      SoleusRecord *plan = g_ptr_array_index (plans, i);
      const char *name = soleus_row_get_text (soleus_record_get_values (plan), "name");
      gboolean is_bedtime = bedtime != NULL && g_str_equal (soleus_record_get_uuid (bedtime), soleus_record_get_uuid (plan));
      g_autofree char *title = is_bedtime ? g_strdup_printf (_("%s (for bedtime)"), name) : g_strdup (name);
      g_autoptr (GPtrArray) steps = soleus_routines_get_steps (plan, library, limits);

      add_row (self, rows, title, steps, plan);
    }
  button = soleus_build_button (_("New routine"), NULL, "answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.routine");
  gtk_box_append (GTK_BOX (self->column), button);
}

static void
diary_changed_cb (SoleusRoutinesPage *self,
                  guint               kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_PLAN) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE))) != 0)
    build (self);
}

static void
soleus_routines_page_dispose (GObject *object)
{
  SoleusRoutinesPage *self = SOLEUS_ROUTINES_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_routines_page_parent_class)->dispose (object);
}

static void
soleus_routines_page_class_init (SoleusRoutinesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_routines_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  soleus_late_style_load ();
}

static void
soleus_routines_page_init (SoleusRoutinesPage *self)
{
  self->scroller = soleus_build_page (COLUMN, &self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * soleus_routines_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_routines_page_new (SoleusContext *context)
{
  SoleusRoutinesPage *self = g_object_new (SOLEUS_TYPE_ROUTINES_PAGE, NULL);

  self->context = g_object_ref (context);
  build (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
