/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of kinds. A new field goes at the end of its kind, a new kind at the end of the list, each with a numbered
 * migration in data/schema; limits may be widened, never narrowed, because old diaries hold what they allowed. */
#include "model/soleus-kind.h"

#define NAME_LENGTH 200
#define NOTE_LENGTH 10000
#define MINUTES_A_DAY 1440

#define TEXT(field, length) { .name = field, .type = SOLEUS_FIELD_TEXT, .max = length }
#define NAME(field) { .name = field, .type = SOLEUS_FIELD_TEXT, .max = NAME_LENGTH, .required = TRUE }
#define WORD(field, vocabulary) { .name = field, .type = SOLEUS_FIELD_WORD, .words = &vocabulary }
#define NEEDED_WORD(field, vocabulary) { .name = field, .type = SOLEUS_FIELD_WORD, .words = &vocabulary, .required = TRUE }
#define ID(field) { .name = field, .type = SOLEUS_FIELD_ID, .max = 80 }
#define NEEDED_ID(field) { .name = field, .type = SOLEUS_FIELD_ID, .max = 80, .required = TRUE }
#define REFERENCE(field) { .name = field, .type = SOLEUS_FIELD_REFERENCE }
#define NEEDED_REFERENCE(field) { .name = field, .type = SOLEUS_FIELD_REFERENCE, .required = TRUE }
#define INTEGER(field, least, most) { .name = field, .type = SOLEUS_FIELD_INTEGER, .min = least, .max = most }
#define NEEDED_INTEGER(field, least, most) { .name = field, .type = SOLEUS_FIELD_INTEGER, .min = least, .max = most, .required = TRUE }
#define DECIMAL(field, least, most) { .name = field, .type = SOLEUS_FIELD_DECIMAL, .min = least * 1000LL, .max = most * 1000LL }
#define NEEDED_DECIMAL(field, least, most) { .name = field, .type = SOLEUS_FIELD_DECIMAL, .min = least * 1000LL, .max = most * 1000LL, .required = TRUE }
#define BOOLEAN(field) { .name = field, .type = SOLEUS_FIELD_BOOLEAN, .max = 1 }
#define TIME(field) { .name = field, .type = SOLEUS_FIELD_TIME }
#define DATE(field) { .name = field, .type = SOLEUS_FIELD_DATE }
#define NEEDED_DATE(field) { .name = field, .type = SOLEUS_FIELD_DATE, .required = TRUE }
#define LIST(field, most, row_fields) { .name = field, .type = SOLEUS_FIELD_LIST, .max = most, .rows = row_fields }
#define END { .name = NULL }

/* The three fields kept with the identity of a record. */
#define AT(field) { .name = field, .type = SOLEUS_FIELD_TIME, .required = TRUE, .common = TRUE }
#define MAYBE_AT(field) { .name = field, .type = SOLEUS_FIELD_TIME, .common = TRUE }
#define DAY(field) { .name = field, .type = SOLEUS_FIELD_DATE, .required = TRUE, .common = TRUE }
#define MAYBE_DAY(field) { .name = field, .type = SOLEUS_FIELD_DATE, .common = TRUE }
#define NOTE { .name = "note", .type = SOLEUS_FIELD_TEXT, .max = NOTE_LENGTH, .common = TRUE }

static const SoleusField site_fields[] = { NEEDED_WORD ("muscle", soleus_muscles), WORD ("side", soleus_sides), END };
static const SoleusField tried_fields[] = {
  NEEDED_WORD ("action", soleus_actions), WORD ("helped", soleus_helps), INTEGER ("started_after_min", 0, MINUTES_A_DAY), END
};
static const SoleusField episode_fields[] = {
  MAYBE_AT ("start"),
  NEEDED_WORD ("precision", soleus_precisions),
  INTEGER ("start_span_min", 1, MINUTES_A_DAY), /* about: it began within so many minutes from the start given */
  MAYBE_DAY ("night"),                          /* precision night: all that is known of the start */
  TIME ("end"),
  INTEGER ("seconds", 0, 7 * 86400),
  BOOLEAN ("open"),
  LIST ("sites", 40, site_fields),
  INTEGER ("pain", 0, 10),
  WORD ("doing", soleus_doings),
  BOOLEAN ("woke"),
  WORD ("impact", soleus_impacts),
  WORD ("fell", soleus_falls),
  BOOLEAN ("injury"),
  INTEGER ("sore_hours", 0, 1000),
  BOOLEAN ("still_hard"),
  INTEGER ("eases_on_stopping_minutes", 0, MINUTES_A_DAY),
  INTEGER ("recurrences", 0, 99),
  LIST ("tried", 60, tried_fields),
  NOTE,
  END
};

static const SoleusField night_fields[] = {
  DAY ("night"),
  WORD ("said", soleus_sayings),
  INTEGER ("count", 0, 99),
  INTEGER ("wakings_by_cramp", 0, 99),
  BOOLEAN ("enough_sleep"),
  BOOLEAN ("sleep_lost_to_cramps"),
  BOOLEAN ("sleep_worry"),
  NOTE,
  END
};

static const SoleusField answer_fields[] = {
  NEEDED_WORD ("fact", soleus_facts),
  WORD ("value", soleus_answers),
  DECIMAL ("number", 0, 10000),
  WORD ("unit", soleus_temperature_units),
  BOOLEAN ("past"),
  INTEGER ("days_ago", 1, 14),
  END
};
static const SoleusField check_fields[] = {
  AT ("at"), REFERENCE ("episode"), BOOLEAN ("finished"), LIST ("answers", 200, answer_fields), NOTE, END
};

static const SoleusField finding_fields[] = {
  NEEDED_ID ("rule"), NEEDED_WORD ("level", soleus_levels), WORD ("basis", soleus_bases), TEXT ("facts", NOTE_LENGTH), END
};
static const SoleusField question_fields[] = { NEEDED_WORD ("fact", soleus_facts), END };
static const SoleusField verdict_fields[] = {
  AT ("at"),
  NEEDED_WORD ("level", soleus_levels),
  BOOLEAN ("complete"),
  NEEDED_INTEGER ("rules_version", 1, 1000000),
  REFERENCE ("check"),
  LIST ("findings", 200, finding_fields),
  LIST ("open_questions", 200, question_fields),
  WORD ("acknowledgement", soleus_acknowledgements),
  TIME ("acknowledged"),
  END
};
static const SoleusField prompt_fields[] = {
  AT ("at"), NEEDED_ID ("prompt"), WORD ("level", soleus_levels), WORD ("answer", soleus_prompt_answers), TIME ("answered"), END
};

static const SoleusField drink_fields[] = {
  AT ("at"),
  NEEDED_WORD ("drink", soleus_drink_kinds),
  NEEDED_DECIMAL ("amount_ml", 0, 20000),
  REFERENCE ("container"),
  NOTE,
  END
};
static const SoleusField container_fields[] = {
  NAME ("name"), NEEDED_DECIMAL ("amount_ml", 0, 20000), WORD ("drink", soleus_drink_kinds), END
};

static const SoleusField item_fields[] = {
  ID ("food"), REFERENCE ("own_food"), TEXT ("name", NAME_LENGTH), DECIMAL ("servings", 0, 1000), END
};
static const SoleusField meal_fields[] = {
  AT ("at"), WORD ("meal", soleus_meal_kinds), LIST ("items", 100, item_fields), NOTE, END
};
static const SoleusField food_fields[] = {
  NAME ("name"),
  TEXT ("serving", NAME_LENGTH),
  DECIMAL ("potassium_mg", 0, 100000),
  DECIMAL ("calcium_mg", 0, 100000),
  DECIMAL ("magnesium_mg", 0, 100000),
  END
};

static const SoleusField medicine_fields[] = {
  NAME ("name"),
  TEXT ("strength", NAME_LENGTH),
  TEXT ("form", NAME_LENGTH),
  TEXT ("instructions", 1000),
  TEXT ("reason", 1000),
  DATE ("started"),
  BOOLEAN ("started_unsure"),
  DATE ("stopped"),
  BOOLEAN ("ask_doctor"),
  NOTE,
  END
};
static const SoleusField schedule_time_fields[] = {
  NEEDED_INTEGER ("minute", 0, MINUTES_A_DAY - 1), DECIMAL ("amount", 0, 10000), END
};
static const SoleusField pause_fields[] = { NEEDED_DATE ("from"), DATE ("until"), END };
static const SoleusField schedule_fields[] = {
  NEEDED_REFERENCE ("medicine"),
  NEEDED_DATE ("valid_from"),
  DATE ("valid_until"),         /* the last day */
  NEEDED_WORD ("pattern", soleus_patterns),
  LIST ("times", 100, schedule_time_fields),
  INTEGER ("weekdays", 1, 127), /* bit 0 is Monday */
  INTEGER ("every", 1, 1000),   /* days or hours, as the pattern says */
  INTEGER ("month_day", 1, 31),
  WORD ("short_month", soleus_short_months),
  INTEGER ("window_from", 0, MINUTES_A_DAY - 1),
  INTEGER ("window_until", 0, MINUTES_A_DAY),
  INTEGER ("days_on", 1, 1000),
  INTEGER ("days_off", 0, 1000),
  DATE ("cycle_start"),         /* the first day of a cycle; also what every N days is counted from */
  INTEGER ("gap_min", 1, 10080),
  INTEGER ("most_a_day", 1, 100),
  LIST ("pauses", 100, pause_fields), /* from and until: both days are within */
  INTEGER ("from_minute", 0, MINUTES_A_DAY - 1),  /* on its first day it counts from this minute on */
  INTEGER ("until_minute", 0, MINUTES_A_DAY - 1), /* on its last day it counts before this minute */
  END
};
static const SoleusField dose_change_fields[] = {
  NEEDED_REFERENCE ("medicine"), NEEDED_DATE ("changed"), TEXT ("strength_before", NAME_LENGTH), TEXT ("strength_after", NAME_LENGTH), NOTE, END
};
static const SoleusField stock_fields[] = {
  AT ("at"), NEEDED_REFERENCE ("medicine"), NEEDED_DECIMAL ("amount", 0, 100000), INTEGER ("warn_days", 0, 365), END
};
static const SoleusField dose_fields[] = {
  AT ("at"),
  NEEDED_REFERENCE ("medicine"),
  NEEDED_WORD ("status", soleus_dose_states),
  DATE ("due_date"),
  INTEGER ("due_minute", 0, MINUTES_A_DAY - 1),
  DECIMAL ("amount", 0, 10000),
  NOTE,
  END
};

static const SoleusField played_fields[] = {
  NEEDED_ID ("card"), WORD ("side", soleus_sides), INTEGER ("seconds", 0, 86400), INTEGER ("repeats", 0, 1000), END
};
static const SoleusField stretch_fields[] = {
  AT ("at"),
  INTEGER ("seconds", 0, 86400),
  REFERENCE ("plan"),
  BOOLEAN ("finished"),
  BOOLEAN ("by_hand"),
  LIST ("played", 200, played_fields),
  NOTE,
  END
};
static const SoleusField step_fields[] = {
  NEEDED_ID ("card"), INTEGER ("hold_seconds", 1, 3600), INTEGER ("repeats", 1, 100), BOOLEAN ("both_sides"), END
};
static const SoleusField plan_fields[] = { NAME ("name"), BOOLEAN ("bedtime"), LIST ("steps", 100, step_fields), END };

static const SoleusField habit_fields[] = { DAY ("day"), NEEDED_WORD ("habit", soleus_habits), NOTE, END };
static const SoleusField routine_fields[] = {
  NEEDED_WORD ("routine", soleus_routine_kinds), TEXT ("name", NAME_LENGTH), NEEDED_DATE ("start"), DATE ("stop"), NOTE, END
};
static const SoleusField favourite_fields[] = {
  NEEDED_WORD ("favourite", soleus_favourite_kinds), NEEDED_ID ("target"), TIME ("opened"), BOOLEAN ("marked"), END
};

static const SoleusField condition_fields[] = { NEEDED_WORD ("condition", soleus_conditions), END };
static const SoleusField profile_fields[] = {
  INTEGER ("birth_year", 1900, 2199),
  BOOLEAN ("pregnant"),
  DATE ("due_date"),
  DATE ("birth_of_child"),
  LIST ("conditions", 40, condition_fields),
  BOOLEAN ("fluid_limit"),
  INTEGER ("fluid_limit_ml", 100, 20000),
  BOOLEAN ("potassium_limit"),
  BOOLEAN ("fall_risk"),
  BOOLEAN ("numb_feet"),
  BOOLEAN ("poor_circulation"),
  WORD ("smoking", soleus_smoking),
  BOOLEAN ("family_clots"),
  TEXT ("allergies", 1000),
  TEXT ("emergency_number", 40),
  TEXT ("country", 2),
  WORD ("volume_unit", soleus_volume_units),
  WORD ("temperature_unit", soleus_temperature_units),
  INTEGER ("first_weekday", 1, 7),
  DECIMAL ("usual_drink_ml", 1, 5000),
  DECIMAL ("drink_goal_ml", 0, 20000),
  BOOLEAN ("letter_keys"),
  BOOLEAN ("sounds"),
  BOOLEAN ("welcome_done"),
  WORD ("usual_drink", soleus_drink_kinds),
  END
};

static const SoleusField reminder_time_fields[] = {
  NEEDED_INTEGER ("minute", 0, MINUTES_A_DAY - 1), INTEGER ("weekdays", 1, 127), END
};
static const SoleusField reminder_fields[] = {
  NEEDED_WORD ("reminder", soleus_reminder_kinds),
  BOOLEAN ("on"),
  LIST ("times", 50, reminder_time_fields),
  INTEGER ("every_min", 5, MINUTES_A_DAY),
  INTEGER ("from_minute", 0, MINUTES_A_DAY - 1),
  INTEGER ("until_minute", 0, MINUTES_A_DAY),
  BOOLEAN ("tone"),
  END
};
static const SoleusField reminding_fields[] = {
  BOOLEAN ("quiet"),
  INTEGER ("quiet_from", 0, MINUTES_A_DAY - 1),
  INTEGER ("quiet_until", 0, MINUTES_A_DAY - 1),
  WORD ("wording", soleus_wordings),
  TIME ("paused_until"),
  BOOLEAN ("offered"),
  END
};
static const SoleusField notice_dose_fields[] = { NEEDED_REFERENCE ("medicine"), END };
static const SoleusField notice_fields[] = {
  AT ("at"),
  NEEDED_WORD ("reminder", soleus_notice_kinds),
  DATE ("due_date"),
  INTEGER ("due_minute", 0, MINUTES_A_DAY - 1),
  NEEDED_WORD ("state", soleus_notice_states),
  TIME ("shown"),
  TIME ("answered"),
  ID ("answer"),
  TIME ("snoozed_until"),
  LIST ("doses", 100, notice_dose_fields),
  END
};

static const SoleusKindInfo kinds[] = {
  { SOLEUS_KIND_EPISODE, "episode", "episodes", FALSE, TRUE, episode_fields },
  { SOLEUS_KIND_NIGHT, "night", "nights", FALSE, TRUE, night_fields },
  { SOLEUS_KIND_CHECK, "check", "checks", FALSE, TRUE, check_fields },
  { SOLEUS_KIND_VERDICT, "verdict", "verdicts", FALSE, FALSE, verdict_fields },
  { SOLEUS_KIND_PROMPT, "prompt", "prompts", FALSE, FALSE, prompt_fields },
  { SOLEUS_KIND_DRINK, "drink", "drinks", FALSE, TRUE, drink_fields },
  { SOLEUS_KIND_CONTAINER, "container", "containers", FALSE, FALSE, container_fields },
  { SOLEUS_KIND_MEAL, "meal", "meals", FALSE, TRUE, meal_fields },
  { SOLEUS_KIND_FOOD, "food", "foods", FALSE, FALSE, food_fields },
  { SOLEUS_KIND_MEDICINE, "medicine", "medicines", FALSE, FALSE, medicine_fields },
  { SOLEUS_KIND_SCHEDULE, "schedule", "schedules", FALSE, FALSE, schedule_fields },
  { SOLEUS_KIND_DOSE_CHANGE, "dose_change", "dose_changes", FALSE, FALSE, dose_change_fields },
  { SOLEUS_KIND_STOCK, "stock", "stocks", FALSE, FALSE, stock_fields },
  { SOLEUS_KIND_DOSE, "dose", "doses", FALSE, TRUE, dose_fields },
  { SOLEUS_KIND_STRETCH, "stretch", "stretches", FALSE, TRUE, stretch_fields },
  { SOLEUS_KIND_PLAN, "plan", "plans", FALSE, FALSE, plan_fields },
  { SOLEUS_KIND_HABIT, "habit", "habits", FALSE, TRUE, habit_fields },
  { SOLEUS_KIND_ROUTINE, "routine", "routines", FALSE, FALSE, routine_fields },
  { SOLEUS_KIND_FAVOURITE, "favourite", "favourites", FALSE, FALSE, favourite_fields },
  { SOLEUS_KIND_PROFILE, "profile", "profile", TRUE, FALSE, profile_fields },
  { SOLEUS_KIND_REMINDER, "reminder", "reminders", FALSE, FALSE, reminder_fields },
  { SOLEUS_KIND_REMINDING, "reminding", "reminding", TRUE, FALSE, reminding_fields },
  { SOLEUS_KIND_NOTICE, "notice", "ledger", FALSE, FALSE, notice_fields },
};

/**
 * soleus_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): its description
 */
const SoleusKindInfo *
soleus_kind_get_info (SoleusKind kind)
{
  g_return_val_if_fail (kind >= SOLEUS_KIND_FIRST && kind <= SOLEUS_KIND_LAST, NULL);

  return &kinds[kind - SOLEUS_KIND_FIRST];
}

/**
 * soleus_kind_find:
 * @name: such as "episode"
 *
 * Returns: (nullable) (transfer none): the description, or %NULL if there is no such kind
 */
const SoleusKindInfo *
soleus_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

/**
 * soleus_kind_find_plural:
 * @plural: such as "episodes"
 *
 * Returns: (nullable) (transfer none): the description, or %NULL if there is no such list
 */
const SoleusKindInfo *
soleus_kind_find_plural (const char *plural)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].plural, plural))
      return &kinds[i];
  return NULL;
}

/**
 * soleus_fields_count:
 * @fields: (array zero-terminated=1): fields
 *
 * Returns: how many there are
 */
guint
soleus_fields_count (const SoleusField *fields)
{
  guint n = 0;

  while (fields[n].name != NULL)
    n++;
  return n;
}

/**
 * soleus_fields_find:
 * @fields: (array zero-terminated=1): fields
 * @name: a name
 *
 * Returns: its place among @fields, or -1
 */
int
soleus_fields_find (const SoleusField *fields,
                    const char        *name)
{
  for (int i = 0; fields[i].name != NULL; i++)
    if (g_str_equal (fields[i].name, name))
      return i;
  return -1;
}
