/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question about the emergency number: proposed, marked to be checked, kept only by Save. */
#include "soleus-ui-test.h"

#include "ui/preferences/soleus-country-button.h"
#include "ui/preferences/soleus-emergency-dialog.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define QUESTION "Which number do you call in an emergency?"
#define CHECK_IT "Please check it. Soleus took it from your country."

static void
open_dialog (SoleusUiTest *test)
{
  soleus_ui_test_show (test, gtk_label_new ("A page"), 960, 720);
  soleus_emergency_dialog_show (GTK_WINDOW (test->window), test->context);
  for (int i = 0; i < 3; i++)
    soleus_ui_test_settle (test);
}

static GtkEditable *
find_entry (SoleusUiTest *test)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, QUESTION);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static void
assert_kept (SoleusUiTest *test,
             const char   *number,
             const char   *country)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);

  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (profile), "emergency_number"), ==, number);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (profile), "country"), ==, country);
}

static void
test_save (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (test)), ==, "999");
  g_assert_true (soleus_ui_test_shows (test, CHECK_IT));
  g_assert_true (soleus_ui_test_shows (test, "Soleus never calls by itself."));
  assert_kept (test, NULL, NULL);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Save"));
  assert_kept (test, "999", "GB");
  g_assert_cmpstr (test->said, ==, "Emergency number saved.");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, QUESTION));
}

static void
test_not_now (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Not now"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, QUESTION));
  open_dialog (test);
  soleus_ui_test_key (test, "Escape");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, QUESTION));
  assert_kept (test, NULL, NULL);
}

static void
test_wrong (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test);
  gtk_editable_set_text (find_entry (test), "help");
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Save"));
  g_assert_true (soleus_ui_test_shows (test, "Enter a phone number, such as 911, 999 or 112."));
  assert_kept (test, NULL, NULL);
  gtk_editable_set_text (find_entry (test), " 112 ");
  g_assert_true (soleus_ui_test_shows (test, "Please check it."));
  soleus_ui_test_key (test, "Return");
  assert_kept (test, "112", "GB");
}

static void
choose_country (SoleusUiTest *test,
                const char   *before,
                const char   *country)
{
  GtkWidget *button = soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, before);

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  soleus_ui_test_settle (test);
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "Search countries")), country);
  for (int i = 0; i < 6; i++)
    soleus_ui_test_settle (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Brazil"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, country));
}

static void
test_country (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test);
  choose_country (test, "Your country: United Kingdom", "Japan");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (test)), ==, "119");
  gtk_editable_set_text (find_entry (test), "12345");
  choose_country (test, "Your country: Japan", "Austria");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (test)), ==, "12345");
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Save"));
  assert_kept (test, "12345", "AT");
}

/* A number that was kept once is shown as it is. */
static void
test_again (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);

  soleus_row_set_text (soleus_record_get_values (profile), "emergency_number", "999");
  soleus_row_set_text (soleus_record_get_values (profile), "country", "ZZ");
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
  open_dialog (test);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (test)), ==, "999");
  g_assert_false (soleus_ui_test_shows (test, CHECK_IT));
  g_assert_true (soleus_ui_test_shows (test, "Please check it."));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, "Your country: ZZ"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/emergency-dialog/save", test_save);
  g_test_add_func ("/emergency-dialog/not-now", test_not_now);
  g_test_add_func ("/emergency-dialog/wrong", test_wrong);
  g_test_add_func ("/emergency-dialog/country", test_country);
  g_test_add_func ("/emergency-dialog/again", test_again);
  return g_test_run ();
}
