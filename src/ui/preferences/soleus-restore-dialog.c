/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each backup is read in full, in a thread, before it is offered: a damaged one is shown as such and cannot be chosen.
 * Restoring asks first and saves the present diary first. */
#include "config.h"

#include "ui/preferences/soleus-restore-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "store/soleus-copies.h"
#include "ui/compat/soleus-ask.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/exchange/soleus-work.h"
#include "ui/widgets/soleus-action-row.h"

#define BUSY_MS 5000
#define DAMAGED (-1)

typedef struct
{
  SoleusContext *context;
  GtkWidget *dialog; /* borrowed: it owns this */
  GPtrArray *copies; /* of SoleusCopy */
  GPtrArray *rows;   /* borrowed SoleusActionRow, one a copy */
  GPtrArray *buttons;
  GCancellable *cancellable;
  char *chosen;
  void (*restored) (gpointer data);
  gpointer data;
  GDestroyNotify destroy;
} Restore;

typedef struct
{
  char *diary;
  char *copy;
  SoleusClock *clock;
} Job;

static void show_list (Restore *self);

static Restore *
get_restore (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "restore");
}

static void
restore_free (gpointer data)
{
  Restore *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_object_unref (self->context);
  g_ptr_array_unref (self->copies);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->buttons);
  g_object_unref (self->cancellable);
  g_free (self->chosen);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->diary);
  g_free (job->copy);
  g_object_unref (job->clock);
  g_free (job);
}

static gpointer
restore_in_thread (gpointer     data,
                   SoleusTally *tally,
                   GError     **error)
{
  const Job *job = data;
  g_autoptr (SoleusDiary) diary = soleus_diary_open (job->diary, SOLEUS_OPEN_WRITE, BUSY_MS, job->clock, error);

  if (diary == NULL || !soleus_copies_restore (diary, job->copy, error))
    return NULL;
  return g_strdup (job->copy);
}

static void
show_problem (Restore      *self,
              const GError *error)
{
  GtkWidget *page = soleus_modal_page_new (_("This backup could not be restored"));

  soleus_modal_page_add_text (page, _("The diary is as it was."));
  soleus_modal_page_add_detail (page, error->message);
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("Choose _another…"), G_CALLBACK (show_list), self), "suggested-action");
  soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), self->dialog);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = soleus_work_finish (result, &error);
  Restore *self = get_restore (dialog);

  soleus_modal_set_busy (SOLEUS_MODAL (dialog), FALSE);
  if (done == NULL)
    {
      show_problem (self, error);
      return;
    }
  soleus_keeper_forget_undo (soleus_context_get_keeper (self->context));
  soleus_diary_refresh (soleus_context_get_diary (self->context));
  self->restored (self->data);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
restore_answered_cb (const char *id,
                     gpointer    data)
{
  GtkWidget *dialog = data;
  Restore *self = get_restore (dialog);
  SoleusWork work = {
    .title = _("Restoring…"),
    .unit = SOLEUS_PROGRESS_NONE,
    .can_cancel = FALSE,
    .func = restore_in_thread,
    .free_data = job_free,
    .free_result = g_free,
  };
  Job *job;

  if (!g_str_equal (id, "restore"))
    return;
  job = g_new0 (Job, 1);
  job->diary = g_strdup (soleus_context_get_path (self->context));
  job->copy = g_strdup (self->chosen);
  job->clock = g_object_ref (soleus_context_get_clock (self->context));
  work.data = job;
  soleus_modal_set_busy (SOLEUS_MODAL (dialog), TRUE);
  soleus_work_run (GTK_WINDOW (dialog), &work, restored_cb, g_object_ref (dialog));
}

static char *
describe_time (Restore          *self,
               const SoleusCopy *copy)
{
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (self->context));
  SoleusTime made = soleus_time_at_offset (copy->made, zone);
  g_autofree char *date = soleus_words_date_with_year (soleus_time_get_date (made));
  g_autofree char *time = soleus_words_time (made);

  /* Translators: a date, then a time */
  return g_strdup_printf (_("%s, %s"), date, time);
}

static void
ask (Restore    *self,
     const char *path,
     const char *what)
{
  const SoleusAskAnswer answers[] = { { "cancel", _("_Cancel"), FALSE }, { "restore", _("_Restore"), TRUE } };
  /* Translators: the time of a backup, or its name */
  g_autofree char *question = g_strdup_printf (_("Restore the backup “%s”?"), what);

  g_free (self->chosen);
  self->chosen = g_strdup (path);
  soleus_ask (self->dialog, question, _("The diary then holds what this backup holds. What the diary holds now is saved as a backup first."),
              answers, G_N_ELEMENTS (answers), restore_answered_cb, g_object_ref (self->dialog), g_object_unref);
}

static void
restore_clicked_cb (GtkWidget *button,
                    Restore   *self)
{
  guint i;

  if (g_ptr_array_find (self->buttons, button, &i))
    {
      const SoleusCopy *copy = g_ptr_array_index (self->copies, i);
      g_autofree char *time = describe_time (self, copy);

      ask (self, copy->path, time);
    }
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (path != NULL)
    ask (get_restore (data), path, shown);
}

static void
choose_clicked_cb (Restore *self)
{
  soleus_file_picker_open (self->dialog, _("Choose a Backup"), _("Backups of the diary"), "*.sqlite3", picked_cb, g_object_ref (self->dialog), g_object_unref);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  gint64 n;

  g_task_return_int (task, soleus_copies_verify (data, &n, NULL) ? (gssize) n : DAMAGED);
}

static void count_next (Restore *self, guint i);

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GtkWidget *dialog = GTK_WIDGET (source);
  Restore *self = get_restore (dialog);
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);
  SoleusActionRow *row;

  if (error != NULL || i >= self->rows->len)
    return;
  row = g_ptr_array_index (self->rows, i);
  if (n == DAMAGED)
    soleus_action_row_set_subtitle (row, _("This backup is damaged."));
  else
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'d entry", "%'d entries", (gulong) n), (int) n);

      soleus_action_row_set_subtitle (row, text);
      gtk_widget_set_sensitive (g_ptr_array_index (self->buttons, i), TRUE);
    }
  count_next (self, i + 1);
}

/* One after the other: each reads a whole file. */
static void
count_next (Restore *self,
            guint    i)
{
  g_autoptr (GTask) task = NULL;

  if (i >= self->copies->len)
    return;
  task = g_task_new (self->dialog, self->cancellable, counted_cb, GUINT_TO_POINTER (i));
  g_task_set_source_tag (task, count_next);
  g_task_set_task_data (task, g_strdup (((SoleusCopy *) g_ptr_array_index (self->copies, i))->path), g_free);
  g_task_run_in_thread (task, count_in_thread);
}

static void
add_copy (Restore          *self,
          GtkWidget        *list,
          const SoleusCopy *copy)
{
  g_autofree char *time = describe_time (self, copy);
  /* Translators: the time of a backup */
  g_autofree char *name = g_strdup_printf (_("Restore the backup from %s"), time);
  GtkWidget *row = soleus_action_row_new (time, _("Counting…"));
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Restore…"), name);

  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked_cb), self);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (list), row);
}

static void
show_list (Restore *self)
{
  GtkWidget *page = soleus_modal_page_new (_("Restore a backup"));
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_ptr_array_unref (self->copies);
  self->copies = soleus_copies_list (soleus_context_get_path (self->context));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->buttons, 0);

  soleus_modal_page_add_text (page, self->copies->len > 0 ? _("The diary then holds what it held at that time. What it holds now is saved as a backup first.")
                                                          : _("There are no backups beside the diary yet."));
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "rows");
  gtk_widget_set_visible (list, self->copies->len > 0);
  for (guint i = 0; i < self->copies->len; i++)
    add_copy (self, list, g_ptr_array_index (self->copies, i));
  gtk_box_append (GTK_BOX (page), list);
  soleus_modal_page_add_button (page, _("Choose a _file…"), G_CALLBACK (choose_clicked_cb), self);
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
  count_next (self, 0);
}

static void
dialog_destroyed_cb (Restore *self)
{
  g_cancellable_cancel (self->cancellable);
}

/**
 * soleus_restore_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @restored: called once a backup was restored
 * @data: for @restored
 * @destroy: (nullable): frees @data
 */
void
soleus_restore_dialog_show (GtkWindow     *parent,
                            SoleusContext *context,
                            void         (*restored) (gpointer data),
                            gpointer       data,
                            GDestroyNotify destroy)
{
  Restore *self = g_new0 (Restore, 1);

  self->context = g_object_ref (context);
  self->dialog = soleus_modal_new (parent, _("Restore"));
  self->copies = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->restored = restored;
  self->data = data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (self->dialog), "restore", self, restore_free);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (dialog_destroyed_cb), self);
  show_list (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
