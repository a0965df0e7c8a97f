/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts never drift: what is typed comes back, in every unit, a million times over; what could mean two amounts is refused. */
#include "base/soleus-volume.h"

#define ROUND_TRIPS 1000000

static const SoleusNumerals english = { ".", ",", "\3" };
static const SoleusNumerals german = { ",", ".", "\3" };
static const SoleusNumerals french = { ",", "\u202f", "\3" };
static const SoleusNumerals indian = { ".", ",", "\3\2" };
static const SoleusNumerals spaced = { ".", "\u202f", "\3" };
static const SoleusNumerals arabic = { "٫", "٬", "\3" };
static const SoleusNumerals plain = { ".", "", "" };

static const char *const words[SOLEUS_N_VOLUME_UNITS] = { "ml", "us-fl-oz", "uk-fl-oz", "us-cup" };

/* The most that a diary takes: 20 liters. */
static const gint64 most[SOLEUS_N_VOLUME_UNITS] = { 20000000, 676000, 703000, 84500 };

static void
test_round_trips (gconstpointer data)
{
  SoleusVolumeUnit unit = (SoleusVolumeUnit) GPOINTER_TO_INT (data);

  for (guint i = 0; i < ROUND_TRIPS; i++)
    {
      gint64 typed = g_test_rand_int_range (0, (gint32) most[unit]);
      gint64 amount = soleus_volume_from_unit (typed, unit);

      if (soleus_volume_to_unit (amount, unit) != typed)
        g_error ("%" G_GINT64_FORMAT " thousandths of %s become %" G_GINT64_FORMAT, typed, words[unit], soleus_volume_to_unit (amount, unit));
    }
}

/* Typed, kept, opened again, kept again as it stands: the text and the amount stay as they were after the first time. */
static void
test_no_drift (gconstpointer data)
{
  SoleusVolumeUnit unit = (SoleusVolumeUnit) GPOINTER_TO_INT (data);
  const SoleusNumerals *all[] = { &english, &german, &french, &plain, &arabic };

  for (guint i = 0; i < 20000; i++)
    {
      const SoleusNumerals *numerals = all[i % G_N_ELEMENTS (all)];
      gint64 typed = g_test_rand_int_range (1, (gint32) most[unit]);
      gint64 first = soleus_volume_from_unit (typed, unit), amount = first;

      for (guint k = 0; k < 5; k++)
        {
          g_autofree char *text = soleus_volume_format_typed (amount, unit, numerals);
          gint64 again;

          g_assert_true (soleus_volume_parse (text, numerals, &again));
          g_assert_cmpint (again, ==, typed);
          amount = soleus_volume_from_unit (again, unit);
          g_assert_cmpint (amount, ==, first);
        }
    }
}

/* By hand, from the legal definitions. */
static void
test_exact (void)
{
  static const struct
  {
    SoleusVolumeUnit unit;
    gint64 thousandths;
    gint64 amount;
  } cases[] = {
    { SOLEUS_VOLUME_ML, 1, 1 },
    { SOLEUS_VOLUME_ML, 250000, 250000 },
    { SOLEUS_VOLUME_US_FL_OZ, 1000, 29574 },
    { SOLEUS_VOLUME_US_FL_OZ, 8000, 236588 },
    { SOLEUS_VOLUME_US_FL_OZ, 128000, 3785412 },
    { SOLEUS_VOLUME_US_FL_OZ, 1, 30 },
    { SOLEUS_VOLUME_UK_FL_OZ, 1000, 28413 },
    { SOLEUS_VOLUME_UK_FL_OZ, 20000, 568261 },
    { SOLEUS_VOLUME_UK_FL_OZ, 160000, 4546090 },
    { SOLEUS_VOLUME_US_CUP, 1000, 236588 },
    { SOLEUS_VOLUME_US_CUP, 16000, 3785412 },
    { SOLEUS_VOLUME_US_CUP, 500, 118294 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (soleus_volume_from_unit (cases[i].thousandths, cases[i].unit), ==, cases[i].amount);
      g_assert_cmpint (soleus_volume_to_unit (cases[i].amount, cases[i].unit), ==, cases[i].thousandths);
    }
  g_assert_cmpint (soleus_volume_to_unit (250000, SOLEUS_VOLUME_US_FL_OZ), ==, 8454);
  g_assert_cmpint (soleus_volume_to_unit (250000, SOLEUS_VOLUME_UK_FL_OZ), ==, 8799);
  g_assert_cmpint (soleus_volume_to_unit (250000, SOLEUS_VOLUME_US_CUP), ==, 1057);
  for (guint unit = 0; unit < SOLEUS_N_VOLUME_UNITS; unit++)
    {
      g_assert_cmpint (soleus_volume_from_unit (0, (SoleusVolumeUnit) unit), ==, 0);
      g_assert_cmpint (soleus_volume_from_unit (-5, (SoleusVolumeUnit) unit), ==, 0);
      g_assert_cmpint (soleus_volume_from_unit (G_MAXINT64, (SoleusVolumeUnit) unit), <=, SOLEUS_VOLUME_MOST);
      g_assert_cmpint (soleus_volume_to_unit (G_MAXINT64, (SoleusVolumeUnit) unit), ==, soleus_volume_to_unit (SOLEUS_VOLUME_MOST, (SoleusVolumeUnit) unit));
      g_assert_cmpint (soleus_volume_to_unit (G_MAXINT64, (SoleusVolumeUnit) unit), >, 0);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const SoleusNumerals *numerals;
    gint64 thousandths; /* -1: refused */
  } cases[] = {
    { "250", &english, 250000 }, { " 250 ", &german, 250000 }, { "0", &plain, 0 }, { "007", &plain, 7000 },
    /* both signs are decimal signs where nothing else can be meant */
    { "8.5", &english, 8500 }, { "8,5", &english, 8500 }, { "8.5", &german, 8500 }, { "8,5", &german, 8500 }, { "8,5", &plain, 8500 },
    { "8.45", &german, 8450 }, { ".5", &english, 500 }, { ",5", &german, 500 }, { "0.250", &german, 250 }, { "0,250", &english, 250 },
    { "1234.567", &german, 1234567 }, { "1234,567", &english, 1234567 },
    { "8.4538", &english, 8454 }, { "8.4532", &english, 8453 },
    /* the locale's own signs */
    { "1,200", &english, 1200000 }, { "1.200", &english, 1200 }, { "1.200", &german, 1200000 }, { "1,200", &german, 1200 },
    { "1.200", &plain, 1200 }, { "1,200.5", &english, 1200500 }, { "1.200,5", &german, 1200500 }, { "1 200,5", &french, 1200500 },
    { "1\u202f200", &french, 1200000 }, { "1\u00a0200", &french, 1200000 }, { "1'200.5", &english, 1200500 }, { "1\u2019200", &plain, 1200000 },
    { "1.234.567", &english, 1234567000 }, { "1,234,567", &german, 1234567000 }, { "1.200,5", &english, 1200500 }, { "1,200.5", &german, 1200500 },
    /* either could be meant */
    { "1,200", &plain, -1 }, { "1.200", &french, -1 }, { "1,200", &spaced, -1 },
    /* fractions, as cups are counted */
    { "1/2", &english, 500 }, { "1 1/2", &english, 1500 }, { "2  3/4", &english, 2750 }, { "1½", &german, 1500 }, { "1 ½", &german, 1500 }, { "½", &german, 500 },
    { "1/3", &plain, 333 }, { "2/3", &plain, 667 }, { "⅓", &plain, 333 }, { "3/2", &plain, 1500 }, { "1 / 2", &plain, 500 }, { "1⁄2", &plain, 500 },
    /* digits of other scripts */
    { "٢٥٠", &plain, 250000 }, { "٨٫٥", &arabic, 8500 }, { "٨٫٥٠٠", &arabic, 8500 }, { "١٬٢٠٠", &arabic, 1200000 },
    /* no number, or not one */
    { "", &plain, -1 }, { "  ", &plain, -1 }, { "-5", &plain, -1 }, { "+5", &plain, -1 }, { "5.", &plain, -1 }, { ".", &plain, -1 }, { "1..5", &plain, -1 },
    { "1.5.5", &plain, -1 }, { "1,20,300", &english, -1 }, { "12 34", &plain, -1 }, { "1 2/0", &plain, -1 }, { "1/0", &plain, -1 }, { "1 3/2", &plain, -1 },
    { "1/2/3", &plain, -1 }, { "1.5/2", &plain, -1 }, { "1e3", &plain, -1 }, { "0x10", &plain, -1 }, { "nan", &plain, -1 }, { "12345678", &plain, -1 },
    { "1,234,567,890", &english, -1 }, { "250 ml", &plain, -1 }, { "\xff", &plain, -1 }, { "1 ", &plain, 1000 }, { "1,200,5", &english, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = -1;
      gboolean parsed = soleus_volume_parse (cases[i].text, cases[i].numerals, &number);

      if (number != cases[i].thousandths || parsed != (number >= 0))
        g_test_message ("“%s” (%u) was read as %" G_GINT64_FORMAT, cases[i].text, i, number);
      g_assert_cmpint (number, ==, cases[i].thousandths);
      g_assert_cmpint (parsed, ==, cases[i].thousandths >= 0);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 amount;
    SoleusVolumeUnit unit;
    const SoleusNumerals *numerals;
    const char *text;
    const char *typed;
  } cases[] = {
    { 250000, SOLEUS_VOLUME_ML, &english, "250", "250" },
    { 250499, SOLEUS_VOLUME_ML, &english, "250", "250.499" },
    { 250500, SOLEUS_VOLUME_ML, &german, "251", "250,5" },
    { 1250000, SOLEUS_VOLUME_ML, &english, "1,250", "1250" },
    { 1250000, SOLEUS_VOLUME_ML, &german, "1.250", "1250" },
    { 1250000, SOLEUS_VOLUME_ML, &french, "1\u202f250", "1250" },
    { 1250000, SOLEUS_VOLUME_ML, &plain, "1250", "1250" },
    { 12345678000, SOLEUS_VOLUME_ML, &english, "12,345,678", "12345678" },
    { 12345678000, SOLEUS_VOLUME_ML, &indian, "1,23,45,678", "12345678" },
    { 236588, SOLEUS_VOLUME_US_FL_OZ, &english, "8", "8" },
    { 251375, SOLEUS_VOLUME_US_FL_OZ, &english, "8.5", "8.5" },
    { 251375, SOLEUS_VOLUME_US_FL_OZ, &german, "8,5", "8,5" },
    { 250000, SOLEUS_VOLUME_US_FL_OZ, &english, "8.5", "8.454" },
    { 284131, SOLEUS_VOLUME_UK_FL_OZ, &english, "10", "10" },
    { 354882, SOLEUS_VOLUME_US_CUP, &english, "1.5", "1.5" },
    { 59147, SOLEUS_VOLUME_US_CUP, &german, "0,25", "0,25" },
    { 236588, SOLEUS_VOLUME_US_CUP, &plain, "1", "1" },
    { 250000, SOLEUS_VOLUME_US_CUP, &plain, "1.06", "1.057" },
    { 0, SOLEUS_VOLUME_US_CUP, &plain, "0", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = soleus_volume_format (cases[i].amount, cases[i].unit, cases[i].numerals);
      g_autofree char *typed = soleus_volume_format_typed (cases[i].amount, cases[i].unit, cases[i].numerals);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (typed, ==, cases[i].typed);
    }
}

/* What is shown can be typed back in any locale, groups and all. */
static void
test_shown_is_read (void)
{
  const SoleusNumerals *all[] = { &english, &german, &french, &plain, &indian, &spaced, &arabic };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint unit = 0; unit < SOLEUS_N_VOLUME_UNITS; unit++)
      for (gint64 amount = 1000; amount < 20000000; amount = amount * 3 / 2)
        {
          g_autofree char *text = soleus_volume_format (amount, (SoleusVolumeUnit) unit, all[i]);
          gint64 read, exact = soleus_volume_to_unit (amount, (SoleusVolumeUnit) unit);

          g_assert_true (soleus_volume_parse (text, all[i], &read));
          g_assert_cmpint (ABS (read - exact), <=, 500);
        }
}

static void
test_units (void)
{
  SoleusVolumeUnit unit = SOLEUS_VOLUME_US_CUP;

  for (guint i = 0; i < SOLEUS_N_VOLUME_UNITS; i++)
    {
      g_assert_cmpstr (soleus_volume_unit_get_word ((SoleusVolumeUnit) i), ==, words[i]);
      g_assert_true (soleus_volume_unit_find (words[i], &unit));
      g_assert_cmpint (unit, ==, i);
    }
  g_assert_false (soleus_volume_unit_find ("pint", &unit));
  g_assert_false (soleus_volume_unit_find (NULL, &unit));
  g_assert_cmpint (unit, ==, SOLEUS_VOLUME_US_CUP);

  g_assert_cmpint (soleus_volume_unit_for_country ("US"), ==, SOLEUS_VOLUME_US_FL_OZ);
  g_assert_cmpint (soleus_volume_unit_for_country ("pr"), ==, SOLEUS_VOLUME_US_FL_OZ);
  g_assert_cmpint (soleus_volume_unit_for_country ("LR"), ==, SOLEUS_VOLUME_US_FL_OZ);
  g_assert_cmpint (soleus_volume_unit_for_country ("MM"), ==, SOLEUS_VOLUME_US_FL_OZ);
  g_assert_cmpint (soleus_volume_unit_for_country ("GB"), ==, SOLEUS_VOLUME_ML);
  g_assert_cmpint (soleus_volume_unit_for_country ("DE"), ==, SOLEUS_VOLUME_ML);
  g_assert_cmpint (soleus_volume_unit_for_country (""), ==, SOLEUS_VOLUME_ML);
  g_assert_cmpint (soleus_volume_unit_for_country (NULL), ==, SOLEUS_VOLUME_ML);
}

static void
test_locale (void)
{
  SoleusNumerals numerals = soleus_numerals_get_locale ();

  g_assert_cmpstr (numerals.point, ==, ".");
  g_assert_cmpstr (numerals.group, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < SOLEUS_N_VOLUME_UNITS; i++)
    {
      g_autofree char *trips = g_strdup_printf ("/volume/round-trips/%s", words[i]), *drift = g_strdup_printf ("/volume/no-drift/%s", words[i]);

      g_test_add_data_func (trips, GINT_TO_POINTER (i), test_round_trips);
      g_test_add_data_func (drift, GINT_TO_POINTER (i), test_no_drift);
    }
  g_test_add_func ("/volume/exact", test_exact);
  g_test_add_func ("/volume/parse", test_parse);
  g_test_add_func ("/volume/format", test_format);
  g_test_add_func ("/volume/shown-is-read", test_shown_is_read);
  g_test_add_func ("/volume/units", test_units);
  g_test_add_func ("/volume/locale", test_locale);

  return g_test_run ();
}
