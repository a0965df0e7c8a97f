/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counted once by the person, reckoned on from there: each dose that was taken goes off, each that is due to come will. */
#include "config.h"

#include "app/soleus-stock.h"

/* What a dose is that says no amount. */
#define ONE 1000
#define DOSES_MAX 4000
#define DAYS_MAX 730

static SoleusRecord *
find_stock_record (const SoleusMedicineBook *book,
                   const SoleusMedicine     *medicine)
{
  g_autoptr (GPtrArray) records = soleus_diary_list (soleus_medicine_book_get_diary (book), SOLEUS_KIND_STOCK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  SoleusRecord *newest = NULL;
  gint64 last = G_MININT64;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (records, i);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (record, &at);
      if (!g_str_equal (soleus_row_get_text (soleus_record_get_values (record), "medicine"), soleus_record_get_uuid (medicine->record)) || at.utc < last)
        continue;
      last = at.utc;
      newest = record;
    }
  return newest != NULL ? g_object_ref (newest) : NULL;
}

static gint64
sum_taken_since (const SoleusMedicineBook *book,
                 const SoleusMedicine     *medicine,
                 SoleusTime                since)
{
  g_autoptr (GPtrArray) doses = soleus_diary_list (soleus_medicine_book_get_diary (book), SOLEUS_KIND_DOSE, soleus_time_get_night (since) - 1, soleus_time_get_night (soleus_medicine_book_get_now (book)) + 1, NULL);
  gint64 sum = 0;

  for (guint i = 0; doses != NULL && i < doses->len; i++)
    {
      SoleusRecord *dose = g_ptr_array_index (doses, i);
      const SoleusRow *values = soleus_record_get_values (dose);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (dose, &at);
      if (at.utc >= since.utc && g_str_equal (soleus_row_get_text (values, "status"), "taken") && g_str_equal (soleus_row_get_text (values, "medicine"), soleus_record_get_uuid (medicine->record)))
        sum += soleus_row_get_number (values, "amount", ONE);
    }
  return sum;
}

/* Takes dose after dose from what is left. */
static SoleusDate
find_last_day (const SoleusMedicineBook *book,
               const SoleusMedicine     *medicine,
               gint64                    left)
{
  SoleusTime now = soleus_medicine_book_get_now (book);
  SoleusDate last = SOLEUS_DATE_NONE, today = soleus_time_get_date (now);
  gint64 from = now.utc + 1;
  SoleusDue due;

  if (soleus_schedule_follows_doses (medicine->schedule, now))
    return SOLEUS_DATE_NONE;
  for (guint i = 0; i < DOSES_MAX && soleus_schedule_find_next (medicine->schedule, from, &due); i++)
    {
      left -= due.amount > 0 ? due.amount : ONE;
      if (left < 0)
        return last != SOLEUS_DATE_NONE ? last : today;
      last = due.date;
      if (last > today + DAYS_MAX)
        break;
      from = due.time.utc + 1;
    }
  return SOLEUS_DATE_NONE;
}

/**
 * soleus_stock_find:
 * @book: a book
 * @medicine: one of its medicines
 * @stock: (out): how long it will last; clear it with soleus_stock_clear()
 *
 * What was counted last, less what was taken since: one for a dose that says no amount.
 *
 * Returns: whether the person counts this medicine at all
 */
gboolean
soleus_stock_find (const SoleusMedicineBook *book,
                   const SoleusMedicine     *medicine,
                   SoleusStock              *stock)
{
  SoleusTime at = { 0, 0 };
  gint64 warn_days;

  *stock = (SoleusStock) { .record = find_stock_record (book, medicine), .last_day = SOLEUS_DATE_NONE, .days = -1 };
  if (stock->record == NULL)
    return FALSE;
  soleus_record_get_when (stock->record, &at);
  stock->left = MAX (soleus_row_get_number (soleus_record_get_values (stock->record), "amount", 0) - sum_taken_since (book, medicine, at), 0);
  stock->last_day = find_last_day (book, medicine, stock->left);
  if (stock->last_day != SOLEUS_DATE_NONE)
    stock->days = stock->last_day - soleus_time_get_date (soleus_medicine_book_get_now (book));
  warn_days = soleus_row_get_number (soleus_record_get_values (stock->record), "warn_days", -1);
  stock->is_low = stock->days >= 0 && warn_days >= 0 && stock->days <= warn_days;
  return TRUE;
}

/**
 * soleus_stock_clear:
 * @self: what soleus_stock_find() filled
 */
void
soleus_stock_clear (SoleusStock *self)
{
  g_clear_object (&self->record);
}
