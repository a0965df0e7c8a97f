/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What made a rule fire, said to a person: "9 cramps in the last 28 days (24 of 28 nights recorded)". */
#include "config.h"

#include "app/soleus-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-words.h"
#include "drawing/soleus-site-names.h"
#include "model/soleus-vocabulary.h"

/* More than that is not read any more. */
#define MOST_FACTS 5

/* "cramps_in_28_days" and its like: a name, a number of days, and what may follow. */
static gboolean
is_count (const char *fact,
          const char *prefix,
          const char *suffix,
          int        *days)
{
  char *end;

  if (!g_str_has_prefix (fact, prefix))
    return FALSE;
  *days = (int) g_ascii_strtoll (fact + strlen (prefix), &end, 10);
  return g_str_equal (end, suffix);
}

static char *
say_count (const SoleusUsedFact *used)
{
  int n = (int) g_ascii_strtoll (used->value, NULL, 10);
  gulong plural = (gulong) n;
  int days;

  if (is_count (used->fact, "cramps_in_", "_days_before", &days))
    return g_strdup_printf (ngettext ("%d cramp in the %d days before", "%d cramps in the %d days before", plural), n, days);
  if (is_count (used->fact, "cramps_in_", "_days", &days))
    return g_strdup_printf (ngettext ("%d cramp in the last %d days", "%d cramps in the last %d days", plural), n, days);
  if (is_count (used->fact, "nights_with_cramps_in_", "_days", &days))
    return g_strdup_printf (_("cramps on %d of the last %d nights"), n, days);
  if (is_count (used->fact, "nights_recorded_in_", "_days", &days))
    return g_strdup_printf (_("%d of %d nights recorded"), n, days);
  return NULL;
}

static char *
dup_date (const char *iso)
{
  SoleusDate day;

  return soleus_date_parse (iso, &day) ? soleus_words_date_with_year (day) : g_strdup (iso);
}

/* A fact that is a date. */
static char *
say_date (const SoleusUsedFact *used)
{
  g_autofree char *date = dup_date (used->value);

  if (g_str_equal (used->fact, "started"))
    return g_strdup_printf (_("started %s"), date);
  if (g_str_equal (used->fact, "changed"))
    return g_strdup_printf (_("dose changed %s"), date);
  if (g_str_equal (used->fact, "routine"))
    return g_strdup_printf (_("routine since %s"), date);
  if (g_str_equal (used->fact, "due_date"))
    return g_strdup_printf (_("due date %s"), date);
  if (g_str_equal (used->fact, "birth_of_child"))
    return g_strdup_printf (_("birth on %s"), date);
  return NULL;
}

static const char *
say_number (const char *fact,
            int         n,
            char      **words)
{
  gulong plural = (gulong) n;

  if (g_str_equal (fact, "wound_days_open"))
    *words = n == 0 ? g_strdup (_("an open wound")) : g_strdup_printf (ngettext ("a wound open for %d day", "a wound open for %d days", plural), n);
  else if (g_str_equal (fact, "weakness_days"))
    *words = g_strdup_printf (ngettext ("for %d day", "for %d days", plural), n);
  else if (g_str_equal (fact, "urge_days_a_week"))
    *words = g_strdup_printf (ngettext ("on %d day a week", "on %d days a week", plural), n);
  else if (g_str_equal (fact, "urge_weeks"))
    *words = g_strdup_printf (ngettext ("for %d week", "for %d weeks", plural), n);
  else
    *words = g_strdup_printf (ngettext ("gone %d minute after stopping", "gone %d minutes after stopping", plural), n);
  return *words;
}

/* An answer of a warning check. */
static char *
say_answer (const SoleusUsedFact *used,
            const SoleusGuidance *guidance)
{
  g_autofree char *id = g_strconcat ("ask-", used->fact, NULL);
  const char *question = soleus_guidance_get_text (guidance, id);
  g_auto (GStrv) parts = g_strsplit (used->value, ":", 3);
  gboolean past = g_str_equal (parts[0], "past") || (parts[1] != NULL && g_str_equal (parts[1], "past"));
  g_autoptr (GString) text = g_string_new (question);
  g_autofree char *number = NULL;

  switch (soleus_fact_get_type (used->fact))
    {
    case SOLEUS_FACT_SWELLING:
      g_string_assign (text, soleus_words_word (&soleus_answers, parts[0]));
      break;
    case SOLEUS_FACT_TEMPERATURE:
      g_string_truncate (text, 0);
      g_string_append_len (text, parts[0], (gssize) strlen (parts[0]) - 1);
      g_string_append_printf (text, " °%c", parts[0][strlen (parts[0]) - 1]);
      break;
    case SOLEUS_FACT_NUMBER:
      g_string_assign (text, say_number (used->fact, (int) g_ascii_strtoll (parts[0], NULL, 10), &number));
      break;
    case SOLEUS_FACT_SIGN:
    default:
      if (g_str_equal (parts[0], "no"))
        g_string_append_printf (text, ": %s", _("no"));
      break;
    }
  if (past)
    g_string_append_printf (text, " (%s)", _("gone now"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_plainly (const SoleusUsedFact *used)
{
  gint64 n = g_ascii_strtoll (used->value, NULL, 10);
  const char *fact = used->fact;
  g_autofree char *duration = NULL;

  if (g_str_equal (fact, "condition"))
    return g_strdup (soleus_words_word (&soleus_conditions, used->value));
  if (g_str_equal (fact, "medicine"))
    return g_strdup (used->value);
  if (g_str_equal (fact, "medicines"))
    return g_strdup_printf (ngettext ("%d medicine", "%d medicines", (gulong) n), (int) n);
  if (g_str_equal (fact, "pregnant"))
    return g_strdup (_("pregnant"));
  if (g_str_equal (fact, "pain"))
    return g_strdup_printf (_("pain %d of 10"), (int) n);
  if (g_str_equal (fact, "impact"))
    return g_strdup (g_str_equal (used->value, "stopped") ? _("had to stop what you did") : _("got in the way of your day"));
  if (g_str_equal (fact, "fell"))
    return g_strdup (g_str_equal (used->value, "yes") ? _("fell") : _("almost fell"));
  if (g_str_equal (fact, "injury"))
    return g_strdup (_("got hurt"));
  if (g_str_equal (fact, "sites"))
    return g_strdup (soleus_site_get_name (used->value, NULL));
  if (g_str_equal (fact, "wakings_by_cramp"))
    return g_strdup_printf (ngettext ("woke up %d time", "woke up %d times", (gulong) n), (int) n);
  if (g_str_equal (fact, "enough_sleep"))
    return g_strdup (_("not enough sleep because of cramps"));
  if (g_str_equal (fact, "sleep_worry"))
    return g_strdup (_("worry about cramps cost sleep"));
  if (g_str_equal (fact, "tried"))
    return g_strdup (_("what you tried did not help"));
  if (g_str_equal (fact, "seconds"))
    {
      duration = soleus_words_duration (n);
      return g_strdup_printf (_("lasted %s"), duration);
    }
  if (g_str_equal (fact, "sore_hours"))
    return g_strdup_printf (ngettext ("sore for %d hour", "sore for %d hours", (gulong) n), (int) n);
  return say_count (used);
}

static char *
say_fact (const SoleusUsedFact *used,
          const SoleusGuidance *guidance)
{
  g_autofree char *text = soleus_vocabulary_find (&soleus_facts, used->fact) != NULL ? say_answer (used, guidance) : NULL;
  g_autofree char *date = NULL;

  if (text == NULL)
    text = say_date (used);
  if (text == NULL)
    text = say_plainly (used);
  if (text == NULL || !used->has_at)
    return g_steal_pointer (&text);
  date = soleus_words_day (soleus_time_get_date (used->at));
  return g_strdup_printf ("%s, %s", text, date);
}

/**
 * soleus_used_facts_say:
 * @facts: (element-type SoleusUsedFact): what a rule used
 * @guidance: the guidance
 *
 * Returns: (transfer full) (nullable): it in one line, or %NULL where there is nothing to say
 */
char *
soleus_used_facts_say (GPtrArray            *facts,
                       const SoleusGuidance *guidance)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int left = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      const SoleusUsedFact *used = g_ptr_array_index (facts, i);
      char *words = say_fact (used, guidance);

      if (words == NULL)
        continue;
      if (g_str_has_prefix (used->fact, "nights_recorded_in_") && text->len > 0)
        g_string_append_printf (text, " (%s)", words);
      else if (!g_hash_table_contains (said, words) && g_hash_table_size (said) < MOST_FACTS)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
      else if (!g_hash_table_contains (said, words))
        left++;
      g_hash_table_add (said, words);
    }
  if (left > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, ngettext ("and %d more", "and %d more", (gulong) left), left);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * soleus_words_sentence:
 * @text: words
 *
 * Returns: (transfer full): the words with a capital letter at their beginning
 */
char *
soleus_words_sentence (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}
