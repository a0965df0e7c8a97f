/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due by the schedules and what became of it, day by day; days ahead as well. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"

#define DAYS_MAX 3660

static const char *const states[] = {
  [SOLEUS_DOSE_AHEAD] = "ahead", [SOLEUS_DOSE_DUE] = "due", [SOLEUS_DOSE_LATER] = "later",
  [SOLEUS_DOSE_MISSED] = "missed", [SOLEUS_DOSE_TAKEN] = "taken", [SOLEUS_DOSE_SKIPPED] = "skipped",
};

static void
tell_line (SoleusCtl        *self,
           const SoleusDose *dose)
{
  g_autofree char *date = soleus_date_to_iso (dose->due.date), *what = soleus_dose_words_what (dose);

  fprintf (self->out, "%s %02d:%02d  %s  %s\n", date, dose->due.minute / 60, dose->due.minute % 60, states[dose->state], what);
}

static void
write_dose (SoleusJsonWriter *writer,
            const SoleusDose *dose)
{
  g_autofree char *date = soleus_date_to_iso (dose->due.date), *at = soleus_time_to_iso (dose->due.time);

  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "medicine", soleus_record_get_uuid (dose->medicine->record));
  soleus_ctl_json_word (writer, "name", soleus_row_get_text (soleus_record_get_values (dose->medicine->record), "name"));
  soleus_ctl_json_word (writer, "date", date);
  soleus_json_writer_key (writer, "minute");
  soleus_json_writer_int (writer, dose->due.minute);
  soleus_ctl_json_word (writer, "at", at);
  soleus_json_writer_key (writer, "scheduled");
  soleus_json_writer_bool (writer, dose->is_due);
  soleus_ctl_json_word (writer, "state", states[dose->state]);
  if (dose->due.amount >= 0)
    {
      soleus_json_writer_key (writer, "amount");
      soleus_json_writer_decimal (writer, dose->due.amount, 3);
    }
  if (dose->record != NULL)
    soleus_ctl_json_word (writer, "dose", soleus_record_get_uuid (dose->record));
  soleus_json_writer_end_object (writer);
}

static gboolean
tell_days (SoleusCtl                *self,
           const SoleusMedicineBook *book,
           SoleusDate                from,
           SoleusDate                until,
           SoleusJsonWriter         *writer,
           GError                  **error)
{
  for (SoleusDate day = from; day <= until; day++)
    {
      g_autoptr (GPtrArray) doses = soleus_medicine_book_list_day (book, day, error);

      if (doses == NULL)
        return FALSE;
      for (guint i = 0; i < doses->len; i++)
        if (writer != NULL)
          write_dose (writer, g_ptr_array_index (doses, i));
        else
          tell_line (self, g_ptr_array_index (doses, i));
    }
  return TRUE;
}

/**
 * soleus_ctl_doses:
 * @self: a call
 *
 * Tells the doses of each day from --from to --to, both of them today if they are not given.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_doses (SoleusCtl *self)
{
  SoleusDate today = soleus_clock_get_today (self->clock), from = today, until = today;
  g_autoptr (SoleusMedicineBook) book = NULL;
  g_autoptr (SoleusJsonWriter) writer = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 1)
    return soleus_ctl_refuse (self, _("doses takes no words."));
  if (!soleus_ctl_read_date (self, SOLEUS_CTL_FROM, &from) || !soleus_ctl_read_date (self, SOLEUS_CTL_TO, &until))
    return SOLEUS_CTL_USAGE;
  if (self->options[SOLEUS_CTL_TO] == NULL)
    until = MAX (from, today);
  if (until < from || until - from > DAYS_MAX)
    return soleus_ctl_refuse (self, _("--to must not be before --from, nor more than ten years after it."));
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  book = diary != NULL ? soleus_medicine_book_new (diary, &error) : NULL;
  if (book == NULL)
    return soleus_ctl_fail (self, error);
  if (self->options[SOLEUS_CTL_JSON] != NULL)
    {
      writer = soleus_ctl_json_new (self);
      soleus_json_writer_begin_array (writer);
    }
  if (!tell_days (self, book, from, until, writer, &error))
    return soleus_ctl_fail (self, error);
  if (writer == NULL)
    return SOLEUS_CTL_DONE;
  soleus_json_writer_end_array (writer);
  return soleus_ctl_tell_json (self, writer);
}
