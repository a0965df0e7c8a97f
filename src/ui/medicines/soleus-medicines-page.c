/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due today stands first, then what is taken now, then what was taken once. A class that is linked with cramps is named with the
 * sentence that belongs to it, and never without the one that nothing is stopped alone. */
#include "config.h"

#include "ui/medicines/soleus-medicines-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-medicine-plan.h"
#include "app/soleus-medicine-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/medicines/soleus-doses-list.h"
#include "ui/medicines/soleus-take-one.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define COLUMN 680
#define SEARCH_FROM 6 /* medicines */

struct _SoleusMedicinesPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *search;
  GtkWidget *found;
  GtkWidget *doses;
  GtkWidget *empty;
  GtkWidget *now_title;
  GtkWidget *now;
  GtkWidget *calendar;
  GtkWidget *linked;
  GtkWidget *ask_title;
  GtkWidget *ask;
  GtkWidget *before_title;
  GtkWidget *before;
};

G_DEFINE_FINAL_TYPE (SoleusMedicinesPage, soleus_medicines_page, GTK_TYPE_WIDGET)

static void
add_part (GString    *text,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* "Every day at 8:00 · water pill · linked with cramps in some people · since 3 March 2024", and what asks for attention below it. */
static char *
describe (SoleusMedicinesPage      *self,
          const SoleusMedicineBook *book,
          const SoleusMedicine     *medicine,
          gboolean                  over,
          gboolean                 *linked)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  SoleusTime now = soleus_medicine_book_get_now (book);
  SoleusRecord *version = over ? NULL : soleus_medicine_plan_find_current (medicine->versions, now);
  g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (guidance->medicines, soleus_row_get_text (soleus_record_get_values (medicine->record), "name"));
  g_autofree char *plan = version != NULL ? soleus_medicine_plan_say (version) : NULL;
  g_autofree char *pause = version != NULL ? soleus_medicine_plan_say_pause (version, soleus_time_get_date (now)) : NULL;
  g_autofree char *kinds = soleus_medicine_words_kinds (guidance->medicines, match, linked), *span = soleus_medicine_words_span (medicine->record);
  GString *text = g_string_new (NULL);
  SoleusAsNeeded state;
  SoleusStock stock;

  add_part (text, plan);
  add_part (text, pause);
  if (!over && soleus_medicine_is_as_needed (medicine, now, &state))
    {
      g_autofree char *limits = soleus_medicine_words_limits (&state, now);

      add_part (text, limits);
    }
  add_part (text, kinds);
  if (*linked)
    add_part (text, _("linked with cramps in some people"));
  add_part (text, span);
  if (!over && soleus_stock_find (book, medicine, &stock))
    {
      if (stock.is_low)
        {
          g_autofree char *left = soleus_medicine_words_stock (&stock);

          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", left);
        }
      soleus_stock_clear (&stock);
    }
  return g_string_free (text, FALSE);
}

static void
take_clicked_cb (GtkWidget           *button,
                 SoleusMedicinesPage *self)
{
  soleus_take_one (GTK_WIDGET (self), self->context, g_object_get_data (G_OBJECT (button), "soleus-uuid"));
}

static gboolean
add_row (SoleusMedicinesPage      *self,
         const SoleusMedicineBook *book,
         const SoleusMedicine     *medicine,
         gboolean                  over)
{
  gboolean linked;
  g_autofree char *title = soleus_medicine_words_title (medicine->record), *subtitle = describe (self, book, medicine, over, &linked);
  g_autofree char *open = g_strdup_printf (_("Open %s"), title), *take = g_strdup_printf (_("Take one: %s"), title);
  GtkWidget *row = soleus_action_row_new (title, *subtitle != '\0' ? subtitle : NULL), *button;
  SoleusAsNeeded state;

  if (!over && soleus_medicine_is_as_needed (medicine, soleus_medicine_book_get_now (book), &state))
    {
      button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Take one"), take);
      g_object_set_data_full (G_OBJECT (button), "soleus-uuid", g_strdup (soleus_record_get_uuid (medicine->record)), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (take_clicked_cb), self);
    }
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), open);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_record_get_uuid (medicine->record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.medicine");
  gtk_box_append (GTK_BOX (over ? self->before : self->now), row);
  return linked;
}

static int
find_focus (GtkWidget *rows)
{
  GtkWidget *focus = gtk_widget_get_focus_child (rows);
  int index = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); focus != NULL && row != NULL; row = gtk_widget_get_next_sibling (row), index++)
    if (row == focus)
      return index;
  return -1;
}

static void
restore_focus (GtkWidget *rows,
               int        index)
{
  GtkWidget *row = gtk_widget_get_first_child (rows);

  for (int i = 0; row != NULL && i < index; i++)
    row = gtk_widget_get_next_sibling (row);
  if (index >= 0 && row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static guint
filter_rows (GtkWidget  *rows,
             const char *wanted)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *title = g_utf8_casefold (soleus_action_row_get_title (SOLEUS_ACTION_ROW (row)), -1);
      gboolean fits = strstr (title, wanted) != NULL;

      gtk_widget_set_visible (row, fits);
      n += fits ? 1 : 0;
    }
  return n;
}

/* The rows stay while a person types; those that do not fit are hidden. */
static void
filter (SoleusMedicinesPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *wanted = g_strstrip (g_utf8_casefold (typed, -1)), *words = NULL;
  guint n_now = filter_rows (self->now, wanted), n_before = filter_rows (self->before, wanted), n = n_now + n_before;

  gtk_widget_set_visible (self->now, n_now > 0);
  gtk_widget_set_visible (self->now_title, n_now > 0);
  gtk_widget_set_visible (self->before, n_before > 0);
  gtk_widget_set_visible (self->before_title, n_before > 0);
  if (*wanted != '\0' && n == 0)
    words = g_strdup_printf (_("Nothing found for “%s”."), typed);
  else if (*wanted != '\0')
    words = g_strdup_printf (ngettext ("%u medicine", "%u medicines", n), n);
  gtk_label_set_label (GTK_LABEL (self->found), words != NULL ? words : "");
  gtk_widget_set_visible (self->found, words != NULL);
}

/* What the person wants to ask about. */
static void
add_question (SoleusMedicinesPage  *self,
              const SoleusMedicine *medicine)
{
  g_autofree char *title = NULL;

  if (soleus_row_get_answer (soleus_record_get_values (medicine->record), "ask_doctor") != SOLEUS_YES)
    return;
  title = soleus_medicine_words_title (medicine->record);
  gtk_box_append (GTK_BOX (self->ask), soleus_action_row_new (title, NULL));
}

static void
update (SoleusMedicinesPage *self)
{
  g_autoptr (SoleusMedicineBook) book = soleus_context_is_open (self->context) ? soleus_medicine_book_new (soleus_context_get_diary (self->context), NULL) : NULL;
  GPtrArray *medicines = book != NULL ? soleus_medicine_book_get_medicines (book) : NULL;
  int now_focus = find_focus (self->now), before_focus = find_focus (self->before);
  SoleusDate today;
  gboolean any_linked = FALSE;

  if (medicines == NULL || soleus_warnings_get_guidance (soleus_context_get_warnings (self->context)) == NULL)
    return;
  today = soleus_time_get_date (soleus_medicine_book_get_now (book));
  soleus_build_clear (self->now);
  soleus_build_clear (self->before);
  soleus_build_clear (self->ask);
  for (guint i = 0; i < medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (medicines, i);
      gboolean over = soleus_medicine_is_over (medicine, today);

      if (!over)
        add_question (self, medicine);
      any_linked = (add_row (self, book, medicine, over) && !over) || any_linked;
    }
  filter (self);
  gtk_widget_set_visible (self->search, medicines->len >= SEARCH_FROM || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0');
  gtk_widget_set_visible (self->empty, medicines->len == 0);
  gtk_widget_set_visible (self->calendar, gtk_widget_get_first_child (self->now) != NULL);
  gtk_widget_set_visible (self->ask, gtk_widget_get_first_child (self->ask) != NULL);
  gtk_widget_set_visible (self->ask_title, gtk_widget_get_visible (self->ask));
  gtk_widget_set_visible (self->linked, any_linked);
  restore_focus (self->now, now_focus);
  restore_focus (self->before, before_focus);
}

static void
diary_changed_cb (SoleusMedicinesPage *self,
                  guint                kinds)
{
  const guint mine = SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) | SOLEUS_KIND_MASK (SOLEUS_KIND_STOCK);

  if ((kinds & mine) != 0)
    update (self);
}

static void
soleus_medicines_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_medicines_page_parent_class)->map (widget);
  update (SOLEUS_MEDICINES_PAGE (widget)); /* time has gone on */
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_medicines_page_dispose;
  widget_class->map = soleus_medicines_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_medicines_page_init (SoleusMedicinesPage *self)
{
}

static GtkWidget *
add_heading (GtkWidget  *column,
             const char *text)
{
  GtkWidget *heading = soleus_build_heading (column, text, "heading");

  gtk_widget_set_focusable (heading, FALSE);
  return heading;
}

static void
add_search (SoleusMedicinesPage *self,
            GtkWidget           *column)
{
  self->search = gtk_search_entry_new ();
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->search), _("Search your medicines"));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 30);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (filter), self);
  gtk_box_append (GTK_BOX (column), self->search);
  self->found = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (column), self->found);
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
  GtkWidget *column, *buttons, *add;

  self->context = g_object_ref (context);
  self->scroller = soleus_build_page (COLUMN, &column);
  self->doses = soleus_doses_list_new (context, _("Today"));
  gtk_box_append (GTK_BOX (column), self->doses);
  self->empty = soleus_build_text (column, _("No medicines yet. A list helps you and your doctor. Names stay on this computer."), NULL);
  add_search (self, column);
  self->now_title = add_heading (column, _("Now"));
  self->now = soleus_build_rows (column);

  buttons = soleus_build_answers (column);
  add = soleus_build_button (_("Add a medicine"), NULL, "answer");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-medicine");
  soleus_flow_append (SOLEUS_FLOW (buttons), add);
  self->calendar = soleus_build_button (_("Show as calendar"), _("Show all doses as a calendar"), "answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->calendar), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->calendar), "win.dose-calendar");
  soleus_flow_append (SOLEUS_FLOW (buttons), self->calendar);

  self->linked = soleus_build_text (column, _("Many people take a medicine that is linked with cramps, and have no cramps."), NULL);
  if (guidance != NULL)
    soleus_build_text (column, soleus_guidance_get_text (guidance, "card-medicine-keep"), NULL);
  self->ask_title = add_heading (column, _("To ask the doctor about"));
  self->ask = soleus_build_rows (column);
  self->before_title = add_heading (column, _("Stopped"));
  self->before = soleus_build_rows (column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_medicines_page_search:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void
soleus_medicines_page_search (SoleusMedicinesPage *self)
{
  g_return_if_fail (SOLEUS_IS_MEDICINES_PAGE (self));

  gtk_widget_set_visible (self->search, TRUE);
  gtk_widget_grab_focus (self->search);
}
