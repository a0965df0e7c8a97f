/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the diary and the clock, and builds its rows anew only where something in them changed. A dose that was not recorded is shown,
 * but never taken with one press: whoever opens it reads first not to take two at once. */
#include "config.h"

#include "ui/medicines/soleus-doses-list.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "ui/medicines/soleus-dose-mark.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"

#define TICK_SECONDS 20

struct _SoleusDosesList
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *box;
  GtkWidget *rows;
  SoleusMedicineBook *book;
  GPtrArray *doses;  /* of SoleusDose, of @book */
  char *shown;       /* what the rows say, so that they stay if they would say the same */
  guint tick;
};

G_DEFINE_FINAL_TYPE (SoleusDosesList, soleus_doses_list, GTK_TYPE_WIDGET)

static const SoleusDose *
get_dose (SoleusDosesList *self,
          guint            i)
{
  return g_ptr_array_index (self->doses, i);
}

static gboolean
is_pressable (const SoleusDose *dose)
{
  return dose->state == SOLEUS_DOSE_DUE || dose->state == SOLEUS_DOSE_LATER;
}

static guint
find_end (SoleusDosesList *self,
          guint            first)
{
  guint i = first + 1;

  while (i < self->doses->len && get_dose (self, i)->due.date == get_dose (self, first)->due.date && get_dose (self, i)->due.minute == get_dose (self, first)->due.minute)
    i++;
  return i;
}

/* What was taken without being due belongs to the history of the day, not to its plan. */
static void
drop_unplanned (GPtrArray *doses)
{
  for (guint i = doses->len; i-- > 0;)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);

      if (!dose->is_due && !soleus_row_has (soleus_record_get_values (dose->record), "due_date"))
        g_ptr_array_remove_index (doses, i);
    }
}

static char *
say_all (GPtrArray  *doses,
         SoleusDate  today)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d\n", today);
  for (guint i = 0; i < doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);
      g_autofree char *what = soleus_dose_words_what (dose), *state = soleus_dose_words_state (dose);

      g_string_append_printf (text, "%d %d %s %s\n", dose->due.date, dose->due.minute, what, state);
    }
  return g_string_free (text, FALSE);
}

static void
taken_clicked_cb (GtkWidget       *button,
                  SoleusDosesList *self)
{
  GObject *row = g_object_get_data (G_OBJECT (button), "row");
  SoleusDate date = GPOINTER_TO_INT (g_object_get_data (row, "date"));
  int minute = GPOINTER_TO_INT (g_object_get_data (row, "minute"));
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context));
  g_autofree char *when = soleus_dose_words_when (date, minute, soleus_time_get_date (now));
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autofree char *said = NULL;

  for (guint i = 0; i < self->doses->len; i++)
    {
      const SoleusDose *dose = get_dose (self, i);
      g_autoptr (SoleusRecord) record = NULL;

      if (dose->due.date != date || dose->due.minute != minute || !is_pressable (dose))
        continue;
      record = soleus_dose_answer (dose, "taken", now);
      soleus_edits_save (edits, record);
    }
  if (edits->len == 0)
    return;
  /* Translators: a number, a time */
  said = g_strdup_printf (ngettext ("Saved: %u dose of %s taken.", "Saved: %u doses of %s taken.", edits->len), edits->len, when);
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, NULL, NULL);
}

/* "Amlodipine 5 mg, Furosemide 40 mg: due now"; where they differ each has its own word. */
static char *
say_group (SoleusDosesList *self,
           guint            first,
           guint            end)
{
  g_autofree char *state = soleus_dose_words_state (get_dose (self, first));
  GString *text = g_string_new (NULL);
  gboolean same = TRUE;

  for (guint i = first + 1; i < end && same; i++)
    {
      g_autofree char *other = soleus_dose_words_state (get_dose (self, i));

      same = g_str_equal (other, state);
    }
  for (guint i = first; i < end; i++)
    {
      g_autofree char *what = soleus_dose_words_what (get_dose (self, i)), *own = soleus_dose_words_state (get_dose (self, i));

      if (same)
        g_string_append_printf (text, "%s%s", i > first ? ", " : "", what);
      else
        g_string_append_printf (text, "%s%s: %s", i > first ? "\n" : "", what, own);
    }
  if (same)
    g_string_append_printf (text, "\n%s", state);
  return g_string_free (text, FALSE);
}

/* What a person should see first of several. */
static SoleusDoseState
find_state (SoleusDosesList *self,
            guint            first,
            guint            end)
{
  static const SoleusDoseState order[] = { SOLEUS_DOSE_MISSED, SOLEUS_DOSE_DUE, SOLEUS_DOSE_LATER, SOLEUS_DOSE_AHEAD, SOLEUS_DOSE_SKIPPED };

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = first; i < end; i++)
      if (get_dose (self, i)->state == order[k])
        return order[k];
  return SOLEUS_DOSE_TAKEN;
}

static gboolean
is_row_of (GtkWidget        *row,
           const SoleusDose *dose,
           SoleusDate        today,
           const char       *says)
{
  g_autofree char *when = soleus_dose_words_when (dose->due.date, dose->due.minute, today);

  return SOLEUS_IS_ACTION_ROW (row) && g_str_equal (soleus_action_row_get_title (SOLEUS_ACTION_ROW (row)), when) && g_str_equal (soleus_action_row_get_subtitle (SOLEUS_ACTION_ROW (row)), says) &&
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "date")) == dose->due.date &&
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "minute")) == dose->due.minute;
}

static GtkWidget *
make_group (SoleusDosesList *self,
            guint            first,
            guint            end,
            const char      *says)
{
  const SoleusDue *due = &get_dose (self, first)->due;
  SoleusDate today = soleus_time_get_date (soleus_medicine_book_get_now (self->book));
  g_autofree char *when = soleus_dose_words_when (due->date, due->minute, today);
  g_autofree char *open = g_strdup_printf (_("Open the doses of %s"), when);
  GtkWidget *row = soleus_action_row_new (when, says), *button;
  guint n = 0;

  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), soleus_dose_mark_new (find_state (self, first, end)));
  g_object_set_data (G_OBJECT (row), "date", GINT_TO_POINTER (due->date));
  g_object_set_data (G_OBJECT (row), "minute", GINT_TO_POINTER (due->minute));
  for (guint i = first; i < end; i++)
    n += is_pressable (get_dose (self, i)) ? 1 : 0;
  if (n > 0)
    {
      g_autofree char *name = g_strdup_printf (n > 1 ? _("All doses of %s taken") : _("Dose of %s taken"), when);

      button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), n > 1 ? _("All taken") : _("Taken"), name);
      g_object_set_data (G_OBJECT (button), "row", row);
      g_signal_connect (button, "clicked", G_CALLBACK (taken_clicked_cb), self);
    }
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), open);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", due->date, due->minute);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.doses");
  return row;
}

static gboolean
has_plans (SoleusMedicineBook *book)
{
  GPtrArray *medicines = soleus_medicine_book_get_medicines (book);
  SoleusTime now = soleus_medicine_book_get_now (book);
  SoleusAsNeeded state;

  for (guint i = 0; i < medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (medicines, i);

      if (!soleus_medicine_is_over (medicine, soleus_time_get_date (now)) && medicine->versions->len > 0 && !soleus_medicine_is_as_needed (medicine, now, &state))
        return TRUE;
    }
  return FALSE;
}

static void
replace_row (SoleusDosesList *self,
             GtkWidget       *old,
             GtkWidget       *row,
             GtkWidget       *after)
{
  gboolean had_focus = old != NULL && gtk_widget_get_focus_child (self->rows) == old;

  gtk_box_insert_child_after (GTK_BOX (self->rows), row, after);
  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->rows), old);
  if (had_focus)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

/* A row that would say the same stays. */
static void
build (SoleusDosesList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows), *last = NULL, *next;

  for (guint i = 0, end; i < self->doses->len; i = end)
    {
      g_autofree char *says = NULL;

      end = find_end (self, i);
      says = say_group (self, i, end);
      next = row != NULL ? gtk_widget_get_next_sibling (row) : NULL;
      if (row == NULL || !is_row_of (row, get_dose (self, i), soleus_time_get_date (soleus_medicine_book_get_now (self->book)), says))
        {
          GtkWidget *made = make_group (self, i, end, says);

          replace_row (self, row, made, last);
          row = made;
        }
      last = row;
      row = next;
    }
  for (; row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      gtk_box_remove (GTK_BOX (self->rows), row);
    }
  if (self->doses->len == 0)
    soleus_build_text (self->rows, _("Nothing due today."), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->doses->len > 0 || has_plans (self->book));
}

static void
update (SoleusDosesList *self)
{
  g_autoptr (SoleusMedicineBook) book = NULL;
  g_autoptr (GPtrArray) doses = NULL;
  g_autofree char *shown = NULL;

  if (!soleus_context_is_open (self->context))
    return;
  book = soleus_medicine_book_new (soleus_context_get_diary (self->context), NULL);
  doses = book != NULL ? soleus_medicine_book_list_open (book, NULL) : NULL;
  if (doses == NULL)
    return;
  drop_unplanned (doses);
  shown = say_all (doses, soleus_time_get_date (soleus_medicine_book_get_now (book)));
  if (self->book != NULL && g_str_equal (shown, self->shown) && has_plans (book) == has_plans (self->book))
    return;
  g_clear_pointer (&self->doses, g_ptr_array_unref);
  g_clear_pointer (&self->book, soleus_medicine_book_free);
  g_free (self->shown);
  self->book = g_steal_pointer (&book);
  self->doses = g_steal_pointer (&doses);
  self->shown = g_steal_pointer (&shown);
  build (self);
}

static void
diary_changed_cb (SoleusDosesList *self,
                  guint            kinds)
{
  const guint mine = SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) | SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE);

  if ((kinds & mine) != 0)
    update (self);
}

static gboolean
tick_cb (gpointer data)
{
  update (data);
  return G_SOURCE_CONTINUE;
}

static void
soleus_doses_list_map (GtkWidget *widget)
{
  SoleusDosesList *self = SOLEUS_DOSES_LIST (widget);

  GTK_WIDGET_CLASS (soleus_doses_list_parent_class)->map (widget);
  update (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
soleus_doses_list_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&SOLEUS_DOSES_LIST (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (soleus_doses_list_parent_class)->unmap (widget);
}

static void
soleus_doses_list_dispose (GObject *object)
{
  SoleusDosesList *self = SOLEUS_DOSES_LIST (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->doses, g_ptr_array_unref);
  g_clear_pointer (&self->book, soleus_medicine_book_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_doses_list_parent_class)->dispose (object);
}

static void
soleus_doses_list_class_init (SoleusDosesListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_doses_list_dispose;
  widget_class->map = soleus_doses_list_map;
  widget_class->unmap = soleus_doses_list_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_doses_list_init (SoleusDosesList *self)
{
}

/**
 * soleus_doses_list_new:
 * @context: what the window shows
 * @heading: what stands above it
 *
 * Returns: (transfer floating): the doses of today; nothing at all while no medicine has a plan
 */
GtkWidget *
soleus_doses_list_new (SoleusContext *context,
                       const char    *heading)
{
  SoleusDosesList *self = g_object_new (SOLEUS_TYPE_DOSES_LIST, NULL);

  self->context = g_object_ref (context);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_focusable (soleus_build_heading (self->box, heading, "heading"), FALSE);
  self->rows = soleus_build_rows (self->box);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
