/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eight emergency questions always come first. More are asked only where something recorded makes them matter, or where
 * another answer does; those about the last weeks at most once in 14 days. Nothing has a default. */
#include "config.h"

#include "app/soleus-check-draft.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/soleus-check.h"
#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"

#define WINDOW_NIGHTS 28
#define SHORT_NIGHTS 14
#define RECENT_SECONDS (48 * 3600)
#define BAD_PAIN 8
#define AFTER_BIRTH_DAYS 42

/* A temperature outside these was typed with the other unit, or by a slip; in thousandths. */
#define LEAST_C 30000
#define MOST_C 45000
#define FEVER_C 38000

/* What makes a question matter. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_CALF = 1 << 0,
  NEEDS_LAST_CRAMP = 1 << 1,
  NEEDS_PREGNANCY = 1 << 2,
  NEEDS_MUSCLE_MEDICINE = 1 << 3,
  NEEDS_QUININE = 1 << 4,
  NEEDS_FALL = 1 << 5,
  NEEDS_WEEKS = 1 << 6, /* cramps in 28 nights, and not asked for 14 */
  NEEDS_BAD_PAIN = 1 << 7,
} Needs;

typedef struct
{
  const char *group;
  const char *fact;
  Needs needs;
  const char *after[3]; /* or one of these answered yes is enough */
} Spec;

static const struct
{
  const char *id;
  const char *title;
} groups[] = {
  { "eight", NULL },
  { "also", N_("A few more: now, or in the last 14 days") },
  { "lower", N_("Numbness or weakness") },
  { "calf", N_("Your calf, and what came before") },
  { "cramp", N_("The last cramp") },
  { "pain", N_("That pain") },
  { "spasm", N_("Since the wound or the poison") },
  { "fluid", N_("Since the heat or the loss of fluid") },
  { "pregnancy", N_("In pregnancy, or after birth") },
  { "medicine", N_("With your medicines") },
  { "fall", N_("When you fell") },
  { "nerves", N_("Nerves and muscles, in the last weeks") },
  { "weakness", N_("The weakness") },
  { "skin", N_("Skin and veins, in the last weeks") },
  { "walking", N_("Walking and rest, in the last weeks") },
  { "urge", N_("The urge to move") },
  { "plans", N_("What you think about, or do") },
};

static const Spec specs[] = {
  { "eight", "chest_pain", 0, { NULL } },
  { "eight", "breathing_difficulty", 0, { NULL } },
  { "eight", "swelling_side", 0, { NULL } },
  { "eight", "leg_redness", 0, { NULL } },
  { "eight", "fever", 0, { NULL } },
  { "eight", "skin_color_change", 0, { NULL } },
  { "eight", "leg_cool_vs_other", 0, { NULL } },
  { "eight", "no_pulse", 0, { NULL } },
  { "also", "coughing_blood", 0, { NULL } },
  { "also", "fainted", 0, { NULL } },
  { "also", "palpitations", 0, { NULL } },
  { "also", "dark_urine", 0, { NULL } },
  { "also", "one_sided_weakness", 0, { NULL } },
  { "also", "speech_trouble", 0, { NULL } },
  { "lower", "saddle_numb", 0, { NULL } },
  { "lower", "bladder_bowel_change", 0, { NULL } },
  { "lower", "both_legs_weak", 0, { NULL } },
  { "calf", "calf_warm", NEEDS_CALF, { NULL } },
  { "calf", "calf_tender", NEEDS_CALF, { NULL } },
  { "calf", "long_travel", NEEDS_CALF, { NULL } },
  { "calf", "surgery_or_bed_rest", NEEDS_CALF, { NULL } },
  { "cramp", "severe_pain", NEEDS_LAST_CRAMP, { NULL } },
  { "cramp", "fluid_loss", NEEDS_LAST_CRAMP, { NULL } },
  { "cramp", "in_heat", NEEDS_LAST_CRAMP, { NULL } },
  { "cramp", "dirty_wound", NEEDS_LAST_CRAMP, { NULL } },
  { "cramp", "toxin", NEEDS_LAST_CRAMP, { NULL } },
  { "pain", "sudden_onset", NEEDS_BAD_PAIN, { "severe_pain" } },
  { "pain", "cannot_move_foot", NEEDS_BAD_PAIN, { "severe_pain" } },
  { "pain", "tight_muscle", NEEDS_BAD_PAIN, { "severe_pain" } },
  { "pain", "worse_on_stretch", NEEDS_BAD_PAIN, { "severe_pain" } },
  { "pain", "recent_injury_or_cast", NEEDS_BAD_PAIN, { "severe_pain" } },
  { "pain", "hard_exercise", NEEDS_BAD_PAIN, { "severe_pain" } },
  { "spasm", "stiff_jaw", 0, { "dirty_wound", "toxin" } },
  { "spasm", "trouble_swallowing", 0, { "dirty_wound", "toxin" } },
  { "spasm", "muscle_spasms", 0, { "dirty_wound", "toxin" } },
  { "fluid", "confused", 0, { "fluid_loss", "in_heat" } },
  { "fluid", "no_urine", 0, { "fluid_loss" } },
  { "fluid", "heat_over_1h", 0, { "in_heat" } },
  { "fluid", "low_salt_diet", 0, { "in_heat" } },
  { "pregnancy", "severe_headache", NEEDS_PREGNANCY, { NULL } },
  { "pregnancy", "vision_change", NEEDS_PREGNANCY, { NULL } },
  { "pregnancy", "pain_below_ribs", NEEDS_PREGNANCY, { NULL } },
  { "pregnancy", "vomiting", NEEDS_PREGNANCY, { NULL } },
  { "pregnancy", "face_hand_swelling", NEEDS_PREGNANCY, { NULL } },
  { "medicine", "muscle_pain_weakness", NEEDS_MUSCLE_MEDICINE, { NULL } },
  { "medicine", "bleeding_signs", NEEDS_QUININE, { NULL } },
  { "fall", "head_knock", NEEDS_FALL, { NULL } },
  { "fall", "cannot_bear_weight", NEEDS_FALL, { NULL } },
  { "nerves", "numb_tingle", NEEDS_WEEKS, { NULL } },
  { "nerves", "numb_tingle_stays", 0, { "numb_tingle" } },
  { "nerves", "stabbing_pain", NEEDS_WEEKS, { NULL } },
  { "nerves", "weakness", NEEDS_WEEKS, { NULL } },
  { "nerves", "wasting", NEEDS_WEEKS, { NULL } },
  { "nerves", "tremor_stiffness", NEEDS_WEEKS, { NULL } },
  { "weakness", "weakness_worse", 0, { "weakness" } },
  { "weakness", "weakness_days", 0, { "weakness" } },
  { "skin", "skin_texture_change", NEEDS_WEEKS, { NULL } },
  { "skin", "bruising", NEEDS_WEEKS, { NULL } },
  { "skin", "bruise_known_cause", 0, { "bruising" } },
  { "skin", "varicose_veins", NEEDS_WEEKS, { NULL } },
  { "skin", "wound", NEEDS_WEEKS, { NULL } },
  { "skin", "wound_days_open", 0, { "wound" } },
  { "skin", "wound_black_smelly_spreading", 0, { "wound" } },
  { "walking", "same_effort", NEEDS_WEEKS, { NULL } },
  { "walking", "standing_still_helps", 0, { "same_effort" } },
  { "walking", "worse_walking", NEEDS_WEEKS, { NULL } },
  { "walking", "better_bending_or_sitting", 0, { "worse_walking" } },
  { "walking", "rest_pain_foot", NEEDS_WEEKS, { NULL } },
  { "walking", "better_hanging_down", 0, { "rest_pain_foot" } },
  { "walking", "urge_to_move", NEEDS_WEEKS, { NULL } },
  { "walking", "back_pain", NEEDS_WEEKS, { NULL } },
  { "urge", "worse_at_rest", 0, { "urge_to_move", "rest_pain_foot" } },
  { "urge", "worse_evening", 0, { "urge_to_move" } },
  { "urge", "relieved_by_moving", 0, { "urge_to_move" } },
  { "urge", "urge_days_a_week", 0, { "urge_to_move" } },
  { "urge", "urge_weeks", 0, { "urge_to_move" } },
  { "plans", "wants_supplement", NEEDS_WEEKS, { NULL } },
  { "plans", "wants_magnesium", NEEDS_WEEKS | NEEDS_PREGNANCY, { NULL } },
  { "plans", "wants_compression", NEEDS_WEEKS, { NULL } },
  { "plans", "heavy_alcohol", NEEDS_WEEKS, { NULL } },
};

/* An open wound is asked for by a yes; its days are what is kept. */
#define WOUND "wound"
#define WOUND_DAYS "wound_days_open"

struct _SoleusCheckDraft
{
  GObject parent_instance;

  const SoleusGuidance *guidance;
  SoleusClock *clock;
  SoleusRecord *record;
  Needs needs;
  const char *unit;
  gboolean wound_no;
};

G_DEFINE_FINAL_TYPE (SoleusCheckDraft, soleus_check_draft, G_TYPE_OBJECT)

/* What was recorded */

static gboolean
takes (SoleusDiary           *diary,
       const SoleusMedicines *known,
       SoleusDate             today,
       const char *const     *classes)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (medicines, i));
      SoleusDate stopped = soleus_row_get_date (row, "stopped");
      g_autoptr (SoleusMedicineMatch) match = NULL;

      if (stopped != SOLEUS_DATE_NONE && stopped <= today)
        continue;
      match = soleus_medicines_recognise (known, soleus_row_get_text (row, "name"));
      for (guint k = 0; classes[k] != NULL; k++)
        if (g_strv_contains ((const char *const *) match->classes, classes[k]))
          return TRUE;
    }
  return FALSE;
}

/* A pregnancy that nobody said is over, or a birth of the last six weeks. */
static gboolean
may_be_pregnant (const SoleusRow *profile,
                 SoleusDate       today)
{
  SoleusDate due = soleus_row_get_date (profile, "due_date");
  SoleusDate birth = soleus_row_get_date (profile, "birth_of_child");

  if (birth != SOLEUS_DATE_NONE && birth <= today && today - birth <= AFTER_BIRTH_DAYS)
    return TRUE;
  return soleus_row_get_answer (profile, "pregnant") == SOLEUS_YES || (due != SOLEUS_DATE_NONE && due + AFTER_BIRTH_DAYS >= today);
}

static Needs
look_at_cramp (SoleusRecord *episode,
               SoleusTime    now)
{
  const SoleusRow *row = soleus_record_get_values (episode);
  SoleusTime start;
  gint64 age = (gint64) (soleus_time_get_night (now) - soleus_record_get_night (episode)) * 86400;
  Needs needs = NEEDS_NOTHING;
  const char *fell = soleus_row_get_text (row, "fell");

  if (soleus_row_get_time (row, "start", &start))
    age = now.utc - start.utc;
  if (age <= RECENT_SECONDS)
    needs |= NEEDS_LAST_CRAMP;
  if (age <= RECENT_SECONDS && soleus_row_get_number (row, "pain", 0) >= BAD_PAIN)
    needs |= NEEDS_BAD_PAIN;
  if (soleus_time_get_night (now) - soleus_record_get_night (episode) >= SHORT_NIGHTS)
    return needs;
  if (soleus_row_get_n_rows (row, "sites") == 0 || soleus_episode_has_site (row, "calf", NULL) || soleus_episode_has_site (row, "lower_calf", NULL))
    needs |= NEEDS_CALF;
  if (soleus_row_get_answer (row, "injury") == SOLEUS_YES || (fell != NULL && !g_str_equal (fell, "no")))
    needs |= NEEDS_FALL;
  return needs;
}

/* Whether a check of the last two weeks already asked about the last weeks. */
static gboolean
was_asked_lately (SoleusDiary *diary,
                  SoleusDate   night)
{
  g_autoptr (GPtrArray) checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, night - SHORT_NIGHTS + 1, night, NULL);

  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (checks, i));

      for (guint k = 0; k < soleus_row_get_n_rows (row, "answers"); k++)
        {
          const char *fact = soleus_row_get_text (soleus_row_get_row (row, "answers", k), "fact");

          for (guint n = 0; n < G_N_ELEMENTS (specs); n++)
            if (specs[n].needs == NEEDS_WEEKS && g_str_equal (specs[n].fact, fact))
              return TRUE;
        }
    }
  return FALSE;
}

static Needs
find_needs (SoleusDiary          *diary,
            const SoleusGuidance *guidance,
            SoleusTime            now)
{
  static const char *const muscle_classes[] = { "statin", "fibrate", "colchicine", NULL };
  static const char *const quinine_classes[] = { "quinine", NULL };
  SoleusDate night = soleus_time_get_night (now), today = soleus_time_get_date (now);
  g_autoptr (GPtrArray) cramps = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night - WINDOW_NIGHTS + 1, night, NULL);
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, night - WINDOW_NIGHTS + 1, night, NULL);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  Needs needs = NEEDS_NOTHING;
  gboolean any = cramps != NULL && cramps->len > 0;

  for (guint i = 0; cramps != NULL && i < cramps->len; i++)
    needs |= look_at_cramp (g_ptr_array_index (cramps, i), now);
  for (guint i = 0; nights != NULL && i < nights->len; i++)
    {
      const SoleusNight *of = &g_array_index (nights, SoleusNight, i);

      if (of->said != SOLEUS_NIGHT_CRAMPS)
        continue;
      any = TRUE;
      if (night - of->date < SHORT_NIGHTS && of->night_time == 0)
        needs |= NEEDS_CALF;
      if (night - of->date <= 1)
        needs |= NEEDS_LAST_CRAMP;
    }
  if (any && !was_asked_lately (diary, night))
    needs |= NEEDS_WEEKS;
  if (profile != NULL && may_be_pregnant (soleus_record_get_values (profile), today))
    needs |= NEEDS_PREGNANCY;
  if (takes (diary, guidance->medicines, today, muscle_classes))
    needs |= NEEDS_MUSCLE_MEDICINE;
  if (takes (diary, guidance->medicines, today, quinine_classes))
    needs |= NEEDS_QUININE;
  return needs;
}

/* The unit that the person uses, or the one that the country does. */
static const char *
find_unit (SoleusDiary *diary)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  const SoleusRow *row = profile != NULL ? soleus_record_get_values (profile) : NULL;
  const char *unit = row != NULL ? soleus_row_get_text (row, "temperature_unit") : NULL;
  const char *country = row != NULL ? soleus_row_get_text (row, "country") : NULL;
  const char *const *languages = g_get_language_names ();

  if (unit != NULL)
    return g_str_equal (unit, "F") ? "F" : "C";
  if (country != NULL)
    return g_str_equal (country, "US") ? "F" : "C";
  return languages[0] != NULL && strstr (languages[0], "_US") != NULL ? "F" : "C";
}

static void
soleus_check_draft_finalize (GObject *object)
{
  SoleusCheckDraft *self = SOLEUS_CHECK_DRAFT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (soleus_check_draft_parent_class)->finalize (object);
}

static void
soleus_check_draft_class_init (SoleusCheckDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_check_draft_finalize;
}

static void
soleus_check_draft_init (SoleusCheckDraft *self)
{
}

/**
 * soleus_check_draft_new:
 * @diary: the diary, which says what matters
 * @guidance: the guidance; it must live as long
 * @now: the present moment
 *
 * Returns: (transfer full): a check in which nothing is answered
 */
SoleusCheckDraft *
soleus_check_draft_new (SoleusDiary          *diary,
                        const SoleusGuidance *guidance,
                        SoleusTime            now)
{
  SoleusCheckDraft *self = g_object_new (SOLEUS_TYPE_CHECK_DRAFT, NULL);
  SoleusRow *row;

  self->guidance = guidance;
  self->clock = g_object_ref (soleus_diary_get_clock (diary));
  self->record = soleus_record_new (SOLEUS_KIND_CHECK);
  self->needs = find_needs (diary, guidance, now);
  self->unit = find_unit (diary);
  row = soleus_record_get_values (self->record);
  soleus_row_set_time (row, "at", now);
  soleus_row_set_answer (row, "finished", SOLEUS_NO);
  return self;
}

/**
 * soleus_check_draft_get_record:
 * @self: a check
 *
 * Returns: (transfer none): the record, ready to be saved
 */
SoleusRecord *
soleus_check_draft_get_record (SoleusCheckDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), NULL);

  return self->record;
}

/**
 * soleus_check_draft_is_empty:
 * @self: a check
 *
 * Returns: whether nothing is answered
 */
gboolean
soleus_check_draft_is_empty (SoleusCheckDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), TRUE);

  return soleus_row_get_n_rows (soleus_record_get_values (self->record), "answers") == 0;
}

/* Answers */

static const SoleusRow *
find_answer (SoleusCheckDraft *self,
             const char       *fact)
{
  const SoleusRow *row = soleus_record_get_values (self->record);

  for (guint i = 0; i < soleus_row_get_n_rows (row, "answers"); i++)
    {
      const SoleusRow *answer = soleus_row_get_row (row, "answers", i);

      if (g_str_equal (soleus_row_get_text (answer, "fact"), fact))
        return answer;
    }
  return NULL;
}

static void
forget (SoleusCheckDraft *self,
        const char       *fact)
{
  SoleusRow *row = soleus_record_get_values (self->record);

  for (guint i = soleus_row_get_n_rows (row, "answers"); i > 0; i--)
    if (g_str_equal (soleus_row_get_text (soleus_row_get_row (row, "answers", i - 1), "fact"), fact))
      soleus_row_remove_row (row, "answers", i - 1);
}

/* Every change is the newest of what the person knows. */
static void
answer (SoleusCheckDraft *self,
        const char       *fact,
        const char       *value)
{
  SoleusRow *row = soleus_record_get_values (self->record);

  soleus_row_set_time (row, "at", soleus_clock_get_now (self->clock));
  if (value == NULL)
    forget (self, fact);
  else
    soleus_check_answer (row, fact, value, NULL);
}

static gboolean
is_past_answer (const SoleusRow *row)
{
  return row != NULL && (g_strcmp0 (soleus_row_get_text (row, "value"), "past") == 0 || soleus_row_get_answer (row, "past") == SOLEUS_YES);
}

static SoleusReply
get_sign (SoleusCheckDraft *self,
          const char       *fact)
{
  const SoleusRow *row = find_answer (self, fact);

  if (row == NULL)
    return SOLEUS_REPLY_OPEN;
  return g_strcmp0 (soleus_row_get_text (row, "value"), "no") == 0 ? SOLEUS_REPLY_NO : SOLEUS_REPLY_YES;
}

static gboolean
is_number (const char *question)
{
  return !g_str_equal (question, WOUND) && soleus_fact_get_type (question) == SOLEUS_FACT_NUMBER;
}

/**
 * soleus_check_draft_get_reply:
 * @self: a check
 * @question: the id of a question
 *
 * Returns: how it is answered
 */
SoleusReply
soleus_check_draft_get_reply (SoleusCheckDraft *self,
                              const char       *question)
{
  const SoleusRow *row;

  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), SOLEUS_REPLY_OPEN);

  if (g_str_equal (question, WOUND))
    return find_answer (self, WOUND_DAYS) != NULL ? SOLEUS_REPLY_YES : self->wound_no ? SOLEUS_REPLY_NO
                                                                                      : SOLEUS_REPLY_OPEN;
  if (g_str_equal (question, "leg_redness"))
    return get_sign (self, "leg_rash") == SOLEUS_REPLY_YES ? SOLEUS_REPLY_YES : get_sign (self, "leg_redness");
  if (g_str_equal (question, "swelling_side"))
    {
      row = find_answer (self, question);
      return row == NULL ? SOLEUS_REPLY_OPEN : g_strcmp0 (soleus_row_get_text (row, "value"), "none") == 0 ? SOLEUS_REPLY_NO
                                                                                                           : SOLEUS_REPLY_YES;
    }
  if (is_number (question))
    return find_answer (self, question) != NULL ? SOLEUS_REPLY_YES : SOLEUS_REPLY_OPEN;
  return get_sign (self, question);
}

/**
 * soleus_check_draft_set_reply:
 * @self: a check
 * @question: the id of a question
 * @reply: its answer; a yes means now until soleus_check_draft_set_past() says otherwise
 *
 * Answers a question. Where a yes asks for more, such as the leg, the answer stands before that is said.
 */
void
soleus_check_draft_set_reply (SoleusCheckDraft *self,
                              const char       *question,
                              SoleusReply       reply)
{
  const char *word = reply == SOLEUS_REPLY_YES ? "yes" : reply == SOLEUS_REPLY_NO ? "no"
                                                                                  : NULL;

  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  if (reply == soleus_check_draft_get_reply (self, question))
    return;
  if (g_str_equal (question, WOUND))
    {
      self->wound_no = reply == SOLEUS_REPLY_NO;
      answer (self, WOUND_DAYS, reply == SOLEUS_REPLY_YES ? "0" : NULL);
      if (reply != SOLEUS_REPLY_YES)
        answer (self, "wound_black_smelly_spreading", NULL);
    }
  else if (g_str_equal (question, "swelling_side"))
    answer (self, question, reply == SOLEUS_REPLY_YES ? "both-unequal" : reply == SOLEUS_REPLY_NO ? "none"
                                                                                                  : NULL);
  else if (g_str_equal (question, "leg_redness"))
    {
      /* Yes without more: one of the two, and which was not said. */
      answer (self, "leg_redness", word);
      answer (self, "leg_rash", reply == SOLEUS_REPLY_NO ? "no" : NULL);
    }
  else if (g_str_equal (question, "fever"))
    {
      answer (self, "fever", word);
      if (reply != SOLEUS_REPLY_YES)
        answer (self, "temperature", NULL);
    }
  else if (!is_number (question))
    answer (self, question, word);

  /* What hung on a yes goes with it. */
  for (guint i = 0; reply != SOLEUS_REPLY_YES && i < G_N_ELEMENTS (specs); i++)
    {
      gboolean hung = FALSE, hangs = specs[i].after[0] == NULL;

      for (guint k = 0; specs[i].after[k] != NULL; k++)
        {
          hung = hung || g_str_equal (specs[i].after[k], question);
          hangs = hangs || soleus_check_draft_get_reply (self, specs[i].after[k]) == SOLEUS_REPLY_YES;
        }
      if (hung && !hangs && (specs[i].needs & self->needs) == 0)
        answer (self, specs[i].fact, NULL);
    }
}

/**
 * soleus_check_draft_is_past:
 * @self: a check
 * @question: the id of a question
 *
 * Returns: whether what was there is gone
 */
gboolean
soleus_check_draft_is_past (SoleusCheckDraft *self,
                            const char       *question)
{
  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), FALSE);

  return is_past_answer (find_answer (self, question)) || (g_str_equal (question, "leg_redness") && is_past_answer (find_answer (self, "leg_rash")));
}

/**
 * soleus_check_draft_set_past:
 * @self: a check
 * @question: the id of a question that was answered yes
 * @past: whether it was there 1 to 14 days ago and is gone now
 */
void
soleus_check_draft_set_past (SoleusCheckDraft *self,
                             const char       *question,
                             gboolean          past)
{
  const char *word = past ? "past" : "yes";
  const SoleusRow *row;

  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  if (soleus_check_draft_get_reply (self, question) != SOLEUS_REPLY_YES || soleus_check_draft_is_past (self, question) == past)
    return;
  if (g_str_equal (question, "swelling_side"))
    {
      g_autofree char *value = g_strconcat (soleus_row_get_text (find_answer (self, question), "value"), past ? ":past" : NULL, NULL);

      answer (self, question, value);
      return;
    }
  if (g_str_equal (question, "leg_redness") && get_sign (self, "leg_rash") == SOLEUS_REPLY_YES)
    answer (self, "leg_rash", word);
  if (get_sign (self, question) == SOLEUS_REPLY_YES)
    answer (self, question, word);
  row = g_str_equal (question, "fever") ? find_answer (self, "temperature") : NULL;
  if (row != NULL)
    {
      gint64 amount = soleus_row_get_number (row, "number", 0);
      g_autofree char *value = g_strdup_printf ("%d.%03d%s%s", (int) (amount / 1000), (int) (amount % 1000), soleus_row_get_text (row, "unit"), past ? ":past" : "");

      answer (self, "temperature", value);
    }
}

/**
 * soleus_check_draft_get_side:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): which leg is swollen: "left", "right", "both-equal", "both-unequal", or %NULL
 */
const char *
soleus_check_draft_get_side (SoleusCheckDraft *self)
{
  const SoleusRow *row;
  const char *value;

  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), NULL);

  row = find_answer (self, "swelling_side");
  value = row != NULL ? soleus_row_get_text (row, "value") : NULL;
  return value != NULL && !g_str_equal (value, "none") ? value : NULL;
}

/**
 * soleus_check_draft_set_side:
 * @self: a check
 * @side: (nullable): "left", "right", "both-equal" or "both-unequal"; %NULL where it is not said, which still means a yes
 */
void
soleus_check_draft_set_side (SoleusCheckDraft *self,
                             const char       *side)
{
  gboolean past;
  g_autofree char *value = NULL;

  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  past = soleus_check_draft_is_past (self, "swelling_side");
  value = g_strconcat (side != NULL ? side : "both-unequal", past ? ":past" : NULL, NULL);
  answer (self, "swelling_side", value);
}

/**
 * soleus_check_draft_set_redness:
 * @self: a check
 * @redness: whether there is a red patch
 * @rash: whether there is a rash
 *
 * Says which of the two it is; neither means that it was not said.
 */
void
soleus_check_draft_set_redness (SoleusCheckDraft *self,
                                gboolean          redness,
                                gboolean          rash)
{
  const char *yes;

  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  yes = soleus_check_draft_is_past (self, "leg_redness") ? "past" : "yes";
  answer (self, "leg_redness", redness || !rash ? yes : "no");
  answer (self, "leg_rash", rash ? yes : redness ? "no"
                                                 : NULL);
}

static char *
format_degrees (gint64      thousandths,
                const char *unit)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, thousandths / 1000, thousandths % 1000 / 100);

  return g_strdup_printf ("%s °%s", number, unit);
}

/**
 * soleus_check_draft_set_temperature:
 * @self: a check
 * @typed: what was typed; empty for nothing
 * @unit: "C" or "F"
 *
 * Keeps a measured temperature as it was typed, and answers the question of fever by it: yes from 38.0 °C (100.4 °F), else
 * no. What cannot be a temperature is not kept, and the answer stays as it is.
 *
 * Returns: (transfer full) (nullable): what to say below it
 */
char *
soleus_check_draft_set_temperature (SoleusCheckDraft *self,
                                    const char       *typed,
                                    const char       *unit)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (typed), ",", '.'));
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  gboolean is_f = g_str_equal (unit, "F"), past;
  gint64 amount, celsius;

  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), NULL);

  self->unit = is_f ? "F" : "C";
  if (*plain == '\0')
    {
      answer (self, "temperature", NULL);
      return NULL;
    }
  if (!soleus_decimal_parse (plain, &amount) || amount < 0)
    {
      answer (self, "temperature", NULL);
      return g_strdup (is_f ? _("Type a number such as 98.6.") : _("Type a number such as 36.6."));
    }
  /* Compared without rounding: nine times what lies above 32 °F against five times what lies above 0 °C. */
  celsius = is_f ? (amount - 32000) * 5 / 9 : amount;
  shown = format_degrees (amount, self->unit);
  if (celsius < LEAST_C || celsius > MOST_C)
    {
      answer (self, "temperature", NULL);
      return g_strdup_printf (is_f ? _("%s is not a body temperature. Is it °C?") : _("%s is not a body temperature. Is it °F?"), shown);
    }
  past = soleus_check_draft_is_past (self, "fever");
  value = g_strconcat (plain, self->unit, past ? ":past" : NULL, NULL);
  answer (self, "temperature", value);
  if (is_f ? (amount - 32000) * 5 >= FEVER_C * 9 : amount >= FEVER_C)
    {
      answer (self, "fever", past ? "past" : "yes");
      return g_strdup_printf (_("%s counts as a fever."), shown);
    }
  answer (self, "fever", "no");
  return g_strdup_printf (is_f ? _("%s is below 100.4 °F.") : _("%s is below 38.0 °C."), shown);
}

/**
 * soleus_check_draft_set_number:
 * @self: a check
 * @question: a question that a whole number answers
 * @typed: what was typed; empty for nothing
 *
 * Returns: (transfer full) (nullable): what is wrong with it; then nothing is kept
 */
char *
soleus_check_draft_set_number (SoleusCheckDraft *self,
                               const char       *question,
                               const char       *typed)
{
  g_autofree char *plain = g_strstrip (g_strdup (typed));
  gint64 number;
  /* An open wound stays one while its days are not known. */
  const char *nothing = g_str_equal (question, WOUND_DAYS) && soleus_check_draft_get_reply (self, WOUND) == SOLEUS_REPLY_YES ? "0" : NULL;

  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), NULL);

  if (*plain == '\0')
    {
      answer (self, question, nothing);
      return NULL;
    }
  if (!g_ascii_string_to_signed (plain, 10, 0, g_str_equal (question, "urge_days_a_week") ? 7 : 10000, &number, NULL))
    {
      answer (self, question, nothing);
      return g_str_equal (question, "urge_days_a_week") ? g_strdup_printf (_("Enter a whole number from %d to %d."), 0, 7) : g_strdup (_("Enter a whole number. About is fine."));
    }
  answer (self, question, plain);
  return NULL;
}

/**
 * soleus_check_draft_get_unit:
 * @self: a check
 *
 * Returns: (transfer none): "C" or "F", as the person or the country has it
 */
const char *
soleus_check_draft_get_unit (SoleusCheckDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), NULL);

  return self->unit;
}

/* Questions */

static gboolean
is_asked (SoleusCheckDraft *self,
          const Spec       *spec)
{
  if (spec->needs == NEEDS_NOTHING ? spec->after[0] == NULL : (self->needs & spec->needs) == spec->needs)
    return TRUE;
  for (guint i = 0; spec->after[i] != NULL; i++)
    if (soleus_check_draft_get_reply (self, spec->after[i]) == SOLEUS_REPLY_YES)
      return TRUE;
  return FALSE;
}

static void
group_free (gpointer data)
{
  SoleusQuestionGroup *group = data;

  g_ptr_array_unref (group->questions);
  g_free (group);
}

static SoleusQuestion *
new_question (SoleusCheckDraft *self,
              const Spec       *spec)
{
  static const char *const helped[] = { "swelling_side", "leg_cool_vs_other", "no_pulse", NULL };
  SoleusQuestion *question = g_new0 (SoleusQuestion, 1);
  gboolean red = g_str_equal (spec->fact, "leg_redness");
  g_autofree char *text = g_strconcat ("ask-", red ? "redness_or_rash" : spec->fact, NULL);

  question->id = spec->fact;
  question->text = g_intern_string (text);
  if (red)
    question->help = "help-redness_or_rash";
  else if (g_strv_contains (helped, spec->fact))
    {
      g_autofree char *help = g_strconcat ("help-", spec->fact, NULL);

      question->help = g_intern_string (help);
    }
  question->is_number = is_number (spec->fact);
  question->asks_when = !g_str_equal (spec->fact, WOUND) && soleus_rules_is_emergency_fact (self->guidance->rules, spec->fact);
  return question;
}

/**
 * soleus_check_draft_list_groups:
 * @self: a check
 *
 * The questions as they matter at present: the eight first. A yes may bring more of them.
 *
 * Returns: (transfer full) (element-type SoleusQuestionGroup): the groups that have a question
 */
GPtrArray *
soleus_check_draft_list_groups (SoleusCheckDraft *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (group_free);

  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), list);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      SoleusQuestionGroup *group = g_new0 (SoleusQuestionGroup, 1);

      group->id = groups[i].id;
      group->title = groups[i].title != NULL ? _(groups[i].title) : NULL;
      group->questions = g_ptr_array_new_with_free_func (g_free);
      for (guint k = 0; k < G_N_ELEMENTS (specs); k++)
        if (g_str_equal (specs[k].group, group->id) && is_asked (self, &specs[k]))
          g_ptr_array_add (group->questions, new_question (self, &specs[k]));
      if (group->questions->len > 0)
        g_ptr_array_add (list, group);
      else
        group_free (group);
    }
  return list;
}

/**
 * soleus_check_draft_count_eight:
 * @self: a check
 *
 * Returns: how many of the eight emergency questions are answered
 */
guint
soleus_check_draft_count_eight (SoleusCheckDraft *self)
{
  guint n = 0;

  g_return_val_if_fail (SOLEUS_IS_CHECK_DRAFT (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_str_equal (specs[i].group, "eight") && soleus_check_draft_get_reply (self, specs[i].fact) != SOLEUS_REPLY_OPEN)
      n++;
  return n;
}

/**
 * soleus_check_draft_none_of:
 * @self: a check
 * @group: the id of a group
 *
 * Answers all questions of a group with no, as one press.
 */
void
soleus_check_draft_none_of (SoleusCheckDraft *self,
                            const char       *group)
{
  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_str_equal (specs[i].group, group) && is_asked (self, &specs[i]))
      {
        if (is_number (specs[i].fact))
          answer (self, specs[i].fact, NULL);
        else
          soleus_check_draft_set_reply (self, specs[i].fact, SOLEUS_REPLY_NO);
      }
}

/**
 * soleus_check_draft_renew:
 * @self: a check
 *
 * After its card was marked as a mistake: the check stays in the diary as it is, and the answers go on in a new one, without
 * those that were the mistake.
 */
void
soleus_check_draft_renew (SoleusCheckDraft *self)
{
  g_autoptr (SoleusRecord) old = NULL;
  SoleusRow *row;

  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  old = g_steal_pointer (&self->record);
  self->record = soleus_record_new (SOLEUS_KIND_CHECK);
  row = soleus_record_get_values (self->record);
  soleus_row_set_time (row, "at", soleus_clock_get_now (self->clock));
  soleus_row_set_answer (row, "finished", SOLEUS_NO);
  for (guint i = 0; i < soleus_row_get_n_rows (soleus_record_get_values (old), "answers"); i++)
    {
      const SoleusRow *given = soleus_row_get_row (soleus_record_get_values (old), "answers", i);
      const char *value = soleus_row_get_text (given, "value");
      gboolean raises = value == NULL || !(g_str_equal (value, "no") || g_str_equal (value, "none") || g_str_equal (value, "both-equal"));
      SoleusRow *copy;

      if (raises && soleus_rules_is_emergency_fact (self->guidance->rules, soleus_row_get_text (given, "fact")))
        continue;
      copy = soleus_row_add_row (row, "answers");
      soleus_row_set_text (copy, "fact", soleus_row_get_text (given, "fact"));
      if (value != NULL)
        soleus_row_set_text (copy, "value", value);
      if (soleus_row_has (given, "number"))
        soleus_row_set_number (copy, "number", soleus_row_get_number (given, "number", 0));
      if (soleus_row_has (given, "unit"))
        soleus_row_set_text (copy, "unit", soleus_row_get_text (given, "unit"));
      if (soleus_row_has (given, "past"))
        soleus_row_set_answer (copy, "past", soleus_row_get_answer (given, "past"));
    }
}

/**
 * soleus_check_draft_finish:
 * @self: a check
 *
 * Says that the person is done with it.
 */
void
soleus_check_draft_finish (SoleusCheckDraft *self)
{
  SoleusRow *row;

  g_return_if_fail (SOLEUS_IS_CHECK_DRAFT (self));

  row = soleus_record_get_values (self->record);
  soleus_row_set_time (row, "at", soleus_clock_get_now (self->clock));
  soleus_row_set_answer (row, "finished", SOLEUS_YES);
}
