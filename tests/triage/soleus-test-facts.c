/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "check -3h dark_urine=yes; episode -2d pain=9; cramps -27 2; medicine statin started=-30; profile diabetes".
 * The moment is 2026-03-10 08:00 in Central Europe, whose night date is 9 March; days count back from it. */
#include "soleus-test-facts.h"

#include <string.h>

#include "model/soleus-check.h"
#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"

#define NOW "2026-03-10T08:00:00+01:00"

typedef struct
{
  SoleusFacts *facts;
  SoleusTime now;
  GHashTable *nights; /* date -> SoleusNight */
  guint n;
} Builder;

static SoleusNight *
get_night (Builder *self,
           SoleusDate date)
{
  SoleusNight *night = g_hash_table_lookup (self->nights, GINT_TO_POINTER (date));

  if (night == NULL)
    {
      night = g_new0 (SoleusNight, 1);
      night->date = date;
      g_hash_table_insert (self->nights, GINT_TO_POINTER (date), night);
    }
  return night;
}

/* "-3h", "-20m", "-90s" or "-2d" before now. */
static SoleusTime
read_time (Builder *self,
           const char *word)
{
  SoleusTime time = self->now;
  char *unit;
  gint64 n = g_ascii_strtoll (word, &unit, 10);

  g_assert_cmpint (n, <=, 0);
  time.utc += n * (*unit == 'd' ? 86400 : *unit == 'h' ? 3600
                                      : *unit == 'm'   ? 60
                                                       : 1);
  return time;
}

static SoleusDate
read_day (Builder *self,
          const char *word)
{
  return soleus_time_get_date (self->now) + (SoleusDate) g_ascii_strtoll (word, NULL, 10);
}

static SoleusRecord *
new_record (Builder *self,
            SoleusKind kind)
{
  SoleusLife life = { 0 };
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", ++self->n);

  return soleus_record_new_full (kind, uuid, life);
}

/* One "field=value" in the words of the archive; "sites=calf:left+foot:right", "tried=a:no+b:yes". */
static void
set_field (Builder *self,
           SoleusRow *row,
           const char *word)
{
  const char *equals = strchr (word, '=');
  g_autofree char *field = g_strndup (word, equals != NULL ? (gsize) (equals - word) : strlen (word));
  const char *value = equals != NULL ? equals + 1 : "yes";
  int place = soleus_fields_find (row->fields, field);
  SoleusFieldType type;
  g_autoptr (GError) error = NULL;

  if (place < 0)
    g_error ("no field %s", field);
  type = row->fields[place].type;
  if (type == SOLEUS_FIELD_LIST)
    {
      g_auto (GStrv) items = g_strsplit (value, "+", -1);

      for (guint i = 0; items[i] != NULL; i++)
        {
          SoleusRow *inner = soleus_row_add_row (row, field);
          g_auto (GStrv) parts = g_strsplit (items[i], ":", -1);

          for (guint k = 0; parts[k] != NULL; k++)
            soleus_row_set_text (inner, inner->fields[k].name, soleus_vocabulary_find (inner->fields[k].words, parts[k]));
        }
    }
  else if (type == SOLEUS_FIELD_DATE)
    soleus_row_set_date (row, field, read_day (self, value));
  else if (type == SOLEUS_FIELD_TIME)
    soleus_row_set_time (row, field, read_time (self, value));
  else if (type == SOLEUS_FIELD_BOOLEAN)
    soleus_row_set_answer (row, field, g_str_equal (value, "yes") ? SOLEUS_YES : SOLEUS_NO);
  else
    soleus_row_parse (row, (guint) place, value, &error);
  g_assert_no_error (error);
}

static void
add_check (Builder *self,
           char **words)
{
  g_autoptr (SoleusRecord) record = new_record (self, SOLEUS_KIND_CHECK);
  SoleusRow *row = soleus_record_get_values (record);
  g_autoptr (GError) error = NULL;

  soleus_row_set_time (row, "at", read_time (self, words[1]));
  for (guint i = 2; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');

      if (g_str_equal (words[i], "none"))
        {
          soleus_check_answer_none_of_eight (row);
          continue;
        }
      *equals = '\0';
      soleus_check_answer (row, words[i], equals + 1, &error);
      g_assert_no_error (error);
    }
  g_assert_true (soleus_record_validate (record, NULL));
  soleus_facts_add_record (self->facts, record);
}

static void
add_episode (Builder *self,
             char **words)
{
  g_autoptr (SoleusRecord) record = new_record (self, SOLEUS_KIND_EPISODE);
  SoleusRow *row = soleus_record_get_values (record);
  SoleusNight *night;
  g_autoptr (GError) error = NULL;

  soleus_row_set_time (row, "start", read_time (self, words[1]));
  soleus_row_set_text (row, "precision", "exact");
  for (guint i = 2; words[i] != NULL; i++)
    set_field (self, row, words[i]);
  soleus_record_validate (record, &error);
  g_assert_no_error (error);
  night = get_night (self, soleus_record_get_night (record));
  if (soleus_episode_is_night_time (row))
    night->night_time++;
  else
    night->daytime++;
  soleus_facts_add_record (self->facts, record);
}

/* "night -1 said=none enough_sleep=no": days back from the present night date. */
static void
add_night (Builder *self,
           char **words)
{
  g_autoptr (SoleusRecord) record = new_record (self, SOLEUS_KIND_NIGHT);
  SoleusRow *row = soleus_record_get_values (record);
  SoleusDate date = soleus_time_get_night (self->now) + (SoleusDate) g_ascii_strtoll (words[1], NULL, 10);
  SoleusNight *night = get_night (self, date);
  g_autoptr (GError) error = NULL;

  soleus_row_set_date (row, "night", date);
  for (guint i = 2; words[i] != NULL; i++)
    set_field (self, row, words[i]);
  soleus_record_validate (record, &error);
  g_assert_no_error (error);
  night->said = soleus_night_said_from_word (soleus_row_get_text (row, "said"));
  night->count = (int) soleus_row_get_number (row, "count", 0);
  soleus_facts_add_record (self->facts, record);
}

/* "cramps -27 2": that many daytime cramps, without records. */
static void
add_cramps (Builder *self,
            char **words)
{
  get_night (self, soleus_time_get_night (self->now) + (SoleusDate) g_ascii_strtoll (words[1], NULL, 10))->daytime += (int) g_ascii_strtoll (words[2], NULL, 10);
}

/* "medicine statin+linked started=-30 changed=-5"; "-" for no class. */
static void
add_medicine (Builder *self,
              char **words)
{
  g_autoptr (SoleusRecord) record = new_record (self, SOLEUS_KIND_MEDICINE);
  SoleusRow *row = soleus_record_get_values (record);
  g_auto (GStrv) classes = g_strsplit (g_str_equal (words[1], "-") ? "" : words[1], "+", -1);

  soleus_row_set_text (row, "name", "Medicine");
  for (guint i = 2; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "changed="))
      {
        g_autoptr (SoleusRecord) change = new_record (self, SOLEUS_KIND_DOSE_CHANGE);

        soleus_row_set_text (soleus_record_get_values (change), "medicine", soleus_record_get_uuid (record));
        soleus_row_set_date (soleus_record_get_values (change), "changed", read_day (self, words[i] + strlen ("changed=")));
        soleus_facts_add_record (self->facts, change);
      }
    else
      set_field (self, row, words[i]);
  soleus_facts_add_record (self->facts, record);
  soleus_facts_set_medicine_classes (self->facts, soleus_record_get_uuid (record), (const char *const *) classes);
}

static void
add_plain (Builder *self,
           SoleusKind kind,
           char **words)
{
  g_autoptr (SoleusRecord) record = new_record (self, kind);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; words[i] != NULL; i++)
    set_field (self, soleus_record_get_values (record), words[i]);
  soleus_record_validate (record, &error);
  g_assert_no_error (error);
  soleus_facts_add_record (self->facts, record);
}

SoleusFacts *
soleus_test_facts_new_at (const char *text,
                          const char *now)
{
  Builder self = { .nights = g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GHashTableIter iter;
  gpointer night;

  g_assert_true (soleus_time_parse (now, &self.now));
  self.facts = soleus_facts_new (self.now);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", -1);

      if (words[0] == NULL || *words[0] == '\0')
        continue;
      else if (g_str_equal (words[0], "check"))
        add_check (&self, words);
      else if (g_str_equal (words[0], "episode"))
        add_episode (&self, words);
      else if (g_str_equal (words[0], "night"))
        add_night (&self, words);
      else if (g_str_equal (words[0], "cramps"))
        add_cramps (&self, words);
      else if (g_str_equal (words[0], "medicine"))
        add_medicine (&self, words);
      else
        add_plain (&self, soleus_kind_find (words[0])->kind, words);
    }
  g_hash_table_iter_init (&iter, self.nights);
  while (g_hash_table_iter_next (&iter, NULL, &night))
    soleus_facts_add_night (self.facts, night);
  g_hash_table_unref (self.nights);
  return self.facts;
}

SoleusFacts *
soleus_test_facts_new (const char *text)
{
  return soleus_test_facts_new_at (text, NOW);
}
