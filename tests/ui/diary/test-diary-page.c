/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of the Diary are shown at which width, and what its buttons do. */
#include "soleus-ui-test.h"

#include "ui/diary/soleus-diary-page.h"
#include "ui/diary/soleus-month-view.h"
#include "ui/diary/soleus-timeline-view.h"

typedef struct
{
  SoleusUiTest *test;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->test = soleus_ui_test_new ("2026-03-03T08:10:00+01:00");
  for (int i = 1; i <= 28; i++)
    {
      g_autofree char *start = g_strdup_printf ("2026-02-%02dT02:40:00+01:00", i);

      g_object_unref (soleus_ui_test_add_cramp (self->test, start, "calf", "left", i % 11, NULL));
    }
  self->page = soleus_diary_page_new (self->test->context);
  soleus_ui_test_show (self->test, self->page, GPOINTER_TO_INT (data), 700);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  soleus_ui_test_free (self->test);
}

/* The side by its own text, which is there only while it is shown. */
static gboolean
shows_month (Fixture *self)
{
  return soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Previous month") != NULL;
}

static gboolean
shows_timeline (Fixture *self)
{
  return soleus_ui_test_find (self->test, GTK_TYPE_LIST_VIEW, "Timeline") != NULL;
}

static void
test_wide (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *list, *open;
  graphene_rect_t bounds;

  g_assert_true (shows_month (self));
  g_assert_true (shows_timeline (self));
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Month"));

  /* The timeline follows the calendar. */
  g_assert_false (soleus_ui_test_shows (self->test, "Night to Sunday 8 February"));
  for (int i = 0; i < 3; i++)
    soleus_ui_test_key (self->test, "Up");
  soleus_ui_test_key (self->test, "Left");
  soleus_ui_test_key (self->test, "Left");
  for (int i = 0; i < 10; i++)
    soleus_ui_test_settle (self->test);
  list = soleus_ui_test_find (self->test, GTK_TYPE_LIST_VIEW, "Timeline");
  open = soleus_ui_test_find_in (list, GTK_TYPE_BUTTON, "Open the night to Sunday 8 February");
  g_assert_nonnull (open);
  g_assert_true (gtk_widget_compute_bounds (open, list, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, <, 60);
}

static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  g_assert_true (shows_month (self));
  g_assert_false (shows_timeline (self));
  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Timeline"));
  g_assert_false (shows_month (self));
  g_assert_true (shows_timeline (self));
  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Month"));
  g_assert_true (shows_month (self));
  g_assert_cmpint (gtk_widget_get_width (self->page), <=, GPOINTER_TO_INT (data));
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  soleus_diary_page_search (SOLEUS_DIARY_PAGE (self->page));
  soleus_ui_test_settle (self->test);
  g_assert_true (shows_timeline (self));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self->test->window))));
  soleus_ui_test_key (self->test, "Escape");
  g_assert_true (shows_timeline (self));
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("win.add-cramp-on %d", soleus_ui_test_date ("2026-03-02"));

  soleus_ui_test_key (self->test, "Left");
  soleus_ui_test_press (self->test, soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Add a cramp to the chosen night"));
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

#define ADD(path, width, func) g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)
  ADD ("/diary-page/wide", 1100, test_wide);
  ADD ("/diary-page/middle", 800, test_narrow);
  ADD ("/diary-page/narrow", 360, test_narrow);
  ADD ("/diary-page/search", 800, test_search);
  ADD ("/diary-page/add", 800, test_add);
#undef ADD

  return g_test_run ();
}
