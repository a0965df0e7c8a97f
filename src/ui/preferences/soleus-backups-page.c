/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups are made without asking; this page says so, and lets the person make one elsewhere or go back to one. */
#include "config.h"

#include "ui/preferences/soleus-backups-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/soleus-words.h"
#include "store/soleus-copies.h"
#include "ui/compat/soleus-ask.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/compat/soleus-show-folder.h"
#include "ui/exchange/soleus-target.h"
#include "ui/exchange/soleus-work.h"
#include "ui/preferences/soleus-question-row.h"
#include "ui/preferences/soleus-restore-dialog.h"

typedef struct
{
  SoleusContext *context;
  /* Borrowed */
  GtkWidget *page;
  SoleusQuestionRow *file;
  SoleusQuestionRow *backups;
} Page;

typedef struct
{
  char *diary;
  char *target;
} Job;

static Page *
get_page (gpointer page)
{
  return g_object_get_data (G_OBJECT (page), "backups-page");
}

static void
page_free (gpointer data)
{
  Page *self = data;

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

static void
describe_file (Page *self)
{
  const char *path = soleus_context_get_path (self->context);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = NULL, *text = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    size = g_format_size ((guint64) info.st_size);
  text = size != NULL ? g_strdup_printf ("%s\n%s", shown, size) : g_strdup (shown);
  soleus_question_row_set_why (self->file, text);
}

static void
describe_backups (Page *self)
{
  g_autoptr (GPtrArray) copies = soleus_copies_list (soleus_context_get_path (self->context));
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (self->context));
  g_autofree char *date = NULL, *time = NULL, *last = NULL, *number = NULL, *text = NULL;
  SoleusTime made;

  if (copies->len == 0)
    {
      soleus_question_row_set_why (self->backups, _("None yet. Soleus makes one on each day on which something is written."));
      return;
    }
  made = soleus_time_at_offset (((SoleusCopy *) g_ptr_array_index (copies, 0))->made, zone);
  date = soleus_words_date_with_year (soleus_time_get_date (made));
  time = soleus_words_time (made);
  /* Translators: a date, then a time */
  last = g_strdup_printf (_("The last one is from %s, %s."), date, time);
  number = g_strdup_printf (ngettext ("Soleus keeps %u backup.", "Soleus keeps %u backups.", copies->len), copies->len);
  text = g_strdup_printf ("%s %s", last, number);
  soleus_question_row_set_why (self->backups, text);
}

static void
refresh (GtkWidget *page)
{
  Page *self = get_page (page);

  describe_file (self);
  describe_backups (self);
}

static void
open_clicked_cb (Page *self)
{
  soleus_show_folder_of (self->page, soleus_context_get_path (self->context));
}

static gpointer
save_in_thread (gpointer     data,
                SoleusTally *tally,
                GError     **error)
{
  const Job *job = data;

  if (!soleus_copies_save (job->diary, job->target, soleus_tally_report, tally, error))
    return NULL;
  return g_strdup (job->target);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  const SoleusAskAnswer answers[] = { { "close", _("_Close"), FALSE } };
  g_autoptr (GtkWidget) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *target = soleus_work_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (page);

  if (!GTK_IS_WINDOW (root))
    return;
  if (target != NULL)
    {
      g_autofree char *name = g_path_get_basename (target);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *text = g_strdup_printf (_("Backed up to %s."), shown);

      soleus_target_toast (GTK_WINDOW (root), text, target);
      refresh (page);
    }
  else if (!g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED))
    soleus_ask (page, _("No backup was made"), error->message, answers, G_N_ELEMENTS (answers), NULL, NULL, NULL);
}

/**
 * soleus_backups_page_save_to:
 * @page: the page
 * @path: the file to write
 *
 * Goes on as after the choice of a file.
 */
void
soleus_backups_page_save_to (AdwPreferencesPage *page,
                             const char         *path)
{
  Page *self = get_page (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  SoleusWork work = {
    .title = _("Backing up…"),
    .unit = SOLEUS_PROGRESS_NONE,
    .can_cancel = TRUE,
    .func = save_in_thread,
    .free_data = job_free,
    .free_result = g_free,
  };
  Job *job;

  if (!GTK_IS_WINDOW (root) || !soleus_target_check (GTK_WIDGET (page), self->context, path))
    return;
  job = g_new0 (Job, 1);
  job->diary = g_strdup (soleus_context_get_path (self->context));
  job->target = g_strdup (path);
  work.data = job;
  soleus_work_run (GTK_WINDOW (root), &work, saved_cb, g_object_ref (page));
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  if (path != NULL)
    soleus_backups_page_save_to (data, path);
}

static void
back_up_clicked_cb (Page *self)
{
  g_autofree char *date = soleus_date_to_iso (soleus_clock_get_today (soleus_context_get_clock (self->context)));
  g_autofree char *name = g_strdup_printf ("soleus-diary-%s.sqlite3", date);

  soleus_file_picker_save (self->page, _("Back Up the Diary"), name, picked_cb, g_object_ref (self->page), g_object_unref);
}

static void
restored_cb (gpointer data)
{
  GtkWidget *page = data;
  GtkRoot *root = gtk_widget_get_root (page);

  refresh (page);
  if (GTK_IS_WINDOW (root))
    soleus_target_toast (GTK_WINDOW (root), _("Restored. What the diary held before is kept as a backup."), NULL);
}

static void
restore_clicked_cb (Page *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  if (GTK_IS_WINDOW (root))
    soleus_restore_dialog_show (GTK_WINDOW (root), self->context, restored_cb, g_object_ref (self->page), g_object_unref);
}

static SoleusQuestionRow *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *why)
{
  GtkWidget *row = soleus_question_row_new (title, why);

  adw_preferences_group_add (group, row);
  return SOLEUS_QUESTION_ROW (row);
}

/**
 * soleus_backups_page_new:
 * @context: an open diary
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
soleus_backups_page_new (SoleusContext *context)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *file_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *backup_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  SoleusQuestionRow *restore;
  Page *self = g_new0 (Page, 1);

  self->context = g_object_ref (context);
  self->page = GTK_WIDGET (page);
  g_object_set_data_full (G_OBJECT (page), "backups-page", self, page_free);
  adw_preferences_page_set_name (page, "diary");
  adw_preferences_page_set_title (page, _("Diary"));
  adw_preferences_page_set_icon_name (page, "soleus-diary-symbolic");

  adw_preferences_group_set_title (file_group, _("Diary"));
  adw_preferences_group_set_description (file_group, _("The diary is one file on this computer. Nothing is sent anywhere."));
  self->file = add_row (file_group, _("Diary file"), NULL);
  g_signal_connect_swapped (soleus_question_row_add_button (self->file, _("Open _folder"), _("Open the folder of the diary")),
                            "clicked", G_CALLBACK (open_clicked_cb), self);
  adw_preferences_page_add (page, file_group);

  adw_preferences_group_set_title (backup_group, _("Backups"));
  adw_preferences_group_set_description (backup_group, _("Backups are not locked. Anyone who has one can read it."));
  self->backups = add_row (backup_group, _("Backups"), NULL);
  g_signal_connect_swapped (soleus_question_row_add_button (self->backups, _("_Back up now…"), _("Back up now to a file")),
                            "clicked", G_CALLBACK (back_up_clicked_cb), self);
  restore = add_row (backup_group, _("Restore a backup"), _("The diary then holds what it held at that time."));
  g_signal_connect_swapped (soleus_question_row_add_button (restore, _("_Restore…"), _("Choose a backup to restore")),
                            "clicked", G_CALLBACK (restore_clicked_cb), self);
  adw_preferences_page_add (page, backup_group);

  refresh (GTK_WIDGET (page));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (refresh), page, G_CONNECT_SWAPPED);
  return page;
}
