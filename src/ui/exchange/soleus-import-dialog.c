/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choose, look, decide, read: nothing is written before the person has seen what it would be. Both the looking and the
 * writing go through a connection of their own in a thread, so that the window stays alive with a large file. */
#include "config.h"

#include "ui/exchange/soleus-import-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "exchange/soleus-archive.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/compat/soleus-show-folder.h"
#include "ui/exchange/soleus-import-table.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/exchange/soleus-work.h"
#include "ui/widgets/soleus-choice.h"

#define BUSY_MS 5000

static const struct
{
  SoleusChoiceOption option;
  SoleusImportPolicy policy;
} policies[] = {
  { { "later", N_("Later change"), NULL }, SOLEUS_IMPORT_LATER },
  { { "keep", N_("Keep mine"), NULL }, SOLEUS_IMPORT_KEEP },
  { { "take", N_("Take the file’s"), NULL }, SOLEUS_IMPORT_TAKE },
};

typedef struct
{
  SoleusContext *context;
  GtkWidget *dialog;    /* borrowed: it owns this */
  SoleusChoice *choice; /* borrowed; on the page with the preview, or NULL */
  char *path;
  char *backup;
} Import;

typedef struct
{
  char *diary;
  char *file;
  SoleusClock *clock;
  SoleusImportPolicy policy;
  gboolean dry_run;
} Job;

static void choose_clicked_cb (Import *self);

static Import *
get_import (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "import");
}

static void
import_free (gpointer data)
{
  Import *self = data;

  g_object_unref (self->context);
  g_free (self->path);
  g_free (self->backup);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->diary);
  g_free (job->file);
  g_object_unref (job->clock);
  g_free (job);
}

static gpointer
import_in_thread (gpointer     data,
                  SoleusTally *tally,
                  GError     **error)
{
  const Job *job = data;
  g_autoptr (SoleusDiary) diary = soleus_diary_open (job->diary, job->dry_run ? SOLEUS_OPEN_READ : SOLEUS_OPEN_WRITE, BUSY_MS, job->clock, error);

  if (diary == NULL)
    return NULL;
  return soleus_import_run (diary, job->file, job->policy, job->dry_run, soleus_tally_report, tally, error);
}

static void
run (Import             *self,
     const char         *title,
     SoleusImportPolicy  policy,
     gboolean            dry_run,
     GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);
  const SoleusWork work = {
    .title = title,
    .unit = SOLEUS_PROGRESS_BYTES,
    .can_cancel = TRUE,
    .func = import_in_thread,
    .data = job,
    .free_data = job_free,
    .free_result = (GDestroyNotify) soleus_import_result_free,
  };

  job->diary = g_strdup (soleus_context_get_path (self->context));
  job->file = g_strdup (self->path);
  job->clock = g_object_ref (soleus_context_get_clock (self->context));
  job->policy = policy;
  job->dry_run = dry_run;
  soleus_modal_set_busy (SOLEUS_MODAL (self->dialog), TRUE);
  soleus_work_run (GTK_WINDOW (self->dialog), &work, callback, g_object_ref (self->dialog));
}

static void
set_page (Import    *self,
          GtkWidget *page)
{
  self->choice = NULL;
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
}

static void
show_problem (Import       *self,
              const GError *error)
{
  gboolean is_file = error->domain == SOLEUS_JSON_ERROR || error->domain == G_FILE_ERROR;
  GtkWidget *page = soleus_modal_page_new (is_file ? _("This file could not be read") : _("The file could not be imported"));
  GtkWidget *button;

  soleus_modal_page_add_text (page, _("Nothing was changed."));
  soleus_modal_page_add_detail (page, error->message);
  button = soleus_modal_page_add_button (page, _("Choose _another file…"), G_CALLBACK (choose_clicked_cb), self);
  gtk_widget_add_css_class (button, "suggested-action");
  soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), self->dialog);
  set_page (self, page);
}

static void
show_folder_clicked_cb (Import *self)
{
  soleus_show_folder_of (self->dialog, self->backup);
}

static void
show_result (Import                   *self,
             const SoleusImportResult *result)
{
  guint n = result->all.added + result->all.replaced;
  g_autofree char *text = g_strdup_printf (ngettext ("Imported %'u entry.", "Imported %'u entries.", n), n);
  GtkWidget *page = soleus_modal_page_new (text);

  if (result->backup != NULL)
    {
      g_autofree char *name = g_path_get_basename (result->backup);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *backup = g_strdup_printf (_("A backup was made first: %s."), shown);

      self->backup = g_strdup (result->backup);
      soleus_modal_page_add_text (page, backup);
      soleus_modal_page_add_button (page, _("Show in _folder"), G_CALLBACK (show_folder_clicked_cb), self);
    }
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), self->dialog), "suggested-action");
  set_page (self, page);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusImportResult) result = soleus_work_finish (async_result, &error);
  Import *self = get_import (dialog);

  soleus_modal_set_busy (SOLEUS_MODAL (dialog), FALSE);
  if (result != NULL)
    {
      soleus_keeper_forget_undo (soleus_context_get_keeper (self->context));
      soleus_diary_refresh (soleus_context_get_diary (self->context));
      show_result (self, result);
    }
  else if (!g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED))
    show_problem (self, error);
}

static void
import_clicked_cb (Import *self)
{
  SoleusImportPolicy policy = SOLEUS_IMPORT_LATER;

  for (guint i = 0; self->choice != NULL && i < G_N_ELEMENTS (policies); i++)
    if (soleus_choice_is_selected (self->choice, policies[i].option.id))
      policy = policies[i].policy;
  run (self, _("Importing…"), policy, FALSE, imported_cb);
}

static char *
describe_origin (Import                   *self,
                 const SoleusImportResult *result)
{
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (self->context));
  g_autofree char *date = result->newest != 0 ? soleus_words_date_with_year (soleus_time_get_date (soleus_time_at_offset (result->newest, zone))) : NULL;

  if (result->program != NULL && date != NULL)
    /* Translators: a version, then a date: "From Soleus 1.2, newest change 1 March 2026." */
    return g_strdup_printf (_("From Soleus %s, newest change %s."), result->program, date);
  if (date != NULL)
    return g_strdup_printf (_("Newest change %s."), date);
  return NULL;
}

static SoleusChoice *
add_choice (GtkWidget *page)
{
  GtkWidget *question = soleus_modal_page_add_text (page, _("Some entries were changed on both sides. Which ones should stay?"));
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", gtk_label_get_label (GTK_LABEL (question)), "keeps-one", TRUE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    soleus_choice_add_options (SOLEUS_CHOICE (choice), &policies[i].option, 1);
  soleus_choice_set_selected (SOLEUS_CHOICE (choice), policies[0].option.id);
  gtk_widget_add_css_class (question, "heading");
  gtk_box_append (GTK_BOX (page), choice);
  return SOLEUS_CHOICE (choice);
}

static void
show_preview (Import                   *self,
              const SoleusImportResult *result)
{
  GtkWidget *page = soleus_modal_page_new (_("What the file holds"));
  g_autofree char *origin = describe_origin (self, result);
  guint n_different = result->all.replaced + result->all.kept;
  gboolean has_news = result->all.added + n_different > 0;
  SoleusChoice *choice = NULL;
  GtkWidget *button;

  if (origin != NULL)
    soleus_modal_page_add_text (page, origin);
  soleus_modal_page_add_text (page, has_news                  ? _("Nothing is written yet. A backup of the diary is made first.")
                                    : result->all.in_file > 0 ? _("Everything in this file is already in the diary.")
                                                              : _("There are no entries in this file."));
  if (n_different > 0)
    choice = add_choice (page);
  if (result->all.in_file > 0)
    gtk_box_append (GTK_BOX (page), soleus_import_table_new (result));
  if (has_news)
    button = soleus_modal_page_add_button (page, _("_Import"), G_CALLBACK (import_clicked_cb), self);
  else
    button = soleus_modal_page_add_button (page, _("Choose _another file…"), G_CALLBACK (choose_clicked_cb), self);
  gtk_widget_add_css_class (button, "suggested-action");
  soleus_modal_page_add_button (page, has_news ? _("_Cancel") : _("_Close"), G_CALLBACK (gtk_window_close), self->dialog);
  set_page (self, page);
  self->choice = choice;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *async_result,
           gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusImportResult) result = soleus_work_finish (async_result, &error);
  Import *self = get_import (dialog);

  soleus_modal_set_busy (SOLEUS_MODAL (dialog), FALSE);
  if (result != NULL)
    show_preview (self, result);
  else if (!g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED))
    show_problem (self, error);
}

/**
 * soleus_import_dialog_read:
 * @dialog: what soleus_import_dialog_open() returned
 * @path: an archive
 *
 * Goes on as after the choice of a file: looks what it holds.
 */
void
soleus_import_dialog_read (GtkWidget  *dialog,
                           const char *path)
{
  Import *self = get_import (dialog);
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  run (self, _("Reading…"), SOLEUS_IMPORT_LATER, TRUE, looked_cb);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  if (path != NULL)
    soleus_import_dialog_read (data, path);
}

static void
choose_clicked_cb (Import *self)
{
  soleus_file_picker_open (self->dialog, _("Import into the Diary"), _("Soleus archives"), "*.json", picked_cb, g_object_ref (self->dialog), g_object_unref);
}

static void
show_start (Import *self)
{
  GtkWidget *page = soleus_modal_page_new (_("Import into the diary"));
  GtkWidget *button;

  soleus_modal_page_add_text (page, _("Soleus reads an archive that was exported from Soleus, and adds what the diary does not have."));
  soleus_modal_page_add_text (page, _("You see what it holds before anything is written. A backup is made first."));
  button = soleus_modal_page_add_button (page, _("Choose a _file…"), G_CALLBACK (choose_clicked_cb), self);
  gtk_widget_add_css_class (button, "suggested-action");
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  set_page (self, page);
  gtk_window_set_focus (GTK_WINDOW (self->dialog), button);
}

/**
 * soleus_import_dialog_open:
 * @parent: the window that asks
 * @context: the diary
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWidget *
soleus_import_dialog_open (GtkWindow     *parent,
                           SoleusContext *context)
{
  Import *self = g_new0 (Import, 1);

  self->context = g_object_ref (context);
  self->dialog = soleus_modal_new (parent, _("Import"));
  g_object_set_data_full (G_OBJECT (self->dialog), "import", self, import_free);
  show_start (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}

/**
 * soleus_import_dialog_show:
 * @parent: the window that asks
 * @context: the diary
 */
void
soleus_import_dialog_show (GtkWindow     *parent,
                           SoleusContext *context)
{
  soleus_import_dialog_open (parent, context);
}
