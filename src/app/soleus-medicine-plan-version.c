/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One version of a schedule. Moments are minutes of civil time, counted from 1970-01-01: that is what versions name, and no zone is
 * between them. */
#include "config.h"

#include "app/soleus-medicine-plan-private.h"

#define MINUTES_A_DAY 1440

gint64
soleus_plan_moment (SoleusDate date,
                    int        minute)
{
  return (gint64) date * MINUTES_A_DAY + minute;
}

gint64
soleus_plan_moment_of (SoleusTime now)
{
  return soleus_plan_moment (soleus_time_get_date (now), soleus_time_get_minute (now));
}

/* The first minute that belongs to it. */
gint64
soleus_plan_get_begin (const SoleusRow *row)
{
  return soleus_plan_moment (soleus_row_get_date (row, "valid_from"), (int) soleus_row_get_number (row, "from_minute", 0));
}

/* The first minute that no longer does. */
gint64
soleus_plan_get_end (const SoleusRow *row)
{
  SoleusDate last = soleus_row_get_date (row, "valid_until");

  if (last == SOLEUS_DATE_NONE)
    return SOLEUS_PLAN_FOREVER;
  return soleus_plan_moment (last, (int) soleus_row_get_number (row, "until_minute", MINUTES_A_DAY));
}

gboolean
soleus_plan_is_in_charge (const SoleusRow *row,
                          gint64           moment)
{
  return soleus_plan_get_begin (row) <= moment && moment < soleus_plan_get_end (row);
}

/* Whether the days are counted from a first one. */
gboolean
soleus_plan_counts_days (const SoleusRow *row)
{
  const char *pattern = soleus_row_get_text (row, "pattern");

  return g_strcmp0 (pattern, "every-n-days") == 0 || g_strcmp0 (pattern, "cycle") == 0;
}

/* The day that its days are counted from. */
SoleusDate
soleus_plan_get_first_counted (const SoleusRow *row)
{
  return soleus_row_has (row, "cycle_start") ? soleus_row_get_date (row, "cycle_start") : soleus_row_get_date (row, "valid_from");
}

/* What a version says of its own life, as against what it says of doses. */
static gboolean
is_of_life (const char *field)
{
  static const char *const fields[] = { "medicine", "valid_from", "valid_until", "from_minute", "until_minute", "pauses", NULL };

  return g_strv_contains (fields, field);
}

static void
copy_times (const SoleusRow *from,
            SoleusRow       *to)
{
  for (guint i = 0; i < soleus_row_get_n_rows (from, "times"); i++)
    {
      const SoleusRow *time = soleus_row_get_row (from, "times", i);
      SoleusRow *copy = soleus_row_add_row (to, "times");

      soleus_row_set_number (copy, "minute", soleus_row_get_number (time, "minute", 0));
      if (soleus_row_has (time, "amount"))
        soleus_row_set_number (copy, "amount", soleus_row_get_number (time, "amount", 0));
    }
}

/* Takes over what is due and when. */
void
soleus_plan_copy_doses (const SoleusRow *from,
                        SoleusRow       *to)
{
  for (guint i = 0; i < from->n_fields; i++)
    {
      const char *field = from->fields[i].name;

      if (is_of_life (field))
        continue;
      soleus_row_clear (to, field);
      if (!soleus_row_has (from, field))
        continue;
      if (from->fields[i].type == SOLEUS_FIELD_LIST)
        copy_times (from, to);
      else if (from->fields[i].type == SOLEUS_FIELD_WORD)
        soleus_row_set_text (to, field, soleus_row_get_text (from, field));
      else if (from->fields[i].type == SOLEUS_FIELD_DATE)
        soleus_row_set_date (to, field, soleus_row_get_date (from, field));
      else
        soleus_row_set_number (to, field, soleus_row_get_number (from, field, 0));
    }
}

void
soleus_plan_add_pause (SoleusRow *row,
                       SoleusDate from,
                       SoleusDate until)
{
  SoleusRow *pause = soleus_row_add_row (row, "pauses");

  soleus_row_set_date (pause, "from", from);
  if (until != SOLEUS_DATE_NONE)
    soleus_row_set_date (pause, "until", until);
}

/* The last day of a pause; an open one has none before the end of all days. */
SoleusDate
soleus_plan_get_last_paused (const SoleusRow *pause)
{
  return soleus_row_has (pause, "until") ? soleus_row_get_date (pause, "until") : SOLEUS_DATE_MAX;
}

/* Replaces the pauses of @to by those of @from that reach to @first or beyond, and begin on or after @earliest. */
void
soleus_plan_copy_pauses (const SoleusRow *from,
                         SoleusRow       *to,
                         SoleusDate       earliest,
                         SoleusDate       first)
{
  soleus_row_clear (to, "pauses");
  for (guint i = 0; i < soleus_row_get_n_rows (from, "pauses"); i++)
    {
      const SoleusRow *pause = soleus_row_get_row (from, "pauses", i);

      if (soleus_row_get_date (pause, "from") >= earliest && soleus_plan_get_last_paused (pause) >= first)
        soleus_plan_add_pause (to, soleus_row_get_date (pause, "from"), soleus_row_get_date (pause, "until"));
    }
}

/* Ends a version just before a moment. What has not begun by then is taken back. */
void
soleus_plan_end (GPtrArray    *edits,
                 SoleusRecord *version,
                 gint64        moment)
{
  g_autoptr (SoleusRecord) ended = NULL;
  SoleusDate date = (SoleusDate) (moment / MINUTES_A_DAY);
  int minute = (int) (moment % MINUTES_A_DAY);
  SoleusRow *row;

  if (soleus_plan_get_end (soleus_record_get_values (version)) <= moment)
    return;
  if (soleus_plan_get_begin (soleus_record_get_values (version)) >= moment)
    {
      soleus_edits_delete (edits, soleus_record_get_uuid (version));
      return;
    }
  ended = soleus_record_copy (version);
  row = soleus_record_get_values (ended);
  soleus_row_set_date (row, "valid_until", minute > 0 ? date : date - 1);
  if (minute > 0)
    soleus_row_set_number (row, "until_minute", minute);
  else
    soleus_row_clear (row, "until_minute");
  soleus_edits_save (edits, ended);
}

/* When it begins, and when it ends if the person set an end that is still to come. */
void
soleus_plan_set_span (SoleusRow       *row,
                      const SoleusRow *wanted,
                      gint64           begin)
{
  SoleusDate until = soleus_row_get_date (wanted, "valid_until");
  gint64 end = soleus_plan_get_end (wanted);

  soleus_row_set_date (row, "valid_from", (SoleusDate) (begin / MINUTES_A_DAY));
  if (begin % MINUTES_A_DAY != 0)
    soleus_row_set_number (row, "from_minute", begin % MINUTES_A_DAY);
  else
    soleus_row_clear (row, "from_minute");
  soleus_row_clear (row, "valid_until");
  soleus_row_clear (row, "until_minute");
  if (end == SOLEUS_PLAN_FOREVER || end <= begin)
    return;
  soleus_row_set_date (row, "valid_until", until);
  if (end % MINUTES_A_DAY != 0)
    soleus_row_set_number (row, "until_minute", end % MINUTES_A_DAY);
}
