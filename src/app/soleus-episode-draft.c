/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft is valid at every moment, so that it can be kept and saved as it is; what is wrong with it as a tale (it lies
 * in the future) is said in words. When and how long are in soleus-episode-draft-when.c. */
#include "config.h"

#include "app/soleus-episode-draft-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/soleus-archive.h"
#include "model/soleus-episode.h"

#define SECONDS_A_MINUTE 60

G_DEFINE_FINAL_TYPE (SoleusEpisodeDraft, soleus_episode_draft, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
soleus_episode_draft_finalize (GObject *object)
{
  SoleusEpisodeDraft *self = SOLEUS_EPISODE_DRAFT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->original);
  g_clear_object (&self->blank);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (soleus_episode_draft_parent_class)->finalize (object);
}

static void
soleus_episode_draft_class_init (SoleusEpisodeDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_episode_draft_finalize;

  /**
   * SoleusEpisodeDraft::changed:
   * @self: the draft
   *
   * An answer was given, changed or taken back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_episode_draft_init (SoleusEpisodeDraft *self)
{
}

/**
 * soleus_episode_draft_changed:
 * @self: a draft
 *
 * Tells that its form changed. The setters do so themselves; a form does for typed text that it cannot read.
 */
void
soleus_episode_draft_changed (SoleusEpisodeDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static SoleusRow *
values_of (SoleusEpisodeDraft *self)
{
  return soleus_record_get_values (self->current);
}

/**
 * soleus_episode_draft_new:
 * @clock: the clock
 * @night: the night that it belongs to, or %SOLEUS_DATE_NONE where that is still open
 *
 * Returns: (transfer full): a new cramp of which nothing is said
 */
SoleusEpisodeDraft *
soleus_episode_draft_new (SoleusClock *clock,
                          SoleusDate   night)
{
  SoleusEpisodeDraft *self = g_object_new (SOLEUS_TYPE_EPISODE_DRAFT, NULL);

  self->clock = g_object_ref (clock);
  self->current = soleus_record_new (SOLEUS_KIND_EPISODE);
  soleus_episode_draft_start_blank (self, night);
  self->blank = soleus_record_copy (self->current);
  return self;
}

/**
 * soleus_episode_draft_new_for_record:
 * @clock: the clock
 * @original: an episode of the diary
 *
 * Returns: (transfer full): a draft that says what @original says
 */
SoleusEpisodeDraft *
soleus_episode_draft_new_for_record (SoleusClock  *clock,
                                     SoleusRecord *original)
{
  SoleusEpisodeDraft *self = g_object_new (SOLEUS_TYPE_EPISODE_DRAFT, NULL);

  self->clock = g_object_ref (clock);
  self->original = g_object_ref (original);
  self->current = soleus_record_copy (original);
  soleus_episode_draft_read_when (self);
  return self;
}

/**
 * soleus_episode_draft_get_record:
 * @self: a draft
 *
 * Returns: (transfer none): what it says now, ready to be saved
 */
SoleusRecord *
soleus_episode_draft_get_record (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), NULL);

  return self->current;
}

/**
 * soleus_episode_draft_get_values:
 * @self: a draft
 *
 * Returns: (transfer none): what it says now, for reading
 */
const SoleusRow *
soleus_episode_draft_get_values (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), NULL);

  return values_of (self);
}

/**
 * soleus_episode_draft_get_original:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what the diary holds of it, or %NULL for a new cramp
 */
SoleusRecord *
soleus_episode_draft_get_original (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), NULL);

  return self->original;
}

/**
 * soleus_episode_draft_is_new:
 * @self: a draft
 *
 * Returns: whether the diary does not have this cramp
 */
gboolean
soleus_episode_draft_is_new (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), FALSE);

  return self->original == NULL;
}

/**
 * soleus_episode_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether something would be lost without saving
 */
gboolean
soleus_episode_draft_is_changed (SoleusEpisodeDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), FALSE);

  return !soleus_record_says_same (self->current, self->original != NULL ? self->original : self->blank);
}

/**
 * soleus_episode_draft_says_anything:
 * @self: a draft
 *
 * Returns: whether it says more than the night that it belongs to
 */
gboolean
soleus_episode_draft_says_anything (SoleusEpisodeDraft *self)
{
  const SoleusRow *values;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), FALSE);

  values = values_of (self);
  for (guint i = 0; i < values->n_fields; i++)
    if (values->values[i].set && !g_str_equal (values->fields[i].name, "precision") && !g_str_equal (values->fields[i].name, "night"))
      return TRUE;
  return FALSE;
}

/**
 * soleus_episode_draft_dup_problem:
 * @self: a draft
 *
 * Returns: (transfer full) (nullable): why it cannot be saved yet, or %NULL if it can
 */
char *
soleus_episode_draft_dup_problem (SoleusEpisodeDraft *self)
{
  SoleusTime now, start, end;
  gint64 latest;
  gboolean future;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), NULL);

  now = soleus_clock_get_now (self->clock);
  latest = now.utc + SECONDS_A_MINUTE;
  if (soleus_row_get_time (values_of (self), "start", &start))
    {
      gint64 seconds = soleus_row_get_number (values_of (self), "seconds", 0);

      if (soleus_row_get_time (values_of (self), "end", &end))
        seconds = MAX (seconds, end.utc - start.utc);
      if (soleus_episode_draft_get_about (self))
        seconds = 0; /* it may have begun earlier */
      future = start.utc + seconds >= latest;
    }
  else
    future = soleus_record_get_night (self->current) > soleus_time_get_night (now);
  return future ? g_strdup (_("This is in the future.")) : NULL;
}

/**
 * soleus_episode_draft_set_word:
 * @self: a draft
 * @field: a word field of an episode
 * @word: (nullable): the answer, or %NULL for none
 */
void
soleus_episode_draft_set_word (SoleusEpisodeDraft *self,
                               const char         *field,
                               const char         *word)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (g_strcmp0 (soleus_row_get_text (values_of (self), field), word) == 0)
    return;
  soleus_row_set_text (values_of (self), field, word);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_number:
 * @self: a draft
 * @field: a number field of an episode
 * @number: the answer, or %SOLEUS_DRAFT_NONE for none
 */
void
soleus_episode_draft_set_number (SoleusEpisodeDraft *self,
                                 const char         *field,
                                 gint64              number)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (soleus_row_get_number (values_of (self), field, SOLEUS_DRAFT_NONE) == number)
    return;
  if (number == SOLEUS_DRAFT_NONE)
    soleus_row_clear (values_of (self), field);
  else
    soleus_row_set_number (values_of (self), field, number);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_answer:
 * @self: a draft
 * @field: a yes-or-no field of an episode
 * @answer: the answer
 */
void
soleus_episode_draft_set_answer (SoleusEpisodeDraft *self,
                                 const char         *field,
                                 SoleusAnswer        answer)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (soleus_row_get_answer (values_of (self), field) == answer)
    return;
  soleus_row_set_answer (values_of (self), field, answer);
  soleus_episode_draft_changed (self);
}

/* What a diary can hold: line feeds and tabs, no other control characters, and not more than its limit. */
static char *
clean_note (const char *note)
{
  GString *clean = g_string_new (NULL);
  glong length = 0;

  for (const char *p = note; *p != '\0' && length < SOLEUS_DRAFT_NOTE_LENGTH; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
        continue;
      g_string_append_len (clean, p, g_utf8_next_char (p) - p);
      length++;
    }
  return g_string_free (clean, FALSE);
}

/**
 * soleus_episode_draft_set_note:
 * @self: a draft
 * @note: (nullable): what the person wrote; blank counts as nothing
 */
void
soleus_episode_draft_set_note (SoleusEpisodeDraft *self,
                               const char         *note)
{
  g_autofree char *clean = clean_note (note != NULL ? note : "");
  gboolean blank = strspn (clean, " \t\n") == strlen (clean);

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  if (g_strcmp0 (soleus_row_get_text (values_of (self), "note"), blank ? NULL : clean) == 0)
    return;
  soleus_row_set_text (values_of (self), "note", blank ? NULL : clean);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_site:
 * @self: a draft
 * @muscle: a word of #soleus_muscles
 * @side: (nullable): a word of #soleus_sides
 * @chosen: whether it was there
 */
void
soleus_episode_draft_set_site (SoleusEpisodeDraft *self,
                               const char         *muscle,
                               const char         *side,
                               gboolean            chosen)
{
  SoleusRow *site;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  for (guint i = 0; i < soleus_row_get_n_rows (values_of (self), "sites"); i++)
    {
      site = soleus_row_get_row (values_of (self), "sites", i);
      if (g_strcmp0 (soleus_row_get_text (site, "muscle"), muscle) == 0 && g_strcmp0 (soleus_row_get_text (site, "side"), side) == 0)
        {
          if (!chosen)
            {
              soleus_row_remove_row (values_of (self), "sites", i);
              soleus_episode_draft_changed (self);
            }
          return;
        }
    }
  if (!chosen)
    return;
  site = soleus_row_add_row (values_of (self), "sites");
  soleus_row_set_text (site, "muscle", muscle);
  soleus_row_set_text (site, "side", side);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_add_tried:
 * @self: a draft
 * @action: a word of #soleus_actions
 *
 * Adds a row to what was tried; whether it helped is still open.
 */
void
soleus_episode_draft_add_tried (SoleusEpisodeDraft *self,
                                const char         *action)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  soleus_row_set_text (soleus_row_add_row (values_of (self), "tried"), "action", action);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_helped:
 * @self: a draft
 * @row: which of the things tried
 * @helped: (nullable): a word of #soleus_helps, or %NULL for no answer
 */
void
soleus_episode_draft_set_helped (SoleusEpisodeDraft *self,
                                 guint               row,
                                 const char         *helped)
{
  SoleusRow *tried;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));
  g_return_if_fail (row < soleus_row_get_n_rows (values_of (self), "tried"));

  tried = soleus_row_get_row (values_of (self), "tried", row);
  if (g_strcmp0 (soleus_row_get_text (tried, "helped"), helped) == 0)
    return;
  soleus_row_set_text (tried, "helped", helped);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_remove_tried:
 * @self: a draft
 * @row: which of the things tried
 */
void
soleus_episode_draft_remove_tried (SoleusEpisodeDraft *self,
                                   guint               row)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));
  g_return_if_fail (row < soleus_row_get_n_rows (values_of (self), "tried"));

  soleus_row_remove_row (values_of (self), "tried", row);
  soleus_episode_draft_changed (self);
}

static void
swap_values (SoleusRow *a,
             SoleusRow *b,
             guint      i)
{
  SoleusValue kept = a->values[i];

  a->values[i] = b->values[i];
  b->values[i] = kept;
}

/**
 * soleus_episode_draft_copy_answers:
 * @self: a draft
 * @from: another one
 *
 * Takes over what the other one says, except when it was and how long it took: two cramps are not at one time.
 */
void
soleus_episode_draft_copy_answers (SoleusEpisodeDraft *self,
                                   SoleusEpisodeDraft *from)
{
  static const char *const own[] = { "start", "precision", "start_span_min", "night", "end", "seconds", "open", NULL };
  g_autoptr (SoleusRow) copy = NULL;

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (from));

  copy = soleus_row_copy (values_of (from));
  for (guint i = 0; i < copy->n_fields; i++)
    if (!g_strv_contains (own, copy->fields[i].name))
      swap_values (values_of (self), copy, i);
  soleus_episode_draft_changed (self);
}

/**
 * soleus_episode_draft_set_original:
 * @self: a draft that was read
 * @original: (nullable): what the diary holds of it now, or %NULL if it is gone
 *
 * Says what the draft is compared with. A cramp that was deleted since becomes a new one.
 */
void
soleus_episode_draft_set_original (SoleusEpisodeDraft *self,
                                   SoleusRecord       *original)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  g_set_object (&self->original, original);
  if (original == NULL && self->blank == NULL)
    {
      g_autoptr (SoleusRow) copy = soleus_row_copy (values_of (self));

      g_clear_object (&self->current);
      self->current = soleus_record_new (SOLEUS_KIND_EPISODE);
      for (guint i = 0; i < copy->n_fields; i++)
        swap_values (values_of (self), copy, i);
      self->blank = soleus_record_new (SOLEUS_KIND_EPISODE);
    }
}

/**
 * soleus_episode_draft_write:
 * @self: a draft
 * @writer: where to
 *
 * Writes it as one JSON object.
 */
void
soleus_episode_draft_write (SoleusEpisodeDraft *self,
                            SoleusJsonWriter   *writer)
{
  g_autoptr (SoleusRecord) record = NULL;
  SoleusLife life = { 0 };

  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (self));

  record = soleus_record_copy (self->current);
  life.created = life.modified = soleus_clock_get_now (self->clock).utc;
  life.revision = 1;
  soleus_record_set_life (record, life);

  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "new");
  soleus_json_writer_bool (writer, self->original == NULL);
  soleus_json_writer_key (writer, "episode");
  soleus_archive_write_record (writer, record);
  soleus_json_writer_end_object (writer);
}

/**
 * soleus_episode_draft_read:
 * @reader: where from
 * @clock: the clock
 * @error: return location
 *
 * Reads what soleus_episode_draft_write() wrote. Until soleus_episode_draft_set_original() was called it counts as
 * new if it was new then.
 *
 * Returns: (transfer full) (nullable): the draft
 */
SoleusEpisodeDraft *
soleus_episode_draft_read (SoleusJsonReader *reader,
                           SoleusClock      *clock,
                           GError          **error)
{
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (SoleusEpisodeDraft) self = NULL;
  gboolean is_new = FALSE;
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return NULL;
  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "new"))
        soleus_json_reader_read_bool (reader, &is_new, error);
      else if (g_str_equal (key, "episode"))
        record = soleus_archive_read_record (reader, SOLEUS_KIND_EPISODE, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }
  if (!soleus_json_reader_check (reader, error))
    return NULL;
  if (record == NULL)
    {
      soleus_json_reader_fail_missing_key (reader, "episode", error);
      return NULL;
    }

  self = soleus_episode_draft_new_for_record (clock, record);
  soleus_record_set_life (self->current, (SoleusLife) { 0 });
  if (is_new)
    {
      g_clear_object (&self->original);
      self->blank = soleus_record_new (SOLEUS_KIND_EPISODE);
    }
  return g_steal_pointer (&self);
}

/**
 * soleus_episode_draft_to_content:
 * @self: a draft
 *
 * Returns: (transfer full) (nullable): it as the diary keeps it for later
 */
char *
soleus_episode_draft_to_content (SoleusEpisodeDraft *self)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (0);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_DRAFT (self), NULL);

  soleus_episode_draft_write (self, writer);
  bytes = soleus_json_writer_finish_bytes (writer, NULL);
  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/**
 * soleus_episode_draft_from_content:
 * @content: what soleus_episode_draft_to_content() gave
 * @clock: the clock
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL where it cannot be read
 */
SoleusEpisodeDraft *
soleus_episode_draft_from_content (const char  *content,
                                   SoleusClock *clock)
{
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (content, strlen (content), NULL);
  g_autoptr (SoleusEpisodeDraft) self = soleus_episode_draft_read (reader, clock, NULL);

  if (self == NULL || !soleus_json_reader_finish (reader, NULL))
    return NULL;
  return g_steal_pointer (&self);
}
