/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger by what its rows are about, with those left out that a clock wrote which was wrong. */
#include "reminders/soleus-reminder-private.h"

#include <string.h>

/* Within these hours a clock that went back was set right, or the person travels, and what came then came; what lies further ahead
 * came while the clock was far off. Our own choice. */
#define AHEAD_S (12 * 3600)

/* What lies further ahead than that is left alone: more likely the clock is behind now, and soon set right. Our own choice. */
#define FAR_AHEAD_S (7 * 86400)

/* The answer of a row that a wrong clock wrote. */
#define CLOCK "clock"

static gint64
make_key (SoleusReminderKind kind,
          gint64             civil)
{
  return (gint64) kind * (G_GINT64_CONSTANT (1) << 40) + civil;
}

/* What was missed from after now was not; what came then came, unless it is too far ahead. */
static gboolean
is_void (const SoleusLedgerRow *self,
         SoleusTime             now)
{
  if (self->state == SOLEUS_LEDGER_MISSED || self->state == SOLEUS_LEDGER_WITHDRAWN)
    return self->at > now.utc;
  return self->at > now.utc + AHEAD_S;
}

static gint64
read_time (const SoleusRow *values,
           const char      *field)
{
  SoleusTime time = { 0, 0 };

  soleus_row_get_time (values, field, &time);
  return time.utc;
}

static gboolean
read_row (SoleusRecord    *record,
          SoleusTime       now,
          SoleusLedgerRow *row)
{
  const SoleusRow *values = soleus_record_get_values (record);
  SoleusDate date = soleus_row_get_date (values, "due_date");
  gint64 minute = soleus_row_get_number (values, "due_minute", -1);
  int state = soleus_vocabulary_index (&soleus_notice_states, soleus_row_get_text (values, "state"));
  const char *answer = soleus_row_get_text (values, "answer");

  *row = (SoleusLedgerRow) { .record = record };
  if (soleus_record_get_life (record)->deleted != 0 || !soleus_reminder_kind_find (soleus_row_get_text (values, "reminder"), &row->kind) || state < 0 ||
      date < SOLEUS_DATE_MIN || date > SOLEUS_DATE_MAX || minute < 0 || minute >= SOLEUS_REMINDER_DAY)
    return FALSE;
  row->civil = soleus_reminder_civil_of (date, (int) minute);
  row->key = make_key (row->kind, row->civil);
  row->state = (SoleusLedgerState) state;
  row->at = read_time (values, "at");
  row->shown = read_time (values, "shown");
  if (row->shown == 0 && row->state == SOLEUS_LEDGER_SHOWN)
    row->shown = row->at;
  row->put_off = read_time (values, "snoozed_until");
  row->has_answer = answer != NULL;
  row->is_settled = row->state == SOLEUS_LEDGER_WITHDRAWN && g_strcmp0 (answer, CLOCK) == 0;
  row->is_void = row->is_settled || is_void (row, now);
  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const SoleusLedgerRow *x = a, *y = b;
  gint64 x_modified, y_modified;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->is_void != y->is_void)
    return x->is_void ? 1 : -1;
  if (x->at != y->at)
    return x->at > y->at ? -1 : 1;
  x_modified = soleus_record_get_life (x->record)->modified;
  y_modified = soleus_record_get_life (y->record)->modified;
  if (x_modified != y_modified)
    return x_modified > y_modified ? -1 : 1;
  return strcmp (soleus_record_get_uuid (x->record), soleus_record_get_uuid (y->record));
}

static void
row_clear (gpointer data)
{
  g_object_unref (((SoleusLedgerRow *) data)->record);
}

/**
 * soleus_ledger_new:
 * @records: (nullable) (element-type SoleusRecord): notices in any order
 * @now: the moment
 *
 * Rows that name no time, and those in the trash, are left out.
 *
 * Returns: (transfer full): the ledger
 */
SoleusLedger *
soleus_ledger_new (GPtrArray  *records,
                   SoleusTime  now)
{
  SoleusLedger *self = g_new0 (SoleusLedger, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (SoleusLedgerRow));
  g_array_set_clear_func (self->rows, row_clear);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SoleusLedgerRow row;

      if (!read_row (g_ptr_array_index (records, i), now, &row))
        continue;
      g_object_ref (row.record);
      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_rows);

  self->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = self->rows->len; i-- > 0;)
    g_hash_table_insert (self->by_key, &g_array_index (self->rows, SoleusLedgerRow, i).key, GUINT_TO_POINTER (i + 1));
  return self;
}

/**
 * soleus_ledger_free:
 * @self: (transfer full): a ledger
 */
void
soleus_ledger_free (SoleusLedger *self)
{
  g_hash_table_unref (self->by_key);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * soleus_ledger_get_group:
 * @self: a ledger
 * @index: where the rows of a time begin
 *
 * Returns: those rows
 */
SoleusLedgerGroup
soleus_ledger_get_group (const SoleusLedger *self,
                         guint               index)
{
  SoleusLedgerGroup group = { &g_array_index (self->rows, SoleusLedgerRow, index), 0, 0 };

  while (index + group.n < self->rows->len && group.rows[group.n].key == group.rows->key)
    group.n_valid += !group.rows[group.n++].is_void;
  return group;
}

/**
 * soleus_ledger_find:
 * @self: a ledger
 * @kind: a kind
 * @civil: a clock time
 *
 * Returns: the rows of that reminder; there may be none
 */
SoleusLedgerGroup
soleus_ledger_find (const SoleusLedger *self,
                    SoleusReminderKind  kind,
                    gint64              civil)
{
  gint64 key = make_key (kind, civil);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, &key));

  return found > 0 ? soleus_ledger_get_group (self, found - 1) : (SoleusLedgerGroup) { 0 };
}

/**
 * soleus_ledger_row_edit:
 * @self: a row
 *
 * Returns: (transfer none): what it says, free to be changed
 */
SoleusRow *
soleus_ledger_row_edit (SoleusLedgerRow *self)
{
  if (!self->is_changed)
    {
      SoleusRecord *copy = soleus_record_copy (self->record);

      g_object_unref (self->record);
      self->record = copy;
      self->is_changed = TRUE;
    }
  return soleus_record_get_values (self->record);
}

static void
set_answer (SoleusRow  *values,
            const char *answer)
{
  if (answer != NULL)
    soleus_row_set_text (values, "answer", answer);
  else
    soleus_row_clear (values, "answer");
}

/**
 * soleus_ledger_row_set:
 * @self: a row
 * @state: what becomes of it
 * @answer: (nullable): the word on that
 *
 * Until when it was put off stays: when it is due again, that is its time.
 */
void
soleus_ledger_row_set (SoleusLedgerRow   *self,
                       SoleusLedgerState  state,
                       const char        *answer)
{
  SoleusRow *values = soleus_ledger_row_edit (self);

  soleus_row_set_text (values, "state", soleus_notice_states.words[state]);
  soleus_row_clear (values, "answered");
  set_answer (values, answer);
  self->state = state;
  self->has_answer = answer != NULL;
}

/**
 * soleus_ledger_row_settle:
 * @self: a row that does not count
 * @now: the moment
 *
 * Marks a row as one of a wrong clock, for good. Where it lies so far ahead that the clock is more likely behind now, it stays as it is.
 *
 * Returns: when to look at it again, UTC seconds; 0 for never
 */
gint64
soleus_ledger_row_settle (SoleusLedgerRow *self,
                          SoleusTime       now)
{
  if (self->is_settled)
    return 0;
  if (self->at > now.utc + FAR_AHEAD_S)
    return self->at - FAR_AHEAD_S;
  soleus_ledger_row_set (self, SOLEUS_LEDGER_WITHDRAWN, CLOCK);
  soleus_row_clear (soleus_ledger_row_edit (self), "shown");
  soleus_row_clear (soleus_ledger_row_edit (self), "snoozed_until");
  return 0;
}

/**
 * soleus_ledger_row_names:
 * @self: a row of doses
 * @medicine: the UUID of a medicine
 *
 * Returns: whether it is about that one
 */
gboolean
soleus_ledger_row_names (const SoleusLedgerRow *self,
                         const char            *medicine)
{
  const SoleusRow *values = soleus_record_get_values (self->record);
  guint n = soleus_row_get_n_rows (values, "doses");

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (values, "doses", i), "medicine"), medicine) == 0)
      return TRUE;
  return FALSE;
}

/**
 * soleus_ledger_group_names:
 * @group: the rows of a time
 * @n: how many of them to look at, the newest first
 * @medicine: the UUID of a medicine
 *
 * Returns: whether one of them is about that one
 */
gboolean
soleus_ledger_group_names (SoleusLedgerGroup  group,
                           guint              n,
                           const char        *medicine)
{
  for (guint i = 0; i < n; i++)
    if (soleus_ledger_row_names (&group.rows[i], medicine))
      return TRUE;
  return FALSE;
}

static SoleusRecord *
find_void (SoleusLedgerGroup group)
{
  for (guint i = group.n_valid; i < group.n; i++)
    if (!group.rows[i].is_changed)
      {
        static const char *const fields[] = { "shown", "answered", "snoozed_until", "doses" };
        SoleusRow *values = soleus_ledger_row_edit (&group.rows[i]);

        for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
          soleus_row_clear (values, fields[k]);
        return group.rows[i].record;
      }
  return NULL;
}

/**
 * soleus_ledger_write:
 * @group: the rows of that time
 * @kind: a kind
 * @civil: a clock time
 * @now: the moment
 * @state: what becomes of the reminder
 * @answer: (nullable): the word on that
 * @is_new: (out): whether it is a new record; otherwise it is one of @group
 *
 * A row that a wrong clock wrote is used again.
 *
 * Returns: (transfer full): the notice
 */
SoleusRecord *
soleus_ledger_write (SoleusLedgerGroup   group,
                     SoleusReminderKind  kind,
                     gint64              civil,
                     SoleusTime          now,
                     SoleusLedgerState   state,
                     const char         *answer,
                     gboolean           *is_new)
{
  SoleusRecord *found = find_void (group);
  SoleusRecord *record = found != NULL ? g_object_ref (found) : soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (record);

  *is_new = found == NULL;
  soleus_row_set_time (values, "at", now);
  soleus_row_set_text (values, "reminder", soleus_reminder_kind_get_word (kind));
  soleus_row_set_date (values, "due_date", soleus_reminder_civil_get_date (civil));
  soleus_row_set_number (values, "due_minute", soleus_reminder_civil_get_minute (civil));
  soleus_row_set_text (values, "state", soleus_notice_states.words[state]);
  set_answer (values, answer);
  return record;
}
