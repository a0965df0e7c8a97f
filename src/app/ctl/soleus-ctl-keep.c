/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the diary: backup, restore, check; and the sample. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "exchange/soleus-sample.h"
#include "store/soleus-copies.h"

/* Tells how many entries there are now, and where a damaged diary was put. */
static SoleusCtlExit
tell_entries (SoleusCtl  *self,
              const char *words,
              gint64      n_entries,
              const char *kept)
{
  g_autofree char *shown = kept != NULL ? g_filename_display_name (kept) : NULL;
  g_autoptr (SoleusJsonWriter) writer = NULL;

  if (self->options[SOLEUS_CTL_JSON] == NULL)
    {
      fprintf (self->out, "%s\n", words);
      if (shown != NULL)
        fprintf (self->out, _("The file that was there is kept as %s\n"), shown);
      return SOLEUS_CTL_DONE;
    }
  writer = soleus_ctl_json_new (self);
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "entries");
  soleus_json_writer_int (writer, n_entries);
  if (shown != NULL)
    {
      soleus_json_writer_key (writer, "kept");
      soleus_json_writer_string (writer, shown);
    }
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

/**
 * soleus_ctl_backup:
 * @self: a call
 *
 * Saves a checked copy.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_backup (SoleusCtl *self)
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("backup needs one file."));
  if (soleus_ctl_is_diary (self, self->words[1]))
    return soleus_ctl_fail_with (self, _("This file is the diary itself. Choose another one."));
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL || !soleus_copies_save (self->path, self->words[1], NULL, NULL, &error))
    return soleus_ctl_fail (self, error);
  return SOLEUS_CTL_DONE;
}

/* What is at the path of the diary and cannot be read as one: it is put aside, never written over. */
static gboolean
is_beyond_reading (const GError *error)
{
  return g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED) || g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_OURS);
}

static gboolean
restore (SoleusCtl  *self,
         const char *copy,
         char      **kept,
         GError    **error)
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) cause = NULL;

  diary = soleus_ctl_open (self, SOLEUS_OPEN_CREATE, &cause);
  if (diary != NULL && soleus_copies_restore (diary, copy, &cause))
    return TRUE;
  g_clear_object (&diary);

  if (is_beyond_reading (cause) && g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    return soleus_copies_replace_damaged (self->path, copy, self->clock, kept, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * soleus_ctl_restore:
 * @self: a call
 *
 * Puts a copy in the place of the diary.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_restore (SoleusCtl *self)
{
  g_autofree char *kept = NULL, *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_entries = 0;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("restore needs one file."));
  if (soleus_ctl_is_diary (self, self->words[1]))
    return soleus_ctl_fail_with (self, _("This file is the diary itself. Choose another one."));
  if (!soleus_copies_verify (self->words[1], &n_entries, &error))
    {
      g_prefix_error (&error, "%s", _("The copy cannot be used. "));
      return soleus_ctl_fail (self, error);
    }
  if (!restore (self, self->words[1], &kept, &error))
    return soleus_ctl_fail (self, error);
  words = g_strdup_printf (_("Restored. Entries: %d."), (int) n_entries);
  return tell_entries (self, words, n_entries, kept);
}

/**
 * soleus_ctl_check:
 * @self: a call
 *
 * Reads everything.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_check (SoleusCtl *self)
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_entries = 0;

  if (self->n_words != 1)
    return soleus_ctl_refuse (self, _("check takes no words."));
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL || !soleus_copies_verify (self->path, &n_entries, &error) || !soleus_diary_check (diary, &error))
    return soleus_ctl_fail (self, error);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The diary is sound: %d entry.", "The diary is sound: %d entries.", (gulong) n_entries), (int) n_entries);
  return tell_entries (self, words, n_entries, NULL);
}

/**
 * soleus_ctl_sample:
 * @self: a call
 *
 * Fills an empty diary.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_sample (SoleusCtl *self)
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  guint32 years = 1, seed = 1;
  gint64 n_entries = 0;

  if (self->n_words != 1)
    return soleus_ctl_refuse (self, _("sample takes no words."));
  if (!soleus_ctl_read_number (self, SOLEUS_CTL_YEARS, 1, 60, &years) || !soleus_ctl_read_number (self, SOLEUS_CTL_SEED, 0, G_MAXUINT32, &seed))
    return SOLEUS_CTL_USAGE;
  diary = soleus_ctl_open (self, SOLEUS_OPEN_CREATE, &error);
  if (diary == NULL || !soleus_sample_fill (diary, (int) years, seed, &error) || !soleus_copies_verify (self->path, &n_entries, &error))
    return soleus_ctl_fail (self, error);
  soleus_ctl_copy_daily (self);
  words = g_strdup_printf (_("The sample is written. Entries: %d."), (int) n_entries);
  return tell_entries (self, words, n_entries, NULL);
}
