/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foods of the person's own: what is kept, what is refused, and that nothing typed gets lost. */
#include "soleus-ui-test.h"

#include "ui/food/soleus-own-food-dialog.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define NAME "Name"
#define SERVING "One serving, such as 1 bowl (optional)"
#define POTASSIUM "Potassium in one serving, in mg (optional)"
#define CALCIUM "Calcium in one serving, in mg (optional)"
#define MAGNESIUM "Magnesium in one serving, in mg (optional)"

static void
open_dialog (SoleusUiTest *test,
             const char   *uuid,
             const char   *name)
{
  soleus_ui_test_show (test, gtk_label_new ("A page"), 960, 720);
  soleus_own_food_dialog_show (GTK_WINDOW (test->window), test->context, uuid, name);
  soleus_ui_test_settle (test);
}

static GtkWidget *
get_entry (SoleusUiTest *test,
           const char   *name)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  return entry;
}

static void
type (SoleusUiTest *test,
      const char   *entry,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (test, entry)), text);
}

static gboolean
is_open (SoleusUiTest *test)
{
  soleus_ui_test_settle (test);
  return soleus_ui_test_find (test, GTK_TYPE_ENTRY, NAME) != NULL;
}

static GPtrArray *
list_foods (SoleusUiTest *test)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *foods = soleus_diary_list (test->diary, SOLEUS_KIND_FOOD, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, &error);

  g_assert_no_error (error);
  return foods;
}

static void
test_new (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) foods = NULL;
  const SoleusRow *row;

  open_dialog (test, NULL, NULL);
  g_assert_true (soleus_ui_test_is_named (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (get_entry (test, NAME)))), GTK_TYPE_ENTRY), NAME));
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Enter the name of the food."));
  type (test, NAME, " Lentil soup ");
  type (test, SERVING, "1 bowl");
  type (test, POTASSIUM, "731");
  type (test, CALCIUM, "38,5");
  soleus_ui_test_key (test, "ctrl+Return");
  g_assert_false (is_open (test));
  g_assert_cmpstr (test->said, ==, "Saved: Lentil soup.");
  foods = list_foods (test);
  g_assert_cmpuint (foods->len, ==, 1);
  row = soleus_record_get_values (g_ptr_array_index (foods, 0));
  g_assert_cmpstr (soleus_row_get_text (row, "name"), ==, "Lentil soup");
  g_assert_cmpstr (soleus_row_get_text (row, "serving"), ==, "1 bowl");
  g_assert_cmpint (soleus_row_get_number (row, "potassium_mg", -1), ==, 731000);
  g_assert_cmpint (soleus_row_get_number (row, "calcium_mg", -1), ==, 38500);
  g_assert_false (soleus_row_has (row, "magnesium_mg"));
}

static void
test_refused (void)
{
  static const char *const refused[] = { "1,200", "1.200", "100001", "-1", "much", "5 mg", "1 000" };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) none = NULL, one = NULL;

  open_dialog (test, NULL, "Soup");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      type (test, MAGNESIUM, refused[i]);
      soleus_ui_test_press_named (test, "Save");
      g_assert_true (soleus_ui_test_shows (test, "Type a number from 0 to 100000, like 260 or 0.5. Leave out marks for thousands."));
      g_assert_true (is_open (test));
    }
  none = list_foods (test);
  g_assert_cmpuint (none->len, ==, 0);
  type (test, MAGNESIUM, "100000");
  soleus_ui_test_press_named (test, "Save");
  g_assert_false (is_open (test));
  one = list_foods (test);
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (g_ptr_array_index (one, 0)), "magnesium_mg", -1), ==, 100000000);
}

static SoleusRecord *
add_food (SoleusUiTest *test)
{
  SoleusRecord *food = soleus_record_new (SOLEUS_KIND_FOOD);
  g_autoptr (GError) error = NULL;

  soleus_row_set_text (soleus_record_get_values (food), "name", "Bread");
  soleus_row_set_number (soleus_record_get_values (food), "potassium_mg", 1200125); /* more decimals than can be typed */
  soleus_diary_save (test->diary, food, &error);
  g_assert_no_error (error);
  return food;
}

static void
test_change (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) food = add_food (test), stored = NULL, emptied = NULL;

  open_dialog (test, soleus_record_get_uuid (food), NULL);
  g_assert_true (soleus_ui_test_shows (test, "What you change counts for earlier meals too."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (test, POTASSIUM))), ==, "1200.125");
  type (test, NAME, "Rye bread");
  soleus_ui_test_press_named (test, "Save");
  stored = soleus_diary_get (test->diary, soleus_record_get_uuid (food), NULL);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (stored), "name"), ==, "Rye bread");
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (stored), "potassium_mg", -1), ==, 1200125);

  open_dialog (test, soleus_record_get_uuid (food), NULL);
  type (test, POTASSIUM, "");
  soleus_ui_test_press_named (test, "Save");
  emptied = soleus_diary_get (test->diary, soleus_record_get_uuid (food), NULL);
  g_assert_false (soleus_row_has (soleus_record_get_values (emptied), "potassium_mg"));
}

static void
test_leave (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) food = add_food (test), stored = NULL;

  open_dialog (test, soleus_record_get_uuid (food), NULL);
  soleus_ui_test_key (test, "Escape");
  g_assert_false (is_open (test));
  open_dialog (test, soleus_record_get_uuid (food), NULL);
  type (test, NAME, "Toast");
  soleus_ui_test_press_named (test, "Cancel");
  g_assert_true (is_open (test));
  soleus_ui_test_answer (test, "discard");
  g_assert_false (is_open (test));
  stored = soleus_diary_get (test->diary, soleus_record_get_uuid (food), NULL);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (stored), "name"), ==, "Bread");
}

static void
test_delete (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) food = add_food (test);
  g_autoptr (GPtrArray) none = NULL, back = NULL;

  open_dialog (test, soleus_record_get_uuid (food), NULL);
  soleus_ui_test_press_named (test, "Delete");
  g_assert_false (is_open (test));
  none = list_foods (test);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (test->said, ==, "Food deleted. Meals keep its name only.");
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  back = list_foods (test);
  g_assert_cmpuint (back->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/own-food-dialog/new", test_new);
  g_test_add_func ("/own-food-dialog/refused", test_refused);
  g_test_add_func ("/own-food-dialog/change", test_change);
  g_test_add_func ("/own-food-dialog/leave", test_leave);
  g_test_add_func ("/own-food-dialog/delete", test_delete);
  return g_test_run ();
}
