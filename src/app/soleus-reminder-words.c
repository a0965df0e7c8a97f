/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Discreet words name neither cramps nor medicines, since others may see the screen. Nothing here scolds or praises. */
#include "config.h"

#include "app/soleus-reminder-words.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-trying.h"
#include "app/soleus-words.h"

/* From then on a dose counts as late, and its reminder says what not to do. */
#define LATE_DOSE_S 3600

/* No desktop shows more of them. */
#define MOST_BUTTONS 3

typedef struct
{
  SoleusReminderVerb verb;
  const char *label;
} Button;

static const struct
{
  const char *name;
  const char *in_sentence;
  const char *discreet;
  Button buttons[MOST_BUTTONS];
} kinds[SOLEUS_N_NOTICE_KINDS] = {
  [SOLEUS_REMINDER_CHECK_IN] = {
    N_("Morning check-in"), NC_ ("within a sentence", "morning check-in"), N_("Soleus: time for your morning check-in"),
    { { SOLEUS_REMINDER_NO_CRAMPS, N_("No cramps") }, { SOLEUS_REMINDER_OPEN, N_("Yes, or not sure") }, { SOLEUS_REMINDER_LATER, N_("Later") } } },
  [SOLEUS_REMINDER_DRINK] = {
    N_("Drinks"), NC_ ("within a sentence", "a drink"), N_("Soleus: time for a drink"),
    { { SOLEUS_REMINDER_DRANK, N_("Drank a glass") }, { SOLEUS_REMINDER_NOT_NOW, N_("Not now") } } },
  [SOLEUS_REMINDER_STRETCH] = {
    N_("Bedtime stretch"), NC_ ("within a sentence", "bedtime stretch"), N_("Soleus: time for your evening routine"),
    { { SOLEUS_REMINDER_START, N_("Start") }, { SOLEUS_REMINDER_SOON, N_("In 15 minutes") }, { SOLEUS_REMINDER_NOT_NOW, N_("Not tonight") } } },
  [SOLEUS_REMINDER_DOSE] = {
    N_("Medicines"), NC_ ("within a sentence", "medicines"), NULL,
    { { SOLEUS_REMINDER_TAKEN, N_("Taken") }, { SOLEUS_REMINDER_SKIP, N_("Skip") }, { SOLEUS_REMINDER_LATER, N_("Later") } } },
  [SOLEUS_REMINDER_TRIAL] = {
    N_("What you are trying"), NC_ ("within a sentence", "what you are trying"), N_("Soleus: time for what you are trying"),
    { { SOLEUS_REMINDER_DONE, N_("Done") }, { SOLEUS_REMINDER_LATER, N_("Later") } } },
  [SOLEUS_REMINDER_ADVICE] = {
    N_("Medical advice"), NC_ ("within a sentence", "medical advice"), N_("Soleus: you asked to be reminded"),
    { { SOLEUS_REMINDER_OPEN, N_("Open") }, { SOLEUS_REMINDER_LATER, N_("Later") } } },
};

static SoleusReminderKind
get_kind (SoleusRecord *notice)
{
  SoleusReminderKind kind = SOLEUS_REMINDER_CHECK_IN;

  soleus_notice_kind_find (soleus_row_get_text (soleus_record_get_values (notice), "reminder"), &kind);
  return kind;
}

static SoleusDate
get_date (SoleusRecord *notice)
{
  return soleus_row_get_date (soleus_record_get_values (notice), "due_date");
}

static int
get_minute (SoleusRecord *notice)
{
  return (int) soleus_row_get_number (soleus_record_get_values (notice), "due_minute", 0);
}

/* "8:00", "Yesterday, 8:00" */
static char *
say_when (SoleusRecord *notice,
          SoleusTime    now)
{
  return soleus_dose_words_when (get_date (notice), get_minute (notice), soleus_time_get_date (now));
}

/* In full */

static char *
say_medicines (const SoleusReminderBook *book,
               SoleusRecord             *notice)
{
  g_autoptr (GPtrArray) doses = soleus_medicine_book_list_day (book->medicines, get_date (notice), NULL);
  GString *text = g_string_new (NULL);
  gboolean late = FALSE;

  for (guint i = 0; doses != NULL && i < doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);
      g_autofree char *what = NULL;

      if (!dose->is_due || dose->due.minute != get_minute (notice) || !soleus_dose_is_open (dose) ||
          !soleus_reminder_press_is_for (notice, book->facts.ledger, soleus_record_get_uuid (dose->medicine->record), book->facts.now))
        continue;
      what = soleus_dose_words_what (dose);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", what);
      late |= book->facts.now.utc - dose->due.time.utc >= LATE_DOSE_S;
    }
  if (late)
    g_string_append_printf (text, "\n%s", _("Not recorded yet. Do not take two at once unless you were told so."));
  return g_string_free (text, FALSE);
}

static char *
say_drinks (const SoleusReminderBook *book,
            SoleusDiary              *diary)
{
  g_autoptr (SoleusDrinks) drinks = soleus_drinks_new (diary, SOLEUS_LIMIT_NONE, soleus_time_get_date (book->facts.now), NULL);

  return drinks != NULL && drinks->drinks->len > 0 ? soleus_drinks_say_sum (drinks) : g_strdup (_("Nothing added today."));
}

static char *
say_trials (SoleusDiary *diary)
{
  g_autoptr (GPtrArray) routines = soleus_trying_list (diary, TRUE, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; routines != NULL && i < routines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", soleus_trying_say_name (g_ptr_array_index (routines, i)));
  return g_string_free (text, FALSE);
}

static void
say_in_full (const SoleusReminderBook *book,
             SoleusDiary              *diary,
             SoleusRecord             *notice,
             char                    **title,
             char                    **body)
{
  g_autofree char *when = NULL;

  switch (get_kind (notice))
    {
    case SOLEUS_REMINDER_CHECK_IN:
      *title = g_strdup (_("Any cramps last night?"));
      *body = soleus_words_night_span (get_date (notice));
      break;
    case SOLEUS_REMINDER_DRINK:
      *title = g_strdup (_("Time for a drink"));
      *body = say_drinks (book, diary);
      break;
    case SOLEUS_REMINDER_DOSE:
      when = say_when (notice, book->facts.now);
      /* Translators: %s is when they are due: "Medicines: 8:00", "Medicines: Yesterday, 22:00" */
      *title = g_strdup_printf (_("Medicines: %s"), when);
      *body = say_medicines (book, notice);
      break;
    case SOLEUS_REMINDER_TRIAL:
      *title = g_strdup (_("Time for what you are trying"));
      *body = say_trials (diary);
      break;
    case SOLEUS_REMINDER_ADVICE:
      *title = g_strdup (_("Get medical advice today."));
      *body = g_strdup (_("You asked to be reminded."));
      break;
    case SOLEUS_REMINDER_STRETCH:
    default:
      *title = g_strdup (_("Time for your bedtime stretches"));
      *body = g_strdup (_("Calf and thigh, both legs. A few minutes."));
    }
}

/* Discreet */

static char *
say_discreet (SoleusRecord *notice,
              SoleusTime    now)
{
  SoleusReminderKind kind = get_kind (notice);
  g_autofree char *when = NULL;

  if (kinds[kind].discreet != NULL)
    return g_strdup (_(kinds[kind].discreet));
  when = say_when (notice, now);
  /* Translators: %s is when: "Soleus: planned for 8:00" */
  return g_strdup_printf (_("Soleus: planned for %s"), when);
}

/* Several at once: a line each. */
static void
say_together (const SoleusReminderBook *book,
              SoleusDiary              *diary,
              GPtrArray                *notices,
              char                    **title,
              char                    **body)
{
  GString *text = g_string_new (NULL);

  *title = g_strdup_printf (ngettext ("Soleus: %u thing for now", "Soleus: %u things for now", notices->len), notices->len);
  for (guint i = 0; i < notices->len; i++)
    {
      SoleusRecord *notice = g_ptr_array_index (notices, i);
      g_autofree char *line = NULL, *more = NULL, *when = NULL;

      if (book->rules->full)
        {
          say_in_full (book, diary, notice, &line, &more);
          if (get_kind (notice) != SOLEUS_REMINDER_DOSE)
            g_clear_pointer (&more, g_free);
        }
      else if (get_kind (notice) == SOLEUS_REMINDER_DOSE)
        {
          when = say_when (notice, book->facts.now);
          /* Translators: %s is when: "Planned for 8:00" */
          line = g_strdup_printf (_("Planned for %s"), when);
        }
      else
        line = g_strdup (_(kinds[get_kind (notice)].name));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
      if (more != NULL && *more != '\0')
        g_string_append_printf (text, "\n%s", more);
    }
  *body = g_string_free (text, FALSE);
}

static void
add_button (SoleusReminderText *text,
            const Button       *button,
            GPtrArray          *notices)
{
  g_ptr_array_add (text->labels, g_strdup (_(button->label)));
  g_ptr_array_add (text->presses, soleus_reminder_press_write (button->verb, notices));
}

/* Of several that come together each has its first button; *Taken* only where it can mean but one time. */
static void
add_buttons_together (SoleusReminderText *text,
                      GPtrArray          *notices)
{
  guint n[SOLEUS_N_NOTICE_KINDS] = { 0 };

  for (guint i = 0; i < notices->len; i++)
    n[get_kind (g_ptr_array_index (notices, i))]++;
  for (guint i = 0; i < notices->len && text->labels->len < MOST_BUTTONS; i++)
    {
      SoleusRecord *notice = g_ptr_array_index (notices, i);
      SoleusReminderKind kind = get_kind (notice);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      if (n[kind] != 1)
        continue;
      g_ptr_array_add (one, notice);
      add_button (text, &kinds[kind].buttons[0], one);
    }
}

/**
 * soleus_reminder_words_compose:
 * @book: what reminders follow from
 * @diary: its diary
 * @notices: (element-type SoleusRecord): at least one; several where they came together
 *
 * Returns: (transfer full): what a notification of them says, in the wording that the person chose
 */
SoleusReminderText *
soleus_reminder_words_compose (const SoleusReminderBook *book,
                               SoleusDiary              *diary,
                               GPtrArray                *notices)
{
  SoleusReminderText *self = g_new0 (SoleusReminderText, 1);
  SoleusRecord *first = g_ptr_array_index (notices, 0);

  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->presses = g_ptr_array_new_with_free_func (g_free);
  self->press = soleus_reminder_press_write (SOLEUS_REMINDER_OPEN, notices);
  for (guint i = 0; i < notices->len; i++)
    {
      SoleusReminderKind kind = get_kind (g_ptr_array_index (notices, i));

      self->tone |= kind == SOLEUS_REMINDER_ADVICE || book->rules->rules[kind].tone;
    }
  if (notices->len > 1)
    {
      say_together (book, diary, notices, &self->title, &self->body);
      add_buttons_together (self, notices);
      return self;
    }
  if (book->rules->full)
    say_in_full (book, diary, first, &self->title, &self->body);
  else
    {
      self->title = say_discreet (first, book->facts.now);
      self->body = g_strdup ("");
    }
  for (guint i = 0; i < MOST_BUTTONS && kinds[get_kind (first)].buttons[i].label != NULL; i++)
    add_button (self, &kinds[get_kind (first)].buttons[i], notices);
  return self;
}

/**
 * soleus_reminder_text_free:
 * @self: (transfer full) (nullable): a text
 */
void
soleus_reminder_text_free (SoleusReminderText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->body);
  g_free (self->press);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->presses, g_ptr_array_unref);
  g_free (self);
}

/* Lists */

/**
 * soleus_reminder_words_kind:
 * @kind: a kind
 *
 * Returns: (transfer none): what it is called: "Bedtime stretch"
 */
const char *
soleus_reminder_words_kind (SoleusReminderKind kind)
{
  return _(kinds[kind].name);
}

/**
 * soleus_reminder_words_next:
 * @moment: a reminder to come
 * @now: the present moment
 *
 * Returns: (transfer full): "bedtime stretch, today 21:30", to stand within a sentence
 */
char *
soleus_reminder_words_next (const SoleusReminderMoment *moment,
                            SoleusTime                  now)
{
  const char *what = g_dpgettext2 (NULL, "within a sentence", kinds[moment->kind].in_sentence);
  g_autofree char *time = soleus_words_time (moment->time), *day = NULL;
  SoleusDate date = soleus_time_get_date (moment->time), today = soleus_time_get_date (now);

  if (date == today)
    /* Translators: what, time */
    return g_strdup_printf (_("%s, today %s"), what, time);
  if (date == today + 1)
    /* Translators: what, time */
    return g_strdup_printf (_("%s, tomorrow %s"), what, time);
  day = soleus_words_date (date);
  /* Translators: what, day, time */
  return g_strdup_printf (_("%s, %s, %s"), what, day, time);
}

static const char *
say_answer (const char *answer)
{
  static const struct
  {
    const char *id;
    const char *words;
  } answers[] = {
    { "no-cramps", N_("no cramps") },
    { "drank", N_("drank a glass") },
    { "taken", N_("taken") },
    { "skipped", N_("skipped") },
    { "started", N_("started") },
    { "not-now", N_("not this time") },
    { "done", N_("done") },
    { "later", N_("later") },
    { "opened", N_("opened") },
    { "closed", N_("closed") },
    { "quiet", N_("quiet hours") },
    { "paused", N_("reminders were paused") },
    { "not-shown", N_("it could not be shown") },
    { "goal", N_("your goal was met") },
    { "no-trial", N_("nothing was tried") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answers[i].id, answer) == 0)
      return _(answers[i].words);
  return NULL;
}

static char *
say_time (const SoleusRow *values,
          const char      *field)
{
  SoleusTime time;

  return soleus_row_get_time (values, field, &time) ? soleus_words_time (time) : NULL;
}

/**
 * soleus_reminder_words_notice:
 * @notice: a line of the ledger
 *
 * Returns: (transfer full): what became of it: "Shown 21:30, answered 21:34: started", "Missed: the computer was off"
 */
char *
soleus_reminder_words_notice (SoleusRecord *notice)
{
  const SoleusRow *values = soleus_record_get_values (notice);
  const char *state = soleus_row_get_text (values, "state"), *answer = say_answer (soleus_row_get_text (values, "answer"));
  g_autofree char *shown = say_time (values, "shown"), *answered = say_time (values, "answered"), *until = say_time (values, "snoozed_until");
  GString *text;

  if (g_strcmp0 (state, "missed") == 0)
    /* Translators: %s is why a reminder did not come */
    return g_strdup_printf (_("Missed: %s"), answer != NULL ? answer : _("the computer was off"));
  if (g_strcmp0 (state, "withdrawn") == 0)
    /* Translators: %s is why no reminder was needed: "done" */
    return answer != NULL ? g_strdup_printf (_("Not needed: %s"), answer) : g_strdup (_("Not needed"));
  if (g_strcmp0 (state, "due") == 0)
    return g_strdup (_("Due, not shown yet"));

  text = g_string_new (NULL);
  if (shown != NULL)
    /* Translators: %s is a time; other parts may follow after a comma */
    g_string_append_printf (text, _("Shown %s"), shown);
  if (answered != NULL)
    /* Translators: %s is a time */
    g_string_append_printf (text, text->len > 0 ? _(", answered %s") : _("Answered %s"), answered);
  if (g_strcmp0 (state, "snoozed") == 0 && until != NULL)
    /* Translators: %s is a time */
    g_string_append_printf (text, text->len > 0 ? _(", put off until %s") : _("Put off until %s"), until);
  else if (answer != NULL)
    g_string_append_printf (text, "%s%s", answered != NULL ? ": " : ", ", answer);
  return g_string_free (text, FALSE);
}

/**
 * soleus_reminder_words_calendar:
 * @kind: a kind
 * @minute: minute of the day at which it comes
 * @full: whether it may name what it is about
 * @medicine: (nullable): of a dose: its name and strength
 *
 * Returns: (transfer full): what a calendar on a phone says: "Soleus: time for your evening routine"
 */
char *
soleus_reminder_words_calendar (SoleusReminderKind kind,
                                int                minute,
                                gboolean           full,
                                const char        *medicine)
{
  g_autofree char *time = NULL;

  if (full && kind == SOLEUS_REMINDER_DOSE)
    /* Translators: %s is a medicine: "Soleus: Furosemide 40 mg" */
    return g_strdup_printf (_("Soleus: %s"), medicine);
  if (full)
    return g_strdup_printf (_("Soleus: %s"), g_dpgettext2 (NULL, "within a sentence", kinds[kind].in_sentence));
  if (kinds[kind].discreet != NULL)
    return g_strdup (_(kinds[kind].discreet));
  time = soleus_words_minute (minute);
  return g_strdup_printf (_("Soleus: planned for %s"), time);
}
