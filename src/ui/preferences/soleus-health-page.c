/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions as a table. The line below a question says what its answer changes, and that must stay true: whoever
 * changes what an answer does changes the line. Nothing is ever filled in for the person. */
#include "config.h"

#include "ui/preferences/soleus-health-page.h"

#include <glib/gi18n.h>

#include "ui/preferences/soleus-profile-rows.h"

#define CLOT_WHY N_("Adds a line to advice about leg clots.")
#define ARTERY_WHY N_("Adds a line to advice about pain when walking and slow wounds.")
#define ASK_WHY N_("If cramps become more, Soleus suggests asking your doctor.")
#define KEPT_WHY N_("Kept so that you have it at hand at the doctor.")
#define NO_HEAT_WHY N_("Soleus leaves out heat and cold tips.")
#define NO_DRINK_WHY N_("Soleus leaves out tips to drink more.")

/* How a question is answered. */
typedef enum
{
  ASK_ANSWER,
  ASK_CONDITION,
  ASK_SMOKING,
  ASK_VOLUME,
  ASK_YEAR,
  ASK_WEEKS,
  ASK_TEXT,
  ASK_DATE,
} Ask;

typedef struct
{
  Ask ask;
  const char *field;    /* or the condition */
  const char *question; /* NULL for a condition, which has its word */
  const char *why;
  const char *detail;   /* goes with any answer but yes */
  const char *only_if;  /* asked only after a yes to this */
} Question;

typedef struct
{
  const char *title;
  const Question *questions;
  guint n_questions;
} Section;

static const Question about_questions[] = {
  { ASK_YEAR, "birth_year", N_("Year of birth"), N_("Over 65, sitting stretches come first at night."), NULL, NULL },
  { ASK_SMOKING, "smoking", N_("Do you smoke?"), N_("Adds a line to advice about leg arteries and clots."), NULL, NULL },
  { ASK_TEXT, "allergies", N_("Allergies"), KEPT_WHY, NULL, NULL },
};

static const Question pregnancy_questions[] = {
  { ASK_ANSWER, "pregnant", N_("Are you pregnant?"), N_("Tips are then warm, not hot, and without long lying on the back."), "due_date", NULL },
  { ASK_DATE, "due_date", N_("Due date"), N_("Some signs and tips depend on how far along you are."), NULL, "pregnant" },
  { ASK_WEEKS, "due_date", N_("Or: weeks pregnant today"), N_("Soleus works out the due date from it."), NULL, "pregnant" },
  { ASK_DATE, "birth_of_child", N_("Did you give birth in the last 6 weeks? Date of birth"), N_("Some signs count more in the weeks after a birth."), NULL, NULL },
};

static const Question limit_questions[] = {
  { ASK_ANSWER, "fluid_limit", N_("Do you have a fluid limit?"), NO_DRINK_WHY, "fluid_limit_ml", NULL },
  { ASK_VOLUME, "fluid_limit_ml", N_("Your limit for a day"), N_("Soleus goes by your limit, not by a general amount."), NULL, "fluid_limit" },
  { ASK_ANSWER, "potassium_limit", N_("Do you have a potassium limit?"), N_("Soleus leaves out lists of foods by potassium."), NULL, NULL },
};

static const Question body_questions[] = {
  { ASK_ANSWER, "fall_risk", N_("Balance trouble, or falls?"), N_("Sitting stretches come first."), NULL, NULL },
  { ASK_ANSWER, "numb_feet", N_("Numb feet?"), NO_HEAT_WHY, NULL, NULL },
  { ASK_ANSWER, "poor_circulation", N_("Poor blood flow in the legs?"), NO_HEAT_WHY, NULL, NULL },
};

static const Question heart_questions[] = {
  { ASK_CONDITION, "heart-failure", NULL, N_("Soleus leaves out tips to drink more and to put the legs up a wall."), NULL, NULL },
  { ASK_CONDITION, "heart-disease", NULL, N_("With cramps in the heat, Soleus then says to get advice today."), NULL, NULL },
  { ASK_CONDITION, "heart-attack", NULL, ARTERY_WHY, NULL, NULL },
  { ASK_CONDITION, "high-blood-pressure", NULL, ARTERY_WHY, NULL, NULL },
  { ASK_CONDITION, "high-cholesterol", NULL, ARTERY_WHY, NULL, NULL },
  { ASK_CONDITION, "clot-history", NULL, CLOT_WHY, NULL, NULL },
  { ASK_CONDITION, "clotting-disorder", NULL, CLOT_WHY, NULL, NULL },
  { ASK_ANSWER, "family_clots", N_("Blood clots in your family?"), CLOT_WHY, NULL, NULL },
};

static const Question leg_questions[] = {
  { ASK_CONDITION, "peripheral-artery-disease", NULL, N_("Soleus leaves out tips to raise or press the legs."), NULL, NULL },
  { ASK_CONDITION, "varicose-veins", NULL, N_("Rubbing tips then say to stay off the veins."), NULL, NULL },
  { ASK_CONDITION, "venous-insufficiency", NULL, KEPT_WHY, NULL, NULL },
  { ASK_CONDITION, "raynaud", NULL, N_("Soleus leaves out cold tips."), NULL, NULL },
};

static const Question nerve_questions[] = {
  { ASK_CONDITION, "neuropathy", NULL, NO_HEAT_WHY, NULL, NULL },
  { ASK_CONDITION, "nerve-disorder", NULL, ASK_WHY, NULL, NULL },
  { ASK_CONDITION, "back-problem", NULL, KEPT_WHY, NULL, NULL },
  { ASK_CONDITION, "restless-legs", NULL, KEPT_WHY, NULL, NULL },
  { ASK_CONDITION, "sleep-apnoea", NULL, KEPT_WHY, NULL, NULL },
};

static const Question other_questions[] = {
  { ASK_CONDITION, "diabetes", NULL, N_("Shoe tips add a foot check. With cramps each night, Soleus suggests asking your doctor."), NULL, NULL },
  { ASK_CONDITION, "kidney-disease", NULL, N_("Soleus leaves out tips to drink more, and lists of foods by potassium."), NULL, NULL },
  { ASK_CONDITION, "dialysis", NULL, N_("Soleus leaves out tips to drink more, and lists of foods by potassium."), NULL, NULL },
  { ASK_CONDITION, "liver-disease", NULL, NO_DRINK_WHY, NULL, NULL },
  { ASK_CONDITION, "thyroid-disease", NULL, ASK_WHY, NULL, NULL },
  { ASK_CONDITION, "low-sodium", NULL, NO_DRINK_WHY, NULL, NULL },
  { ASK_CONDITION, "obesity", NULL, CLOT_WHY, NULL, NULL },
};

static const Section sections[] = {
  { N_("About you"), about_questions, G_N_ELEMENTS (about_questions) },
  { N_("Limits from your care team"), limit_questions, G_N_ELEMENTS (limit_questions) },
  { N_("Balance and feeling"), body_questions, G_N_ELEMENTS (body_questions) },
  { N_("Pregnancy and birth"), pregnancy_questions, G_N_ELEMENTS (pregnancy_questions) },
  { N_("Heart and blood"), heart_questions, G_N_ELEMENTS (heart_questions) },
  { N_("Blood flow in the legs"), leg_questions, G_N_ELEMENTS (leg_questions) },
  { N_("Nerves, back and sleep"), nerve_questions, G_N_ELEMENTS (nerve_questions) },
  { N_("Other conditions"), other_questions, G_N_ELEMENTS (other_questions) },
};

static GtkWidget *
make_smoking (SoleusProfileForm *form,
              const Question    *question)
{
  static const SoleusChoiceOption options[] = { { "never", N_("Never"), NULL }, { "former", N_("I used to"), NULL }, { "current", N_("Yes"), NULL } };

  return soleus_profile_rows_new_word (form, question->field, options, G_N_ELEMENTS (options), _(question->question), _(question->why));
}

static GtkWidget *
make_row (SoleusProfileForm *form,
          const Question    *question)
{
  switch (question->ask)
    {
    case ASK_CONDITION:
      return soleus_profile_rows_new_condition (form, question->field, _(question->why));
    case ASK_SMOKING:
      return make_smoking (form, question);
    case ASK_VOLUME:
      return soleus_profile_rows_new_volume (form, question->field, _(question->question), _(question->why));
    case ASK_YEAR:
      return soleus_profile_rows_new_entry (form, question->field, &soleus_profile_year, _(question->question), _(question->why));
    case ASK_WEEKS:
      return soleus_profile_rows_new_entry (form, question->field, &soleus_profile_weeks, _(question->question), _(question->why));
    case ASK_TEXT:
      return soleus_profile_rows_new_entry (form, question->field, &soleus_profile_text, _(question->question), _(question->why));
    case ASK_DATE:
      return soleus_profile_rows_new_date (form, question->field, _(question->question), _(question->why));
    case ASK_ANSWER:
    default:
      return soleus_profile_rows_new_answer (form, question->field, question->detail, _(question->question), _(question->why));
    }
}

static AdwPreferencesGroup *
make_group (SoleusProfileForm *form,
            const Section     *section)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(section->title));
  for (guint i = 0; i < section->n_questions; i++)
    {
      GtkWidget *row = make_row (form, &section->questions[i]);

      if (section->questions[i].only_if != NULL)
        soleus_profile_rows_show_only_if (row, section->questions[i].only_if);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return ADW_PREFERENCES_GROUP (group);
}

/**
 * soleus_health_page_new:
 * @form: the profile
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
soleus_health_page_new (SoleusProfileForm *form)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_name (page, "health");
  adw_preferences_page_set_title (page, _("Your health"));
  adw_preferences_page_set_icon_name (page, "soleus-cramp-now-symbolic");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      AdwPreferencesGroup *group = make_group (form, &sections[i]);

      if (i == 0)
        adw_preferences_group_set_description (group, _("All of this is optional. It only changes what Soleus shows. Press a chosen answer again to take it back."));
      adw_preferences_page_add (page, group);
    }
  return page;
}
