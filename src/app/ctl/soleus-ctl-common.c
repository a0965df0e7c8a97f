/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How every command opens the diary, tells what it did, and ends. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/soleus-copies.h"

/* A program in a terminal may wait a little for another one. */
#define BUSY_MS 5000

/* One line, whatever the message holds. */
static void
complain (SoleusCtl  *self,
          const char *words,
          const char *more)
{
  g_autofree char *line = g_strdup_printf ("%s%s%s", words, more != NULL ? " " : "", more != NULL ? more : "");

  g_strdelimit (line, "\n\r\t", ' ');
  fprintf (self->err, "soleusctl: %s\n", line);
}

/**
 * soleus_ctl_fail_with:
 * @self: a call
 * @words: why it could not be done
 *
 * Returns: %SOLEUS_CTL_FAILED
 */
SoleusCtlExit
soleus_ctl_fail_with (SoleusCtl  *self,
                      const char *words)
{
  complain (self, words, NULL);
  return SOLEUS_CTL_FAILED;
}

/**
 * soleus_ctl_fail:
 * @self: a call
 * @error: why it could not be done
 *
 * Returns: %SOLEUS_CTL_FAILED
 */
SoleusCtlExit
soleus_ctl_fail (SoleusCtl    *self,
                 const GError *error)
{
  return soleus_ctl_fail_with (self, error->message);
}

/**
 * soleus_ctl_refuse:
 * @self: a call
 * @format: what is wrong with the words
 *
 * Returns: %SOLEUS_CTL_USAGE
 */
SoleusCtlExit
soleus_ctl_refuse (SoleusCtl  *self,
                   const char *format,
                   ...)
{
  g_autofree char *words = NULL;
  va_list values;

  va_start (values, format);
  words = g_strdup_vprintf (format, values);
  va_end (values);
  complain (self, words, _("Try: soleusctl --help"));
  return SOLEUS_CTL_USAGE;
}

/**
 * soleus_ctl_warn:
 * @self: a call
 * @error: what went wrong beside what was asked for
 */
void
soleus_ctl_warn (SoleusCtl    *self,
                 const GError *error)
{
  complain (self, _("It is saved, but the copy of the day could not be made:"), error->message);
}

/**
 * soleus_ctl_open:
 * @self: a call
 * @mode: what for
 * @error: return location
 *
 * Returns: (transfer full): the diary, or %NULL
 */
SoleusDiary *
soleus_ctl_open (SoleusCtl *self,
                 SoleusOpen mode,
                 GError   **error)
{
  return soleus_diary_open (self->path, mode, BUSY_MS, self->clock, error);
}

/**
 * soleus_ctl_copy_daily:
 * @self: a call that has written
 *
 * Makes the copy of the day, unless it is there already. That it could not is told, but what was written stays done.
 */
void
soleus_ctl_copy_daily (SoleusCtl *self)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_copies_make_daily (self->path, soleus_clock_get_today (self->clock), &error))
    soleus_ctl_warn (self, error);
}

static gboolean
write_part (const char *data,
            gsize       length,
            gpointer    user_data,
            GError    **error)
{
  SoleusCtl *self = user_data;

  if (fwrite (data, 1, length, self->out) == length)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The answer could not be written."));
  return FALSE;
}

/**
 * soleus_ctl_json_new:
 * @self: a call
 *
 * Returns: (transfer full): a writer of the answer, on one line
 */
SoleusJsonWriter *
soleus_ctl_json_new (SoleusCtl *self)
{
  return soleus_json_writer_new_for_sink (0, write_part, self);
}

/**
 * soleus_ctl_tell_json:
 * @self: a call
 * @writer: from soleus_ctl_json_new(), with everything in it
 *
 * Returns: how the command ended
 */
SoleusCtlExit
soleus_ctl_tell_json (SoleusCtl        *self,
                      SoleusJsonWriter *writer)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_json_writer_finish (writer, &error))
    return soleus_ctl_fail (self, error);
  fputc ('\n', self->out);
  return SOLEUS_CTL_DONE;
}

/**
 * soleus_ctl_tell_id:
 * @self: a call
 * @uuid: the record that was written
 *
 * Returns: how the command ended
 */
SoleusCtlExit
soleus_ctl_tell_id (SoleusCtl  *self,
                    const char *uuid)
{
  g_autoptr (SoleusJsonWriter) writer = NULL;

  if (self->options[SOLEUS_CTL_JSON] == NULL)
    {
      fprintf (self->out, "%s\n", uuid);
      return SOLEUS_CTL_DONE;
    }
  writer = soleus_ctl_json_new (self);
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "id");
  soleus_json_writer_string (writer, uuid);
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

/**
 * soleus_ctl_is_diary:
 * @self: a call
 * @path: a file that is to be written, or read as a copy
 *
 * Returns: whether it is the diary itself, under whatever name
 */
gboolean
soleus_ctl_is_diary (SoleusCtl  *self,
                     const char *path)
{
  GStatBuf diary, file;

  return g_stat (self->path, &diary) == 0 && g_stat (path, &file) == 0 && diary.st_dev == file.st_dev && diary.st_ino == file.st_ino;
}

/**
 * soleus_ctl_find_kind:
 * @name: what a person calls a kind: its name, or "cramp"
 *
 * Returns: (nullable) (transfer none): the kind
 */
const SoleusKindInfo *
soleus_ctl_find_kind (const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "-", '_');

  return soleus_kind_find (g_str_equal (plain, "cramp") ? "episode" : plain);
}

/**
 * soleus_ctl_json_word:
 * @writer: what is written
 * @key: a key
 * @word: (nullable): its text; without one, nothing is written
 */
void
soleus_ctl_json_word (SoleusJsonWriter *writer,
                      const char       *key,
                      const char       *word)
{
  if (word == NULL)
    return;
  soleus_json_writer_key (writer, key);
  soleus_json_writer_string (writer, word);
}
