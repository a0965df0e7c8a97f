/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An evening belongs to the night that follows it, so a civil day lies in two nights of the diary. Doses are said with
 * the name of their medicine, warning checks with the result that they had then, drinks in the person's unit. */
#include "config.h"

#include "app/soleus-day.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-meals.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-volume-words.h"
#include "app/soleus-words.h"

static gboolean
is_of_day (SoleusRecord *record,
           SoleusDate    day)
{
  SoleusTime time;

  if (soleus_record_get_when (record, &time))
    return soleus_time_get_date (time) == day;
  return soleus_record_get_night (record) == day;
}

/**
 * soleus_day_list:
 * @diary: a diary
 * @kind: a kind
 * @day: a civil day
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusRecord): what was recorded from midnight to midnight, in the order of time
 */
GPtrArray *
soleus_day_list (SoleusDiary *diary,
                 SoleusKind   kind,
                 SoleusDate   day,
                 GError     **error)
{
  g_autoptr (GPtrArray) records = soleus_diary_list (diary, kind, day, day + 1, error);

  if (records == NULL)
    return NULL;
  for (guint i = records->len; i-- > 0;)
    if (!is_of_day (g_ptr_array_index (records, i), day))
      g_ptr_array_remove_index (records, i);
  return g_steal_pointer (&records);
}

/**
 * soleus_day_list_medicines:
 * @diary: a diary
 * @day: a civil day
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): "Amlodipine 5 mg, started" for each medicine that was started or stopped
 *   on that day
 */
GPtrArray *
soleus_day_list_medicines (SoleusDiary *diary,
                           SoleusDate   day,
                           GError     **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);

  if (medicines == NULL)
    return NULL;
  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      const SoleusRow *values = soleus_record_get_values (medicine);
      g_autofree char *name = soleus_medicine_words_title (medicine);

      if (soleus_row_get_date (values, "started") == day)
        g_ptr_array_add (lines, g_strdup_printf (_("%s, started"), name));
      if (soleus_row_get_date (values, "stopped") == day)
        g_ptr_array_add (lines, g_strdup_printf (_("%s, stopped"), name));
    }
  return g_steal_pointer (&lines);
}

/**
 * soleus_day_words_when:
 * @record: a record
 *
 * Returns: (transfer full): "2:40", "About 2:00 to 4:00", "Time not known"; "" for what has a day only
 */
char *
soleus_day_words_when (SoleusRecord *record)
{
  SoleusTime time;

  if (soleus_record_get_kind (record) == SOLEUS_KIND_EPISODE)
    return soleus_words_episode_when (record);
  return soleus_record_get_when (record, &time) ? soleus_words_time (time) : g_strdup ("");
}

static char *
say_dose (SoleusDiary  *diary,
          SoleusRecord *dose)
{
  const SoleusRow *values = soleus_record_get_values (dose);
  g_autoptr (SoleusRecord) medicine = soleus_diary_get (diary, soleus_row_get_text (values, "medicine"), NULL);
  g_autofree char *name = NULL;

  if (medicine == NULL || !soleus_row_has (soleus_record_get_values (medicine), "name"))
    return soleus_words_summary (dose);
  name = soleus_medicine_words_title (medicine);
  return g_strdup_printf ("%s · %s", name, soleus_words_word (&soleus_dose_states, soleus_row_get_text (values, "status")));
}

static const char *
say_level (const char *level)
{
  static const struct
  {
    const char *level;
    const char *said;
  } levels[] = {
    { "emergency", NC_ ("level", "Emergency") },
    { "today", NC_ ("level", "Today") },
    { "appointment", NC_ ("level", "Appointment") },
    { "pharmacist", NC_ ("level", "Pharmacist") },
    { "incomplete", NC_ ("level", "Not finished") },
    { "none", NC_ ("level", "No warning sign was recorded") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i].level, level) == 0)
      return g_dpgettext2 (NULL, "level", levels[i].said);
  return NULL;
}

/* The result as it was then; a later check or other rules do not change it. */
static char *
say_check (SoleusDiary  *diary,
           SoleusRecord *check)
{
  SoleusDate night = soleus_record_get_night (check);
  g_autofree char *summary = soleus_words_summary (check);
  g_autoptr (GPtrArray) verdicts = soleus_diary_list (diary, SOLEUS_KIND_VERDICT, night, night + 1, NULL);
  const char *level = NULL;

  for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (verdicts, i));

      if (g_strcmp0 (soleus_row_get_text (values, "check"), soleus_record_get_uuid (check)) == 0)
        level = say_level (soleus_row_get_text (values, "level"));
    }
  return level != NULL ? g_strdup_printf ("%s · %s", summary, level) : g_steal_pointer (&summary);
}

static char *
say_drink (SoleusDiary  *diary,
           SoleusRecord *drink)
{
  const SoleusRow *values = soleus_record_get_values (drink);
  g_autofree char *amount = soleus_volume_words_say (soleus_row_get_number (values, "amount_ml", 0), soleus_drinks_get_unit (diary));

  return g_strdup_printf ("%s · %s", soleus_words_word (&soleus_drink_kinds, soleus_row_get_text (values, "drink")), amount);
}

/**
 * soleus_day_words_entry:
 * @diary: a diary
 * @record: one of its records
 *
 * Returns: (transfer full): the entry in one line, without its time and note
 */
char *
soleus_day_words_entry (SoleusDiary  *diary,
                        SoleusRecord *record)
{
  if (soleus_record_get_kind (record) == SOLEUS_KIND_DOSE)
    return say_dose (diary, record);
  if (soleus_record_get_kind (record) == SOLEUS_KIND_CHECK)
    return say_check (diary, record);
  if (soleus_record_get_kind (record) == SOLEUS_KIND_DRINK)
    return say_drink (diary, record);
  if (soleus_record_get_kind (record) == SOLEUS_KIND_MEAL)
    return soleus_meals_say (diary, soleus_record_get_values (record));
  return soleus_words_summary (record);
}

/**
 * soleus_day_words_drinks:
 * @diary: a diary
 * @drinks: (element-type SoleusRecord): the drinks of a day
 *
 * Returns: (transfer full) (nullable): "1,250 ml in 6 drinks; tea or coffee 17:10; alcohol 20:00"; %NULL for none
 */
char *
soleus_day_words_drinks (SoleusDiary *diary,
                         GPtrArray   *drinks)
{
  g_autofree char *amount = NULL;
  gint64 sum = 0;
  GString *text;

  if (drinks->len == 0)
    return NULL;
  for (guint i = 0; i < drinks->len; i++)
    sum += soleus_row_get_number (soleus_record_get_values (g_ptr_array_index (drinks, i)), "amount_ml", 0);
  amount = soleus_volume_words_say (sum, soleus_drinks_get_unit (diary));

  text = g_string_new (NULL);
  /* Translators: "1,250 ml in 6 drinks" */
  g_string_append_printf (text, ngettext ("%s in %u drink", "%s in %u drinks", drinks->len), amount, drinks->len);
  for (guint i = 0; i < drinks->len; i++)
    {
      SoleusRecord *drink = g_ptr_array_index (drinks, i);
      const char *kind = soleus_row_get_text (soleus_record_get_values (drink), "drink");
      g_autofree char *when = soleus_day_words_when (drink);

      if (g_str_equal (kind, "alcohol"))
        g_string_append_printf (text, _("; alcohol %s"), when);
      else if (g_str_equal (kind, "tea-or-coffee"))
        g_string_append_printf (text, _("; tea or coffee %s"), when);
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_day_words_deleted:
 * @diary: a diary
 * @record: a record in its trash
 *
 * Returns: (transfer full): "Cramp, 3 March 2:40, Left calf"
 */
char *
soleus_day_words_deleted (SoleusDiary  *diary,
                          SoleusRecord *record)
{
  const SoleusRow *values = soleus_record_get_values (record);
  SoleusKind kind = soleus_record_get_kind (record);
  g_autofree char *name = soleus_words_kind (kind);
  GString *text = g_string_new (name);
  SoleusDate night = soleus_record_get_night (record);
  SoleusTime time;
  g_autofree char *what = NULL;

  if (soleus_record_get_when (record, &time))
    {
      g_autofree char *day = soleus_words_day (soleus_time_get_date (time));
      g_autofree char *when = soleus_words_time (time);

      g_string_append_printf (text, ", %s %s", day, when);
    }
  else if (night != SOLEUS_DATE_NONE)
    {
      g_autofree char *day = soleus_words_day (night);

      g_string_append_printf (text, ", %s", day);
    }

  if (kind == SOLEUS_KIND_EPISODE)
    what = soleus_words_sites (values);
  else if (kind != SOLEUS_KIND_NIGHT && kind != SOLEUS_KIND_CHECK && kind != SOLEUS_KIND_STRETCH && soleus_record_get_info (record)->timeline)
    what = soleus_day_words_entry (diary, record);
  else if (kind == SOLEUS_KIND_MEDICINE || kind == SOLEUS_KIND_FOOD || kind == SOLEUS_KIND_CONTAINER || kind == SOLEUS_KIND_PLAN || kind == SOLEUS_KIND_ROUTINE)
    what = g_strdup (soleus_row_get_text (values, "name"));
  if (what != NULL)
    g_string_append_printf (text, ", %s", what);
  return g_string_free (text, FALSE);
}

/**
 * soleus_day_words_gone_since:
 * @deleted: when a record was deleted, UTC seconds
 * @clock: the clock
 *
 * Returns: (transfer full): "deleted today", "deleted yesterday" or "deleted 4 days ago"
 */
char *
soleus_day_words_gone_since (gint64       deleted,
                             SoleusClock *clock)
{
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (clock);
  int days = soleus_clock_get_today (clock) - soleus_time_get_date (soleus_time_at_offset (deleted, zone));

  if (days <= 0)
    return g_strdup (_("deleted today"));
  if (days == 1)
    return g_strdup (_("deleted yesterday"));
  return g_strdup_printf (ngettext ("deleted %d day ago", "deleted %d days ago", (gulong) days), days);
}
