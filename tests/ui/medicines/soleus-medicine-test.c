/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schedules begin on 1 February 2026. */
#include "soleus-medicine-test.h"

static void
save (SoleusUiTest *test,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_diary_save (test->diary, record, &error);
  g_assert_no_error (error);
}

char *
soleus_medicine_test_add (SoleusUiTest *test,
                          const char   *name,
                          const char   *strength)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_MEDICINE);

  soleus_row_set_text (soleus_record_get_values (record), "name", name);
  if (strength != NULL)
    soleus_row_set_text (soleus_record_get_values (record), "strength", strength);
  save (test, record);
  return g_strdup (soleus_record_get_uuid (record));
}

static SoleusRecord *
new_schedule (const char *medicine,
              const char *pattern)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *values = soleus_record_get_values (record);

  soleus_row_set_text (values, "medicine", medicine);
  soleus_row_set_text (values, "pattern", pattern);
  soleus_row_set_date (values, "valid_from", soleus_ui_test_date ("2026-02-01"));
  return record;
}

/* @times: minutes of the day with blanks between */
void
soleus_medicine_test_schedule (SoleusUiTest *test,
                               const char   *medicine,
                               const char   *times)
{
  g_autoptr (SoleusRecord) record = new_schedule (medicine, "daily");
  g_auto (GStrv) words = g_strsplit (times, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    soleus_row_set_number (soleus_row_add_row (soleus_record_get_values (record), "times"), "minute", g_ascii_strtoll (words[i], NULL, 10));
  save (test, record);
}

void
soleus_medicine_test_as_needed (SoleusUiTest *test,
                                const char   *medicine,
                                int           gap_min,
                                int           most_a_day)
{
  g_autoptr (SoleusRecord) record = new_schedule (medicine, "as-needed");

  soleus_row_set_number (soleus_record_get_values (record), "gap_min", gap_min);
  soleus_row_set_number (soleus_record_get_values (record), "most_a_day", most_a_day);
  save (test, record);
}

GPtrArray *
soleus_medicine_test_list (SoleusUiTest *test,
                           SoleusKind    kind)
{
  return soleus_diary_list (test->diary, kind, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
}

const SoleusRow *
soleus_medicine_test_only (GPtrArray *records)
{
  g_assert_cmpuint (records->len, ==, 1);
  return soleus_record_get_values (g_ptr_array_index (records, 0));
}
