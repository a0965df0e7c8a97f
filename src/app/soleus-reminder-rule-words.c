/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person who sets quiet hours must not lose a reminder without knowing: whatever falls into them is named, with what becomes of it. */
#include "config.h"

#include "app/soleus-reminder-rule-words.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"

#define MINUTES_A_DAY 1440
#define SECONDS_A_DAY 86400
#define ALL_WEEK 127
#define MONDAY_TO_FRIDAY 31
#define WEEKEND 96
#define DAYS_OF_DOSES 7 /* a week shows every weekday once */
#define MOST_DRINKS 300
#define MOST_DOSE_WAIT (12 * 60)
#define CHECK_IN_UNTIL (18 * 60)
#define CHECK_IN_AT_LEAST (3 * 60)

static char *
join_words (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        /* Translators: between the last two of a list; then between the others */
        g_string_append (text, i + 1 == words->len ? C_("list", " and ") : C_("list", ", "));
      g_string_append (text, g_ptr_array_index (words, i));
    }
  return g_string_free (text, FALSE);
}

static char *
join_minutes (const GArray *minutes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < minutes->len; i++)
    g_ptr_array_add (words, soleus_words_minute (g_array_index (minutes, int, i)));
  return join_words (words);
}

/**
 * soleus_reminder_rule_say_weekdays:
 * @weekdays: bit 0 is Monday
 *
 * Returns: (transfer full): "every day", "Monday to Friday", "Monday and Thursday"
 */
char *
soleus_reminder_rule_say_weekdays (int weekdays)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if ((weekdays & ALL_WEEK) == ALL_WEEK)
    return g_strdup (_("every day"));
  if (weekdays == MONDAY_TO_FRIDAY)
    {
      g_autofree char *first = soleus_words_weekday (1, FALSE), *last = soleus_words_weekday (5, FALSE);

      /* Translators: two days of the week */
      return g_strdup_printf (_("%s to %s"), first, last);
    }
  for (int day = 0; day < 7; day++)
    if ((weekdays & (1 << day)) != 0)
      g_ptr_array_add (words, soleus_words_weekday (day + 1, FALSE));
  return words->len > 0 ? join_words (words) : g_strdup (_("on no day"));
}

/**
 * soleus_reminder_rule_say_every:
 * @minutes: how much time lies between two
 *
 * Returns: (transfer full): "Every 2 hours"
 */
char *
soleus_reminder_rule_say_every (int minutes)
{
  if (minutes == 60)
    return g_strdup (_("Every hour"));
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("Every %d hour", "Every %d hours", (gulong) minutes / 60), minutes / 60);
  return g_strdup_printf (ngettext ("Every %d minute", "Every %d minutes", (gulong) minutes), minutes);
}

static gboolean
was_said (const GArray *times,
          guint         index)
{
  for (guint i = 0; i < index; i++)
    if (g_array_index (times, SoleusReminderTime, i).weekdays == g_array_index (times, SoleusReminderTime, index).weekdays)
      return TRUE;
  return FALSE;
}

/* "8:00 every day", "7:00 Monday to Friday · 9:00 Saturday and Sunday": the times of the same days together. */
static char *
say_times (const GArray *times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      int weekdays = g_array_index (times, SoleusReminderTime, i).weekdays;
      g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
      g_autofree char *when = NULL, *days = NULL;

      if (was_said (times, i))
        continue;
      for (guint j = i; j < times->len; j++)
        if (g_array_index (times, SoleusReminderTime, j).weekdays == weekdays)
          g_array_append_val (minutes, g_array_index (times, SoleusReminderTime, j).minute);
      when = join_minutes (minutes);
      days = soleus_reminder_rule_say_weekdays (weekdays);
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: times of day, then days: "8:00 every day" */
      g_string_append_printf (text, _("%s %s"), when, days);
    }
  return g_string_free (text, FALSE);
}

static char *
say_span (int from,
          int until)
{
  g_autofree char *first = soleus_words_minute (from % MINUTES_A_DAY), *last = soleus_words_minute (until % MINUTES_A_DAY);

  /* Translators: two times of day */
  return g_strdup_printf (_("%s to %s"), first, last);
}

/**
 * soleus_reminder_rule_say:
 * @rules: the settings
 * @kind: a kind of reminder
 *
 * Returns: (transfer full): when it comes, such as "8:00 every day" or "Every 2 hours, 9:00 to 18:00"
 */
char *
soleus_reminder_rule_say (const SoleusReminderRules *rules,
                          SoleusReminderKind         kind)
{
  const SoleusReminderRule *rule = &rules->rules[kind];

  if (kind == SOLEUS_REMINDER_DOSE)
    return g_strdup (_("From their schedules"));
  if (kind == SOLEUS_REMINDER_DRINK)
    {
      g_autofree char *every = soleus_reminder_rule_say_every (rule->every_min), *span = say_span (rule->from_minute, rule->until_minute);

      /* Translators: "Every 2 hours", then "9:00 to 18:00" */
      return g_strdup_printf (_("%s, %s"), every, span);
    }
  return say_times (rule->times);
}

/**
 * soleus_reminder_rule_say_quiet:
 * @rules: the settings
 *
 * Returns: (transfer full): "22:30 to 7:00"
 */
char *
soleus_reminder_rule_say_quiet (const SoleusReminderRules *rules)
{
  return say_span (rules->quiet_from, rules->quiet_until);
}

static GArray *
list_drinks (const SoleusReminderRule *rule)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));
  int until = rule->until_minute < rule->from_minute ? rule->until_minute + MINUTES_A_DAY : rule->until_minute;

  for (int minute = rule->from_minute; rule->every_min > 0 && minute <= until && minutes->len < MOST_DRINKS; minute += rule->every_min)
    {
      int of_day = minute % MINUTES_A_DAY;

      g_array_append_val (minutes, of_day);
    }
  return minutes;
}

/**
 * soleus_reminder_rule_say_drinks:
 * @rule: the rule of drinks
 *
 * Returns: (transfer full): what comes of it on a day: "5 reminders a day: 9:00, 11:00, 13:00, 15:00 and 17:00."
 */
char *
soleus_reminder_rule_say_drinks (const SoleusReminderRule *rule)
{
  g_autoptr (GArray) minutes = list_drinks (rule);
  g_autofree char *times = join_minutes (minutes);

  /* Translators: a number, then times of day */
  return g_strdup_printf (ngettext ("%u reminder a day: %s.", "%u reminders a day: %s.", minutes->len), minutes->len, times);
}

/**
 * soleus_reminder_rule_is_quiet:
 * @rules: the settings
 * @minute: a minute of the day
 *
 * Returns: whether it falls into the quiet hours
 */
gboolean
soleus_reminder_rule_is_quiet (const SoleusReminderRules *rules,
                               int                        minute)
{
  if (!rules->quiet || rules->quiet_from == rules->quiet_until)
    return FALSE;
  if (rules->quiet_from < rules->quiet_until)
    return minute >= rules->quiet_from && minute < rules->quiet_until;
  return minute >= rules->quiet_from || minute < rules->quiet_until;
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_once (GArray *minutes,
          int     minute)
{
  for (guint i = 0; i < minutes->len; i++)
    if (g_array_index (minutes, int, i) == minute)
      return;
  g_array_append_val (minutes, minute);
}

static void
remove_all (GArray       *minutes,
            const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    for (guint j = minutes->len; j > 0; j--)
      if (g_array_index (minutes, int, j - 1) == g_array_index (others, int, i))
        g_array_remove_index (minutes, j - 1);
}

/* How long a reminder of that minute would wait for the end of the quiet hours. */
static int
get_wait (const SoleusReminderRules *rules,
          int                        minute)
{
  return (rules->quiet_until - minute + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/* Doses of a week from now that fall into the quiet hours: those whose reminder waits, and those that by then are no longer to be
 * taken, because the next one of the medicine is due or twelve hours went by. */
static void
sort_doses (const SoleusReminderRules *rules,
            const SoleusMedicineBook  *medicines,
            GArray                    *waiting,
            GArray                    *lost)
{
  GPtrArray *all = soleus_medicine_book_get_medicines (medicines);
  gint64 now = soleus_medicine_book_get_now (medicines).utc;

  for (guint i = 0; i < all->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (all, i);
      g_autoptr (GArray) due = soleus_schedule_list (medicine->schedule, now, now + DAYS_OF_DOSES * SECONDS_A_DAY);

      for (guint j = 0; j < due->len; j++)
        {
          const SoleusDue *dose = &g_array_index (due, SoleusDue, j);
          int wait = get_wait (rules, dose->minute);
          gboolean is_over = wait >= MOST_DOSE_WAIT || (j + 1 < due->len && g_array_index (due, SoleusDue, j + 1).time.utc <= dose->time.utc + wait * 60);

          if (soleus_reminder_rule_is_quiet (rules, dose->minute))
            add_once (is_over ? lost : waiting, dose->minute);
        }
    }
  remove_all (lost, waiting);
}

/* A check-in waits while it still makes sense: until 18:00 of its day, or three hours. The others do not come. */
static void
sort_times (const SoleusReminderRules *rules,
            SoleusReminderKind         kind,
            GArray                    *waiting,
            GArray                    *lost)
{
  const SoleusReminderRule *rule = &rules->rules[kind];
  g_autoptr (GArray) minutes = kind == SOLEUS_REMINDER_DRINK ? list_drinks (rule) : g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; kind != SOLEUS_REMINDER_DRINK && i < rule->times->len; i++)
    add_once (minutes, g_array_index (rule->times, SoleusReminderTime, i).minute);
  for (guint i = 0; i < minutes->len; i++)
    {
      int minute = g_array_index (minutes, int, i);
      gboolean waits = kind == SOLEUS_REMINDER_CHECK_IN && get_wait (rules, minute) < MAX (CHECK_IN_UNTIL - minute, CHECK_IN_AT_LEAST);

      if (soleus_reminder_rule_is_quiet (rules, minute))
        add_once (waits ? waiting : lost, minute);
    }
}

/**
 * soleus_reminder_rule_say_quieted:
 * @rules: the settings
 * @kind: a kind of reminder
 * @medicines: (nullable): for doses: the medicines
 *
 * Check-ins and doses wait until the quiet hours are over, if they still make sense then; the others do not come. Our own choice.
 *
 * Returns: (transfer full) (nullable): which of its times fall into the quiet hours and what becomes of them; %NULL where none does
 */
char *
soleus_reminder_rule_say_quieted (const SoleusReminderRules *rules,
                                  SoleusReminderKind         kind,
                                  const SoleusMedicineBook  *medicines)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (int)), lost = g_array_new (FALSE, FALSE, sizeof (int));
  GString *text = g_string_new (NULL);

  if (kind != SOLEUS_REMINDER_DOSE)
    sort_times (rules, kind, waiting, lost);
  else if (medicines != NULL)
    sort_doses (rules, medicines, waiting, lost);
  g_array_sort (waiting, compare_minutes);
  g_array_sort (lost, compare_minutes);
  if (waiting->len > 0)
    {
      g_autofree char *times = join_minutes (waiting), *until = soleus_words_minute (rules->quiet_until);

      /* Translators: times of day, then when quiet hours are over */
      g_string_append_printf (text, ngettext ("%s falls into your quiet hours. Its reminder waits until %s.", "%s fall into your quiet hours. Their reminders wait until %s.", waiting->len), times, until);
    }
  if (lost->len > 0)
    {
      g_autofree char *times = join_minutes (lost);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: times of day */
      g_string_append_printf (text, ngettext ("%s falls into your quiet hours. No reminder comes then.", "%s fall into your quiet hours. No reminders come then.", lost->len), times);
    }
  return g_string_free (text, text->len == 0);
}
