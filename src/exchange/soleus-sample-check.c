/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warning checks of the sample, with what came of them. Nearly all answer every emergency question with no; what looks
 * worse lies well before the end, so that a sample never opens with an alarm. */
#include "exchange/soleus-sample-private.h"

#include "model/soleus-check.h"

#define RULES_VERSION 1
#define QUIET_DAYS 60
#define PROMPT_DAYS 14

typedef struct
{
  const char *level;
  const char *rule; /* NULL: nothing fired */
  const char *facts;
  gboolean complete;
} Outcome;

static void
answer_more (SoleusSample *self,
             SoleusRow    *check)
{
  static const char *const facts[] = { "calf_warm", "calf_tender", "severe_pain", "dark_urine", "numb_tingle", NULL };

  for (guint i = 0; facts[i] != NULL; i++)
    if (soleus_sample_chance (self, 40))
      soleus_check_answer (check, facts[i], "no", &self->error);
  if (soleus_sample_chance (self, 6))
    soleus_check_answer (check, "temperature", "36.8C", &self->error);
}

/* Fills in a check, and says what its verdict was. */
static Outcome
answer (SoleusSample *self,
        SoleusRow    *check,
        gboolean      recent)
{
  int luck = soleus_sample_between (self, 1, 100);

  if (!recent && luck <= 8)
    {
      soleus_check_answer (check, "chest_pain", "no", &self->error);
      soleus_check_answer (check, "breathing_difficulty", "no", &self->error);
      soleus_row_set_answer (check, "finished", SOLEUS_NO);
      return (Outcome) { "incomplete", NULL, NULL, FALSE };
    }
  soleus_check_answer_none_of_eight (check);
  answer_more (self, check);
  soleus_row_set_answer (check, "finished", SOLEUS_YES);
  if (!recent && luck <= 11)
    {
      soleus_check_answer (check, "skin_color_change", "yes", &self->error);
      return (Outcome) { "emergency", "E6", "skin_color_change", TRUE };
    }
  if (!recent && luck <= 16)
    {
      soleus_check_answer (check, "swelling_side", "both-equal", &self->error);
      return (Outcome) { "appointment", "D8", "swelling_side", TRUE };
    }
  if (self->mood == 2)
    return (Outcome) { "appointment", "D1", NULL, TRUE };
  return (Outcome) { "none", NULL, NULL, TRUE };
}

static void
add_verdict (SoleusSample *self,
             SoleusTime    time,
             const char   *check,
             Outcome       outcome)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_VERDICT);
  SoleusRow *verdict = soleus_record_get_values (record);

  soleus_row_set_time (verdict, "at", time);
  soleus_row_set_text (verdict, "level", outcome.level);
  soleus_row_set_answer (verdict, "complete", outcome.complete ? SOLEUS_YES : SOLEUS_NO);
  soleus_row_set_number (verdict, "rules_version", RULES_VERSION);
  soleus_row_set_text (verdict, "check", check);
  if (outcome.rule != NULL)
    {
      SoleusRow *finding = soleus_row_add_row (verdict, "findings");

      soleus_row_set_text (finding, "rule", outcome.rule);
      soleus_row_set_text (finding, "level", outcome.level);
      soleus_row_set_text (finding, "basis", "source");
      soleus_row_set_text (finding, "facts", outcome.facts);
    }
  if (!outcome.complete)
    for (guint i = 2; soleus_fact_is_emergency (soleus_facts.words[i]); i++)
      soleus_row_set_text (soleus_row_add_row (verdict, "open_questions"), "fact", soleus_facts.words[i]);
  if (g_str_equal (outcome.level, "emergency"))
    {
      SoleusTime later = time;

      later.utc += soleus_sample_between (self, 20, 200);
      soleus_row_set_text (verdict, "acknowledgement", soleus_sample_chance (self, 70) ? "mistake" : "called");
      soleus_row_set_time (verdict, "acknowledged", later);
    }
  soleus_sample_keep (self, record, time);
}

static void
add_prompt (SoleusSample *self,
            SoleusDate    date,
            SoleusTime    time,
            Outcome       outcome)
{
  static const char *const answers[] = { "booked", "not-now", "seen", NULL };
  SoleusRecord *record;
  SoleusRow *prompt;

  if (!g_str_equal (outcome.level, "appointment") || (self->prompted != SOLEUS_DATE_NONE && date < self->prompted + PROMPT_DAYS))
    return;
  self->prompted = date;
  record = soleus_sample_begin (self, SOLEUS_KIND_PROMPT);
  prompt = soleus_record_get_values (record);
  soleus_row_set_time (prompt, "at", time);
  soleus_row_set_text (prompt, "prompt", outcome.rule);
  soleus_row_set_text (prompt, "level", outcome.level);
  if (soleus_sample_chance (self, 70))
    {
      SoleusTime later = time;

      later.utc += soleus_sample_between (self, 10, 90);
      soleus_row_set_text (prompt, "answer", soleus_sample_pick (self, answers));
      soleus_row_set_time (prompt, "answered", later);
    }
  soleus_sample_keep (self, record, time);
}

/**
 * soleus_sample_check:
 * @self: a sample
 * @date: a morning
 * @episode: a cramp of its night
 *
 * Writes a warning check with its verdict, and the prompt that may follow.
 */
void
soleus_sample_check (SoleusSample *self,
                     SoleusDate    date,
                     const char   *episode)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_CHECK);
  SoleusRow *check = soleus_record_get_values (record);
  g_autofree char *uuid = g_strdup (soleus_record_get_uuid (record));
  SoleusTime time = soleus_sample_time (self, date, soleus_sample_between (self, 465, 560));
  Outcome outcome = answer (self, check, date > self->last - QUIET_DAYS);

  soleus_row_set_time (check, "at", time);
  soleus_row_set_text (check, "episode", episode);
  soleus_sample_keep (self, record, time);
  time.utc += 5;
  add_verdict (self, time, uuid, outcome);
  add_prompt (self, date, time, outcome);
}
