/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking through the guides, searching them, reading one, and what it leaves out for whom. */
#include "soleus-ui-test.h"

#include "app/soleus-library.h"
#include "app/soleus-reading.h"
#include "app/soleus-safety-gate.h"
#include "ui/guides/soleus-guide-page.h"
#include "ui/guides/soleus-guide-print.h"
#include "ui/guides/soleus-guides-page.h"
#include "ui/player/soleus-routine-page.h"
#include "ui/player/soleus-routines-page.h"
#include "ui/widgets/soleus-figure-view.h"

#include <glib/gstdio.h>

#define NOW "2026-03-03T15:00:00+01:00"

static void
show_guide (SoleusUiTest *test,
            const char   *id)
{
  const SoleusGuide *guide = soleus_guides_get (soleus_library_get_guides (soleus_context_get_library (test->context)), id);

  g_assert_nonnull (guide);
  soleus_ui_test_show (test, soleus_guide_page_new (test->context, guide), 700, 800);
}

static void
set_profile (SoleusUiTest *test,
             const char   *field)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (stored);

  soleus_row_set_answer (soleus_record_get_values (profile), field, SOLEUS_YES);
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
}

static void
keep_check (SoleusUiTest      *test,
            const char *const *signs)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (test->context);
  g_autoptr (SoleusRecord) check = soleus_safety_gate_make_check (soleus_clock_get_now (test->clock), signs);
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (warnings, check);
  g_autoptr (SoleusRecord) kept = NULL;

  soleus_warnings_keep_check (warnings, check, verdict, &kept, TRUE);
}

static void
type (SoleusUiTest *test,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "Search the guides")), text);
  soleus_ui_test_settle (test);
}

static GtkWidget *
find_figure (SoleusUiTest *test,
             const char   *id)
{
  const SoleusFigure *figure = soleus_library_get_figure (soleus_context_get_library (test->context), id);

  g_assert_nonnull (figure);
  return soleus_ui_test_find (test, SOLEUS_TYPE_FIGURE_VIEW, soleus_figure_get_alt (figure));
}

static void
test_look_through (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  soleus_ui_test_show (test, soleus_guides_page_new (test->context), 1000, 800);
  g_assert_true (soleus_ui_test_shows (test, "Stretches"));
  g_assert_true (soleus_ui_test_shows (test, "Medicines"));
  soleus_ui_test_press_named (test, "Calf: wall lean. 10 seconds, 3 times, each leg.");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'A2'");
  soleus_ui_test_press_named (test, "Signs that need a doctor");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'emergency-signs'");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_LABEL, "These could not be loaded. The rest works."));
}

static void
test_search (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *page = soleus_guides_page_new (test->context);

  soleus_ui_test_show (test, page, 1000, 800);
  type (test, "water pill");
  g_assert_false (soleus_ui_test_shows (test, "Stretches"));
  g_assert_true (soleus_ui_test_shows (test, "Water pills"));
  g_signal_emit_by_name (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "Search the guides"), "activate");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'water-pills'");

  type (test, "magnezium");
  g_assert_true (soleus_ui_test_shows (test, "Showing results for “magnesium”."));
  soleus_ui_test_press_named (test, "Search “magnezium” instead");
  g_assert_true (soleus_ui_test_shows (test, "Nothing found for “magnezium”."));
  type (test, "");
  g_assert_true (soleus_ui_test_shows (test, "Stretches"));
}

/* By keyboard: type, go down, open. */
static void
test_search_keys (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *page = soleus_guides_page_new (test->context);

  soleus_ui_test_show (test, page, 1000, 800);
  soleus_guides_page_search (SOLEUS_GUIDES_PAGE (page), "");
  soleus_ui_test_key (test, "q");
  soleus_ui_test_key (test, "u");
  soleus_ui_test_key (test, "i");
  soleus_ui_test_key (test, "n");
  soleus_ui_test_key (test, "Down");
  soleus_ui_test_key (test, "Return");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'quinine'");
}

static void
test_for_muscle (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *page = soleus_guides_page_new (test->context);

  soleus_ui_test_show (test, page, 1000, 800);
  soleus_guides_page_show_muscle (SOLEUS_GUIDES_PAGE (page), "thigh_back");
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Back of thigh, on a chair"));
  g_assert_false (soleus_ui_test_shows (test, "Calf: wall lean"));
  soleus_ui_test_press_named (test, "Show all guides");
  g_assert_true (soleus_ui_test_shows (test, "Stretches"));
}

/* Favourites and what was read last come back on the first page. */
static void
test_marked (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show_guide (test, "A9");
  soleus_ui_test_press_named (test, "Favorite");
  g_assert_true (soleus_reading_is_favourite (test->diary, "A9"));
  g_assert_cmpstr (test->said, ==, "Added to favorites.");
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Favorite"))));
  soleus_ui_test_press_named (test, "Favorite");
  soleus_ui_test_show (test, soleus_guides_page_new (test->context), 1000, 800);
  g_assert_true (soleus_ui_test_shows (test, "Favorites"));
  g_assert_true (soleus_ui_test_shows (test, "Recently read"));
}

static void
test_guide (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) sessions = NULL;

  show_guide (test, "A2");
  g_assert_true (soleus_ui_test_shows (test, "Keep that knee straight and that heel on the floor."));
  g_assert_true (soleus_ui_test_shows (test, "10 seconds, 3 times, each leg. Rest 10 seconds between."));
  g_assert_nonnull (find_figure (test, "A2"));
  soleus_ui_test_press_named (test, "Play");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.play 'A2'");
  soleus_ui_test_press_named (test, "Done without playing");
  g_assert_cmpstr (test->said, ==, "Saved as done.");
  sessions = soleus_diary_list (test->diary, SOLEUS_KIND_STRETCH, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpint (soleus_row_get_answer (soleus_record_get_values (g_ptr_array_index (sessions, 0)), "by_hand"), ==, SOLEUS_YES);
  soleus_ui_test_press_named (test, "Calf: sitting, towel or hand");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'A3'");
}

/* Who says so opens in a dialog of its own. */
static void
test_who_says_so (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean found = FALSE;

  show_guide (test, "A2");
  soleus_ui_test_press_named (test, "Studies disagree. Who says so: Stretching every night may or may not mean fewer cramps.");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = found || soleus_ui_test_find_in (window, GTK_TYPE_LABEL, "Guidance: Stretching before sleep, a trial of 2012. Hallegraeff and others, Journal of Physiotherapy") != NULL;
    }
  g_assert_true (found);
}

/* What is left out is said, with its reason and what to do instead. */
static void
test_left_out (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  set_profile (test, "fall_risk");
  set_profile (test, "numb_feet");
  show_guide (test, "A1");
  g_assert_true (soleus_ui_test_shows (test, "The steps are left out for you. You told us about balance trouble or falls."));
  g_assert_false (soleus_ui_test_shows (test, "Shift your weight onto the cramped leg."));
  soleus_ui_test_press_named (test, "Use this instead: Calf: sitting, towel or hand");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'A3'");
  show_guide (test, "calf-cramp");
  g_assert_false (soleus_ui_test_shows (test, "Lay something warm on it, wrapped in cloth. Not hot."));
  g_assert_true (soleus_ui_test_shows (test, "Left out for you: the standing stretch, walking, warmth. You told us about balance trouble or falls, numb feet."));
  soleus_ui_test_press_named (test, "Change in Preferences");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.about-me");
}

static void
test_potassium (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show_guide (test, "food-table");
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Potassium"));
  set_profile (test, "potassium_limit");
  show_guide (test, "food-table");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Potassium"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Magnesium"));
}

/* An open warning takes the place of the steps at once, also on a page that is shown. */
static void
test_warning (void)
{
  static const char *const swollen[] = { "swelling_side", NULL };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show_guide (test, "A3");
  g_assert_true (soleus_ui_test_shows (test, "Ease off slowly."));
  keep_check (test, swollen);
  soleus_ui_test_settle (test);
  g_assert_false (soleus_ui_test_shows (test, "Ease off slowly."));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Play"));
  g_assert_true (soleus_ui_test_shows (test, "A warning is open. The steps are left out until it is cared for."));
  show_guide (test, "causes");
  g_assert_false (soleus_ui_test_shows (test, "A warning is open. The steps are left out until it is cared for."));
}

static void
test_print (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  SoleusLibrary *library = soleus_context_get_library (test->context);
  const SoleusContent *content = soleus_warnings_get_guidance (soleus_context_get_warnings (test->context))->content;
  static const char *const ids[] = { "A2", "food-table", "emergency-signs" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GtkPrintOperation) operation = soleus_guide_print_prepare (library, content, soleus_guides_get (soleus_library_get_guides (library), ids[i]), SOLEUS_LIMIT_NONE);
      g_autofree char *path = g_build_filename (test->folder, "guide.pdf", NULL);
      g_autofree char *data = NULL;
      gsize length = 0;

      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_assert_true (g_str_has_prefix (data, "%PDF"));
      g_assert_cmpuint (length, >, 5000);
    }
}

/* The figure moves while it is seen, and stands still where animations are off. */
static void
test_figure (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view;

  show_guide (test, "A3");
  view = find_figure (test, "A3");
  g_assert_false (soleus_figure_view_is_moving (SOLEUS_FIGURE_VIEW (view)));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  soleus_ui_test_settle (test);
  g_assert_true (soleus_figure_view_is_moving (SOLEUS_FIGURE_VIEW (view)));
  gtk_widget_set_visible (view, FALSE);
  g_assert_false (soleus_figure_view_is_moving (SOLEUS_FIGURE_VIEW (view)));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Routines */

static SoleusRow *
get_plan (SoleusUiTest  *test,
          SoleusRecord **plan)
{
  g_autoptr (GPtrArray) plans = soleus_diary_list (test->diary, SOLEUS_KIND_PLAN, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  g_clear_object (plan);
  g_assert_cmpuint (plans->len, ==, 1);
  *plan = g_object_ref (g_ptr_array_index (plans, 0));
  return soleus_record_get_values (*plan);
}

static void
add_stretch (SoleusUiTest *test,
             const char   *title)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, "Add a stretch")));
  soleus_ui_test_settle (test);
  soleus_ui_test_press_named (test, title);
}

static void
test_routine (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) plan = NULL;
  GtkWidget *spin;

  soleus_ui_test_show (test, soleus_routine_page_new (test->context, NULL), 700, 800);
  g_assert_true (soleus_ui_test_shows (test, "No stretches yet."));
  add_stretch (test, "Calf: wall lean");
  add_stretch (test, "Legs up");
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (get_plan (test, &plan), "steps", 0), "card"), ==, "A2");
  soleus_ui_test_press_named (test, "Move Legs up up");
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (get_plan (test, &plan), "steps", 0), "card"), ==, "A13");
  spin = soleus_ui_test_find (test, GTK_TYPE_SPIN_BUTTON, "Calf: wall lean: Seconds");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 30);
  soleus_ui_test_settle (test);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (get_plan (test, &plan), "steps", 1), "hold_seconds", 0), ==, 30);
  soleus_ui_test_press_named (test, "My bedtime routine");
  g_assert_cmpint (soleus_row_get_answer (get_plan (test, &plan), "bedtime"), ==, SOLEUS_YES);
  soleus_ui_test_press_named (test, "Remove Legs up");
  g_assert_cmpuint (soleus_row_get_n_rows (get_plan (test, &plan), "steps"), ==, 1);
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_cmpuint (soleus_row_get_n_rows (get_plan (test, &plan), "steps"), ==, 2);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Remove Legs up"));
  soleus_ui_test_press_named (test, "Play");
  g_assert_true (g_str_has_prefix (soleus_ui_test_last_action (test), "win.play '"));
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Name")), "Evening");
  soleus_ui_test_settle (test);
  g_assert_cmpstr (soleus_row_get_text (get_plan (test, &plan), "name"), ==, "Evening");

  soleus_ui_test_show (test, soleus_routines_page_new (test->context), 700, 800);
  g_assert_true (soleus_ui_test_shows (test, "Evening (for bedtime)"));
  soleus_ui_test_press_named (test, "Change Evening (for bedtime)");
  g_assert_true (g_str_has_prefix (soleus_ui_test_last_action (test), "win.routine '"));
}

int
main (int    argc,
      char **argv)
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/guides/look-through", test_look_through);
  g_test_add_func ("/guides/search", test_search);
  g_test_add_func ("/guides/search-keys", test_search_keys);
  g_test_add_func ("/guides/for-muscle", test_for_muscle);
  g_test_add_func ("/guides/marked", test_marked);
  g_test_add_func ("/guides/guide", test_guide);
  g_test_add_func ("/guides/who-says-so", test_who_says_so);
  g_test_add_func ("/guides/left-out", test_left_out);
  g_test_add_func ("/guides/potassium", test_potassium);
  g_test_add_func ("/guides/warning", test_warning);
  g_test_add_func ("/guides/print", test_print);
  g_test_add_func ("/guides/figure", test_figure);
  g_test_add_func ("/guides/routine", test_routine);

  return g_test_run ();
}
