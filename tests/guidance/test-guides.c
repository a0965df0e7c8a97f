/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guides that come with the program, guides that are amiss, and what is found in them. */
#include "guidance/soleus-foods.h"
#include "guidance/soleus-guide-search.h"
#include "guidance/soleus-relief.h"

#include <json-glib/json-glib.h>
#include <string.h>

static SoleusContent *content;

#define CLAIM(text) "{\"text\": \"" text "\", \"known\": \"one\", \"sources\": [\"buoy\"]}"
#define GUIDE(id, more) "{\"id\": \"" id "\", \"title\": \"One " id "\", \"summary\": \"About it.\", " more "\"sections\": [{\"title\": \"Know\", \"claims\": [" CLAIM ("Words.") "]}]}"
#define FILE_OF(guides) "{\"version\": 1, \"group\": \"habits\", \"title\": \"Habits\", \"guides\": [" guides "]}"

static SoleusGuides *
read_guides (const char *json)
{
  SoleusGuides *guides = soleus_guides_new (content);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  soleus_guides_add (guides, bytes, "file");
  soleus_guides_check (guides);
  return guides;
}

static const char *
get_problem (SoleusGuides *guides,
             guint         i)
{
  GPtrArray *problems = soleus_guides_get_problems (guides);

  return i < problems->len ? g_ptr_array_index (problems, i) : NULL;
}

static void
test_shipped (void)
{
  g_autoptr (SoleusGuides) guides = soleus_guides_load (content);
  static const char *const cards[] = { "A1", "A2", "A3", "A4", "A5", "A5-bed", "A6", "A6-side", "A7", "A8", "A9", "A10", "A11", "A12", "A13",
                                       "A14", "A15", "A16", "A17", "A18", "A19", "A20", "A21", "A22" };

  soleus_guides_check (guides);
  g_assert_cmpstr (get_problem (guides, 0), ==, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_nonnull (soleus_guides_get (guides, cards[i]));
  g_assert_cmpstr (((SoleusGuideGroup *) g_ptr_array_index (soleus_guides_get_groups (guides), 0))->id, ==, "relief");
  for (guint i = 0; i < soleus_guides_get_all (guides)->len; i++)
    {
      const SoleusGuide *guide = g_ptr_array_index (soleus_guides_get_all (guides), i);

      g_assert_cmpuint (guide->sections->len, >, 0);
    }
}

/* Section 4.1 of the clinical notes: for whom each card is left out. */
static void
test_left_out (void)
{
  g_autoptr (SoleusGuides) guides = soleus_guides_load (content);
  static const struct
  {
    const char *id;
    SoleusLimits limits;
    const char *instead;
  } cases[] = {
    { "A1", SOLEUS_LIMIT_FALL_RISK, "A3" },
    { "A6", SOLEUS_LIMIT_FALL_RISK, "A6-side" },
    { "A7", SOLEUS_LIMIT_WALKING_PAIN, NULL },
    { "A9", SOLEUS_LIMIT_NUMB_SKIN | SOLEUS_LIMIT_POOR_CIRCULATION, NULL },
    { "A10", SOLEUS_LIMIT_NUMB_SKIN | SOLEUS_LIMIT_POOR_CIRCULATION | SOLEUS_LIMIT_RAYNAUD, NULL },
    { "A13", SOLEUS_LIMIT_HEART_FAILURE | SOLEUS_LIMIT_ARTERY_DISEASE | SOLEUS_LIMIT_WALKING_PAIN, NULL },
  };

  soleus_guides_check (guides);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SoleusGuide *guide = soleus_guides_get (guides, cases[i].id);

      g_assert_nonnull (guide);
      if ((guide->left_out_when & cases[i].limits) != cases[i].limits)
        {
          g_test_message ("%s is shown to somebody it may harm", cases[i].id);
          g_test_fail ();
        }
      if (cases[i].instead != NULL)
        g_assert_cmpstr (guide->instead, ==, cases[i].instead);
    }
  g_assert_cmpuint (soleus_guides_get (guides, "A3")->left_out_when, ==, SOLEUS_LIMIT_NONE);
}

static void
test_lines (void)
{
  SoleusLine for_all = { .text = (char *) "a" };
  SoleusLine not_numb = { .text = (char *) "b", .left_out_when = SOLEUS_LIMIT_NUMB_SKIN };
  SoleusLine pregnant = { .text = (char *) "c", .only_when = SOLEUS_LIMIT_PREGNANT };

  g_assert_true (soleus_line_is_shown (&for_all, SOLEUS_LIMIT_NUMB_SKIN));
  g_assert_true (soleus_line_is_shown (&not_numb, SOLEUS_LIMIT_PREGNANT));
  g_assert_false (soleus_line_is_shown (&not_numb, SOLEUS_LIMIT_NUMB_SKIN | SOLEUS_LIMIT_PREGNANT));
  g_assert_true (soleus_line_is_left_out (&not_numb, SOLEUS_LIMIT_NUMB_SKIN));
  g_assert_false (soleus_line_is_shown (&pregnant, SOLEUS_LIMIT_NUMB_SKIN));
  g_assert_false (soleus_line_is_left_out (&pregnant, SOLEUS_LIMIT_NUMB_SKIN));
  g_assert_true (soleus_line_is_shown (&pregnant, SOLEUS_LIMIT_PREGNANT));
}

/* One bad guide takes nothing from the others, and is named with its place. */
static void
test_rest_stays (void)
{
  g_autoptr (SoleusGuides) guides = read_guides (FILE_OF (GUIDE ("good", "") ", {\"id\": \"bad\", \"title\": 5, \"summary\": \"x\", \"sections\": []}, " GUIDE ("also-good", "")));

  g_assert_nonnull (soleus_guides_get (guides, "good"));
  g_assert_nonnull (soleus_guides_get (guides, "also-good"));
  g_assert_null (soleus_guides_get (guides, "bad"));
  g_assert_cmpstr (get_problem (guides, 0), ==, "file: guides[1].title: is no text");
  g_assert_cmpstr (get_problem (guides, 1), ==, NULL);
}

static void
test_problems (void)
{
  static const struct
  {
    const char *json;
    const char *problem;
  } cases[] = {
    { "{", "file: *" },
    { "[]", "file: document: is no object" },
    { "{\"version\": 2, \"group\": \"x\", \"title\": \"X\", \"guides\": []}", "file: version: is not known" },
    { FILE_OF (GUIDE ("twice", "") ", " GUIDE ("twice", "")), "file: twice: another guide has this id" },
    { FILE_OF (GUIDE ("a b", "")), "file: guides[0].id: is made of letters, digits and hyphens" },
    { FILE_OF (GUIDE ("x", "\"colour\": \"red\", ")), "file: guides[0]: has a key that is not known" },
    { FILE_OF (GUIDE ("x", "\"steps\": [\"Do it.\"], ")), "file: guides[0]: does not say who says the steps" },
    { FILE_OF (GUIDE ("x", "\"steps\": [{\"text\": \"Do it.\", \"left_out\": \"it\"}], \"sources\": [\"own\"], ")), "file: guides[0].steps[0]: needs left_out and left_out_when together" },
    { FILE_OF (GUIDE ("x", "\"left_out_when\": [\"grumpy\"], ")), "file: guides[0].left_out_when[0]: is not known" },
    { FILE_OF (GUIDE ("x", "\"hold\": {\"seconds\": 0}, ")), "file: guides[0].hold.seconds: is not from 1 to 3600" },
    { FILE_OF (GUIDE ("x", "\"hold\": {\"seconds\": 1e9}, ")), "file: guides[0].hold.seconds: is no whole number" },
    { FILE_OF (GUIDE ("x", "\"hold\": {\"minutes\": [5, 3]}, ")), "file: guides[0].hold.minutes[1]: is not from 5 to 600" },
    { FILE_OF (GUIDE ("x", "\"see\": [\"nowhere\"], ")), "x: there is no nowhere" },
    { FILE_OF (GUIDE ("x", "\"instead\": \"y\", ") ", " GUIDE ("y", "\"instead\": \"x\", ")), "x: leads back to itself" },
    { FILE_OF (GUIDE ("x", "\"instead\": \"x\", ")), "x: leads back to itself" },
    { FILE_OF ("{\"id\": \"x\", \"title\": \"X\", \"summary\": \"X.\", \"sections\": [{\"title\": \"K\", \"claims\": [{\"text\": \"W.\", \"known\": \"several\", \"sources\": [\"buoy\"]}]}]}"),
      "file: guides[0].sections[0].claims[0]: has sources that do not fit what is known" },
    { FILE_OF ("{\"id\": \"x\", \"title\": \"X\", \"summary\": \"X.\", \"sections\": [{\"title\": \"K\", \"claims\": [{\"text\": \"W.\", \"known\": \"unproven\", \"sources\": [\"buoy\"]}]}]}"),
      "file: guides[0].sections[0].claims[0]: does not say what is known" },
    { FILE_OF ("{\"id\": \"x\", \"title\": \"X\", \"summary\": \"X.\", \"sections\": [{\"title\": \"K\", \"claims\": [{\"text\": \"W.\", \"known\": \"one\", \"sources\": [\"nobody\"]}]}]}"),
      "x: there is no nobody" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusGuides) guides = read_guides (cases[i].json);

      if (get_problem (guides, 0) == NULL || !g_pattern_match_simple (cases[i].problem, get_problem (guides, 0)))
        {
          g_test_message ("%s instead of %s", get_problem (guides, 0), cases[i].problem);
          g_test_fail ();
        }
    }
}

/* Cut anywhere, a file is told to be amiss and never more than that. */
static void
test_cut (void)
{
  const char *whole = FILE_OF (GUIDE ("good", "\"steps\": [\"Do it.\"], \"sources\": [\"own\"], \"hold\": {\"seconds\": 10, \"minutes\": [1, 2]}, \"care\": [\"Stop.\"], "));

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *cut = g_strndup (whole, length);
      g_autoptr (SoleusGuides) guides = read_guides (cut);

      g_assert_nonnull (get_problem (guides, 0));
    }
}

static void
test_huge (void)
{
  g_autoptr (GString) json = g_string_new ("{\"version\": 1, \"group\": \"habits\", \"title\": \"Habits\", \"guides\": [{\"id\": \"x\", \"title\": \"X\", \"summary\": \"X.\", \"sources\": [\"own\"], \"steps\": [");
  g_autoptr (SoleusGuides) guides = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (json, i > 0 ? ", \"Again.\"" : "\"Again.\"");
  g_string_append (json, "], \"sections\": []}]}");
  guides = read_guides (json->str);
  g_assert_cmpstr (get_problem (guides, 0), ==, "file: guides[0].steps: is empty or too long");
}

static void
test_own (void)
{
  g_autoptr (SoleusGuides) guides = read_guides (FILE_OF (GUIDE ("good", "")));
  g_autoptr (JsonNode) node = json_from_string ("{\"id\": \"good\", \"title\": \"Calf on a step\", \"summary\": \"From my therapist.\", \"steps\": [\"Stand on the step.\"]}", NULL);
  g_autoptr (JsonNode) bad = json_from_string ("{\"id\": \"bad\", \"title\": \"Calf on a step\", \"summary\": \"From my therapist.\", \"steps\": []}", NULL);
  g_autoptr (GError) error = NULL;
  const SoleusGuide *own = soleus_guides_add_own (guides, node, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (own->id, ==, "own-good");
  g_assert_true (own->is_own);
  g_assert_null (soleus_guides_add_own (guides, bad, &error));
  g_assert_cmpstr (error->message, ==, "steps: is empty or too long");
}

/* What people type, and what should come first. */
static void
test_search (void)
{
  static const struct
  {
    const char *query;
    const char *first; /* one of these, with a space between */
    const char *corrected;
  } cases[] = {
    { "charley horse", "right-now calf-cramp what-is-a-cramp", NULL },
    { "water pill", "water-pills", NULL },
    { "magnezium", "minerals supplements", "magnesium" },
    { "wall", "A2", NULL },
    { "towel", "A3", NULL },
    { "restless", "restless-legs", NULL },
    { "restles legs", "restless-legs", NULL }, /* found as the beginning of a word */
    { "massage", "A8", NULL },
    { "mass", "A8", NULL },
    { "masage", "A8", "massage" },
    { "bath", "A11", NULL },
    { "shower", "A12", NULL },
    { "shoes", "A19", NULL },
    { "shoe", "A19", NULL },
    { "quinine", "quinine", NULL },
    { "quinnine", "quinine", "quinine" },
    { "blood clot", "blood-clot", NULL },
    { "pregnant", "pregnancy-cramps pregnancy-relief pregnancy-signs", NULL },
    { "coffee", "caffeine-and-alcohol drinks-compared", NULL },
    { "statin", "statins", NULL },
    { "stretches before bed", "bedtime-routine", NULL },
    { "cramp in the foot", "foot-cramp", NULL },
    { "emergency", "emergency-signs", NULL },
    { "banana", "food-table minerals", NULL },
    { "HEAT", "A9", NULL },
    { "ice", "A10", NULL },
    { "varicose", "vein-problems", NULL },
    { "stockings", "A22", NULL },
    { "doctor", "see-a-doctor prepare-visit what-a-doctor-may-do emergency-signs", NULL },
    { "diuretic", "water-pills", NULL },
    { "diuretik", "water-pills", "diuretic" },
  };
  g_autoptr (SoleusGuides) guides = soleus_guides_load (content);
  g_autoptr (SoleusGuideSearch) search = NULL;

  soleus_guides_check (guides);
  search = soleus_guide_search_new (guides);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusHits) hits = soleus_guide_search_find (search, cases[i].query, FALSE);
      g_auto (GStrv) wanted = g_strsplit (cases[i].first, " ", -1);
      const char *first = hits->hits->len > 0 ? ((SoleusHit *) g_ptr_array_index (hits->hits, 0))->guide->id : "nothing";

      if (!g_strv_contains ((const char *const *) wanted, first) || (cases[i].corrected != NULL && g_strcmp0 (hits->corrected, cases[i].corrected) != 0))
        {
          g_test_message ("“%s” finds %s (as “%s”), not %s", cases[i].query, first, hits->corrected, cases[i].first);
          g_test_fail ();
        }
    }
}

static void
test_search_edges (void)
{
  g_autoptr (SoleusGuides) guides = read_guides (FILE_OF (GUIDE ("good", "\"steps\": [\"Über die Brücke, slowly.\"], \"sources\": [\"own\"], ")));
  g_autoptr (SoleusGuideSearch) search = soleus_guide_search_new (guides);
  g_autofree char *long_query = g_strnfill (5000, 'a');
  const char *const nothing[] = { "", "  ", "!?", "zzzz", "\xff\xfe", long_query };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (SoleusHits) hits = soleus_guide_search_find (search, nothing[i], FALSE);

      g_assert_cmpuint (hits->hits->len, ==, 0);
    }
  {
    g_autoptr (SoleusHits) hits = soleus_guide_search_find (search, "BRUCKE uber", FALSE);
    const SoleusHit *hit;

    g_assert_cmpuint (hits->hits->len, ==, 1);
    hit = g_ptr_array_index (hits->hits, 0);
    g_assert_cmpuint (hit->marks->len, ==, 4);
    g_assert_cmpuint (g_array_index (hit->marks, guint, 0), ==, 0);
    g_assert_cmpuint (g_array_index (hit->marks, guint, 1), ==, strlen ("Über"));
    g_assert_true (g_str_has_prefix (hit->line + g_array_index (hit->marks, guint, 2), "Brücke,"));
  }
  {
    g_autoptr (SoleusHits) near = soleus_guide_search_find (search, "slovly", FALSE);
    g_autoptr (SoleusHits) as_typed = soleus_guide_search_find (search, "slovly", TRUE);

    g_assert_cmpstr (near->corrected, ==, "slowly");
    g_assert_cmpuint (near->hits->len, ==, 1);
    g_assert_cmpuint (as_typed->hits->len, ==, 0);
  }
}

/* Steps for every place that Cramp now offers; standing steps and heat are left out where they may harm. */
static void
test_relief (void)
{
  static const char *const muscles[] = { "calf", "lower_calf", "sole", "toes", "foot_top", "thigh_back", "thigh_front", "other_leg", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRelief) relief = soleus_relief_load (&error);
  g_autoptr (SoleusGuides) guides = soleus_guides_load (content);

  g_assert_no_error (error);
  soleus_guides_check (guides);
  for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
    {
      GPtrArray *steps = soleus_relief_get_steps (relief, muscles[i]);

      g_assert_cmpuint (steps->len, >, 1);
      g_assert_false (((SoleusReliefStep *) g_ptr_array_index (steps, 0))->standing);
      for (guint k = 0; k < steps->len; k++)
        {
          const SoleusReliefStep *step = g_ptr_array_index (steps, k);

          g_assert_nonnull (soleus_guides_get (guides, step->card));
          if (g_str_equal (step->card, "A1") || g_str_equal (step->card, "A6"))
            g_assert_false (soleus_line_is_shown (&step->line, SOLEUS_LIMIT_FALL_RISK));
          if (g_str_equal (step->card, "A9"))
            {
              g_assert_false (soleus_line_is_shown (&step->line, SOLEUS_LIMIT_NUMB_SKIN));
              g_assert_false (soleus_line_is_shown (&step->line, SOLEUS_LIMIT_POOR_CIRCULATION));
            }
        }
    }
  g_assert_true (soleus_relief_get_steps (relief, "lower_calf") == soleus_relief_get_steps (relief, "calf"));
  for (guint i = 0; soleus_relief_get_bedtime (relief)[i] != NULL; i++)
    g_assert_true (soleus_guide_is_played (soleus_guides_get (guides, soleus_relief_get_bedtime (relief)[i])));
}

static void
test_foods (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) foods = soleus_foods_load (&error);
  const SoleusFood *banana;

  g_assert_no_error (error);
  g_assert_cmpuint (foods->len, ==, 97);
  banana = g_ptr_array_index (foods, 0);
  g_assert_cmpstr (banana->id, ==, "banana-raw");
  g_assert_cmpuint (banana->potassium_mg, ==, 422);
  g_assert_cmpuint (banana->calcium_mg, ==, 6);
  g_assert_cmpuint (banana->magnesium_mg, ==, 32);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  content = soleus_content_load (NULL);

  g_test_add_func ("/guides/shipped", test_shipped);
  g_test_add_func ("/guides/left-out", test_left_out);
  g_test_add_func ("/guides/lines", test_lines);
  g_test_add_func ("/guides/rest-stays", test_rest_stays);
  g_test_add_func ("/guides/problems", test_problems);
  g_test_add_func ("/guides/cut", test_cut);
  g_test_add_func ("/guides/huge", test_huge);
  g_test_add_func ("/guides/own", test_own);
  g_test_add_func ("/guides/search", test_search);
  g_test_add_func ("/guides/search-edges", test_search_edges);
  g_test_add_func ("/guides/relief", test_relief);
  g_test_add_func ("/guides/foods", test_foods);

  result = g_test_run ();
  soleus_content_free (content);
  return result;
}
