/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of kinds as a whole, and records: identity, place in time, validity, for every kind. */
#include "model/soleus-record.h"

#include <string.h>

#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"

static void
check_table_fields (const SoleusField *fields,
                    gboolean           in_list)
{
  int n_common[SOLEUS_FIELD_LIST + 1] = { 0 };

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      for (const char *p = fields[i].name; *p != '\0'; p++)
        g_assert_true (g_ascii_islower (*p) || *p == '_');
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (fields[i].name, !=, fields[k].name);
      g_assert_true ((fields[i].type == SOLEUS_FIELD_WORD) == (fields[i].words != NULL));
      g_assert_true ((fields[i].type == SOLEUS_FIELD_LIST) == (fields[i].rows != NULL));
      if (fields[i].common)
        {
          g_assert_false (in_list);
          g_assert_cmpint (++n_common[fields[i].type], ==, 1);
          g_assert_true (fields[i].type == SOLEUS_FIELD_TIME || fields[i].type == SOLEUS_FIELD_DATE || fields[i].type == SOLEUS_FIELD_TEXT);
        }
      if (fields[i].type == SOLEUS_FIELD_LIST)
        {
          g_assert_false (in_list);
          g_assert_false (fields[i].required);
          g_assert_cmpint (fields[i].max, >, 0);
          check_table_fields (fields[i].rows, TRUE);
        }
    }
}

/* Members that every record of an archive has must not be fields as well. */
static void
test_table (void)
{
  static const char *const taken[] = { "id", "created", "modified", "revision", "deleted", "purged" };
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      const SoleusKindInfo *info = soleus_kind_get_info ((SoleusKind) kind);

      g_assert_cmpint (info->kind, ==, kind);
      g_assert_true (soleus_kind_find (info->name) == info);
      g_assert_true (soleus_kind_find_plural (info->plural) == info);
      g_assert_true (g_hash_table_add (names, (gpointer) info->name));
      if (!info->single)
        g_assert_true (g_hash_table_add (names, (gpointer) info->plural));
      check_table_fields (info->fields, FALSE);
      for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
        g_assert_cmpint (soleus_fields_find (info->fields, taken[i]), ==, -1);
    }
  g_assert_null (soleus_kind_find ("xylophone"));
  g_assert_null (soleus_kind_find_plural ("episode"));
}

/* These numbers stand in diaries. */
static void
test_numbers (void)
{
  static const char *const names[] = {
    "episode", "night", "check", "verdict", "prompt", "drink", "container", "meal", "food", "medicine", "schedule", "dose_change",
    "stock", "dose", "stretch", "plan", "habit", "routine", "favourite", "profile", "reminder", "reminding", "notice"
  };

  g_assert_cmpint (SOLEUS_KIND_FIRST, ==, 1);
  g_assert_cmpint (SOLEUS_KIND_LAST, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (soleus_kind_find (names[i])->kind, ==, (int) i + 1);
}

static void
test_copy (gconstpointer data)
{
  const SoleusKindInfo *info = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (int n = 0; n < 20; n++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record (rand, info->kind);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (record);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (soleus_record_get_kind (copy), ==, info->kind);
      g_assert_true (soleus_record_get_info (copy) == info);
      g_assert_cmpstr (soleus_record_get_uuid (copy), ==, soleus_record_get_uuid (record));
      g_assert_true (soleus_record_says_same (record, copy));
      soleus_record_set_uuid (copy, soleus_record_get_uuid (copy));
      g_assert_cmpstr (soleus_record_get_uuid (copy), ==, soleus_record_get_uuid (record));
      g_assert_true (soleus_record_validate (copy, &error));
      g_assert_no_error (error);
    }
}

static void
test_place (gconstpointer data)
{
  const SoleusKindInfo *info = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);

  for (int n = 0; n < 50; n++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record (rand, info->kind);
      SoleusRow *row = soleus_record_get_values (record);
      SoleusTime when = { 0, 0 }, field = { 0, 0 };
      SoleusDate day = SOLEUS_DATE_NONE;
      gboolean has_time = FALSE;
      const char *note = NULL;

      for (guint i = 0; i < row->n_fields; i++)
        if (row->fields[i].common && row->values[i].set)
          {
            if (row->fields[i].type == SOLEUS_FIELD_TIME)
              has_time = soleus_row_get_time (row, row->fields[i].name, &field);
            else if (row->fields[i].type == SOLEUS_FIELD_DATE)
              day = soleus_row_get_date (row, row->fields[i].name);
            else
              note = soleus_row_get_text (row, row->fields[i].name);
          }
      g_assert_cmpint (soleus_record_get_when (record, &when), ==, has_time);
      g_assert_cmpint (when.utc, ==, field.utc);
      g_assert_cmpint (soleus_record_get_night (record), ==, day != SOLEUS_DATE_NONE ? day : has_time ? soleus_time_get_night (field) : SOLEUS_DATE_NONE);
      g_assert_true (soleus_record_get_note (record) == note);
    }
}

static void
test_natural (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (23);
      g_autoptr (SoleusRecord) one = soleus_random_record (rand, (SoleusKind) kind);
      g_autoptr (SoleusRecord) other = soleus_record_copy (one);
      g_autofree char *uuid = soleus_random_uuid (rand);
      g_autofree char *natural = soleus_record_dup_natural_uuid (one);
      g_autofree char *again = NULL;
      gboolean is_natural = kind == SOLEUS_KIND_NIGHT || kind == SOLEUS_KIND_PROFILE || kind == SOLEUS_KIND_REMINDER || kind == SOLEUS_KIND_REMINDING;

      soleus_record_set_uuid (other, uuid);
      again = soleus_record_dup_natural_uuid (other);
      g_assert_true (soleus_uuid_is_valid (natural));
      g_assert_cmpstr (again, ==, is_natural ? natural : uuid);
    }

  /* Every night and every reminder has its own. */
  for (SoleusDate date = SOLEUS_DATE_MIN; date <= SOLEUS_DATE_MAX; date += 13)
    {
      g_autoptr (SoleusRecord) night = soleus_record_new (SOLEUS_KIND_NIGHT);
      char *natural;

      soleus_row_set_date (soleus_record_get_values (night), "night", date);
      natural = soleus_record_dup_natural_uuid (night);
      g_assert_true (soleus_uuid_is_valid (natural));
      g_assert_true (g_hash_table_add (seen, natural));
    }
  for (guint i = 0; soleus_reminder_kinds.words[i] != NULL; i++)
    {
      g_autoptr (SoleusRecord) reminder = soleus_record_new (SOLEUS_KIND_REMINDER);

      soleus_row_set_text (soleus_record_get_values (reminder), "reminder", soleus_reminder_kinds.words[i]);
      g_assert_true (g_hash_table_add (seen, soleus_record_dup_natural_uuid (reminder)));
    }
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    if (soleus_kind_get_info ((SoleusKind) kind)->single)
      {
        g_autoptr (SoleusRecord) record = soleus_record_new ((SoleusKind) kind);

        g_assert_true (g_hash_table_add (seen, soleus_record_dup_natural_uuid (record)));
      }
}

/* They stand in diaries and archives. */
static void
test_natural_spelled (void)
{
  static const struct
  {
    SoleusKind kind;
    const char *word;
    const char *uuid;
  } rows[] = {
    { SOLEUS_KIND_NIGHT, "2026-03-03", "6e696768-7400-8000-8000-000020260303" },
    { SOLEUS_KIND_PROFILE, NULL, "70726f66-696c-8500-8000-000000000000" },
    { SOLEUS_KIND_REMINDING, NULL, "72656d69-6e64-8000-8000-000000000000" },
    { SOLEUS_KIND_REMINDER, "check-in", "72656d69-6e64-8000-8000-000000000001" },
    { SOLEUS_KIND_REMINDER, "drink", "72656d69-6e64-8000-8000-000000000002" },
    { SOLEUS_KIND_REMINDER, "stretch", "72656d69-6e64-8000-8000-000000000003" },
    { SOLEUS_KIND_REMINDER, "dose", "72656d69-6e64-8000-8000-000000000004" },
    { SOLEUS_KIND_REMINDER, "trial", "72656d69-6e64-8000-8000-000000000005" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) record = soleus_record_new (rows[i].kind);
      g_autofree char *uuid = NULL;

      if (rows[i].kind == SOLEUS_KIND_NIGHT)
        soleus_row_set_date (soleus_record_get_values (record), "night", soleus_test_date (rows[i].word));
      else if (rows[i].word != NULL)
        soleus_row_set_text (soleus_record_get_values (record), "reminder", rows[i].word);
      uuid = soleus_record_dup_natural_uuid (record);
      g_assert_cmpstr (uuid, ==, rows[i].uuid);
    }
}

static void
test_purged (void)
{
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autoptr (SoleusRecord) record = soleus_record_new ((SoleusKind) kind);

      soleus_record_set_life (record, (SoleusLife) { .created = 1, .modified = 2, .deleted = 2, .revision = 1, .purged = TRUE });
      g_assert_true (soleus_record_validate (record, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/table", test_table);
  g_test_add_func ("/record/numbers", test_numbers);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      const SoleusKindInfo *info = soleus_kind_get_info ((SoleusKind) kind);
      g_autofree char *copy = g_strdup_printf ("/record/copy/%s", info->name);
      g_autofree char *place = g_strdup_printf ("/record/place/%s", info->name);

      g_test_add_data_func (copy, info, test_copy);
      g_test_add_data_func (place, info, test_place);
    }
  g_test_add_func ("/record/natural", test_natural);
  g_test_add_func ("/record/natural-spelled", test_natural_spelled);
  g_test_add_func ("/record/purged", test_purged);
  return g_test_run ();
}
