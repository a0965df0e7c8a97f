/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar as it is read out, and as the keyboard goes through it. */
#include "soleus-ui-test.h"

#include "ui/diary/soleus-month-grid.h"
#include "ui/diary/soleus-month-view.h"

#define NOW "2026-03-03T08:10:00+01:00"

typedef struct
{
  SoleusUiTest *test;
  GtkWidget *view;
} Fixture;

static void
set_first_weekday (SoleusUiTest *test,
                   int           weekday)
{
  g_autoptr (SoleusRecord) before = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (before);

  soleus_row_set_number (soleus_record_get_values (profile), "first_weekday", weekday);
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->test = soleus_ui_test_new (NOW);
  set_first_weekday (self->test, 1);
  g_object_unref (soleus_ui_test_add_cramp (self->test, "2026-03-02T02:40:00+01:00", "calf", "left", 7, NULL));
  g_object_unref (soleus_ui_test_add_cramp (self->test, "2026-03-02T04:10:00+01:00", "calf", "left", 4, NULL));
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-03-01", "none", NULL));
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-02-24", "unsure", NULL));
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-02-28", "cramps", NULL));
  self->view = soleus_month_view_new (self->test->context);
  soleus_ui_test_show (self->test, self->view, 600, 800);
  soleus_month_view_focus_night (SOLEUS_MONTH_VIEW (self->view));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  soleus_ui_test_free (self->test);
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->test->window));
}

static void
assert_focus (Fixture    *self,
              const char *name)
{
  GtkWidget *focus = get_focus (self);
  g_autofree char *wrong = NULL;

  g_assert_nonnull (focus);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_says (Fixture      *self,
           gconstpointer data)
{
  g_assert_true (soleus_ui_test_shows (self->test, "March 2026"));
  g_assert_true (soleus_ui_test_shows (self->test, "2 of 3 nights recorded."));
  g_assert_true (soleus_ui_test_shows (self->test, "Cramps on 1 of 2 recorded nights."));
  g_assert_true (soleus_ui_test_shows (self->test, "Night to Tuesday 3 March"));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 1 March: no cramp"));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Monday 2 March: cramps, 2"));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Tuesday 3 March: not recorded"));
  /* Which does not open, is not reached, and is a day all the same. */
  g_assert_false (gtk_widget_is_sensitive (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Wednesday 4 March: not recorded")));
  for (guint i = 0; i < 4; i++)
    {
      static const char *const states[] = { "No cramp", "Cramps", "Not sure", "Not recorded" };

      g_assert_true (soleus_ui_test_shows (self->test, states[i]));
    }
}

static void
test_roles (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *day = soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Monday 2 March: cramps, 2");
  GtkWidget *today = soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Tuesday 3 March: not recorded");

  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (gtk_widget_get_parent (day)), GTK_ACCESSIBLE_ROLE_GRID));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_ROLE_GRID_CELL));
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (today), GTK_ACCESSIBLE_STATE_SELECTED, TRUE));
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_STATE_SELECTED, FALSE));
  g_assert_true (gtk_widget_has_css_class (today, "today"));
  g_assert_false (gtk_widget_has_css_class (day, "today"));
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *name;
  } steps[] = {
    { "Left", "Monday 2 March: cramps, 2" },
    { "Right", "Tuesday 3 March: not recorded" },
    { "Right", "Tuesday 3 March: not recorded" }, /* the next night is still to come */
    { "Up", "Tuesday 24 February: not sure" },    /* the page turns at its edge */
    { "End", "Sunday 1 March: no cramp" },
    { "Home", "Monday 23 February: not recorded" },
    { "Down", "Monday 2 March: cramps, 2" },
    { "Page_Up", "Monday 2 February: not recorded" },
    { "shift+Page_Up", "Sunday 2 February: not recorded" },
    { "shift+Page_Down", "Monday 2 February: not recorded" },
    { "Page_Down", "Monday 2 March: cramps, 2" },
    { "Page_Down", "Tuesday 3 March: not recorded" },
    { "Page_Up", "Tuesday 3 February: not recorded" },
    { "t", "Tuesday 3 March: not recorded" },
  };

  assert_focus (self, "Tuesday 3 March: not recorded");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      soleus_ui_test_key (self->test, steps[i].key);
      assert_focus (self, steps[i].name);
    }
}

static void
test_enter_opens (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("win.open-night %d", soleus_ui_test_date ("2026-03-02"));

  soleus_ui_test_key (self->test, "Left");
  g_assert_null (soleus_ui_test_last_action (self->test));
  soleus_ui_test_key (self->test, "Return");
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

static void
test_press_chooses (Fixture      *self,
                    gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("win.open-night %d", soleus_ui_test_date ("2026-03-02"));

  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Monday 2 March: cramps, 2"));
  g_assert_cmpint (soleus_month_view_get_night (SOLEUS_MONTH_VIEW (self->view)), ==, soleus_ui_test_date ("2026-03-02"));
  g_assert_null (soleus_ui_test_last_action (self->test));
  g_assert_true (soleus_ui_test_shows (self->test, "2 cramps"));
  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Open the night to Monday 2 March"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

static void
test_one_tab_stop (Fixture      *self,
                   gconstpointer data)
{
  soleus_ui_test_key (self->test, "Tab");
  assert_focus (self, "Open the night to Tuesday 3 March");
  soleus_ui_test_key (self->test, "shift+Tab");
  assert_focus (self, "Tuesday 3 March: not recorded");
  soleus_ui_test_key (self->test, "shift+Tab");
  assert_focus (self, "Previous month");
}

static void
test_turning (Fixture      *self,
              gconstpointer data)
{
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "This month"));
  g_assert_false (gtk_widget_is_sensitive (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Next month")));
  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Previous month"));
  g_assert_true (soleus_ui_test_shows (self->test, "February 2026"));
  g_assert_true (soleus_ui_test_shows (self->test, "1 of 28 nights recorded."));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Saturday 28 February: cramps"));
  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "This month"));
  g_assert_true (soleus_ui_test_shows (self->test, "March 2026"));
  assert_focus (self, "Tuesday 3 March: not recorded");
}

static void
test_follows_the_diary (Fixture      *self,
                        gconstpointer data)
{
  g_object_unref (soleus_ui_test_say_night (self->test, "2026-03-03", "none", NULL));
  soleus_ui_test_settle (self->test);
  assert_focus (self, "Tuesday 3 March: no cramp");
  g_assert_true (soleus_ui_test_shows (self->test, "3 of 3 nights recorded."));

  /* The week begins where the person says; the headings follow. */
  set_first_weekday (self->test, 7);
  soleus_ui_test_settle (self->test);
  soleus_ui_test_key (self->test, "Home");
  assert_focus (self, "Sunday 1 March: no cramp");
}

static void
test_targets (Fixture      *self,
              gconstpointer data)
{
  GtkWidget *cell = soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 1 March: no cramp");
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (cell, cell, &bounds));
  g_assert_cmpfloat (bounds.size.width, >=, 46);
  g_assert_cmpfloat (bounds.size.height, >=, 56);
}

static void
test_cells_stay (Fixture      *self,
                       gconstpointer data)
{
  GtkWidget *grid = gtk_widget_get_parent (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 1 March: no cramp"));
  GtkWidget *cells[42];
  guint n = 0;

  /* The children stay; only what they show changes. */
  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && n < G_N_ELEMENTS (cells))
      cells[n++] = child;
  g_assert_cmpuint (n, ==, 42);
  soleus_ui_test_key (self->test, "Page_Up");
  n = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      g_assert_true (cells[n++] == child);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/month-view/says", test_says);
  ADD ("/month-view/roles", test_roles);
  ADD ("/month-view/keys", test_keys);
  ADD ("/month-view/enter", test_enter_opens);
  ADD ("/month-view/press", test_press_chooses);
  ADD ("/month-view/tab", test_one_tab_stop);
  ADD ("/month-view/turning", test_turning);
  ADD ("/month-view/follows", test_follows_the_diary);
  ADD ("/month-view/targets", test_targets);
  ADD ("/month-view/children", test_cells_stay);
#undef ADD

  return g_test_run ();
}
