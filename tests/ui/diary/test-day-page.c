/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One night with the day before it: what is said, what is changed, and that nothing typed is lost. */
#include "soleus-ui-test.h"

#include "ui/diary/soleus-day-page.h"

typedef struct
{
  SoleusUiTest *test;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->test = soleus_ui_test_new ("2026-03-04T08:10:00+01:00");
  g_object_unref (soleus_ui_test_add_cramp (self->test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, NULL));
  g_object_unref (soleus_ui_test_add_cramp (self->test, "2026-03-03T04:10:00+01:00", "calf", "right", 4, NULL));
  g_object_unref (soleus_ui_test_add_drink (self->test, "2026-03-02T17:10:00+01:00", "tea-or-coffee", 200));
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-03-02", "none", "Quiet"));
  self->page = soleus_day_page_new (self->test->context, soleus_ui_test_date ("2026-03-03"));
  soleus_ui_test_show (self->test, self->page, 1000, 1000);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  soleus_ui_test_free (self->test);
}

static GtkWidget *
find_button (Fixture    *self,
             const char *name)
{
  return soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, name);
}

static SoleusNight
get_night (Fixture    *self,
           const char *date)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (self->test->diary, soleus_ui_test_date (date), soleus_ui_test_date (date), NULL);

  return g_array_index (nights, SoleusNight, 0);
}

static char *
get_note (Fixture    *self,
          const char *date)
{
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (self->test->diary, soleus_ui_test_date (date), NULL);

  return g_strdup (soleus_record_get_note (record));
}

static void
type_note (Fixture    *self,
           const char *text)
{
  GtkWidget *view = soleus_ui_test_find (self->test, GTK_TYPE_TEXT_VIEW, "Note about this night");

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  soleus_ui_test_settle (self->test);
}

static void
test_says (Fixture      *self,
           gconstpointer data)
{
  g_assert_true (soleus_ui_test_shows (self->test, "Monday evening to Tuesday morning"));
  g_assert_true (soleus_ui_test_shows (self->test, "2 cramps"));
  g_assert_true (soleus_ui_test_shows (self->test, "2:40 · Left calf · pain 7 of 10"));
  g_assert_true (soleus_ui_test_shows (self->test, "4:10 · Right calf · pain 4 of 10"));
  g_assert_true (soleus_ui_test_shows (self->test, "Monday 2 March"));
  g_assert_true (soleus_ui_test_shows (self->test, "200 ml in 1 drink; tea or coffee 17:10"));
  g_assert_true (soleus_ui_test_shows (self->test, "Nothing recorded."));
}

static void
test_first_focus (Fixture      *self,
                  gconstpointer data)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->test->window)) == find_button (self, "Change what is said of this night"));
}

static void
test_asks_before_trashing (Fixture      *self,
                           gconstpointer data)
{
  SoleusNight night;

  soleus_ui_test_press (self->test, find_button (self, "Change what is said of this night"));
  soleus_ui_test_press (self->test, find_button (self, "No cramp"));
  g_assert_true (soleus_ui_test_shows (self->test, "This night has 2 cramps."));
  soleus_ui_test_press (self->test, find_button (self, "_Keep cramps"));
  night = get_night (self, "2026-03-03");
  g_assert_cmpint (night.night_time, ==, 2);
  g_assert_cmpint (night.said, ==, SOLEUS_NIGHT_NOT_RECORDED);
  g_assert_null (self->test->said);

  soleus_ui_test_press (self->test, find_button (self, "Change what is said of this night"));
  soleus_ui_test_press (self->test, find_button (self, "No cramp"));
  soleus_ui_test_press (self->test, find_button (self, "_Move to trash"));
  night = get_night (self, "2026-03-03");
  g_assert_cmpint (night.night_time, ==, 0);
  g_assert_cmpint (soleus_night_get_state (&night), ==, SOLEUS_NIGHT_NO_CRAMP);
  g_assert_cmpstr (self->test->said, ==, "Saved: no cramps, night to Tuesday 3 March.");
  g_assert_true (soleus_ui_test_shows (self->test, "No cramp"));
  g_assert_false (soleus_ui_test_shows (self->test, "2:40 · Left calf · pain 7 of 10"));
}

static void
test_saves_at_once (Fixture      *self,
                    gconstpointer data)
{
  SoleusNight night;

  soleus_ui_test_press (self->test, find_button (self, "Night before"));
  g_assert_true (soleus_ui_test_shows (self->test, "No cramp"));
  soleus_ui_test_press (self->test, find_button (self, "Change what is said of this night"));
  soleus_ui_test_press (self->test, find_button (self, "Not sure"));
  night = get_night (self, "2026-03-02");
  g_assert_cmpint (soleus_night_get_state (&night), ==, SOLEUS_NIGHT_UNSURE);
  g_assert_cmpstr (self->test->said, ==, "Saved: not sure, night to Monday 2 March.");
}

static void
test_sleep (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusRecord) record = NULL;

  soleus_ui_test_press (self->test, find_button (self, "Change what is said of this night"));
  soleus_ui_test_press (self->test, find_button (self, "No"));
  record = soleus_diary_get_night_record (self->test->diary, soleus_ui_test_date ("2026-03-03"), NULL);
  g_assert_cmpint (soleus_row_get_answer (soleus_record_get_values (record), "enough_sleep"), ==, SOLEUS_NO);
  g_assert_true (soleus_ui_test_shows (self->test, "Not enough sleep"));
}

static void
test_cramps (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *added = g_strdup_printf ("win.add-cramp-on %d", soleus_ui_test_date ("2026-03-03"));

  soleus_ui_test_press (self->test, find_button (self, "Add a cramp to this night"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, added);
  soleus_ui_test_press (self->test, find_button (self, "Edit the cramp, 2:40 · Left calf · pain 7 of 10"));
  g_assert_true (g_str_has_prefix (soleus_ui_test_last_action (self->test), "win.edit-cramp "));
  gtk_widget_grab_focus (find_button (self, "Delete the cramp, 2:40 · Left calf · pain 7 of 10"));
  soleus_ui_test_press (self->test, find_button (self, "Delete the cramp, 2:40 · Left calf · pain 7 of 10"));
  g_assert_false (soleus_ui_test_shows (self->test, "2:40 · Left calf · pain 7 of 10"));
  g_assert_true (soleus_ui_test_shows (self->test, "1 cramp"));
  /* Nobody is thrown out of the list by deleting. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->test->window)), self->page));
}

static void
test_turning (Fixture      *self,
              gconstpointer data)
{
  soleus_ui_test_key (self->test, "ctrl+Page_Up");
  g_assert_cmpint (soleus_day_page_get_night (SOLEUS_DAY_PAGE (self->page)), ==, soleus_ui_test_date ("2026-03-02"));
  g_assert_true (soleus_ui_test_shows (self->test, "Sunday evening to Monday morning"));
  soleus_ui_test_key (self->test, "ctrl+Page_Down");
  soleus_ui_test_key (self->test, "ctrl+Page_Down");
  soleus_ui_test_key (self->test, "ctrl+Page_Down");
  soleus_ui_test_key (self->test, "ctrl+Page_Down");
  /* No night that is still to come. */
  g_assert_cmpint (soleus_day_page_get_night (SOLEUS_DAY_PAGE (self->page)), ==, soleus_ui_test_date ("2026-03-04"));
  g_assert_false (gtk_widget_is_sensitive (find_button (self, "Night after")));
}

static void
test_note (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *note = NULL, *left = NULL, *other = NULL;

  g_assert_false (gtk_widget_is_sensitive (find_button (self, "Save note")));
  type_note (self, "Hot night");
  soleus_ui_test_press (self->test, find_button (self, "Save note"));
  note = get_note (self, "2026-03-03");
  g_assert_cmpstr (note, ==, "Hot night");
  g_assert_false (gtk_widget_is_sensitive (find_button (self, "Save note")));

  /* Going elsewhere saves it for the night that it was typed for. */
  type_note (self, "Hot night, window open");
  soleus_ui_test_key (self->test, "ctrl+Page_Up");
  left = get_note (self, "2026-03-03");
  other = get_note (self, "2026-03-02");
  g_assert_cmpstr (left, ==, "Hot night, window open");
  g_assert_cmpstr (other, ==, "Quiet");
}

static void
test_note_is_saved_when_leaving (Fixture      *self,
                                 gconstpointer data)
{
  g_autofree char *note = NULL;

  type_note (self, "Half a sentence");
  gtk_window_set_child (GTK_WINDOW (self->test->window), NULL);
  soleus_ui_test_settle (self->test);
  note = get_note (self, "2026-03-03");
  g_assert_cmpstr (note, ==, "Half a sentence");
}

static void
test_note_is_not_overwritten (Fixture      *self,
                              gconstpointer data)
{
  g_autofree char *note = NULL;

  type_note (self, "Being typed");
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-03-03", "cramps", NULL));
  soleus_ui_test_settle (self->test);
  g_assert_true (gtk_widget_is_sensitive (find_button (self, "Save note")));
  soleus_ui_test_press (self->test, find_button (self, "Save note"));
  note = get_note (self, "2026-03-03");
  g_assert_cmpstr (note, ==, "Being typed");
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/day-page/says", test_says);
  ADD ("/day-page/first-focus", test_first_focus);
  ADD ("/day-page/asks", test_asks_before_trashing);
  ADD ("/day-page/saves", test_saves_at_once);
  ADD ("/day-page/sleep", test_sleep);
  ADD ("/day-page/cramps", test_cramps);
  ADD ("/day-page/turning", test_turning);
  ADD ("/day-page/note", test_note);
  ADD ("/day-page/note-leaving", test_note_is_saved_when_leaving);
  ADD ("/day-page/note-kept", test_note_is_not_overwritten);
#undef ADD

  return g_test_run ();
}
