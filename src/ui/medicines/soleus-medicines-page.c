/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of rows. A class that is linked with cramps is named with the sentence that belongs to it, and never without the one
 * that nothing is stopped alone. */
#include "config.h"

#include "ui/medicines/soleus-medicines-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/widgets/soleus-action-row.h"

struct _SoleusMedicinesPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *empty;
  GtkWidget *now;
  GtkWidget *before_title;
  GtkWidget *before;
  GtkWidget *linked;
};

G_DEFINE_FINAL_TYPE (SoleusMedicinesPage, soleus_medicines_page, GTK_TYPE_WIDGET)

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* What is known of it, in one line. */
static char *
describe (SoleusMedicinesPage *self,
          const SoleusRow     *row,
          gboolean            *is_linked)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (guidance->medicines, soleus_row_get_text (row, "name"));
  g_autoptr (GString) text = g_string_new (NULL);
  SoleusDate started = soleus_row_get_date (row, "started"), stopped = soleus_row_get_date (row, "stopped");
  g_autofree char *date = NULL;

  *is_linked = FALSE;
  for (guint i = 0; match->classes[i] != NULL; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", soleus_medicines_get_title (guidance->medicines, match->classes[i]));
      *is_linked = *is_linked || soleus_medicines_is_linked (guidance->medicines, match->classes[i]);
    }
  if (*is_linked)
    g_string_append_printf (text, " · %s", _("linked with cramps in some people"));
  if (started != SOLEUS_DATE_NONE)
    {
      date = soleus_words_date_with_year (started);
      g_string_append_printf (text, "%s", text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("since %s"), date);
      g_clear_pointer (&date, g_free);
    }
  if (stopped != SOLEUS_DATE_NONE)
    {
      date = soleus_words_date_with_year (stopped);
      g_string_append_printf (text, "%s", text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("stopped %s"), date);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
add_row (SoleusMedicinesPage *self,
         GtkWidget           *box,
         SoleusRecord        *medicine)
{
  const SoleusRow *row = soleus_record_get_values (medicine);
  const char *strength = soleus_row_get_text (row, "strength");
  gboolean is_linked;
  g_autofree char *title = strength != NULL ? g_strdup_printf ("%s %s", soleus_row_get_text (row, "name"), strength) : g_strdup (soleus_row_get_text (row, "name"));
  g_autofree char *subtitle = describe (self, row, &is_linked);
  g_autofree char *name = g_strdup_printf (_("Change %s"), title);
  GtkWidget *widget = soleus_action_row_new (title, subtitle);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (widget), _("Change"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-medicine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_record_get_uuid (medicine));
  gtk_box_append (GTK_BOX (box), widget);
  return is_linked;
}

static void
update (SoleusMedicinesPage *self)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));
  gboolean any_linked = FALSE;

  if (medicines == NULL)
    return;
  empty_box (self->now);
  empty_box (self->before);
  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      SoleusDate stopped = soleus_row_get_date (soleus_record_get_values (medicine), "stopped");
      gboolean over = stopped != SOLEUS_DATE_NONE && stopped <= today;
      gboolean is_linked = add_row (self, over ? self->before : self->now, medicine);

      any_linked = any_linked || (is_linked && !over);
    }
  gtk_widget_set_visible (self->empty, medicines->len == 0);
  gtk_widget_set_visible (self->now, gtk_widget_get_first_child (self->now) != NULL);
  gtk_widget_set_visible (self->before, gtk_widget_get_first_child (self->before) != NULL);
  gtk_widget_set_visible (self->before_title, gtk_widget_get_visible (self->before));
  gtk_widget_set_visible (self->linked, any_linked);
}

static void
diary_changed_cb (SoleusMedicinesPage *self,
                  guint                kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE)) != 0)
    update (self);
}

static void
soleus_medicines_page_dispose (GObject *object)
{
  SoleusMedicinesPage *self = SOLEUS_MEDICINES_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_medicines_page_parent_class)->dispose (object);
}

static void
soleus_medicines_page_class_init (SoleusMedicinesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_medicines_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_medicines_page_init (SoleusMedicinesPage *self)
{
}

static GtkWidget *
add_text (GtkWidget  *column,
          const char *text,
          const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (column), label);
  return label;
}

static GtkWidget *
add_rows (GtkWidget *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "rows");
  gtk_box_append (GTK_BOX (column), box);
  return box;
}

/**
 * soleus_medicines_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_medicines_page_new (SoleusContext *context)
{
  SoleusMedicinesPage *self = g_object_new (SOLEUS_TYPE_MEDICINES_PAGE, NULL);
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (context));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *add = gtk_button_new_with_label (_("Add a medicine"));

  self->context = g_object_ref (context);
  self->empty = add_text (column, _("No medicines yet. Add what you take, so that Soleus can leave out or ask what matters with it."), NULL);
  self->now = add_rows (column);
  gtk_widget_add_css_class (add, "answer");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-medicine");
  gtk_box_append (GTK_BOX (column), add);
  self->linked = add_text (column, _("Many people take a medicine that is linked with cramps, and have no cramps."), NULL);
  add_text (column, soleus_guidance_get_text (guidance, "card-medicine-keep"), NULL);
  self->before_title = add_text (column, _("Stopped"), "heading");
  self->before = add_rows (column);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_widget_add_css_class (clamp, "page");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
