/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and the rules that hold between their fields. */
#include "model/soleus-record.h"

#include "model/soleus-check.h"
#include "model/soleus-episode.h"

struct _SoleusRecord
{
  GObject parent_instance;

  SoleusKind kind;
  char *uuid;
  SoleusLife life;
  SoleusRow *values;
};

G_DEFINE_FINAL_TYPE (SoleusRecord, soleus_record, G_TYPE_OBJECT)

static void
soleus_record_finalize (GObject *object)
{
  SoleusRecord *self = SOLEUS_RECORD (object);

  g_clear_pointer (&self->values, soleus_row_free);
  g_clear_pointer (&self->uuid, g_free);

  G_OBJECT_CLASS (soleus_record_parent_class)->finalize (object);
}

static void
soleus_record_class_init (SoleusRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_record_finalize;
}

static void
soleus_record_init (SoleusRecord *self)
{
}

/**
 * soleus_record_new_full:
 * @kind: what it tells of
 * @uuid: its identity
 * @life: its life so far
 *
 * Returns: (transfer full): a record in which nothing is said yet
 */
SoleusRecord *
soleus_record_new_full (SoleusKind  kind,
                        const char *uuid,
                        SoleusLife  life)
{
  SoleusRecord *self = g_object_new (SOLEUS_TYPE_RECORD, NULL);

  self->kind = kind;
  self->uuid = g_strdup (uuid);
  self->life = life;
  self->values = soleus_row_new (soleus_kind_get_info (kind)->fields);
  return self;
}

/**
 * soleus_record_new:
 * @kind: what it tells of
 *
 * Returns: (transfer full): a new record with an identity of its own, in which nothing is said yet
 */
SoleusRecord *
soleus_record_new (SoleusKind kind)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return soleus_record_new_full (kind, uuid, (SoleusLife) { 0 });
}

/**
 * soleus_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): the same record, free to be changed
 */
SoleusRecord *
soleus_record_copy (SoleusRecord *self)
{
  SoleusRecord *copy;

  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  copy = g_object_new (SOLEUS_TYPE_RECORD, NULL);
  copy->kind = self->kind;
  copy->uuid = g_strdup (self->uuid);
  copy->life = self->life;
  copy->values = soleus_row_copy (self->values);
  return copy;
}

/**
 * soleus_record_get_kind:
 * @self: a record
 *
 * Returns: what it tells of
 */
SoleusKind
soleus_record_get_kind (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), SOLEUS_KIND_FIRST);

  return self->kind;
}

/**
 * soleus_record_get_info:
 * @self: a record
 *
 * Returns: (transfer none): the description of its kind
 */
const SoleusKindInfo *
soleus_record_get_info (SoleusRecord *self)
{
  return soleus_kind_get_info (soleus_record_get_kind (self));
}

/**
 * soleus_record_get_uuid:
 * @self: a record
 *
 * Returns: (transfer none): its identity
 */
const char *
soleus_record_get_uuid (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  return self->uuid;
}

/**
 * soleus_record_get_life:
 * @self: a record
 *
 * Returns: (transfer none): when it was made, changed and deleted
 */
const SoleusLife *
soleus_record_get_life (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  return &self->life;
}

/**
 * soleus_record_get_values:
 * @self: a record
 *
 * Returns: (transfer none): what it says
 */
SoleusRow *
soleus_record_get_values (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  return self->values;
}

/**
 * soleus_record_set_uuid:
 * @self: a record
 * @uuid: its identity
 */
void
soleus_record_set_uuid (SoleusRecord *self,
                        const char   *uuid)
{
  g_return_if_fail (SOLEUS_IS_RECORD (self));

  if (g_str_equal (self->uuid, uuid)) /* who borrowed it may keep it */
    return;
  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
}

/**
 * soleus_record_set_life:
 * @self: a record
 * @life: when it was made, changed and deleted
 */
void
soleus_record_set_life (SoleusRecord *self,
                        SoleusLife    life)
{
  g_return_if_fail (SOLEUS_IS_RECORD (self));

  self->life = life;
}

/**
 * soleus_record_says_same:
 * @self: a record
 * @other: another one of the same kind
 *
 * Returns: whether both say the same, whatever their identity and life
 */
gboolean
soleus_record_says_same (SoleusRecord *self,
                         SoleusRecord *other)
{
  return soleus_row_equal (soleus_record_get_values (self), soleus_record_get_values (other));
}

static const SoleusValue *
find_common (SoleusRecord   *self,
             SoleusFieldType type)
{
  for (guint i = 0; i < self->values->n_fields; i++)
    if (self->values->fields[i].common && self->values->fields[i].type == type)
      return self->values->values[i].set ? &self->values->values[i] : NULL;
  return NULL;
}

/**
 * soleus_record_get_when:
 * @self: a record
 * @time: (out) (optional): its place in time
 *
 * Returns: whether it has one
 */
gboolean
soleus_record_get_when (SoleusRecord *self,
                        SoleusTime   *time)
{
  const SoleusValue *value = find_common (self, SOLEUS_FIELD_TIME);

  if (value != NULL && time != NULL)
    *time = value->time;
  return value != NULL;
}

/**
 * soleus_record_get_night:
 * @self: a record
 *
 * Returns: the night that it belongs to, or %SOLEUS_DATE_NONE
 */
SoleusDate
soleus_record_get_night (SoleusRecord *self)
{
  const SoleusValue *day = find_common (self, SOLEUS_FIELD_DATE);
  SoleusTime time;

  if (day != NULL)
    return (SoleusDate) day->number;
  return soleus_record_get_when (self, &time) ? soleus_time_get_night (time) : SOLEUS_DATE_NONE;
}

/**
 * soleus_record_get_note:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): its note
 */
const char *
soleus_record_get_note (SoleusRecord *self)
{
  const SoleusValue *note = find_common (self, SOLEUS_FIELD_TEXT);

  return note != NULL ? note->text : NULL;
}

/**
 * soleus_record_dup_natural_uuid:
 * @self: a record
 *
 * A night is known by its date, a reminder by its kind, and there is one profile: their identity is made from that, so
 * that two diaries agree on it. (UUID version 8; the first group spells what it is.)
 *
 * Returns: (transfer full): the identity the record must have; for other kinds the one it has
 */
char *
soleus_record_dup_natural_uuid (SoleusRecord *self)
{
  int year, month, day;

  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  switch ((int) self->kind)
    {
    case SOLEUS_KIND_NIGHT:
      if (soleus_record_get_night (self) == SOLEUS_DATE_NONE)
        return g_strdup (self->uuid);
      soleus_date_to_ymd (soleus_record_get_night (self), &year, &month, &day);
      return g_strdup_printf ("6e696768-7400-8000-8000-0000%04d%02d%02d", year, month, day);
    case SOLEUS_KIND_PROFILE:
      return g_strdup ("70726f66-696c-8500-8000-000000000000");
    case SOLEUS_KIND_REMINDING:
      return g_strdup ("72656d69-6e64-8000-8000-000000000000");
    case SOLEUS_KIND_REMINDER:
      return g_strdup_printf ("72656d69-6e64-8000-8000-%012d", 1 + soleus_vocabulary_index (&soleus_reminder_kinds, soleus_row_get_text (self->values, "reminder")));
    default:
      return g_strdup (self->uuid);
    }
}

/**
 * soleus_record_validate:
 * @self: a record
 * @error: return location
 *
 * Checks every value and the rules that hold between them. A purged record says nothing and is always valid.
 *
 * Returns: whether the diary may keep it
 */
gboolean
soleus_record_validate (SoleusRecord *self,
                        GError      **error)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), FALSE);

  if (self->life.purged)
    return TRUE;
  if (!soleus_row_validate (self->values, error))
    return FALSE;
  if (self->kind == SOLEUS_KIND_EPISODE)
    return soleus_episode_validate (self->values, error);
  if (self->kind == SOLEUS_KIND_CHECK)
    return soleus_check_validate (self->values, error);
  return TRUE;
}
