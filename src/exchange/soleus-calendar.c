/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times are written without a zone, so that eight o'clock is eight o'clock on a journey and after the clock was changed. Only rules
 * that every calendar heeds are used. No library writes it: what Debian 12 has folds lines between the two signs that end them. */
#include "config.h"

#include "exchange/soleus-calendar.h"

/* In bytes, without its end: RFC 5545, 3.1. */
#define LINE_LENGTH 75

/* Some calendars show what has no length as an hour or as a day. Our own choice. */
#define LENGTH "PT5M"

/**
 * soleus_calendar_event_new:
 * @id: what it is
 * @summary: what it says
 * @series: when
 *
 * Returns: (transfer full): an event
 */
SoleusCalendarEvent *
soleus_calendar_event_new (const char         *id,
                           const char         *summary,
                           const SoleusSeries *series)
{
  SoleusCalendarEvent *self = g_new0 (SoleusCalendarEvent, 1);

  self->id = g_strdup (id);
  self->summary = g_strdup (summary);
  self->series = *series;
  return self;
}

/**
 * soleus_calendar_event_free:
 * @self: (transfer full): an event
 */
void
soleus_calendar_event_free (SoleusCalendarEvent *self)
{
  g_free (self->id);
  g_free (self->summary);
  g_free (self);
}

/* "20260303T074000" */
static char *
write_time (SoleusDate date,
            int        minute)
{
  int year, month, day;

  soleus_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d00", year, month, day, minute / 60, minute % 60);
}

static char *
write_weekdays (int weekdays)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((weekdays >> i & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", names[i]);
  return g_string_free (text, FALSE);
}

/* Without its end. */
static char *
write_repeat (const SoleusSeries *series)
{
  g_autofree char *weekdays = NULL;

  switch (series->repeat)
    {
    case SOLEUS_REPEAT_DAYS:
      return series->number == 1 ? g_strdup ("FREQ=DAILY") : g_strdup_printf ("FREQ=DAILY;INTERVAL=%d", series->number);
    case SOLEUS_REPEAT_WEEKDAYS:
      weekdays = write_weekdays (series->number);
      return g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", weekdays);
    case SOLEUS_REPEAT_MONTH_DAY:
      return g_strdup_printf ("FREQ=MONTHLY;BYMONTHDAY=%d", series->number);
    case SOLEUS_REPEAT_LONG_MONTHS:
      return g_strdup_printf ("FREQ=MONTHLY;BYMONTH=1,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=%d", series->number);
    case SOLEUS_REPEAT_FEBRUARY:
      return g_strdup ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
    case SOLEUS_REPEAT_NEVER:
    default:
      return NULL;
    }
}

static char *
write_rule (const SoleusSeries *series)
{
  g_autofree char *repeat = write_repeat (series), *until = NULL;

  if (repeat == NULL || series->last == SOLEUS_DATE_NONE)
    return g_steal_pointer (&repeat);
  until = write_time (series->last, series->minute);
  return g_strdup_printf ("%s;UNTIL=%s", repeat, until);
}

/* What a person typed may hold what no calendar takes; line breaks it does take. */
static char *
write_text (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  GString *text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (text, "\\n");
      else if (c == '\\' || c == ';' || c == ',')
        g_string_append_printf (text, "\\%c", (char) c);
      else
        g_string_append_unichar (text, g_unichar_type (c) == G_UNICODE_CONTROL ? ' ' : c);
    }
  return g_string_free (text, FALSE);
}

/* A long line goes on after a line end and a space. They stand between characters, and not behind the sign before an escaped one. */
static void
add_line (GString    *file,
          const char *name,
          const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);
  int room = LINE_LENGTH, length;

  for (const char *p = line; *p != '\0'; p += length)
    {
      length = (int) (g_utf8_next_char (p) - p) + (*p == '\\');
      if (length > room)
        {
          g_string_append (file, "\r\n ");
          room = LINE_LENGTH - 1;
        }
      g_string_append_len (file, p, length);
      room -= length;
    }
  g_string_append (file, "\r\n");
}

/* Says nothing of what the event is about, and is the same whenever that is written: importing it again replaces it. */
static char *
make_uid (const char *id)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strdup_printf ("%.32s@" SOLEUS_APP_ID, hash);
}

/* A later file has a higher number, without which some calendars keep the older version of an event. */
static char *
write_sequence (SoleusTime now)
{
  return g_strdup_printf ("%d", (int) CLAMP (now.utc / 60, 0, G_MAXINT32));
}

static void
add_event (GString                   *file,
           const SoleusCalendarEvent *event,
           const char                *rule,
           SoleusTime                 now)
{
  const SoleusTime utc = { now.utc, 0 };
  g_autofree char *uid = make_uid (event->id), *stamp = write_time (soleus_time_get_date (utc), soleus_time_get_minute (utc));
  g_autofree char *zulu = g_strconcat (stamp, "Z", NULL), *sequence = write_sequence (now);
  g_autofree char *start = write_time (event->series.first, event->series.minute), *summary = write_text (event->summary);

  add_line (file, "BEGIN", "VEVENT");
  add_line (file, "UID", uid);
  add_line (file, "DTSTAMP", zulu);
  add_line (file, "SEQUENCE", sequence);
  add_line (file, "DTSTART", start);
  add_line (file, "DURATION", LENGTH);
  if (rule != NULL)
    add_line (file, "RRULE", rule);
  add_line (file, "SUMMARY", summary);
  add_line (file, "CLASS", "PRIVATE");
  add_line (file, "TRANSP", "TRANSPARENT");
  add_line (file, "BEGIN", "VALARM");
  add_line (file, "ACTION", "DISPLAY");
  add_line (file, "DESCRIPTION", summary);
  add_line (file, "TRIGGER", "PT0S");
  add_line (file, "END", "VALARM");
  add_line (file, "END", "VEVENT");
}

/**
 * soleus_calendar_write:
 * @events: (element-type SoleusCalendarEvent): what to remind of
 * @now: the present moment
 *
 * Each event has an alarm at its time. Events that say the same at the same times are written once: the person would not know
 * which is which.
 *
 * Returns: (transfer full): the text of the file
 */
char *
soleus_calendar_write (GPtrArray *events,
                       SoleusTime now)
{
  GString *file = g_string_new (NULL);
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_line (file, "BEGIN", "VCALENDAR");
  add_line (file, "PRODID", "-//Soleus//Soleus " SOLEUS_VERSION "//EN");
  add_line (file, "VERSION", "2.0");
  add_line (file, "X-WR-CALNAME", "Soleus");
  for (guint i = 0; i < events->len; i++)
    {
      const SoleusCalendarEvent *event = g_ptr_array_index (events, i);
      g_autofree char *rule = write_rule (&event->series);

      if (g_hash_table_add (written, g_strdup_printf ("%d %d %s %s", event->series.first, event->series.minute, rule != NULL ? rule : "", event->summary)))
        add_event (file, event, rule, now);
    }
  add_line (file, "END", "VCALENDAR");
  return g_string_free (file, FALSE);
}
