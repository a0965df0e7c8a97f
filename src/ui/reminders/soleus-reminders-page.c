/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts stay while what they say changes, so that the focus stays where it is. */
#include "config.h"

#include "ui/reminders/soleus-reminders-page.h"

#include <glib/gi18n.h>

#include "app/soleus-calendar-file.h"
#include "app/soleus-reminder-ledger.h"
#include "app/soleus-reminder-settings.h"
#include "app/soleus-reminder-words.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/diary/soleus-day-section.h"
#include "ui/episode/soleus-question.h"
#include "ui/reminders/soleus-ledger-page.h"
#include "ui/reminders/soleus-reminder-head.h"
#include "ui/reminders/soleus-reminder-kinds.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define COLUMN 680
#define N_LINES 5
#define LINES_OF_DAYS 31
#define TICK_SECONDS 20

struct _SoleusRemindersPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *offer;
  GtkWidget *offer_row;
  GtkWidget *turn_on;
  GtkWidget *kinds;
  GtkWidget *wording;
  GtkWidget *discreet;
  GtkWidget *full;
  SoleusDaySection *happened;
  gint64 shown_until; /* when what is shown is no longer true, UTC seconds */
  SoleusDate shown_day;
  guint tick;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusRemindersPage, soleus_reminders_page, GTK_TYPE_WIDGET)

static SoleusDiary *
get_diary (SoleusRemindersPage *self)
{
  return soleus_context_get_diary (self->context);
}

static SoleusTime
get_now (SoleusRemindersPage *self)
{
  return soleus_clock_get_now (soleus_context_get_clock (self->context));
}

/* The offer */

static void
answer_offer (SoleusRemindersPage *self,
              gboolean             accepted)
{
  g_autoptr (GPtrArray) edits = soleus_reminder_settings_offer (get_diary (self), accepted, NULL);

  if (edits == NULL)
    return;
  gtk_widget_grab_focus (self->kinds); /* the offer goes */
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, accepted ? _("Saved: morning check-in and bedtime stretch, on.") : _("Saved: no reminders for now."), NULL, NULL);
}

static void
accept_clicked_cb (SoleusRemindersPage *self)
{
  answer_offer (self, TRUE);
}

static void
decline_clicked_cb (SoleusRemindersPage *self)
{
  answer_offer (self, FALSE);
}

static char *
say_first_time (const SoleusReminderRule *rule)
{
  return rule->times->len > 0 ? soleus_words_minute (g_array_index (rule->times, SoleusReminderTime, 0).minute) : g_strdup ("");
}

static void
update_offer (SoleusRemindersPage       *self,
              const SoleusReminderRules *settings)
{
  g_autofree char *check_in = say_first_time (&settings->rules[SOLEUS_REMINDER_CHECK_IN]), *stretch = say_first_time (&settings->rules[SOLEUS_REMINDER_STRETCH]);
  /* Translators: two times of day */
  g_autofree char *words = g_strdup_printf (_("Turn on morning check-in at %s and bedtime stretch at %s?"), check_in, stretch);

  soleus_question_set_line (self->offer_row, words);
  gtk_widget_set_visible (self->offer, !settings->offered && !soleus_reminder_rules_any_on (settings));
}

/* Wording */

/* As a notification would say it, so that the example is never another text. */
static void
update_example (SoleusRemindersPage *self,
                GtkWidget           *line,
                SoleusReminderBook  *book,
                gboolean             full)
{
  g_autoptr (SoleusRecord) notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();
  g_autoptr (SoleusReminderText) text = NULL;
  g_autofree char *words = NULL;
  gboolean before = book->rules->full;

  soleus_row_set_text (soleus_record_get_values (notice), "reminder", soleus_reminder_kind_get_word (SOLEUS_REMINDER_STRETCH));
  soleus_row_set_date (soleus_record_get_values (notice), "due_date", soleus_time_get_date (book->facts.now));
  soleus_row_set_number (soleus_record_get_values (notice), "due_minute", 0);
  g_ptr_array_add (notices, notice);
  book->rules->full = full;
  text = soleus_reminder_words_compose (book, get_diary (self), notices);
  book->rules->full = before;
  /* Translators: what a notification says */
  words = g_strdup_printf (full ? _("Full: “%s”") : _("Discreet: “%s”"), text->title);
  soleus_question_set_line (line, words);
}

static void
wording_changed_cb (SoleusRemindersPage *self)
{
  const char *chosen = soleus_choice_get_selected (SOLEUS_CHOICE (self->wording));
  g_autoptr (SoleusRecord) record = NULL;

  if (self->updating || chosen == NULL)
    return;
  record = soleus_reminder_settings_get_record (get_diary (self), NULL);
  if (record == NULL)
    return;
  soleus_row_set_text (soleus_record_get_values (record), "wording", chosen);
  soleus_keeper_save (soleus_context_get_keeper (self->context), record, g_str_equal (chosen, "full") ? _("Saved: full wording.") : _("Saved: discreet wording."));
}

/* What happened */

static void
update_happened (SoleusRemindersPage *self,
                 SoleusTime           now)
{
  g_autoptr (GPtrArray) notices = soleus_diary_list (get_diary (self), SOLEUS_KIND_NOTICE, soleus_time_get_night (now) - LINES_OF_DAYS, SOLEUS_DATE_NONE, NULL);
  g_autoptr (GPtrArray) lines = notices != NULL ? soleus_reminder_ledger_say (notices, now) : NULL;

  if (lines == NULL)
    return;
  soleus_day_section_clear (self->happened);
  for (guint i = 0; i < MIN (lines->len, N_LINES); i++)
    {
      const SoleusLedgerLine *line = g_ptr_array_index (lines, i);

      soleus_day_section_add_row (self->happened, soleus_action_row_new (line->title, line->text));
    }
  if (lines->len == 0)
    soleus_day_section_add_row (self->happened, soleus_build_text (NULL, _("Nothing yet."), NULL));
  soleus_day_section_finish (self->happened);
}

/* All of it */

static void
update (SoleusRemindersPage *self)
{
  g_autoptr (SoleusReminderRules) settings = soleus_context_is_open (self->context) ? soleus_reminder_settings_read (get_diary (self), NULL) : NULL;
  g_autoptr (SoleusReminderBook) book = settings != NULL ? soleus_reminder_book_new (get_diary (self), NULL) : NULL;

  if (book == NULL)
    return;
  self->shown_day = soleus_time_get_date (book->facts.now);
  self->shown_until = soleus_reminder_head_update (SOLEUS_REMINDER_HEAD (self->head), settings, book);
  update_offer (self, settings);
  soleus_reminder_kinds_update (SOLEUS_REMINDER_KINDS (self->kinds), settings, book);
  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->wording), settings->full ? "full" : "discreet");
  self->updating = FALSE;
  update_example (self, self->discreet, book, FALSE);
  update_example (self, self->full, book, TRUE);
  update_happened (self, book->facts.now);
}

static gboolean
tick_cb (gpointer data)
{
  SoleusRemindersPage *self = data;
  SoleusTime now = get_now (self);

  if (now.utc >= self->shown_until || soleus_time_get_date (now) != self->shown_day)
    update (self);
  return G_SOURCE_CONTINUE;
}

static void
diary_changed_cb (SoleusRemindersPage *self,
                  guint                kinds)
{
  const guint mine = SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDER) | SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDING) | SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT) | SOLEUS_KIND_MASK (SOLEUS_KIND_EPISODE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DRINK) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_STRETCH) | SOLEUS_KIND_MASK (SOLEUS_KIND_ROUTINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_VERDICT);

  if ((kinds & mine) != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* Calendar file */

static void
say (SoleusRemindersPage *self,
     const char          *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", words);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  SoleusRemindersPage *self = data;
  g_autoptr (GError) error = NULL;

  if (path == NULL || !soleus_context_is_open (self->context))
    return;
  if (soleus_calendar_file_write (get_diary (self), path, &error))
    say (self, _("Saved: calendar file."));
  else
    say (self, error->message);
}

static void
calendar_clicked_cb (SoleusRemindersPage *self)
{
  soleus_file_picker_save (GTK_WIDGET (self), _("Save as Calendar File"), "soleus-reminders.ics", picked_cb, g_object_ref (self), g_object_unref);
}

static void
all_clicked_cb (SoleusRemindersPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.ledger", NULL);
}

/* The page */

static void
soleus_reminders_page_map (GtkWidget *widget)
{
  SoleusRemindersPage *self = SOLEUS_REMINDERS_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_reminders_page_parent_class)->map (widget);
  update (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
soleus_reminders_page_unmap (GtkWidget *widget)
{
  SoleusRemindersPage *self = SOLEUS_REMINDERS_PAGE (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (soleus_reminders_page_parent_class)->unmap (widget);
}

/* First what is offered, else the first switch. */
static gboolean
soleus_reminders_page_grab_focus (GtkWidget *widget)
{
  SoleusRemindersPage *self = SOLEUS_REMINDERS_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->offer) ? self->turn_on : self->kinds);
}

static gboolean
soleus_reminders_page_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_REMINDERS_PAGE (widget)->scroller, direction);
}

static void
soleus_reminders_page_dispose (GObject *object)
{
  SoleusRemindersPage *self = SOLEUS_REMINDERS_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_reminders_page_parent_class)->dispose (object);
}

static void
soleus_reminders_page_class_init (SoleusRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_reminders_page_dispose;
  widget_class->map = soleus_reminders_page_map;
  widget_class->unmap = soleus_reminders_page_unmap;
  widget_class->focus = soleus_reminders_page_focus;
  widget_class->grab_focus = soleus_reminders_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_reminders_page_init (SoleusRemindersPage *self)
{
}

static void
add_offer (SoleusRemindersPage *self,
           GtkWidget           *column)
{
  GtkWidget *answers = soleus_flow_new (8);

  self->offer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->offer, "card");
  self->offer_row = soleus_question_new_heading ("");
  gtk_box_append (GTK_BOX (self->offer), self->offer_row);
  gtk_box_append (GTK_BOX (self->offer), soleus_question_new_line (_("No reminder comes from 22:30 to 7:00 then. You can change all of it below.")));
  soleus_flow_set_homogeneous (SOLEUS_FLOW (answers), TRUE);
  self->turn_on = soleus_build_button_in (answers, _("Turn on both"), _("Turn on morning check-in and bedtime stretch"), G_CALLBACK (accept_clicked_cb), self);
  gtk_widget_add_css_class (self->turn_on, "suggested-action");
  soleus_build_button_in (answers, _("Not now"), _("No reminders now"), G_CALLBACK (decline_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->offer), answers);
  gtk_box_append (GTK_BOX (column), self->offer);
}

static void
add_wording (SoleusRemindersPage *self,
             GtkWidget           *column)
{
  static const SoleusChoiceOption options[] = {
    { "discreet", N_("Discreet"), N_("Discreet wording") }, { "full", N_("Full"), N_("Full wording") },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->wording = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("Wording of notifications"), "keeps-one", TRUE, "fill", TRUE, NULL);
  soleus_choice_add_options (SOLEUS_CHOICE (self->wording), options, G_N_ELEMENTS (options));
  self->discreet = soleus_question_new_line ("");
  self->full = soleus_question_new_line ("");
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), soleus_question_new_heading (_("Wording of notifications")));
  gtk_box_append (GTK_BOX (card), self->wording);
  gtk_box_append (GTK_BOX (card), self->discreet);
  gtk_box_append (GTK_BOX (card), self->full);
  gtk_box_append (GTK_BOX (column), card);
  g_signal_connect_swapped (self->wording, "changed", G_CALLBACK (wording_changed_cb), self);
}

static void
add_foot (SoleusRemindersPage *self,
          GtkWidget           *column)
{
  GtkWidget *section = soleus_day_section_new (_("What happened")), *calendar = soleus_build_button (_("Save as calendar file…"), NULL, NULL);

  self->happened = SOLEUS_DAY_SECTION (section);
  g_signal_connect_swapped (soleus_day_section_add_button (self->happened, _("All"), _("All that happened")), "clicked", G_CALLBACK (all_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), section);
  soleus_build_text (column, _("Reminders come only while this computer is on. A phone can show them too, from a calendar file."), NULL);
  gtk_widget_set_halign (calendar, GTK_ALIGN_START);
  g_signal_connect_swapped (calendar, "clicked", G_CALLBACK (calendar_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), calendar);
}

/**
 * soleus_reminders_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_reminders_page_new (SoleusContext *context)
{
  SoleusRemindersPage *self = g_object_new (SOLEUS_TYPE_REMINDERS_PAGE, NULL);
  GtkWidget *column;

  self->context = g_object_ref (context);
  self->scroller = soleus_build_page (COLUMN, &column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->head = soleus_reminder_head_new (context);
  gtk_box_append (GTK_BOX (column), self->head);
  add_offer (self, column);
  self->kinds = soleus_reminder_kinds_new (context);
  gtk_box_append (GTK_BOX (column), self->kinds);
  add_wording (self, column);
  add_foot (self, column);
  update (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
