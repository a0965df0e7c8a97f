/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields by themselves: typed values, the date button, numbers, and a start on the night when the clock changed. */
#include "soleus-ui-test.h"
#include "ui/episode/soleus-count-choice.h"
#include "ui/episode/soleus-cramp-start.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-typed-entry.h"

#define NOW "2026-03-03T08:10:00+01:00"

static void
count_signal (guint *n)
{
  (*n)++;
}

static void
test_typed_entry (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SoleusTypedEntry *entry = SOLEUS_TYPED_ENTRY (soleus_typed_entry_new (SOLEUS_TYPED_TIME, "Start"));
  GtkWidget *text;
  guint n = 0;

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Other"));
  soleus_ui_test_show (test, box, 400, 300);
  text = soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Start");
  g_assert_nonnull (text);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (count_signal), &n);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  soleus_ui_test_key (test, "2");
  soleus_ui_test_key (test, "4");
  soleus_ui_test_key (test, "0");
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (soleus_typed_entry_get_value (entry), ==, 160);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "240");

  /* The same value leaves what is being typed alone */
  soleus_typed_entry_set_value (entry, 160);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "240");
  soleus_ui_test_key (test, "Tab");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "2:40");

  gtk_editable_set_text (GTK_EDITABLE (text), "noon");
  g_assert_cmpint (soleus_typed_entry_get_value (entry), ==, SOLEUS_TYPED_NONE);
  g_assert_false (soleus_typed_entry_is_readable (entry));
  g_assert_null (soleus_typed_entry_get_advice (entry));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  soleus_ui_test_key (test, "Tab");
  g_assert_nonnull (soleus_typed_entry_get_advice (entry));

  n = 0;
  soleus_typed_entry_set_value (entry, 75);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (soleus_typed_entry_is_readable (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "1:15");
}

static void
test_minutes (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } cases[] = { { 0, "0" }, { 60, "1" }, { 90, "1.5" }, { 345, "5.75" }, { 20, "0.33" }, { 36000, "600" }, { SOLEUS_TYPED_NONE, "" } };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  SoleusTypedEntry *entry = SOLEUS_TYPED_ENTRY (soleus_typed_entry_new (SOLEUS_TYPED_MINUTES, "Minutes"));

  soleus_ui_test_show (test, GTK_WIDGET (entry), 300, 100);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      soleus_typed_entry_reset (entry, cases[i].seconds);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Minutes"))), ==, cases[i].text);
    }
}

static void
test_date_button (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  SoleusDateButton *button = SOLEUS_DATE_BUTTON (soleus_date_button_new (test->clock));
  guint n = 0;

  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_signal), &n);
  gtk_widget_set_valign (GTK_WIDGET (button), GTK_ALIGN_START);
  soleus_ui_test_show (test, GTK_WIDGET (button), 400, 500);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, "Date: Tuesday 3 March 2026"));
  for (const char *p = "1/3"; *p != '\0'; p++)
    soleus_ui_test_key (test, *p == '/' ? "slash" : (char[]) { *p, '\0' });
  g_assert_cmpint (soleus_date_button_get_date (button), ==, soleus_ui_test_date ("2026-03-01"));
  g_assert_cmpuint (n, ==, 1);
  soleus_ui_test_key (test, "Return");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Type a date"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, "Date: Sunday 1 March 2026"));

  /* What is no date stays open and says so */
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, "Date: Sunday 1 March 2026"));
  soleus_ui_test_key (test, "x");
  soleus_ui_test_key (test, "Return");
  g_assert_true (soleus_ui_test_shows (test, "This is not a date. Type it like 3 March."));
  soleus_ui_test_key (test, "Escape");
  g_assert_cmpint (soleus_date_button_get_date (button), ==, soleus_ui_test_date ("2026-03-01"));

  soleus_date_button_set_date (button, soleus_ui_test_date ("2025-12-31"));
  g_assert_cmpuint (n, ==, 1);
}

/* Where the date does not fit in one line it stands in two, within the button. */
static void
test_date_button_narrow (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *button = soleus_date_button_new (test->clock), *label;
  int usual, narrow, high, wide;
  graphene_rect_t around, inside;

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  soleus_ui_test_show (test, button, 400, 200);
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, &usual, NULL, NULL);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, usual, NULL, &wide, NULL, NULL);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, usual * 3 / 4, NULL, &high, NULL, NULL);
  g_assert_cmpint (narrow, <, usual * 3 / 4);
  g_assert_cmpint (high, >, wide);

  gtk_widget_allocate (button, usual * 3 / 4, high, -1, NULL);
  label = soleus_ui_test_find_in (button, GTK_TYPE_LABEL, "Tuesday 3 March 2026");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (button, button, &around));
  g_assert_true (gtk_widget_compute_bounds (label, button, &inside));
  g_assert_true (graphene_rect_contains_rect (&around, &inside));
}

static void
test_count_choice (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  SoleusCountChoice *choice = SOLEUS_COUNT_CHOICE (soleus_count_choice_new ("How many?", 1, 5, 99, "Not sure how many"));
  guint n = 0;

  g_signal_connect_swapped (choice, "changed", G_CALLBACK (count_signal), &n);
  soleus_ui_test_show (test, GTK_WIDGET (choice), 500, 200);
  g_assert_cmpint (soleus_count_choice_get_value (choice), ==, SOLEUS_COUNT_NONE);

  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "4"));
  g_assert_cmpint (soleus_count_choice_get_value (choice), ==, 4);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "More"));
  g_assert_cmpint (soleus_count_choice_get_value (choice), ==, 6);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Not sure how many"));
  g_assert_cmpint (soleus_count_choice_get_value (choice), ==, SOLEUS_COUNT_NONE);
  g_assert_cmpuint (n, ==, 3);

  soleus_count_choice_set_value (choice, 12);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (soleus_ui_test_find (test, GTK_TYPE_SPIN_BUTTON, "How many?"))), ==, 12);
  soleus_count_choice_set_value (choice, SOLEUS_COUNT_NONE);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_SPIN_BUTTON, "How many?"));
  g_assert_cmpuint (n, ==, 3);
}

static void
test_clock_change (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (SoleusClock) clock = NULL;
  g_autoptr (SoleusEpisodeDraft) draft = NULL;
  SoleusTime now, start;
  GtkWidget *question;
  GtkEditable *entry;

  if (zone == NULL)
    {
      g_test_skip ("no time zones are installed");
      return;
    }
  g_assert_true (soleus_time_parse ("2026-11-01T08:00:00+01:00", &now));
  clock = soleus_clock_new_fixed_zone (now.utc, zone);
  draft = soleus_episode_draft_new (clock, soleus_ui_test_date ("2026-10-25"));
  question = soleus_cramp_start_new (clock);
  soleus_cramp_start_set_draft (SOLEUS_CRAMP_START (question), draft);
  soleus_ui_test_show (test, question, 560, 400);
  entry = GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"));

  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "The second time"));
  gtk_editable_set_text (entry, "2:30");
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "The clock showed this time twice. Which one was it?"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "The second time"));
  g_assert_true (soleus_row_get_time (soleus_episode_draft_get_values (draft), "start", &start));
  g_assert_cmpint (start.offset, ==, 60);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "The first time"));
  g_assert_true (soleus_row_get_time (soleus_episode_draft_get_values (draft), "start", &start));
  g_assert_cmpint (start.offset, ==, 120);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2:30");

  soleus_episode_draft_set_date (draft, soleus_ui_test_date ("2026-03-29"));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "The clock skipped this time. Saved as 3:00."));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "The second time"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2:30");
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/episode-fields/typed-entry", test_typed_entry);
  g_test_add_func ("/episode-fields/minutes", test_minutes);
  g_test_add_func ("/episode-fields/date-button", test_date_button);
  g_test_add_func ("/episode-fields/date-button-narrow", test_date_button_narrow);
  g_test_add_func ("/episode-fields/count-choice", test_count_choice);
  g_test_add_func ("/episode-fields/clock-change", test_clock_change);
  return g_test_run ();
}
