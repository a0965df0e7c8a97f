/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of cramps stays with the night; nothing is made up for those that nobody described. "The same for all" is
 * one description, not as many equal ones. Cramps that the diary has already are described further, never doubled, and
 * never dropped: there cannot be fewer than those. */
#include "config.h"

#include "app/soleus-night-draft.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-night-answer.h"
#include "app/soleus-words.h"
#include "exchange/soleus-archive.h"
#include "model/soleus-episode.h"

struct _SoleusNightDraft
{
  GObject parent_instance;

  SoleusClock *clock;
  SoleusDate night;
  SoleusRecord *original;
  SoleusRecord *current;
  GPtrArray *episodes; /* of SoleusEpisodeDraft; those of the diary first */
  guint n_kept;
  gboolean each;
};

G_DEFINE_FINAL_TYPE (SoleusNightDraft, soleus_night_draft, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
soleus_night_draft_finalize (GObject *object)
{
  SoleusNightDraft *self = SOLEUS_NIGHT_DRAFT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->original);
  g_clear_object (&self->current);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_night_draft_parent_class)->finalize (object);
}

static void
soleus_night_draft_class_init (SoleusNightDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_night_draft_finalize;

  /**
   * SoleusNightDraft::changed:
   * @self: the draft
   *
   * An answer about the night or about one of its cramps was given, changed or taken back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_night_draft_init (SoleusNightDraft *self)
{
  self->episodes = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
report_change (SoleusNightDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static SoleusRow *
values_of (SoleusNightDraft *self)
{
  return soleus_record_get_values (self->current);
}

static void
take_episode (SoleusNightDraft   *self,
              SoleusEpisodeDraft *episode)
{
  g_signal_connect_object (episode, "changed", G_CALLBACK (report_change), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->episodes, episode);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  SoleusTime first = { G_MAXINT64, 0 }, second = { G_MAXINT64, 0 };

  soleus_record_get_when (*(SoleusRecord *const *) a, &first);
  soleus_record_get_when (*(SoleusRecord *const *) b, &second);
  return (first.utc > second.utc) - (first.utc < second.utc);
}

/**
 * soleus_night_draft_new:
 * @diary: a diary
 * @night: the date of its morning
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the diary holds of that night and its cramps, free to be changed
 */
SoleusNightDraft *
soleus_night_draft_new (SoleusDiary *diary,
                        SoleusDate   night,
                        GError     **error)
{
  g_autoptr (SoleusNightDraft) self = g_object_new (SOLEUS_TYPE_NIGHT_DRAFT, NULL);
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (SOLEUS_IS_DIARY (diary), NULL);

  self->clock = g_object_ref (soleus_diary_get_clock (diary));
  self->night = night;
  self->original = soleus_diary_get_night_record (diary, night, error);
  if (self->original == NULL)
    return NULL;
  self->current = soleus_record_copy (self->original);

  records = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night, night, error);
  if (records == NULL)
    return NULL;
  g_ptr_array_sort (records, compare_starts);
  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (records, i);

      if (soleus_episode_is_night_time (soleus_record_get_values (record)))
        take_episode (self, soleus_episode_draft_new_for_record (self->clock, record));
    }
  self->n_kept = self->episodes->len;
  self->each = self->n_kept > 1;
  return g_steal_pointer (&self);
}

/**
 * soleus_night_draft_get_night:
 * @self: a draft
 *
 * Returns: the date of its morning
 */
SoleusDate
soleus_night_draft_get_night (SoleusNightDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), SOLEUS_DATE_NONE);

  return self->night;
}

/**
 * soleus_night_draft_get_count:
 * @self: a draft
 *
 * Returns: how many cramps there were: what was said, or as many as the diary has; %SOLEUS_DRAFT_NONE where neither
 *   tells
 */
int
soleus_night_draft_get_count (SoleusNightDraft *self)
{
  int count;

  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), SOLEUS_DRAFT_NONE);

  count = (int) soleus_row_get_number (values_of (self), "count", SOLEUS_DRAFT_NONE);
  return self->n_kept > 0 ? MAX (count, (int) self->n_kept) : count;
}

/**
 * soleus_night_draft_set_count:
 * @self: a draft
 * @count: how many cramps there were, or %SOLEUS_DRAFT_NONE where that is not known
 */
void
soleus_night_draft_set_count (SoleusNightDraft *self,
                              int               count)
{
  g_return_if_fail (SOLEUS_IS_NIGHT_DRAFT (self));

  if (count >= 0)
    count = CLAMP (count, 1, SOLEUS_NIGHT_DRAFT_MOST);
  if (count == soleus_row_get_number (values_of (self), "count", SOLEUS_DRAFT_NONE))
    return;
  if (count < 0)
    soleus_row_clear (values_of (self), "count");
  else
    soleus_row_set_number (values_of (self), "count", count);
  report_change (self);
}

/**
 * soleus_night_draft_get_wakings:
 * @self: a draft
 *
 * Returns: how often cramps woke the person, or %SOLEUS_DRAFT_NONE
 */
int
soleus_night_draft_get_wakings (SoleusNightDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), SOLEUS_DRAFT_NONE);

  return (int) soleus_row_get_number (values_of (self), "wakings_by_cramp", SOLEUS_DRAFT_NONE);
}

/**
 * soleus_night_draft_set_wakings:
 * @self: a draft
 * @wakings: how often cramps woke the person, or %SOLEUS_DRAFT_NONE
 */
void
soleus_night_draft_set_wakings (SoleusNightDraft *self,
                                int               wakings)
{
  g_return_if_fail (SOLEUS_IS_NIGHT_DRAFT (self));

  if (wakings == soleus_night_draft_get_wakings (self))
    return;
  if (wakings < 0)
    soleus_row_clear (values_of (self), "wakings_by_cramp");
  else
    soleus_row_set_number (values_of (self), "wakings_by_cramp", MIN (wakings, SOLEUS_NIGHT_DRAFT_MOST));
  report_change (self);
}

/**
 * soleus_night_draft_get_n_kept:
 * @self: a draft
 *
 * Returns: how many cramps of that night the diary has
 */
guint
soleus_night_draft_get_n_kept (SoleusNightDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), 0);

  return self->n_kept;
}

/**
 * soleus_night_draft_get_each:
 * @self: a draft
 *
 * Returns: whether each cramp is described by itself
 */
gboolean
soleus_night_draft_get_each (SoleusNightDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), FALSE);

  return self->each && soleus_night_draft_get_count (self) > 1;
}

/**
 * soleus_night_draft_set_each:
 * @self: a draft
 * @each: whether each cramp is described by itself; always so where the diary has several
 */
void
soleus_night_draft_set_each (SoleusNightDraft *self,
                             gboolean          each)
{
  g_return_if_fail (SOLEUS_IS_NIGHT_DRAFT (self));

  each = each || self->n_kept > 1;
  if (self->each == each)
    return;
  self->each = each;
  report_change (self);
}

/**
 * soleus_night_draft_get_n_described:
 * @self: a draft
 *
 * Returns: how many descriptions there are to fill in
 */
guint
soleus_night_draft_get_n_described (SoleusNightDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), 0);

  return soleus_night_draft_get_each (self) ? (guint) soleus_night_draft_get_count (self) : 1;
}

/**
 * soleus_night_draft_get_episode:
 * @self: a draft
 * @which: a description
 *
 * Returns: (transfer none): it, as far as it was filled in
 */
SoleusEpisodeDraft *
soleus_night_draft_get_episode (SoleusNightDraft *self,
                                guint             which)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), NULL);
  g_return_val_if_fail (which < SOLEUS_NIGHT_DRAFT_MOST, NULL);

  while (self->episodes->len <= which)
    take_episode (self, soleus_episode_draft_new (self->clock, self->night));
  return g_ptr_array_index (self->episodes, which);
}

/* The descriptions that will be saved: those to fill in which say something. */
static gboolean
is_told (SoleusNightDraft *self,
         guint             which)
{
  SoleusEpisodeDraft *episode = g_ptr_array_index (self->episodes, which);

  if (!soleus_episode_draft_is_new (episode))
    return TRUE;
  return which < soleus_night_draft_get_n_described (self) && soleus_episode_draft_says_anything (episode);
}

/**
 * soleus_night_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether something would be lost without saving
 */
gboolean
soleus_night_draft_is_changed (SoleusNightDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), FALSE);

  if (!soleus_record_says_same (self->original, self->current))
    return TRUE;
  for (guint i = 0; i < self->episodes->len; i++)
    if (is_told (self, i) && soleus_episode_draft_is_changed (g_ptr_array_index (self->episodes, i)))
      return TRUE;
  return FALSE;
}

/**
 * soleus_night_draft_dup_problem:
 * @self: a draft
 *
 * Returns: (transfer full) (nullable): why it cannot be saved yet, or %NULL if it can
 */
char *
soleus_night_draft_dup_problem (SoleusNightDraft *self)
{
  char *problem = NULL;

  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), NULL);

  for (guint i = 0; i < self->episodes->len && problem == NULL; i++)
    if (is_told (self, i) && soleus_episode_draft_is_changed (g_ptr_array_index (self->episodes, i)))
      problem = soleus_episode_draft_dup_problem (g_ptr_array_index (self->episodes, i));
  return problem;
}

/**
 * soleus_night_draft_make_edits:
 * @self: a draft
 *
 * Returns: (transfer full) (element-type SoleusEdit): the night and its cramps, as far as they changed
 */
GPtrArray *
soleus_night_draft_make_edits (SoleusNightDraft *self)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (SoleusRecord) record = NULL;

  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), NULL);

  record = soleus_record_copy (self->current);
  soleus_row_set_text (soleus_record_get_values (record), "said", "cramps");
  if (!soleus_record_says_same (record, self->original))
    soleus_edits_save (edits, record);
  for (guint i = 0; i < self->episodes->len; i++)
    {
      SoleusEpisodeDraft *episode = g_ptr_array_index (self->episodes, i);

      if (is_told (self, i) && soleus_episode_draft_is_changed (episode))
        soleus_edits_save (edits, soleus_episode_draft_get_record (episode));
    }
  return g_steal_pointer (&edits);
}

/**
 * soleus_night_draft_dup_words:
 * @self: a draft
 *
 * Returns: (transfer full): "Saved: 2 cramps, night to Tuesday 3 March."
 */
char *
soleus_night_draft_dup_words (SoleusNightDraft *self)
{
  g_autofree char *date = NULL;
  int count;
  int told = 0;

  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), NULL);

  for (guint i = 0; i < self->episodes->len; i++)
    told += is_told (self, i);
  count = MAX (soleus_night_draft_get_count (self), told);
  if (count < 1)
    return soleus_night_answer_words (self->night, "cramps");

  date = soleus_words_date (self->night);
  return g_strdup_printf (ngettext ("Saved: %d cramp, night to %s.", "Saved: %d cramps, night to %s.", (gulong) count), count, date);
}

/**
 * soleus_night_draft_to_content:
 * @self: a draft
 *
 * Returns: (transfer full) (nullable): it as the diary keeps it for later
 */
char *
soleus_night_draft_to_content (SoleusNightDraft *self)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (0);
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SoleusLife life = { .revision = 1 };
  char date[SOLEUS_ISO_SIZE];

  g_return_val_if_fail (SOLEUS_IS_NIGHT_DRAFT (self), NULL);

  record = soleus_record_copy (self->current);
  life.created = life.modified = soleus_clock_get_now (self->clock).utc;
  soleus_record_set_life (record, life);
  soleus_date_write_iso (self->night, date);

  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "night");
  soleus_json_writer_string (writer, date);
  soleus_json_writer_key (writer, "each");
  soleus_json_writer_bool (writer, self->each);
  soleus_json_writer_key (writer, "said");
  soleus_archive_write_record (writer, record);
  soleus_json_writer_key (writer, "episodes");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < self->episodes->len; i++)
    soleus_episode_draft_write (g_ptr_array_index (self->episodes, i), writer);
  soleus_json_writer_end_array (writer);
  soleus_json_writer_end_object (writer);

  bytes = soleus_json_writer_finish_bytes (writer, NULL);
  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* What was kept, before it is compared with the diary. */
typedef struct
{
  SoleusDate night;
  gboolean each;
  SoleusRecord *said;
  GPtrArray *episodes;
} Content;

static void
content_clear (Content *content)
{
  g_clear_object (&content->said);
  g_clear_pointer (&content->episodes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static gboolean
read_night (SoleusJsonReader *reader,
            SoleusDate       *night,
            GError          **error)
{
  const char *text;

  if (!soleus_json_reader_borrow_string (reader, &text, NULL, error))
    return FALSE;
  return soleus_date_parse (text, night) || soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "night is no date");
}

static gboolean
read_episodes (SoleusJsonReader *reader,
               SoleusClock      *clock,
               GPtrArray        *episodes,
               GError          **error)
{
  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;
  while (soleus_json_reader_next_element (reader, error))
    {
      SoleusEpisodeDraft *episode = soleus_episode_draft_read (reader, clock, error);

      if (episode == NULL)
        return FALSE;
      g_ptr_array_add (episodes, episode);
      if (episodes->len > SOLEUS_NIGHT_DRAFT_MOST)
        return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_SIZE, "there are too many cramps");
    }
  return soleus_json_reader_check (reader, error);
}

static gboolean
read_content (const char  *text,
              SoleusClock *clock,
              Content     *content,
              GError     **error)
{
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (text, strlen (text), NULL);
  const char *key;

  content->night = SOLEUS_DATE_NONE;
  content->episodes = g_ptr_array_new_with_free_func (g_object_unref);
  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;
  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "night"))
        read_night (reader, &content->night, error);
      else if (g_str_equal (key, "each"))
        soleus_json_reader_read_bool (reader, &content->each, error);
      else if (g_str_equal (key, "said"))
        content->said = soleus_archive_read_record (reader, SOLEUS_KIND_NIGHT, error);
      else if (g_str_equal (key, "episodes"))
        read_episodes (reader, clock, content->episodes, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }
  if (!soleus_json_reader_finish (reader, error))
    return FALSE;
  if (content->night == SOLEUS_DATE_NONE)
    return soleus_json_reader_fail_missing_key (reader, "night", error);
  return content->said != NULL || soleus_json_reader_fail_missing_key (reader, "said", error);
}

static gboolean
find_kept (SoleusNightDraft   *self,
           SoleusEpisodeDraft *episode,
           guint              *found)
{
  const char *uuid = soleus_record_get_uuid (soleus_episode_draft_get_record (episode));

  for (guint i = 0; i < self->n_kept; i++)
    if (g_str_equal (uuid, soleus_record_get_uuid (soleus_episode_draft_get_record (g_ptr_array_index (self->episodes, i)))))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * soleus_night_draft_new_from_content:
 * @diary: a diary
 * @content: what soleus_night_draft_to_content() gave
 * @error: return location
 *
 * Puts what was kept over what the diary holds now.
 *
 * Returns: (transfer full) (nullable): the draft
 */
SoleusNightDraft *
soleus_night_draft_new_from_content (SoleusDiary *diary,
                                     const char  *content,
                                     GError     **error)
{
  g_autoptr (SoleusNightDraft) self = NULL;
  g_auto (Content) kept = { 0 };

  g_return_val_if_fail (SOLEUS_IS_DIARY (diary), NULL);

  if (!read_content (content, soleus_diary_get_clock (diary), &kept, error))
    return NULL;
  self = soleus_night_draft_new (diary, kept.night, error);
  if (self == NULL)
    return NULL;

  g_set_object (&self->current, kept.said);
  self->each = kept.each || self->n_kept > 1;
  for (guint i = 0; i < kept.episodes->len; i++)
    {
      SoleusEpisodeDraft *episode = g_ptr_array_index (kept.episodes, i);
      guint found;

      if (find_kept (self, episode, &found))
        {
          soleus_episode_draft_set_original (episode, soleus_episode_draft_get_original (g_ptr_array_index (self->episodes, found)));
          g_object_unref (g_ptr_array_index (self->episodes, found));
          g_ptr_array_index (self->episodes, found) = g_object_ref (episode);
          g_signal_connect_object (episode, "changed", G_CALLBACK (report_change), self, G_CONNECT_SWAPPED);
        }
      else
        {
          soleus_episode_draft_set_original (episode, NULL);
          take_episode (self, g_object_ref (episode));
        }
    }
  return g_steal_pointer (&self);
}
