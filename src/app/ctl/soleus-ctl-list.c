/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading entries: one line a record, or all as JSON. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "exchange/soleus-archive.h"
#include "store/soleus-record-table.h"

typedef gboolean (*Show) (SoleusRecord *record, gpointer data, GError **error);

static const SoleusKindInfo *
find_list (const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "-", '_');

  return soleus_kind_find_plural (g_str_equal (plain, "cramps") ? "episodes" : plain);
}

static gboolean
has_nights (const SoleusKindInfo *kind)
{
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].common && kind->fields[i].type != SOLEUS_FIELD_TEXT)
      return TRUE;
  return FALSE;
}

static gboolean
show_kept (SoleusDiary          *diary,
           const SoleusKindInfo *kind,
           const SoleusSpan     *span,
           Show                  show,
           gpointer              data,
           GError              **error)
{
  g_autoptr (SoleusCursor) cursor = soleus_cursor_open (soleus_diary_get_database (diary), kind->kind, span, error);

  if (cursor == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autoptr (SoleusRecord) record = NULL;

      if (!soleus_cursor_next (cursor, &record, error))
        return FALSE;
      if (record == NULL)
        return TRUE;
      if (!show (record, data, error))
        return FALSE;
    }
}

/* The trash of one kind, what was deleted last first. */
static gboolean
show_deleted (SoleusDiary          *diary,
              const SoleusKindInfo *kind,
              const SoleusSpan     *span,
              Show                  show,
              gpointer              data,
              GError              **error)
{
  g_autoptr (GPtrArray) trash = soleus_diary_list_trash (diary, error);

  if (trash == NULL)
    return FALSE;
  for (guint i = 0; i < trash->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (trash, i);
      SoleusDate night = soleus_record_get_night (record);

      if (soleus_record_get_kind (record) != kind->kind || (span->from != SOLEUS_DATE_NONE && night < span->from) ||
          (span->until != SOLEUS_DATE_NONE && night > span->until))
        continue;
      if (!show (record, data, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  SoleusCtl *ctl;
  SoleusDiary *diary;
  GHashTable *names;
  SoleusJsonWriter *writer;
} Shown;

static gboolean
show_line (SoleusRecord *record,
           gpointer      data,
           GError      **error)
{
  Shown *shown = data;
  g_autofree char *line = soleus_ctl_dup_line (record, shown->diary, shown->names);

  fprintf (shown->ctl->out, "%s\n", line);
  return TRUE;
}

static gboolean
show_json (SoleusRecord *record,
           gpointer      data,
           GError      **error)
{
  Shown *shown = data;

  soleus_archive_write_record (shown->writer, record);
  return soleus_json_writer_check (shown->writer, error);
}

static gboolean
show_all (SoleusCtl            *self,
          SoleusDiary          *diary,
          const SoleusKindInfo *kind,
          const SoleusSpan     *span,
          GError              **error)
{
  gboolean (*go) (SoleusDiary *, const SoleusKindInfo *, const SoleusSpan *, Show, gpointer, GError **) = self->options[SOLEUS_CTL_DELETED] != NULL ? show_deleted : show_kept;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SoleusJsonWriter) writer = NULL;
  Shown shown = { .ctl = self, .diary = diary, .names = names };

  if (self->options[SOLEUS_CTL_JSON] == NULL)
    return go (diary, kind, span, show_line, &shown, error);

  writer = soleus_ctl_json_new (self);
  shown.writer = writer;
  soleus_json_writer_begin_array (writer);
  if (!go (diary, kind, span, show_json, &shown, error))
    return FALSE;
  soleus_json_writer_end_array (writer);
  return soleus_ctl_tell_json (self, writer) == SOLEUS_CTL_DONE;
}

/**
 * soleus_ctl_list:
 * @self: a call
 *
 * Shows the records of a kind.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_list (SoleusCtl *self)
{
  const SoleusKindInfo *kind = self->n_words == 2 ? find_list (self->words[1]) : NULL;
  SoleusSpan span = { SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, FALSE };
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == NULL)
    return soleus_ctl_refuse (self, self->n_words == 2 ? _("There is no such list.") : _("list needs the name of one list, such as episodes."));
  if (!soleus_ctl_read_date (self, SOLEUS_CTL_FROM, &span.from) || !soleus_ctl_read_date (self, SOLEUS_CTL_TO, &span.until))
    return SOLEUS_CTL_USAGE;
  if ((span.from != SOLEUS_DATE_NONE || span.until != SOLEUS_DATE_NONE) && !has_nights (kind))
    return soleus_ctl_refuse (self, _("This list has no dates. Leave out --from and --to."));

  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL || !show_all (self, diary, kind, &span, &error))
    return error != NULL ? soleus_ctl_fail (self, error) : SOLEUS_CTL_FAILED;
  return SOLEUS_CTL_DONE;
}
