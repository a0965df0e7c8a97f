/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that goes on around an open diary and that no page should think of: other programs' commits are noticed, the reminders'
 * own program is woken when they are on or what is set changed,
 * the trash is emptied of what is older than a month, the copy of the day is made in a thread after the first write. */
#include "app/soleus-context.h"

#include "app/soleus-library.h"
#include "app/soleus-paths.h"
#include "app/soleus-reminder-answer.h"
#include "app/soleus-reminder-settings.h"
#include "platform/soleus-folder-watch.h"
#include "store/soleus-copies.h"

/* The window must not stand still longer than that for another program; the keeper then tries again. */
#define BUSY_MS 100
#define COPY_AFTER_S 2
#define SECONDS_A_DAY 86400

struct _SoleusContext
{
  GObject parent_instance;

  SoleusClock *clock;
  char *path;
  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusWarnings *warnings;
  SoleusLibrary *library; /* made when it is first asked for */
  SoleusReminderLink *reminders; /* so is this */
  SoleusFolderWatch *watch;
  guint copy_source;
  gboolean copying;
};

G_DEFINE_FINAL_TYPE (SoleusContext, soleus_context, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  SoleusDate today;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->path);
  g_free (copy);
}

static void
copy_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Copy *copy = data;
  GError *error = NULL;

  if (soleus_copies_make_daily (copy->path, copy->today, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SoleusContext *self = SOLEUS_CONTEXT (source);
  g_autoptr (GError) error = NULL;

  self->copying = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_warning ("No copy of the diary was made today: %s", error->message);
}

static gboolean
copy_cb (gpointer data)
{
  SoleusContext *self = data;
  g_autoptr (GTask) task = NULL;
  SoleusDate today = soleus_clock_get_today (self->clock);
  Copy *copy;

  self->copy_source = 0;
  if (self->copying || !soleus_copies_daily_is_due (self->path, today))
    return G_SOURCE_REMOVE;

  self->copying = TRUE;
  copy = g_new0 (Copy, 1);
  copy->path = g_strdup (self->path);
  copy->today = today;
  task = g_task_new (self, NULL, copied_cb, NULL);
  g_task_set_source_tag (task, copy_cb);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, copy_in_thread);
  return G_SOURCE_REMOVE;
}

static void
diary_changed_cb (SoleusContext *self)
{
  if (self->copy_source == 0 && soleus_diary_is_writable (self->diary))
    self->copy_source = g_timeout_add_seconds (COPY_AFTER_S, copy_cb, self);
}

/* While nothing is on, nothing is started. */
static void
wake_reminders (SoleusContext *self)
{
  g_autoptr (SoleusReminderRules) settings = NULL;
  SoleusTime until;

  if (self->reminders != NULL)
    {
      soleus_reminder_link_wake (self->reminders);
      return;
    }
  settings = soleus_reminder_settings_read (self->diary, NULL);
  if (settings != NULL && (soleus_reminder_rules_any_on (settings) || soleus_reminder_find_asked (self->diary, &until)))
    soleus_context_get_reminders (self);
}

static void
settings_changed_cb (SoleusContext *self,
                     guint          kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDER) | SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDING))) != 0)
    wake_reminders (self);
}

static void
close_diary (SoleusContext *self)
{
  g_clear_handle_id (&self->copy_source, g_source_remove);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->library, soleus_library_free);
  g_clear_object (&self->warnings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
}

static void
soleus_context_dispose (GObject *object)
{
  SoleusContext *self = SOLEUS_CONTEXT (object);

  close_diary (self);
  g_clear_object (&self->reminders);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (soleus_context_parent_class)->dispose (object);
}

static void
soleus_context_class_init (SoleusContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_context_dispose;
}

static void
soleus_context_init (SoleusContext *self)
{
}

/**
 * soleus_context_new:
 * @clock: what time it is
 * @diary_path: the file of the diary
 *
 * Returns: (transfer full): a context in which nothing is open yet
 */
SoleusContext *
soleus_context_new (SoleusClock *clock,
                    const char  *diary_path)
{
  SoleusContext *self = g_object_new (SOLEUS_TYPE_CONTEXT, NULL);

  self->clock = g_object_ref (clock);
  self->path = g_strdup (diary_path);
  return self;
}

/**
 * soleus_context_open:
 * @self: a context
 * @error: return location
 *
 * Opens the diary, or makes a new one.
 *
 * Returns: %FALSE where the diary cannot be opened; it may be tried again
 */
gboolean
soleus_context_open (SoleusContext *self,
                     GError       **error)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), FALSE);

  close_diary (self);
  self->diary = soleus_diary_open (self->path, SOLEUS_OPEN_CREATE, BUSY_MS, self->clock, error);
  if (self->diary == NULL)
    return FALSE;
  self->keeper = soleus_keeper_new (self->diary);
  self->warnings = soleus_warnings_new (self->diary, self->keeper);
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  return TRUE;
}

/**
 * soleus_context_start_care:
 * @self: a context with an open diary
 *
 * Starts what can wait until the window is shown.
 */
void
soleus_context_start_care (SoleusContext *self)
{
  g_return_if_fail (SOLEUS_IS_CONTEXT (self));

  if (self->diary == NULL || self->watch != NULL)
    return;
  self->watch = soleus_folder_watch_new (self->path);
  g_signal_connect_object (self->watch, "stirred", G_CALLBACK (soleus_diary_refresh), self->diary, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  soleus_diary_refresh (self->diary);
  wake_reminders (self);
  if (soleus_diary_is_writable (self->diary))
    soleus_diary_purge_trash (self->diary, soleus_clock_get_now (self->clock).utc - SOLEUS_TRASH_DAYS * SECONDS_A_DAY, NULL);
}

/**
 * soleus_context_is_open:
 * @self: a context
 *
 * Returns: whether there is an open diary
 */
gboolean
soleus_context_is_open (SoleusContext *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), FALSE);

  return self->diary != NULL;
}

/**
 * soleus_context_get_path:
 * @self: a context
 *
 * Returns: (transfer none): the file of the diary
 */
const char *
soleus_context_get_path (SoleusContext *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  return self->path;
}

/**
 * soleus_context_set_path:
 * @self: a context
 * @diary_path: the file to open next time
 */
void
soleus_context_set_path (SoleusContext *self,
                         const char    *diary_path)
{
  g_autofree char *copy = g_strdup (diary_path);

  g_return_if_fail (SOLEUS_IS_CONTEXT (self));

  g_clear_object (&self->reminders);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
}

/**
 * soleus_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): the clock
 */
SoleusClock *
soleus_context_get_clock (SoleusContext *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * soleus_context_get_diary:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the open diary
 */
SoleusDiary *
soleus_context_get_diary (SoleusContext *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  return self->diary;
}

/**
 * soleus_context_get_keeper:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the keeper of the open diary
 */
SoleusKeeper *
soleus_context_get_keeper (SoleusContext *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  return self->keeper;
}

/**
 * soleus_context_get_warnings:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the warnings of the open diary
 */
SoleusWarnings *
soleus_context_get_warnings (SoleusContext *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  return self->warnings;
}

/**
 * soleus_context_get_library:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the guides, with the exercises in the folder beside the diary
 */
SoleusLibrary *
soleus_context_get_library (SoleusContext *self)
{
  const SoleusGuidance *guidance;

  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  if (self->library == NULL && self->warnings != NULL && (guidance = soleus_warnings_get_guidance (self->warnings)) != NULL)
    {
      g_autofree char *folder = soleus_paths_dup_exercises (self->path);

      self->library = soleus_library_new (guidance, folder);
    }
  return self->library;
}

/**
 * soleus_context_get_reminders:
 * @self: a context
 *
 * The reminders' own program serves the person's own diary, and no other that was opened in its place. It is reached when this is
 * first called.
 *
 * Returns: (transfer none) (nullable): the line to it, %NULL for another diary
 */
SoleusReminderLink *
soleus_context_get_reminders (SoleusContext *self)
{
  g_autofree char *own = NULL;

  g_return_val_if_fail (SOLEUS_IS_CONTEXT (self), NULL);

  if (self->reminders != NULL)
    return self->reminders;
  own = soleus_paths_dup_diary ();
  if (g_str_equal (own, self->path))
    self->reminders = soleus_reminder_link_new ();
  return self->reminders;
}
