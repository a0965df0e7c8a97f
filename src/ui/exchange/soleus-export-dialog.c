/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what the file will be and who can read it, asks where to put it, and writes it in a thread. Cancelling leaves
 * nothing behind; a failure leaves the chosen file as it was. */
#include "config.h"

#include "ui/exchange/soleus-export-dialog.h"

#include <glib/gi18n.h>

#include "exchange/soleus-archive.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/exchange/soleus-target.h"
#include "ui/exchange/soleus-work.h"

typedef struct
{
  SoleusContext *context;
  GtkWidget *dialog; /* borrowed: it owns this */
} Export;

typedef struct
{
  char *diary;
  char *target;
} Job;

static void show_start (Export *self);

static Export *
get_export (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "export");
}

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->context);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->diary);
  g_free (job->target);
  g_free (job);
}

static gpointer
export_in_thread (gpointer     data,
                  SoleusTally *tally,
                  GError     **error)
{
  const Job *job = data;

  if (!soleus_archive_export_file (job->diary, job->target, soleus_tally_report, tally, error))
    return NULL;
  return g_strdup (job->target);
}

static void
show_problem (Export       *self,
              const GError *error)
{
  GtkWidget *page = soleus_modal_page_new (_("The diary could not be exported"));
  GtkWidget *button;

  soleus_modal_page_add_text (page, _("The diary is as it was. No file was written."));
  soleus_modal_page_add_detail (page, error->message);
  button = soleus_modal_page_add_button (page, _("_Try again…"), G_CALLBACK (show_start), self);
  gtk_widget_add_css_class (button, "suggested-action");
  soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), self->dialog);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *target = soleus_work_finish (result, &error);
  Export *self = get_export (dialog);

  soleus_modal_set_busy (SOLEUS_MODAL (dialog), FALSE);
  if (target != NULL)
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
      g_autofree char *name = g_path_get_basename (target);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *text = g_strdup_printf (_("Exported to %s."), shown);

      gtk_window_close (GTK_WINDOW (dialog));
      if (parent != NULL)
        soleus_target_toast (parent, text, target);
    }
  else if (!g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED))
    show_problem (self, error);
}

/**
 * soleus_export_dialog_save_to:
 * @dialog: what soleus_export_dialog_open() returned
 * @path: the file to write
 *
 * Goes on as after the choice of a file.
 */
void
soleus_export_dialog_save_to (GtkWidget  *dialog,
                              const char *path)
{
  Export *self = get_export (dialog);
  SoleusWork work = {
    .title = _("Exporting…"),
    .unit = SOLEUS_PROGRESS_ENTRIES,
    .can_cancel = TRUE,
    .func = export_in_thread,
    .free_data = job_free,
    .free_result = g_free,
  };
  Job *job;

  if (!soleus_target_check (dialog, self->context, path))
    return;
  job = g_new0 (Job, 1);
  job->diary = g_strdup (soleus_context_get_path (self->context));
  job->target = g_strdup (path);
  work.data = job;
  soleus_modal_set_busy (SOLEUS_MODAL (dialog), TRUE);
  soleus_work_run (GTK_WINDOW (dialog), &work, exported_cb, g_object_ref (dialog));
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  if (path != NULL && get_export (data) != NULL)
    soleus_export_dialog_save_to (data, path);
}

static void
choose_clicked_cb (Export *self)
{
  g_autofree char *date = soleus_date_to_iso (soleus_clock_get_today (soleus_context_get_clock (self->context)));
  g_autofree char *name = g_strdup_printf ("soleus-diary-%s.json", date);

  soleus_file_picker_save (self->dialog, _("Export the Diary"), name, picked_cb, g_object_ref (self->dialog), g_object_unref);
}

static void
show_start (Export *self)
{
  GtkWidget *page = soleus_modal_page_new (_("Export the diary"));
  GtkWidget *button;

  soleus_modal_page_add_text (page, _("Everything in the diary goes into one file, a Soleus archive. What is in the trash goes along."));
  soleus_modal_page_add_text (page, _("Soleus can read it back, on this computer or on another one. Other programs that read JSON can use it too."));
  gtk_widget_add_css_class (soleus_modal_page_add_text (page, _("The file is not locked. Anyone who has it can read it.")), "heading");
  button = soleus_modal_page_add_button (page, _("Choose _where to save…"), G_CALLBACK (choose_clicked_cb), self);
  gtk_widget_add_css_class (button, "suggested-action");
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
  gtk_window_set_focus (GTK_WINDOW (self->dialog), button);
}

/**
 * soleus_export_dialog_open:
 * @parent: the window that asks
 * @context: the diary
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWidget *
soleus_export_dialog_open (GtkWindow     *parent,
                           SoleusContext *context)
{
  Export *self = g_new0 (Export, 1);

  self->context = g_object_ref (context);
  self->dialog = soleus_modal_new (parent, _("Export"));
  g_object_set_data_full (G_OBJECT (self->dialog), "export", self, export_free);
  show_start (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}

/**
 * soleus_export_dialog_show:
 * @parent: the window that asks
 * @context: the diary
 */
void
soleus_export_dialog_show (GtkWindow     *parent,
                           SoleusContext *context)
{
  soleus_export_dialog_open (parent, context);
}
