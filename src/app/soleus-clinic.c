/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is judged here but the card that was shown. What was not recorded is said to be so, because silence would read
 * like a no. */
#include "config.h"

#include "app/soleus-clinic.h"

#include <glib/gi18n.h>

#include "app/soleus-cards.h"
#include "app/soleus-medicine-plan.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"

#define SIGN_NIGHTS 14
#define WINDOW_NIGHTS 28

static void
block_free (gpointer data)
{
  SoleusClinicBlock *block = data;

  g_ptr_array_unref (block->lines);
  g_free (block);
}

static SoleusClinicBlock *
add_block (GPtrArray  *blocks,
           const char *title)
{
  SoleusClinicBlock *block = g_new0 (SoleusClinicBlock, 1);

  block->title = title;
  block->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (blocks, block);
  return block;
}

static void
finish (SoleusClinicBlock *block)
{
  if (block->lines->len == 0)
    g_ptr_array_add (block->lines, g_strdup (_("Not recorded")));
}

static char *
say_moment (SoleusTime time)
{
  g_autofree char *date = soleus_words_date (soleus_time_get_date (time));
  g_autofree char *clock = soleus_words_time (time);

  return g_strdup_printf ("%s, %s", date, clock);
}

/**
 * soleus_clinic_say_made:
 * @now: the present moment
 *
 * Returns: (transfer full): "Made Tuesday 3 March 2026, 7:52, by the person."
 */
char *
soleus_clinic_say_made (SoleusTime now)
{
  g_autofree char *date = soleus_words_date_with_year (soleus_time_get_date (now));
  g_autofree char *clock = soleus_words_time (now);

  /* Translators: a date and a time */
  return g_strdup_printf (_("Made %s, %s, by the person."), date, clock);
}

/* One answer as a line, without its time; NULL for a no. */
static char *
say_answer (const SoleusRow      *answer,
            const SoleusGuidance *guidance)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *said = NULL;
  const char *value = soleus_row_get_text (answer, "value");
  gint64 number = soleus_row_get_number (answer, "number", 0);
  g_autofree char *text = NULL;
  SoleusUsedFact used = { 0 };

  if (value != NULL && (g_str_equal (value, "no") || g_str_equal (value, "none")))
    return NULL;
  if (soleus_row_has (answer, "unit"))
    text = g_strdup_printf ("%d.%d%s", (int) (number / 1000), (int) (number % 1000 / 100), soleus_row_get_text (answer, "unit"));
  else if (value == NULL)
    text = g_strdup_printf ("%d", (int) (number / 1000));
  else
    text = g_strdup (value);
  used.fact = soleus_row_get_text (answer, "fact");
  used.value = soleus_row_get_answer (answer, "past") == SOLEUS_YES ? g_strconcat (text, ":past", NULL) : g_strdup (text);
  g_ptr_array_add (facts, &used);
  said = soleus_used_facts_say (facts, guidance);
  g_free (used.value);
  return said != NULL ? soleus_words_sentence (said) : NULL;
}

static void
add_signs (GPtrArray            *blocks,
           GPtrArray            *checks,
           const SoleusGuidance *guidance)
{
  SoleusClinicBlock *block = add_block (blocks, _("Signs marked, last 14 days"));

  for (guint i = checks->len; i > 0; i--)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i - 1);
      const SoleusRow *row = soleus_record_get_values (check);
      g_autofree char *moment = NULL;
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (check, &at);
      moment = say_moment (at);
      for (guint k = 0; k < soleus_row_get_n_rows (row, "answers"); k++)
        {
          g_autofree char *words = say_answer (soleus_row_get_row (row, "answers", k), guidance);

          if (words != NULL)
            g_ptr_array_add (block->lines, g_strdup_printf ("%s: %s", moment, words));
        }
    }
  if (block->lines->len == 0)
    g_ptr_array_add (block->lines, g_strdup (checks->len > 0 ? _("None marked") : _("No warning check was made")));
}

static void
add_open (GPtrArray            *blocks,
          const SoleusVerdict  *verdict,
          const SoleusGuidance *guidance)
{
  SoleusClinicBlock *block;

  if (verdict == NULL || verdict->open_questions->len == 0)
    return;
  block = add_block (blocks, _("Not answered"));
  for (guint i = 0; i < verdict->open_questions->len; i++)
    {
      g_autofree char *id = g_strconcat ("ask-", (const char *) g_ptr_array_index (verdict->open_questions, i), NULL);

      g_ptr_array_add (block->lines, g_strdup (soleus_guidance_get_text (guidance, id)));
    }
}

static void
add_tried (SoleusClinicBlock *block,
           const SoleusRow   *row)
{
  for (guint i = 0; i < soleus_row_get_n_rows (row, "tried"); i++)
    {
      const SoleusRow *tried = soleus_row_get_row (row, "tried", i);
      const char *helped = soleus_row_get_text (tried, "helped");
      const char *action = soleus_words_word (&soleus_actions, soleus_row_get_text (tried, "action"));

      if (helped != NULL)
        g_ptr_array_add (block->lines, g_strdup_printf (_("Tried: %s. Did it help? %s"), action, soleus_words_word (&soleus_helps, helped)));
      else
        g_ptr_array_add (block->lines, g_strdup_printf (_("Tried: %s"), action));
    }
}

static void
add_last_cramp (GPtrArray *blocks,
                GPtrArray *episodes)
{
  SoleusClinicBlock *block = add_block (blocks, _("Last cramp"));
  SoleusRecord *last = NULL;
  g_autofree char *when = NULL, *what = NULL, *night = NULL;
  const SoleusRow *row;
  const char *fell;

  for (guint i = 0; i < episodes->len; i++)
    if (last == NULL || soleus_record_get_night (g_ptr_array_index (episodes, i)) >= soleus_record_get_night (last))
      last = g_ptr_array_index (episodes, i);
  if (last == NULL)
    {
      finish (block);
      return;
    }
  row = soleus_record_get_values (last);
  night = soleus_words_night (soleus_record_get_night (last));
  when = soleus_words_episode_when (last);
  what = soleus_words_summary (last);
  g_ptr_array_add (block->lines, g_strdup_printf ("%s · %s", night, when));
  g_ptr_array_add (block->lines, g_steal_pointer (&what));
  if (soleus_row_get_text (row, "doing") != NULL)
    g_ptr_array_add (block->lines, g_strdup (soleus_words_word (&soleus_doings, soleus_row_get_text (row, "doing"))));
  if (soleus_row_has (row, "sore_hours"))
    g_ptr_array_add (block->lines, g_strdup_printf (ngettext ("Sore for %d hour", "Sore for %d hours", (gulong) soleus_row_get_number (row, "sore_hours", 0)), (int) soleus_row_get_number (row, "sore_hours", 0)));
  add_tried (block, row);
  fell = soleus_row_get_text (row, "fell");
  if (fell != NULL && !g_str_equal (fell, "no"))
    g_ptr_array_add (block->lines, g_strdup (g_str_equal (fell, "yes") ? _("Fell because of it") : _("Almost fell because of it")));
  if (soleus_row_get_answer (row, "injury") == SOLEUS_YES)
    g_ptr_array_add (block->lines, g_strdup (_("Got hurt")));
}

static void
add_weeks (GPtrArray   *blocks,
           SoleusDiary *diary,
           SoleusDate   night)
{
  SoleusClinicBlock *block = add_block (blocks, _("Last 28 nights"));
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, night - WINDOW_NIGHTS + 1, night, NULL);
  g_autoptr (GPtrArray) mornings = soleus_diary_list (diary, SOLEUS_KIND_NIGHT, night - WINDOW_NIGHTS + 1, night, NULL);
  int n_recorded = 0, n_with = 0, n_cramps = 0, n_wakings = 0;

  for (guint i = 0; nights != NULL && i < nights->len; i++)
    {
      const SoleusNight *of = &g_array_index (nights, SoleusNight, i);
      SoleusNightState state = soleus_night_get_state (of);

      n_recorded += state != SOLEUS_NIGHT_NOT_RECORDED;
      n_with += state == SOLEUS_NIGHT_CRAMPS;
      n_cramps += soleus_night_get_n_cramps (of) + of->daytime;
    }
  for (guint i = 0; mornings != NULL && i < mornings->len; i++)
    n_wakings += (int) soleus_row_get_number (soleus_record_get_values (g_ptr_array_index (mornings, i)), "wakings_by_cramp", 0);
  g_ptr_array_add (block->lines, g_strdup_printf (_("Nights recorded: %d of %d"), n_recorded, WINDOW_NIGHTS));
  g_ptr_array_add (block->lines, g_strdup_printf (_("Nights with cramps: %d"), n_with));
  g_ptr_array_add (block->lines, g_strdup_printf (_("Cramps, day and night: %d"), n_cramps));
  g_ptr_array_add (block->lines, g_strdup_printf (_("Wakings by cramps: %d"), n_wakings));
}

/* "Furosemide 40 mg, since 3 March 2024. Every day at 8:00." */
static char *
say_medicine (const SoleusMedicine *medicine,
              SoleusTime            now)
{
  g_autofree char *title = soleus_medicine_words_title (medicine->record), *span = soleus_medicine_words_span (medicine->record);
  SoleusRecord *version = soleus_medicine_plan_find_current (medicine->versions, now);
  g_autofree char *plan = version != NULL ? soleus_medicine_plan_say (version) : NULL;
  GString *text = g_string_new (title);

  g_string_append_printf (text, ", %s", *span != '\0' ? span : _("start not known"));
  if (plan != NULL)
    g_string_append_printf (text, ". %s", plan);
  return g_string_free (text, FALSE);
}

static void
add_medicines (GPtrArray   *blocks,
               SoleusDiary *diary,
               SoleusDate   today)
{
  SoleusClinicBlock *block = add_block (blocks, _("Medicines now"));
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (diary, NULL);
  GPtrArray *medicines = book != NULL ? soleus_medicine_book_get_medicines (book) : NULL;
  g_autoptr (GString) questions = g_string_new (NULL);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (medicines, i);

      if (soleus_medicine_is_over (medicine, today))
        continue;
      g_ptr_array_add (block->lines, say_medicine (medicine, soleus_medicine_book_get_now (book)));
      if (soleus_row_get_answer (soleus_record_get_values (medicine->record), "ask_doctor") == SOLEUS_YES)
        g_string_append_printf (questions, "%s%s", questions->len > 0 ? ", " : "", soleus_row_get_text (soleus_record_get_values (medicine->record), "name"));
    }
  finish (block);
  if (questions->len > 0)
    {
      block = add_block (blocks, _("I want to ask about"));
      g_ptr_array_add (block->lines, g_string_free (g_steal_pointer (&questions), FALSE));
      finish (block);
    }
}

static void
add_health (GPtrArray   *blocks,
            SoleusDiary *diary,
            SoleusDate   today)
{
  SoleusClinicBlock *block = add_block (blocks, _("Health"));
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  const SoleusRow *row = profile != NULL ? soleus_record_get_values (profile) : NULL;
  SoleusDate due = row != NULL ? soleus_row_get_date (row, "due_date") : SOLEUS_DATE_NONE;
  SoleusDate birth = row != NULL ? soleus_row_get_date (row, "birth_of_child") : SOLEUS_DATE_NONE;
  const char *allergies = row != NULL ? soleus_row_get_text (row, "allergies") : NULL;

  if (row != NULL && soleus_row_has (row, "birth_year"))
    g_ptr_array_add (block->lines, g_strdup_printf (_("Born in %d"), (int) soleus_row_get_number (row, "birth_year", 0)));
  if (birth != SOLEUS_DATE_NONE)
    {
      g_autofree char *date = soleus_words_date_with_year (birth);

      g_ptr_array_add (block->lines, g_strdup_printf (_("Child born on %s"), date));
    }
  else if (due != SOLEUS_DATE_NONE && due - today <= 40 * 7 && due + 14 >= today)
    g_ptr_array_add (block->lines, g_strdup_printf (_("Pregnant, week %d"), (40 * 7 - (due - today)) / 7));
  else if (row != NULL && soleus_row_get_answer (row, "pregnant") == SOLEUS_YES)
    g_ptr_array_add (block->lines, g_strdup (_("Pregnant, week not recorded")));
  for (guint i = 0; row != NULL && i < soleus_row_get_n_rows (row, "conditions"); i++)
    g_ptr_array_add (block->lines, g_strdup (soleus_words_word (&soleus_conditions, soleus_row_get_text (soleus_row_get_row (row, "conditions", i), "condition"))));
  if (row != NULL && soleus_row_get_answer (row, "fluid_limit") == SOLEUS_YES)
    g_ptr_array_add (block->lines, g_strdup (_("Fluid limit")));
  if (row != NULL && soleus_row_get_answer (row, "potassium_limit") == SOLEUS_YES)
    g_ptr_array_add (block->lines, g_strdup (_("Potassium limit")));
  if (allergies != NULL)
    g_ptr_array_add (block->lines, g_strdup_printf (_("Allergies: %s"), allergies));
  finish (block);
}

static void
add_shown (GPtrArray           *blocks,
           const SoleusVerdict *verdict)
{
  SoleusClinicBlock *block;

  if (verdict == NULL || verdict->level < SOLEUS_LEVEL_PHARMACIST)
    return;
  block = add_block (blocks, _("Soleus showed"));
  g_ptr_array_add (block->lines, g_strdup_printf (_("Card: %s"), soleus_level_get_name (verdict->level)));
}

/**
 * soleus_clinic_list_blocks:
 * @diary: a diary
 * @guidance: the guidance
 * @verdict: (nullable): the verdict that was shown
 * @now: the present moment
 *
 * Returns: (transfer full) (element-type SoleusClinicBlock): the parts of the page, in their order
 */
GPtrArray *
soleus_clinic_list_blocks (SoleusDiary          *diary,
                           const SoleusGuidance *guidance,
                           const SoleusVerdict  *verdict,
                           SoleusTime            now)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  SoleusDate night = soleus_time_get_night (now), today = soleus_time_get_date (now);
  g_autoptr (GPtrArray) checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, night - SIGN_NIGHTS, night, NULL);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night - WINDOW_NIGHTS + 1, night, NULL);

  if (checks != NULL)
    add_signs (blocks, checks, guidance);
  add_open (blocks, verdict, guidance);
  if (episodes != NULL)
    add_last_cramp (blocks, episodes);
  add_weeks (blocks, diary, night);
  add_medicines (blocks, diary, today);
  add_health (blocks, diary, today);
  add_shown (blocks, verdict);
  return blocks;
}
