/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing entries: log, profile set, edit, delete and undelete. What is wrong with the words is found before a diary is
 * made for them. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "model/soleus-check.h"

static const char *
find_common_name (const SoleusKindInfo *kind,
                  SoleusFieldType       type)
{
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].common && kind->fields[i].type == type)
      return kind->fields[i].name;
  return NULL;
}

/* The words after the kind, with --at and --night as what they stand for. NULL where they do not fit, which was told. */
static char **
dup_field_words (SoleusCtl            *self,
                 const SoleusKindInfo *kind)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *time = find_common_name (kind, SOLEUS_FIELD_TIME), *day = find_common_name (kind, SOLEUS_FIELD_DATE);
  const char *at = self->options[SOLEUS_CTL_AT], *night = self->options[SOLEUS_CTL_NIGHT];
  g_autofree char *at_word = at != NULL ? g_strdup_printf ("%s=%s", time != NULL ? time : "", at) : NULL;
  g_autofree char *night_word = night != NULL ? g_strdup_printf ("%s=%s", day != NULL ? day : "", night) : NULL;

  if ((at != NULL && time == NULL) || (night != NULL && g_strcmp0 (day, "night") != 0))
    {
      soleus_ctl_refuse (self, at != NULL && time == NULL ? _("--at does not go with this kind.") : _("--night does not go with this kind."));
      return NULL;
    }
  if (at_word != NULL)
    g_strv_builder_add (words, at_word);
  if (night_word != NULL)
    g_strv_builder_add (words, night_word);
  for (guint i = 2; i < self->n_words; i++)
    g_strv_builder_add (words, self->words[i]);
  return g_strv_builder_end (words);
}

/* What the diary holds of a night, a reminder or the profile already; NULL without an error where there is nothing. */
static SoleusRecord *
get_kept (SoleusDiary  *diary,
          SoleusRecord *record,
          GError      **error)
{
  g_autofree char *uuid = soleus_record_dup_natural_uuid (record);
  g_autoptr (GError) cause = NULL;
  g_autoptr (SoleusRecord) kept = NULL;

  if (g_str_equal (uuid, soleus_record_get_uuid (record)))
    return NULL;
  kept = soleus_diary_get (diary, uuid, &cause);
  if (cause != NULL && !g_error_matches (cause, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING))
    g_propagate_error (error, g_steal_pointer (&cause));
  if (kept == NULL || soleus_record_get_life (kept)->deleted != 0)
    return NULL;
  return g_steal_pointer (&kept);
}

/* A night with a cramp in it was not one without: whoever says so means another night, or should delete the cramp. */
static gboolean
allow_saying (SoleusCtl    *self,
              SoleusDiary  *diary,
              SoleusRecord *record,
              GError      **error)
{
  SoleusDate night = soleus_record_get_night (record);
  g_autoptr (GArray) nights = NULL;

  if (soleus_record_get_kind (record) != SOLEUS_KIND_NIGHT || self->options[SOLEUS_CTL_FORCE] != NULL ||
      g_strcmp0 (soleus_row_get_text (soleus_record_get_values (record), "said"), "none") != 0)
    return TRUE;
  nights = soleus_diary_get_nights (diary, night, night, error);
  if (nights == NULL)
    return FALSE;
  if (g_array_index (nights, SoleusNight, 0).night_time == 0)
    return TRUE;
  g_set_error_literal (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_CONFLICT,
                       _("said: the diary has a cramp in that night. Delete it first, or add --force to keep both."));
  return FALSE;
}

static SoleusCtlExit
save (SoleusCtl    *self,
      SoleusDiary  *diary,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (!allow_saying (self, diary, record, &error) || !soleus_diary_save (diary, record, &error))
    return soleus_ctl_fail (self, error);
  soleus_ctl_copy_daily (self);
  return soleus_ctl_tell_id (self, soleus_record_get_uuid (record));
}

static SoleusCtlExit
log_record (SoleusCtl            *self,
            const SoleusKindInfo *kind,
            char                **words)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (kind->kind);
  g_autoptr (SoleusRecord) kept = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GHashTable) given = NULL, given_again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean refers;

  if (self->options[SOLEUS_CTL_NONE_OF_EIGHT] != NULL)
    soleus_check_answer_none_of_eight (soleus_record_get_values (record));
  given = soleus_ctl_take_words (record, words, &error);
  if (given == NULL)
    return soleus_ctl_fail (self, error);
  soleus_ctl_complete (record, self->clock);

  /* Names of other records must be looked up before the rest can be judged, and only an existing diary has them. */
  refers = soleus_ctl_has_references (record);
  if (!refers && !soleus_record_validate (record, &error))
    return soleus_ctl_fail (self, error);
  diary = soleus_ctl_open (self, refers ? SOLEUS_OPEN_WRITE : SOLEUS_OPEN_CREATE, &error);
  if (diary == NULL || !soleus_ctl_resolve (record, given, diary, &error))
    return soleus_ctl_fail (self, error);

  kept = get_kept (diary, record, &error);
  if (kept != NULL)
    given_again = soleus_ctl_take_words (kept, words, &error);
  if (error != NULL)
    return soleus_ctl_fail (self, error);
  return save (self, diary, kept != NULL ? kept : record);
}

/* A cramp or a stretch is worth a record for its time alone; of these there would be nothing in it. */
static gboolean
means_something_empty (SoleusKind kind)
{
  return kind != SOLEUS_KIND_NIGHT && kind != SOLEUS_KIND_CHECK && !soleus_kind_get_info (kind)->single;
}

/**
 * soleus_ctl_log:
 * @self: a call
 *
 * Records something.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_log (SoleusCtl *self)
{
  const SoleusKindInfo *kind = self->n_words > 1 ? soleus_ctl_find_kind (self->words[1]) : NULL;
  g_auto (GStrv) words = NULL;

  if (kind == NULL)
    return soleus_ctl_refuse (self, self->n_words > 1 ? _("There is nothing of this kind to log.") : _("log needs a kind, such as cramp."));
  if (self->options[SOLEUS_CTL_HELP] != NULL)
    return soleus_ctl_help_kind (self, kind);
  if (self->n_words == 2 && self->options[SOLEUS_CTL_NONE_OF_EIGHT] == NULL && !means_something_empty (kind->kind))
    return soleus_ctl_refuse (self, _("Say what to record, as FIELD=VALUE."));
  if (self->options[SOLEUS_CTL_NONE_OF_EIGHT] != NULL && kind->kind != SOLEUS_KIND_CHECK)
    return soleus_ctl_refuse (self, _("--none-of-eight goes with check alone."));
  if (!soleus_ctl_words_are_fields (self, 2))
    return SOLEUS_CTL_USAGE;
  words = dup_field_words (self, kind);
  return words != NULL ? log_record (self, kind, words) : SOLEUS_CTL_USAGE;
}

/**
 * soleus_ctl_profile:
 * @self: a call
 *
 * Changes the profile.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_profile (SoleusCtl *self)
{
  if (self->n_words < 3 || !g_str_equal (self->words[1], "set"))
    return soleus_ctl_refuse (self, _("It is: profile set FIELD=VALUE..."));
  if (!soleus_ctl_words_are_fields (self, 2))
    return SOLEUS_CTL_USAGE;
  return log_record (self, soleus_kind_get_info (SOLEUS_KIND_PROFILE), self->words + 2);
}

/**
 * soleus_ctl_edit:
 * @self: a call
 *
 * Changes an entry.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_edit (SoleusCtl *self)
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (GHashTable) given = NULL;
  g_autofree char *identity = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words < 3)
    return soleus_ctl_refuse (self, _("It is: edit ID FIELD=VALUE..."));
  if (!soleus_ctl_words_are_fields (self, 2))
    return SOLEUS_CTL_USAGE;

  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  record = diary != NULL ? soleus_diary_get (diary, self->words[1], &error) : NULL;
  if (record == NULL)
    return soleus_ctl_fail (self, error);
  if (soleus_record_get_life (record)->deleted != 0)
    return soleus_ctl_fail_with (self, _("That entry is deleted. Bring it back first, with undelete."));

  given = soleus_ctl_take_words (record, self->words + 2, &error);
  if (given == NULL || !soleus_ctl_resolve (record, given, diary, &error) || !soleus_record_validate (record, &error))
    return soleus_ctl_fail (self, error);
  identity = soleus_record_dup_natural_uuid (record);
  if (!g_str_equal (identity, soleus_record_get_uuid (record)))
    return soleus_ctl_fail_with (self, _("This would make it another entry. Delete it and log a new one."));
  return save (self, diary, record);
}

static SoleusCtlExit
move (SoleusCtl *self,
      gboolean (*func) (SoleusDiary *, const char *, GError **))
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("It needs the ID of one entry."));
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL || !func (diary, self->words[1], &error))
    return soleus_ctl_fail (self, error);
  soleus_ctl_copy_daily (self);
  return soleus_ctl_tell_id (self, self->words[1]);
}

/**
 * soleus_ctl_delete:
 * @self: a call
 *
 * Moves an entry to the trash.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_delete (SoleusCtl *self)
{
  return move (self, soleus_diary_delete);
}

/**
 * soleus_ctl_undelete:
 * @self: a call
 *
 * Brings an entry back from the trash.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_undelete (SoleusCtl *self)
{
  return move (self, soleus_diary_undelete);
}
