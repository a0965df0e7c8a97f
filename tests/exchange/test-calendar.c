/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a calendar file: whole, folded, and the same names out of it as went in. */
#include "config.h"

#include "exchange/soleus-calendar.h"

#include <stdlib.h>
#include <string.h>

#include "lib/soleus-test.h"

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static char *
write_one (const char *id,
           const char *summary,
           const char *now)
{
  const SoleusSeries series = { SOLEUS_REPEAT_DAYS, 1, 480, soleus_test_date ("2026-03-03"), SOLEUS_DATE_NONE };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_calendar_event_free);

  g_ptr_array_add (events, soleus_calendar_event_new (id, summary, &series));
  return soleus_calendar_write (events, soleus_test_time (now));
}

/* The value of a line, unfolded, with what was escaped as it was. */
static char *
read_value (const char *text,
            const char *name)
{
  g_autofree char *start = g_strconcat ("\r\n", name, ":", NULL);
  const char *p = strstr (text, start);
  GString *value = g_string_new (NULL);

  g_assert_nonnull (p);
  for (p += strlen (start); *p != '\0'; p++)
    if (g_str_has_prefix (p, "\r\n "))
      p += 2;
    else if (g_str_has_prefix (p, "\r\n"))
      break;
    else if (*p == '\\')
      g_string_append_c (value, *++p == 'n' || *p == 'N' ? '\n' : *p);
    else
      {
        g_assert_true (*p != ',' && *p != ';');
        g_string_append_c (value, *p);
      }
  return g_string_free (value, FALSE);
}

static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_names (void)
{
  static const char *const kept[] = {
    "Vitamin B1, B6; B12", "back\\slash \\n \\, end", "two\nlines\n", "\"quoted\" 'name'", "Magnesium: 300 mg", "10 % (ml/l) = x",
    "\360\237\222\212 pill \360\237\221\251\342\200\215\342\232\225\357\270\217", "\327\236\327\222\327\240\327\226\327\231\327\225\327\235 300",
    "\330\247\331\204\331\205\330\272\331\206\331\212\330\263\331\212\331\210\331\205; \342\200\2173", "na\303\257ve \344\270\255\346\226\207",
  };
  g_autoptr (GString) emoji = g_string_new (NULL), commas = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *text = write_one ("a", kept[i], SOLEUS_TEST_NOW), *summary = read_value (text, "SUMMARY"), *description = read_value (text, "DESCRIPTION");

      assert_lines (text);
      g_assert_cmpstr (summary, ==, kept[i]);
      g_assert_cmpstr (description, ==, kept[i]);
    }

  /* Folding meets characters of every length, and the sign before an escaped one, at every place. */
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = NULL, *summary = NULL, *longer = NULL, *second = NULL;

      g_string_append (emoji, i % 3 == 0 ? "\360\237\222\212" : i % 3 == 1 ? "\303\251" : "x");
      g_string_append (commas, i % 2 == 0 ? "," : "\\");
      text = write_one ("a", emoji->str, SOLEUS_TEST_NOW);
      summary = read_value (text, "SUMMARY");
      g_assert_cmpstr (summary, ==, emoji->str);
      assert_lines (text);
      longer = write_one ("a", commas->str, SOLEUS_TEST_NOW);
      second = read_value (longer, "SUMMARY");
      g_assert_cmpstr (second, ==, commas->str);
      assert_lines (longer);
    }

  /* Nothing that a name holds makes a line of its own, nor a control character. */
  {
    g_autofree char *text = write_one ("a", "x\r\nEND:VEVENT\r\nATTACH:y\tz\001\302\205\033[2J", SOLEUS_TEST_NOW), *summary = read_value (text, "SUMMARY");

    g_assert_cmpstr (summary, ==, "x \nEND:VEVENT \nATTACH:y z   [2J");
    g_assert_null (strstr (text, "\r\nATTACH"));
    g_assert_cmpuint (count (text, "\r\nEND:VEVENT\r\n"), ==, 1);
    assert_lines (text);
  }
  {
    g_autofree char *text = write_one ("a", "broken \303( end", SOLEUS_TEST_NOW);

    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

static void
test_whole (void)
{
  g_autofree char *text = write_one ("a", "Soleus: time for a drink", "2026-03-03T02:40:00+01:00");
  g_autofree char *uid = read_value (text, "UID");
  g_autofree char *expected = g_strdup_printf ("BEGIN:VCALENDAR\r\nPRODID:-//Soleus//Soleus %s//EN\r\nVERSION:2.0\r\nX-WR-CALNAME:Soleus\r\n"
                                               "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260303T014000Z\r\nSEQUENCE:29541700\r\nDTSTART:20260303T080000\r\n"
                                               "DURATION:PT5M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Soleus: time for a drink\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n"
                                               "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Soleus: time for a drink\r\nTRIGGER:PT0S\r\nEND:VALARM\r\n"
                                               "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                               SOLEUS_VERSION, uid);

  g_assert_cmpstr (text, ==, expected);
}

/* A file that is imported later replaces what an earlier one brought. */
static void
test_again (void)
{
  g_autofree char *first = write_one ("dose 1", "Zinc", "2026-03-03T08:00:00+01:00"), *later = write_one ("dose 1", "Zinc 5 mg", "2026-03-03T08:01:00+01:00");
  g_autofree char *other = write_one ("dose 2", "Zinc", "2026-03-03T08:00:00+01:00");
  g_autofree char *uid = read_value (first, "UID"), *uid_later = read_value (later, "UID"), *uid_other = read_value (other, "UID");
  g_autofree char *number = read_value (first, "SEQUENCE"), *number_later = read_value (later, "SEQUENCE");

  g_assert_cmpstr (uid, ==, uid_later);
  g_assert_cmpstr (uid, !=, uid_other);
  g_assert_cmpint (atoi (number_later), >, atoi (number));
  g_assert_null (strstr (uid, "dose"));
}

/* Of those that say the same at the same times one is left. */
static void
test_twins (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_calendar_event_free);
  SoleusSeries series = { SOLEUS_REPEAT_DAYS, 1, 480, soleus_test_date ("2026-03-03"), SOLEUS_DATE_NONE };
  g_autofree char *text = NULL;

  g_ptr_array_add (events, soleus_calendar_event_new ("a", "One", &series));
  g_ptr_array_add (events, soleus_calendar_event_new ("b", "One", &series));
  g_ptr_array_add (events, soleus_calendar_event_new ("c", "Two", &series));
  series.minute++;
  g_ptr_array_add (events, soleus_calendar_event_new ("d", "One", &series));
  series.last = series.first + 8;
  g_ptr_array_add (events, soleus_calendar_event_new ("e", "One", &series));
  text = soleus_calendar_write (events, soleus_test_time (SOLEUS_TEST_NOW));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/text", test_whole);
  g_test_add_func ("/calendar/names", test_names);
  g_test_add_func ("/calendar/again", test_again);
  g_test_add_func ("/calendar/twins", test_twins);
  return g_test_run ();
}
