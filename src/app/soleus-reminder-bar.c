/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program runs it keeps the ledger, and may still show what is due: here nothing is marked before it is answered. Where
 * it cannot be started, the window keeps the ledger while it is open. */
#include "app/soleus-reminder-bar.h"

#include "app/soleus-reminder-answer.h"

/* What is shown is looked at again so often, for it goes once it makes no more sense. */
#define LOOK_SECONDS 300

struct _SoleusReminderBar
{
  GObject parent_instance;

  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusAlarm *alarm; /* NULL where the clock stands still */
  SoleusReminderState state;
  GPtrArray *notices; /* of SoleusRecord: what is shown */
  SoleusReminderText *text;
  guint look_id;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (SoleusReminderBar, soleus_reminder_bar, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (SoleusReminderBar *self)
{
  return self->state == SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS || self->state == SOLEUS_REMINDER_STATE_NO_PROGRAM;
}

static gboolean
keeps_ledger (SoleusReminderBar *self)
{
  return self->state == SOLEUS_REMINDER_STATE_NO_PROGRAM && soleus_diary_is_writable (self->diary);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SoleusReminderBar) self = data;

  self->writing = FALSE;
}

/* The person did not ask for these, so that Undo is not about them. */
static void
keep (SoleusReminderBar *self,
      GPtrArray         *edits)
{
  if (edits->len == 0)
    return;
  self->writing = TRUE;
  soleus_keeper_keep (self->keeper, edits, written_cb, g_object_ref (self));
}

static void
keep_records (SoleusReminderBar *self,
              GPtrArray         *records)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  for (guint i = 0; i < records->len; i++)
    soleus_edits_save (edits, g_ptr_array_index (records, i));
  keep (self, edits);
}

static gboolean
says_same (const SoleusReminderText *a,
           const SoleusReminderText *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->title, b->title) && g_str_equal (a->body, b->body) && g_str_equal (a->press, b->press);
}

static void
show (SoleusReminderBar  *self,
      GPtrArray          *notices,
      SoleusReminderText *text)
{
  gboolean same = says_same (self->text, text);

  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->text, soleus_reminder_text_free);
  self->notices = notices;
  self->text = text;
  if (!same)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_all (GPtrArray *notices,
         GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (notices, g_object_ref (g_ptr_array_index (more, i)));
}

static void
set_alarm (SoleusReminderBar *self,
           gint64             next,
           SoleusTime         now)
{
  if (self->text != NULL && (next == 0 || next > now.utc + LOOK_SECONDS))
    next = now.utc + LOOK_SECONDS;
  if (self->alarm != NULL)
    soleus_alarm_set (self->alarm, next);
}

/**
 * soleus_reminder_bar_look:
 * @self: a bar
 *
 * Finds out anew what is to be shown.
 */
void
soleus_reminder_bar_look (SoleusReminderBar *self)
{
  g_autoptr (SoleusReminderBook) book = NULL;
  g_autoptr (SoleusReminderPlan) plan = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  SoleusReminderText *text;

  g_return_if_fail (SOLEUS_IS_REMINDER_BAR (self));

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (is_wanted (self))
    book = soleus_reminder_book_new (self->diary, NULL);
  if (book == NULL)
    {
      show (self, NULL, NULL);
      if (self->alarm != NULL)
        soleus_alarm_set (self->alarm, 0);
      return;
    }
  plan = soleus_reminder_plan_new (&book->facts);
  if (keeps_ledger (self) && !self->writing)
    keep_records (self, plan->writes);
  notices = g_ptr_array_new_with_free_func (g_object_unref);
  add_all (notices, plan->fresh);
  add_all (notices, plan->open);
  book->rules->full = TRUE; /* the window around it says what it is about anyway */
  text = notices->len > 0 ? soleus_reminder_words_compose (book, self->diary, notices) : NULL;
  show (self, g_steal_pointer (&notices), text);
  set_alarm (self, plan->next, book->facts.now);
}

static gboolean
look_cb (gpointer data)
{
  SoleusReminderBar *self = data;

  self->look_id = 0;
  soleus_reminder_bar_look (self);
  return G_SOURCE_REMOVE;
}

/* Not within the change itself, for looking may write. */
static void
diary_changed_cb (SoleusReminderBar *self,
                  guint              kinds)
{
  const guint mine = SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDER) | SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDING) | SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT) | SOLEUS_KIND_MASK (SOLEUS_KIND_EPISODE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DRINK) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_STRETCH) | SOLEUS_KIND_MASK (SOLEUS_KIND_ROUTINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_VERDICT);

  if ((kinds & mine) != 0 && is_wanted (self) && self->look_id == 0)
    self->look_id = g_idle_add (look_cb, self);
}

static void
soleus_reminder_bar_dispose (GObject *object)
{
  SoleusReminderBar *self = SOLEUS_REMINDER_BAR (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->text, soleus_reminder_text_free);
  g_clear_object (&self->alarm);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (soleus_reminder_bar_parent_class)->dispose (object);
}

static void
soleus_reminder_bar_class_init (SoleusReminderBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_reminder_bar_dispose;

  /**
   * SoleusReminderBar::changed:
   * @self: the bar
   *
   * What is to be shown became another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_reminder_bar_init (SoleusReminderBar *self)
{
}

/**
 * soleus_reminder_bar_new:
 * @diary: an open diary
 * @keeper: its keeper
 * @alarm: (nullable): what rings when there is something to do; %NULL where the clock stands still
 *
 * Returns: (transfer full): a bar that shows nothing until soleus_reminder_bar_set_state() says that it must
 */
SoleusReminderBar *
soleus_reminder_bar_new (SoleusDiary  *diary,
                         SoleusKeeper *keeper,
                         SoleusAlarm  *alarm)
{
  SoleusReminderBar *self = g_object_new (SOLEUS_TYPE_REMINDER_BAR, NULL);

  self->diary = g_object_ref (diary);
  self->keeper = g_object_ref (keeper);
  self->alarm = alarm != NULL ? g_object_ref (alarm) : NULL;
  g_signal_connect_object (diary, "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  if (alarm != NULL)
    g_signal_connect_object (alarm, "rang", G_CALLBACK (soleus_reminder_bar_look), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * soleus_reminder_bar_set_state:
 * @self: a bar
 * @state: how reminders are
 *
 * With %SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS and %SOLEUS_REMINDER_STATE_NO_PROGRAM the window shows what is due; with the latter it
 * keeps the ledger too.
 */
void
soleus_reminder_bar_set_state (SoleusReminderBar  *self,
                               SoleusReminderState state)
{
  g_return_if_fail (SOLEUS_IS_REMINDER_BAR (self));

  if (self->state == state)
    return;
  self->state = state;
  soleus_reminder_bar_look (self);
}

/**
 * soleus_reminder_bar_get_text:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): what to show; %NULL for nothing
 */
const SoleusReminderText *
soleus_reminder_bar_get_text (SoleusReminderBar *self)
{
  g_return_val_if_fail (SOLEUS_IS_REMINDER_BAR (self), NULL);

  return self->text;
}

/* Copies of what is shown, in state "shown" where it was only due, and with an answer if there is one. */
static GPtrArray *
dup_shown (SoleusReminderBar *self,
           const char        *answer)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (self->diary));

  for (guint i = 0; self->notices != NULL && i < self->notices->len; i++)
    {
      g_autoptr (SoleusRecord) copy = soleus_record_copy (g_ptr_array_index (self->notices, i));
      SoleusRow *values = soleus_record_get_values (copy);
      gboolean is_due = g_strcmp0 (soleus_row_get_text (values, "state"), "due") == 0;

      if (is_due)
        {
          soleus_row_set_text (values, "state", "shown");
          soleus_row_set_time (values, "shown", now);
        }
      if (answer != NULL)
        soleus_row_set_text (values, "answer", answer);
      if (is_due || answer != NULL)
        g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
  return copies;
}

/**
 * soleus_reminder_bar_mark_shown:
 * @self: a bar
 *
 * The text is seen now. Where the window keeps the ledger it says so there.
 */
void
soleus_reminder_bar_mark_shown (SoleusReminderBar *self)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_return_if_fail (SOLEUS_IS_REMINDER_BAR (self));

  if (!keeps_ledger (self))
    return;
  copies = dup_shown (self, NULL);
  keep_records (self, copies);
}

/**
 * soleus_reminder_bar_press:
 * @self: a bar
 * @press: one of the presses of its text
 *
 * Carries it out. What was opened does not ask again.
 *
 * Returns: (transfer full) (nullable): the page to show
 */
char *
soleus_reminder_bar_press (SoleusReminderBar *self,
                           const char        *press)
{
  g_autoptr (SoleusReminderPress) parsed = soleus_reminder_press_parse (press);
  char *page = NULL;

  g_return_val_if_fail (SOLEUS_IS_REMINDER_BAR (self), NULL);

  if (parsed != NULL && parsed->verb == SOLEUS_REMINDER_OPEN)
    {
      g_autoptr (GPtrArray) copies = dup_shown (self, "opened");

      keep_records (self, copies);
      return soleus_reminder_press_dup_page (parsed);
    }
  soleus_reminder_answer (self->diary, self->keeper, press, &page, NULL, NULL);
  return page;
}

/**
 * soleus_reminder_bar_close:
 * @self: a bar
 *
 * The person wants to see it no more; nothing is answered.
 */
void
soleus_reminder_bar_close (SoleusReminderBar *self)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_return_if_fail (SOLEUS_IS_REMINDER_BAR (self));

  copies = dup_shown (self, "closed");
  keep_records (self, copies);
  show (self, NULL, NULL);
}
