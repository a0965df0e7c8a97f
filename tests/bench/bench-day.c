/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today on a day with sixty entries, in a diary of twenty years; and each keystroke in the name and in the list of medicines (goal
 * 5 ms). */
#include <adwaita.h>
#include <string.h>

#include "app/soleus-context.h"
#include "app/soleus-medicine-book.h"
#include "exchange/soleus-sample.h"
#include "lib/soleus-test.h"
#include "ui/drinks/soleus-drinks-row.h"
#include "ui/food/soleus-food-row.h"
#include "ui/medicines/soleus-doses-list.h"
#include "ui/medicines/soleus-medicines-page.h"
#include "ui/today/soleus-habits-row.h"
#include "ui/today/soleus-today-page.h"

#define YEARS 20
#define ROUNDS 20
#define WIDTH 680
#define KEY_MS 5.0
#define FRAME_MS 16.0
#define NOW "2026-03-03T21:40:00+01:00"

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
lay_out (GtkWidget *widget)
{
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL, NULL);
  gtk_widget_allocate (widget, WIDTH, MAX (height, 1), -1, NULL);
}

static void
save (SoleusDiary  *diary,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_diary_save (diary, record, &error);
  g_assert_no_error (error);
}

static SoleusTime
at (int minute)
{
  SoleusTime time = soleus_test_time ("2026-03-03T06:00:00+01:00");

  time.utc += minute * 60;
  return time;
}

/* Fifteen drinks, fifteen meals, fifteen medicines that are taken twice, at eight times of the day in all; the first fifteen doses are
 * recorded. */
static void
fill_day (SoleusDiary *diary)
{
  for (int i = 0; i < 15; i++)
    {
      g_autoptr (SoleusRecord) drink = soleus_record_new (SOLEUS_KIND_DRINK), meal = soleus_record_new (SOLEUS_KIND_MEAL);
      g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE), schedule = soleus_record_new (SOLEUS_KIND_SCHEDULE), dose = soleus_record_new (SOLEUS_KIND_DOSE);
      g_autofree char *name = g_strdup_printf ("Medicine %d", i);
      SoleusRow *values = soleus_record_get_values (drink);

      soleus_row_set_time (values, "at", at (i * 50));
      soleus_row_set_text (values, "drink", "water");
      soleus_row_set_number (values, "amount_ml", 250000);
      save (diary, drink);
      values = soleus_record_get_values (meal);
      soleus_row_set_time (values, "at", at (i * 55));
      values = soleus_row_add_row (values, "items");
      soleus_row_set_text (values, "food", "banana-raw");
      soleus_row_set_text (values, "name", "Banana, raw");
      save (diary, meal);
      soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
      save (diary, medicine);
      values = soleus_record_get_values (schedule);
      soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
      soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-01-01"));
      soleus_row_set_text (values, "pattern", "daily");
      soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", 420 + i / 4 * 60);
      soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", 1200 + i / 4 * 30);
      save (diary, schedule);
      values = soleus_record_get_values (dose);
      soleus_row_set_time (values, "at", at (60 + i));
      soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
      soleus_row_set_text (values, "status", "taken");
      soleus_row_set_date (values, "due_date", soleus_test_date ("2026-03-03"));
      soleus_row_set_number (values, "due_minute", 420 + i / 4 * 60);
      save (diary, dose);
    }
}

/* Reading medicines, schedules and doses, and telling what became of each. */
static void
bench_book (SoleusDiary *diary)
{
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (diary, NULL);
      g_autoptr (GPtrArray) doses = soleus_medicine_book_list_open (book, NULL);

      n = doses->len;
    }
  g_print ("%-34s %6.2f ms on average, for %u doses\n", "the book of medicines", since (start) / ROUNDS, n);
}

typedef GtkWidget *(*MakePart) (SoleusContext *context);

static GtkWidget *
make_doses (SoleusContext *context)
{
  return soleus_doses_list_new (context, "Medicines");
}

static GtkWidget *
make_habits (SoleusContext *context)
{
  return soleus_habits_row_new (context, soleus_test_date ("2026-03-03"));
}

static void
bench_part (SoleusContext *context,
            const char    *name,
            MakePart       make)
{
  double sum = 0, worst = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GtkWidget) part = g_object_ref_sink (make (context));
      double took;

      lay_out (part);
      took = since (start);
      sum += took;
      worst = MAX (worst, took);
    }
  g_print ("%-34s %6.2f ms on average, %6.2f ms at worst (a frame: %.0f, %s)\n", name, sum / ROUNDS, worst, FRAME_MS, sum / ROUNDS <= FRAME_MS ? "met" : "MISSED");
}

/* A press on *Add*, with all that follows the diary. */
static void
bench_press (SoleusContext *context)
{
  g_autoptr (GtkWidget) drinks = g_object_ref_sink (soleus_drinks_row_new (context)), doses = g_object_ref_sink (make_doses (context));
  g_autoptr (GtkWidget) food = g_object_ref_sink (soleus_food_row_new (context)), today = g_object_ref_sink (soleus_today_page_new (context));
  SoleusDiary *diary = soleus_context_get_diary (context);
  double sum = 0, worst = 0;

  lay_out (today);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SoleusRecord) drink = soleus_record_new (SOLEUS_KIND_DRINK);
      SoleusRow *values = soleus_record_get_values (drink);
      gint64 start;
      double took;

      soleus_row_set_time (values, "at", at (900));
      soleus_row_set_text (values, "drink", "water");
      soleus_row_set_number (values, "amount_ml", 1000);
      start = g_get_monotonic_time ();
      save (diary, drink);
      took = since (start);
      sum += took;
      worst = MAX (worst, took);
    }
  g_print ("%-34s %6.2f ms on average, %6.2f ms at worst, with the write to the disk\n", "one drink more", sum / ROUNDS, worst);
}

static void
tell_keys (const char *what,
           double      sum,
           double      worst,
           guint       n)
{
  g_print ("%-34s %6.2f ms on average, %6.2f ms at worst (goal %.0f, %s)\n", what, sum / n, worst, KEY_MS, worst <= KEY_MS ? "met" : "MISSED");
}

static void
bench_recogniser (SoleusContext *context)
{
  static const char *const names[] = { "furosemide 40 mg tablets", "hydrochlorothiazid", "budesonide/formoterol", "losartan potassium", "xqzzzwvvv", "acetylsalicylic acid 100" };
  const SoleusMedicines *medicines = soleus_warnings_get_guidance (soleus_context_get_warnings (context))->medicines;
  double sum = 0, worst = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize length = 1; length <= strlen (names[i]); length++, n++)
      {
        g_autofree char *typed = g_strndup (names[i], length);
        gint64 start = g_get_monotonic_time ();
        g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (medicines, typed);
        double took = since (start);

        sum += took;
        worst = MAX (worst, took);
        g_assert_nonnull (match);
      }
  tell_keys ("a letter in the name of a medicine", sum, worst, n);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
bench_list (SoleusContext *context)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (soleus_medicines_page_new (context));
  GtkWidget *entry = find_entry (page);
  const char *text = "medicine 12";
  double sum = 0, worst = 0;
  guint n = 0;

  lay_out (page);
  for (gsize length = 1; length <= strlen (text); length++, n++)
    {
      g_autofree char *typed = g_strndup (text, length);
      gint64 start = g_get_monotonic_time ();
      double took;

      gtk_editable_set_text (GTK_EDITABLE (entry), typed);
      took = since (start);
      sum += took;
      worst = MAX (worst, took);
    }
  tell_keys ("a letter in the search of the list", sum, worst, n);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new_on_disk ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusContext) context = soleus_context_new (clock, path);
  g_autoptr (GError) error = NULL;

  adw_init ();
  if (!soleus_context_open (context, &error) || !soleus_sample_fill (soleus_context_get_diary (context), YEARS, 7, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  fill_day (soleus_context_get_diary (context));
  bench_part (context, "Today, its question and warnings", soleus_today_page_new);
  bench_part (context, "its drinks", soleus_drinks_row_new);
  bench_book (soleus_context_get_diary (context));
  bench_part (context, "its doses", make_doses);
  bench_part (context, "its food", soleus_food_row_new);
  bench_part (context, "what the day was like", make_habits);
  bench_press (context);
  bench_recogniser (context);
  bench_list (context);
  return 0;
}
