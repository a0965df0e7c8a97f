/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each dose has its own answers. Above one that was not recorded stands the sentence not to take two at once. */
#include "config.h"

#include "ui/medicines/soleus-doses-page.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "ui/medicines/soleus-dose-dialog.h"
#include "ui/medicines/soleus-dose-mark.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"

#define COLUMN 620

struct _SoleusDosesPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate date;
  int minute;
  SoleusMedicineBook *book;
  GPtrArray *doses; /* of SoleusDose, of @book; those of the time only */
  GtkWidget *scroller;
  GtkWidget *missed;
  GtkWidget *all;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (SoleusDosesPage, soleus_doses_page, GTK_TYPE_WIDGET)

static SoleusTime
get_now (SoleusDosesPage *self)
{
  return soleus_clock_get_now (soleus_context_get_clock (self->context));
}

static SoleusDose *
get_dose (SoleusDosesPage *self,
          GtkWidget       *button)
{
  return g_ptr_array_index (self->doses, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
}

static void
answer (SoleusDosesPage  *self,
        const SoleusDose *dose,
        const char       *status)
{
  g_autoptr (SoleusRecord) record = soleus_dose_answer (dose, status, soleus_dose_guess_time (dose, get_now (self)));
  g_autofree char *what = soleus_dose_words_what (dose);
  g_autofree char *said = g_strdup_printf (g_str_equal (status, "taken") ? _("Saved: %s, taken.") : _("Saved: %s, skipped."), what);

  soleus_keeper_save (soleus_context_get_keeper (self->context), record, said);
}

static void
taken_clicked_cb (GtkWidget       *button,
                  SoleusDosesPage *self)
{
  answer (self, get_dose (self, button), "taken");
}

static void
skip_clicked_cb (GtkWidget       *button,
                 SoleusDosesPage *self)
{
  answer (self, get_dose (self, button), "skipped");
}

static void
put_off (SoleusDosesPage *self,
         GPtrArray       *doses)
{
  SoleusTime now = get_now (self), until = { 0, 0 };
  g_autoptr (SoleusRecord) notice = soleus_dose_put_off (doses, now);
  g_autofree char *time = NULL, *said = NULL;

  if (notice == NULL)
    return;
  soleus_row_get_time (soleus_record_get_values (notice), "snoozed_until", &until);
  time = soleus_words_time (until);
  said = g_strdup_printf (_("Put off until %s."), time);
  soleus_keeper_save (soleus_context_get_keeper (self->context), notice, said);
}

static void
later_clicked_cb (GtkWidget       *button,
                  SoleusDosesPage *self)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, get_dose (self, button));
  put_off (self, one);
}

static void
other_clicked_cb (GtkWidget       *button,
                  SoleusDosesPage *self)
{
  const SoleusDose *dose = get_dose (self, button);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));

  if (dose->record != NULL)
    soleus_dose_dialog_edit (window, self->context, soleus_record_get_uuid (dose->record));
  else
    {
      g_autoptr (SoleusRecord) record = soleus_dose_answer (dose, "taken", dose->due.time.utc < get_now (self).utc ? dose->due.time : get_now (self));

      soleus_dose_dialog_add (window, self->context, record);
    }
}

static void
all_clicked_cb (SoleusDosesPage *self)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  for (guint i = 0; i < self->doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (self->doses, i);
      g_autoptr (SoleusRecord) record = NULL;

      if (dose->state != SOLEUS_DOSE_DUE && dose->state != SOLEUS_DOSE_LATER && dose->state != SOLEUS_DOSE_AHEAD)
        continue;
      record = soleus_dose_answer (dose, "taken", get_now (self));
      soleus_edits_save (edits, record);
    }
  if (edits->len > 0)
    soleus_keeper_write (soleus_context_get_keeper (self->context), edits, _("Saved: all taken."), NULL, NULL);
}

static void
add_button (SoleusDosesPage *self,
            GtkWidget       *row,
            guint            index,
            const char      *label,
            const char      *what,
            GCallback        clicked)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", label, what);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, name);

  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", clicked, self);
}

static void
add_dose (SoleusDosesPage *self,
          guint            index)
{
  const SoleusDose *dose = g_ptr_array_index (self->doses, index);
  g_autofree char *what = soleus_dose_words_what (dose), *state = soleus_dose_words_state (dose);
  GtkWidget *row = soleus_action_row_new (what, state);

  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), soleus_dose_mark_new (dose->state));
  if (dose->state == SOLEUS_DOSE_TAKEN || dose->state == SOLEUS_DOSE_SKIPPED)
    add_button (self, row, index, _("Change"), what, G_CALLBACK (other_clicked_cb));
  else
    {
      add_button (self, row, index, _("Taken"), what, G_CALLBACK (taken_clicked_cb));
      add_button (self, row, index, _("Skip"), what, G_CALLBACK (skip_clicked_cb));
      if (dose->state == SOLEUS_DOSE_DUE || dose->state == SOLEUS_DOSE_LATER)
        add_button (self, row, index, _("Later"), what, G_CALLBACK (later_clicked_cb));
      add_button (self, row, index, _("At another time…"), what, G_CALLBACK (other_clicked_cb));
    }
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
show_missed (SoleusDosesPage *self,
             gboolean         any)
{
  g_autofree char *time = soleus_words_minute (self->minute), *day = soleus_words_date (self->date);
  /* Translators: a time, a day */
  g_autofree char *words = g_strdup_printf (_("Not recorded at %s on %s. Do not take two at once unless you were told so."), time, day);

  gtk_label_set_label (GTK_LABEL (self->missed), words);
  gtk_widget_set_visible (self->missed, any);
}

static void
update (SoleusDosesPage *self)
{
  g_autoptr (SoleusMedicineBook) book = soleus_context_is_open (self->context) ? soleus_medicine_book_new (soleus_context_get_diary (self->context), NULL) : NULL;
  g_autoptr (GPtrArray) doses = book != NULL ? soleus_medicine_book_list_day (book, self->date, NULL) : NULL;
  gboolean had_focus = gtk_widget_get_focus_child (self->rows) != NULL, any_missed = FALSE;
  guint n_open = 0;

  if (doses == NULL)
    return;
  for (guint i = doses->len; i-- > 0;)
    if (((SoleusDose *) g_ptr_array_index (doses, i))->due.minute != self->minute)
      g_ptr_array_remove_index (doses, i);
  soleus_build_clear (self->rows);
  g_clear_pointer (&self->doses, g_ptr_array_unref);
  g_clear_pointer (&self->book, soleus_medicine_book_free);
  self->book = g_steal_pointer (&book);
  self->doses = g_steal_pointer (&doses);
  for (guint i = 0; i < self->doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (self->doses, i);

      add_dose (self, i);
      any_missed = any_missed || dose->state == SOLEUS_DOSE_MISSED;
      n_open += dose->record == NULL && dose->state != SOLEUS_DOSE_MISSED ? 1 : 0;
    }
  if (self->doses->len == 0)
    soleus_build_text (self->rows, _("No dose is due at this time any more."), NULL);
  show_missed (self, any_missed);
  gtk_widget_set_visible (self->all, n_open > 1);
  if (had_focus)
    gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
}

static void
diary_changed_cb (SoleusDosesPage *self,
                  guint            kinds)
{
  const guint mine = SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) | SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE);

  if ((kinds & mine) != 0)
    update (self);
}

static void
soleus_doses_page_dispose (GObject *object)
{
  SoleusDosesPage *self = SOLEUS_DOSES_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->doses, g_ptr_array_unref);
  g_clear_pointer (&self->book, soleus_medicine_book_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_doses_page_parent_class)->dispose (object);
}

static void
soleus_doses_page_class_init (SoleusDosesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_doses_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_doses_page_init (SoleusDosesPage *self)
{
}

/**
 * soleus_doses_page_new:
 * @context: what the window shows
 * @date: a civil day
 * @minute: a minute of it
 *
 * Returns: (transfer floating): the doses that are due then
 */
GtkWidget *
soleus_doses_page_new (SoleusContext *context,
                       SoleusDate     date,
                       int            minute)
{
  SoleusDosesPage *self = g_object_new (SOLEUS_TYPE_DOSES_PAGE, NULL);
  GtkWidget *column;

  self->context = g_object_ref (context);
  self->date = date;
  self->minute = minute;
  self->scroller = soleus_build_page (COLUMN, &column);
  self->missed = soleus_build_text (column, "", NULL);
  self->all = soleus_build_button (_("All taken"), NULL, "answer");
  gtk_widget_add_css_class (self->all, "suggested-action");
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (all_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), self->all);
  self->rows = soleus_build_rows (column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
