/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is computed by the same plan that the reminders follow. Where they cannot be seen it says so, and what to do. */
#include "config.h"

#include "ui/reminders/soleus-reminder-head.h"

#include <glib/gi18n.h>

#include "app/soleus-reminder-settings.h"
#include "app/soleus-reminder-words.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-question.h"
#include "ui/reminders/soleus-reminder-help.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define MOST_NEXT 200 /* moments: enough for days of drinks before something else comes */

struct _SoleusReminderHead
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *box;
  GtkWidget *next;
  GtkWidget *later;
  GtkWidget *pause;
  GtkWidget *resume;
  GtkWidget *test;
  GtkWidget *told;
  GtkWidget *trouble;
  gint64 shown_until;
};

G_DEFINE_FINAL_TYPE (SoleusReminderHead, soleus_reminder_head, GTK_TYPE_WIDGET)

/* What comes next */

static char *
say_pause (const SoleusReminderRules *settings,
           SoleusTime                 now,
           GTimeZone                 *zone)
{
  SoleusTime until = soleus_time_at_offset (settings->paused_until, zone);
  g_autofree char *time = soleus_words_time (until), *day = NULL;
  SoleusDate date = soleus_time_get_date (until), today = soleus_time_get_date (now);

  if (date == today)
    /* Translators: a time of day */
    return g_strdup_printf (_("Paused until %s today."), time);
  if (date == today + 1)
    /* Translators: a time of day */
    return g_strdup_printf (_("Paused until tomorrow, %s."), time);
  day = soleus_words_date (date);
  /* Translators: a day, a time of day */
  return g_strdup_printf (_("Paused until %s, %s."), day, time);
}

static char *
say_next (const SoleusReminderRules *settings,
          GArray                    *moments,
          SoleusTime                 now)
{
  g_autofree char *words = NULL;

  if (!soleus_reminder_rules_any_on (settings))
    return g_strdup (_("No reminders. Nothing runs in the background."));
  if (moments->len == 0)
    return g_strdup (_("Nothing comes in the next days."));
  words = soleus_reminder_words_next (&g_array_index (moments, SoleusReminderMoment, 0), now);
  /* Translators: "bedtime stretch, today 21:30" */
  return g_strdup_printf (_("Next: %s."), words);
}

/* Of each kind the next one: a list of drinks alone would tell nothing of the evening. */
static GArray *
list_next (const SoleusReminderFacts *facts)
{
  g_autoptr (GArray) all = soleus_reminder_plan_list_next (facts, MOST_NEXT);
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (SoleusReminderMoment));
  gboolean there[SOLEUS_N_REMINDERS] = { FALSE };

  for (guint i = 0; i < all->len; i++)
    {
      const SoleusReminderMoment *moment = &g_array_index (all, SoleusReminderMoment, i);

      if (!there[moment->kind])
        g_array_append_vals (moments, moment, 1);
      there[moment->kind] = TRUE;
    }
  return moments;
}

static void
update_next (SoleusReminderHead        *self,
             const SoleusReminderRules *settings,
             const SoleusReminderBook  *book)
{
  SoleusTime now = book->facts.now;
  g_autoptr (GArray) moments = list_next (&book->facts);
  gboolean paused = settings->paused_until > now.utc, on = soleus_reminder_rules_any_on (settings);
  g_autofree char *next = say_next (settings, moments, now), *both = NULL;
  GString *later = g_string_new (NULL);
  gboolean had_focus = gtk_widget_has_focus (self->pause) || gtk_widget_has_focus (self->resume);

  if (paused && on)
    {
      g_autofree char *pause = say_pause (settings, now, book->facts.zone);

      both = g_strdup_printf ("%s %s", pause, next);
    }
  soleus_question_set_line (self->next, both != NULL ? both : next);
  for (guint i = 1; i < moments->len; i++)
    {
      g_autofree char *words = soleus_reminder_words_next (&g_array_index (moments, SoleusReminderMoment, i), now);

      if (i > 1)
        g_string_append_c (later, '\n');
      /* Translators: what comes after the next one: "bedtime stretch, today 21:30" */
      g_string_append_printf (later, _("Then: %s"), words);
    }
  soleus_question_set_line (self->later, later->str);
  g_string_free (later, TRUE);
  gtk_widget_set_visible (self->pause, on && !paused);
  gtk_widget_set_visible (self->resume, on && paused);
  if (had_focus)
    gtk_widget_grab_focus (!on ? self->test : paused ? self->resume : self->pause);
  self->shown_until = moments->len > 0 ? g_array_index (moments, SoleusReminderMoment, 0).time.utc : G_MAXINT64;
  if (paused)
    self->shown_until = MIN (self->shown_until, settings->paused_until);
}

static void
set_pause (SoleusReminderHead *self,
           gboolean            paused)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_get_record (soleus_context_get_diary (self->context), NULL);
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (self->context));
  SoleusTime until = soleus_reminder_settings_tomorrow (soleus_clock_get_now (soleus_context_get_clock (self->context)), zone);
  g_autofree char *time = soleus_words_time (until), *said = NULL;

  if (record == NULL)
    return;
  if (paused)
    soleus_row_set_time (soleus_record_get_values (record), "paused_until", until);
  else
    soleus_row_clear (soleus_record_get_values (record), "paused_until");
  /* Translators: a time of day */
  said = paused ? g_strdup_printf (_("Saved: no reminders until %s."), time) : g_strdup (_("Saved: reminders go on."));
  soleus_keeper_save (soleus_context_get_keeper (self->context), record, said);
}

static void
pause_clicked_cb (SoleusReminderHead *self)
{
  set_pause (self, TRUE);
}

static void
resume_clicked_cb (SoleusReminderHead *self)
{
  set_pause (self, FALSE);
}

/* Whether they can be seen */

static void
help_clicked_cb (SoleusReminderHead *self)
{
  soleus_reminder_help_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context);
}

/* It troubles nobody while nothing is on. */
static void
update_trouble (SoleusReminderHead *self)
{
  g_autoptr (SoleusReminderRules) settings = soleus_context_is_open (self->context) ? soleus_reminder_settings_read (soleus_context_get_diary (self->context), NULL) : NULL;
  gboolean on = settings != NULL && soleus_reminder_rules_any_on (settings);
  const char *words = on ? soleus_reminder_help_say_state (soleus_reminder_help_get_state (self->context)) : NULL;
  GtkWidget *row = gtk_widget_get_first_child (self->trouble);

  soleus_action_row_set_title (SOLEUS_ACTION_ROW (row), words);
  gtk_widget_set_visible (self->trouble, words != NULL);
}

static void
seen_cb (const char *id,
         gpointer    data)
{
  SoleusReminderHead *self = data;

  if (g_str_equal (id, "no") && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    help_clicked_cb (self);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  static const SoleusAskAnswer answers[] = { { "no", N_("_No"), FALSE }, { "yes", N_("_Yes"), FALSE } };
  g_autoptr (SoleusReminderHead) self = data;
  gboolean reached = soleus_reminder_link_try_finish (SOLEUS_REMINDER_LINK (source), result, NULL);
  SoleusAskAnswer words[G_N_ELEMENTS (answers)];

  soleus_question_set_line (self->told, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!reached)
    {
      help_clicked_cb (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    words[i] = (SoleusAskAnswer) { answers[i].id, _(answers[i].label), FALSE };
  soleus_ask (GTK_WIDGET (self), _("Did you see it?"), _("Soleus sent a test notification. It may take a few seconds."), words, G_N_ELEMENTS (words), seen_cb, g_object_ref (self), g_object_unref);
}

static void
test_clicked_cb (SoleusReminderHead *self)
{
  SoleusReminderLink *link = soleus_context_get_reminders (self->context);

  if (link == NULL)
    {
      help_clicked_cb (self);
      return;
    }
  soleus_question_set_line (self->told, _("Sending a test…"));
  soleus_reminder_link_try (link, tried_cb, g_object_ref (self));
}

/**
 * soleus_reminder_head_update:
 * @self: the head
 * @settings: what the person set
 * @book: what reminders follow from at present
 *
 * Shows what the diary says.
 *
 * Returns: when that is no longer true, UTC seconds
 */
gint64
soleus_reminder_head_update (SoleusReminderHead        *self,
                             const SoleusReminderRules *settings,
                             const SoleusReminderBook  *book)
{
  g_return_val_if_fail (SOLEUS_IS_REMINDER_HEAD (self), G_MAXINT64);

  update_next (self, settings, book);
  update_trouble (self);
  return self->shown_until;
}

/* Building */

static gboolean
soleus_reminder_head_focus (GtkWidget       *widget,
                            GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_REMINDER_HEAD (widget)->box, direction);
}

static void
soleus_reminder_head_dispose (GObject *object)
{
  SoleusReminderHead *self = SOLEUS_REMINDER_HEAD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_reminder_head_parent_class)->dispose (object);
}

static void
soleus_reminder_head_class_init (SoleusReminderHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_reminder_head_dispose;
  widget_class->focus = soleus_reminder_head_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_reminder_head_init (SoleusReminderHead *self)
{
}

static void
build (SoleusReminderHead *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons = soleus_flow_new (8), *row;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->next = soleus_question_new_status ();
  gtk_widget_add_css_class (self->next, "title-4");
  self->later = soleus_question_new_status ();
  self->told = soleus_question_new_status ();
  soleus_flow_set_wrap (SOLEUS_FLOW (buttons), TRUE);
  self->pause = soleus_build_button_in (buttons, _("Pause until tomorrow"), _("Pause all reminders until tomorrow"), G_CALLBACK (pause_clicked_cb), self);
  self->resume = soleus_build_button_in (buttons, _("Resume"), _("Resume reminders"), G_CALLBACK (resume_clicked_cb), self);
  self->test = soleus_build_button_in (buttons, _("Test"), _("Send a test notification"), G_CALLBACK (test_clicked_cb), self);
  gtk_box_append (GTK_BOX (head), self->next);
  gtk_box_append (GTK_BOX (head), self->later);
  gtk_box_append (GTK_BOX (head), buttons);
  gtk_box_append (GTK_BOX (head), self->told);
  gtk_box_append (GTK_BOX (self->box), head);

  self->trouble = soleus_build_rows (self->box);
  row = soleus_action_row_new (NULL, NULL);
  g_signal_connect_swapped (soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("What to do"), _("What to do about reminders that cannot be seen")), "clicked", G_CALLBACK (help_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->trouble), row);
}

/**
 * soleus_reminder_head_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the head, which says nothing before soleus_reminder_head_update()
 */
GtkWidget *
soleus_reminder_head_new (SoleusContext *context)
{
  SoleusReminderHead *self = g_object_new (SOLEUS_TYPE_REMINDER_HEAD, NULL);
  SoleusReminderLink *link = soleus_context_get_reminders (context);

  self->context = g_object_ref (context);
  build (self);
  if (link != NULL)
    g_signal_connect_object (link, "changed", G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
