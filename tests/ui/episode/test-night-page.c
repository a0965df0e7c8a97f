/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a night as a person uses it, and what the diary holds afterwards. */
#include "ui/episode/soleus-night-page.h"

#include "soleus-ui-test.h"
#include "ui/widgets/soleus-leg-map-view.h"
#include "ui/widgets/soleus-pager.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define NIGHT "2026-03-03"

static SoleusPager *pager;

static void
show (SoleusUiTest *test,
      int           width)
{
  pager = SOLEUS_PAGER (soleus_pager_new ());
  soleus_pager_set_home (pager, gtk_label_new ("Home"), "Today");
  soleus_pager_push (pager, soleus_night_page_new (test->context, soleus_ui_test_date (NIGHT)), "Last night");
  soleus_ui_test_show (test, GTK_WIDGET (pager), width, 700);
}

/* As after the press on "Yes". */
static SoleusUiTest *
open_night (int width)
{
  SoleusUiTest *test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) night = soleus_ui_test_say_night (test, NIGHT, "cramps", NULL);

  show (test, width);
  return test;
}

static GtkWidget *
find_button (SoleusUiTest *test,
             const char   *name)
{
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, name);
}

static void
press (SoleusUiTest *test,
       const char   *name)
{
  GtkWidget *button = find_button (test, name);

  if (button == NULL)
    g_test_message ("There is no button “%s”.", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  soleus_ui_test_settle (test);
}

static gboolean
is_on (SoleusUiTest *test,
       const char   *name)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (test, name)));
}

static GPtrArray *
list (SoleusUiTest *test)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = soleus_diary_list (test->diary, SOLEUS_KIND_EPISODE, soleus_ui_test_date (NIGHT), soleus_ui_test_date (NIGHT), &error);

  g_assert_no_error (error);
  return records;
}

static void
assert_night (SoleusUiTest *test,
              int           count,
              int           wakings,
              guint         n_episodes)
{
  g_autoptr (SoleusRecord) night = soleus_diary_get_night_record (test->diary, soleus_ui_test_date (NIGHT), NULL);
  g_autoptr (GPtrArray) records = list (test);
  const SoleusRow *values = soleus_record_get_values (night);

  g_assert_cmpstr (soleus_row_get_text (values, "said"), ==, "cramps");
  g_assert_cmpint (soleus_row_get_number (values, "count", -1), ==, count);
  g_assert_cmpint (soleus_row_get_number (values, "wakings_by_cramp", -1), ==, wakings);
  g_assert_cmpuint (records->len, ==, n_episodes);
}

static void
test_only_count (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);

  g_assert_true (gtk_widget_has_focus (find_button (test, "1")));
  g_assert_null (find_button (test, "Describe each"));
  press (test, "3");
  g_assert_nonnull (find_button (test, "Describe each"));
  press (test, "Save");
  assert_night (test, 3, -1, 0);
  g_assert_cmpstr (test->said, ==, "Saved: 3 cramps, night to Tuesday 3 March.");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.back");
  /* Saved: nothing is asked on the way back */
  g_assert_true (soleus_pager_pop (pager));
}

static void
test_switched_off (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);

  press (test, "2");
  press (test, "2");
  g_assert_false (is_on (test, "2"));
  press (test, "Not sure how many");
  g_assert_true (is_on (test, "Not sure how many"));
  press (test, "Save");
  assert_night (test, -1, -1, 0);
  g_assert_cmpstr (test->said, ==, "Saved: cramps, night to Tuesday 3 March.");
}

static void
test_more (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);
  GtkWidget *spin;

  press (test, "More");
  spin = soleus_ui_test_find (test, GTK_TYPE_SPIN_BUTTON, "How many cramps?");
  g_assert_nonnull (spin);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 8);
  press (test, "Save");
  assert_night (test, 8, -1, 0);
}

static void
test_one_cramp (void)
{
  g_autoptr (SoleusUiTest) test = open_night (360);
  g_autoptr (GPtrArray) records = NULL;
  const SoleusRow *values;

  press (test, "1");
  press (test, "Left calf");
  press (test, "Between 2 and 4 at night");
  press (test, "Pain 6 of 10");
  press (test, "5 minutes");
  press (test, "Save");
  assert_night (test, 1, -1, 1);
  g_assert_cmpstr (test->said, ==, "Saved: 1 cramp, night to Tuesday 3 March.");

  records = list (test);
  values = soleus_record_get_values (g_ptr_array_index (records, 0));
  g_assert_cmpstr (soleus_row_get_text (values, "precision"), ==, "about");
  g_assert_cmpint (soleus_row_get_number (values, "start_span_min", -1), ==, 120);
  g_assert_cmpint (soleus_row_get_number (values, "seconds", -1), ==, 300);
  g_assert_cmpint (soleus_row_get_number (values, "pain", -1), ==, 6);
}

/* One description, and the number with the night. */
static void
test_same_for_all (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);

  press (test, "3");
  g_assert_true (is_on (test, "The same for all"));
  press (test, "Left calf");
  press (test, "Save");
  assert_night (test, 3, -1, 1);
}

static void
test_describe_each (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);
  g_autoptr (GPtrArray) records = NULL;

  press (test, "2");
  press (test, "Describe each");
  press (test, "Left calf");
  press (test, "Before midnight");
  press (test, "Cramp 2");
  g_assert_false (is_on (test, "Left calf"));
  press (test, "Copy from cramp 1");
  g_assert_true (is_on (test, "Left calf"));
  g_assert_false (is_on (test, "Before midnight"));
  press (test, "Left toes");
  press (test, "Between 4 and 6 in the morning");
  press (test, "Cramp 1");
  g_assert_false (is_on (test, "Left toes"));
  g_assert_null (find_button (test, "Copy from cramp 1"));
  press (test, "Save");

  assert_night (test, 2, -1, 2);
  g_assert_cmpstr (test->said, ==, "Saved: 2 cramps, night to Tuesday 3 March.");
  records = list (test);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (g_ptr_array_index (records, 0)), "sites") +
                    soleus_row_get_n_rows (soleus_record_get_values (g_ptr_array_index (records, 1)), "sites"), ==, 3);
}

/* A cramp that is there already is described further, not doubled. */
static void
test_existing (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, "Hot night");
  g_autoptr (SoleusRecord) night = soleus_ui_test_say_night (test, NIGHT, "cramps", NULL);
  g_autoptr (GPtrArray) records = NULL;

  show (test, 700);
  g_assert_true (is_on (test, "1"));
  g_assert_true (is_on (test, "Left calf"));
  g_assert_true (is_on (test, "Exact time"));
  g_assert_true (soleus_ui_test_shows (test, "1 cramp of this night is in the diary already. You can add to it here."));
  press (test, "Asleep");
  press (test, "Save");
  assert_night (test, -1, -1, 1);
  records = list (test);
  g_assert_cmpstr (soleus_record_get_uuid (g_ptr_array_index (records, 0)), ==, soleus_record_get_uuid (cramp));
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (records, 0)), "doing"), ==, "asleep");
}

static void
test_two_existing (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) first = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, NULL);
  g_autoptr (SoleusRecord) second = soleus_ui_test_add_cramp (test, "2026-03-03T04:40:00+01:00", "sole", "left", 4, NULL);

  show (test, 700);
  g_assert_false (gtk_widget_is_sensitive (find_button (test, "1")));
  g_assert_false (gtk_widget_is_sensitive (find_button (test, "The same for all")));
  g_assert_true (is_on (test, "Pain 7 of 10"));
  press (test, "Cramp 2");
  g_assert_true (is_on (test, "Pain 4 of 10"));
  press (test, "3");
  press (test, "Cramp 3");
  press (test, "Pain 1 of 10");
  press (test, "Save");
  assert_night (test, 3, -1, 3);
}

static void
test_wakings (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);
  GtkWidget *button = find_button (test, "0");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  soleus_ui_test_settle (test);
  press (test, "Save");
  assert_night (test, -1, 0, 0);
}

static void
test_exact_time (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);
  g_autoptr (GPtrArray) records = NULL;
  SoleusTime start;
  g_autofree char *iso = NULL;

  press (test, "Exact time");
  g_assert_true (gtk_widget_has_focus (gtk_widget_get_first_child (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"))));
  soleus_ui_test_key (test, "2");
  soleus_ui_test_key (test, "3");
  soleus_ui_test_key (test, "3");
  soleus_ui_test_key (test, "0");
  soleus_ui_test_key (test, "ctrl+Return");
  records = list (test);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_true (soleus_record_get_when (g_ptr_array_index (records, 0), &start));
  iso = soleus_time_to_iso (start);
  g_assert_cmpstr (iso, ==, "2026-03-02T23:30:00+01:00");
}

static void
test_leaving (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);

  /* Without a change nothing is asked */
  g_assert_true (soleus_pager_pop (pager));
  soleus_pager_push (pager, soleus_night_page_new (test->context, soleus_ui_test_date (NIGHT)), "Last night");
  soleus_ui_test_settle (test);

  press (test, "2");
  g_assert_false (soleus_pager_pop (pager));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "You changed this night but did not save it."));
  press (test, "_Keep Editing");
  g_assert_true (is_on (test, "2"));

  g_assert_false (soleus_pager_pop (pager));
  soleus_ui_test_settle (test);
  press (test, "_Discard");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.back");
  g_assert_true (soleus_pager_pop (pager));
  assert_night (test, -1, -1, 0);
}

/* As after a crash: the page is gone, its draft is there. */
static void
test_draft (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);
  gint64 until = g_get_monotonic_time () + 6 * G_TIME_SPAN_SECOND;
  g_autofree char *content = NULL;

  press (test, "2");
  press (test, "Right calf");
  while (content == NULL && g_get_monotonic_time () < until)
    {
      soleus_ui_test_settle (test);
      content = soleus_diary_get_draft (test->diary, "night-" NIGHT, NULL);
    }
  g_assert_nonnull (content);

  gtk_window_set_child (GTK_WINDOW (test->window), NULL);
  show (test, 700);
  g_assert_true (soleus_ui_test_shows (test, "You have unsaved answers about this night from 8:10."));
  g_assert_false (is_on (test, "2"));
  press (test, "Open the unsaved answers");
  g_assert_true (is_on (test, "2"));
  g_assert_true (is_on (test, "Right calf"));
  press (test, "Save");
  assert_night (test, 2, -1, 1);
  g_free (content);
  content = soleus_diary_get_draft (test->diary, "night-" NIGHT, NULL);
  g_assert_null (content);
}

static void
test_keyboard (void)
{
  g_autoptr (SoleusUiTest) test = open_night (700);

  soleus_ui_test_key (test, "Right");
  soleus_ui_test_key (test, "space");
  g_assert_true (is_on (test, "2"));
  soleus_ui_test_key (test, "ctrl+Return");
  assert_night (test, 2, -1, 0);
}

static guint
count_maps (GtkWidget *widget)
{
  guint n = SOLEUS_IS_LEG_MAP_VIEW (widget) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_maps (child);
  return n;
}

/* There is always one map: in the form, or, where there is room, at its side. */
static void
test_map (void)
{
  static const int widths[] = { 360, 700, 1100 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (SoleusUiTest) test = open_night (widths[i]);

      soleus_ui_test_settle (test);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (pager)), ==, widths[i]);
      g_assert_cmpuint (count_maps (GTK_WIDGET (pager)), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/night-page/only-count", test_only_count);
  g_test_add_func ("/night-page/switched-off", test_switched_off);
  g_test_add_func ("/night-page/more", test_more);
  g_test_add_func ("/night-page/one-cramp", test_one_cramp);
  g_test_add_func ("/night-page/same-for-all", test_same_for_all);
  g_test_add_func ("/night-page/describe-each", test_describe_each);
  g_test_add_func ("/night-page/existing", test_existing);
  g_test_add_func ("/night-page/two-existing", test_two_existing);
  g_test_add_func ("/night-page/wakings", test_wakings);
  g_test_add_func ("/night-page/exact-time", test_exact_time);
  g_test_add_func ("/night-page/leaving", test_leaving);
  g_test_add_func ("/night-page/draft", test_draft);
  g_test_add_func ("/night-page/keyboard", test_keyboard);
  g_test_add_func ("/night-page/map", test_map);
  return g_test_run ();
}
