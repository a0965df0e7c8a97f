/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline: its rows, their actions, search and filters. */
#include "soleus-ui-test.h"

#include "ui/diary/soleus-timeline-row.h"
#include "ui/diary/soleus-timeline-view.h"

#define NOW "2026-03-03T08:10:00+01:00"

typedef struct
{
  SoleusUiTest *test;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->test = soleus_ui_test_new (NOW);
  self->view = soleus_timeline_view_new (self->test->context);
  soleus_ui_test_show (self->test, self->view, 700, 720);
}

static void
set_up_full (Fixture      *self,
             gconstpointer data)
{
  self->test = soleus_ui_test_new (NOW);
  g_object_unref (soleus_ui_test_add_cramp (self->test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, "Woke up\nand walked"));
  g_object_unref (soleus_ui_test_add_cramp (self->test, "2026-03-02T04:10:00+01:00", "sole", "right", 3, NULL));
  g_object_unref (soleus_ui_test_add_drink (self->test, "2026-03-02T20:00:00+01:00", "alcohol", 150));
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-03-01", "none", "Slept at the sea"));
  self->view = soleus_timeline_view_new (self->test->context);
  soleus_ui_test_show (self->test, self->view, 700, 720);
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

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  g_assert_true (soleus_ui_test_shows (self->test, "Nothing recorded yet."));
  g_assert_true (soleus_ui_test_shows (self->test, "When you add a cramp or a night, it shows here."));
  soleus_ui_test_press (self->test, find_button (self, "Add a cramp"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, "win.add-cramp");

  g_object_unref (soleus_ui_test_say_night (self->test, "2026-03-03", "none", NULL));
  soleus_ui_test_settle (self->test);
  g_assert_false (soleus_ui_test_shows (self->test, "Nothing recorded yet."));
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Tuesday 3 March"));
}

static void
test_rows (Fixture      *self,
           gconstpointer data)
{
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Tuesday 3 March"));
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Monday 2 March"));
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Sunday 1 March"));
  g_assert_true (soleus_ui_test_shows (self->test, "No cramp · Slept at the sea"));
  g_assert_true (soleus_ui_test_shows (self->test, "Left calf · pain 7 of 10"));
  g_assert_true (soleus_ui_test_shows (self->test, "Woke up"));
  g_assert_true (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));
  g_assert_nonnull (find_button (self, "2:40, Left calf · pain 7 of 10"));
  g_assert_nonnull (find_button (self, "20:00, Alcohol · 150 ml"));
}

static void
test_open (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("win.open-night %d", soleus_ui_test_date ("2026-03-02"));

  soleus_ui_test_press (self->test, find_button (self, "Open the night to Monday 2 March"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

static void
test_edit (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) cramps = soleus_diary_list (self->test->diary, SOLEUS_KIND_EPISODE, soleus_ui_test_date ("2026-03-03"), soleus_ui_test_date ("2026-03-03"), NULL);
  g_autofree char *expected = g_strdup_printf ("win.edit-cramp '%s'", soleus_record_get_uuid (g_ptr_array_index (cramps, 0)));

  soleus_ui_test_press (self->test, find_button (self, "2:40, Left calf · pain 7 of 10"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

/* What is no cramp opens its own dialog. */
static void
test_edit_drink (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) drinks = soleus_diary_list (self->test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_autofree char *expected = NULL;

  g_assert_cmpuint (drinks->len, ==, 1);
  expected = g_strdup_printf ("win.edit-record '%s'", soleus_record_get_uuid (g_ptr_array_index (drinks, 0)));
  soleus_ui_test_press (self->test, find_button (self, "20:00, Alcohol · 150 ml"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

static void
test_delete_key (Fixture      *self,
                 gconstpointer data)
{
  gtk_widget_grab_focus (find_button (self, "2:40, Left calf · pain 7 of 10"));
  soleus_ui_test_key (self->test, "Delete");
  g_assert_cmpstr (self->test->said, ==, "Deleted.");
  g_assert_false (soleus_ui_test_shows (self->test, "Left calf · pain 7 of 10"));
  g_assert_true (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));

  /* The person stays in the list: the next key deletes nothing but what they go to. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->test->window)), self->view));

  soleus_keeper_undo (soleus_context_get_keeper (self->test->context));
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Left calf · pain 7 of 10"));
}

static void
test_delete_spares_headings (Fixture      *self,
                             gconstpointer data)
{
  gtk_widget_grab_focus (find_button (self, "Open the night to Monday 2 March"));
  soleus_ui_test_key (self->test, "Delete");
  g_assert_null (soleus_ui_test_last_action (self->test));
}

static void
test_menu (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) drinks = soleus_diary_list (self->test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_autofree char *expected = g_strdup_printf ("win.delete-record '%s'", soleus_record_get_uuid (g_ptr_array_index (drinks, 0)));
  GtkWidget *more = soleus_ui_test_find (self->test, GTK_TYPE_MENU_BUTTON, "More for 20:00, Alcohol · 150 ml");

  g_assert_nonnull (more);
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Edit"));
  g_assert_true (soleus_ui_test_shows (self->test, "Delete"));
  soleus_ui_test_key (self->test, "Down");
  soleus_ui_test_key (self->test, "Return");
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

static gboolean
is_in_list (Fixture *self)
{
  GtkWidget *list = soleus_ui_test_find (self->test, GTK_TYPE_LIST_VIEW, "Timeline");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->test->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, list);
}

static void
test_tab_leaves_the_list (Fixture      *self,
                          gconstpointer data)
{
  GtkWidget *filters = soleus_ui_test_find (self->test, GTK_TYPE_MENU_BUTTON, "Filters");

  gtk_widget_grab_focus (find_button (self, "Open the night to Tuesday 3 March"));
  soleus_ui_test_key (self->test, "Down");
  g_assert_true (is_in_list (self));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->test->window)) != find_button (self, "Open the night to Tuesday 3 March"));

  /* Into the row, to its second button, and out of the list: not to the next row. */
  soleus_ui_test_key (self->test, "Tab");
  g_assert_true (is_in_list (self));
  soleus_ui_test_key (self->test, "Tab");
  g_assert_true (is_in_list (self));
  soleus_ui_test_key (self->test, "Tab");
  g_assert_false (is_in_list (self));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->test->window)), filters));
  soleus_ui_test_key (self->test, "Tab");
  g_assert_true (is_in_list (self));
  soleus_ui_test_key (self->test, "shift+Tab");
  g_assert_false (is_in_list (self));
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *focus;

  soleus_timeline_view_search (SOLEUS_TIMELINE_VIEW (self->view));
  soleus_ui_test_settle (self->test);
  focus = gtk_window_get_focus (GTK_WINDOW (self->test->window));
  g_assert_nonnull (focus);
  g_assert_true (GTK_IS_TEXT (focus));

  soleus_ui_test_key (self->test, "c");
  soleus_ui_test_key (self->test, "a");
  soleus_ui_test_key (self->test, "l");
  soleus_ui_test_key (self->test, "f");
  for (int i = 0; i < 10; i++)
    soleus_ui_test_settle (self->test); /* the entry waits for the end of the typing */
  g_assert_true (soleus_ui_test_shows (self->test, "1 entry in 1 night"));
  g_assert_true (soleus_ui_test_shows (self->test, "Left calf · pain 7 of 10"));
  g_assert_false (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));

  soleus_ui_test_key (self->test, "x");
  for (int i = 0; i < 10; i++)
    soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Nothing found for “calfx”."));
  soleus_ui_test_press (self->test, find_button (self, "Clear search"));
  g_assert_true (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));
  g_assert_false (soleus_ui_test_shows (self->test, "1 entry in 1 night"));
}

static void
test_escape_ends_the_search (Fixture      *self,
                             gconstpointer data)
{
  soleus_timeline_view_search (SOLEUS_TIMELINE_VIEW (self->view));
  soleus_ui_test_settle (self->test);
  soleus_ui_test_key (self->test, "z");
  for (int i = 0; i < 10; i++)
    soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Nothing found for “z”."));
  soleus_ui_test_key (self->test, "Escape");
  for (int i = 0; i < 10; i++)
    soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));
  g_assert_null (soleus_ui_test_last_action (self->test));
}

static void
test_filters (Fixture      *self,
              gconstpointer data)
{
  GtkWidget *filters = soleus_ui_test_find (self->test, GTK_TYPE_MENU_BUTTON, "Filters");

  gtk_menu_button_popup (GTK_MENU_BUTTON (filters));
  soleus_ui_test_settle (self->test);
  soleus_ui_test_press (self->test, find_button (self, "Cramps"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (filters));
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "2 entries in 2 nights"));
  g_assert_false (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));

  gtk_menu_button_popup (GTK_MENU_BUTTON (filters));
  soleus_ui_test_settle (self->test);
  soleus_ui_test_press (self->test, find_button (self, "Pain 7 to 10"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (filters));
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "1 entry in 1 night"));

  soleus_ui_test_press (self->test, find_button (self, "Remove filter: Pain 7 to 10"));
  g_assert_true (soleus_ui_test_shows (self->test, "2 entries in 2 nights"));
  soleus_ui_test_press (self->test, find_button (self, "Clear all"));
  g_assert_true (soleus_ui_test_shows (self->test, "Alcohol · 150 ml"));
  g_assert_null (find_button (self, "Remove filter: Cramps"));
}

static void
test_dates (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *filters = soleus_ui_test_find (self->test, GTK_TYPE_MENU_BUTTON, "Filters");
  GtkWidget *entry;

  gtk_menu_button_popup (GTK_MENU_BUTTON (filters));
  soleus_ui_test_settle (self->test);
  entry = soleus_ui_test_find (self->test, GTK_TYPE_ENTRY, "To");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "whenever");
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Type a date, such as 3 March."));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2 March");
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Monday 2 March 2026"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (filters));
  soleus_ui_test_settle (self->test);
  g_assert_false (soleus_ui_test_shows (self->test, "Night to Tuesday 3 March"));
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Monday 2 March"));
  soleus_ui_test_press (self->test, find_button (self, "Remove filter: To Monday 2 March 2026"));
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Tuesday 3 March"));
}

static void
test_goes_to_a_night (Fixture      *self,
                      gconstpointer data)
{
  for (int i = 0; i < 900; i++)
    {
      SoleusTime at = { .utc = G_GINT64_CONSTANT (1772500000) - i * 43200, .offset = 60 };
      g_autofree char *text = soleus_time_to_iso (at);

      g_object_unref (soleus_ui_test_add_drink (self->test, text, "water", 100));
    }
  soleus_ui_test_settle (self->test);
  g_assert_false (soleus_ui_test_shows (self->test, "Night to Tuesday 4 March"));
  soleus_timeline_view_show_night (SOLEUS_TIMELINE_VIEW (self->view), soleus_ui_test_date ("2025-03-04"));
  for (int i = 0; i < 15; i++)
    soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Tuesday 4 March"));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_full, func, tear_down)
  g_test_add ("/timeline-view/empty", Fixture, NULL, set_up, test_empty, tear_down);
  ADD ("/timeline-view/rows", test_rows);
  ADD ("/timeline-view/open", test_open);
  ADD ("/timeline-view/edit", test_edit);
  ADD ("/timeline-view/edit-drink", test_edit_drink);
  ADD ("/timeline-view/delete-key", test_delete_key);
  ADD ("/timeline-view/delete-spares-headings", test_delete_spares_headings);
  ADD ("/timeline-view/menu", test_menu);
  ADD ("/timeline-view/tab", test_tab_leaves_the_list);
  ADD ("/timeline-view/search", test_search);
  ADD ("/timeline-view/escape", test_escape_ends_the_search);
  ADD ("/timeline-view/filters", test_filters);
  ADD ("/timeline-view/dates", test_dates);
  ADD ("/timeline-view/goes-to-a-night", test_goes_to_a_night);
#undef ADD

  return g_test_run ();
}
