/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from the diary what some rule may look at, and no more, so that a diary of decades is judged as fast as a new one. */
#include "app/soleus-triage-gather.h"

#include "store/soleus-record-table.h"

/* The longest window of a rule over single records is 28 nights; a verdict may void a check of the day before it. */
#define RECORD_NIGHTS 60

/* A medicine may have been started 365 days ago, and the two windows of a rise lie before that. */
#define COUNT_NIGHTS 430

/* A routine is compared with the nights before it began. */
#define ROUTINE_NIGHTS 42

static gboolean
add_records (SoleusFacts *facts,
             SoleusDiary *diary,
             SoleusKind kind,
             SoleusDate from,
             SoleusDate until,
             SoleusRecord *draft,
             GError **error)
{
  g_autoptr (GPtrArray) records = soleus_diary_list (diary, kind, from, until, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (draft == NULL || !g_str_equal (soleus_record_get_uuid (draft), soleus_record_get_uuid (g_ptr_array_index (records, i))))
      soleus_facts_add_record (facts, g_ptr_array_index (records, i));
  return records != NULL;
}

static gboolean
add_nights (SoleusFacts *facts,
            SoleusDiary *diary,
            SoleusDate from,
            SoleusDate until,
            GError **error)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, from, until, error);

  for (guint i = 0; nights != NULL && i < nights->len; i++)
    soleus_facts_add_night (facts, &g_array_index (nights, SoleusNight, i));
  return nights != NULL;
}

/* The first record of a kind that tells of cramps, if it lies before the nights that are read anyway. */
static gboolean
add_first_cramp (SoleusFacts *facts,
                 SoleusDiary *diary,
                 SoleusKind kind,
                 SoleusDate before,
                 GError **error)
{
  SoleusSpan span = { SOLEUS_DATE_NONE, before - 1, FALSE };
  g_autoptr (SoleusCursor) cursor = soleus_cursor_open (soleus_diary_get_database (diary), kind, &span, error);

  while (cursor != NULL)
    {
      g_autoptr (SoleusRecord) record = NULL;

      if (!soleus_cursor_next (cursor, &record, error))
        return FALSE;
      if (record == NULL)
        return TRUE;
      if (kind == SOLEUS_KIND_EPISODE || g_strcmp0 (soleus_row_get_text (soleus_record_get_values (record), "said"), "cramps") == 0)
        return add_nights (facts, diary, soleus_record_get_night (record), soleus_record_get_night (record), error);
    }
  return FALSE;
}

static gboolean
add_medicines (SoleusFacts *facts,
               SoleusDiary *diary,
               const SoleusMedicines *known,
               SoleusDate first_night,
               GError **error)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);

  if (medicines == NULL || (medicines->len > 0 && !add_records (facts, diary, SOLEUS_KIND_SCHEDULE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL, error)))
    return FALSE;
  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (known, soleus_row_get_text (soleus_record_get_values (medicine), "name"));
      g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;
      gboolean linked = FALSE;

      for (guint k = 0; match->classes[k] != NULL; k++)
        {
          g_strv_builder_add (classes, match->classes[k]);
          linked = linked || soleus_medicines_is_linked (known, match->classes[k]);
        }
      if (linked)
        g_strv_builder_add (classes, "linked");
      list = g_strv_builder_end (classes);
      soleus_facts_add_record (facts, medicine);
      soleus_facts_set_medicine_classes (facts, soleus_record_get_uuid (medicine), (const char *const *) list);
    }
  return medicines->len == 0 || (add_first_cramp (facts, diary, SOLEUS_KIND_EPISODE, first_night, error) && add_first_cramp (facts, diary, SOLEUS_KIND_NIGHT, first_night, error));
}

static gboolean
add_routines (SoleusFacts *facts,
              SoleusDiary *diary,
              SoleusDate first_night,
              GError **error)
{
  g_autoptr (GPtrArray) routines = soleus_diary_list (diary, SOLEUS_KIND_ROUTINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);

  if (routines == NULL)
    return FALSE;
  for (guint i = 0; i < routines->len; i++)
    {
      SoleusRecord *routine = g_ptr_array_index (routines, i);
      SoleusDate start = soleus_row_get_date (soleus_record_get_values (routine), "start");

      soleus_facts_add_record (facts, routine);
      if (start - ROUTINE_NIGHTS < first_night && !add_nights (facts, diary, start - ROUTINE_NIGHTS, MIN (start, first_night) - 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_triage_gather:
 * @diary: a diary
 * @medicines: the medicines that are known
 * @now: the moment that is asked about
 * @draft: (nullable): a record that counts in the place of the one in the diary, such as a check that is being answered
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all that the rules may look at
 */
SoleusFacts *
soleus_triage_gather (SoleusDiary *diary,
                      const SoleusMedicines *medicines,
                      SoleusTime now,
                      SoleusRecord *draft,
                      GError **error)
{
  static const SoleusKind dated[] = { SOLEUS_KIND_EPISODE, SOLEUS_KIND_NIGHT, SOLEUS_KIND_CHECK, SOLEUS_KIND_VERDICT };
  g_autoptr (SoleusFacts) facts = soleus_facts_new (now);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, &local_error);
  SoleusDate night = soleus_time_get_night (now);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (profile != NULL)
    soleus_facts_add_record (facts, profile);
  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    if (!add_records (facts, diary, dated[i], night - RECORD_NIGHTS, night, draft, error))
      return NULL;
  if (draft != NULL)
    soleus_facts_add_record (facts, draft);
  if (!add_nights (facts, diary, night - COUNT_NIGHTS, night, error) || !add_records (facts, diary, SOLEUS_KIND_DOSE_CHANGE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL, error) ||
      !add_medicines (facts, diary, medicines, night - COUNT_NIGHTS, error) || !add_routines (facts, diary, night - COUNT_NIGHTS, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/**
 * soleus_triage_verdict:
 * @diary: a diary
 * @rules: the rules
 * @medicines: the medicines that are known
 * @now: the moment that is asked about
 * @draft: (nullable): a record that counts in the place of the one in the diary
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the verdict on the diary as of @now; it borrows @rules
 */
SoleusVerdict *
soleus_triage_verdict (SoleusDiary *diary,
                       const SoleusRules *rules,
                       const SoleusMedicines *medicines,
                       SoleusTime now,
                       SoleusRecord *draft,
                       GError **error)
{
  g_autoptr (SoleusFacts) facts = soleus_triage_gather (diary, medicines, now, draft, error);

  return facts != NULL ? soleus_verdict_new (rules, facts) : NULL;
}
