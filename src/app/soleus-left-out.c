/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections 4.0, 4.1 and 6.2 of the clinical notes. Reasons are said in the words of what the person told. */
#include "config.h"

#include "app/soleus-left-out.h"

#include <glib/gi18n.h>

#include "model/soleus-episode.h"

#define OLD_AGE 65

/* "Later pregnancy" has no week in the notes; 28 weeks is where the third part begins, and our own choice. */
#define LATE_DAYS (28 * 7)
#define PREGNANCY_DAYS (40 * 7)

typedef enum
{
  FLAG,
  CONDITION,
  MEDICINE,
} Where;

/* What a person told, and what follows from it. */
static const struct
{
  Where where;
  const char *word;
  SoleusLimits limits;
  const char *reason;
} told[] = {
  { FLAG, "fall_risk", SOLEUS_LIMIT_FALL_RISK, N_("balance trouble or falls") },
  { FLAG, "numb_feet", SOLEUS_LIMIT_NUMB_SKIN, N_("numb feet") },
  { CONDITION, "neuropathy", SOLEUS_LIMIT_NUMB_SKIN, N_("nerve damage") },
  { FLAG, "poor_circulation", SOLEUS_LIMIT_POOR_CIRCULATION, N_("poor circulation in the legs") },
  { CONDITION, "peripheral-artery-disease", SOLEUS_LIMIT_ARTERY_DISEASE | SOLEUS_LIMIT_POOR_CIRCULATION, N_("narrowed leg arteries") },
  { CONDITION, "raynaud", SOLEUS_LIMIT_RAYNAUD, N_("Raynaud’s") },
  { CONDITION, "heart-failure", SOLEUS_LIMIT_HEART_FAILURE | SOLEUS_LIMIT_FLUID_CARE | SOLEUS_LIMIT_POTASSIUM_CARE, N_("heart failure") },
  { CONDITION, "kidney-disease", SOLEUS_LIMIT_KIDNEY_CARE | SOLEUS_LIMIT_FLUID_CARE | SOLEUS_LIMIT_POTASSIUM_CARE, N_("kidney disease") },
  { CONDITION, "dialysis", SOLEUS_LIMIT_KIDNEY_CARE | SOLEUS_LIMIT_FLUID_CARE | SOLEUS_LIMIT_POTASSIUM_CARE, N_("dialysis") },
  { CONDITION, "liver-disease", SOLEUS_LIMIT_FLUID_CARE, N_("liver disease") },
  { CONDITION, "low-sodium", SOLEUS_LIMIT_FLUID_CARE, N_("low sodium") },
  { FLAG, "fluid_limit", SOLEUS_LIMIT_FLUID_CARE, N_("a fluid limit") },
  { FLAG, "potassium_limit", SOLEUS_LIMIT_POTASSIUM_CARE, N_("a potassium limit") },
  { MEDICINE, "raises-potassium", SOLEUS_LIMIT_POTASSIUM_CARE, N_("a medicine that raises potassium") },
  { MEDICINE, "potassium-sparing-diuretic", SOLEUS_LIMIT_POTASSIUM_CARE, N_("a medicine that raises potassium") },
  { MEDICINE, "ace-inhibitor", SOLEUS_LIMIT_POTASSIUM_CARE, N_("a medicine that raises potassium") },
  { MEDICINE, "arb", SOLEUS_LIMIT_POTASSIUM_CARE, N_("a medicine that raises potassium") },
  { MEDICINE, "blood-thinner", SOLEUS_LIMIT_BLOOD_THINNER, N_("a blood thinner") },
  { CONDITION, "varicose-veins", SOLEUS_LIMIT_VARICOSE_VEINS, N_("varicose veins") },
  { CONDITION, "back-problem", SOLEUS_LIMIT_BACK_PROBLEM, N_("a back problem") },
};

static gboolean
was_told (const SoleusRisks    *risks,
          const SoleusGuidance *guidance,
          guint                 i)
{
  switch (told[i].where)
    {
    case FLAG:
      return soleus_risks_has_flag (risks, told[i].word);
    case CONDITION:
      return soleus_risks_has_condition (risks, told[i].word);
    case MEDICINE:
    default:
      return guidance != NULL && soleus_risks_takes (risks, guidance, told[i].word);
    }
}

/**
 * soleus_left_out_find:
 * @risks: (nullable): what the diary says of health and medicines
 * @guidance: (nullable): the guidance; without it what follows from medicines is not found
 * @verdict: (nullable): the verdict as of now
 * @today: the present day
 *
 * Returns: what holds for the person
 */
SoleusLimits
soleus_left_out_find (const SoleusRisks    *risks,
                      const SoleusGuidance *guidance,
                      const SoleusVerdict  *verdict,
                      SoleusDate            today)
{
  guint limits = SOLEUS_LIMIT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if ((limits & told[i].limits) != told[i].limits && was_told (risks, guidance, i))
      limits |= told[i].limits;
  if (soleus_risks_is_pregnant (risks))
    {
      SoleusDate due = soleus_risks_get_due_date (risks);

      limits |= SOLEUS_LIMIT_PREGNANT;
      if (due == SOLEUS_DATE_NONE || today >= due - PREGNANCY_DAYS + LATE_DAYS)
        limits |= SOLEUS_LIMIT_LATE_PREGNANCY;
    }
  for (guint i = 0; verdict != NULL && i < verdict->findings->len; i++)
    if (g_str_equal (((SoleusFinding *) g_ptr_array_index (verdict->findings, i))->rule->id, "D14"))
      limits |= SOLEUS_LIMIT_WALKING_PAIN;
  return (SoleusLimits) limits;
}

/**
 * soleus_left_out_find_now:
 * @diary: a diary
 * @warnings: its warnings
 *
 * Returns: what holds for the person at present
 */
SoleusLimits
soleus_left_out_find_now (SoleusDiary    *diary,
                          SoleusWarnings *warnings)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  g_autoptr (SoleusRisks) risks = soleus_risks_new (diary, now);

  return soleus_left_out_find (risks, soleus_warnings_get_guidance (warnings), soleus_warnings_get_verdict (warnings), soleus_time_get_date (now));
}

static void
add (GPtrArray  *reasons,
     const char *reason)
{
  if (!g_ptr_array_find_with_equal_func (reasons, reason, g_str_equal, NULL))
    g_ptr_array_add (reasons, (gpointer) reason);
}

/**
 * soleus_left_out_say_why:
 * @risks: (nullable): what the diary says of health and medicines
 * @guidance: the guidance
 * @limits: for what something was left out
 *
 * Returns: (transfer full): what the person told, as a list of words: "numb feet, a blood thinner"
 */
char *
soleus_left_out_say_why (const SoleusRisks    *risks,
                         const SoleusGuidance *guidance,
                         SoleusLimits          limits)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if ((told[i].limits & limits) != 0 && was_told (risks, guidance, i))
      add (reasons, _(told[i].reason));
  if ((limits & (SOLEUS_LIMIT_PREGNANT | SOLEUS_LIMIT_LATE_PREGNANCY)) != 0)
    add (reasons, _("pregnancy"));
  if ((limits & SOLEUS_LIMIT_WALKING_PAIN) != 0)
    add (reasons, _("cramps that come with the same walk or effort"));
  g_ptr_array_add (reasons, NULL);
  return g_strjoinv (", ", (char **) reasons->pdata);
}

/**
 * soleus_left_out_sits_first:
 * @risks: (nullable): what the diary says of health
 * @now: the present moment
 *
 * Returns: whether sitting and lying versions come first, and standing ones only after a question: for whom falls, and at night
 *   from the age of 66 on, or where the age is not known
 */
gboolean
soleus_left_out_sits_first (const SoleusRisks *risks,
                            SoleusTime         now)
{
  int minute = soleus_time_get_minute (now);
  gboolean at_night = minute >= SOLEUS_NIGHT_STARTS_AT || minute < SOLEUS_NIGHT_ENDS_AT;

  return soleus_risks_has_flag (risks, "fall_risk") || (at_night && (!soleus_risks_knows_age (risks) || soleus_risks_is_older_than (risks, OLD_AGE)));
}
