/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Below the form always stands what comes of it: the next doses as they would be if it were saved now. They follow when the typing
 * rests, so that a reader is not interrupted at each key. */
#include "config.h"

#include "ui/medicines/soleus-plan-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-plan.h"
#include "app/soleus-medicine-words.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/medicines/soleus-plan-form.h"
#include "ui/widgets/soleus-build.h"

#define REST_MS 150
#define N_NEXT 6

typedef struct
{
  SoleusContext *context;
  SoleusRecord *medicine;
  GPtrArray *versions;
  GPtrArray *doses;
  SoleusRecord *initial; /* what the form said at first; NULL where it said nothing */
  guint preview_id;
  gboolean done;

  /* Borrowed */
  GtkWidget *dialog;
  GtkWidget *form;
  GtkWidget *next;
  GtkWidget *clock_change;
  GtkWidget *note;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_object (&self->initial);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->doses);
  g_object_unref (self->medicine);
  g_object_unref (self->context);
  g_free (self);
}

static SoleusTime
get_now (Dialog *self)
{
  return soleus_clock_get_now (soleus_context_get_clock (self->context));
}

/* What comes of it */

/* One dose a line, which is easier to read than a row of dates that wraps. */
static char *
break_lines (const char *list)
{
  g_auto (GStrv) items = g_strsplit (list, " · ", -1);

  return g_strjoinv ("\n", items);
}

static void
preview (Dialog *self)
{
  const SoleusRow *medicine = soleus_record_get_values (self->medicine);
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (self->context));
  g_autoptr (SoleusRecord) wanted = soleus_plan_form_dup_record (SOLEUS_PLAN_FORM (self->form));
  SoleusTime now = get_now (self);
  g_autoptr (GPtrArray) edits = NULL, after = NULL;
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autofree char *next = NULL, *lines = NULL, *clock_change = NULL;

  if (wanted == NULL)
    {
      soleus_question_set_line (self->next, _("The next doses stand here when nothing is missing above."));
      soleus_question_set_line (self->clock_change, NULL);
      return;
    }
  edits = soleus_medicine_plan_change (self->versions, self->medicine, wanted, now);
  after = soleus_medicine_plan_apply (self->versions, edits);
  schedule = soleus_schedule_new (after, self->doses, soleus_row_get_date (medicine, "started"), soleus_row_get_date (medicine, "stopped"), zone);
  next = soleus_medicine_plan_say_next (schedule, soleus_medicine_plan_find_current (after, now), now, N_NEXT);
  clock_change = soleus_medicine_plan_say_clock_change (schedule, now);
  lines = break_lines (next);
  soleus_question_set_line (self->next, lines);
  soleus_question_set_line (self->clock_change, clock_change);
}

static gboolean
preview_cb (gpointer data)
{
  Dialog *self = data;

  self->preview_id = 0;
  preview (self);
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (Dialog *self)
{
  soleus_question_set_line (self->note, NULL);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (REST_MS, preview_cb, self);
}

/* Saving */

static void
close_now (Dialog *self)
{
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
complain (Dialog *self)
{
  soleus_question_set_line (self->note, _("Could not save. What you entered is still here. Try again in a moment."));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  Dialog *self = g_object_get_data (G_OBJECT (dialog), "plan-dialog");

  if (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    close_now (self);
  else
    complain (self);
}

/* The versions are read again: another program may have changed them while the dialog was open. */
static void
change (Dialog       *self,
        SoleusRecord *wanted,
        const char   *said)
{
  g_autoptr (GPtrArray) versions = soleus_medicine_plan_list (soleus_context_get_diary (self->context), soleus_record_get_uuid (self->medicine), NULL);
  g_autoptr (GPtrArray) edits = NULL;

  if (versions == NULL)
    {
      complain (self);
      return;
    }
  edits = soleus_medicine_plan_change (versions, self->medicine, wanted, get_now (self));
  if (edits->len == 0)
    close_now (self);
  else
    soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, saved_cb, g_object_ref (self->dialog));
}

static void
save (Dialog *self)
{
  g_autoptr (SoleusRecord) wanted = NULL;
  g_autofree char *name = soleus_medicine_words_title (self->medicine);
  g_autofree char *words = NULL, *said = NULL;

  if (soleus_plan_form_complain (SOLEUS_PLAN_FORM (self->form)))
    return;
  wanted = soleus_plan_form_dup_record (SOLEUS_PLAN_FORM (self->form));
  words = soleus_medicine_plan_say (wanted);
  /* Translators: a medicine, then its schedule: "Saved: Furosemide 40 mg. Every day at 8:00." */
  said = g_strdup_printf (_("Saved: %s. %s."), name, words);
  change (self, wanted, said);
}

static void
no_schedule_clicked_cb (Dialog *self)
{
  g_autofree char *name = soleus_medicine_words_title (self->medicine);
  /* Translators: a medicine */
  g_autofree char *said = g_strdup_printf (_("Saved: no schedule for %s."), name);

  change (self, NULL, said);
}

/* Leaving */

static gboolean
is_changed (Dialog *self)
{
  g_autoptr (SoleusRecord) wanted = soleus_plan_form_dup_record (SOLEUS_PLAN_FORM (self->form));

  if (!soleus_plan_form_is_touched (SOLEUS_PLAN_FORM (self->form)))
    return FALSE;
  return wanted == NULL || self->initial == NULL || !soleus_record_says_same (wanted, self->initial);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  Dialog *self = g_object_get_data (data, "plan-dialog");

  if (self->done)
    return;
  if (g_str_equal (id, "discard"))
    close_now (self);
  else if (g_str_equal (id, "save"))
    save (self);
}

static gboolean
close_request_cb (GtkWindow *dialog,
                  Dialog    *self)
{
  if (self->done || !is_changed (self))
    return FALSE;
  soleus_ask_to_keep (self->dialog, _("You changed this schedule but did not save it."), asked_cb, g_object_ref (dialog), g_object_unref);
  return TRUE;
}

/* Building */

static gboolean
save_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  save (data);
  return GDK_EVENT_STOP;
}

/* Before the entries, which would take Enter for themselves. */
static void
add_save_key (Dialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK), gtk_callback_action_new (save_pressed_cb, self, NULL)));
  gtk_widget_add_controller (self->dialog, keys);
}

static void
add_preview (Dialog    *self,
             GtkWidget *page)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->next = soleus_question_new_status ();
  self->clock_change = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (lines), soleus_question_new_heading (_("Next")));
  gtk_box_append (GTK_BOX (lines), self->next);
  gtk_box_append (GTK_BOX (lines), self->clock_change);
  gtk_widget_add_css_class (lines, "card");
  gtk_box_append (GTK_BOX (page), lines);
}

static void
add_form (Dialog       *self,
          GtkWidget    *page,
          SoleusRecord *current)
{
  SoleusDate started = soleus_row_get_date (soleus_record_get_values (self->medicine), "started");
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));

  self->form = soleus_plan_form_new (self->context);
  soleus_plan_form_set_record (SOLEUS_PLAN_FORM (self->form), current, started != SOLEUS_DATE_NONE ? MAX (started, today) : today);
  self->initial = soleus_plan_form_dup_record (SOLEUS_PLAN_FORM (self->form));
  gtk_box_append (GTK_BOX (page), self->form);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (form_changed_cb), self);
}

/* On the page, so that the two buttons that are needed each time keep their room. */
static void
add_no_schedule (Dialog    *self,
                 GtkWidget *page)
{
  GtkWidget *button = soleus_build_button (_("No schedule"), NULL, NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (no_schedule_clicked_cb), self);
  gtk_box_append (GTK_BOX (page), button);
}

static void
build (Dialog *self)
{
  SoleusRecord *current = soleus_medicine_plan_find_current (self->versions, get_now (self));
  g_autofree char *name = soleus_medicine_words_title (self->medicine);
  GtkWidget *page = soleus_modal_page_new (name);

  add_form (self, page, current);
  add_preview (self, page);
  if (current != NULL)
    add_no_schedule (self, page);
  self->note = soleus_question_new_status ();
  gtk_widget_add_css_class (self->note, "error");
  gtk_box_append (GTK_BOX (page), self->note);
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Save"), G_CALLBACK (save), self), "suggested-action");
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  add_save_key (self);
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (close_request_cb), self);
  preview (self);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
}

/**
 * soleus_plan_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @medicine_uuid: a medicine
 *
 * Opens the dialog. Does nothing where the medicine is gone or the diary cannot be read.
 */
void
soleus_plan_dialog_show (GtkWindow     *parent,
                         SoleusContext *context,
                         const char    *medicine_uuid)
{
  SoleusDiary *diary = soleus_context_get_diary (context);
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (context));
  g_autoptr (SoleusRecord) medicine = soleus_diary_get (diary, medicine_uuid, NULL);
  g_autoptr (GPtrArray) versions = soleus_medicine_plan_list (diary, medicine_uuid, NULL);
  g_autoptr (GPtrArray) doses = soleus_medicine_plan_list_doses (diary, medicine_uuid, today, NULL);
  Dialog *self;

  if (medicine == NULL || soleus_record_get_kind (medicine) != SOLEUS_KIND_MEDICINE || soleus_record_get_life (medicine)->purged || versions == NULL || doses == NULL)
    return;
  self = g_new0 (Dialog, 1);
  self->context = g_object_ref (context);
  self->medicine = g_steal_pointer (&medicine);
  self->versions = g_steal_pointer (&versions);
  self->doses = g_steal_pointer (&doses);
  self->dialog = soleus_modal_new (parent, _("Schedule"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plan-dialog", self, dialog_free);
  build (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->form);
}
