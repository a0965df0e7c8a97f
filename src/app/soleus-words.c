/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wording is in one place, so that a night is called the same on every page and to a screen reader. A night is "the
 * night to" its morning; a rate is never a percent; nobody is praised or blamed. */
#include "config.h"

#include "app/soleus-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "app/soleus-meals.h"
#include "app/soleus-volume-words.h"
#include "drawing/soleus-night-names.h"
#include "drawing/soleus-site-names.h"
#include "model/soleus-episode.h"

static SoleusClockFormat clock_format = SOLEUS_CLOCK_24H;

/**
 * soleus_words_set_clock_format:
 * @format: how the desktop shows times
 */
void
soleus_words_set_clock_format (SoleusClockFormat format)
{
  clock_format = format;
}

static char *
format_date (SoleusDate  date,
             const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  soleus_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_format (time, format);
}

/* Whether this locale says "March 3" rather than "3 March". */
static gboolean
month_comes_first (void)
{
  const char *format = nl_langinfo (D_FMT);

  return g_str_has_prefix (format, "%m/%d") && !g_str_has_prefix (setlocale (LC_TIME, NULL), "C") && !g_str_has_prefix (setlocale (LC_TIME, NULL), "POSIX");
}

/**
 * soleus_words_date:
 * @date: a date
 *
 * Returns: (transfer full): "Tuesday 3 March"
 */
char *
soleus_words_date (SoleusDate date)
{
  /* Translators: weekday, day, month; see the manual page of strftime */
  return format_date (date, month_comes_first () ? "%A, %B %-d" : C_("date", "%A %-d %B"));
}

/**
 * soleus_words_date_with_year:
 * @date: a date
 *
 * Returns: (transfer full): "Tuesday 3 March 2026"
 */
char *
soleus_words_date_with_year (SoleusDate date)
{
  /* Translators: weekday, day, month, year; see the manual page of strftime */
  return format_date (date, month_comes_first () ? "%A, %B %-d, %Y" : C_("date", "%A %-d %B %Y"));
}

/**
 * soleus_words_day:
 * @date: a date
 *
 * Returns: (transfer full): "3 March"
 */
char *
soleus_words_day (SoleusDate date)
{
  /* Translators: day, month; see the manual page of strftime */
  return format_date (date, month_comes_first () ? "%B %-d" : C_("date", "%-d %B"));
}

/**
 * soleus_words_day_title:
 * @date: a date
 * @today: the present day
 *
 * Returns: (transfer full): "Tuesday 3 March 2026", and "Today, Tuesday 3 March 2026" for the present day
 */
char *
soleus_words_day_title (SoleusDate date,
                        SoleusDate today)
{
  g_autofree char *words = soleus_words_date_with_year (date);

  /* Translators: %s is a date */
  return date == today ? g_strdup_printf (_("Today, %s"), words) : g_steal_pointer (&words);
}

/**
 * soleus_words_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: (transfer full): "March 2026"
 */
char *
soleus_words_month (int year,
                    int month)
{
  /* Translators: month by itself, year; see the manual page of strftime */
  return format_date (soleus_date_from_ymd (year, month, 1), C_("date", "%OB %Y"));
}

/**
 * soleus_words_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 * @is_short: "Mon" instead of "Monday"
 *
 * Returns: (transfer full): its name
 */
char *
soleus_words_weekday (int      weekday,
                      gboolean is_short)
{
  return format_date (soleus_date_from_ymd (2024, 1, weekday), is_short ? "%a" : "%A");
}

/**
 * soleus_words_minute:
 * @minute: minute of the day, 0 to 1439
 *
 * Returns: (transfer full): "2:40", or "2:40 am" where the clock has twelve hours
 */
char *
soleus_words_minute (int minute)
{
  int hour = minute / 60;

  if (clock_format == SOLEUS_CLOCK_24H)
    return g_strdup_printf ("%d:%02d", hour, minute % 60);
  /* Translators: a time before or after noon */
  return g_strdup_printf (hour < 12 ? _("%d:%02d am") : _("%d:%02d pm"), hour % 12 == 0 ? 12 : hour % 12, minute % 60);
}

/**
 * soleus_words_time:
 * @time: an instant
 *
 * Returns: (transfer full): what the clock showed then
 */
char *
soleus_words_time (SoleusTime time)
{
  return soleus_words_minute (soleus_time_get_minute (time));
}

/**
 * soleus_words_duration:
 * @seconds: how long
 *
 * Returns: (transfer full): "40 seconds", "6 minutes", "1 hour 10 minutes"
 */
char *
soleus_words_duration (gint64 seconds)
{
  g_autofree char *hours = NULL, *minutes = NULL;
  gint64 rounded = (seconds + 30) / 60;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) seconds), (int) seconds);
  minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) (rounded % 60)), (int) (rounded % 60));
  if (rounded < 60)
    return g_steal_pointer (&minutes);
  hours = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) (rounded / 60)), (int) (rounded / 60));
  if (rounded % 60 == 0)
    return g_steal_pointer (&hours);
  /* Translators: hours, then minutes: "1 hour 10 minutes" */
  return g_strdup_printf (_("%s %s"), hours, minutes);
}

/**
 * soleus_words_night:
 * @night: the date of its morning
 *
 * Returns: (transfer full): "Night to Tuesday 3 March"
 */
char *
soleus_words_night (SoleusDate night)
{
  g_autofree char *date = soleus_words_date (night);

  return g_strdup_printf (_("Night to %s"), date);
}

/**
 * soleus_words_night_span:
 * @night: the date of its morning
 *
 * Returns: (transfer full): "Monday evening to Tuesday morning"
 */
char *
soleus_words_night_span (SoleusDate night)
{
  g_autofree char *evening = soleus_words_weekday (soleus_date_get_weekday (night - 1), FALSE);
  g_autofree char *morning = soleus_words_weekday (soleus_date_get_weekday (night), FALSE);

  return g_strdup_printf (_("%s evening to %s morning"), evening, morning);
}

/**
 * soleus_words_night_result:
 * @night: a night
 *
 * Returns: (transfer full): "No cramp", "2 cramps", "Cramps", "Not sure" or "Not recorded"
 */
char *
soleus_words_night_result (const SoleusNight *night)
{
  int n = soleus_night_get_n_cramps (night);

  if (soleus_night_get_state (night) == SOLEUS_NIGHT_CRAMPS && (night->count > 0 || night->night_time > 0))
    return g_strdup_printf (ngettext ("%d cramp", "%d cramps", (gulong) n), n);
  return g_strdup (soleus_night_state_get_name (soleus_night_get_state (night)));
}

static const struct
{
  const SoleusVocabulary *vocabulary;
  const char *word;
  const char *said;
} said_words[] = {
  { &soleus_doings, "asleep", N_("Asleep") },
  { &soleus_doings, "in-bed", N_("In bed, awake") },
  { &soleus_doings, "resting", N_("Resting") },
  { &soleus_doings, "sitting", N_("Sitting") },
  { &soleus_doings, "standing", N_("Standing") },
  { &soleus_doings, "walking", N_("Walking") },
  { &soleus_doings, "exercising", N_("Exercise") },
  { &soleus_doings, "after-exercise", N_("After exercise") },
  { &soleus_impacts, "none", N_("No") },
  { &soleus_impacts, "some", N_("Some") },
  { &soleus_impacts, "stopped", N_("I had to stop") },
  { &soleus_falls, "no", N_("No") },
  { &soleus_falls, "almost", N_("Almost") },
  { &soleus_falls, "yes", N_("Fell") },
  { &soleus_helps, "yes", N_("Yes") },
  { &soleus_helps, "a-little", N_("A little") },
  { &soleus_helps, "no", N_("No") },
  { &soleus_helps, "worse", N_("Worse") },
  { &soleus_actions, "A1", N_("Stood on the leg") },
  { &soleus_actions, "A2", N_("Calf stretch at a wall") },
  { &soleus_actions, "A3", N_("Calf stretch, sitting") },
  { &soleus_actions, "A4", N_("Moved the foot up and down") },
  { &soleus_actions, "A5", N_("Back of thigh stretch on a chair") },
  { &soleus_actions, "A5-bed", N_("Back of thigh stretch in bed") },
  { &soleus_actions, "A6", N_("Front of thigh stretch, standing") },
  { &soleus_actions, "A6-side", N_("Front of thigh stretch, lying") },
  { &soleus_actions, "A7", N_("Walked around") },
  { &soleus_actions, "A8", N_("Rubbed the muscle") },
  { &soleus_actions, "A9", N_("Warmth") },
  { &soleus_actions, "A10", N_("Cold") },
  { &soleus_actions, "A11", N_("Warm bath") },
  { &soleus_actions, "A12", N_("Warm shower") },
  { &soleus_actions, "A13", N_("Legs up") },
  { &soleus_actions, "A14", N_("Pillow for the feet") },
  { &soleus_actions, "A15", N_("Loose bedclothes") },
  { &soleus_actions, "A16", N_("Comfortable bed") },
  { &soleus_actions, "A17", N_("Warm-up or cool-down") },
  { &soleus_actions, "A18", N_("Moved during sitting") },
  { &soleus_actions, "A19", N_("Other shoes") },
  { &soleus_actions, "A20", N_("Rest and calm") },
  { &soleus_actions, "A21", N_("Rested the leg") },
  { &soleus_actions, "A22", N_("Compression stockings") },
  { &soleus_actions, "drink", N_("Drank something") },
  { &soleus_actions, "food", N_("Ate something") },
  { &soleus_actions, "medicine", N_("Took a medicine") },
  { &soleus_actions, "waiting", N_("Waited") },
  { &soleus_actions, "other", N_("Something else") },
  { &soleus_drink_kinds, "water", N_("Water") },
  { &soleus_drink_kinds, "electrolyte", N_("Electrolyte drink") },
  { &soleus_drink_kinds, "tea-or-coffee", N_("Tea or coffee") },
  { &soleus_drink_kinds, "alcohol", N_("Alcohol") },
  { &soleus_drink_kinds, "milk", N_("Milk") },
  { &soleus_drink_kinds, "juice", N_("Juice") },
  { &soleus_drink_kinds, "other", N_("Other drink") },
  { &soleus_meal_kinds, "breakfast", N_("Breakfast") },
  { &soleus_meal_kinds, "lunch", N_("Lunch") },
  { &soleus_meal_kinds, "dinner", N_("Dinner") },
  { &soleus_meal_kinds, "snack", N_("Snack") },
  { &soleus_dose_states, "taken", N_("Taken") },
  { &soleus_dose_states, "skipped", N_("Skipped") },
  { &soleus_habits, "hard-exercise", N_("Hard exercise") },
  { &soleus_habits, "long-sitting", N_("Long sitting") },
  { &soleus_habits, "long-standing", N_("Long standing") },
  { &soleus_habits, "heels", N_("Heels") },
  { &soleus_habits, "travel", N_("Travel") },
  { &soleus_routine_kinds, "stretch", N_("Stretch") },
  { &soleus_routine_kinds, "diet", N_("Diet") },
  { &soleus_routine_kinds, "supplement", N_("Supplement") },
  { &soleus_routine_kinds, "other", N_("Other") },
  { &soleus_conditions, "diabetes", N_("Diabetes") },
  { &soleus_conditions, "kidney-disease", N_("Kidney disease") },
  { &soleus_conditions, "dialysis", N_("Dialysis") },
  { &soleus_conditions, "liver-disease", N_("Liver disease") },
  { &soleus_conditions, "thyroid-disease", N_("Thyroid disease") },
  { &soleus_conditions, "heart-failure", N_("Heart failure") },
  { &soleus_conditions, "heart-disease", N_("Heart disease") },
  { &soleus_conditions, "peripheral-artery-disease", N_("Narrowed leg arteries") },
  { &soleus_conditions, "varicose-veins", N_("Varicose veins") },
  { &soleus_conditions, "venous-insufficiency", N_("Weak leg veins") },
  { &soleus_conditions, "high-blood-pressure", N_("High blood pressure") },
  { &soleus_conditions, "high-cholesterol", N_("High cholesterol") },
  { &soleus_conditions, "heart-attack", N_("Heart attack before") },
  { &soleus_conditions, "clot-history", N_("Blood clot before") },
  { &soleus_conditions, "clotting-disorder", N_("Blood clots easily") },
  { &soleus_conditions, "nerve-disorder", N_("Nerve disease") },
  { &soleus_conditions, "neuropathy", N_("Nerve damage in the feet or legs") },
  { &soleus_conditions, "restless-legs", N_("Restless legs") },
  { &soleus_conditions, "sleep-apnoea", N_("Sleep apnea") },
  { &soleus_conditions, "low-sodium", N_("Low sodium") },
  { &soleus_conditions, "raynaud", N_("Raynaud’s disease") },
  { &soleus_conditions, "back-problem", N_("Back problem") },
  { &soleus_conditions, "obesity", N_("Very high weight") },
  { &soleus_answers, "left", N_("Left leg more swollen") },
  { &soleus_answers, "right", N_("Right leg more swollen") },
  { &soleus_answers, "both-equal", N_("Both legs swollen, about the same") },
  { &soleus_answers, "both-unequal", N_("One leg more swollen than the other") },
  { &soleus_answers, "none", N_("No swelling") },
  { &soleus_answers, "yes", N_("Yes") },
  { &soleus_answers, "no", N_("No") },
  { &soleus_answers, "past", N_("Yes, gone now") },
  { &soleus_smoking, "never", N_("Never") },
  { &soleus_smoking, "former", N_("I used to") },
  { &soleus_smoking, "current", N_("Yes") },
};

/**
 * soleus_words_number:
 * @thousandths: a number in thousandths, not below 0
 *
 * Returns: (transfer full): "2", "1.5", "0.125", exactly, with the decimal mark of the locale and without groups
 */
char *
soleus_words_number (gint64 thousandths)
{
  g_autofree char *fraction = g_strdup_printf ("%03d", (int) (thousandths % 1000));
  int length = 3;

  while (length > 0 && fraction[length - 1] == '0')
    length--;
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%.*s", thousandths / 1000, length > 0 ? nl_langinfo (RADIXCHAR) : "", length, fraction);
}

/**
 * soleus_words_word:
 * @vocabulary: a vocabulary
 * @word: one of its words
 *
 * Returns: (transfer none): what a person reads for it; the word itself where it has no saying
 */
const char *
soleus_words_word (const SoleusVocabulary *vocabulary,
                   const char             *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (said_words); i++)
    if (said_words[i].vocabulary == vocabulary && g_strcmp0 (said_words[i].word, word) == 0)
      return _(said_words[i].said);
  return word;
}

/**
 * soleus_words_sites:
 * @episode: the values of an episode
 *
 * Returns: (transfer full) (nullable): "Left calf, left sole of foot", or %NULL where no place is known
 */
char *
soleus_words_sites (const SoleusRow *episode)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < soleus_row_get_n_rows (episode, "sites"); i++)
    {
      const SoleusRow *site = soleus_row_get_row (episode, "sites", i);

      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, soleus_site_get_name (soleus_row_get_text (site, "muscle"), soleus_row_get_text (site, "side")));
    }
  if (text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_words_episode_when:
 * @episode: an episode
 *
 * Returns: (transfer full): "2:40", "about 2:00 to 4:00" or "time not known"
 */
char *
soleus_words_episode_when (SoleusRecord *episode)
{
  const SoleusRow *values = soleus_record_get_values (episode);
  g_autofree char *from = NULL, *until = NULL;
  SoleusTime start;
  gint64 span;

  if (!soleus_row_get_time (values, "start", &start))
    return g_strdup (_("Time not known"));
  from = soleus_words_time (start);
  if (g_strcmp0 (soleus_row_get_text (values, "precision"), "exact") == 0)
    return g_steal_pointer (&from);
  span = soleus_row_get_number (values, "start_span_min", 0);
  if (span == 0)
    return g_strdup_printf (_("About %s"), from);
  until = soleus_words_minute ((int) ((soleus_time_get_minute (start) + span) % 1440));
  return g_strdup_printf (_("About %s to %s"), from, until);
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
summarize_episode (GString         *text,
                   const SoleusRow *values)
{
  g_autofree char *sites = soleus_words_sites (values);
  gint64 seconds = soleus_episode_get_seconds (values);

  add_part (text, sites != NULL ? sites : _("Cramp"));
  if (soleus_row_has (values, "pain"))
    {
      /* Translators: "pain 7 of 10" */
      g_autofree char *pain = g_strdup_printf (_("pain %d of 10"), (int) soleus_row_get_number (values, "pain", 0));

      add_part (text, pain);
    }
  if (seconds >= 0)
    {
      g_autofree char *duration = soleus_words_duration (seconds);

      add_part (text, duration);
    }
  if (soleus_row_get_answer (values, "open") == SOLEUS_YES)
    add_part (text, _("not ended yet"));
}

/**
 * soleus_words_summary:
 * @record: a record
 *
 * Returns: (transfer full): it in one line, without its time and note. Drinks are in ml here; soleus_day_words_entry() knows the
 *   person's unit
 */
char *
soleus_words_summary (SoleusRecord *record)
{
  const SoleusRow *values = soleus_record_get_values (record);
  GString *text = g_string_new (NULL);
  g_autofree char *part = NULL;

  switch ((int) soleus_record_get_kind (record))
    {
    case SOLEUS_KIND_EPISODE:
      summarize_episode (text, values);
      break;
    case SOLEUS_KIND_NIGHT:
      part = soleus_words_night (soleus_record_get_night (record));
      add_part (text, part);
      break;
    case SOLEUS_KIND_DRINK:
      add_part (text, soleus_words_word (&soleus_drink_kinds, soleus_row_get_text (values, "drink")));
      part = soleus_volume_words_say (soleus_row_get_number (values, "amount_ml", 0), SOLEUS_VOLUME_ML);
      add_part (text, part);
      break;
    case SOLEUS_KIND_MEAL:
      part = soleus_meals_say (NULL, values);
      add_part (text, part);
      break;
    case SOLEUS_KIND_DOSE:
      add_part (text, _("Medicine"));
      add_part (text, soleus_words_word (&soleus_dose_states, soleus_row_get_text (values, "status")));
      break;
    case SOLEUS_KIND_STRETCH:
      add_part (text, _("Stretches"));
      if (soleus_row_has (values, "seconds"))
        {
          part = soleus_words_duration (soleus_row_get_number (values, "seconds", 0));
          add_part (text, part);
        }
      break;
    case SOLEUS_KIND_HABIT:
      add_part (text, soleus_words_word (&soleus_habits, soleus_row_get_text (values, "habit")));
      break;
    case SOLEUS_KIND_CHECK:
      add_part (text, _("Warning signs checked"));
      break;
    default:
      part = soleus_words_kind (soleus_record_get_kind (record));
      add_part (text, part);
      break;
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_words_kind:
 * @kind: a kind
 *
 * Returns: (transfer full): what one such record is called
 */
char *
soleus_words_kind (SoleusKind kind)
{
  static const char *const names[] = {
    [SOLEUS_KIND_EPISODE] = N_("Cramp"),
    [SOLEUS_KIND_NIGHT] = N_("Night"),
    [SOLEUS_KIND_CHECK] = N_("Warning check"),
    [SOLEUS_KIND_VERDICT] = N_("Result of a warning check"),
    [SOLEUS_KIND_PROMPT] = N_("Advice shown"),
    [SOLEUS_KIND_DRINK] = N_("Drink"),
    [SOLEUS_KIND_CONTAINER] = N_("Glass or bottle"),
    [SOLEUS_KIND_MEAL] = N_("Meal"),
    [SOLEUS_KIND_FOOD] = N_("Own food"),
    [SOLEUS_KIND_MEDICINE] = N_("Medicine"),
    [SOLEUS_KIND_SCHEDULE] = N_("Medicine schedule"),
    [SOLEUS_KIND_DOSE_CHANGE] = N_("Change of dose"),
    [SOLEUS_KIND_STOCK] = N_("Medicine stock"),
    [SOLEUS_KIND_DOSE] = N_("Dose"),
    [SOLEUS_KIND_STRETCH] = N_("Stretches"),
    [SOLEUS_KIND_PLAN] = N_("Stretch routine"),
    [SOLEUS_KIND_HABIT] = N_("Habit"),
    [SOLEUS_KIND_ROUTINE] = N_("Routine"),
    [SOLEUS_KIND_FAVOURITE] = N_("Favorite"),
    [SOLEUS_KIND_PROFILE] = N_("About you"),
    [SOLEUS_KIND_REMINDER] = N_("Reminder"),
    [SOLEUS_KIND_REMINDING] = N_("Reminder settings"),
    [SOLEUS_KIND_NOTICE] = N_("Reminder shown"),
  };

  return g_strdup (_(names[kind]));
}

/**
 * soleus_words_deleted:
 * @kind: a kind
 *
 * Returns: (transfer full): what is said when such a record was deleted: "Cramp deleted."
 */
char *
soleus_words_deleted (SoleusKind kind)
{
  g_autofree char *name = soleus_words_kind (kind);

  /* Translators: %s is a kind of entry: "Cramp deleted." */
  return g_strdup_printf (_("%s deleted."), name);
}

/**
 * soleus_words_matching_muscles:
 * @text: what a person searches for
 *
 * Returns: (transfer full): the muscles whose names hold it, each between commas, as #SoleusTimelineFilter takes them
 */
char *
soleus_words_matching_muscles (const char *text)
{
  GString *muscles = g_string_new (",");
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; soleus_muscles.words[i] != NULL; i++)
    {
      const char *const sides[] = { NULL, "left", "right" };

      for (guint k = 0; k < G_N_ELEMENTS (sides); k++)
        {
          g_autofree char *name = g_utf8_casefold (soleus_site_get_name (soleus_muscles.words[i], sides[k]), -1);

          if (strstr (name, wanted) != NULL && (sides[k] == NULL || strlen (wanted) > 5))
            {
              g_string_append_printf (muscles, "%s,", soleus_muscles.words[i]);
              break;
            }
        }
    }
  return g_string_free (muscles, FALSE);
}
