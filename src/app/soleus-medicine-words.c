/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names stay as they were typed. */
#include "config.h"

#include "app/soleus-medicine-words.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"

#define ONE 1000

/**
 * soleus_medicine_words_title:
 * @medicine: a medicine
 *
 * Returns: (transfer full): "Furosemide 40 mg"
 */
char *
soleus_medicine_words_title (SoleusRecord *medicine)
{
  const SoleusRow *values = soleus_record_get_values (medicine);
  const char *name = soleus_row_get_text (values, "name");
  const char *strength = soleus_row_get_text (values, "strength");

  return strength != NULL ? g_strconcat (name, " ", strength, NULL) : g_strdup (name);
}

/**
 * soleus_medicine_words_span:
 * @medicine: a medicine
 *
 * Returns: (transfer full): "since 3 March 2026", "3 March 2024 to 5 January 2026"; "" where nothing is known
 */
char *
soleus_medicine_words_span (SoleusRecord *medicine)
{
  const SoleusRow *values = soleus_record_get_values (medicine);
  SoleusDate started = soleus_row_get_date (values, "started"), stopped = soleus_row_get_date (values, "stopped");
  g_autofree char *from = started != SOLEUS_DATE_NONE ? soleus_words_date_with_year (started) : NULL;
  g_autofree char *until = stopped != SOLEUS_DATE_NONE ? soleus_words_date_with_year (stopped) : NULL;

  if (from != NULL && until != NULL)
    return g_strdup_printf (_("%s to %s"), from, until);
  if (from != NULL)
    return g_strdup_printf (_("since %s"), from);
  if (until != NULL)
    return g_strdup_printf (_("until %s"), until);
  return g_strdup (soleus_row_get_answer (values, "started_unsure") == SOLEUS_YES ? _("for longer") : "");
}

/**
 * soleus_medicine_words_change:
 * @change: a change of dose
 *
 * Returns: (transfer full): "Tuesday 3 March 2026: 20 mg, then 40 mg"
 */
char *
soleus_medicine_words_change (SoleusRecord *change)
{
  const SoleusRow *values = soleus_record_get_values (change);
  const char *before = soleus_row_get_text (values, "strength_before"), *after = soleus_row_get_text (values, "strength_after");
  g_autofree char *date = soleus_words_date_with_year (soleus_row_get_date (values, "changed"));

  if (before != NULL && after != NULL)
    /* Translators: a date, the strength before, the strength after */
    return g_strdup_printf (_("%s: from %s to %s"), date, before, after);
  return g_strdup_printf ("%s: %s", date, after != NULL ? after : before != NULL ? before : _("changed"));
}

/**
 * soleus_medicine_words_kinds:
 * @medicines: the medicines that are known
 * @match: as what a name was recognised
 * @linked: (out): whether one of its classes is linked with cramps
 *
 * Returns: (transfer full) (nullable): "water pill (loop diuretic); blood thinner", or %NULL where no class is known
 */
char *
soleus_medicine_words_kinds (const SoleusMedicines     *medicines,
                             const SoleusMedicineMatch *match,
                             gboolean                  *linked)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  *linked = FALSE;
  for (guint i = 0; match->classes[i] != NULL; i++)
    {
      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", soleus_medicines_get_title (medicines, match->classes[i]));
      *linked = *linked || soleus_medicines_is_linked (medicines, match->classes[i]);
    }
  return titles->len > 0 ? g_string_free (g_steal_pointer (&titles), FALSE) : NULL;
}

/**
 * soleus_medicine_words_stock:
 * @stock: what soleus_stock_find() found
 *
 * Returns: (transfer full): "30 left. Enough for 15 days, up to 18 March."
 */
char *
soleus_medicine_words_stock (const SoleusStock *stock)
{
  g_autofree char *left = soleus_words_number (stock->left);
  g_autofree char *day = NULL;

  if (stock->days < 0)
    return g_strdup_printf (_("%s left."), left);
  if (stock->days == 0)
    return g_strdup_printf (_("%s left. Enough for today at most."), left);
  day = soleus_words_day (stock->last_day);
  /* Translators: how many are left, days, a date */
  return g_strdup_printf (ngettext ("%s left. About %d day, up to %s.", "%s left. About %d days, up to %s.", (gulong) stock->days), left, stock->days, day);
}

/**
 * soleus_medicine_words_limits:
 * @state: what the person's own limits say of a moment
 * @now: that moment
 *
 * Returns: (transfer full): "2 left in 24 hours", "The next is from 16:20"; "" where there is nothing to say
 */
char *
soleus_medicine_words_limits (const SoleusAsNeeded *state,
                              SoleusTime            now)
{
  g_autofree char *time = NULL, *day = NULL;

  if (state->may_take)
    return state->left >= 0 ? g_strdup_printf (ngettext ("%d left in 24 hours", "%d left in 24 hours", (gulong) state->left), state->left) : g_strdup ("");
  time = soleus_words_time (state->next);
  if (soleus_time_get_date (state->next) == soleus_time_get_date (now))
    return g_strdup_printf (_("The next is from %s."), time);
  day = soleus_words_date (soleus_time_get_date (state->next));
  /* Translators: a date, a time */
  return g_strdup_printf (_("The next is from %s, %s."), day, time);
}

/**
 * soleus_dose_words_what:
 * @dose: a dose
 *
 * Returns: (transfer full): "Furosemide 40 mg", "Furosemide 40 mg, amount 2"; one is not worth saying
 */
char *
soleus_dose_words_what (const SoleusDose *dose)
{
  g_autofree char *title = soleus_medicine_words_title (dose->medicine->record);
  gint64 said = dose->record != NULL ? soleus_row_get_number (soleus_record_get_values (dose->record), "amount", -1) : dose->due.amount;
  g_autofree char *amount = said >= 0 && said != ONE ? soleus_words_number (said) : NULL;

  /* Translators: a medicine, how many of it */
  return amount != NULL ? g_strdup_printf (_("%s, amount %s"), title, amount) : g_steal_pointer (&title);
}

/**
 * soleus_dose_words_state:
 * @dose: a dose
 *
 * Returns: (transfer full): "Taken at 8:04", "Skipped", "Due now", "Later, at 8:34", "Not recorded", "Due at 21:00"
 */
char *
soleus_dose_words_state (const SoleusDose *dose)
{
  g_autofree char *time = NULL;
  SoleusTime at = dose->due.time;

  switch (dose->state)
    {
    case SOLEUS_DOSE_TAKEN:
      soleus_record_get_when (dose->record, &at);
      time = soleus_words_time (at);
      return g_strdup_printf (_("Taken at %s"), time);
    case SOLEUS_DOSE_SKIPPED:
      return g_strdup (_("Skipped"));
    case SOLEUS_DOSE_DUE:
      return g_strdup (_("Due now"));
    case SOLEUS_DOSE_LATER:
      time = soleus_words_time (dose->later);
      return g_strdup_printf (_("Later, at %s"), time);
    case SOLEUS_DOSE_MISSED:
      return g_strdup (_("Not recorded"));
    case SOLEUS_DOSE_AHEAD:
    default:
      return g_strdup (_("Due later"));
    }
}

/**
 * soleus_dose_words_when:
 * @date: a civil day
 * @minute: a minute of it
 * @today: the present day
 *
 * Returns: (transfer full): "8:00", "Yesterday, 8:00", "Monday 2 March, 8:00"
 */
char *
soleus_dose_words_when (SoleusDate date,
                        int        minute,
                        SoleusDate today)
{
  g_autofree char *time = soleus_words_minute (minute);
  g_autofree char *day = NULL;

  if (date == today)
    return g_steal_pointer (&time);
  if (date == today - 1)
    return g_strdup_printf (_("Yesterday, %s"), time);
  day = soleus_words_date (date);
  return g_strdup_printf ("%s, %s", day, time);
}
