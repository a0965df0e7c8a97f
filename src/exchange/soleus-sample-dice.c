/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance and time of the sample. Whole numbers alone decide, so that the same seed gives the same diary on every
 * machine, and no identity is left to the system. */
#include "exchange/soleus-sample-private.h"

#include "store/soleus-record-table.h"

#define SECONDS_A_DAY 86400
#define MINUTES_A_DAY 1440

/**
 * soleus_sample_between:
 * @self: a sample
 * @least: least value
 * @most: largest value
 *
 * Returns: any of them
 */
int
soleus_sample_between (SoleusSample *self,
                       int           least,
                       int           most)
{
  return g_rand_int_range (self->dice, least, most + 1);
}

/**
 * soleus_sample_chance:
 * @self: a sample
 * @percent: of a hundred times
 *
 * Returns: whether it happens this time
 */
gboolean
soleus_sample_chance (SoleusSample *self,
                      int           percent)
{
  return soleus_sample_between (self, 1, 100) <= percent;
}

/**
 * soleus_sample_weigh:
 * @self: a sample
 * @weights: (array zero-terminated=1): how often each
 *
 * Returns: the place of one of them
 */
guint
soleus_sample_weigh (SoleusSample *self,
                     const guint8 *weights)
{
  int sum = 0, left;
  guint i;

  for (i = 0; weights[i] != 0; i++)
    sum += weights[i];
  left = soleus_sample_between (self, 1, sum);
  for (i = 0; left > weights[i]; i++)
    left -= weights[i];
  return i;
}

/**
 * soleus_sample_pick:
 * @self: a sample
 * @words: (array zero-terminated=1): words
 *
 * Returns: (transfer none): any of them
 */
const char *
soleus_sample_pick (SoleusSample      *self,
                    const char *const *words)
{
  return words[soleus_sample_between (self, 0, (int) g_strv_length ((char **) words) - 1)];
}

/**
 * soleus_sample_spans_hold:
 * @spans: (element-type SoleusSampleSpan): spans
 * @date: a day
 *
 * Returns: whether it lies in one of them
 */
gboolean
soleus_sample_spans_hold (const GArray *spans,
                          SoleusDate    date)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const SoleusSampleSpan *span = &g_array_index (spans, SoleusSampleSpan, i);

      if (date >= span->from && date <= span->until)
        return TRUE;
    }
  return FALSE;
}

/**
 * soleus_sample_time:
 * @self: a sample
 * @date: a day
 * @minute: a minute of it; below 0 the evening before, from 1440 the day after
 *
 * Returns: that time where the person was then
 */
SoleusTime
soleus_sample_time (SoleusSample *self,
                    SoleusDate    date,
                    int           minute)
{
  SoleusDate day = date + (minute < 0 ? -1 : minute / MINUTES_A_DAY);
  GTimeZone *zone = soleus_sample_spans_hold (self->journeys, day) ? self->away : self->home;
  SoleusTime time;

  soleus_time_from_local (day, (minute + MINUTES_A_DAY) % MINUTES_A_DAY, zone, FALSE, &time);
  return time;
}

/**
 * soleus_sample_begin:
 * @self: a sample
 * @kind: a kind
 *
 * Returns: (transfer full): a new record, to be handed to soleus_sample_keep()
 */
SoleusRecord *
soleus_sample_begin (SoleusSample *self,
                     SoleusKind    kind)
{
  guint32 a = g_rand_int (self->dice), b = g_rand_int (self->dice), c = g_rand_int (self->dice), d = g_rand_int (self->dice);
  g_autofree char *uuid = g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff, 0x8000 | (c >> 16 & 0x3fff), c & 0xffff, d);

  return soleus_record_new_full (kind, uuid, (SoleusLife) { 0 });
}

static void
insert (SoleusSample *self,
        SoleusRecord *record,
        SoleusLife    life)
{
  g_autofree char *uuid = soleus_record_dup_natural_uuid (record);
  SoleusTime when;

  if (self->error != NULL || (soleus_record_get_when (record, &when) && when.utc > self->now.utc))
    return;

  soleus_record_set_uuid (record, uuid);
  soleus_record_set_life (record, life);
  if (soleus_record_validate (record, &self->error))
    soleus_record_table_insert (self->db, record, &self->error);
}

/**
 * soleus_sample_keep:
 * @self: a sample
 * @record: (transfer full): a record
 * @entered: when the person wrote it down
 *
 * Puts a record into the diary, unless it is of a time to come. A few were corrected later.
 */
void
soleus_sample_keep (SoleusSample *self,
                    SoleusRecord *record,
                    SoleusTime    entered)
{
  gboolean corrected = soleus_sample_chance (self, 3);
  gint64 later = soleus_sample_between (self, 60, 2 * SECONDS_A_DAY);
  gint64 created = MIN (entered.utc, self->now.utc);
  SoleusLife life = { .created = created, .modified = created, .revision = 1 };

  if (corrected && created + later <= self->now.utc)
    {
      life.modified = created + later;
      life.revision = 2;
    }
  insert (self, record, life);
  g_object_unref (record);
}

/**
 * soleus_sample_keep_dead:
 * @self: a sample
 * @record: (transfer full): a record
 * @entered: when the person wrote it down
 * @deleted: when it was deleted, UTC seconds
 * @purged: whether it left the trash too
 *
 * Puts a deleted record into the diary, or the tombstone that is left of one.
 */
void
soleus_sample_keep_dead (SoleusSample *self,
                         SoleusRecord *record,
                         SoleusTime    entered,
                         gint64        deleted,
                         gboolean      purged)
{
  SoleusLife life = { .created = entered.utc, .modified = deleted, .deleted = deleted, .revision = 2, .purged = purged };
  g_autoptr (SoleusRecord) tombstone = NULL;

  if (purged)
    tombstone = soleus_record_new_full (soleus_record_get_kind (record), soleus_record_get_uuid (record), life);
  insert (self, purged ? tombstone : record, life);
  g_object_unref (record);
}
