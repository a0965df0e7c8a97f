/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind asks only for what it has: times for most, an interval for drinks, and for medicines nothing but the sound, since their
 * times stand in their schedules. */
#include "config.h"

#include "ui/reminders/soleus-reminder-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-month.h"
#include "app/soleus-reminder-rule-words.h"
#include "app/soleus-reminder-settings.h"
#include "app/soleus-reminder-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/reminders/soleus-reminder-times.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

/* What can be chosen between two drinks, in minutes. */
static const int intervals[] = { 60, 90, 120, 180, 240 };

typedef struct
{
  SoleusReminderKind kind;

  /* Borrowed; NULL where the kind does not have it */
  GtkWidget *times;
  GtkWidget *every;
  GtkWidget *from;
  GtkWidget *until;
  GtkWidget *preview;
  GtkWidget *tone;
} Fields;

static const char *
take_minute (SoleusRow  *values,
             const char *field,
             GtkWidget  *entry)
{
  gint64 minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (entry));

  if (minute != SOLEUS_TYPED_NONE)
    soleus_row_set_number (values, field, minute);
  else
    soleus_row_clear (values, field);
  if (!soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (entry)))
    return _("This is not a time. Type it like 8:00.");
  return minute == SOLEUS_TYPED_NONE ? _("Type a time, such as 8:00.") : NULL;
}

static const char *
take_span (SoleusRow  *values,
           const char *from_field,
           GtkWidget  *from,
           const char *until_field,
           GtkWidget  *until,
           GtkWidget **where)
{
  const char *wrong_from = take_minute (values, from_field, from), *wrong_until = take_minute (values, until_field, until);

  *where = wrong_from != NULL ? from : until;
  return wrong_from != NULL ? wrong_from : wrong_until;
}

static int
get_every (const Fields *self)
{
  const char *chosen = soleus_choice_get_selected (SOLEUS_CHOICE (self->every));

  return chosen != NULL ? atoi (chosen) : intervals[2];
}

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  const Fields *self = data;

  soleus_row_set_answer (values, "tone", gtk_switch_get_active (GTK_SWITCH (self->tone)) ? SOLEUS_YES : SOLEUS_NO);
  if (self->times != NULL)
    return soleus_reminder_times_take (SOLEUS_REMINDER_TIMES (self->times), values, where);
  if (self->every == NULL)
    return NULL;
  soleus_row_set_number (values, "every_min", get_every (self));
  return take_span (values, "from_minute", self->from, "until_minute", self->until, where);
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  const Fields *self = data;
  g_autoptr (GPtrArray) only = g_ptr_array_new ();
  g_autoptr (SoleusRecord) reminding = soleus_record_new (SOLEUS_KIND_REMINDING);
  g_autoptr (SoleusReminderRules) rules = NULL;
  g_autofree char *when = NULL;

  if (self->kind == SOLEUS_REMINDER_DOSE)
    return g_strdup_printf (_("Saved: %s."), soleus_reminder_words_kind (self->kind));
  g_ptr_array_add (only, record);
  rules = soleus_reminder_rules_new (only, reminding);
  when = soleus_reminder_rule_say (rules, self->kind);
  /* Translators: what is reminded of, then when: "Saved: Bedtime stretch, 21:30 every day." */
  return g_strdup_printf (_("Saved: %s, %s."), soleus_reminder_words_kind (self->kind), when);
}

/* What comes of the interval, as it would be if it were saved now. */
static void
preview (Fields *self)
{
  SoleusReminderRule rule = { 0 };
  gint64 from = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->from)), until = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->until));
  g_autofree char *words = NULL, *text = NULL;

  if (from == SOLEUS_TYPED_NONE || until == SOLEUS_TYPED_NONE)
    {
      soleus_question_set_line (self->preview, NULL);
      return;
    }
  rule.every_min = get_every (self);
  rule.from_minute = (int) from;
  rule.until_minute = (int) until;
  words = soleus_reminder_rule_say_drinks (&rule);
  text = until < from ? g_strdup_printf ("%s %s", words, _("That goes past midnight.")) : g_strdup (words);
  soleus_question_set_line (self->preview, text);
}

static void
add_interval (GtkWidget *choice,
              int        minutes)
{
  g_autofree char *id = g_strdup_printf ("%d", minutes), *label = soleus_reminder_rule_say_every (minutes);

  soleus_choice_add (SOLEUS_CHOICE (choice), id, label, NULL);
}

/* An interval that was set elsewhere can be kept. */
static GtkWidget *
make_every (int every)
{
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("How often?"), "keeps-one", TRUE, NULL);
  g_autofree char *id = g_strdup_printf ("%d", every);
  gboolean there = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      if (!there && every < intervals[i])
        add_interval (choice, every);
      there = there || every <= intervals[i];
      add_interval (choice, intervals[i]);
    }
  if (!there)
    add_interval (choice, every);
  soleus_choice_set_selected (SOLEUS_CHOICE (choice), id);
  return choice;
}

static GtkWidget *
add_minute (SoleusEntryDialog *dialog,
            const char        *question,
            gint64             minute)
{
  GtkWidget *entry = soleus_typed_entry_new (SOLEUS_TYPED_TIME, question);

  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (entry), minute);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  soleus_entry_dialog_add (dialog, question, entry);
  g_signal_connect_swapped (entry, "activated", G_CALLBACK (soleus_entry_dialog_save), dialog);
  return entry;
}

static void
add_drinks (SoleusEntryDialog *dialog,
            Fields            *self,
            const SoleusRow   *values)
{
  self->every = make_every ((int) soleus_row_get_number (values, "every_min", intervals[2]));
  soleus_entry_dialog_add (dialog, _("How often?"), self->every);
  self->from = add_minute (dialog, _("First one of the day"), soleus_row_get_number (values, "from_minute", SOLEUS_TYPED_NONE));
  self->until = add_minute (dialog, _("None after"), soleus_row_get_number (values, "until_minute", SOLEUS_TYPED_NONE));
  self->preview = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)), self->preview);
  g_signal_connect_swapped (self->every, "changed", G_CALLBACK (preview), self);
  g_signal_connect_swapped (self->from, "changed", G_CALLBACK (preview), self);
  g_signal_connect_swapped (self->until, "changed", G_CALLBACK (preview), self);
  preview (self);
}

static void
add_tone (SoleusEntryDialog *dialog,
          Fields            *self,
          const SoleusRow   *values)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = soleus_question_new_line (_("May make a sound"));

  self->tone = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (self->tone), soleus_row_get_answer (values, "tone") != SOLEUS_NO);
  gtk_widget_set_valign (self->tone, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (line, -1, 44);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->tone), _("May make a sound"));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->tone);
  gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)), line);
}

/**
 * soleus_reminder_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @kind: a kind of reminder
 */
void
soleus_reminder_dialog_show (GtkWindow         *parent,
                             SoleusContext     *context,
                             SoleusReminderKind kind)
{
  static const SoleusEntryWork work = { .take = take, .say = say, .is_setting = TRUE };
  SoleusDiary *diary = soleus_context_get_diary (context);
  g_autoptr (SoleusReminderRules) rules = soleus_reminder_settings_read (diary, NULL);
  g_autoptr (SoleusRecord) record = rules != NULL ? soleus_reminder_settings_set_rule (diary, kind, &rules->rules[kind], NULL) : NULL;
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  Fields *self;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  dialog = soleus_entry_dialog_new (parent, context, record, soleus_reminder_words_kind (kind));
  self = g_new0 (Fields, 1);
  self->kind = kind;
  if (kind == SOLEUS_REMINDER_DOSE)
    gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)), soleus_question_new_line (_("The times stand in the schedule of each medicine. You change them there.")));
  else if (kind == SOLEUS_REMINDER_DRINK)
    add_drinks (dialog, self, values);
  else
    {
      self->times = soleus_reminder_times_new (soleus_month_diary_weekday (diary), values);
      soleus_entry_dialog_add (dialog, _("When?"), self->times);
    }
  add_tone (dialog, self, values);
  soleus_entry_dialog_show (dialog, &work, self, g_free, self->times != NULL ? self->times : self->every != NULL ? self->every : self->tone);
}

/* Quiet hours */

static const char *
take_quiet (SoleusRow  *values,
            GtkWidget **where,
            gpointer    data)
{
  const Fields *self = data;
  const char *wrong = take_span (values, "quiet_from", self->from, "quiet_until", self->until, where);

  if (wrong != NULL)
    return wrong;
  *where = self->until;
  return soleus_row_get_number (values, "quiet_from", 0) == soleus_row_get_number (values, "quiet_until", 0) ? _("The two times are the same. Type when quiet hours are over.") : NULL;
}

static char *
say_quiet (SoleusRecord *record,
           gpointer      data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SoleusReminderRules) rules = soleus_reminder_rules_new (none, record);
  g_autofree char *when = soleus_reminder_rule_say_quiet (rules);

  /* Translators: "22:30 to 7:00" */
  return g_strdup_printf (_("Saved: quiet hours, %s."), when);
}

/**
 * soleus_quiet_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 */
void
soleus_quiet_dialog_show (GtkWindow     *parent,
                          SoleusContext *context)
{
  static const SoleusEntryWork work = { .take = take_quiet, .say = say_quiet, .is_setting = TRUE };
  SoleusDiary *diary = soleus_context_get_diary (context);
  g_autoptr (SoleusReminderRules) rules = soleus_reminder_settings_read (diary, NULL);
  g_autoptr (SoleusRecord) record = rules != NULL ? soleus_reminder_settings_get_record (diary, NULL) : NULL;
  SoleusEntryDialog *dialog;
  Fields *self;

  if (record == NULL)
    return;
  dialog = soleus_entry_dialog_new (parent, context, record, _("Quiet hours"));
  self = g_new0 (Fields, 1);
  gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)),
                  soleus_question_new_line (_("Check-ins and medicines wait until the quiet hours are over. Other reminders do not come then.")));
  self->from = add_minute (dialog, _("From"), rules->quiet_from);
  self->until = add_minute (dialog, _("Until"), rules->quiet_until);
  soleus_entry_dialog_show (dialog, &work, self, g_free, self->from);
}
