/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Section 2.7 of the clinical notes: what makes a clot and narrowed arteries more likely (Buoy Health), and section 2.4,
 * P4: who asks a doctor before a supplement. No score is made of them. */
#include "config.h"

#include "app/soleus-risks.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "model/soleus-vocabulary.h"

/* Buoy Health says "older age" for clots and "over 40" for arteries; 60 is our own choice. */
#define CLOT_AGE 60
#define ARTERY_AGE 40
#define CHECK_NIGHTS 28

struct _SoleusRisks
{
  int year;
  SoleusRecord *profile;
  GPtrArray *medicines; /* that are taken */
  GPtrArray *checks;    /* of the last 28 nights */
};

/**
 * soleus_risks_new:
 * @diary: a diary
 * @now: the present moment
 *
 * Returns: (transfer full): what the diary says of health, medicines and the last weeks
 */
SoleusRisks *
soleus_risks_new (SoleusDiary *diary,
                  SoleusTime   now)
{
  SoleusRisks *self = g_new0 (SoleusRisks, 1);
  SoleusDate today = soleus_time_get_date (now), night = soleus_time_get_night (now);
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  int month, day;

  soleus_date_to_ymd (today, &self->year, &month, &day);
  self->profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  self->checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, night - CHECK_NIGHTS + 1, night, NULL);
  self->medicines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      SoleusDate stopped = soleus_row_get_date (soleus_record_get_values (medicine), "stopped");

      if (stopped == SOLEUS_DATE_NONE || stopped > today)
        g_ptr_array_add (self->medicines, g_object_ref (medicine));
    }
  return self;
}

/**
 * soleus_risks_free:
 * @self: (nullable) (transfer full): risks
 */
void
soleus_risks_free (SoleusRisks *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->profile);
  g_clear_pointer (&self->medicines, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_free (self);
}

static const SoleusRow *
get_profile (const SoleusRisks *self)
{
  return self != NULL && self->profile != NULL ? soleus_record_get_values (self->profile) : NULL;
}

/**
 * soleus_risks_get_emergency_number:
 * @self: (nullable): risks
 *
 * Returns: (nullable) (transfer none): the number that the person set, never a guess
 */
const char *
soleus_risks_get_emergency_number (const SoleusRisks *self)
{
  const SoleusRow *profile = get_profile (self);

  return profile != NULL ? soleus_row_get_text (profile, "emergency_number") : NULL;
}

/**
 * soleus_risks_has_condition:
 * @self: (nullable): risks
 * @word: a word of #soleus_conditions
 *
 * Returns: whether the person said so
 */
gboolean
soleus_risks_has_condition (const SoleusRisks *self,
                            const char        *word)
{
  const SoleusRow *profile = get_profile (self);

  for (guint i = 0; profile != NULL && i < soleus_row_get_n_rows (profile, "conditions"); i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (profile, "conditions", i), "condition"), word) == 0)
      return TRUE;
  return FALSE;
}

/**
 * soleus_risks_takes:
 * @self: (nullable): risks
 * @guidance: the guidance
 * @class_id: a class of medicines
 *
 * Returns: whether one of it is taken
 */
gboolean
soleus_risks_takes (const SoleusRisks    *self,
                    const SoleusGuidance *guidance,
                    const char           *class_id)
{
  for (guint i = 0; self != NULL && i < self->medicines->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (self->medicines, i));
      g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (guidance->medicines, soleus_row_get_text (row, "name"));

      if (g_strv_contains ((const char *const *) match->classes, class_id))
        return TRUE;
    }
  return FALSE;
}

/* What the newest answer of the last weeks says. */
static gboolean
has_answer (const SoleusRisks *self,
            const char        *fact)
{
  for (guint i = self != NULL && self->checks != NULL ? self->checks->len : 0; i > 0; i--)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (self->checks, i - 1));

      for (guint k = 0; k < soleus_row_get_n_rows (row, "answers"); k++)
        {
          const SoleusRow *answer = soleus_row_get_row (row, "answers", k);

          if (g_str_equal (soleus_row_get_text (answer, "fact"), fact))
            return g_strcmp0 (soleus_row_get_text (answer, "value"), "no") != 0;
        }
    }
  return FALSE;
}

/**
 * soleus_risks_is_pregnant:
 * @self: (nullable): risks
 *
 * Returns: whether a pregnancy was said and no birth since
 */
gboolean
soleus_risks_is_pregnant (const SoleusRisks *self)
{
  const SoleusRow *profile = get_profile (self);
  SoleusAnswer said = profile != NULL ? soleus_row_get_answer (profile, "pregnant") : SOLEUS_NO;

  return said == SOLEUS_YES || (said == SOLEUS_NOT_ANSWERED && soleus_row_has (profile, "due_date") && !soleus_row_has (profile, "birth_of_child"));
}

/**
 * soleus_risks_is_older_than:
 * @self: (nullable): risks
 * @years: an age
 *
 * Returns: whether the person is older; of the birth the year alone is known
 */
gboolean
soleus_risks_is_older_than (const SoleusRisks *self,
                            int                years)
{
  const SoleusRow *profile = get_profile (self);

  return profile != NULL && soleus_row_has (profile, "birth_year") && self->year - (int) soleus_row_get_number (profile, "birth_year", 0) > years;
}

/**
 * soleus_risks_knows_age:
 * @self: (nullable): risks
 *
 * Returns: whether the person told their year of birth
 */
gboolean
soleus_risks_knows_age (const SoleusRisks *self)
{
  const SoleusRow *profile = get_profile (self);

  return profile != NULL && soleus_row_has (profile, "birth_year");
}

/**
 * soleus_risks_get_due_date:
 * @self: (nullable): risks
 *
 * Returns: when a child is due, or %SOLEUS_DATE_NONE
 */
SoleusDate
soleus_risks_get_due_date (const SoleusRisks *self)
{
  const SoleusRow *profile = get_profile (self);

  return profile != NULL ? soleus_row_get_date (profile, "due_date") : SOLEUS_DATE_NONE;
}

/**
 * soleus_risks_has_flag:
 * @self: (nullable): risks
 * @field: a yes or no of the profile, such as "fall_risk"
 *
 * Returns: whether the person said yes
 */
gboolean
soleus_risks_has_flag (const SoleusRisks *self,
                       const char        *field)
{
  const SoleusRow *profile = get_profile (self);

  return profile != NULL && soleus_row_get_answer (profile, field) == SOLEUS_YES;
}

static gboolean
smokes (const SoleusRisks *self)
{
  const SoleusRow *profile = get_profile (self);

  return profile != NULL && g_strcmp0 (soleus_row_get_text (profile, "smoking"), "current") == 0;
}

static void
add (GString    *text,
     gboolean    applies,
     const char *words)
{
  if (applies)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
}

static void
add_condition (GString           *text,
               const SoleusRisks *self,
               const char        *word)
{
  add (text, soleus_risks_has_condition (self, word), soleus_words_word (&soleus_conditions, word));
}

static char *
finish (GString *text)
{
  gboolean empty = text->len == 0;
  char *words = g_string_free (text, empty);

  return empty ? NULL : words;
}

/**
 * soleus_risks_say_clot:
 * @self: (nullable): risks
 * @guidance: the guidance
 *
 * Returns: (transfer full) (nullable): what makes a clot in a leg more likely, as a list of words
 */
char *
soleus_risks_say_clot (const SoleusRisks    *self,
                       const SoleusGuidance *guidance)
{
  GString *text = g_string_new (NULL);

  add (text, soleus_risks_is_pregnant (self), _("pregnancy"));
  add (text, has_answer (self, "surgery_or_bed_rest"), _("surgery or bed rest"));
  add (text, has_answer (self, "recent_injury_or_cast"), _("an injury or a cast"));
  add (text, has_answer (self, "long_travel"), _("a long trip sitting still"));
  add (text, soleus_risks_takes (self, guidance, "combined-contraceptive"), _("birth control with two hormones"));
  add (text, soleus_risks_takes (self, guidance, "hormone"), _("a hormone medicine"));
  add_condition (text, self, "clot-history");
  add_condition (text, self, "clotting-disorder");
  add (text, soleus_risks_has_flag (self, "family_clots"), _("blood clots in the family"));
  add_condition (text, self, "obesity");
  add (text, smokes (self), _("smoking"));
  add (text, soleus_risks_is_older_than (self, CLOT_AGE), _("older age"));
  return finish (text);
}

/**
 * soleus_risks_say_arteries:
 * @self: (nullable): risks
 * @guidance: the guidance
 *
 * Returns: (transfer full) (nullable): what makes narrowed leg arteries more likely, as a list of words
 */
char *
soleus_risks_say_arteries (const SoleusRisks    *self,
                           const SoleusGuidance *guidance)
{
  GString *text = g_string_new (NULL);

  add (text, smokes (self), _("smoking"));
  add_condition (text, self, "diabetes");
  add_condition (text, self, "high-blood-pressure");
  add_condition (text, self, "high-cholesterol");
  add_condition (text, self, "heart-attack");
  add_condition (text, self, "peripheral-artery-disease");
  add (text, soleus_risks_is_older_than (self, ARTERY_AGE), _("age over 40"));
  return finish (text);
}

/**
 * soleus_risks_forbid_supplements:
 * @self: (nullable): risks
 * @guidance: the guidance
 *
 * Kidney disease, pregnancy, and medicines that raise potassium or thin the blood: a doctor first.
 *
 * Returns: whether a pharmacist is not enough
 */
gboolean
soleus_risks_forbid_supplements (const SoleusRisks    *self,
                                 const SoleusGuidance *guidance)
{
  static const char *const classes[] = { "raises-potassium", "potassium-sparing-diuretic", "ace-inhibitor", "arb", "blood-thinner", "transplant" };

  if (soleus_risks_is_pregnant (self) || soleus_risks_has_condition (self, "kidney-disease") || soleus_risks_has_condition (self, "dialysis") || soleus_risks_has_condition (self, "heart-failure") ||
      soleus_risks_has_flag (self, "potassium_limit"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (soleus_risks_takes (self, guidance, classes[i]))
      return TRUE;
  return FALSE;
}
