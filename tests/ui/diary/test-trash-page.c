/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing back, deleting for good, and that the latter is asked first. */
#include "soleus-ui-test.h"

#include "ui/diary/soleus-trash-page.h"

typedef struct
{
  SoleusUiTest *test;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (SoleusRecord) cramp = NULL;
  g_autoptr (SoleusRecord) drink = NULL;
  SoleusKeeper *keeper;

  self->test = soleus_ui_test_new ("2026-03-03T08:10:00+01:00");
  cramp = soleus_ui_test_add_cramp (self->test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, NULL);
  drink = soleus_ui_test_add_drink (self->test, "2026-03-02T20:00:00+01:00", "alcohol", 150);
  keeper = soleus_context_get_keeper (self->test->context);
  soleus_keeper_delete (keeper, soleus_record_get_uuid (cramp), NULL);
  soleus_keeper_delete (keeper, soleus_record_get_uuid (drink), NULL);
  self->page = soleus_trash_page_new (self->test->context);
  soleus_ui_test_show (self->test, self->page, 800, 600);
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

static guint
count_trash (Fixture *self)
{
  g_autoptr (GPtrArray) trash = soleus_diary_list_trash (self->test->diary, NULL);

  return trash->len;
}

static void
test_says (Fixture      *self,
           gconstpointer data)
{
  g_assert_true (soleus_ui_test_shows (self->test, "Cramp, 3 March 2:40, Left calf"));
  g_assert_true (soleus_ui_test_shows (self->test, "Drink, 2 March 20:00, Alcohol · 150 ml"));
  g_assert_true (soleus_ui_test_shows (self->test, "deleted today"));
  g_assert_true (soleus_ui_test_shows (self->test, "Deleted items stay here for 30 days."));
}

static void
test_restore (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) cramps = NULL;

  soleus_ui_test_press (self->test, find_button (self, "Restore: Cramp, 3 March 2:40, Left calf"));
  g_assert_cmpstr (self->test->said, ==, "Restored.");
  cramps = soleus_diary_list (self->test->diary, SOLEUS_KIND_EPISODE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (cramps->len, ==, 1);
  g_assert_false (soleus_ui_test_shows (self->test, "Cramp, 3 March 2:40, Left calf"));
  g_assert_true (soleus_ui_test_shows (self->test, "Drink, 2 March 20:00, Alcohol · 150 ml"));

  soleus_keeper_undo (soleus_context_get_keeper (self->test->context));
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Cramp, 3 March 2:40, Left calf"));
}

static void
test_delete_now (Fixture      *self,
                 gconstpointer data)
{
  soleus_ui_test_press (self->test, find_button (self, "Delete now: Cramp, 3 March 2:40, Left calf"));
  g_assert_true (soleus_ui_test_shows (self->test, "Delete this item for good?"));
  soleus_ui_test_press (self->test, find_button (self, "_Cancel"));
  g_assert_cmpuint (count_trash (self), ==, 2);

  soleus_ui_test_press (self->test, find_button (self, "Delete now: Cramp, 3 March 2:40, Left calf"));
  soleus_ui_test_press (self->test, find_button (self, "_Delete"));
  g_assert_cmpuint (count_trash (self), ==, 1);
  g_assert_false (soleus_ui_test_shows (self->test, "Cramp, 3 March 2:40, Left calf"));
  /* What could be undone before is about something that is gone. */
  g_assert_false (soleus_keeper_can_undo (soleus_context_get_keeper (self->test->context)));
}

static void
test_empty_trash (Fixture      *self,
                  gconstpointer data)
{
  soleus_ui_test_press (self->test, find_button (self, "Empty trash"));
  g_assert_true (soleus_ui_test_shows (self->test, "Delete 2 items for good?"));
  g_assert_true (soleus_ui_test_shows (self->test, "This cannot be undone."));
  soleus_ui_test_key (self->test, "Escape");
  g_assert_cmpuint (count_trash (self), ==, 2);

  soleus_ui_test_press (self->test, find_button (self, "Empty trash"));
  soleus_ui_test_press (self->test, find_button (self, "_Delete"));
  g_assert_cmpuint (count_trash (self), ==, 0);
  g_assert_true (soleus_ui_test_shows (self->test, "The trash is empty."));
  g_assert_null (find_button (self, "Empty trash"));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/trash-page/says", test_says);
  ADD ("/trash-page/restore", test_restore);
  ADD ("/trash-page/delete-now", test_delete_now);
  ADD ("/trash-page/empty-trash", test_empty_trash);
#undef ADD

  return g_test_run ();
}
