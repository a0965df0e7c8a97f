/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every look reads the diary anew and makes everything match it: first the ledger, then what is on the screen, then the alarm. So it
 * does not matter why it looks, or how often. A reminder stands in the ledger before it is put up, and is called shown only when the
 * desktop has it: killed in between, it comes again; killed after, it does not.
 *
 * What comes together is one notification. Its key is the second at which that was decided, which is kept as the time at which its
 * reminders were shown: after a restart they find together again. */
#include "config.h"

#include "app/soleus-reminder-engine.h"

#include <glib/gi18n.h>

#include "app/soleus-reminder-press.h"
#include "app/soleus-reminder-words.h"

/* After that a diary that another program holds is tried again. */
#define AGAIN_MS 1000

/* A diary that cannot be read is tried again after that, and when it changes. */
#define UNREADABLE_S 300

/* A trial notification that nobody closes goes by itself. */
#define TRIAL_S 60
#define TRIAL_KEY "trial"

struct _SoleusReminderEngine
{
  GObject parent_instance;

  SoleusDiary *diary;
  SoleusNotifier *notifier;
  SoleusAlarm *alarm;

  SoleusReminderBook *book; /* of the last look; NULL where the diary could not be read */
  SoleusReminderPlan *plan;
  GHashTable *decided;      /* reminder as text -> Decided: to be put up, or up, and not in the ledger as shown */
  GHashTable *gone;         /* seconds of what is no longer up, while that is not in the ledger yet */
  GQueue presses;           /* of SoleusReminderPress: not written yet */
  gboolean is_trying;
  gboolean can_write;       /* whether the last write went well */
  guint look_source;
  guint again_source;
  guint trial_source;
};

G_DEFINE_FINAL_TYPE (SoleusReminderEngine, soleus_reminder_engine, G_TYPE_OBJECT)

/* When it was decided to put a reminder up, and whether the desktop has it. */
typedef struct
{
  gint64 second;
  gboolean is_up;
} Decided;

enum
{
  SIGNAL_PRESSED,
  SIGNAL_LOOKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The ledger */

static gboolean
again_cb (gpointer data)
{
  SoleusReminderEngine *self = data;

  self->again_source = 0;
  soleus_reminder_engine_look (self);
  return G_SOURCE_REMOVE;
}

static void
look_again_soon (SoleusReminderEngine *self)
{
  if (self->again_source == 0)
    self->again_source = g_timeout_add (AGAIN_MS, again_cb, self);
}

static gboolean
is_busy (const GError *error)
{
  return g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY);
}

/* Whether it is on the disk. A diary that is only held for the moment is tried again, with what it says then. */
static gboolean
write_edits (SoleusReminderEngine *self,
             GPtrArray            *edits,
             GError              **error)
{
  g_autoptr (GError) why = NULL;

  if (edits->len == 0)
    return TRUE;
  if (soleus_diary_write (self->diary, edits, NULL, &why))
    {
      self->can_write = TRUE;
      return TRUE;
    }
  if (is_busy (why))
    look_again_soon (self);
  else if (self->can_write)
    {
      g_warning ("The ledger of reminders could not be kept: %s", why->message);
      self->can_write = FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static gboolean
write_records (SoleusReminderEngine *self,
               GPtrArray            *records,
               GError              **error)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  for (guint i = 0; i < records->len; i++)
    soleus_edits_save (edits, g_ptr_array_index (records, i));
  return write_edits (self, edits, error);
}

/* What is up */

static char *
name_notice (SoleusRecord *notice)
{
  const SoleusRow *values = soleus_record_get_values (notice);

  return g_strdup_printf ("%s/%d/%d", soleus_row_get_text (values, "reminder"), soleus_row_get_date (values, "due_date"), (int) soleus_row_get_number (values, "due_minute", 0));
}

static guint
count_notices (SoleusReminderEngine *self)
{
  return self->plan->open->len + self->plan->fresh->len;
}

/* What is open, then what is fresh. */
static SoleusRecord *
get_notice (SoleusReminderEngine *self,
            guint                 i)
{
  return i < self->plan->open->len ? g_ptr_array_index (self->plan->open, i) : g_ptr_array_index (self->plan->fresh, i - self->plan->open->len);
}

static gboolean
is_fresh (SoleusRecord *notice)
{
  return g_strcmp0 (soleus_row_get_text (soleus_record_get_values (notice), "state"), "due") == 0;
}

static Decided *
find_decided (SoleusReminderEngine *self,
              SoleusRecord         *notice)
{
  g_autofree char *name = name_notice (notice);

  return is_fresh (notice) ? g_hash_table_lookup (self->decided, name) : NULL;
}

static gboolean
is_up (SoleusReminderEngine *self,
       SoleusRecord         *notice)
{
  const Decided *decided = find_decided (self, notice);

  return decided != NULL && decided->is_up;
}

/* The second by which a reminder is known on the screen: 0 where it was not decided on. */
static gint64
find_second (SoleusReminderEngine *self,
             SoleusRecord         *notice)
{
  const Decided *decided = find_decided (self, notice);
  SoleusTime shown = { 0, 0 };

  if (is_fresh (notice))
    return decided != NULL ? decided->second : 0;
  soleus_row_get_time (soleus_record_get_values (notice), "shown", &shown);
  return shown.utc;
}

static void
decide (SoleusReminderEngine *self,
        SoleusRecord         *notice)
{
  const Decided decided = { self->book->facts.now.utc, FALSE };

  if (find_decided (self, notice) == NULL)
    g_hash_table_insert (self->decided, name_notice (notice), g_memdup2 (&decided, sizeof decided));
}

static char *
make_key (gint64 second)
{
  return g_strdup_printf ("shown-%" G_GINT64_FORMAT, second);
}

static gint64
get_second (const char *key)
{
  return g_str_has_prefix (key, "shown-") ? g_ascii_strtoll (key + strlen ("shown-"), NULL, 10) : 0;
}

static gboolean
is_pressed (SoleusReminderEngine *self,
            SoleusRecord         *notice)
{
  for (GList *l = self->presses.head; l != NULL; l = l->next)
    if (soleus_reminder_press_names (l->data, notice))
      return TRUE;
  return FALSE;
}

static SoleusNotification *
make_notification (SoleusReminderEngine *self,
                   gint64                second,
                   GPtrArray            *notices)
{
  g_autoptr (SoleusReminderText) text = soleus_reminder_words_compose (self->book, self->diary, notices);
  g_autofree char *key = make_key (second);
  SoleusNotification *notification = soleus_notification_new (key, text->title, text->body, text->press);
  gboolean is_drink = TRUE, is_new = FALSE;

  for (guint i = 0; i < text->labels->len; i++)
    soleus_notification_add_button (notification, g_ptr_array_index (text->labels, i), g_ptr_array_index (text->presses, i));
  for (guint i = 0; i < notices->len; i++)
    {
      SoleusRecord *notice = g_ptr_array_index (notices, i);

      is_drink &= g_strcmp0 (soleus_row_get_text (soleus_record_get_values (notice), "reminder"), "drink") == 0;
      is_new |= is_fresh (notice) && !is_up (self, notice);
    }
  notification->sound = is_new && text->tone;
  notification->stays = !is_drink; /* a drink comes again by itself */
  return notification;
}

static SoleusNotification *
make_trial (void)
{
  SoleusNotification *notification = soleus_notification_new (TRIAL_KEY, _("Soleus: this is what a reminder looks like"), _("If you can see this, reminders can come."), "");

  notification->sound = TRUE;
  return notification;
}

/* Where nothing can be shown, nothing is decided on: the window shows it, and the moment at which it can be shown is the one that counts. */
static GPtrArray *
list_notifications (SoleusReminderEngine *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *notifications = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_notification_free);

  for (guint i = 0; soleus_notifier_can_show (self->notifier) && i < self->plan->fresh->len; i++)
    decide (self, g_ptr_array_index (self->plan->fresh, i));
  for (guint i = 0; i < count_notices (self); i++)
    {
      SoleusRecord *notice = get_notice (self, i);
      const gint64 second = find_second (self, notice);
      GPtrArray *group = g_hash_table_lookup (groups, &second);

      if (second == 0 || g_hash_table_contains (self->gone, &second) || is_pressed (self, notice))
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&second, sizeof second), group);
          g_ptr_array_add (order, group);
        }
      g_ptr_array_add (group, notice);
    }
  for (guint i = 0; i < order->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (order, i);

      g_ptr_array_add (notifications, make_notification (self, find_second (self, g_ptr_array_index (group, 0)), group));
    }
  if (self->is_trying)
    g_ptr_array_add (notifications, make_trial ());
  return notifications;
}

/* Looking */

static gboolean
read_diary (SoleusReminderEngine *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, soleus_reminder_plan_free);
  g_clear_pointer (&self->book, soleus_reminder_book_free);
  self->book = soleus_reminder_book_new (self->diary, &error);
  if (self->book == NULL)
    {
      if (is_busy (error))
        look_again_soon (self);
      else
        {
          g_warning ("The diary could not be read: %s", error->message);
          soleus_alarm_set (self->alarm, soleus_clock_get_now (soleus_diary_get_clock (self->diary)).utc + UNREADABLE_S);
        }
      return FALSE;
    }
  self->plan = soleus_reminder_plan_new (&self->book->facts);
  return TRUE;
}

/* A press that cannot be kept at all is dropped: its notification comes up again, so that the person sees that it did not work. */
static void
write_presses (SoleusReminderEngine *self)
{
  while (!g_queue_is_empty (&self->presses))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) edits = soleus_reminder_press_get_edits (g_queue_peek_head (&self->presses), self->diary, &error);

      if (edits != NULL)
        write_edits (self, edits, &error);
      if (is_busy (error))
        {
          look_again_soon (self);
          return;
        }
      soleus_reminder_press_free (g_queue_pop_head (&self->presses));
    }
}

/* What the desktop told, into the ledger: what is up was shown, and what is gone was closed. Whether anything was written. */
static gboolean
settle (SoleusReminderEngine *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < count_notices (self); i++)
    {
      SoleusRecord *notice = get_notice (self, i), *changed;
      const gint64 second = find_second (self, notice);
      gboolean is_gone = g_hash_table_contains (self->gone, &second);
      SoleusRow *values;

      if (!is_gone && !is_up (self, notice))
        continue;
      changed = soleus_record_copy (notice);
      values = soleus_record_get_values (changed);
      soleus_row_set_text (values, "state", "shown");
      soleus_row_set_time (values, "shown", soleus_time_at_offset (second, self->book->facts.zone));
      soleus_row_set_text (values, "answer", is_gone ? "closed" : NULL);
      g_ptr_array_add (records, changed);
    }
  return records->len > 0 && write_records (self, records, NULL);
}

/* Only what the ledger does not say yet has to be remembered. */
static void
forget (SoleusReminderEngine *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seconds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < count_notices (self); i++)
    {
      SoleusRecord *notice = get_notice (self, i);
      const gint64 second = find_second (self, notice);

      if (is_fresh (notice))
        g_hash_table_add (names, name_notice (notice));
      g_hash_table_add (seconds, g_memdup2 (&second, sizeof second));
    }
  g_hash_table_iter_init (&iter, self->decided);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (names, key))
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (seconds, key))
      g_hash_table_iter_remove (&iter);
}

/**
 * soleus_reminder_engine_look:
 * @self: an engine
 *
 * Makes everything match the diary and the clock.
 */
void
soleus_reminder_engine_look (SoleusReminderEngine *self)
{
  g_autoptr (GPtrArray) notifications = NULL;

  g_return_if_fail (SOLEUS_IS_REMINDER_ENGINE (self));

  write_presses (self);
  if (!read_diary (self))
    return;
  if (self->plan->writes->len > 0)
    {
      g_autoptr (GError) error = NULL;

      /* What was written is read again; what cannot be written is shown all the same. */
      if (write_records (self, self->plan->writes, &error) ? !read_diary (self) : is_busy (error))
        return;
    }
  if (settle (self) && !read_diary (self))
    return;
  g_clear_handle_id (&self->look_source, g_source_remove);
  forget (self);
  notifications = list_notifications (self);
  soleus_notifier_set (self->notifier, notifications);
  soleus_alarm_set (self->alarm, self->plan->next);
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

static gboolean
look_cb (gpointer data)
{
  SoleusReminderEngine *self = data;

  self->look_source = 0;
  soleus_reminder_engine_look (self);
  return G_SOURCE_REMOVE;
}

static void
queue_look (SoleusReminderEngine *self)
{
  if (self->look_source == 0)
    self->look_source = g_idle_add (look_cb, self);
}

/* What the desktop tells */

static void
shown_cb (SoleusReminderEngine *self,
          const char           *key)
{
  const gint64 second = get_second (key);
  GHashTableIter iter;
  gpointer decided;

  g_hash_table_iter_init (&iter, self->decided);
  while (g_hash_table_iter_next (&iter, NULL, &decided))
    if (((Decided *) decided)->second == second)
      ((Decided *) decided)->is_up = TRUE;
  queue_look (self);
}

/* It is decided anew when it can be shown. */
static void
failed_cb (SoleusReminderEngine *self,
           const char           *key)
{
  const gint64 second = get_second (key);
  GHashTableIter iter;
  gpointer decided;

  g_hash_table_iter_init (&iter, self->decided);
  while (g_hash_table_iter_next (&iter, NULL, &decided))
    if (((Decided *) decided)->second == second && !((Decided *) decided)->is_up)
      g_hash_table_iter_remove (&iter);
}

static void
closed_cb (SoleusReminderEngine *self,
           const char           *key)
{
  const gint64 second = get_second (key);

  if (second == 0)
    self->is_trying = FALSE;
  else
    g_hash_table_add (self->gone, g_memdup2 (&second, sizeof second));
  queue_look (self);
}

static gboolean
trial_over_cb (gpointer data)
{
  SoleusReminderEngine *self = data;

  self->trial_source = 0;
  self->is_trying = FALSE;
  soleus_reminder_engine_look (self);
  return G_SOURCE_REMOVE;
}

/* The engine */

static void
soleus_reminder_engine_dispose (GObject *object)
{
  SoleusReminderEngine *self = SOLEUS_REMINDER_ENGINE (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->again_source, g_source_remove);
  g_clear_handle_id (&self->trial_source, g_source_remove);
  g_clear_object (&self->alarm);
  g_clear_object (&self->notifier);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (soleus_reminder_engine_parent_class)->dispose (object);
}

static void
soleus_reminder_engine_finalize (GObject *object)
{
  SoleusReminderEngine *self = SOLEUS_REMINDER_ENGINE (object);

  g_clear_pointer (&self->plan, soleus_reminder_plan_free);
  g_clear_pointer (&self->book, soleus_reminder_book_free);
  g_clear_pointer (&self->decided, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_queue_clear_full (&self->presses, (GDestroyNotify) soleus_reminder_press_free);

  G_OBJECT_CLASS (soleus_reminder_engine_parent_class)->finalize (object);
}

static void
soleus_reminder_engine_class_init (SoleusReminderEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_reminder_engine_dispose;
  object_class->finalize = soleus_reminder_engine_finalize;

  /**
   * SoleusReminderEngine::pressed:
   * @self: the engine
   * @page: the page that a window is to show
   * @token: what lets that window come to the front; may be empty
   *
   * The person asked for a page.
   */
  signals[SIGNAL_PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * SoleusReminderEngine::looked:
   * @self: the engine
   *
   * Everything matches the diary. It may be that nothing is left to do; see soleus_reminder_engine_is_needed().
   */
  signals[SIGNAL_LOOKED] = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_reminder_engine_init (SoleusReminderEngine *self)
{
  self->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->presses);
  self->can_write = TRUE;
}

/**
 * soleus_reminder_engine_new:
 * @diary: an open diary
 * @notifier: what shows notifications
 * @alarm: what rings
 *
 * Returns: (transfer full): an engine that looks as soon as the main loop runs
 */
SoleusReminderEngine *
soleus_reminder_engine_new (SoleusDiary    *diary,
                            SoleusNotifier *notifier,
                            SoleusAlarm    *alarm)
{
  SoleusReminderEngine *self = g_object_new (SOLEUS_TYPE_REMINDER_ENGINE, NULL);

  self->diary = g_object_ref (diary);
  self->notifier = g_object_ref (notifier);
  self->alarm = g_object_ref (alarm);
  g_signal_connect_object (diary, "changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (alarm, "rang", G_CALLBACK (soleus_reminder_engine_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "pressed", G_CALLBACK (soleus_reminder_engine_press), self, G_CONNECT_SWAPPED);
  queue_look (self);
  return self;
}

/**
 * soleus_reminder_engine_press:
 * @self: an engine
 * @press: what was pressed; anything else is ignored
 * @token: what lets a window come to the front; may be empty
 *
 * Takes an answer.
 */
void
soleus_reminder_engine_press (SoleusReminderEngine *self,
                              const char           *press,
                              const char           *token)
{
  g_autoptr (SoleusReminderPress) parsed = NULL;
  g_autofree char *page = NULL;

  g_return_if_fail (SOLEUS_IS_REMINDER_ENGINE (self));

  if (*press == '\0')
    self->is_trying = FALSE;
  parsed = soleus_reminder_press_parse (press);
  if (parsed != NULL)
    {
      page = soleus_reminder_press_dup_page (parsed);
      g_queue_push_tail (&self->presses, g_steal_pointer (&parsed));
    }
  soleus_reminder_engine_look (self);
  if (page != NULL)
    g_signal_emit (self, signals[SIGNAL_PRESSED], 0, page, token);
}

/**
 * soleus_reminder_engine_try:
 * @self: an engine
 *
 * Shows a notification that is only there to be seen.
 */
void
soleus_reminder_engine_try (SoleusReminderEngine *self)
{
  g_return_if_fail (SOLEUS_IS_REMINDER_ENGINE (self));

  self->is_trying = TRUE;
  g_clear_handle_id (&self->trial_source, g_source_remove);
  self->trial_source = g_timeout_add_seconds (TRIAL_S, trial_over_cb, self);
  soleus_reminder_engine_look (self);
}

/**
 * soleus_reminder_engine_is_on:
 * @self: an engine
 *
 * Returns: whether any reminder is switched on, or is still to come by itself, as of the last look; %TRUE while the diary cannot be read
 */
gboolean
soleus_reminder_engine_is_on (SoleusReminderEngine *self)
{
  g_return_val_if_fail (SOLEUS_IS_REMINDER_ENGINE (self), FALSE);

  return self->book == NULL || soleus_reminder_rules_any_on (self->book->rules) || self->plan->next != 0;
}

/**
 * soleus_reminder_engine_is_needed:
 * @self: an engine
 *
 * Returns: whether there is anything to do: a reminder is on, put off, or up, or an answer is not kept yet
 */
gboolean
soleus_reminder_engine_is_needed (SoleusReminderEngine *self)
{
  g_return_val_if_fail (SOLEUS_IS_REMINDER_ENGINE (self), FALSE);

  return soleus_reminder_engine_is_on (self) || self->plan->open->len + self->plan->fresh->len > 0 ||
         self->is_trying || !g_queue_is_empty (&self->presses);
}
