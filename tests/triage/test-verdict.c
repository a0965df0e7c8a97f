/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds whatever was recorded: over a hundred thousand diaries by chance, and over the edges of days and degrees. */
#include "soleus-test-facts.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "model/soleus-vocabulary.h"
#include "triage/soleus-verdict.h"

#define N_DIARIES 100000

static SoleusRules *rules;

static const char *const bits[] = {
  "episode %s pain=9",
  "episode %s pain=7 impact=some",
  "episode %s sites=calf:left sore_hours=80",
  "episode %s seconds=700",
  "episode %s fell=yes injury=yes",
  "episode %s impact=stopped",
  "episode %s sites=chest",
  "episode %s tried=A7:no",
  "episode %s woke=yes eases_on_stopping_minutes=5",
};
static const char *const still_bits[] = {
  "night -1 wakings_by_cramp=3",
  "night -2 said=cramps sleep_worry=yes",
  "night -3 enough_sleep=no sleep_lost_to_cramps=yes",
  "night -4 said=none",
  "cramps -5 3",
  "cramps -20 4",
  "cramps -40 2",
  "medicine statin+linked",
  "medicine quinine",
  "medicine blood-thinner started=-30",
  "medicine - started=-20 changed=-5",
  "profile conditions=diabetes",
  "profile pregnant=yes due_date=60",
  "profile birth_of_child=-20",
  "routine routine=stretch start=-50",
};
static const char *const times[] = { "-1h", "-23h", "-30h", "-3d", "-8d", "-13d", "-16d", "-27d", "-40d" };

/* A time that no other record of the same diary has. */
static char *
dup_time (GRand *rand,
          guint n,
          guint n_times)
{
  const char *time = times[g_rand_int_range (rand, 0, (gint32) n_times)];
  gint64 unit = time[strlen (time) - 1] == 'h' ? 3600 : 86400;

  return g_strdup_printf ("%" G_GINT64_FORMAT "s", g_ascii_strtoll (time, NULL, 10) * unit - (gint64) n);
}

static const char *
pick_answer (GRand *rand,
             const char *fact)
{
  static const char *const signs[] = { "no", "no", "no", "yes", "past", "past:9" };
  static const char *const sides[] = { "none", "none", "none", "left", "both-equal", "both-unequal:past:4" };
  static const char *const degrees[] = { "36.6C", "37.9C", "38.0C", "100.4F", "99.0F", "39C:past:3" };
  static const char *const numbers[] = { "0", "2", "10", "14", "15", "40" };
  int i = g_rand_int_range (rand, 0, 6);

  switch (soleus_fact_get_type (fact))
    {
    case SOLEUS_FACT_SWELLING:
      return sides[i];
    case SOLEUS_FACT_TEMPERATURE:
      return degrees[i];
    case SOLEUS_FACT_NUMBER:
      return numbers[i];
    case SOLEUS_FACT_SIGN:
    default:
      return signs[i];
    }
}

static char *
dup_check (GRand *rand,
           guint n)
{
  g_autofree char *time = dup_time (rand, n, G_N_ELEMENTS (times));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_facts = g_strv_length ((char **) soleus_facts.words);

  g_string_append_printf (text, "check %s%s", time, g_rand_boolean (rand) ? " none" : "");
  for (int left = g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 3 : 20); left > 0; left--)
    {
      const char *fact = soleus_facts.words[g_rand_int_range (rand, 0, (gint32) n_facts)];

      g_string_append_printf (text, " %s=%s", fact, pick_answer (rand, fact));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Some records of one diary, each a part of the language of soleus-test-facts.c. */
static GPtrArray *
new_diary (GRand *rand)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  gboolean has_profile = FALSE;

  for (guint i = 0, n = (guint) g_rand_int_range (rand, 0, 4); i < n; i++)
    g_ptr_array_add (parts, dup_check (rand, i));
  for (guint i = 0, n = (guint) g_rand_int_range (rand, 0, 5); i < n; i++)
    {
      g_autofree char *time = dup_time (rand, 100 + i, G_N_ELEMENTS (times));
      g_auto (GStrv) pieces = g_strsplit (bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))], "%s", 2);

      g_ptr_array_add (parts, g_strconcat (pieces[0], time, pieces[1], NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (still_bits); i++)
    {
      gboolean is_profile = g_str_has_prefix (still_bits[i], "profile");

      if (g_rand_int_range (rand, 0, 6) > 0 || (is_profile && has_profile))
        continue;
      has_profile = has_profile || is_profile;
      g_ptr_array_add (parts, g_strdup (still_bits[i]));
    }
  return parts;
}

static SoleusVerdict *
judge (const SoleusRules *with,
       GPtrArray *parts,
       const char *also,
       gboolean backwards)
{
  g_autoptr (GString) text = g_string_new (also);
  g_autoptr (SoleusFacts) facts = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      g_string_append (text, "; ");
      g_string_append (text, g_ptr_array_index (parts, backwards ? parts->len - 1 - i : i));
    }
  facts = soleus_test_facts_new (text->str);
  return soleus_verdict_new (with, facts);
}

static void
assert_same (const SoleusVerdict *a,
             const SoleusVerdict *b,
             GPtrArray *parts)
{
  gboolean same = a->level == b->level && a->complete == b->complete && a->findings->len == b->findings->len;

  for (guint i = 0; same && i < a->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (a->findings, i);
      gboolean found = FALSE;

      for (guint k = 0; !found && k < b->findings->len; k++)
        {
          const SoleusFinding *other = g_ptr_array_index (b->findings, k);

          found = g_str_equal (finding->rule->id, other->rule->id) && finding->level == other->level;
        }
      same = found;
    }
  if (!same)
    {
      for (guint i = 0; i < parts->len; i++)
        g_test_message ("%s", (const char *) g_ptr_array_index (parts, i));
      g_assert_true (same);
    }
}

/* Whether some check of the diary answers all eight with no, read from the words of the diary and not from the verdict. */
static gboolean
has_eight_noes (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (parts, i), "check"))
      {
        g_auto (GStrv) words = g_strsplit (g_ptr_array_index (parts, i), " ", -1);
        g_autoptr (GHashTable) no = g_hash_table_new (g_str_hash, g_str_equal);

        if (g_ascii_strtoll (words[1], NULL, 10) < -86400)
          continue;
        for (guint k = 2; words[k] != NULL; k++)
          {
            char *equals = strchr (words[k], '=');

            if (g_str_equal (words[k], "none"))
              {
                for (guint f = 0; f < 10; f++)
                  g_hash_table_add (no, (gpointer) soleus_facts.words[f]);
                continue;
              }
            *equals = '\0';
            if (g_str_equal (equals + 1, "no") || g_str_equal (equals + 1, "none") || g_str_equal (equals + 1, "both-equal") || g_str_equal (words[k], "temperature"))
              g_hash_table_add (no, (gpointer) soleus_vocabulary_find (&soleus_facts, g_str_equal (words[k], "temperature") ? "fever" : words[k]));
            else
              g_hash_table_remove (no, words[k]);
          }
        g_hash_table_remove (no, "temperature");
        for (guint f = 10; soleus_facts.words[f] != NULL; f++)
          g_hash_table_remove (no, soleus_facts.words[f]);
        if (g_hash_table_size (no) == 9)
          return TRUE;
      }
  return FALSE;
}

/* The rules in another order. */
static SoleusRules *
shuffle_rules (GRand *rand)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "guidance", "rules.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  JsonArray *array, *shuffled = json_array_new ();
  SoleusRules *result;
  gsize length;
  char *text;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  array = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rules");
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (list, json_array_dup_element (array, i));
  for (guint i = list->len; i > 1; i--)
    {
      guint k = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer kept = list->pdata[k];

      list->pdata[k] = list->pdata[i - 1];
      list->pdata[i - 1] = kept;
    }
  /* A rule that another one names stands before it. */
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (json_object_get_string_member (json_node_get_object (list->pdata[i]), "id"), "D5"))
      {
        gpointer kept = list->pdata[0];

        list->pdata[0] = list->pdata[i];
        list->pdata[i] = kept;
      }
  for (guint i = 0; i < list->len; i++)
    json_array_add_element (shuffled, list->pdata[i]);
  json_object_set_array_member (json_node_get_object (json_parser_get_root (parser)), "rules", shuffled);
  json_generator_set_root (generator, json_parser_get_root (parser));
  text = json_generator_to_data (generator, &length);
  bytes = g_bytes_new_take (text, length);
  result = soleus_rules_new (bytes, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260310);
  g_autoptr (SoleusRules) shuffled = shuffle_rules (rand);
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_facts = g_strv_length ((char **) soleus_facts.words);
  guint n_levels[6] = { 0 };

  for (guint i = 0; i < N_DIARIES; i++)
    {
      g_autoptr (GPtrArray) parts = new_diary (rand);
      g_autoptr (SoleusVerdict) verdict = judge (rules, parts, "", FALSE);
      g_autoptr (SoleusVerdict) more = NULL;
      g_autofree char *time = dup_time (rand, 200, 6);
      g_autofree char *sign = NULL;
      const char *fact;

      do
        fact = soleus_facts.words[g_rand_int_range (rand, 0, (gint32) n_facts)];
      while (soleus_fact_get_type (fact) == SOLEUS_FACT_NUMBER || g_str_equal (fact, "bruise_known_cause"));
      sign = g_strdup_printf ("check %s %s=%s", time, fact, soleus_fact_get_type (fact) == SOLEUS_FACT_SIGN ? "yes" : soleus_fact_get_type (fact) == SOLEUS_FACT_SWELLING ? "right"
                                                                                                                                                                          : "39C");

      n_levels[verdict->level]++;
      for (guint k = 0; k < verdict->findings->len; k++)
        g_hash_table_add (reached, (gpointer) ((SoleusFinding *) g_ptr_array_index (verdict->findings, k))->rule->id);

      more = judge (rules, parts, sign, FALSE);
      if (more->level < verdict->level)
        {
          for (guint k = 0; k < parts->len; k++)
            g_test_message ("%s", (const char *) g_ptr_array_index (parts, k));
          g_error ("%s lowers the level from %d to %d", sign, verdict->level, more->level);
        }
      if (verdict->level == SOLEUS_LEVEL_NONE)
        g_assert_true (verdict->complete && has_eight_noes (parts));
      g_assert_true (verdict->complete == (verdict->open_questions->len == 0));
      if (i % 10 == 0)
        {
          g_autoptr (SoleusVerdict) other_rules = judge (shuffled, parts, "", FALSE);
          g_autoptr (SoleusVerdict) other_order = judge (rules, parts, "", TRUE);

          assert_same (verdict, other_rules, parts);
          assert_same (verdict, other_order, parts);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_levels); i++)
    g_assert_cmpuint (n_levels[i], >, 0);
  for (guint i = 0; i < soleus_rules_get_list (rules)->len; i++)
    {
      const SoleusRule *rule = g_ptr_array_index (soleus_rules_get_list (rules), i);

      /* These need many answers at once; the tables of test-rules.c reach them. */
      if (strstr (" R2 R3 D16 D6 D3 ", rule->id) == NULL && !g_hash_table_contains (reached, rule->id))
        g_error ("%s was never reached", rule->id);
    }
}

/* 38.0 °C and 100.4 °F are one threshold, for every thousandth of a degree that can be typed. */
static void
test_fever (void)
{
  for (int thousandths = 30000; thousandths <= 45000; thousandths++)
    {
      g_autofree char *text = g_strdup_printf ("check -1h temperature=%d.%03dC", thousandths / 1000, thousandths % 1000);
      g_autoptr (SoleusFacts) facts = soleus_test_facts_new (text);
      g_autoptr (SoleusVerdict) verdict = soleus_verdict_new (rules, facts);

      g_assert_cmpint (verdict->level, ==, thousandths >= 38000 ? SOLEUS_LEVEL_EMERGENCY : SOLEUS_LEVEL_INCOMPLETE);
    }
  for (int thousandths = 90000; thousandths <= 110000; thousandths++)
    {
      g_autofree char *text = g_strdup_printf ("check -1h temperature=%d.%03dF", thousandths / 1000, thousandths % 1000);
      g_autoptr (SoleusFacts) facts = soleus_test_facts_new (text);
      g_autoptr (SoleusVerdict) verdict = soleus_verdict_new (rules, facts);

      g_assert_cmpint (verdict->level, ==, thousandths >= 100400 ? SOLEUS_LEVEL_EMERGENCY : SOLEUS_LEVEL_INCOMPLETE);
    }
}

static SoleusLevel
judge_at (const char *text,
          const char *now)
{
  g_autoptr (SoleusFacts) facts = soleus_test_facts_new_at (text, now);
  g_autoptr (SoleusVerdict) verdict = soleus_verdict_new (rules, facts);

  return verdict->level;
}

/* A day of 23 or 25 hours, midnight and far zones move no edge: "24 hours" are hours, "28 days" are night dates. */
static void
test_windows (void)
{
  static const char *const moments[] = {
    "2026-03-29T12:00:00+02:00",
    "2026-03-30T01:00:00+02:00",
    "2026-10-25T12:00:00+01:00",
    "2026-10-26T00:30:00+01:00",
    "2026-03-10T00:00:00+01:00",
    "2026-03-10T11:59:59+13:00",
    "2026-03-10T12:00:00-10:00",
    "2026-01-01T00:10:00+05:45",
    "2024-02-29T23:59:59-03:30",
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_assert_cmpint (judge_at ("check -24h chest_pain=yes", moments[i]), ==, SOLEUS_LEVEL_EMERGENCY);
      g_assert_cmpint (judge_at ("check -86401s chest_pain=yes", moments[i]), ==, SOLEUS_LEVEL_TODAY);
      g_assert_cmpint (judge_at ("check -14d chest_pain=yes", moments[i]), ==, SOLEUS_LEVEL_TODAY);
      g_assert_cmpint (judge_at ("check -15d chest_pain=yes", moments[i]), ==, SOLEUS_LEVEL_INCOMPLETE);
      g_assert_cmpint (judge_at ("night -26 sleep_worry=yes", moments[i]), ==, SOLEUS_LEVEL_APPOINTMENT);
      g_assert_cmpint (judge_at ("night -27 sleep_worry=yes", moments[i]), ==, SOLEUS_LEVEL_APPOINTMENT);
      g_assert_cmpint (judge_at ("night -28 sleep_worry=yes", moments[i]), ==, SOLEUS_LEVEL_INCOMPLETE);
    }
}

static void
test_complete (void)
{
  g_assert_cmpint (judge_at ("", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_INCOMPLETE);
  g_assert_cmpint (judge_at ("check -1h none", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_NONE);
  g_assert_cmpint (judge_at ("check -24h none", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_NONE);
  g_assert_cmpint (judge_at ("check -86401s none", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_INCOMPLETE);
  g_assert_cmpint (judge_at ("check -3h none; episode -2h pain=3", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_INCOMPLETE);
  g_assert_cmpint (judge_at ("check -2h none; episode -3h pain=3", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_NONE);
  g_assert_cmpint (judge_at ("check -10h none; night 0 said=cramps", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_INCOMPLETE);
  g_assert_cmpint (judge_at ("check -1h none; night 0 said=cramps", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_NONE);
  g_assert_cmpint (judge_at ("check -1h chest_pain=no breathing_difficulty=no", "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_INCOMPLETE);
  /* Two halves are not one check. */
  g_assert_cmpint (judge_at ("check -1h chest_pain=no breathing_difficulty=no swelling_side=none leg_redness=no leg_rash=no; "
                             "check -2h fever=no skin_color_change=no leg_cool_vs_other=no no_pulse=no",
                             "2026-03-10T08:00:00+01:00"),
                   ==, SOLEUS_LEVEL_INCOMPLETE);
  g_assert_cmpint (judge_at ("check -1h chest_pain=no breathing_difficulty=no swelling_side=none leg_redness=no leg_rash=no temperature=36.5C "
                             "skin_color_change=no leg_cool_vs_other=no no_pulse=no",
                             "2026-03-10T08:00:00+01:00"),
                   ==, SOLEUS_LEVEL_NONE);
}

/* A yes that was marked as a mistake counts as not answered; other answers of the same check stay. */
static void
test_mistake (void)
{
  static const char *const checks = "check -2h none chest_pain=yes wants_supplement=yes";
  static const char *const of_check = "verdict at=-1h level=emergency rules_version=1 check=00000000-0000-4000-8000-000000000001 acknowledgement=mistake";
  static const char *const without = "verdict at=-1h level=emergency rules_version=1 acknowledgement=mistake";
  g_autofree char *first = g_strdup_printf ("%s; %s", checks, of_check);
  g_autofree char *second = g_strdup_printf ("%s; %s", checks, without);
  g_autofree char *third = g_strdup_printf ("%s; %s; check -30m chest_pain=yes", checks, of_check);
  g_autofree char *fourth = g_strdup_printf ("%s; %s; check -20m none", checks, of_check);

  g_assert_cmpint (judge_at (checks, "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_EMERGENCY);
  g_assert_cmpint (judge_at (first, "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_PHARMACIST);
  g_assert_cmpint (judge_at (second, "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_PHARMACIST);
  g_assert_cmpint (judge_at (third, "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_EMERGENCY);
  g_assert_cmpint (judge_at (fourth, "2026-03-10T08:00:00+01:00"), ==, SOLEUS_LEVEL_PHARMACIST);
}

/* Data that says what the engine does not know is refused. */
static void
test_refused (void)
{
  static const char *const changes[][2] = {
    { "\"sign\": \"chest_pain\"", "\"sign\": \"chest_pains\"" },
    { "\"sign\": \"chest_pain\"", "\"sign\": \"wound_days_open\"" },
    { "\"sign\": \"chest_pain\"", "\"sign\": \"chest_pain\", \"also\": 1" },
    { "\"sign\": \"chest_pain\"", "\"sing\": \"chest_pain\"" },
    { "\"sign\": \"chest_pain\"", "\"any\": []" },
    { "\"level\": \"emergency\"", "\"level\": \"urgent\"" },
    { "\"level\": \"emergency\"", "\"level\": \"none\"" },
    { "\"basis\": \"source\"", "\"basis\": \"rumour\"" },
    { "\"id\": \"E2\"", "\"id\": \"E1\"" },
    { "\"wound_days\": 14", "\"wound_weeks\": 14" },
    { "\"current_hours\": 24,", "" },
    { "\"window_days\": 28", "\"window_days\": \"28\"" },
    { "\"version\": 1", "\"version\": 0" },
    { "{\"rule\": \"D5\"}", "{\"rule\": \"P8\"}" },
    { "\"special\": \"rate_rise\"", "\"special\": \"rate_fall\"" },
    { "\"condition\": [\"diabetes\"", "\"condition\": [\"sugar\"" },
  };
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "guidance", "rules.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const char *place = strstr (text, changes[i][0]);
      g_autoptr (GString) changed = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (place);
      g_string_append_len (changed, text, place - text);
      g_string_append (changed, changes[i][1]);
      g_string_append (changed, place + strlen (changes[i][0]));
      bytes = g_bytes_new (changed->str, changed->len);
      g_assert_null (soleus_rules_new (bytes, &error));
      g_assert_error (error, SOLEUS_RULES_ERROR, SOLEUS_RULES_ERROR_INVALID);
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = soleus_rules_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/triage/verdict/complete", test_complete);
  g_test_add_func ("/triage/verdict/mistake", test_mistake);
  g_test_add_func ("/triage/verdict/fever", test_fever);
  g_test_add_func ("/triage/verdict/windows", test_windows);
  g_test_add_func ("/triage/verdict/refused", test_refused);
  g_test_add_func ("/triage/verdict/properties", test_properties);
  result = g_test_run ();
  soleus_rules_free (rules);
  return result;
}
