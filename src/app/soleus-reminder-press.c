/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A press names reminders by their identity, so that it means the same in whichever program it arrives, and long after. What the diary
 * holds already is never overwritten by one. */
#include "config.h"

#include "app/soleus-reminder-press.h"

#include "app/soleus-drinks.h"
#include "app/soleus-medicine-book.h"
#include "app/soleus-night-answer.h"

#define SOON_MINUTES 15

/* Reminders are answered within this time after they came. */
#define NIGHTS_BACK 4

static const struct
{
  const char *word;
  const char *answer; /* what the ledger says of it; NULL where it comes again */
} verbs[] = {
  [SOLEUS_REMINDER_OPEN] = { "open", "opened" },
  [SOLEUS_REMINDER_NO_CRAMPS] = { "no-cramps", "no-cramps" },
  [SOLEUS_REMINDER_DRANK] = { "drank", "drank" },
  [SOLEUS_REMINDER_TAKEN] = { "taken", "taken" },
  [SOLEUS_REMINDER_SKIP] = { "skip", "skipped" },
  [SOLEUS_REMINDER_LATER] = { "later", NULL },
  [SOLEUS_REMINDER_START] = { "start", "started" },
  [SOLEUS_REMINDER_SOON] = { "soon", NULL },
  [SOLEUS_REMINDER_NOT_NOW] = { "not-now", "not-now" },
  [SOLEUS_REMINDER_DONE] = { "done", "done" },
};

/* As a string */

static gboolean
read_item (const char         *text,
           SoleusReminderItem *item)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 5);
  guint n = g_strv_length (parts);
  guint64 minute;

  if (n < 3 || n > 4 || !soleus_notice_kind_find (parts[0], &item->kind) || !soleus_date_parse (parts[1], &item->date) ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, 1439, &minute, NULL))
    return FALSE;
  item->minute = (int) minute;
  item->notice[0] = '\0';
  if (n == 4)
    {
      if (item->kind != SOLEUS_REMINDER_DOSE || !soleus_uuid_is_valid (parts[3]))
        return FALSE;
      g_strlcpy (item->notice, parts[3], sizeof item->notice);
    }
  return TRUE;
}

/**
 * soleus_reminder_press_write:
 * @verb: what is pressed
 * @notices: (element-type SoleusRecord): on which reminders
 *
 * Returns: (transfer full): the press as a string
 */
char *
soleus_reminder_press_write (SoleusReminderVerb verb,
                             GPtrArray         *notices)
{
  GString *text = g_string_new (verbs[verb].word);

  for (guint i = 0; i < notices->len; i++)
    {
      SoleusRecord *notice = g_ptr_array_index (notices, i);
      const SoleusRow *values = soleus_record_get_values (notice);
      const char *kind = soleus_row_get_text (values, "reminder");
      char date[SOLEUS_ISO_SIZE];

      soleus_date_write_iso (soleus_row_get_date (values, "due_date"), date);
      g_string_append_printf (text, "%c%s/%s/%d", i == 0 ? ' ' : ',', kind, date, (int) soleus_row_get_number (values, "due_minute", 0));
      if (g_strcmp0 (kind, "dose") == 0 && soleus_record_get_uuid (notice) != NULL)
        g_string_append_printf (text, "/%s", soleus_record_get_uuid (notice));
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_reminder_press_parse:
 * @text: a press as a string; it comes over the bus, and may be anything
 *
 * Returns: (transfer full) (nullable): the press; %NULL if it is none
 */
SoleusReminderPress *
soleus_reminder_press_parse (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3), items = NULL;
  g_autoptr (SoleusReminderPress) self = g_new0 (SoleusReminderPress, 1);
  guint verb = 0;

  self->items = g_array_new (FALSE, FALSE, sizeof (SoleusReminderItem));
  if (g_strv_length (words) != 2)
    return NULL;
  while (verb < G_N_ELEMENTS (verbs) && !g_str_equal (verbs[verb].word, words[0]))
    verb++;
  if (verb == G_N_ELEMENTS (verbs))
    return NULL;
  self->verb = (SoleusReminderVerb) verb;
  items = g_strsplit (words[1], ",", 100);
  for (guint i = 0; items[i] != NULL; i++)
    {
      SoleusReminderItem item;

      if (!read_item (items[i], &item))
        return NULL;
      g_array_append_val (self->items, item);
    }
  return self->items->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * soleus_reminder_press_free:
 * @self: (transfer full) (nullable): a press
 */
void
soleus_reminder_press_free (SoleusReminderPress *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self);
}

static gboolean
is_of (SoleusRecord             *notice,
       const SoleusReminderItem *item)
{
  const SoleusRow *values = soleus_record_get_values (notice);

  return g_strcmp0 (soleus_row_get_text (values, "reminder"), soleus_reminder_kind_get_word (item->kind)) == 0 && soleus_row_get_date (values, "due_date") == item->date &&
         soleus_row_get_number (values, "due_minute", -1) == item->minute;
}

static gboolean
is_same (SoleusRecord             *notice,
         const SoleusReminderItem *item)
{
  return g_strcmp0 (soleus_record_get_uuid (notice), item->notice) == 0;
}

/**
 * soleus_reminder_press_names:
 * @self: a press
 * @notice: a line of the ledger
 *
 * Returns: whether it is pressed on that reminder
 */
gboolean
soleus_reminder_press_names (const SoleusReminderPress *self,
                             SoleusRecord              *notice)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const SoleusReminderItem *item = &g_array_index (self->items, SoleusReminderItem, i);

      if (item->notice[0] != '\0' ? is_same (notice, item) : is_of (notice, item))
        return TRUE;
    }
  return FALSE;
}

/* What it does */

/* A second press on what was answered, or put off, does nothing. */
static gboolean
is_over (SoleusRecord      *notice,
         SoleusReminderVerb verb)
{
  const SoleusRow *values = notice != NULL ? soleus_record_get_values (notice) : NULL;
  const char *state = values != NULL ? soleus_row_get_text (values, "state") : NULL;

  if (state == NULL)
    return FALSE;
  if (verb == SOLEUS_REMINDER_OPEN)
    return !g_str_equal (state, "shown") || soleus_row_has (values, "answer");
  return g_str_equal (state, "answered") || g_str_equal (state, "snoozed");
}

static gint64
get_at (SoleusRecord *notice)
{
  SoleusTime at = { 0, 0 };

  soleus_row_get_time (soleus_record_get_values (notice), "at", &at);
  return at.utc;
}

/* The line of the ledger that was pressed on; otherwise the newest one for that reminder that can still be answered, otherwise the newest.
 * Doses of one time have a line for each part that was put off by itself. */
static SoleusRecord *
find_notice (GPtrArray                *notices,
             const SoleusReminderItem *item,
             SoleusReminderVerb        verb)
{
  SoleusRecord *best = NULL;
  gboolean is_best_over = TRUE;
  gint64 last = G_MININT64;

  for (guint i = 0; i < notices->len; i++)
    {
      SoleusRecord *notice = g_ptr_array_index (notices, i);
      gboolean over = is_over (notice, verb);

      if (is_same (notice, item))
        return notice;
      if (!is_of (notice, item) || (over && !is_best_over) || (over == is_best_over && get_at (notice) < last))
        continue;
      best = notice;
      is_best_over = over;
      last = get_at (notice);
    }
  return best;
}

static SoleusRecord *
make_notice (const SoleusReminderItem *item,
             SoleusTime                now)
{
  SoleusRecord *notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (notice);

  soleus_row_set_time (values, "at", now);
  soleus_row_set_text (values, "reminder", soleus_reminder_kind_get_word (item->kind));
  soleus_row_set_date (values, "due_date", item->date);
  soleus_row_set_number (values, "due_minute", item->minute);
  return notice;
}

static void
append_edits (GPtrArray *edits,
              GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const SoleusEdit *edit = g_ptr_array_index (more, i);

      if (edit->type == SOLEUS_EDIT_SAVE)
        soleus_edits_save (edits, edit->record);
    }
}

/* What was said of a night stays as it was said. */
static gboolean
add_night (GPtrArray   *edits,
           SoleusDiary *diary,
           SoleusDate   night,
           GError     **error)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, night, night, error);
  g_autoptr (GPtrArray) more = NULL;

  if (nights == NULL)
    return FALSE;
  if (soleus_night_get_state (&g_array_index (nights, SoleusNight, 0)) != SOLEUS_NIGHT_NOT_RECORDED)
    return TRUE;
  more = soleus_night_answer_edits (diary, night, "none", FALSE, error);
  if (more == NULL)
    return FALSE;
  append_edits (edits, more);
  return TRUE;
}

static gboolean
is_named (SoleusRecord *notice,
          const char   *medicine)
{
  const SoleusRow *values = soleus_record_get_values (notice);
  guint n = soleus_row_get_n_rows (values, "doses");

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (values, "doses", i), "medicine"), medicine) == 0)
      return TRUE;
  return n == 0;
}

/**
 * soleus_reminder_press_is_for:
 * @notice: a line of the ledger for doses
 * @notices: (element-type SoleusRecord): the ledger
 * @medicine: a medicine, as a UUID
 * @now: the present moment
 *
 * Some medicines of a time can be put off by themselves; from then on they are a newer line's.
 *
 * Returns: whether @notice stands for that medicine
 */
gboolean
soleus_reminder_press_is_for (SoleusRecord *notice,
                              GPtrArray    *notices,
                              const char   *medicine,
                              SoleusTime    now)
{
  const SoleusRow *values = soleus_record_get_values (notice);
  const SoleusReminderItem item = { SOLEUS_REMINDER_DOSE, soleus_row_get_date (values, "due_date"), (int) soleus_row_get_number (values, "due_minute", -1) };

  for (guint i = 0; i < notices->len; i++)
    {
      SoleusRecord *other = g_ptr_array_index (notices, i);

      if (is_of (other, &item) && get_at (other) > get_at (notice) && get_at (other) <= now.utc && is_named (other, medicine))
        return FALSE;
    }
  return is_named (notice, medicine);
}

static gboolean
add_doses (GPtrArray                *edits,
           SoleusDiary              *diary,
           const SoleusReminderItem *item,
           SoleusRecord             *notice,
           GPtrArray                *notices,
           const char               *status,
           GError                  **error)
{
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (diary, error);
  g_autoptr (GPtrArray) doses = book != NULL ? soleus_medicine_book_list_day (book, item->date, error) : NULL;

  for (guint i = 0; doses != NULL && i < doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);
      SoleusTime now = soleus_medicine_book_get_now (book);
      g_autoptr (SoleusRecord) record = NULL;

      if (!dose->is_due || dose->due.minute != item->minute || !soleus_dose_is_open (dose) ||
          !soleus_reminder_press_is_for (notice, notices, soleus_record_get_uuid (dose->medicine->record), now))
        continue;
      record = soleus_dose_answer (dose, status, soleus_dose_guess_time (dose, now));
      soleus_edits_save (edits, record);
    }
  return doses != NULL;
}

static gboolean
add_what_was_done (GPtrArray                *edits,
                   SoleusDiary              *diary,
                   SoleusReminderVerb        verb,
                   const SoleusReminderItem *item,
                   SoleusRecord             *notice,
                   GPtrArray                *notices,
                   GError                  **error)
{
  if (verb == SOLEUS_REMINDER_NO_CRAMPS && item->kind == SOLEUS_REMINDER_CHECK_IN)
    return add_night (edits, diary, item->date, error);
  if (verb == SOLEUS_REMINDER_DRANK && item->kind == SOLEUS_REMINDER_DRINK)
    {
      const char *kind;
      gint64 amount = soleus_drinks_get_usual (diary, &kind);
      g_autoptr (SoleusRecord) drink = soleus_drinks_make (diary, kind, amount, NULL);

      soleus_edits_save (edits, drink);
    }
  else if ((verb == SOLEUS_REMINDER_TAKEN || verb == SOLEUS_REMINDER_SKIP) && item->kind == SOLEUS_REMINDER_DOSE)
    return add_doses (edits, diary, item, notice, notices, verb == SOLEUS_REMINDER_TAKEN ? "taken" : "skipped", error);
  return TRUE;
}

static void
note_press (SoleusRow          *values,
            SoleusReminderVerb  verb,
            SoleusTime          now)
{
  if (verbs[verb].answer == NULL)
    {
      const int minutes = verb == SOLEUS_REMINDER_SOON ? SOON_MINUTES : SOLEUS_DOSE_LATER_MINUTES;

      soleus_row_set_text (values, "state", "snoozed");
      soleus_row_set_time (values, "snoozed_until", (SoleusTime) { now.utc + minutes * 60, now.offset });
      soleus_row_clear (values, "answer");
      return;
    }
  soleus_row_set_text (values, "answer", verbs[verb].answer);
  if (verb == SOLEUS_REMINDER_OPEN)
    {
      if (!soleus_row_has (values, "state"))
        soleus_row_set_text (values, "state", "shown");
      return;
    }
  soleus_row_set_text (values, "state", "answered");
  soleus_row_set_time (values, "answered", now);
}

/**
 * soleus_reminder_press_get_edits:
 * @self: a press
 * @diary: the diary
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SoleusEdit): what to write: what was done, and the answer in the ledger; empty for a
 *   press that came before; %NULL where the diary cannot be read
 */
GPtrArray *
soleus_reminder_press_get_edits (const SoleusReminderPress *self,
                                 SoleusDiary               *diary,
                                 GError                   **error)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (GPtrArray) notices = soleus_diary_list (diary, SOLEUS_KIND_NOTICE, soleus_time_get_night (now) - NIGHTS_BACK, SOLEUS_DATE_NONE, error);

  if (notices == NULL)
    return NULL;
  for (guint i = 0; i < self->items->len; i++)
    {
      const SoleusReminderItem *item = &g_array_index (self->items, SoleusReminderItem, i);
      SoleusRecord *kept = find_notice (notices, item, self->verb);
      g_autoptr (SoleusRecord) notice = NULL;

      if (is_over (kept, self->verb))
        continue;
      notice = kept != NULL ? soleus_record_copy (kept) : make_notice (item, now);
      if (!add_what_was_done (edits, diary, self->verb, item, notice, notices, error))
        return NULL;
      note_press (soleus_record_get_values (notice), self->verb, now);
      soleus_edits_save (edits, notice);
    }
  return g_steal_pointer (&edits);
}

/**
 * soleus_reminder_press_dup_page:
 * @self: a press
 *
 * Returns: (transfer full) (nullable): the page that the window is to show, for soleus_window_show_page(); %NULL where it needs no window
 */
char *
soleus_reminder_press_dup_page (const SoleusReminderPress *self)
{
  const SoleusReminderItem *item = &g_array_index (self->items, SoleusReminderItem, 0);
  char date[SOLEUS_ISO_SIZE];

  if (self->verb == SOLEUS_REMINDER_START)
    return g_strdup ("stretch");
  if (self->verb != SOLEUS_REMINDER_OPEN)
    return NULL;
  if (self->items->len > 1)
    return g_strdup ("today");
  switch (item->kind)
    {
    case SOLEUS_REMINDER_CHECK_IN:
      return g_strdup ("check-in");
    case SOLEUS_REMINDER_DRINK:
      return g_strdup ("drinks");
    case SOLEUS_REMINDER_DOSE:
      soleus_date_write_iso (item->date, date);
      return g_strdup_printf ("doses/%s/%d", date, item->minute);
    case SOLEUS_REMINDER_TRIAL:
      return g_strdup ("trying");
    case SOLEUS_REMINDER_STRETCH:
    case SOLEUS_REMINDER_ADVICE:
    default:
      return g_strdup ("today");
    }
}
